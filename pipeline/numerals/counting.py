"""What a number counts: the noun beside it, or, where the text leaves the noun out, the one that it stands for."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from pipeline.language.chunks import Chunk, Kind, VerbForm
from pipeline.language.lexicon import Tag, lexicon
from pipeline.language.nouns import noun_class, singular
from pipeline.numerals.figures import change_verbs
from pipeline.numerals.numeral import Role
from pipeline.numerals.quantities import Analysis, Quantity
from pipeline.numerals.words import Form

_ELIDED_HEADS = frozenset(
    "more others other each additional further another total apiece less fewer all of them whom most some only".split()
)


# Adjectives that stand after their noun (`nine persons dead`, `12 children missing`).
_POSTPOSITIVE = frozenset(
    "liable guilty responsible accountable hostage captive free dead alive missing present born short unable available abroad nationwide worldwide able eligible absent".split()
)
_AFTER_HEADS = _ELIDED_HEADS | _POSTPOSITIVE


_DURATIONS = frozenset({"day", "month", "year", "week", "hour", "minute", "time"})


class Source(Enum):
    """Where the counted noun was found."""

    OWN = "beside the number"
    PARTITIVE = "after `of`"
    SUBJECT = "the noun that the sentence equates with the number"
    ANTECEDENT = "left out here, taken from the number before"
    NONE = "none was found"


@dataclass(frozen=True, slots=True)
class Counted:
    """The counted noun phrase, offsets in the paragraph, and the class of its head."""

    text: str | None
    head: str | None
    """Singular, lower case."""
    kind: str | None
    """Class of the head (`person`, `organization`, …); null for an unknown noun."""
    source: Source
    chunk: int = -1
    """Chunk of the same sentence that holds the noun; -1 where it is elsewhere."""
    subset: bool = False
    """Whether the number is a part of what an earlier number counts (`of whom`, `of them`)."""
    capital: bool = False
    """Whether the head is capitalized, as the name of a people is."""
    antecedent: int = -1
    """Index, among the earlier quantities of the paragraph, of the one whose noun is taken."""


@dataclass(frozen=True, slots=True)
class Earlier:
    """A quantity that stands before, as the ones after it look back on it."""

    sentence: int
    quantity: Quantity
    counted: Counted
    unit: str
    is_equivalent: bool
    included: bool = False
    """Whether `including` or `among them` introduces it."""
    side: bool = False
    """Whether it is a part, or set beside the number that the sentence is about (`compared with 252 in 2018`)."""
    locative: bool = False
    """Whether it stands after a preposition of place, beside the number that the sentence is about."""


NOTHING = Counted(None, None, None, Source.NONE)


def phrase_text(analysis: Analysis, text: str, first: int, last: int) -> str:
    """Return the text from one token to another, without an opening determiner."""
    sentence = analysis.sentence
    while first < last and sentence.words[first] in {
        "the",
        "a",
        "an",
        "its",
        "their",
        "his",
        "her",
        "these",
        "those",
        "-",
        "own",
    }:
        first += 1
    return text[sentence.starts[first] : sentence.ends[last]]


def counted_by(analysis: Analysis, quantity: Quantity, text: str, earlier: Sequence[Earlier], here: int) -> Counted:
    """Return what a quantity counts; `earlier` are the quantities of the paragraph before it, `here` the sentence's index."""
    chunk = analysis.chunks[quantity.chunk]
    figure = analysis.readings[quantity.reading].figure
    measure = quantity.measure
    if measure is not None and measure.unit not in {"fraction"}:
        return _measured(analysis, quantity, text)
    if chunk.hyphenated:
        at = figure.last + 2
        word = analysis.sentence.words[at] if at < len(analysis.sentence.words) else ""
        return Counted(analysis.sentence.surfaces[at], singular(word), noun_class(word), Source.OWN, quantity.chunk)
    if (ahead := _ahead(analysis, quantity, text)) is not None:
        return ahead
    if (
        measure is not None
        and _is_phrase(analysis, quantity.chunk + 1)
        and analysis.chunks[quantity.chunk + 1].number < 0
    ):
        # `one-half the country’s regions`: a fraction before a determiner.
        found = _from_chunk(analysis, quantity.chunk + 1, text)
        return Counted(found.text, found.head, found.kind, Source.PARTITIVE, quantity.chunk + 1, capital=found.capital)
    own = _own(analysis, quantity, chunk, text)
    if own is not None and figure.form is not Form.VAGUE:
        return own
    after = _after_of(analysis, quantity, text, earlier, here)
    if after is not None:
        return after
    if own is not None:
        return own
    if (governed := _of_collective(analysis, quantity, text)) is not None:
        return governed
    if _completes_change(analysis, quantity, earlier, here):
        return _antecedent(analysis, quantity, earlier, here)
    equated = _equated(analysis, quantity, text)
    if equated is not None:
        return equated
    found = _antecedent(analysis, quantity, earlier, here)
    if found is NOTHING and chunk.word == "others":
        return Counted(analysis.sentence.surfaces[chunk.head], "other", "person", Source.OWN, quantity.chunk)
    return found


