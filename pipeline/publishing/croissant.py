"""The dataset as Croissant (schema.org for machine learning): each file, and what each column of a table holds."""

from collections.abc import Iterable

from pipeline.publishing.edition import Edition, PublishedFile, text_file
from pipeline.publishing.json_text import json_text
from pipeline.tables.manifest import file_digest
from pipeline.tables.row_views import SourceRow, rows_of
from schemas.dataset import DATASET
from schemas.tables.catalog import TABLES
from schemas.tables.column import Column, ColumnType, Table

_TERMS = (
    "citeAs", "column", "equivalentProperty", "extract", "field", "fileObject", "fileProperty", "fileSet", "format",
    "includes", "isLiveDataset", "jsonPath", "key", "md5", "parentField", "path", "recordSet", "references", "regex",
    "repeated", "replace", "samplingRate", "separator", "source", "subField", "transform",
)  # fmt: skip
_CONTEXT = {
    "@language": "en",
    "@vocab": "https://schema.org/",
    "cr": "http://mlcommons.org/croissant/",
    "dct": "http://purl.org/dc/terms/",
    "rai": "http://mlcommons.org/croissant/RAI/",
    "sc": "https://schema.org/",
    "conformsTo": "dct:conformsTo",
    "data": {"@id": "cr:data", "@type": "@json"},
    "dataType": {"@id": "cr:dataType", "@type": "@vocab"},
    "examples": {"@id": "cr:examples", "@type": "@json"},
    **{term: f"cr:{term}" for term in _TERMS},
}
"""The standard one; a reader warns of any other."""
_TYPES = {
    ColumnType.TEXT: "sc:Text",
    ColumnType.INTEGER: "sc:Integer",
    ColumnType.NUMBER: "sc:Float",
    ColumnType.BOOLEAN: "sc:Boolean",
    ColumnType.DATE: "sc:Date",
    ColumnType.CATEGORY: "sc:Text",
}


def make_croissant(edition: Edition) -> Iterable[PublishedFile]:
    """Yield the description."""
    sources = rows_of(edition.tables.documents, SourceRow)
    description = {
        "@context": _CONTEXT,
        "@type": "sc:Dataset",
        "conformsTo": "http://mlcommons.org/croissant/1.0",
        "name": DATASET.name,
        "alternateName": DATASET.title,
        "description": DATASET.description,
        "version": edition.build.version,
        "license": DATASET.licence.url,
        "keywords": list(DATASET.keywords),
        "creator": [{"@type": "Organization", "name": creator} for creator in DATASET.creators],
        "citeAs": f"{', '.join(DATASET.creators)}. {DATASET.title}. Version {edition.build.version}. {DATASET.citing}",
        "isBasedOn": [{"@type": "CreativeWork", "name": one.title, "url": one.url} for one in sources],
        "distribution": [_file(edition, declaration) for declaration in TABLES],
        "recordSet": [_records(declaration) for declaration in TABLES],
    }
    yield text_file("croissant.json", json_text(description))


def _file_id(declaration: Table) -> str:
    return f"{declaration.name}.parquet"


def _file(edition: Edition, declaration: Table) -> dict[str, object]:
    path = _file_id(declaration)
    return {
        "@type": "cr:FileObject",
        "@id": path,
        "name": path,
        "description": declaration.description,
        "contentUrl": path,
        "encodingFormat": "application/x-parquet",
        "sha256": file_digest(edition.folder / path),
    }


def _records(declaration: Table) -> dict[str, object]:
    return {
        "@type": "cr:RecordSet",
        "@id": declaration.name,
        "name": declaration.name,
        "description": declaration.description,
        "key": {"@id": f"{declaration.name}/{declaration.key}"},
        "field": [_field(declaration, column) for column in declaration.columns],
    }


def _field(declaration: Table, column: Column) -> dict[str, object]:
    unit = f" Unit: {column.unit}." if column.unit else ""
    # No references: the reference reader joins along them, fails on rows of two tables, and the tables refer to
    # one another in circles. datapackage.json has the keys.
    return {
        "@type": "cr:Field",
        "@id": f"{declaration.name}/{column.name}",
        "name": column.name,
        "description": f"{column.description}{unit}",
        "dataType": _TYPES[column.type],
        "source": {"fileObject": {"@id": _file_id(declaration)}, "extract": {"column": column.name}},
    }
