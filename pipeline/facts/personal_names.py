"""Personal names: which words of a phrase are one, and the fullest form that the paragraph gives of it."""

import re
from functools import cache

from pipeline.facts.clauses import is_capital
from pipeline.language.chunks import Chunk
from pipeline.language.lexicon import Tag, lexicon, words_of
from pipeline.language.nouns import noun_class
from pipeline.numerals.dates import months
from pipeline.numerals.quantities import Analysis

_NAME = r"[A-ZÀ-ÞĀ-Ž][^\W\d_]*(?:[’'-][^\W\d_]+)*"
_FULL = re.compile(rf"{_NAME}(?:\s(?:al-|bin |ben |ibn |de |da |van |von )?{_NAME})+")
_LOOKBACK = 3000
"""Characters before and after a sentence in which a fuller form of a name is looked for."""


@cache
def _not_names() -> frozenset[str]:
    return frozenset(words_of("persons", "not_names"))


@cache
def _titles() -> frozenset[str]:
    return frozenset(words_of("elections", "titles"))


def name_of(analysis: Analysis, chunk: Chunk) -> str | None:
    """Return the personal name that a phrase is or ends in; null for other phrases."""
    sentence = analysis.sentence
    if chunk.number >= 0 or chunk.genitive >= 0 or not sentence.surfaces[chunk.last][0].isupper():
        return None
    first = chunk.last
    while first > chunk.first and (sentence.words[first - 1] == "-" or is_capital(analysis, first - 1)):
        first -= 1
    while first < chunk.last and (
        sentence.words[first] in _titles()
        or not sentence.surfaces[first][0].isupper()
        or (first == 0 and noun_class(sentence.words[first]) == "person")
    ):
        first += 1
    words = sentence.words[first : chunk.last + 1]
    if any(word in _not_names() or word in months() for word in words) or sentence.surfaces[chunk.last].isupper():
        return None
    if lexicon().tags.get(words[-1], 0) & Tag.PRONOUN or noun_class(words[-1]) is not None:
        return None
    lead = sentence.words[chunk.first : first]
    if lead and lead[0] in {"the", "a", "an"} and not any(noun_class(word) == "person" for word in lead):
        return None
    return _text(analysis, first, chunk.last)


def fullest_form(text: str, name: str, near: int) -> str:
    """Return the longest form of a name in the paragraph: `Jane Doe` for `Doe`."""
    if " " in name:
        return name
    forms = [name]
    for mention in _FULL.finditer(text, max(0, near - _LOOKBACK), min(len(text), near + _LOOKBACK)):
        words = mention.group().split()
        if words[-1] != name:
            continue
        while len(words) > 1 and _is_no_name(words[0]):
            del words[0]
        if not any(_is_no_name(word) for word in words):
            forms.append(" ".join(words))
    return max(forms, key=len)


def _is_no_name(word: str) -> bool:
    lower = word.lower()
    known = lower in _titles() or lower in _not_names() or lower in months()
    return known or noun_class(lower) is not None or bool(lexicon().tags.get(lower, 0) & ~int(Tag.NOUN | Tag.VERB))


def _text(analysis: Analysis, first: int, last: int) -> str:
    surfaces, sentence = analysis.sentence.surfaces, analysis.sentence
    joined = surfaces[first]
    for at in range(first + 1, last + 1):
        joined += ("" if sentence.starts[at] == sentence.ends[at - 1] else " ") + surfaces[at]
    return joined
