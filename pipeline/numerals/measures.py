"""Units that stand beside a number as words or signs: money, percent, time, distance, multiples."""

from collections.abc import Mapping
from functools import cache

from pipeline.language.lexicon import Tag, lexicon, values_of, word_set, words_of
from pipeline.language.sentences import Sentence
from pipeline.numerals.ages import is_age
from pipeline.numerals.currencies import currency_named, is_currency_word, opens_phrase, symbol_code
from pipeline.numerals.signs import Place, abbreviation, code_of, own_currencies
from pipeline.numerals.words import Figure, Form
from pipeline.record import record

__all__ = ["Measure", "Place", "measure_of"]


# Less is no amount of a currency whose name is a verb too.
_LEAST_AMOUNT = 100


@record
class Measure:
    """A unit and the last token that names it; the numeral's own last token where a sign before it does."""

    unit: str
    last: int
    word: str | None
    """The unit's word as in the text; null for money and percent, which count nothing (CODING.md 5)."""


@cache
def _measures() -> Mapping[str, str]:
    table: dict[str, str] = {}
    for key in ("time", "distance", "area", "mass", "volume"):
        table |= values_of("units", key)
    return table


@cache
def _percent() -> frozenset[str]:
    return frozenset(words_of("units", "percent"))


# Between a number and its unit: `10 or more years’ imprisonment`.
_OR_MORE = frozenset({("or", "more"), ("or", "fewer"), ("or", "less")})


def measure_of(sentence: Sentence, figure: Figure, place: Place) -> Measure | None:
    """Return the unit that a sign before or words after the number name, null where none does."""
    words = sentence.words
    if figure.form is Form.FOLD:
        return Measure("fold", figure.last, None)
    if (money := _money(sentence, figure, place)) is not None:
        return money
    after = figure.last + 1
    unnamed = after >= len(words) or words[after] not in _measures()
    if figure.form is Form.DECADE or (unnamed and is_age(sentence, figure)):
        return Measure("year", figure.last, None)
    hyphen = after < len(words) and words[after] in {"-", "‑"} and sentence.starts[after] == figure.end
    at = after + 1 if hyphen else after
    if figure.form is Form.VAGUE and words[at : at + 1] == ("of",):
        at += 1
    if figure.form is Form.DURATION and figure.unit is not None and words[figure.last] == "half":
        # `one hour and a half` holds its unit.
        return Measure(figure.unit, figure.last, sentence.surfaces[figure.first + 1])
    if words[at : at + 2] in _OR_MORE:
        at += 2
    if at >= len(words):
        return _unitless(figure)
    return _named(sentence, figure, at) or _unitless(figure)


def _named(sentence: Sentence, figure: Figure, at: int) -> Measure | None:
    """Return the unit that the words from a token name."""
    words = sentence.words
    if words[at] in _percent() or words[at : at + 2] == ("per", "cent"):
        return Measure("percent", at + (words[at] == "per"), None)
    if (
        figure.form is Form.FRACTION
        and words[at] in {"a", "an"}
        and words[at + 1 : at + 2]
        and words[at + 1] in _measures()
    ):
        # `half an hour`.
        return Measure(_measures()[words[at + 1]], at + 1, sentence.surfaces[at + 1])
    if figure.form is Form.DURATION and figure.unit is not None:
        return Measure(figure.unit, at, sentence.surfaces[at])
    for distance in (at, at + 1):
        # `six full months`, `five consecutive days`, `10 working days`: one word may stand between.
        if (
            distance < len(words)
            and words[distance] in _measures()
            and (distance == at or words[at] in word_set("context", "before_units"))
        ):
            return _measured(sentence, figure, distance)
    if words[at] == "times":
        return _times(sentence, at)
    return _squared(sentence, at)


def _squared(sentence: Sentence, at: int) -> Measure | None:
    """Read `square meters`, `cubic feet`, `sq. km`."""
    words = sentence.words
    power = {"square": "square", "sq": "square", "cubic": "cubic"}.get(words[at])
    step = at + 2 if words[at + 1 : at + 2] == (".",) else at + 1
    if power is None or step >= len(words) or words[step] not in _measures():
        return None
    return Measure(f"{power} {_measures()[words[step]]}", step, " ".join(sentence.surfaces[at : step + 1]))


def _measured(sentence: Sentence, figure: Figure, at: int) -> Measure | None:
    words = sentence.words
    unit = _measures()[words[at]]
    if unit == "pound" and words[at] in {"pound", "pounds"}:
        return Measure(unit, at, sentence.surfaces[at]) if _weighs(sentence, at) else None
    if unit == "second" and figure.form is Form.ORDINAL:
        return None
    return Measure(unit, at, sentence.surfaces[at])


@cache
def _changes() -> frozenset[str]:
    return frozenset(words_of("counting", "changes"))


