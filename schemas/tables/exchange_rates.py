"""The table of exchange rates that rows of the dataset used."""

from schemas.tables.column import Column, ColumnType, Table
from schemas.tables.common_columns import IDENTIFIER_PATTERN

FREQUENCIES = ("daily", "monthly", "yearly")

EXCHANGE_RATES = Table(
    name="exchange_rates",
    description="A row is an official exchange rate that a row of this dataset used.",
    key="rate_id",
    columns=(
        Column("rate_id", ColumnType.TEXT, "Identifier of the rate.", pattern=IDENTIFIER_PATTERN),
        Column("date", ColumnType.DATE, "Day of the rate, or the last day of its month or year."),
        Column("currency", ColumnType.TEXT, "Currency, ISO 4217.", pattern=r"[A-Z]{3}"),
        Column("rate", ColumnType.NUMBER, "Units of the currency for one USD.", unit="currency per USD", minimum=0),
        Column("frequency", ColumnType.CATEGORY, "How often the series is stated.", choices=FREQUENCIES),
        Column("basis", ColumnType.TEXT, "What the rate is of its time, such as `end of period`."),
        Column("source", ColumnType.TEXT, "Who published the series."),
    ),
)
