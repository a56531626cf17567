"""Personal names: which words of a phrase are one, and the fullest form that the paragraph gives of it."""

import re
from functools import cache, lru_cache

from pipeline.facts.clauses import is_capital
from pipeline.language.chunks import Chunk
from pipeline.language.lexicon import Tag, lexicon, word_set, words_of
from pipeline.language.nouns import noun_class, singular
from pipeline.numerals.dates import months
from pipeline.numerals.quantities import Analysis

_NAME = r"[A-ZÀ-ÞĀ-Ž][^\W\d_]*(?:[’'-][^\W\d_]+)*"
# Words of a name in full.
_FULL_NAME = 2
_LOOKBACK = 3000
"""Characters before and after a sentence in which a fuller form of a name is looked for."""

# `Minister of Trade and ` before `Tourism Ana Sy`, and the most characters that it is looked for in.
_ENDS_TITLE = re.compile(r"\b(?:of|for)\s+(?:[A-Z][^\W\d_]+,?\s+){1,4}and\s+$")
_LONGEST_TITLE = 80
# Characters of a particle and its hyphen.
_LONGEST_PARTICLE = 8


@cache
def _particles() -> frozenset[str]:
    return frozenset(words_of("persons", "particles"))


@cache
def _full() -> re.Pattern[str]:
    """Return the pattern of a name of several words from its first capital on, with the particles inside it."""
    return re.compile(rf"{_NAME}(?:\s(?:(?:{_particle()})[\s-]){{0,2}}{_NAME})+")


@cache
def _leading() -> re.Pattern[str]:
    """Return the pattern of a particle joined to the first capital of a name (`al-`): most letters open none."""
    return re.compile(rf"(?:{_particle()})-$")


def _particle() -> str:
    return "|".join(sorted(_particles(), key=len, reverse=True))


@cache
def _not_names() -> frozenset[str]:
    return frozenset(words_of("persons", "not_names"))


@cache
def _titles() -> frozenset[str]:
    return frozenset(words_of("elections", "titles"))


def name_of(analysis: Analysis, chunk: Chunk) -> str | None:
    """Return the personal name that a phrase is or ends in; null for other phrases."""
    sentence = analysis.sentence
    if chunk.genitive >= 0 or not _ends_as_name(analysis, chunk) or not _counts_years_alone(analysis, chunk):
        return None
    first = chunk.last
    while (before := _before(analysis, first, chunk.first)) < first:
        first = before
    while first < chunk.last and (
        sentence.words[first] in _titles()
        or not (sentence.surfaces[first][0].isupper() or sentence.words[first + 1] == "-")
        or (first == 0 and noun_class(sentence.words[first]) == "person")
    ):
        first += 1
    first = _past_title(analysis, first, chunk.last)
    words = sentence.words[first : chunk.last + 1]
    # `Jan Kovac`, but no `Amnesty International June`.
    dated = any(word in months() for word in words[1:] or words) or words[-1] in word_set("context", "weekdays")
    if dated or any(map(_is_of_body, words)) or sentence.surfaces[chunk.last].isupper():
        return None
    if lexicon().tags.get(words[-1], 0) & Tag.PRONOUN or noun_class(words[-1]) is not None:
        return None
    lead = sentence.words[chunk.first : first]
    if lead and lead[0] in {"the", "a", "an"} and not any(noun_class(word) == "person" for word in lead):
        return None
    return _text(analysis, first, chunk.last)


def _counts_years_alone(analysis: Analysis, chunk: Chunk) -> bool:
    """Tell whether a phrase has no number, or only tells somebody's age (`23-year-old Ana Sy`)."""
    if chunk.number < 0:
        return True
    words = analysis.sentence.words[chunk.first : chunk.last + 1]
    return ("year", "-", "old") in zip(words, words[1:], words[2:], strict=False)


