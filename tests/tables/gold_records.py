"""The hand-made gold of the shipped report as records of the core: what a right core hands to the tables."""

import json
from datetime import date
from pathlib import Path
from typing import Any

from pipeline.facts.fact import Detail, Fact, Modality
from pipeline.money.penalty_units import read_penalty_units
from pipeline.money.rate_files import read_rates
from pipeline.money.valuation import Valuer
from pipeline.numerals.numeral import Approximation, Numeral, Role
from pipeline.reading.document import Document
from pipeline.reading.source import read_document
from pipeline.tables.extraction_record import Extraction
from pipeline.tables.quality import Tolerances

ROOT = Path(__file__).parents[2]
SOURCE = Path("data/raw/documents/kazakhstan-2020.txt")
TOLERANCES = Tolerances(implied_rate=0.15, vote_shares=0.5)


def shipped_valuer() -> Valuer:
    return Valuer(read_rates(ROOT / "data/raw/exchange_rates"), read_penalty_units(ROOT / "data/raw/penalty_units.csv"))


def gold_extraction() -> Extraction:
    document = read_document(ROOT / SOURCE)
    moved = Document(
        document.document_id,
        SOURCE.as_posix(),
        document.sha256,
        document.text,
        document.sidecar,
        document.paragraphs,
    )
    return Extraction(moved, *gold_ledger(moved))


def gold_ledger(document: Document) -> tuple[tuple[Numeral, ...], tuple[Fact, ...]]:
    entries = _lines("numerals")
    facts = _lines("facts")
    starts = {fact["fact"]: fact["start"] for fact in facts}
    numerals = tuple(_numeral(entry, starts) for entry in entries)
    return numerals, tuple(_fact(fact, document) for fact in facts)


def _lines(name: str) -> list[dict[str, Any]]:
    path = ROOT / "tests" / "gold" / f"kazakhstan-2020.{name}.jsonl"
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def _numeral(entry: dict[str, Any], starts: dict[str, int]) -> Numeral:
    has_fact = "fact" in entry
    equivalent = entry.get("equivalent_of")
    return Numeral(
        numeral_id=f"n-{entry['start']}",
        start=entry["start"],
        end=entry["end"],
        surface=entry["surface"],
        role=Role(entry["role"]),
        rule="gold: read by hand",
        value=entry.get("value"),
        low=entry.get("low"),
        high=entry.get("high"),
        approximation=Approximation(entry["approximation"]) if "approximation" in entry else None,
        unit=entry.get("unit"),
        equivalent_of=None if equivalent is None else f"n-{starts[equivalent]}",
        reason=None if has_fact else "the gold has no fact here",
    )


def _fact(fact: dict[str, Any], document: Document) -> Fact:
    detail = dict(fact.get("detail", {}))
    reported = detail.pop("usd_reported", None)
    if reported is not None:
        pair = reported if isinstance(reported, list) else [reported, reported]
        detail["usd_reported_low"], detail["usd_reported_high"] = (float(end) for end in pair)
    if "also" in detail:
        detail["also"] = tuple(detail["also"]) if isinstance(detail["also"], list) else (detail["also"],)
    paragraph = next(each for each in document.paragraphs if each.start <= fact["start"] < each.end)
    return Fact(
        fact_id=f"f-{fact['fact']}",
        numeral_id=f"n-{fact['start']}",
        indicator=fact["indicator"],
        counted=fact["counted"],
        modality=Modality(fact["modality"]),
        attributed_to=fact["attributed_to"],
        period_start=_day(fact["period_start"]),
        period_end=_day(fact["period_end"]),
        part_of=None if fact["part_of"] is None else f"f-{fact['part_of']}",
        detail=Detail(**detail),
        rule="gold",
        quote_start=paragraph.start,
        quote_end=paragraph.end,
        explanation=("Read by hand.",),
    )


def _day(text: str | None) -> date | None:
    return None if text is None else date.fromisoformat(text)
