"""Corrections applied to what the program made of a document; one whose expectation no longer holds stops the build."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from difflib import get_close_matches

from pipeline.curation.correction import (
    STATUS_OF_ACTION,
    Action,
    Correction,
    FieldValue,
    Review,
)
from pipeline.curation.fact_fields import value_of, with_number, with_statement
from pipeline.errors import CurationError
from pipeline.facts.fact import Detail, Fact, Modality
from pipeline.language.sentences import sentence_spans
from pipeline.numerals.numeral import Numeral, Role
from pipeline.reading.document import Document

_RULE = "added by a reviewer"


@dataclass(frozen=True, slots=True)
class Curated:
    """The ledger and the facts of a document after review, and what the rows say of it."""

    numerals: tuple[Numeral, ...]
    facts: tuple[Fact, ...]
    reviews: tuple[Review, ...]


def curated(
    document: Document, numerals: Sequence[Numeral], facts: Sequence[Fact], corrections: Iterable[Correction]
) -> Curated:
    """Return what the corrections of a document make of its ledger and facts, both in text order.

    Raises:
        CurationError: the number is not in the document any more, or the program says something else of it than the
            correction expects.

    """
    numeral_of = {numeral.numeral_id: numeral for numeral in numerals}
    fact_of = {fact.numeral_id: fact for fact in facts}
    reviews = []
    for correction in corrections:
        numeral = numeral_of.get(correction.numeral_id)
        if numeral is None:
            raise CurationError(_lost(correction, list(numeral_of)))
        fact = fact_of.get(numeral.numeral_id)
        _check_expectation(correction, numeral, fact)
        note = _note(correction, numeral, fact)
        reviews.append(Review(numeral.numeral_id, STATUS_OF_ACTION[correction.action], note))
        if correction.action is Action.REJECT:
            del fact_of[numeral.numeral_id]
            numeral_of[numeral.numeral_id] = replace(numeral, reason=f"A reviewer took its fact away: {note}.")
        elif correction.action in {Action.CORRECT, Action.ADD}:
            made = fact or _new_fact(document, numeral)
            fact_of[numeral.numeral_id] = with_statement(
                replace(made, explanation=(*made.explanation, f"{note[0].upper()}{note[1:]}.")), correction.changes
            )
            numeral_of[numeral.numeral_id] = replace(with_number(numeral, correction.changes), reason=None)
    kept = {fact.fact_id for fact in fact_of.values()}
    ordered = [fact_of[key] for key in numeral_of if key in fact_of]
    return Curated(
        tuple(numeral_of.values()),
        # A part whose whole was rejected stands by itself.
        tuple(fact if fact.part_of in kept else replace(fact, part_of=None) for fact in ordered),
        tuple(reviews),
    )


def _lost(correction: Correction, known: list[str]) -> str:
    near = get_close_matches(correction.numeral_id, known, n=1, cutoff=0)
    nearest = f" (the nearest is {near[0]})" if near else ""
    return (
        f"{correction.place}: {correction.document_id} has no number {correction.numeral_id} any more{nearest}: its "
        "paragraph has changed; look at it again, then correct or remove this correction"
    )


def _check_expectation(correction: Correction, numeral: Numeral, fact: Fact | None) -> None:
    if correction.action is Action.ADD and fact is not None:
        told = f"the program now codes it as {fact.indicator}"
    elif correction.action is not Action.ADD and fact is None:
        told = "the program no longer codes it"
    else:
        differing = [field for field in correction.expect if value_of(numeral, fact, field.name) != field.value]
        if not differing:
            return
        told = ", ".join(
            f"`{field.name}` is {_plain(value_of(numeral, fact, field.name))} and was {_plain(field.value)}"
            for field in differing
        )
    raise CurationError(
        f"{correction.place}: what this correction expects of {numeral.surface!r} ({numeral.numeral_id}) no longer "
        f"holds: {told}; look at it again, then update `expect` or remove the correction"
    )


def _note(correction: Correction, numeral: Numeral, fact: Fact | None) -> str:
    status = STATUS_OF_ACTION[correction.action]
    was = [
        f"{field.name} {_plain(value_of(numeral, fact, field.name))}"
        for field in correction.changes
        if correction.action is Action.CORRECT
    ]
    before = f" (the program had {', '.join(was)})" if was else ""
    return f"{status} by {correction.reviewer} on {correction.date}: {correction.reason.rstrip('.')}{before}"


def _new_fact(document: Document, numeral: Numeral) -> Fact:
    """Return a fact of a number that has none, its quote the sentence of the number; the reviewer says the rest."""
    if numeral.role is not Role.QUANTITY:
        raise CurationError(f"{numeral.surface!r} ({numeral.numeral_id}) is a {numeral.role} and can be no fact")
    paragraph = next(each for each in document.paragraphs if each.start <= numeral.start < each.end)
    offset = numeral.start - paragraph.start
    spans = sentence_spans(paragraph.text)
    start, end = next(span for span in spans if span[0] <= offset < span[1])
    return Fact(
        fact_id=f"f-{numeral.numeral_id.removeprefix('n-')}",
        numeral_id=numeral.numeral_id,
        indicator="",
        counted=numeral.counted,
        modality=Modality.OCCURRED,
        attributed_to=None,
        period_start=None,
        period_end=None,
        part_of=None,
        detail=Detail(),
        rule=_RULE,
        quote_start=paragraph.start + start,
        quote_end=paragraph.start + end,
        explanation=(),
    )


def _plain(value: FieldValue) -> str:
    if value is None:
        return "nothing"
    return f"{value:g}" if isinstance(value, float) else repr(value) if isinstance(value, str) else str(value)
