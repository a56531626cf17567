"""Sentences of a paragraph, and the tokens of a sentence."""

import re
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from itertools import accumulate, chain

from pipeline.language.lexicon import values_of, words_of
from pipeline.reading.note_marks import RAISED, without_bracketed
from pipeline.record import record

# The alternatives stand in groups by their first character, the commonest token first.
_TOKEN = re.compile(
    rf"((?![¼-¾⅐-⅞])[^\W\d_{RAISED}]++(?![\w'’.\-+])"  # plain words
    r"|(?<!\w)[A-Z]{3,}\+(?!\w)"  # LGBTI+
    r"|[km]?m[²³](?!\w)"  # units, whose raised digit is no mark of a note
    r"|(?=\d)(?:"
    r"\d+(?:st|nd|rd|th)\b"  # ordinals
    r"|\d{1,2}[:h]\d{2}\b"  # clock times
    r"|\d+\.[a-z]\.(?=\W|$)"  # sections such as 7.a.
    r"|\d{4}-\d{2}-\d{2}(?!\d)"  # dates such as 2019-12-31
    r"|\d+(?:/\d+)+"  # Law 6/2010
    r"|\d{1,3}(?:[\u00a0\u2009\u202f'’]\d{3})+(?!\d)"  # 10 000, its space one that does not break
    r"|\d0s\b"
    r"|\d+(?:[.,]\d+)*(?:(?<=\d{4})s\b)?"  # numbers, and decades such as 1990s
    r")|(?=[^\W_])(?:"
    r"[¼-¾⅐-⅞]"
    r"|(?:[ap]\.m\.?)(?=\W|$)"
    r"|(?:[A-Z]\.){2,}"  # U.S.
    r"|(?:[Rr]e|[Cc]o)-(?=[a-z]{3})[a-z]+"  # re-elected, co-opted: one word
    rf"|[^\W\d_{RAISED}]+(?:['’](?!s\b)[^\W\d_{RAISED}]+)*"  # words, their possessive apart
    r")|(?<![^\W_])['’]\d0s\b"  # the '90s
    r"|(?<![\w.,])\.\d+"  # .5
    r"|['’]s\b"
    r"|--+"
    r"|(?<=\S)\t(?=\S)"  # what parts the cells of a row
    rf"|[^\s{RAISED}])"
)
# A full stop, question or exclamation mark with what closes after it (quotation marks, footnotes), then a space,
# then what may open a sentence.
_BOUNDARY = re.compile(
    rf"([.!?…]+)([\"'”’)\]]*[{RAISED}]*(?:\[\d{{1,3}}\])*(?:(?<=[a-z][.!?])\d{{1,3}})?)"
    r"\s+(?=[\"'“‘(\[]*[A-Z0-9À-ÞĀ-Ž–—-])"
)
_FIRST_WORD = re.compile(r"[^\W\d_]+")
_LAST_WORD = re.compile(r"([^\W\d_]+(?:\.[^\W\d_]+)*)$")


@record
class Sentence:
    """Tokens of a sentence in parallel tuples; offsets are those of the paragraph."""

    start: int
    end: int
    surfaces: tuple[str, ...]
    words: tuple[str, ...]
    """Surfaces in lower case, with a straight apostrophe."""
    starts: tuple[int, ...]
    ends: tuple[int, ...]


@cache
def _titles() -> frozenset[str]:
    return frozenset(words_of("abbreviations", "titles"))


@cache
def _before_digits() -> frozenset[str]:
    return frozenset((*words_of("abbreviations", "references"), *words_of("abbreviations", "months")))


def _ends_sentence(text: str, stop: int, next_start: int) -> bool:
    """Tell whether the full stop at `stop` ends a sentence, by the word before it and the character after."""
    # From the last space on, since the pattern is tried at each character.
    before = _LAST_WORD.search(text, max(text.rfind(" ", max(0, stop - 20), stop) + 1, stop - 20), stop)
    word = before.group(1) if before else ""
    if text[stop] != "." or not word:
        # `S/. 500`: the sign of a currency.
        return text[stop - 1 : stop] != "/"
    start = stop - len(word)
    if len(word) == 1 and word.islower() and start and not text[start - 1].isspace() and text[start - 1] != "(":
        # The ending of `the 1990s. 12 men …`, `the man’s. 12 …`.
        return True
    if word.lower() in _titles() or (word.lower() in _before_digits() and text[next_start].isdigit()):
        return False
    if len(word) == 1 and word.isupper():
        # An initial (`J. Smith`), unless it closes an abbreviation at the end of a sentence, which no rule can tell.
        return False
    if "." in word:
        # `U.S. Embassy`, `2 p.m. Tuesday` go on; `… at 3 p.m. The` does not.
        following = _FIRST_WORD.match(text, next_start)
        return following is not None and following.group().lower() in _OPENERS
    return True


