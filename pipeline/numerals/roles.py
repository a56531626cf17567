"""The role of each figure of a sentence: date, ordinal, reference, name, idiom, or a quantity."""

from dataclasses import replace

from pipeline.language.lexicon import word_set
from pipeline.language.morphology import regular_singular
from pipeline.language.nouns import noun_class
from pipeline.language.sentences import Sentence
from pipeline.numerals.context import context_words, word_after, word_before
from pipeline.numerals.dates import merge_dates
from pipeline.numerals.figures import figures_of, is_year
from pipeline.numerals.idioms import idiom_of
from pipeline.numerals.names import HYPHENATED, name_rule, names_a_plan
from pipeline.numerals.numeral import Role
from pipeline.numerals.references import (
    continues,
    enumerates,
    is_plural_reference,
    numbers_paragraph,
    reference_noun,
    reference_rule,
)
from pipeline.numerals.signs import Place
from pipeline.numerals.words import Figure, Form
from pipeline.record import record

_LAST_HOUR, _LAST_MINUTE = 2400, 59


@record
class Reading:
    """A figure and what it is: its role, and the rule that said so with a clause for the reader."""

    figure: Figure
    role: Role
    rule: str


def readings_of(sentence: Sentence, place: Place, *, opens_paragraph: bool) -> tuple[Reading, ...]:
    """Return the figures of a sentence with their roles, in text order; dates are merged to one entry each."""
    figures = figures_of(sentence, place)
    if not figures:
        return ()
    readings: list[Reading] = []
    for position, (figure, is_date) in enumerate(merge_dates(sentence, figures)):
        if is_date:
            readings.append(Reading(figure, Role.DATE, "calendar date: a day, month or year"))
            continue
        readings.append(_read(sentence, figure, readings, labels=opens_paragraph and position == 0))
    return tuple(readings)


def _read(sentence: Sentence, figure: Figure, earlier: list[Reading], *, labels: bool) -> Reading:
    previous = earlier[-1] if earlier else None
    after_reference = previous is not None and previous.role is Role.REFERENCE
    if previous is not None and after_reference and _lists_texts(sentence, figure, previous.figure):
        return Reading(figure, Role.REFERENCE, "reference: the number is coordinated with one")
    if (idiom := idiom_of(sentence, figure)) is not None:
        return Reading(figure, Role.IDIOM, f"idiom: {idiom}")
    if (date := _date_rule(sentence, figure)) is not None:
        return Reading(figure, Role.DATE, date)
    after_quantity = any(reading.role is Role.QUANTITY for reading in earlier)
    name = name_rule(sentence, figure, after_quantity=after_quantity)
    if name is not None and (name != HYPHENATED or reference_noun(sentence, figure.first) is None):
        return Reading(figure, Role.NAME, f"name: {name}")
    before = previous.figure if previous is not None else None
    if (reference := reference_rule(sentence, figure, before, after_reference=after_reference)) is not None:
        return Reading(figure, Role.REFERENCE, f"reference: {reference}")
    if labels and figure.first == 0 and (enumerates(sentence, figure) or numbers_paragraph(sentence, figure)):
        return Reading(figure, Role.REFERENCE, "list item: the number opens a paragraph as its label")
    if figure.form is Form.ORDINAL or _is_rank(sentence, figure):
        return Reading(figure, Role.ORDINAL, "ordinal: it ranks or orders, it does not count")
    return Reading(figure, Role.QUANTITY, "quantity: a number that counts or measures")


def _is_rank(sentence: Sentence, figure: Figure) -> bool:
    """Read `ranked 172 out of 180 countries`, not `ranked 12 schools`."""
    ranked = word_before(sentence, figure) in {"rank", "ranked", "ranking", "ranks"}
    return ranked and figure.form is Form.DIGITS and word_after(sentence, figure) in {"of", "out", "among", "in", "on"}


def _lists_texts(sentence: Sentence, figure: Figure, previous: Figure) -> bool:
    """Read the second number of `Resolutions 1325 and 1820`, which else is a year."""
    listed = figure.form is Form.DIGITS and is_plural_reference(sentence, previous)
    return listed and continues(sentence, figure, previous)


def _date_rule(sentence: Sentence, figure: Figure) -> str | None:
    """Return in words why a figure is a date; null where it is none, or where a name or text holds the year."""
    words, after = context_words(), word_after(sentence, figure)
    if figure.form is Form.TIME or after in _MERIDIEM or _is_military_time(sentence, figure):
        return "clock time"
    if figure.form is Form.DECADE:
        return _decade(sentence, figure)
    if figure.form is Form.CALENDAR or (figure.form is Form.SECTION and _is_day_of_month(sentence, figure)):
        return None if reference_noun(sentence, figure.first) else "calendar date: written in digits"
    if after in words.parts_of_year and figure.form is not Form.RANGE and _part_of_year(sentence, figure):
        return "span of a year: a part of the year that dates, not a length of time"
    if (
        figure.form is Form.FRACTION
        and sentence.words[figure.last] in {"half", "quarter", "quarters"}
        and _halves_year(sentence, figure)
    ):
        return "span of a year: a half or quarter of it"
    if figure.form is Form.ORDINAL and _is_day_alone(sentence, figure):
        return "calendar date: a day of the month told before"
    return None if names_a_plan(sentence, figure) else _year_rule(sentence, figure)


def _year_rule(sentence: Sentence, figure: Figure) -> str | None:
    """Return in words why a figure is a year or a span of years, null where it is none."""
    if is_year(figure, sentence) and figure.sign < 0 and not _numbered(sentence, figure):
        return "calendar date: a year"
    spans = figure.form is Form.RANGE and figure.low is not None and reference_noun(sentence, figure.first) is None
    if spans and is_year(replace(figure, last=figure.first, form=Form.DIGITS), sentence):
        return "calendar date: a span of years"
    return None


