"""Tables by column, each distinct text once: what makes 100,000 rows small enough to open at once."""

from collections.abc import Iterable
from datetime import date

import pyarrow as pa
import pyarrow.compute as pc

Cell = str | float | bool | None
PackedColumn = dict[str, list[Cell] | list[int]]
"""`values` alone, a cell each; or the distinct `values` and, for each row, the place `at` which its cell is."""

_WORTH_SHARING = 2


def packed_table(table: pa.Table, names: Iterable[str]) -> dict[str, object]:
    """Return the named columns of a table for the page: its number of rows, and a packed column under each name."""
    return {"length": table.num_rows, "columns": {name: packed_column(table.column(name)) for name in names}}


def packed_column(column: pa.ChunkedArray) -> PackedColumn:
    """Return the cells of a column, dates as texts of ISO 8601; texts are shared where that saves something."""
    plain = column.cast(column.type.value_type) if pa.types.is_dictionary(column.type) else column
    shared = pc.dictionary_encode(plain.combine_chunks(), null_encoding="encode")
    values = [_cell(cell) for cell in shared.dictionary.to_pylist()]
    if pa.types.is_string(plain.type) or len(values) * _WORTH_SHARING <= len(column):
        return {"values": values, "at": shared.indices.to_pylist()}
    return {"values": [_cell(cell) for cell in plain.to_pylist()]}


def _cell(cell: object) -> Cell:
    if isinstance(cell, date):
        return cell.isoformat()
    if isinstance(cell, float) and cell.is_integer():
        return int(cell)
    if cell is None or isinstance(cell, str | int | float):
        return cell
    raise TypeError(f"a cell of the dataset is {type(cell).__name__}, which no column declares")
