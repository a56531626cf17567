"""Parts of a number that a phrase alone tells of: `25 rebels, seven for murder`, `300 people, 33 civilians among them`.

Beside a number with a phrase of the same kind they run parallel to it and are no parts: `12 to death, five to life`.
"""

from collections.abc import Sequence

from pipeline.facts.drafts import Draft, coded_match
from pipeline.facts.enclosures import before_parentheses
from pipeline.facts.steps import CONNECTIVES
from pipeline.language.chunks import Chunk, Kind, VerbForm
from pipeline.numerals.counted import Source
from pipeline.numerals.phrases import is_chunk, kind_at

# What says why, how or with what result some of a number fared; places and dates set numbers side by side.
_TELLING = frozenset({"for", "with", "without", "to", "by", "on", "under", "against", "during"})
_DIVIDED = frozenset({"person", "case"})
_ACCUSED = ("detention.persons_detained", "justice.persons_prosecuted")
# Nouns that call persons by what the number before counts.
_CALLED = {
    "victim": ("violence.persons_injured", "violence.persons_abused", "violence.persons_abducted"),
    "detainee": ("detention.persons_detained", "detention.persons_in_custody"),
    "arrestee": ("detention.persons_detained",),
    "suspect": _ACCUSED,
    "accused": _ACCUSED,
    "defendant": ("justice.persons_prosecuted",),
    "hostage": ("violence.persons_abducted",),
    "abductee": ("violence.persons_abducted",),
}
_NAMED_AGAIN = frozenset({"those", "these"})
_AMONG = frozenset({"among", "amongst"})
# Chunks after a number in which `alone` may close its phrase.
_PHRASE = 4


def whole_of_phrase(draft: Draft, earlier: Sequence[Draft]) -> int:
    """Return the number of the same sentence some of which a bare number with a phrase counts; -1 for none."""
    if not earlier or earlier[-1].sentence != draft.sentence or draft.unit not in _DIVIDED:
        return -1
    if not is_told_by_phrase(draft):
        return -1
    last = earlier[-1]
    if last.whole >= 0 and is_told_by_phrase(last) and _joins(draft, last):
        return last.whole
    index = draft.counted.antecedent if draft.counted.source is Source.ANTECEDENT else len(earlier) - 1
    if earlier[index].comparison:
        # `17 trials (10 in 2013), three for theft`
        index = before_parentheses(index, earlier, draft)
    whole = earlier[index]
    if whole.sentence != draft.sentence or not _may_be_divided(whole, draft):
        return -1
    if kind_at(draft.analysis, draft.chunk - 1) is not Kind.COMMA or _run_parallel(draft, whole):
        return -1
    # `examined 90 cases, with 40 filed in court, 35 under review, and 15 closed`: those run parallel.
    return -1 if is_chunk(draft.analysis, whole.chunk - 1, Kind.PREPOSITION, "with") else index


def whole_of_those(draft: Draft, earlier: Sequence[Draft]) -> int:
    """Return the number of persons told before whom a part names by what befell them: `two of the dead`; -1 for none.

    In the sentence of the part or the one before.
    """
    counted, found = draft.counted, draft.match
    named = counted.source is Source.PARTITIVE and counted.chunk > draft.chunk
    if not named or found is None or found.relation is not None:
        return -1
    phrase = draft.analysis.chunks[counted.chunk]
    if phrase.number >= 0 or draft.analysis.sentence.words[phrase.first] != "the":
        return -1
    for index in range(len(earlier) - 1, -1, -1):
        if draft.sentence - earlier[index].sentence > 1:
            return -1
        told = coded_match(earlier, index)
        same = told is not None and told.indicator.indicator_id == found.indicator.indicator_id
        if same and _may_be_divided(earlier[index], draft):
            return index
    return -1


def whole_of_named_again(draft: Draft, earlier: Sequence[Draft]) -> int:
    """Return the number told before whose noun a part names again: `306 abuses, 25 of those abuses by soldiers`.

    In the sentence of the part or the one before; -1 for none.
    """
    counted = draft.counted
    if counted.source is not Source.PARTITIVE or counted.chunk <= draft.chunk or counted.head is None:
        return -1
    phrase = draft.analysis.chunks[counted.chunk]
    opener = draft.analysis.sentence.words[phrase.first]
    if phrase.number >= 0 or not (opener in _NAMED_AGAIN or (opener == "the" and draft.match is not None)):
        return -1
    for index in range(len(earlier) - 1, -1, -1):
        whole = earlier[index]
        if draft.sentence - whole.sentence > 1:
            return -1
        if opener == "the" and (whole.sentence != draft.sentence or draft.unit != "person"):
            # `the` alone points to no number of another sentence.
            return -1
        called = whole.counted.head == counted.head or (opener == "the" and _calls_so(earlier, index, counted.head))
        if called and _may_be_divided(whole, draft):
            return index
    return -1


