"""The paragraphs of a plain text, for the tests of its structure."""

from pipeline.reading import structure
from pipeline.reading.document import Paragraph
from pipeline.reading.text import as_source


def read_paragraphs(document_id: str, text: str) -> tuple[Paragraph, ...]:
    """Return the paragraphs that a text file of that text would have."""
    return structure.read_paragraphs(document_id, as_source(text))
