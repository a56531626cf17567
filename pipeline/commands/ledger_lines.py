"""The ledger as JSON lines: one object an entry, keys in a fixed order, ASCII alone."""

import json
from collections.abc import Iterator
from datetime import date

from pipeline.facts.fact import Detail, Fact
from pipeline.numerals.numeral import Numeral
from pipeline.publishing.plain_numbers import plain_number
from pipeline.reading.document import Document


def ledger_lines(document: Document, numerals: tuple[Numeral, ...], facts: tuple[Fact, ...]) -> Iterator[str]:
    """Yield a JSON object for each ledger entry of a document, in text order, its fact within."""
    fact_of = {fact.numeral_id: fact for fact in facts}
    for numeral in numerals:
        fact = fact_of.get(numeral.numeral_id)
        entry = {
            "numeral_id": numeral.numeral_id,
            "document": document.path,
            "start": numeral.start,
            "end": numeral.end,
            "surface": numeral.surface,
            "role": numeral.role,
            "value": plain_number(numeral.value),
            "low": plain_number(numeral.low),
            "high": plain_number(numeral.high),
            "approximation": numeral.approximation,
            "unit": numeral.unit,
            "equivalent_of": numeral.equivalent_of,
            "reason": None if fact else numeral.reason,
            "fact": _fact(fact) if fact else None,
        }
        yield json.dumps(entry, allow_nan=False)


def _fact(fact: Fact) -> dict[str, object]:
    return {
        "fact_id": fact.fact_id,
        "indicator": fact.indicator,
        "counted": fact.counted,
        "modality": fact.modality,
        "attributed_to": fact.attributed_to,
        "period_start": _day(fact.period_start),
        "period_end": _day(fact.period_end),
        "part_of": fact.part_of,
        "detail": _detail(fact.detail),
        "rule": fact.rule,
    }


def _detail(detail: Detail) -> dict[str, object]:
    low, high = plain_number(detail.usd_reported_low), plain_number(detail.usd_reported_high)
    values: dict[str, object] = {
        "payer": detail.payer,
        "usd_reported": low if low == high else [low, high],
        "party": detail.party,
        "chamber": detail.chamber,
        "candidate": detail.candidate,
        "office": detail.office,
        "category": detail.category,
        "person": detail.person,
        "per": detail.per,
        "superseded": detail.superseded,
        "suspended": detail.suspended,
        "also": list(detail.also) or None,
    }
    return {name: value for name, value in values.items() if value is not None}


def _day(day: date | None) -> str | None:
    return None if day is None else day.isoformat()
