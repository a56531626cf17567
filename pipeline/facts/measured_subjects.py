"""The subject that a verb gives a level to: `turnout was 45 percent`, `the share of women elected fell to 24`."""

from functools import cache

from pipeline.facts.clauses import is_gerund, is_preposition, verb_before
from pipeline.facts.steps import MAX_REACH, back
from pipeline.language.chunks import Kind, VerbForm
from pipeline.language.lexicon import word_set, words_of
from pipeline.language.neighbours import is_adjective
from pipeline.numerals.phrases import is_phrase, kind_at
from pipeline.numerals.quantities import Analysis

_TO = frozenset({"to"})
# `Penalties depended on the offense and ranged from …`
_VARYING = frozenset({"depend", "vary", "differ", "apply", "exist"})
# Chunks from a verb to its relative pronoun, over its subject.
_RELATIVE_REACH = 6
_MODIFYING_FORMS = frozenset({VerbForm.GERUND, VerbForm.PAST_OR_PARTICIPLE})
_PASSED_OVER = frozenset({Kind.ADVERB, Kind.DATE, Kind.COMMA, Kind.CLOSE})


@cache
def equating_verbs() -> frozenset[str]:
    """Return the verbs whose subject is what a measure after them measures."""
    return frozenset(words_of("relations", "equating_verbs"))


def bearing_verb(analysis: Analysis, at: int) -> int:
    """Return the verb of which the subject is that of an equating one: `Turnout was reported to be 61 percent`."""
    before = at - 1
    if analysis.sentence.words[analysis.chunks[at].first] != "to" or kind_at(analysis, before) is not Kind.VERB:
        return at
    told = analysis.chunks[before].passive and analysis.chunks[before].word in word_set("relations", "supposing")
    return before if told else at


def subject_of_measure(analysis: Analysis, verb: int) -> int:
    """Return the phrase that heads the subject of a verb, over its complements and asides; -1 where there is none."""
    chunks, found = analysis.chunks, -1
    at = back(analysis, verb - 1)
    grows_on = kind_at(analysis, at) is Kind.COMMA and chunks[verb].form is VerbForm.GERUND
    if grows_on or kind_at(analysis, at) is Kind.CONJUNCTION:
        # `The share increased, growing from 23 percent to 24`.
        # `Turnout fell to 47 percent in May and rose to 53 in June`: the second verb has the subject of the first.
        first = verb_before(analysis, at)
        shares = first >= 0 and (chunks[first].word in equating_verbs() or chunks[first].word in _VARYING)
        return subject_of_measure(analysis, first) if shares else -1
    if (bearer := _before_aside(analysis, at)) >= 0:
        return subject_of_measure(analysis, bearer + 1)
    while at >= 0 and verb - at < MAX_REACH:
        kind, form = chunks[at].kind, chunks[at].form
        if kind is Kind.NOUN_PHRASE:
            found, at = at, _borne_by(analysis, at)
        elif kind is Kind.VERB and is_gerund(analysis, chunks[at]) and kind_at(analysis, at - 1) is Kind.PREPOSITION:
            at = back(analysis, at - 2)
        elif kind is Kind.VERB and form is VerbForm.PAST_OR_PARTICIPLE and found >= 0:
            if found == at + 1 and chunks[at].word in word_set("statements", "reporting"):
                # `the ministry said the number of inmates reached 900`
                return found
            at = back(analysis, at - 1)
        elif (
            kind is Kind.VERB and form is VerbForm.PAST_OR_PARTICIPLE and is_phrase(analysis, at - 1) and at == verb - 1
        ):
            # `the share of women elected fell`
            at -= 1
        elif kind is Kind.VERB and (bearer := _before_relative(analysis, at)) >= 0:
            # `the maximum that a court may impose for a single offense is 900 pounds`
            found, at = -1, bearer
        elif kind in _PASSED_OVER or (kind is Kind.RELATIVE and found < 0):
            # The subject of `which had been 500 riyals` is what `which` stands for.
            at -= 1
        else:
            return found if kind is Kind.PREPOSITION else -1
    return found


def _before_relative(analysis: Analysis, verb: int) -> int:
    """Return the phrase before the relative pronoun of a verb's clause; -1 where the verb stands in no such clause."""
    for at in range(verb - 1, max(-1, verb - _RELATIVE_REACH), -1):
        kind = analysis.chunks[at].kind
        if kind is Kind.RELATIVE:
            return at - 1 if is_phrase(analysis, at - 1) else -1
        if kind not in {Kind.NOUN_PHRASE, Kind.ADVERB, Kind.PREPOSITION}:
            return -1
    return -1


def _before_aside(analysis: Analysis, comma: int) -> int:
    """Return the phrase that an aside explains which a comma closes (`The fine, equal to 30 days of pay, was`)."""
    if kind_at(analysis, comma) is not Kind.COMMA:
        return -1
    opening = next((at for at in range(comma - 1, 0, -1) if kind_at(analysis, at) is Kind.COMMA), -1)
    if opening <= 0 or not is_phrase(analysis, opening - 1):
        return -1
    aside = opening + 1
    if not is_phrase(analysis, aside) or is_preposition(analysis, opening + 2, _TO) or _describes(analysis, aside):
        return opening - 1
    # `participation, officials announced, fell to 27 percent`
    states = kind_at(analysis, comma - 1) is Kind.VERB and analysis.chunks[comma - 1].word in word_set(
        "statements", "reporting"
    )
    return opening - 1 if states else -1


def _describes(analysis: Analysis, phrase: int) -> bool:
    """Tell whether a phrase is an adjective alone: `turnout in the election, compulsory for the first time, was`."""
    chunk = analysis.chunks[phrase]
    return chunk.first == chunk.last and chunk.number < 0 and is_adjective(chunk.word, 0)


def _borne_by(analysis: Analysis, phrase: int) -> int:
    """Return the chunk that a phrase completes: before its preposition, participle or aside; -1 for a head."""
    before = phrase - 1
    if kind_at(analysis, before) is Kind.PREPOSITION:
        return back(analysis, before - 1)
    if kind_at(analysis, before) is Kind.VERB and analysis.chunks[before].form in _MODIFYING_FORMS:
        return before
    if kind_at(analysis, before) is Kind.VERB and kind_at(analysis, before - 1) is Kind.RELATIVE:
        # `the number of members who were women increased`
        return back(analysis, before - 2)
    if _goes_on_with_places(analysis, phrase):
        return _before_places(analysis, phrase)
    outside = back(analysis, before)
    if kind_at(analysis, outside) is Kind.COMMA and analysis.chunks[phrase].number >= 0 and outside > 0:
        return back(analysis, outside - 1)
    return -1


def _goes_on_with_places(analysis: Analysis, phrase: int) -> bool:
    """Tell whether a phrase goes on with what completes the subject: `The workweek in the north and the south was 40`.

    With a verb before it would open a clause (`prices rose in the north and turnout was 45 percent`).
    """
    return _before_places(analysis, phrase) >= 0 and all(
        chunk.kind is not Kind.VERB for chunk in analysis.chunks[max(0, phrase - MAX_REACH) : phrase]
    )


def _before_places(analysis: Analysis, phrase: int) -> int:
    """Return the phrase that two coordinated ones complete, of which this is the second; -1 where there is none."""
    if kind_at(analysis, phrase - 1) is not Kind.CONJUNCTION or not is_phrase(analysis, phrase - 2):
        return -1
    preposition = back(analysis, phrase - 3)
    bearer = back(analysis, preposition - 1)
    return bearer if kind_at(analysis, preposition) is Kind.PREPOSITION and is_phrase(analysis, bearer) else -1
