"""Verbs of two numbers, and whether they tell the same of both: `900 lived here, and 60 resided there`."""

from collections.abc import Iterable

from pipeline.facts.drafts import Draft
from pipeline.facts.relation import Relation
from pipeline.language.lexicon import word_set


def lemmas_of(relations: Iterable[Relation]) -> set[str]:
    """Return the verbs and nouns of relations; where somebody is said to be somewhere, with all that say so."""
    lemmas = {relation.lemma for relation in relations}
    dwelling = word_set("relations", "dwelling")
    return lemmas if lemmas.isdisjoint(dwelling) else lemmas | dwelling


def places_persons(draft: Draft, relation: Relation) -> bool:
    """Tell whether a verb that may state a number does something to persons: `45 were placed with families`."""
    after = relation.chunk + 1
    chunks = draft.analysis.chunks
    if not chunks[relation.chunk].passive:
        return False
    if relation.lemma == "admit":
        # `830 were admitted`
        return True
    if relation.lemma not in word_set("statements", "at_a_number"):
        return False
    return after >= len(chunks) or chunks[after].word not in {"at", "as"}
