"""The tables of facts as Stata files: days as Stata dates, choices with value labels, long text as strL.

Stata knows no missing text, so a null text is an empty one; a variable's label is the beginning of its description.
"""

from collections.abc import Iterable
from datetime import datetime
from io import BytesIO
from typing import Any

import pandas as pd
import pyarrow as pa

from pipeline.publishing.edition import Edition, PublishedFile
from schemas.tables.catalog import FACT_TABLES
from schemas.tables.column import Column, ColumnType, Table

FOLDER = "stata"
_LONGEST_NAME = 32
_RESERVED = frozenset({"end"})
"""Names of columns that are words of Stata's language."""
_LONGEST_LABEL = 80
_LONGEST_TEXT = 2045
"""Bytes of a text that is no strL."""
_NO_TIME = datetime(1960, 1, 1)  # noqa: DTZ001 - the file has a place for the time, and a build has no clock


def make_stata_copies(edition: Edition) -> Iterable[PublishedFile]:
    """Yield a Stata file for each table of facts."""
    for declaration in FACT_TABLES:
        yield PublishedFile(stata_path(declaration.name), _stata(declaration, edition.tables.of(declaration.name)))


def stata_path(table: str) -> str:
    """Return where the copy of a table stands in the publication."""
    return f"{FOLDER}/{table}.dta"


def stata_name(column: str) -> str:
    """Return what a column is called in a Stata file."""
    return f"{column}_" if column in _RESERVED else column[:_LONGEST_NAME]


def _stata(declaration: Table, table: pa.Table) -> bytes:
    names = {column.name: stata_name(column.name) for column in declaration.columns}
    frame = pd.DataFrame({names[column.name]: _series(column, table) for column in declaration.columns})
    buffer = BytesIO()
    frame.to_stata(
        buffer,
        write_index=False,
        byteorder="<",
        time_stamp=_NO_TIME,
        data_label=_shortened(declaration.description),
        variable_labels={names[column.name]: _shortened(column.description) for column in declaration.columns},
        convert_dates={names[column.name]: "td" for column in declaration.columns if column.type is ColumnType.DATE},
        convert_strl=[names[column.name] for column in declaration.columns if _is_long(column, table)],
        # Of Stata 14, the first that holds Unicode.
        version=118,
    )
    return buffer.getvalue()


def _series(column: Column, table: pa.Table) -> "pd.Series[Any]":
    cells = table.column(column.name).to_pylist()
    match column.type:
        case ColumnType.TEXT:
            return pd.Series(["" if cell is None else cell for cell in cells], dtype=object)
        case ColumnType.DATE:
            return pd.Series(pd.to_datetime(pd.Series(cells, dtype=object)).astype("datetime64[s]"))
        case ColumnType.CATEGORY if not cells:
            # pandas asks for the greatest of the choices that occur, and fails where none does.
            return pd.Series(cells, dtype=object)
        case ColumnType.CATEGORY:
            return pd.Series(pd.Categorical(cells, categories=list(column.choices)))
        case ColumnType.BOOLEAN:
            return pd.Series([int(cell) for cell in cells], dtype="int8")
        case ColumnType.NUMBER:
            return pd.Series(cells, dtype="float64")
        case ColumnType.INTEGER:
            # A whole number may be null, which Stata's integers can say and numpy's cannot.
            return pd.Series(cells, dtype="float64" if None in cells else "int32")


def _is_long(column: Column, table: pa.Table) -> bool:
    if column.type is not ColumnType.TEXT:
        return False
    return any(len(cell.encode()) > _LONGEST_TEXT for cell in table.column(column.name).to_pylist() if cell)


def _shortened(text: str) -> str:
    """Return the beginning of a text that fits a label, cut between words."""
    plain = text.replace("`", "")
    if len(plain.encode()) <= _LONGEST_LABEL:
        return plain
    kept = plain[: _LONGEST_LABEL - 3].rsplit(" ", 1)[0]
    return f"{kept} …"
