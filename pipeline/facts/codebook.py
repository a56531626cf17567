"""The codebook of `schemas/codebook`, compiled to what the matching looks up."""

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from importlib.resources import files
from operator import attrgetter
from types import MappingProxyType
from typing import Any, TypeVar

import yaml

from pipeline.errors import CodebookError
from pipeline.facts.relation import PARTS_OF_ROLE, Part
from pipeline.record import record

Key = TypeVar("Key")
Item = TypeVar("Item")

_EVENT_KEYS = frozenset({
    "verbs", "nouns", "role", "prep", "object", "subject", "with", "after", "near", "without", "heads", "weak",
    "any", "units", "refused", "standing",
})  # fmt: skip
_ENTRY_KEYS = frozenset({
    "id", "label", "definition", "unit", "table", "counts", "weak_counts", "events", "excludes", "heads", "context",
    "not_context", "not_followed", "rivals", "requires", "not_counts", "not_classes", "not_hedges", "not_modifiers",
    "parts",
    "shares_of", "state_verbs", "examples", "counter_examples",
})  # fmt: skip


@record
class Event:
    """What a sentence may say for a number to answer to an indicator: a predicate, and the number's part in it."""

    name: str
    """`indicator/verbs or nouns`, unique; a fact's `rule` names it."""
    verbs: frozenset[str]
    nouns: frozenset[str]
    role: str
    """The part that the number has: `affected`, `undergone` (affected beyond doubt), `actor`, `direct` (actor or
    affected), `oblique` or `any`."""
    prepositions: frozenset[str]
    """Between predicate and number; empty for any."""
    objects: frozenset[str]
    """Nouns of which one must be the verb's object."""
    subjects: frozenset[str]
    """Nouns of which one must head the verb's subject."""
    with_phrases: tuple[str, ...]
    """Phrases of which one must stand in the clause."""
    after: tuple[str, ...]
    """Phrases of which one must stand in the clause after predicate and number, as what it calls them."""
    near: tuple[str, ...]
    """Phrases of which one must stand in the sentence or the one before."""
    without: tuple[str, ...]
    """Phrases of which none may stand in the clause."""
    heads: frozenset[str]
    """Nouns of which one must be counted."""
    units: frozenset[str]
    """Units of what is counted, in place of the indicator's unit and heads; empty where those stand."""
    refused: bool
    """Whether the act must be one that somebody refused to do (`refused to register 12 groups`)."""
    standing: bool
    """Whether the verb must tell what holds or is to come, and of no past (`voters elect 90 members`)."""
    weak: bool
    """Whether the noun that is counted goes before this predicate."""
    always: bool
    """Whether no predicate is asked for: the unit and a rule are enough."""

    @property
    def befalls(self) -> bool:
        """Whether it is an act of which a number after `of` are the victims, whatever else is said."""
        return "of" in self.prepositions and not (self.with_phrases or self.after or self.near or self.heads)

    @property
    def specificity(self) -> int:
        """Number of conditions, by which the more particular of two events wins; a phrase counts twice."""
        phrases = self.with_phrases or self.after
        conditions = (self.objects, self.subjects, phrases, phrases, self.near, self.heads, self.prepositions)
        return sum(map(bool, conditions))


