"""The office for which an election is held: that of a president, or none where a body is elected."""

import re
from functools import cache

from pipeline.facts.drafts import Draft
from pipeline.facts.relation import Part
from pipeline.language.chunks import Kind
from pipeline.language.lexicon import word_set, words_of
from pipeline.numerals.phrases import is_phrase, kind_at

_IN_CLAUSE = frozenset({Kind.NOUN_PHRASE, Kind.PREPOSITION, Kind.ADVERB})
_LOOKBACK = 2000
"""Characters of the paragraph before a sentence in which the election is looked for."""


@cache
def _mention() -> re.Pattern[str]:
    """Return what tells of an election; the group `president` where it is a presidential one."""
    bodies = "|".join(words_of("elections", "legislative"))
    election = r"presidential(?: and [a-z]+)?|presidency|head of state"
    # `The president, reelected with 56 percent`, but no votes of `the incumbent president’s party`.
    again = r"(?:incumbent|sitting|outgoing) president(?![’'])|president,?(?: was| has been)? re-?elected"
    presidential = rf"{election}|(?:for|elected|reelected|re-elected)(?: as| the)? president|{again}"
    return re.compile(rf"\b(?:(?P<president>{presidential})|(?:{bodies}))\b", re.IGNORECASE)


def office_of(text: str, draft: Draft) -> str | None:
    """Return `president` where the election told of is a presidential one; null for others.

    What the sentence says before the number decides, else what it says after it, else the paragraph before.
    """
    if draft.unit == "seat" or _is_for_body(draft):
        return None
    sentence = draft.analysis.sentence
    if (told := _by_own_verb(text, draft)) is not None:
        return "president" if told.group("president") else None
    clause = text.find(";", draft.end, sentence.end)
    ahead = _mention().search(text, draft.end, sentence.end if clause < 0 else clause)
    mentions = (
        _last(text, sentence.start, draft.offset),
        ahead,
        _last(text, max(0, sentence.start - _LOOKBACK), sentence.start),
    )
    for mention in mentions:
        if mention is not None:
            return "president" if mention.group("president") else None
    return None


def office_of_person(text: str, draft: Draft) -> str | None:
    """Return `president` where a person won a share though a body was told of last: presidents are persons.

    A president must have been told of as voted on; where another office, a mayor’s or a governor’s, was, it is that.
    """
    start, end = max(0, draft.analysis.sentence.start - _LOOKBACK), draft.offset
    voted = _of_president().search(text, start, end) is not None
    return "president" if voted and _of_others().search(text, start, end) is None else None


@cache
def _of_president() -> re.Pattern[str]:
    chosen = r"(?:elect(?:ed)?|cho(?:se|ose|osing))(?: \w+)? (?:an?|the|its|their)(?: new)? president"
    return re.compile(rf"\b(?:presidential|presidency|{chosen})\b", re.IGNORECASE)


@cache
def _of_others() -> re.Pattern[str]:
    return re.compile(r"\b(?:mayor|mayoral|governor|gubernatorial|by-election|constituency)\b", re.IGNORECASE)


def _by_own_verb(text: str, draft: Draft) -> re.Match[str] | None:
    """Return the election that stands behind the verb of those who stand in it (`40 women ran for parliament`)."""
    relation = draft.match.relation if draft.match is not None else None
    if relation is None or relation.part not in {Part.ACTOR, Part.EITHER} or relation.chunk <= draft.chunk:
        return None
    chunks, sentence = draft.analysis.chunks, draft.analysis.sentence
    at = relation.chunk + 1
    while at < len(chunks) and chunks[at].kind in _IN_CLAUSE:
        at += 1
    return _mention().search(text, sentence.starts[chunks[relation.chunk].first], sentence.ends[chunks[at - 1].last])


def _is_for_body(draft: Draft) -> bool:
    """Tell whether the number itself is of those who stand for a body (`12 for president and 340 for parliament`)."""
    analysis, at = draft.analysis, draft.chunk + 1
    standing = kind_at(analysis, at) is Kind.PREPOSITION and analysis.chunks[at].word == "for"
    return standing and is_phrase(analysis, at + 1) and analysis.chunks[at + 1].word in word_set("nouns", "body")


def _last(text: str, start: int, end: int) -> re.Match[str] | None:
    return max(_mention().finditer(text, start, end), key=re.Match.start, default=None)
