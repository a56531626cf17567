"""A download of an official series into the folder of rates: recognized, held against what is there, and written."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from types import ModuleType

from pipeline.errors import RatesError
from pipeline.money.csv_lines import csv_lines, read_csv_text
from pipeline.money.downloads import european_central_bank, imf, treasury, world_bank
from pipeline.money.downloads.download import Download, Skipped
from pipeline.money.exchange_rate import ExchangeRate, RateKey
from pipeline.money.rate_files import (
    SUFFIX,
    checked_rates,
    rates_by_file,
    read_rate_file,
    write_rate_files,
)
from schemas.files.exchange_rates import EXCHANGE_RATE_FILE

FORMATS: tuple[ModuleType, ...] = (world_bank, imf, treasury, european_central_bank)
"""The first that recognizes a header reads the file."""
_LINES_BEFORE_HEADER = 10


@dataclass(frozen=True, slots=True)
class Report:
    """What became of a download."""

    path: Path
    """The file of rates that it went into."""
    taken: tuple[ExchangeRate, ...]
    already: int
    """Rates that were there already, the same."""
    replaced: int
    left: int
    """Rates of currencies that were not asked for."""
    skipped: tuple[Skipped, ...]


def import_rates(path: Path, folder: Path, *, currencies: Collection[str] = (), replace: bool = False) -> Report:
    """Take the rates of a download into the folder; of these currencies alone, where any are named.

    Raises:
        RatesError: no format is recognized, the download holds no rate of what was asked for, a rate contradicts one
            that is there and `replace` does not allow it, or a rate is out of line. Then nothing is written.

    """
    download = read_download(path)
    wanted = [rate for rate in download.rates if not currencies or rate.currency in currencies]
    if not wanted:
        what = f" of {', '.join(sorted(currencies))}" if currencies else ""
        raise RatesError(f"{path}: it holds no rate{what} that can be used{_why(download)}")
    merged = merge(wanted, folder, download.name, replace=replace)
    return Report(
        merged.path,
        merged.taken,
        merged.already,
        merged.replaced,
        len(download.rates) - len(wanted),
        download.skipped,
    )


def _why(download: Download) -> str:
    if not download.skipped:
        return "; check the file"
    first = download.skipped[0]
    return f" (passed over: {first.reason}, {first.cells} cells); check the file"


def read_download(path: Path) -> Download:
    """Return what a file gives: a download of a publisher, or a file in the format of the folder of rates itself.

    Raises:
        RatesError: its header is that of no known format.

    """
    text = read_csv_text(path)
    lines = csv_lines(path, text)
    for line in islice(lines, _LINES_BEFORE_HEADER):
        if line.cells == EXCHANGE_RATE_FILE.column_names:
            return Download(path.stem, read_rate_file(path), ())
        for publisher in FORMATS:
            if publisher.recognizes(line.cells):
                download: Download = publisher.read(line.cells, lines)
                return download
    raise RatesError(
        f"{path}: its header is that of no known series; give the CSV download of the IMF's exchange rates, the World "
        "Bank's PA.NUS.FCRF, the US Treasury's Reporting Rates of Exchange or the ECB's reference rates"
    )


@dataclass(frozen=True, slots=True)
class Merged:
    """New rates among those that were there."""

    path: Path
    taken: tuple[ExchangeRate, ...]
    already: int
    replaced: int


def merge(new: Sequence[ExchangeRate], folder: Path, name: str, *, replace: bool) -> Merged:
    """Write new rates into a file of the folder, and replace those that they contradict where that is allowed.

    Raises:
        RatesError: a rate contradicts one that is there and `replace` does not allow it, or one is out of line. Then
            nothing is written.

    """
    files = rates_by_file(folder)
    checked_rates(files)
    stands_in = {rate.key: (path, rate) for path, rates in files.items() for rate in rates}
    conflicts = [rate for rate in new if rate.key in stands_in and stands_in[rate.key][1].rate != rate.rate]
    if conflicts and not replace:
        raise RatesError(_conflict_sentence(conflicts, *stands_in[conflicts[0].key]))
    target = folder / f"{name}{SUFFIX}"
    taken = [rate for rate in new if rate.key not in stands_in]
    replacing: dict[RateKey, ExchangeRate] = {rate.key: rate for rate in conflicts}
    changed = {
        path: tuple(replacing.get(rate.key, rate) for rate in rates)
        for path, rates in files.items()
        if any(rate.key in replacing for rate in rates)
    }
    if taken:
        changed[target] = (*changed.get(target, files.get(target, ())), *taken)
    checked_rates({**files, **changed})
    write_rate_files(changed)
    return Merged(target, tuple(taken), len(new) - len(taken) - len(conflicts), len(conflicts))


def _conflict_sentence(conflicts: Sequence[ExchangeRate], path: Path, there: ExchangeRate) -> str:
    first = conflicts[0]
    more = f" (and {len(conflicts) - 1} more)" if len(conflicts) > 1 else ""
    return (
        f"{path}: the {first.currency} rate of {first.date} is {there.rate:g} there and {first.rate:g} in the new "
        f"series{more}; nothing was taken, give --replace to take the new ones"
    )
