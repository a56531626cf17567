"""Addresses that scroll to a sentence: URL fragments of the kind `#:~:text=prefix-,start,end,-suffix`.

In a PDF document no text can be scrolled to, but a page: `#page=12`.
"""

from itertools import dropwhile, takewhile
from urllib.parse import quote as percent_encoded

from pipeline.reading.note_marks import lowered

_TERM_WORDS = 6
_CONTEXT_WORDS = 3
_CONTEXT_CHARACTERS = 200


def with_text_fragment(url: str, text: str, start: int, end: int) -> str:
    """Return the address with a fragment that finds `text[start:end]`, with the words before and after it.

    A long passage is given by its first and its last words; a browser takes what is between.
    """
    words = text[start:end].split()
    if not words:
        return url
    before, after = _words_before(text, start), _words_after(text, end)
    terms = [f"{_term(before)}-"] if before and not _has_mark(before) else []
    if len(words) > 2 * _TERM_WORDS or _has_mark(words):
        # A browser takes all between the two, so that they may leave out the marks of notes, which it joins to words.
        first, last = _plain_run(words[:_TERM_WORDS]), _plain_run(words[: -_TERM_WORDS - 1 : -1])[::-1]
        terms += [_term(first or words[:1]), _term(last or words[-1:])]
    else:
        terms.append(_term(words))
    if after and not _has_mark(after):
        terms.append(f"-{_term(after)}")
    separator = "" if "#" in url else "#"
    return f"{url}{separator}:~:text={','.join(terms)}"


def with_page(url: str, page: int) -> str:
    """Return the address of a PDF document with a fragment that opens it at a page."""
    return f"{url.partition('#')[0]}#page={page}"


def _words_before(text: str, start: int) -> list[str]:
    # A bounded look keeps the work linear; the first word of the window may be cut, so it goes.
    window_start = max(0, start - _CONTEXT_CHARACTERS)
    words = text[window_start:start].split()
    if window_start > 0 and words:
        words = words[1:]
    return words[-_CONTEXT_WORDS:]


def _words_after(text: str, end: int) -> list[str]:
    window_end = end + _CONTEXT_CHARACTERS
    words = text[end:window_end].split()
    if window_end < len(text) and words:
        words = words[:-1]
    return words[:_CONTEXT_WORDS]


def _has_mark(words: list[str]) -> bool:
    return not all(map(_is_plain, words))


def _plain_run(words: list[str]) -> list[str]:
    """Return the first words in a row that have no mark."""
    return list(takewhile(_is_plain, dropwhile(lambda word: not _is_plain(word), words)))


def _is_plain(word: str) -> bool:
    """Return whether a word has no raised mark of a note."""
    return lowered(word) == word


def _term(words: list[str]) -> str:
    # The hyphen is never escaped by the library, and would end a prefix.
    return percent_encoded(lowered(" ".join(words)), safe="").replace("-", "%2D")
