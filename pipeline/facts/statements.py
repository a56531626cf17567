"""Verbs of reporting: whether one states here, or tells what its subject did (CODING.md 5)."""

from collections.abc import Callable
from dataclasses import fields
from enum import StrEnum
from functools import cache

from pipeline.facts.clauses import is_capital
from pipeline.facts.sources import is_figures
from pipeline.facts.stated_objects import (
    OTHERS_DEEDS,
    STATE_BODIES,
    at_number,
    counts_deeds,
    figures_follow,
    finite_follows,
    is_classed,
    joint_actors_follow,
    judges,
    verb_follows,
)
from pipeline.facts.steps import stands_bare
from pipeline.language.chunks import Chunk, Kind, VerbForm
from pipeline.language.lexicon import word_set, words_of
from pipeline.language.nouns import noun_class, singular
from pipeline.numerals.phrases import is_phrase, is_plain_phrase, kind_at
from pipeline.numerals.quantities import Analysis
from pipeline.record import record


class Manner(StrEnum):
    """How a verb states."""

    NONE = "it does not"
    CLAUSE = "a clause follows"
    OBJECT = "an object follows"
    ASIDE = "set between or after commas"


@record
class ReportingVerbs:
    """The lists of `schemas/lexicon/statements.yaml`, by what a verb needs to state."""

    clause_only: frozenset[str]
    deeds_of_others: frozenset[str]
    figures_only: frozenset[str]
    at_a_number: frozenset[str]
    of_something: frozenset[str]
    papers_only: frozenset[str]
    judging: frozenset[str]
    telling: frozenset[str]
    owned_papers_only: frozenset[str]
    claimed_as_ones_own: frozenset[str]


@cache
def _verbs() -> ReportingVerbs:
    return ReportingVerbs(
        **{field.name: frozenset(words_of("statements", field.name)) for field in fields(ReportingVerbs)}
    )


# With no object and no clause these state nothing: `Of the 40 men the unit held, 12 were charged`.
_OWN_ACTS = frozenset({"hold", "charge"})


def makes_statement(analysis: Analysis, verb: int, subject: int) -> Manner:
    """Return how a verb of reporting states something, with `subject` its source."""
    chunk, verbs = analysis.chunks[verb], _verbs()
    if chunk.passive or (chunk.form is VerbForm.PAST_OR_PARTICIPLE and subject > verb):
        return _passively(analysis, verb, subject)
    after = _after(analysis, verb + 1)
    if _opens_clause(analysis, after):
        return Manner.CLAUSE
    if after >= len(analysis.chunks) or kind_at(analysis, after) in {Kind.COMMA, Kind.OTHER, Kind.SEMICOLON}:
        return _as_aside(analysis, verb, subject, after)
    if chunk.word in verbs.telling:
        return _telling(analysis, verb, subject, after)
    stated = _states_object(analysis, verb, subject, after)
    if not stated:
        return Manner.NONE
    clause = finite_follows(analysis, after) or joint_actors_follow(analysis, after)
    return Manner.CLAUSE if clause else Manner.OBJECT


def _telling(analysis: Analysis, verb: int, subject: int, told: int) -> Manner:
    """Return how a verb states that names whom it tells (`told the court that …`, `…, the lawyer told reporters`)."""
    following = _after(analysis, told + 1)
    if _opens_clause(analysis, following) or (is_phrase(analysis, following) and verb_follows(analysis, following)):
        return Manner.CLAUSE
    if kind_at(analysis, following) in {Kind.COMMA, Kind.OTHER, None}:
        return _as_aside(analysis, verb, subject, following)
    accuses = analysis.chunks[verb].word in {"accuse", "blame", "blamed"}
    if accuses and analysis.chunks[told].number >= 0:
        # `prosecutors accused 44 officers of fraud`: whom they accused is what they did.
        return Manner.NONE
    if accuses and kind_at(analysis, following) is Kind.PREPOSITION:
        return Manner.OBJECT
    return Manner.NONE


