"""The facts as W3C Web Annotations: each number, found again in its source by its words and by its characters.

Positions count the code points of the source's text as it was read, from 0, which the documents' paragraphs repeat.
"""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from pipeline.publishing.edition import Edition, PublishedFile, text_file
from pipeline.publishing.plain_numbers import plain_number
from pipeline.tables.row_views import ParagraphRow, SourceRow, rows_of
from schemas.dataset import DATASET

_AROUND = 40


@dataclass(frozen=True, slots=True)
class _AnnotatedFact:
    """What an annotation says of a fact."""

    fact_id: str
    document_id: str
    paragraph_id: str
    indicator: str
    value: float | None
    low: float | None
    high: float | None
    approximation: str
    unit: str
    counted: str | None
    modality: str
    attributed_to: str | None
    period_start: date | None
    period_end: date | None
    start: int
    end: int
    surface: str


def make_annotations(edition: Edition) -> Iterable[PublishedFile]:
    """Yield the collection of annotations, one a line."""
    yield text_file("annotations.jsonld", "".join(_lines(edition)))


def _lines(edition: Edition) -> Iterator[str]:
    facts = rows_of(edition.tables.facts, _AnnotatedFact)
    sources = {source.document_id: source for source in rows_of(edition.tables.documents, SourceRow)}
    paragraphs = {row.paragraph_id: row for row in rows_of(edition.tables.paragraphs, ParagraphRow)}
    head = {
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "id": "annotations.jsonld",
        "type": "AnnotationCollection",
        "label": DATASET.title,
        "rights": DATASET.licence.url,
        "total": len(facts),
    }
    yield f"{json.dumps(head, ensure_ascii=False, indent=1)[:-2]},\n"
    yield ' "first": {"id": "annotations.jsonld#all", "type": "AnnotationPage", "startIndex": 0, "items": [\n'
    annotations = (_annotation(fact, sources[fact.document_id], paragraphs[fact.paragraph_id]) for fact in facts)
    yield ",\n".join(json.dumps(annotation, ensure_ascii=False, allow_nan=False) for annotation in annotations)
    yield "\n ]}\n}\n"


def _annotation(fact: _AnnotatedFact, source: SourceRow, paragraph: ParagraphRow) -> dict[str, object]:
    start, end = fact.start - paragraph.start, fact.end - paragraph.start
    quote = {
        "type": "TextQuoteSelector",
        "exact": fact.surface,
        "prefix": paragraph.text[max(0, start - _AROUND) : start],
        "suffix": paragraph.text[end : end + _AROUND],
    }
    position = {"type": "TextPositionSelector", "start": fact.start, "end": fact.end}
    return {
        "id": f"annotations.jsonld#{fact.fact_id}",
        "type": "Annotation",
        "motivation": "classifying",
        "body": [
            {"type": "TextualBody", "purpose": "classifying", "value": fact.indicator},
            {"type": "TextualBody", "purpose": "describing", "value": _told(fact)},
        ],
        "target": {"source": source.url, "selector": [quote, position]},
    }


def _told(fact: _AnnotatedFact) -> str:
    """Return what the number says, in the words of the columns."""
    numbers = {"value": fact.value, "low": fact.low, "high": fact.high}
    stated = [f"{name} {plain_number(number)}" for name, number in numbers.items() if number is not None]
    period = None
    if fact.period_start is not None:
        period = f"period {fact.period_start} to {fact.period_end or 'open'}"
    counted = None if fact.counted is None else f"counts {fact.counted}"
    source = None if fact.attributed_to is None else f"stated by {fact.attributed_to}"
    parts = [fact.approximation, *stated, fact.unit, counted, fact.modality, source, period]
    return ", ".join(part for part in parts if part)
