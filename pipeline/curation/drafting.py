"""The draft of a correction: what the program says of a number, for a reviewer to confirm or to change."""

from collections.abc import Mapping
from datetime import date

import yaml

from schemas.files.corrections import FIELDS, LIST_FIELD

_LINE_WIDTH = 110
_LIST_SEPARATOR = "; "
_HEAD = """\
# Decide: confirm as it is; correct, with the fields to change under `set`; or reject. Then give the reason and your
# name, and put the entry under `corrections:` in a file of data/curation.
"""
_HEAD_OF_ADDED = """\
# The program has no fact here. Say under `set` what it is, give the reason and your name, and put the entry under
# `corrections:` in a file of data/curation.
"""


def draft_of_correction(document_id: str, numeral_id: str, cells: Mapping[str, object], day: date) -> str:
    """Return the YAML of a correction of a number; `cells` are those of its fact, or of its ledger entry for none."""
    expect = {column.name: _plain(column.name, cells.get(column.name)) for column in FIELDS}
    entry: dict[str, object] = {
        "document": document_id,
        "numeral": numeral_id,
        "action": "confirm" if "indicator" in cells else "add",
        "expect": {name: value for name, value in expect.items() if value not in (None, False, [])},
    }
    if "indicator" not in cells:
        entry["set"] = {"indicator": "family.indicator", "modality": "occurred"}
    entry |= {"reason": "why", "reviewer": "your name", "date": day}
    head = _HEAD if "indicator" in cells else _HEAD_OF_ADDED
    return head + yaml.safe_dump([entry], sort_keys=False, allow_unicode=True, width=_LINE_WIDTH)


def _plain(name: str, value: object) -> object:
    if name == LIST_FIELD:
        return str(value).split(_LIST_SEPARATOR) if value else []
    return int(value) if isinstance(value, float) and value.is_integer() else value
