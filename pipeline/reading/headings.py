"""Headings: lines that stand over what follows, and run-in headings that open a paragraph (`Foreign Travel: The …`).

They are known by their form alone: numbering, the capitals of a title, no stop at the end.
"""

import re
from dataclasses import dataclass
from enum import IntEnum
from functools import cache

from pipeline.errors import CodebookError
from pipeline.reading.lexicon import load_words
from pipeline.reading.note_marks import RAISED

LONGEST_NUMBERED = 200
LONGEST_TITLE = 120
LONGEST_RUN_IN = 100
MOST_TITLE_WORDS = 16
MOST_RUN_IN_WORDS = 12
MOST_SENTENCE_CASE_WORDS = 6


class Rank(IntEnum):
    """How far out a sign of a heading puts it; a heading ends every heading of its rank or a deeper one."""

    ELEMENT = -10
    """Of a heading by its element, which stands outside all that are headings by form: add the depth."""
    PART = 0
    ROMAN = 100
    CAPITALS = 200
    CAPITAL_LETTER = 300
    NUMBER = 400
    SMALL_LETTER = 500
    TITLE = 600
    RUN_IN = 700


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading, and how far out it stands: the smaller, the further; between two ranks are depths (`2.`, `2.1.`)."""

    text: str
    level: int


@dataclass(frozen=True, slots=True)
class RunIn:
    """A run-in heading, and how much of the paragraph it takes with its colon and the blanks after it."""

    heading: Heading
    length: int


@dataclass(frozen=True, slots=True)
class _Words:
    small: frozenset[str]
    parts: tuple[str, ...]
    never_run_in: frozenset[str]
    finite_verbs: frozenset[str]
    number_words: frozenset[str]


@cache
def _words() -> _Words:
    lists = load_words("headings.yaml")
    try:
        return _Words(
            small=frozenset(map(str, lists["small_words"])),
            parts=tuple(map(str, lists["parts"])),
            never_run_in=frozenset(map(str, lists["never_run_in"])),
            finite_verbs=frozenset(map(str, lists["finite_verbs"])),
            number_words=frozenset(map(str, lists["number_words"])),
        )
    except (KeyError, TypeError) as error:
        raise CodebookError(
            f"schemas/lexicon/headings.yaml lacks a list of words ({error}); restore it from the repository."
        ) from error


@cache
def _part_pattern() -> re.Pattern[str]:
    names = "|".join(map(re.escape, _words().parts))
    return re.compile(
        rf"({names})\s+(?:[0-9]{{1,3}}|[ivxlc]{{1,6}}|[a-z])(?:[.:]|\s*[\u2013\u2014-])?(?:\s+|$)", re.IGNORECASE
    )


_NUMBERED: tuple[tuple[re.Pattern[str], Rank], ...] = (
    (re.compile(r"[IVX]{1,6}[.)]\s+"), Rank.ROMAN),
    (re.compile(r"[A-Z][.)]\s+"), Rank.CAPITAL_LETTER),
    (re.compile(r"\(?[a-z][.)]\s+"), Rank.SMALL_LETTER),
    (re.compile(r"(?:[0-9]{1,2}(?:\.[0-9]{1,2}){0,4}[.)]|[0-9]{1,2}(?:\.[0-9]{1,2}){1,4})\s+"), Rank.NUMBER),
)
_RUN_IN = re.compile(r"([^\W\d_][^.!?:;]{1,99}):\s+(?=[\u201c\"'\u2018(]?[^\W_a-z])")
_FINAL_STOP = re.compile(r"[.!?;,\u2026][\"'\u201d\u2019\u00bb)\]]*$")
_WORD = re.compile(r"[^\W_]+(?:[.'\u2019-][^\W_]+)*")
_ELIDED = re.compile(r"[a-z]['\u2019][^\W\d_a-z]")
_PROSE_END = re.compile(rf"[.!?][\"'\u201d\u2019\u00bb)\]]*[0-9{RAISED}]{{0,3}}$")


def find_heading(text: str) -> Heading | None:
    """Return the heading that a paragraph is by its form, or null; whether it heads anything the caller must see."""
    if len(text) > LONGEST_NUMBERED or "…" in text or _FINAL_STOP.search(text[-8:]):
        return None
    title = " ".join(text.split())
    part = _part_pattern().match(title)
    if part:
        rank = Rank.PART + _words().parts.index(part[1].lower())
        return Heading(title, rank) if _is_label(title[part.end() :], part[0]) else None
    for pattern, numbered_rank in _NUMBERED:
        number = pattern.match(title)
        if number:
            depth = number[0].strip(" .)").count(".")
            return Heading(title, numbered_rank + depth) if _is_label(title[number.end() :], number[0]) else None
    if len(title) > LONGEST_TITLE:
        return None
    if title.isupper() and len(_WORD.findall(title)) <= MOST_TITLE_WORDS and sum(map(str.isalpha, title)) > 2:  # noqa: PLR2004
        return Heading(title, Rank.CAPITALS)
    return Heading(title, Rank.TITLE) if is_title(title, MOST_TITLE_WORDS) else None


def find_element_heading(text: str, depth: int) -> Heading | None:
    """Return the heading that a block is whose element says so, or null where it is prose all the same."""
    title = " ".join(text.split())
    return None if len(title) > LONGEST_NUMBERED or is_prose(title) else Heading(title, Rank.ELEMENT + depth)


def find_emphasized_heading(text: str) -> Heading | None:
    """Return the heading that a block is because it stands out, whatever its capitals, or null where it is a phrase."""
    title = " ".join(text.split())
    if len(title) > LONGEST_TITLE or _FINAL_STOP.search(title[-8:]) or title.endswith(":"):
        return None
    return Heading(title, Rank.TITLE)


def find_sentence_case_heading(text: str, following: str) -> Heading | None:
    """Return the heading that a short line is although it is not written as a title, because prose follows it."""
    if len(text) > LONGEST_TITLE:
        return None
    words = _WORD.findall(text)
    if (
        not words
        or len(words) > MOST_SENTENCE_CASE_WORDS
        or _FINAL_STOP.search(text[-8:])
        or text.endswith(":")
        or "\n" in text
    ):
        return None
    if not text[0].isupper() or has_number(text) or not is_prose(following):
        return None
    if any(word.lower() in _words().finite_verbs or word.lower().endswith("ed") for word in words):
        return None
    return Heading(text, Rank.TITLE)


def find_run_in(text: str) -> RunIn | None:
    """Return the run-in heading that opens a paragraph of prose, or null; a label with digits (`May 6: …`) is none."""
    run_in = _find_run_in_label(text)
    return run_in if run_in and is_prose(text[run_in.length :]) else None


def begins_run_in(line: str) -> bool:
    """Return whether a line begins as a paragraph with a run-in heading does, whatever follows on the next lines."""
    return _find_run_in_label(line) is not None


def ends_in_small_word(line: str) -> bool:
    """Return whether a line breaks off after a comma or a small word, which no heading and no paragraph ends in."""
    return line.endswith(",") or line.rsplit(None, 1)[-1] in _words().small


def has_number(text: str) -> bool:
    """Return whether a short text has a digit or a number word in it, also in a compound (`Forty-two`)."""
    if any(map(str.isdigit, text)):
        return True
    return any(part in _words().number_words for word in _WORD.findall(text.lower()) for part in word.split("-"))


def is_title(text: str, most_words: int) -> bool:
    """Return whether every word of a short text has the capital of a title, but for the small words."""
    words = _WORD.findall(text)
    if not words or len(words) > most_words or not any(word[0].isupper() for word in words):
        return False
    if not (words[0][0].isupper() or words[0][0].isdigit()):
        return False
    return all(not word[0].islower() or word.lower() in _words().small or _ELIDED.match(word) for word in words)


def is_prose(text: str) -> bool:
    """Return whether a paragraph ends as a sentence does and has words that no title would write small."""
    if not _PROSE_END.search(text[-12:]):
        return False
    words = (match[0] for match in _WORD.finditer(text))
    return any(word[0].islower() and word not in _words().small for word in words)


def _find_run_in_label(text: str) -> RunIn | None:
    match = _RUN_IN.match(text)
    if not match or match.end(1) > LONGEST_RUN_IN:
        return None
    label = " ".join(match[1].split())
    if any(map(str.isdigit, label)) or not is_title(label, MOST_RUN_IN_WORDS):
        return None
    if all(word.lower() in _words().never_run_in or word.lower() in _words().small for word in _WORD.findall(label)):
        return None
    return RunIn(Heading(label, Rank.RUN_IN), match.end())


def _is_label(rest: str, number: str) -> bool:
    """Return whether what follows a number is the label of a heading: a title, or a few words that are no sentence."""
    if not rest:
        return number[0].isupper()
    words = _WORD.findall(rest)
    if not words or not (words[0][0].isupper() or words[0][0].isdigit()):
        return False
    return is_title(rest, 2 * MOST_TITLE_WORDS) or (
        number.rstrip().endswith((".", ":", ")"))
        and not any(word.lower() in _words().finite_verbs for word in words)
        and len(words) <= MOST_TITLE_WORDS
    )
