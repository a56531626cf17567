"""One series of rates, its dates beside it, so that a stretch of it is found without going through all of it."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from pipeline.money.exchange_rate import ExchangeRate, Frequency


@dataclass(frozen=True, slots=True)
class RateSeries:
    """Rates of one currency, frequency, basis and publisher, by date."""

    rates: Sequence[ExchangeRate]
    dates: Sequence[date]

    @property
    def frequency(self) -> Frequency:
        """How often the series is stated."""
        return self.rates[0].frequency

    @property
    def basis(self) -> str:
        """What the rates are of their time."""
        return self.rates[0].basis

    def at(self, day: date) -> ExchangeRate | None:
        """Return the rate of a day, null for none."""
        place = bisect_left(self.dates, day)
        return self.rates[place] if place < len(self.dates) and self.dates[place] == day else None

    def before(self, day: date) -> ExchangeRate | None:
        """Return the last rate before a day, null for none."""
        place = bisect_left(self.dates, day)
        return self.rates[place - 1] if place else None

    def after(self, day: date) -> ExchangeRate | None:
        """Return the first rate after a day, null for none."""
        place = bisect_right(self.dates, day)
        return self.rates[place] if place < len(self.rates) else None

    def between(self, first: date, last: date) -> Sequence[ExchangeRate]:
        """Return the rates from one day to another, both included."""
        return self.rates[bisect_left(self.dates, first) : bisect_right(self.dates, last)]


def series_of(rates: Sequence[ExchangeRate]) -> RateSeries:
    """Return the series of rates that are by date."""
    return RateSeries(tuple(rates), tuple(rate.date for rate in rates))
