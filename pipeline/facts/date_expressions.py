"""The expressions that stand for dates, and what days each means by itself."""

import re
from collections.abc import Callable, Sequence
from functools import cache

from pipeline.facts import calendar
from pipeline.facts.calendar import NO_PERIOD, Period
from pipeline.facts.calendar_dates import (
    Point,
    calendar_dates,
    calendar_point,
    count_of,
    month_names,
    month_number,
    number_pattern,
    opening,
)
from pipeline.numerals.words import number_words

_YEAR = r"[12]\d{3}"
_BEFORE = r"(?:previous|preceding|prior)"
_PREVIOUS = rf"(?:the\s+)?{_BEFORE}\s+year|(?:the\s+)?year\s+before|(?:the\s+)?last\s+year|a\s+year\s+earlier"
# `the previously ruling party`, `30 previously held men`: what it tells of is the noun.
_PREVIOUSLY = r"(?<!\bthe )(?<!\ba )(?<!\bits )(?<!\btheir )(?<!\bof )(?<!\bfor )(?<!\d )previously\b"
_SAME = r"(?:same|corresponding|comparable|equivalent)"
_THE_YEAR = r"the\s+(?:reporting\s+|calendar\s+|entire\s+|whole\s+|full\s+)?year"


@cache
def date_pattern() -> re.Pattern[str]:
    """Return the pattern of all date expressions; the same object at every call."""
    phrases = "|".join(
        rf"(?={_COUNTED.get(name, '')}{opening(words.split())})(?P<{name}>(?i:{pattern}))"
        for name, words, pattern in _phrases()
    )
    return re.compile(rf"\b(?:{phrases}|{calendar_dates()})")


@cache
def calendar_pattern() -> re.Pattern[str]:
    """Return the pattern of the dates of the calendar alone; the same object at every call."""
    return re.compile(rf"\b(?:{calendar_dates()})")


# What else opens an expression that begins with a count.
_COUNTED = {"shift": r"\d|"}


def phrase_openers() -> frozenset[str]:
    """Return the words that open an expression in words; digits may too."""
    return frozenset(word for _, words, _ in _phrases() for word in words.split())


# Since a beginning that the text does not date.
_BEGINNING = "inception|creation|establishment|founding|foundation|formation|launch|introduction"


