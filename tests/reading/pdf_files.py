"""PDF documents written for the tests, set as reports are: running heads, page numbers, ragged lines, notes.

The writer knows just enough of the format: pages of lines in Helvetica, at places and in sizes that a test chooses.
"""

import ctypes
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from pipeline.reading.document import Paragraph, ParagraphKind

WIDTH, HEIGHT, MARGIN = 612, 792, 72
SIZE, LEADING, INDENT = 11, 13.5, 18


PICTURE = b"q 400 0 0 600 72 72 cm BI /W 1 /H 1 /BPC 8 /CS /G ID \xff EI Q"
ENCRYPTION = b"/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <%s> /U <%s> >> /ID [<01><01>]" % (
    b"5a" * 32,
    b"a5" * 32,
)
"""For a trailer: no password opens it."""
_EMPTY = pdfium.PdfDocument.new()


@dataclass(frozen=True, slots=True)
class Words:
    """Words at a place of a page, in points from its lower left corner."""

    x: float
    y: float
    text: str
    size: float = SIZE
    bold: bool = False


def pdf_of(pages: Iterable[Sequence[Words] | bytes], encryption: bytes = b"") -> bytes:
    """Return a PDF document of these pages, of words or a picture; `encryption` is added to its trailer."""
    contents = [page if isinstance(page, bytes) else _content(page) for page in pages]
    font = b"<< /Type /Font /Subtype /Type1 /BaseFont /%s /Encoding /WinAnsiEncoding >>"
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>", b"", font % b"Helvetica", font % b"Helvetica-Bold"]
    kids = []
    for content in contents:
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content))
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 %d %d] /Contents %d 0 R "
            b"/Resources << /Font << /F1 3 0 R /F2 4 0 R >> >> >>" % (WIDTH, HEIGHT, len(objects))
        )
        kids.append(b"%d 0 R" % len(objects))
    objects[1] = b"<< /Type /Pages /Kids [%s] /Count %d >>" % (b" ".join(kids), len(kids))
    return _file(objects, encryption)


def _content(words: Sequence[Words]) -> bytes:
    return b"\n".join(
        b"BT /F%d %.2f Tf 1 0 0 1 %.2f %.2f Tm (%s) Tj ET"
        % (2 if word.bold else 1, word.size, word.x, word.y, _escaped(word.text))
        for word in words
    )


def _escaped(text: str) -> bytes:
    data = text.encode("windows-1252")
    return data.replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")


def _file(objects: Sequence[bytes], encryption: bytes) -> bytes:
    file = bytearray(b"%PDF-1.7\n")
    places = []
    for number, content in enumerate(objects, start=1):
        places.append(len(file))
        file += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    start = len(file)
    file += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    file += b"".join(b"%010d 00000 n \n" % place for place in places)
    file += b"trailer\n<< /Size %d /Root 1 0 R %s >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, encryption, start)
    return bytes(file)


def report_pdf(paragraphs: Sequence[Paragraph], head: Sequence[str], foot: str, gap: float) -> bytes:
    """Return a report as a PDF document: each page has the lines of `head`, and `foot` with its number for `#`.

    Paragraphs are parted by a gap, or by an indent where there is none.
    """
    pages: list[list[Words]] = []
    page: list[Words] = []
    y = 0.0
    for paragraph in paragraphs:
        if paragraph.kind is ParagraphKind.FURNITURE:
            continue
        bold = paragraph.kind is ParagraphKind.HEADING
        y -= gap
        for place, line in enumerate(wrapped(paragraph.text)):
            y -= LEADING
            if y < MARGIN + LEADING:
                page = [*_edges(len(pages) + 1, head, foot)]
                pages.append(page)
                y = HEIGHT - MARGIN - LEADING
            indent = 0 if gap or bold or place else INDENT
            page.append(Words(MARGIN + indent, y, line, bold=bold))
    return pdf_of(pages)


def wrapped(text: str, size: float = SIZE, font: str = "Helvetica") -> list[str]:
    """Return the lines that a typesetter makes of a text, by the width of its letters."""
    lines: list[str] = []
    for word in text.split():
        if lines and width(f"{lines[-1]} {word}", size, font) <= WIDTH - 2 * MARGIN - INDENT:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines


def width(text: str, size: float = SIZE, font: str = "Helvetica") -> float:
    """Return how wide a text is in one of the fonts that every reader of the format has."""
    loaded, points = _font(font), ctypes.c_float()
    total = 0.0
    for letter in text:
        pdfium_c.FPDFFont_GetGlyphWidth(loaded, ord(letter), size, points)
        total += points.value
    return total


@cache
def _font(name: str) -> pdfium_c.FPDF_FONT:
    # The library frees the font with its document.
    return pdfium_c.FPDFText_LoadStandardFont(_EMPTY, name.encode())


def _edges(number: int, head: Sequence[str], foot: str) -> Iterable[Words]:
    for place, line in enumerate(head):
        yield Words(MARGIN, HEIGHT - 36 - 11 * place, line, size=9)
    yield Words(WIDTH / 2, 36, foot.replace("#", str(number)), size=9)
