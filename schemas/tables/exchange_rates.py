"""The table of exchange rates that rows of the dataset used."""

from dataclasses import replace

from schemas.files.exchange_rates import BASIS, CURRENCY, DATE, FREQUENCY, RATE, SOURCE
from schemas.tables.column import Column, ColumnType, Table
from schemas.tables.common_columns import IDENTIFIER_PATTERN

EXCHANGE_RATES = Table(
    name="exchange_rates",
    description="A row is an exchange rate that a row of this dataset used: an official one, or the mean of several.",
    key="rate_id",
    columns=(
        Column("rate_id", ColumnType.TEXT, "Identifier of the rate.", pattern=IDENTIFIER_PATTERN),
        replace(DATE, description="Day of the rate, or the last day of its month, quarter, year or span."),
        CURRENCY,
        RATE,
        FREQUENCY,
        BASIS,
        Column(
            "observations",
            ColumnType.INTEGER,
            "How many rates of the series it is the mean of; 1 for a rate as it was published.",
            minimum=1,
        ),
        SOURCE,
    ),
)