def _calls_so(earlier: Sequence[Draft], index: int, head: str) -> bool:
    """Tell whether a noun calls persons by what befell them: `injured five persons, and one of the victims died`."""
    found = coded_match(earlier, index)
    return found is not None and found.indicator.indicator_id in _CALLED.get(head, ())


def is_told_by_phrase(draft: Draft) -> bool:
    """Tell whether a number has no noun, and a phrase or participle after it that may tell some of another from it."""
    left_out = draft.counted.source in {Source.ANTECEDENT, Source.NONE} and not draft.counted.subset
    bare = left_out and draft.analysis.chunks[draft.chunk].last == draft.figure.last
    return bare and (_has_phrase(draft) or _has_participle(draft) or _has_gerund(draft))


def is_among_them(draft: Draft) -> bool:
    """Tell whether `among them` follows a number behind a comma, or another that it is listed with."""
    here, at = draft.analysis, draft.chunk
    if kind_at(here, at - 1) is not Kind.COMMA:
        return False
    while is_chunk(here, at + 1, Kind.CONJUNCTION) and is_chunk(here, at + 2, Kind.NOUN_PHRASE):
        at += 2
    follows = kind_at(here, at + 1) is Kind.PREPOSITION and here.chunks[at + 1].word in _AMONG
    return follows and is_chunk(here, at + 2, Kind.NOUN_PHRASE, "them")


def _has_phrase(draft: Draft) -> bool:
    """Tell whether a phrase that divides a number follows this one, as no date does unless it closes with `alone`."""
    here, at = draft.analysis, draft.chunk + 1
    if kind_at(here, at) is not Kind.PREPOSITION or here.chunks[at].word not in _TELLING:
        return False
    return kind_at(here, at + 1) is not Kind.DATE or _is_alone(draft)


def _has_gerund(draft: Draft) -> bool:
    """Tell whether a form in -ing follows that narrows a number (`442 complaints, 236 involving forced labor`)."""
    here, at = draft.analysis, draft.chunk + 1
    narrows = kind_at(here, at) is Kind.VERB and here.chunks[at].form is VerbForm.GERUND
    # `40 were wounded, and eight missing`
    return narrows and here.chunks[at].word != "miss"


def _has_participle(draft: Draft) -> bool:
    """Tell whether a participle follows that says of the number what its indicator counts (`two raped`)."""
    here, at = draft.analysis, draft.chunk + 1
    if kind_at(here, at) is not Kind.VERB or here.chunks[at].form is not VerbForm.PAST_OR_PARTICIPLE:
        return False
    return kind_at(here, at + 1) in {None, Kind.COMMA, Kind.OTHER, Kind.SEMICOLON} and draft.match is not None


def _is_alone(draft: Draft) -> bool:
    last = draft.analysis.chunks[draft.chunk].last
    return "alone" in draft.analysis.sentence.words[last + 1 : last + 1 + _PHRASE]


def _joins(draft: Draft, sibling: Draft) -> bool:
    """Tell whether a number goes on with the list of parts in which the one before stands, without a verb between."""
    between = [chunk.kind for chunk in draft.analysis.chunks[sibling.chunk + 1 : draft.chunk]]
    return bool(between) and between[-1] in CONNECTIVES and not {Kind.VERB, Kind.SEMICOLON} & set(between)


def _may_be_divided(whole: Draft, part: Draft) -> bool:
    """Tell whether a number is coded, larger than another, set beside none, and no part itself."""
    if not whole.is_coded or whole.unit != part.unit or whole.comparison or whole.whole >= 0:
        return False
    if _has_participle(part) and not _says_the_same(whole, part):
        return False
    most, some = whole.quantity.value or whole.quantity.low, part.quantity.value
    return most is not None and some is not None and some < most


def _says_the_same(whole: Draft, part: Draft) -> bool:
    answers = (whole.match, part.match)
    return len({None if found is None else found.indicator.indicator_id for found in answers}) == 1


def _run_parallel(draft: Draft, whole: Draft) -> bool:
    """Tell whether the number before has a phrase of the same kind, or a verb of its own that serves both."""
    between = draft.analysis.chunks[whole.chunk + 1 : draft.chunk]
    if any(chunk.kind is Kind.SEMICOLON or _is_active(chunk) for chunk in between):
        # `40 received permits, 12 to study`
        return True
    opener = draft.analysis.chunks[draft.chunk + 1]
    same = any(chunk.kind is Kind.PREPOSITION and chunk.word == opener.word for chunk in between)
    return same and not _is_alone(draft)


def _is_active(chunk: Chunk) -> bool:
    return chunk.kind is Kind.VERB and chunk.form is VerbForm.FINITE and not chunk.passive
