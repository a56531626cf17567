"""Columns of what an amount is worth: in USD at an official rate, against the text's equivalent, in penalty units."""

from schemas.tables.column import Column, ColumnType
from schemas.tables.common_columns import IDENTIFIER_PATTERN

_RATE = "currency per USD"
EQUIVALENT_FITS = ("fits", "off", "no_equivalent", "no_rates")

CONVERSION = (
    Column(
        "usd_converted",
        ColumnType.NUMBER,
        "The amount at `rate`, to the cent; null where there is no rate, or the text states no one amount.",
        nullable=True,
        unit="USD",
        minimum=0,
    ),
    Column("usd_converted_low", ColumnType.NUMBER, "`amount_low` at `rate`.", nullable=True, unit="USD", minimum=0),
    Column("usd_converted_high", ColumnType.NUMBER, "`amount_high` at `rate`.", nullable=True, unit="USD", minimum=0),
    Column(
        "rate",
        ColumnType.NUMBER,
        "Exchange rate of the period of the fact, or of the report's year where it has none.",
        nullable=True,
        unit=_RATE,
        minimum=0,
    ),
    Column(
        "rate_date",
        ColumnType.DATE,
        "Day of the rate, or the last day of its month, quarter, year or span.",
        nullable=True,
    ),
    Column("rate_source", ColumnType.TEXT, "Who published the rate.", nullable=True),
    Column("rate_id", ColumnType.TEXT, "The rate, in `exchange_rates`.", nullable=True, pattern=IDENTIFIER_PATTERN),
    Column("rate_choice", ColumnType.TEXT, "How the rate was chosen, or why there is none.", pattern=r"\S.*"),
)
CONSISTENCY = (
    Column(
        "usd_deviation_pct",
        ColumnType.NUMBER,
        "How far the reported equivalent is over (negative: under) the amount at `rate`; of a range, the worse end.",
        nullable=True,
        unit="percent of the amount at `rate`",
    ),
    Column(
        "implied_rate_low",
        ColumnType.NUMBER,
        "Lowest exchange rate that the reported equivalent, rounded as it is, allows.",
        nullable=True,
        unit=_RATE,
        minimum=0,
    ),
    Column(
        "implied_rate_high",
        ColumnType.NUMBER,
        "Highest exchange rate that the reported equivalent, rounded as it is, allows.",
        nullable=True,
        unit=_RATE,
        minimum=0,
    ),
    Column(
        "equivalent_fit",
        ColumnType.CATEGORY,
        "Whether that interval meets the range of official rates of the report's year and the year before: `fits`, "
        "`off` where it does not, `no_equivalent` where the text gives none, `no_rates` where too few are known.",
        choices=EQUIVALENT_FITS,
    ),
    Column(
        "equivalent_fit_months",
        ColumnType.TEXT,
        "Months of those two years whose official rate lies in that interval, joined by `; `.",
        nullable=True,
    ),
)
PENALTY_UNITS = (
    Column(
        "penalty_units",
        ColumnType.NUMBER,
        "How many penalty units of the country the amount is; null where it is no whole number of one in force in the "
        "report's year or the two before it.",
        nullable=True,
        unit="penalty unit",
        minimum=1,
    ),
    Column("penalty_unit_name", ColumnType.TEXT, "Name of the penalty unit.", nullable=True),
    Column(
        "penalty_unit_value", ColumnType.NUMBER, "Value of one unit.", nullable=True, unit="see `currency`", minimum=0
    ),
    Column("penalty_unit_valid_from", ColumnType.DATE, "First day on which the unit had that value.", nullable=True),
    Column(
        "penalty_unit_also",
        ColumnType.TEXT,
        "Other values of a unit in force in those years that divide the amount too, joined by `; `: the choice among "
        "them is the latest.",
        nullable=True,
    ),
)
MONEY = (*CONVERSION, *CONSISTENCY, *PENALTY_UNITS)
