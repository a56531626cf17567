"""From the lines of all pages to paragraphs: wraps joined, also across pages, hyphens at the ends of lines undone."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from pipeline.reading.blocks import BlockKind, Piece, Traits
from pipeline.reading.document import Origin, PageBox
from pipeline.reading.headings import has_number
from pipeline.reading.note_marks import RAISED, with_fractions
from pipeline.reading.paragraphs import begins_bullet, begins_item, ends_sentence
from pipeline.reading.pdf.lines import Line
from pipeline.reading.pdf.running_heads import split_edges

WIDER_THAN_USUAL = 1.2
"""Of the usual distance between two lines: a wider one parts paragraphs."""
ANOTHER_SIZE = 0.08
LARGE = 1.08
SMALL = 0.93
"""Of the size of the body: what is so large stands out, and what is so small at the foot of a page is a note."""
INDENT = 0.8
TOLERANCE = 0.3
"""Of the size of a line."""
FEWEST_LINES_OF_A_MARGIN = 4
UNLIKELY_ROOM = 0.15
"""Of the width of a column."""
SHARE_OF_MARKS = 0.05
SHARE_OF_HYPHENATED_LINES = 0.02
"""Above it a document breaks its words at the ends of lines; below it a hyphen there is mostly one of the word."""

_CONTENTS = re.compile(r"(?:\.\s?){4,}\s*(?:\d+|[ivxlc]+)$", re.ASCII)
_BROKEN_WORD = re.compile(r"([^\W\d_]+)-$")
_FIRST_WORD = re.compile(r"[a-z][^\W\d_]*")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


def pieces_of(pages: Sequence[Sequence[Line]]) -> Iterator[Piece]:
    """Yield the paragraphs of a document in order, what stands at the edges of pages after the text it interrupts."""
    edges = split_edges(pages)
    layout = Layout([line for _, lines, _ in edges for line in lines])
    open_paragraph: list[Line] = []
    waiting: list[Piece] = []
    for head, lines, foot in edges:
        body, notes = layout.without_notes(lines)
        waiting.extend(_furniture(line) for line in head)
        if not open_paragraph:
            yield from waiting
            waiting = []
        for line in body:
            if open_paragraph and layout.parts(open_paragraph[-1], line):
                yield layout.paragraph(open_paragraph)
                yield from waiting
                open_paragraph, waiting = [], []
            open_paragraph.append(line)
        waiting.extend(layout.notes(notes))
        waiting.extend(_furniture(line) for line in foot)
        if not open_paragraph:
            yield from waiting
            waiting = []
    if open_paragraph:
        yield layout.paragraph(open_paragraph)
    yield from waiting


def _furniture(line: Line) -> Piece:
    return Piece(line.text, Traits(BlockKind.FURNITURE, origin=_origin([line])))


@dataclass(frozen=True, slots=True)
class _Habits:
    """What is usual in a document."""

    size: float
    pitch: float
    """Distance between two lines of a paragraph, of their size."""
    has_marks: bool
    """Whether wider distances or indents part its paragraphs."""
    hyphenates: bool
    words: Counter[str] = field(repr=False)


class Layout:
    """How a document is set, and what that says of two lines that follow one another."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self._habits = _habits(lines)
        self._margins: dict[tuple[int, int], float] = {}
        rights: dict[tuple[int, int], list[float]] = {}
        for line in lines:
            rights.setdefault(self._column(line), []).append(line.right)
            rights.setdefault((0, self._column(line)[1]), []).append(line.right)
        for column, listed in rights.items():
            if len(listed) >= FEWEST_LINES_OF_A_MARGIN:
                self._margins[column] = max(listed)

    def _column(self, line: Line) -> tuple[int, int]:
        """Return the page of a line and roughly where it begins."""
        return line.page, round(line.left / (2 * self._habits.size))

    def without_notes(self, lines: Sequence[Line]) -> tuple[list[Line], list[Line]]:
        """Return the lines of a page, and those of the notes at its foot, which are set smaller."""
        last = len(lines)
        while last and lines[last - 1].size < SMALL * self._habits.size:
            last -= 1
        return (list(lines[:last]), list(lines[last:])) if last else (list(lines), [])

    def notes(self, lines: Sequence[Line]) -> Iterator[Piece]:
        """Yield the notes of a page."""
        note: list[Line] = []
        for line in lines:
            if note and (line.text[0] in RAISED or self.parts(note[-1], line)):
                yield self.paragraph(note)
                note = []
            note.append(line)
        if note:
            yield self.paragraph(note)

    def parts(self, line: Line, following: Line) -> bool:
        """Return whether a paragraph ends between two lines."""
        if line.is_row or following.is_row or _CONTENTS.search(line.text) or _CONTENTS.search(following.text):
            return True
        if abs(line.size - following.size) > ANOTHER_SIZE * max(line.size, following.size):
            return True
        if line.is_bold != following.is_bold:
            return True
        step = line.baseline - following.baseline
        is_below = line.page == following.page and step > 0
        if is_below and step > WIDER_THAN_USUAL * self._habits.pitch * max(line.size, following.size):
            return True
        if begins_item(following.text, line.text):
            return True
        if line.is_hyphenated or (following.text[0].islower() and not ends_sentence(line.text)):
            return False
        if self._had_room(line, following):
            return True
        return is_below and _is_indented(line, following)

    def _had_room(self, line: Line, following: Line) -> bool:
        """Return whether the first word of the next line would have fitted on a line, which was ended on purpose."""
        column = self._column(line)
        margin = self._margins.get(column) or self._margins.get((0, column[1])) or line.right
        # Where gaps or indents part the paragraphs, or the sentence goes on, a line is short by chance more likely.
        is_likely = self._stands_out(line) or (ends_sentence(line.text) and not self._habits.has_marks)
        slack = TOLERANCE * line.size if is_likely else UNLIKELY_ROOM * (margin - line.left)
        return line.right + following.first_word + slack < margin

    def paragraph(self, lines: Sequence[Line]) -> Piece:
        """Return the lines as one paragraph."""
        texts = [lines[0].text]
        for line, following in pairwise(lines):
            if self._is_broken_word(line, following):
                texts[-1] = texts[-1].removesuffix("-")
            elif not texts[-1].endswith(("-", "/")) or not _FIRST_WORD.match(following.text):
                texts.append(" ")
            texts.append(following.text)
        first = lines[0]
        kind = BlockKind.PARAGRAPH
        if _CONTENTS.search(first.text):
            kind = BlockKind.FURNITURE
        elif first.is_row or begins_bullet(first.text):
            kind = BlockKind.ENTRY
        traits = Traits(kind, stands_out=self._stands_out(first), origin=_origin(lines))
        return Piece(with_fractions("".join(texts)), traits)

    def _stands_out(self, line: Line) -> bool:
        return line.is_bold or line.size > LARGE * self._habits.size

    def _is_broken_word(self, line: Line, following: Line) -> bool:
        """Return whether the hyphen at the end of a line is none of the word, but only breaks it."""
        broken, rest = _BROKEN_WORD.search(line.text), _FIRST_WORD.match(following.text)
        if not broken or not rest or has_number(broken[1]):
            return False
        whole, hyphenated = f"{broken[1]}{rest[0]}".lower(), f"{broken[1]}-{rest[0]}".lower()
        if self._habits.words[whole] != self._habits.words[hyphenated]:
            return self._habits.words[whole] > self._habits.words[hyphenated]
        return line.is_hyphenated or self._habits.hyphenates


