"""Codes of currencies as a user gives them."""

from collections.abc import Iterable

from pipeline.errors import RatesError
from pipeline.numerals.currencies import currency_codes


def checked_codes(codes: Iterable[str]) -> frozenset[str]:
    """Return the codes; raises RatesError for one that is none of ISO 4217."""
    listed = frozenset(code.strip().upper() for code in codes)
    unknown = sorted(listed - currency_codes())
    if unknown:
        raise RatesError(f"{unknown[0]}: this is no currency of ISO 4217; give a code such as KZT")
    return listed
