"""A CSV file line by line, each cell of its declared type; a mistake is one sentence with its line."""

import csv
import math
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from io import StringIO
from pathlib import Path

from pipeline.errors import RatesError
from schemas.files.format import FileFormat
from schemas.tables.column import Column

LARGEST_FILE = 64 * 1024 * 1024
_SHOWN = 60
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_NUMBER = re.compile(r"[+-]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]{1,3})?")
_GROUPED = re.compile(r"[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?")


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a file: its number, counted from 1, and its cells."""

    path: Path
    number: int
    cells: tuple[str, ...]

    def fault(self, message: str) -> RatesError:
        """Return the error that says what is wrong with the line."""
        return RatesError(f"{self.path}, line {self.number}: {message}")


def read_csv_text(path: Path) -> str:
    """Return the text of a CSV file, without its byte-order mark.

    Raises:
        RatesError: it is missing, too large, or no text in UTF-8.

    """
    try:
        if path.stat().st_size > LARGEST_FILE:
            raise RatesError(f"{path}: it has more than {LARGEST_FILE} bytes; keep only the currencies you need")
        return path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise RatesError(f"{path}: byte {error.start} is no text in UTF-8; save the file as CSV in UTF-8") from error
    except OSError as error:
        raise RatesError(f"{path}: it cannot be read ({error.strerror}); check the path") from error


def csv_lines(path: Path, text: str) -> Iterator[Line]:
    """Yield the lines of a CSV text that are not blank, the header too.

    Raises:
        RatesError: the text is not CSV, as when a quotation mark is never closed.

    """
    reader = csv.reader(StringIO(text, newline=""), strict=True)
    try:
        for cells in reader:
            if any(cells) and any(cell.strip() for cell in cells):
                yield Line(path, reader.line_num, tuple(cells))
    except csv.Error as error:
        raise RatesError(f"{path}, line {reader.line_num}: it is no CSV ({error}); correct the line") from error


def declared_lines(path: Path, file_format: FileFormat) -> Iterator[Line]:
    """Yield the lines under the header of a file of the declared format, each with a cell a column.

    Raises:
        RatesError: the header is not that of the format, or a line has too few or too many cells.

    """
    lines = csv_lines(path, read_csv_text(path))
    header = next(lines, None)
    wanted = ",".join(file_format.header)
    if header is None:
        raise RatesError(f"{path}: it is empty; give it the header {wanted}, or remove the file")
    if header.cells != file_format.header:
        raise header.fault(
            f"the header is {shown_line(header)} and not that of {file_format.name}; it must be {wanted} (a download "
            "of an official series goes through `tallybook rates import`)"
        )
    width = len(file_format.columns)
    for line in lines:
        if len(line.cells) != width:
            raise line.fault(f"it has {len(line.cells)} cells, and the header {width}; correct the line")
        yield line


def shown_line(line: Line) -> str:
    """Return the beginning of a line, quoted, as an error shows it."""
    return repr(",".join(line.cells)[:_SHOWN])


class CellReader:
    """Reads the cells of lines of one format as their declared types."""

    def __init__(self, file_format: FileFormat) -> None:
        self._columns = {column.name: (at, column) for at, column in enumerate(file_format.columns)}
        self._patterns = {
            column.name: re.compile(column.pattern) for column in file_format.columns if column.pattern is not None
        }

    def text(self, line: Line, name: str) -> str:
        """Return a cell of text or of a declared choice; raises RatesError where it is none."""
        at, column = self._columns[name]
        cell = line.cells[at]
        pattern = self._patterns.get(name)
        if pattern is not None and not pattern.fullmatch(cell):
            raise _fault(line, column, cell, f"of the form {column.pattern}")
        if column.choices and cell not in column.choices:
            raise _fault(line, column, cell, f"one of {', '.join(column.choices)}")
        return cell

    def day(self, line: Line, name: str) -> date:
        """Return a cell that is a day; raises RatesError where it is none."""
        at, column = self._columns[name]
        day = iso_day(line.cells[at])
        if day is None:
            raise _fault(line, column, line.cells[at], "a day that exists, such as 2020-08-31")
        return day

    def number(self, line: Line, name: str) -> float:
        """Return a cell that is a number within its declared limits; raises RatesError where it is none."""
        at, column = self._columns[name]
        cell = line.cells[at]
        number = stated_number(cell)
        if number is None:
            raise _fault(line, column, cell, "a number with a decimal point, such as 420.11")
        if column.minimum is not None and number < column.minimum:
            raise _fault(line, column, cell, f"at least {column.minimum:g}")
        if column.maximum is not None and number > column.maximum:
            raise _fault(line, column, cell, f"at most {column.maximum:g}")
        return number


def _fault(line: Line, column: Column, cell: str, wanted: str) -> RatesError:
    return line.fault(f"`{column.name}` is {cell[:_SHOWN]!r}; it must be {wanted}")


def stated_number(cell: str) -> float | None:
    """Return the number that a cell states in digits with a decimal point, null where it states none."""
    if not _NUMBER.fullmatch(cell):
        return None
    number = float(cell)
    return number if math.isfinite(number) else None


def grouped_number(cell: str) -> float | None:
    """Return the number that a cell states, its thousands set off by commas or not, null where it states none."""
    return stated_number(cell.replace(",", "") if _GROUPED.fullmatch(cell) else cell)


def iso_day(cell: str) -> date | None:
    """Return the day that a cell states as `2020-08-31`, null where it states none."""
    try:
        return date.fromisoformat(cell) if _DAY.fullmatch(cell) else None
    except ValueError:
        return None