@record
class Indicator:
    """An entry of the codebook."""

    indicator_id: str
    label: str
    definition: str
    unit: str
    order: int
    """Place in the codebook; an earlier entry wins a tie."""
    counts: frozenset[str]
    """Nouns that by themselves say what happened (`12 arrests`)."""
    weak_counts: frozenset[str]
    """Nouns that merely fit, where no predicate says more."""
    events: tuple[Event, ...]
    excludes: tuple[Event, ...]
    """Events that make the number something else."""
    excluding: frozenset[str]
    """The verbs and nouns of those events."""
    heads: frozenset[str]
    """Nouns of which one must be counted; empty where the unit is enough."""
    context: tuple[str, ...]
    """Words of which one must stand in the sentence or those before."""
    not_context: tuple[str, ...]
    """Words of which none may stand in the sentence."""
    rivals: frozenset[str]
    """Words that make the number another's where one stands in its clause and none of the context does."""
    not_counts: frozenset[str]
    """Nouns that must not be counted."""
    not_classes: frozenset[str]
    """Classes of nouns that must not be counted."""
    not_hedges: frozenset[str]
    """Hedges that make a number something else (`within 24 hours` is a deadline)."""
    not_followed: frozenset[str]
    """Words that must not follow a measure (`48 hours before the vote` is no length of anything)."""
    not_modifiers: frozenset[str]
    """Words that must not narrow what is counted (`12 female members` are not the size of a body)."""
    shares_of: frozenset[str]
    """Nouns of which a percentage that names what it is a share of must name one; empty for any."""
    parts: str | None
    """The indicator to which persons who are a part of what is counted answer; null where they answer to this one."""
    state_verbs: frozenset[str]
    """Verbs under which a noun that merely fits tells a state; under others it tells none. Empty for any verb."""
    statutory: bool
    """Whether only what a law or rule sets answers to it."""
    actual: bool
    """Whether what a law or rule sets does not answer to it."""


@record
class Codebook:
    """All indicators, and the events by the lemma that calls them up."""

    indicators: Mapping[str, Indicator]
    by_verb: Mapping[str, tuple[tuple[Indicator, Event], ...]]
    by_noun: Mapping[str, tuple[tuple[Indicator, Event], ...]]
    by_part: Mapping[tuple[str, Part, bool], tuple[tuple[Indicator, Event], ...]]
    """Of a verb, the part that a number has in it, and whether the event is weak: what may hold of all under it."""
    by_count: Mapping[str, tuple[Indicator, ...]]
    by_weak_count: Mapping[str, tuple[Indicator, ...]]
    always: tuple[Indicator, ...]


@cache
def codebook() -> Codebook:
    """Return the compiled codebook, the same object at every call.

    Raises CodebookError where an entry or an event has an unknown key, an indicator is defined twice, or an event
    names no predicate.
    """
    indicators: dict[str, Indicator] = {}
    for file_name, entry in _entries():
        indicator = _indicator(entry, file_name, len(indicators))
        if indicator.indicator_id in indicators:
            raise CodebookError(f"{file_name}: {indicator.indicator_id} is defined twice; keep one entry.")
        indicators[indicator.indicator_id] = indicator
    entries = tuple(indicators.values())
    pairs = [(indicator, event) for indicator in entries for event in indicator.events]
    return Codebook(
        indicators=MappingProxyType(indicators),
        by_verb=_index((verb, (indicator, event)) for indicator, event in pairs for verb in event.verbs),
        by_noun=_index((noun, (indicator, event)) for indicator, event in pairs for noun in event.nouns),
        by_part=_index(
            ((verb, part, event.weak), (indicator, event))
            for indicator, event in pairs
            for verb in event.verbs
            for part in PARTS_OF_ROLE[event.role]
        ),
        by_count=_index((noun, indicator) for indicator in entries for noun in indicator.counts),
        by_weak_count=_index((noun, indicator) for indicator in entries for noun in indicator.weak_counts),
        always=tuple(indicator for indicator in entries if any(event.always for event in indicator.events)),
    )


def _entries() -> Iterator[tuple[str, Mapping[str, Any]]]:
    """Yield the name of each file of the codebook with each of its entries, in the order of the names."""
    sources = (source for source in files("schemas").joinpath("codebook").iterdir() if source.name.endswith(".yaml"))
    for source in sorted(sources, key=attrgetter("name")):
        content = yaml.load(source.read_text(encoding="utf-8"), Loader=yaml.CBaseLoader)  # noqa: S506 - strings, lists and mappings only
        for entry in content["indicators"]:
            yield source.name, entry


