"""Numbers in parentheses: what they leave to the number before, and those that count the same in another year."""

from collections.abc import Sequence

from pipeline.facts.drafts import Draft
from pipeline.facts.steps import closing, quantity_at
from pipeline.language.chunks import Kind
from pipeline.numerals.phrases import is_enclosed, kind_at
from pipeline.numerals.quantities import Analysis

_YEAR = 4
"""Digits of a year."""


def is_of_other_year(draft: Draft) -> bool:
    """Tell whether a bare number opens a parenthesis that tells the same of other years: `12 trials (nine in 2014)`.

    Numbers that together make more than one year of a whole are its parts: `12 trials (five in 2014, seven in 2015)`.
    """
    here, at = draft.analysis, draft.chunk
    if kind_at(here, at - 1) is not Kind.OPEN or kind_at(here, at + 2) is not Kind.DATE:
        return False
    date = here.chunks[at + 2]
    is_year = date.first == date.last and len(date.word) == _YEAR and date.word.isdigit()
    bare = here.chunks[at].last == draft.figure.last and draft.quantity.measure is None
    return is_year and bare and here.chunks[at + 1].word == "in" and not _adds_up(here, at)


def _adds_up(analysis: Analysis, first: int) -> bool:
    """Tell whether the numbers of a parenthesis make up a number before it."""
    enclosed = (quantity_at(analysis, at) for at in range(first, closing(analysis, first - 1)))
    values = [quantity.value or 0 for quantity in enclosed if quantity is not None]
    before = (quantity_at(analysis, at) for at in range(first - 1))
    return len(values) > 1 and sum(values) in {quantity.value for quantity in before if quantity is not None}


def before_parentheses(index: int, earlier: Sequence[Draft], draft: Draft) -> int:
    """Return the number before the parentheses in which an earlier one stands, where they close before a later one.

    The index itself, where it stands in none: `48 victims (20 in Gao, 28 in Kita), including 12 girls`.
    """
    outside = index
    while outside >= 0 and _is_closed_before(earlier[outside], draft):
        outside -= 1
    return outside if outside >= 0 and earlier[outside].sentence == draft.sentence else index


def _is_closed_before(found: Draft, draft: Draft) -> bool:
    """Tell whether a number before another stands in parentheses that close before it."""
    if found.sentence != draft.sentence or not is_enclosed(found.analysis, found.chunk):
        return False
    return any(chunk.kind is Kind.CLOSE for chunk in found.analysis.chunks[found.chunk : draft.chunk])
