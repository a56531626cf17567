"""Limits told behind a penalty (`five years; for repeat offenders the maximum is 10`), and what of it is suspended."""

from collections.abc import Sequence

from pipeline.facts.drafts import Draft, coded_match
from pipeline.facts.relation import Part, Relation
from pipeline.language.chunks import Kind
from pipeline.language.lexicon import values_of
from pipeline.numerals.antecedents import is_suspended_part

_TERM = "justice.prison_term"
_LIMIT = "rule.time_limit"
_BOUNDS = frozenset({"maximum", "minimum"})
# What a law does that speaks of a penalty a second time, or would change it.
_SETTING = frozenset({"prescribe", "stipulate", "foresee", "envisage", "mandate", "threaten", "replace"})


def penalty_continued(draft: Draft, earlier: Sequence[Draft]) -> int:
    """Return the term of imprisonment told before of which a length of time is another limit; -1 for none.

    Only a length that no predicate makes something else is asked of: the highest or lowest that there is, or what a law
    prescribes.
    """
    if draft.match is not None and (draft.match.relation is not None or draft.match.indicator.indicator_id != _LIMIT):
        return -1
    if draft.unit not in values_of("units", "time").values():
        return -1
    # `The penalty for a first offense is 90 days in jail; for a second, one year`: without a verb it goes on.
    verbless = bool(earlier) and earlier[-1].sentence == draft.sentence and _has_no_verb(draft)
    if not (verbless or any(map(_sets_limit, draft.relations))):
        return -1
    for index in range(len(earlier) - 1, -1, -1):
        one = earlier[index]
        if draft.sentence - one.sentence > 1:
            return -1
        found = coded_match(earlier, index) if one.equivalent_of < 0 else None
        if found is not None and found.indicator.unit != "currency":
            return index if found.indicator.indicator_id == _TERM else -1
    return -1


def _has_no_verb(draft: Draft) -> bool:
    """Tell whether a semicolon stands before a number, and no verb between them."""
    chunks = draft.analysis.chunks
    for at in range(draft.chunk - 1, -1, -1):
        if chunks[at].kind in {Kind.VERB, Kind.SEMICOLON}:
            return chunks[at].kind is Kind.SEMICOLON
    return False


def _sets_limit(relation: Relation) -> bool:
    if relation.part is Part.NOUN:
        return relation.lemma in _BOUNDS
    return relation.lemma in _SETTING and not relation.postmodifier


def suspends_term(draft: Draft, earlier: Sequence[Draft]) -> bool:
    """Tell whether a number is how much of the prison term before it is suspended: `six years, with two suspended`."""
    index = draft.counted.antecedent
    if not 0 <= index < len(earlier) or earlier[index].sentence != draft.sentence:
        return False
    if not is_suspended_part(draft.analysis, draft.chunk):
        return False
    found = coded_match(earlier, index)
    return found is not None and found.indicator.indicator_id == _TERM
