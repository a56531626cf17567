"""Verbs that share an object: `arrested and later charged 12`, `arrested 12 and charged them`."""

from collections.abc import Iterator, Sequence

from pipeline.facts.relation import Part, Relation
from pipeline.facts.steps import CONNECTIVES, back
from pipeline.language.chunks import Kind
from pipeline.numerals.phrases import is_plain_phrase, kind_at
from pipeline.numerals.quantities import Analysis

# How somebody is held.
_AS_CAPTIVES = frozenset({"hostage", "captive", "prisoner", "incommunicado"})
# Between the object of a verb and another verb that has `them` for its own.
_BEFORE_THEM = frozenset({
    Kind.NOUN_PHRASE, Kind.PREPOSITION, Kind.DATE, Kind.ADVERB, Kind.COMMA, Kind.CONJUNCTION, Kind.VERB,
})  # fmt: skip
_THEM_REACH = 14


def coordinated_verbs(analysis: Analysis, verb: int) -> Iterator[Relation]:
    """Yield a verb and those coordinated before it (`arrested and charged 12`), the first in the text first."""
    verbs = [verb]
    while kind_at(analysis, (joint := _before_adverbs(analysis, verb))) in CONNECTIVES:
        listed = len(verbs) == 1 and kind_at(analysis, joint - 1) is Kind.COMMA
        listed = listed and _goes_on(analysis, _over_captive(analysis, joint - 2))
        verb = _over_captive(analysis, joint - 2 if listed else joint - 1)
        if kind_at(analysis, verb) is not Kind.VERB:
            break
        if analysis.chunks[verb].passive and not analysis.chunks[verbs[0]].passive:
            # `police, 14 of whom were hurt, arrested 38`: a passive has no object to share.
            break
        verbs.append(verb)
    for at in reversed(verbs):
        yield Relation(Part.AFFECTED, analysis.chunks[at].word, at)


def _over_captive(analysis: Analysis, at: int) -> int:
    """Return the verb before `hostage` and the like, which leave its object open: `held captive, and beat 12`."""
    alone = is_plain_phrase(analysis, at) and analysis.sentence.words[analysis.chunks[at].first] in _AS_CAPTIVES
    return at - 1 if alone and kind_at(analysis, at - 1) is Kind.VERB else at


def _before_adverbs(analysis: Analysis, verb: int) -> int:
    """Return the chunk before a verb and the adverbs that it has before it (`arrested and later charged 12`)."""
    at = verb - 1
    while kind_at(analysis, at) is Kind.ADVERB:
        at -= 1
    return at


def _goes_on(analysis: Analysis, verb: int) -> bool:
    """Tell whether a list of verbs goes on to the left of a verb (`detained, tried, and deported 12`)."""
    listed = kind_at(analysis, verb - 1) is Kind.COMMA and kind_at(analysis, verb - 2) is Kind.VERB
    return listed and kind_at(analysis, verb) is Kind.VERB and not analysis.chunks[verb - 2].passive


def done_to_them(analysis: Analysis, index: int, left: Sequence[Relation]) -> Iterator[Relation]:
    """Read `arrested nine clerks and charged them with theft`: a further verb has a pronoun for the same object."""
    if "them" not in analysis.sentence.words:
        return
    if not any(relation.part is Part.AFFECTED and relation.chunk < index for relation in left):
        return
    for at in range(index + 1, min(index + _THEM_REACH, len(analysis.chunks) - 1)):
        verb = analysis.chunks[at]
        if verb.kind not in _BEFORE_THEM:
            return
        if verb.kind is Kind.VERB:
            joined = kind_at(analysis, back(analysis, at - 1)) in CONNECTIVES and not verb.passive
            if not joined or analysis.chunks[at + 1].word != "them":
                return
            yield Relation(Part.AFFECTED, verb.word, at)
