"""Dates that the calendar writes: `May 3`, `3 and 4 May 2016`, `in fiscal year 2016-17`, `the 1990s`."""

import re
from collections.abc import Iterable, Sequence

from pipeline.facts import calendar
from pipeline.facts.calendar import Period
from pipeline.numerals.dates import months
from pipeline.numerals.numeral import Role
from pipeline.numerals.words import number_words
from pipeline.record import record

_CENTURY = 100
# Years from one to another that is written with its last two digits, where a century turns between them.
_LONGEST = 20
_YEAR = r"[12]\d{3}"
# Roles of figures that are no part of a date, however like one they look.
UNDATED = frozenset({Role.QUANTITY, Role.REFERENCE, Role.NAME})
# Words that class a year, before it or behind it (`fiscal year 2016`, `the 2016-17 school year`).
_CLASSES = ("fiscal", "school", "academic", "calendar", "financial", "reporting")
_SEASONS = ("spring", "summer", "autumn", "fall", "winter")
_CLASS = rf"(?:{'|'.join(_CLASSES)})"
_SEASON = rf"(?:{'|'.join(_SEASONS)})"


@record
class Point:
    """A date as it stands, before its preposition is read."""

    start: int
    end: int
    period: Period
    kind: str
    """`day`, `month`, `year`, `span` for one that narrows no noun, or how an expression means its days: `fixed`, …."""
    has_year: bool = True
    relative: str | None = None
    year: int | None = None


def month_names() -> str:
    """Return the months and their abbreviations as the alternatives of a pattern, the longest first."""
    return "|".join(sorted((name.capitalize() for name in months()), key=len, reverse=True))


def number_pattern() -> str:
    """Return small numbers in words or digits as the alternatives of a pattern."""
    return "|".join([*number_words().cardinals, r"\d+"])


def count_of(word: str) -> int:
    """Return a small number in words or digits; far more than any calendar holds is cut short."""
    lower = word.lower()
    return 1 if lower == "a" else number_words().cardinals.get(lower) or int(lower[:4])


def calendar_openers() -> frozenset[str]:
    """Return the words in lower case that may open a calendar date; digits and `FY` may too."""
    return frozenset((*months(), *_CLASSES, *_SEASONS))


def opening(words: Iterable[str]) -> str:
    """Return the alternatives of a pattern for words in any case, in groups by their first letter.

    The engine passes over a group at a glance where the letter is another: most places of a text open no date.
    """
    rests: dict[str, list[str]] = {}
    for word in sorted(words):
        rests.setdefault(word[0], []).append(word[1:])
    return "|".join(rf"[{first}{first.upper()}](?i:{'|'.join(found)})\b" for first, found in rests.items())


def month_number(name: str) -> int:
    """Return the number of a month from its name or abbreviation."""
    return months()[name.lower()]


def calendar_dates() -> str:
    """Return the pattern of calendar dates, each part in a group that `calendar_point` reads."""
    names, day = month_names(), r"\d{1,2}(?:st|nd|rd|th)?"
    further = rf"(?:\s*,\s*\d{{1,2}})*,?\s+(?:and|to|through)\s+(?P<d3>\d{{1,2}})(?!\s+(?:of\s+)?(?:{names})\b)"
    of_this_year = rf"(?:\s+of\s+(?:this|the)\s+(?:{_CLASS}\s+)?year)?"
    return (
        rf"(?P<m>{names})\.?\s+(?P<d>{day})(?:\s?[–-]\s?(?P<d2>\d{{1,2}})|{further})?(?!\d|[.,]\d)"
        rf"(?:,?\s*\[(?P<y0>{_YEAR})\]|,\s*(?P<y1>{_YEAR}))?{of_this_year}"
        rf"|(?:(?P<d0>{day})\s*(?:and|to|–|-)\s*)?(?P<dd>{day})\s+(?:of\s+)?(?P<dm>{names})\b(?:,?\s+\[?(?P<y2>{_YEAR})\]?)?"
        rf"|(?P<mm>{names})\b\.?(?:,?\s+(?:of\s+)?(?P<y3>{_YEAR})|{of_this_year})"
        rf"|(?P<before>(?:{_CLASS}\s+year\s+|FY\s?|{_SEASON}\s+(?:of\s+)?))?"
        rf"(?:(?P<ya>(?:1[5-9]|20)\d\d)(?:\s?[–-]\s?|/)(?P<yb>\d{{4}}|\d{{2}})\b(?!/)"
        r"|(?P<decade>(?:1[5-9]|20)\d0)s\b"
        r"|(?P<y>(?:1[5-9]|20)\d\d)(?![\d,.]\d|\d))"
        rf"(?P<behind>\s+(?:{_CLASS}\s+(?:year|period)|period|season))?"
    )