def _after(analysis: Analysis, at: int) -> int:
    """Return the nearest chunk at or after an index that is no adverb, date, or phrase that tells where it was said."""
    while at < len(analysis.chunks):
        chunk = analysis.chunks[at]
        if (chunk.kind is Kind.PREPOSITION and kind_at(analysis, at + 1) is Kind.DATE) or (
            chunk.kind is Kind.PREPOSITION
            and is_phrase(analysis, at + 1)
            and _tells_where(analysis.chunks[at], analysis.chunks[at + 1])
        ):
            at += 2
        elif chunk.kind in {Kind.ADVERB, Kind.DATE}:
            at += 1
        else:
            return at
    return at


def _tells_where(preposition: Chunk, phrase: Chunk) -> bool:
    return (
        phrase.number < 0
        and preposition.word in {"in", "at", "during", "on", "to", "through", "via"}
        and phrase.genitive < 0
    )


def _opens_clause(analysis: Analysis, at: int) -> bool:
    return kind_at(analysis, at) in {Kind.SUBORDINATOR, Kind.RELATIVE} and analysis.chunks[at].word == "that"


def _as_aside(analysis: Analysis, verb: int, subject: int, after: int) -> Manner:
    """Return whether a verb with no object states from between commas (`…, the union claimed, …`)."""
    verbs = _verbs()
    before = kind_at(analysis, subject - 1)
    acts = (
        # `…, the hospital confirmed`, but `persons whom the hospital registered`.
        (frozenset() if before is Kind.COMMA else verbs.deeds_of_others)
        | verbs.at_a_number
        | verbs.of_something
        | verbs.papers_only
        | verbs.figures_only
        | verbs.judging
    )
    if analysis.chunks[verb].word in acts or analysis.chunks[verb].word in _OWN_ACTS:
        return Manner.NONE
    if analysis.chunks[subject].number >= 0:
        return Manner.NONE
    if before is Kind.RELATIVE:
        # `the refugees whom the directorate counted in December`: the relative pronoun is the object.
        return Manner.OBJECT
    if kind_at(analysis, after) is Kind.COMMA and before in {None, Kind.SEMICOLON}:
        # `The ministry said, “…”`: what follows the comma is what is said.
        return Manner.CLAUSE
    if before in {
        Kind.COMMA,
        Kind.PREPOSITION,
        Kind.CONJUNCTION,
        Kind.DASH,
        Kind.OPEN,
        Kind.NOUN_PHRASE,
        Kind.DATE,
        Kind.OTHER,
    }:
        return Manner.ASIDE
    return Manner.NONE


def _is_laid_on_others(analysis: Analysis, phrase: int) -> bool:
    """Tell whether what a body announces is what it does: `announced sentences of two years`, not `41 fines`."""
    penalties = words_of("statements", "laid_on_others")
    at = analysis.chunks[phrase]
    return is_phrase(analysis, phrase) and at.number < 0 and singular(at.word) in penalties


def _claims_in_words(analysis: Analysis, subject: int, after: int) -> bool:
    """Tell whether a claim is one in words: the mines that claimed 40 victims said nothing."""
    if not is_phrase(analysis, after) or singular(analysis.chunks[after].word) not in {"victim", "casualty"}:
        return True
    speaker = analysis.chunks[subject]
    return noun_class(speaker.word) is not None or is_capital(analysis, speaker.head)


def _claims_seats(analysis: Analysis, after: int) -> bool:
    """Tell whether a party claims the seats that it won, part of a whole: `claiming 31 of 53 seats`."""
    whole = after + 2
    if not is_phrase(analysis, after) or analysis.chunks[after].number < 0:
        return False
    divided = kind_at(analysis, after + 1) is Kind.PREPOSITION and analysis.chunks[after + 1].word == "of"
    counted = analysis.chunks[whole] if divided and is_phrase(analysis, whole) else analysis.chunks[after]
    told = "seats" in analysis.sentence.words[: counted.first]
    return singular(counted.word) in {"seat", "mandate"} or (told and stands_bare(analysis, after))


