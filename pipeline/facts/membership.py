"""Sentences that say who was among those counted before: `Among the dead were 12 girls`, `They included 12 girls`."""

from collections.abc import Sequence

from pipeline.facts.drafts import Draft
from pipeline.facts.steps import CONNECTIVES
from pipeline.language.chunks import Kind
from pipeline.language.lexicon import word_set
from pipeline.language.nouns import singular
from pipeline.numerals.counted import Source
from pipeline.numerals.phrases import is_chunk, kind_at
from pipeline.numerals.quantities import Analysis

_AMONG = frozenset({"among", "amongst"})
_MEMBERS = frozenset({"they", "these", "those", "them"})


def whole_of_members(draft: Draft, earlier: Sequence[Draft]) -> int:
    """Return the number of persons told before, of whom the sentence says who they included; -1 for none."""
    if draft.counted.source is not Source.OWN or draft.unit != "person" or not earlier:
        return -1
    named = _members_of(draft.analysis, draft.chunk)
    if named < 0:
        return -1
    if draft.analysis.chunks[named].number >= 0:
        return _subject_at(draft, named, earlier)
    for index in range(len(earlier) - 1, -1, -1):
        found = earlier[index]
        if draft.sentence - found.sentence > 1:
            return -1
        told = found.sentence < draft.sentence and found.unit == "person" and found.whole < 0 and not found.comparison
        if told:
            meant = _are_those(draft.analysis, named, found.counted.head)
            return index if meant and found.is_coded and _may_be_some(draft, found) else -1
    return -1


def _subject_at(draft: Draft, subject: int, earlier: Sequence[Draft]) -> int:
    """Return the number of the sentence that is the subject of `include`: `the 44 dead included 12 girls`; -1."""
    for index in range(len(earlier) - 1, -1, -1):
        found = earlier[index]
        if found.sentence != draft.sentence:
            return -1
        if found.chunk == subject:
            is_whole = found.is_coded and found.unit == "person" and _may_be_some(draft, found)
            return index if is_whole else -1
    return -1


def _may_be_some(part: Draft, whole: Draft) -> bool:
    most, some = whole.quantity.value or whole.quantity.low, part.quantity.value or part.quantity.low
    return most is not None and some is not None and some < most


# Chunks of `among those killed in the raid`.
_LONGEST = 5


def _members_of(analysis: Analysis, index: int) -> int:
    """Return the phrase of whom a number, or the list that it goes on with, tells some by `include` or `among`; -1.

    For `the victims included 12 girls` and `among them were 12 girls`.
    """
    at = index - 1
    while kind_at(analysis, at) in {Kind.NOUN_PHRASE, Kind.ADVERB} or kind_at(analysis, at) in CONNECTIVES:
        at -= 1
    if kind_at(analysis, at) is not Kind.VERB or at < 1 or analysis.chunks[at].negated:
        return -1
    if analysis.chunks[at].word == "include" and not analysis.chunks[at].passive:
        return 0 if at < _LONGEST else -1
    fronted = kind_at(analysis, 0) is Kind.PREPOSITION and analysis.chunks[0].word in _AMONG
    return 1 if is_chunk(analysis, at, Kind.VERB, "be") and fronted and at <= _LONGEST else -1


def _are_those(analysis: Analysis, index: int, head: str | None) -> bool:
    """Tell whether a phrase points back to persons counted before as `head`: `they`, `the dead`, `the victims`."""
    if kind_at(analysis, index) is not Kind.NOUN_PHRASE or analysis.chunks[index].number >= 0:
        return False
    phrase = analysis.chunks[index]
    opener, noun = analysis.sentence.words[phrase.first], singular(phrase.word)
    if opener in _MEMBERS:
        return True
    several = noun != phrase.word and noun == head
    return opener == "the" and (several or phrase.word in word_set("relations", "those_befallen"))
