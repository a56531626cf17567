"""What reading gives to the steps after it: a document, its paragraphs and where they stand.

All offsets are code points of the text of the source (of a text file as it is decoded, of a web page or a PDF document
as reading makes it), also where the source holds several documents; ends are exclusive.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class ParagraphKind(StrEnum):
    """What a paragraph is to a reader of the report."""

    BODY = "body"
    HEADING = "heading"
    FURNITURE = "furniture"


@dataclass(frozen=True, slots=True)
class PartDescription:
    """What a description says of one of several reports in a source; what it leaves out is that of the source."""

    begins: str
    """The words with which the paragraph begins that opens the part."""
    country: str | None = None
    year: int | None = None
    title: str | None = None


@dataclass(frozen=True, slots=True)
class Sidecar:
    """What the `.yaml` beside a source says of it."""

    title: str
    publisher: str
    country: str
    """ISO 3166-1 alpha-3."""
    year: int
    """The year that the report covers."""
    url: str
    licence: str
    author: str | None = None
    published: date | None = None
    retrieved: date | None = None
    notes: str | None = None
    is_excerpt: bool = False
    sha256: str | None = None
    parts: tuple[PartDescription, ...] | None = None
    """The reports that the source holds one after the other; null where its headings say, none where it holds one."""


@dataclass(frozen=True, slots=True)
class PageBox:
    """A rectangle on a page of a PDF document, in points from the lower left corner of the page."""

    page: int
    """Counted from 1."""
    left: float
    bottom: float
    right: float
    top: float


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a paragraph stands in the original, for formats that are not text."""

    element: str | None = None
    """XPath of the element of a web page: `(//p)[12]` is its twelfth `p`."""
    boxes: tuple[PageBox, ...] = ()
    """Of a PDF document: one for each page that the paragraph is on."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of a source: in a text file a block between blank lines, its end of line not counted."""

    paragraph_id: str
    number: int
    """Place in the document, counted from 1."""
    start: int
    end: int
    text: str
    kind: ParagraphKind
    section: tuple[str, ...]
    """Headings over the paragraph, the outermost first, a run-in heading last."""
    run_in: int = 0
    """Length of the run-in heading that opens the paragraph (`Foreign Travel: `), 0 where there is none."""
    origin: Origin | None = None
    """Null for a text file, whose offsets say where it stands."""


@dataclass(frozen=True, slots=True)
class Document:
    """A source as the extractor sees it."""

    document_id: str
    """The stem of the file's name; of a part, with its country and year: `report.KAZ-2020`."""
    path: str
    """As the user gave it; in a build, relative to the checkout."""
    sha256: str
    """Of the bytes of the source."""
    text: str
    """Of the document alone, where the source holds several."""
    sidecar: Sidecar
    paragraphs: tuple[Paragraph, ...]
    start: int = 0
    """Where the document begins in the text of its source, from which all offsets count."""
    pictured_pages: tuple[int, ...] = ()
    """Pages of its source that have pictures and no text; those of a source of several documents are of the first."""

    def between(self, start: int, end: int) -> str:
        """Return the text between two offsets."""
        return self.text[start - self.start : end - self.start]
