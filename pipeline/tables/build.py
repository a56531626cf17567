"""From documents, ledgers and facts to the tables of the dataset."""

import hashlib
from bisect import bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from pipeline.curation.correction import Review, ReviewStatus
from pipeline.errors import DatasetError
from pipeline.facts.fact import Fact
from pipeline.money.valuation import Valuer
from pipeline.numerals.numeral import Numeral
from pipeline.reading.document import Document, Origin, Paragraph
from pipeline.tables.column_arrays import arrow_table
from pipeline.tables.dataset_tables import Tables
from pipeline.tables.extraction_record import Extraction
from pipeline.tables.fine_rows import LIST_SEPARATOR, fine_rows
from pipeline.tables.quality import Tolerances, left_out_cells, pictured_cells, quality_cells
from pipeline.tables.read_source import ReadSource
from pipeline.tables.text_fragment import with_page, with_text_fragment
from schemas.tables.catalog import FAMILIES, Family, family_of_indicator
from schemas.tables.documents import DOCUMENTS
from schemas.tables.exchange_rates import EXCHANGE_RATES
from schemas.tables.facts import FACTS
from schemas.tables.fines import FINES
from schemas.tables.numerals import NUMERALS
from schemas.tables.paragraphs import PARAGRAPHS
from schemas.tables.quality import QUALITY

SECTION_SEPARATOR = " > "
_AROUND = 80

Cells = dict[str, object]


@dataclass(frozen=True, slots=True)
class _Site:
    """A document and where in it each paragraph begins."""

    document: Document
    starts: tuple[int, ...]
    reviews: Mapping[str, Review]
    """By the id of the numeral."""

    def review_cells(self, numeral: Numeral) -> Cells:
        """Return what the rows of a numeral say of its review."""
        review = self.reviews.get(numeral.numeral_id)
        status = ReviewStatus.UNREVIEWED if review is None else review.status
        return {"review_status": status.value, "review_note": None if review is None else review.note}

    def paragraph_at(self, start: int, end: int, named: str) -> Paragraph:
        """Return the paragraph that holds the span.

        Raises:
            DatasetError: no paragraph does.

        """
        place = bisect_right(self.starts, start) - 1
        if place >= 0:
            paragraph = self.document.paragraphs[place]
            if end <= paragraph.end:
                return paragraph
        message = (
            f"{self.document.path}, offset {start}: {named} lies in no paragraph; "
            "correct the reading of this file or the rule that placed it"
        )
        raise DatasetError(message)


def build_tables(
    extractions: Iterable[Extraction], tolerances: Tolerances, valuer: Valuer, left_out: Iterable[ReadSource] = ()
) -> Tables:
    """Return all tables, rows in the order of document and offset; the hard checks are `check_tables`.

    A source that was left out gets a row of `quality`.

    Raises:
        DatasetError: a numeral or a fact cannot be placed in its document, or a cell does not fit its column.

    """
    ordered = sorted(extractions, key=lambda extraction: extraction.document.document_id)
    paragraphs: list[Cells] = []
    numerals: list[Cells] = []
    facts: list[Cells] = []
    for extraction in ordered:
        document = extraction.document
        reviews = {review.numeral_id: review for review in extraction.reviews}
        site = _Site(document, tuple(paragraph.start for paragraph in document.paragraphs), reviews)
        paragraphs.extend(_paragraph_cells(document, paragraph) for paragraph in document.paragraphs)
        facts_by_numeral = {fact.numeral_id: fact for fact in extraction.facts}
        in_order = sorted(extraction.numerals, key=lambda numeral: (numeral.start, numeral.end))
        numerals.extend(_numeral_cells(site, numeral, facts_by_numeral.get(numeral.numeral_id)) for numeral in in_order)
        numerals_by_id = {numeral.numeral_id: numeral for numeral in extraction.numerals}
        placed = [(_numeral_of(document, fact, numerals_by_id), fact) for fact in extraction.facts]
        placed.sort(key=lambda pair: (pair[0].start, pair[0].end, pair[1].fact_id))
        facts.extend(_fact_cells(site, fact, numeral) for numeral, fact in placed)
    by_family: dict[str, list[Cells]] = {family.table.name: [] for family in FAMILIES}
    for row in facts:
        family = family_of_indicator(str(row["indicator"]))
        if family is not None:
            by_family[family.table.name].append(row)
    money = fine_rows(by_family[FINES.name], valuer)
    families = {
        family.table.name: arrow_table(
            family.table, money.fines if family.table is FINES else _family_cells(family, by_family[family.table.name])
        )
        for family in FAMILIES
    }
    facts_table = arrow_table(FACTS, facts)
    pictured = pictured_cells(extraction.document for extraction in ordered)
    findings = quality_cells(facts_table, families["fines"], tolerances)
    return Tables(
        documents=arrow_table(DOCUMENTS, [_document_cells(extraction) for extraction in ordered]),
        paragraphs=arrow_table(PARAGRAPHS, paragraphs),
        numerals=arrow_table(NUMERALS, numerals),
        facts=facts_table,
        detentions=families["detentions"],
        fines=families["fines"],
        vote_shares=families["vote_shares"],
        seats=families["seats"],
        migrants=families["migrants"],
        exchange_rates=arrow_table(EXCHANGE_RATES, money.rates),
        quality=arrow_table(QUALITY, [*left_out_cells(left_out), *pictured, *findings]),
    )


