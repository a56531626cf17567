"""What the core made of one document, together with the document: the unit that tables are built from."""

from dataclasses import dataclass

from pipeline.curation.correction import Review
from pipeline.facts.fact import Fact
from pipeline.numerals.numeral import Numeral
from pipeline.reading.document import Document


@dataclass(frozen=True, slots=True)
class Extraction:
    """A document, its ledger and its facts, both in text order, and what reviewers said of them."""

    document: Document
    numerals: tuple[Numeral, ...]
    facts: tuple[Fact, ...]
    reviews: tuple[Review, ...] = ()
