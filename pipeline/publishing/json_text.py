"""JSON of the publication: the same bytes for the same values, readable by people too."""

import json


def json_text(value: object) -> str:
    """Return a JSON document, its keys in the order given."""
    return f"{json.dumps(value, indent=2, ensure_ascii=False, allow_nan=False)}\n"
