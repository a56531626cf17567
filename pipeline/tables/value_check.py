"""Hard checks of numbers: each approximation has its bounds, shares are shares, and digits say what they say."""

import math
import re
from collections.abc import Iterator

from pipeline.tables.dataset_tables import Tables
from pipeline.tables.problem import Problem
from pipeline.tables.row_views import FactRow, NumeralRow, rows_of
from schemas.tables.catalog import SHARE_INDICATORS

_PLAIN_DIGITS = re.compile(r"[0-9]+|[0-9]{1,3}(?:,[0-9]{3})+")
_QUANTITY_FIELDS = ("value", "low", "high", "approximation", "unit")
_WHOLE = 100


def value_problems(tables: Tables) -> Iterator[Problem]:
    """Yield numerals and facts whose numbers cannot be."""
    for numeral in rows_of(tables.numerals, NumeralRow):
        for message in (*_shape(numeral), *_digits(numeral)):
            yield Problem("numerals", numeral.numeral_id, message, numeral.quote)
    for fact in rows_of(tables.facts, FactRow):
        if fact.indicator in SHARE_INDICATORS:
            for message in _share(fact):
                yield Problem("facts", fact.fact_id, message, fact.quote)


def _shape(numeral: NumeralRow) -> Iterator[str]:
    if numeral.role != "quantity":
        filled = [name for name in _QUANTITY_FIELDS if getattr(numeral, name) is not None]
        if filled:
            yield f"“{numeral.surface}” is no quantity, and has {', '.join(filled)}"
        return
    if numeral.approximation is None or numeral.unit is None:
        yield f"“{numeral.surface}” is a quantity without {'a unit' if numeral.unit is None else 'an approximation'}"
        return
    numbers = (numeral.value, numeral.low, numeral.high)
    if any(number is not None and not math.isfinite(number) for number in numbers):
        yield f"“{numeral.surface}” has a value or bound that is no finite number"
    elif not fits_approximation(numeral.approximation, *numbers):
        yield (
            f"“{numeral.surface}” is {numeral.approximation} with value {numeral.value}, low {numeral.low}, "
            f"high {numeral.high}"
        )


def fits_approximation(approximation: str, value: float | None, low: float | None, high: float | None) -> bool:
    """Return whether a number hedged so has exactly the bounds that the coding rules give it."""
    stated = value is not None
    wanted = {
        "exact": stated and low == value and high == value,
        "about": stated and low is None and high is None,
        "at_least": stated and low == value and high is None,
        "more_than": stated and low == value and high is None,
        "at_most": stated and low is None and high == value,
        "less_than": stated and low is None and high == value,
        "between": not stated and low is not None and high is not None and low <= high,
        "order_of_magnitude": not stated and low is not None and high is None,
    }
    return wanted.get(approximation, False)


def _digits(numeral: NumeralRow) -> Iterator[str]:
    """Yield when a numeral of digits and group commas alone has another value than it spells."""
    if numeral.value is None or _PLAIN_DIGITS.fullmatch(numeral.surface) is None:
        return
    spelled = float(numeral.surface.replace(",", ""))
    if numeral.value != spelled:
        yield f"“{numeral.surface}” has the value {numeral.value:g}"


def _share(fact: FactRow) -> Iterator[str]:
    for name in ("value", "low", "high"):
        number = getattr(fact, name)
        if number is not None and fact.unit == "percent" and not 0 <= number <= _WHOLE:
            yield f"{fact.indicator} has the {name} {number:g}, and a share is between 0 and 100 percent"
