"""A CSV file of a declared format, line by line, each cell of its type; a mistake is one sentence with its line."""

import csv
import math
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from io import StringIO
from pathlib import Path

from pipeline.errors import RatesError
from schemas.tables.column import Column, Table

LARGEST_FILE = 64 * 1024 * 1024
_SHOWN = 40
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the file: its number, counted from 1, and its cells in the order of the columns."""

    number: int
    cells: tuple[str, ...]


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
            if any(cell.strip() for cell in cells):
                yield Line(reader.line_num, tuple(cells))
    except csv.Error as error:
        raise RatesError(f"{path}, line {reader.line_num}: it is no CSV ({error}); correct the line") from error


def declared_lines(path: Path, declaration: Table) -> Iterator[Line]:
    """Yield the lines under the header of a file of the declared format, each with a cell a column.

    Raises:
        RatesError: the header is not that of the format, or a line has too few or too many cells.

    """
    lines = csv_lines(path, read_csv_text(path))
    header = next(lines, None)
    wanted = ",".join(declaration.column_names)
    if header is None:
        raise RatesError(f"{path}: it is empty; give it the header {wanted}, or remove the file")
    if header.cells != declaration.column_names:
        found = ",".join(header.cells)[:_SHOWN]
        raise RatesError(
            f"{path}, line {header.number}: the header is {found!r} and not that of {declaration.name}; it must be "
            f"{wanted} (a download of an official series goes through `tallybook rates import`)"
        )
    for line in lines:
        if len(line.cells) != len(declaration.columns):
            raise RatesError(
                f"{path}, line {line.number}: it has {len(line.cells)} cells, and the header "
                f"{len(declaration.columns)}; correct the line"
            )
        yield line


class Cells:
    """The cells of a line by column, each read as its declared type."""

    def __init__(self, path: Path, line: Line, declaration: Table) -> None:
        self._place = f"{path}, line {line.number}"
        self._columns = {column.name: column for column in declaration.columns}
        self._cells = dict(zip(declaration.column_names, line.cells, strict=True))

    def text(self, name: str) -> str:
        """Return a cell of text or of a declared choice; raises RatesError where it is none."""
        column, cell = self._columns[name], self._cells[name]
        if column.pattern is not None and not re.fullmatch(column.pattern, cell):
            raise self._fault(column, f"of the form {column.pattern}")
        if column.choices and cell not in column.choices:
            raise self._fault(column, f"one of {', '.join(column.choices)}")
        return cell

    def day(self, name: str) -> date:
        """Return a cell that is a day; raises RatesError where it is none."""
        day = iso_day(self._cells[name])
        if day is None:
            raise self._fault(self._columns[name], "a day that exists, such as 2020-08-31")
        return day

    def number(self, name: str) -> float:
        """Return a cell that is a number within its declared limits; raises RatesError where it is none."""
        column, cell = self._columns[name], self._cells[name]
        number = plain_number(cell)
        if number is None:
            raise self._fault(column, "a number with a decimal point, such as 420.11")
        if column.minimum is not None and number < column.minimum:
            raise self._fault(column, f"at least {column.minimum:g}")
        if column.maximum is not None and number > column.maximum:
            raise self._fault(column, f"at most {column.maximum:g}")
        return number

    def fault(self, message: str) -> RatesError:
        """Return the error that says what is wrong with the line as a whole."""
        return RatesError(f"{self._place}: {message}")

    def _fault(self, column: Column, wanted: str) -> RatesError:
        shown = self._cells[column.name][:_SHOWN]
        return self.fault(f"`{column.name}` is {shown!r}; it must be {wanted}")


def plain_number(cell: str) -> float | None:
    """Return the number that a cell states in plain digits, null where it states none."""
    if not re.fullmatch(r"[+-]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]{1,3})?", cell):
        return None
    number = float(cell)
    return number if math.isfinite(number) else None


def iso_day(cell: str) -> date | None:
    """Return the day that a cell states as `2020-08-31`, null where it states none."""
    try:
        return date.fromisoformat(cell) if _DAY.fullmatch(cell) else None
    except ValueError:
        return None
