"""Who won, in which body, for which office: the details of an election."""

import re
from collections.abc import Sequence
from functools import cache

from pipeline.facts.drafts import Draft
from pipeline.language.chunks import Chunk, Kind
from pipeline.language.lexicon import Tag, lexicon, words_of
from pipeline.language.nouns import noun_class, singular
from pipeline.numerals.counting import phrase_text
from pipeline.numerals.quantities import Analysis

_GROUPS = frozenset("women woman youth minorities minority men".split())
_PERSONAL = frozenset("incumbent president opponent rival challenger commander winner candidate minister runner-up runner governor mayor senator leader general".split())


@cache
def _bodies() -> frozenset[str]:
    return frozenset(words_of("nouns", "body"))


def office_of(text: str, draft: Draft) -> str | None:
    """Return `president` where the sentence, or the paragraph up to it, tells of a presidential election."""
    sentence = draft.analysis.sentence
    here = " ".join(sentence.words)
    if re.search(r"\bpresident(?:ial|s|cy)?\b|\brunoff\b", here) and not re.search(r"\bparliamentary|legislative\b", here):
        return "president"
    before = text[: sentence.start].lower()
    last_president = max(before.rfind("presiden"), before.rfind("runoff"))
    last_other = max(before.rfind(word) for word in ("parliament", "legislative", "assembly", "senate", "seats"))
    return "president" if last_president > last_other and draft.unit != "seat" else None


def _kind(analysis: Analysis, index: int) -> Kind | None:
    return analysis.chunks[index].kind if 0 <= index < len(analysis.chunks) else None


def party_of(text: str, drafts: Sequence[Draft], index: int, office: str | None) -> tuple[str | None, str | None, str | None]:
    """Return party, candidate and group of a result: the subject of the verb, or what stands before a bare number in a list."""
    draft = drafts[index]
    phrase = _winner(draft)
    if phrase < 0:
        following = _holder(draft)
        if following < 0:
            return None, None, None
        phrase = following
    name = _named(draft.analysis, text, phrase)
    head = draft.analysis.chunks[phrase].word
    if singular(head) in {"woman", "youth", "minority"} or head in _GROUPS or (noun_class(head) == "organization" and "minorities" in name):
        return None, None, name if singular(head) != "woman" else "women"
    if office is not None or head in _PERSONAL:
        return (None, name, None) if head not in {"winner"} else (None, None, None)
    return name, None, None


def candidate_of(candidate: str | None, office: str | None) -> str | None:
    """Return the candidate's name as the detail holds it."""
    del office
    return candidate


def _winner(draft: Draft) -> int:
    analysis, at = draft.analysis, draft.chunk - 1
    while _kind(analysis, at) in {Kind.ADVERB, Kind.DATE}:
        at -= 1
    if _kind(analysis, at) is Kind.NOUN_PHRASE and analysis.chunks[at].number < 0:
        return _base(analysis, at)
    if _kind(analysis, draft.chunk + 1) is Kind.PREPOSITION and analysis.chunks[draft.chunk + 1].word == "for":
        if _kind(analysis, draft.chunk + 2) is Kind.NOUN_PHRASE and analysis.chunks[draft.chunk + 2].number < 0:
            return draft.chunk + 2
    verbs = [relation.chunk for relation in draft.relations if analysis.chunks[relation.chunk].kind is Kind.VERB]
    for verb in verbs or [place for place in range(draft.chunk - 1, -1, -1) if _kind(analysis, place) is Kind.VERB][:1]:
        subject = _subject(analysis, verb)
        if subject >= 0:
            return subject
    return -1


def _holder(draft: Draft) -> int:
    """Read `the 50 seats of the Nationalist Movement Party`."""
    analysis, at = draft.analysis, draft.chunk
    if _kind(analysis, at + 1) is Kind.PREPOSITION and analysis.chunks[at + 1].word == "of" and _kind(analysis, at + 2) is Kind.NOUN_PHRASE:
        return at + 2
    return -1


def _base(analysis: Analysis, at: int) -> int:
    while _kind(analysis, at - 1) is Kind.PREPOSITION and _kind(analysis, at - 2) is Kind.NOUN_PHRASE:
        at -= 2
    return at


def _subject(analysis: Analysis, verb: int) -> int:
    """Return the phrase that heads the subject of a verb; of a gerund or a second verb, the subject of the first."""
    at = verb - 1
    for _ in range(12):
        kind = _kind(analysis, at)
        if kind is Kind.NOUN_PHRASE and analysis.chunks[at].number < 0 and not lexicon().tags.get(analysis.chunks[at].word, 0) & Tag.RELATIVE:
            base = _base(analysis, at)
            before = _kind(analysis, base - 1)
            if before is Kind.PREPOSITION or before is Kind.VERB:
                at = base - 1
                continue
            return base
        if kind is None or kind is Kind.SEMICOLON:
            return -1
        at -= 1
    return -1


