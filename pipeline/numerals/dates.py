"""Calendar dates among the figures: `January 10, 2021` and `10 January 2021` are one entry each."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from pipeline.language.lexicon import Tag, lexicon, values_of, word_set, words_of
from pipeline.language.nouns import noun_class, singular
from pipeline.language.sentences import Sentence
from pipeline.numerals.figures import is_year
from pipeline.numerals.words import Figure, Form, number_words

_LAST_DAY = 31
_SPELLED_OUT = 10
_WITHOUT_DAY = frozenset({("in",), ("during",), ("throughout",)})
_UP_TO = frozenset({("through",), ("by",), ("since",), ("until",)})
# Classes of nouns that are counted, and follow no date.
_COUNTED = frozenset({"person", "person_event", "case", "organization", "party", "outlet"})
# Words from a number to its noun.
_NARROWING = 3
_CLOSED = Tag.PREPOSITION | Tag.CONJUNCTION | Tag.DETERMINER | Tag.PRONOUN | Tag.BE | Tag.HAVE | Tag.MODAL
_FINITE = Tag.VERB_PRESENT | Tag.VERB_PAST
_DAY = re.compile(r"\d{1,2}(?:st|nd|rd|th)?$")


@cache
def months() -> dict[str, int]:
    """Return the months by name and abbreviation, from 1 to 12."""
    return {name: int(number) for name, number in values_of("context", "months").items()}


@cache
def _name_heads() -> frozenset[str]:
    return frozenset(words_of("context", "name_heads"))


def is_month(sentence: Sentence, index: int) -> bool:
    """Tell whether a token is a month, which has a capital."""
    if not 0 <= index < len(sentence.words):
        return False
    return sentence.words[index] in months() and sentence.surfaces[index][0].isupper()


def month_before(sentence: Sentence, index: int) -> bool:
    """Tell whether a month stands directly before a token, a full stop of its abbreviation aside."""
    if index >= 2 and sentence.words[index - 1] == "." and len(sentence.words[index - 2]) <= 4:  # noqa: PLR2004 - Sept.
        return is_month(sentence, index - 2)
    return is_month(sentence, index - 1)


def _is_day(sentence: Sentence, figure: Figure) -> bool:
    if figure.form is Form.RANGE:
        return figure.high is not None and figure.high <= _LAST_DAY
    return (
        figure.form in {Form.DIGITS, Form.ORDINAL}
        and figure.first == figure.last
        and figure.value is not None
        and 1 <= figure.value <= _LAST_DAY
        and _DAY.match(sentence.words[figure.first]) is not None
    )


def merge_dates(sentence: Sentence, figures: Sequence[Figure]) -> Iterator[tuple[Figure, bool]]:
    """Yield the figures, those of one calendar date merged, each with whether it is such a date."""
    position = 0
    day: Figure | None = None
    while position < len(figures):
        figure = figures[position]
        following = figures[position + 1] if position + 1 < len(figures) else None
        date = _date_at(sentence, figure, following)
        if date is None and day is not None and _is_day(sentence, figure) and _coordinated(sentence, day, figure):
            date = figure
        if date is not None and following is not None and date.last >= following.first:
            position += 1
        # Only a day after its month lends the month to the days coordinated with it.
        lends = (
            date is not None and (day is not None or month_before(sentence, figure.first)) and date.last == figure.last
        )
        day = date if lends else None
        yield (figure, False) if date is None else (date, True)
        position += 1


def _date_at(sentence: Sentence, figure: Figure, following: Figure | None) -> Figure | None:
    """Return the calendar date that a figure opens, with the year that follows it; null where it opens none."""
    if month_before(sentence, figure.first) and _is_day(sentence, figure):
        if names_movement(sentence, figure) or _counts_persons(sentence, figure):
            return None
        if following is not None and _year_follows(sentence, figure.last, following):
            return replace(figure, last=following.last, end=following.end)
        return figure
    if is_year(figure, sentence) and (
        month_before(sentence, figure.first)
        or (
            sentence.words[figure.first - 1 : figure.first] in {(",",), ("of",)}
            and is_month(sentence, figure.first - 2)
        )
    ):
        return figure
    if following is not None and _shares_month(sentence, figure, following):
        return figure
    if _is_day(sentence, figure) and _month_follows(sentence, figure):
        month = figure.last + (1 if is_month(sentence, figure.last + 1) else 2)
        if following is not None and is_year(following, sentence) and following.first in {month + 1, month + 2}:
            return replace(figure, last=following.last, end=following.end)
        return figure
    return None


def _counts_persons(sentence: Sentence, figure: Figure) -> bool:
    """Tell whether digits after a month count the persons or bodies that follow: `In June 27 activists were held`.

    No day stands after `in`; after `through June` only persons whom nothing else would count tell it.
    """
    words, opener = sentence.words, sentence.words[max(0, figure.first - 2) : figure.first - 1]
    if figure.form is not Form.DIGITS or not words[figure.first].isdecimal():
        return False
    following = words[figure.last + 1 : figure.last + 1 + _NARROWING]
    if opener in _WITHOUT_DAY:
        at = next((at for at, word in enumerate(following) if noun_class(word) in _COUNTED), -1)
        named = at >= 0 and singular(following[at]) != following[at]
        return named and all(_may_narrow(word) for word in following[:at])
    return opener in _UP_TO and following[:1] == ("persons",)


def _may_narrow(word: str) -> bool:
    """Tell whether a word may stand between a number and its noun, as no plural, number or function word does."""
    alone = singular(word) == word and word not in number_words().starts
    return word.isalpha() and alone and not lexicon().tags.get(word, 0) & _CLOSED


def _shares_month(sentence: Sentence, figure: Figure, following: Figure) -> bool:
    """Read the first day of `3 and 4 May`."""
    days = _is_day(sentence, figure) and _is_day(sentence, following)
    link = sentence.words[figure.last + 1 : following.first]
    return days and link in {("and",), ("or",), (",",)} and _month_follows(sentence, following)


def _coordinated(sentence: Sentence, day: Figure, figure: Figure) -> bool:
    """Tell whether a number is one more day of the month: `June 5 and 6`, `June 5, 6, and 9`, not `June 5, 20 men`."""
    words = sentence.words
    link = words[day.last + 1 : figure.first]
    after = words[figure.last + 1] if figure.last + 1 < len(words) else "."
    if link == (",",):
        upcoming = words[figure.last + 2] if figure.last + 2 < len(words) else ""
        return (after == "," and (upcoming == "and" or upcoming.isdecimal())) or (
            after == "and" and upcoming.isdecimal()
        )
    later = (figure.value or 0) > (day.value or 0)
    if link == ("through",) and later:
        return True
    if link not in {("and",), (",", "and"), ("or",), ("and", "again", "on")}:
        return False
    if figure.form is Form.DIGITS and later and _goes_on(sentence, day, figure):
        return True
    return not after[0].isalpha() or (
        after != "of" and bool(lexicon().tags.get(after, 0) & (Tag.PREPOSITION | Tag.SUBORDINATOR))
    )


def _goes_on(sentence: Sentence, day: Figure, figure: Figure) -> bool:
    """Tell whether digits after `May 3 and` are a day though a noun follows: `between May 3 and 9 police arrested …`.

    The next day is, and so are digits below ten, since prose spells out a number so small that counts.
    """
    between = sentence.words[max(0, day.first - 2) : max(0, day.first - 1)] == ("between",)
    value = figure.value or 0
    return between or value == (day.value or 0) + 1 or value < _SPELLED_OUT or _is_of_vote(sentence, figure)


def _is_of_vote(sentence: Sentence, figure: Figure) -> bool:
    """Tell whether a day narrows a vote: `In April 14 and 28 legislative elections`."""
    behind = sentence.words[figure.last + 1 : figure.last + 1 + _NARROWING]
    return any(singular(word) in word_set("elections", "contests") for word in behind)


def _year_follows(sentence: Sentence, last: int, following: Figure) -> bool:
    between = sentence.words[last + 1 : following.first]
    return is_year(following, sentence) and between in {(",",), ()}


def _month_follows(sentence: Sentence, figure: Figure) -> bool:
    after = sentence.words[figure.last + 1 : figure.last + 2]
    if is_month(sentence, figure.last + 1):
        return not names_movement(sentence, replace(figure, last=figure.last + 1))
    ordinal_of = after == ("of",) and figure.form is Form.ORDINAL and is_month(sentence, figure.last + 2)
    return ordinal_of and not names_movement(sentence, replace(figure, last=figure.last + 2))


def names_movement(sentence: Sentence, figure: Figure) -> bool:
    """Tell whether a day names something: `the March 23 Movement`, `the April 6 Youth Movement`.

    In `the April 6 National Assembly elections` the name narrows a noun, whose day it is.
    """
    for at in range(figure.last + 1, min(figure.last + 4, len(sentence.surfaces))):
        if not sentence.surfaces[at][0].isupper():
            return False
        if sentence.words[at] in _name_heads():
            return not _is_common_noun(sentence, at + 1)
    return False


def _is_common_noun(sentence: Sentence, index: int) -> bool:
    if index >= len(sentence.words) or not sentence.surfaces[index].isalpha() or sentence.surfaces[index][0].isupper():
        return False
    return not lexicon().tags.get(sentence.words[index], 0) & (_CLOSED | _FINITE | Tag.ADVERB | Tag.RELATIVE)
