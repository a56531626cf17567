"""The file format of exchange rates: a CSV file of `data/raw/exchange_rates`, one rate a line."""

from schemas.files.format import FileFormat
from schemas.tables.column import Column, ColumnType

FREQUENCIES = ("daily", "monthly", "quarterly", "yearly")

LOWEST_RATE = 1e-4
"""The dearest currency is worth a few dollars; a rate under this is a slip."""
HIGHEST_RATE = 1e12
"""The worst hyperinflation on record went there; a rate over this is a slip."""

DATE = Column("date", ColumnType.DATE, "Day of the rate, or the last day of its month, quarter or year.")
CURRENCY = Column("currency", ColumnType.TEXT, "Currency, ISO 4217.", pattern=r"[A-Z]{3}")
RATE = Column(
    "rate",
    ColumnType.NUMBER,
    "Units of the currency for one USD.",
    unit="currency per USD",
    minimum=LOWEST_RATE,
    maximum=HIGHEST_RATE,
)
FREQUENCY = Column("frequency", ColumnType.CATEGORY, "How often the series is stated.", choices=FREQUENCIES)
BASIS = Column(
    "basis",
    ColumnType.TEXT,
    "What the rate is of its time, such as `end of period` or `period average`.",
    pattern=r"\S(?:.*\S)?",
)
SOURCE = Column("source", ColumnType.TEXT, "Who published the series.", pattern=r"\S(?:.*\S)?")

EXCHANGE_RATE_FILE = FileFormat(
    name="exchange rates",
    description="A line is an official exchange rate of one currency at one time.",
    columns=(DATE, CURRENCY, RATE, FREQUENCY, BASIS, SOURCE),
)