def _habits(lines: Sequence[Line]) -> _Habits:
    sizes: Counter[float] = Counter()
    words: Counter[str] = Counter()
    for line in lines:
        sizes[round(2 * line.size) / 2] += len(line.text)
        # The words at the two ends of a line may be parts of one.
        words.update(word.lower() for word in _WORD.findall(line.text)[1:-1])
    size = max(sizes, key=lambda size: (sizes[size], size), default=1.0) or 1.0
    pitches = sorted(
        (line.baseline - following.baseline) / line.size
        for line, following in pairwise(lines)
        if line.page == following.page and 0 < line.baseline - following.baseline < 3 * line.size
    )
    pitch = pitches[len(pitches) // 3] if pitches else 1.2
    gaps = sum(distance > WIDER_THAN_USUAL * pitch for distance in pitches)
    broken = sum(
        bool(_BROKEN_WORD.search(line.text) and _FIRST_WORD.match(following.text))
        for line, following in pairwise(lines)
    )
    indents = sum(_is_indented(line, following) for line, following in pairwise(lines))
    return _Habits(
        size=size,
        pitch=pitch,
        has_marks=gaps + indents > SHARE_OF_MARKS * len(pitches),
        hyphenates=broken > SHARE_OF_HYPHENATED_LINES * len(lines),
        words=words,
    )


def _is_indented(line: Line, following: Line) -> bool:
    """Return whether a line stands further in than the one before it, which ends a sentence."""
    return following.left - line.left > INDENT * line.size and ends_sentence(line.text)


def _origin(lines: Sequence[Line]) -> Origin:
    boxes: dict[int, PageBox] = {}
    for line in lines:
        box = boxes.get(line.page, PageBox(line.page, line.left, line.bottom, line.right, line.top))
        boxes[line.page] = PageBox(
            line.page,
            round(min(box.left, line.left), 1),
            round(min(box.bottom, line.bottom), 1),
            round(max(box.right, line.right), 1),
            round(max(box.top, line.top), 1),
        )
    return Origin(boxes=tuple(boxes[page] for page in sorted(boxes)))
