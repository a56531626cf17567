"""Date expressions of a sentence: where they stand and what days they mean."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from pipeline.facts import calendar
from pipeline.facts.calendar import NO_PERIOD, Period
from pipeline.language.sentences import Sentence
from pipeline.numerals.dates import months
from pipeline.numerals.numeral import Role
from pipeline.numerals.quantities import Analysis
from pipeline.numerals.words import number_words

_CENTURY = 100


@dataclass(frozen=True, slots=True)
class Dating:
    """A date expression with its preposition, offsets in the paragraph."""

    start: int
    end: int
    period: Period
    relative: str | None = None
    """`same` for an expression that points back (`the same months of 2018`, `that night`): its days are those told before."""
    year: int | None = None
    """Year of a `same` expression, where it names one."""
    point: Period | None = None
    """The day or month that ends a span from the first of January (`by December 31`), for what is counted at a point in time."""
    modifies: bool = False
    """Whether it only narrows a noun (`the 2018 law`, `the January 26 election`) or names another event."""


@cache
def _pattern() -> re.Pattern[str]:
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


_PREPOSITION = re.compile(
    r"(?P<p>as\s+of|as\s+early\s+as|as\s+late\s+as|up\s+to|up\s+until|prior\s+to|ahead\s+of|through|throughout|since|between|during|from|until|till|before|after|following|by|in|on|at|of|for|over|to|and|or|around|about|late\s+in|early\s+in|within)"
    r"(?:\s+(?:the\s+(?:night|morning|evening|afternoon|month|months|year|years|week|day|weekend|end|beginning|start|period|summer|spring|winter|autumn|fall)\s+of\s+)?(?:the\s+|early\s+|late\s+|mid-?\s*)?)?$",
    re.IGNORECASE,
)
_LINK = re.compile(r"\s*(?:,\s*)?(?P<link>to|through|and|until|till|–|-)\s+(?:the\s+end\s+of\s+|late\s+|early\s+)?$")
# `ahead of elections on January 10`, `around parliamentary elections on …`: the date is the other event's.
_OTHER_EVENT = re.compile(r"\b(?:ahead of|prior to|around|following|before|after|until)\s+(?:[^\W\d_]+\s+){1,4}$")


@dataclass(frozen=True, slots=True)
class _Point:
    """A date as it stands, before its preposition is read."""

    start: int
    end: int
    period: Period
    kind: str
    has_year: bool
    relative: str | None = None
    year: int | None = None


def datings(analysis: Analysis, text: str, report_year: int) -> tuple[Dating, ...]:
    """Return the date expressions of a sentence of `text` in text order, ranges joined."""
    sentence = analysis.sentence
    if not _may_date(sentence):
        return ()
    undated = [(reading.figure.start, reading.figure.end) for reading in analysis.readings if reading.role in _UNDATED]
    points = [
        point
        for match in _pattern().finditer(text, sentence.start, sentence.end)
        if (point := _point(match, report_year, undated)) is not None
    ]
    return tuple(_joined(text, sentence.start, points, report_year))


_CUES = frozenset(
    "year years month months day days night week weeks period time quarter quarters half decade decades previously past "
    "historically evening morning afternoon weekend century ago today yesterday".split()
)


def _may_date(sentence: Sentence) -> bool:
    """Tell whether a sentence has a word of time or a number of four digits; the pattern need not look at the others."""
    words = sentence.words
    return (
        not _CUES.isdisjoint(words)
        or not months().keys().isdisjoint(words)
        or any(len(word) >= 4 and word[:4].isdecimal() for word in words)  # noqa: PLR2004 - a year
    )


_UNDATED = frozenset({Role.QUANTITY, Role.REFERENCE, Role.NAME})


def _is_undated(match: re.Match[str], group: str, undated: Sequence[tuple[int, int]]) -> bool:
    """Tell whether a figure that looks like a day or year counts or points at a law (`in April 57 persons`, `Law 6/2010`)."""
    if match[group] is None:
        return False
    return any(begin < match.end(group) and match.start(group) < end for begin, end in undated)


def _point(match: re.Match[str], report_year: int, undated: Sequence[tuple[int, int]]) -> _Point | None:  # noqa: PLR0911 - one return for each kind of expression
    found = match.groupdict()
    begin, end = match.span()
    if found["yearend"]:
        number = int(found["ey"] or found["ey2"] or report_year)
        return _Point(begin, end, _last_day(number), "fixed", has_year=True)
    if found["byend"] or found["thisyear"]:
        return _Point(begin, end, calendar.year(report_year), "fixed", has_year=True)
    if found["sinceyear"]:
        return _Point(begin, end, calendar.since(calendar.year(report_year)), "since", has_year=True)
    if found["shift"]:
        return _Point(begin, end, NO_PERIOD, "same", has_year=True, relative=_shift(found))
    if found["endof"]:
        return _Point(begin, end, calendar.months(report_year, 1, months()[found["em"].lower()]), "fixed", has_year=True)
    if found["lastyear"]:
        return _Point(begin, end, calendar.year(report_year - 1), "fixed", has_year=True)
    if found["same"]:
        if _SAME_MOMENT.search(found["same"]) and not found["sameyear"]:
            return _Point(begin, end, NO_PERIOD, "same", has_year=True, relative="same")
        if found["same"].lower().endswith("month") and not (found["sameyear"] or found["prevyear"]):
            return _Point(begin, end, NO_PERIOD, "same", has_year=True, relative="month")
        number_of_year = int(found["sameyear"]) if found["sameyear"] else report_year - 1 if found["prevyear"] else None
        return _Point(begin, end, NO_PERIOD, "same", has_year=True, relative="same", year=number_of_year)
    if found["that"] or found["endmonth"]:
        return _Point(begin, end, NO_PERIOD, "same", has_year=True, relative=_relation(found["that"] or found["endmonth"] or ""))
    if found["vague"]:
        return _Point(begin, end, NO_PERIOD, "vague", has_year=True)
    if found["part"]:
        return _Point(begin, end, _part(found, report_year), "fixed", has_year=True)
    if found["m"] and _is_undated(match, "d", undated):
        month = calendar.month(report_year, months()[found["m"].lower()])
        return _Point(begin, match.end("m"), month, "month", has_year=False)
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


def _calendar_point(found: dict[str, str | None], begin: int, end: int, report_year: int) -> _Point | None:
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
        return _Point(begin, end, period, "day", has_year=written is not None)
    if found["mm"]:
        written = found["y3"]
        return _Point(begin, end, calendar.month(int(written or report_year), months()[found["mm"].lower()]), "month", has_year=written is not None)
    if found["ya"]:
        first_year, tail = int(found["ya"]), int(found["yb"] or 0)
        last_year = tail if tail > _CENTURY else first_year - first_year % _CENTURY + tail
        return _Point(begin, end, calendar.spanned(calendar.year(first_year), calendar.year(last_year)), "year", has_year=True)
    if found["decade"]:
        first_year = int(found["decade"])
        return _Point(begin, end, calendar.spanned(calendar.year(first_year), calendar.year(first_year + 9)), "year", has_year=True)
    if found["y"]:
        return _Point(begin, end, calendar.year(int(found["y"])), "year", has_year=True)
    return None


def _joined(text: str, sentence_start: int, points: list[_Point], report_year: int) -> Iterator[Dating]:
    index = 0
    while index < len(points):
        point = points[index]
        opening = _PREPOSITION.search(text, sentence_start, point.start)
        preposition = re.sub(r"\s+", " ", opening.group("p").lower()) if opening and opening.end() == point.start else ""
        begin = opening.start() if preposition and opening is not None else point.start
        joined = _range(text, points, index, preposition)
        if joined is not None:
            last, period = joined
            yield Dating(begin, points[last].end, period, modifies=_narrows(text, begin, points[last], preposition))
            index = last + 1
            continue
        yield _single(text, begin, point, preposition, report_year)
        index += 1


def _range(text: str, points: list[_Point], index: int, preposition: str) -> tuple[int, Period] | None:
    """Join `from A to B`, `between A and B`, `A through B`, and two months with `and`; a year at the end serves both."""
    if index + 1 >= len(points) or points[index].relative or points[index + 1].relative:
        return None
    left, right = points[index], points[index + 1]
    link = _LINK.match(text, left.end, right.start)
    if link is None or link.end() != right.start:
        return None
    word = link.group("link")
    if word == "and" and preposition != "between" and not (left.kind == right.kind == "month"):
        return None
    first, last = left.period, right.period
    if not left.has_year and right.has_year and last.end is not None:
        first = calendar.moved_to(first, last.end.year)
    elif left.has_year and not right.has_year and first.start is not None and not _reaches_report_year(first, last, word):
        last = calendar.moved_to(last, first.start.year)
    if first.start is not None and last.end is not None and first.start > last.end:
        return None
    return index + 1, calendar.spanned(first, last)


def _reaches_report_year(first: Period, last: Period, link: str) -> bool:
    """Tell whether `from May 2014 through November` ends in the report's year: the end names none, and begins no earlier."""
    return link == "through" and first.start is not None and last.start is not None and first.start.year == last.start.year - 1


