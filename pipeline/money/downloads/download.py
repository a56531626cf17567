"""What is taken from the download of an official series, and what is not, with the reason."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from pipeline.money.csv_lines import Line
from pipeline.money.exchange_rate import ExchangeRate, RateKey
from pipeline.money.national_currency import present_currency
from pipeline.money.rate_rules import fault_of

# Publishers of one rate for several countries round it differently; beyond this it is another rate.
_ROUNDING = 0.001


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


class Publisher(Protocol):
    """A module that reads the downloads of one publisher."""

    def recognizes(self, header: Sequence[str]) -> bool:
        """Return whether a line is the header of such a download."""

    def read(self, header: Sequence[str], lines: Iterator[Line]) -> Download:
        """Return the rates under the header; raises RatesError where a line is not what it must be."""


class Collector:
    """Gathers the rates of a download, and counts what is passed over."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._rates: dict[RateKey, ExchangeRate] = {}
        self._contradicted: set[RateKey] = set()
        self._skipped: Counter[str] = Counter()

    def skip(self, reason: str, cells: int = 1) -> None:
        """Count cells that give no rate."""
        if cells:
            self._skipped[reason] += cells

    def take(self, rate: ExchangeRate) -> None:
        """Take a rate, unless it cannot be one, or the download states two for the same time; then neither is taken."""
        if rate.currency == "USD":
            self.skip("the US dollar itself")
            return
        if fault_of(rate) is not None:
            self.skip(f"{rate.currency}: a number or a day that can be no rate's")
            return
        first = self._rates.setdefault(rate.key, rate)
        if abs(first.rate - rate.rate) > _ROUNDING * first.rate:
            self._contradicted.add(rate.key)

    def take_national(self, country: str, label: str, series: Iterable[ExchangeRate]) -> None:
        """Take a series in the national currency of a country (alpha-3), from the day on which it became that.

        Publishers restate older rates in the currency of today, so what was before that day is nobody's rate.
        """
        listed = list(series)
        tender = present_currency(country)
        if tender is None:
            self.skip(f"{label}: no one national currency is known", len(listed))
            return
        for rate in listed:
            if rate.date >= tender.since:
                self.take(replace(rate, currency=tender.currency))
            else:
                self.skip(f"{tender.currency}: before it was the currency of {label}")

    def download(self) -> Download:
        """Return what was gathered, by currency and date; reasons by how much they passed over."""
        for key in self._contradicted:
            self.skip(f"{key[0][0]}: two rates for the same time")
        rates = [rate for key, rate in self._rates.items() if key not in self._contradicted]
        order = sorted(self._skipped.items(), key=lambda item: (-item[1], item[0]))
        return Download(self._name, tuple(sorted(rates)), tuple(Skipped(reason, cells) for reason, cells in order))
