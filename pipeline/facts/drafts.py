"""A quantity on its way to a fact: all that was read of it, before it is known what it belongs to."""

from collections.abc import Sequence

from pipeline.facts.matching import Match
from pipeline.facts.modality import Force
from pipeline.facts.periods import Dated
from pipeline.facts.relation import Relation
from pipeline.numerals.counted import Counted
from pipeline.numerals.quantities import Analysis, Quantity
from pipeline.numerals.words import Figure
from pipeline.record import record


@record
class Draft:
    """A quantity of a paragraph with its context; indices point at other drafts of the same paragraph."""

    sentence: int
    analysis: Analysis
    quantity: Quantity
    chunk: int
    """Chunk of the numeral in its sentence."""
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
    """The draft of the amount that this one converts to dollars."""
    comparison: bool = False
    """Whether it is set beside a number of another time (`compared with 2,145 in 2018`)."""
    dated: Dated | None = None
    attributed_to: str | None = None
    attribution_evidence: str | None = None

    @property
    def figure(self) -> Figure:
        """The numeral and its tokens."""
        return self.analysis.readings[self.quantity.reading].figure

    @property
    def offset(self) -> int:
        """Offset of the numeral in the paragraph."""
        return self.analysis.readings[self.quantity.reading].figure.start

    @property
    def end(self) -> int:
        """End of the numeral in the paragraph, exclusive."""
        return self.analysis.readings[self.quantity.reading].figure.end

    @property
    def surface(self) -> str:
        """The numeral as the text writes it, its tokens a space apart."""
        figure = self.figure
        return " ".join(self.analysis.sentence.surfaces[figure.first : figure.last + 1])

    @property
    def is_coded(self) -> bool:
        """Whether it answers to an indicator, by itself or through another draft."""
        return self.match is not None or self.heir_of >= 0


def coded_match(drafts: Sequence[Draft], index: int) -> Match | None:
    """Return the match of a draft: its own, else that of the draft from which it takes its indicator."""
    seen: set[int] = set()
    while index >= 0 and index not in seen:
        seen.add(index)
        draft = drafts[index]
        if draft.heir_of < 0:
            return draft.match
        index = draft.heir_of
    return None
