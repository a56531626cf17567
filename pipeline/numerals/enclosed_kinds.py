"""Numbers that say of what kind those before parentheses are: `30 inquiries (12 robbery, 17 arson, and one fraud)`."""

from collections.abc import Sequence

from pipeline.language.chunks import Kind
from pipeline.language.nouns import noun_class
from pipeline.numerals.counted import Counted, Earlier
from pipeline.numerals.latest_antecedents import taken
from pipeline.numerals.own_nouns import awaits_noun
from pipeline.numerals.phrases import is_bare
from pipeline.numerals.quantities import Analysis, Quantity

_LISTED = frozenset({Kind.NOUN_PHRASE, Kind.COMMA, Kind.CONJUNCTION, Kind.ADVERB})


def kind_enclosed(analysis: Analysis, quantity: Quantity, earlier: Sequence[Earlier], here: int) -> Counted | None:
    """Return the noun of the number before parentheses, for one in them with a singular of no known class; else null.

    What stands behind such a number is no noun that it counts, since several would be a plural.
    """
    if not earlier or earlier[-1].sentence != here or is_bare(analysis, quantity):
        return None
    several = awaits_noun(analysis, quantity)
    single = quantity.value == 1 and noun_class(analysis.chunks[quantity.chunk].word) is None
    if not several and not (single and earlier[-1].enclosed and earlier[-1].counted.subset):
        return None
    at = quantity.chunk - 1
    while at > 0 and analysis.chunks[at].kind in _LISTED:
        at -= 1
    if analysis.chunks[at].kind is not Kind.OPEN:
        return None
    for index in range(len(earlier) - 1, -1, -1):
        found = earlier[index]
        if found.sentence != here:
            return None
        if found.quantity.chunk < at:
            return taken(earlier, index, subset=True) if _may_be_divided(found, quantity) else None
    return None


def _may_be_divided(whole: Earlier, part: Quantity) -> bool:
    """Tell whether a number counts things and is no smaller than another."""
    return whole.counts_things and (part.value or 0) <= (whole.quantity.value or whole.quantity.low or 0)
