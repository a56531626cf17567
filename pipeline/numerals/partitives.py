"""Numbers that part something with `of`: `five of the hostages`, `49 of whom`, `of those arrested, 28`."""

from collections.abc import Sequence

from pipeline.language.chunks import Chunk, Kind, VerbForm
from pipeline.language.lexicon import Tag, lexicon
from pipeline.language.nouns import noun_class, singular
from pipeline.numerals.antecedents import antecedent_of
from pipeline.numerals.counted import NOTHING, Counted, Earlier, Source, counting_words
from pipeline.numerals.latest_antecedents import (
    are_others_told,
    case_antecedent,
    latest_antecedent,
    main_antecedent,
    named_antecedent,
    person_antecedent,
    place_antecedent,
    taken,
)
from pipeline.numerals.own_nouns import with_coordinated
from pipeline.numerals.parallel_places import continues_list
from pipeline.numerals.phrases import is_bare, is_chunk, is_phrase, is_plain_phrase, noun_of
from pipeline.numerals.quantities import Analysis, Quantity
from pipeline.numerals.relative_wholes import is_plural_of_persons, of_whom
from pipeline.numerals.words import Form

_POINTING_BACK = frozenset({"them", "those", "these", "us"})
_OF_TWO = frozenset({"latter", "former"})
_DEFINITE = frozenset({"the", "its", "their", "these", "those", "his", "her"})
_PLACING = frozenset({"in", "at", "across", "throughout"})
_SPANS = frozenset({"year", "month", "week", "quarter", "decade"})
_DYING = frozenset({"die", "perish", "succumb"})
_TOTALS = frozenset({"total", "number", "figure"})
# Chunks between `of whom` and its number.
_FAR = 8

# Between a number and the one of another time behind it.
_SETTING_BESIDE = frozenset({
    ("up", "from"), ("down", "from"), ("compared", "with"), ("compared", "to"), ("increase", "from"),
    ("decrease", "from"), ("rise", "from"), ("decline", "from"), ("drop", "from"), ("fall", "from"),
})  # fmt: skip


def parted(analysis: Analysis, quantity: Quantity, text: str, earlier: Sequence[Earlier], here: int) -> Counted | None:
    """Return what a number is a part of, after its `of` or in a fronted one; null where it parts nothing."""
    behind = _behind_share(analysis, quantity.chunk)
    if is_chunk(analysis, behind, Kind.PREPOSITION, "of") and not _falls_short(analysis, quantity.chunk):
        found = _after_of(analysis, quantity, text, earlier, here)
        if found is not None:
            return found
    if _sizes_share(analysis, quantity):
        return main_antecedent(earlier, here)
    return _fronted(analysis, quantity, text, earlier, here)


def _behind_share(analysis: Analysis, index: int) -> int:
    """Return the chunk behind a number, over the share in parentheses that tells it again (`410 (19 percent) of`)."""
    closing = index + 3
    encloses = is_chunk(analysis, index + 1, Kind.OPEN) and is_chunk(analysis, closing, Kind.CLOSE)
    return closing + 1 if encloses and analysis.chunks[index + 2].word == "percent" else index + 1


def _sizes_share(analysis: Analysis, quantity: Quantity) -> bool:
    """Tell whether a bare number in parentheses says how many a vague share is: `nearly all (92) were foreigners`."""
    at = quantity.chunk
    enclosed = is_chunk(analysis, at - 1, Kind.OPEN) and is_chunk(analysis, at + 1, Kind.CLOSE)
    if not (enclosed and is_bare(analysis, quantity)) or at < 2:  # noqa: PLR2004 - a share and a parenthesis
        return False
    return analysis.sentence.words[analysis.chunks[at - 2].last] in counting_words().shares


def _falls_short(analysis: Analysis, index: int) -> bool:
    """Tell whether a number says how many are missing: `six short of a majority`."""
    return analysis.chunks[index].word in {"short", "shy"}


