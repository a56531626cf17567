"""What kind of thing a noun names: a person, an organization, a place, a case; it decides the unit of a number."""

from collections.abc import Sequence
from functools import cache, lru_cache

from pipeline.language.lexicon import NOUN_CLASSES, lexicon, word_set, words_of
from pipeline.language.morphology import regular_singular

# What ends a noun behind a hyphen: `sit-ins`, `walk-outs`, `run-offs`.
_PARTICLES = frozenset({"in", "out", "off", "up", "down", "over"})


@cache
def _class_of_listed() -> dict[str, str]:
    return {noun: kind for kind in reversed(NOUN_CLASSES) for noun in word_set("nouns", kind)}


@cache
def person_participles() -> frozenset[str]:
    """Return the participles that name persons where they are counted (`the 40 wounded`)."""
    return frozenset(words_of("nouns", "person_participles"))


@cache
def _person_plurals() -> frozenset[str]:
    return frozenset(words_of("nouns", "person_plurals"))


@cache
def _not_persons() -> frozenset[str]:
    return frozenset(words_of("nouns", "not_persons"))


@cache
def _endings() -> tuple[str, ...]:
    return tuple(words_of("nouns", "person_endings"))


@lru_cache(maxsize=65536)
def singular(word: str) -> str:
    """Return the singular of a noun in lower case."""
    found = lexicon().singulars.get(word)
    if found is not None:
        return found
    if word in _class_of_listed():
        return word
    return regular_singular(word)


def singular_at(words: Sequence[str], head: int) -> str:
    """Return the singular of the noun at a place, whole where a particle ends it behind a hyphen (`sit-ins`)."""
    particle = words[head].removesuffix("s")
    if particle in _PARTICLES and head > 1 and words[head - 1] == "-":
        return f"{words[head - 2]}-{particle}"
    return singular(words[head])


def class_of(words: Sequence[str], head: int) -> str | None:
    """Return the class of the noun at a place, that of the two words of which it is the second before its own.

    A `death sentence` is what befell a person, a `sentence` is not.
    """
    compound = _class_of_listed().get(f"{words[head - 1]} {singular(words[head])}") if head else None
    return compound or noun_class(words[head])


@lru_cache(maxsize=65536)
def noun_class(word: str) -> str | None:
    """Return the class of a noun in lower case, singular or plural; null where no list and no ending tells.

    `person_event` are events that each befall one person (`arrests`), counted as persons.
    """
    base = singular(word)
    listed = _class_of_listed().get(base)
    if listed is not None:
        return listed
    if word in person_participles() or word in _person_plurals():
        return "person"
    if base in _not_persons() or len(base) < 5:  # noqa: PLR2004 - shorter words with such endings are seldom persons
        return None
    if base.endswith(_endings()) and base != word:
        return "person"
    return None


_PLURALS_WITHOUT_S = frozenset({"police", "data", "clergy", "personnel", "majority", "minority"})


def is_plural_subject(word: str) -> bool:
    """Tell whether a noun takes the plural of a verb (`fines`, `women`, `the police`, `the data`)."""
    return word.endswith("s") or word in _PLURALS_WITHOUT_S or lexicon().singulars.get(word, word) != word