def _measured(analysis: Analysis, quantity: Quantity, text: str) -> Counted:
    """Return the unit's word for times and distances, the noun after `percent of`, nothing for money."""
    measure = quantity.measure
    if measure is None or measure.word is None:
        if measure is not None and measure.unit == "percent":
            following = quantity.chunk + 2
            if _is(analysis, quantity.chunk + 1, Kind.PREPOSITION, "of") and _is_phrase(analysis, following):
                found = _from_chunk(analysis, following, text)
                return Counted(found.text, found.head, found.kind, Source.PARTITIVE, following)
        return NOTHING
    return Counted(measure.word, measure.unit, None, Source.OWN, quantity.chunk)


_COLLECTIVE = frozenset(
    {
        "staff",
        "crew",
        "population",
        "capacity",
        "membership",
        "workforce",
        "audience",
        "contingent",
        "congregation",
        "garrison",
        "electorate",
        "crowd",
    }
)


def _of_collective(analysis: Analysis, quantity: Quantity, text: str) -> Counted | None:
    """Read `a staff of 34`, `a capacity of 30,169`: the noun before `of` names what the bare number counts."""
    index = quantity.chunk
    if not _is(analysis, index - 1, Kind.PREPOSITION, "of") or not _is_phrase(analysis, index - 2):
        return None
    phrase = analysis.chunks[index - 2]
    if singular(phrase.word) not in _COLLECTIVE or not _bare(analysis, quantity):
        return None
    found = _from_chunk(analysis, index - 2, text)
    return Counted(found.text, found.head, "person", Source.SUBJECT, index - 2)


def _completes_change(analysis: Analysis, quantity: Quantity, earlier: Sequence[Earlier], here: int) -> bool:
    """Tell whether a number closes `from 33 seats to 42`, the noun of the first serving both."""
    index = quantity.chunk
    if not _is(analysis, index - 1, Kind.PREPOSITION, "to") or not earlier or earlier[-1].sentence != here:
        return False
    first = earlier[-1].quantity.chunk
    return (
        _is(analysis, first - 1, Kind.PREPOSITION, "from")
        and index - first <= 3
        and earlier[-1].counted.source is Source.OWN
    )  # noqa: PLR2004 - a date may stand between


def _ahead(analysis: Analysis, quantity: Quantity, text: str) -> Counted | None:
    """Read `660 and 1,140 detainees`, `from 40,000 to 20,000 members`: the noun stands once, after the second number."""
    chunks, index = analysis.chunks, quantity.chunk
    if chunks[index].head > analysis.readings[quantity.reading].figure.last or index + 2 >= len(chunks):
        return None
    link, following = chunks[index + 1], chunks[index + 2]
    if link.word not in {"and", "to", "or"} or following.number < 0 or chunks[index].hyphenated:
        return None
    other = analysis.quantities[following.number]
    if other is None or other.measure is not None:
        return None
    own = _own(analysis, other, following, text)
    return None if own is None else Counted(own.text, own.head, own.kind, Source.OWN, own.chunk, capital=own.capital)


def _is(analysis: Analysis, index: int, kind: Kind, word: str | None = None) -> bool:
    if not 0 <= index < len(analysis.chunks) or analysis.chunks[index].kind is not kind:
        return False
    return word is None or analysis.chunks[index].word == word


def _is_phrase(analysis: Analysis, index: int) -> bool:
    return _is(analysis, index, Kind.NOUN_PHRASE)