def _after_of(
    analysis: Analysis, quantity: Quantity, text: str, earlier: Sequence[Earlier], here: int
) -> Counted | None:
    """Read `five of the hostages`, `hundreds of prisoners`, `49 of whom`, `103 of 395 seats`."""
    following = _behind_share(analysis, quantity.chunk) + 1
    if is_chunk(analysis, following, Kind.RELATIVE):
        return of_whom(analysis, quantity.chunk, text, earlier, here)
    if not is_phrase(analysis, following) or analysis.chunks[following].word in _SPANS:
        # `fewer than the 12 of the previous year`: the time of a number, not what it counts.
        return None
    phrase = analysis.chunks[following]
    if phrase.number >= 0:
        return _part_of_number(analysis, phrase, text, earlier)
    opener = analysis.sentence.words[phrase.first]
    if opener in _POINTING_BACK and (phrase.first == phrase.last or not _names_kind(phrase.word)):
        return _of_them(analysis, quantity, text, earlier, here)
    if phrase.word in _OF_TWO and earlier and earlier[-1].sentence == here:
        return _of_latter(phrase.word, earlier, here, quantity.chunk)
    bare = not lexicon().tags.get(opener, 0) & (Tag.DETERMINER | Tag.PRONOUN) and noun_class(phrase.word) != "person"
    narrowed = opener != phrase.word and bool(earlier) and earlier[-1].unit == "person"
    vague = analysis.readings[quantity.reading].figure.form is Form.VAGUE
    listed = bare and not vague and continues_list(analysis, quantity.chunk, earlier, here)
    if listed and _tells_cause(analysis, earlier[-1].quantity.chunk, quantity.chunk):
        return antecedent_of(analysis, quantity, earlier, here)
    if listed and not narrowed:
        # `540 complaints of assault, 122 of stalking` leaves the noun out; `67 inmates died, 27 of tuberculosis` parts
        # them.
        if is_chunk(analysis, earlier[-1].quantity.chunk + 1, Kind.PREPOSITION, "of"):
            return antecedent_of(analysis, quantity, earlier, here)
        return latest_antecedent(earlier, here)
    found = noun_of(analysis, following, text, Source.PARTITIVE, subset=opener in _DEFINITE)
    # `dozens of bakers and drivers`
    return with_coordinated(analysis, found, phrase.first, phrase.head, text) if phrase.genitive < 0 else found


def _of_latter(word: str, earlier: Sequence[Earlier], here: int, end: int) -> Counted:
    """Read `arrested 12 students and six teachers and charged five of the latter`."""
    told = [(index, found) for index, found in enumerate(earlier) if found.sentence == here]
    # Of `80 of the 120 seats and 40 from lists` the 120 are divided, and none of the two.
    divided = {found.counted.chunk for _, found in told if found.counted.source is Source.PARTITIVE}
    things = [
        index
        for index, found in told
        if found.counts_things and found.quantity.chunk < end and found.quantity.chunk not in divided
    ]
    # `90 deaths, 12 in lockups and the rest in jails`: the former are those in lockups.
    parts = len(things) > 1 and earlier[things[-1]].side and not earlier[things[-2]].side
    at = things[-1:] if word == "latter" or parts else things[-2:-1]
    return taken(earlier, at[0], subset=True) if at else NOTHING


