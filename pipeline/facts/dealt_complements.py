"""Complements of a list that leaves its verb out: `sentenced 12 to death, five to life, and one to 10 years`."""

from collections.abc import Iterator

from pipeline.facts.relation import Part, Relation
from pipeline.facts.steps import CONNECTIVES, MAX_REACH, quantity_at
from pipeline.language.chunks import Kind, VerbForm
from pipeline.language.lexicon import word_set
from pipeline.language.nouns import singular
from pipeline.numerals.phrases import is_phrase, kind_at
from pipeline.numerals.quantities import Analysis

_SENTENCING = frozenset({"sentence", "condemn"})
# What else than a time is dealt out.
_PENALTIES = frozenset({"death", "life", "fine", "probation"})
# Chunks from what one of a list got back to the verb that serves all: each item may tell what it was for.
_LIST = 40
_ENDS = frozenset({Kind.SEMICOLON, Kind.SUBORDINATOR})


def dealt_to(analysis: Analysis, index: int, connective: int) -> Iterator[Relation]:
    """Yield the verb by which those of a list got what stands after their `to`, over what those before were guilty of.

    For `sentenced 12 men to a year in prison for insulting the king, and 20 others to six months`.
    """
    link = index + 1
    if is_phrase(analysis, link) and analysis.chunks[link].word == "others":
        link += 1
    if kind_at(analysis, link) is not Kind.PREPOSITION or analysis.chunks[link].word != "to":
        return
    given = link + 2 if kind_at(analysis, link + 1) is Kind.PREPOSITION else link + 1
    if not is_phrase(analysis, given) or not _is_penalty(analysis, given):
        return
    verb = _sentencing_verb(analysis, connective)
    if verb >= 0:
        yield Relation(Part.AFFECTED, analysis.chunks[verb].word, verb)


def _is_penalty(analysis: Analysis, index: int) -> bool:
    noun = singular(analysis.chunks[index].word)
    quantity = quantity_at(analysis, index)
    timed = quantity is not None and quantity.measure is not None
    return timed or noun in _PENALTIES or noun in word_set("persons", "terms")


def _sentencing_verb(analysis: Analysis, end: int) -> int:
    """Return the verb of sentencing before a chunk whose `to` a list goes on with; -1 for none.

    Between them only what somebody was guilty of may be told: gerunds, and participles behind a noun.
    """
    for at in range(end - 1, max(-1, end - _LIST), -1):
        chunk = analysis.chunks[at]
        if chunk.kind in _ENDS:
            return -1
        if chunk.kind is Kind.VERB and chunk.word in _SENTENCING:
            linked = any(one.kind is Kind.PREPOSITION and one.word == "to" for one in analysis.chunks[at + 1 : end])
            return at if linked else -1
        if chunk.kind is Kind.VERB and chunk.form is VerbForm.FINITE:
            return -1
    return -1


def dealt_by(analysis: Analysis, preposition: int) -> Iterator[Relation]:
    """Yield the verb whose preposition a number stands after, where another number, of whom it tells, is before that.

    The verb of the first of a list serves all, as does the one before the colon that opens it.
    """
    if kind_at(analysis, preposition - 1) is Kind.PREPOSITION:
        # `nine others to between six months and one year`
        preposition -= 1
    whom, word = preposition - 1, analysis.chunks[preposition].word
    if is_phrase(analysis, whom) and analysis.chunks[whom].word == "others":
        whom -= 1
    quantity = quantity_at(analysis, whom) if is_phrase(analysis, whom) else None
    if quantity is None or quantity.measure is not None or kind_at(analysis, whom - 1) not in CONNECTIVES:
        return
    complement = False
    for at in range(whom - 1, max(-1, whom - MAX_REACH), -1):
        chunk = analysis.chunks[at]
        if chunk.kind is Kind.SEMICOLON and chunk.word != ":":
            return
        complement = complement or (chunk.kind is Kind.PREPOSITION and chunk.word == word)
        if chunk.kind is Kind.VERB:
            # `sentenced 12 to a year for insulting the king, nine to two years, and six to three`
            offense = chunk.form is VerbForm.GERUND or not complement
            verb = _sentencing_verb(analysis, whom) if offense and word == "to" else at
            if verb >= 0 and (complement or verb < at):
                yield Relation(Part.OBLIQUE, analysis.chunks[verb].word, verb, word)
            return
