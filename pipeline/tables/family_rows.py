"""Rows of the family tables, made from rows of `facts`."""

from pipeline.money.implied_rate import RateInterval, implied_rate_of_range
from schemas.tables.column import Table
from schemas.tables.fines import FINES

AMOUNT_SOURCES = (("amount", "value"), ("amount_low", "low"), ("amount_high", "high"), ("currency", "unit"))
"""Columns of `fines`, each with the column of `facts` that it repeats."""


def family_cells(table: Table, fact: dict[str, object]) -> dict[str, object]:
    """Return the cells of a family's table for a row of `facts`."""
    if table is FINES:
        return _fine_cells(fact)
    return {name: fact[name] for name in table.column_names}


def _fine_cells(fact: dict[str, object]) -> dict[str, object]:
    cells = {**fact, **{name: fact[source] for name, source in AMOUNT_SOURCES}}
    interval = implied_rate(
        _number(fact["value"]),
        _number(fact["low"]),
        _number(fact["high"]),
        _number(fact["usd_reported_low"]),
        _number(fact["usd_reported_high"]),
    )
    cells["implied_rate_low"] = None if interval is None else interval.low
    cells["implied_rate_high"] = None if interval is None else interval.high
    return {name: cells[name] for name in FINES.column_names}


def implied_rate(
    amount: float | None,
    amount_low: float | None,
    amount_high: float | None,
    usd_low: float | None,
    usd_high: float | None,
) -> RateInterval | None:
    """Return the rates that the equivalent of an amount allows, None where there is no amount or no equivalent.

    The number that the text converts is the amount itself, whatever hedge stands before it; only a range has two.
    """
    low = amount if amount is not None else amount_low
    high = amount if amount is not None else amount_high
    if low is None or high is None or usd_low is None or usd_high is None:
        return None
    return implied_rate_of_range(low, high, usd_low, usd_high)


def _number(cell: object) -> float | None:
    return cell if isinstance(cell, int | float) else None
