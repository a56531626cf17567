"""The phrase before `and` or a comma with which a number goes on, over what narrows it or stands between."""

from pipeline.facts.clauses import is_preposition
from pipeline.facts.steps import quantity_at
from pipeline.language.chunks import Kind, VerbForm
from pipeline.language.nouns import noun_class
from pipeline.numerals.phrases import is_phrase, kind_at
from pipeline.numerals.quantities import Analysis

_OF = frozenset({"of"})
_WITH = frozenset({"with"})
# Classes of nouns for what is done to persons.
_ACTS = frozenset({"case", "person_event"})
# Chunks from the verb of a short relative clause to its pronoun.
_RELATIVE_REACH = 5
_IN_CLAUSE = frozenset({Kind.NOUN_PHRASE, Kind.PREPOSITION, Kind.CONJUNCTION, Kind.DATE, Kind.ADVERB})
_BETWEEN_CONJUNCTS = frozenset({Kind.NOUN_PHRASE, Kind.PREPOSITION, Kind.DATE, Kind.ADVERB, Kind.COMMA})


def over_relative(analysis: Analysis, verb: int) -> int:
    """Return the phrase that a clause ending in a verb narrows (`11 men whose land had been taken`); -1 for none."""
    for at in range(verb - 1, max(0, verb - _RELATIVE_REACH), -1):
        if analysis.chunks[at].kind is Kind.RELATIVE:
            return at - 1 if is_phrase(analysis, at - 1) else -1
        if analysis.chunks[at].kind not in _IN_CLAUSE or analysis.chunks[at].number >= 0:
            return -1
    return -1


def are_those_of_act(analysis: Analysis, at: int, counting: int, index: int) -> bool:
    """Tell whether a number goes on with those whom acts befell (`12 arrests of nine men and three women`)."""
    if counting >= at or noun_class(analysis.chunks[counting].word) not in _ACTS or not is_phrase(analysis, at):
        return False
    of_persons = noun_class(analysis.chunks[at].word) == noun_class(analysis.chunks[index].word) == "person"
    return of_persons and quantity_at(analysis, at) is not None


def counting_conjunct(analysis: Analysis, at: int) -> int:
    """Return the phrase with a number to which a number after `and` runs parallel, over complements; -1 for none."""
    while at >= 0:
        chunk = analysis.chunks[at]
        infinitive = chunk.kind is Kind.VERB and chunk.form is VerbForm.INFINITIVE
        # `85 of the 270 seats, or 31 percent, and 35 of 80 in the Senate`
        restates = chunk.kind is Kind.CONJUNCTION and chunk.word == "or"
        if not infinitive and not restates and chunk.kind not in _BETWEEN_CONJUNCTS:
            return -1
        if quantity_at(analysis, at) is not None and (
            _stands_behind_verb(analysis, at)
            or is_preposition(analysis, at - 1, _WITH)
            or _divides_behind_preposition(analysis, at)
        ):
            return at
        at -= 1
    return -1


def _stands_behind_verb(analysis: Analysis, at: int) -> bool:
    """Tell whether a verb governs a phrase, over adverbs (`won only 31 percent of the vote and 47 seats`)."""
    before = at - 1
    while kind_at(analysis, before) is Kind.ADVERB:
        before -= 1
    return kind_at(analysis, before) is Kind.VERB


def _divides_behind_preposition(analysis: Analysis, at: int) -> bool:
    """Read `vied for 11 of 30 Senate seats and all 99 seats`: a part behind a preposition, the whole behind `of`."""
    if not is_preposition(analysis, at + 1, _OF) or kind_at(analysis, at - 1) is not Kind.PREPOSITION:
        return False
    return analysis.chunks[at - 1].word != "of" and quantity_at(analysis, at + 2) is not None