def _phrases() -> tuple[tuple[str, str, str], ...]:
    """Return the expressions in words, in the order in which they are tried.

    Each is the name of its group, the words that open it, and its pattern.
    """
    number = number_pattern()
    end_of_year = rf"(?:year['’]s\s+end|(?:the\s+)?end\s+of\s+(?:{_THE_YEAR}|(?P<ey>{_YEAR})))"
    return (
        ("yearend", "at as", rf"(?:at|as\s+of)\s+(?:the\s+)?{end_of_year}|at\s+year-end"),
        (
            "yearstart",
            "at as",
            rf"(?:at|as\s+of)\s+the\s+(?:start|beginning)\s+of\s+(?:{_THE_YEAR}|(?P<sty>{_YEAR}))\b",
        ),
        # `from May to the end of the year`
        (
            "rangeend",
            "the end year year's year-end",
            rf"(?:(?<=\bto\s)|(?<=\band\s)|(?<=through\s)|(?<=until\s))(?:(?:the\s+)?end\s+of\s+{_THE_YEAR}|year['’]s\s+end|year-end)\b",
        ),
        ("byend", "by", rf"by\s+(?:the\s+)?(?:year['’]s\s+end|end\s+of\s+{_THE_YEAR})"),
        (
            "atend",
            "at as",
            rf"(?:at|as\s+of)\s+the\s+(?P<side>start|beginning|end)\s+of\s+(?P<am>{month_names()})\b(?:\s+(?P<ay>{_YEAR}))?",
        ),
        ("endof", "by through until", rf"(?:by|through|until)\s+(?:the\s+)?end\s+of\s+(?P<em>{month_names()})\b"),
        ("endmonth", "by", r"by\s+the\s+end\s+of\s+(?:the|that)\s+month"),
        (
            "thisyear",
            "during over in throughout through within for this so the",
            (
                rf"(?:during|over|in|throughout|through|within|for)\s+(?:all\s+of\s+|the\s+course\s+of\s+)?{_THE_YEAR}\b(?!\s+(?:before|earlier|ending|ended|[12]\d{{3}}\b))"
                r"|this\s+year|so\s+far\s+in\s+the\s+year|the\s+reporting\s+period|(?:this|the)\s+past\s+year"
                rf"|the\s+(?:beginning|start)\s+of\s+{_THE_YEAR}"
            ),
        ),
        (
            "lastyear",
            "in during over from than for the a last",
            (
                rf"(?:(?:in|during|over|from|than\s+in|for)\s+)?the\s+{_BEFORE}\s+(?:(?:calendar\s+|reporting\s+|fiscal\s+)?year"
                r"|reporting\s+period)|a\s+year\s+earlier|the\s+year\s+before|last\s+year"
            ),
        ),
        (
            "same",
            "in during over for of from the same corresponding comparable equivalent",
            (
                rf"(?:(?:in|during|over|for|of|from)\s+)?(?:the\s+)?{_SAME}\s+"
                r"(?:period|months?|time\s+frame|time|quarter|half|day|night|weekend|week)"
                rf"(?:\s+(?:(?:of|in|for|the)\s+)?(?:(?P<sameyear>{_YEAR})|(?P<prevyear>{_PREVIOUS})))?"
            ),
        ),
        (
            "that",
            "the following next election later that within in during",
            (
                r"(?:the\s+)?(?:following|next)\s+(?:day|month|year)|election\s+day|later\s+in\s+the\s+month"
                r"|(?:later\s+)?that\s+(?:same\s+)?(?:day|night|month|week|year|evening|morning|afternoon)\b(?!\s+(?:of|in|when))"
                r"|(?:within|in|during)\s+the\s+(?:last|first|second|third|final)\s+week\s+of\s+the\s+month"
            ),
        ),
        (
            "sincethen",
            "since",
            # `Since then it has freed 12 more`, `It has since received 400 complaints`
            r"since\s+then\b|(?:(?<=\bhas )|(?<=\bhave ))since(?=\s+[^\W\d_]+(?:ed|en)\b)",
        ),
        ("sinceyear", "since", rf"since\s+(?:the\s+)?(?:beginning|start)\s+of\s+{_THE_YEAR}"),
        (
            "vague",
            "over in during for within previously historically since",
            (
                rf"(?:over|in|during|for|within)\s+the\s+(?:past|last|{_BEFORE})\s+(?:\w+\s+){{0,2}}(?:years|decades?)\b"
                r"|for\s+(?:many\s+)?(?:years|decades)\b|in\s+recent\s+(?:years|decades)|in\s+the\s+past\b(?!\s+year\b)"
                rf"|{_PREVIOUSLY}"
                rf"|in\s+{_BEFORE}\s+years|over\s+the\s+years|historically\b(?!\s+(?:low|high)\b)"
                # `from 65 percent in the previous election`
                rf"|in\s+the\s+(?:previous|preceding|outgoing)\s+(?:\w+\s+)?(?:elections?|polls?|vote|parliament|legislature|assembly)\b"
                rf"|since\s+(?:its|their|(?:the\s+)?\w+['’]s)\s+(?:{_BEGINNING})\b(?!\s+(?:in|on)\b)"
            ),
        ),
        (
            "part",
            "the first second latter third fourth last final",
            (
                rf"(?:the\s+)?first\s+(?:(?P<n>{number})\s+(?P<pu>months?|weeks?|quarters?)|(?P<half>half|quarter))"
                rf"{_of_year('py')}?"
                rf"|(?:the\s+)?first\s+(?P<dn>{number})\s+days\s+of\s+(?P<dnm>{month_names()})\b(?:\s+(?P<dny>{_YEAR}))?"
                rf"|(?:the\s+)?(?P<quarter>second|third|fourth|last|final)\s+quarter{_of_year('qy')}?"
                rf"|(?:the\s+)?(?:second|latter)\s+half{_of_year('sy')}"
                rf"|(?:the\s+)?(?:last|final)\s+(?P<ln>{number})\s+months{_of_year('ly')}"
            ),
        ),
        (
            "shift",
            " ".join((*number_words().cardinals, "a")),
            (
                rf"(?P<sn>{number}|a)\s+(?P<su>days?|weeks?|months?|years?)\s+"
                # `two weeks before the vote` tells of another event.
                r"(?P<sw>earlier|before(?!\s+[^\W\d_])|previously|ago|later|afterwards?)\b"
            ),
        ),
    )


def _of_year(group: str) -> str:
    return rf"(?:\s+of\s+(?:the\s+year|(?P<{group}>{_YEAR})))"


