"""Bare numbers in a list whose members have two numbers each: `39 percent and 56 seats, the Greens 32 and 42`."""

from collections.abc import Sequence
from itertools import pairwise

from pipeline.language.chunks import Kind, VerbForm
from pipeline.numerals.counted import Earlier
from pipeline.numerals.phrases import is_bare, is_chunk, is_plain_phrase
from pipeline.numerals.quantities import Analysis, Quantity

# What a result is told in.
_OF_RESULTS = frozenset({"seat", "percent", "vote"})
_BESIDE = frozenset({"with", "on"})


def paired_antecedent(analysis: Analysis, quantity: Quantity, earlier: Sequence[Earlier], here: int) -> int:
    """Return the earlier number, of a result told in two units, to which a bare one runs parallel; -1 for none.

    After a new subject that is the first of its pair, after `and`, `with` or a parenthesis the second.
    """
    if not is_bare(analysis, quantity) or not earlier or earlier[-1].sentence != here:
        return -1
    told = _of_clause(analysis, quantity.chunk, earlier, here)
    in_two_units = any(earlier[index].unit != earlier[told[0]].unit for index in told)
    if not in_two_units or earlier[-1].unit not in _OF_RESULTS:
        return -1
    if is_plain_phrase(analysis, quantity.chunk - 1) or _closes_apposition(analysis, quantity.chunk, earlier[-1]):
        # `took 40.2 percent and 20 seats, and the Union 12`: one number is more likely seats than a share.
        opens_pair = earlier[told[0]].unit != "percent" or _is_broken(quantity) or _opens_pair(analysis, quantity)
        return _fitting(quantity, earlier, told[0]) if opens_pair else -1
    if _stands_beside(analysis, quantity.chunk, earlier[-1]):
        return _second_of_pair(quantity, earlier, told)
    return -1


def _closes_apposition(analysis: Analysis, chunk: int, last: Earlier) -> bool:
    """Read `; New Republic, the party of the outgoing government, 91`: a new subject with what explains it."""
    named = is_chunk(analysis, chunk - 1, Kind.COMMA) and is_plain_phrase(analysis, chunk - 2)
    return named and any(one.kind is Kind.SEMICOLON for one in analysis.chunks[last.quantity.chunk : chunk])


def _of_clause(analysis: Analysis, chunk: int, earlier: Sequence[Earlier], here: int) -> list[int]:
    """Return the results told before a number since the latest finite verb, over gerunds and asides."""
    verbs = [at for at in range(chunk) if _is_finite(analysis, at)]
    results = [
        index
        for index, found in enumerate(earlier)
        if found.sentence == here and found.unit in _OF_RESULTS and not analysis.chunks[found.quantity.chunk].hyphenated
    ]
    for verb in reversed(verbs):
        governed = [index for index in results if earlier[index].quantity.chunk > verb]
        if governed:
            return governed
    return results


def _is_finite(analysis: Analysis, at: int) -> bool:
    chunk = analysis.chunks[at]
    return chunk.kind is Kind.VERB and chunk.form in {VerbForm.FINITE, VerbForm.PAST_OR_PARTICIPLE}


def _stands_beside(analysis: Analysis, chunk: int, last: Earlier) -> bool:
    """Tell whether nothing but a link stands between a number and the one before."""
    link = analysis.chunks[chunk - 1]
    links = (
        is_chunk(analysis, chunk - 1, Kind.CONJUNCTION, "and")
        or is_chunk(analysis, chunk - 1, Kind.CONJUNCTION, "or")
        or link.kind is Kind.OPEN
        or (link.kind is Kind.PREPOSITION and link.word in _BESIDE)
    )
    comma = is_chunk(analysis, chunk - 2, Kind.COMMA)
    return links and last.quantity.chunk >= chunk - 2 - comma


def _second_of_pair(quantity: Quantity, earlier: Sequence[Earlier], told: Sequence[int]) -> int:
    """Return the first number that stands right after one in the unit of the latest, and has another unit."""
    first = earlier[-1].unit
    for index, following in pairwise(told):
        if earlier[index].unit == first and earlier[following].unit != first:
            return _fitting(quantity, earlier, following)
    return -1


def _opens_pair(analysis: Analysis, quantity: Quantity) -> bool:
    """Tell whether a second number stands right behind a link after a number."""
    at = quantity.chunk + 2
    return at < len(analysis.chunks) and analysis.chunks[at].number >= 0


def _is_broken(quantity: Quantity) -> bool:
    return quantity.value is not None and not float(quantity.value).is_integer()


def _fitting(quantity: Quantity, earlier: Sequence[Earlier], index: int) -> int:
    """Return an index, or -1 where a broken number would count whole things."""
    return -1 if _is_broken(quantity) and earlier[index].unit != "percent" else index
