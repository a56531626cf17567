"""Hard checks across tables: references resolve, and what two tables say of one thing is the same."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

import pyarrow as pa

from pipeline.tables.dataset_tables import Tables
from pipeline.tables.fine_rows import AMOUNT_SOURCES
from pipeline.tables.problem import Problem
from pipeline.tables.row_views import DocumentRow, FactRow, NumeralRow, ParagraphRow, rows_of
from schemas.tables.catalog import FAMILIES, family_of_indicator
from schemas.tables.column import Table
from schemas.tables.fines import FINES
from schemas.tables.money_columns import MONEY


@dataclass(frozen=True, slots=True)
class _Repeated:
    """A table of facts that repeats cells of another: the link between their rows, and the pairs of columns."""

    name: str
    other: str
    link: str
    pairs: tuple[tuple[str, str], ...]


_NUMBER_COLUMNS = (
    "document_id",
    "paragraph_id",
    "section",
    "country",
    "report_year",
    "start",
    "end",
    "surface",
    "value",
    "low",
    "high",
    "approximation",
    "unit",
    "quote",
    "source_url",
)
_FACTS_REPEAT = _Repeated("facts", "numerals", "numeral_id", tuple((name, name) for name in _NUMBER_COLUMNS))
_NOT_OF_THE_FACT = frozenset(column.name for column in MONEY)


def reference_problems(tables: Tables) -> Iterator[Problem]:
    """Yield references that lead nowhere, and rows that disagree with the row they repeat."""
    yield from _dangling(tables)
    yield from _counts(tables)
    yield from _ledger_and_facts(tables)
    yield from _families(tables)


def _dangling(tables: Tables) -> Iterator[Problem]:
    documents = {declaration.name: _document_by_key(declaration, table) for declaration, table in tables.named()}
    for declaration, table in tables.named():
        own = documents[declaration.name]
        row_keys = _cells(table, declaration.key)
        for reference in declaration.references:
            known = documents[reference.table]
            for place, (key, cell) in enumerate(zip(row_keys, _cells(table, reference.column), strict=True)):
                if cell is None:
                    continue
                if cell not in known:
                    fault = f"is {cell!r}, which is no row of {reference.table}"
                elif cell == key and reference.table == declaration.name:
                    fault = "points at its own row"
                elif known[cell] is not None and known[cell] != own[key]:
                    fault = f"is {cell!r}, a row of the document {known[cell]}, and the row is of {own[key]}"
                else:
                    continue
                message = f"{reference.column} {fault}"
                yield Problem(declaration.name, str(key), message, _quote(table, place))


def _document_by_key(declaration: Table, table: pa.Table) -> dict[object, object]:
    """Return the document of each row by its key; None where the rows of the table are of no document."""
    keys = _cells(table, declaration.key)
    if "document_id" not in table.column_names:
        return dict.fromkeys(keys)
    return dict(zip(keys, _cells(table, "document_id"), strict=True))


def _counts(tables: Tables) -> Iterator[Problem]:
    """Yield documents whose rows are not as many as they were, or whose paragraphs skip a number."""
    numbers: dict[str, list[int]] = {}
    for paragraph in rows_of(tables.paragraphs, ParagraphRow):
        numbers.setdefault(paragraph.document_id, []).append(paragraph.number)
    numerals = Counter(_cells(tables.numerals, "document_id"))
    facts = Counter(_cells(tables.facts, "document_id"))
    for document in rows_of(tables.documents, DocumentRow):
        name = document.document_id
        listed = set(numbers.get(name, []))
        for number in range(1, document.paragraphs + 1):
            if number not in listed:
                yield Problem("paragraphs", None, f"paragraph {number} of document {name} is missing")
        for table_name, there, stated in (
            ("paragraphs", len(numbers.get(name, [])), document.paragraphs),
            ("numerals", numerals[name], document.numerals),
            ("facts", facts[name], document.facts),
        ):
            if there != stated:
                message = f"states {stated} {table_name} where the table {table_name} has {there}"
                yield Problem("documents", name, message)


def _ledger_and_facts(tables: Tables) -> Iterator[Problem]:
    yield from _differences(_FACTS_REPEAT, tables.facts, tables.numerals)
    fact_of_numeral = {numeral.numeral_id: numeral.fact_id for numeral in rows_of(tables.numerals, NumeralRow)}
    for fact in rows_of(tables.facts, FactRow):
        if fact.numeral_id in fact_of_numeral and fact_of_numeral[fact.numeral_id] != fact.fact_id:
            message = f"its numeral {fact.numeral_id} has {fact_of_numeral[fact.numeral_id]} as its fact"
            yield Problem("facts", fact.fact_id, message, fact.quote)
    for numeral in rows_of(tables.numerals, NumeralRow):
        if numeral.fact_id is not None and (numeral.role != "quantity" or numeral.reason is not None):
            message = "it has a fact, so its role is quantity and it has no reason to have none"
            yield Problem("numerals", numeral.numeral_id, message, numeral.quote)
        if numeral.fact_id is None and numeral.reason is None:
            yield Problem("numerals", numeral.numeral_id, "it has neither a fact nor a reason", numeral.quote)


def _families(tables: Tables) -> Iterator[Problem]:
    facts = rows_of(tables.facts, FactRow)
    for family in FAMILIES:
        table = tables.of(family.table.name)
        listed = set(_cells(table, "fact_id"))
        for fact in facts:
            if (family_of_indicator(fact.indicator) is family) != (fact.fact_id in listed):
                words = "lacks" if fact.fact_id not in listed else "holds"
                message = f"the table {words} the fact {fact.fact_id} ({fact.indicator})"
                yield Problem(family.table.name, fact.fact_id, message, fact.quote)
        repeated = _Repeated(family.table.name, "facts", "fact_id", _family_pairs(family.table))
        yield from _differences(repeated, table, tables.facts)


def _family_pairs(table: Table) -> tuple[tuple[str, str], ...]:
    renamed = dict(AMOUNT_SOURCES) if table is FINES else {}
    return tuple((name, renamed.get(name, name)) for name in table.column_names if name not in _NOT_OF_THE_FACT)


def _differences(repeated: _Repeated, table: pa.Table, other: pa.Table) -> Iterator[Problem]:
    """Yield the rows of facts in `table` whose cells differ from those of the row of `other` that they repeat."""
    places = {key: place for place, key in enumerate(_cells(other, repeated.link))}
    links = _cells(table, repeated.link)
    keys = _cells(table, "fact_id")
    for column, other_column in repeated.pairs:
        theirs = _cells(other, other_column)
        for place, (linked, cell) in enumerate(zip(links, _cells(table, column), strict=True)):
            if linked in places and theirs[places[linked]] != cell:
                message = f"{column} is {cell!r} where {repeated.other} has {theirs[places[linked]]!r}"
                yield Problem(repeated.name, str(keys[place]), message, _quote(table, place))


def _cells(table: pa.Table, column: str) -> list[object]:
    cells: list[object] = table.column(column).to_pylist()
    return cells


def _quote(table: pa.Table, place: int) -> str | None:
    if "quote" not in table.column_names:
        return None
    return str(table.column("quote")[place].as_py())
