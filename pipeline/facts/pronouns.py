"""Whom a pronoun stands for: the name, or for `them` the names, told of before."""

from pipeline.facts.clauses import bare_analysis, head_of
from pipeline.facts.named_persons import name_beside, names_between, owner_of
from pipeline.language.chunks import Kind
from pipeline.language.lexicon import word_set
from pipeline.language.sentences import sentence_spans, tokenize
from pipeline.numerals.phrases import is_phrase, kind_at
from pipeline.numerals.quantities import Analysis

_PERSONAL = frozenset({"he", "she", "him", "her", "they", "them"})
_POSSESSIVES = frozenset({"his", "her", "their"})
_PLURAL = frozenset({"they", "them", "their"})
_LOOKBACK = 3000
"""Characters of the paragraph before a sentence in which a name is looked for."""


def pronoun_within(analysis: Analysis, index: int) -> str:
    """Read `gave her two years`, where pronoun and term make one phrase; empty where there is none."""
    word = analysis.sentence.words[analysis.chunks[index].first]
    return word if word in _PERSONAL else ""


def pronoun_in(analysis: Analysis, index: int) -> str:
    """Return the pronoun that a phrase is, or that says whose term it is (`his sentence`); empty for others."""
    chunk = analysis.chunks[index]
    if chunk.word in _PERSONAL:
        return chunk.word
    opening = analysis.sentence.words[chunk.first]
    return opening if opening in _POSSESSIVES and head_of(chunk) in word_set("persons", "terms") else ""


def pronoun_among(analysis: Analysis, first: int, end: int) -> str:
    """Return the pronoun of the first object of a verb among some chunks; empty where there is none."""
    for at in range(first, end):
        if is_phrase(analysis, at) and kind_at(analysis, at - 1) is Kind.VERB and (found := pronoun_in(analysis, at)):
            return found
    return ""


def names_before(text: str, analysis: Analysis, at: int, pronoun: str) -> list[str]:
    """Return whom a pronoun stands for: the name, or for `them` the names, told of in a clause before a chunk."""
    names = _names_among(analysis, at)
    if not names:
        start = analysis.sentence.start
        before = text[max(0, start - _LOOKBACK) : start]
        spans = list(sentence_spans(before))
        if spans:
            earlier = bare_analysis(tokenize(before, *spans[-1]))
            names = list(names_between(earlier, 0, len(earlier.chunks)))
    names = list(dict.fromkeys(names))
    if pronoun in _PLURAL:
        return names
    # A single name may be that of a group; a pronoun stands for a person named in full, where there is one.
    return ([name for name in names if " " in name] or names)[-1:]


def _names_among(analysis: Analysis, end: int) -> list[str]:
    """Return the names before a chunk: those that verbs tell of, else those beside nouns, else owners of verdicts."""
    if names := list(names_between(analysis, 0, end)):
        return names
    nouns = [place for place in range(end) if is_phrase(analysis, place)]
    if names := [name for place in nouns if (name := name_beside(analysis, place)) is not None]:
        return names
    owned = [place for place in nouns if head_of(analysis.chunks[place]) in word_set("persons", "proceedings")]
    return [name for place in owned if (name := owner_of(analysis, place)) is not None]
