"""The reference rates of the European Central Bank (`eurofxref-hist.csv`): daily, per euro, crossed with the dollar."""

import re
from collections.abc import Iterator, Sequence
from datetime import date

from pipeline.money.csv_lines import Line, iso_day, stated_number
from pipeline.money.downloads.download import Collector, Download
from pipeline.money.exchange_rate import ExchangeRate, Frequency
from pipeline.numerals.currencies import currency_codes

_SOURCE = "European Central Bank, euro foreign exchange reference rates"
_BASIS = "reference rate, crossed through the euro"
_NOT_QUOTED = frozenset({"", "N/A"})
_SIGNIFICANT_DIGITS = 8
"""Of a crossed rate: more than either rate has."""


def recognizes(header: Sequence[str]) -> bool:
    """Return whether a line is the header of such a download."""
    codes = [name.strip() for name in header[1:] if name.strip()]
    return header[0].strip() == "Date" and "USD" in codes and all(re.fullmatch(r"[A-Z]{3}", code) for code in codes)


def read(header: Sequence[str], lines: Iterator[Line]) -> Download:
    """Return the rates under the header, in units for one USD; raises RatesError where a cell is no rate."""
    collector = Collector("ecb")
    names = [name.strip() for name in header]
    for line in lines:
        cells = dict(zip(names, (cell.strip() for cell in line.cells), strict=False))
        day, dollar = iso_day(cells["Date"]), stated_number(cells["USD"])
        if day is None:
            raise line.fault(f"{cells['Date'][:40]!r} is no day such as 2020-08-18; download the file again")
        if not dollar:
            stated = sum(code != "Date" and cell not in _NOT_QUOTED for code, cell in cells.items())
            collector.skip("a day without a rate of the dollar", stated)
            continue
        collector.take(_crossed("EUR", day, 1 / dollar))
        for code, cell in cells.items():
            if code in {"Date", "USD", ""} or cell in _NOT_QUOTED:
                continue
            number = stated_number(cell)
            if number is None:
                raise line.fault(f"{cell[:40]!r} is no rate of {code}; download the file again")
            if code not in currency_codes():
                collector.skip(f"{code}: no currency of ISO 4217")
                continue
            collector.take(_crossed(code, day, number / dollar))
    return collector.download()


def _crossed(currency: str, day: date, rate: float) -> ExchangeRate:
    rounded = float(f"{rate:.{_SIGNIFICANT_DIGITS}g}")
    return ExchangeRate(currency, day, Frequency.DAILY, _BASIS, _SOURCE, rounded)
