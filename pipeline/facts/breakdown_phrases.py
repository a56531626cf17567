"""Phrases that break a number down with no verb of their own: behind a colon, in parentheses, after `with`."""

from collections.abc import Sequence

from pipeline.facts.drafts import Draft
from pipeline.language.chunks import Kind, VerbForm
from pipeline.language.nouns import noun_class
from pipeline.numerals.counted import Source
from pipeline.numerals.partitives import fronted_whole
from pipeline.numerals.phrases import is_phrase, is_plain_phrase, kind_at

_PARTICIPLE = VerbForm.PAST_OR_PARTICIPLE
_PARTED = frozenset({"person", "case"})
# What becomes of persons, and what becomes of some of them then.
_PROCEEDINGS = frozenset({"arrest", "prosecution", "indictment", "trial", "detention", "conviction"})
_OUTCOMES = frozenset({"conviction", "acquittal", "prosecution", "indictment", "sentence", "release"})
_PLACES = frozenset({"in", "from", "under", "at"})


def is_explanation(draft: Draft, earlier: Sequence[Draft]) -> bool:
    """Tell whether a colon, a dash or a parenthesis after a coded number says of whom it is made up.

    Read `348 victims (252 children)`, `42 victims: 25 women, 15 men, and two children`, `25 inquiries—23 for theft`.
    """
    if not earlier or earlier[-1].sentence != draft.sentence or earlier[-1].equivalent_of >= 0:
        return False
    whole, before = earlier[-1], draft.chunk - 1
    while kind_at(draft.analysis, before) in {Kind.ADVERB, Kind.PREPOSITION}:
        before -= 1
    if kind_at(draft.analysis, before) not in {Kind.OPEN, Kind.DASH, Kind.SEMICOLON}:
        return False
    if draft.analysis.chunks[before].word == ";":
        return False
    first = whole.chunk + 1
    # `227 killed (31 men, 25 women)`
    first += kind_at(draft.analysis, first) is Kind.VERB and draft.analysis.chunks[first].form is _PARTICIPLE
    between = {chunk.kind for chunk in draft.analysis.chunks[first:before]}
    if not between <= {Kind.PREPOSITION, Kind.NOUN_PHRASE, Kind.ADVERB, Kind.DATE}:
        return False
    return whole.is_coded and whole.unit == draft.unit and not draft.comparison and is_less(draft, whole)


def is_less(part: Draft, whole: Draft) -> bool:
    """Tell whether a number is exactly stated and smaller than another."""
    left, right = part.quantity.value, whole.quantity.value
    return left is not None and right is not None and left < right


def is_set_apart(draft: Draft, earlier: Sequence[Draft]) -> bool:
    """Tell whether `with` tells where some of those counted before are: `4,000 inmates, with 1,200 in remand`."""
    analysis, before = draft.analysis, draft.chunk - 1
    while kind_at(analysis, before) is Kind.ADVERB:
        before -= 1
    told = kind_at(analysis, before) is Kind.PREPOSITION and analysis.chunks[before].word == "with"
    if told and kind_at(analysis, before - 1) is Kind.COMMA and _follow_from(draft, earlier):
        return True
    placed = kind_at(analysis, draft.chunk + 1) is Kind.PREPOSITION and analysis.chunks[draft.chunk + 1].word in _PLACES
    if not (told and placed and kind_at(analysis, before - 1) is Kind.COMMA) or not earlier:
        return False
    opener = (
        analysis.sentence.words[analysis.chunks[draft.chunk + 2].first] if is_phrase(analysis, draft.chunk + 2) else ""
    )
    if opener in {"each", "every"}:
        # `50,000 members, with at least 700 in every region`
        return False
    takes_noun = draft.counted.source is Source.ANTECEDENT and draft.counted.antecedent == len(earlier) - 1
    return takes_noun and earlier[-1].sentence == draft.sentence and _is_below(draft, earlier[-1])


def _follow_from(draft: Draft, earlier: Sequence[Draft]) -> bool:
    """Tell whether events that befell persons are the outcome of those before: `45 arrests, with six convictions`."""
    if not earlier or earlier[-1].sentence != draft.sentence or not (draft.is_coded and earlier[-1].is_coded):
        return False
    events = draft.counted.kind == earlier[-1].counted.kind == "person_event"
    outcome = draft.counted.head in _OUTCOMES and earlier[-1].counted.head in _PROCEEDINGS
    return events and outcome and _is_below(draft, earlier[-1])


def _is_below(part: Draft, whole: Draft) -> bool:
    """Tell whether a number, however it is hedged, is smaller than another."""
    left = part.quantity.value or part.quantity.low
    right = whole.quantity.value or whole.quantity.low
    return left is not None and right is not None and left < right


def fronted_whole_of(draft: Draft, earlier: Sequence[Draft]) -> int:
    """Return the whole that opens the clause of a number with a noun of its own; -1 where none does.

    For `Of those allegations, the office confirmed 46 deaths` and `Of the 40 arrested, prosecutors tried nine men`.
    """
    analysis = draft.analysis
    fronted = fronted_whole(analysis, draft.chunk)
    if not 0 <= fronted < draft.chunk or draft.counted.source is not Source.OWN or draft.unit not in _PARTED:
        return -1
    if any(chunk.kind is Kind.SEMICOLON for chunk in analysis.chunks[fronted : draft.chunk]):
        return -1
    beside = [found for found in earlier if found.sentence == draft.sentence and found.chunk > fronted]
    if any(found.counted.source is not Source.OWN for found in beside):
        # `Of these, 12 led to the arrest of three officers`: the bare number is the part.
        return -1
    phrase = analysis.chunks[fronted]
    back = 0 if phrase.number >= 0 else 1
    if back and analysis.sentence.words[phrase.first] not in {"those", "these", "them"}:
        return -1
    for index in range(len(earlier) - 1, -1, -1):
        found = earlier[index]
        if draft.sentence - found.sentence > back:
            break
        meant = found.chunk == fronted if not back else found.sentence < draft.sentence and found.whole < 0
        if back and (found.comparison or (found.unit != draft.unit and draft.unit == "case")):
            # `Of those, 84 cases` are none of the persons convicted, nor of the cases of another year.
            continue
        if meant and found.is_coded and found.unit in _PARTED and _is_below(draft, found):
            return index
    return -1


def whole_of_kind(draft: Draft, earlier: Sequence[Draft]) -> int:
    """Return the number of the sentence some of whom a bare number says are of a kind: `40 men; 12 were minors`."""
    analysis, index = draft.analysis, draft.counted.antecedent
    if draft.counted.source is not Source.ANTECEDENT or draft.unit != "person" or not 0 <= index < len(earlier):
        return -1
    whole = earlier[index]
    if whole.counted.source is not Source.OWN:
        # `Of these, 17 were nurses and 12 were doctors`: each is a part of those before.
        return -1
    if whole.sentence != draft.sentence or not whole.is_coded or whole.whole >= 0 or not _is_below(draft, whole):
        return -1
    opens = kind_at(analysis, draft.chunk - 1) in {Kind.SEMICOLON, Kind.CONJUNCTION}
    verb = draft.chunk + 1
    copula = kind_at(analysis, verb) is Kind.VERB and analysis.chunks[verb].word == "be"
    kind = verb + 1
    named = is_plain_phrase(analysis, kind) and noun_class(analysis.chunks[kind].word) == "person"
    return index if opens and copula and named and not analysis.chunks[verb].negated else -1
