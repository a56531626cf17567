"""Hard checks of places: the text between two offsets is the surface, and a quote stands in its paragraph."""

import hashlib
from collections.abc import Iterator

from pipeline.reading.document import Document
from pipeline.tables.dataset_tables import Tables
from pipeline.tables.extraction_record import Extraction
from pipeline.tables.problem import Problem, shortened
from pipeline.tables.row_views import DocumentRow, NumeralRow, ParagraphRow, rows_of


def span_problems(tables: Tables) -> Iterator[Problem]:
    """Yield rows whose place and words do not agree, from the tables alone."""
    yield from _paragraph_problems(tables)
    paragraphs = {paragraph.paragraph_id: paragraph for paragraph in rows_of(tables.paragraphs, ParagraphRow)}
    for numeral in rows_of(tables.numerals, NumeralRow):
        paragraph = paragraphs.get(numeral.paragraph_id)
        if paragraph is not None:
            yield from _numeral_problems(numeral, paragraph)


def _paragraph_problems(tables: Tables) -> Iterator[Problem]:
    spans = {
        document.document_id: (document.start, document.start + document.characters)
        for document in rows_of(tables.documents, DocumentRow)
    }
    previous: ParagraphRow | None = None
    for paragraph in rows_of(tables.paragraphs, ParagraphRow):
        if hashlib.sha256(paragraph.text.encode("utf-8", "surrogatepass")).hexdigest() != paragraph.sha256:
            message = "the text is not the one that its hash was taken of"
            yield Problem("paragraphs", paragraph.paragraph_id, message, paragraph.text)
        if paragraph.end - paragraph.start != len(paragraph.text):
            message = f"the text has {len(paragraph.text)} characters, its offsets {paragraph.end - paragraph.start}"
            yield Problem("paragraphs", paragraph.paragraph_id, message, paragraph.text)
        start, end = spans.get(paragraph.document_id, (paragraph.start, paragraph.end))
        if paragraph.start < start or paragraph.end > end:
            message = f"it begins before or ends after its document {paragraph.document_id}"
            yield Problem("paragraphs", paragraph.paragraph_id, message, paragraph.text)
        if previous is not None and previous.document_id == paragraph.document_id and previous.end > paragraph.start:
            message = f"it overlaps the paragraph {previous.paragraph_id} before it"
            yield Problem("paragraphs", paragraph.paragraph_id, message, paragraph.text)
        previous = paragraph


def _numeral_problems(numeral: NumeralRow, paragraph: ParagraphRow) -> Iterator[Problem]:
    def problem(message: str) -> Problem:
        return Problem("numerals", numeral.numeral_id, message, numeral.quote)

    if numeral.document_id != paragraph.document_id:
        yield problem(f"its paragraph is of the document {paragraph.document_id}")
    if not paragraph.start <= numeral.start < numeral.end <= paragraph.end:
        yield problem(f"its offsets {numeral.start} to {numeral.end} lie outside its paragraph")
        return
    there = paragraph.text[numeral.start - paragraph.start : numeral.end - paragraph.start]
    if there != numeral.surface:
        yield problem(
            f"the surface is “{numeral.surface}”, and the text from {numeral.start} to {numeral.end} is “{there}”"
        )
    if numeral.quote not in paragraph.text:
        yield problem("the quote does not stand in its paragraph")
    elif numeral.surface not in numeral.quote:
        yield problem(f"the surface “{numeral.surface}” does not stand in its quote")


def source_problems(extraction: Extraction) -> Iterator[Problem]:
    """Yield paragraphs that do not stand in the document's text, and text that lies in no paragraph."""
    document = extraction.document
    at = document.start
    for paragraph in document.paragraphs:
        if document.between(paragraph.start, paragraph.end) != paragraph.text:
            message = f"the text of {document.path} from {paragraph.start} to {paragraph.end} is another"
            yield Problem("paragraphs", paragraph.paragraph_id, message, paragraph.text)
        yield from _text_between(document, at, paragraph.start)
        at = max(at, paragraph.end)
    yield from _text_between(document, at, document.start + len(document.text))


def _text_between(document: Document, start: int, end: int) -> Iterator[Problem]:
    left_out = document.between(start, end).strip() if start < end else ""
    if left_out:
        message = f"text of {document.path} after offset {start} lies in no paragraph"
        yield Problem("paragraphs", None, message, shortened(left_out))
