"""Verbs that govern a preposition from afar: behind a phrase that opens the clause, or before `and` and the same."""

from collections.abc import Iterator

from pipeline.facts.prepositions import after_preposition
from pipeline.facts.relation import Part, Relation
from pipeline.facts.steps import back
from pipeline.facts.subjects import next_verb
from pipeline.language.chunks import Kind
from pipeline.numerals.phrases import is_plain_phrase, kind_at
from pipeline.numerals.quantities import Analysis

_WITHIN_FRONTED = frozenset({Kind.NOUN_PHRASE, Kind.PREPOSITION, Kind.DATE, Kind.ADVERB})
# Before a time, within its phrase, these tell until when something is due, or how often.
_DUE = frozenset({"within", "every"})
_OBLIGING = frozenset({"had", "has", "have"})
_BETWEEN_PHRASES = _WITHIN_FRONTED | {Kind.COMMA, Kind.CONJUNCTION, Kind.OTHER}


def as_before(analysis: Analysis, preposition: int) -> Iterator[Relation]:
    """Yield what governs the same word before: `was credited with 900 votes to 700 for Banda, and with 33 seats`."""
    at = preposition - 1
    if kind_at(analysis, at) is not Kind.CONJUNCTION:
        return
    word = analysis.chunks[preposition].word
    while kind_at(analysis, at) in _BETWEEN_PHRASES:
        at -= 1
        if kind_at(analysis, at) is Kind.PREPOSITION and analysis.chunks[at].word == word:
            if kind_at(analysis, back(analysis, at - 1)) is Kind.VERB:
                yield from after_preposition(analysis, at)
            return


def fronted(analysis: Analysis, index: int, preposition: str) -> Iterator[Relation]:
    """Read `but, with the 50 seats of its ally, kept control`: a phrase before its verb.

    What a verb says behind a whole is said of a part: `Of the nine men arrested, police held two`.
    """
    verb = next_verb(analysis, index) if preposition != "of" else -1
    if verb < 0:
        verb = _main_verb(analysis, index)
    if verb >= 0:
        yield Relation(Part.OBLIQUE, analysis.chunks[verb].word, verb, preposition)


def behind_deadline(analysis: Analysis, index: int) -> Iterator[Relation]:
    """Read `Within 48 hours of arrest, police must present a detainee`: the verb behind a time that opens a clause."""
    word = analysis.sentence.words[analysis.chunks[index].first]
    if word in _DUE and (verb := _main_verb(analysis, index)) >= 0:
        yield Relation(Part.OBLIQUE, analysis.chunks[verb].word, verb, word)


def _main_verb(analysis: Analysis, index: int) -> int:
    """Return the verb after what opens a clause (`With 73 of the 130 seats, the Front emerged`); -1 for none."""
    if kind_at(analysis, back(analysis, index - 1) - 1) not in {None, Kind.SEMICOLON}:
        return -1
    subject = index + 1
    while kind_at(analysis, subject) in _WITHIN_FRONTED:
        subject += 1
    if kind_at(analysis, subject) is Kind.COMMA and kind_at(analysis, subject + 1) is Kind.ADVERB:
        # `After 72 hours, however, the suspect must be released`
        subject += 2
    if kind_at(analysis, subject) is not Kind.COMMA or not is_plain_phrase(analysis, subject + 1):
        return -1
    after = subject + 2
    if kind_at(analysis, after) is Kind.VERB and analysis.sentence.words[analysis.chunks[after].first] in _OBLIGING:
        # `had to present`, whose form is that of its infinitive
        return after
    return next_verb(analysis, subject + 1)
