"""The dataset as a Data Package (version 2): each table with its columns, keys and terms.

`bytes` is left out of Parquet resources: a validator that reads them through Arrow never sees the bytes.
"""

from collections.abc import Iterable, Iterator

from pipeline.publishing.csv_copies import csv_path
from pipeline.publishing.edition import Edition, PublishedFile, text_file
from pipeline.publishing.json_text import json_text
from pipeline.tables.manifest import file_digest
from pipeline.tables.row_views import SourceRow, rows_of
from schemas.dataset import DATASET
from schemas.tables.catalog import FACT_TABLES, TABLES, table_named
from schemas.tables.column import Column, ColumnType, Table

_PROFILE = "https://datapackage.org/profiles/2.0/datapackage.json"
_TYPES = {
    ColumnType.TEXT: "string",
    ColumnType.INTEGER: "integer",
    ColumnType.NUMBER: "number",
    ColumnType.BOOLEAN: "boolean",
    ColumnType.DATE: "date",
    ColumnType.CATEGORY: "string",
}


def make_data_package(edition: Edition) -> Iterable[PublishedFile]:
    """Yield the descriptor of the package."""
    licence = DATASET.licence
    package = {
        "$schema": _PROFILE,
        "name": DATASET.name,
        "title": DATASET.title,
        "description": DATASET.description,
        "version": edition.build.version,
        "keywords": list(DATASET.keywords),
        "contributors": [{"title": creator, "roles": ["creator"]} for creator in DATASET.creators],
        "licenses": [{"name": licence.identifier, "title": licence.title, "path": licence.url}],
        "sources": [{"title": source.title, "path": source.url} for source in _sources(edition)],
        "resources": list(_resources(edition)),
    }
    yield text_file("datapackage.json", json_text(package))


def _sources(edition: Edition) -> tuple[SourceRow, ...]:
    return rows_of(edition.tables.documents, SourceRow)


def _resources(edition: Edition) -> Iterator[dict[str, object]]:
    for declaration in TABLES:
        path = f"{declaration.name}.parquet"
        resource = _resource(edition, declaration, declaration.name, path)
        media = {"format": "parquet", "mediatype": "application/vnd.apache.parquet"}
        yield {**resource, **media, "schema": _schema(declaration, in_csv=False)}
    for declaration in FACT_TABLES:
        resource = _resource(edition, declaration, f"{declaration.name}-csv", csv_path(declaration.name))
        media = {"format": "csv", "mediatype": "text/csv", "encoding": "utf-8"}
        yield {**resource, **media, "schema": _schema(declaration, in_csv=True)}


def _resource(edition: Edition, declaration: Table, name: str, path: str) -> dict[str, object]:
    return {
        "name": name,
        "path": path,
        "type": "table",
        "hash": f"sha256:{file_digest(edition.folder / path)}",
        "description": declaration.description,
    }


def _schema(declaration: Table, *, in_csv: bool) -> dict[str, object]:
    # A CSV copy has only the tables of facts beside it: keys lead to the Parquet resources.
    keys = [
        {"fields": [one.column], "reference": {"resource": one.table, "fields": [table_named(one.table).key]}}
        for one in declaration.references
    ]
    schema: dict[str, object] = {
        "fields": [_field(column, in_csv=in_csv) for column in declaration.columns],
        # Parquet has nulls of its own; in CSV a null and a text without characters look alike.
        "missingValues": [""] if in_csv else [],
        "primaryKey": [declaration.key],
    }
    return {**schema, "foreignKeys": keys} if keys else schema


def _field(column: Column, *, in_csv: bool) -> dict[str, object]:
    may_be_empty = column.type is ColumnType.TEXT and column.pattern is None
    constraints: dict[str, object] = {} if column.nullable or (in_csv and may_be_empty) else {"required": True}
    if column.choices:
        constraints["enum"] = list(column.choices)
    if column.minimum is not None:
        constraints["minimum"] = _bound(column, column.minimum)
    if column.maximum is not None:
        constraints["maximum"] = _bound(column, column.maximum)
    # What reads Parquet through pandas meets the null of a number as a float.
    as_float = column.type in {ColumnType.INTEGER, ColumnType.NUMBER} and column.nullable and not in_csv
    field = {
        "name": column.name,
        "type": _TYPES[column.type],
        "description": column.description,
        "unit": column.unit,
        "constraints": constraints,
        "missingValues": ["", "nan"] if as_float else None,
    }
    return {name: value for name, value in field.items() if value}


def _bound(column: Column, bound: float) -> float:
    return int(bound) if column.type is ColumnType.INTEGER else bound