def point_of(match: re.Match[str], report_year: int, undated: Sequence[tuple[int, int]]) -> Point | None:
    """Return the date of a match, null where it is none: a day that no month has, or a figure that counts.

    `undated` are the stretches of figures known to be no part of a date (`in April 57 persons`, `Law 6/2010`).
    """
    if match.re is not calendar_pattern():
        for group, read in _READERS.items():
            if match[group] is not None:
                return read(match, report_year)
    return calendar_point(match, report_year, undated)


def _fixed(match: re.Match[str], period: Period) -> Point:
    return Point(match.start(), match.end(), period, "fixed")


def _moment(match: re.Match[str], period: Period) -> Point:
    return Point(match.start(), match.end(), period, "moment")


def _range_end(match: re.Match[str], report_year: int) -> Point:
    return Point(match.start(), match.end(), calendar.day(report_year, 12, 31) or calendar.year(report_year), "day")


def _year_end(match: re.Match[str], report_year: int) -> Point:
    number = int(match["ey"] or report_year)
    return _moment(match, calendar.day(number, 12, 31) or calendar.year(number))


def _year_start(match: re.Match[str], report_year: int) -> Point:
    number = int(match["sty"] or report_year)
    return _moment(match, calendar.day(number, 1, 1) or calendar.year(number))


def _side_of_month(match: re.Match[str], report_year: int) -> Point:
    month = calendar.month(int(match["ay"] or report_year), month_number(match["am"]))
    moment = month.end if match["side"].lower() == "end" else month.start
    return _moment(match, Period(moment, moment))


def _end_of_month(match: re.Match[str], report_year: int) -> Point:
    return _fixed(match, calendar.months(report_year, 1, month_number(match["em"])))


def _this_year(match: re.Match[str], report_year: int) -> Point:
    return _fixed(match, calendar.year(report_year))


def _last_year(match: re.Match[str], report_year: int) -> Point:
    return _fixed(match, calendar.year(report_year - 1))


def _since_then(match: re.Match[str], report_year: int) -> Point:
    del report_year
    return Point(match.start(), match.end(), NO_PERIOD, "same", relative="since")


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
    """Read how far `two days later` points, with the sign of its direction: `+2 day`; `ago` is before the report."""
    if match["sw"].lower() == "ago" and match["su"].lower().startswith("year"):
        return _fixed(match, calendar.year(report_year - count_of(match["sn"])))
    sign = "+" if match["sw"].lower() in {"later", "afterward", "afterwards"} else "-"
    relative = f"{sign}{count_of(match['sn'])} {match['su'].lower().rstrip('s')}"
    return Point(match.start(), match.end(), NO_PERIOD, "same", relative=relative)


def _vague(match: re.Match[str], report_year: int) -> Point:
    del report_year
    return Point(match.start(), match.end(), NO_PERIOD, "vague")


_QUARTERS = {"second": 2, "third": 3}
_MONTHS_OF = {"half": 6, "quarter": 3}


def _part(match: re.Match[str], report_year: int) -> Point:
    year = int(match["py"] or match["sy"] or match["qy"] or match["dny"] or match["ly"] or report_year)
    if match["dn"]:
        month = month_number(match["dnm"])
        whole = calendar.month(year, month)
        return _fixed(match, calendar.spanned(whole, calendar.day(year, month, count_of(match["dn"])) or whole))
    if match["quarter"]:
        last = 3 * _QUARTERS.get(match["quarter"].lower(), 4)
        return _fixed(match, calendar.months(year, last - 2, last))
    if match["ln"]:
        return _fixed(match, calendar.months(year, max(1, 13 - count_of(match["ln"])), 12))
    if match["half"]:
        return _fixed(match, calendar.months(year, 1, _MONTHS_OF[match["half"].lower()]))
    if match["n"] is None:
        return _fixed(match, calendar.months(year, 7, 12))
    count, unit = count_of(match["n"]), match["pu"].lower()
    length = 3 * count if unit.startswith("quarter") else round(count * 7 / 30) if unit.startswith("week") else count
    return _fixed(match, calendar.months(year, 1, max(1, min(12, length))))


_READERS: dict[str, Callable[[re.Match[str], int], Point]] = {
    "yearend": _year_end,
    "rangeend": _range_end,
    "yearstart": _year_start,
    "byend": _this_year,
    "thisyear": _this_year,
    "sincethen": _since_then,
    "sinceyear": _since_the_year_began,
    "shift": _shifted,
    "endof": _end_of_month,
    "atend": _side_of_month,
    "lastyear": _last_year,
    "same": _same,
    "that": _that,
    "endmonth": _that,
    "vague": _vague,
    "part": _part,
}
