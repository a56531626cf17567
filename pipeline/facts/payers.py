"""Who must pay a fine: an individual, an organization, its leader, an employer; null for a bare violator."""

from collections.abc import Sequence
from functools import cache

from pipeline.facts.drafts import Draft
from pipeline.language.chunks import Chunk, Kind
from pipeline.language.lexicon import words_of
from pipeline.language.nouns import noun_class, singular
from pipeline.numerals.quantities import Analysis


@cache
def _list(key: str) -> frozenset[str]:
    return frozenset(words_of("payers", key))


def payer_of(text: str, drafts: Sequence[Draft], index: int) -> str | None:
    """Return the kind of payer of a fine, looked for beside the amount, then in its clause, then in the sentences before."""
    del text
    draft = drafts[index]
    analysis, at = draft.analysis, draft.chunk
    for found in (_beside(analysis, at), _in_clause(analysis, at)):
        if found is not None:
            return found or None
    earlier = [other for other in drafts[:index] if other.sentence < draft.sentence]
    seen = {draft.sentence}
    for other in reversed(earlier):
        if other.sentence not in seen:
            seen.add(other.sentence)
            found = _in_clause(other.analysis, len(other.analysis.chunks))
            if found:
                return found
    return None


def _kind(analysis: Analysis, index: int) -> Kind | None:
    return analysis.chunks[index].kind if 0 <= index < len(analysis.chunks) else None


def _beside(analysis: Analysis, index: int) -> str | None:
    """Read `a fine of 37,875 tenge for an individual`, `on the NGO`: the payer after the amount and its equivalent."""
    at = index + 1
    while at < len(analysis.chunks) and analysis.chunks[at].kind is Kind.OPEN:
        while at < len(analysis.chunks) and analysis.chunks[at].kind is not Kind.CLOSE:
            at += 1
        at += 1
    if _kind(analysis, at) is Kind.PREPOSITION and analysis.chunks[at].word in {"for", "on", "against", "upon"}:
        if _kind(analysis, at + 1) is Kind.NOUN_PHRASE:
            return payer_class(analysis, analysis.chunks[at + 1])
    return None


def _in_clause(analysis: Analysis, index: int) -> str | None:
    """Return the payer among the phrases before the amount, nearest first; "" for a violator of whom no more is said."""
    for at in range(index - 1, -1, -1):
        chunk = analysis.chunks[at]
        if chunk.kind is Kind.SEMICOLON:
            return None
        if chunk.kind is Kind.NOUN_PHRASE:
            found = payer_class(analysis, chunk)
            if found is not None:
                return found
        if chunk.kind is Kind.RELATIVE:
            continue
    return None


def payer_class(analysis: Analysis, phrase: Chunk) -> str | None:
    """Return the kind of payer that a phrase names, "" for a violator, null for what cannot pay (a court, a law)."""
    noun = singular(phrase.word)
    if noun in _list("violators"):
        return ""
    if noun in _list("not_payers"):
        return None
    if noun in _list("employers"):
        return "employer"
    if noun in _list("leaders"):
        return "leader"
    if phrase.word in {"him", "her", "he", "she", "anyone", "person", "individual", "whoever", "everyone"}:
        return "individual"
    kind = noun_class(phrase.word)
    if kind == "person":
        return "individual"
    if kind in {"organization", "party"} or noun in _list("organizations"):
        return "organization"
    del analysis
    return None
