"""All that the money step says of an amount, and what it says it by."""

from collections.abc import Iterable
from dataclasses import dataclass

from pipeline.money.amount import Amount
from pipeline.money.consistency import Consistency, consistency_of
from pipeline.money.conversion import Conversion, converted
from pipeline.money.exchange_rate import ExchangeRate
from pipeline.money.penalty_units import PenaltyUnit, UnitMultiple, multiple_of
from pipeline.money.rate_lookup import Rates


@dataclass(frozen=True, slots=True)
class Valuation:
    """An amount in USD, its reported equivalent against official rates, and the amount in penalty units."""

    conversion: Conversion
    consistency: Consistency
    penalty_units: UnitMultiple | None


class Valuer:
    """Values amounts by official rates and by the penalty units of their country."""

    def __init__(self, rates: Iterable[ExchangeRate], penalty_units: Iterable[PenaltyUnit]) -> None:
        self._rates = Rates(rates)
        self._penalty_units = tuple(penalty_units)

    def value(self, amount: Amount) -> Valuation:
        """Return what an amount is worth."""
        return Valuation(
            converted(amount, self._rates),
            consistency_of(amount, self._rates),
            multiple_of(amount, self._penalty_units),
        )
