"""Marks of footnotes: what is raised in the original is raised in its text, so that no mark becomes part of a number.

`63,125<sup>4</sup> tenge` is read as `63,125⁴ tenge`. A raised ending of an ordinal (`21<sup>st</sup>`) stays what it
is, and so does a fraction (`<sup>1</sup>/<sub>2</sub>`).
"""

import re
from collections.abc import Iterator

RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹ᵃᵇᶜᵈᵉᶠᵍʰ"
_PLAIN = "0123456789abcdefgh"
_TO_RAISED = str.maketrans(_PLAIN, RAISED)
_TO_PLAIN = str.maketrans(RAISED, _PLAIN)
_MARK = re.compile(
    r"\s*[\[(]?\s*(?:(?:foot|end)?note\s+)?(\d{1,3}(?:\s*[,\u2013-]\s*\d{1,3})*|[a-h])\s*[\])]?\s*",
    re.ASCII | re.IGNORECASE,
)
_RAISED_NUMBER = re.compile(rf"[{RAISED[:10]}](?<![^\W\d_]m.)(?<!\bm.)(?<!\dm.)[{RAISED[:10]}]*")
"""Not that of `km²` or `m³`, which is part of a unit. The digit stands first: few texts have one to look behind."""
_BRACKETED_NUMBER = re.compile(r"(?<=[^\s\[(\"'“‘«—–-])\[([0-9]{1,3})\]")
"""A mark in brackets stands right behind what it is of: `63,125[4] tenge`; an editor’s `“[12] men` does not."""
_FRACTION = re.compile(rf"(\d?)([{RAISED[:10]}]{{1,3}})([/\u2044]\d)")


def raised(text: str) -> str:
    """Return a text that is raised in the original, the mark of a note (`4`, `[4]`, `[note 4]`) as raised digits."""
    mark = _MARK.fullmatch(text)
    return mark[1].lower().translate(_TO_RAISED) if mark else text


def lowered(text: str) -> str:
    """Return a text with its raised digits and letters as plain ones, as the original has them in its characters."""
    return text.translate(_TO_PLAIN)


def mark_spans(text: str) -> Iterator[tuple[int, int]]:
    """Yield where the numbers of a text stand that are marks of notes, raised or in brackets."""
    if not text.isascii():
        for found in _RAISED_NUMBER.finditer(text):
            yield found.span()
    if "[" in text:
        for found in _BRACKETED_NUMBER.finditer(text):
            yield found.span(1)


def with_fractions(text: str) -> str:
    """Return a text with the raised digits of fractions as plain ones, parted from a whole number before them."""

    def plain(found: re.Match[str]) -> str:
        whole = f"{found[1]} " if found[1] else ""
        return f"{whole}{found[2].translate(_TO_PLAIN)}{found[3]}"

    return _FRACTION.sub(plain, text)


def without_bracketed(text: str) -> str:
    """Return a text with spaces in the place of the marks of notes in brackets, as long as it was."""
    return _BRACKETED_NUMBER.sub(lambda found: " " * len(found[0]), text) if "[" in text else text
