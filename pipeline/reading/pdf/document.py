"""PDF documents: from the bytes of a file to its text and blocks, with page and box of each.

The text is that of the document's own characters; a scan, which has only pictures of them, is refused.
"""

import unicodedata
from collections.abc import Sequence

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from pipeline.errors import SourceError
from pipeline.reading.blocks import SourceText, joined
from pipeline.reading.pdf.lines import Line, page_lines
from pipeline.reading.pdf.paragraphs import pieces_of
from pipeline.reading.signatures import recognise_binary

SIGNATURE = b"%PDF-"
SIGNATURE_WINDOW = 1024
"""Bytes at the start in which the signature must stand, as the standard has it."""
END = b"%%EOF"
END_WINDOW = 4096
"""Bytes at the end in which the mark of the end must stand; the standard asks for 1,024, and servers add to files."""

LARGEST_SHARE_OF_PICTURES = 0.5
"""Of the pages: above it a document without text on its other pages is a scan."""
LARGEST_SHARE_OF_UNKNOWN = 0.05
"""Of the characters: above it the fonts do not say which characters they draw."""
MOST_CHARACTERS = 64 * 1024 * 1024

_RECOGNIZE = "recognize its text (OCR) and add that"


def read(data: bytes, name: str) -> SourceText:
    """Return the text of the PDF document in the bytes, which come from a file of that name.

    Raises SourceError where the bytes are no whole PDF document, or encrypted, or hold no text that can be read.
    """
    _refuse_unlike(data, name)
    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        raise _refusal(error, name) from error
    try:
        pages, pictured = _pages(document, name)
    except pdfium.PdfiumError as error:
        raise SourceError(f"{name} is a damaged PDF document ({error}); fetch it again.") from error
    finally:
        document.close()
    _refuse_without_text(pages, pictured, name)
    return joined(pieces_of(pages), pictured)


def _refuse_unlike(data: bytes, name: str) -> None:
    if not data:
        raise SourceError(f"{name} is empty; fetch it again, or remove it.")
    if SIGNATURE not in data[:SIGNATURE_WINDOW]:
        kind = recognise_binary(data) or "something else"
        raise SourceError(f"{name} is no PDF document but {kind}; give it the suffix of its format.")
    if END not in data[-END_WINDOW:]:
        raise SourceError(f"{name} has no end of a PDF document; it was cut off, so fetch it again.")


def _refusal(error: pdfium.PdfiumError, name: str) -> SourceError:
    if error.err_code in {pdfium_c.FPDF_ERR_PASSWORD, pdfium_c.FPDF_ERR_SECURITY}:
        return SourceError(f"{name} is encrypted; save it without its password and add that.")
    return SourceError(f"{name} is a damaged PDF document; fetch it again, or save it anew from a PDF reader.")


def _pages(document: pdfium.PdfDocument, name: str) -> tuple[list[list[Line]], tuple[int, ...]]:
    """Return the lines of each page, and the pages that have pictures instead."""
    pages: list[list[Line]] = []
    pictured: list[int] = []
    characters = 0
    for index in range(len(document)):
        page = document[index]
        text_page = page.get_textpage()
        pages.append(page_lines(index + 1, text_page))
        characters += sum(len(line.text) for line in pages[-1])
        text_page.close()
        if not pages[-1] and any(page.get_objects(filter=[pdfium_c.FPDF_PAGEOBJ_IMAGE])):
            pictured.append(index + 1)
        page.close()
        if characters > MOST_CHARACTERS:
            raise SourceError(f"{name} has more than {MOST_CHARACTERS} characters; split it into its reports.")
    return pages, tuple(pictured)


def _refuse_without_text(pages: Sequence[Sequence[Line]], pictured: Sequence[int], name: str) -> None:
    if not any(pages):
        raise SourceError(f"{name} has no text, only pictures of {len(pages)} pages; {_RECOGNIZE}.")
    if len(pictured) > LARGEST_SHARE_OF_PICTURES * len(pages):
        raise SourceError(
            f"{name} has only pictures on {len(pictured)} of its {len(pages)} pages, first on page {pictured[0]}; "
            f"{_RECOGNIZE}."
        )
    text = "".join(line.text for lines in pages for line in lines)
    unknown = sum(text.count(character) for character in set(text) if _is_unknown(character))
    if unknown > LARGEST_SHARE_OF_UNKNOWN * len(text):
        raise SourceError(f"{name} does not say which characters its fonts draw; {_RECOGNIZE}.")


def _is_unknown(character: str) -> bool:
    return (
        character == "\ufffd"
        or unicodedata.category(character) in {"Co", "Cn"}
        or (unicodedata.category(character) == "Cc" and character != "\t")
    )
