"""Two lists of one length, whose members belong together: `40 arrests and 12 killings, against 30 and nine`."""

from collections.abc import Sequence

from pipeline.language.chunks import Kind
from pipeline.numerals.counted import Earlier, Source
from pipeline.numerals.phrases import is_chunk, last_token
from pipeline.numerals.quantities import Analysis, Quantity

_CONNECTIVES = frozenset({Kind.COMMA, Kind.CONJUNCTION})
_COMPARING = frozenset({"with", "to", "from", "against", "versus"})
# A comma and a conjunction between two members.
_JOINT = 2


def numbers_listed_with(analysis: Analysis, chunk: int) -> tuple[int, ...]:
    """Return the chunks of the list of numbers in which one stands, in text order, itself among them.

    Its members have no noun of their own, save a measure.
    """
    first = last = chunk
    listed = [chunk]
    while (first := _next_member(analysis, first, -1)) >= 0:
        listed.insert(0, first)
    while (last := _next_member(analysis, last, 1)) >= 0:
        listed.append(last)
    return tuple(listed)


def parallel_antecedent(analysis: Analysis, quantity: Quantity, earlier: Sequence[Earlier], here: int) -> int:
    """Return the earlier number to which a bare one in a list runs parallel; -1 where as many do not stand before.

    The later list is compared with the earlier one, or belongs to it `respectively`.
    """
    listed = numbers_listed_with(analysis, quantity.chunk)
    if len(listed) < _JOINT or quantity.measure is not None:
        return -1
    before = [index for index, one in enumerate(earlier) if one.sentence == here and one.quantity.chunk < listed[0]][
        -len(listed) :
    ]
    if len(before) < len(listed) or any(earlier[index].counted.source is not Source.OWN for index in before):
        return -1
    if earlier[before[-1]].quantity.value == len(listed):
        # `the two parties won 42 and 29, respectively`: the number before is that of those who share the list out.
        return -1
    opener = listed[0] - 1
    compared = is_chunk(analysis, opener, Kind.PREPOSITION) and analysis.chunks[opener].word in _COMPARING
    parallel = compared or "respectively" in analysis.sentence.words
    return before[listed.index(quantity.chunk)] if parallel else -1


def _next_member(analysis: Analysis, chunk: int, step: int) -> int:
    """Return the next number of a list on one side; -1 where something else stands there."""
    chunks, at = analysis.chunks, chunk + step
    while 0 <= at < len(chunks) and chunks[at].kind in _CONNECTIVES and abs(at - chunk) <= _JOINT:
        at += step
    if at == chunk + step or not 0 <= at < len(chunks) or chunks[at].number < 0:
        return -1
    quantity = analysis.quantities[chunks[at].number]
    if quantity is None:
        return -1
    bare = chunks[at].head <= last_token(analysis, quantity) or quantity.measure is not None
    return at if bare else -1
