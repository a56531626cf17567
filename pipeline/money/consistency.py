"""Whether the rate that a reported equivalent implies was ever an official one, and in which months."""

from dataclasses import dataclass
from enum import StrEnum

from pipeline.money.amount import Amount
from pipeline.money.implied_rate import RateInterval, implied_rate_of_range
from pipeline.money.rate_lookup import Rates


class EquivalentFit(StrEnum):
    """Whether the rates that an equivalent allows meet those that were official."""

    FITS = "fits"
    OFF = "off"
    NO_EQUIVALENT = "no_equivalent"
    NO_RATES = "no_rates"
    """None are known of these years, or too few to say that none fits."""


@dataclass(frozen=True, slots=True)
class Consistency:
    """The rates that the reported equivalent allows, held against the official ones of the report's years."""

    implied: RateInterval | None
    """Null where the text gives no equivalent."""
    fit: EquivalentFit
    months: tuple[str, ...]
    """Months of those years whose rate the equivalent allows, as `2020-08`."""


def consistency_of(amount: Amount, rates: Rates) -> Consistency:
    """Return how the reported equivalent of an amount agrees with official rates.

    Reports convert at the rate of the day when they are written, which is seldom that of the event: so the years are
    the report's, whatever the date of the fact.
    """
    implied = implied_rate(amount)
    first, last = amount.report_year - 1, amount.report_year
    extremes = rates.extremes(amount.currency, first, last)
    if implied is None:
        return Consistency(None, EquivalentFit.NO_EQUIVALENT, ())
    if extremes is None:
        return Consistency(implied, EquivalentFit.NO_RATES, ())
    meets = implied.low <= extremes.high and extremes.low <= implied.high
    if not meets and not extremes.whole:
        # A rate of a month that is not known may be the one.
        return Consistency(implied, EquivalentFit.NO_RATES, ())
    monthly = rates.monthly(amount.currency, first, last)
    months = tuple(f"{rate.date:%Y-%m}" for rate in monthly if implied.low <= rate.rate <= implied.high)
    return Consistency(implied, EquivalentFit.FITS if meets else EquivalentFit.OFF, months)


def implied_rate(amount: Amount) -> RateInterval | None:
    """Return the rates that the equivalent of an amount allows, null where there is no amount or no equivalent.

    The number that the text converts is the amount itself, whatever hedge stands before it; only a range has two.
    """
    least, most = amount.least, amount.most
    low, high = amount.usd_reported_low, amount.usd_reported_high
    if least is None or most is None or low is None or high is None:
        return None
    return implied_rate_of_range(least, most, low, high)
