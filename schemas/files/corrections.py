"""The file format of corrections: YAML files of `data/curation`, a list under `corrections`."""

from schemas.tables.column import Column
from schemas.tables.common_columns import NUMBER, STATEMENT
from schemas.tables.facts import FACTS

ACTIONS = ("confirm", "correct", "reject", "add")
REQUIRED_KEYS = ("document", "numeral", "action", "expect", "reason", "reviewer", "date")
OPTIONAL_KEYS = ("set",)

_NOT_CORRECTED = frozenset({"rule", "explanation", "review_status", "review_note"})
_FIRST_CORRECTED = FACTS.column_names.index("indicator")
_AFTER_LAST = FACTS.column_names.index("numeral_id")

FIELDS: tuple[Column, ...] = tuple(
    column for column in FACTS.columns[_FIRST_CORRECTED:_AFTER_LAST] if column.name not in _NOT_CORRECTED
)
"""The columns of `facts` that a correction may expect and set."""
NUMBER_FIELDS = frozenset(column.name for column in NUMBER)
STATEMENT_FIELDS = frozenset({"indicator", *(column.name for column in STATEMENT)})
LIST_FIELD = "also"
