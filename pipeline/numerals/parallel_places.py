"""Whether a bare number goes on with the places that the one before counts, or with a list whose noun stands before."""

from collections.abc import Sequence

from pipeline.language.chunks import Kind
from pipeline.numerals.counted import Earlier
from pipeline.numerals.phrases import is_chunk
from pipeline.numerals.quantities import Analysis

# What tells of a bare number that it is of those who are somewhere, not of places: `and 1.4 million elsewhere`.
_WHERE = frozenset({"elsewhere", "abroad", "overseas", "outside", "there", "nearby"})


def is_parallel_place(analysis: Analysis, chunk: int, earlier: Sequence[Earlier], here: int) -> bool:
    """Tell whether a number may count places as the one before does: after a preposition too, or in its list."""
    if _is_somewhere(analysis, chunk, earlier[-1] if earlier and earlier[-1].sentence == here else None):
        return False
    at = chunk - 1
    while is_chunk(analysis, at, Kind.ADVERB):
        at -= 1
    return is_chunk(analysis, at, Kind.PREPOSITION) or continues_list(analysis, chunk, earlier, here)


def _is_somewhere(analysis: Analysis, chunk: int, last: Earlier | None) -> bool:
    """Tell whether a bare number is of those who are somewhere, as they are in the places that the one before counts.

    For `lived in two camps and 9,000 in towns`, `and 9,000 elsewhere`.
    """
    after = chunk + 1
    if after < len(analysis.chunks) and analysis.chunks[after].word in _WHERE:
        return True
    return (
        last is not None and _leads_to_place(analysis, after) and not _leads_to_place(analysis, last.quantity.chunk + 1)
    )


def _leads_to_place(analysis: Analysis, index: int) -> bool:
    return is_chunk(analysis, index, Kind.PREPOSITION) and analysis.chunks[index].word in {
        "in",
        "at",
        "inside",
        "outside",
    }


def continues_list(analysis: Analysis, chunk: int, earlier: Sequence[Earlier], here: int) -> bool:
    """Tell whether a bare number goes on with a list whose earlier member has its noun: a comma or `and` before it."""
    if not earlier or earlier[-1].sentence != here or analysis.chunks[chunk].first != analysis.chunks[chunk].last:
        return False
    between = analysis.chunks[earlier[-1].quantity.chunk : chunk]
    if is_chunk(analysis, chunk + 1, Kind.VERB) and any(one.kind is Kind.VERB for one in between):
        # `Editors of 14 papers were barred, and two were fined`: a clause of its own.
        return False
    return is_chunk(analysis, chunk - 1, Kind.COMMA) or is_chunk(analysis, chunk - 1, Kind.CONJUNCTION)
