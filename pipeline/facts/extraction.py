"""The core: from a document to its ledger and its facts, a pure function of the document."""

from pipeline.facts.fact import Fact
from pipeline.numerals.numeral import Numeral
from pipeline.reading.document import Document


def extract(document: Document) -> tuple[tuple[Numeral, ...], tuple[Fact, ...]]:
    """Return the ledger of the document and its facts, both in text order."""
    raise NotImplementedError