def _own(analysis: Analysis, quantity: Quantity, chunk: Chunk, text: str) -> Counted | None:
    """Return the noun that follows the number in its phrase, with what is coordinated with it."""
    sentence = analysis.sentence
    first = max(analysis.readings[quantity.reading].figure.last, quantity.hedge.last) + 1
    if chunk.head < first or chunk.last < first:
        return None
    head = chunk.head
    while head >= first and (sentence.words[head] in _AFTER_HEADS or sentence.words[head] in {"'s", "’"}):
        head -= 1
    if head < first or lexicon().tags.get(sentence.words[head], 0) & Tag.PRONOUN:
        return None
    if chunk.genitive > first and chunk.genitive < head:
        # `nine journalists’ homes`: the homes are counted by no number here, the head is.
        first = first if chunk.genitive < chunk.head else chunk.genitive + 1
    last = _coordinate_end(analysis, quantity.chunk, head)
    word = sentence.words[head]
    if last > chunk.last:
        tail = analysis.chunks[analysis.chunk_at[last]]
        word = tail.word
    capital = _is_capitalized(sentence.surfaces[head])
    return Counted(
        phrase_text(analysis, text, first, max(head, last) if last > chunk.last else head),
        singular(word),
        noun_class(word),
        Source.OWN,
        quantity.chunk,
        capital=capital,
    )


def _is_capitalized(surface: str) -> bool:
    """Tell whether a word is written as a name is, and not as an abbreviation (`SEZs`)."""
    return surface[0].isupper() and surface[1:].islower()


def _coordinate_end(analysis: Analysis, index: int, head: int) -> int:
    """Return the last token of nouns of the same class joined to the counted one (`cities and towns`), else its own."""
    chunks = analysis.chunks
    kind = noun_class(analysis.sentence.words[head])
    if kind is None:
        return head
    at, last = index, head
    while True:
        step = at + 1
        comma = _is(analysis, step, Kind.COMMA)
        if comma and _is(analysis, step + 1, Kind.CONJUNCTION):
            step += 1
        if not (comma or _is(analysis, step, Kind.CONJUNCTION)) or not _is_phrase(analysis, step + 1):
            return last if last == head or not comma or _ends_list(analysis, at) else head
        phrase = chunks[step + 1]
        opener = analysis.sentence.words[phrase.first]
        if phrase.number >= 0 or lexicon().tags.get(opener, 0) & (Tag.DETERMINER | Tag.PRONOUN):
            return last if last == head or _ends_list(analysis, at) else head
        if noun_class(phrase.word) != kind or _governs_next(analysis, index, step + 1):
            return last if last == head or _ends_list(analysis, at) else head
        at, last = step + 1, phrase.last


def _ends_list(analysis: Analysis, at: int) -> bool:
    """Tell whether the conjunct at a chunk is the last one of its list: `and` stands before it."""
    return _is(analysis, at - 1, Kind.CONJUNCTION)


def _governs_next(analysis: Analysis, index: int, candidate: int) -> bool:
    """Tell whether a noun after `and` is the subject of a verb of its own, so that a new clause begins with it."""
    verb_before = any(_is(analysis, at, Kind.VERB) for at in range(max(0, index - 4), index))
    return verb_before and _is(analysis, candidate + 1, Kind.VERB)


