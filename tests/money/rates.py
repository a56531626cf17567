"""Rates for the tests, and the shipped ones."""

from datetime import date
from pathlib import Path

from pipeline.money.amount import Amount
from pipeline.money.exchange_rate import END_OF_PERIOD, ExchangeRate, Frequency, last_day_of_month

ROOT = Path(__file__).parents[2]
SHIPPED = ROOT / "data/raw/exchange_rates"
HEADER = "date,currency,rate,frequency,basis,source\n"


def monthly(currency: str, year: int, rates: list[float], basis: str = END_OF_PERIOD) -> list[ExchangeRate]:
    """The rates of the first months of a year."""
    return [
        ExchangeRate(currency, last_day_of_month(year, month), Frequency.MONTHLY, basis, "Bank, Bulletin", rate)
        for month, rate in enumerate(rates, start=1)
    ]


def daily(currency: str, rates: dict[str, float]) -> list[ExchangeRate]:
    return [
        ExchangeRate(currency, date.fromisoformat(day), Frequency.DAILY, "closing", "Bank, Bulletin", rate)
        for day, rate in rates.items()
    ]


def yearly(currency: str, year: int, rate: float, basis: str) -> ExchangeRate:
    return ExchangeRate(currency, date(year, 12, 31), Frequency.YEARLY, basis, "Bank, Yearbook", rate)


def amount(
    value: float | None,
    currency: str = "KZT",
    *,
    low: float | None = None,
    high: float | None = None,
    usd: tuple[float, float] | None = None,
    period: tuple[str | None, str | None] = (None, None),
    country: str = "KAZ",
    year: int = 2020,
) -> Amount:
    """An amount as a row of facts states it."""
    start, end = (None if day is None else date.fromisoformat(day) for day in period)
    return Amount(
        value=value,
        low=low,
        high=high,
        currency=currency,
        country=country,
        report_year=year,
        period_start=start,
        period_end=end,
        usd_reported_low=None if usd is None else usd[0],
        usd_reported_high=None if usd is None else usd[1],
    )
