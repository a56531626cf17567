"""What a fine is worth, in words for `explain`."""

from collections.abc import Iterator

from pipeline.money.currency_names import currency_name
from pipeline.publishing.dataset_rows import FineRow
from pipeline.publishing.plain_numbers import plain_number

_FITS = {
    "fits": "which official rates of the report's year or the year before do",
    "off": "which no official rate of the report's year or the year before does",
    "no_rates": "and no official rate of these years is known",
}


def fine_lines(fine: FineRow) -> Iterator[tuple[str, str]]:
    """Yield the name and the words of each thing that the money step says of a fine."""
    yield "currency", currency_name(fine.currency)
    worth = " to ".join(
        dict.fromkeys(
            f"{number:,.2f}"
            for number in (fine.usd_converted_low, fine.usd_converted, fine.usd_converted_high)
            if number is not None
        )
    )
    if fine.rate is None:
        yield "worth", f"{worth} USD: {fine.rate_choice}" if worth else f"not converted: {fine.rate_choice}"
    else:
        yield "worth", f"{worth} USD at {fine.rate:.6g} {fine.currency}: {fine.rate_choice} ({fine.rate_source})"
    if fine.implied_rate_low is not None:
        implied = f"{fine.implied_rate_low:.6g} to {fine.implied_rate_high:.6g} {fine.currency}"
        months = f" (those of {fine.equivalent_fit_months})" if fine.equivalent_fit_months else ""
        yield "equivalent", f"allows a rate of {implied}, {_FITS[fine.equivalent_fit]}{months}"
    if fine.usd_deviation_pct is not None:
        yield "departs", f"the text's equivalent is {fine.usd_deviation_pct:+g} percent off the converted amount"
    if fine.penalty_units is not None:
        unit = f"{plain_number(fine.penalty_unit_value)} of {fine.penalty_unit_valid_from}"
        yield "units", f"{plain_number(fine.penalty_units)} × the {fine.penalty_unit_name}, {unit}"
    if fine.penalty_unit_also:
        yield "units", f"or {fine.penalty_unit_also}"
