"""The entries of the codebook as the published codebook prints them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from schemas.tables.facts import FACTS

_NONE = "null"
_SHOWN = (
    "indicator", "value", "low", "high", "approximation", "unit", "counted", "modality", "attributed_to", "part_of",
)  # fmt: skip
_IN_WORDS = {"attributed_to": "stated by", "part_of": "part of", "counted": "counts"}
_ROLES = {
    "affected": "the number is what it happens to",
    "undergone": "the number is what it happens to, beyond doubt",
    "actor": "the number is who does it",
    "direct": "the number is who does it or what it happens to",
    "oblique": "the number stands after a preposition",
    "any": "in any part",
}


@dataclass(frozen=True, slots=True)
class Example:
    """A short text, and what must come out of it."""

    text: str
    gives: tuple[str, ...]
    """A line for each number: the numeral, and what it is coded as."""
    gap: str | None
    """What the program lacks to read it, where it cannot yet."""


@dataclass(frozen=True, slots=True)
class CounterExample:
    """A short text whose number is not of the indicator, and why."""

    text: str
    numeral: str
    because: str
    indicator: str | None
    """What it is instead; null where it answers to nothing."""
    gap: str | None


@dataclass(frozen=True, slots=True)
class Entry:
    """An indicator as a reader of the codebook meets it."""

    indicator_id: str
    label: str
    definition: str
    unit: str
    table: str | None
    """The table that its facts feed beside `facts`, null where they are only there."""
    evidence: tuple[str, ...]
    """What counts: nouns that say it by themselves, then predicates and the number's part in them, a line each."""
    examples: tuple[Example, ...]
    counter_examples: tuple[CounterExample, ...]


@dataclass(frozen=True, slots=True)
class EntryFamily:
    """The indicators of one file of the codebook."""

    name: str
    entries: tuple[Entry, ...]


@cache
def entry_families() -> tuple[EntryFamily, ...]:
    """Return the families of the codebook, by name, each with its entries in their order."""
    sources = (source for source in files("schemas").joinpath("codebook").iterdir() if source.name.endswith(".yaml"))
    contents = [yaml.load(source.read_text(encoding="utf-8"), Loader=yaml.CBaseLoader) for source in sources]  # noqa: S506 - strings, lists and mappings only
    families = (EntryFamily(one["family"], tuple(map(_entry, one["indicators"]))) for one in contents)
    return tuple(sorted(families, key=lambda family: family.name))


def _entry(found: Mapping[str, Any]) -> Entry:
    return Entry(
        indicator_id=found["id"],
        label=found["label"],
        definition=_one_line(found["definition"]),
        unit=found["unit"],
        table=None if found.get("table") == FACTS.name else found.get("table"),
        evidence=tuple(_evidence(found)),
        examples=tuple(_example(one) for one in found.get("examples", ())),
        counter_examples=tuple(_counter_example(one) for one in found.get("counter_examples", ())),
    )


def _evidence(found: Mapping[str, Any]) -> Iterator[str]:
    if "counts" in found:
        yield f"Nouns: {', '.join(found['counts'])}."
    if "weak_counts" in found:
        yield f"Nouns, where no predicate says more: {', '.join(found['weak_counts'])}."
    for event in found.get("events", ()):
        conditions = [
            f"{word} {', '.join(event[key])}"
            for key, word in (
                ("prep", "led to by"), ("object", "with the object"), ("with", "in a clause with"),
                ("after", "followed by"), ("near", "in a passage with"), ("heads", "counting"), ("without", "without"),
            )
            if event.get(key)
        ]  # fmt: skip
        if event.get("verbs"):
            part = _ROLES[event.get("role", "oblique" if "object" in event else "affected")]
            yield f"Verbs: {', '.join(event['verbs'])}; {'; '.join([part, *conditions])}."
        elif event.get("nouns"):
            nouns = ", ".join(event["nouns"])
            yield f"{'; '.join([f'The number belongs to: {nouns}', *conditions])}."
        else:
            yield "Any predicate of a rule."


def _example(found: Mapping[str, Any]) -> Example:
    return Example(_one_line(found["text"]), tuple(map(_given, found["gives"])), found.get("gap"))


def _given(given: Mapping[str, Any]) -> str:
    told = [f"{_IN_WORDS.get(key, key)} {given[key]}" for key in _SHOWN if given.get(key, _NONE) != _NONE]
    if given.get("period", [_NONE, _NONE]) != [_NONE, _NONE]:
        first, last = (_open(day) for day in given["period"])
        told.append(f"period {first} to {last}")
    detail = given.get("detail") or {}
    told += [f"{key} {_listed(cell)}" for key, cell in detail.items()] if isinstance(detail, dict) else []
    return f"{given['numeral']}: {', '.join(told)}" if told else given["numeral"]


def _open(day: str) -> str:
    return "open" if day == _NONE else day


def _listed(cell: object) -> str:
    return " to ".join(map(str, cell)) if isinstance(cell, list) else str(cell)


def _counter_example(found: Mapping[str, Any]) -> CounterExample:
    indicator = found.get("indicator", _NONE)
    return CounterExample(
        text=_one_line(found["text"]),
        numeral=found["numeral"],
        because=_one_line(found["because"]),
        indicator=None if indicator == _NONE else indicator,
        gap=found.get("gap"),
    )


def _one_line(text: str) -> str:
    return " ".join(text.split())
