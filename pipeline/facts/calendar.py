"""Spans of days: what a date expression of a text stands for."""

import calendar
import re
from datetime import date, timedelta

from pipeline.record import record

_DECEMBER = 12
_LONGEST_MONTH = 31
_DAYS = {"day": 1, "week": 7}


@record
class Period:
    """From a day to a day, both inclusive; a null end is open, two nulls are no period that the text gives."""

    start: date | None
    end: date | None


NO_PERIOD = Period(None, None)


def day(year: int, month: int, number: int) -> Period | None:
    """Return a single day; null where the calendar has none (`February 30`)."""
    if not 1 <= number <= calendar.monthrange(year, month)[1]:
        return None
    return Period(date(year, month, number), date(year, month, number))


def month(year: int, number: int) -> Period:
    """Return a month."""
    return Period(date(year, number, 1), date(year, number, calendar.monthrange(year, number)[1]))


def months(year: int, first: int, last: int) -> Period:
    """Return the months from one to another of a year."""
    return Period(date(year, first, 1), month(year, last).end)


def months_until(last: date, count: int) -> Period:
    """Return so many months that end on a day (`the 12 months ending June 30`)."""
    following = last + timedelta(days=1)
    passed = following.year * _DECEMBER + following.month - 1 - count
    first = date(passed // _DECEMBER, passed % _DECEMBER + 1, 1)
    days = calendar.monthrange(first.year, first.month)[1]
    return Period(first.replace(day=min(following.day, days)), last)


def week(first: date) -> Period:
    """Return the seven days from a day on."""
    return Period(first, first + timedelta(days=6))


def year(number: int) -> Period:
    """Return a year."""
    return Period(date(number, 1, 1), date(number, _DECEMBER, 31))


def spanned(first: Period, last: Period) -> Period:
    """Return the span from the beginning of one period to the end of another."""
    return Period(first.start, last.end)


def since(first: Period) -> Period:
    """Return what runs from the beginning of a period, open at its end."""
    return Period(first.start, None)


def moved_to(period: Period, number: int) -> Period:
    """Return the same days of another year (`the same period of 2018`)."""
    return Period(_moved(period.start, number), _moved(period.end, number))


def _moved(moment: date | None, number: int) -> date | None:
    if moment is None:
        return None
    last = calendar.monthrange(number, moment.month)[1]
    return replace_date(
        moment,
        number,
        min(moment.day, last) if moment.day != calendar.monthrange(moment.year, moment.month)[1] else last,
    )


def replace_date(moment: date, year_number: int, day_number: int) -> date:
    """Return a date in another year and on another day of its month."""
    return moment.replace(year=year_number, day=day_number)


def around(period: Period, relation: str) -> Period:
    """Return what an expression that points back means, given the days told before.

    `since` is from their beginning on, open; `month` and `year` are those in which the days fall, `next day`, `next
    month` and `next year` those after, `-2 year` or `+3 day` what lies so far off; anything else is the days
    themselves. The day or month after a whole year is none that anyone means, nor one beyond the calendar.
    """
    if relation == "since":
        return since(period)
    found = re.fullmatch(r"(?P<shift>next |[+-]\d{1,4} )?(?P<unit>day|week|month|year)", relation)
    if found is None or period.start is None:
        return period
    shift, unit = (found["shift"] or "").strip(), found["unit"]
    count = 1 if shift == "next" else int(shift or 0)
    is_long = ((period.end or date.max) - period.start).days > _LONGEST_MONTH
    if (is_long and unit != "year") or not 1 < period.start.year + count < date.max.year:
        return period
    if unit == "year":
        return year(period.start.year + count)
    if unit == "month":
        passed = period.start.year * _DECEMBER + period.start.month - 1 + count
        return month(passed // _DECEMBER, passed % _DECEMBER + 1)
    moment = (period.end or period.start) + timedelta(days=count * _DAYS[unit])
    return Period(moment, moment)
