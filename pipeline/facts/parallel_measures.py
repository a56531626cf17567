"""Amounts and shares that run parallel to one before: a new limit of the same, the next in a list."""

from collections.abc import Iterator, Sequence
from functools import cache

from pipeline.facts.drafts import Draft
from pipeline.language.chunks import Kind
from pipeline.language.lexicon import words_of

# What a result is told in beside its share, and how many chunks apart the two stand.
_IN_PAIRS = frozenset({"seat", "vote"})
_PAIR = 3


@cache
def _limits() -> frozenset[str]:
    return frozenset(words_of("relations", "limits"))


def latest_first(earlier: Sequence[Draft]) -> Iterator[tuple[int, Draft]]:
    """Yield the drafts before a number with their indices, the latest first."""
    for index in range(len(earlier) - 1, -1, -1):
        yield index, earlier[index]


def of_limit(draft: Draft, earlier: Sequence[Draft]) -> int:
    """Return the amount of which this one is a new limit (`it raised the maximum to 1 million euros`); -1 for none."""
    if not any(relation.lemma in _limits() or relation.obj in _limits() for relation in draft.relations):
        return -1
    for index, found in latest_first(earlier):
        if draft.sentence - found.sentence > 1:
            return -1
        if found.is_coded and found.unit == draft.unit and found.equivalent_of < 0:
            return index
    return -1


def _share_in_pair(draft: Draft, earlier: Sequence[Draft], index: int) -> int:
    """Return the share of a result told right after a number, as this one is; -1 where there is none."""
    beside = draft.chunk - earlier[index].chunk <= _PAIR
    for at in range(index - 1, 0, -1):
        found, before = earlier[at], earlier[at - 1]
        if found.sentence != draft.sentence or not beside:
            return -1
        paired = found.chunk - before.chunk <= _PAIR and before.unit in _IN_PAIRS
        if found.unit == draft.unit and found.is_coded and paired:
            return at
    return -1


def parallel_measure(draft: Draft, earlier: Sequence[Draft]) -> int:
    """Return the amount or share just before that this one is coordinated with; -1 for none.

    Shares may have subjects of their own: `58.6 percent … and the commander 39.5`.
    """
    index = next((index for index, found in latest_first(earlier) if found.equivalent_of < 0), -1)
    if index < 0:
        return -1
    found = earlier[index]
    if draft.unit == "percent" and found.unit in _IN_PAIRS:
        # `69 seats (44 percent), Respublika 37 (30 percent)`: the share goes with the share.
        return _share_in_pair(draft, earlier, index)
    if found.sentence != draft.sentence or found.unit != draft.unit:
        return -1
    between = draft.analysis.chunks[found.chunk + 1 : draft.chunk]
    is_governed = any(chunk.kind is Kind.VERB for chunk in between)
    return -1 if is_governed and draft.unit != "percent" else index
