"""The lines of the pages of a PDF document, each with its place, its size, and its text as a reader sees it."""

import ctypes
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import hypot
from statistics import median
from typing import NamedTuple

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from pipeline.reading.note_marks import raised

SAME_BASELINE = 0.5
"""Of the size of a line: how far above or below it a character may stand, as the mark of a note does."""
BACKWARDS = 1.5
"""Of the size of a line: a character so far to the left of the one before it begins another line."""
GAP_OF_A_CELL = 2.5
"""Of the size of a line: a gap so wide parts the cells of a row."""
SMALL = 0.85
RAISED = 0.12
"""Of the size of a line: a character so small, and so far above the line, is raised."""
BOLD_WEIGHT = 600

_LINE_ENDS = frozenset({0xA, 0xD})
_HYPHENS = frozenset({0x2, 0xAD, 0xFFFE})
"""What the library gives for a hyphen at the end of a line, beside the hyphens themselves."""
_HALVES = range(0xD800, 0xE000)
"""Of characters; a document that gives one alone is wrong."""
_NAMES_OF_BOLD = ("bold", "black", "heavy", "semibold")
_CELL_SEPARATOR = "\t"
# Ligatures, and the characters of symbol fonts and of old encodings that are used as if they were Unicode.
_TRANSLATION = str.maketrans(
    {
        "ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st",
        "\uf0b7": "•", "\uf0a7": "•", "\uf0d8": "•", "\uf02d": "-", "\ufeff": "", "\u200b": "", "\u2060": "", "\0": "",
        **{chr(code): bytes([code]).decode("windows-1252", "ignore") for code in range(0x80, 0xA0)},
    }
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a page, in points from the lower left corner of the page."""

    page: int
    """Counted from 1."""
    text: str
    left: float
    bottom: float
    right: float
    top: float
    baseline: float
    size: float
    first_word: float
    """Width of the first word."""
    is_bold: bool
    is_row: bool
    """Whether it has the cells of a table."""
    is_hyphenated: bool
    """Whether the hyphen at its end was put there by a typesetter, as the document says."""


class _Character(NamedTuple):
    # Made for every character of a document, several times as fast as a frozen record.
    text: str
    left: float
    bottom: float
    right: float
    top: float
    baseline: float
    size: float
    place: int
    """Among the characters of its page."""
    is_break: bool = False


def page_lines(page: int, text_page: pdfium.PdfTextPage) -> list[Line]:
    """Return the lines of a page in the order of its content, which is that of reading."""
    lines = []
    for characters in _runs(_characters(text_page)):
        line = _line(page, characters, text_page)
        if line is not None:
            lines.append(line)
    return lines


def _characters(text_page: pdfium.PdfTextPage) -> Iterator[_Character]:
    # Made once, since there are several calls a character.
    page = text_page.raw
    left, right, bottom, top, x, y = (ctypes.c_double() for _ in range(6))
    box = (ctypes.byref(left), ctypes.byref(right), ctypes.byref(bottom), ctypes.byref(top))
    origin = (ctypes.byref(x), ctypes.byref(y))
    drawn_with, size = 0, 0.0
    for index in range(text_page.count_chars()):
        code = pdfium_c.FPDFText_GetUnicode(page, index)
        if code in _LINE_ENDS or pdfium_c.FPDFText_IsGenerated(page, index) == 1:
            # A blank that the library adds between words; its place says nothing.
            yield _Character(" ", 0, 0, 0, 0, 0, 0, index, is_break=True)
            continue
        drawing = pdfium_c.FPDFText_GetTextObject(page, index)
        address = ctypes.addressof(drawing.contents) if drawing else 0
        if not address or address != drawn_with:
            # What is drawn at once has one size and stands on one line.
            drawn_with, size = address, _size(page, index)
            pdfium_c.FPDFText_GetCharOrigin(page, index, *origin)
        pdfium_c.FPDFText_GetCharBox(page, index, *box)
        text = "\u00ad" if code in _HYPHENS else chr(code) if code not in _HALVES else "\ufffd"
        yield _Character(text, left.value, bottom.value, right.value, top.value, y.value, size, index)


def _size(page: pdfium_c.FPDF_TEXTPAGE, index: int) -> float:
    """Return the size of a character as it is seen: the document gives it before it is scaled."""
    matrix = pdfium_c.FS_MATRIX()
    pdfium_c.FPDFText_GetMatrix(page, index, ctypes.byref(matrix))
    return float(pdfium_c.FPDFText_GetFontSize(page, index) * hypot(matrix.c, matrix.d))


def _runs(characters: Iterator[_Character]) -> Iterator[list[_Character]]:
    """Yield the characters of each line: those that go to the right at one height."""
    run: list[_Character] = []
    last: _Character | None = None
    for character in characters:
        if character.is_break:
            run.append(character)
            continue
        if last is not None and _begins_line(last, character):
            yield run
            run = []
        run.append(character)
        # A raised mark does not set the height that the rest of its line is held against.
        if last is None or not run[:-1] or character.size >= SMALL * last.size:
            last = character
        else:
            last = _Character("", last.left, last.bottom, character.right, last.top, last.baseline, last.size, 0)
    if run:
        yield run


def _begins_line(last: _Character, character: _Character) -> bool:
    size = max(last.size, character.size)
    height = abs(character.baseline - last.baseline)
    return height > SAME_BASELINE * size or character.left < last.right - BACKWARDS * size


def _line(page: int, run: Sequence[_Character], text_page: pdfium.PdfTextPage) -> Line | None:
    seen = [character for character in run if not character.is_break and not character.text.isspace()]
    if not seen:
        return None
    size = median(character.size for character in seen)
    baseline = median(character.baseline for character in seen if character.size >= SMALL * size)
    text = _text(run, size, baseline)
    is_hyphenated = text.endswith("\u00ad")
    text = text.replace("\u00ad", "-") if is_hyphenated else text.replace("\u00ad", "")
    if not text.strip():
        return None
    word_end = next((place for place, character in enumerate(run) if place and character.text.isspace()), len(run))
    word = [character for character in run[:word_end] if not character.is_break] or seen[:1]
    return Line(
        page=page,
        text=text.strip(),
        left=seen[0].left,
        bottom=min(character.bottom for character in seen),
        right=max(character.right for character in seen),
        top=max(character.top for character in seen),
        baseline=baseline,
        size=size,
        first_word=max(0.0, word[-1].right - word[0].left),
        is_bold=all(_is_bold(text_page, character.place) for character in (seen[0], seen[len(seen) // 2], seen[-1])),
        is_row=_CELL_SEPARATOR in text.strip(),
        is_hyphenated=is_hyphenated,
    )


def _text(run: Sequence[_Character], size: float, baseline: float) -> str:
    """Return the text of a line: one blank between words, a tab between cells, raised marks raised."""
    parts: list[str] = []
    mark = ""
    last: _Character | None = None
    for character in run:
        if character.is_break or character.text.isspace():
            parts.append(raised(mark))
            mark = ""
            parts.append(" ")
            continue
        if last is not None and character.left - last.right > GAP_OF_A_CELL * size:
            parts.append(raised(mark))
            mark = ""
            parts.append(_CELL_SEPARATOR)
        last = character
        if character.size < SMALL * size and character.baseline > baseline + RAISED * size:
            mark += character.text
        else:
            parts.append(raised(mark))
            mark = ""
            parts.append(character.text)
    parts.append(raised(mark))
    cells = "".join(parts).translate(_TRANSLATION).split(_CELL_SEPARATOR)
    return _CELL_SEPARATOR.join(" ".join(cell.split(" ")).strip() for cell in (" ".join(c.split()) for c in cells))


def _is_bold(text_page: pdfium.PdfTextPage, index: int) -> bool:
    if pdfium_c.FPDFText_GetFontWeight(text_page, index) >= BOLD_WEIGHT:
        return True
    name = ctypes.create_string_buffer(128)
    flags = ctypes.c_int()
    length = pdfium_c.FPDFText_GetFontInfo(text_page, index, name, len(name), flags)
    return 0 < length <= len(name) and any(
        word in name.value.decode("utf-8", "ignore").lower() for word in _NAMES_OF_BOLD
    )
