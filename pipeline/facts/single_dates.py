"""A date expression of a sentence by itself: its days, and what it is the date of."""

import re
from dataclasses import replace

from pipeline.facts import calendar
from pipeline.facts.calendar import NO_PERIOD, Period
from pipeline.facts.calendar_dates import Point, count_of
from pipeline.facts.date_contexts import (
    CAUSED,
    DATED_TEXT,
    LAW,
    SINCE_EVENT,
    SPAN_UNIT,
    WEEK,
    measure,
    shift_before,
    span_ending,
    tells_beginning,
    tells_publication,
    tells_same_day,
)
from pipeline.facts.dated_nouns import narrows
from pipeline.record import record


@record
class Dating:
    """A date expression with its preposition, offsets in the paragraph."""

    start: int
    end: int
    period: Period
    relative: str | None = None
    """How an expression that points back (`the same months of 2018`, `that night`) relates to the days told before."""
    year: int | None = None
    """Year of a `same` expression, where it names one."""
    point: Period | None = None
    """The day or month that ends a span from the first of January (`by December 31`), for what stands at a moment."""
    modifies: bool = False
    """Whether it only narrows a noun (`the 2018 law`, `the January 26 election`) or names another event."""
    measure: bool = False
    """Whether it dates what a number is set beside (`an increase over the same period of 2016`)."""
    moment: bool = False
    """Whether it tells when something stood (`as of March`, `at year's end`) or by when it had come."""
    alone: bool = False
    """Whether it is the date of the nearest number and no other (`in 2022 alone`)."""
    reach: int = 0
    """How far a date of an event goes that else only narrows its noun (`the 2014 killing of 43 students`)."""
    deed: int = 0
    """Where the deed begins of which it tells behind a charge: nothing before that, or later, is of this date."""
    enacts: bool = False
    """Whether it tells when a law came to be, which dates nothing that is told after it."""
    related: bool = False
    """Whether it is that of an event in connection with which something befell."""
    aftermath: bool = False
    """Whether it is the year of an event after which something befell (`after the 2011 riots police arrested 12`)."""
    begins: bool = False
    """Whether it tells when something began (`the war that broke out in 2015`), which may run on."""
    vote: bool = False
    """Whether it is the date of an election, which dates its results wherever it stands (`after the May 3 vote`)."""


# No preposition with what may stand between it and its date is longer.
_REACH = 60
# From the name of a paper to the date on which it came out.
_PAPER_REACH = 130
# From `since` over the noun of an event to its date.
_SINCE_REACH = 130
_YEAR_OF_MONTHS = 12
# `ahead of elections on January 10`, `around parliamentary elections on …`: the date is the other event's.
_OTHER_EVENT = re.compile(
    r"\b(?:(?:ahead of|prior to|around|following|[Bb]efore|after|until(?!\s+(?:he|she|they)\b))"
    # `shortly before noon on May 3`: of that day.
    r"(?!\s+(?:noon|midnight|midday|dawn|daybreak|sunrise|sunset|nightfall|dusk|dark)\b)"
    r"|(?:related|linked|tied|connected) to)\s+(?:[^\W\d_]+\s+){1,4}$"
    # `In the lead-up to the Conference of the Parties (COP27) in November`
    r"|\b(?:(?:lead-?up|run-?up|build-?up|preparations?|response) (?:to|for)"
    r"|[Ii]n (?:advance of|anticipation of|connection with))\s+(?:[\w’'()-]+\s+){1,9}$"
)
# `killings related to the March election`, `arrested in connection with the May 3 explosion`
_RELATED = re.compile(
    r"\b(?:(?:related|linked|tied|connected|response|lead-?up|run-?up|build-?up) to|[Ii]n connection with)"
    r" (?:the |an? )?$"
)
# `Since the 2014 coup`, which may open its sentence.
_SINCE = r"[Ss]ince\s+(?:[^\W\d]+\s+){1,7}$"
_SINCE_THE = re.compile(rf"(?:[,;]\s|\b(?:but|and|that)\s|[.]\s){_SINCE}")
_OPENING_SINCE = re.compile(_SINCE)


# The words of `over the previous year` before its adjective.
_LEADING_TO_YEAR = re.compile(
    r"(?:in|during|over|from|than\s+in|for)\s+the(?=\s+(?:previous|preceding|prior)\b)", re.IGNORECASE
)