def _single(text: str, begin: int, point: _Point, preposition: str, report_year: int) -> Dating:
    period, ending = point.period, None
    if point.kind == "day" and period.start is not None and _WEEK.search(text[max(0, point.start - 20) : point.start]):
        period = calendar.week(period.start)
    modifies = _narrows(text, begin, point, preposition)
    if point.relative is None and point.kind in {"day", "month", "year", "fixed"} and period.start is not None:
        # `through June`, `by August 12`: from the first day of the year; `since 2011`: from then, open.
        year = period.start.year
        if preposition in {"through", "throughout", "until", "till", "up to", "up until"} and point.kind in {"day", "month"}:
            period = calendar.spanned(calendar.year(year), period)
        elif preposition == "by" and point.kind in {"day", "month"}:
            ending = period
            period = calendar.spanned(calendar.year(year), period)
        elif preposition == "since":
            period = calendar.since(period)
    if point.kind == "vague":
        period = NO_PERIOD
    before = text[max(0, begin - 70) : begin]
    published = preposition in {"in", "on"} and _PUBLISHED.search(before) is not None
    other = preposition in {"ahead of", "prior to", "after", "following", "before"} or _OTHER_EVENT.search(before) is not None
    opening = text[point.start : point.end].split(maxsplit=1)[0] if point.relative is not None else ""
    measured = _MEASURED.search(f"{text[max(0, begin - 70) : point.start]}{opening} ".replace("  ", " ")) is not None
    if other or measured or published or (preposition == "of" and _LAW.search(before) is not None):
        modifies = True
    return Dating(begin, point.end, period, point.relative, point.year, ending, modifies)


