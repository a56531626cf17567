"""Months without day or year that are none: the verb `may`, a march that has a name, a person called Jan or April."""

import re

from pipeline.language.lexicon import Tag, lexicon

# Characters before a month in which the words stand that tell what it is.
_NAMED_WITHIN = 60
_NAME_BEFORE = re.compile(r"[^\W\d_]\S*\s+([A-Z][^\W\d_]+(?:['’]s)?)\s+$")
_WORD_BEFORE = re.compile(r"([^\W\d_]+)\s+$")
_NAME_AFTER = re.compile(r"\s+[A-ZÀ-ÞĀ-Ž][a-zß-ÿā-ž]+")
# Abbreviations of months that are given names, and months that are: behind `and` these may be either.
_GIVEN_NAMES = frozenset({"Jan"})
_MONTHS_AND_NAMES = frozenset({"April", "May", "June", "August"})
# Before a month as before nothing else: `early June`.
_TIMES = frozenset({
    *("early", "late", "mid", "last", "next"),
    *("until", "till", "since", "starting", "beginning", "ending"),
})  # fmt: skip
_BEFORE_MONTHS = Tag.PREPOSITION | Tag.DETERMINER | Tag.RELATIVE | Tag.SUBORDINATOR


def is_no_month(text: str, first: int, match: re.Match[str]) -> bool:
    """Tell whether a bare month of a sentence that begins at `first` is none."""
    month, start = match["mm"], match.start()
    if month == "May" and start == first:
        return True
    if month == "March":
        return _names_march(text, first, start)
    return month in _GIVEN_NAMES | _MONTHS_AND_NAMES and _names_person(text, first, match)


def _names_march(text: str, first: int, start: int) -> bool:
    """Tell whether `March` is the event that a name before it calls so, and no month: `the fourth Pride March`."""
    named = _NAME_BEFORE.search(text, max(first, start - _NAMED_WITHIN), start)
    return named is not None and not lexicon().tags.get(named[1].lower(), 0) & (Tag.PREPOSITION | Tag.CONJUNCTION)


def _names_person(text: str, first: int, match: re.Match[str]) -> bool:
    """Tell whether a month is a given name: a family name stands behind it, and before it a noun (`editor April Lee`).

    `In June Sweden …`, `a June UN report`, `In May and June Sweden …` are dates.
    """
    if text.startswith(".", match.end("mm")) or _NAME_AFTER.match(text, match.end("mm")) is None:
        return False
    before = _WORD_BEFORE.search(text, max(first, match.start() - _NAMED_WITHIN), match.start())
    if before is None:
        return match["mm"] in _GIVEN_NAMES
    word = before[1].lower()
    known = lexicon().tags.get(word, 0)
    if known & _BEFORE_MONTHS and not known & Tag.NOUN:
        return False
    return word not in _TIMES and (match["mm"] in _GIVEN_NAMES or not known & Tag.CONJUNCTION)
