"""What a run of number words and digits is worth: the arithmetic of numerals, without their context."""

from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cache, lru_cache

from pipeline.language.lexicon import Tag, lexicon, values_of, words_of
from pipeline.language.nouns import noun_class
from pipeline.language.sentences import Sentence
from pipeline.numerals.currencies import is_currency_word
from pipeline.numerals.digits import (
    is_calendar_date,
    is_ordinal,
    is_span_of_years,
    number_of,
    stroke_fraction,
    vulgar_fraction,
)


class Form(StrEnum):
    """How a numeral is written, which limits what it can be."""

    DIGITS = "digits"
    CARDINAL = "cardinal"
    ORDINAL = "ordinal"
    FRACTION = "fraction"
    FOLD = "fold"
    VAGUE = "vague"
    DOZEN = "dozen"
    RANGE = "range"
    DURATION = "duration"
    TIME = "time"
    SECTION = "section"
    DECADE = "decade"
    CALENDAR = "calendar"
    CODE = "code"


@dataclass(frozen=True, slots=True)
class Figure:
    """A numeral before its context is read: tokens `first` to `last` (inclusive) and what they are worth."""

    first: int
    last: int
    form: Form
    value: float | None
    low: float | None = None
    high: float | None = None
    start: int = -1
    """Offset in the paragraph; kept apart from the tokens because a token may hold more than its numeral."""
    end: int = -1
    unit: str | None = None
    """Set where the figure itself says it: a compound duration, a range of amounts."""
    scaled: bool = False
    """Whether a scale word is part of it (`1.2 million`)."""
    sign: int = -1
    """First token of the currency sign or code before it; -1 where there is none."""
    currency: str | None = None
    """ISO 4217 code that the sign before it tells."""


@dataclass(frozen=True, slots=True)
class NumberWords:
    """The number words of the language by what they do."""

    cardinals: dict[str, int]
    tens: dict[str, int]
    scales: dict[str, int]
    vague: dict[str, int]
    ordinals: dict[str, int]
    fractions: dict[str, int]
    folds: dict[str, int]
    suffixes: dict[str, int]
    """Abbreviated scale words, after digits alone: `5bn`."""
    vague_determiners: frozenset[str]
    starts: frozenset[str]
    """Every word that may open a numeral."""


@cache
def number_words() -> NumberWords:
    """Return the number words, read from the lexicon once."""

    def integers(key: str) -> dict[str, int]:
        return {word: int(value) for word, value in values_of("numbers", key).items()}

    units, tens, scales = integers("units"), integers("tens"), integers("scales")
    vague, ordinals, fractions = integers("vague"), integers("ordinals"), integers("fractions")
    cardinals = units | tens
    folds = {f"{word}fold": value for word, value in (cardinals | scales).items()}
    return NumberWords(
        cardinals=cardinals,
        tens=tens,
        scales=scales,
        vague=vague,
        ordinals=ordinals,
        fractions=fractions,
        folds=folds,
        suffixes=integers("suffixes"),
        vague_determiners=frozenset(words_of("numbers", "vague_determiners")),
        starts=frozenset((*cardinals, *scales, *vague, *ordinals, *fractions, *folds, "dozen")),
    )


@lru_cache(maxsize=65536)
def may_open(word: str) -> bool:
    """Tell whether a numeral may open at a token of this form; remembered, since words recur."""
    if word[0].isdecimal() or (len(word) > 1 and word[0] in _LEADING and word[1].isdecimal()):
        return True
    return word in number_words().starts or vulgar_fraction(word) is not None


def simple_number(sentence: Sentence, index: int) -> Figure | None:
    """Return the number that opens at a token, with its scale word; null where none does.

    Ranges, durations and the words around it are read by the steps after.
    """
    word = sentence.words[index]
    if word[0].isdecimal() or (len(word) > 1 and word[0] in _LEADING and word[1].isdecimal()):
        return _from_digits(sentence, index)
    if word in number_words().starts:
        return _from_word(sentence, index, word)
    if (vulgar := vulgar_fraction(word)) is not None:
        return _figure(sentence, index, index, Form.FRACTION, round(vulgar, 4))
    return None


# What may stand before the first digit of a token: `.5`, `'90s`.
_LEADING = ".'"


