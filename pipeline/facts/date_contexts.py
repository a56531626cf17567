"""The words before a date that say what it is the date of: a span, a measure, a paper, a law, another event."""

import re
from functools import cache

from pipeline.facts.calendar_dates import count_of, number_pattern

# `since independence in 1991`, `since the start of the war in 2014`.
SINCE_EVENT = re.compile(r"\bsince\s+(?!then\b)(?:[^\W\d]+\s+){1,7}$", re.IGNORECASE)
# `the war that broke out in 2015`: what began then may run on.
_BEGINNING = (
    "began ",
    "begun ",
    "started ",
    "erupted ",
    "broke out ",
    "commenced ",
    "flared ",
    "flared up ",
    "resumed ",
)


def tells_beginning(before: str) -> bool:
    """Tell whether the words right before a date and its preposition tell that something began."""
    return before.endswith(_BEGINNING)


# `detained in connection with riots in 2018`
CONNECTED = re.compile(r"\bin connection with\s+(?:[\w’'()-]+\s+){0,9}$", re.IGNORECASE)
# `for the murder of a miner`: what somebody answers for.
CAUSED = re.compile(r"\bfor\s+(?:the|a|an|his|her|their)\s[^.,;:]*$")
# `hours before the May 5 vote`, `minutes after …`: on that day.
_WITHIN_DAY = frozenset({"hours", "minutes", "moments"})
_WITHIN_DAY_REACH = 20


def tells_same_day(before: str) -> bool:
    """Tell whether the words right before a date and its preposition set something beside it by less than a day."""
    words = before[-_WITHIN_DAY_REACH:].split()
    return bool(words) and before[-1:].isspace() and words[-1].lower() in _WITHIN_DAY


SPAN_UNIT = re.compile(r"[yY](?i:ear)|[mM](?i:onths)")


@cache
def span_ending() -> re.Pattern[str]:
    """Return the pattern of what leads to the end of a span: `the year ending June 30`, `the 12 months to March`."""
    span = rf"(?:the\s+year|(?:the\s+)?(?P<count>{number_pattern()})\s+months)"
    return re.compile(rf"\b{span}\s+(?:ending|ended|to|until)\s+(?:in\s+|on\s+)?$", re.IGNORECASE)


@cache
def _shift() -> re.Pattern[str]:
    return re.compile(
        rf"\b(?:(?P<count>{number_pattern()})\s+(?P<unit>day|week)s?|the\s+day)"
        r"\s+(?P<side>before|after|prior\s+to|following)"
        r"\s+(?:the\s+)?$",
        re.IGNORECASE,
    )


def shift_before(text: str, first: int, date: int) -> tuple[int, str] | None:
    """Return where the words begin that shift a date by days, and by how many: `two days after the June 4 vote`."""
    if not text[first:date].rstrip().endswith(_SIDES):
        return None
    found = _shift().search(text, first, date)
    if found is None:
        return None
    sign = "-" if found["side"].lower() in {"before", "prior to"} else "+"
    return found.start(), f"{sign}{count_of(found['count'] or 'a')} {(found['unit'] or 'day').lower()}"


_SIDES = ("before", "after", "prior to", "following", "before the", "after the", "prior to the", "following the")


WEEK = re.compile(r"\bweek\s+(?:of|beginning|starting)\s+$", re.IGNORECASE)


@cache
def measure() -> re.Pattern[str]:
    """Return the pattern of what leads to the date of a measure, which dates no number.

    For `an increase of 20 percent since 2008`, `more than in 2018`, `double the number of 2018`; what is set beside
    with a number of its own has that date (`fewer than the 12 of 2018`).
    """
    of_number = rf"(?:the|that)\s+(?!(?:{number_pattern()})\b)(?:\w+\s+){{0,2}}(?:of|in|for|from)"
    return re.compile(rf"(?:{_MEASURING}\s+{of_number})\s+(?:the\s+)?$", re.IGNORECASE)


_MEASURING = (
    r"\b(?:increase|rise|decrease|decline|drop|growth|reduction|change|jump|fall|surge)\b(?:\s+[\w.-]+){0,4}\s+(?:since|over|from|on)"
    r"|\b(?:rose|risen|increased|fell|fallen|declined|dropped|grew|grown|doubled|tripled|decreased)\b(?:\s+[\w.-]+){0,4}\s+since"
    r"|\b(?:first|highest|lowest|largest|worst|most|fewest|deadliest|biggest|only|time)\b(?:\s+[\w’'-]+){0,5}\s+since"
    r"|\bthan(?:\s+(?:in|during|for))?|\b(?:same|equal|similar|identical)\s+(?:number\s+)?(?:as|to)(?:\s+(?:in|during|for))?|\bas\s+(?:in|during|for)|\b(?:compared\s+(?:with|to)|relative\s+to|versus)"
    r"|\b(?:double|twice|half|triple|than|exceeding|surpassing|exceeded|matched|third|quarter|fifth|tenth)(?:\s+of)?"
)


# `a report published in November`, `data released on May 2`: when it came out, not what it tells.
_PUBLISHED = re.compile(
    r"\b(?:reports?|data|numbers|statistics|figures|surveys?|study|studies|lists?|bulletin|article|paper|statements?)"
    # `covering May 2015 to June 2016 and issued in August`
    r"(?:,?\s+covering\s+(?:[\w’'-]+\s+){1,9}and)?\s+"
    r"(?:[\w’'-]+\s+){0,5}(?:published|released|issued|dated|public)(?:\s+by(?:\s+[\w’'-]+){1,7})?\s+$",
    re.IGNORECASE,
)

_PUBLISHING = ("published", "released", "issued", "dated", "public")


def tells_publication(before: str) -> bool:
    """Tell whether the words before a date and its preposition tell when a text came out."""
    lower = before.lower()
    return any(word in lower for word in _PUBLISHING) and _PUBLISHED.search(before) is not None


# `a decree of 2002`, `the law of March 3`: the date is part of its name.
LAW = re.compile(
    r"\b(?:laws?|acts?|decrees?|code|constitution|order|ordinance|regulation|resolution|agreement|treaty|accord|amendments?"
    r"|census|coup|revolution|genocide|war|constitution|charter|convention|protocol|ruling)\s+$",
    re.IGNORECASE,
)


# `amendments to the Army Act, 1952`, `the Police Code 1966`, `the Press Act (PA) 2018`: the year is part of the name.
DATED_TEXT = re.compile(
    r"\b(?:Act|Law|Code|Ordinance|Constitution|Convention|Rules|Regulations?|Order|Report)(?:\s+\([A-Z]{2,8}\))?,?\s+\(?$"
)
