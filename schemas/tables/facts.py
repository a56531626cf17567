"""The table of all coded facts."""

from schemas.tables.column import Bounds, Column, ColumnType, Table
from schemas.tables.common_columns import (
    CANDIDATE,
    CATEGORY,
    CHAMBER,
    CITATION,
    EVIDENCE,
    FACT_BOUNDS,
    FACT_ID,
    FACT_REFERENCES,
    INDICATOR,
    NUMBER,
    OFFICE,
    PARTY,
    PAYER,
    PERSON,
    STATEMENT,
    USD_REPORTED_HIGH,
    USD_REPORTED_LOW,
)
from schemas.tables.review_columns import REVIEW

FACTS = Table(
    name="facts",
    description="A row is a coded fact: a quantity that answers to an indicator of the codebook.",
    key="fact_id",
    columns=(
        FACT_ID,
        *EVIDENCE,
        INDICATOR,
        *NUMBER,
        *STATEMENT,
        PAYER,
        USD_REPORTED_LOW,
        USD_REPORTED_HIGH,
        PARTY,
        CHAMBER,
        CANDIDATE,
        OFFICE,
        CATEGORY,
        PERSON,
        Column("per", ColumnType.TEXT, "What the number is counted for each of, such as `day`.", nullable=True),
        Column("superseded", ColumnType.BOOLEAN, "Whether the text says that the threshold no longer holds."),
        Column("suspended", ColumnType.BOOLEAN, "Whether the text says that the sentence is suspended."),
        Column(
            "also",
            ColumnType.TEXT,
            "Further indicators that the same number answers to, joined by `; `.",
            nullable=True,
        ),
        Column("rule", ColumnType.TEXT, "Event of the codebook that fired."),
        Column(
            "explanation", ColumnType.TEXT, "What each field was read from, and what else was considered, one a line."
        ),
        *REVIEW,
        *CITATION,
    ),
    references=FACT_REFERENCES,
    bounds=(*FACT_BOUNDS, Bounds("usd_reported_low", "usd_reported_high")),
)
