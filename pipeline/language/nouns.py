"""What kind of thing a noun names: a person, an organization, a place, a case; it decides the unit of a number."""

from functools import cache, lru_cache

from pipeline.language.lexicon import lexicon, words_of
from pipeline.language.morphology import regular_singular

_CLASSES = ("person_event", "person", "party", "seat", "vote", "application", "case", "organization", "place")


@cache
def _members() -> dict[str, str]:
    members: dict[str, str] = {}
    for kind in reversed(_CLASSES):
        for noun in words_of("nouns", kind):
            members[noun] = kind
    # `commission`, `cell`: where a list of organizations and one of places share a noun, the first class wins.
    return members


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
    if word in _members():
        return word
    return regular_singular(word)


@lru_cache(maxsize=65536)
def noun_class(word: str) -> str | None:
    """Return the class of a noun in lower case, singular or plural; null where no list and no ending tells.

    `person_event` are events that each befall one person (`arrests`), counted as persons.
    """
    base = singular(word)
    members = _members()
    if base in members:
        return members[base]
    if base in _not_persons() or len(base) < 5:  # noqa: PLR2004 - shorter words with such endings are seldom persons
        return None
    if base.endswith(_endings()) and base != word:
        return "person"
    return None
