"""The currency sign, code or abbreviation that stands before a number: `$`, `HK$`, `CHF`, `Rs.`, `K` in Zambia."""

from collections.abc import Mapping
from functools import cache

from pipeline.language.lexicon import groups_of, values_of, words_of
from pipeline.language.sentences import Sentence
from pipeline.numerals.currencies import codes_in_use, currencies_of, currency_codes, symbol_code
from pipeline.record import record

_CODE_LENGTH = 3


@record
class Place:
    """Where and when a text speaks, which decides what `francs` are."""

    territory: str | None
    """ISO 3166-1 alpha-2."""
    year: int


@record
class Sign:
    """The currency that is told before a number, and the first token that tells it."""

    first: int
    code: str


@cache
def _dollar_letters() -> Mapping[str, list[str]]:
    return groups_of("units", "dollar_letters")


@cache
def _prefixes() -> Mapping[str, list[str]]:
    return groups_of("units", "currency_prefixes")


@cache
def _word_like_codes() -> frozenset[str]:
    return frozenset(words_of("units", "word_like_codes"))


def own_currencies(place: Place) -> tuple[str, ...]:
    """Return the currencies of the place in its year; none where the country is unknown."""
    return currencies_of(place.territory, place.year) if place.territory is not None else ()


def sign_before(sentence: Sentence, index: int, place: Place) -> Sign | None:
    """Return the currency told before the token at which a number opens, null where none is."""
    if not index:
        return None
    at = index - 1
    word, surface = sentence.words[at], sentence.surfaces[at]
    if word in values_of("units", "currency_symbols"):
        return _symbol(sentence, at, place)
    if word in {".", "/"} and at:
        return _stopped(sentence, at, place)
    if (code := code_of(surface, place)) is not None:
        return Sign(at, code)
    glued = sentence.ends[at] == sentence.starts[index]
    code = abbreviation(word, surface, place) if glued or len(word) > 1 else None
    if code is None:
        return None
    # `F CFA 5,000`.
    return Sign(at - 1 if word == "cfa" and at and sentence.words[at - 1] == "f" else at, code)


def code_of(surface: str, place: Place) -> str | None:
    """Return an ISO 4217 code in capitals as itself; one that is also a word or acronym only where it is in use.

    A code given up long ago is an acronym.
    """
    if len(surface) != _CODE_LENGTH or not surface.isupper() or surface not in currency_codes():
        return None
    if surface not in codes_in_use(place.year):
        return None
    return None if surface in _word_like_codes() and surface not in own_currencies(place) else surface


def abbreviation(word: str, surface: str, place: Place) -> str | None:
    """Return what `Rs`, `KSh`, `FCFA` stand for in a place; a single letter only where it is the country's own."""
    codes = _prefixes().get(word)
    if codes is None or not surface[0].isupper():
        return None
    own = next((code for code in own_currencies(place) if code in codes), None)
    if own is not None or word in values_of("units", "local_prefixes"):
        return own
    return codes[0] if len(word) > 1 else None


def _stopped(sentence: Sentence, at: int, place: Place) -> Sign | None:
    """Read `Rs. 500`, `S/. 500`, `B/. 500`."""
    words = sentence.words
    stroke = at if words[at] == "/" else at - 1 if words[at - 1] == "/" else -1
    if stroke > 0:
        code = {"s": "PEN", "b": "PAB"}.get(words[stroke - 1])
        return Sign(stroke - 1, code) if code is not None and code in own_currencies(place) else None
    if words[at] != "." or sentence.ends[at - 1] != sentence.starts[at]:
        return None
    code = abbreviation(words[at - 1], sentence.surfaces[at - 1], place)
    return Sign(at - 1, code) if code is not None else None


def _symbol(sentence: Sentence, at: int, place: Place) -> Sign | None:
    """Read a sign with the letters joined to it: `HK$`, `GH₵`, and `US $`."""
    code = symbol_code(sentence.words[at], place.territory, place.year)
    if code is None:
        return None
    if not at:
        return Sign(at, code)
    letters = sentence.words[at - 1]
    if letters in {"us", "u.s", "u.s."} and sentence.surfaces[at - 1].isupper():
        return Sign(at - 1, "USD")
    if sentence.ends[at - 1] != sentence.starts[at] or not letters[0].isalpha():
        return Sign(at, code)
    if sentence.words[at] != "$":
        return Sign(at - 1, code)
    codes = _dollar_letters().get(letters)
    if codes is None:
        return Sign(at, code)
    return Sign(at - 1, next((known for known in own_currencies(place) if known in codes), codes[0]))
