"""Countries and their currencies, as official series name them."""

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache

import pycountry
from babel import Locale
from babel.numbers import get_territory_currencies

from pipeline.numerals.currencies import alpha_2, currency_named

_ABBREVIATIONS = {"rep": "republic", "dem": "democratic", "st": "saint", "fed": "federated", "is": "islands"}
_SMALL_WORDS = frozenset({"of", "the", "and"})
_WORD = re.compile(r"[a-z]+")


@dataclass(frozen=True, slots=True)
class Tender:
    """A currency, and the first day on which it was legal tender."""

    currency: str
    since: date


def national_currency(country: str, day: date) -> str | None:
    """Return the legal tender of a country (alpha-3) on a day, null where it has none of its own that is certain.

    Where two are in use, it is the one that ISO 4217 names after the country (`PAB` of Panama, not `USD`).
    """
    territory = alpha_2(country)
    if territory is None:
        return None
    return _own(territory, get_territory_currencies(territory, start_date=day, end_date=day))


def present_currency(country: str) -> Tender | None:
    """Return the tender of a country today, as CLDR records it without an end, null where none is certain."""
    territory = alpha_2(country)
    if territory is None:
        return None
    known = get_territory_currencies(territory, start_date=date.min, end_date=date.max, include_details=True)
    current = {tender["currency"]: tender["from"] for tender in known if tender["tender"] and tender["to"] is None}
    own = _own(territory, list(current))
    return None if own is None else Tender(own, current[own] or date.min)


def _own(territory: str, tender: Sequence[str]) -> str | None:
    own = [code for code in tender if code.startswith(territory)]
    if len(own) == 1:
        return own[0]
    return tender[0] if len(tender) == 1 else None


def is_named(currency: str, word: str, country: str, day: date) -> bool:
    """Return whether a name such as `Tenge` or `Cfa Franc` may be that of a currency of the country."""
    words = _words(word)
    if not words:
        return False
    known = _words(str(Locale.parse("en").currencies.get(currency, "")))
    return words[-1] in known or currency_named((words[-1],), alpha_2(country), day.year) == currency


def country_named(name: str) -> str | None:
    """Return the alpha-3 code of a country by a name as statistical offices write it, null where it is not certain.

    The order of the words, accents, abbreviations (`Kazakhstan, Rep. of`) and small words make no difference.
    """
    return _by_name().get(_name_key(name))


@cache
def _by_name() -> Mapping[frozenset[str], str]:
    table: dict[frozenset[str], str] = {}
    ambiguous: set[frozenset[str]] = set()
    for code, name in _names():
        key = _name_key(name)
        if table.setdefault(key, code) != code:
            ambiguous.add(key)
    return {key: code for key, code in table.items() if key and key not in ambiguous}


def _names() -> Iterable[tuple[str, str]]:
    territories = Locale.parse("en").territories
    for country in pycountry.countries:
        for name in (country.name, getattr(country, "official_name", ""), getattr(country, "common_name", "")):
            yield country.alpha_3, name
        yield country.alpha_3, str(territories.get(country.alpha_2, ""))


def _name_key(name: str) -> frozenset[str]:
    return frozenset(_ABBREVIATIONS.get(word, word) for word in _words(name) if word not in _SMALL_WORDS)


def _words(text: str) -> list[str]:
    plain = unicodedata.normalize("NFKD", text.replace("&", " and ")).encode("ascii", "ignore").decode("ascii")
    return _WORD.findall(plain.replace("'", "").lower())