def _from_word(sentence: Sentence, index: int, word: str) -> Figure | None:
    lists = number_words()
    if word in lists.cardinals:
        return _from_words(sentence, index, float(lists.cardinals[word]))
    if word in lists.scales or word == "dozen":
        return _bare_scale(sentence, index)
    if word in lists.folds:
        return _figure(sentence, index, index, Form.FOLD, float(lists.folds[word]))
    if word in lists.vague:
        return _vague(sentence, index) if word != "scores" or _counts_scores(sentence, index) else None
    if word in lists.fractions and (fraction := _bare_fraction(sentence, index)) is not None:
        return _part_of_scale(sentence, fraction)
    if word in lists.ordinals and (word != "second" or _ranks(sentence, index)):
        return _figure(sentence, index, index, Form.ORDINAL, float(lists.ordinals[word]))
    return None


def _bare_scale(sentence: Sentence, index: int) -> Figure:
    """Read `a hundred`, `several hundred thousand`, `a hundred and fifty`, `a dozen`.

    The article makes it a round number (CODING.md 2), `several` an order of magnitude; what follows makes it exact.
    """
    words, lists = sentence.words, number_words()
    vague = bool(index) and (
        words[index - 1] in lists.vague_determiners
        or words[max(0, index - 2) : index] == ("couple", "of")
        or words[index - 1] == "couple"
    )
    if words[index] == "dozen":
        return _figure(sentence, index, index, Form.VAGUE if vague else Form.DOZEN, 12.0)
    value, last = float(lists.scales[words[index]]), index
    while last + 1 < len(words) and words[last + 1] in lists.scales:
        last += 1
        value *= lists.scales[words[last]]
    if not vague and last == index:
        exact = _from_words(sentence, index, value)
        if exact.last > last:
            return exact
    return _figure(sentence, index, last, Form.VAGUE if vague else Form.DOZEN, value, scaled=True)


def _ranks(sentence: Sentence, index: int) -> bool:
    """Tell whether `second` ranks: not in `a split second`, `per second`, `to second a motion`, `one second later`."""
    words = sentence.words
    before = words[index - 1] if index else ""
    after = words[index + 1] if index + 1 < len(words) else "."
    if before in {"split", "per", "each", "every", "to"}:
        return False
    counted = before in number_words().cardinals or before[:1].isdecimal()
    return not counted or (after == "-" or after[0].isalpha())


def _counts_scores(sentence: Sentence, index: int) -> bool:
    """Tell whether `scores` is a number: `scores of men`, `killed, scores wounded`, not the marks of a test."""
    words = sentence.words
    before = words[index - 1] if index else ","
    after = words[index + 1] if index + 1 < len(words) else "."
    if after == "of":
        return not words[index + 2 : index + 3] or not words[index + 2][0].isdecimal()
    if after in {"more", "others", "dead", "injured", "wounded"} or not before[0].isalpha():
        return True
    return after in {"were", "have"} and before in {"and", "while", "but", "as", "when", "that"}


def _figure(  # noqa: PLR0913 - one call makes the record from its parts
    sentence: Sentence, first: int, last: int, form: Form, value: float | None, *, scaled: bool = False
) -> Figure:
    return Figure(
        first=first,
        last=last,
        form=form,
        value=value,
        start=sentence.starts[first],
        end=sentence.ends[last],
        scaled=scaled,
    )


def _from_digits(sentence: Sentence, index: int) -> Figure:
    word = sentence.words[index]
    if ":" in word:
        return _figure(sentence, index, index, Form.TIME, None)
    if is_calendar_date(word) or is_span_of_years(word):
        return _figure(sentence, index, index, Form.CALENDAR, None)
    if "/" in word:
        fraction = stroke_fraction(word)
        if fraction is not None and _follows_as_part(sentence, index):
            return _figure(sentence, index, index, Form.FRACTION, round(fraction, 4))
        return _figure(sentence, index, index, Form.SECTION, None)
    if word.endswith("."):
        return _figure(sentence, index, index, Form.SECTION, None)
    if is_ordinal(word):
        return _figure(sentence, index, index, Form.ORDINAL, float(word[:-2]))
    if word.endswith("s"):
        decade = _figure(sentence, index, index, Form.DECADE, number_of(word.strip("s'")))
        return replace(decade, start=decade.start + 1) if word[0] == "'" else decade
    last = _spaced_groups(sentence, index)
    value = number_of("".join(sentence.words[index : last + 1]))
    return _scaled(sentence, index, last, Form.DIGITS, value)


