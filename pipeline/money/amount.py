"""An amount of money as a fact states it, with the equivalent that the text gives."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Amount:
    """The number with its bounds (CODING.md 2), its currency, its period, and its equivalent in USD."""

    value: float | None
    low: float | None
    high: float | None
    currency: str
    country: str
    """Of the report, ISO 3166-1 alpha-3."""
    report_year: int
    period_start: date | None
    period_end: date | None
    usd_reported_low: float | None
    usd_reported_high: float | None

    @property
    def least(self) -> float | None:
        """The amount that the lower end of the equivalent converts: the number stated, else its lower bound."""
        return self.value if self.value is not None else self.low

    @property
    def most(self) -> float | None:
        """The amount that the upper end of the equivalent converts: the number stated, else its upper bound."""
        return self.value if self.value is not None else self.high
