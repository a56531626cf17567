"""The modality of a fact: that of its clause, held to what its indicator can be."""

from collections.abc import Sequence

from pipeline.facts.codebook import Indicator
from pipeline.facts.drafts import Draft
from pipeline.facts.fact import Modality
from pipeline.facts.modality import Force
from pipeline.language.chunks import VerbForm

# Indicators that only a rule answers to, though the text may tell of it as of an event.
RULES_ONLY = frozenset({"representation.quota", "rule.time_limit", "rule.distance_limit"})
# What a rule can set; of anything else it can at most say that it may happen.
_UNITS_OF_RULES = frozenset({"currency", "time", "length", "percent", "seat", "share"})


def modality_of(drafts: Sequence[Draft], index: int, indicator: Indicator) -> Force:
    """Return the modality of a fact, and in words what it was read from and what was set aside."""
    told = _told(drafts, index)
    may_be_rule = indicator.statutory or indicator.unit in _UNITS_OF_RULES
    if told.modality is Modality.OCCURRED and (indicator.statutory or indicator.indicator_id in RULES_ONLY):
        return Force(Modality.STATUTORY, "only a rule answers to this indicator, whatever the verb tells")
    if told.modality is Modality.STATUTORY and not may_be_rule:
        evidence = f"the indicator counts what happened, which no rule can set; set aside: {told.evidence}"
        return Force(Modality.OCCURRED, evidence)
    return told


def _told(drafts: Sequence[Draft], index: int) -> Force:
    """Return the modality of a number's clause, or of the number from which it takes its predicate."""
    draft = drafts[index]
    own = draft.force
    if own.modality is Modality.PROPOSED and _is_told_by_modifier(draft):
        return Force(Modality.OCCURRED, f"a modifier tells what befell those counted; set aside: {own.evidence}")
    if draft.heir_of < 0:
        return own
    heir = drafts[draft.heir_of]
    if own.modality is heir.force.modality:
        return own
    if own.modality is Modality.OCCURRED and not draft.comparison:
        evidence = f"as of {heir.surface!r}, whose predicate it shares ({heir.force.evidence})"
        return Force(heir.force.modality, evidence)
    if own.modality is not Modality.OCCURRED and draft.heir_of == draft.whole:
        # What a part would be (`of whom 34,000 would be eligible`) does not undo that it is a part of what is; nor does
        # a rule told before (`ten seats are reserved for women, and women won 20 seats, five of them in runoffs`).
        evidence = f"as of {heir.surface!r}, of which it is a part ({heir.force.evidence}); set aside: {own.evidence}"
        return Force(heir.force.modality, evidence)
    return own


def _is_told_by_modifier(draft: Draft) -> bool:
    """Tell whether a clause or participle after a number says what befell: `sought word of 30 men who had vanished`."""
    relation = draft.match.relation if draft.match is not None else None
    if relation is None or not relation.postmodifier:
        return False
    verb = draft.analysis.chunks[relation.chunk]
    return verb.modal is None and verb.form in {VerbForm.FINITE, VerbForm.PAST_OR_PARTICIPLE}