def _of_them(analysis: Analysis, quantity: Quantity, text: str, earlier: Sequence[Earlier], here: int) -> Counted:
    """Read `five of them`, `40 of those abducted`: the noun of the whole."""
    following = quantity.chunk + 2
    phrase = analysis.chunks[following]
    opener = analysis.sentence.words[phrase.first]
    if (told := _told_by_place(analysis, quantity.chunk, text, earlier, here)) is not None:
        return told
    if _follows_part(analysis, quantity.chunk, earlier, here):
        return taken(earlier, len(earlier) - 1, subset=True)
    if _are_persons(analysis, following + 1):
        # `3,332 candidates ran for 111 seats, 167 of them women`; `640 were killed, 18 of them nuns` has no noun.
        persons = person_antecedent(earlier, here, subset=True)
        return latest_antecedent(earlier, here) if persons is NOTHING else persons
    found = main_antecedent(earlier, here)
    if opener == "those" and found.kind == "person_event" and _acts(analysis, phrase):
        # `63 deaths. At least 30 of those fleeing …`: the dead do nothing.
        return Counted("those", "person", "person", Source.PARTITIVE, following)
    after = analysis.chunks[following + 1] if following + 1 < len(analysis.chunks) else phrase
    # `suspended 60 clinics; eight of those were closed`: the word stands for the clinics.
    stands_for = phrase.first == phrase.last and after.kind is Kind.VERB and after.passive
    if opener == "those" and not stands_for and found.kind not in {None, "person", "person_event"}:
        # `90 instances of beating. Nearly 40 of those abducted …`: those are persons, if any was told of.
        found = person_antecedent(earlier, here, subset=True)
    # `a blockade of residents, wounding 40 of them`; `those convicted` are nobody who acts before.
    named = found is NOTHING and opener != "those"
    return (_persons_before(analysis, quantity.chunk, text) or found) if named else found


def _follows_part(analysis: Analysis, index: int, earlier: Sequence[Earlier], here: int) -> bool:
    """Tell whether a comma alone parts a number from a part of another: `and acquitted nine, four of them women`."""
    if not earlier or earlier[-1].sentence != here or not earlier[-1].side or earlier[-1].included:
        return False
    last = earlier[-1].quantity.chunk
    whole = is_chunk(analysis, last - 1, Kind.PREPOSITION)
    return (
        last == index - 2 and is_chunk(analysis, index - 1, Kind.COMMA) and earlier[-1].unit == "person" and not whole
    )


def _told_by_place(analysis: Analysis, index: int, text: str, earlier: Sequence[Earlier], here: int) -> Counted | None:
    """Return what the place of `N of them` in the sentence tells that it counts: places after `in`, or an apposition.

    For `rallies in 18 cities, and in 12 of them police used gas`.
    """
    if is_chunk(analysis, index - 1, Kind.PREPOSITION) and analysis.chunks[index - 1].word in _PLACING:
        places = place_antecedent(earlier, here)
        return None if places is NOTHING else places
    return _apposed(analysis, index, text)


def _tells_cause(analysis: Analysis, left: int, right: int) -> bool:
    """Tell whether `of` leads to what somebody died of: `13 died from violence and 24 of natural causes`."""
    joined = is_chunk(analysis, right - 1, Kind.CONJUNCTION)
    return joined and any(chunk.kind is Kind.VERB and chunk.word in _DYING for chunk in analysis.chunks[left:right])


def _apposed(analysis: Analysis, index: int, text: str) -> Counted | None:
    """Return the subject that a sentence opens with and `14,425 of them` counts between commas; null for none.

    For `Civil claims against the police, 14,425 of them, sought damages`.
    """
    if not is_chunk(analysis, index - 1, Kind.COMMA) or not is_chunk(analysis, index + 3, Kind.COMMA):
        return None
    at = 0
    if not is_plain_phrase(analysis, at) or singular(analysis.chunks[at].word) == analysis.chunks[at].word:
        return None
    at += 1
    while is_chunk(analysis, at, Kind.PREPOSITION) and is_plain_phrase(analysis, at + 1):
        at += 2
    opens_verb = is_chunk(analysis, index + 4, Kind.VERB)
    return noun_of(analysis, 0, text, Source.PARTITIVE) if at == index - 1 and opens_verb else None


def _acts(analysis: Analysis, phrase: Chunk) -> bool:
    """Tell whether a phrase ends in a gerund or is followed by one, which says what persons do."""
    if lexicon().tags.get(phrase.word, 0) & Tag.VERB_GERUND:
        return True
    at = analysis.chunk_at[phrase.last] + 1
    return is_chunk(analysis, at, Kind.VERB) and analysis.chunks[at].form is VerbForm.GERUND


