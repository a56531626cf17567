"""A download of an official series into the folder of rates: recognized, held against what is there, and written."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from itertools import islice
from pathlib import Path

from pipeline.errors import RatesError
from pipeline.money.csv_lines import Line, csv_lines, read_csv_text, shown_line
from pipeline.money.downloads import european_central_bank, imf, treasury, world_bank
from pipeline.money.downloads.download import Download, Publisher, Skipped
from pipeline.money.exchange_rate import ExchangeRate
from pipeline.money.rate_files import SUFFIX, checked_rates, rates_by_file, read_rate_file, write_rate_files
from pipeline.money.rate_rules import fault_of
from schemas.files.exchange_rates import EXCHANGE_RATE_FILE

FORMATS: tuple[Publisher, ...] = (world_bank, imf, treasury, european_central_bank)
"""The first that recognizes a header reads the file."""
_LINES_BEFORE_HEADER = 10


class OnConflict(Enum):
    """What becomes of a rate that contradicts one that is there."""

    REFUSE = "refuse"
    REPLACE = "replace"
    """The new one takes the place of the old."""
    KEEP = "keep"
    """The old one stays."""


@dataclass(frozen=True, slots=True)
class Merged:
    """New rates among those that were there."""

    paths: tuple[Path, ...]
    """The files that were written, in the order of their names."""
    taken: tuple[ExchangeRate, ...]
    already: int
    """Rates that were there already, the same or kept."""
    replaced: int


@dataclass(frozen=True, slots=True)
class Report:
    """What became of a download."""

    merged: Merged
    left: int
    """Rates of currencies that were not asked for."""
    skipped: tuple[Skipped, ...]


def import_rates(path: Path, folder: Path, *, currencies: Collection[str] = (), replace: bool = False) -> Report:
    """Take the rates of a download into the folder; of these currencies alone, where any are named.

    Raises:
        RatesError: no format is recognized, a line of it is broken, the download holds no rate of what was asked for, a
            rate contradicts one that is there and `replace` does not allow it, or a rate is out of line. Then nothing
            is written.

    """
    download = read_download(path)
    wanted = [rate for rate in download.rates if not currencies or rate.currency in currencies]
    if not wanted:
        what = f" of {', '.join(sorted(currencies))}" if currencies else ""
        raise RatesError(f"{path}: it holds no rate{what} that can be used{_why(download)}")
    merged = merge(wanted, folder, download.name, OnConflict.REPLACE if replace else OnConflict.REFUSE)
    return Report(merged, len(download.rates) - len(wanted), download.skipped)


def _why(download: Download) -> str:
    if not download.skipped:
        return "; check the file"
    first = download.skipped[0]
    return f" (passed over: {first.reason}, {first.cells} cells); check the file"


def read_download(path: Path) -> Download:
    """Return what a file gives: a download of a publisher, or a file in the format of the folder of rates itself.

    Raises:
        RatesError: its header is that of no known format, or a line of it is broken.

    """
    lines = csv_lines(path, read_csv_text(path))
    first: Line | None = None
    for line in islice(lines, _LINES_BEFORE_HEADER):
        first = first or line
        if line.cells == EXCHANGE_RATE_FILE.header:
            return Download(path.stem.lstrip(".") or "rates", read_rate_file(path), ())
        for publisher in FORMATS:
            if publisher.recognizes(line.cells):
                return publisher.read(line.cells, _whole(lines, len(line.cells)))
    found = "it is empty" if first is None else f"its first line is {shown_line(first)}, the header of no known series"
    raise RatesError(
        f"{path}: {found}; give the CSV download, separated by commas, of the IMF's exchange rates, the World Bank's "
        "PA.NUS.FCRF, the US Treasury's Reporting Rates of Exchange or the ECB's reference rates"
    )


def _whole(lines: Iterator[Line], width: int) -> Iterator[Line]:
    """Yield lines that have as many cells as their header: a shorter one may end within a number."""
    for line in lines:
        if len(line.cells) < width:
            raise line.fault(f"it has {len(line.cells)} cells, and the header {width}; download the file again")
        yield line


def merge(new: Sequence[ExchangeRate], folder: Path, name: str, on_conflict: OnConflict) -> Merged:
    """Write new rates into a file of the folder; `on_conflict` says what becomes of those that contradict one there.

    Raises:
        RatesError: a rate is none, contradicts one that is there where that is refused, or is out of line. Then
            nothing is written.

    """
    for rate in new:
        if fault := fault_of(rate):
            raise RatesError(f"{rate.source}, {rate.currency}: {fault}")
    files = rates_by_file(folder)
    stands_in = {rate.key: (path, rate) for path, rates in files.items() for rate in rates}
    keyed = [(rate.key, rate) for rate in new]
    conflicts = {
        key: rate
        for key, rate in keyed
        if on_conflict is not OnConflict.KEEP and key in stands_in and stands_in[key][1].rate != rate.rate
    }
    if conflicts and on_conflict is OnConflict.REFUSE:
        raise RatesError(_conflict_sentence(list(conflicts.values()), *stands_in[next(iter(conflicts))]))
    target = folder / f"{name}{SUFFIX}"
    taken = tuple(rate for key, rate in keyed if key not in stands_in)
    changed: dict[Path, tuple[ExchangeRate, ...]] = {}
    for path in {stands_in[key][0] for key in conflicts}:
        changed[path] = tuple(conflicts.get(rate.key, rate) for rate in files[path])
    if taken:
        changed[target] = (*changed.get(target, files.get(target, ())), *taken)
    checked_rates({**files, **changed})
    write_rate_files(changed)
    return Merged(tuple(sorted(changed)), taken, len(new) - len(taken) - len(conflicts), len(conflicts))


def _conflict_sentence(conflicts: Sequence[ExchangeRate], path: Path, there: ExchangeRate) -> str:
    first = conflicts[0]
    more = f" (and {len(conflicts) - 1} more)" if len(conflicts) > 1 else ""
    return (
        f"{path}: the {first.currency} rate of {first.date} is {there.rate:g} there and {first.rate:g} in the new "
        f"series{more}; nothing was taken, give --replace to take the new ones"
    )
