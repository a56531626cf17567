"""What is taken from the download of an official series, and what is not, with the reason."""

from collections import Counter
from dataclasses import dataclass

from pipeline.money.exchange_rate import ExchangeRate
from pipeline.money.national_currency import national_currency
from schemas.files.exchange_rates import HIGHEST_RATE, LOWEST_RATE


@dataclass(frozen=True, slots=True)
class Skipped:
    """Cells of a download that give no rate, for one reason."""

    reason: str
    cells: int


@dataclass(frozen=True, slots=True)
class Download:
    """The rates of a download."""

    name: str
    """Of the file that keeps the rates of this publisher, without its suffix."""
    rates: tuple[ExchangeRate, ...]
    skipped: tuple[Skipped, ...]


class Collector:
    """Gathers the rates of a download, and counts what is passed over."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._rates: dict[object, ExchangeRate] = {}
        self._skipped: Counter[str] = Counter()

    def skip(self, reason: str, cells: int = 1) -> None:
        """Count cells that give no rate."""
        if cells:
            self._skipped[reason] += cells

    def take(self, rate: ExchangeRate) -> None:
        """Take a rate, unless it cannot be one, or the download states another for the same time."""
        if rate.currency == "USD":
            self.skip("the US dollar itself")
        elif not LOWEST_RATE <= rate.rate <= HIGHEST_RATE:
            self.skip("a number that can be no rate")
        elif self._rates.setdefault(rate.key, rate).rate != rate.rate:
            self.skip(f"{rate.currency}: another country that uses it has another rate for the same time")

    def take_national(self, country: str, label: str, series: list[ExchangeRate]) -> None:
        """Take a series in the national currency of a country (alpha-3), from the day on which that currency was it.

        Publishers restate older rates in the currency of today, so what was before that day is nobody's rate.
        """
        last = max((rate.date for rate in series), default=None)
        currency = None if last is None else national_currency(country, last)
        if currency is None:
            self.skip(f"{label}: no one national currency is known", len(series))
            return
        for rate in series:
            if national_currency(country, rate.date) == currency:
                self.take(ExchangeRate(currency, rate.date, rate.frequency, rate.basis, rate.source, rate.rate))
            else:
                self.skip(f"{currency}: before it was the currency of {label}")

    def download(self) -> Download:
        """Return what was gathered, by currency and date; reasons by how much they passed over."""
        skipped = tuple(Skipped(reason, cells) for reason, cells in self._skipped.most_common())
        return Download(self._name, tuple(sorted(self._rates.values())), skipped)
