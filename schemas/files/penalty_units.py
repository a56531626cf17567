"""The file format of penalty units: `data/raw/penalty_units.csv`, one value of one unit a line."""

from schemas.files.format import FileFormat
from schemas.tables.column import Column, ColumnType
from schemas.tables.common_columns import COUNTRY_PATTERN

PENALTY_UNIT_FILE = FileFormat(
    name="penalty units",
    description="A line is the value that a state gave, from a day on, to the unit in which its laws set fines.",
    columns=(
        Column("country", ColumnType.TEXT, "Country, ISO 3166-1 alpha-3.", pattern=COUNTRY_PATTERN),
        Column("unit", ColumnType.TEXT, "Name of the unit.", pattern=r"\S(?:.*\S)?"),
        Column("value", ColumnType.NUMBER, "Value of one unit.", unit="see `currency`", minimum=1e-4, maximum=1e12),
        Column("currency", ColumnType.TEXT, "Currency of the value, ISO 4217.", pattern=r"[A-Z]{3}"),
        Column("valid_from", ColumnType.DATE, "First day on which the value holds."),
        Column("source", ColumnType.TEXT, "Law or decision that set it.", pattern=r"\S(?:.*\S)?"),
    ),
)
