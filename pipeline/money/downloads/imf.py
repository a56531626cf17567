"""The exchange rates of the International Monetary Fund.

Three shapes of the same series: the wide CSV of the data portal (a line a series, named by `SERIES_CODE`), its long CSV
(SDMX-CSV, a line an observation), and the wide CSV of International Financial Statistics (a line a series, named by
`Indicator Code`).
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from pipeline.money.csv_lines import Line, stated_number
from pipeline.money.downloads.download import Collector, Download
from pipeline.money.downloads.periods import period_of
from pipeline.money.exchange_rate import END_OF_PERIOD, PERIOD_AVERAGE, ExchangeRate
from pipeline.money.national_currency import country_named

_PORTAL_SOURCE = "International Monetary Fund, Exchange Rates"
_STATISTICS_SOURCE = "International Monetary Fund, International Financial Statistics"
_SERIES = re.compile(r"(?P<area>[A-Z0-9]+)\.XDC_USD\.(?P<basis>EOP_RT|PA_RT)\.[AQM]")
_COUNTRY = re.compile(r"[A-Z]{3}")
_EURO_AREA = frozenset({"G163", "EMU", "U2"})
_BASES = {
    "EOP_RT": END_OF_PERIOD,
    "PA_RT": PERIOD_AVERAGE,
    "ENDE_XDC_USD_RATE": END_OF_PERIOD,
    "ENDA_XDC_USD_RATE": PERIOD_AVERAGE,
}
_LONG = {"COUNTRY", "INDICATOR", "TYPE_OF_TRANSFORMATION", "TIME_PERIOD", "OBS_VALUE"}
_OBSERVATION = {"TIME_PERIOD", "OBS_VALUE"}
_STATISTICS = {"Country Name", "Country Code", "Indicator Name", "Indicator Code", "Attribute"}
_NO_OBSERVATION = frozenset({"", ".", "..", "...", "n.a.", "NaN", "-"})
_OTHER_SERIES = "a series of something else than domestic currency per US dollar, or not in units"


@dataclass(frozen=True, slots=True)
class _Named:
    """What the cells of a line say that its numbers are of."""

    area: str
    """Alpha-3 of a country, or the code of the euro area."""
    label: str
    basis: str
    source: str


def recognizes(header: Sequence[str]) -> bool:
    """Return whether a line is the header of such a download."""
    names = set(header)
    return "SERIES_CODE" in names or names >= _LONG or names >= _STATISTICS


def read(header: Sequence[str], lines: Iterator[Line]) -> Download:
    """Return the rates under the header; raises RatesError where a cell that should be a number is none."""
    collector = Collector("imf")
    is_long = set(header) >= _OBSERVATION
    periods = [] if is_long else [(at, period) for at, name in enumerate(header) if (period := period_of(name))]
    series: dict[_Named, list[ExchangeRate]] = {}
    for line in lines:
        cells = dict(zip(header, (cell.strip() for cell in line.cells), strict=False))
        stated = (
            [(cells["TIME_PERIOD"], cells["OBS_VALUE"])]
            if is_long
            else [(header[at], line.cells[at].strip()) for at, _ in periods]
        )
        given = [(period, number) for period, number in stated if number not in _NO_OBSERVATION]
        named = _named(cells)
        if named is None:
            collector.skip(_OTHER_SERIES, len(given))
        elif not named.area:
            collector.skip(f"{named.label}: no country of that name is known", len(given))
        else:
            series.setdefault(named, []).extend(_rate(line, named, period, number) for period, number in given)
    for named, rates in series.items():
        if named.area in _EURO_AREA:
            for rate in rates:
                collector.take(replace(rate, currency="EUR"))
        else:
            collector.take_national(named.area, named.label, rates)
    return collector.download()


def _rate(line: Line, named: _Named, period: str, cell: str) -> ExchangeRate:
    number, time = stated_number(cell), period_of(period)
    if number is None or time is None:
        told = f"{cell[:40]!r} of {period[:40]!r} is no rate of a month, quarter or year"
        raise line.fault(f"{told}; download the file again")
    return ExchangeRate("", *time, named.basis, named.source, number)


def _named(cells: Mapping[str, str]) -> _Named | None:
    """Return what a line is of, its area empty where the country is not known; null for any other series."""
    if cells.get("SCALE", "Units") not in {"Units", "", "0"} or cells.get("Attribute", "Value") not in {"Value", ""}:
        return None
    if "SERIES_CODE" in cells:
        found = _SERIES.fullmatch(cells["SERIES_CODE"])
        if found is None:
            return None
        return _of_area(found["area"], cells.get("COUNTRY") or found["area"], found["basis"], _PORTAL_SOURCE)
    if "Indicator Code" in cells:
        basis = cells["Indicator Code"]
        area = country_named(cells["Country Name"]) or ""
        return _of_area(area, cells["Country Name"], basis, _STATISTICS_SOURCE) if basis in _BASES else None
    # Downloads with labels write `KAZ: Kazakhstan, Republic of`.
    country, indicator, basis = (
        cells[name].partition(":")[0].strip() for name in ("COUNTRY", "INDICATOR", "TYPE_OF_TRANSFORMATION")
    )
    if indicator != "XDC_USD" or basis not in _BASES:
        return None
    return _of_area(country, country, basis, _PORTAL_SOURCE)


def _of_area(area: str, label: str, basis: str, source: str) -> _Named:
    known = area in _EURO_AREA or _COUNTRY.fullmatch(area) is not None
    return _Named(area if known else country_named(area) or "", label, _BASES[basis], source)
