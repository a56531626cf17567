"""Dates of what only narrows a noun or names a cause: when those counted had been arrested, when the crime was."""

from collections.abc import Iterator
from functools import cache

from pipeline.facts.clauses import is_capital
from pipeline.facts.relative_clauses import Clause
from pipeline.facts.steps import has_object, noun_at
from pipeline.language.chunks import Kind, VerbForm
from pipeline.language.lexicon import Tag, lexicon, word_set
from pipeline.language.nouns import noun_class
from pipeline.numerals.phrases import is_phrase, is_plain_phrase, kind_at
from pipeline.numerals.quantities import Analysis

_NARROWED = frozenset({"person", "legislator", "organization", "party"})
_COMPLEMENTS = frozenset({Kind.NOUN_PHRASE, Kind.PREPOSITION, Kind.ADVERB, Kind.DATE})
_BETWEEN_DATES = frozenset({Kind.COMMA, Kind.CONJUNCTION, Kind.PREPOSITION})
# Chunks from one date of a list to the next: a comma, a conjunction, the date.
_STEP = 3
# Chunks from a participle to its date, from a date to the verb behind it, and from a cause to its date, at most.
_REACH = 10
# Characters from a participle to its date, where only words are looked at.
_WORDS_REACH = 30
# Words inside what a cause names: `the abuse and death of a boy in the north`.
_INSIDE = frozenset({Kind.NOUN_PHRASE, Kind.PREPOSITION, Kind.CONJUNCTION, Kind.VERB})
_FOR = frozenset({"for", "over"})
_DETERMINING = Tag.DETERMINER | Tag.PRONOUN
_EVENTS = frozenset({"person_event", "case"})


def narrowing_dates(analysis: Analysis) -> Iterator[Clause]:
    """Yield what had been before to those that a number counts, or what was done to them for, with its dates.

    So `arrested in 2011 and 2012` in `convicted 14 miners arrested in 2011 and 2012`, `in the death of a boy in May` in
    `indicted four men implicated in the death of a boy in May`, and `(1982-83)` behind a noun.
    """
    chunks, starts, ends = analysis.chunks, analysis.sentence.starts, analysis.sentence.ends
    for at, chunk in enumerate(chunks):
        if chunk.kind is not Kind.DATE or kind_at(analysis, at - 1) is Kind.DATE:
            continue
        last = _last_of_list(analysis, at)
        first = _earlier_act(analysis, at, last)
        first = _cause(analysis, at) if first < 0 else first
        first = at - 1 if first < 0 and _explains_noun(analysis, at) else first
        if first >= 0:
            yield Clause(starts[chunks[first].first], ends[chunks[last].last], backstory=True)


def may_narrow(text: str, date: int) -> bool:
    """Tell by the words right before a date alone whether it may be that of what narrows a noun."""
    return not _narrowing_forms().isdisjoint(text[max(0, date - _WORDS_REACH) : date].split())


@cache
def _narrowing_forms() -> frozenset[str]:
    verbs = word_set("verbs", "earlier_acts") | word_set("verbs", "lawmaking")
    past = Tag.VERB_PAST | Tag.VERB_PARTICIPLE
    return frozenset(form for form, verb in lexicon().lemmas.items() if verb in verbs and lexicon().tags[form] & past)


def _last_of_list(analysis: Analysis, date: int) -> int:
    """Return the last date of a list that a date opens: `in 2008, 2009, and 2010`."""
    last, at = date, date + 1
    while at <= last + _STEP and (kind := kind_at(analysis, at)) is not None:
        if kind is Kind.DATE:
            last = at
        elif kind not in _BETWEEN_DATES:
            break
        at += 1
    return last


def _earlier_act(analysis: Analysis, date: int, last: int) -> int:
    """Return the participle of which a date tells, that narrows a noun which another verb or a preposition governs."""
    verb = date - 1
    while verb > date - _REACH and kind_at(analysis, verb) in _COMPLEMENTS:
        verb -= 1
    if kind_at(analysis, verb) is not Kind.VERB or not _is_bare_participle(analysis, verb):
        return -1
    bearer = verb - 1
    while kind_at(analysis, bearer) is Kind.ADVERB:
        bearer -= 1
    set_off = kind_at(analysis, bearer) is Kind.COMMA
    bearer -= set_off
    if not is_phrase(analysis, bearer) or not _undergoes(analysis, bearer, analysis.chunks[verb].word):
        return -1
    if not set_off and kind_at(analysis, bearer - 1) in {Kind.VERB, Kind.PREPOSITION}:
        return verb
    # `A decree signed on December 1 freed 90 men`: what a law itself does is of its day.
    makes_law = analysis.chunks[verb].word in word_set("verbs", "lawmaking")
    return verb if not makes_law and _verb_follows(analysis, last) else -1