def _is_pronoun(analysis: Analysis, index: int) -> bool:
    """Tell whether `them` or `these` stands alone at an index."""
    chunk = analysis.chunks[index]
    return is_phrase(analysis, index) and chunk.first == chunk.last and chunk.word in _POINTING_BACK


def _persons_before(analysis: Analysis, index: int, text: str) -> Counted | None:
    """Return the nearest persons before a number that none counts: `a blockade of residents, wounding 40 of them`."""
    for at in range(index - 1, -1, -1):
        if is_plural_of_persons(analysis, at):
            return noun_of(analysis, at, text, Source.PARTITIVE)
    return None


def _names_kind(word: str) -> bool:
    """Tell whether a word is a noun that says of what kind they are, and no participle (`of those executed`)."""
    return noun_class(word) is not None and not lexicon().tags.get(word, 0) & Tag.VERB_PARTICIPLE


def _are_persons(analysis: Analysis, index: int) -> bool:
    """Tell whether a phrase without a number names persons."""
    return is_plain_phrase(analysis, index) and noun_class(analysis.chunks[index].word) == "person"


def _fronted(
    analysis: Analysis, quantity: Quantity, text: str, earlier: Sequence[Earlier], here: int
) -> Counted | None:
    """Read `of whom 329 were charged`, `Of those arrested, 28 were in custody`, `Of 47 tried, 12 were convicted`."""
    index = quantity.chunk
    if is_chunk(analysis, index - 1, Kind.RELATIVE) and is_chunk(analysis, index - 2, Kind.PREPOSITION):
        return of_whom(analysis, index - 2, text, earlier, here)
    if is_chunk(analysis, index - 2, Kind.PREPOSITION, "of") and _is_pronoun(analysis, index - 1):
        # `399 have been sentenced, of them 36 to death`.
        return main_antecedent(earlier, here)
    divided = fronted_whole(analysis, index)
    whole_number = quantity.value is None or quantity.value.is_integer()
    if (
        0 <= divided < index
        and (divided < index - 1 or _opens_clause_of_part(analysis, divided, index))
        and is_bare(analysis, quantity)
        and whole_number
        and not _is_set_beside(analysis, index)
        and not _is_share(earlier, here, divided)
        and not are_others_told(analysis, earlier, here, divided)
    ):
        phrase = analysis.chunks[divided]
        if phrase.number >= 0:
            return _part_of_number(analysis, phrase, text, earlier)
        opener = analysis.sentence.words[phrase.first]
        if phrase.word in _OF_TWO:
            # `elects 80 members directly and 40 from lists; of the former, the Front took 41`
            return _of_latter(phrase.word, earlier, here, divided)
        if _involves(analysis, index) and (cases := case_antecedent(earlier, here)) is not NOTHING:
            # `21 cases with 36 victims. Of those, 17 involved guards`
            return cases
        if (
            earlier
            and earlier[-1].sentence == here
            and earlier[-1].counted.kind == "case"
            and earlier[-1].counted.subset
        ):
            # `Of those, 17 involved guards and two a cook`
            return earlier[-1].counted
        if opener in {"those", "these", "them"} or (opener in _DEFINITE and phrase.word in _TOTALS):
            return main_antecedent(earlier, here, head=singular(phrase.word))
        if opener in _DEFINITE and singular(phrase.word) != phrase.word:
            # `Of the executions, 62 were for murder`.
            if (named := named_antecedent(earlier, here, singular(phrase.word))) is not NOTHING:
                return named
            return noun_of(analysis, divided, text, Source.PARTITIVE)
    preposition = _of_before_clause(analysis, index)
    return of_whom(analysis, preposition, text, earlier, here) if preposition >= 0 else None


def _opens_clause_of_part(analysis: Analysis, divided: int, index: int) -> bool:
    """Tell whether a number right behind a fronted whole is the subject: `Of 306 candidates 14 were women`."""
    return analysis.chunks[divided].number >= 0 and is_chunk(analysis, index + 1, Kind.VERB)