def _family_cells(family: Family, facts: Iterable[Cells]) -> list[Cells]:
    """Return the rows of a family's table, which repeat those of `facts`."""
    return [{name: fact[name] for name in family.table.column_names} for fact in facts]


def _numeral_of(document: Document, fact: Fact, numerals: dict[str, Numeral]) -> Numeral:
    if fact.numeral_id not in numerals:
        message = (
            f"{document.path}: fact {fact.fact_id} ({fact.indicator}) points at numeral {fact.numeral_id}, which the "
            "ledger does not have; correct the rule that made it"
        )
        raise DatasetError(message)
    return numerals[fact.numeral_id]


def _document_cells(extraction: Extraction) -> Cells:
    document = extraction.document
    sidecar = document.sidecar
    outermost = dict.fromkeys(paragraph.section[0] for paragraph in document.paragraphs if paragraph.section)
    return {
        "document_id": document.document_id,
        "title": sidecar.title,
        "author": sidecar.author,
        "publisher": sidecar.publisher,
        "published": sidecar.published,
        "retrieved": sidecar.retrieved,
        "country": sidecar.country,
        "report_year": sidecar.year,
        "url": sidecar.url,
        "licence": sidecar.licence,
        "notes": sidecar.notes,
        "is_excerpt": sidecar.is_excerpt,
        "sections": LIST_SEPARATOR.join(outermost),
        "path": document.path,
        "sha256": document.sha256,
        "start": document.start,
        "characters": len(document.text),
        "paragraphs": len(document.paragraphs),
        "numerals": len(extraction.numerals),
        "facts": len(extraction.facts),
    }


def _paragraph_cells(document: Document, paragraph: Paragraph) -> Cells:
    return {
        "paragraph_id": paragraph.paragraph_id,
        "document_id": document.document_id,
        "number": paragraph.number,
        "start": paragraph.start,
        "end": paragraph.end,
        "section": SECTION_SEPARATOR.join(paragraph.section),
        "kind": paragraph.kind.value,
        "run_in": paragraph.run_in,
        **_origin_cells(paragraph.origin),
        "text": paragraph.text,
        "sha256": hashlib.sha256(paragraph.text.encode("utf-8", "surrogatepass")).hexdigest(),
    }


def _origin_cells(origin: Origin | None) -> Cells:
    boxes = origin.boxes if origin else ()
    return {
        "element": origin.element if origin else None,
        "page": boxes[0].page if boxes else None,
        "boxes": LIST_SEPARATOR.join(
            f"{box.page}:{box.left:g},{box.bottom:g},{box.right:g},{box.top:g}" for box in boxes
        )
        or None,
    }


