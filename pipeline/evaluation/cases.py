"""Annotated texts: what the ledger and the facts of each should be."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from pipeline.evaluation.fields import CaseError, Fields
from pipeline.facts.fact import Detail, Modality
from pipeline.numerals.numeral import Approximation, Role

_NUMERALS = ".numerals.jsonl"
_FACTS = ".facts.jsonl"
HELD_OUT_DIVISOR = 3
"""Cases whose number it divides measure how general the rules are: they are scored, and never shown."""


@dataclass(frozen=True, slots=True)
class ExpectedFact:
    """The fact that an annotator read from a numeral."""

    indicator: str
    counted: str | None
    modality: Modality
    attributed_to: str | None
    period_start: date | None
    period_end: date | None
    part_of: int | None
    """Place among the entries of the case of the whole that it is a part of."""
    detail: Detail


@dataclass(frozen=True, slots=True)
class Entry:
    """A ledger entry as annotated."""

    start: int
    end: int
    """Exclusive."""
    surface: str
    role: Role
    value: float | None
    low: float | None
    high: float | None
    approximation: Approximation | None
    unit: str | None
    equivalent_of: int | None
    """Place among the entries of the case of the amount that it converts."""
    fact: ExpectedFact | None


@dataclass(frozen=True, slots=True)
class Case:
    """A text with its annotated ledger, in text order."""

    case_id: str
    country: str
    year: int
    text: str
    entries: tuple[Entry, ...]
    held_out: bool
    """Whether its text and its disagreements must never be shown."""


def read_cases(path: Path) -> tuple[Case, ...]:
    """Return the cases of a JSON lines file, in its order; raises CaseError for a line that is not a case."""
    return tuple(_case(fields) for fields in _lines(path))


def read_gold(numerals: Path, text: str, country: str, year: int) -> Case:
    """Return the annotated ledger of a whole document, whose facts stand in a file beside it.

    Raises CaseError where a line cannot be read or a reference does not resolve.
    """
    lines = list(_lines(numerals))
    facts = {fields.text("fact"): fields for fields in _lines(numerals.with_name(_stem(numerals) + _FACTS))}
    place_of_fact = {name: index for index, fields in enumerate(lines) if (name := fields.optional_text("fact"))}
    if lost := sorted(facts.keys() ^ place_of_fact.keys()):
        message = f"{numerals}: the facts {', '.join(lost)} are not on both sides; add or remove them."
        raise CaseError(message)

    def pointed_at(fields: Fields, key: str) -> int | None:
        name = fields.optional_text(key)
        if name is not None and name not in place_of_fact:
            raise fields.mistake(key, "the id of a fact of the same file")
        return None if name is None else place_of_fact[name]

    entries = []
    for fields in lines:
        name = fields.optional_text("fact")
        fact = None
        if name:
            row = facts[name]
            fact = _fact(row, (row.day("period_start"), row.day("period_end")), pointed_at(row, "part_of"))
        span = (fields.whole("start"), fields.whole("end"))
        surface = _surface(fields, "surface", text, span)
        entries.append(_entry(fields, surface, span, pointed_at(fields, "equivalent_of"), fact))
    return Case(_stem(numerals), country, year, text, tuple(entries), held_out=False)


def is_gold(path: Path) -> bool:
    """Tell whether a file holds the annotated numerals of one whole document."""
    return path.name.endswith(_NUMERALS)


def select(cases: tuple[Case, ...], every: str) -> tuple[Case, ...]:
    """Return the cases whose number leaves one of the wanted remainders: `3:0` every third, `3:12` the others.

    Raises CaseError where the selection is not written so.
    """
    parts = re.fullmatch(r"([1-9]\d*):(\d+)", every)
    if parts is None:
        message = f"--every {every}: not a selection; write a divisor and the wanted remainders, such as 3:12."
        raise CaseError(message)
    divisor, remainders = int(parts[1]), parts[2]
    return tuple(case for case in cases if str(case_number(case.case_id) % divisor) in remainders)


def case_number(case_id: str) -> int:
    """Return the digits of a case's name as a number; raises CaseError where it has none."""
    digits = re.sub(r"\D", "", case_id)
    if not digits:
        message = f"case {case_id}: its id has no number; add one."
        raise CaseError(message)
    return int(digits)


def _stem(numerals: Path) -> str:
    return numerals.name.removesuffix(_NUMERALS)


