"""Clauses that go on with a date right before them: `the worst attack since 2009, when 40 persons died`."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from pipeline.facts import calendar
from pipeline.facts.calendar import Period
from pipeline.facts.relative_clauses import Clause
from pipeline.facts.single_dates import Dating
from pipeline.language.chunks import Kind
from pipeline.numerals.quantities import Analysis

# `2013, during which courts heard 40 cases`
_WITHIN_TIME = frozenset({"during", "in", "on"})


def resumptions(analysis: Analysis) -> Iterator[Clause]:
    """Yield the clauses that tell what befell on a date right before them.

    Each begins at its first word. It ends at a semicolon or with the sentence; one behind a date that opens the
    sentence ends at its comma (`Since 2009, when 40 persons died, police have arrested 12`).
    """
    chunks, starts = analysis.chunks, analysis.sentence.starts
    for at, chunk in enumerate(chunks[1:], start=1):
        opens = at - 1 if chunk.kind is Kind.RELATIVE and chunk.word == "which" else at
        if chunk.word != "when" and (opens == at or chunks[opens].word not in _WITHIN_TIME):
            continue
        before = opens - 1 if opens and chunks[opens - 1].kind is Kind.COMMA else opens
        if not before or chunks[before - 1].kind is not Kind.DATE:
            continue
        if opens < at and before > 1 and chunks[before - 2].word == "since":
            # `75 killings since 2000, in which 10 were convicted`
            continue
        fronted = not any(one.kind is Kind.VERB for one in chunks[:before])
        closing = {Kind.SEMICOLON, Kind.COMMA} if fronted else {Kind.SEMICOLON}
        ends = (starts[one.first] for one in chunks[at:] if one.kind in closing)
        yield Clause(starts[chunks[opens].first], next(ends, analysis.sentence.end), backstory=False)


def resumed(clauses: Sequence[Clause], datings: Sequence[Dating], offset: int) -> Dating | None:
    """Return the date with which the clause of a number goes on; null where it goes on with none, or has its own.

    Of a beginning it is the year or day that is named, and no longer open.
    """
    clause = next((clause for clause in clauses if offset in clause), None)
    if clause is None or any(one.start in clause and not one.modifies for one in datings):
        return None
    told = next((one for one in reversed(datings) if one.end <= clause.start), None)
    if told is None or told.period.start is None or told.period.end is not None:
        return told
    begin = told.period.start
    named = calendar.year(begin.year) if (begin.month, begin.day) == (1, 1) else Period(begin, begin)
    return replace(told, period=named)
