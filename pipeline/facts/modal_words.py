"""The words that tell rule and proposal from event, and the verbs that govern a number."""

from dataclasses import dataclass, fields
from functools import cache

from pipeline.facts.relation import Relation
from pipeline.language.chunks import Chunk, Kind, VerbForm
from pipeline.language.lexicon import Tag, lexicon, words_of
from pipeline.numerals.quantities import Analysis

PRESENT_AUXILIARIES = frozenset({"is", "are", "has", "have", "do", "does"})


@dataclass(frozen=True, slots=True)
class ModalWords:
    """The lists of `schemas/lexicon/statements.yaml` that tell rule and proposal from event."""

    law_nouns: frozenset[str]
    names_too: frozenset[str]
    rule_verbs: frozenset[str]
    ruling_past_verbs: frozenset[str]
    setting_verbs: frozenset[str]
    exposing_verbs: frozenset[str]
    penalty_nouns: frozenset[str]
    penalty_verbs: frozenset[str]
    rule_words: frozenset[str]
    lawful_participles: frozenset[str]
    proposal_verbs: frozenset[str]
    proposal_verbs_for: frozenset[str]
    proposal_verbs_to: frozenset[str]
    proposal_nouns: frozenset[str]
    granted_nouns: frozenset[str]
    lawgivers: frozenset[str]


@cache
def modal_words() -> ModalWords:
    """Return the lists, read once."""
    return ModalWords(**{field.name: frozenset(words_of("statements", field.name)) for field in fields(ModalWords)})


def governing_verbs(analysis: Analysis, first: int, index: int, relations: tuple[Relation, ...]) -> list[Chunk]:
    """Return the verb groups that may govern a number: those of its relations, and those left of it, nearest first."""
    verbs = [analysis.chunks[relation.chunk] for relation in relations if not relation.postmodifier]
    verbs.extend(analysis.chunks[at] for at in range(index - 1, first - 1, -1))
    return [verb for verb in verbs if verb.kind is Kind.VERB]


def is_present(analysis: Analysis, verb: Chunk) -> bool:
    """Tell whether a verb group is in the simple present."""
    word = analysis.sentence.words[verb.first]
    if verb.form in {VerbForm.INFINITIVE, VerbForm.GERUND, VerbForm.PAST_OR_PARTICIPLE}:
        return False
    if word in PRESENT_AUXILIARIES:
        return not verb.perfect
    tags = lexicon().tags.get(analysis.sentence.words[verb.head], 0)
    return (
        bool(tags & (Tag.VERB_PRESENT | Tag.VERB_BASE))
        and not tags & Tag.VERB_PAST
        and verb.modal is None
        and verb.first == verb.last
    )
