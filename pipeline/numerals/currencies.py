"""Currencies by name, symbol and code: CLDR names through Babel, and the words that the lexicon adds."""

from collections.abc import Mapping
from datetime import date
from functools import cache, lru_cache

from babel import Locale
from babel.core import get_global
from babel.numbers import get_territory_currencies

from pipeline.language.lexicon import groups_of, values_of
from pipeline.language.morphology import plural

_MIDYEAR = (7, 1)
# Years for which a currency that was given up is still named in reports.
_REMEMBERED_YEARS = 10


@cache
def _english() -> Locale:
    return Locale.parse("en")


@cache
def currency_codes() -> frozenset[str]:
    """Return the ISO 4217 codes that CLDR knows, current and historical."""
    return frozenset(_english().currencies)


@cache
def _phrases() -> Mapping[tuple[str, ...], str]:
    """Return the full English names (`singapore dollars`, `namibian dollar`) of current and past currencies."""
    phrases: dict[tuple[str, ...], str] = {}
    # Names of currencies out of use carry their years in parentheses; the current one of the same name wins.
    for code in sorted(_english().currencies):
        name = str(_english().currencies[code]).lower().replace("&", "and")
        bare = name.split(" (")[0]
        for form in (name, plural(name), bare, plural(bare)):
            words = tuple(form.replace("-", " ").split())
            if len(words) > 1 and "(" not in form:
                phrases.setdefault(words, code)
                if "(" not in name:
                    phrases[words] = code
    for words in _FRANCS:
        phrases.pop(words, None)
    phrases |= {("convertible", "marks"): "BAM", ("convertible", "mark"): "BAM"}
    return phrases


@cache
def _words() -> Mapping[str, tuple[str, ...]]:
    table: dict[str, list[str]] = {}
    for code, words in groups_of("units", "currency_words").items():
        for word in words:
            table.setdefault(word, []).append(code)
    return {word: tuple(codes) for word, codes in table.items()}


@lru_cache(maxsize=256)
def codes_in_use(year: int) -> frozenset[str]:
    """Return the codes of the currencies in use anywhere in a year or in the ten before it.

    What was given up long ago is an acronym in a later report (`12 MDC members`), in whatever country.
    """
    told = get_global("territory_currencies").values()
    since = year - _REMEMBERED_YEARS
    return frozenset(code for currencies in told for code, _, end, _ in currencies if end is None or end[0] >= since)


@lru_cache(maxsize=4096)
def currencies_of(territory: str, year: int) -> tuple[str, ...]:
    """Return the currencies in use in a country (alpha-2) in the middle of a year, as CLDR records them."""
    day = date(year, *_MIDYEAR)
    return tuple(get_territory_currencies(territory, start_date=day, end_date=day))


@cache
def is_currency_word(word: str) -> bool:
    """Tell whether a word in lower case may name a currency (`rubles`, `dollars`, `won`)."""
    return word in _words() or word in _shared_words()


@cache
def _shared_words() -> Mapping[str, str]:
    return {word: name for name, words in groups_of("units", "country_currency_words").items() for word in words}


def symbol_code(symbol: str, territory: str | None, year: int) -> str | None:
    """Return the code of a currency sign; `$` is the US dollar in these reports, `£` and `¥` the country's own."""
    code = values_of("units", "currency_symbols").get(symbol)
    if code in {"GBP", "JPY"} and territory is not None:
        own = {"£": ("EGP", "LBP", "SYP", "SDG", "GBP"), "¥": ("CNY", "JPY")}[symbol]
        return next((known for known in currencies_of(territory, year) if known in own), code)
    return code


def currency_named(words: tuple[str, ...], territory: str | None, year: int) -> str | None:
    """Return the code that one to three words in lower case name, null where they name none.

    A word that several countries share (`som`, `francs`, `pounds`) is that of the report's country where it has one,
    else the most widely known.
    """
    if len(words) > 1:
        return _phrase_code(words, territory, year)
    word = words[0]
    if len(word) == 3 and word.upper() in currency_codes() and word not in _words():  # noqa: PLR2004 - ISO codes have three letters
        return None
    candidates = _words().get(word, ())
    own = currencies_of(territory, year) if territory is not None else ()
    for code in own:
        if code in candidates or _named_like(code, word):
            return code
    if "CFA" in candidates:
        return next((code for code in own if code in {"XOF", "XAF"}), "XOF")
    if candidates:
        return _best_known(word, candidates)
    return None


@cache
def _phrase_openers() -> frozenset[str]:
    return frozenset(words[0] for words in (*_phrases(), *_DOLLARS, *_FRANCS))


def opens_phrase(word: str) -> bool:
    """Tell whether a word in lower case may open the name of a currency of several words (`kuwaiti dinars`)."""
    return word in _phrase_openers()


_FRANCS = frozenset({("cfa", "francs"), ("cfa", "franc")})
_DOLLARS = frozenset({
    ("u.s", ".", "dollars"), ("u.s.", "dollars"), ("us", "dollars"), ("american", "dollars"), ("u.s.", "dollar"),
    ("us", "dollar"),
})  # fmt: skip


def _phrase_code(words: tuple[str, ...], territory: str | None, year: int) -> str | None:
    if words in _FRANCS:
        own = currencies_of(territory, year) if territory is not None else ()
        return next((code for code in own if code in {"XOF", "XAF"}), "XOF")
    if words in _DOLLARS:
        return "USD"
    return _phrases().get(words)


@lru_cache(maxsize=4096)
def _named_like(code: str, word: str) -> bool:
    """Tell whether the English name of a currency ends in a word (`Sudanese Pound` in `pounds`)."""
    name = str(_english().currencies.get(code, "")).lower().split(" (")[0].split()
    if not name:
        return False
    return word in {name[-1], plural(name[-1])}


def _best_known(word: str, candidates: tuple[str, ...]) -> str:
    preferred = {
        "pounds": "GBP",
        "pound": "GBP",
        "dollars": "USD",
        "dollar": "USD",
        "rupees": "INR",
        "rupee": "INR",
        "pesos": "MXN",
    }
    return preferred.get(word, candidates[0])


@lru_cache(maxsize=1024)
def alpha_2(country: str) -> str | None:
    """Return the ISO 3166-1 alpha-2 code of an alpha-3 one, by CLDR's table of aliases; null where it has none."""
    if country == "XKX":
        # Kosovo, to which ISO gives neither; both codes are those in common use.
        return "XK"
    aliases = get_global("territory_aliases").get(country)
    return aliases[0] if aliases else None
