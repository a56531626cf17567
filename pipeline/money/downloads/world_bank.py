"""The official exchange rate of the World Bank, PA.NUS.FCRF: a wide CSV of averages with lines before its header."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from pipeline.money.csv_lines import Line, stated_number
from pipeline.money.downloads.download import Collector, Download
from pipeline.money.downloads.periods import period_of
from pipeline.money.exchange_rate import PERIOD_AVERAGE, ExchangeRate, Frequency
from pipeline.money.national_currency import present_currency
from pipeline.reading.countries import country_problem

_HEADER = ("Country Name", "Country Code", "Indicator Name", "Indicator Code")
_INDICATOR = "PA.NUS.FCRF"
_EURO_AREA = "EMU"
_SOURCE = "World Bank, World Development Indicators PA.NUS.FCRF"
_NO_OBSERVATION = frozenset({"", ".."})


def recognizes(header: Sequence[str]) -> bool:
    """Return whether a line is the header of such a download."""
    years = [name for name in header[len(_HEADER) :] if name.strip()]
    return tuple(header[: len(_HEADER)]) == _HEADER and bool(years) and all(_is_year(name) for name in years)


def _is_year(name: str) -> bool:
    period = period_of(name)
    return period is not None and period[1] is Frequency.YEARLY


def read(header: Sequence[str], lines: Iterator[Line]) -> Download:
    """Return the rates under the header; raises RatesError where a cell that should be a number is none."""
    collector = Collector("world_bank")
    listed = list(lines)
    has_euro_area = any(line.cells[1] == _EURO_AREA for line in listed)
    for line in listed:
        name, code, _, indicator = line.cells[: len(_HEADER)]
        series = _series(header, line)
        tender = present_currency(code)
        if indicator != _INDICATOR:
            collector.skip(f"an indicator that is not {_INDICATOR}", len(series))
        elif code == _EURO_AREA:
            for rate in series:
                collector.take(replace(rate, currency="EUR"))
        elif country_problem(code) is not None:
            collector.skip(f"{name}: no country", len(series))
        elif has_euro_area and tender is not None and tender.currency == "EUR":
            collector.skip("members of the euro area, which has a line of its own", len(series))
        else:
            collector.take_national(code, name, series)
    return collector.download()


def _series(header: Sequence[str], line: Line) -> list[ExchangeRate]:
    series = []
    for name, cell in list(zip(header, line.cells, strict=False))[len(_HEADER) :]:
        period, number = period_of(name), stated_number(cell.strip())
        if cell.strip() in _NO_OBSERVATION:
            continue
        if period is None or number is None:
            raise line.fault(f"{cell[:40]!r} is no rate of {name!r}; download the file again")
        series.append(ExchangeRate("", period[0], Frequency.YEARLY, PERIOD_AVERAGE, _SOURCE, number))
    return series
