"""From rows to an Arrow table of the declared schema."""

from collections.abc import Iterable, Mapping, Sequence

import pyarrow as pa

from pipeline.errors import DatasetError
from schemas.tables.arrow_schema import arrow_schema
from schemas.tables.column import Column, ColumnType, Table

Cell = object
RowCells = Mapping[str, Cell]


def arrow_table(declaration: Table, rows: Sequence[RowCells]) -> pa.Table:
    """Return the table of the rows, each of which has a cell for every column and no other.

    Raises:
        DatasetError: a row lacks a column or has another, or a cell does not fit its column.

    """
    for row in rows:
        if row.keys() != set(declaration.column_names):
            odd = ", ".join(sorted(row.keys() ^ set(declaration.column_names)))
            message = f"table {declaration.name}, row {row.get(declaration.key)}: columns and cells differ in {odd}"
            raise DatasetError(message)
    arrays = [_array(declaration, column, [row[column.name] for row in rows]) for column in declaration.columns]
    return pa.Table.from_arrays(arrays, schema=arrow_schema(declaration))


def in_declared_dictionaries(declaration: Table, table: pa.Table) -> pa.Table:
    """Return the table with each category's dictionary as declared, however a file held it."""
    arrays = []
    for column in declaration.columns:
        cells = table.column(column.name)
        arrays.append(_array(declaration, column, cells.to_pylist()) if column.type is ColumnType.CATEGORY else cells)
    return pa.Table.from_arrays(arrays, schema=arrow_schema(declaration))


def _array(declaration: Table, column: Column, cells: Iterable[Cell]) -> pa.Array:
    listed = list(cells)
    if column.type is ColumnType.CATEGORY:
        return _category_array(declaration, column, listed)
    try:
        return pa.array(listed, type=arrow_schema(declaration).field(column.name).type)
    except (pa.ArrowInvalid, pa.ArrowTypeError, UnicodeEncodeError) as error:
        message = f"table {declaration.name}, column {column.name}: a cell does not fit ({error}); correct its rule"
        raise DatasetError(message) from error


def _category_array(declaration: Table, column: Column, cells: list[Cell]) -> pa.DictionaryArray:
    places = {choice: place for place, choice in enumerate(column.choices)}
    indices: list[int | None] = []
    for cell in cells:
        if cell is not None and cell not in places:
            message = (
                f"table {declaration.name}, column {column.name}: {cell!r} is none of "
                f"{', '.join(column.choices)}; correct its rule"
            )
            raise DatasetError(message)
        indices.append(None if cell is None else places[str(cell)])
    return pa.DictionaryArray.from_arrays(
        pa.array(indices, type=pa.int8()), pa.array(list(column.choices), type=pa.string())
    )
