"""Hard checks of money: what a row of `fines` converts follows from its amount and its rate, and each rate is used."""

from collections.abc import Iterator

from pipeline.money.consistency import implied_rate
from pipeline.money.conversion import deviation_of, in_usd
from pipeline.money.penalty_units import whole_multiple
from pipeline.tables.dataset_tables import Tables
from pipeline.tables.problem import Problem
from pipeline.tables.row_views import FineRow, RateRow, rows_of


def money_problems(tables: Tables) -> Iterator[Problem]:
    """Yield fines whose money does not follow from what they state, and rates that no fine uses."""
    fines = rows_of(tables.fines, FineRow)
    rates = {rate.rate_id: rate for rate in rows_of(tables.exchange_rates, RateRow)}
    for fine in fines:
        for message in (*_rate_faults(fine, rates.get(fine.rate_id or "")), *_number_faults(fine)):
            yield Problem("fines", fine.fact_id, message, fine.quote)
    used = {fine.rate_id for fine in fines}
    for key in rates:
        if key not in used:
            yield Problem("exchange_rates", key, "no row of fines uses this rate")


def _rate_faults(fine: FineRow, rate: RateRow | None) -> Iterator[str]:
    wanted = (None, None, None) if rate is None else (rate.rate, rate.date, rate.source)
    if (fine.rate, fine.rate_date, fine.rate_source) != wanted:
        yield f"its rate, with day and source, is not that of {fine.rate_id or 'a rate'}, which it names"
    if rate is not None and rate.currency != fine.currency:
        yield f"its amount is in {fine.currency} and its rate, {rate.rate_id}, of {rate.currency}"


def _number_faults(fine: FineRow) -> Iterator[str]:
    interval = implied_rate(fine.stated)
    if (fine.implied_rate_low, fine.implied_rate_high) != (
        (None, None) if interval is None else (interval.low, interval.high)
    ):
        yield "the implied rate does not follow from its amounts"
    pairs = (
        ("usd_converted", fine.usd_converted, fine.amount),
        ("usd_converted_low", fine.usd_converted_low, fine.amount_low),
        ("usd_converted_high", fine.usd_converted_high, fine.amount_high),
    )
    for name, found, amount in pairs:
        if found != _wanted_usd(fine, amount):
            yield f"{name} is {found}, which does not follow from its amount and its rate"
    if fine.usd_deviation_pct != (None if fine.rate is None else deviation_of(fine.stated, fine.rate)):
        yield "usd_deviation_pct does not follow from its amounts and its rate"
    units = whole_multiple(fine.amount or 0, fine.penalty_unit_value) if fine.penalty_unit_value else 0
    if units != (fine.penalty_units or 0):
        yield f"{fine.penalty_units or 0:g} penalty units of {fine.penalty_unit_value} are not its amount"


def _wanted_usd(fine: FineRow, amount: float | None) -> float | None:
    if fine.currency == "USD":
        return amount
    return None if fine.rate is None else in_usd(amount, fine.rate)
