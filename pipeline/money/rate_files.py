"""The rates of `data/raw/exchange_rates`: read from every file there, held against each other, and written."""

import csv
from collections.abc import Iterable, Mapping, Sequence
from datetime import timedelta
from io import StringIO
from itertools import groupby
from operator import attrgetter
from pathlib import Path

from pipeline.errors import RatesError
from pipeline.money.csv_lines import Cells, declared_lines
from pipeline.money.exchange_rate import ExchangeRate, Frequency, RateKey, is_last_day
from pipeline.numerals.currencies import currency_codes
from pipeline.reading.source import LEFT_BY_OTHER_PROGRAMS
from schemas.files.exchange_rates import EXCHANGE_RATE_FILE

SUFFIX = ".csv"
# A slipped decimal point moves a rate by ten or more and back again; the wildest devaluation moves it once, and stays.
_SLIP = 5.0
_SLIP_AT_END = 10.0
_BESIDE = timedelta(days=200)
_EARLIEST_YEAR = 1900


def rate_files(folder: Path) -> list[Path]:
    """Return the files of a folder of rates, in the order of their names; none where the folder is missing.

    Raises:
        RatesError: a file in it is no CSV file.

    """
    if not folder.is_dir():
        return []
    found = []
    for path in sorted(folder.iterdir()):
        if path.name in LEFT_BY_OTHER_PROGRAMS:
            continue
        if path.suffix != SUFFIX or not path.is_file() or path.name.startswith("."):
            raise RatesError(f"{path}: no step of the build reads this; make it a {SUFFIX} file of rates, or move it")
        found.append(path)
    return found


def read_rates(folder: Path) -> tuple[ExchangeRate, ...]:
    """Return all rates of a folder, each once, by currency and date.

    Raises:
        RatesError: a line is no rate, two lines state the same rate differently, or a rate is out of line with those
            of its currency before and after it.

    """
    return checked_rates(rates_by_file(folder))


def rates_by_file(folder: Path) -> dict[Path, tuple[ExchangeRate, ...]]:
    """Return the rates of each file of a folder as they stand there.

    Raises:
        RatesError: a line is no rate.

    """
    return {path: read_rate_file(path) for path in rate_files(folder)}


def read_rate_file(path: Path) -> tuple[ExchangeRate, ...]:
    """Return the rates of one file, in its order.

    Raises:
        RatesError: its header is another, a line is no rate, or two lines state the same rate differently.

    """
    rates: dict[RateKey, tuple[int, ExchangeRate]] = {}
    for line in declared_lines(path, EXCHANGE_RATE_FILE):
        cells = Cells(path, line, EXCHANGE_RATE_FILE)
        rate = ExchangeRate(
            currency=cells.text("currency"),
            date=cells.day("date"),
            frequency=Frequency(cells.text("frequency")),
            basis=cells.text("basis"),
            source=cells.text("source"),
            rate=cells.number("rate"),
        )
        if fault := _fault_of(rate):
            raise cells.fault(fault)
        number, first = rates.setdefault(rate.key, (line.number, rate))
        if first.rate != rate.rate:
            raise cells.fault(
                f"the {rate.currency} rate of {rate.date} is {rate.rate:g} here and {first.rate:g} in line {number}; "
                "keep the right one"
            )
    return tuple(rate for _, rate in rates.values())


def _fault_of(rate: ExchangeRate) -> str | None:
    if rate.currency not in currency_codes():
        return f"`currency` is {rate.currency!r}, which is no currency of ISO 4217; correct it"
    if rate.currency == "USD":
        return "`currency` is USD, of which every rate is 1; remove the line"
    if rate.date.year < _EARLIEST_YEAR:
        return f"`date` is {rate.date}, before {_EARLIEST_YEAR}; correct it"
    if not is_last_day(rate.date, rate.frequency):
        return f"`date` is {rate.date}, on which no period of a {rate.frequency} series ends; give the last day of it"
    return None


def checked_rates(files: Mapping[Path, Sequence[ExchangeRate]]) -> tuple[ExchangeRate, ...]:
    """Return the rates of several files, each once, by currency and date.

    Raises:
        RatesError: two files state the same rate differently, or a rate is out of line with those beside it.

    """
    known: dict[RateKey, tuple[Path, ExchangeRate]] = {}
    for path, rates in files.items():
        for rate in rates:
            other, first = known.setdefault(rate.key, (path, rate))
            if first.rate != rate.rate:
                raise RatesError(
                    f"{path}: the {rate.currency} rate of {rate.date} is {rate.rate:g} here and {first.rate:g} in "
                    f"{other.name}, from the same publisher; keep the right one"
                )
    ordered = sorted(rate for _, rate in known.values())
    # From year to year a currency may fall by any factor.
    within_years = (rate for rate in ordered if rate.frequency is not Frequency.YEARLY)
    for _, of_currency in groupby(within_years, key=attrgetter("currency")):
        odd = _out_of_line(tuple(of_currency))
        if odd is not None:
            raise RatesError(
                f"{known[odd.key][0]}: the {odd.currency} rate of {odd.date}, {odd.rate:g}, is out of line with "
                "the rates before and after it; correct it"
            )
    return tuple(ordered)


def _out_of_line(rates: Sequence[ExchangeRate]) -> ExchangeRate | None:
    """Return a rate that is several times what those beside it are, and not because the currency fell; null for none.

    One that two others contradict goes first: the one beside it, at the end of a series, is only contradicted by it.
    """
    at_end: ExchangeRate | None = None
    for place, rate in enumerate(rates):
        beside = [
            rates[at].rate
            for at in (place - 1, place + 1)
            if 0 <= at < len(rates) and abs(rates[at].date - rate.date) <= _BESIDE
        ]
        limit = _SLIP if len(beside) > 1 else _SLIP_AT_END
        if not beside or not (
            all(rate.rate >= limit * other for other in beside) or all(rate.rate * limit <= other for other in beside)
        ):
            continue
        if len(beside) > 1:
            return rate
        at_end = at_end or rate
    return at_end


def rates_text(rates: Iterable[ExchangeRate]) -> str:
    """Return the text of a file of these rates, by currency and date."""
    buffer = StringIO(newline="")
    writer = csv.writer(buffer, lineterminator="\n")
    writer.writerow(EXCHANGE_RATE_FILE.column_names)
    for rate in sorted(rates):
        written = repr(rate.rate).removesuffix(".0")
        writer.writerow((rate.date.isoformat(), rate.currency, written, rate.frequency.value, rate.basis, rate.source))
    return buffer.getvalue()


def write_rate_files(files: Mapping[Path, Iterable[ExchangeRate]]) -> None:
    """Write files of rates, each whole or not at all, and none before all have been written beside.

    Raises:
        RatesError: the folder cannot be written.

    """
    beside = {path: path.with_name(f".{path.name}.tmp") for path in files}
    try:
        for path, rates in files.items():
            path.parent.mkdir(parents=True, exist_ok=True)
            beside[path].write_text(rates_text(rates), encoding="utf-8", newline="\n")
        for path, written in beside.items():
            written.replace(path)
    except OSError as error:
        raise RatesError(f"{error.filename}: it cannot be written ({error.strerror}); check the folder") from error
    finally:
        for written in beside.values():
            written.unlink(missing_ok=True)
