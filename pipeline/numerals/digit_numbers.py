"""Numbers written in digits, with the scale word or letter behind them: `1.2 million`, `5bn`, `10 000`, `3/4`."""

from dataclasses import replace
from functools import cache

from pipeline.language.lexicon import values_of, word_set, words_of
from pipeline.language.nouns import noun_class
from pipeline.language.sentences import Sentence
from pipeline.numerals.currencies import is_currency_word
from pipeline.numerals.digits import (
    is_calendar_date,
    is_ordinal,
    is_section,
    is_span_of_years,
    number_of,
    stroke_fraction,
)
from pipeline.numerals.words import Figure, Form, figure_from, number_words

# Nobody counts so far; a longer run of digits names an account or a file.
_LONGEST_NUMBER = 32


def from_digits(sentence: Sentence, index: int) -> Figure:
    """Return the number whose digits stand at a token."""
    word = sentence.words[index]
    marked = None if word.replace(",", "").isdecimal() else _with_marks(sentence, index)
    if marked is not None:
        return marked
    last = _spaced_groups(sentence, index)
    digits = "".join(sentence.words[index : last + 1])
    if len(digits) > _LONGEST_NUMBER:
        return figure_from(sentence, index, last, Form.CODE, None)
    return _scaled(sentence, index, last, Form.DIGITS, number_of(digits))


def _with_marks(sentence: Sentence, index: int) -> Figure | None:
    """Return the number of a token that has more than digits and commas; null where that makes it no other number."""
    word = sentence.words[index]
    if (ratio := _ratio(sentence, index)) is not None:
        return figure_from(sentence, index, index, Form.FRACTION, ratio)
    if ":" in word or "h" in word[:-2]:
        return figure_from(sentence, index, index, Form.TIME, None)
    if is_calendar_date(word) or is_span_of_years(word):
        return figure_from(sentence, index, index, Form.CALENDAR, None)
    if "/" in word:
        fraction = stroke_fraction(word)
        if fraction is not None and _follows_as_part(sentence, index):
            return figure_from(sentence, index, index, Form.FRACTION, round(fraction, 4))
        return figure_from(sentence, index, index, Form.SECTION, None)
    if word.endswith(".") or is_section(word):
        return figure_from(sentence, index, index, Form.SECTION, None)
    if is_ordinal(word):
        return figure_from(sentence, index, index, Form.ORDINAL, float(word[:-2]))
    if word.endswith("s"):
        decade = figure_from(sentence, index, index, Form.DECADE, number_of(word.strip("s'")))
        return replace(decade, start=decade.start + 1) if word[0] == "'" else decade
    return None


def _ratio(sentence: Sentence, index: int) -> float | None:
    """Return what `1:40` is worth in a clause about a ratio; null where it is a clock time."""
    left, colon, right = sentence.words[index].partition(":")
    told = {"ratio", "ratios"}.isdisjoint(sentence.words[max(0, index - _RATIO) : index + 3])
    if not colon or told or not (left.isdecimal() and right.isdecimal()) or not int(right):
        return None
    return round(int(left) / int(right), 4)


# Words from `ratio` to its numbers: `the ratio of guards to inmates in the north was 1:40`.
_RATIO = 12


def _follows_as_part(sentence: Sentence, index: int) -> bool:
    """Tell whether digits with a stroke are a part of something: `3/4 of`, `1/2 mile`, `2 1/2`."""
    after = sentence.words[index + 1] if index + 1 < len(sentence.words) else "."
    before = sentence.words[index - 1] if index else ""
    return after in word_set("context", "wholes") or before.isdecimal()


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
        return figure_from(sentence, first, after + 1, Form.FOLD, value)
    if after < len(words) and words[after] == "fold":
        return figure_from(sentence, first, after, Form.FOLD, value)
    step = after + 1 if joined else after
    if step < len(words) and words[step] in lists.scales:
        scaled = _scaled(sentence, first, step, form, value * lists.scales[words[step]])
        return figure_from(sentence, first, scaled.last, scaled.form, scaled.value, scaled=True)
    if step < len(words) and words[step] == "dozen":
        return figure_from(sentence, first, step, form, value * 12)
    if form is Form.DIGITS and first == last and _is_suffix(sentence, first, after):
        return figure_from(sentence, first, after, form, value * lists.suffixes[words[after]], scaled=True)
    return figure_from(sentence, first, last, form, value)


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
