"""Numbers of a list that leaves their noun to its last member: `four robbery, one arson, and two child abuse cases`."""

from collections.abc import Iterator

from pipeline.language.chunks import Kind
from pipeline.language.nouns import noun_class
from pipeline.numerals.counted import Counted
from pipeline.numerals.own_nouns import awaits_noun, own_noun
from pipeline.numerals.phrases import is_bare, is_chunk
from pipeline.numerals.quantities import Analysis, Quantity

_FEWEST = 3
"""Members of a list with a comma; two that `and` joins share a noun as any two numbers do."""


def noun_of_list(analysis: Analysis, quantity: Quantity, text: str) -> Counted | None:
    """Return the noun of the last number of a list, for one before it that has only what narrows it; else null."""
    at = quantity.chunk
    if not is_chunk(analysis, at + 1, Kind.COMMA) or is_bare(analysis, quantity):
        return None
    members = [*reversed(list(_members(analysis, at, -1))), quantity, *_members(analysis, at, 1)]
    last = members[-1]
    closed = is_chunk(analysis, last.chunk - 1, Kind.CONJUNCTION)
    if len(members) < _FEWEST or not closed or not all(_may_narrow(analysis, one) for one in members[:-1]):
        return None
    if not any(awaits_noun(analysis, one) for one in members[:-1]):
        return None
    found = own_noun(analysis, last, text)
    return found if found is not None and found.kind is not None else None


def _may_narrow(analysis: Analysis, quantity: Quantity) -> bool:
    """Tell whether what stands behind a number may narrow the noun of its list: no noun that counts by itself."""
    return awaits_noun(analysis, quantity) or (
        quantity.value == 1 and noun_class(analysis.chunks[quantity.chunk].word) is None
    )


def _members(analysis: Analysis, index: int, step: int) -> Iterator[Quantity]:
    """Yield the numbers that commas, and `and` before the last, join to the one at an index, in one direction."""
    at = index
    while is_chunk(analysis, at + step, Kind.COMMA) or is_chunk(analysis, at + step, Kind.CONJUNCTION):
        at += step
        while is_chunk(analysis, at + step, Kind.CONJUNCTION):
            at += step
        at += step
        if not is_chunk(analysis, at, Kind.NOUN_PHRASE) or analysis.chunks[at].number < 0:
            return
        found = analysis.quantities[analysis.chunks[at].number]
        if found is None or found.measure is not None:
            return
        yield found
