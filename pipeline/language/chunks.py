"""Shallow syntax: the noun phrases, verb groups, prepositions and marks of which a sentence is a row."""

from collections.abc import Mapping
from typing import ClassVar

from pipeline.language.line import Syntax
from pipeline.language.sentences import Sentence
from pipeline.record import record

QUOTES = frozenset('"“”„«»‘')


class Kind(str):
    """What a chunk is.

    A plain class, no enumeration: the sentences of a report are asked for the kinds of their chunks more often than for
    anything else, and each look at a member of an enumeration goes through a function of its metaclass.
    """

    __slots__ = ()
    NOUN_PHRASE: ClassVar["Kind"]
    DATE: ClassVar["Kind"]
    VERB: ClassVar["Kind"]
    PREPOSITION: ClassVar["Kind"]
    CONJUNCTION: ClassVar["Kind"]
    SUBORDINATOR: ClassVar["Kind"]
    RELATIVE: ClassVar["Kind"]
    COMMA: ClassVar["Kind"]
    SEMICOLON: ClassVar["Kind"]
    OPEN: ClassVar["Kind"]
    CLOSE: ClassVar["Kind"]
    DASH: ClassVar["Kind"]
    ADVERB: ClassVar["Kind"]
    OTHER: ClassVar["Kind"]


Kind.NOUN_PHRASE = Kind("noun phrase")
Kind.DATE = Kind("date")
Kind.VERB = Kind("verb group")
Kind.PREPOSITION = Kind("preposition")
Kind.CONJUNCTION = Kind("conjunction")
Kind.SUBORDINATOR = Kind("subordinator")
Kind.RELATIVE = Kind("relative")
Kind.COMMA = Kind("comma")
Kind.SEMICOLON = Kind("semicolon")
Kind.OPEN = Kind("open parenthesis")
Kind.CLOSE = Kind("close parenthesis")
Kind.DASH = Kind("dash")
Kind.ADVERB = Kind("adverb")
Kind.OTHER = Kind("other")


class VerbForm(str):
    """Form of a verb group, as far as its own words tell; a plain class for the same reason."""

    __slots__ = ()
    FINITE: ClassVar["VerbForm"]
    PAST_OR_PARTICIPLE: ClassVar["VerbForm"]
    GERUND: ClassVar["VerbForm"]
    INFINITIVE: ClassVar["VerbForm"]


VerbForm.FINITE = VerbForm("finite")
VerbForm.PAST_OR_PARTICIPLE = VerbForm("past or participle")
VerbForm.GERUND = VerbForm("gerund")
VerbForm.INFINITIVE = VerbForm("infinitive")


@record
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


@record
class Span:
    """A numeral of the sentence as the chunker sees it: tokens, one or more, and whether it counts, dates or names."""

    first: int
    last: int
    kind: str
    """`number`, `date`, `ordinal` or `other`."""
    measured: bool = False
    """Whether the tokens end in the unit of the number (`40,000 baht`)."""


@record
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
