"""Where the date expressions of a sentence stand: tried only where a token may open one."""

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import compress

from pipeline.facts.calendar_dates import calendar_openers, opening
from pipeline.facts.date_expressions import calendar_pattern, date_pattern, phrase_openers
from pipeline.language.sentences import Sentence

# One of these stands in every expression in words, no farther behind what opens it.
_REACH = 8
_CUES = frozenset(
    {
        *("year", "years", "month", "months", "day", "days", "night", "week", "weeks", "weekend", "decade", "decades"),
        *("quarter", "quarters", "half", "period", "time", "morning", "evening", "afternoon", "start", "beginning"),
        *("end", "ago", "earlier", "later", "afterward", "afterwards", "before", "past", "previously"),
        *("historically", "since", "previous", "preceding", "outgoing"),
    }
)


@cache
def _openings(*, in_words: bool) -> re.Pattern[str]:
    """Return the pattern of the places in a token where a date may open, or also an expression in words."""
    phrases = phrase_openers() if in_words else frozenset[str]()
    return re.compile(rf"\b(?=\d|FY|{opening(phrases | calendar_openers())})")


@lru_cache(maxsize=65536)
def _openings_in(surface: str) -> tuple[int, ...]:
    """Return the characters of a token at which a date expression may open; of most tokens there are none."""
    return tuple(found.start() for found in _openings(in_words=True).finditer(surface))


@lru_cache(maxsize=65536)
def _calendar_openings_in(surface: str) -> tuple[int, ...]:
    """Return the characters of a token at which a date of the calendar may open."""
    return tuple(found.start() for found in _openings(in_words=False).finditer(surface))


def date_matches(text: str, sentence: Sentence) -> Iterator[re.Match[str]]:
    """Yield the date expressions of a sentence of `text`, none of which overlaps the one before.

    They are tried only where a token may open one, and those in words only before a word of time: the pattern at each
    character of the text would cost far more.
    """
    before_cue: set[int] = set()
    if not _CUES.isdisjoint(sentence.words):
        for at in compress(range(len(sentence.words)), map(_CUES.__contains__, sentence.words)):
            before_cue.update(range(at - _REACH, at + 1))
    any_date, of_calendar, free = date_pattern(), calendar_pattern(), sentence.start
    for at in compress(range(len(sentence.starts)), map(_openings_in, sentence.surfaces)):
        in_words = at in before_cue
        openings_in = _openings_in if in_words else _calendar_openings_in
        pattern = any_date if in_words else of_calendar
        for offset in openings_in(sentence.surfaces[at]):
            start = sentence.starts[at] + offset
            if start < free:
                continue
            match = pattern.match(text, start, sentence.end)
            if match is not None:
                free = match.end()
                yield match
