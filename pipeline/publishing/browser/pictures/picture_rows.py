"""The rows that pictures are drawn from, and what each is called where a reader points at it."""

from dataclasses import dataclass
from datetime import date

from pipeline.facts.codebook import codebook
from schemas.tables.choice_words import choice_words


@dataclass(frozen=True, slots=True)
class CountedRow:
    """A row of `facts`, for the picture that counts them."""

    fact_id: str
    indicator: str
    quote: str


@dataclass(frozen=True, slots=True)
class DetentionRow:
    """A row of `detentions`."""

    fact_id: str
    indicator: str
    country: str
    value: float | None
    low: float | None
    high: float | None
    approximation: str
    counted: str | None
    modality: str
    attributed_to: str | None
    period_start: date | None
    period_end: date | None
    surface: str

    @property
    def number(self) -> float | None:
        """The number that is drawn: the one stated, else a bound of it."""
        return next((number for number in (self.value, self.low, self.high) if number is not None), None)


@dataclass(frozen=True, slots=True)
class FineRow:
    """A row of `fines`."""

    fact_id: str
    country: str
    report_year: int
    approximation: str
    surface: str
    currency: str
    usd_converted: float | None
    usd_deviation_pct: float | None
    equivalent_fit: str


def indicator_label(indicator: str) -> str:
    """Return what the codebook calls an indicator; its id where the codebook has it no more."""
    known = codebook().indicators.get(indicator)
    return known.label if known else indicator


def hedged(approximation: str, surface: str) -> str:
    """Return the numeral of a row with its hedge."""
    whole = approximation in {"exact", "between", "order_of_magnitude"}
    return surface if whole else f"{choice_words('approximation', approximation)} {surface}"
