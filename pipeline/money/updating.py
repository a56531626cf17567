"""The rates that a dataset misses, asked of the service and written to a file of their own."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from operator import attrgetter
from pathlib import Path

from pipeline.errors import RatesError
from pipeline.money.exchange_rate import END_OF_PERIOD, ExchangeRate, Frequency, last_day_of_month
from pipeline.money.importing import OnConflict, merge
from pipeline.money.rate_files import SUFFIX
from pipeline.money.rate_service import CurrencyMissingError, DayMissingError, RateService, ServiceDownError

_NAME = "forex_python"
_SOURCE = "European Central Bank, by the service behind forex-python"
_DAY_BASIS = "reference rate"
_MONTHS = range(1, 13)
# A service may lack a currency for some years; after so many misses one after the other it is asked no more.
_LACKED_IN_A_ROW = 3


@dataclass(frozen=True, slots=True, order=True)
class Wanted:
    """A rate that an amount of the dataset waits for."""

    currency: str
    date: date
    frequency: Frequency
    """`daily` for a day; `monthly` for the last day of a month, of which years are made."""


@dataclass(frozen=True, slots=True)
class Missing:
    """Rates of a currency that were not to be had, or not to be used."""

    currency: str
    rates: int
    reason: str


@dataclass(frozen=True, slots=True)
class Update:
    """What came of asking."""

    path: Path
    """The file for what was taken."""
    taken: tuple[ExchangeRate, ...]
    missing: tuple[Missing, ...]
    down: str | None
    """Why the service was given up, null where it answered."""
    unasked: int
    """Rates that were not asked for, since the service was given up before."""


def wanted_rates(currency: str, start: date | None, end: date | None, report_year: int) -> tuple[Wanted, ...]:
    """Return the rates that would convert an amount of a period: of its day, or of the months that it touches.

    An open period waits for none.
    """
    if start is None and end is None:
        start, end = date(report_year, 1, 1), date(report_year, 12, 31)
    if start is None or end is None:
        return ()
    if start == end:
        return (Wanted(currency, start, Frequency.DAILY),)
    months = [(year, month) for year in range(start.year, end.year + 1) for month in _MONTHS]
    last_days = (last_day_of_month(year, month) for year, month in months)
    return tuple(
        Wanted(currency, day, Frequency.MONTHLY) for day in last_days if day >= start and day.replace(day=1) <= end
    )


def update_rates(wanted: Iterable[Wanted], service: RateService, folder: Path) -> Update:
    """Ask the service for rates, and write what it has into the folder, a currency at a time.

    A currency that it lacks several times in a row is given up; when the service does not answer, nothing more is
    asked. A rate that is there already stays, whatever the service says now.

    Raises:
        RatesError: a file in the folder is not what it must be.

    """
    asked = sorted(set(wanted))
    taken: list[ExchangeRate] = []
    missing: list[Missing] = []
    done = 0
    for currency, group in groupby(asked, key=attrgetter("currency")):
        answer = _asked(list(group), service)
        done += answer.asked
        missing.extend(answer.missing)
        try:
            taken.extend(_added(answer.rates, folder))
        except RatesError as error:
            missing.append(Missing(currency, len(answer.rates), str(error)))
        if answer.down is not None:
            return Update(_file_in(folder), tuple(taken), tuple(missing), answer.down, len(asked) - done)
    return Update(_file_in(folder), tuple(taken), tuple(missing), None, 0)


@dataclass(frozen=True, slots=True)
class _Answer:
    """What the service said of one currency; `asked` counts the rates that are settled by it."""

    rates: tuple[ExchangeRate, ...]
    missing: tuple[Missing, ...]
    down: str | None
    asked: int


def _asked(wanted: Sequence[Wanted], service: RateService) -> _Answer:
    currency = wanted[0].currency
    rates: list[ExchangeRate] = []
    missing: list[Missing] = []
    lacked = 0
    for place, want in enumerate(wanted):
        try:
            rates.append(_rate_of(want, service))
            lacked = 0
        except DayMissingError as error:
            missing.append(Missing(currency, 1, str(error)))
        except CurrencyMissingError as error:
            lacked += 1
            if lacked == _LACKED_IN_A_ROW or place == len(wanted) - 1:
                missing.append(Missing(currency, len(wanted) - place - 1 + lacked, str(error)))
                return _Answer(tuple(rates), tuple(missing), None, len(wanted))
        except ServiceDownError as error:
            return _Answer(tuple(rates), tuple(missing), str(error), place)
    return _Answer(tuple(rates), tuple(missing), None, len(wanted))


def _added(rates: Sequence[ExchangeRate], folder: Path) -> tuple[ExchangeRate, ...]:
    """Write the rates that the folder does not have, each once, and return them."""
    once = list({rate.key: rate for rate in rates}.values())
    return merge(once, folder, _NAME, OnConflict.KEEP).taken if once else ()


def _file_in(folder: Path) -> Path:
    return folder / f"{_NAME}{SUFFIX}"


def _rate_of(want: Wanted, service: RateService) -> ExchangeRate:
    quoted = service.quoted(want.currency, want.date)
    if want.frequency is Frequency.MONTHLY:
        return ExchangeRate(want.currency, want.date, Frequency.MONTHLY, END_OF_PERIOD, _SOURCE, quoted.rate)
    return ExchangeRate(want.currency, quoted.date, Frequency.DAILY, _DAY_BASIS, _SOURCE, quoted.rate)