def overlaps(match: re.Match[str], group: str, undated: Sequence[tuple[int, int]]) -> bool:
    """Tell whether a group of a match is part of a figure that is no date."""
    if match[group] is None:
        return False
    return any(begin < match.end(group) and match.start(group) < end for begin, end in undated)


def calendar_point(match: re.Match[str], report_year: int, undated: Sequence[tuple[int, int]]) -> Point | None:
    """Return the date of a match of `calendar_dates`, null where it is none.

    `undated` are the stretches of figures known to be no part of a date (`in April 57 persons`, `Law 6/2010`).
    """
    if match["m"] is not None and overlaps(match, "d", undated):
        return _month(match, "m", report_year, None)
    if any(overlaps(match, group, undated) for group in ("y", "ya", "decade", "dd")):
        return None
    if match["m"] or match["dm"]:
        return _day(match, report_year, undated)
    if match["mm"]:
        return _month(match, "mm", report_year, match["y3"])
    return _years(match)


def _month(match: re.Match[str], group: str, report_year: int, written: str | None) -> Point:
    period = calendar.month(int(written or report_year), month_number(match[group]))
    end = match.end() if group == "mm" else match.end(group)
    return Point(match.start(), end, period, "month", has_year=written is not None)


def _years(match: re.Match[str]) -> Point:
    kind = "span" if match["before"] or match["behind"] or match["decade"] else "year"
    if match["ya"]:
        return _from_to(match, kind)
    first = int(match["decade"] or match["y"])
    last = first + 9 if match["decade"] else first
    return Point(match.start(), match.end(), calendar.spanned(calendar.year(first), calendar.year(last)), kind)


def _from_to(match: re.Match[str], kind: str) -> Point:
    """Read `2016-17`, `1999–02` over the turn of a century, `2016–2019`, and the month `2016-12`.

    What cannot follow is no year, and the first year stands alone.
    """
    first, tail = int(match["ya"]), int(match["yb"])
    last = tail if len(match["yb"]) > 2 else first - first % _CENTURY + tail  # noqa: PLR2004 - `17` of `2016-17`
    if len(match["yb"]) == 2 and last < first:  # noqa: PLR2004
        if last + _CENTURY - first <= _LONGEST:
            last += _CENTURY
        elif 1 <= tail <= 12:  # noqa: PLR2004 - months
            return Point(match.start(), match.end(), calendar.month(first, tail), "month")
    if last < first:
        return Point(match.start(), match.end("ya"), calendar.year(first), "year")
    return Point(match.start(), match.end(), calendar.spanned(calendar.year(first), calendar.year(last)), kind)


def _day(match: re.Match[str], report_year: int, undated: Sequence[tuple[int, int]]) -> Point | None:
    month = month_number(match["m"] or match["dm"])
    written = match["y0"] or match["y1"] or match["y2"]
    year = int(written or report_year)
    further = match["d3"] is not None and not overlaps(match, "d3", undated)
    end = match.end("d") if match["d3"] is not None and not further else match.end()
    first = _day_of(year, month, match["d0"] or match["d"] or match["dd"])
    last = _day_of(year, month, match["d2"] or (match["d3"] if further else match["dd"]))
    if first is None:
        return None
    period = calendar.spanned(first, last) if last is not None else first
    return Point(match.start(), end, period, "day", has_year=written is not None)


def _day_of(year: int, month: int, written: str | None) -> Period | None:
    number = re.match(r"\d+", written or "")
    return calendar.day(year, month, int(number[0])) if number is not None else None
