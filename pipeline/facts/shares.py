"""What a share is a share of, or whose: the nouns that percentages count."""

from pipeline.facts.drafts import Draft
from pipeline.language.chunks import Chunk, Kind
from pipeline.language.nouns import noun_class, singular
from pipeline.numerals.counting import phrase_text

_GROUPS = frozenset({"woman", "youth", "minority", "man", "person", "girl"})
_VOTES = frozenset({"vote", "ballot"})
_VOTERS = frozenset({"voter", "electorate"})


def group_of(text: str, draft: Draft) -> str | None:
    """Return the group that a quota is for or that holds a share: the noun after `for`, else the nearest noun of persons."""
    chunks = draft.analysis.chunks
    after = [
        at
        for at in range(draft.chunk + 1, len(chunks) - 1)
        if chunks[at].kind is Kind.PREPOSITION and chunks[at].word in {"for", "by"}
    ]
    for at in after:
        if chunks[at + 1].kind is Kind.NOUN_PHRASE and _is_group(draft, chunks[at + 1]):
            return _text(text, draft, at + 1)
    near = sorted(
        (at for at, chunk in enumerate(chunks) if chunk.kind is Kind.NOUN_PHRASE and _is_group(draft, chunk)),
        key=lambda at: (abs(at - draft.chunk), at),
    )
    return _text(text, draft, near[0]) if near else None


def _is_group(draft: Draft, chunk: Chunk) -> bool:
    words = draft.analysis.sentence.words[chunk.first : chunk.last + 1]
    return chunk.number < 0 and any(
        singular(word) in _GROUPS or word in {"female", "women", "minorities", "indigenous"} for word in words
    )


def _text(text: str, draft: Draft, at: int) -> str:
    chunks = draft.analysis.chunks
    last = at
    if at + 2 < len(chunks) and chunks[at + 1].kind is Kind.CONJUNCTION and chunks[at + 2].kind is Kind.NOUN_PHRASE:
        if noun_class(chunks[at + 2].word) == noun_class(chunks[at].word) == "person":
            last = at + 2
    return phrase_text(draft.analysis, text, chunks[at].first, chunks[last].last)


def shared_noun(text: str, draft: Draft) -> str | None:
    """Return the noun of votes or voters in the sentence, where a share leaves it out (`and the commander 39.5 percent`)."""
    chunks = draft.analysis.chunks
    places = [
        at
        for at, chunk in enumerate(chunks)
        if chunk.kind is Kind.NOUN_PHRASE and singular(chunk.word) in (_VOTES if _of_votes(draft) else _VOTERS)
    ]
    if not places:
        return None
    best = min(places, key=lambda at: (abs(at - draft.chunk), at))
    chunk = chunks[best]
    if chunk.number < 0:
        return phrase_text(draft.analysis, text, chunk.first, chunk.last)
    first = max(draft.analysis.readings[chunk.number].figure.last + 1, chunk.first)
    return phrase_text(draft.analysis, text, first, chunk.last)


def _of_votes(draft: Draft) -> bool:
    return draft.match is None or draft.match.indicator.indicator_id != "election.turnout"
