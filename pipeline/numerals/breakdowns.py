"""Breakdowns in parentheses: `refugees were from Somalia (252,000) and Eritrea (164,000)`."""

from collections.abc import Sequence

from pipeline.language.chunks import Kind
from pipeline.language.nouns import noun_class, singular
from pipeline.numerals.counted import Counted, Earlier, Source
from pipeline.numerals.latest_antecedents import main_antecedent, taken
from pipeline.numerals.phrases import is_bare, is_capitalized, is_chunk, is_phrase, noun_of
from pipeline.numerals.quantities import Analysis, Quantity

_OF_PEOPLES = ("ans", "is")
_OF_PLACES = frozenset({"from", "in", "to", "at"})
# `The majority were from Somalia (252,000), others from Eritrea (164,000)`
_MOST = frozenset({"majority", "most", "bulk", "others", "many", "rest", "remainder"})
_LEAST = 100
"""What stands alone in parentheses after a name is as soon an age or the number of a list, where it is less."""


def stands_in_breakdown(analysis: Analysis, quantity: Quantity) -> bool:
    """Tell whether a bare number stands alone in parentheses after a noun or name."""
    index = quantity.chunk
    return (
        is_chunk(analysis, index - 1, Kind.OPEN)
        and is_chunk(analysis, index + 1, Kind.CLOSE)
        and is_phrase(analysis, index - 2)
        and quantity.measure is None
        and (quantity.value or quantity.low or 0) >= _LEAST
        and is_bare(analysis, quantity)
    )


def broken_down(
    analysis: Analysis, quantity: Quantity, text: str, earlier: Sequence[Earlier], here: int
) -> Counted | None:
    """Return what a number in a breakdown counts.

    That is the persons whom it stands behind (`Iraqis (30,200)`), else the last persons told of in the sentence before
    the first name (`refugees from Somalia (252,000)`), or those of the sentence before of whom this one tells the most
    (`The majority were from Somalia (252,000)`). Null where it stands in no breakdown, or no persons are told of.
    """
    if not stands_in_breakdown(analysis, quantity):
        return None
    if _is_people(analysis, quantity.chunk - 2):
        return noun_of(analysis, quantity.chunk - 2, text, Source.OWN)
    for at in range(quantity.chunk - 2, -1, -1):
        if not is_phrase(analysis, at):
            continue
        phrase = analysis.chunks[at]
        if phrase.word in _MOST and not is_chunk(analysis, at + 1, Kind.PREPOSITION, "of"):
            whole = main_antecedent(earlier, here)
            return whole if whole.kind == "person" else None
        if noun_class(phrase.word) != "person" or singular(phrase.word) == phrase.word:
            continue
        if phrase.number < 0:
            return noun_of(analysis, at, text, Source.OWN if at == quantity.chunk - 2 else Source.SUBJECT)
        return next((taken(earlier, index) for index, found in enumerate(earlier) if _is_at(found, at, earlier)), None)
    return None


def _is_people(analysis: Analysis, index: int) -> bool:
    """Tell whether a phrase names a people by the ending of its plural, and no place (`Iraqis`, but `from Tunis`)."""
    located = is_chunk(analysis, index - 1, Kind.PREPOSITION) and analysis.chunks[index - 1].word in _OF_PLACES
    phrase = analysis.chunks[index]
    return not located and is_capitalized(analysis.sentence.surfaces[phrase.head]) and phrase.word.endswith(_OF_PEOPLES)


def _is_at(found: Earlier, chunk: int, earlier: Sequence[Earlier]) -> bool:
    return found.sentence == earlier[-1].sentence and found.counted.chunk == chunk
