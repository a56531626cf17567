"""From a declaration to the Arrow schema, with the meaning of each column in its field's metadata."""

import pyarrow as pa

from schemas.tables.column import Column, ColumnType, Table

VERSION_KEY = b"tallybook_version"
"""Where the metadata of a file holds the version of the dataset."""
_TYPES = {
    ColumnType.TEXT: pa.string(),
    ColumnType.INTEGER: pa.int64(),
    ColumnType.NUMBER: pa.float64(),
    ColumnType.BOOLEAN: pa.bool_(),
    ColumnType.DATE: pa.date32(),
    ColumnType.CATEGORY: pa.dictionary(pa.int8(), pa.string()),
}


def arrow_schema(table: Table) -> pa.Schema:
    """Return the explicit schema of a table, its description in the metadata."""
    metadata = {"description": table.description, "key": table.key}
    return pa.schema([_field(column) for column in table.columns], metadata=metadata)


def _field(column: Column) -> pa.Field:
    metadata = {"description": column.description}
    if column.unit is not None:
        metadata["unit"] = column.unit
    if column.choices:
        metadata["choices"] = ", ".join(column.choices)
    return pa.field(column.name, _TYPES[column.type], nullable=column.nullable, metadata=metadata)
