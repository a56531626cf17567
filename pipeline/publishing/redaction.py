"""The tables without the names of private persons: nothing moves, no key changes, and every check still holds."""

import hashlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import unquote

import pyarrow as pa

from pipeline.publishing.private_names import PrivateNames, private_names
from pipeline.tables.column_arrays import arrow_table
from pipeline.tables.dataset_tables import Tables
from pipeline.tables.manifest import Redaction
from schemas.tables.column import Column, ColumnType, Table

_FRAGMENT = ":~:text="
_FREE_TEXT = (None, r"(?s:.+)", r"\S.*")
"""Patterns of columns that may hold any words."""
_NO_WORDS = frozenset({"surface", "url", "source_url", "path", "licence", "rule"})
"""Columns of text that hold no words of a source, or that must stay what they are."""

Cells = dict[str, object]


@dataclass(frozen=True, slots=True)
class _HiddenParagraph:
    """A paragraph before and after."""

    start: int
    text: str
    hidden: str

    def quote(self, quote: str, start: int) -> str:
        """Return what has become of a quote, the one around the number that starts at that offset of the document."""
        offset = start - self.start
        place = self.text.find(quote, max(0, offset - len(quote)))
        if not 0 <= place <= offset:
            place = self.text.find(quote)
        return self.hidden[place : place + len(quote)]


def redacted(tables: Tables) -> tuple[Tables, Redaction]:
    """Return the tables without the names of private persons, and how many names and cells that were."""
    names = _names_of_documents(tables)
    paragraphs = _hidden_paragraphs(tables, names)
    changed: dict[str, pa.Table] = {}
    cells = 0
    for declaration, table in tables.named():
        rows = table.to_pylist()
        new_rows = [_redacted_row(declaration, row, names, paragraphs) for row in rows]
        cells += sum(row[name] != new[name] for row, new in zip(rows, new_rows, strict=True) for name in row)
        changed[declaration.name] = arrow_table(declaration, new_rows)
    found = {name for each in names.values() for name in each.names}
    return Tables(**changed), Redaction(len(found), cells)


def _names_of_documents(tables: Tables) -> dict[str, PrivateNames]:
    persons, candidates, texts = (
        _by_document(table, column)
        for table, column in ((tables.facts, "person"), (tables.facts, "candidate"), (tables.paragraphs, "text"))
    )
    return {
        document: private_names(persons.get(document, ()), candidates.get(document, ()), texts.get(document, ()))
        for document in tables.documents.column("document_id").to_pylist()
    }


def _by_document(table: pa.Table, column: str) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    pairs = zip(table.column("document_id").to_pylist(), table.column(column).to_pylist(), strict=True)
    for document, cell in pairs:
        if cell is not None:
            found.setdefault(document, []).append(cell)
    return found


def _hidden_paragraphs(tables: Tables, names: Mapping[str, PrivateNames]) -> dict[str, _HiddenParagraph]:
    numerals: dict[str, set[int]] = {}
    for row in tables.numerals.select(["paragraph_id", "start", "end"]).to_pylist():
        numerals.setdefault(row["paragraph_id"], set()).update(range(row["start"], row["end"]))
    hidden = {}
    for row in tables.paragraphs.to_pylist():
        # A numeral is what the dataset is about, even where it is a part of a name.
        kept = {at - row["start"] for at in numerals.get(row["paragraph_id"], ())}
        text = names[row["document_id"]].hidden(row["text"], kept)
        hidden[row["paragraph_id"]] = _HiddenParagraph(row["start"], row["text"], text)
    return hidden


def _redacted_row(
    declaration: Table, row: Cells, names: Mapping[str, PrivateNames], paragraphs: Mapping[str, _HiddenParagraph]
) -> Cells:
    if "document_id" not in row:
        return row
    hide = names.get(str(row["document_id"]), PrivateNames((), None)).hidden
    new = dict(row)
    for column in _columns_of_words(declaration):
        if isinstance(cell := row[column.name], str):
            new[column.name] = hide(cell)
    paragraph = paragraphs.get(str(row.get("paragraph_id")))
    if declaration.name == "paragraphs" and paragraph is not None:
        digest = hashlib.sha256(paragraph.hidden.encode("utf-8", "surrogatepass")).hexdigest()
        new.update(text=paragraph.hidden, sha256=digest)
    elif paragraph is not None and isinstance(row["quote"], str) and isinstance(row["start"], int):
        new["quote"] = paragraph.quote(row["quote"], row["start"])
        new["source_url"] = _address(str(row["source_url"]), hide)
    return new


def _columns_of_words(declaration: Table) -> Iterator[Column]:
    keys = {declaration.key, "document_id", *(reference.column for reference in declaration.references)}
    for column in declaration.columns:
        is_words = column.type is ColumnType.TEXT and column.pattern in _FREE_TEXT
        if is_words and column.name not in keys and column.name not in _NO_WORDS:
            yield column


def _address(url: str, hide: Callable[[str], str]) -> str:
    """Return an address without the fragment where that would repeat a name: one with blocks would find nothing."""
    address, _, fragment = url.partition(_FRAGMENT)
    told = unquote(fragment)
    return url if hide(told) == told else address.removesuffix("#")
