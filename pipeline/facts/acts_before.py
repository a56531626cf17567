"""The act told in the sentences before one that counts or describes its victims."""

from collections.abc import Iterator
from itertools import pairwise

from pipeline.facts.candidate import Candidate
from pipeline.facts.clauses import is_preposition
from pipeline.facts.codebook import Codebook, Event, Indicator
from pipeline.facts.relation import Part
from pipeline.language.nouns import singular

_OF = frozenset({"of"})
_AMONG = frozenset({"among", "amongst"})
# Verbs that say who or how many the victims of an act told before are.
_DESCRIBING = frozenset({"be", "involve", "include", "affect", "number", "total"})


def acts_before(candidate: Candidate, book: Codebook) -> Iterator[tuple[str, Indicator, Event]]:
    """Yield the noun of the act told last before, with the indicators that it calls up; nothing for other numbers.

    For `The office confirmed 46 homicides. Of the victims, 39 were men`, and `The cases involved 82 victims`.
    """
    if candidate.counted.head != "victim" or not _describes(candidate):
        return
    words = ["", *map(singular, candidate.before.split())]
    for before, word in reversed([*pairwise(words)]):
        found = [
            (word, indicator, event)
            for noun in (f"{before} {word}", word)
            for indicator, event in book.by_noun.get(noun, ())
            if event.befalls
        ]
        if found:
            yield from found
            return


def _describes(candidate: Candidate) -> bool:
    """Tell whether a verb says who or how many victims there are, and the sentence itself names no act of theirs."""
    analysis, chunks = candidate.analysis, candidate.analysis.chunks
    if any(one.part is Part.NOUN and is_preposition(analysis, one.chunk - 1, _OF) for one in candidate.relations):
        return False
    verbs = (one.chunk for one in candidate.relations if one.lemma in _DESCRIBING)
    return any(not chunks[verb].negated and not is_preposition(analysis, verb + 1, _AMONG) for verb in verbs)
