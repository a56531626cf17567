"""The reference rates of the European Central Bank (`eurofxref-hist.csv`): daily, per euro, crossed with the dollar."""

import re
from collections.abc import Iterator, Sequence
from datetime import date

from pipeline.money.csv_lines import Line, iso_day, plain_number
from pipeline.money.downloads.download import Collector, Download
from pipeline.money.exchange_rate import ExchangeRate, Frequency
from pipeline.numerals.currencies import currency_codes

_SOURCE = "European Central Bank, euro foreign exchange reference rates"
_BASIS = "reference rate, crossed through the euro"
_SIGNIFICANT_DIGITS = 8
"""Of a crossed rate: more than either rate has."""


def recognizes(header: Sequence[str]) -> bool:
    """Return whether a line is the header of such a download."""
    codes = [name for name in header[1:] if name.strip()]
    return header[0].strip() == "Date" and "USD" in codes and all(re.fullmatch(r"[A-Z]{3}", code) for code in codes)


def read(header: Sequence[str], lines: Iterator[Line]) -> Download:
    """Return the rates under the header, in units for one USD."""
    collector = Collector("ecb")
    for line in lines:
        cells = dict(zip(header, (cell.strip() for cell in line.cells), strict=False))
        day, dollar = iso_day(cells["Date"]), plain_number(cells.get("USD", ""))
        if day is None or not dollar:
            collector.skip("a line without a day or a rate of the dollar", sum(map(bool, line.cells[1:])))
            continue
        collector.take(_crossed("EUR", day, 1 / dollar))
        for code, cell in cells.items():
            if code in {"Date", "USD", ""} or cell in {"", "N/A"}:
                continue
            number = plain_number(cell)
            if code not in currency_codes() or number is None:
                collector.skip(f"{code}: no currency of ISO 4217, or no number")
                continue
            collector.take(_crossed(code, day, number / dollar))
    return collector.download()


def _crossed(currency: str, day: date, rate: float) -> ExchangeRate:
    rounded = float(f"{rate:.{_SIGNIFICANT_DIGITS}g}")
    return ExchangeRate(currency, day, Frequency.DAILY, _BASIS, _SOURCE, rounded)
