"""The whole that a number is a part of: `12 of them`, `including five women`, `53 protesters …, and the rest …`."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from pipeline.facts.breakdown_phrases import fronted_whole_of, is_explanation, is_less, is_set_apart, whole_of_kind
from pipeline.facts.drafts import Draft
from pipeline.facts.enclosures import before_parentheses
from pipeline.facts.former_wholes import whole_of_former
from pipeline.facts.gerund_parts import whole_of_gerunds
from pipeline.facts.membership import whole_of_members
from pipeline.facts.omitted_copulas import leaves_copula_out
from pipeline.facts.phrase_parts import is_among_them, whole_of_named_again, whole_of_phrase, whole_of_those
from pipeline.facts.relation import Part
from pipeline.facts.relations import is_excepted
from pipeline.facts.repeated_wholes import divides_opening
from pipeline.facts.steps import CONNECTIVES
from pipeline.language.chunks import Kind
from pipeline.language.nouns import singular
from pipeline.numerals.breakdowns import stands_in_breakdown
from pipeline.numerals.counted import Source
from pipeline.numerals.partitives import fronted_whole
from pipeline.numerals.phrases import kind_at

_ITEM = frozenset({Kind.PREPOSITION, Kind.NOUN_PHRASE, Kind.CONJUNCTION})
_INCLUDING = frozenset({"including", "among", "amongst"})
# What a party or candidate has, behind its name in parentheses, divides no number.
_RESULTS = frozenset({"seat", "vote", "percent"})
_TAKEN_UP = frozenset({"this", "these", "they", "those"})
_REMAINDER = frozenset({"rest", "remaining", "remainder"})


def whole_of(draft: Draft, earlier: Sequence[Draft]) -> int:
    """Return the draft that counts the whole of which this number is a part; -1 where the text names none."""
    former = whole_of_former(draft, earlier)
    return former if former >= 0 else _by_what_it_counts(draft, earlier)


def _by_what_it_counts(draft: Draft, earlier: Sequence[Draft]) -> int:
    counted = draft.counted
    if counted.subset and 0 <= counted.antecedent < len(earlier):
        return _of_sibling(draft, earlier[counted.antecedent], counted.antecedent)
    if counted.source is Source.PARTITIVE and 0 <= counted.chunk < draft.chunk:
        return _at_chunk(draft, earlier, counted.chunk)
    if draft.quantity.measure is not None or is_excepted(draft.analysis, draft.chunk):
        # `detained 33 picketers and released all but four, who were warned`
        return -1 if draft.quantity.measure is not None else counted.antecedent
    if stands_in_breakdown(draft.analysis, draft.quantity) or _goes_on_breakdown(draft, earlier):
        return _broken_down(draft, earlier)
    if _is_introduced(draft) or is_among_them(draft):
        whole = _latest(draft, earlier)
        return -1 if whole >= 0 and _has_whole_of_its_own(draft, earlier[whole]) else whole
    if is_explanation(draft, earlier) or is_set_apart(draft, earlier) or divides_opening(draft, earlier):
        return len(earlier) - 1
    if _in_list_of_parts(draft, earlier):
        return earlier[-1].whole
    if _is_called_remaining(draft):
        return whole_of_remaining(draft, earlier)
    for find in _FINDERS:
        if (whole := find(draft, earlier)) >= 0:
            return whole
    return -1


def _of_sibling(draft: Draft, antecedent: Draft, index: int) -> int:
    """Return the whole that `of whom` divides: that of the number before, where it is `22 of whom` itself.

    For the second number of `22 of whom were children and nearly all (46) were from Nigeria`.
    """
    at, here = antecedent.chunk, antecedent.analysis
    own_relative = kind_at(here, at + 1) is Kind.PREPOSITION and kind_at(here, at + 2) is Kind.RELATIVE
    divides = antecedent.sentence == draft.sentence and antecedent.whole >= 0 and own_relative
    follows = kind_at(draft.analysis, draft.chunk + 1) is Kind.PREPOSITION
    has_own = follows and kind_at(draft.analysis, draft.chunk + 2) is Kind.RELATIVE
    # `300 of whom were men and 12 of whom were minors`, but `40 of whom were charged, 12 of whom were convicted`.
    joined = kind_at(draft.analysis, draft.chunk - 1) is Kind.CONJUNCTION
    of_them = follows and draft.analysis.chunks[draft.chunk + 1].word == "of"
    if antecedent.sentence == draft.sentence and antecedent.whole >= 0 and not of_them:
        # `Of those, 84 cases involved minors and 44 involved women`: both are some of those before.
        shared = fronted_whole(draft.analysis, draft.chunk)
        if 0 <= shared < antecedent.chunk and shared == fronted_whole(draft.analysis, antecedent.chunk):
            return antecedent.whole
    return antecedent.whole if divides and (joined or not has_own) else index


def later_whole_of(draft: Draft, index: int, drafts: Sequence[Draft]) -> int:
    """Return the whole that stands after its part in the sentence (`35 of the 101 seats`); -1 for none."""
    counted = draft.counted
    if (among := _counted_among(draft, index, drafts)) >= 0:
        return among
    if counted.source is not Source.PARTITIVE or counted.chunk <= draft.chunk or not counted.subset:
        return -1
    for at in range(index + 1, len(drafts)):
        if drafts[at].sentence == draft.sentence and drafts[at].chunk == counted.chunk:
            return at
    return -1


def _counted_among(draft: Draft, index: int, drafts: Sequence[Draft]) -> int:
    """Return the draft of `the 147` in `nine juveniles were among the 147 detainees`; -1 where nothing is among it."""
    if index + 1 >= len(drafts) or drafts[index + 1].sentence != draft.sentence:
        return -1
    here, at = draft.analysis, drafts[index + 1].chunk - 1
    among = kind_at(here, at) is Kind.PREPOSITION and here.chunks[at].word in _INCLUDING - {"including"}
    verb = at - 1
    while kind_at(here, verb) is Kind.ADVERB:
        verb -= 1
    told = any(relation.lemma == "be" and relation.chunk == verb for relation in draft.relations)
    # `there were 12 women among the 40 candidates`
    whole = drafts[index + 1]
    told = told or (at == draft.chunk + 1 and draft.unit == whole.unit and is_less(draft, whole))
    return index + 1 if among and told and whole.is_coded else -1


def _parts(earlier: Sequence[Draft]) -> Iterator[Draft]:
    """Yield the drafts that are parts of a whole, the latest first."""
    return (found for found in reversed(earlier) if found.whole >= 0)


def _at_chunk(draft: Draft, earlier: Sequence[Draft], chunk: int) -> int:
    for index in range(len(earlier) - 1, -1, -1):
        if earlier[index].sentence != draft.sentence:
            return -1
        if earlier[index].chunk == chunk:
            return index
    return -1


def _latest(draft: Draft, earlier: Sequence[Draft]) -> int:
    """Return the latest number, of this sentence or the one before, that counts what this one may be a part of."""
    for index in range(len(earlier) - 1, -1, -1):
        found = earlier[index]
        if draft.sentence - found.sentence > 1:
            return -1
        measure = found.quantity.measure
        is_amount = measure is not None and measure.unit != "fraction"
        is_mere_place = found.unit == "place" and draft.unit != "place"
        # `including 40 women. Among them were 12 foreigners`: of all that the sentence before counts.
        is_part = found.sentence < draft.sentence and found.whole >= 0
        if found.equivalent_of < 0 and not is_amount and not is_mere_place and not is_part:
            if found.unit == "case" and draft.unit == "person" and _counts_persons_before(earlier, index):
                continue
            return before_parentheses(index, earlier, draft)
    return -1


def _counts_persons_before(earlier: Sequence[Draft], index: int) -> bool:
    """Tell whether cases are only those of persons told before them: `indicted 90 men in 12 cases, among them nine`."""
    before = earlier[index - 1] if index else None
    joined = before is not None and kind_at(before.analysis, earlier[index].chunk - 1) is Kind.PREPOSITION
    return joined and before is not None and before.sentence == earlier[index].sentence and before.unit == "person"


def _broken_down(draft: Draft, earlier: Sequence[Draft]) -> int:
    """Return the number of persons or things that a breakdown in parentheses divides, in the same sentence; else -1."""
    for index in range(len(earlier) - 1, -1, -1):
        found = earlier[index]
        if found.sentence != draft.sentence:
            return -1
        if stands_in_breakdown(found.analysis, found.quantity):
            continue
        larger = (found.quantity.value or 0) >= (draft.quantity.value or 0)
        counts = found.unit == draft.unit and draft.unit not in _RESULTS and found.is_coded
        return index if counts and larger else -1
    return -1


def _goes_on_breakdown(draft: Draft, earlier: Sequence[Draft]) -> bool:
    """Tell whether a bare number in parentheses, however small, goes on with a breakdown (`Gao (162), Kita (71)`)."""
    here, at = draft.analysis, draft.chunk
    alone = kind_at(here, at - 1) is Kind.OPEN and kind_at(here, at + 1) is Kind.CLOSE
    bare = here.chunks[at].first == here.chunks[at].last
    if not (alone and bare and earlier and earlier[-1].sentence == draft.sentence and earlier[-1].whole >= 0):
        return False
    return stands_in_breakdown(earlier[-1].analysis, earlier[-1].quantity)


def _is_introduced(draft: Draft) -> bool:
    """Tell whether what stands before a number makes it a part.

    A colon in `17,916 foreigners obtained cards: 12,030 for work, …`, `including`, or `among them`.
    """
    chunks, before = draft.analysis.chunks, draft.chunk - 1
    is_bare = draft.counted.source is Source.ANTECEDENT
    if is_bare and kind_at(draft.analysis, before) is Kind.SEMICOLON and chunks[before].word == ":":
        # `Asylum: 205 applied`: a title opens no list of parts.
        return any(chunk.number >= 0 for chunk in chunks[:before])
    while kind_at(draft.analysis, before) is Kind.ADVERB:
        before -= 1
    if kind_at(draft.analysis, before) is Kind.PREPOSITION:
        return chunks[before].word == "including"
    if before == 1 and chunks[before].word == "include" and chunks[0].word in _TAKEN_UP:
        # `There were 40 arrests. These included nine students.`
        return True
    if kind_at(draft.analysis, before) is Kind.VERB and chunks[before].word == "be":
        # `among whom were 14 journalists`
        before -= 1
    return (
        kind_at(draft.analysis, before) in {Kind.NOUN_PHRASE, Kind.RELATIVE}
        and chunks[before].word in {"them", "these", "those", "whom", "which"}
        and kind_at(draft.analysis, before - 1) is Kind.PREPOSITION
        and (chunks[before - 1].word in _INCLUDING or _is_apposed(draft, before))
    )


def _is_apposed(draft: Draft, relative: int) -> bool:
    """Tell whether a number with a noun and no verb follows `of whom`: `55 people, of whom 38 minors, were held`."""
    here = draft.analysis
    fronted = kind_at(here, relative) is Kind.RELATIVE and here.chunks[relative - 1].word == "of"
    ends = kind_at(here, draft.chunk + 1) in {None, Kind.COMMA, Kind.OTHER, Kind.CLOSE, Kind.SEMICOLON}
    return fronted and ends and draft.counted.source is Source.OWN


def _has_whole_of_its_own(draft: Draft, whole: Draft) -> bool:
    """Tell whether the sentence names what a number is included in, uncounted: `detained people, including five`."""
    if whole.sentence == draft.sentence:
        return False
    chunks, before = draft.analysis.chunks, draft.chunk - 1
    while before > 0 and chunks[before].kind in {Kind.ADVERB, Kind.PREPOSITION, Kind.COMMA}:
        before -= 1
    phrase = chunks[before]
    return phrase.kind is Kind.NOUN_PHRASE and phrase.number < 0 and singular(phrase.word) != phrase.word


def _in_list_of_parts(draft: Draft, earlier: Sequence[Draft]) -> bool:
    """Read `including 12 women, five children, and two journalists`: a list goes on while commas and `and` join it."""
    if not earlier or earlier[-1].sentence != draft.sentence or earlier[-1].whole < 0:
        return False
    if _goes_on_with_whom(draft, earlier[-1]):
        return True
    if draft.counted.source is Source.ANTECEDENT and draft.match is None:
        return False
    if draft.counted.source is Source.OWN and _tells_of_others(draft, earlier[earlier[-1].whole]):
        return False
    kinds = {chunk.kind for chunk in draft.analysis.chunks[earlier[-1].chunk + 1 : draft.chunk]}
    if kinds.isdisjoint(CONNECTIVES) or (Kind.CLOSE in kinds and Kind.OPEN not in kinds):
        # A list in parentheses ends with them: `375 killings (including 35 women), 129 beatings`.
        return False
    if len(kinds) == 1 and draft.counted.source is Source.OWN and _follows_including(earlier[-1]):
        # `including 45 newspapers and 16 stations`.
        return True
    if kinds <= CONNECTIVES and not draft.relations:
        return True
    if _is_like_item(draft, earlier[-1]) or _closes_list(draft, earlier):
        return True
    if leaves_copula_out(draft, earlier[-1]):
        return True
    return draft.match is None and kinds.isdisjoint({Kind.VERB, Kind.SEMICOLON})


def _is_like_item(draft: Draft, sibling: Draft) -> bool:
    """Read `including 46 cases of theft and 33 cases of arson`: the last item tells its noun again."""
    analysis = draft.analysis
    between = {chunk.kind for chunk in analysis.chunks[sibling.chunk + 1 : draft.chunk]}
    joined = (
        kind_at(analysis, draft.chunk - 1) is Kind.CONJUNCTION and kind_at(analysis, draft.chunk - 2) is not Kind.COMMA
    )
    alike = draft.counted.source is sibling.counted.source is Source.OWN and draft.counted.head == sibling.counted.head
    return joined and alike and _follows_including(sibling) and between <= _ITEM


def _closes_list(draft: Draft, earlier: Sequence[Draft]) -> bool:
    """Read `among them 29 officers, three agents, and two guards`: a list without `and` still lacks its last item."""
    here, last = draft.analysis, earlier[-1]
    if len(earlier) < 2 or draft.counted.source is not Source.OWN:  # noqa: PLR2004 - two items
        return False
    between = here.chunks[last.chunk + 1 : draft.chunk]
    completed = all(one.kind in {Kind.PREPOSITION, Kind.NOUN_PHRASE} and one.number < 0 for one in between[:-2])
    listed = [one.kind for one in between[-2:]] == [Kind.COMMA, Kind.CONJUNCTION] and completed
    opens = kind_at(last.analysis, last.chunk - 1) is Kind.COMMA and last.counted.source is Source.OWN
    first = earlier[-2]
    return listed and opens and first.sentence == draft.sentence and first.whole == last.whole


def _tells_of_others(draft: Draft, whole: Draft) -> bool:
    """Tell whether a number is larger than a whole, or opens a clause: `44 died, 20 of them girls, and 900 fled`."""
    if is_less(whole, draft):
        return True
    joined = kind_at(draft.analysis, draft.chunk - 1) is Kind.CONJUNCTION
    after_comma = kind_at(draft.analysis, draft.chunk - 2) is Kind.COMMA
    verbs = (relation.chunk for relation in draft.relations if relation.part is Part.ACTOR)
    return joined and after_comma and any(draft.chunk < verb <= draft.chunk + 1 for verb in verbs)


def _goes_on_with_whom(draft: Draft, sibling: Draft) -> bool:
    """Read `of whom 13 received terms and 16 were fined`: bare numbers after a fronted `of whom` share its whole."""
    here = draft.analysis
    fronted = kind_at(here, sibling.chunk - 1) is Kind.RELATIVE and kind_at(here, sibling.chunk - 2) is Kind.PREPOSITION
    bare = draft.counted.source is Source.ANTECEDENT and not draft.counted.subset
    kinds = {chunk.kind for chunk in here.chunks[sibling.chunk + 1 : draft.chunk]}
    joined = kind_at(here, draft.chunk - 1) in CONNECTIVES
    return fronted and bare and joined and kinds.isdisjoint({Kind.SEMICOLON, Kind.SUBORDINATOR, Kind.RELATIVE})


def _follows_including(draft: Draft) -> bool:
    """Tell whether `including` or `among them` stands before a number."""
    first = draft.analysis.chunks[draft.chunk].first
    return not _INCLUDING.isdisjoint(draft.analysis.sentence.words[max(0, first - 2) : first])


def whole_of_remaining(draft: Draft, earlier: Sequence[Draft]) -> int:
    """Return the whole of which a number is called the remaining part; -1 where no other part of one was told."""
    if not _is_called_remaining(draft):
        return -1
    return next((found.whole for found in _parts(earlier) if draft.sentence - found.sentence <= 1), -1)


def _is_called_remaining(draft: Draft) -> bool:
    """Tell whether the number is what is left of a whole: `the remaining four`."""
    first = draft.analysis.chunks[draft.chunk].first
    return "remaining" in draft.analysis.sentence.words[first : draft.figure.first]


def _whole_of_remainder(draft: Draft, earlier: Sequence[Draft]) -> int:
    """Return the whole that a list divides to the last: `seven of whom were fined, one was warned, the rest released`.

    -1 where the number is in no such list, or counts something else.
    """
    if not earlier or earlier[-1].sentence != draft.sentence or draft.counted.head is None:
        return -1
    whole = next((found.whole for found in _parts(earlier) if found.sentence == draft.sentence), -1)
    if whole < 0 or earlier[whole].counted.head != draft.counted.head:
        return -1
    after = draft.analysis.sentence.words[draft.analysis.chunks[draft.chunk].last :]
    # `the others` are the rest of a whole, `40 others` are not.
    names_rest = not _REMAINDER.isdisjoint(after) or ("the", "others") in pairwise(after)
    return whole if names_rest and kind_at(draft.analysis, draft.chunk - 1) in CONNECTIVES else -1


# Asked in this order, where nothing closer to a number says what it is a part of.
_FINDERS = (
    _whole_of_remainder,
    fronted_whole_of,
    whole_of_kind,
    whole_of_members,
    whole_of_phrase,
    whole_of_those,
    whole_of_named_again,
    whole_of_gerunds,
)