_WEEK = re.compile(r"\bweek\s+(?:of|beginning|starting)\s+$", re.IGNORECASE)
# `an increase of 20 percent since 2008`, `more than in 2018`, `double the number of 2018`: the date is that of the measure.
_MEASURED = re.compile(
    r"(?:\b(?:increase|rise|decrease|decline|drop|growth|reduction|change|jump|fall|surge)\b(?:\s+[\w.-]+){0,4}\s+(?:since|over|from|on)"
    r"|\b(?:first|highest|lowest|largest|worst|most|fewest|deadliest|biggest|only|time)\b(?:\s+[\w’'-]+){0,5}\s+since"
    r"|\b(?:than|as)\s+(?:in|during|for)|\b(?:compared\s+(?:with|to)|relative\s+to|versus)"
    r"|\b(?:double|twice|half|triple|than|exceeding|surpassing|exceeded|matched)\s+(?:the|that)\s+(?:\w+\s+){0,2}(?:of|in|for|from))\s+(?:the\s+)?$",
    re.IGNORECASE,
)
# `a report published in November`, `data released on May 2`: when it came out, not what it tells.
_PUBLISHED = re.compile(
    r"\b(?:reports?|data|statistics|figures|surveys?|study|studies|lists?|bulletin|article|paper)\s+(?:[\w’'-]+\s+){0,5}"
    r"(?:published|released|issued|dated|public)\s+$",
    re.IGNORECASE,
)
# `a decree of 2002`, `the law of March 3`: the date is part of its name.
_LAW = re.compile(
    r"\b(?:laws?|acts?|decrees?|code|constitution|order|ordinance|regulation|resolution|agreement|treaty|accord|amendments?"
    r"|census|coup|revolution|genocide|war|constitution|charter|convention|protocol|ruling)\s+$",
    re.IGNORECASE,
)


_AFTER = re.compile(r"\s+(?P<w>[^\W\d_]+)")
# `the December presidential election`, `the February vote`: the date of what is told.
_VOTE_AFTER = re.compile(
    r"\s+(?:[^\W\d_]+\s+){0,2}(?:elections?|vote|votes|voting|runoff|run-off|polls?|referendum|balloting|by-elections?)\b"
    r"|\s+(?:[^\W\d_]+\s+)?(?:pardon|amnesty|release|arrest|detention|execution|killing|abduction|deportation|conviction)s?\s+of\b"
)


def _narrows(text: str, begin: int, point: _Point, preposition: str) -> bool:
    """Tell whether a date narrows the noun after it (`the 2018 law`, `in the January 26 election` dates the election told)."""
    if point.kind not in {"day", "month", "year"}:
        return False
    opening = text[max(0, begin - 30) : point.start]
    timed = point.kind in {"day", "month"} or preposition in {"in", "during"}
    if timed and _VOTE_AFTER.match(text, point.end):
        return False
    if re.search(r"\b(?:the|a|an|its|their|his|her)\s+$", opening) and _AFTER.match(text, point.end):
        return not re.search(r"\b(?:in|on|at|during|of|for)\s+the\s+$", opening, re.IGNORECASE) or point.kind == "year"
    return preposition == "" and bool(_AFTER.match(text, point.end)) and point.kind == "year"