def _opening(text: str, point: Point) -> str:
    """Return the words with which a date in words opens, by which it may be that of a measure: `than in the`."""
    if point.relative is not None:
        return text[point.start : point.end].split(maxsplit=1)[0]
    leading = _LEADING_TO_YEAR.match(text, point.start, point.end)
    return "" if leading is None else leading[0]


def _is_of_another(before: str, point: Point, preposition: str) -> bool:
    """Tell whether a date says how long something holds, which text is meant, or when a crime was."""
    if point.kind == "year":
        # `suspended until 2023`, `the Police Act 1966`
        return preposition in {"until", "till", "up until"} or (not preposition and bool(DATED_TEXT.search(before)))
    # `jailed for the murder of a miner 26 years earlier`
    return point.relative is not None and point.relative.startswith("-") and CAUSED.search(before) is not None


def _beside(text: str, sentence_start: int, begin: int, point: Point, *, same_day: bool) -> Dating | None:
    """Return a date that is told by the day of something else: `hours before the June 4 vote`, `two days after it`."""
    if same_day:
        return Dating(begin, point.end, point.period)
    if point.kind != "day":
        return None
    shift = shift_before(text, max(sentence_start, point.start - _REACH), point.start)
    return None if shift is None else Dating(shift[0], point.end, calendar.around(point.period, shift[1]))


def single_date(text: str, sentence_start: int, begin: int, point: Point, preposition: str) -> Dating:
    """Return a date with its preposition, which begins at an offset of `text`."""
    period, ending = point.period, None
    span = None
    if SPAN_UNIT.search(text, max(sentence_start, point.start - _REACH), point.start):
        span = span_ending().search(text, max(sentence_start, point.start - _REACH), point.start)
    if span is not None and period.end is not None:
        months = count_of(span["count"]) if span["count"] else _YEAR_OF_MONTHS
        return Dating(span.start(), point.end, calendar.months_until(period.end, months))
    if (
        point.kind == "day"
        and period.start is not None
        and WEEK.search(text[max(sentence_start, point.start - 20) : point.start])
    ):
        period = calendar.week(period.start)
    modifies = narrows(text, begin, point, preposition)
    if point.relative is None and point.kind in {"day", "month", "year", "fixed"} and period.start is not None:
        # `through June`, `by August 12`: from the first day of the year; `since 2011`: from then, open.
        year = period.start.year
        if preposition in {"through", "throughout", "until", "till", "up to", "up until"} and point.kind in {
            "day",
            "month",
        }:
            period = calendar.spanned(calendar.year(year), period)
        elif preposition == "by" and point.kind in {"day", "month"}:
            ending = period
            period = calendar.spanned(calendar.year(year), period)
        elif preposition == "since" or SINCE_EVENT.search(text, max(sentence_start, begin - _REACH), begin):
            period = calendar.since(period)
    if point.kind == "vague":
        period = NO_PERIOD
    before = text[max(sentence_start, begin - 90) : begin]
    published = preposition in {"in", "on"} and tells_publication(
        text[max(sentence_start, begin - _PAPER_REACH) : begin]
    )
    same_day = tells_same_day(before)
    other = not same_day and (
        preposition in {"ahead of", "prior to", "after", "following", "before"}
        or (preposition != "since" and _OTHER_EVENT.search(before) is not None)
        or _RELATED.search(text, max(sentence_start, begin - _REACH), point.start) is not None
    )
    opening = _opening(text, point)
    measured = (
        measure().search(f"{text[max(sentence_start, begin - 70) : point.start]}{opening} ".replace("  ", " "))
        is not None
    )
    if (beside := _beside(text, sentence_start, begin, point, same_day=same_day)) is not None:
        return beside
    if (
        point.kind in {"day", "month", "year"}
        and not measured
        and "ince " in text[max(sentence_start, point.start - _SINCE_REACH) : point.start]
        and (
            _SINCE_THE.search(text, max(sentence_start, begin - _REACH), point.start)
            or _OPENING_SINCE.match(text, sentence_start, point.start)
        )
    ):
        # `since the 2014 coup`: what the date narrows is what opens the span.
        return Dating(begin, point.end, calendar.since(point.period))
    modifies = modifies or _is_of_another(text[max(sentence_start, begin - _REACH) : begin], point, preposition)
    if other or measured or published or (preposition == "of" and LAW.search(before) is not None):
        modifies = True
    moment = point.kind == "moment" or preposition == "as of" or ending is not None
    dating = Dating(begin, point.end, period, point.relative, point.year, ending, modifies, measured, moment)
    begins = preposition in {"in", "on"} and not modifies and tells_beginning(before)
    return replace(dating, begins=True) if begins else dating