def _index(pairs: Iterable[tuple[Key, Item]]) -> Mapping[Key, tuple[Item, ...]]:
    table: dict[Key, list[Item]] = {}
    for key, item in pairs:
        table.setdefault(key, []).append(item)
    return MappingProxyType({key: tuple(items) for key, items in table.items()})


def _refuse_unknown_keys(found: Mapping[str, Any], known: frozenset[str], place: str) -> None:
    unknown = sorted(set(found) - known)
    if unknown:
        raise CodebookError(f"{place} has the unknown key {unknown[0]!r}; correct or remove it.")


def _phrases(event: Mapping[str, Any], key: str) -> tuple[str, ...]:
    """Return the phrases under a key, each between spaces, so that only whole words are found; a hyphen is a word."""
    return tuple(f" {phrase.replace('-', ' - ')} " for phrase in event.get(key, ()))


def _indicator(entry: Mapping[str, Any], file_name: str, order: int) -> Indicator:
    name = str(entry.get("id", "?"))
    _refuse_unknown_keys(entry, _ENTRY_KEYS, f"{file_name}: {name}")
    excludes = tuple(event_of(event, name, file_name) for event in entry.get("excludes", ()))
    return Indicator(
        indicator_id=name,
        label=str(entry["label"]),
        definition=str(entry["definition"]),
        unit=str(entry["unit"]),
        order=order,
        counts=frozenset(entry.get("counts", ())),
        weak_counts=frozenset(entry.get("weak_counts", ())),
        events=tuple(event_of(event, name, file_name) for event in entry.get("events", ())),
        excludes=excludes,
        excluding=frozenset(word for event in excludes for word in (*event.verbs, *event.nouns)),
        heads=frozenset(entry.get("heads", ())),
        context=tuple(entry.get("context", ())),
        not_context=tuple(entry.get("not_context", ())),
        rivals=frozenset(entry.get("rivals", ())),
        not_counts=frozenset(entry.get("not_counts", ())),
        not_classes=frozenset(entry.get("not_classes", ())),
        not_hedges=frozenset(entry.get("not_hedges", ())),
        not_followed=frozenset(entry.get("not_followed", ())),
        not_modifiers=frozenset(entry.get("not_modifiers", ())),
        shares_of=frozenset(entry.get("shares_of", ())),
        parts=entry.get("parts"),
        state_verbs=frozenset(entry.get("state_verbs", ())),
        statutory=entry.get("requires") == "statutory",
        actual=entry.get("requires") == "actual",
    )


def event_of(event: Mapping[str, Any], indicator: str, file_name: str) -> Event:
    """Return the event that an entry declares; raises CodebookError where it cannot mean anything."""
    _refuse_unknown_keys(event, _EVENT_KEYS, f"{file_name}: an event of {indicator}")
    verbs, nouns = event.get("verbs", ()), event.get("nouns", ())
    always = event.get("any") == "true"
    if not (verbs or nouns or always):
        raise CodebookError(f"{file_name}: an event of {indicator} names neither verbs nor nouns; give it one of them.")
    name = f"{indicator}/{next(iter(verbs), next(iter(nouns), 'any'))}"
    objects = frozenset(event.get("object", ()))
    role = str(event.get("role", "oblique" if objects else "affected"))
    if role not in PARTS_OF_ROLE:
        known = ", ".join(PARTS_OF_ROLE)
        raise CodebookError(f"{file_name}: an event of {indicator} has the role {role!r}; give it one of {known}.")
    return Event(
        name=name,
        verbs=frozenset(verbs),
        nouns=frozenset(nouns),
        role=role,
        prepositions=frozenset(event.get("prep", ())),
        objects=objects,
        subjects=frozenset(event.get("subject", ())),
        with_phrases=_phrases(event, "with"),
        after=_phrases(event, "after"),
        near=_phrases(event, "near"),
        without=_phrases(event, "without"),
        heads=frozenset(event.get("heads", ())),
        units=frozenset(event.get("units", ())),
        refused=event.get("refused") == "true",
        standing=event.get("standing") == "true",
        weak=event.get("weak") == "true",
        always=always,
    )