def _follows_as_part(sentence: Sentence, index: int) -> bool:
    """Tell whether digits with a stroke are a part of something: `3/4 of`, `1/2 mile`, `2 1/2`."""
    after = sentence.words[index + 1] if index + 1 < len(sentence.words) else "."
    before = sentence.words[index - 1] if index else ""
    return after in _WHOLES or before.isdecimal()


_WHOLES = frozenset(["of", "mile", "miles", "year", "years", "hour", "hours", "month", "months", "cup", "inch", "inches", "majority", "the", "percent"])


def _spaced_groups(sentence: Sentence, index: int) -> int:
    """Return the last token of digits in groups of three parted by spaces (`10 000`), else the token itself."""
    words, last = sentence.words, index
    if len(words[index]) > 3 or not words[index].isdecimal() or words[index][0] == "0":  # noqa: PLR2004 - a group
        return index
    if index and (words[index - 1] in _no_groups_after() or words[index - 1] in {"-", "–", "/", "."}):
        return index
    while (
        last + 1 < len(words)
        and len(words[last + 1]) == 3  # noqa: PLR2004 - a group
        and words[last + 1].isdecimal()
        and sentence.starts[last + 1] == sentence.ends[last] + 1
    ):
        last += 1
    return last


@cache
def _no_groups_after() -> frozenset[str]:
    """Return the words after which two numbers stand side by side: `On May 15 200 men`, `Under Article 5 200 men`."""
    return frozenset((*values_of("context", "months"), *words_of("context", "reference_nouns")))


def _scaled(sentence: Sentence, first: int, last: int, form: Form, value: float) -> Figure:
    """Take the scale word that follows, with or without a hyphen, and a fold or fraction after a hyphen."""
    words, lists = sentence.words, number_words()
    after = last + 1
    joined = after + 1 < len(words) and words[after] == "-" and sentence.starts[after] == sentence.ends[last]
    if joined and words[after + 1] == "fold":
        return _figure(sentence, first, after + 1, Form.FOLD, value)
    if after < len(words) and words[after] == "fold":
        return _figure(sentence, first, after, Form.FOLD, value)
    step = after + 1 if joined else after
    if step < len(words) and words[step] in lists.scales:
        scaled = _scaled(sentence, first, step, form, value * lists.scales[words[step]])
        return _figure(sentence, first, scaled.last, scaled.form, scaled.value, scaled=True)
    if step < len(words) and words[step] == "dozen":
        return _figure(sentence, first, step, form, value * 12)
    if form is Form.DIGITS and first == last and _is_suffix(sentence, first, after):
        return _figure(sentence, first, after, form, value * lists.suffixes[words[after]], scaled=True)
    return _figure(sentence, first, last, form, value)


def _is_suffix(sentence: Sentence, index: int, after: int) -> bool:
    """Tell whether a scale is abbreviated after digits: `5bn`, `10k`, and `5m` where it can be no length."""
    words = sentence.words
    if after >= len(words) or words[after] not in number_words().suffixes:
        return False
    if len(words[after]) > 1:
        return True
    if sentence.starts[after] != sentence.ends[index]:
        return False
    if words[after] == "k":
        return True
    following = words[after + 1] if after + 1 < len(words) else "."
    money = bool(index) and words[index - 1] in values_of("units", "currency_symbols")
    return money or is_currency_word(following) or noun_class(following) == "person"


def _from_words(sentence: Sentence, index: int, opening: float) -> Figure:
    """Read cardinals: `twenty-three`, `one hundred and five`, `two-thirds`, `three-fold`, `twenty-first`."""
    words, lists = sentence.words, number_words()
    count = len(words)
    total, current, last = 0.0, opening, index
    scaled = words[index] in lists.scales
    while last + 1 < count:
        hyphen = words[last + 1] == "-"
        step = last + 2 if hyphen else last + 1
        if step >= count:
            break
        word = words[step]
        if hyphen and word == "fold":
            return _figure(sentence, index, step, Form.FOLD, total + current)
        if (fraction := _fraction_after(sentence, last, step, hyphen=hyphen)) is not None and not total:
            return _part_of_scale(
                sentence, _figure(sentence, index, step, Form.FRACTION, round(current / fraction, 4))
            )
        if hyphen and words[last] in lists.tens and word in lists.ordinals and lists.ordinals[word] < 10:  # noqa: PLR2004
            return _figure(sentence, index, step, Form.ORDINAL, total + current + lists.ordinals[word])
        if words[last] in lists.tens and word in lists.cardinals and 0 < lists.cardinals[word] < 10:  # noqa: PLR2004
            current += lists.cardinals[word]
        elif word in lists.scales:
            scale = lists.scales[word]
            scaled = True
            if scale == 100:  # noqa: PLR2004 - a hundred multiplies what stands before it, a larger scale closes a group
                current *= scale
            else:
                total, current = total + current * scale, 0.0
        elif scaled and word in lists.cardinals and not hyphen and _continues(words[last], lists):
            current += lists.cardinals[word]
        elif scaled and word == "and" and step + 1 < count and words[step + 1] in lists.cardinals:
            if not _continues(words[last], lists) or current % 100:
                break
            step += 1
            current += lists.cardinals[words[step]]
        elif word == "dozen":
            return _figure(sentence, index, step, Form.CARDINAL, current * 12)
        else:
            break
        last = step
    return _figure(sentence, index, last, Form.CARDINAL, total + current, scaled=scaled)


