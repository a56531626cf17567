"""Whether a number happened, is set by a law or rule, or is only sought."""

from dataclasses import dataclass
from functools import cache

from pipeline.facts.fact import Modality
from pipeline.facts.relations import Relation
from pipeline.language.chunks import Chunk, Kind, VerbForm
from pipeline.language.lexicon import Tag, lexicon, words_of
from pipeline.language.nouns import singular
from pipeline.numerals.quantities import Analysis

_RULE_MODALS = frozenset({"may", "must", "shall", "can", "cannot"})
_PRESENT_BE = frozenset({"is", "are", "has", "have", "do", "does"})


@dataclass(frozen=True, slots=True)
class ModalWords:
    """The lists of `schemas/lexicon/statements.yaml` that tell rule and proposal from event."""

    law_nouns: frozenset[str]
    rule_verbs: frozenset[str]
    rule_words: frozenset[str]
    proposal_verbs: frozenset[str]
    proposal_nouns: frozenset[str]


@cache
def _words() -> ModalWords:
    def listed(key: str) -> frozenset[str]:
        return frozenset(words_of("statements", key))

    return ModalWords(
        listed("law_nouns"),
        listed("rule_verbs"),
        listed("rule_words"),
        listed("proposal_verbs"),
        listed("proposal_nouns"),
    )


@dataclass(frozen=True, slots=True)
class Force:
    """The modality that a clause gives its numbers, and the words that say so."""

    modality: Modality
    evidence: str


def segment_of(analysis: Analysis, index: int) -> tuple[int, int]:
    """Return first and last chunk of the stretch between semicolons in which a chunk stands."""
    first = last = index
    while first > 0 and analysis.chunks[first - 1].kind is not Kind.SEMICOLON:
        first -= 1
    while last < len(analysis.chunks) - 1 and analysis.chunks[last + 1].kind is not Kind.SEMICOLON:
        last += 1
    return first, last


def force_of(analysis: Analysis, index: int, relations: tuple[Relation, ...]) -> Force:
    """Return the modality of the clause around the phrase at `index`: proposal before rule before event."""
    first, last = segment_of(analysis, index)
    proposal = _proposal(analysis, first, index, relations)
    if proposal is not None:
        return Force(Modality.PROPOSED, proposal)
    rule = _rule(analysis, first, last, index, relations)
    if rule is not None:
        return Force(Modality.STATUTORY, rule)
    return Force(Modality.OCCURRED, "no word of law or proposal governs the number")


def _governing_verbs(analysis: Analysis, first: int, index: int, relations: tuple[Relation, ...]) -> list[Chunk]:
    """Return the verb groups that may govern a number: those of its relations, and those left of it, nearest first."""
    verbs = [analysis.chunks[relation.chunk] for relation in relations if not relation.postmodifier]
    verbs.extend(analysis.chunks[at] for at in range(index - 1, first - 1, -1))
    return [verb for verb in verbs if verb.kind is Kind.VERB]


def _proposal(analysis: Analysis, first: int, index: int, relations: tuple[Relation, ...]) -> str | None:
    words, sentence = _words(), analysis.sentence
    direct = [analysis.chunks[relation.chunk] for relation in relations if not relation.postmodifier]
    for verb in direct:
        if verb.kind is Kind.VERB and (verb.modal == "would" or verb.modal == "to"):
            return f"{sentence.surfaces[verb.first]!r} before the verb"
    nearest = [verb for verb in _governing_verbs(analysis, first, index, ()) if verb.form is not VerbForm.INFINITIVE][:1]
    for verb in (*direct, *nearest):
        if verb.kind is Kind.VERB and verb.modal == "would":
            return "'would' before the verb"
        if verb.kind is Kind.VERB and verb.word in words.proposal_verbs:
            return f"the verb {verb.word!r} seeks or plans"
    for chunk in analysis.chunks[first:index]:
        if chunk.kind is Kind.VERB and chunk.modal == "would":
            return "'would' in the clause"
    for at in range(max(0, analysis.chunks[index].first - 6), min(len(sentence.words), analysis.chunks[index].last + 6)):
        if sentence.words[at] in {"planned", "proposed", "scheduled"} and at > 0 and sentence.words[at - 1] in {"the", "of", "a", "for"}:
            return f"{sentence.words[at]!r} beside the number"
    return None


def _rule(analysis: Analysis, first: int, last: int, index: int, relations: tuple[Relation, ...]) -> str | None:
    words, sentence = _words(), analysis.sentence
    governing = _governing_verbs(analysis, first, index, relations)
    for verb in governing[:4]:
        if verb.modal in _RULE_MODALS and not verb.perfect:
            return f"{verb.modal!r} before the verb {verb.word!r}"
    law = _law_noun(analysis, first, last)
    present = any(_is_present(analysis, chunk) for chunk in analysis.chunks[first : last + 1] if chunk.kind is Kind.VERB)
    window = sentence.words[analysis.chunks[first].first : analysis.chunks[last].last + 1]
    listed = next((word for word in window if word in words.rule_words), None)
    if listed is not None and (present or listed in {"punishable", "liable", "required"}):
        return f"{listed!r} in the clause"
    if law is not None and present:
        return f"the {law} and a verb in the present tense"
    for verb in governing[:4]:
        if verb.word in words.rule_verbs and (law is not None or _generic(analysis, verb)):
            return f"the verb {verb.word!r} sets a rule"
        if verb.word in {"set", "establish", "fix", "raise", "lower", "reduce", "cut", "increase", "have", "apply"} and law is not None:
            return f"the {law} sets it"
    return None


def _generic(analysis: Analysis, verb: Chunk) -> bool:
    """Tell whether a verb of rule speaks of a class of persons, not of one: `were allowed`, not `was allowed`."""
    if verb.word in {"impose", "provide", "define", "extend", "shorten", "lengthen", "grant", "expire", "punish", "restrict", "limit"}:
        return _is_present(analysis, verb)
    return not any(analysis.sentence.words[at] == "was" for at in range(verb.first, verb.last + 1))


def _is_present(analysis: Analysis, verb: Chunk) -> bool:
    word = analysis.sentence.words[verb.first]
    if verb.form in {VerbForm.INFINITIVE, VerbForm.GERUND, VerbForm.PAST_OR_PARTICIPLE}:
        return False
    if word in _PRESENT_BE:
        return not verb.perfect
    tags = lexicon().tags.get(analysis.sentence.words[verb.head], 0)
    return bool(tags & (Tag.VERB_PRESENT | Tag.VERB_BASE)) and not tags & Tag.VERB_PAST and verb.modal is None and verb.first == verb.last


def _law_noun(analysis: Analysis, first: int, last: int) -> str | None:
    nouns = _words().law_nouns
    for chunk in analysis.chunks[first : last + 1]:
        if chunk.kind is Kind.NOUN_PHRASE:
            for at in range(chunk.first, chunk.last + 1):
                word = analysis.sentence.words[at]
                if word in nouns or singular(word) in nouns:
                    return word
    return None


