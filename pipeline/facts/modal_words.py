"""The words that tell rule and proposal from event, and the verbs that govern a number."""

from dataclasses import fields
from functools import cache

from pipeline.facts.relation import Relation
from pipeline.facts.steps import end_of_source
from pipeline.language.chunks import Chunk, Kind, VerbForm
from pipeline.language.lexicon import Tag, lexicon, words_of
from pipeline.language.nouns import singular
from pipeline.numerals.quantities import Analysis
from pipeline.record import record

_PAST_AUXILIARIES = frozenset({"had", "was", "were", "did"})
_CONTRASTS = frozenset({"though", "although", "whereas", "yet"})
_OPENING_CONTRASTS = _CONTRASTS | {"while"}
_PARTING = _CONTRASTS | {"who", "which", "while", "but"}
_OPENING_CLAUSE = _PARTING | {"and"}
# Words between `but` and the subject of its clause: `but in practice police`.
_BUT_REACH = 5
PRESENT_AUXILIARIES = frozenset({"is", "are", "has", "have", "do", "does"})


@record
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
    verbs.extend(analysis.chunks[at] for at in range(index - 1, end_of_source(analysis, first, index) - 1, -1))
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


def clause_of_past(
    analysis: Analysis, first: int, last: int, index: int, relations: tuple[Relation, ...]
) -> tuple[int, int]:
    """Return a stretch of chunks cut to the clause of a number that tells in the past what is set against another.

    No law of the clause beside it rules what happened: `seekers waited seven months, though the law speaks of six`,
    `although the law allows two days, police held them for nine`.
    """
    main = _main_clause(analysis, first, index)
    if main >= 0 and _is_of_past(analysis, main, index, relations):
        return main, last
    if _PARTING.isdisjoint(analysis.sentence.words) and "and" not in analysis.sentence.words:
        return first, last
    for at in range(first + 1, last + 1):
        if analysis.chunks[at].word not in _OPENING_CLAUSE or not _sets_against(analysis, at, index):
            continue
        if at < index and _is_of_past(analysis, at, index, relations):
            first = at
        elif at > index and _is_of_past(analysis, first, index, relations):
            return first, at - 1
    return first, last


def _sets_against(analysis: Analysis, at: int, index: int) -> bool:
    """Tell whether a clause begins that is set against the one before, or `, who` with a verb of its own."""
    chunk = analysis.chunks[at]
    if chunk.kind is Kind.RELATIVE:
        return chunk.word in {"who", "which"} and analysis.chunks[at - 1].kind is Kind.COMMA
    if chunk.word == "but" and chunk.kind is Kind.CONJUNCTION:
        return at > index or _opens_with_others(analysis, at)
    if chunk.word == "and":
        # `The law allows two days, and in May police held them for nine`
        parts = chunk.kind is Kind.CONJUNCTION and at < index and analysis.chunks[at - 1].kind is Kind.COMMA
        # What an act raised in the past it raised in both clauses.
        return parts and _has_clause(analysis, at, index) and _tells_of_present(analysis, at)
    return chunk.kind is not Kind.NOUN_PHRASE and chunk.word in _CONTRASTS


def _tells_of_present(analysis: Analysis, last: int) -> bool:
    """Tell whether a verb in the present stands before a chunk."""
    return any(chunk.kind is Kind.VERB and is_present(analysis, chunk) for chunk in analysis.chunks[:last])


def _has_clause(analysis: Analysis, at: int, index: int) -> bool:
    """Tell whether a subject of its own that is no law, behind a time or a place, and a verb stand before a number."""
    subject = at + 1
    while analysis.chunks[subject].kind in {Kind.PREPOSITION, Kind.DATE, Kind.ADVERB} or (
        analysis.chunks[subject].kind is Kind.NOUN_PHRASE and analysis.chunks[subject - 1].kind is Kind.PREPOSITION
    ):
        subject += 1
        if subject >= index:
            return False
    phrase, verb = analysis.chunks[subject], analysis.chunks[subject + 1]
    named = phrase.kind is Kind.NOUN_PHRASE and singular(phrase.word) not in modal_words().law_nouns
    return named and subject + 1 < index and verb.kind is Kind.VERB


def _opens_with_others(analysis: Analysis, at: int) -> bool:
    """Tell whether a subject of its own that is no law follows `but`: `may hold them a day, but guards held them`."""
    for chunk in analysis.chunks[at + 1 : at + 1 + _BUT_REACH]:
        if chunk.kind is Kind.NOUN_PHRASE and chunk.word != "practice":
            return chunk.word not in {"it", "this"} and singular(chunk.word) not in modal_words().law_nouns
        if chunk.kind not in {Kind.ADVERB, Kind.PREPOSITION, Kind.COMMA, Kind.NOUN_PHRASE}:
            return False
    return False


def _main_clause(analysis: Analysis, first: int, index: int) -> int:
    """Return the comma after a clause of contrast that opens the sentence; -1 where a number stands behind none."""
    if analysis.chunks[first].word not in _OPENING_CONTRASTS or analysis.chunks[first].kind is Kind.NOUN_PHRASE:
        return -1
    for at in range(first + 1, index - 1):
        opens = analysis.chunks[at].kind is Kind.COMMA and analysis.chunks[at + 1].kind is Kind.NOUN_PHRASE
        if opens and any(chunk.kind is Kind.VERB for chunk in analysis.chunks[at:index]):
            return at
    return -1


def _is_of_past(analysis: Analysis, first: int, index: int, relations: tuple[Relation, ...]) -> bool:
    verb = next(iter(governing_verbs(analysis, first, index, relations)), None)
    return verb is not None and tells_of_past(analysis, analysis.chunk_at[verb.head])


def tells_of_past(analysis: Analysis, index: int) -> bool:
    """Tell whether a finite verb in the past without a modal stands at an index."""
    verb = analysis.chunks[index]
    finite = verb.form in {VerbForm.FINITE, VerbForm.PAST_OR_PARTICIPLE}
    if verb.kind is not Kind.VERB or verb.modal is not None or not finite:
        return False
    word = analysis.sentence.words[verb.first]
    return word in _PAST_AUXILIARIES or bool(lexicon().tags.get(word, 0) & Tag.VERB_PAST)
