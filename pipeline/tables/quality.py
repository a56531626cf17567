"""The soft checks: what a source contradicts, or what is merely odd, as rows of `quality`."""

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

import pyarrow as pa

from pipeline.reading.document import Document
from pipeline.tables.finding import Finding
from pipeline.tables.money_quality import money_findings
from pipeline.tables.read_source import ReadSource
from pipeline.tables.row_views import FactRow, FineRow, rows_of
from schemas.tables.quality import LEFT_OUT, PICTURED

_SHARES_OF_ONE_VOTE = ("election.vote_share",)


@dataclass(frozen=True, slots=True)
class Tolerances:
    """How far numbers of one source may be apart before a soft check speaks."""

    implied_rate: float
    """Share of the document's median rate."""
    vote_shares: float
    """Percentage points over 100 that rounding may add up to."""


def quality_cells(facts: pa.Table, fines: pa.Table, tolerances: Tolerances) -> list[dict[str, object]]:
    """Return the cells of `quality`, by document and place."""
    fact_rows = rows_of(facts, FactRow)
    places = {fact.fact_id: place for place, fact in enumerate(fact_rows)}
    found = [
        *_parts_over_wholes(fact_rows),
        *_shares_over_hundred(fact_rows, tolerances.vote_shares),
        *_periods_after_report(fact_rows),
        *money_findings(rows_of(fines, FineRow), tolerances.implied_rate),
    ]
    found.sort(key=lambda finding: (places[finding.fact_id], finding.check))
    return [_cells(finding) for finding in found]


def left_out_cells(sources: Iterable[ReadSource]) -> list[dict[str, object]]:
    """Return the cells of `quality` for sources that could not be read, by path."""
    return [
        {
            "quality_id": _quality_id(LEFT_OUT, source.path),
            "check": LEFT_OUT,
            "severity": "warning",
            "document_id": None,
            "path": source.path,
            "fact_id": None,
            "numeral_id": None,
            "message": source.left_out,
            "quote": None,
        }
        for source in sorted(sources, key=lambda source: source.path)
    ]


def pictured_cells(documents: Iterable[Document]) -> list[dict[str, object]]:
    """Return the cells of `quality` for pages that are only pictures, by document and page."""
    return [
        {
            "quality_id": _quality_id(PICTURED, document.document_id, str(page)),
            "check": PICTURED,
            "severity": "note",
            "document_id": document.document_id,
            "path": None,
            "fact_id": None,
            "numeral_id": None,
            "message": f"page {page} has pictures and no text; if it is a scan, its numbers are missing here",
            "quote": None,
        }
        for document in documents
        for page in document.pictured_pages
    ]


def _cells(finding: Finding) -> dict[str, object]:
    return {
        "quality_id": _quality_id(finding.check, finding.fact_id, finding.message),
        "check": finding.check,
        "severity": finding.severity,
        "document_id": finding.document_id,
        "path": None,
        "fact_id": finding.fact_id,
        "numeral_id": finding.numeral_id,
        "message": finding.message,
        "quote": finding.quote,
    }


def _quality_id(*parts: str) -> str:
    digest = hashlib.sha256("\n".join(parts).encode()).hexdigest()
    return f"q-{digest[:16]}"


def _finding(check: str, severity: str, fact: FactRow, message: str) -> Finding:
    return Finding(check, severity, fact.fact_id, fact.document_id, fact.numeral_id, message, fact.quote)


def _parts_over_wholes(facts: Iterable[FactRow]) -> Iterator[Finding]:
    by_id = {fact.fact_id: fact for fact in facts}
    parts: dict[str, list[FactRow]] = {}
    for fact in by_id.values():
        if fact.part_of in by_id and by_id[fact.part_of].unit == fact.unit:
            parts.setdefault(fact.part_of, []).append(fact)
    for whole_id, listed in parts.items():
        whole = by_id[whole_id]
        if whole.most is None:
            continue
        yield from _each_part(whole, whole.most, listed)
        yield from _sum_of_parts(whole, whole.most, listed)


def _each_part(whole: FactRow, most: float, parts: list[FactRow]) -> Iterator[Finding]:
    for part in parts:
        if part.least is not None and part.least > most:
            message = (
                f"“{part.surface}” ({part.indicator}) is given as a part of “{whole.surface}” ({whole.indicator}), "
                "and is larger"
            )
            yield _finding("part_over_whole", "warning", part, message)


def _sum_of_parts(whole: FactRow, most: float, parts: list[FactRow]) -> Iterator[Finding]:
    # Parts of different kinds overlap (women, journalists), so only like is added to like.
    def kind(part: FactRow) -> tuple[str, str]:
        return part.indicator, part.modality

    for (indicator, _), group in groupby(sorted(parts, key=kind), key=kind):
        alike = [part for part in group if part.least is not None and part.least <= most]
        total = sum(part.least for part in alike if part.least is not None)
        if len(alike) > 1 and total > most:
            seats = indicator.startswith("election.seats_")
            words = " and ".join(f"“{part.surface}”" for part in alike)
            message = (
                f"{words} add up to {total:g}, more than the {whole.surface} seats of the chamber"
                if seats
                else f"{words} are given as parts of “{whole.surface}” and add up to {total:g}"
            )
            yield _finding(
                "seats_over_chamber" if seats else "parts_over_whole", "warning" if seats else "note", whole, message
            )


def _shares_over_hundred(facts: Iterable[FactRow], tolerance: float) -> Iterator[Finding]:
    def vote(fact: FactRow) -> tuple[str, ...]:
        return (
            fact.document_id,
            fact.paragraph_id,
            fact.chamber or "",
            fact.office or "",
            str(fact.period_start),
            str(fact.period_end),
            fact.attributed_to or "",
        )

    shares = [
        fact
        for fact in facts
        if fact.indicator in _SHARES_OF_ONE_VOTE and fact.category is None and fact.least is not None
    ]
    for _, group in groupby(sorted(shares, key=vote), key=vote):
        listed = list(group)
        # The same share told twice is one share.
        told = {(fact.party, fact.candidate, fact.least) for fact in listed}
        total = sum(share for _, _, share in told if share is not None)
        if total > 100 + tolerance:
            words = ", ".join(f"“{fact.surface}”" for fact in listed)
            message = f"the shares of this vote, {words}, add up to {total:g} percent"
            yield _finding("vote_shares_over_hundred", "note", listed[0], message)


def _periods_after_report(facts: Iterable[FactRow]) -> Iterator[Finding]:
    for fact in facts:
        if fact.modality == "occurred" and fact.period_start and fact.period_start.year > fact.report_year + 1:
            message = (
                f"“{fact.surface}” is said to have happened from {fact.period_start.isoformat()}, "
                f"in a report on {fact.report_year}"
            )
            yield _finding("period_after_report", "note", fact, message)
