"""Units that stand beside a number as words or signs: money, percent, time, distance, multiples."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from pipeline.language.lexicon import values_of, words_of
from pipeline.language.sentences import Sentence
from pipeline.numerals.currencies import currency_codes, currency_named, symbol_code
from pipeline.numerals.words import Figure, Form

_SIGNED = frozenset({"us", "usd"})


@dataclass(frozen=True, slots=True)
class Measure:
    """A unit and the last token that names it; the numeral's own last token where a sign before it does."""

    unit: str
    last: int
    word: str | None
    """The unit's word as in the text; null for money and percent, which count nothing (CODING.md 5)."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where and when a text speaks, which decides what `francs` are."""

    territory: str | None
    """ISO 3166-1 alpha-2."""
    year: int


@cache
def _measures() -> Mapping[str, str]:
    table: dict[str, str] = {}
    for key in ("time", "distance", "area", "mass"):
        table |= values_of("units", key)
    return table


@cache
def _percent() -> frozenset[str]:
    return frozenset(words_of("units", "percent"))


def measure_of(sentence: Sentence, figure: Figure, place: Place) -> Measure | None:
    """Return the unit that a sign before or words after the number name, null where none does."""
    words = sentence.words
    if figure.form is Form.FOLD:
        return Measure("fold", figure.last, None)
    if (money := _money(sentence, figure, place)) is not None:
        return money
    if _is_age(sentence, figure):
        return Measure("year", figure.last, None)
    after = figure.last + 1
    hyphen = after < len(words) and words[after] in {"-", "‑"} and sentence.starts[after] == figure.end
    at = after + 1 if hyphen else after
    if at >= len(words):
        return _unitless(figure)
    if words[at] in _percent() or words[at : at + 2] == ("per", "cent"):
        return Measure("percent", at + (words[at] == "per"), None)
    if figure.form is Form.DURATION and figure.unit is not None:
        return Measure(figure.unit, at, sentence.surfaces[at])
    for distance in (at, at + 1):
        # `six full months`, `five consecutive days`, `10 working days`: one word may stand between.
        if distance < len(words) and words[distance] in _measures() and (distance == at or words[at] in _BEFORE_UNITS):
            return _measured(sentence, figure, distance)
    if words[at] in {"square", "cubic"} and words[at + 1 : at + 2] and words[at + 1] in _measures():
        unit = f"{words[at]} {_measures()[words[at + 1]]}"
        return Measure(unit, at + 1, f"{sentence.surfaces[at]} {sentence.surfaces[at + 1]}")
    if words[at] == "times":
        return _times(sentence, at)
    return _unitless(figure)


_AGE_HEDGES = frozenset({("younger", "than"), ("older", "than"), ("under", "age"), ("over", "age")})


def _is_age(sentence: Sentence, figure: Figure) -> bool:
    """Read `younger than 18`, `the age of 65`, `aged 14`, `18 or older` as years of age."""
    words, first = sentence.words, figure.first
    following = words[figure.last + 1] if figure.last + 1 < len(words) else "."
    if following in _measures() or following in _percent():
        return False
    if words[max(0, first - 2) : first] in _AGE_HEDGES or words[first - 1 : first] in {("age",), ("aged",), ("ages",)}:
        return True
    if words[figure.last + 1 : figure.last + 3] in {("or", "older"), ("or", "younger"), ("and", "older"), ("and", "younger")}:
        return True
    window = words[max(0, first - 6) : first]
    if "age" not in window and "ages" not in window:
        return False
    at = max(place for place, word in enumerate(window) if word in {"age", "ages"})
    return all(word in _AFTER_AGE or word.isdigit() for word in window[at + 1 :]) and not following.isalpha() or (
        bool(window[at + 1 :]) and set(window[at + 1 :]) <= {"of", "is", "was", "and", "to"} | {w for w in window if w.isdigit()}
    )


_AFTER_AGE = frozenset("of is was and to between at majority marriage consent criminal responsibility for the minimum than set from group".split())
_BEFORE_UNITS = frozenset(
    "full consecutive calendar working business more additional further straight whole long nautical light successive other "
    "extra official school fiscal half".split()
)


def _measured(sentence: Sentence, figure: Figure, at: int) -> Measure | None:
    words = sentence.words
    unit = _measures()[words[at]]
    if unit == "pound" and words[at] in {"pound", "pounds"}:
        following = words[at + 1] if at + 1 < len(words) else ""
        return Measure(unit, at, sentence.surfaces[at]) if following == "of" else None
    if unit == "second" and figure.form is Form.ORDINAL:
        return None
    return Measure(unit, at, sentence.surfaces[at])


def _times(sentence: Sentence, at: int) -> Measure:
    """Read `46 times` as a count of times, `10 times a person's income`, `three times more` as a multiple."""
    after = sentence.words[at + 1 : at + 2]
    follows = after[0] if after else "."
    multiple = follows in {"as", "more", "higher", "larger", "greater", "the", "that", "less", "fewer", "its", "his", "their", "higher"}
    income = follows in {"a", "an"} and sentence.words[at + 2 : at + 3] not in {("day",), ("week",), ("month",), ("year",)}
    return Measure("fold" if multiple or income else "time", at, sentence.surfaces[at])


def _unitless(figure: Figure) -> Measure | None:
    return Measure("fraction", figure.last, None) if figure.form is Form.FRACTION else None


def _money(sentence: Sentence, figure: Figure, place: Place) -> Measure | None:
    words, surfaces = sentence.words, sentence.surfaces
    before = figure.first - 1
    if before >= 0:
        if (code := symbol_code(words[before], place.territory, place.year)) is not None:
            return Measure(_dollars(sentence, before, code), figure.last, None)
        if surfaces[before] in currency_codes() and len(surfaces[before]) == 3:  # noqa: PLR2004 - ISO codes have three letters
            return Measure(surfaces[before], figure.last, None)
    after = figure.last + 1
    if after < len(words) and words[after] == "-" and sentence.starts[after] == figure.end:
        after += 1
    if after < len(words):
        if (code := symbol_code(words[after], place.territory, place.year)) is not None and words[after] != "$":
            return Measure(code, after, None)
        if surfaces[after] in currency_codes() and surfaces[after].isupper():
            return Measure(surfaces[after], after, None)
    for length in (4, 3, 2, 1):
        phrase = tuple(word.replace("-", " ") for word in words[after : after + length])
        if len(phrase) == length and (code := currency_named(phrase, place.territory, place.year)) is not None:
            return Measure(code, after + length - 1, None)
    if after + 1 < len(words) and surfaces[after][0].isupper() and words[after + 1][0].isalpha():
        # `5 million Kuwaiti dinars` under a name that CLDR spells otherwise: the country's own word decides.
        if (code := currency_named((words[after + 1],), place.territory, place.year)) is not None:
            return Measure(code, after + 1, None)
    return None


_DOLLAR_SIGNS = {"a": "AUD", "au": "AUD", "c": "CAD", "ca": "CAD", "nz": "NZD", "hk": "HKD", "s": "SGD", "nt": "TWD", "r": "BRL"}


def _dollars(sentence: Sentence, at: int, code: str) -> str:
    """Read `A$`, `HK$`, `R$`: letters joined to the dollar sign name another country's dollar."""
    if code == "USD" and at and sentence.ends[at - 1] == sentence.starts[at]:
        return _DOLLAR_SIGNS.get(sentence.words[at - 1], code)
    return code