def _involves(analysis: Analysis, index: int) -> bool:
    """Tell whether the verb right after a number is one of cases, not of persons."""
    return is_chunk(analysis, index + 1, Kind.VERB) and analysis.chunks[index + 1].word in counting_words().case_verbs


def fronted_whole(analysis: Analysis, index: int = 0) -> int:
    """Return the phrase after an `of` that opens the clause of `index`, maybe behind an adverbial; -1 where none does.

    For `Of 47 tried, 12 were convicted`, `According to the ministry, of 4,000 inmates, 900 were women`, `They said
    that of 4,000 inmates, 900 were women`, and `held 4,000 inmates; of these, 900 were women`.
    """
    start = next((at + 1 for at in range(index - 1, -1, -1) if analysis.chunks[at].kind is Kind.SEMICOLON), 0)
    inner = _fronted_from(analysis, start) if start else -1
    # Behind a semicolon what opens the sentence is divided still: `Of these, 40 were girls; 12 were boys`.
    return inner if inner >= 0 else _fronted_from(analysis, 0)


def _fronted_from(analysis: Analysis, start: int) -> int:
    for at, chunk in enumerate(analysis.chunks[start : start + _FAR], start):
        states = chunk.kind is Kind.VERB and is_chunk(analysis, at + 1, Kind.SUBORDINATOR, "that")
        if (chunk.kind is Kind.VERB and not states) or chunk.number >= 0:
            return -1
        if chunk.word != "of" or chunk.kind is not Kind.PREPOSITION or not is_phrase(analysis, at + 1):
            continue
        if (
            at == start
            or is_chunk(analysis, at - 1, Kind.COMMA)
            or is_chunk(analysis, at - 1, Kind.SUBORDINATOR, "that")
        ):
            return at + 1
    return -1


def _is_share(earlier: Sequence[Earlier], here: int, divided: int) -> bool:
    """Tell whether shares of a whole are told: `Of the 300 votes cast, the mayor drew 61 percent and his rival 34`."""
    last = earlier[-1] if earlier else None
    return last is not None and last.sentence == here and last.unit == "percent" and last.quantity.chunk > divided


def _is_set_beside(analysis: Analysis, index: int) -> bool:
    """Tell whether a number is one of another time (`Of 300 candidates … 45 women won, up from 32`)."""
    first = analysis.chunks[index].first
    return analysis.sentence.words[max(0, first - 2) : first] in _SETTING_BESIDE


def _of_before_clause(analysis: Analysis, index: int) -> int:
    """Return the `of` of an `of whom` that an aside parts from its number (`of whom, police said, 704`), else -1."""
    for at in range(index - 1, max(0, index - _FAR), -1):
        if analysis.chunks[at].kind is Kind.RELATIVE:
            # After `two of whom were beheaded` a number with a verb of its own is no part: `, and 60 maimed`.
            divides = is_phrase(analysis, at - 2) and analysis.chunks[at - 2].number >= 0
            is_told = divides and is_chunk(analysis, index + 1, Kind.VERB)
            return at - 1 if is_chunk(analysis, at - 1, Kind.PREPOSITION, "of") and not is_told else -1
        if analysis.chunks[at].number >= 0:
            return -1
    return -1


def _part_of_number(analysis: Analysis, phrase: Chunk, text: str, earlier: Sequence[Earlier]) -> Counted:
    """Read `103 of 395 seats`: the noun of the whole stands after its number; `seven of 50` takes the noun before."""
    chunk = analysis.chunk_at[phrase.head]
    found = noun_of(analysis, chunk, text, Source.PARTITIVE, subset=True)
    if found.text is not None:
        return found
    # `10 percent of seats (50 of 500)`: a share names what its numbers count.
    before = next((one.counted for one in reversed(earlier) if one.counts_things or one.shares_things), NOTHING)
    return Counted(before.text, before.head, before.kind, Source.PARTITIVE, chunk, subset=True, capital=before.capital)
