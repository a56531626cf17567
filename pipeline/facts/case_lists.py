"""Lists of cases whose verb stands once: `of these incidents, 15 concerned assaults, 20 threats, and three arson`."""

from collections.abc import Sequence
from dataclasses import replace

from pipeline.facts.drafts import Draft
from pipeline.facts.steps import CONNECTIVES
from pipeline.language.chunks import Chunk, Kind, VerbForm
from pipeline.numerals.counted import Source, counting_words
from pipeline.numerals.phrases import kind_at

_BETWEEN = frozenset({Kind.NOUN_PHRASE, Kind.PREPOSITION, Kind.COMMA, Kind.CONJUNCTION, Kind.VERB, Kind.ADVERB})
# What may follow the noun that says what the cases of an item were about.
_ENDS = frozenset({Kind.COMMA, Kind.CONJUNCTION, Kind.SEMICOLON, Kind.OTHER, Kind.PREPOSITION})


def as_listed_case(draft: Draft, earlier: Sequence[Draft]) -> Draft:
    """Return a number in such a list as one of cases, whatever the noun behind it; any other as it is."""
    if draft.counted.source is not Source.OWN or not earlier or earlier[-1].unit != "case":
        return draft
    last = earlier[-1]
    if last.sentence != draft.sentence or not last.is_coded or not _goes_on(draft, last):
        return draft
    counted = replace(last.counted, source=Source.ANTECEDENT, antecedent=len(earlier) - 1)
    return replace(draft, counted=counted, unit="case", relations=(), match=None, heir_of=len(earlier) - 1)


def _goes_on(draft: Draft, last: Draft) -> bool:
    """Tell whether a number follows in a list, whose first number has a verb of cases and the others have none."""
    analysis = draft.analysis
    between = analysis.chunks[last.chunk + 1 : draft.chunk]
    if not between or between[-1].kind not in CONNECTIVES or any(chunk.kind not in _BETWEEN for chunk in between):
        return False
    verbs = [chunk for chunk in between if chunk.kind is Kind.VERB]
    if verbs and not (len(verbs) == 1 and _concerns(verbs[0])):
        return False
    # An item has its noun, or the first of the list its verb.
    told = bool(verbs) or (last.heir_of >= 0 and not last.relations)
    after = kind_at(analysis, draft.chunk + 1)
    return told and (after is None or after in _ENDS)


def _concerns(verb: Chunk) -> bool:
    stated = verb.form in {VerbForm.FINITE, VerbForm.PAST_OR_PARTICIPLE} and not (verb.passive or verb.negated)
    return stated and verb.word in counting_words().case_verbs
