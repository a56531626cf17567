"""Why a fact says what it says: sentences for a reader, made from the fact itself so that they never contradict it."""

from collections.abc import Iterator, Sequence

from pipeline.facts.drafts import Draft
from pipeline.facts.fact import Fact
from pipeline.facts.matching import Match
from pipeline.record import record


@record
class Reasons:
    """What the modality and the period of a fact were read from, in words."""

    modality: str
    period: str


def explanation_of(fact: Fact, found: Match, drafts: Sequence[Draft], index: int, because: Reasons) -> tuple[str, ...]:
    """Return what each field of a fact was read from, and what else was considered and why it lost."""
    draft = drafts[index]
    return (
        f"Indicator {fact.indicator}: {found.evidence}.",
        *_of_inheritance(fact, drafts, index),
        *_of_count(fact, draft),
        f"Modality {fact.modality.value}: {because.modality}.",
        f"Period: {because.period}.",
        *_of_source(fact, draft),
        *_of_whole(fact, draft, drafts),
        *_of_further_indicators(found),
    )


def _of_inheritance(fact: Fact, drafts: Sequence[Draft], index: int) -> Iterator[str]:
    draft = drafts[index]
    if draft.heir_of < 0:
        return
    own = draft.match
    giver = f"{drafts[draft.heir_of].surface!r} {'before' if draft.heir_of < index else 'after it'}"
    if own is None or own.relation is None:
        yield f"The predicate is left out here and taken from {giver}."
    else:
        yield f"The predicate is taken from {giver}, since its own says nothing new of the part."
    if own is not None and own.indicator.indicator_id != fact.indicator:
        yield f"{own.indicator.indicator_id} was considered and gave way ({own.evidence})."


def _of_count(fact: Fact, draft: Draft) -> Iterator[str]:
    if fact.counted is not None:
        # A share may count a noun that stands far from it.
        own = fact.counted == draft.counted.text
        yield f"It counts {fact.counted!r}: {draft.counted.source.value if own else 'named elsewhere in the sentence'}."
    if draft.quantity.hedge.words is not None:
        approximation = draft.quantity.approximation.value.replace("_", " ")
        yield f"It is {approximation} because of {draft.quantity.hedge.words!r}."


def _of_source(fact: Fact, draft: Draft) -> Iterator[str]:
    if draft.attribution_evidence is None:
        return
    if fact.attributed_to is not None:
        yield f"Stated by: {draft.attribution_evidence}."
    else:
        yield f"A rule has no source, whoever tells of it; set aside: {draft.attribution_evidence}."


def _of_whole(fact: Fact, draft: Draft, drafts: Sequence[Draft]) -> Iterator[str]:
    if draft.whole >= 0:
        uncoded = "" if fact.part_of is not None else ", which answers to no indicator"
        yield f"It is a part of {drafts[draft.whole].surface!r}{uncoded}."


def _of_further_indicators(found: Match) -> Iterator[str]:
    if found.also:
        yield f"It answers as well to {', '.join(found.also)}; the first predicate decides."
