"""What an amount is worth in USD at the official rate of its time, and how far the text's own equivalent is from it."""

from dataclasses import dataclass

from pipeline.money.amount import Amount
from pipeline.money.rate_lookup import Rates, UsedRate

_CENTS = 2


@dataclass(frozen=True, slots=True)
class Conversion:
    """The converted number and its bounds, null where the amount has none or there is no rate."""

    usd: float | None
    usd_low: float | None
    usd_high: float | None
    rate: UsedRate | None
    told: str
    """How the rate was chosen, or why there is none."""
    deviation: float | None
    """Of the reported equivalent from the converted amount, in percent of the latter."""


def converted(amount: Amount, rates: Rates) -> Conversion:
    """Return the amount in USD."""
    if amount.currency == "USD":
        return Conversion(amount.value, amount.low, amount.high, None, "the amount is in USD", None)
    choice = rates.chosen(amount.currency, amount.period_start, amount.period_end, amount.report_year)
    rate = choice.rate
    if rate is None:
        return Conversion(None, None, None, None, choice.told, None)
    return Conversion(
        usd=in_usd(amount.value, rate.rate),
        usd_low=in_usd(amount.low, rate.rate),
        usd_high=in_usd(amount.high, rate.rate),
        rate=rate,
        told=choice.told,
        deviation=deviation_of(amount, rate.rate),
    )


def in_usd(number: float | None, rate: float) -> float | None:
    """Return a number in USD, to the cent; null for null."""
    return None if number is None else round(number / rate, _CENTS)


def deviation_of(amount: Amount, rate: float) -> float | None:
    """Return by how many percent the reported equivalent is over (or, negative, under) the amount at a rate.

    Of a range the end that is further off counts; of one amount with a range of equivalents, the nearer end, and zero
    within it. Null where the text gives no equivalent.
    """
    least, most = amount.least, amount.most
    low, high = amount.usd_reported_low, amount.usd_reported_high
    if not least or not most or low is None or high is None:
        return None
    from_low, from_high = _percent_over(low, least / rate), _percent_over(high, most / rate)
    if least == most and low != high:
        if from_low <= 0 <= from_high:
            return 0.0
        return min(from_low, from_high, key=abs)
    return max(from_low, from_high, key=abs)


def _percent_over(reported: float, at_rate: float) -> float:
    return round(100 * (reported - at_rate) / at_rate, _CENTS)
