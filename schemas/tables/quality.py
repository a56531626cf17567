"""The table of what the sources contradict, or what is merely odd."""

from dataclasses import replace

from schemas.tables.column import Column, ColumnType, Reference, Table
from schemas.tables.common_columns import DOCUMENT_ID, IDENTIFIER_PATTERN

LEFT_OUT = "source_left_out"
PICTURED = "page_without_text"
CHECKS = (
    LEFT_OUT,
    PICTURED,
    "part_over_whole",
    "parts_over_whole",
    "seats_over_chamber",
    "equivalent_off_official_rates",
    "implied_rate_inconsistent",
    "implied_rate_out_of_line",
    "vote_shares_over_hundred",
    "period_after_report",
)
SEVERITIES = ("note", "warning")

QUALITY = Table(
    name="quality",
    description="A row is a finding of a soft check: a contradiction in a source, or something odd worth a look.",
    key="quality_id",
    columns=(
        Column(
            "quality_id",
            ColumnType.TEXT,
            "Identifier of the finding: of its check, and its fact or file.",
            pattern=IDENTIFIER_PATTERN,
        ),
        Column("check", ColumnType.CATEGORY, "Check that found it.", choices=CHECKS),
        Column(
            "severity",
            ColumnType.CATEGORY,
            "`warning` where the numbers cannot all be true as coded, `note` where they are merely odd.",
            choices=SEVERITIES,
        ),
        replace(DOCUMENT_ID, nullable=True),
        Column("path", ColumnType.TEXT, "File of a source that was left out, relative to the checkout.", nullable=True),
        Column("fact_id", ColumnType.TEXT, "Fact that it is about, in `facts`.", nullable=True),
        Column("numeral_id", ColumnType.TEXT, "Ledger entry that it is about, in `numerals`.", nullable=True),
        Column("message", ColumnType.TEXT, "What was found, in words.", pattern=r"(?s:.+)"),
        Column("quote", ColumnType.TEXT, "The sentence that it was found in.", nullable=True, pattern=r"(?s:.+)"),
    ),
    references=(
        Reference("document_id", "documents"),
        Reference("fact_id", "facts"),
        Reference("numeral_id", "numerals"),
    ),
)
