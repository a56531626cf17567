"""Events that a source denies or leaves open, and events that somebody prevents."""

from pipeline.facts.clauses import is_gerund
from pipeline.facts.relation import Part, Relation
from pipeline.facts.steps import back, noun_at
from pipeline.language.chunks import Kind, VerbForm
from pipeline.language.lexicon import word_set
from pipeline.language.nouns import noun_class, singular
from pipeline.numerals.phrases import is_plain_phrase, kind_at
from pipeline.numerals.quantities import Analysis

_OPENERS = frozenset({Kind.SUBORDINATOR, Kind.RELATIVE})
# What may stand between the word that opens a clause and its verb.
_BEFORE_VERB = frozenset({Kind.NOUN_PHRASE, Kind.PREPOSITION, Kind.DATE, Kind.ADVERB, Kind.CONJUNCTION})
# What completes the noun of an event, before a verb that tells what became of it.
_COMPLEMENTS = frozenset({Kind.NOUN_PHRASE, Kind.PREPOSITION, Kind.DATE})
_REACH = 8


def is_denied(analysis: Analysis, verb: int) -> bool:
    """Tell whether a verb says what is denied or not known: `denied having killed 30`, `unclear whether 12 died`."""
    before = back(analysis, verb - 1)
    gerund = is_gerund(analysis, analysis.chunks[verb]) or _word_at(analysis, verb) == "having"
    if gerund and kind_at(analysis, before) is Kind.VERB:
        return _denies(analysis, before)
    opener = _opener(analysis, verb)
    if opener < 0:
        return False
    word = analysis.chunks[opener].word
    return word == "whether" or (word == "that" and _is_rejected(analysis, opener - 1))


def is_refused(analysis: Analysis, verb: int) -> bool:
    """Tell whether a verb is the infinitive of what somebody refused to do: `refused to register 12 groups`."""
    if analysis.chunks[verb].form is not VerbForm.INFINITIVE:
        return False
    before = back(analysis, verb - 1)
    return kind_at(analysis, before) is Kind.VERB and _refuses(analysis, before)


def _refuses(analysis: Analysis, verb: int) -> bool:
    chunk = analysis.chunks[verb]
    return chunk.word in word_set("statements", "refusing_verbs") and not chunk.negated and chunk.modal is None


def is_prevented(analysis: Analysis, relation: Relation) -> bool:
    """Tell whether the noun of an event is what was prevented: `blocked the deportation of two`, `was averted`."""
    if relation.part is not Part.NOUN or noun_class(relation.lemma) != "person_event":
        return False
    before = back(analysis, relation.chunk - 1)
    if kind_at(analysis, before) is Kind.VERB and not analysis.chunks[before].passive:
        return _prevents(analysis, before) or is_denied(analysis, before)
    after = range(relation.chunk + 1, min(relation.chunk + _REACH, len(analysis.chunks)))
    told = next((at for at in after if analysis.chunks[at].kind not in _COMPLEMENTS), -1)
    return kind_at(analysis, told) is Kind.VERB and analysis.chunks[told].passive and _prevents(analysis, told)


def _opener(analysis: Analysis, verb: int) -> int:
    """Return the word that opens the clause of a verb, right before its subject; -1 where none does."""
    for at in range(verb - 1, max(-1, verb - _REACH), -1):
        if analysis.chunks[at].kind in _OPENERS:
            return at
        if analysis.chunks[at].kind not in _BEFORE_VERB:
            break
    return -1


def _is_rejected(analysis: Analysis, at: int) -> bool:
    """Tell whether what stands before `that` denies it: `denied`, `rejected claims`, `found no evidence`."""
    if kind_at(analysis, at) is Kind.VERB:
        return _denies(analysis, at)
    if not is_plain_phrase(analysis, at) or singular(noun_at(analysis, at)) not in word_set(
        "statements", "denied_nouns"
    ):
        return False
    words = analysis.sentence.words[analysis.chunks[at].first : analysis.chunks[at].last]
    return "no" in words or (kind_at(analysis, at - 1) is Kind.VERB and _denies(analysis, at - 1))


def _denies(analysis: Analysis, verb: int) -> bool:
    chunk = analysis.chunks[verb]
    return chunk.word in word_set("statements", "denying_verbs") and not chunk.negated


def _prevents(analysis: Analysis, verb: int) -> bool:
    chunk = analysis.chunks[verb]
    return chunk.word in word_set("statements", "preventing_verbs") and not chunk.negated and chunk.modal is None


def _word_at(analysis: Analysis, chunk: int) -> str:
    return analysis.sentence.words[analysis.chunks[chunk].first]
