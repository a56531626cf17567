"""Results whose noun stands with the last of a list: `gave the Labor Party 61, the Coast Party 54, and B 5 seats`."""

from collections.abc import Sequence

from pipeline.language.chunks import Kind
from pipeline.numerals.counted import Counted, Earlier, Source
from pipeline.numerals.own_nouns import own_noun
from pipeline.numerals.phrases import is_bare, is_phrase, is_plain_phrase, kind_at
from pipeline.numerals.quantities import Analysis, Quantity

_RESULTS = frozenset({"seat", "mandate", "vote"})
_OF_RESULTS = frozenset({"seat", "vote", "percent"})
# Members of a list that are looked through for the noun.
_MOST_LISTED = 8
_CONNECTIVES = frozenset({Kind.COMMA, Kind.CONJUNCTION})


def noun_of_later_result(
    analysis: Analysis, quantity: Quantity, text: str, earlier: Sequence[Earlier], here: int
) -> Counted | None:
    """Return the noun of the results that a list of winners ends in, for a bare number of it; null for any other.

    Null too where a result stands before it, whose noun serves those after it.
    """
    at = quantity.chunk
    if kind_at(analysis, at + 1) not in _CONNECTIVES or not is_bare(analysis, quantity):
        return None
    if any(one.sentence == here and one.unit in _OF_RESULTS and not _is_later(one) for one in earlier):
        return None
    for _ in range(_MOST_LISTED):
        step = at + 1
        while kind_at(analysis, step) in _CONNECTIVES:
            step += 1
        if step == at + 1:
            return None
        step += is_plain_phrase(analysis, step)
        if not is_phrase(analysis, step) or analysis.chunks[step].number < 0:
            return None
        other = analysis.quantities[analysis.chunks[step].number]
        if other is None or other.measure is not None:
            return None
        if not is_bare(analysis, other):
            found = own_noun(analysis, other, text)
            return found if found is not None and found.head in _RESULTS else None
        at = step
    return None


def _is_later(found: Earlier) -> bool:
    """Tell whether the noun of a number stands with one behind it."""
    return found.counted.source is Source.OWN and found.counted.chunk > found.quantity.chunk
