"""Dates before a noun: those that only narrow it, and those of an event, which date the numbers told of it."""

import re
from collections.abc import Sequence
from functools import cache

from pipeline.facts.calendar_dates import Point
from pipeline.language.lexicon import Tag, lexicon, words_of
from pipeline.language.morphology import plural

# No determiner with the space behind it is longer.
_REACH = 8
_AFTER = re.compile(r"\s+(?P<w>[^\W\d_]+)")
_WORD = r"(?!(?:a|an|and|at|by|for|from|in|its|of|on|or|that|the|their|to|was|were|with)\b)[^\W\d_][\w’'-]*"
# A noun further off than so many adjectives and names is not the one that the date stands before.
_BETWEEN = rf"(?:\s+{_WORD}){{0,4}}?"
# `the December presidential election`, `the February vote`: the date of what is told.
_VOTE_AFTER = re.compile(
    r"\s+(?:[^\W\d_]+\s+){0,2}(?:elections?|vote|votes|voting|runoff|run-off|polls?|referendum|balloting|by-elections?)\b"
    r"|\s+(?:[^\W\d_]+\s+)?(?:pardon|amnesty|release|arrest|detention|execution|killing|abduction|deportation|conviction)s?\s+of\b"
)
# Characters from a verb of accusation to the preposition of the crime.
_VERB_REACH = 50
# What befell persons in the event whose date follows, not what others answer for (`jailed for the deaths of`).
_HARMED = re.compile(
    r"(?<!for )(?<!for the )(?<!of )\b(?:kill(?:ed|ing|ings)?|died|deaths?|wound(?:ed|ing)|injur(?:ed|ing|ies)"
    r"|arrest(?:ed|ing|s)?|detained|abduct(?:ed|ing|ions?)|kidnapp(?:ed|ing|ings))\b[^.;:,]*$"
)
_OF_CRIMES = frozenset({"of", "for", "in", "over"})
_ACCUSED = re.compile(
    r"\b(?:charged|indicted|convicted|sentenced|jailed|imprisoned|tried|acquitted|accused|implicated|prosecuted|wanted|guilty|trial|charges"
    r"|roles?|involvement|participation|complicity)"
    r"\s(?:[^.;:,]{0,30}\s)?$"
)
# `the 2020 election law` is about no election of that year.
_VOTE_OF_NOUN = re.compile(
    r"\s+(?:[^\W\d_]+\s+){0,2}(?:elections?|votes?|voting|referendum)\s+(?:laws?|codes?|acts?|commissions?|committees?"
    r"|observers?|monitors?|campaigns?|cycles?|reforms?|fraud)\b"
)
_VOTE = r"(?:elections?|votes?|voting|runoffs?|run-offs?|polls?|referendum|balloting|by-elections?|race)"
_IS_OF_VOTE = re.compile(rf"\s+(?:[^\W\d_]+\s+){{0,4}}{_VOTE}\b")
# `elections held on October 12`
_AFTER_VOTE = re.compile(
    rf"\b(?:{_VOTE},?\s+(?:(?:(?:that|which)\s+)?(?:(?:was|were)\s+)?(?:last\s+)?(?:held|conducted)\s+"
    r"|(?:(?:that|which)\s+)?took place\s+)?|voters\s+)$"
)
# `reelected the president in May 2014`, `In 2013 voters elected an assembly`, `In 2013 the country held elections`
_ELECT = r"(?<!\bof )(?<!\bthe )(?<!\ban )(?<!\bfor )(?<!\bnewly )(?<!\bby )(?<!\bto )(?:[Rr]e-?)?elected\b"
_ELECTED = re.compile(rf"\b{_ELECT}[^.;:]*$")
_ELECTS = re.compile(rf",?\s+(?:[\w’'-]+\s+){{1,8}}(?:{_ELECT}|(?:held|conducted)\s+(?:[\w’'-]+\s+){{0,6}}{_VOTE}\b)")
# Characters from an election to its date, or from its date to it.
_ELECTED_REACH = 80
# Characters before a date in which the election stands.
_VOTE_REACH = 40
_OPENS_SENTENCE = re.compile(r"(?:^|[.!?]\s+)The\s+$")
_DETERMINED = re.compile(r"\b(?:the|a|an|its|their|his|her)\s+$")
_OWNED = re.compile(rf"(?:{_DETERMINED.pattern}|[’']s?\s+$)", re.IGNORECASE)
_IN_THE = re.compile(r"\b(?:in|on|at|during|of|for)\s+the\s+$", re.IGNORECASE)


def narrows(text: str, begin: int, point: Point, preposition: str) -> bool:
    """Tell whether a date narrows the noun after it (`the 2018 law`); that of an election is the election's own."""
    if point.kind not in {"day", "month", "year"}:
        return False
    opening = text[max(0, begin - 30) : point.start]
    if _OWNED.search(opening) and _paper_after().match(text, point.end):
        # `a June report`: when it came out, not what it tells.
        return True
    of_crime = preposition in _OF_CRIMES and _DETERMINED.search(opening)
    if of_crime and _ACCUSED.search(text, max(0, begin - _VERB_REACH), begin):
        # `convicted of the 2012 bombing`, `charged in the June 29 murder`: when the crime was, not the verdict.
        return True
    timed = point.kind in {"day", "month"} or preposition in {"in", "during"}
    if (timed or _OPENS_SENTENCE.search(opening)) and _VOTE_AFTER.match(text, point.end):
        # `The 2020 presidential election was peaceful.` dates what follows.
        return bool(_VOTE_OF_NOUN.match(text, point.end))
    harmed = preposition in {"in", "at"} and _HARMED.search(text, max(0, begin - _VERB_REACH), begin)
    if (preposition == "during" or harmed) and _event_noun_after().match(text, point.end):
        # `killed 40 during the 2021 protests`, `40 deaths in the 2021 raid`, but `for his role in the 2018 attack`
        return False
    if _DETERMINED.search(opening) and _AFTER.match(text, point.end):
        return not _IN_THE.search(opening) or point.kind == "year"
    return preposition == "" and bool(_AFTER.match(text, point.end)) and point.kind == "year"


