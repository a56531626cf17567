"""Spans that two dates or more make together: `from A to B`, `between A and B`, `in April, May, and June`."""

import re

from pipeline.facts import calendar
from pipeline.facts.calendar import Period
from pipeline.facts.calendar_dates import Point

# What stands between the dates of a list.
_LIST_MARKS = frozenset({",", ", and", "and"})
_LINK = re.compile(
    # What stands between the two dates may itself be set off: `from May 4, after the fall of the city, to July 9`.
    r"\s*(?:,\s*)?(?:(?<=,\s)[^\d,.;]{1,80},\s*)?(?P<link>(?:to|through|and|or|until|till)(?=\s)|–|-)\s*(?:the\s+end\s+of\s+|(?:late|early)\s+|mid-?\s*"
    # `until the fall of the mayor in May`
    r"|(?P<event>(?:the|his|her|its|their)\s+[^\d,.;]{1,40}\s(?:in|on)\s+))?$"
)
# `between the signing of the accord in 2016 and August 2`: what leads to the first date of a span.
_BETWEEN = re.compile(r"\b[Bb]etween\s+(?:[^\W\d]+\s+){1,9}$")


# Characters before a date in which `between` stands.
_BETWEEN_REACH = 130


def range_of(text: str, points: list[Point], index: int, preposition: str, *, each: bool) -> tuple[int, Period] | None:
    """Join `from A to B`, `between A and B`, `A through B`, two months with `and`; a year at the end serves both.

    `each` says that coordinated dates belong to coordinated numbers one by one (`respectively`).
    """
    if index + 1 >= len(points) or points[index].relative or points[index + 1].relative:
        return None
    left, right = points[index], points[index + 1]
    if not each and (listed := _last_of_list(text, points, index)) > index:
        return listed, calendar.spanned(left.period, points[listed].period)
    link = _LINK.match(text, left.end, right.start)
    if link is None or link.end() != right.start:
        return None
    word = link.group("link")
    first, last = left.period, right.period
    if word == "and" and _opens_between(text, left):
        preposition = "between"
    if word in {"and", "or"} and link["event"]:
        return None
    if word == "or" and not (_follows(left, right) or _follows(right, left)):
        return None
    if word == "and" and preposition != "between" and (each or not _continue_one_another(left, right)):
        return None
    if word in {"and", "or"} and _follows(right, left):
        # `in 2016 or 2015`: from the earlier to the later.
        return index + 1, calendar.spanned(last, first)
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


def _last_of_list(text: str, points: list[Point], index: int) -> int:
    """Return the last of three or more months or years in a row: `in April, May, and June`; the first for none."""
    last = index
    while last + 1 < len(points) and _follows(points[last], points[last + 1]):
        between = text[points[last].end : points[last + 1].start].strip()
        if between not in _LIST_MARKS:
            return index
        last += 1
        if between != ",":
            return last if last - index > 1 else index
    return index


def _follows(left: Point, right: Point) -> bool:
    """Tell whether a month or year is the one after another."""
    if left.kind != right.kind or left.kind not in {"month", "year"} or left.period.start is None:
        return False
    following = (
        calendar.around(left.period, f"next {left.kind}")
        if left.kind == "month"
        else calendar.year(left.period.start.year + 1)
    )
    return following == right.period


def _opens_between(text: str, left: Point) -> bool:
    return left.kind in {"day", "month", "year"} and bool(
        _BETWEEN.search(text, max(0, left.start - _BETWEEN_REACH), left.start)
    )


def _continue_one_another(left: Point, right: Point) -> bool:
    """Tell whether two dates that `and` joins are one span: two months, or a year and the next."""
    if left.kind == right.kind == "month":
        return True
    return left.kind == "year" and (_follows(left, right) or _follows(right, left))


def _is_span(text: str, left: Point, preposition: str, link: str) -> bool:
    """Tell whether a span ends in the report's year, since its end names none: `from May 2014 to November`.

    `From the beginning of 2014 to November` tells of that year.
    """
    return not text.endswith(" of ", 0, left.start) and (preposition in {"between", "from"} or link == "through")
