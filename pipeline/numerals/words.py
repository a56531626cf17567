"""What a run of number words and digits is worth: the arithmetic of numerals, without their context."""

import re
from dataclasses import dataclass
from enum import Enum
from functools import cache

from pipeline.language.lexicon import values_of, words_of
from pipeline.language.sentences import Sentence

_ORDINAL_DIGITS = re.compile(r"\d+(?:st|nd|rd|th)$")
_THOUSANDS = re.compile(r"\d{1,3}(?:,\d{2,3})+(?:\.\d+)?$")
_DOTTED_THOUSANDS = re.compile(r"\d{1,3}(?:\.\d{3}){2,}$")


class Form(Enum):
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


@dataclass(frozen=True, slots=True)
class NumberWords:
    """The number words of the language by what they do."""

    cardinals: dict[str, int]
    tens: dict[str, int]
    scales: dict[str, int]
    vague: dict[str, int]
    ordinals: dict[str, int]
    fractions: dict[str, int]
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
    return NumberWords(
        cardinals=cardinals,
        tens=tens,
        scales=scales,
        vague=vague,
        ordinals=ordinals,
        fractions=fractions,
        vague_determiners=frozenset(words_of("numbers", "vague_determiners")),
        starts=frozenset((*cardinals, *scales, *vague, *ordinals, *fractions, "dozen")),
    )


def number_of(text: str) -> float:
    """Return what digits with separators are worth: `1,204` is 1204, `70.96` is 70.96, `2.500.000` is 2500000."""
    if _THOUSANDS.match(text):
        return float(text.replace(",", ""))
    if _DOTTED_THOUSANDS.match(text):
        return float(text.replace(".", ""))
    # A comma that groups nothing (`3,5`) is the decimal comma of other languages.
    whole = text.replace(",", ".")
    if whole.count(".") > 1:
        whole = whole.replace(".", "")
    return float(whole)


def simple_number(sentence: Sentence, index: int) -> Figure | None:
    """Return the number that opens at a token, with its scale word; null where none does.

    Ranges, durations and the words around it are read by the steps after.
    """
    words, word = sentence.words, sentence.words[index]
    first = word[0]
    if first.isdecimal():
        return _from_digits(sentence, index)
    lists = number_words()
    if word not in lists.starts:
        return None
    if word in lists.cardinals:
        return _from_words(sentence, index)
    if word in lists.scales:
        before = words[index - 1] if index else ""
        # `a hundred`, `a million`: the article makes it a round number (CODING.md 2), `several hundred` an order.
        form = Form.VAGUE if before in lists.vague_determiners else Form.DOZEN
        return _figure(sentence, index, index, form, float(lists.scales[word]), scaled=True)
    if word == "dozen":
        form = Form.VAGUE if index and words[index - 1] in lists.vague_determiners else Form.DOZEN
        return _figure(sentence, index, index, form, 12.0)
    if word in lists.vague:
        return _vague(sentence, index)
    if word in lists.fractions and (fraction := _bare_fraction(sentence, index)):
        return fraction
    if word in lists.ordinals:
        return _figure(sentence, index, index, Form.ORDINAL, float(lists.ordinals[word]))
    return _figure(sentence, index, index, Form.FRACTION, 1.0 / lists.fractions[word])


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
    if "/" in word or word.endswith("."):
        return _figure(sentence, index, index, Form.SECTION, None)
    if _ORDINAL_DIGITS.match(word):
        return _figure(sentence, index, index, Form.ORDINAL, float(word[:-2]))
    if word.endswith("s"):
        return _figure(sentence, index, index, Form.DECADE, float(word[:-1]))
    return _scaled(sentence, index, index, Form.DIGITS, number_of(word))


def _scaled(sentence: Sentence, first: int, last: int, form: Form, value: float) -> Figure:
    """Take the scale word that follows, with or without a hyphen, and a fold or fraction after a hyphen."""
    words, lists = sentence.words, number_words()
    after = last + 1
    joined = after + 1 < len(words) and words[after] == "-" and sentence.starts[after] == sentence.ends[last]
    if joined and words[after + 1] == "fold":
        return _figure(sentence, first, after + 1, Form.FOLD, value)
    step = after + 1 if joined else after
    if step < len(words) and words[step] in lists.scales:
        scaled = _scaled(sentence, first, step, form, value * lists.scales[words[step]])
        return _figure(sentence, first, scaled.last, scaled.form, scaled.value, scaled=True)
    if step < len(words) and words[step] == "dozen":
        return _figure(sentence, first, step, form, value * 12)
    return _figure(sentence, first, last, form, value)


def _from_words(sentence: Sentence, index: int) -> Figure:
    """Read cardinals: `twenty-three`, `one hundred and five`, `two-thirds`, `three-fold`, `twenty-first`."""
    words, lists = sentence.words, number_words()
    count = len(words)
    total, current, last = 0.0, float(lists.cardinals[words[index]]), index
    scaled = False
    while last + 1 < count:
        hyphen = words[last + 1] == "-"
        step = last + 2 if hyphen else last + 1
        if step >= count:
            break
        word = words[step]
        if hyphen and word == "fold":
            return _figure(sentence, index, step, Form.FOLD, total + current)
        if (fraction := _fraction_after(sentence, last, step, hyphen=hyphen)) is not None and not total:
            return _figure(sentence, index, step, Form.FRACTION, round(current / fraction, 4))
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


def _bare_fraction(sentence: Sentence, index: int) -> Figure | None:
    """Read `half of`, `a third of`, `a quarter`: a fraction with no cardinal before it; null where it is an ordinal."""
    words, lists = sentence.words, number_words()
    word = words[index]
    before = words[index - 1] if index else ""
    after = words[index + 1] if index + 1 < len(words) else ""
    if word == "half" and after in {"a", "-"} and index + 2 < len(words) and words[index + 2] == "dozen":
        return _figure(sentence, index, index + 2, Form.DOZEN, 6.0)
    if word in {"half", "halves", "quarter", "quarters"}:
        return _figure(sentence, index, index, Form.FRACTION, 1.0 / lists.fractions[word])
    if (before in {"a", "than", "nearly", "almost", "about", "over"} and after == "of") or word.endswith("hs"):
        return _figure(sentence, index, index, Form.FRACTION, round(1.0 / lists.fractions[word], 4))
    if word == "thirds":
        return _figure(sentence, index, index, Form.FRACTION, round(1.0 / lists.fractions[word], 4))
    return None