def _after_of(
    analysis: Analysis, quantity: Quantity, text: str, earlier: Sequence[Earlier], here: int
) -> Counted | None:
    """Read `five of the hostages`, `hundreds of prisoners`, `49 of whom`, and the fronted `of whom 329`, `of those, 28`."""
    sentence, index = analysis.sentence, quantity.chunk
    if _is(analysis, index + 1, Kind.PREPOSITION, "of"):
        following = index + 2
        if _is(analysis, following, Kind.RELATIVE):
            return _before_relative(analysis, index, text) or _from_antecedent(earlier, here)
        if _is_phrase(analysis, following):
            phrase = analysis.chunks[following]
            if phrase.number >= 0:
                return _part_of_number(analysis, phrase, text, earlier)
            if sentence.words[phrase.first] in {"them", "those", "these", "us"} and (
                phrase.first == phrase.last or noun_class(phrase.word) is None
            ):
                return _from_antecedent(earlier, here, main=True)
            if (
                _continues_list(analysis, index, earlier, here)
                and noun_class(phrase.word) != "person"
                and sentence.words[phrase.first] == phrase.word
            ):
                # `540 complaints of assault, 122 of stalking` leaves the noun out; `67 inmates died, 27 of tuberculosis` parts them.
                if earlier and _is(analysis, earlier[-1].quantity.chunk + 1, Kind.PREPOSITION, "of"):
                    return _antecedent(analysis, quantity, earlier, here)
                return _from_antecedent(earlier, here)
            found = _from_chunk(analysis, following, text)
            definite = sentence.words[phrase.first] in {"the", "its", "their", "these", "those", "his", "her"}
            return Counted(
                found.text, found.head, found.kind, Source.PARTITIVE, following, subset=definite, capital=found.capital
            )
    if _is(analysis, index - 1, Kind.RELATIVE) and _is(analysis, index - 2, Kind.PREPOSITION):
        return _before_relative(analysis, index - 2, text) or _from_antecedent(earlier, here)
    if _is(analysis, 0, Kind.PREPOSITION, "of") and _is_phrase(analysis, 1) and index > 1 and _bare(analysis, quantity):
        # `Of those arrested, 28 were in custody`, `Of 47 tried in Oran, 12 were convicted and 35 acquitted`.
        phrase = analysis.chunks[1]
        if phrase.number >= 0:
            return _part_of_number(analysis, phrase, text, earlier)
        if sentence.words[phrase.first] in {"those", "these", "them"}:
            return _from_antecedent(earlier, here, main=True, head=singular(phrase.word))
    relative = _within_whose(analysis, index)
    if relative >= 0:
        return _before_relative(analysis, relative - 1, text) or _from_antecedent(earlier, here)
    return None


def _bare(analysis: Analysis, quantity: Quantity) -> bool:
    """Tell whether a number stands without a noun of its own."""
    chunk = analysis.chunks[quantity.chunk]
    return chunk.head <= max(analysis.readings[quantity.reading].figure.last, quantity.hedge.last)


def _continues_list(analysis: Analysis, index: int, earlier: Sequence[Earlier], here: int) -> bool:
    """Tell whether a bare number goes on with a list whose earlier member has its noun: only a comma or `and` before it."""
    if not earlier or earlier[-1].sentence != here or analysis.chunks[index].first != analysis.chunks[index].last:
        return False
    return _is(analysis, index - 1, Kind.COMMA) or _is(analysis, index - 1, Kind.CONJUNCTION)


def _before_relative(analysis: Analysis, index: int, text: str) -> Counted | None:
    """Return the noun before `, 377,000 of whom` where no number counts it; null where one does or none stands there."""
    at = index - 1
    if not _is(analysis, at, Kind.COMMA):
        return None
    at -= 1
    if _is_phrase(analysis, at) and noun_class(analysis.chunks[at].word) == "person" and analysis.chunks[at].number < 0:
        found = _from_chunk(analysis, at, text)
        if singular(analysis.chunks[at].word) != analysis.chunks[at].word and _whom_follows(analysis, index):
            return Counted(found.text, found.head, found.kind, Source.PARTITIVE, at, capital=found.capital)
    while _is_phrase(analysis, at) and _is(analysis, at - 1, Kind.PREPOSITION) and _is_phrase(analysis, at - 2):
        if analysis.chunks[at].number >= 0:
            return None
        at -= 2
    if not _is_phrase(analysis, at) or analysis.chunks[at].number >= 0 or _is(analysis, at - 1, Kind.PREPOSITION):
        return None
    found = _from_chunk(analysis, at, text)
    if found.kind != "person" and not found.capital:
        return None
    return Counted(found.text, found.head, found.kind, Source.PARTITIVE, at, capital=found.capital)


def _whom_follows(analysis: Analysis, index: int) -> bool:
    """Tell whether `whom` stands within the next chunks, so that the noun before it must be one of persons."""
    return any(_is(analysis, at, Kind.RELATIVE, "whom") for at in range(index, min(index + 4, len(analysis.chunks))))


def _within_whose(analysis: Analysis, index: int) -> int:
    """Return the relative pronoun of an `of whom` that a clause parts from its number (`of whom, the ministry said, 704`), else -1."""
    for at in range(index - 1, max(0, index - 8), -1):
        if analysis.chunks[at].kind is Kind.RELATIVE:
            return at if _is(analysis, at - 1, Kind.PREPOSITION, "of") else -1
        if analysis.chunks[at].number >= 0:
            return -1
    return -1


