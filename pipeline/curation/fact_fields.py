"""The fields of a fact by their names in the table `facts`, read from the records and written into them."""

from collections.abc import Iterable
from dataclasses import fields, replace
from typing import Any

from pipeline.curation.correction import Field, FieldValue
from pipeline.facts.fact import Detail, Fact, Modality
from pipeline.numerals.numeral import Approximation, Numeral
from schemas.files.corrections import NUMBER_FIELDS, STATEMENT_FIELDS

_DETAIL_FIELDS = frozenset(field.name for field in fields(Detail))
_FLAGS = frozenset({"superseded", "suspended"})
_BOUNDS_WITH = {
    Approximation.EXACT: (True, True),
    Approximation.ABOUT: (False, False),
    Approximation.AT_LEAST: (True, False),
    Approximation.MORE_THAN: (True, False),
    Approximation.AT_MOST: (False, True),
    Approximation.LESS_THAN: (False, True),
}
"""Whether the number stated is its own lower and its own upper bound (CODING.md 2)."""


def value_of(numeral: Numeral, fact: Fact | None, name: str) -> FieldValue:
    """Return what a field says; null for the fields of a fact where there is none."""
    if name in NUMBER_FIELDS:
        value = getattr(numeral, name)
        return value.value if isinstance(value, Approximation) else value
    if fact is None:
        return None
    if name in STATEMENT_FIELDS:
        value = getattr(fact, name)
        return value.value if isinstance(value, Modality) else value
    value = getattr(fact.detail, name)
    return bool(value) if name in _FLAGS else value


def with_number(numeral: Numeral, changes: Iterable[Field]) -> Numeral:
    """Return the ledger entry with its number changed; bounds that are not given follow from value and hedge."""
    given: dict[str, Any] = {field.name: field.value for field in changes if field.name in NUMBER_FIELDS}
    if not given:
        return numeral
    if "approximation" in given:
        given["approximation"] = Approximation(given["approximation"])
    changed = replace(numeral, **given)
    bounded = None if changed.approximation is None else _BOUNDS_WITH.get(changed.approximation)
    if bounded is None:
        return changed
    low, high = (changed.value if is_bound else None for is_bound in bounded)
    return replace(changed, low=given.get("low", low), high=given.get("high", high))


def with_statement(fact: Fact, changes: Iterable[Field]) -> Fact:
    """Return the fact with its own fields and its details changed."""
    listed = tuple(changes)
    own: dict[str, Any] = {field.name: field.value for field in listed if field.name in STATEMENT_FIELDS}
    detail: dict[str, Any] = {field.name: field.value for field in listed if field.name in _DETAIL_FIELDS}
    if "modality" in own:
        own["modality"] = Modality(own["modality"])
    return replace(fact, **own, detail=replace(fact.detail, **detail))
