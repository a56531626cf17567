"""Complements of a list that leaves its verb out: `sentenced 12 to death, five to life, and one to 10 years`."""

from collections.abc import Iterator

from pipeline.facts.relation import Part, Relation
from pipeline.facts.steps import CONNECTIVES, MAX_REACH, quantity_at
from pipeline.language.chunks import Kind
from pipeline.numerals.phrases import is_phrase, kind_at
from pipeline.numerals.quantities import Analysis


def dealt_by(analysis: Analysis, preposition: int) -> Iterator[Relation]:
    """Yield the verb whose preposition a number stands after, where another number, of whom it tells, is before that.

    The verb of the first of a list serves all, as does the one before the colon that opens it.
    """
    whom, word = preposition - 1, analysis.chunks[preposition].word
    quantity = quantity_at(analysis, whom) if is_phrase(analysis, whom) else None
    if quantity is None or quantity.measure is not None or kind_at(analysis, whom - 1) not in CONNECTIVES:
        return
    complement = False
    for at in range(whom - 1, max(-1, whom - MAX_REACH), -1):
        chunk = analysis.chunks[at]
        if chunk.kind is Kind.SEMICOLON and chunk.word != ":":
            return
        complement = complement or (chunk.kind is Kind.PREPOSITION and chunk.word == word)
        if chunk.kind is Kind.VERB:
            if complement:
                yield Relation(Part.OBLIQUE, chunk.word, at, word)
            return