def _continues(word: str, lists: NumberWords) -> bool:
    return word in lists.scales


def _fraction_after(sentence: Sentence, last: int, step: int, *, hyphen: bool) -> int | None:
    """Return the denominator that follows a cardinal: hyphenated, plural, or before `of` (`one third of`)."""
    lists, words = number_words(), sentence.words
    denominator = lists.fractions.get(words[step])
    if denominator is None or (words[last] in lists.tens and denominator > 4):  # noqa: PLR2004 - `twenty-fifth` is an ordinal
        return None
    plural = words[step].endswith("s") or words[step] == "halves"
    before_of = step + 1 < len(words) and words[step + 1] == "of"
    one = words[last] == "one"
    if plural or (hyphen and (one or words[step] not in lists.ordinals)) or (one and (before_of or words[step] == "half")):
        return denominator
    return None


def _vague(sentence: Sentence, index: int) -> Figure:
    """Read `dozens`, `tens of thousands`, `hundreds of thousands`: worth the unit, stated as an order of magnitude."""
    words, lists = sentence.words, number_words()
    value, last = float(lists.vague[words[index]]), index
    while last + 2 < len(words) and words[last + 1] == "of" and words[last + 2] in lists.vague:
        last += 2
        value *= lists.vague[words[last]]
    return _figure(sentence, index, last, Form.VAGUE, value)


def _part_of_scale(sentence: Sentence, fraction: Figure) -> Figure:
    """Read `half a million`, `a quarter of a million`, `half a dozen` as one round number."""
    words, at = sentence.words, fraction.last + 1
    if words[at : at + 1] == ("of",):
        at = at + 2 if words[at + 1 : at + 2] == ("a",) else len(words)
    elif words[at : at + 1] in {("a",), ("-",)}:
        at += 1
    if at >= len(words):
        return fraction
    scale = 12 if words[at] == "dozen" else number_words().scales.get(words[at])
    if scale is None or fraction.value is None:
        return fraction
    return _figure(sentence, fraction.first, at, Form.DOZEN, fraction.value * scale, scaled=True)


def _bare_fraction(sentence: Sentence, index: int) -> Figure | None:
    """Read `half of`, `a third of`, `a quarter`: a fraction with no cardinal before it; null where it is none."""
    words = sentence.words
    word, before = words[index], words[index - 1] if index else ""
    after = words[index + 1] if index + 1 < len(words) else "."
    if word in {"quarter", "quarters"} and not _is_quarter(word, before, after):
        return None
    partitive = before in {"a", "than", "nearly", "almost", "about", "over"} and after == "of"
    if partitive or word in {"half", "halves", "quarter", "quarters", "thirds"} or word.endswith("ths"):
        return _figure(sentence, index, index, Form.FRACTION, round(1.0 / number_words().fractions[word], 4))
    return None


def _is_quarter(word: str, before: str, after: str) -> bool:
    """Tell whether `quarter` is a fourth part, not a part of a town or a lodging."""
    if word == "quarters":
        return False
    if before in {"first", "second", "third", "fourth", "last", "1st", "2nd", "3rd", "4th", "final"}:
        return True
    if after == "of":
        return before in {"a", "than", "nearly", "almost", "about", "over", "only", "some", "one"}
    ends = not after[0].isalpha() or bool(lexicon().tags.get(after, 0) & _CLOSED)
    return (before == "a" and ends) or after in {"century", "million", "hour", "mile"}


_CLOSED = Tag.PREPOSITION | Tag.CONJUNCTION | Tag.BE | Tag.HAVE | Tag.VERB_PAST
