"""Where the paragraphs of a text begin and end.

A blank line ends a paragraph. Inside a block without blank lines, a line end is either a wrap, which belongs to the
paragraph, or the end of a paragraph; which of the two is told from the lines themselves: how a line goes on, and
whether it had room for the next word. Text copied from a printed page has seldom a blank line, and its paragraphs and
headings are told by that alone.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from pipeline.reading.headings import MOST_TITLE_WORDS, Rank, begins_run_in, ends_in_small_word, find_heading, is_title
from pipeline.reading.line_width import LineWidth, fit_line_width

SHARE_OF_RUN_ON_LINES = 0.25
"""Of the line ends inside blocks, how many must run on in lower case for the text to be taken as wrapped at a width."""

ROOM_AFTER_UNENDED_LINE = 0.1
"""Of the width: what a line must leave beside the next word to be ended on purpose although no sentence ends there."""

LARGEST_HEADING_LINE = 0.75
"""Of the width: what a title may take up after a line that was full, where nothing else parts it from the prose."""

_BULLET = re.compile(r"[\u2022\u25cf\u25aa\u25e6\u2023\u00b7*]\s")
_LIST_MARK = re.compile(r"(?:[\u2013\u2014-]|\(?(?:[0-9]{1,3}|[A-Za-z]|[ivxlcIVXLC]{1,5})[.)])\s")
_SENTENCE_END = re.compile(r"[.!?:;\u2026][\"'\u201d\u2019\u00bb)\]]*[0-9⁰¹²³⁴-⁹]{0,3}$")
_LOWER_CASE_WORD = re.compile(r"(?<![\w\u2019'-])[a-z]{4,}")


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of text, its end exclusive; both ends are characters that are not blank."""

    start: int
    end: int


def split_paragraphs(text: str) -> tuple[Span, ...]:
    """Return the paragraphs of the text in order: every character that is not blank lies in exactly one."""
    blocks = list(_blocks(text))
    width = _wrap_width(text, blocks)
    return tuple(span for block in blocks for span in _split_block(text, block, width))


def split_broken_lines(text: str) -> tuple[Span, ...]:
    """Return the paragraphs of a text each of whose lines was ended on purpose, as by a `br` of a web page."""
    return tuple(span for block in _blocks(text) for span in _split_block(text, block, None))


def begins_bullet(line: str) -> bool:
    """Return whether a line begins with a bullet."""
    return bool(_BULLET.match(line))


def begins_item(line: str, before: str) -> bool:
    """Return whether a line begins an item of a list, given the line before it."""
    return bool(begins_bullet(line) or (_LIST_MARK.match(line) and ends_sentence(before)))


def ends_sentence(line: str) -> bool:
    """Return whether a sentence ends with a line."""
    return bool(_SENTENCE_END.search(line[-12:]))


def _blocks(text: str) -> Iterator[list[Span]]:
    """Yield the runs of lines between blank lines, each line without the blanks at its ends."""
    block: list[Span] = []
    offset = 0
    for line in text.splitlines(keepends=True):
        body = line.strip()
        if body:
            start = offset + len(line) - len(line.lstrip())
            block.append(Span(start, start + len(body)))
        elif block:
            yield block
            block = []
        offset += len(line)
    if block:
        yield block


def _runs_on(text: str, line: Span, following: Span) -> bool:
    """Return whether the sentence of a line goes on in the next one in lower case."""
    return (
        text[following.start].islower()
        and not _LIST_MARK.match(text, following.start)
        and not _ends_sentence(text, line)
    )


def _ends_sentence(text: str, line: Span) -> bool:
    # The last dozen characters hold any mark with its brackets, quotes and note number; a whole line is not searched.
    return bool(_SENTENCE_END.search(text[max(line.start, line.end - 12) : line.end]))


def _wrap_width(text: str, blocks: list[list[Span]]) -> LineWidth | None:
    """Return the width at which the text is wrapped, or null where each line is a paragraph of its own."""
    ends = 0
    run_on: list[tuple[str, str]] = []
    for block in blocks:
        for line, following in pairwise(block):
            ends += 1
            if _runs_on(text, line, following):
                run_on.append((text[line.start : line.end], _first_word(text, following)))
    return fit_line_width(run_on) if len(run_on) >= SHARE_OF_RUN_ON_LINES * ends else None


def _split_block(text: str, block: list[Span], width: LineWidth | None) -> Iterator[Span]:
    start = block[0].start
    for line, following in pairwise(block):
        if not _is_wrap(text, line, following, width):
            yield Span(start, line.end)
            start = following.start
    yield Span(start, block[-1].end)


def _is_wrap(text: str, line: Span, following: Span, width: LineWidth | None) -> bool:
    if _runs_on(text, line, following):
        return True
    if _BULLET.match(text, following.start):
        return False
    if _LIST_MARK.match(text, following.start) and _ends_sentence(text, line):
        return False
    if width is not None:
        return not _was_ended(text, line, following, width)
    return text[following.start].isdigit() and _breaks_off(text, line)


def _was_ended(text: str, line: Span, following: Span, width: LineWidth) -> bool:
    """Return whether a line was ended on purpose: it had room for the next word, or what follows opens a paragraph."""
    words, next_words = text[line.start : line.end], text[following.start : following.end]
    if not _ends_sentence(text, line):
        if ends_in_small_word(words):
            return False
        heading = find_heading(words)
        if heading and heading.level < Rank.TITLE and not is_title(next_words, MOST_TITLE_WORDS):
            return True
        spare = 0.0 if is_title(words, MOST_TITLE_WORDS) else ROOM_AFTER_UNENDED_LINE
        return width.had_room(words, _first_word(text, following), spare)
    if width.had_room(words, _first_word(text, following)) or begins_run_in(next_words):
        return True
    is_heading = is_title(next_words, MOST_TITLE_WORDS) and not _ends_sentence(text, following)
    return is_heading and width.is_shorter(next_words, LARGEST_HEADING_LINE)


def _first_word(text: str, line: Span) -> str:
    return text[line.start : line.end].split(None, 1)[0]


def _breaks_off(text: str, line: Span) -> bool:
    """Return whether the line stops inside a sentence: words in lower case, more than a heading has, and no stop."""
    return not _ends_sentence(text, line) and len(_LOWER_CASE_WORD.findall(text, line.start, line.end)) > 2  # noqa: PLR2004
