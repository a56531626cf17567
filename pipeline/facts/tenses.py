"""The tense in which a number is told, as far as it says whether what was told before still holds."""

from itertools import chain
from typing import NewType

from pipeline.facts.drafts import Draft
from pipeline.facts.modal_words import is_present, tells_of_past
from pipeline.facts.relation import Part
from pipeline.language.chunks import Chunk, Kind
from pipeline.numerals.phrases import kind_at
from pipeline.numerals.quantities import Analysis

Tense = NewType("Tense", str)
PAST, PRESENT, PRESENT_PERFECT = Tense("past"), Tense("present"), Tense("present perfect")
# A verb further off in the sentence has no say in the tense of a number.
_REACH = 24
# What stands right before a verb that shares the subject of another, and what parts two verbs.
_JOINING = frozenset({Kind.CONJUNCTION, Kind.COMMA})
_PARTING = frozenset({Kind.SEMICOLON, Kind.SUBORDINATOR, Kind.RELATIVE})
_HAVING = frozenset({"has", "have", "to"})


def tense_of(draft: Draft) -> Tense:
    """Return the tense of the nearest verb that shows one, the number's own first; past where none does."""
    analysis, at = draft.analysis, draft.chunk
    matched = draft.match.relation if draft.match is not None else None
    own = (
        relation.chunk
        for relation in (*((matched,) if matched is not None else ()), *draft.relations)
        if not relation.postmodifier and not (relation.part is Part.EITHER and relation.chunk > at)
    )
    before = range(at - 1, max(-1, at - _REACH), -1)
    after = range(at + 1, min(len(analysis.chunks), at + _REACH))
    for index in chain(own, before, after):
        chunk = analysis.chunks[index]
        if chunk.kind is Kind.VERB and (tense := _shown(analysis, index, chunk)) is not None:
            return PRESENT_PERFECT if tense == PAST and _shares_auxiliary(analysis, index) else tense
    return PAST


def _shares_auxiliary(analysis: Analysis, verb: int) -> bool:
    """Tell whether a participle stands under the `have` of a verb before it, with no subject of its own between.

    For `they have killed nine men and arrested 14`.
    """
    chunks = analysis.chunks
    if chunks[verb].first != chunks[verb].last or kind_at(analysis, verb - 1) not in _JOINING:
        return False
    before = next((at for at in range(verb - 1, max(-1, verb - _REACH), -1) if chunks[at].kind is Kind.VERB), -1)
    if before < 0 or any(chunk.kind in _PARTING for chunk in chunks[before:verb]):
        return False
    return _shown(analysis, before, chunks[before]) == PRESENT_PERFECT or _shares_auxiliary(analysis, before)


def _shown(analysis: Analysis, index: int, verb: Chunk) -> Tense | None:
    if verb.perfect and analysis.sentence.words[verb.first] in _HAVING:
        return PRESENT_PERFECT
    if tells_of_past(analysis, index):
        return PAST
    return PRESENT if is_present(analysis, verb) else None
