"""Penalty units: the units, revalued by the state from time to time, in which the laws of some countries set fines."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from operator import attrgetter
from pathlib import Path

from pipeline.money.amount import Amount
from pipeline.money.csv_lines import CellReader, declared_lines
from pipeline.numerals.currencies import currency_codes
from schemas.files.penalty_units import PENALTY_UNIT_FILE

_CELLS = CellReader(PENALTY_UNIT_FILE)
# Over this no penalty is whole units of anything; the numbers that a report may hold have no bound.
_LARGEST_AMOUNT = 1e18
YEARS_BACK = 2
"""A fine told in a report may have been set by the unit of its year or of the two before it."""


@dataclass(frozen=True, slots=True)
class PenaltyUnit:
    """The value of a unit from a day on, until the next value of the same unit."""

    country: str
    name: str
    value: float
    currency: str
    valid_from: date
    source: str


@dataclass(frozen=True, slots=True)
class UnitMultiple:
    """An amount as a whole number of units."""

    count: int
    unit: PenaltyUnit
    others: tuple[tuple[int, PenaltyUnit], ...]
    """Further units in force of which the amount is a whole multiple, the latest first."""


def read_penalty_units(path: Path) -> tuple[PenaltyUnit, ...]:
    """Return the units of a file, by country, name and day; none where there is no file.

    Raises:
        RatesError: a line is no unit, or two lines give one unit two values from the same day.

    """
    if not path.exists():
        return ()
    units: dict[tuple[str, str, date], PenaltyUnit] = {}
    for line in declared_lines(path, PENALTY_UNIT_FILE):
        unit = PenaltyUnit(
            country=_CELLS.text(line, "country"),
            name=_CELLS.text(line, "unit"),
            value=_CELLS.number(line, "value"),
            currency=_CELLS.text(line, "currency"),
            valid_from=_CELLS.day(line, "valid_from"),
            source=_CELLS.text(line, "source"),
        )
        if unit.currency not in currency_codes():
            raise line.fault(f"`currency` is {unit.currency!r}, which is no currency of ISO 4217; correct it")
        if units.setdefault((unit.country, unit.name, unit.valid_from), unit) != unit:
            raise line.fault(f"the {unit.name} of {unit.valid_from} stands there twice; keep one line")
    return tuple(units[key] for key in sorted(units))


def in_force(units: Iterable[PenaltyUnit], first: date, last: date) -> Sequence[PenaltyUnit]:
    """Return the values of one unit that were in force on a day from `first` to `last`, the latest first."""
    ordered = sorted(units, key=attrgetter("valid_from"))
    ends = [*(unit.valid_from for unit in ordered[1:]), date.max]
    return [unit for unit, end in zip(ordered, ends, strict=True) if unit.valid_from <= last and end > first][::-1]


def multiple_of(amount: Amount, units: Iterable[PenaltyUnit]) -> UnitMultiple | None:
    """Return an amount as a whole number of a unit in force in the report's year or the two before it.

    The latest unit that divides the amount wins; null where none does, or where the text states no one amount. A unit
    that came into force after the last day of the amount's own period cannot have set it.
    """
    if not amount.value:
        return None
    first, last = date(amount.report_year - YEARS_BACK, 1, 1), date(amount.report_year, 12, 31)
    if amount.period_end is not None:
        last = min(last, amount.period_end)
    by_name: dict[str, list[PenaltyUnit]] = {}
    for unit in units:
        if unit.country == amount.country and unit.currency == amount.currency:
            by_name.setdefault(unit.name, []).append(unit)
    listed = [unit for named in by_name.values() for unit in in_force(named, first, last)]
    listed.sort(key=attrgetter("valid_from"), reverse=True)
    found = [(count, unit) for unit in listed if (count := whole_multiple(amount.value, unit.value))]
    return UnitMultiple(*found[0], tuple(found[1:])) if found else None


def whole_multiple(amount: float, unit: float) -> int:
    """Return how many units an amount is, 0 where it is no whole number of them."""
    if not 0 < amount <= _LARGEST_AMOUNT:
        return 0
    # In decimals, as both are written: 495.66 is three times 165.22, and no product of floats says so.
    count, rest = divmod(Decimal(repr(float(amount))), Decimal(repr(float(unit))))
    return 0 if rest else int(count)
