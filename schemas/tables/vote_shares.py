"""The table of shares of the vote, and of turnout."""

from dataclasses import replace

from schemas.tables.column import Table
from schemas.tables.common_columns import (
    APPROXIMATION,
    CANDIDATE,
    CATEGORY,
    CHAMBER,
    CITATION,
    EVIDENCE,
    FACT_BOUNDS,
    FACT_ID,
    FAMILY_REFERENCES,
    HIGH,
    INDICATOR,
    LOW,
    OFFICE,
    PARTY,
    STATEMENT,
    UNIT,
    VALUE,
)
from schemas.tables.review_columns import REVIEW

VOTE_SHARES = Table(
    name="vote_shares",
    description="A row is a share of the vote, or of the voters who voted.",
    key="fact_id",
    columns=(
        FACT_ID,
        *EVIDENCE,
        INDICATOR,
        *(replace(column, unit="percent", minimum=0, maximum=100) for column in (VALUE, LOW, HIGH)),
        APPROXIMATION,
        UNIT,
        *STATEMENT,
        PARTY,
        CANDIDATE,
        OFFICE,
        CHAMBER,
        CATEGORY,
        *REVIEW,
        *CITATION,
    ),
    references=FAMILY_REFERENCES,
    bounds=FACT_BOUNDS,
)