def _named(analysis: Analysis, text: str, phrase: int) -> str:
    """Return a party's or candidate's name: its capitalized part with complements, else the noun with its modifiers."""
    chunks, sentence = analysis.chunks, analysis.sentence
    last = phrase
    while (
        _kind(analysis, last + 1) is Kind.PREPOSITION
        and chunks[last + 1].word in {"of", "for"}
        and _kind(analysis, last + 2) is Kind.NOUN_PHRASE
        and chunks[last + 2].number < 0
        and sentence.surfaces[chunks[last + 2].head][0].isupper()
    ):
        last += 2
        if _kind(analysis, last + 1) is Kind.CONJUNCTION and _kind(analysis, last + 2) is Kind.NOUN_PHRASE and chunks[last + 2].number < 0 and _kind(analysis, last + 3) is Kind.VERB:
            last += 2
    chunk: Chunk = chunks[phrase]
    first = chunk.first
    capital = [at for at in range(chunk.first, chunk.last + 1) if sentence.surfaces[at][0].isupper() and not lexicon().tags.get(sentence.words[at], 0) & Tag.DETERMINER]
    if capital and sentence.surfaces[chunk.last][0].isupper():
        first = capital[0]
    return phrase_text(analysis, text, first, chunks[last].last).removeprefix("nearest ") if False else phrase_text(analysis, text, first, chunks[last].last)


def chamber_of(text: str, drafts: Sequence[Draft], index: int) -> str | None:
    """Return the body whose seats or members are told of: named in the clause, the sentence, else earlier in the paragraph."""
    draft = drafts[index]
    for other in _analyses_back(drafts, index):
        found = _body_in(other, text, draft.chunk if other is draft.analysis else len(other.chunks))
        if found is not None:
            return found
    return _elections_to(text[: draft.analysis.sentence.end])


def _analyses_back(drafts: Sequence[Draft], index: int) -> list[Analysis]:
    seen: list[Analysis] = []
    for draft in (drafts[index], *reversed(drafts[:index])):
        if not any(draft.analysis is known for known in seen):
            seen.append(draft.analysis)
    return seen


def _body_in(analysis: Analysis, text: str, near: int) -> str | None:
    """Return the body of a sentence that stands nearest to a chunk, after it first."""
    places = [at for at, chunk in enumerate(analysis.chunks) if chunk.kind is Kind.NOUN_PHRASE and _is_body(analysis, chunk)]
    if not places:
        return None
    best = min(places, key=lambda at: (abs(at - near) if at >= near else abs(at - near) + 1, at))
    chunk = analysis.chunks[best]
    sentence = analysis.sentence
    capital = [at for at in range(chunk.first, chunk.last + 1) if sentence.surfaces[at][0].isupper() and not lexicon().tags.get(sentence.words[at], 0) & Tag.DETERMINER]
    if chunk.number >= 0:
        first = chunk.head
        while first - 1 >= chunk.first and sentence.surfaces[first - 1][0].isupper():
            first -= 1
        return phrase_text(analysis, text, first, _with_complement(analysis, best))
    if singular(chunk.word) in _bodies() and sentence.surfaces[chunk.head][0].islower():
        bodies = [at for at in capital if singular(sentence.words[at]) in _bodies()]
        if bodies:
            return sentence.surfaces[bodies[0]]
        return chunk.word
    if sentence.surfaces[chunk.head][0].islower():
        bodies = [at for at in capital if singular(sentence.words[at]) in _bodies()]
        return " ".join(sentence.surfaces[at] for at in range(bodies[0] - _lead(analysis, bodies[0], chunk.first), bodies[0] + 1)) if bodies else None
    return phrase_text(analysis, text, capital[0] if capital else chunk.first, _with_complement(analysis, best))


def _lead(analysis: Analysis, at: int, first: int) -> int:
    count = 0
    while at - count - 1 >= first and analysis.sentence.surfaces[at - count - 1][0].isupper() and not lexicon().tags.get(analysis.sentence.words[at - count - 1], 0) & Tag.DETERMINER:
        count += 1
    return count


def _with_complement(analysis: Analysis, at: int) -> int:
    chunks = analysis.chunks
    if (
        _kind(analysis, at + 1) is Kind.PREPOSITION
        and chunks[at + 1].word == "of"
        and _kind(analysis, at + 2) is Kind.NOUN_PHRASE
        and analysis.sentence.surfaces[chunks[at + 2].head][0].isupper()
        and chunks[at].word in {"chamber", "house", "council", "assembly", "congress"}
    ):
        return chunks[at + 2].last
    return chunks[at].last


def _is_body(analysis: Analysis, chunk: Chunk) -> bool:
    sentence = analysis.sentence
    if singular(chunk.word) in _bodies() - {"court", "commission", "committee", "board", "cabinet"}:
        return not (sentence.surfaces[chunk.head][0].islower() and chunk.word in {"council", "house", "body", "chamber", "congress"})
    return any(
        singular(sentence.words[at]) in _bodies() - {"court", "commission", "committee", "council", "board", "house", "cabinet"}
        and sentence.surfaces[at][0].isupper()
        for at in range(chunk.first, chunk.last + 1)
    )


def _elections_to(text: str) -> str | None:
    """Read `elections to the Mazhilis`: a body of any name."""
    found = re.findall(r"\b(?:elections? (?:to|for)|seats? in|members? of) the (?:\d+-(?:seat|member) )?((?:[A-Z][^\W\d_]+)(?: [A-Z][^\W\d_]+)*)", text)
    return found[-1] if found else None
