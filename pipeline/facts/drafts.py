"""A quantity on its way to a fact: all that was read of it, before it is known what it belongs to."""

from dataclasses import dataclass

from pipeline.facts.matching import Match
from pipeline.facts.modality import Force
from pipeline.facts.periods import Dated
from pipeline.facts.relations import Relation
from pipeline.numerals.counting import Counted
from pipeline.numerals.quantities import Analysis, Quantity


@dataclass(frozen=True, slots=True)
class Draft:
    """A quantity of a paragraph with its context; indices point at other drafts of the same paragraph."""

    sentence: int
    analysis: Analysis
    quantity: Quantity
    counted: Counted
    unit: str
    relations: tuple[Relation, ...]
    force: Force
    match: Match | None
    whole: int = -1
    """The draft that this one is a part of."""
    heir_of: int = -1
    """The draft from which it takes its indicator, because the text leaves the predicate out."""
    equivalent_of: int = -1
    comparison: bool = False
    """Whether it is set beside a number of another time (`compared with 2,145 in 2018`)."""
    dated: Dated | None = None
    attributed_to: str | None = None
    attribution_evidence: str | None = None

    @property
    def offset(self) -> int:
        """Offset of the numeral in the paragraph."""
        return self.analysis.readings[self.quantity.reading].figure.start

    @property
    def end(self) -> int:
        """End of the numeral in the paragraph, exclusive."""
        return self.analysis.readings[self.quantity.reading].figure.end

    @property
    def chunk(self) -> int:
        """Chunk of the numeral in its sentence."""
        return self.quantity.chunk
