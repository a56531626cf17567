"""Why a fact says what it says: sentences made from what the fact is, so that they never contradict it."""

from collections.abc import Iterator, Sequence

from pipeline.facts.drafts import Draft
from pipeline.facts.fact import Modality
from pipeline.facts.matching import Match
from pipeline.record import record


@record
class Coding:
    """What a fact is, as far as its explanation tells of it, and what modality and period were read from, in words."""

    counted: str | None
    modality: Modality
    attributed_to: str | None
    part_of: str | None
    of_modality: str
    of_period: str


def explanation_of(coding: Coding, found: Match, drafts: Sequence[Draft], index: int) -> tuple[str, ...]:
    """Return what each field of a fact was read from, and what else was considered and why it lost."""
    draft = drafts[index]
    return (
        f"Indicator {found.indicator.indicator_id}: {found.evidence}.",
        *_of_inheritance(found, drafts, index),
        *_of_count(coding, draft),
        f"Modality {coding.modality.value}: {coding.of_modality}.",
        f"Period: {coding.of_period}.",
        *_of_source(coding, draft),
        *_of_whole(coding, draft, drafts),
        *_of_further_indicators(found),
    )


def _of_inheritance(found: Match, drafts: Sequence[Draft], index: int) -> Iterator[str]:
    draft = drafts[index]
    if draft.heir_of < 0:
        return
    own = draft.match
    giver = f"{drafts[draft.heir_of].surface!r} {'before' if draft.heir_of < index else 'after it'}"
    if own is None or own.relation is None:
        yield f"The predicate is left out here and taken from {giver}."
    else:
        yield f"The predicate is taken from {giver}, since its own says nothing new of the part."
    if own is not None and own.indicator is not found.indicator:
        yield f"{own.indicator.indicator_id} was considered and gave way ({own.evidence})."


def _of_count(coding: Coding, draft: Draft) -> Iterator[str]:
    if coding.counted is not None:
        # A share may count a noun that stands far from it.
        own = coding.counted == draft.counted.text
        place = draft.counted.source.value if own else "named elsewhere in the sentence"
        yield f"It counts {coding.counted!r}: {place}."
    if draft.quantity.hedge.words is not None:
        approximation = draft.quantity.approximation.value.replace("_", " ")
        yield f"It is {approximation} because of {draft.quantity.hedge.words!r}."


def _of_source(coding: Coding, draft: Draft) -> Iterator[str]:
    if draft.attribution_evidence is None:
        return
    if coding.attributed_to is not None:
        yield f"Stated by: {draft.attribution_evidence}."
    else:
        yield f"A rule has no source, whoever tells of it; set aside: {draft.attribution_evidence}."


def _of_whole(coding: Coding, draft: Draft, drafts: Sequence[Draft]) -> Iterator[str]:
    if draft.whole >= 0:
        uncoded = "" if coding.part_of is not None else ", which answers to no indicator"
        yield f"It is a part of {drafts[draft.whole].surface!r}{uncoded}."


def _of_further_indicators(found: Match) -> Iterator[str]:
    if found.also:
        yield f"It answers as well to {', '.join(found.also)}; the first predicate decides."