def _lines(path: Path) -> Iterator[Fields]:
    try:
        lines = path.read_text(encoding="utf-8").split("\n")
    except (OSError, UnicodeDecodeError):
        message = f"{path}: cannot be read as UTF-8 text; give a JSON lines file."
        raise CaseError(message) from None
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        place = f"{path}, line {number}"
        try:
            values = json.loads(line)
        except ValueError:
            message = f"{place}: is not JSON; write one object a line."
            raise CaseError(message) from None
        if not isinstance(values, dict):
            message = f"{place}: is not a JSON object; write one object a line."
            raise CaseError(message)
        yield Fields(place, values)


def _case(fields: Fields) -> Case:
    text, position, entries = fields.text("text"), 0, []
    for inner in fields.inners("numerals"):
        surface = inner.text("s")
        start = inner.optional_whole("start")
        if start is None:
            start = text.find(surface, position)
        if start < 0:
            raise inner.mistake("s", f"a numeral that stands in the text after character {position}")
        position = start + len(surface) if inner.optional_whole("end") is None else inner.whole("end")
        row = inner.inner("fact")
        fact = None if row is None else _fact(row, row.days("period"), row.optional_whole("part_of"))
        span = (start, position)
        surface = _surface(inner, "s", text, span)
        entries.append(_entry(inner, surface, span, inner.optional_whole("equivalent_of"), fact))
    case_id = fields.text("id")
    held_out = case_number(case_id) % HELD_OUT_DIVISOR == 0
    return Case(case_id, fields.text("country"), fields.whole("year"), text, tuple(entries), held_out)


def _entry(
    fields: Fields, surface: str, span: tuple[int, int], equivalent_of: int | None, fact: ExpectedFact | None
) -> Entry:
    approximation = fields.optional_text("approximation")
    try:
        return Entry(
            start=span[0],
            end=span[1],
            surface=surface,
            role=Role(fields.text("role")),
            value=fields.number("value"),
            low=fields.number("low"),
            high=fields.number("high"),
            approximation=None if approximation is None else Approximation(approximation),
            unit=fields.optional_text("unit"),
            equivalent_of=equivalent_of,
            fact=fact,
        )
    except ValueError as error:
        message = f"{fields.place}: {error}; write one of the coding rules."
        raise CaseError(message) from None


def _surface(fields: Fields, key: str, text: str, span: tuple[int, int]) -> str:
    surface, found = fields.text(key), text[span[0] : span[1]]
    if surface != found:
        raise fields.mistake(key, f"what the text has there, {found!r}")
    return surface


def _fact(fields: Fields, period: tuple[date | None, date | None], part_of: int | None) -> ExpectedFact:
    modality = fields.text("modality")
    if modality not in set(Modality):
        raise fields.mistake("modality", "one of " + ", ".join(Modality))
    inner = fields.inner("detail")
    return ExpectedFact(
        indicator=fields.text("indicator"),
        counted=fields.optional_text("counted"),
        modality=Modality(modality),
        attributed_to=fields.optional_text("attributed_to"),
        period_start=period[0],
        period_end=period[1],
        part_of=part_of,
        detail=Detail() if inner is None else read_detail(inner),
    )


def read_detail(fields: Fields) -> Detail:
    """Return the details written in an object, `usd_reported` a number or the two ends of a range.

    Raises CaseError for a key that no table asks for.
    """
    plain = ("payer", "party", "chamber", "candidate", "office", "category", "person", "per")
    known = {*plain, "usd_reported", "superseded", "suspended", "also"}
    if unknown := sorted(fields.values.keys() - known):
        message = f"{fields.place}: {unknown[0]} is no detail; write one of {', '.join(sorted(known))}."
        raise CaseError(message)
    reported = fields.values.get("usd_reported")
    ends = reported if isinstance(reported, list) else [reported, reported]
    if len(ends) != len(("low", "high")):
        raise fields.mistake("usd_reported", "a number, or the two ends of a range")
    bounds = Fields(fields.place, {"low": ends[0], "high": ends[1]})
    return Detail(
        payer=fields.optional_text("payer"),
        usd_reported_low=bounds.number("low"),
        usd_reported_high=bounds.number("high"),
        party=fields.optional_text("party"),
        chamber=fields.optional_text("chamber"),
        candidate=fields.optional_text("candidate"),
        office=fields.optional_text("office"),
        category=fields.optional_text("category"),
        person=fields.optional_text("person"),
        per=fields.optional_text("per"),
        superseded=fields.flag("superseded"),
        suspended=fields.flag("suspended"),
        also=fields.texts("also"),
    )
