"""The table of the family `detention`."""

from schemas.tables.column import Table
from schemas.tables.common_columns import (
    CATEGORY,
    CITATION,
    EVIDENCE,
    FACT_BOUNDS,
    FACT_ID,
    FAMILY_REFERENCES,
    INDICATOR,
    NUMBER,
    PERSON,
    STATEMENT,
)
from schemas.tables.review_columns import REVIEW

DETENTIONS = Table(
    name="detentions",
    description="A row is a number of persons detained, held, or released.",
    key="fact_id",
    columns=(FACT_ID, *EVIDENCE, INDICATOR, *NUMBER, *STATEMENT, CATEGORY, PERSON, *REVIEW, *CITATION),
    references=FAMILY_REFERENCES,
    bounds=FACT_BOUNDS,
)
