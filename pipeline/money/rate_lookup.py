"""Which rate converts an amount: that of its day, its month, its span of months, or the mean of its year.

A rate from outside the period is never taken, save that a day without a market has the rate of the last day before it,
and the choice says so. Where the finest rate is missing, the next coarser one that covers the period is taken, and the
choice says so; where none is there, the choice says that, and there is no rate.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from math import fsum
from operator import attrgetter

from pipeline.money.exchange_rate import PERIOD_AVERAGE, ExchangeRate, Frequency, SeriesKey, last_day_of_month

_MONTHS = 12
_QUARTERS = 4
# Holidays close markets for days on end; a longer gap is a piece of the series that is missing.
_LONGEST_CLOSURE = timedelta(days=10)
_LONG_WEEKEND = timedelta(days=4)
_ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class UsedRate:
    """A rate as a row uses it: as it was published, or the mean of several of one series."""

    date: date
    """The day, or the last day of the period."""
    currency: str
    rate: float
    frequency: Frequency
    """Of the period that the rate is for; a span of months that is no quarter or year is `monthly`."""
    basis: str
    observations: int
    """How many rates of the series it is the mean of; 1 for a rate as it was published."""
    source: str


@dataclass(frozen=True, slots=True)
class Choice:
    """The rate for a period, and in words how it was chosen, or why there is none."""

    rate: UsedRate | None
    told: str


@dataclass(frozen=True, slots=True)
class _Month:
    year: int
    month: int

    @property
    def first(self) -> date:
        return date(self.year, self.month, 1)

    @property
    def last(self) -> date:
        return last_day_of_month(self.year, self.month)

    @property
    def words(self) -> str:
        return f"{self.year}-{self.month:02}"


class Rates:
    """Official rates, looked up by currency and period."""

    def __init__(self, rates: Iterable[ExchangeRate]) -> None:
        self._series: dict[str, list[tuple[ExchangeRate, ...]]] = {}
        by_series: dict[SeriesKey, list[ExchangeRate]] = {}
        for rate in sorted(rates):
            by_series.setdefault(rate.series, []).append(rate)
        # Where two series cover a period, the average of it goes before its end, and then the name decides.
        for key in sorted(by_series, key=lambda key: (key[2] != PERIOD_AVERAGE, key)):
            self._series.setdefault(key[0], []).append(tuple(by_series[key]))

    def chosen(self, currency: str, start: date | None, end: date | None, report_year: int) -> Choice:
        """Return the rate for an amount of the period from `start` to `end`; without both, of the report's year."""
        if currency not in self._series:
            return Choice(None, f"there is no {currency} rate")
        if start is None and end is None:
            choice = self._of_span(currency, date(report_year, 1, 1), date(report_year, 12, 31))
            return Choice(choice.rate, f"the amount has no date of its own: {choice.told}")
        if start is None or end is None:
            return Choice(None, "the period of the amount is open, so no one rate is its own")
        return self._of_day(currency, start) if start == end else self._of_span(currency, start, end)

    def monthly(self, currency: str, first_year: int, last_year: int) -> tuple[UsedRate, ...]:
        """Return the rate of each month from one year to another, as far as they are known."""
        months = _months(date(first_year, 1, 1), date(last_year, 12, 31))
        found = (self._of_months(currency, (month,)) for month in months)
        return tuple(rate for rate in found if rate is not None)

    def extremes(self, currency: str, first_year: int, last_year: int) -> tuple[float, float] | None:
        """Return the lowest and highest rate stated from one year to another, at least quarterly; null for none."""
        known = [
            rate.rate
            for series in self._series.get(currency, ())
            if series[0].frequency is not Frequency.YEARLY
            for rate in series
            if first_year <= rate.date.year <= last_year
        ]
        return (min(known), max(known)) if known else None

    def _of_day(self, currency: str, day: date) -> Choice:
        for series in self._of_frequency(currency, Frequency.DAILY):
            exact = [rate for rate in series if rate.date == day]
            if exact:
                return Choice(_published(exact[0]), f"the rate of {day}")
            before = [rate for rate in series if day - _LONG_WEEKEND <= rate.date < day]
            if before:
                last = before[-1]
                return Choice(_published(last), f"the rate of {last.date}, the last before {day}, when none was set")
        month = _Month(day.year, day.month)
        used = self._of_months(currency, (month,))
        if used is not None:
            return Choice(used, f"the rate of the month {month.words}, {used.basis}")
        used = self._of_quarter(currency, day)
        if used is not None:
            return Choice(used, f"the rate of the quarter to {used.date}, for want of one of {month.words}")
        return self._of_year(currency, day.year, f", for want of one of {month.words}")

    def _of_span(self, currency: str, start: date, end: date) -> Choice:
        months = _months(start, end)
        is_year = (start.month, start.day, end.month, end.day) == (1, 1, 12, 31) and start.year == end.year
        if is_year:
            return self._of_year(currency, start.year, "")
        used = self._of_months(currency, months)
        words = f"{months[0].words} to {months[-1].words}" if len(months) > 1 else months[0].words
        if used is not None:
            told = f"the rate of the month {words}" if len(months) == 1 else f"the mean of the months {words}"
            return Choice(used, f"{told}, {used.basis}")
        if start.year == end.year:
            return self._of_year(currency, start.year, f", for want of those of {words}")
        return Choice(None, f"there is no {currency} rate of {words}")

    def _of_year(self, currency: str, year: int, excuse: str) -> Choice:
        for series in self._of_frequency(currency, Frequency.YEARLY):
            stated = [rate for rate in series if rate.date.year == year and rate.basis == PERIOD_AVERAGE]
            if stated:
                return Choice(_published(stated[0]), f"the rate of the year {year}, {PERIOD_AVERAGE}{excuse}")
        used = self._of_months(currency, _months(date(year, 1, 1), date(year, 12, 31)))
        if used is None:
            used = self._of_quarters(currency, year)
        if used is not None:
            return Choice(used, f"the rate of the year {year}, {used.basis}{excuse}")
        known = sorted({rate.date.year for series in self._series[currency] for rate in series})
        return Choice(None, f"there is no {currency} rate for {year}, only rates of {known[0]} to {known[-1]}")

    def _of_frequency(self, currency: str, frequency: Frequency) -> Iterable[tuple[ExchangeRate, ...]]:
        return (series for series in self._series.get(currency, ()) if series[0].frequency is frequency)

    def _of_months(self, currency: str, months: Sequence[_Month]) -> UsedRate | None:
        """Return the mean over whole months: of a monthly series, else of a daily one without gaps."""
        last_days = {month.last for month in months}
        is_year = len(months) == _MONTHS and months[0].month == 1
        frequency = Frequency.YEARLY if is_year else Frequency.MONTHLY
        for series in self._of_frequency(currency, Frequency.MONTHLY):
            stated = [rate for rate in series if rate.date in last_days]
            if len(stated) == len(months):
                return _mean(stated, months[-1].last, frequency)
        for series in self._of_frequency(currency, Frequency.DAILY):
            stated = [rate for rate in series if months[0].first <= rate.date <= months[-1].last]
            if _covers(stated, months[0].first, months[-1].last):
                return _mean(stated, months[-1].last, frequency)
        return None

    def _of_quarter(self, currency: str, day: date) -> UsedRate | None:
        end = last_day_of_month(day.year, (day.month + 2) // 3 * 3)
        for series in self._of_frequency(currency, Frequency.QUARTERLY):
            stated = [rate for rate in series if rate.date == end]
            if stated:
                return _published(stated[0])
        return None

    def _of_quarters(self, currency: str, year: int) -> UsedRate | None:
        for series in self._of_frequency(currency, Frequency.QUARTERLY):
            stated = [rate for rate in series if rate.date.year == year]
            if len(stated) == _QUARTERS:
                return _mean(stated, date(year, 12, 31), Frequency.YEARLY)
        return None


def _published(rate: ExchangeRate) -> UsedRate:
    return UsedRate(rate.date, rate.currency, rate.rate, rate.frequency, rate.basis, 1, rate.source)


def _mean(rates: Sequence[ExchangeRate], last: date, frequency: Frequency) -> UsedRate:
    """Return the mean of rates of one series over a period that ends on a day; of one alone, as it was published."""
    first = rates[0]
    if len(rates) == 1 and first.frequency is frequency:
        return _published(first)
    return UsedRate(
        date=last,
        currency=first.currency,
        rate=fsum(map(attrgetter("rate"), rates)) / len(rates),
        frequency=frequency,
        basis=f"mean of {len(rates)} {first.frequency} rates, {first.basis}",
        observations=len(rates),
        source=first.source,
    )


def _covers(rates: Sequence[ExchangeRate], first: date, last: date) -> bool:
    """Return whether daily rates leave no gap between two days that is longer than a closure of markets."""
    days = [first - _ONE_DAY, *map(attrgetter("date"), rates), last + _ONE_DAY]
    return bool(rates) and all(after - before <= _LONGEST_CLOSURE for before, after in pairwise(days))


def _months(start: date, end: date) -> list[_Month]:
    first, last = start.year * _MONTHS + start.month - 1, end.year * _MONTHS + end.month - 1
    return [_Month(at // _MONTHS, at % _MONTHS + 1) for at in range(first, last + 1)]
