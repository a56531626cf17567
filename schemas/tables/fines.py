"""The table of money that someone must pay as a penalty."""

from dataclasses import replace

from schemas.tables.column import Bounds, Column, ColumnType, Reference, Table
from schemas.tables.common_columns import (
    APPROXIMATION,
    CITATION,
    EVIDENCE,
    FACT_ID,
    FAMILY_REFERENCES,
    HIGH,
    INDICATOR,
    LOW,
    PAYER,
    PERSON,
    STATEMENT,
    USD_REPORTED_HIGH,
    USD_REPORTED_LOW,
    VALUE,
)
from schemas.tables.money_columns import MONEY
from schemas.tables.review_columns import REVIEW

FINES = Table(
    name="fines",
    description="A row is an amount of a penalty, imposed, proposed or set by law, with the equivalent in the text.",
    key="fact_id",
    columns=(
        FACT_ID,
        *EVIDENCE,
        INDICATOR,
        replace(VALUE, name="amount", unit="see `currency`", minimum=0),
        replace(LOW, name="amount_low", unit="see `currency`", minimum=0),
        replace(HIGH, name="amount_high", unit="see `currency`", minimum=0),
        Column("currency", ColumnType.TEXT, "Currency of the amount, ISO 4217.", pattern=r"[A-Z]{3}"),
        APPROXIMATION,
        *STATEMENT,
        PAYER,
        PERSON,
        Column("per", ColumnType.TEXT, "What the amount is for each of, such as `day`.", nullable=True),
        USD_REPORTED_LOW,
        USD_REPORTED_HIGH,
        *MONEY,
        *REVIEW,
        *CITATION,
    ),
    references=(*FAMILY_REFERENCES, Reference("rate_id", "exchange_rates")),
    bounds=(
        Bounds("amount_low", "amount"),
        Bounds("amount", "amount_high"),
        Bounds("amount_low", "amount_high"),
        Bounds("usd_reported_low", "usd_reported_high"),
        Bounds("usd_converted_low", "usd_converted"),
        Bounds("usd_converted", "usd_converted_high"),
        Bounds("usd_converted_low", "usd_converted_high"),
        Bounds("implied_rate_low", "implied_rate_high"),
        Bounds("period_start", "period_end"),
        Bounds("start", "end"),
    ),
)