def _states_object(analysis: Analysis, verb: int, subject: int, after: int) -> bool:
    word, verbs = analysis.chunks[verb].word, _verbs()
    if is_phrase(analysis, after) and analysis.chunks[after].word in verbs.claimed_as_ones_own:
        return False
    if word in {"claim", "share"} and _claims_seats(analysis, after):
        return False
    if word == "claim" and not _claims_in_words(analysis, subject, after):
        return False
    if (word == "announce" and _is_laid_on_others(analysis, after)) or (word == "declare" and _judges(analysis, after)):
        return False
    paper = is_figures(analysis.chunks[subject]) or _ends_in_figures(analysis, verb, subject)
    if word == "list" and singular(analysis.chunks[subject].word) in STATE_BODIES and is_classed(analysis, after):
        # `The ministry listed 12 organizations as extremist` did so by listing them.
        return False
    if word == "arrive":
        # `a study arrived at 98,400`, but `refugees arrived by sea`.
        return at_number(analysis, verb + 1)
    if word in verbs.owned_papers_only:
        return paper and analysis.chunks[subject].genitive > analysis.chunks[subject].first
    if word in verbs.of_something:
        return kind_at(analysis, after) is Kind.PREPOSITION
    if word in verbs.judging:
        return judges(analysis, after)
    # Each kind of verb by what it needs, unless a paper is its subject.
    needs: tuple[tuple[frozenset[str], Callable[[], bool]], ...] = (
        (verbs.papers_only, lambda: False),
        (verbs.clause_only, lambda: finite_follows(analysis, after)),
        (verbs.at_a_number, lambda: figures_follow(analysis, after) or at_number(analysis, after)),
        (verbs.figures_only, lambda: figures_follow(analysis, after)),
        (verbs.deeds_of_others, lambda: _states_deeds(analysis, verb, after, analysis.chunks[subject])),
    )
    return paper or all(need() for kinds, need in needs if word in kinds)


def _judges(analysis: Analysis, after: int) -> bool:
    """Tell whether somebody is declared guilty, which convicts and states nothing."""
    return is_phrase(analysis, after + 1) and analysis.chunks[after + 1].word == "guilty"


def _ends_in_figures(analysis: Analysis, verb: int, subject: int) -> bool:
    """Tell whether the name of a body ends in its figures: `Ministry of Labor statistics showed`."""
    last = verb - 1
    joined = (
        last > subject and kind_at(analysis, last - 1) is Kind.PREPOSITION and analysis.chunks[last - 1].word == "of"
    )
    if not joined or not is_phrase(analysis, last) or not is_figures(analysis.chunks[last]):
        return False
    return is_capital(analysis, analysis.chunks[last].first) and is_capital(analysis, analysis.chunks[subject].head)


def _states_deeds(analysis: Analysis, verb: int, after: int, subject: Chunk) -> bool:
    # A court confirms what it tried itself (`confirmed 12 convictions`).
    court = singular(subject.word) in word_set("statements", "courts")
    verdict = is_plain_phrase(analysis, after) and analysis.chunks[after].word in word_set("statements", "verdicts")
    tried = analysis.chunks[verb].word == "confirm" and (court or verdict)
    return finite_follows(analysis, after) or (not tried and counts_deeds(analysis, after, subject))


def _passively(analysis: Analysis, verb: int, source: int) -> Manner:
    """Return whether what `by` follows states the subject of a passive verb."""
    word, verbs = analysis.chunks[verb].word, _verbs()
    if is_figures(analysis.chunks[source]):
        return Manner.OBJECT
    if word in verbs.figures_only | verbs.papers_only | verbs.of_something | verbs.telling:
        return Manner.NONE
    if word in verbs.at_a_number:
        return Manner.OBJECT if at_number(analysis, verb + 1) or at_number(analysis, source + 1) else Manner.NONE
    if word in verbs.deeds_of_others | verbs.clause_only:
        return Manner.OBJECT if _subject_is_deed(analysis, verb) else Manner.NONE
    return Manner.OBJECT


def _subject_is_deed(analysis: Analysis, verb: int) -> bool:
    for at in range(verb - 1, max(-1, verb - 6), -1):
        chunk = analysis.chunks[at]
        if chunk.kind is Kind.NOUN_PHRASE and (
            noun_class(chunk.word) in OTHERS_DEEDS or singular(chunk.word) in word_set("statements", "deeds")
        ):
            return True
        if chunk.kind in {Kind.VERB, Kind.SEMICOLON, Kind.COMMA}:
            return False
    return False
