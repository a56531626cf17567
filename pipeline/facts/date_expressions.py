"""The expressions that stand for dates, and what days each means by itself."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache

from pipeline.facts import calendar
from pipeline.facts.calendar import NO_PERIOD, Period
from pipeline.numerals.dates import months
from pipeline.numerals.numeral import Role
from pipeline.numerals.words import number_words

_CENTURY = 100
_YEAR = r"[12]\d{3}"
_BEFORE = r"(?:previous|preceding|prior)"
_PREVIOUS = rf"(?:the\s+)?{_BEFORE}\s+year|(?:the\s+)?year\s+before"
_SAME = r"(?:same|corresponding|comparable|equivalent)"
_THE_YEAR = r"the\s+(?:reporting\s+|calendar\s+)?year"
# Roles of figures that are no part of a date, however like one they look.
UNDATED = frozenset({Role.QUANTITY, Role.REFERENCE, Role.NAME})


@dataclass(frozen=True, slots=True)
class Point:
    """A date as it stands, before its preposition is read."""

    start: int
    end: int
    period: Period
    kind: str
    """`day`, `month`, `year`, or how the expression means its days: `fixed`, `same`, `vague`."""
    has_year: bool = True
    relative: str | None = None
    year: int | None = None


@cache
def date_pattern() -> re.Pattern[str]:
    """Return the pattern of all date expressions; the same object at every call."""
    phrases = "|".join(f"(?P<{name}>{pattern})" for name, pattern in _phrases())
    return re.compile(rf"\b(?:(?i:{phrases})|{_calendar_dates()})")


def _month_names() -> str:
    return "|".join(sorted((name.capitalize() for name in months()), key=len, reverse=True))


def _calendar_dates() -> str:
    names, day = _month_names(), r"\d{1,2}(?:st|nd|rd|th)?"
    return (
        rf"(?P<m>{names})\.?\s+(?P<d>{day})(?:\s?[–-]\s?(?P<d2>\d{{1,2}}))?(?!\d|[.,]\d)(?:,\s*(?P<y1>{_YEAR}))?"
        rf"|(?P<dd>{day})\s+(?:of\s+)?(?P<dm>{names})\b(?:,?\s+(?P<y2>{_YEAR}))?"
        rf"|(?P<mm>{names})\b\.?(?:,?\s+(?:of\s+)?(?P<y3>{_YEAR}))?"
        r"|(?P<ya>(?:1[5-9]|20)\d\d)\s?[–-]\s?(?P<yb>\d{4}|\d{2})\b"
        r"|(?P<decade>(?:1[5-9]|20)\d0)s\b"
        r"|(?P<y>(?:1[5-9]|20)\d\d)(?![\d,.]\d|\d)"
    )


def _phrases() -> tuple[tuple[str, str], ...]:
    """Return the expressions in words by the name of their group, in the order in which they are tried."""
    number = "|".join([*number_words().cardinals, r"\d+"])
    end_of_year = rf"(?:year['’]s\s+end|(?:the\s+)?end\s+of\s+(?:{_THE_YEAR}|(?P<ey>{_YEAR})))"
    return (
        ("yearend", rf"(?:at|as\s+of)\s+(?:the\s+)?{end_of_year}|at\s+year-end"),
        ("yearstart", rf"(?:at|as\s+of)\s+the\s+(?:start|beginning)\s+of\s+(?:{_THE_YEAR}|(?P<sty>{_YEAR}))\b"),
        ("byend", rf"by\s+(?:the\s+)?(?:year['’]s\s+end|end\s+of\s+{_THE_YEAR})"),
        ("endof", rf"(?:by|through|until)\s+(?:the\s+)?end\s+of\s+(?P<em>{_month_names()})\b"),
        ("endmonth", r"by\s+the\s+end\s+of\s+(?:the|that)\s+month"),
        (
            "thisyear",
            (
                rf"(?:during|over|in|throughout|through|within|for)\s+(?:all\s+of\s+)?{_THE_YEAR}\b(?!\s+(?:before|earlier|\d))"
                r"|this\s+year|so\s+far\s+in\s+the\s+year|the\s+reporting\s+period"
            ),
        ),
        (
            "lastyear",
            (
                rf"(?:(?:in|during|over|from|than\s+in|for)\s+)?the\s+{_BEFORE}\s+(?:(?:calendar\s+|reporting\s+|fiscal\s+)?year"
                r"|reporting\s+period)|a\s+year\s+earlier|the\s+year\s+before|last\s+year"
            ),
        ),
        (
            "same",
            (
                rf"(?:(?:in|during|over|for|of|from)\s+)?(?:the\s+)?{_SAME}\s+"
                r"(?:period|months?|time\s+frame|time|quarter|half|day|night|weekend|week)"
                rf"(?:\s+(?:of|in|for|the)\s+(?:(?P<sameyear>{_YEAR})|(?P<prevyear>{_PREVIOUS})))?"
            ),
        ),
        (
            "that",
            (
                r"(?:the\s+)?(?:following|next)\s+(?:day|month|year)|election\s+day|later\s+in\s+the\s+month"
                r"|(?:later\s+)?that\s+(?:same\s+)?(?:day|night|month|week|year|evening|morning|afternoon)\b(?!\s+(?:of|in|when))"
                r"|(?:within|in|during)\s+the\s+(?:last|first|second|third|final)\s+week\s+of\s+the\s+month"
            ),
        ),
        ("sinceyear", rf"since\s+(?:the\s+)?(?:beginning|start)\s+of\s+{_THE_YEAR}"),
        (
            "vague",
            (
                rf"(?:over|in|during|for|within)\s+the\s+(?:past|last|{_BEFORE})\s+(?:\w+\s+){{0,2}}(?:years|decades?)\b"
                r"|for\s+(?:many\s+)?(?:years|decades)\b|in\s+recent\s+(?:years|decades)|previously\b|in\s+the\s+past\b"
                rf"|in\s+{_BEFORE}\s+years|over\s+the\s+years|historically"
            ),
        ),
        (
            "part",
            (
                rf"(?:the\s+)?first\s+(?:(?P<n>{number})\s+(?P<pu>months?|weeks?|quarters?)|(?P<half>half|quarter))"
                rf"{_of_year('py')}?"
                rf"|(?:the\s+)?(?P<quarter>second|third|fourth|last|final)\s+quarter{_of_year('qy')}?"
                rf"|(?:the\s+)?second\s+half{_of_year('sy')}"
            ),
        ),
        (
            "shift",
            (
                rf"(?P<sn>{number}|a)\s+(?P<su>days?|weeks?|months?|years?)\s+"
                r"(?P<sw>earlier|before|previously|ago|later|afterwards?)\b"
            ),
        ),
    )


def _of_year(group: str) -> str:
    return rf"(?:\s+of\s+(?:the\s+year|(?P<{group}>{_YEAR})))"


def point_of(match: re.Match[str], report_year: int, undated: Sequence[tuple[int, int]]) -> Point | None:
    """Return the date of a match, null where it is none: a day that no month has, or a figure that counts.

    `undated` are the stretches of figures known to be no part of a date (`in April 57 persons`, `Law 6/2010`).
    """
    for group, read in _READERS.items():
        if match[group] is not None:
            return read(match, report_year)
    if match["m"] is not None and _overlaps(match, "d", undated):
        month = calendar.month(report_year, _month(match["m"]))
        return Point(match.start(), match.end("m"), month, "month", has_year=False)
    if any(_overlaps(match, group, undated) for group in ("y", "ya", "decade", "dd")):
        return None
    return _calendar_point(match, report_year)


def _overlaps(match: re.Match[str], group: str, undated: Sequence[tuple[int, int]]) -> bool:
    if match[group] is None:
        return False
    return any(begin < match.end(group) and match.start(group) < end for begin, end in undated)


def _fixed(match: re.Match[str], period: Period) -> Point:
    return Point(match.start(), match.end(), period, "fixed")


def _year_end(match: re.Match[str], report_year: int) -> Point:
    number = int(match["ey"] or report_year)
    return _fixed(match, calendar.day(number, 12, 31) or calendar.year(number))


def _year_start(match: re.Match[str], report_year: int) -> Point:
    number = int(match["sty"] or report_year)
    return _fixed(match, calendar.day(number, 1, 1) or calendar.year(number))


def _end_of_month(match: re.Match[str], report_year: int) -> Point:
    return _fixed(match, calendar.months(report_year, 1, _month(match["em"])))


def _this_year(match: re.Match[str], report_year: int) -> Point:
    return _fixed(match, calendar.year(report_year))


def _last_year(match: re.Match[str], report_year: int) -> Point:
    return _fixed(match, calendar.year(report_year - 1))


def _since_the_year_began(match: re.Match[str], report_year: int) -> Point:
    return Point(match.start(), match.end(), calendar.since(calendar.year(report_year)), "since")


def _same(match: re.Match[str], report_year: int) -> Point:
    year = int(match["sameyear"]) if match["sameyear"] else report_year - 1 if match["prevyear"] else None
    words = match["same"].lower().split()
    relative = "month" if year is None and words[-1] == "month" else "same"
    return Point(match.start(), match.end(), NO_PERIOD, "same", relative=relative, year=year)


def _that(match: re.Match[str], report_year: int) -> Point:
    del report_year
    words = match[0].lower().split()
    relative = words[-1] if words[-1] in {"month", "year"} else "same"
    if "following" in words or "next" in words:
        relative = f"next {words[-1]}"
    return Point(match.start(), match.end(), NO_PERIOD, "same", relative=relative)


def _shifted(match: re.Match[str], report_year: int) -> Point:
    """Read how far `two days later` points, with the sign of its direction: `+2 day`."""
    del report_year
    sign = "+" if match["sw"].lower() in {"later", "afterward", "afterwards"} else "-"
    relative = f"{sign}{_count(match['sn'])} {match['su'].lower().rstrip('s')}"
    return Point(match.start(), match.end(), NO_PERIOD, "same", relative=relative)


def _vague(match: re.Match[str], report_year: int) -> Point:
    del report_year
    return Point(match.start(), match.end(), NO_PERIOD, "vague")


_QUARTERS = {"second": 2, "third": 3}
_MONTHS_OF = {"half": 6, "quarter": 3}


def _part(match: re.Match[str], report_year: int) -> Point:
    year = int(match["py"] or match["sy"] or match["qy"] or report_year)
    if match["quarter"]:
        last = 3 * _QUARTERS.get(match["quarter"].lower(), 4)
        return _fixed(match, calendar.months(year, last - 2, last))
    if match["half"]:
        return _fixed(match, calendar.months(year, 1, _MONTHS_OF[match["half"].lower()]))
    if match["n"] is None:
        return _fixed(match, calendar.months(year, 7, 12))
    count, unit = _count(match["n"]), match["pu"].lower()
    length = 3 * count if unit.startswith("quarter") else round(count * 7 / 30) if unit.startswith("week") else count
    return _fixed(match, calendar.months(year, 1, max(1, min(12, length))))


def _count(word: str) -> int:
    """Return a small number in words or digits; far more than any calendar holds is cut short."""
    lower = word.lower()
    return 1 if lower == "a" else number_words().cardinals.get(lower) or int(lower[:4])


_READERS: dict[str, Callable[[re.Match[str], int], Point]] = {
    "yearend": _year_end,
    "yearstart": _year_start,
    "byend": _this_year,
    "thisyear": _this_year,
    "sinceyear": _since_the_year_began,
    "shift": _shifted,
    "endof": _end_of_month,
    "lastyear": _last_year,
    "same": _same,
    "that": _that,
    "endmonth": _that,
    "vague": _vague,
    "part": _part,
}


def _month(name: str) -> int:
    return months()[name.lower()]


def _calendar_point(match: re.Match[str], report_year: int) -> Point | None:
    begin, end = match.span()
    if match["m"] or match["dm"]:
        return _day(match, report_year)
    if match["mm"]:
        period = calendar.month(int(match["y3"] or report_year), _month(match["mm"]))
        return Point(begin, end, period, "month", has_year=match["y3"] is not None)
    if match["ya"]:
        first, tail = int(match["ya"]), int(match["yb"])
        last = tail if tail > _CENTURY else first - first % _CENTURY + tail
        return Point(begin, end, calendar.spanned(calendar.year(first), calendar.year(last)), "year")
    first = int(match["decade"] or match["y"])
    last = first + 9 if match["decade"] else first
    return Point(begin, end, calendar.spanned(calendar.year(first), calendar.year(last)), "year")


def _day(match: re.Match[str], report_year: int) -> Point | None:
    month = _month(match["m"] or match["dm"])
    written = match["y1"] or match["y2"]
    year = int(written or report_year)
    number = re.match(r"\d+", match["d"] or match["dd"])
    first = calendar.day(year, month, int(number[0])) if number is not None else None
    if first is None:
        return None
    last = calendar.day(year, month, int(match["d2"])) if match["d2"] else None
    period = calendar.spanned(first, last) if last is not None else first
    return Point(match.start(), match.end(), period, "day", has_year=written is not None)
