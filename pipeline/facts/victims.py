"""What befell victims: the act that completes their noun, or of which cases are told that involve them."""

from collections.abc import Iterator
from dataclasses import replace

from pipeline.facts.clauses import head_of, is_preposition
from pipeline.facts.relation import Part, Relation
from pipeline.facts.steps import CONNECTIVES
from pipeline.language.chunks import Kind, VerbForm
from pipeline.language.nouns import class_of
from pipeline.numerals.counted import Counted, Source
from pipeline.numerals.phrases import is_phrase, is_plain_phrase, kind_at
from pipeline.numerals.quantities import Analysis

_OF = frozenset({"of"})
_BECOMING = frozenset({"be", "become", "fall"})
_VICTIMS = frozenset({"victim", "survivor"})
# Persons whom cases of an act may involve otherwise than as those who did it.
_HARMLESS = _VICTIMS | {"child", "girl", "boy", "minor", "woman", "infant", "baby"}
_INVOLVING = frozenset({"involve", "include", "concern"})
# After these, whoever is counted is whom the act befell: `cases of torture affecting 12 journalists`.
_BEFALLING = frozenset({"affect", "target"})
_WITH = frozenset({"with"})
_EVENTS = frozenset({"case", "person_event"})
# Chunks of a complement, and from a number back to the cases that it stands in.
_REACH = 12


def acts_upon(analysis: Analysis, index: int, counted: Counted, found: tuple[Relation, ...]) -> Iterator[Relation]:
    """Yield the acts that befell the persons counted at `index`, as nouns that govern the number with `of`.

    `found` is what governs the number already: `1,480 civilians were victims of summary or extrajudicial killings` is
    found by its verb. Nothing is yielded for a number whose noun is only taken from another.
    """
    if counted.source is not Source.ANTECEDENT and counted.head in _VICTIMS:
        yield from _acts_of(analysis, _victims_told(analysis, index) + 1)
    for relation in found:
        if relation.lemma in _BECOMING and _are_victims(analysis, relation.chunk + 1):
            acts = _acts_of(analysis, relation.chunk + 2)
            yield from (replace(act, postmodifier=relation.postmodifier) for act in acts)
    if counted.source is Source.OWN and counted.kind == "person":
        yield from _acts_of_cases(analysis, _cases_around(analysis, index, counted))


def _victims_told(analysis: Analysis, index: int) -> int:
    """Return the phrase that says of what they are victims: that of the number, or one before in its sentence.

    For `published the list of victims of disappearance, totaling 113 victims`.
    """
    if is_preposition(analysis, index + 1, _OF):
        return index
    before = (at for at in range(index - 2, -1, -1) if _are_victims(analysis, at))
    return next((at for at in before if is_preposition(analysis, at + 1, _OF)), index)


def _are_victims(analysis: Analysis, index: int) -> bool:
    return is_plain_phrase(analysis, index) and head_of(analysis.chunks[index]) in _VICTIMS


def _acts_of(analysis: Analysis, preposition: int) -> Iterator[Relation]:
    """Yield the nouns that `of` attaches, those coordinated with them and those that complete them.

    Words before them that look like participles only narrow them: `of alleged aggravated homicides`.
    """
    if not is_preposition(analysis, preposition, _OF):
        return
    at, last = preposition + 1, min(len(analysis.chunks), preposition + _REACH)
    while at < last:
        chunk = analysis.chunks[at]
        if chunk.kind is Kind.NOUN_PHRASE and chunk.number < 0:
            yield Relation(Part.NOUN, head_of(chunk), at, "of")
        elif chunk.kind is Kind.VERB and chunk.form is VerbForm.GERUND:
            # `victims of kidnapping and rape`
            yield Relation(Part.NOUN, analysis.sentence.words[chunk.head], at, "of")
        elif chunk.kind is Kind.VERB:
            narrows = kind_at(analysis, at + 1) is Kind.VERB or is_plain_phrase(analysis, at + 1)
            if not narrows or kind_at(analysis, at - 1) is Kind.NOUN_PHRASE:
                return
        elif chunk.kind not in CONNECTIVES and not is_preposition(analysis, at, _OF):
            return
        at += 1


def _cases_around(analysis: Analysis, index: int, counted: Counted) -> int:
    """Return what leads from cases to the persons of theirs at `index`; -1 where nothing does.

    It is a verb (`cases of rape involving 12 girls`, `cases of abuse that affected 40 men`) or a preposition (`14 cases
    of arbitrary detention with 20 victims`).
    """
    at = index - 1
    if is_preposition(analysis, at, _WITH):
        return at if counted.head in _VICTIMS else -1
    if kind_at(analysis, at) is not Kind.VERB or analysis.chunks[at].passive or analysis.chunks[at].negated:
        return -1
    verb = analysis.chunks[at].word
    if verb not in _BEFALLING and not (verb in _INVOLVING and counted.head in _HARMLESS):
        return -1
    return at - 1 if kind_at(analysis, at - 1) is Kind.RELATIVE else at


def _acts_of_cases(analysis: Analysis, link: int) -> Iterator[Relation]:
    """Yield the acts of which cases are told before a link: those that complete their noun, narrow it, or are it."""
    for at in range(link - 1, max(-1, link - _REACH), -1):
        kind = kind_at(analysis, at)
        if kind is Kind.VERB and analysis.chunks[at].form is not VerbForm.PAST_OR_PARTICIPLE:
            return
        if kind is Kind.SEMICOLON or kind is Kind.SUBORDINATOR:
            return
        if is_phrase(analysis, at) and class_of(analysis.sentence.words, analysis.chunks[at].head) in _EVENTS:
            yield from _acts_named(analysis, at)
            return


def _acts_named(analysis: Analysis, index: int) -> Iterator[Relation]:
    """Yield the act that a noun of cases is of: `detention cases`, `cases of sexual assault`, `12 killings`."""
    chunk, words = analysis.chunks[index], analysis.sentence.words
    yield Relation(Part.NOUN, head_of(chunk), index, "of")
    if chunk.head > chunk.first:
        yield Relation(Part.NOUN, words[chunk.head - 1], index, "of")
    yield from _acts_of(analysis, index + 1)
