"""The verb `explain`."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from pipeline.commands.options import DEFAULT_DATASET, DatasetOption

FINES = "fine.amount"
QUANTITY = "quantity"

if TYPE_CHECKING:
    from pipeline.publishing.dataset_rows import DocumentRow, FactRow, NumeralRow, ParagraphRow


def run(
    number: Annotated[
        str, typer.Argument(metavar="ID", help="A fact or numeral id, or DOCUMENT:OFFSET, a character of the number.")
    ],
    *,
    dataset: DatasetOption = DEFAULT_DATASET,
) -> None:
    """Say why a number has the row that it has, or why it has none.

    \b
    Example:
      tallybook explain kazakhstan-2020:548
    """
    from pipeline.commands.fine_lines import fine_lines
    from pipeline.printing import marked
    from pipeline.publishing.dataset_rows import (
        DocumentRow,
        FactRow,
        FineRow,
        ParagraphRow,
        find_rows,
        place_in_quote,
        row_of,
    )

    entry = _entry(number, dataset)
    paragraph = row_of(dataset, ParagraphRow, "paragraph_id", entry.paragraph_id)
    fact = row_of(dataset, FactRow, "fact_id", entry.fact_id) if entry.fact_id else None
    told = fact or entry
    typer.echo(marked(told.quote, *place_in_quote(told, paragraph)))
    place = f"{entry.document_id}, {entry.section}, {paragraph.place}, characters {entry.start}-{entry.end}"
    _tell("place", place)
    _tell("element", paragraph.element)
    _tell("numeral", f"{entry.numeral_id}, {entry.role}, by {entry.rule}")
    _tell("states", _statement(entry))
    if fact:
        _tell_fact(fact)
        for fine in find_rows(dataset, FineRow, "fact_id", fact.fact_id) if fact.indicator == FINES else ():
            for name, words in fine_lines(fine):
                _tell(name, words)
    else:
        _tell("no fact", entry.reason or "the ledger gives no reason")
    if entry.role == QUANTITY:
        document = row_of(dataset, DocumentRow, "document_id", entry.document_id)
        _tell_considered(entry, paragraph, document, None if fact is None else fact.indicator)


def _tell_considered(
    entry: "NumeralRow", paragraph: "ParagraphRow", document: "DocumentRow", indicator: str | None
) -> None:
    from pipeline.facts.considered import reconsidered

    offset = entry.start - paragraph.start
    again = reconsidered(paragraph.text, offset, document.country, document.report_year)
    if again is None or again.indicator != indicator:
        read = "no quantity" if again is None else again.indicator or "no fact"
        why = "the dataset is of another version, or a reviewer corrected the row"
        _tell("considered", f"This program reads {read} here: {why}.")
        return
    for line in again.considered:
        _tell("considered", line)


def _entry(number: str, dataset: Path) -> "NumeralRow":
    from pipeline.errors import DatasetError
    from pipeline.publishing.dataset_rows import DocumentRow, FactRow, NumeralRow, find_rows, row_of
    from pipeline.publishing.nearest_names import nearest
    from pipeline.reading.formats import READERS

    document_id, colon, offset = number.rpartition(":")
    if not colon:
        if number.startswith("f-"):
            return row_of(dataset, NumeralRow, "numeral_id", row_of(dataset, FactRow, "fact_id", number).numeral_id)
        return row_of(dataset, NumeralRow, "numeral_id", number)
    if not offset.isascii() or not offset.isdigit():
        raise DatasetError(f"{number}: {offset!r} is no offset; write DOCUMENT:OFFSET, counting characters from 0.")
    # A path is as good a name as the id that it gives.
    path = Path(document_id)
    document_id, place = path.stem if path.suffix.lower() in READERS else path.name, int(offset)
    document_id = row_of(dataset, DocumentRow, "document_id", document_id).document_id
    entries = find_rows(dataset, NumeralRow, "document_id", document_id)
    for entry in entries:
        if entry.start <= place < entry.end:
            return entry
    close = sorted(entries, key=lambda entry: (min(abs(entry.start - place), abs(entry.end - place)), entry.start))[:3]
    names = [f"{document_id}:{entry.start} ({entry.surface})" for entry in close]
    raise DatasetError(f"{number}: no number stands there; {nearest('', names)}.")


def _statement(entry: "NumeralRow") -> str:
    from pipeline.publishing.plain_numbers import plain_number

    stated = {"value": entry.value, "low": entry.low, "high": entry.high}
    numbers = [f"{name} {plain_number(bound)}" for name, bound in stated.items() if bound is not None]
    parts = [entry.approximation, *numbers, entry.unit, entry.counted and f"counts {entry.counted}"]
    parts.append(entry.equivalent_of and f"converts {entry.equivalent_of}")
    return ", ".join(part for part in parts if part)


def _tell_fact(fact: "FactRow") -> None:
    _tell("fact", f"{fact.fact_id}, {fact.indicator}, by {fact.rule}")
    _tell("counted", fact.counted)
    _tell("modality", fact.modality)
    _tell("stated by", fact.attributed_to or "the report itself")
    _tell("period", f"{fact.period_start or '...'} to {fact.period_end or '...'}")
    _tell("part of", fact.part_of)
    _tell("in US$", _reported(fact))
    for name in ("payer", "party", "chamber", "candidate", "office", "category", "person", "per", "also"):
        _tell(name, getattr(fact, name))
    _tell("of note", "a threshold that no longer holds" if fact.superseded else None)
    _tell("of note", "a suspended sentence" if fact.suspended else None)
    for line in fact.explanation.splitlines():
        _tell("because", line)


def _reported(fact: "FactRow") -> str | None:
    from pipeline.publishing.plain_numbers import plain_number

    low, high = plain_number(fact.usd_reported_low), plain_number(fact.usd_reported_high)
    if low is None:
        return None
    return f"{low}, as the text says" if low == high else f"{low} to {high}, as the text says"


def _tell(name: str, words: str | None) -> None:
    from pipeline.printing import one_line

    if words:
        typer.echo(f"  {name:10} {one_line(words)}")