def _evidence_cells(site: _Site, paragraph: Paragraph) -> Cells:
    return {
        "document_id": site.document.document_id,
        "paragraph_id": paragraph.paragraph_id,
        "section": SECTION_SEPARATOR.join(paragraph.section),
        "country": site.document.sidecar.country,
        "report_year": site.document.sidecar.year,
    }


def _number_cells(numeral: Numeral) -> Cells:
    return {
        "start": numeral.start,
        "end": numeral.end,
        "surface": numeral.surface,
        "value": numeral.value,
        "low": numeral.low,
        "high": numeral.high,
        "approximation": None if numeral.approximation is None else numeral.approximation.value,
        "unit": numeral.unit,
    }


def _quote_cells(document: Document, paragraph: Paragraph, start: int, end: int) -> Cells:
    url, boxes = document.sidecar.url, paragraph.origin.boxes if paragraph.origin else ()
    return {
        "quote": document.between(start, end),
        "source_url": with_page(url, boxes[0].page)
        if boxes
        else with_text_fragment(url, document.text, start - document.start, end - document.start),
    }


def _numeral_cells(site: _Site, numeral: Numeral, fact: Fact | None) -> Cells:
    paragraph = site.paragraph_at(numeral.start, numeral.end, f"the numeral “{numeral.surface}”")
    if fact is None:
        start, end = words_around(numeral, paragraph)
    else:
        start, end = fact.quote_start, fact.quote_end
    return {
        "numeral_id": numeral.numeral_id,
        **_evidence_cells(site, paragraph),
        **_number_cells(numeral),
        "role": numeral.role.value,
        "counted": numeral.counted,
        "governor": numeral.governor,
        "equivalent_of": numeral.equivalent_of,
        "fact_id": None if fact is None else fact.fact_id,
        "reason": numeral.reason,
        "rule": numeral.rule,
        **site.review_cells(numeral),
        **_quote_cells(site.document, paragraph, start, end),
    }


def words_around(numeral: Numeral, paragraph: Paragraph) -> tuple[int, int]:
    """Return the span of whole words around a numeral, within its paragraph."""
    text, first, last = paragraph.text, numeral.start - paragraph.start, numeral.end - paragraph.start
    start = max(0, first - _AROUND)
    while 0 < start < first and not text[start - 1].isspace():
        start += 1
    end = min(len(text), last + _AROUND)
    while last < end < len(text) and not text[end].isspace():
        end -= 1
    while start < first and text[start].isspace():
        start += 1
    return paragraph.start + start, paragraph.start + end


def _fact_cells(site: _Site, fact: Fact, numeral: Numeral) -> Cells:
    paragraph = site.paragraph_at(numeral.start, numeral.end, f"the numeral “{numeral.surface}”")
    detail = fact.detail
    return {
        "fact_id": fact.fact_id,
        **_evidence_cells(site, paragraph),
        "indicator": fact.indicator,
        **_number_cells(numeral),
        "counted": fact.counted,
        "modality": fact.modality.value,
        "attributed_to": fact.attributed_to,
        "period_start": fact.period_start,
        "period_end": fact.period_end,
        "part_of": fact.part_of,
        "payer": detail.payer,
        "usd_reported_low": detail.usd_reported_low,
        "usd_reported_high": detail.usd_reported_high,
        "party": detail.party,
        "chamber": detail.chamber,
        "candidate": detail.candidate,
        "office": detail.office,
        "category": detail.category,
        "person": detail.person,
        "per": detail.per,
        "superseded": bool(detail.superseded),
        "suspended": bool(detail.suspended),
        "also": LIST_SEPARATOR.join(detail.also) or None,
        "rule": fact.rule,
        "explanation": "\n".join(fact.explanation),
        **site.review_cells(numeral),
        "numeral_id": numeral.numeral_id,
        **_quote_cells(site.document, paragraph, fact.quote_start, fact.quote_end),
    }
