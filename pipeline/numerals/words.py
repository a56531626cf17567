"""Numerals before their context is read: how they are written, and the words of the language for them."""

from enum import StrEnum
from functools import cache, lru_cache

from pipeline.language.lexicon import values_of, words_of
from pipeline.language.sentences import Sentence
from pipeline.numerals.digits import vulgar_fraction
from pipeline.record import record


class Form(StrEnum):
    """How a numeral is written, which limits what it can be."""

    DIGITS = "digits"
    CARDINAL = "cardinal"
    ORDINAL = "ordinal"
    FRACTION = "fraction"
    FOLD = "fold"
    VAGUE = "vague"
    DOZEN = "dozen"
    RANGE = "range"
    DURATION = "duration"
    TIME = "time"
    SECTION = "section"
    DECADE = "decade"
    CALENDAR = "calendar"
    CODE = "code"


@record
class Figure:
    """A numeral before its context is read: tokens `first` to `last` (inclusive) and what they are worth."""

    first: int
    last: int
    form: Form
    value: float | None
    low: float | None = None
    high: float | None = None
    start: int = -1
    """Offset in the paragraph; kept apart from the tokens because a token may hold more than its numeral."""
    end: int = -1
    unit: str | None = None
    """Set where the figure itself says it: a compound duration, a range of amounts."""
    scaled: bool = False
    """Whether a scale word is part of it (`1.2 million`)."""
    sign: int = -1
    """First token of the currency sign or code before it; -1 where there is none."""
    currency: str | None = None
    """ISO 4217 code that the sign before it tells."""


@record
class NumberWords:
    """The number words of the language by what they do."""

    cardinals: dict[str, int]
    tens: dict[str, int]
    scales: dict[str, int]
    vague: dict[str, int]
    ordinals: dict[str, int]
    fractions: dict[str, int]
    folds: dict[str, int]
    suffixes: dict[str, int]
    """Abbreviated scale words, after digits alone: `5bn`."""
    vague_determiners: frozenset[str]
    starts: frozenset[str]
    """Every word that may open a numeral."""


@cache
def number_words() -> NumberWords:
    """Return the number words, read from the lexicon once."""

    def integers(key: str) -> dict[str, int]:
        return {word: int(value) for word, value in values_of("numbers", key).items()}

    units, tens, scales = integers("units"), integers("tens"), integers("scales")
    vague, ordinals, fractions = integers("vague"), integers("ordinals"), integers("fractions")
    cardinals = units | tens
    folds = {f"{word}fold": value for word, value in (cardinals | scales).items()}
    return NumberWords(
        cardinals=cardinals,
        tens=tens,
        scales=scales,
        vague=vague,
        ordinals=ordinals,
        fractions=fractions,
        folds=folds,
        suffixes=integers("suffixes"),
        vague_determiners=frozenset(words_of("numbers", "vague_determiners")),
        starts=frozenset((*cardinals, *scales, *vague, *ordinals, *fractions, *folds, "dozen")),
    )


# What may stand before the first digit of a token: `.5`, `'90s`.
_LEADING = ".'"


def opens_with_digit(word: str) -> bool:
    """Tell whether a token is written in digits."""
    return word[0].isdecimal() or (len(word) > 1 and word[0] in _LEADING and word[1].isdecimal())


@lru_cache(maxsize=65536)
def may_open(word: str) -> bool:
    """Tell whether a numeral may open at a token of this form; remembered, since words recur."""
    return opens_with_digit(word) or word in number_words().starts or vulgar_fraction(word) is not None


def figure_from(  # noqa: PLR0913 - one call makes the record from its parts
    sentence: Sentence, first: int, last: int, form: Form, value: float | None, *, scaled: bool = False
) -> Figure:
    """Return the record of a numeral over the tokens from `first` to `last`, both inclusive."""
    return Figure(
        first=first,
        last=last,
        form=form,
        value=value,
        start=sentence.starts[first],
        end=sentence.ends[last],
        scaled=scaled,
    )
