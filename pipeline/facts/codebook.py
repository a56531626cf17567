"""The codebook of `schemas/codebook`, compiled to what the matching looks up."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any, TypeVar

import yaml

from pipeline.errors import CodebookError

UNIT_CLASSES: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        "person": frozenset({"person", "person_event"}),
        "case": frozenset({"case"}),
        "organization": frozenset({"organization"}),
        "party": frozenset({"party"}),
        "place": frozenset({"place"}),
        "seat": frozenset({"seat"}),
        "vote": frozenset({"vote"}),
        "application": frozenset({"application", "case"}),
    }
)
Item = TypeVar("Item")

_EVENT_KEYS = frozenset({"verbs", "nouns", "role", "prep", "object", "with", "near", "without", "heads", "weak", "any"})
_ENTRY_KEYS = frozenset({
    "id", "label", "definition", "unit", "table", "counts", "weak_counts", "events", "excludes", "heads", "context",
    "not_context", "requires", "not_counts", "not_classes", "not_hedges", "examples", "counter_examples",
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Event:
    """What a sentence may say for a number to answer to an indicator: a predicate, and the number's part in it."""

    name: str
    """`indicator/verbs or nouns`, unique; a fact's `rule` names it."""
    verbs: frozenset[str]
    nouns: frozenset[str]
    role: str
    """`affected`, `actor`, `oblique` or `any`."""
    prepositions: frozenset[str]
    """Between predicate and number; empty for any."""
    objects: frozenset[str]
    """Nouns of which one must be the verb's object."""
    with_phrases: tuple[str, ...]
    """Phrases of which one must stand in the clause."""
    near: tuple[str, ...]
    """Phrases of which one must stand in the sentence or the one before."""
    without: tuple[str, ...]
    heads: frozenset[str]
    weak: bool
    """Whether the noun that is counted goes before this predicate."""
    always: bool

    @property
    def specificity(self) -> int:
        """Number of conditions, by which the more particular of two events wins."""
        return sum(
            (
                bool(self.objects),
                2 * bool(self.with_phrases),
                bool(self.near),
                bool(self.heads),
                bool(self.prepositions),
            )
        )


@dataclass(frozen=True, slots=True)
class Indicator:
    """An entry of the codebook."""

    indicator_id: str
    label: str
    definition: str
    unit: str
    order: int
    """Place in the codebook; an earlier entry wins a tie."""
    counts: frozenset[str]
    weak_counts: frozenset[str]
    events: tuple[Event, ...]
    excludes: tuple[Event, ...]
    heads: frozenset[str]
    context: tuple[str, ...]
    not_context: tuple[str, ...]
    not_counts: frozenset[str]
    not_classes: frozenset[str]
    not_hedges: frozenset[str]
    """Hedges that make a number something else (`within 24 hours` is a deadline)."""
    statutory: bool
    """Whether only what a law or rule sets answers to it."""
    actual: bool
    """Whether what a law or rule sets does not answer to it."""


@dataclass(frozen=True, slots=True)
class Codebook:
    """All indicators, and the events by the lemma that calls them up."""

    indicators: Mapping[str, Indicator]
    by_verb: Mapping[str, tuple[tuple[Indicator, Event], ...]]
    by_noun: Mapping[str, tuple[tuple[Indicator, Event], ...]]
    by_count: Mapping[str, tuple[Indicator, ...]]
    by_weak_count: Mapping[str, tuple[Indicator, ...]]
    always: tuple[Indicator, ...]