_MERIDIEM = frozenset({"a.m.", "p.m.", "a.m", "p.m", "am", "pm", "o'clock", "noon", "midnight"})


def _is_military_time(sentence: Sentence, figure: Figure) -> bool:
    """Read `at 2200 hours`, `from 0600 hours`: four digits that a clock can show."""
    word = sentence.words[figure.first]
    if len(word) != 4 or not word.isdecimal():  # noqa: PLR2004 - hours and minutes
        return False
    if word_after(sentence, figure) != "hours" and word[0] != "0":
        return False
    timed = word_before(sentence, figure) in {
        "at",
        "from",
        "until",
        "to",
        "by",
        "around",
        "about",
        "approximately",
        "and",
        "after",
        "before",
    }
    return timed and int(word) <= _LAST_HOUR and int(word) % 100 <= _LAST_MINUTE


def _decade(sentence: Sentence, figure: Figure) -> str | None:
    """Tell a decade of the century from one of a life (`a man in his 30s`) and from a name (`MiG-20s`)."""
    if _of_a_life(sentence, figure):
        return None
    glued = figure.first > 1 and sentence.ends[figure.first - 1] == figure.start
    beside = word_before(sentence, figure, 2)
    if glued and not (beside in {"mid", "late", "early", "pre", "post"} or beside[:1].isdecimal()):
        return None
    return "calendar date: a decade"


def _of_a_life(sentence: Sentence, figure: Figure) -> bool:
    """Read `in his 30s`, `in their late 20s and early 30s`."""
    for at in range(figure.first - 1, max(-1, figure.first - 8), -1):
        word = sentence.words[at]
        if word in {"his", "her", "their", "my", "your"}:
            return True
        if not (word in {"mid", "late", "early", "-", "and", "or", "to", "middle"} or word[0].isdecimal()):
            return False
    return False


def _is_day_alone(sentence: Sentence, figure: Figure) -> bool:
    """Read `On the 15th, guards opened fire` as the day of a month that the text told before."""
    if not sentence.words[figure.first][0].isdecimal() or (figure.value or 0) > 31:  # noqa: PLR2004 - days of a month
        return False
    after = word_after(sentence, figure)
    opened = word_before(sentence, figure) == "the" and word_before(sentence, figure, 2) in {"on", "by", "until"}
    return opened and (
        not after
        or not after[0].isalpha()
        or after == "and"
        or (after == "of" and word_after(sentence, figure, 3) == "month")
    )


def _is_day_of_month(sentence: Sentence, figure: Figure) -> bool:
    """Read `9/11`, `12/31`: a month and a day with a stroke, unless a noun before makes it the number of a text."""
    parts = sentence.words[figure.first].split("/")
    if len(parts) != 2 or not all(part.isdecimal() and len(part) <= 2 for part in parts):  # noqa: PLR2004 - month and day
        return False
    fits = 1 <= int(parts[0]) <= 12 and 1 <= int(parts[1]) <= 31  # noqa: PLR2004 - of a year
    return fits and reference_noun(sentence, figure.first) is None


# Words that `to` completes, before what is no number of something.
_TAKES_TO = frozenset({"according", "compared", "prior", "due", "thanks", "owing", "contrary", "relative", "similar"})


def _numbered(sentence: Sentence, figure: Figure) -> bool:
    """Tell whether a number that looks like a year numbers a text, or counts what follows (`2000 demonstrators`)."""
    before, after = word_before(sentence, figure), word_after(sentence, figure)
    if before in context_words().references and before not in word_set("context", "dated_texts"):
        return True
    if before in {"no", ".", "§", "#", "№"} and reference_noun(sentence, figure.first) is not None:
        return True
    if before in {
        "about",
        "approximately",
        "some",
        "than",
        "over",
        "nearly",
        "almost",
        "least",
        "to",
        "estimated",
        "roughly",
    }:
        if before == "to" and word_before(sentence, figure, 2) in _TAKES_TO:
            # `According to 2022 statistics`
            return noun_class(after) == "person"
        return after.endswith("s") or after in {"people", "persons"}
    if after in {"people", "persons"}:
        return True
    if (
        before not in word_set("context", "before_years")
        and regular_singular(after) != after
        and noun_class(after) == "person"
    ):
        return True
    return after in context_words().units and before not in {"in", "the"}


def _part_of_year(sentence: Sentence, figure: Figure) -> bool:
    """Tell whether `first nine months` or `last three months of the year` dates: an order word before, a year after."""
    words = sentence.words
    order = word_before(sentence, figure)
    tail = words[figure.last + 2 : figure.last + 6]
    of_year = tail[:1] == ("of",) and any(word == "year" or (word.isdecimal() and len(word) == 4) for word in tail)  # noqa: PLR2004
    if order in {"first", "initial", "opening"}:
        of_month = tail[:1] == ("of",) and not context_words().months.isdisjoint(tail[1:3])
        return word_after(sentence, figure) not in {"day", "days"} or of_year or of_month
    return order in {"last", "final", "past", "remaining", "other"} and of_year


def _halves_year(sentence: Sentence, figure: Figure) -> bool:
    order = word_before(sentence, figure)
    if order not in _ORDERS and not (order == "-" and word_before(sentence, figure, 2) in _ORDERS):
        return False
    tail = sentence.words[figure.last + 1 : figure.last + 4]
    return (
        tail[:1] != ("of",)
        or bool(set(tail) & {"year", "the", *context_words().months})
        or any(w.isdecimal() for w in tail)
    )


_ORDERS = frozenset({"first", "second", "third", "fourth", "last", "latter", "1st", "2nd", "3rd", "4th", "final"})