_OPENERS = frozenset(
    [
        "the",
        "a",
        "an",
        "in",
        "on",
        "at",
        "by",
        "for",
        "from",
        "after",
        "before",
        "during",
        "as",
        "although",
        "while",
        "when",
        "if",
        "this",
        "these",
        "that",
        "those",
        "it",
        "he",
        "she",
        "they",
        "there",
        "some",
        "many",
        "most",
        "no",
        "according",
    ]
)


def sentence_spans(text: str) -> Iterator[tuple[int, int]]:
    """Yield start and end of each sentence; the space between sentences belongs to none."""
    start = len(text) - len(text.lstrip())
    for boundary in _BOUNDARY.finditer(text):
        if boundary.start() < start:
            continue
        if not _ends_sentence(text, boundary.end(1) - 1, boundary.end()):
            continue
        yield from _within_limit(text, start, boundary.end(2))
        start = boundary.end()
    end = len(text.rstrip())
    if start < end:
        yield from _within_limit(text, start, end)


# Characters that no sentence of prose exceeds. A longer run with no full stop is a table or a list, and is cut so that
# work on a text stays linear in its length.
_LIMIT = 1500
_CUTS = (re.compile(r";\s+(?=[^\W\d])"), re.compile(r",\s+(?=[a-z])"), re.compile(r"\s+(?=[a-z])"), re.compile(r"\s+"))


def _within_limit(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield a sentence whole, or in pieces where it is longer than any sentence; never cut within a word or figure."""
    while end - start > _LIMIT:
        cut = next(
            (found for pattern in _CUTS if (found := _last(pattern, text, start + _LIMIT // 2, start + _LIMIT))), None
        )
        if cut is None:
            break
        yield start, cut.start()
        start = cut.end()
    yield start, end


def _last(pattern: re.Pattern[str], text: str, start: int, end: int) -> re.Match[str] | None:
    found = None
    for match in pattern.finditer(text, start, end):
        found = match
    return found


@lru_cache(maxsize=65536)
def _word(surface: str) -> str:
    """Return a token as the lexicon spells it: lower case, straight apostrophe, no hyphen after a prefix."""
    if surface == "March":
        # The month, told apart from a march by its capital; `mar` is its abbreviation in the lexicon.
        return "mar"
    lower = surface.lower().replace("’", "'")
    word = lower.replace("-", "") if len(lower) > 1 and "-" in lower and lower[0].isalpha() else lower
    return _spellings().get(word, word)


@cache
def _spellings() -> Mapping[str, str]:
    return values_of("spelling", "spellings")


_RAISED_MARK = re.compile(f"[{RAISED}]")


@lru_cache(maxsize=65536)
def _pieces(word: str) -> tuple[str, ...]:
    """Return the gap before each token of what stands between two spaces, and the token, by turns."""
    gap, *pieces = _TOKEN.split(word)
    return (f" {gap}", *pieces[:-1])


def tokenize(text: str, start: int, end: int) -> Sentence:
    """Return the tokens of `text[start:end]`, before which no word stands."""
    said = without_bracketed(text[start:end]).replace("\n", " ")
    words = said.split()
    if " ".join(words) == said and (said.isascii() or _RAISED_MARK.search(said) is None):
        # No token holds a single space, and the words of reports recur: few are new.
        pieces = list(chain.from_iterable(map(_pieces, words)))
        opening = start - 1
    else:
        # Split makes no match object of each token, which would cost more than all else here.
        pieces, opening = _TOKEN.split(said), start
    offsets = tuple(accumulate(map(len, pieces), initial=opening))
    surfaces = tuple(pieces[1::2])
    return Sentence(
        start=start,
        end=end,
        surfaces=surfaces,
        words=tuple(map(_word, surfaces)),
        starts=offsets[1:-1:2],
        ends=offsets[2::2],
    )
