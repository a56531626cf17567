"""From a declaration to the pandera schema that every build holds its table against."""

import re
from collections.abc import Callable
from functools import cache

import pandas as pd
import pandera.pandas as pandera

from schemas.tables.column import Bounds, Column, ColumnType, Table

_DTYPES = {
    ColumnType.TEXT: pd.StringDtype(na_value=float("nan")),
    ColumnType.INTEGER: "int64",
    ColumnType.NUMBER: "float64",
    ColumnType.BOOLEAN: "bool",
    ColumnType.DATE: "object",
    ColumnType.CATEGORY: None,
}

NULLABLE_INTEGER = "Int64"


@cache
def dataframe_schema(table: Table) -> pandera.DataFrameSchema:
    """Return the checks of a table: columns in order and no other, types, nulls, choices, ranges, key, bounds."""
    return pandera.DataFrameSchema(
        columns={column.name: _column(column, unique=column.name == table.key) for column in table.columns},
        checks=[_bounds_check(bounds) for bounds in table.bounds],
        strict=True,
        ordered=True,
        coerce=False,
        name=table.name,
    )


def _column(column: Column, *, unique: bool) -> pandera.Column:
    return pandera.Column(
        _dtype(column),
        checks=_cell_checks(column),
        nullable=column.nullable,
        unique=unique,
        coerce=False,
        description=column.description,
    )


def _dtype(column: Column) -> object:
    if column.choices:
        return pd.CategoricalDtype(list(column.choices))
    return NULLABLE_INTEGER if is_nullable_integer(column) else _DTYPES[column.type]


def is_nullable_integer(column: Column) -> bool:
    """Return whether cells of the column are whole numbers or null, which pandas takes for floats unless told."""
    return column.type is ColumnType.INTEGER and column.nullable


def _cell_checks(column: Column) -> list[pandera.Check]:
    checks = []
    if column.minimum is not None:
        checks.append(_not_null_check(column, "at least", column.minimum, lambda cell, limit: cell >= limit))
    if column.maximum is not None:
        checks.append(_not_null_check(column, "at most", column.maximum, lambda cell, limit: cell <= limit))
    if column.pattern is not None:
        pattern = re.compile(column.pattern)
        checks.append(
            pandera.Check(
                lambda cell: pattern.fullmatch(cell) is not None,
                element_wise=True,
                error=f"{column.name} is not of the form {column.pattern}",
            )
        )
    return checks


def _not_null_check(column: Column, words: str, limit: float, holds: Callable[[float, float], bool]) -> pandera.Check:
    return pandera.Check(
        lambda cell: holds(cell, limit), element_wise=True, error=f"{column.name} is not {words} {limit:g}"
    )


def _bounds_check(bounds: Bounds) -> pandera.Check:
    def holds(frame: pd.DataFrame) -> "pd.Series[bool]":
        # A null bound asserts nothing; deciding that here keeps pandas from comparing nulls.
        cells = zip(frame[bounds.low], frame[bounds.high], strict=True)
        return pd.Series(
            [bool(pd.isna(low) or pd.isna(high) or low <= high) for low, high in cells], index=frame.index, dtype=bool
        )

    return pandera.Check(holds, error=f"{bounds.low} is over {bounds.high}")
