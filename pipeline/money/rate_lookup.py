"""Which rate converts an amount: that of its day, its month, its span of months, or the mean of its year.

A rate from outside the period is never taken, save that a day without a market has the rate of the last day before it,
and the choice says so. Where the finest rate is missing, the next coarser one that covers the period is taken, and the
choice says so; where none is there, the choice says that, and there is no rate.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from math import fsum

from pipeline.money.exchange_rate import (
    PERIOD_AVERAGE,
    ExchangeRate,
    Frequency,
    SeriesKey,
    last_day_of_month,
)
from pipeline.money.rate_rules import only_weekend_between
from pipeline.money.rate_series import RateSeries, series_of

_MONTHS = 12
_MONTHS_OF_QUARTER = 3
# Days. Holidays close markets for so long; a longer gap is a piece of the series that is missing.
_LONGEST_CLOSURE = 10
_FEWEST_RATES_A_MONTH = 10
# Days back from one that a series passes over, as it does over a long weekend.
_LONG_WEEKEND = 4


@dataclass(frozen=True, slots=True)
class UsedRate:
    """A rate as a row uses it: as it was published, or the mean of several of one series."""

    date: date
    """The day, or the last day of the period."""
    currency: str
    rate: float
    frequency: Frequency
    """Of the period that the rate is for; a span of months that is no year is `monthly`."""
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
class Extremes:
    """The lowest and highest official rate of some years, and whether the years are known throughout."""

    low: float
    high: float
    whole: bool


class Rates:
    """Official rates, looked up by currency and period."""

    def __init__(self, rates: Iterable[ExchangeRate]) -> None:
        by_series: dict[SeriesKey, list[ExchangeRate]] = {}
        for rate in sorted(rates):
            by_series.setdefault(rate.series, []).append(rate)
        self._series: dict[str, list[RateSeries]] = {}
        # Where two series cover a period, the average of it goes before its end, and then the name decides.
        for key in sorted(by_series, key=lambda key: (key[2] != PERIOD_AVERAGE, key)):
            self._series.setdefault(key[0], []).append(series_of(by_series[key]))
        self._monthly: dict[tuple[str, int, int], tuple[UsedRate, ...]] = {}

    def chosen(self, currency: str, start: date | None, end: date | None, report_year: int) -> Choice:
        """Return the rate for an amount of the period from `start` to `end`; without both, of the report's year."""
        if currency not in self._series:
            return Choice(None, f"there is no {currency} rate")
        if start is None and end is None:
            choice = self._of_span(currency, date(report_year, 1, 1), date(report_year, 12, 31))
            return Choice(choice.rate, f"the amount has no date of its own: {choice.told}")
        if start is None or end is None or start > end:
            return Choice(None, "the period of the amount is open, so no one rate is its own")
        return self._of_day(currency, start) if start == end else self._of_span(currency, start, end)

    def monthly(self, currency: str, first_year: int, last_year: int) -> tuple[UsedRate, ...]:
        """Return the rate of each month from one year to another, as far as they are known."""
        key = currency, first_year, last_year
        if key not in self._monthly:
            months = _months(date(first_year, 1, 1), date(last_year, 12, 31))
            found = (self._of_months(currency, (month,)) for month in months)
            self._monthly[key] = tuple(rate for rate in found if rate is not None)
        return self._monthly[key]

    def extremes(self, currency: str, first_year: int, last_year: int) -> Extremes | None:
        """Return the lowest and highest rate stated from one year to another, at least quarterly; null for none."""
        first, last = date(first_year, 1, 1), date(last_year, 12, 31)
        known = [
            rate.rate
            for series in self._series.get(currency, ())
            if series.frequency is not Frequency.YEARLY
            for rate in series.between(first, last)
        ]
        if not known:
            return None
        months = _MONTHS * (last_year - first_year + 1)
        whole = (
            len(self.monthly(currency, first_year, last_year)) == months
            or self._of_quarters(currency, first, last) is not None
        )
        return Extremes(min(known), max(known), whole)

    def _of_day(self, currency: str, day: date) -> Choice:
        daily = list(self._of_frequency(currency, Frequency.DAILY))
        for series in daily:
            exact = series.at(day)
            if exact is not None:
                return Choice(_published(exact), f"the rate of {day}")
        for series in daily:
            last = _last_before(series, day)
            if last is not None:
                return Choice(_published(last), f"the rate of {last.date}, the last before {day}, when none was set")
        return self._of_span(currency, day, day)

    def _of_span(self, currency: str, start: date, end: date) -> Choice:
        if start.year == end.year and (start.month, start.day, end.month, end.day) == (1, 1, 12, 31):
            return self._of_year(currency, start.year, "")
        months = _months(start, end)
        words = _words(months[0]) if len(months) == 1 else f"{_words(months[0])} to {_words(months[-1])}"
        used = self._of_months(currency, months)
        if used is not None:
            told = f"the rate of the month {words}" if len(months) == 1 else f"the mean of the months {words}"
            return Choice(used, f"{told}, {used.basis}")
        used = self._of_quarters(currency, start, end)
        if used is not None:
            return Choice(used, f"the rate of the quarter to {used.date}, {used.basis}, for want of one of {words}")
        if start.year == end.year:
            return self._of_year(currency, start.year, f", for want of one of {words}")
        return Choice(None, f"there is no {currency} rate of all months from {words}")

    def _of_year(self, currency: str, year: int, excuse: str) -> Choice:
        first, last = date(year, 1, 1), date(year, 12, 31)
        for series in self._of_frequency(currency, Frequency.YEARLY):
            stated = series.at(last)
            if stated is not None and series.basis == PERIOD_AVERAGE:
                return Choice(_published(stated), f"the rate of the year {year}, {PERIOD_AVERAGE}{excuse}")
        used = self._of_months(currency, _months(first, last)) or self._of_quarters(currency, first, last)
        if used is not None:
            return Choice(used, f"the rate of the year {year}, {used.basis}{excuse}")
        some = len(self.monthly(currency, year, year))
        if some:
            return Choice(None, f"there is no {currency} rate for the whole of {year}, only {some} of its months")
        years = sorted({rate.date.year for series in self._series[currency] for rate in series.rates})
        return Choice(None, f"there is no {currency} rate for {year}, only rates of {years[0]} to {years[-1]}")

    def _of_frequency(self, currency: str, frequency: Frequency) -> Iterable[RateSeries]:
        return (series for series in self._series.get(currency, ()) if series.frequency is frequency)

    def _of_months(self, currency: str, months: Sequence[tuple[int, int]]) -> UsedRate | None:
        """Return the mean over whole months: of monthly averages, else of days without gaps, else of month-ends."""
        first, last = date(*months[0], 1), last_day_of_month(*months[-1])
        is_year = len(months) == _MONTHS and first.month == 1
        frequency = Frequency.YEARLY if is_year else Frequency.MONTHLY
        monthly = list(self._of_frequency(currency, Frequency.MONTHLY))
        averages = [series for series in monthly if series.basis == PERIOD_AVERAGE]
        daily = list(self._of_frequency(currency, Frequency.DAILY))
        for series in (*averages, *daily, *(series for series in monthly if series not in averages)):
            stated = series.between(first, last)
            whole = _covers(stated, first, last) if series in daily else len(stated) == len(months)
            if whole:
                return _mean(stated, last, frequency)
        return None

    def _of_quarters(self, currency: str, start: date, end: date) -> UsedRate | None:
        """Return the rate of the quarter that holds a span, or the mean of the quarters that do."""
        first = (start.year, (start.month - 1) // _MONTHS_OF_QUARTER)
        last = (end.year, (end.month - 1) // _MONTHS_OF_QUARTER)
        count = (last[0] - first[0]) * (_MONTHS // _MONTHS_OF_QUARTER) + last[1] - first[1] + 1
        last_day = last_day_of_month(last[0], (last[1] + 1) * _MONTHS_OF_QUARTER)
        is_year = count * _MONTHS_OF_QUARTER == _MONTHS and first[1] == 0
        for series in self._of_frequency(currency, Frequency.QUARTERLY):
            stated = series.between(date(first[0], first[1] * _MONTHS_OF_QUARTER + 1, 1), last_day)
            if len(stated) == count:
                return _mean(stated, last_day, Frequency.YEARLY if is_year else Frequency.QUARTERLY)
        return None


def _last_before(series: RateSeries, day: date) -> ExchangeRate | None:
    """Return the rate before a day on which the series has none because no market set one; null where it is unknown.

    That a weekend lies between says so, and so does the series where it goes on soon after.
    """
    before, after = series.before(day), series.after(day)
    if before is None:
        return None
    if only_weekend_between(before.date, day):
        return before
    goes_on = after is not None and (after.date - before.date).days <= _LONGEST_CLOSURE
    return before if goes_on and (day - before.date).days <= _LONG_WEEKEND else None


def _published(rate: ExchangeRate) -> UsedRate:
    return UsedRate(rate.date, rate.currency, rate.rate, rate.frequency, rate.basis, 1, rate.source)


def _mean(rates: Sequence[ExchangeRate], last: date, frequency: Frequency) -> UsedRate:
    """Return the mean of rates of one series over a period that ends on a day; of one alone, as it was published."""
    first = rates[0]
    if len(rates) == 1 and first.frequency is not Frequency.DAILY:
        return _published(first)
    return UsedRate(
        date=last,
        currency=first.currency,
        rate=fsum(rate.rate for rate in rates) / len(rates),
        frequency=frequency,
        basis=f"mean of {len(rates)} {first.frequency} rates, {first.basis}",
        observations=len(rates),
        # A publisher may move a series from one publication to another.
        source="; ".join(dict.fromkeys(rate.source for rate in rates)),
    )


def _covers(rates: Sequence[ExchangeRate], first: date, last: date) -> bool:
    """Return whether daily rates are enough for the days of a period, with no gap longer than a closure of markets."""
    if not rates:
        return False
    months = len(_months(first, last))
    gaps = [
        (rates[0].date - first).days + 1,
        *((after.date - before.date).days for before, after in pairwise(rates)),
        (last - rates[-1].date).days + 1,
    ]
    return len(rates) >= _FEWEST_RATES_A_MONTH * months and max(gaps) <= _LONGEST_CLOSURE


def _months(start: date, end: date) -> list[tuple[int, int]]:
    """Return year and number of each month that a span touches."""
    first, last = start.year * _MONTHS + start.month - 1, end.year * _MONTHS + end.month - 1
    return [(at // _MONTHS, at % _MONTHS + 1) for at in range(first, last + 1)]


def _words(month: tuple[int, int]) -> str:
    return f"{month[0]:04}-{month[1]:02}"
