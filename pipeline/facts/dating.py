"""Date expressions of a sentence: where they stand and what days they mean."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from pipeline.facts import calendar
from pipeline.facts.calendar import NO_PERIOD, Period
from pipeline.facts.calendar_dates import UNDATED, Point, count_of, opening
from pipeline.facts.date_contexts import (
    DATED_TEXT,
    LAW,
    PUBLISHED,
    SAME_DAY,
    SINCE_EVENT,
    SPAN_UNIT,
    WEEK,
    measure,
    span_ending,
)
from pipeline.facts.date_expressions import point_of
from pipeline.facts.date_search import date_matches
from pipeline.facts.dated_nouns import event_reach, names_march, narrows
from pipeline.numerals.quantities import Analysis
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


_PREPOSITIONS = (
    *("as", "up", "prior", "ahead", "through", "throughout", "since", "between", "during", "from", "until", "till"),
    *(
        "before",
        "after",
        "following",
        "by",
        "in",
        "on",
        "at",
        "of",
        "for",
        "over",
        "to",
        "and",
        "or",
        "around",
        "about",
    ),
    *("late", "early", "within"),
)
_PREPOSITION = re.compile(
    rf"\b(?={opening(_PREPOSITIONS)})"
    r"(?P<p>as\s+of|as\s+early\s+as|as\s+late\s+as|up\s+to|up\s+until|prior\s+to|ahead\s+of|through|throughout|since"
    r"|between|during|from|until|till|before|after|following|by|in|on|at|of|for|over|to|and|or|around|about|late\s+in"
    r"|early\s+in|within)"
    r"(?:\s+(?:the\s+(?:night|morning|evening|afternoon|months?|years?|weeks?|days?|weekend|end|beginning|start|period"
    r"|summer|spring|winter|autumn|fall)\s+of\s+)?(?:the\s+|early\s+|late\s+|mid-?\s*)?)?$",
    re.IGNORECASE,
)
# No preposition with what may stand between it and its date is longer.
_REACH = 60
# From the name of a paper to the date on which it came out.
_PAPER_REACH = 130
_YEAR_OF_MONTHS = 12
_LINK = re.compile(
    # What stands between the two dates may itself be set off: `from May 4, after the fall of the city, to July 9`.
    r"\s*(?:,\s*)?(?:(?<=,\s)[^\d,.;]{1,80},\s*)?(?P<link>(?:to|through|and|until|till)(?=\s)|–|-)\s*(?:the\s+end\s+of\s+|(?:late|early)\s+|mid-?\s*)?$"
)
# `ahead of elections on January 10`, `around parliamentary elections on …`: the date is the other event's.
_OTHER_EVENT = re.compile(
    r"\b(?:ahead of|prior to|around|following|[Bb]efore|after|until(?!\s+(?:he|she|they)\b))\s+(?:[^\W\d_]+\s+){1,4}$"
)


_SINCE_THE = re.compile(r"(?:^|[,;]\s|\b(?:but|and|that)\s|[.]\s)[Ss]ince\s+(?:[^\W\d]+\s+){1,7}$")
# `between the signing of the accord in 2016 and August 2`: what leads to the first date of a span.
_BETWEEN = re.compile(r"\b[Bb]etween\s+(?:[^\W\d]+\s+){1,9}$")


def datings(analysis: Analysis, text: str, report_year: int) -> tuple[Dating, ...]:
    """Return the date expressions of a sentence of `text` in text order, ranges joined."""
    sentence = analysis.sentence
    undated = [(reading.figure.start, reading.figure.end) for reading in analysis.readings if reading.role in UNDATED]
    points: list[Point] = []
    year = report_year
    for match in date_matches(text, sentence):
        if match["mm"] == "May" and match["y3"] is None and match.start() == sentence.start:
            continue
        if match["mm"] == "March" and match["y3"] is None and names_march(text, sentence.start, match.start()):
            continue
        point = point_of(match, year, undated)
        if point is not None:
            points.append(point)
            year = _year_of_clause(text, sentence.start, points, report_year)
    return tuple(_joined(text, (sentence.start, sentence.end), points, each="respectively" in sentence.words))


def _year_of_clause(text: str, sentence_start: int, points: Sequence[Point], report_year: int) -> int:
    """Return the year of dates without one: that with which the clause opens (`In 2022, police … in January`).

    Else the report's.
    """
    first = points[0]
    opens = first.kind == "year" and text[sentence_start : first.start].strip().lower() in _OPENING_YEAR
    set_off = text.startswith(",", first.end) and ";" not in text[first.end : points[-1].end]
    return first.period.start.year if opens and set_off and first.period.start is not None else report_year


_OPENING_YEAR = frozenset({"in", "during", "throughout", "late in", "early in"})


def _joined(text: str, sentence: tuple[int, int], points: list[Point], *, each: bool) -> Iterator[Dating]:
    index, (sentence_start, sentence_end) = 0, sentence
    while index < len(points):
        point = points[index]
        opening = _PREPOSITION.search(text, max(sentence_start, point.start - _REACH), point.start)
        preposition = (
            re.sub(r"\s+", " ", opening.group("p").lower()) if opening and opening.end() == point.start else ""
        )
        begin = opening.start() if preposition and opening is not None else point.start
        joined = _range(text, points, index, preposition, each=each)
        if joined is not None:
            last, period = joined
            yield Dating(begin, points[last].end, period, modifies=narrows(text, begin, points[last], preposition))
            index = last + 1
            continue
        yield _reaching(text, sentence_end, point, _single(text, sentence_start, begin, point, preposition))
        index += 1


def _reaching(text: str, sentence_end: int, point: Point, dating: Dating) -> Dating:
    """Return a date with how far it goes where it only narrows the noun of an event (`the 2014 killing of 43 men`)."""
    if text.startswith(" alone", point.end):
        return replace(dating, alone=True)
    if not dating.modifies or dating.measure or point.kind not in {"day", "month", "year"}:
        return dating
    return replace(dating, reach=event_reach(text, point, sentence_end), period=point.period)


def _range(text: str, points: list[Point], index: int, preposition: str, *, each: bool) -> tuple[int, Period] | None:
    """Join `from A to B`, `between A and B`, `A through B`, two months with `and`; a year at the end serves both.

    `each` says that coordinated dates belong to coordinated numbers one by one (`respectively`).
    """
    if index + 1 >= len(points) or points[index].relative or points[index + 1].relative:
        return None
    left, right = points[index], points[index + 1]
    link = _LINK.match(text, left.end, right.start)
    if link is None or link.end() != right.start:
        return None
    word = link.group("link")
    first, last = left.period, right.period
    if word == "and" and _opens_between(text, left):
        preposition = "between"
    if word == "and" and preposition != "between" and (each or not _continue_one_another(left, right)):
        return None
    if not left.has_year and right.has_year and last.end is not None:
        first = calendar.moved_to(first, last.end.year)
    elif (
        left.has_year and not right.has_year and first.start is not None and not _is_span(text, left, preposition, word)
    ):
        moved = calendar.moved_to(last, first.start.year)
        # `in December 2016 and January` ends in the year after.
        last = moved if moved.end is not None and moved.end >= first.start else last
    if first.start is not None and last.end is not None and first.start > last.end:
        return None
    return index + 1, calendar.spanned(first, last)


def _opens_between(text: str, left: Point) -> bool:
    return left.kind in {"day", "month", "year"} and bool(
        _BETWEEN.search(text, max(0, left.start - _PAPER_REACH), left.start)
    )


def _continue_one_another(left: Point, right: Point) -> bool:
    """Tell whether two dates that `and` joins are one span: two months, or a year and the next."""
    if left.kind == right.kind == "month":
        return True
    first, last = left.period.start, right.period.start
    return left.kind == right.kind == "year" and first is not None and last is not None and last.year == first.year + 1


def _is_span(text: str, left: Point, preposition: str, link: str) -> bool:
    """Tell whether a span ends in the report's year, since its end names none: `from May 2014 to November`.

    `From the beginning of 2014 to November` tells of that year.
    """
    return not text.endswith(" of ", 0, left.start) and (preposition in {"between", "from"} or link == "through")


def _single(text: str, sentence_start: int, begin: int, point: Point, preposition: str) -> Dating:
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
    before = text[max(sentence_start, begin - 70) : begin]
    published = (
        preposition in {"in", "on"}
        and PUBLISHED.search(text, max(sentence_start, begin - _PAPER_REACH), begin) is not None
    )
    same_day = SAME_DAY.search(before) is not None
    other = not same_day and (
        preposition in {"ahead of", "prior to", "after", "following", "before"}
        or _OTHER_EVENT.search(before) is not None
    )
    opening = text[point.start : point.end].split(maxsplit=1)[0] if point.relative is not None else ""
    measured = (
        measure().search(f"{text[max(sentence_start, begin - 70) : point.start]}{opening} ".replace("  ", " "))
        is not None
    )
    if same_day:
        return Dating(begin, point.end, point.period)
    if (
        point.kind in {"day", "month", "year"}
        and not measured
        and (_SINCE_THE.search(text, max(sentence_start, begin - _REACH), point.start))
    ):
        # `since the 2014 coup`: what the date narrows is what opens the span.
        return Dating(begin, point.end, calendar.since(point.period))
    if point.kind == "year" and preposition in {"until", "till", "up until"}:
        # `suspended until 2023`: how long it holds, not when it befell.
        modifies = True
    if point.kind == "year" and not preposition and DATED_TEXT.search(text, max(sentence_start, begin - _REACH), begin):
        modifies = True
    if other or measured or published or (preposition == "of" and LAW.search(before) is not None):
        modifies = True
    moment = point.kind == "moment" or preposition == "as of" or ending is not None
    return Dating(begin, point.end, period, point.relative, point.year, ending, modifies, measured, moment)
