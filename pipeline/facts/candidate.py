"""What is asked of the codebook: a number with all that was read around it."""

from dataclasses import dataclass
from functools import lru_cache

from pipeline.facts.fact import Modality
from pipeline.facts.relation import Relation
from pipeline.facts.steps import quantity_at
from pipeline.language.chunks import Chunk
from pipeline.numerals.counted import Counted
from pipeline.numerals.quantities import Analysis, Quantity


@dataclass(frozen=True, slots=True, eq=False)
class Candidate:
    """A number that may answer to an indicator; equal to itself alone, so that what is asked of it is remembered."""

    analysis: Analysis
    index: int
    """Chunk of the number."""
    counted: Counted
    unit: str
    relations: tuple[Relation, ...]
    modality: Modality
    before: str
    """Words of the sentences before, between spaces, for what only the context says."""

    @property
    def chunk(self) -> Chunk:
        """The phrase of the number."""
        return self.analysis.chunks[self.index]

    @property
    def quantity(self) -> Quantity | None:
        """The number with its bounds and measure."""
        return quantity_at(self.analysis, self.index)

    @property
    def words(self) -> tuple[str, ...]:
        """Words of the sentence in lower case."""
        return self.analysis.sentence.words

    @property
    def context(self) -> str:
        """Words of the sentence and of those before, between spaces."""
        return f"{spaced(self.words)}{self.before}"


@lru_cache(maxsize=256)
def spaced(words: tuple[str, ...]) -> str:
    """Return words between spaces, so that a phrase between spaces is found only where whole words say it."""
    return f" {' '.join(words)} "
