"""The table of the ledger."""

from dataclasses import replace

from schemas.tables.column import Bounds, Column, ColumnType, Reference, Table
from schemas.tables.common_columns import (
    APPROXIMATION,
    COUNTED,
    COUNTRY,
    DOCUMENT_ID,
    END,
    HIGH,
    LOW,
    NUMBER_BOUNDS,
    NUMERAL_ID,
    PARAGRAPH_ID,
    REPORT_YEAR,
    ROLES,
    SECTION,
    SOURCE_URL,
    START,
    SURFACE,
    UNIT,
    VALUE,
)
from schemas.tables.review_columns import REVIEW

NUMERALS = Table(
    name="numerals",
    description="A row is a ledger entry: one numeral of a document, what it is, and its fact or why it has none.",
    key="numeral_id",
    columns=(
        NUMERAL_ID,
        DOCUMENT_ID,
        PARAGRAPH_ID,
        SECTION,
        COUNTRY,
        REPORT_YEAR,
        START,
        END,
        SURFACE,
        Column("role", ColumnType.CATEGORY, "What the numeral is.", choices=ROLES),
        VALUE,
        LOW,
        HIGH,
        replace(APPROXIMATION, nullable=True),
        replace(UNIT, nullable=True),
        COUNTED,
        Column("governor", ColumnType.TEXT, "Lemma of the predicate nearest to the number.", nullable=True),
        Column("equivalent_of", ColumnType.TEXT, "Ledger entry of the amount that this one converts.", nullable=True),
        Column("fact_id", ColumnType.TEXT, "Fact of the number, in `facts`.", nullable=True),
        Column("reason", ColumnType.TEXT, "Why the entry has no fact.", nullable=True),
        Column("rule", ColumnType.TEXT, "Rule that gave the role: its name and a clause in words."),
        *REVIEW,
        Column(
            "quote",
            ColumnType.TEXT,
            "The sentence of the number's fact, or the words around it where it has none.",
            pattern=r"(?s:.+)",
        ),
        SOURCE_URL,
    ),
    references=(
        Reference("document_id", "documents"),
        Reference("paragraph_id", "paragraphs"),
        Reference("equivalent_of", "numerals"),
        Reference("fact_id", "facts"),
    ),
    bounds=(*NUMBER_BOUNDS, Bounds("start", "end")),
)
