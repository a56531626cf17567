"""The Reporting Rates of Exchange of the US Treasury: a CSV with a line a country and quarter, and amendments between.

The columns are named as the page of the data names them (`Record Date`) or as its interface does (`record_date`).
"""

import re
from collections.abc import Iterator, Sequence
from datetime import date

from pipeline.money.csv_lines import Line, grouped_number, iso_day
from pipeline.money.downloads.download import Collector, Download
from pipeline.money.exchange_rate import END_OF_PERIOD, ExchangeRate, Frequency, is_last_day
from pipeline.money.national_currency import country_named, is_named, national_currency

_COLUMNS = ("record_date", "country", "currency", "exchange_rate")
_SOURCE = "US Department of the Treasury, Reporting Rates of Exchange"
_EURO_AREA = "euro zone"


def recognizes(header: Sequence[str]) -> bool:
    """Return whether a line is the header of such a download."""
    return set(_COLUMNS) <= set(map(_plain, header))


def read(header: Sequence[str], lines: Iterator[Line]) -> Download:
    """Return the rates under the header; raises RatesError where a line has no day or no number."""
    collector = Collector("us_treasury")
    names = [_plain(name) for name in header]
    for line in lines:
        cells = dict(zip(names, (cell.strip() for cell in line.cells), strict=False))
        day = iso_day(cells.get("effective_date") or cells["record_date"])
        number = grouped_number(cells["exchange_rate"])
        if day is None or number is None:
            raise line.fault("it has no day such as 2020-09-30, or no number, for its rate; download the file again")
        frequency = _frequency(day)
        if frequency is None:
            collector.skip("a rate that took effect within a month")
            continue
        country, currency = cells["country"], _currency(cells, day)
        if currency is None:
            collector.skip(f"{country}, {cells['currency']}: no currency of that name is certain")
            continue
        collector.take(ExchangeRate(currency, day, frequency, END_OF_PERIOD, _SOURCE, number))
    return collector.download()


def _frequency(day: date) -> Frequency | None:
    """Return the quarter of a rate, the month of an amendment, null for any other day."""
    if is_last_day(day, Frequency.QUARTERLY):
        return Frequency.QUARTERLY
    return Frequency.MONTHLY if is_last_day(day, Frequency.MONTHLY) else None


def _currency(cells: dict[str, str], day: date) -> str | None:
    if cells["country"].lower() == _EURO_AREA:
        return "EUR"
    country = country_named(cells["country"])
    currency = None if country is None else national_currency(country, day)
    if country is None or currency is None or not is_named(currency, cells["currency"], country, day):
        return None
    return currency


def _plain(name: str) -> str:
    return re.sub(r"[^a-z]+", "_", name.strip().lower())
