"""The exchange rate that an equivalent in the text implies, as an interval: the equivalent is rounded."""

from dataclasses import dataclass
from decimal import Decimal

_LEAST, _MOST = 1e-6, 1e24


@dataclass(frozen=True, slots=True)
class RateInterval:
    """The lowest and the highest rate, in units of the currency for one USD."""

    low: float
    high: float


@dataclass(frozen=True, slots=True)
class RoundingInterval:
    """What a number may have been before it was rounded."""

    low: Decimal
    high: Decimal


def rounding_interval(number: float) -> RoundingInterval:
    """Return the number give or take half a unit of its last digit that is not zero.

    330 is 325 to 335, 164 is 163.5 to 164.5, 1.1 million is 1.05 to 1.15 million.

    Raises:
        ValueError: the number is not positive.

    """
    if not number > 0:
        message = f"{number} is no amount that was rounded"
        raise ValueError(message)
    # The shortest decimal that gives the float is the number as it was written.
    exact = Decimal(repr(float(number))).normalize()
    half = Decimal(1).scaleb(int(exact.as_tuple().exponent)) / 2
    return RoundingInterval(exact - half, exact + half)


def implied_rate_interval(amount_low: float, amount_high: float, usd: float) -> RateInterval | None:
    """Return the rates at which an amount between the bounds is what the text gives in USD.

    None where the amount or the equivalent is not positive, or is no number of this world: no rate follows from it.
    """
    if not all(_LEAST <= number <= _MOST for number in (amount_low, amount_high, usd)):
        return None
    rounded = rounding_interval(usd)
    return RateInterval(
        float(Decimal(repr(float(amount_low))) / rounded.high), float(Decimal(repr(float(amount_high))) / rounded.low)
    )


def implied_rate_of_range(
    amount_low: float, amount_high: float, usd_low: float, usd_high: float
) -> RateInterval | None:
    """Return the rates that a range of equivalents allows, each end converted to the end of the amount.

    Where both are ranges, a rate must convert both ends; where no rate does, the widest interval is returned, and
    `ends_agree` tells. Where one amount has a range of equivalents, any rate between the ends will do.
    """
    if usd_low == usd_high:
        return implied_rate_interval(amount_low, amount_high, usd_low)
    low_end = implied_rate_interval(amount_low, amount_low, usd_low)
    high_end = implied_rate_interval(amount_high, amount_high, usd_high)
    if low_end is None or high_end is None:
        return None
    low, high = max(low_end.low, high_end.low), min(low_end.high, high_end.high)
    if amount_low == amount_high or low > high:
        return RateInterval(min(low_end.low, high_end.low), max(low_end.high, high_end.high))
    return RateInterval(low, high)


def ends_agree(amount_low: float, amount_high: float, usd_low: float, usd_high: float) -> bool:
    """Return whether one rate converts both ends of a range of amounts; true where there is nothing to compare."""
    if usd_low == usd_high or amount_low == amount_high:
        return True
    low_end = implied_rate_interval(amount_low, amount_low, usd_low)
    high_end = implied_rate_interval(amount_high, amount_high, usd_high)
    return low_end is None or high_end is None or max(low_end.low, high_end.low) <= min(low_end.high, high_end.high)
