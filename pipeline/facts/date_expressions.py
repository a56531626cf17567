"""The expressions that stand for dates, and what days each means by itself."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from pipeline.facts import calendar
from pipeline.facts.calendar import NO_PERIOD, Period
from pipeline.numerals.dates import months
from pipeline.numerals.numeral import Role
from pipeline.numerals.words import number_words

_CENTURY = 100


@cache
def date_pattern() -> re.Pattern[str]:
    names = "|".join(sorted((name.capitalize() for name in months()), key=len, reverse=True))
    number = "|".join([*number_words().cardinals, r"\d+"])
    day = r"\d{1,2}(?:st|nd|rd|th)?"
    full = (
        rf"(?:(?P<m>{names})\.?\s+(?P<d>{day})(?:\s?[–-]\s?(?P<d2>\d{{1,2}}))?(?!\d|[.,]\d)(?:,\s*(?P<y1>\d{{4}}))?"
        rf"|(?P<dd>{day})\s+(?:of\s+)?(?P<dm>{names})\b(?:,?\s+(?P<y2>\d{{4}}))?"
        rf"|(?P<mm>{names})\b\.?(?:,?\s+(?:of\s+)?(?P<y3>\d{{4}}))?"
        r"|(?P<ya>(?:1[5-9]|20)\d\d)\s?[–-]\s?(?P<yb>\d{4}|\d{2})\b"
        r"|(?P<decade>(?:1[5-9]|20)\d0)s\b"
        r"|(?P<y>(?:1[5-9]|20)\d\d)(?![\d,.]\d|\d))"
    )
    part = (
        rf"(?P<part>(?:the\s+)?first\s+(?:(?P<n>{number})\s+(?P<pu>months?|weeks?|quarters?)|(?P<half>half|quarter))"
        r"(?:\s+of\s+(?:the\s+year|(?P<py>\d{4})))?"
        r"|(?:the\s+)?(?P<quarter>second|third|fourth|last|final)\s+quarter(?:\s+of\s+(?:the\s+year|(?P<qy>\d{4})))?"
        r"|(?:the\s+)?second\s+half\s+of\s+(?:the\s+year|(?P<sy>\d{4})))"
    )
    shift = rf"(?P<shift>(?P<sn>{number}|a)\s+(?P<su>days?|weeks?|months?|years?)\s+(?P<sw>earlier|before|previously|ago|later|afterwards?))\b"
    phrase = (
        r"(?P<yearend>(?:at\s+|as\s+of\s+)(?:the\s+)?(?:year['’]s\s+end|end\s+of\s+(?:the\s+year|(?P<ey>\d{4}))|the\s+end\s+of\s+(?:the\s+year|(?P<ey2>\d{4})))"
        r"|at\s+year-end)"
        r"|(?P<byend>by\s+(?:the\s+)?(?:year['’]s\s+end|end\s+of\s+the\s+year|the\s+end\s+of\s+the\s+year))"
        rf"|(?P<endof>(?:by|through|until)\s+(?:the\s+)?end\s+of\s+(?P<em>{names}))\b"
        r"|(?P<endmonth>by\s+the\s+end\s+of\s+(?:the|that)\s+month)"
        r"|(?P<thisyear>(?:during|over|in|throughout|through|within|for)\s+(?:all\s+of\s+)?the\s+(?:reporting\s+|calendar\s+)?year\b(?!\s+(?:before|earlier|\d))|throughout\s+the\s+year|this\s+year|so\s+far\s+in\s+the\s+year|the\s+reporting\s+period)"
        r"|(?P<lastyear>(?:in|during|over|from|than\s+in|for)?\s*the\s+(?:previous|preceding|prior)\s+(?:calendar\s+|reporting\s+|fiscal\s+)?(?:year|reporting\s+period)|a\s+year\s+earlier|the\s+year\s+before|last\s+year)"
        r"|(?P<same>(?:in|during|over|for|of|from)?\s*(?:the\s+)?(?:same|corresponding|comparable|equivalent)\s+(?:period|months?|time|time\s+frame|quarter|half|day|night|weekend|week)(?:\s+(?:of|in|for|the)\s+(?:(?P<sameyear>\d{4})|(?P<prevyear>(?:the\s+)?(?:previous|preceding|prior)\s+year|the\s+year\s+before|year\s+before|previous\s+year)))?)"
        r"|(?P<that>(?:the\s+)?(?:same\s+day|same\s+month|same\s+night|(?:following|next)\s+(?:day|month|year))|(?:later\s+)?that\s+(?:same\s+)?(?:day|night|month|week|year|evening|morning|afternoon)\b(?!\s+(?:of|in|when))|(?:within|in|during|later\s+in)\s+the\s+(?:same|(?:last|first|second|third|final)\s+week\s+of\s+the)\s+month|later\s+in\s+the\s+month|election\s+day)"
        r"|(?P<sinceyear>since\s+(?:the\s+)?(?:beginning|start)\s+of\s+the\s+(?:reporting\s+)?year)"
        r"|(?P<vague>(?:over|in|during|for|within)\s+the\s+(?:past|last|previous|preceding)\s+(?:\w+\s+){0,2}(?:years|decades?)\b|for\s+(?:many\s+)?(?:years|decades)\b|in\s+recent\s+(?:years|decades)|previously\b|in\s+the\s+past\b|in\s+previous\s+years|in\s+prior\s+years|over\s+the\s+years|historically)"
    )
    return re.compile(rf"\b(?:(?i:{phrase})|(?i:{part})|(?i:{shift})|{full})")


@dataclass(frozen=True, slots=True)
class Point:
    """A date as it stands, before its preposition is read."""

    start: int
    end: int
    period: Period
    kind: str
    has_year: bool
    relative: str | None = None
    year: int | None = None


UNDATED = frozenset({Role.QUANTITY, Role.REFERENCE, Role.NAME})


def _is_undated(match: re.Match[str], group: str, undated: Sequence[tuple[int, int]]) -> bool:
    """Tell whether a figure that looks like a day or year counts or points at a law (`in April 57 persons`, `Law 6/2010`)."""
    if match[group] is None:
        return False
    return any(begin < match.end(group) and match.start(group) < end for begin, end in undated)


def point_of(match: re.Match[str], report_year: int, undated: Sequence[tuple[int, int]]) -> Point | None:  # noqa: PLR0911 - one return for each kind of expression
    found = match.groupdict()
    begin, end = match.span()
    if found["yearend"]:
        number = int(found["ey"] or found["ey2"] or report_year)
        return Point(begin, end, _last_day(number), "fixed", has_year=True)
    if found["byend"] or found["thisyear"]:
        return Point(begin, end, calendar.year(report_year), "fixed", has_year=True)
    if found["sinceyear"]:
        return Point(begin, end, calendar.since(calendar.year(report_year)), "since", has_year=True)
    if found["shift"]:
        return Point(begin, end, NO_PERIOD, "same", has_year=True, relative=_shift(found))
    if found["endof"]:
        return Point(begin, end, calendar.months(report_year, 1, months()[found["em"].lower()]), "fixed", has_year=True)
    if found["lastyear"]:
        return Point(begin, end, calendar.year(report_year - 1), "fixed", has_year=True)
    if found["same"]:
        if _SAME_MOMENT.search(found["same"]) and not found["sameyear"]:
            return Point(begin, end, NO_PERIOD, "same", has_year=True, relative="same")
        if found["same"].lower().endswith("month") and not (found["sameyear"] or found["prevyear"]):
            return Point(begin, end, NO_PERIOD, "same", has_year=True, relative="month")
        number_of_year = int(found["sameyear"]) if found["sameyear"] else report_year - 1 if found["prevyear"] else None
        return Point(begin, end, NO_PERIOD, "same", has_year=True, relative="same", year=number_of_year)
    if found["that"] or found["endmonth"]:
        return Point(
            begin, end, NO_PERIOD, "same", has_year=True, relative=_relation(found["that"] or found["endmonth"] or "")
        )
    if found["vague"]:
        return Point(begin, end, NO_PERIOD, "vague", has_year=True)
    if found["part"]:
        return Point(begin, end, _part(found, report_year), "fixed", has_year=True)
    if found["m"] and _is_undated(match, "d", undated):
        month = calendar.month(report_year, months()[found["m"].lower()])
        return Point(begin, match.end("m"), month, "month", has_year=False)
    if any(_is_undated(match, group, undated) for group in ("y", "ya", "decade", "dd")):
        return None
    return _calendar_point(found, begin, end, report_year)


_SAME_MOMENT = re.compile(r"same\s+(?:time|day|night|weekend|week)", re.IGNORECASE)


def _relation(words: str) -> str:
    """Return what an expression that points back means: the same days, the month or year around them, or the day after."""
    last = words.lower().split()
    if "following" in last or "next" in last:
        return "next " + last[-1]
    return last[-1] if last[-1] in {"month", "year"} else "same"


def _shift(found: dict[str, str | None]) -> str:
    """Return how far an expression such as `two days later` points, with the sign of its direction: `+2 day`."""
    word = (found["sn"] or "").lower()
    count = 1 if word == "a" else number_words().cardinals.get(word) or int(word)
    sign = "+" if (found["sw"] or "").lower() in {"later", "after", "afterward", "afterwards"} else "-"
    return f"{sign}{count} {(found['su'] or '').lower().rstrip('s')}"


def _last_day(year: int) -> Period:
    found = calendar.day(year, 12, 31)
    return found if found is not None else calendar.year(year)


_QUARTERS = {"second": 2, "third": 3}


def _part(found: dict[str, str | None], report_year: int) -> Period:
    year = int(found["py"] or found["sy"] or found["qy"] or report_year)
    if found["quarter"]:
        last = 3 * _QUARTERS.get(found["quarter"].lower(), 4)
        return calendar.months(year, last - 2, last)
    if (found["part"] or "").removeprefix("the ").startswith("second"):
        return calendar.months(year, 7, 12)
    if found["half"]:
        return calendar.months(year, 1, 6 if found["half"] == "half" else 3)
    count = number_words().cardinals.get(found["n"] or "") or int(found["n"] or 1)
    if (found["pu"] or "").startswith("quarter"):
        return calendar.months(year, 1, min(12, 3 * count))
    if (found["pu"] or "").startswith("week"):
        return calendar.months(year, 1, max(1, min(12, round(count * 7 / 30))))
    return calendar.months(year, 1, min(12, max(1, count)))


def _calendar_point(found: dict[str, str | None], begin: int, end: int, report_year: int) -> Point | None:
    if found["m"] or found["dm"]:
        month = months()[(found["m"] or found["dm"] or "").lower()]
        written = found["y1"] or found["y2"]
        number = int(re.sub(r"\D", "", found["d"] or found["dd"] or "0"))
        year = int(written or report_year)
        first = calendar.day(year, month, number)
        if first is None:
            return None
        last = calendar.day(year, month, int(found["d2"])) if found["d2"] else None
        period = calendar.spanned(first, last) if last is not None else first
        return Point(begin, end, period, "day", has_year=written is not None)
    if found["mm"]:
        written = found["y3"]
        return Point(
            begin,
            end,
            calendar.month(int(written or report_year), months()[found["mm"].lower()]),
            "month",
            has_year=written is not None,
        )
    if found["ya"]:
        first_year, tail = int(found["ya"]), int(found["yb"] or 0)
        last_year = tail if tail > _CENTURY else first_year - first_year % _CENTURY + tail
        return Point(
            begin, end, calendar.spanned(calendar.year(first_year), calendar.year(last_year)), "year", has_year=True
        )
    if found["decade"]:
        first_year = int(found["decade"])
        return Point(
            begin,
            end,
            calendar.spanned(calendar.year(first_year), calendar.year(first_year + 9)),
            "year",
            has_year=True,
        )
    if found["y"]:
        return Point(begin, end, calendar.year(int(found["y"])), "year", has_year=True)
    return None