def _part_of_number(analysis: Analysis, phrase: Chunk, text: str, earlier: Sequence[Earlier]) -> Counted:
    """Read `103 of 395 seats`: the noun of the whole, which stands after its number; `seven of 50` takes the noun before."""
    chunk = analysis.chunk_at[phrase.head]
    found = _from_chunk(analysis, chunk, text)
    if found.text is None:
        found = next(
            (one.counted for one in reversed(earlier) if one.quantity.measure is None and not one.is_equivalent),
            NOTHING,
        )
    return Counted(found.text, found.head, found.kind, Source.PARTITIVE, chunk, subset=True, capital=found.capital)


def _from_chunk(analysis: Analysis, index: int, text: str) -> Counted:
    sentence, phrase = analysis.sentence, analysis.chunks[index]
    first = phrase.first if phrase.genitive < 0 else phrase.genitive + 1
    if phrase.number >= 0:
        first = analysis.readings[phrase.number].figure.last + 1
        if first > phrase.head:
            return NOTHING
    surface = sentence.surfaces[phrase.head]
    return Counted(
        phrase_text(analysis, text, first, phrase.head),
        singular(phrase.word),
        noun_class(phrase.word),
        Source.OWN,
        index,
        capital=_is_capitalized(surface),
    )


def _from_antecedent(earlier: Sequence[Earlier], here: int, *, main: bool = False, head: str | None = None) -> Counted:
    """Take the noun of the latest number that counts things: of this sentence, else of the one before.

    `of whom` points at the latest, `of them` at the latest `main` one, which is no part itself and set beside no other; a `head`
    (`of these inmates`) is looked for first.
    """
    if head is not None or main:
        wanted = [
            index
            for index, found in enumerate(earlier)
            if here - found.sentence <= 1
            and not found.side
            and found.quantity.measure is None
            and found.counted.text is not None
            and not found.is_equivalent
            and not found.locative
            and not found.included
        ]
        named = [index for index in wanted if earlier[index].counted.head == head]
        if named or wanted:
            return _taken(earlier, (named or wanted)[-1])
    for index in range(len(earlier) - 1, -1, -1):
        found = earlier[index]
        if here - found.sentence > 1:
            break
        if found.included and any(not other.included for other in earlier[:index] if other.sentence == found.sentence):
            continue
        if found.locative and any(not other.locative and other.sentence == found.sentence for other in earlier[:index]):
            continue
        if found.quantity.measure is None and found.counted.text is not None and not found.is_equivalent:
            return _taken(earlier, index)
    return NOTHING


def _taken(earlier: Sequence[Earlier], index: int) -> Counted:
    counted = earlier[index].counted
    return Counted(
        counted.text,
        counted.head,
        counted.kind,
        Source.ANTECEDENT,
        subset=True,
        capital=counted.capital,
        antecedent=index,
    )


_EQUATING = frozenset(
    "total number exceed reach surpass equal be stand amount range average rise fall grow drop climb increase decrease decline vary top hit".split()
)
_PLACING = frozenset("put estimate place set give fix report list count".split())
_QUANTITY_NOUNS = frozenset("number total figure count toll estimate sum population tally majority proportion".split())


def _equated(analysis: Analysis, quantity: Quantity, text: str) -> Counted | None:
    """Read `arrests totaled 1,277`, `the number of deaths exceeded 11,000`, `put the dead at 46`."""
    chunks, index = analysis.chunks, quantity.chunk
    at = index - 1
    if _is(analysis, at, Kind.COMMA) and _is_phrase(analysis, at - 1) and _bare(analysis, quantity):
        # `The number of inmates, 9,846 in January, fell to …`.
        base = at - 1
        while _is(analysis, base - 1, Kind.PREPOSITION, "of") and _is_phrase(analysis, base - 2):
            base -= 2
        if base != at - 1 and chunks[base].word in {"number", "total", "population"}:
            return _number_of(analysis, base, text)
    while (
        at >= 0
        and chunks[at].kind in {Kind.ADVERB, Kind.DATE}
        or _is(analysis, at, Kind.PREPOSITION)
        and chunks[at].word in {"at", "to", "as", "from"}
    ):
        at -= 1
    if at < 0:
        return None
    if chunks[at].kind is Kind.VERB and chunks[at].word in _EQUATING and not chunks[at].passive:
        return _subject_noun(analysis, at, text)
    return _placed(analysis, index, text)


