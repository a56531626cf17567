"""Running heads and feet: lines at an edge of a page that stand there on other pages too, but for the page's number.

A line that only looks like one keeps its place in the report: its digits must be the same on each page, or go up with
the pages.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from pipeline.reading.pdf.lines import Line

MOST_LINES = 4
"""How many lines at an edge of a page are looked at."""
MOST_NUMBERS = 4
LONGEST_NUMBER = 7
MOST_WORDS = 12
FEWEST_PAGES = 3
"""How many pages must have a running head; in a document of fewer pages, all of them, and at least two."""
SHARE_OF_NUMBERED_PAGES = 0.1
"""Of the pages: how many must have a line that is alike in nothing but the number of the page."""

_NUMBER_ALONE = "\0\0"
_NUMBER = re.compile(r"\d+|(?<![^\W_])[ivxlc]{1,7}(?![^\W_])", re.ASCII)
_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}

Key = tuple[str, int, str]
"""The edge, how many lines from it, and the text with the number of the page as its distance from the page's place."""


def split_edges(pages: Sequence[Sequence[Line]]) -> list[tuple[list[Line], list[Line], list[Line]]]:
    """Return the lines of each page as its running head, its own lines, and its running foot."""
    shared: Counter[Key] = Counter()
    for lines in pages:
        shared.update({key for lines_of_edge in _edges(lines) for keys in lines_of_edge for key in keys})
    fewest = max(2, min(FEWEST_PAGES, len(pages)))
    fewest_of_numbers = max(FEWEST_PAGES, SHARE_OF_NUMBERED_PAGES * len(pages))
    running = {key for key, count in shared.items() if count >= (fewest_of_numbers if _is_number(key) else fewest)}
    return [_split(lines, running) for lines in pages]


def _split(lines: Sequence[Line], running: set[Key]) -> tuple[list[Line], list[Line], list[Line]]:
    ordered = _downwards(lines)
    counts = []
    for keys_of_lines in _edges(lines):
        count = 0
        for keys in keys_of_lines:
            if running.isdisjoint(keys):
                break
            count += 1
        counts.append(count)
    head, foot = ordered[: counts[0]], ordered[len(ordered) - counts[1] :] if counts[1] else []
    edges = {id(line) for line in (*head, *foot)}
    return head, [line for line in lines if id(line) not in edges], [line for line in foot if line not in head]


def _downwards(lines: Sequence[Line]) -> list[Line]:
    return sorted(lines, key=lambda line: (-round(line.baseline), line.left))


def _edges(lines: Sequence[Line]) -> tuple[list[list[Key]], list[list[Key]]]:
    """Return for the lines at the top, then for those at the bottom, the keys of each from the edge inwards."""
    ordered = _downwards(lines)
    top = [list(_keys("top", place, line)) for place, line in enumerate(ordered[:MOST_LINES])]
    bottom = [list(_keys("bottom", place, line)) for place, line in enumerate(reversed(ordered[-MOST_LINES:]))]
    return top, bottom


def _keys(edge: str, place: int, line: Line) -> Iterator[Key]:
    yield edge, place, line.text
    words = line.text.split()
    for end, word in (("first", words[0]), ("last", words[-1])):
        # The title of a chapter beside the number of the page: another text in each chapter.
        if word.isdecimal() and len(word) < LONGEST_NUMBER and 1 < len(words) <= MOST_WORDS:
            yield edge, place, f"{_NUMBER_ALONE}{end}{int(word) - line.page}"
    for number in list(_NUMBER.finditer(line.text))[:MOST_NUMBERS]:
        value = int(number[0]) if number[0].isdecimal() and len(number[0]) < LONGEST_NUMBER else _roman(number[0])
        yield edge, place, f"{line.text[: number.start()]}\0{value - line.page}\0{line.text[number.end() :]}"


def _is_number(key: Key) -> bool:
    return key[2].startswith(_NUMBER_ALONE)


def _roman(numeral: str) -> int:
    values = [_ROMAN.get(letter, 0) for letter in numeral]
    return sum(
        -value if value < following else value for value, following in zip(values, [*values[1:], 0], strict=True)
    )
