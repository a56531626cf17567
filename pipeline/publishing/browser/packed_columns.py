"""Tables by column, each distinct text once: what makes 100,000 rows small enough to open at once."""

from collections.abc import Iterable
from datetime import date

import pyarrow as pa

Cell = str | float | bool | None
PackedColumn = dict[str, list[Cell] | list[int]]
"""`values` alone, a cell each; or the distinct `values` and, for each row, the place `at` which its cell is."""

_WORTH_SHARING = 2


def packed_table(table: pa.Table, names: Iterable[str]) -> dict[str, object]:
    """Return the named columns of a table for the page: its number of rows, and a packed column under each name."""
    return {"length": table.num_rows, "columns": {name: packed_column(table.column(name)) for name in names}}


def packed_column(column: pa.ChunkedArray) -> PackedColumn:
    """Return the cells of a column, dates as texts of ISO 8601; texts are shared where that saves something."""
    cells = [_cell(cell) for cell in column.to_pylist()]
    places: dict[Cell, int] = {}
    at = [places.setdefault(cell, len(places)) for cell in cells]
    if any(isinstance(cell, str) for cell in places) or len(places) * _WORTH_SHARING <= len(cells):
        return {"values": list(places), "at": at}
    return {"values": cells}


def _cell(cell: object) -> Cell:
    if isinstance(cell, date):
        return cell.isoformat()
    if isinstance(cell, float) and cell.is_integer():
        return int(cell)
    if cell is None or isinstance(cell, str | int | float):
        return cell
    raise TypeError(f"a cell of the dataset is {type(cell).__name__}, which no column declares")