def _past_title(analysis: Analysis, first: int, last: int) -> int:
    """Return where a name begins behind the end of a title: at `Ana` in `Minister of Trade and Tourism Ana Sy`."""
    words, surfaces = analysis.sentence.words, analysis.sentence.surfaces
    if last - first < _FULL_NAME or words[first - 1 : first] != ("and",):
        return first
    at = first - 2
    while at > 0 and (surfaces[at][0].isupper() or words[at] == ","):
        at -= 1
    titled = at > 0 and words[at] in {"of", "for"} and noun_class(words[at - 1]) == "person"
    return first + 1 if titled and at < first - 2 else first


def _ends_as_name(analysis: Analysis, chunk: Chunk) -> bool:
    """Tell whether a phrase ends in a capital, or in what a hyphen joins to one (`Park Min-soo`)."""
    sentence, last = analysis.sentence, chunk.last
    if sentence.surfaces[last][0].isupper():
        return True
    if last - 2 < chunk.first or sentence.words[last - 1] != "-" or not sentence.surfaces[last - 2][0].isupper():
        return False
    word = sentence.words[last]
    return not lexicon().tags.get(word, 0) and noun_class(word) is None


def _is_of_body(word: str) -> bool:
    """Tell whether a word or its singular is one of no personal name (`Courts heard …`)."""
    return word in _not_names() or singular(word) in _not_names()


def _before(analysis: Analysis, first: int, opening: int) -> int:
    """Return the token to which a name goes on to the left: over a hyphen, a capital, or particles behind one."""
    words, at = analysis.sentence.words, first - 1
    if at < opening:
        return first
    if words[at] == "-":
        return at - 1 if at - 1 >= opening and words[at - 1] in _particles() else at
    if is_capital(analysis, at):
        return at
    while at > opening and words[at] in _particles():
        at -= 1
    return at if at < first - 1 and is_capital(analysis, at) else first


def fullest_form(text: str, name: str, near: int) -> str:
    """Return the longest form of a name in the paragraph: `Jane Doe` for `Doe`, `Maria del Mar Diaz` for `Maria Diaz`.

    A single name is the last of a longer one, else another of its names: `Uribe` for `Alvaro Uribe Velez`.
    """
    names = [word for word in name.split() if word.lower() not in _particles()]
    longer = [words for start, words in _mentions(text) if abs(start - near) <= _LOOKBACK and set(names) <= set(words)]
    alike = [words for words in longer if words[-1] == names[-1]] or (longer if len(names) == 1 else [])
    return max([name, *(" ".join(words) for words in alike)], key=len)


@lru_cache(maxsize=8)
def _mentions(text: str) -> tuple[tuple[int, list[str]], ...]:
    """Return where each name of several words begins in a paragraph, and its words without titles."""
    mentions = []
    for found in _full().finditer(text):
        particle = _leading().search(text, max(0, found.start() - _LONGEST_PARTICLE), found.start())
        start = found.start() if particle is None else particle.start()
        words = text[start : found.end()].split()
        if len(words) > _FULL_NAME and _ENDS_TITLE.search(text, max(0, start - _LONGEST_TITLE), start):
            del words[0]
        if words := _without_titles(words):
            mentions.append((start, words))
    return tuple(mentions)


def _without_titles(words: list[str]) -> list[str]:
    """Return the words of a name without titles before it; none where another word in it is no name."""
    while len(words) > 1 and _is_no_name(words[0]):
        del words[0]
    return [] if len(words) == 1 or any(_is_other_word(word) for word in words[1:]) else words


def _is_no_name(word: str) -> bool:
    return _is_other_word(word) or noun_class(word.lower()) is not None


def _is_other_word(word: str) -> bool:
    """Tell whether a word is known as something else than a name; `Carmen` ends like a noun of persons, and is one."""
    lower = word.lower()
    if word in _particles():
        return False
    known = lower in _titles() or lower in _not_names() or lower in months()
    return known or bool(lexicon().tags.get(lower, 0) & ~int(Tag.NOUN | Tag.VERB))


def _text(analysis: Analysis, first: int, last: int) -> str:
    surfaces, sentence = analysis.sentence.surfaces, analysis.sentence
    joined = surfaces[first]
    for at in range(first + 1, last + 1):
        joined += ("" if sentence.starts[at] == sentence.ends[at - 1] else " ") + surfaces[at]
    return joined
