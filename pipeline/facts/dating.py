"""Date expressions of a sentence: where they stand and what days they mean."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from pipeline.facts.bare_months import is_no_month
from pipeline.facts.calendar_dates import UNDATED, Point, opening
from pipeline.facts.date_contexts import CONNECTED
from pipeline.facts.date_expressions import point_of
from pipeline.facts.date_ranges import range_of
from pipeline.facts.date_search import date_matches
from pipeline.facts.dated_nouns import (
    clause_reach,
    dates_vote,
    event_reach,
    follows_event,
    narrows,
    tells_of_vote,
    told_of,
)
from pipeline.facts.deed_dates import CHARGING, deed_before
from pipeline.facts.lawmaking_dates import LAWMAKING, dates_lawmaking
from pipeline.facts.single_dates import Dating, single_date
from pipeline.numerals.quantities import Analysis

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
# From `in connection with` to the date of what it names.
_CONNECTION_REACH = 130
# Characters from one date to another that `and` joins to it: `the March vote and referendum and the October vote`.
_JOINT_REACH = 60


def datings(analysis: Analysis, text: str, report_year: int) -> tuple[Dating, ...]:
    """Return the date expressions of a sentence of `text` in text order, ranges joined."""
    sentence = analysis.sentence
    undated = [(reading.figure.start, reading.figure.end) for reading in analysis.readings if reading.role in UNDATED]
    points: list[Point] = []
    year = report_year
    for match in date_matches(text, sentence):
        if match["mm"] is not None and match["y3"] is None and is_no_month(text, sentence.start, match):
            continue
        point = point_of(match, year, undated)
        if point is not None:
            points.append(point)
            year = _year_of_clause(text, sentence.start, points, report_year)
    if not points:
        return ()
    found = tuple(_joined(text, (sentence.start, sentence.end), points, each="respectively" in sentence.words))
    if not CHARGING.isdisjoint(sentence.words):
        found = tuple(_charged(text, sentence.start, one, report_year) for one in found)
    if LAWMAKING.isdisjoint(sentence.words) and "amendments" not in sentence.words:
        return found
    return tuple(_enacting(text, sentence.start, one, report_year) for one in found)


def _charged(text: str, sentence_start: int, dating: Dating, report_year: int) -> Dating:
    """Return a date with where the deed begins of which it tells, done in a year before the charge."""
    begin = dating.period.start
    if dating.modifies or begin is None or begin.year >= report_year or dating.relative is not None:
        return dating
    deed = deed_before(text, sentence_start, dating.start)
    return replace(dating, deed=deed) if deed else dating


def _enacting(text: str, sentence_start: int, dating: Dating, report_year: int) -> Dating:
    """Return a date with whether a law came to be on it."""
    begin = dating.period.start
    if dating.modifies or begin is None:
        return dating
    former = begin.year < report_year
    enacts = dates_lawmaking(text, sentence_start, dating.start, dating.end, former=former)
    return replace(dating, enacts=True) if enacts else dating


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
    before: Dating | None = None
    while index < len(points):
        point = points[index]
        opening = _PREPOSITION.search(text, max(sentence_start, point.start - _REACH), point.start)
        preposition = (
            re.sub(r"\s+", " ", opening.group("p").lower()) if opening and opening.end() == point.start else ""
        )
        begin = opening.start() if preposition and opening is not None else point.start
        joined = range_of(text, points, index, preposition, each=each)
        if joined is not None:
            last, period = joined
            yield Dating(begin, points[last].end, period, modifies=narrows(text, begin, points[last], preposition))
            index = last + 1
            continue
        dating = single_date(text, sentence_start, begin, point, preposition)
        if preposition == "and" and before is not None and _shares_noun(text, before, dating):
            dating = replace(dating, modifies=True)
        before = _reaching(text, sentence_end, point, dating)
        yield before
        index += 1


def _shares_noun(text: str, before: Dating, dating: Dating) -> bool:
    """Tell whether `and` joins a date to one that only narrows a noun, with nothing but nouns between them."""
    between = text[before.end : dating.start]
    return before.modifies and len(between) < _JOINT_REACH and between.replace(" ", "").isalpha()


def _reaching(text: str, sentence_end: int, point: Point, dating: Dating) -> Dating:
    """Return a date with how far it goes where it only narrows the noun of an event (`the 2014 killing of 43 men`)."""
    if text.startswith(" alone", point.end):
        return replace(dating, alone=True)
    if point.kind in {"day", "month", "year"} and not dating.measure and _is_of_vote(text, dating, point.end):
        dating = replace(dating, vote=True)
    if dating.measure and point.relative is None:
        # `an increase from 2015, when police arrested 12 men`
        told = told_of(text, point.end, sentence_end)
        return replace(dating, reach=told, period=point.period) if told else dating
    if dating.measure or point.kind not in {"day", "month", "year"}:
        return dating
    if not dating.modifies:
        # `the March 18 arrest of 46 men`
        bare = dating.start == point.start or text.startswith("and ", dating.start)
        reach = event_reach(text, point, sentence_end) if bare else 0
        return replace(dating, reach=reach) if reach else dating
    first = max(0, dating.start - _CONNECTION_REACH)
    if "connection" in text[first : dating.start] and CONNECTED.search(text, first, dating.start):
        dating = replace(dating, related=True)
    if point.kind == "year" and follows_event(text, point.start, point.end):
        dating = replace(dating, aftermath=True)
    reach = event_reach(text, point, sentence_end) or clause_reach(text, dating.start, point.end, sentence_end)
    return replace(dating, reach=reach, period=point.period)


def _is_of_vote(text: str, dating: Dating, end: int) -> bool:
    return dates_vote(text, dating.start, end) or (not dating.modifies and tells_of_vote(text, dating.start, end))
