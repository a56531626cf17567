"""Tables as Parquet files with the same bytes for the same values, and back."""

import hashlib
import json
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from pipeline.errors import DatasetError
from pipeline.tables.column_arrays import in_declared_dictionaries
from pipeline.tables.dataset_tables import Tables
from schemas.tables.arrow_schema import VERSION_KEY, arrow_schema
from schemas.tables.catalog import TABLES
from schemas.tables.column import Table

REMEDY = "; run `dvc repro` to build the dataset again"
"""Closes the sentence of every fault of a file."""


@dataclass(frozen=True, slots=True)
class ParquetLayout:
    """How the files are laid out; part of their bytes."""

    compression: str
    compression_level: int
    row_group_rows: int


def write_tables(folder: Path, tables: Tables, layout: ParquetLayout, version: str) -> None:
    """Write one file a table into a folder that exists; the version of the package goes into the file's metadata."""
    for declaration, table in tables.named():
        metadata = {**(arrow_schema(declaration).metadata or {}), VERSION_KEY: version.encode()}
        pq.write_table(
            table.replace_schema_metadata(metadata),
            table_path(folder, declaration),
            compression=layout.compression,
            compression_level=layout.compression_level,
            row_group_size=layout.row_group_rows,
            version="2.6",
            data_page_version="1.0",
            write_statistics=True,
        )


def table_path(folder: Path, declaration: Table) -> Path:
    """Return where a folder holds a table."""
    return folder / f"{declaration.name}.parquet"


def read_table(folder: Path, declaration: Table) -> pa.Table:
    """Return a table as it was written, without the version in its metadata.

    Raises:
        DatasetError: the file is missing, is no Parquet file, or has other columns than the table declares.

    """
    path = table_path(folder, declaration)
    try:
        table = pq.ParquetFile(path).read()
    except FileNotFoundError as error:
        message = f"{path}: the table is missing{REMEDY}"
        raise DatasetError(message) from error
    except (OSError, ValueError, pa.ArrowException) as error:
        message = f"{path}: this is no readable Parquet file ({error}){REMEDY}"
        raise DatasetError(message) from error
    if tuple(table.column_names) != declaration.column_names:
        message = f"{path}: the columns are not those that the table declares{REMEDY}"
        raise DatasetError(message)
    wanted = arrow_schema(declaration)
    for field in wanted:
        if not table.schema.field(field.name).equals(field):
            message = f"{path}: column {field.name} is not of the declared type{REMEDY}"
            raise DatasetError(message)
    return in_declared_dictionaries(declaration, table)


def read_tables(folder: Path) -> Tables:
    """Return all tables of a folder.

    Raises:
        DatasetError: one is missing or is not the declared one.

    """
    return Tables(**{declaration.name: read_table(folder, declaration) for declaration in TABLES})


def column_digests(declaration: Table, table: pa.Table) -> tuple[tuple[str, str], ...]:
    """Return the SHA-256 of the values of each column, the same for any version of the Parquet library."""
    return tuple((column.name, _digest(table.column(column.name).to_pylist())) for column in declaration.columns)


def _digest(cells: list[object]) -> str:
    digest = hashlib.sha256()
    for cell in cells:
        plain = cell.isoformat() if isinstance(cell, date) else cell
        digest.update(json.dumps(plain, ensure_ascii=True).encode())
        digest.update(b"\n")
    return digest.hexdigest()
