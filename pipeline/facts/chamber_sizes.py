"""The size of a chamber: the whole of which seats that somebody won are a part, and by which a chamber is told."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from pipeline.facts.clauses import is_capital, is_preposition
from pipeline.facts.drafts import Draft, coded_match
from pipeline.numerals.phrases import is_plain_phrase

_IN = frozenset({"in", "of", "on"})
_SIZE = "election.seats_total"
_NEIGHBOURS = 60
"""Numbers back in which the size of a body may have been told."""


def with_chamber(draft: Draft, index: int, drafts: Sequence[Draft]) -> Draft:
    """Give the seats that a party won the chamber's size as their whole, where the sentence tells it."""
    if draft.whole >= 0 or draft.comparison or not _answers_to(drafts, index, "election.seats_won"):
        return draft
    for at, other in enumerate(drafts):
        if other.sentence == draft.sentence and _answers_to(drafts, at, _SIZE) and not _exceeds(draft, other):
            return draft if _is_of_other_body(draft, other) else replace(draft, whole=at)
    return draft


def _exceeds(draft: Draft, total: Draft) -> bool:
    """Tell whether seats are more than a body has: `in the 30-member Senate …, 83 Chamber seats`."""
    part, whole = draft.quantity.value, total.quantity.value
    return part is not None and whole is not None and part > whole


def _is_of_other_body(draft: Draft, total: Draft) -> bool:
    """Tell whether seats with a body of their own follow the size of another: `11 of 30 Senate seats, nine in`."""
    analysis, body = draft.analysis, draft.chunk + 2
    if total.chunk > draft.chunk or not is_preposition(analysis, body - 1, _IN) or not is_plain_phrase(analysis, body):
        return False
    words = analysis.sentence.words
    named = words[analysis.chunks[body].head]
    return is_capital(analysis, analysis.chunks[body].head) and named not in words[: analysis.chunks[draft.chunk].first]


def _answers_to(drafts: Sequence[Draft], index: int, indicator: str) -> bool:
    found = coded_match(drafts, index)
    return found is not None and found.indicator.indicator_id == indicator


def sized_alike(drafts: Sequence[Draft], index: int) -> Iterator[Draft]:
    """Yield the sizes told before, the latest first, that equal the whole of a number, or the number that is one."""
    whole = drafts[drafts[index].whole] if drafts[index].whole >= 0 else drafts[index]
    if not _tells_size(whole):
        return
    for other in reversed(drafts[max(0, index - _NEIGHBOURS) : index]):
        if other is not whole and other.quantity.value == whole.quantity.value and _tells_size(other):
            yield other


def _tells_size(draft: Draft) -> bool:
    return draft.match is not None and draft.match.indicator.indicator_id == _SIZE
