"""Shallow syntax: the noun phrases, verb groups, prepositions and marks of which a sentence is a row."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from pipeline.language.line import Syntax
from pipeline.language.sentences import Sentence

QUOTES = frozenset('"“”„«»‘')


class Kind(StrEnum):
    """What a chunk is."""

    NOUN_PHRASE = "noun phrase"
    DATE = "date"
    VERB = "verb group"
    PREPOSITION = "preposition"
    CONJUNCTION = "conjunction"
    SUBORDINATOR = "subordinator"
    RELATIVE = "relative"
    COMMA = "comma"
    SEMICOLON = "semicolon"
    OPEN = "open parenthesis"
    CLOSE = "close parenthesis"
    DASH = "dash"
    ADVERB = "adverb"
    OTHER = "other"


class VerbForm(StrEnum):
    """Form of a verb group, as far as its own words tell."""

    FINITE = "finite"
    PAST_OR_PARTICIPLE = "past or participle"
    GERUND = "gerund"
    INFINITIVE = "infinitive"


@dataclass(frozen=True, slots=True)
class Chunk:
    """Tokens `first` to `last` (inclusive) of a sentence and what they are together."""

    kind: Kind
    first: int
    last: int
    head: int
    """Token of the head noun or the main verb."""
    word: str
    """Head in lower case; the lemma of a verb."""
    number: int = -1
    """Index of the numeral among the sentence's numerals; -1 where the phrase has none."""
    hyphenated: bool = False
    """Whether the numeral counts the word it is hyphenated with (`a 76-seat chamber`), not the head."""
    form: VerbForm = VerbForm.FINITE
    passive: bool = False
    perfect: bool = False
    modal: str | None = None
    negated: bool = False
    genitive: int = -1
    """Token of the possessive mark inside a noun phrase; -1 where there is none."""


@dataclass(frozen=True, slots=True)
class Span:
    """A numeral of the sentence as the chunker sees it: tokens, one or more, and whether it counts, dates or names."""

    first: int
    last: int
    kind: str
    """`number`, `date` or `other`."""
    measured: bool = False
    """Whether the tokens end in the unit of the number (`40,000 baht`)."""


@dataclass(frozen=True, slots=True)
class TaggedSentence:
    """A sentence with its tags and its numerals, by the token that opens each."""

    sentence: Sentence
    tags: tuple[int, ...]
    numerals: Mapping[int, tuple[int, Span]]

    def is_dated(self, at: int) -> bool:
        """Tell whether a token is part of a date, or the name of a month."""
        return bool(self.tags[at] & (Syntax.DATED | Syntax.MONTH))

    def is_month(self, at: int) -> bool:
        """Tell whether a token is the name of a month."""
        return bool(self.tags[at] & Syntax.MONTH)

    def joins(self, at: int) -> bool:
        """Tell whether a token touches both its neighbours, as a hyphen does."""
        starts, ends = self.sentence.starts, self.sentence.ends
        return 0 < at < len(starts) - 1 and ends[at - 1] == starts[at] and ends[at] == starts[at + 1]
