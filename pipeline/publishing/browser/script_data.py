"""Data as classic scripts: a page that is opened from disk may run a script, and may read no other file."""

import json

_RECEIVE = "tallybook.receive"


def data_script(name: str, content: object) -> str:
    """Return a script that hands `content` to the page under a name.

    The text is plain ASCII, and nothing in it can end a script element or a line of JavaScript.
    """
    return f"{_RECEIVE}({_literal(name)}, {_literal(content)});\n"


def _literal(content: object) -> str:
    # An escape in a JSON string is one in JavaScript too; outside of strings JSON has no such character.
    text = json.dumps(content, ensure_ascii=True, allow_nan=False, separators=(",", ":"))
    return text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")
