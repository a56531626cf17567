"""The table of seats won, contested and in total."""

from schemas.tables.column import Table
from schemas.tables.common_columns import (
    CATEGORY,
    CHAMBER,
    CITATION,
    EVIDENCE,
    FACT_BOUNDS,
    FACT_ID,
    FAMILY_REFERENCES,
    INDICATOR,
    NUMBER,
    PARTY,
    STATEMENT,
)
from schemas.tables.review_columns import REVIEW

SEATS = Table(
    name="seats",
    description="A row is a number of seats: won or held, up for election, or the size of the body.",
    key="fact_id",
    columns=(FACT_ID, *EVIDENCE, INDICATOR, *NUMBER, *STATEMENT, PARTY, CHAMBER, CATEGORY, *REVIEW, *CITATION),
    references=FAMILY_REFERENCES,
    bounds=FACT_BOUNDS,
)
