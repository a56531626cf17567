"""The tables of facts as CSV: UTF-8, lines ended by a newline alone, text in quotes, a null as nothing at all.

Text is left as the source has it, even where a spreadsheet would take it for a formula: the copy holds the same data
as the Parquet file, and CAUTIONS.md says how to import it.
"""

from collections.abc import Iterable, Iterator
from datetime import date

import pyarrow as pa

from pipeline.publishing.edition import Edition, PublishedFile, text_file
from schemas.tables.catalog import FACT_TABLES

FOLDER = "csv"


def make_csv_copies(edition: Edition) -> Iterable[PublishedFile]:
    """Yield a CSV file for each table of facts."""
    for declaration in FACT_TABLES:
        yield text_file(csv_path(declaration.name), "".join(_lines(edition.tables.of(declaration.name))))


def csv_path(table: str) -> str:
    """Return where the copy of a table stands in the publication."""
    return f"{FOLDER}/{table}.csv"


def _lines(table: pa.Table) -> Iterator[str]:
    yield f"{','.join(_cell(name) for name in table.column_names)}\n"
    columns = [table.column(name).to_pylist() for name in table.column_names]
    for cells in zip(*columns, strict=True):
        yield f"{','.join(map(_cell, cells))}\n"


def _cell(cell: object) -> str:
    match cell:
        case None:
            return ""
        case bool():
            return "true" if cell else "false"
        case float() if cell.is_integer():
            return str(int(cell))
        case date():
            return cell.isoformat()
        case str():
            return '"' + cell.replace('"', '""') + '"'
        case _:
            return repr(cell)