def _placed(analysis: Analysis, index: int, text: str) -> Counted | None:
    """Read `put the dead at 46`, `gave the number of Bidoon as 105,700`, `lower the number of branches to five`."""
    chunks = analysis.chunks
    link = chunks[index - 1].word if _is(analysis, index - 1, Kind.PREPOSITION) else ""
    if link in {"at", "as", "to", "from"}:
        verb = index - 2
        while verb > 0 and chunks[verb].kind is not Kind.VERB and index - verb < 12:  # noqa: PLR2004 - a phrase and its complements
            verb -= 1
        while _is(analysis, verb, Kind.VERB) and verb > 1 and not _shifts(chunks[verb], link) and index - verb < 12:  # noqa: PLR2004
            verb -= 1
            while verb > 0 and chunks[verb].kind is not Kind.VERB:
                verb -= 1
        if (
            _is(analysis, verb, Kind.VERB)
            and _shifts(chunks[verb], link)
            and _is_phrase(analysis, verb + 1)
            and verb + 1 < index
        ):
            return _number_of(analysis, verb + 1, text)
    if link in {"to", "from"} and (changed := _change_in(analysis, index, text)) is not None:
        return changed
    for after in (index + 1, index + 3):
        # `reduced from 25,000 to three the number of founding members`.
        if (
            _is_phrase(analysis, after)
            and singular(chunks[after].word) in {"number", "total"}
            and _is(analysis, after + 1, Kind.PREPOSITION)
        ):
            return _number_of(analysis, after, text)
    return None


_CHANGES = frozenset(
    {"increase", "decrease", "rise", "drop", "decline", "fall", "growth", "reduction", "jump", "surge"}
)


def _change_in(analysis: Analysis, index: int, text: str) -> Counted | None:
    """Read `an increase in civilian deaths over the period, from 2,666 to 2,798`."""
    for at in range(index - 2, max(-1, index - 14), -1):
        if analysis.chunks[at].kind is Kind.SEMICOLON:
            return None
        if (
            _is_phrase(analysis, at)
            and analysis.chunks[at].word in _CHANGES
            and _is(analysis, at + 1, Kind.PREPOSITION)
            and _is_phrase(analysis, at + 2)
        ):
            return _number_of(analysis, at + 2, text)
    return None


def _shifts(verb: Chunk, link: str) -> bool:
    return verb.word in _PLACING if link in {"at", "as"} else verb.word in change_verbs()


def _subject_noun(analysis: Analysis, verb: int, text: str) -> Counted | None:
    """Return the noun that heads the subject of a verb, or that `the number of` counts."""
    chunks = analysis.chunks
    at = verb - 1
    if _is(analysis, at, Kind.RELATIVE):
        at -= 1
        if _is(analysis, at, Kind.COMMA):
            at -= 1
        return _number_of(analysis, at, text) if _is_phrase(analysis, at) else None
    start = at
    while start >= 0 and (
        chunks[start].kind
        in {Kind.NOUN_PHRASE, Kind.DATE, Kind.PREPOSITION, Kind.ADVERB, Kind.CONJUNCTION, Kind.COMMA, Kind.RELATIVE}
        or (
            chunks[start].kind is Kind.VERB
            and (
                chunks[start].form is not VerbForm.FINITE
                or _is(analysis, start + 1, Kind.COMMA)
                or _is(analysis, start - 1, Kind.RELATIVE)
            )
        )
    ):
        start -= 1
    for candidate in range(start + 1, verb):
        if _is_phrase(analysis, candidate) and not _is(analysis, candidate - 1, Kind.PREPOSITION):
            return _number_of(analysis, candidate, text)
    return None


