"""The official exchange rate of the World Bank, PA.NUS.FCRF: a wide CSV of averages with lines before its header."""

from collections.abc import Iterator, Sequence

from pipeline.money.csv_lines import Line, plain_number
from pipeline.money.downloads.download import Collector, Download
from pipeline.money.downloads.periods import period_of
from pipeline.money.exchange_rate import PERIOD_AVERAGE, ExchangeRate, Frequency
from pipeline.reading.countries import country_problem

_HEADER = ("Country Name", "Country Code", "Indicator Name", "Indicator Code")
_INDICATOR = "PA.NUS.FCRF"
_EURO_AREA = "EMU"
_SOURCE = "World Bank, World Development Indicators PA.NUS.FCRF"


def recognizes(header: Sequence[str]) -> bool:
    """Return whether a line is the header of such a download."""
    years = [name for name in header[len(_HEADER) :] if name.strip()]
    return tuple(header[: len(_HEADER)]) == _HEADER and bool(years) and all(_is_year(name) for name in years)


def _is_year(name: str) -> bool:
    period = period_of(name)
    return period is not None and period[1] is Frequency.YEARLY


def read(header: Sequence[str], lines: Iterator[Line]) -> Download:
    """Return the rates under the header."""
    collector = Collector("world_bank")
    for line in lines:
        cells = line.cells
        stated = [(at, name) for at, name in enumerate(header) if at >= len(_HEADER) and at < len(cells) and cells[at]]
        name, code, indicator = cells[0], cells[1], cells[3] if len(cells) > len(_HEADER) else ""
        if indicator != _INDICATOR:
            collector.skip(f"an indicator that is not {_INDICATOR}", len(stated))
            continue
        series = [
            ExchangeRate("", period[0], Frequency.YEARLY, PERIOD_AVERAGE, _SOURCE, number)
            for at, year in stated
            if (period := period_of(year)) and (number := plain_number(cells[at].strip())) is not None
        ]
        if code == _EURO_AREA:
            for rate in series:
                collector.take(ExchangeRate("EUR", rate.date, rate.frequency, rate.basis, rate.source, rate.rate))
        elif country_problem(code) is not None:
            collector.skip(f"{name}: no country", len(series))
        else:
            collector.take_national(code, name, series)
    return collector.download()
