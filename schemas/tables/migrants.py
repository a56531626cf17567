"""The table of the family `migration`."""

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
    STATEMENT,
)
from schemas.tables.review_columns import REVIEW

MIGRANTS = Table(
    name="migrants",
    description="A row is a number of migrants, refugees, displaced or stateless persons.",
    key="fact_id",
    columns=(FACT_ID, *EVIDENCE, INDICATOR, *NUMBER, *STATEMENT, CATEGORY, *REVIEW, *CITATION),
    references=FAMILY_REFERENCES,
    bounds=FACT_BOUNDS,
)
