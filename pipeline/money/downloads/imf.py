"""The exchange rates of the International Monetary Fund.

Three shapes of the same series: the wide CSV of the data portal (a line a series, named by `SERIES_CODE`), its long CSV
(SDMX-CSV, a line an observation), and the wide CSV of International Financial Statistics (a line a series, named by
`Indicator Code`).
"""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from pipeline.money.csv_lines import Line, plain_number
from pipeline.money.downloads.download import Collector, Download
from pipeline.money.downloads.periods import period_of
from pipeline.money.exchange_rate import END_OF_PERIOD, PERIOD_AVERAGE, ExchangeRate
from pipeline.money.national_currency import country_named

_NAME = "imf"
_PORTAL_SOURCE = "International Monetary Fund, Exchange Rates"
_STATISTICS_SOURCE = "International Monetary Fund, International Financial Statistics"
_SERIES = re.compile(r"(?P<country>[A-Z]{3})\.XDC_USD\.(?P<basis>EOP_RT|PA_RT)\.[AQM]")
_BASES = {
    "EOP_RT": END_OF_PERIOD,
    "PA_RT": PERIOD_AVERAGE,
    "ENDE_XDC_USD_RATE": END_OF_PERIOD,
    "ENDA_XDC_USD_RATE": PERIOD_AVERAGE,
}
_LONG = {"COUNTRY", "INDICATOR", "TYPE_OF_TRANSFORMATION", "TIME_PERIOD", "OBS_VALUE"}
_STATISTICS = {"Country Name", "Country Code", "Indicator Name", "Indicator Code", "Attribute"}
_OTHER_SERIES = "a series of something else than domestic currency per US dollar"


def recognizes(header: Sequence[str]) -> bool:
    """Return whether a line is the header of such a download."""
    names = set(header)
    return "SERIES_CODE" in names or names >= _LONG or names >= _STATISTICS


def read(header: Sequence[str], lines: Iterator[Line]) -> Download:
    """Return the rates under the header."""
    collector = Collector(_NAME)
    names = set(header)
    if names >= _LONG and "SERIES_CODE" not in names:
        _read_long(header, lines, collector)
    elif "SERIES_CODE" in names and {"TIME_PERIOD", "OBS_VALUE"} <= names:
        _read_series_observations(header, lines, collector)
    else:
        _read_wide(header, lines, collector)
    return collector.download()


def _read_wide(header: Sequence[str], lines: Iterator[Line], collector: Collector) -> None:
    periods = [(at, period) for at, name in enumerate(header) if (period := period_of(name))]
    for line in lines:
        cells = dict(zip(header, line.cells, strict=False))
        country, basis, source = _series_of(cells)
        stated = [(at, *period) for at, period in periods if at < len(line.cells) and line.cells[at].strip()]
        if basis is None or cells.get("Attribute", "Value") not in {"Value", ""}:
            collector.skip(_OTHER_SERIES, len(stated))
            continue
        label = cells.get("COUNTRY") or cells.get("Country Name") or country or "?"
        if country is None:
            collector.skip(f"{label}: no country of that name is known", len(stated))
            continue
        series = []
        for at, day, frequency in stated:
            number = plain_number(line.cells[at].strip())
            if number is None:
                collector.skip("a cell that is no number")
            else:
                series.append(ExchangeRate("", day, frequency, basis, source, number))
        collector.take_national(country, label, series)


def _series_of(cells: dict[str, str]) -> tuple[str | None, str | None, str]:
    """Return the country, the basis and the source of a line of a wide file; null where it is no such series."""
    if "SERIES_CODE" in cells:
        found = _SERIES.fullmatch(cells["SERIES_CODE"].strip())
        return (found["country"], _BASES[found["basis"]], _PORTAL_SOURCE) if found else (None, None, _PORTAL_SOURCE)
    return country_named(cells["Country Name"]), _BASES.get(cells["Indicator Code"].strip()), _STATISTICS_SOURCE


def _read_series_observations(header: Sequence[str], lines: Iterator[Line], collector: Collector) -> None:
    """Read a long file whose lines name their series by its code."""
    rows = [dict(zip(header, line.cells, strict=False)) for line in lines]
    for code, group in groupby(sorted(rows, key=lambda row: row["SERIES_CODE"]), key=lambda row: row["SERIES_CODE"]):
        found = _SERIES.fullmatch(code.strip())
        observations = list(group)
        if found is None:
            collector.skip(_OTHER_SERIES, len(observations))
        else:
            _take_observations(found["country"], _BASES[found["basis"]], observations, collector)


def _read_long(header: Sequence[str], lines: Iterator[Line], collector: Collector) -> None:
    rows = [dict(zip(header, line.cells, strict=False)) for line in lines]

    def series(row: dict[str, str]) -> tuple[str, str, str]:
        # Downloads with labels write `KAZ: Kazakhstan, Republic of`.
        return (
            row["COUNTRY"].partition(":")[0].strip(),
            row["INDICATOR"].partition(":")[0].strip(),
            row["TYPE_OF_TRANSFORMATION"].partition(":")[0].strip(),
        )

    for (country, indicator, basis), group in groupby(sorted(rows, key=series), key=series):
        observations = list(group)
        if indicator != "XDC_USD" or basis not in _BASES:
            collector.skip(_OTHER_SERIES, len(observations))
            continue
        code = country if re.fullmatch(r"[A-Z]{3}", country) else country_named(country)
        if code is None:
            collector.skip(f"{country}: no country of that name is known", len(observations))
        else:
            _take_observations(code, _BASES[basis], observations, collector)


def _take_observations(country: str, basis: str, rows: Sequence[dict[str, str]], collector: Collector) -> None:
    series = []
    for row in rows:
        period, number = period_of(row["TIME_PERIOD"]), plain_number(row["OBS_VALUE"].strip())
        if period is None or number is None:
            collector.skip("an observation without a number or a time")
        else:
            series.append(ExchangeRate("", *period, basis, _PORTAL_SOURCE, number))
    collector.take_national(country, country, series)
