"""What the core made of a document, without the document: the record that a build keeps."""

from dataclasses import dataclass

from pipeline.facts.fact import Fact
from pipeline.numerals.numeral import Numeral


@dataclass(frozen=True, slots=True)
class Ledger:
    """What the core made of a document, without the document: the record that a build keeps."""

    numerals: tuple[Numeral, ...]
    facts: tuple[Fact, ...]
