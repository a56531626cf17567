"""What is coded of a document, without what depends on where it stands: equal for the same report in two formats."""

from pipeline.facts.extraction import extract
from pipeline.facts.fact import Fact
from pipeline.numerals.numeral import Numeral
from pipeline.reading.document import Document


def codings(document: Document) -> list[tuple[object, ...]]:
    """Return the facts of a document in text order, each with its number and the words that it is a part of."""
    numerals, facts = extract(document)
    by_id = {numeral.numeral_id: numeral for numeral in numerals}
    surfaces = {fact.fact_id: by_id[fact.numeral_id].surface for fact in facts}
    return [_coding(fact, by_id[fact.numeral_id], surfaces.get(fact.part_of or "")) for fact in facts]


def _coding(fact: Fact, numeral: Numeral, whole: str | None) -> tuple[object, ...]:
    stated = (numeral.surface, numeral.value, numeral.low, numeral.high, numeral.approximation, numeral.unit)
    period = (fact.period_start, fact.period_end)
    return (fact.indicator, *stated, fact.counted, fact.modality, fact.attributed_to, *period, whole, fact.detail)