@cache
def codebook() -> Codebook:
    """Return the compiled codebook, the same object at every call; raises CodebookError where an entry contradicts itself."""
    indicators: dict[str, Indicator] = {}
    folder = files("schemas").joinpath("codebook")
    for source in sorted(
        (entry for entry in folder.iterdir() if entry.name.endswith(".yaml")), key=lambda item: item.name
    ):
        content = yaml.load(source.read_text(encoding="utf-8"), Loader=yaml.CBaseLoader)  # noqa: S506 - strings, lists and mappings only
        for entry in content["indicators"]:
            indicator = _indicator(entry, source.name, len(indicators))
            if indicator.indicator_id in indicators:
                raise CodebookError(f"{source.name}: {indicator.indicator_id} is defined twice; keep one entry.")
            indicators[indicator.indicator_id] = indicator
    pairs = [(indicator, event) for indicator in indicators.values() for event in indicator.events]
    return Codebook(
        indicators=MappingProxyType(indicators),
        by_verb=_index((verb, (indicator, event)) for indicator, event in pairs for verb in event.verbs),
        by_noun=_index((noun, (indicator, event)) for indicator, event in pairs for noun in event.nouns),
        by_count=_index((noun, indicator) for indicator in indicators.values() for noun in indicator.counts),
        by_weak_count=_index((noun, indicator) for indicator in indicators.values() for noun in indicator.weak_counts),
        always=tuple(indicator for indicator in indicators.values() if any(event.always for event in indicator.events)),
    )


def _index(pairs: Iterable[tuple[str, Item]]) -> Mapping[str, tuple[Item, ...]]:
    table: dict[str, list[Item]] = {}
    for key, item in pairs:
        table.setdefault(key, []).append(item)
    return MappingProxyType({key: tuple(items) for key, items in table.items()})


def _indicator(entry: Mapping[str, Any], file_name: str, order: int) -> Indicator:
    name = str(entry.get("id", "?"))
    unknown = sorted(set(entry) - _ENTRY_KEYS)
    if unknown:
        raise CodebookError(f"{file_name}: {name} has the unknown key {unknown[0]!r}; correct or remove it.")
    return Indicator(
        indicator_id=name,
        label=str(entry["label"]),
        definition=str(entry["definition"]),
        unit=str(entry["unit"]),
        order=order,
        counts=frozenset(entry.get("counts", ())),
        weak_counts=frozenset(entry.get("weak_counts", ())),
        events=tuple(_event(event, name, file_name) for event in entry.get("events", ())),
        excludes=tuple(_event(event, name, file_name) for event in entry.get("excludes", ())),
        heads=frozenset(entry.get("heads", ())),
        context=tuple(entry.get("context", ())),
        not_context=tuple(entry.get("not_context", ())),
        not_counts=frozenset(entry.get("not_counts", ())),
        not_classes=frozenset(entry.get("not_classes", ())),
        not_hedges=frozenset(entry.get("not_hedges", ())),
        statutory=entry.get("requires") == "statutory",
        actual=entry.get("requires") == "actual",
    )


def _event(event: Mapping[str, Any], indicator: str, file_name: str) -> Event:
    unknown = sorted(set(event) - _EVENT_KEYS)
    if unknown:
        raise CodebookError(
            f"{file_name}: an event of {indicator} has the unknown key {unknown[0]!r}; correct or remove it."
        )
    verbs, nouns = event.get("verbs", ()), event.get("nouns", ())
    always = event.get("any") == "true"
    if not (verbs or nouns or always):
        raise CodebookError(f"{file_name}: an event of {indicator} names neither verbs nor nouns; give it one of them.")
    name = f"{indicator}/{next(iter(verbs), next(iter(nouns), 'any'))}"
    objects = frozenset(event.get("object", ()))
    return Event(
        name=name,
        verbs=frozenset(verbs),
        nouns=frozenset(nouns),
        role=str(event.get("role", "oblique" if objects else "affected")),
        prepositions=frozenset(event.get("prep", ())),
        objects=objects,
        with_phrases=tuple(f" {phrase} " for phrase in event.get("with", ())),
        near=tuple(f" {phrase} " for phrase in event.get("near", ())),
        without=tuple(f" {phrase} " for phrase in event.get("without", ())),
        heads=frozenset(event.get("heads", ())),
        weak=event.get("weak") == "true",
        always=always,
    )
