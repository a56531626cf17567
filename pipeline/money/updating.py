"""The rates that a dataset misses, asked of the service and written to a file of their own."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from operator import attrgetter
from pathlib import Path

from pipeline.money.exchange_rate import END_OF_PERIOD, ExchangeRate, Frequency, last_day_of_month
from pipeline.money.importing import merge
from pipeline.money.rate_service import CurrencyMissingError, DayMissingError, RateService, ServiceDownError

_NAME = "forex_python"
_SOURCE = "European Central Bank, by the service behind forex-python"
_DAY_BASIS = "reference rate"
_MONTHS = range(1, 13)


@dataclass(frozen=True, slots=True, order=True)
class Wanted:
    """A rate that an amount of the dataset waits for."""

    currency: str
    date: date
    frequency: Frequency
    """`daily` for a day; `monthly` for the last day of a month, of which years are made."""


@dataclass(frozen=True, slots=True)
class Missing:
    """A currency that the service does not have, or does not have for some days."""

    currency: str
    rates: int
    reason: str


@dataclass(frozen=True, slots=True)
class Update:
    """What came of asking."""

    path: Path | None
    """The file that holds what was taken, null where nothing was."""
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
    """Ask the service for rates, and write what it has into the folder.

    A currency that it lacks is asked for once; when it does not answer, nothing more is asked.

    Raises:
        RatesError: a rate that it gave is out of line with those that are there, or the folder cannot be written.

    """
    asked = sorted(set(wanted))
    taken: list[ExchangeRate] = []
    missing: list[Missing] = []
    down: str | None = None
    done = 0
    for currency, group in groupby(asked, key=attrgetter("currency")):
        of_currency = list(group)
        for place, want in enumerate(of_currency):
            try:
                taken.append(_rate_of(want, service))
            except DayMissingError as error:
                missing.append(Missing(currency, 1, str(error)))
            except CurrencyMissingError as error:
                missing.append(Missing(currency, len(of_currency) - place, str(error)))
                done += len(of_currency) - place
                break
            except ServiceDownError as error:
                down = str(error)
                break
            done += 1
        if down is not None:
            break
    return Update(_written(taken, folder), tuple(_once(taken)), tuple(missing), down, len(asked) - done)


def _written(taken: Sequence[ExchangeRate], folder: Path) -> Path | None:
    return merge(_once(taken), folder, _NAME, replace=False).path if taken else None


def _rate_of(want: Wanted, service: RateService) -> ExchangeRate:
    quoted = service.quoted(want.currency, want.date)
    if want.frequency is Frequency.MONTHLY:
        return ExchangeRate(want.currency, want.date, Frequency.MONTHLY, END_OF_PERIOD, _SOURCE, quoted.rate)
    return ExchangeRate(want.currency, quoted.date, Frequency.DAILY, _DAY_BASIS, _SOURCE, quoted.rate)


def _once(rates: Sequence[ExchangeRate]) -> list[ExchangeRate]:
    """Return rates without repetitions: two days without a market have the rate of one day before both."""
    return list({rate.key: rate for rate in rates}.values())