def _is_bare_participle(analysis: Analysis, verb: int) -> bool:
    chunk = analysis.chunks[verb]
    return chunk.form is VerbForm.PAST_OR_PARTICIPLE and chunk.first == chunk.last and not has_object(analysis, verb)


def _undergoes(analysis: Analysis, bearer: int, verb: str) -> bool:
    """Tell whether an act may have befallen a noun before what is told: persons arrested, a law passed."""
    noun = noun_at(analysis, bearer)
    if verb in word_set("verbs", "lawmaking"):
        return noun in word_set("statements", "law_nouns")
    named = is_capital(analysis, analysis.chunks[bearer].head)
    return verb in word_set("verbs", "earlier_acts") and (named or noun_class(noun) in _NARROWED)


def _verb_follows(analysis: Analysis, date: int) -> bool:
    """Tell whether the verb of the noun stands behind what narrows it: `arrested in 2015 for theft, was tried`."""
    at = date + 1
    while at < date + _REACH and kind_at(analysis, at) in _COMPLEMENTS:
        at += 1
    if kind_at(analysis, at) is Kind.COMMA:
        at += 1
    while kind_at(analysis, at) is Kind.ADVERB:
        at += 1
    return kind_at(analysis, at) is Kind.VERB and analysis.chunks[at].form in {
        VerbForm.FINITE,
        VerbForm.PAST_OR_PARTICIPLE,
    }


def _cause(analysis: Analysis, date: int) -> int:
    """Return the preposition of what somebody answers for, where a date follows the event that it names; else -1."""
    if kind_at(analysis, date - 1) is not Kind.PREPOSITION or not is_phrase(analysis, date - 2):
        return -1
    event = False
    for at in range(date - 2, max(0, date - _REACH), -1):
        chunk = analysis.chunks[at]
        if chunk.kind not in _INSIDE or (chunk.kind is Kind.VERB and chunk.form is not VerbForm.GERUND):
            return -1
        if is_phrase(analysis, at):
            event = event or _is_certain_event(analysis, at)
        elif event and chunk.kind is Kind.PREPOSITION and _answers_for(analysis, at):
            return at
    return -1


def _is_certain_event(analysis: Analysis, phrase: int) -> bool:
    """Tell whether a phrase names a certain event (`the killing of a guard`), no kind of offense (`for theft`)."""
    if not lexicon().tags.get(analysis.sentence.words[analysis.chunks[phrase].first], 0) & _DETERMINING:
        return False
    noun = noun_at(analysis, phrase)
    return noun_class(noun) in _EVENTS or noun in word_set("statements", "dated_events")


def _answers_for(analysis: Analysis, preposition: int) -> bool:
    """Tell whether a preposition leads to what somebody is accused of (`implicated in`, `tried for`, `role in`)."""
    before = analysis.chunks[preposition - 1]
    accusing = word_set("verbs", "accusing")
    if before.kind is Kind.VERB:
        return before.word in accusing
    if is_plain_phrase(analysis, preposition - 1) and noun_at(analysis, preposition - 1) in word_set(
        "statements", "accusing_nouns"
    ):
        return True
    if analysis.chunks[preposition].word not in _FOR:
        return False
    for at in range(preposition - 1, max(-1, preposition - _REACH), -1):
        if analysis.chunks[at].kind is Kind.VERB:
            return analysis.chunks[at].word in accusing
    return False


def _explains_noun(analysis: Analysis, date: int) -> bool:
    """Tell whether a date stands alone in parentheses behind a noun that has no number: `his presidency (1982-83)`."""
    enclosed = kind_at(analysis, date - 1) is Kind.OPEN and kind_at(analysis, date + 1) is Kind.CLOSE
    return enclosed and is_plain_phrase(analysis, date - 2)
