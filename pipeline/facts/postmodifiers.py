"""What a modifier after a phrase says of it: participles, relative clauses and contact clauses."""

from collections.abc import Iterator
from dataclasses import replace

from pipeline.facts.relation import Part, Relation
from pipeline.facts.steps import has_object
from pipeline.facts.subjects import with_coordinated
from pipeline.language.chunks import Kind, VerbForm
from pipeline.language.lexicon import word_set
from pipeline.numerals.phrases import is_phrase, is_plain_phrase, kind_at
from pipeline.numerals.quantities import Analysis

_COMPLEMENTS_OF_PREPOSITION = frozenset({Kind.NOUN_PHRASE, Kind.DATE})
_COMPLEMENTS = frozenset({Kind.PREPOSITION, Kind.NOUN_PHRASE, Kind.DATE, Kind.ADVERB})
# Chunks in which a relative clause shows its verb, and an aside before a modifier ends.
_CLAUSE_REACH = 8
_ASIDE_REACH = 6


def postmodifiers_of(analysis: Analysis, index: int) -> Iterator[Relation]:
    """Yield the predicates of what follows a phrase as its modifier: participles and relative clauses."""
    chunks, at = analysis.chunks, index + 1
    kind = kind_at(analysis, at)
    if kind is Kind.OPEN:
        at = _over_parentheses(analysis, at)
        kind = kind_at(analysis, at)
    elif kind is Kind.CONJUNCTION and is_plain_phrase(analysis, at + 1):
        # `the 32 officers and soldiers tried`
        at += 2
        kind = kind_at(analysis, at)
    while kind is Kind.PREPOSITION and kind_at(analysis, at + 1) in _COMPLEMENTS_OF_PREPOSITION:
        at += 2
        kind = kind_at(analysis, at)
    while (kind is Kind.COMMA or kind is Kind.ADVERB) and at < index + _ASIDE_REACH:
        at += 1
        kind = kind_at(analysis, at)
    at = _over_apposition(analysis, at)
    if at > index + 1 and chunks[at - 1].word == "those":
        # `trials of 900 men for those who were detained`: others are meant.
        return
    kind = kind_at(analysis, at)
    if kind is Kind.VERB and chunks[at].form is VerbForm.PAST_OR_PARTICIPLE:
        if chunks[at].word in word_set("verbs", "intransitive"):
            # `the union, which has 90 members, protested`, `three of the seven remained`
            return
        # `Of the 34 miners shot dead, nine …`: how they were left is no object.
        left = chunks[index - 1].word == "of" and is_phrase(analysis, at + 1) and chunks[at + 1].word == "dead"
        part = Part.ACTOR if has_object(analysis, at) and not left else Part.EITHER
        yield Relation(part, chunks[at].word, at, postmodifier=True)
    elif kind is Kind.VERB and chunks[at].form is VerbForm.GERUND and chunks[at - 1].kind is not Kind.COMMA:
        # `14 women standing for election`
        yield Relation(Part.ACTOR, chunks[at].word, at, postmodifier=True)
    elif kind is Kind.RELATIVE and chunks[at - 1].kind is not Kind.PREPOSITION:
        yield from _relative_clause(analysis, at)
    elif at == index + 1 and (told := _told_in_contact_clause(analysis, at)) >= 0:
        yield from (replace(relation, postmodifier=True) for relation in with_coordinated(analysis, told))
    elif at == index + 1 and _opens_contact_clause(analysis, at):
        yield Relation(Part.AFFECTED, chunks[at + 1].word, at + 1, postmodifier=True)


def _over_parentheses(analysis: Analysis, at: int) -> int:
    """Return the participle behind parentheses (`35 persons (30 men and five girls) killed`), else the chunk itself."""
    closing = next((step for step in range(at, len(analysis.chunks)) if kind_at(analysis, step) is Kind.CLOSE), at)
    told = kind_at(analysis, closing + 1) is Kind.VERB and not analysis.chunks[closing + 1].passive
    participle = told and analysis.chunks[closing + 1].form is VerbForm.PAST_OR_PARTICIPLE
    return closing + 1 if participle and not has_object(analysis, closing + 1) else at


def _over_apposition(analysis: Analysis, at: int) -> int:
    """Return the relative pronoun behind what a comma sets off: `40 men, mostly from the north, who were seized`.

    It is the chunk itself where no such aside follows.
    """
    if kind_at(analysis, at - 1) not in {Kind.COMMA, Kind.ADVERB}:
        return at
    step = at
    while kind_at(analysis, step) in _COMPLEMENTS and step < at + _ASIDE_REACH:
        step += 1
    set_off = kind_at(analysis, step) is Kind.COMMA
    who = kind_at(analysis, step + 1) is Kind.RELATIVE and analysis.chunks[step + 1].word == "who"
    counts = any(chunk.number >= 0 for chunk in analysis.chunks[at:step])
    return step + 1 if set_off and who and not counts else at


def _told_in_contact_clause(analysis: Analysis, at: int) -> int:
    """Return the verb that others say of a noun without a relative pronoun: `30 clerks the army said were missing`.

    -1 where none do.
    """
    states = kind_at(analysis, at + 1) is Kind.VERB and analysis.chunks[at + 1].word in word_set(
        "statements", "reporting"
    )
    told = at + 2
    if not states or not is_plain_phrase(analysis, at) or kind_at(analysis, told) is not Kind.VERB:
        return -1
    finite = analysis.chunks[told].form is VerbForm.FINITE
    return told if finite and not analysis.chunks[at + 1].passive else -1


def _opens_contact_clause(analysis: Analysis, at: int) -> bool:
    """Tell whether a clause without its relative pronoun begins: `23 individuals it considered detained`."""
    return (
        is_phrase(analysis, at)
        and analysis.chunks[at].first == analysis.chunks[at].last
        and kind_at(analysis, at + 1) is Kind.VERB
        and analysis.chunks[at + 1].form is not VerbForm.GERUND
    )


def _relative_clause(analysis: Analysis, relative: int) -> Iterator[Relation]:
    """Yield the verb of `who disappeared` (subject) or `whom it considered` (object)."""
    chunks, at = analysis.chunks, relative + 1
    while kind_at(analysis, at) is Kind.ADVERB:
        at += 1
    if kind_at(analysis, at) is Kind.VERB:
        for relation in with_coordinated(analysis, at):
            yield replace(relation, postmodifier=True)
        return
    for step in range(at, min(at + _CLAUSE_REACH, len(chunks))):
        if chunks[step].kind is Kind.VERB:
            yield Relation(Part.AFFECTED, chunks[step].word, step, postmodifier=True)
            return
        if chunks[step].kind in {Kind.COMMA, Kind.SEMICOLON}:
            return
