"""Deeds that somebody only tries, plots or fails to do."""

from functools import cache

from pipeline.facts.steps import noun_at
from pipeline.language.chunks import Kind, VerbForm
from pipeline.language.lexicon import words_of
from pipeline.numerals.phrases import is_plain_phrase, kind_at
from pipeline.numerals.quantities import Analysis


@cache
def _attempting_verbs() -> frozenset[str]:
    return frozenset(words_of("statements", "attempting_verbs"))


@cache
def _attempting_nouns() -> frozenset[str]:
    return frozenset(words_of("statements", "attempting_nouns"))


def is_attempted(analysis: Analysis, verb: int) -> bool:
    """Tell whether an infinitive says what was attempted: `tried to kidnap nine nurses`, `a plot to kill 12`."""
    if analysis.chunks[verb].form is not VerbForm.INFINITIVE:
        return False
    at = verb - 1
    while kind_at(analysis, at) is Kind.ADVERB:
        at -= 1
    if kind_at(analysis, at) is Kind.VERB:
        return analysis.chunks[at].word in _attempting_verbs()
    return is_plain_phrase(analysis, at) and noun_at(analysis, at) in _attempting_nouns()
