"""What no rate may be, whoever states it: one rule for files, downloads and services."""

from collections.abc import Sequence
from datetime import date, timedelta

from pipeline.money.exchange_rate import ExchangeRate, Frequency, is_last_day
from pipeline.numerals.currencies import currency_codes
from schemas.files.exchange_rates import HIGHEST_RATE, LOWEST_RATE

EARLIEST_YEAR = 1900
# A slipped decimal point moves a rate by ten or more and back again; the wildest devaluation moves it once, and stays.
_SLIP = 5.0
_SLIP_AT_END = 10.0
_BESIDE = timedelta(days=200)
# Where a state has several rates, or a black market, publishers may be far apart, but not that far.
_OTHER_PUBLISHER = 100.0
_SATURDAY = 5
_WEEKEND_DAYS = 2


def fault_of(rate: ExchangeRate) -> str | None:
    """Return why a rate cannot be one, as a clause with what to do, null where it can."""
    if rate.currency not in currency_codes():
        return f"`currency` is {rate.currency!r}, which is no currency of ISO 4217; correct it"
    if rate.currency == "USD":
        return "`currency` is USD, of which every rate is 1; remove the line"
    if not LOWEST_RATE <= rate.rate <= HIGHEST_RATE:
        return f"`rate` is {rate.rate:g}; it must be from {LOWEST_RATE:g} to {HIGHEST_RATE:g}"
    if rate.date.year < EARLIEST_YEAR:
        return f"`date` is {rate.date}, before {EARLIEST_YEAR}; correct it"
    if not is_last_day(rate.date, rate.frequency):
        return f"`date` is {rate.date}, on which no period of a {rate.frequency} series ends; give the last day of it"
    return None


def out_of_line(series: Sequence[ExchangeRate]) -> ExchangeRate | None:
    """Return a rate of one series that is several times what those beside it are, and not because the currency fell.

    One that two others contradict goes first: the one beside it, at the end of a series, is only contradicted by it.
    Null for none, and always for a yearly series: from year to year a currency may fall by any factor.
    """
    frequency = series[0].frequency if series else Frequency.YEARLY
    if frequency is Frequency.YEARLY:
        return None
    at_end: ExchangeRate | None = None
    for place, rate in enumerate(series):
        beside = [
            series[at].rate
            for at in (place - 1, place + 1)
            if 0 <= at < len(series) and abs(series[at].date - rate.date) <= _BESIDE
        ]
        if len(beside) > 1 and _differs(rate.rate, beside, _SLIP):
            return rate
        if len(beside) == 1 and frequency is not Frequency.QUARTERLY and _differs(rate.rate, beside, _SLIP_AT_END):
            at_end = at_end or rate
    return at_end


def unlike_others(rate: ExchangeRate, others: Sequence[ExchangeRate]) -> bool:
    """Return whether a rate is a hundred times, or a hundredth of, what other publishers have at about that time."""
    near = [other.rate for other in others if abs(other.date - rate.date) <= _BESIDE]
    return bool(near) and _differs(rate.rate, near, _OTHER_PUBLISHER)


def _differs(rate: float, others: Sequence[float], factor: float) -> bool:
    return all(rate >= factor * other for other in others) or all(rate * factor <= other for other in others)


def only_weekend_between(earlier: date, later: date) -> bool:
    """Return whether all days after `earlier` up to `later` are a Saturday or Sunday, when no market sets a rate."""
    days = (later - earlier).days
    if not 0 < days <= _WEEKEND_DAYS:
        return False
    return all(date.fromordinal(earlier.toordinal() + step).weekday() >= _SATURDAY for step in range(1, days + 1))