_AFTERMATH = re.compile(
    r"\b(?:after|following|in the (?:wake|aftermath) of|in the (?:days|weeks|months) (?:after|following))\s+the\s+$",
    re.IGNORECASE,
)
_AFTERMATH_REACH = 40


def follows_event(text: str, begin: int, end: int) -> bool:
    """Tell whether a year is that of an event or election after which something befell: `following the 2011 riots`."""
    if not _AFTERMATH.search(text, max(0, begin - _AFTERMATH_REACH), begin):
        return False
    return _event_noun_after().match(text, end) is not None or dates_vote(text, begin, end)


def tells_of_vote(text: str, begin: int, end: int) -> bool:
    """Tell whether a date is that on which somebody was elected, or elections were held."""
    near = text[max(0, begin - _ELECTED_REACH) : end + _ELECTED_REACH]
    if "lected" in near and _ELECTED.search(text, max(0, begin - _ELECTED_REACH), begin):
        return True
    return ("lected" in near or "held" in near or "conducted" in near) and _ELECTS.match(text, end) is not None


def dates_vote(text: str, begin: int, end: int) -> bool:
    """Tell whether a date is that of an election: `the October 12 senate elections`, `elections on October 12`."""
    if _AFTER_VOTE.search(text, max(0, begin - _VOTE_REACH), begin):
        return True
    return bool(_IS_OF_VOTE.match(text, end)) and not _VOTE_OF_NOUN.match(text, end)


def event_reach(text: str, point: Point, sentence_end: int) -> int:
    """Return how far the date before the noun of an event goes: over what the event befell and the clause about it.

    For `the 2014 killing of 43 students` and `the June 6 raid, in which 40 persons died`; 0 for other nouns.
    """
    if not _OWNED.search(text, max(0, point.start - _REACH), point.start):
        return 0
    event = _event_after().match(text, point.end, sentence_end)
    return 0 if event is None else event.end()


def told_of(text: str, end: int, sentence_end: int) -> int:
    """Return where the clause ends that tells what befell at the time before it (`2015, when …`); 0 for none."""
    clause = _CLAUSE_OF_TIME.match(text, end, sentence_end)
    return 0 if clause is None else clause.end()


_REST_OF_CLAUSE = re.compile(r"\s+(?P<w>[^\W\d_]+)\b[^,;:]*")


_OPENS_CLAUSE = re.compile(r"\b(?:[Aa]fter|[Bb]efore|until|once)\s+(?:[^\W\d_]+\s+){1,4}$")


def clause_reach(text: str, begin: int, end: int, sentence_end: int) -> int:
    """Return where the clause ends of which a date is that stands before its verb; 0 where none follows it.

    For `after voters on February 28 filled 120 seats, nobody had a majority`.
    """
    if not _OPENS_CLAUSE.search(text, max(0, begin - _VOTE_REACH), begin):
        return 0
    rest = _REST_OF_CLAUSE.match(text, end, sentence_end)
    tells = rest is not None and lexicon().tags.get(rest["w"].lower(), 0) & Tag.VERB_PAST
    return rest.end() if rest is not None and tells else 0


# The clause that tells of an event or of a time, to the next comma.
_CLAUSE = r",?\s+(?:(?:in|during|at|by|after)\s+which|where|which|that|when)\b[^;:,]*"
_CLAUSE_OF_TIME = re.compile(r",?\s+(?:(?:in|during)\s+which|when)\b[^;:]*")
# What the event befell, or the clause that tells of it.
_REST = (
    r"(?:\s+of(?:\s+(?!(?:when|where|which)\b)[\w’',.-]*[\w’'-]){1,6}"
    rf"(?:{_CLAUSE})?|{_CLAUSE}"
    # `a May 27 protest around the mosque, resulting in two deaths`
    r"|(?:[^.;:,\d]{0,80},)?\s+(?:resulting\s+in|leading\s+to|leaving|killing|injuring|wounding)\b[^;:]*)"
)


@cache
def _event_after() -> re.Pattern[str]:
    votes = ("election", "vote", "runoff", "poll", "referendum")
    return _noun_after([*words_of("nouns", "person_event"), *words_of("statements", "dated_events"), *votes], _REST)


@cache
def _event_noun_after() -> re.Pattern[str]:
    return _noun_after(words_of("statements", "dated_events"))


@cache
def _paper_after() -> re.Pattern[str]:
    return _noun_after(words_of("statements", "dated_papers"))


def _noun_after(nouns: Sequence[str], rest: str = r"\b") -> re.Pattern[str]:
    """Return the pattern of one of some nouns behind a date, with what follows it."""
    forms = sorted({form for noun in nouns for form in (noun, plural(noun))}, key=len, reverse=True)
    return re.compile(rf"{_BETWEEN}\s+(?:{'|'.join(forms)}){rest}", re.IGNORECASE)