def _times(sentence: Sentence, at: int) -> Measure:
    """Read `46 times` as a count of times, `10 times a person's income`, `three times more` as a multiple."""
    after = sentence.words[at + 1 : at + 2]
    follows = after[0] if after else "."
    multiple = follows in _changes() or follows in {
        "as",
        "more",
        "higher",
        "larger",
        "greater",
        "the",
        "that",
        "less",
        "fewer",
        "above",
        "over",
        "beyond",
        "below",
        "better",
        "worse",
        "likelier",
        "longer",
        "lower",
        "smaller",
        "older",
        "faster",
        "what",
        "its",
        "his",
        "their",
    }
    income = follows in {"a", "an"} and sentence.words[at + 2 : at + 3] not in {
        ("day",),
        ("week",),
        ("month",),
        ("year",),
    }
    return Measure("fold" if multiple or income else "time", at, sentence.surfaces[at])


def _unitless(figure: Figure) -> Measure | None:
    return Measure("fraction", figure.last, None) if figure.form is Form.FRACTION else None


# `Central African francs`
_WORDS_OF_COUNTRY = 2


def _money(sentence: Sentence, figure: Figure, place: Place) -> Measure | None:
    """Return the currency that a sign before the number tells, else the sign, code or name after it."""
    if figure.currency is not None:
        return Measure(figure.currency, figure.last, None)
    words, surfaces = sentence.words, sentence.surfaces
    after = figure.last + 1
    if after < len(words) and words[after] == "-" and sentence.starts[after] == figure.end:
        after += 1
    if figure.form is Form.VAGUE and words[after : after + 1] == ("of",):
        # `tens of millions of dollars`.
        after += 1
    if after >= len(words) or _weighs(sentence, after) or _is_done(words[after], figure) or _modifies(words, after):
        return None
    if (code := symbol_code(words[after], place.territory, place.year)) is not None and words[after] != "$":
        return Measure(code, after, None)
    if (code := code_of(surfaces[after], place) or _abbreviated(words[after], surfaces[after], place)) is not None:
        return Measure(code, after, None)
    for length in (4, 3, 2, 1) if opens_phrase(words[after]) else (1,):
        phrase = tuple(word.replace("-", " ") for word in words[after : after + length])
        if len(phrase) == length and (code := currency_named(phrase, place.territory, place.year)) is not None:
            return Measure(code, after + length - 1, None)
    return _named_by_country(sentence, after, place)


def _named_by_country(sentence: Sentence, after: int, place: Place) -> Measure | None:
    """Read `5 million Kuwaiti dinars`, `Central African (CFA) francs`: a name that CLDR spells otherwise.

    The country's own word decides.
    """
    words, at = sentence.words, after
    while at < min(after + _WORDS_OF_COUNTRY, len(words)) and sentence.surfaces[at][0].isupper():
        at += 1
    if at == after:
        return None
    name = at
    if words[at : at + 1] == ("(",) and words[at + 2 : at + 3] == (")",):
        name, at = at + 1, at + 3
    if at >= len(words) or not words[at][0].isalpha() or not is_currency_word(words[at]):
        return None
    code = currency_named((words[name],), place.territory, place.year)
    return Measure(code, at, None) if code is not None else None


def _is_done(word: str, figure: Figure) -> bool:
    """Tell whether a word that is a verb too tells what so few did: `28 won`, as against `50,000 won`."""
    return bool(lexicon().tags.get(word, 0) & Tag.VERB_PAST) and (figure.value or 0) < _LEAST_AMOUNT


def _modifies(words: tuple[str, ...], at: int) -> bool:
    """Tell whether a word named like a currency is joined to a participle: `hundreds of real or perceived critics`."""
    joined = words[at + 1 : at + 2] in {("or",), ("and",)} and at + 2 < len(words)
    return joined and bool(lexicon().tags.get(words[at + 2], 0) & Tag.VERB_PARTICIPLE)


def _weighs(sentence: Sentence, at: int) -> bool:
    """Tell whether pounds are a weight: `500 pounds of rice`, `a 500-pound bomb`, `items weighing 50 pounds`."""
    words = sentence.words
    if not _WEIGHING.isdisjoint(words[max(0, at - _WEIGHING_REACH) : at]):
        return True
    following = words[at + 1] if at + 1 < len(words) else "."
    if words[at] == "pounds":
        return following == "of"
    return words[at] == "pound" and words[at - 1] == "-" and following[0].isalpha() and following not in _PAYMENTS


_WEIGHING = frozenset({"weigh", "weighs", "weighed", "weighing", "lift", "lifting", "loads", "heavier", "weights"})
_WEIGHING_REACH = 6
_PAYMENTS = frozenset(
    {"fine", "fines", "penalty", "penalties", "note", "reward", "payment", "grant", "bribe", "fee", "loan", "bail"}
)


def _abbreviated(word: str, surface: str, place: Place) -> str | None:
    """Read `5,000 FCFA`, `500 Tk`, the country's own alone, since `12 Le` may open a name."""
    code = abbreviation(word, surface, place) if len(word) > 1 else None
    return code if code in own_currencies(place) else None
