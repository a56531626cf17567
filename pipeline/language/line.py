"""A sentence while its words are tagged: the tags given so far, and what the lexicon says of the words to come."""

from collections.abc import Mapping
from itertools import repeat
from typing import Final

from pipeline.language.lexicon import lexicon
from pipeline.language.sentences import Sentence
from pipeline.record import record


class Syntax:
    """What a word is in its sentence, as bits beside those of `Tag`."""

    HEAD: Final = 1 << 20
    """May head a noun phrase."""
    OPENER: Final = 1 << 21
    """Opens a noun phrase, and stands nowhere else in it."""
    DATED: Final = 1 << 22
    """Part of a date."""
    MONTH: Final = 1 << 23
    ADJECTIVE: Final = 1 << 24
    NUMBER: Final = 1 << 25
    """Part of a numeral that counts."""
    MARK: Final = 1 << 26
    """Punctuation; stands before the first word too."""
    VERBAL: Final = 1 << 27
    """Part of a verb group."""
    NOMINAL: Final = 1 << 28
    """Part of a noun phrase."""
    NOUN: Final = NOMINAL | HEAD
    MODIFIER: Final = NOMINAL | ADJECTIVE
    """Modifies the noun that follows."""
    SUBSTANTIVE: Final = NOMINAL | ADJECTIVE | HEAD
    """Modifies the noun that follows, or heads the phrase where none does (`the accused`)."""


_BEYOND = 2
"""Tokens that are looked at on both sides of a word, and that may lie beyond the sentence."""


@record
class Line:
    """A sentence that is tagged up to a word; tokens beyond its ends are empty, and no class is theirs."""

    words: tuple[str, ...]
    surfaces: tuple[str, ...]
    known: tuple[int, ...]
    """The classes that the lexicon allows each word, of `Tag`."""
    numerals: Mapping[int, str]
    """Kind of the numeral of which a token is part: `number`, `date`, `ordinal` or `other`."""
    tags: list[int]
    """Of the tokens so far."""

    @property
    def previous(self) -> int:
        """Return the tag of the last token so far; that of a mark where there is none."""
        return self.tags[-1] if self.tags else Syntax.MARK


def open_line(sentence: Sentence, numerals: Mapping[int, str]) -> Line:
    """Return a sentence none of whose tokens is tagged yet."""
    beyond = ("",) * _BEYOND
    words = (*sentence.words, *beyond)
    known = tuple(map(lexicon().tags.get, words, repeat(0)))
    return Line(words, (*sentence.surfaces, *beyond), known, numerals, [])
