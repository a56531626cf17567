"""Names and symbols of currencies for people: forex-python's, and CLDR's where it has none."""

from functools import cache

from babel import Locale
from forex_python.converter import CurrencyCodes


@cache
def _codes() -> CurrencyCodes:
    return CurrencyCodes()


@cache
def currency_name(code: str) -> str:
    """Return the English name of a currency with its symbol, as in `KZT (Kazakhstani tenge, лв)`.

    A code that neither source knows stands alone.
    """
    name = _codes().get_currency_name(code) or Locale.parse("en").currencies.get(code)
    symbol = _codes().get_symbol(code)
    known = ", ".join(str(part) for part in (name, symbol) if part and part != code)
    return f"{code} ({known})" if known else code