def _number_of(analysis: Analysis, index: int, text: str) -> Counted | None:
    phrase = analysis.chunks[index]
    if singular(phrase.word) in _QUANTITY_NOUNS:
        at = index
        while _is(analysis, at + 1, Kind.PREPOSITION, "of") and _is_phrase(analysis, at + 2):
            at += 2
            inner = analysis.chunks[at]
            if singular(inner.word) not in _QUANTITY_NOUNS:
                found = _from_chunk(analysis, at, text)
                return Counted(found.text, found.head, found.kind, Source.SUBJECT, at, capital=found.capital)
        if phrase.word not in {"population", "toll"} or phrase.head == phrase.first:
            return None
    if lexicon().tags.get(phrase.word, 0) & Tag.PRONOUN:
        return None
    found = _from_chunk(analysis, index, text)
    if found.text is None:
        return None
    return Counted(found.text, found.head, found.kind, Source.SUBJECT, index, capital=found.capital)


def _antecedent(analysis: Analysis, quantity: Quantity, earlier: Sequence[Earlier], here: int) -> Counted:
    """Take the noun of the number before, where the text leaves it out: in lists and after `others`, `more`."""
    # A noun before the bare number is a new subject (`and the opposition alliance 10`): it runs parallel to the main number.
    gapped = _is_phrase(analysis, quantity.chunk - 1) and analysis.chunks[quantity.chunk - 1].number < 0
    for index in range(len(earlier) - 1, -1, -1):
        found = earlier[index]
        if here - found.sentence > 1:
            break
        if (
            gapped
            and found.side
            and any(not other.side and other.sentence == found.sentence for other in earlier[:index])
        ):
            continue
        if found.is_equivalent or found.quantity.reading == quantity.reading and found.sentence == here:
            continue
        compared = _is(analysis, quantity.chunk - 1, Kind.PREPOSITION) and analysis.chunks[quantity.chunk - 1].word in {
            "from",
            "with",
            "than",
        }
        if not compared and found.quantity.measure is not None and found.quantity.measure.unit in _DURATIONS:
            continue
        if found.quantity.measure is not None and found.sentence != here:
            continue
        if (
            found.locative
            and not _after_preposition(analysis, quantity.chunk)
            and not _continues_list(analysis, quantity.chunk, earlier, here)
        ):
            continue
        counted = found.counted
        return Counted(
            counted.text, counted.head, counted.kind, Source.ANTECEDENT, capital=counted.capital, antecedent=index
        )
    return NOTHING


_MONEY_NOUNS = frozenset(
    {
        "fine",
        "penalty",
        "amount",
        "sum",
        "ransom",
        "budget",
        "bail",
        "award",
        "maximum",
        "wage",
        "salary",
        "compensation",
        "damages",
        "deposit",
        "fee",
    }
)


def _currency_before(earlier: Sequence[Earlier]) -> str | None:
    """Return the currency in which the amount before was stated, for `lowered the fine to 58 million`."""
    for found in reversed(earlier):
        if (
            found.quantity.measure is not None
            and len(found.unit) == 3
            and found.unit.isupper()
            and not found.is_equivalent
        ):  # noqa: PLR2004 - ISO 4217
            return found.unit
    return None


def _after_preposition(analysis: Analysis, index: int) -> bool:
    at = index - 1
    while _is(analysis, at, Kind.ADVERB):
        at -= 1
    return _is(analysis, at, Kind.PREPOSITION)


_UNIT_OF_CLASS = {
    "person": "person",
    "person_event": "person",
    "organization": "organization",
    "party": "party",
    "place": "place",
    "case": "case",
    "application": "application",
    "seat": "seat",
    "vote": "vote",
}


def unit_of(analysis: Analysis, quantity: Quantity, counted: Counted, earlier: Sequence[Earlier]) -> str:
    """Return the unit of a quantity: its measure, the class of the noun it counts, else the singular noun (CODING.md 2)."""
    if quantity.measure is not None:
        return quantity.measure.unit
    if counted.head in _MONEY_NOUNS and (currency := _currency_before(earlier)) is not None:
        return currency
    if counted.source is Source.ANTECEDENT and counted.antecedent >= 0:
        return earlier[counted.antecedent].unit
    if counted.kind is not None:
        return _UNIT_OF_CLASS[counted.kind]
    if counted.head in {"population"}:
        return "person"
    if counted.head is None:
        return (
            "person"
            if analysis.readings[quantity.reading].role is Role.QUANTITY and counted.source is Source.NONE
            else "item"
        )
    return "person" if counted.capital else counted.head
