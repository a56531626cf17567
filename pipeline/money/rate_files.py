"""The rates of `data/raw/exchange_rates`: read from every file there, held against each other, and written."""

import csv
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from io import StringIO
from pathlib import Path

from pipeline.errors import RatesError
from pipeline.money.csv_lines import CellReader, declared_lines
from pipeline.money.exchange_rate import ExchangeRate, Frequency, RateKey, SeriesKey
from pipeline.money.rate_rules import fault_of, out_of_line, unlike_others
from pipeline.reading.source import LEFT_BY_OTHER_PROGRAMS
from schemas.files.exchange_rates import EXCHANGE_RATE_FILE

SUFFIX = ".csv"
_UNFINISHED_PREFIX, _UNFINISHED_SUFFIX = ".writing-", ".tmp"
_CELLS = CellReader(EXCHANGE_RATE_FILE)


def rate_files(folder: Path) -> list[Path]:
    """Return the files of a folder of rates, in the order of their names; none where the folder is missing.

    A file that a killed import left half-written holds nothing that is wanted, and the next import removes it.

    Raises:
        RatesError: a file in it is no CSV file.

    """
    if not folder.is_dir():
        return []
    found = []
    for path in sorted(folder.iterdir()):
        if path.name in LEFT_BY_OTHER_PROGRAMS or _is_unfinished(path):
            continue
        if path.suffix != SUFFIX or not path.is_file() or path.name.startswith("."):
            raise RatesError(f"{path}: no step of the build reads this; make it a {SUFFIX} file of rates, or move it")
        found.append(path)
    return found


def _is_unfinished(path: Path) -> bool:
    return path.name.startswith(_UNFINISHED_PREFIX) and path.suffix == _UNFINISHED_SUFFIX


def read_rates(folder: Path) -> tuple[ExchangeRate, ...]:
    """Return all rates of a folder, each once, by currency and date.

    Raises:
        RatesError: a line is no rate, two lines state the same rate differently, or a rate is out of line with those
            of its series before and after it.

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
        rate = ExchangeRate(
            currency=_CELLS.text(line, "currency"),
            date=_CELLS.day(line, "date"),
            frequency=Frequency(_CELLS.text(line, "frequency")),
            basis=_CELLS.text(line, "basis"),
            source=_CELLS.text(line, "source"),
            rate=_CELLS.number(line, "rate"),
        )
        if fault := fault_of(rate):
            raise line.fault(fault)
        number, first = rates.setdefault(rate.key, (line.number, rate))
        if first.rate != rate.rate:
            raise line.fault(
                f"the {rate.currency} rate of {rate.date} is {rate.rate:g} here and {first.rate:g} in line {number}; "
                "keep the right one"
            )
    return tuple(rate for _, rate in rates.values())


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
    by_series: dict[SeriesKey, list[ExchangeRate]] = {}
    for rate in ordered:
        by_series.setdefault(rate.series, []).append(rate)
    odd = _odd_one(by_series)
    if odd is not None:
        raise RatesError(
            f"{known[odd.key][0]}: the {odd.currency} rate of {odd.date}, {odd.rate:g}, is out of line with the rates "
            "before and after it; correct it, or leave the currency out (`rates import` takes --currency)"
        )
    return tuple(ordered)


def _odd_one(by_series: Mapping[SeriesKey, Sequence[ExchangeRate]]) -> ExchangeRate | None:
    """Return a rate that is out of line with its series, or, at an end of it, with all other publishers."""
    for series in by_series.values():
        odd = out_of_line(series)
        if odd is not None:
            return odd
    by_currency: dict[str, list[Sequence[ExchangeRate]]] = {}
    for (currency, *_), series in by_series.items():
        by_currency.setdefault(currency, []).append(series)
    for listed in by_currency.values():
        # The shortest series first: what contradicts it is then the better known.
        for series in sorted(listed, key=len) if len(listed) > 1 else ():
            others = [rate for other in listed if other is not series for rate in other]
            for rate in (series[0], series[-1]):
                if unlike_others(rate, others):
                    return rate
    return None


def rates_text(rates: Iterable[ExchangeRate]) -> str:
    """Return the text of a file of these rates, by currency and date."""
    buffer = StringIO(newline="")
    writer = csv.writer(buffer, lineterminator="\n")
    writer.writerow(EXCHANGE_RATE_FILE.header)
    for rate in sorted(rates):
        written = repr(rate.rate).removesuffix(".0")
        writer.writerow((rate.date.isoformat(), rate.currency, written, rate.frequency.value, rate.basis, rate.source))
    return buffer.getvalue()


def write_rate_files(files: Mapping[Path, Iterable[ExchangeRate]]) -> None:
    """Write files of rates, each whole or not at all, and none before all have been written beside.

    Raises:
        RatesError: the folder cannot be written.

    """
    beside = {path: path.with_name(f"{_UNFINISHED_PREFIX}{path.stem}{_UNFINISHED_SUFFIX}") for path in files}
    try:
        for folder in {path.parent for path in files}:
            folder.mkdir(parents=True, exist_ok=True)
            for left in filter(_is_unfinished, sorted(folder.iterdir())):
                left.unlink()
        for path, rates in files.items():
            beside[path].write_text(rates_text(rates), encoding="utf-8", newline="\n")
        for path, written in beside.items():
            written.replace(path)
    except OSError as error:
        raise RatesError(f"{error.filename}: it cannot be written ({error.strerror}); check the folder") from error
    finally:
        for written in beside.values():
            with suppress(OSError):
                written.unlink(missing_ok=True)
