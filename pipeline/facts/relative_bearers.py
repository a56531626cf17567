"""Nouns that an amount completes over a relative clause: `the fine for groups that fail to register to 900 lira`."""

from collections.abc import Iterator

from pipeline.facts.relation import Part, Relation
from pipeline.facts.steps import MAX_REACH, back, noun_at, quantity_at
from pipeline.language.chunks import Kind
from pipeline.numerals.phrases import is_phrase, kind_at
from pipeline.numerals.quantities import Analysis


def nouns_beyond_relative(analysis: Analysis, preposition: int, verb: int) -> Iterator[Relation]:
    """Yield the noun that a relative clause modifies, and those that it completes, for a sum behind the clause.

    `verb` is that of the clause, to which the preposition before the sum was found to lead.
    """
    quantity = quantity_at(analysis, preposition + 1)
    if quantity is None or quantity.measure is None or not quantity.measure.unit.isupper():
        return
    word, at = analysis.chunks[preposition].word, _bearer(analysis, verb)
    for _ in range(MAX_REACH):
        if not is_phrase(analysis, at):
            return
        yield Relation(Part.NOUN, noun_at(analysis, at), at, word)
        before = back(analysis, at - 1)
        if kind_at(analysis, before) is not Kind.PREPOSITION:
            return
        at = back(analysis, before - 1)


def _bearer(analysis: Analysis, verb: int) -> int:
    """Return the phrase that the relative clause of a verb modifies; -1 where the verb stands in none."""
    at = verb
    while kind_at(analysis, at - 1) in {Kind.VERB, Kind.ADVERB}:
        at -= 1
    if kind_at(analysis, at - 1) is not Kind.RELATIVE:
        return -1
    return at - 3 if kind_at(analysis, at - 2) is Kind.COMMA else at - 2
