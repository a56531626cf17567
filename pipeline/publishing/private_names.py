"""Names of private persons in a document, and how they are hidden: each character by a block, so that offsets hold.

Private are those whom a row names as the person whom it befell (`person`), unless the document has them as candidates
for an office. Their names are hidden wherever they stand, and so is each word of them that stands alone, unless it is a
word of the language too or of a candidate's name.
"""

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from pipeline.language.lexicon import values_of, words_of

HIDDEN = "█"
_JOINED = "; "
_SHORTEST_WORD = 2


@dataclass(frozen=True, slots=True)
class PrivateNames:
    """The names of a document's private persons."""

    names: tuple[str, ...]
    pattern: re.Pattern[str] | None
    """Finds them and their words; null where there are none."""

    def hidden(self, text: str, kept: Collection[int] = ()) -> str:
        """Return a text of the same length without the names; characters at the kept offsets stay."""
        if self.pattern is None:
            return text
        return self.pattern.sub(lambda found: _blocks(found[0], found.start(), kept), text)


def _blocks(text: str, start: int, kept: Collection[int]) -> str:
    return "".join(
        character if character.isspace() or start + at in kept else HIDDEN for at, character in enumerate(text)
    )


def private_names(persons: Iterable[str], candidates: Iterable[str], texts: Iterable[str]) -> PrivateNames:
    """Return the names to hide in a document, from the cells of its rows and the texts of its paragraphs."""
    public = set(_names(candidates))
    names = sorted({name for name in _names(persons) if name not in public and _is_name(name)})
    if not names:
        return PrivateNames((), None)
    lower_case = {word for text in texts for word in re.findall(r"[^\W\d_]+", text) if word.islower()}
    public_words = {word for name in public for word in name.split()}
    words = {word for name in names for word in name.split() if _stands_for_person(word, lower_case, public_words)}
    return PrivateNames(tuple(names), _pattern([*names, *words]))


def _names(cells: Iterable[str]) -> Iterator[str]:
    for cell in cells:
        yield from (" ".join(name.split()) for name in cell.split(_JOINED) if name.strip())


def _is_name(name: str) -> bool:
    return any(word[0].isupper() for word in name.split())


def _stands_for_person(word: str, lower_case: Collection[str], public_words: Collection[str]) -> bool:
    """Tell whether a word of a name names the person alone: `Bolat` does, and `May` does not where May is a month."""
    return (
        len(word) > _SHORTEST_WORD
        and word[0].isupper()
        and word.lower() not in lower_case
        and word not in public_words
        and word.lower() not in _calendar()
    )


@cache
def _calendar() -> frozenset[str]:
    """Return words that are written with a capital though they name nobody."""
    return frozenset(values_of("context", "months")) | frozenset(words_of("context", "weekdays"))


def _pattern(names: Iterable[str]) -> re.Pattern[str]:
    """Return what finds the names as whole words, in capitals too, however their words are spaced; longest first."""
    spellings = {spelling for name in names for spelling in (name, name.upper())}
    ordered = sorted(spellings, key=lambda name: (-len(name), name))
    found = "|".join(r"\s+".join(map(re.escape, name.split())) for name in ordered)
    return re.compile(rf"(?<!\w)(?:{found})(?!\w)")
