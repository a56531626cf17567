"""The documents as the page shows them, one file each: the text, every numeral of it, and what its facts rest on."""

from collections.abc import Iterator

import pyarrow as pa

from pipeline.publishing.browser.packed_columns import packed_table
from pipeline.publishing.browser.script_data import data_script
from pipeline.publishing.citation import CitedDataset
from pipeline.publishing.citation_form import CitationForm
from pipeline.publishing.citation_formats import in_format
from pipeline.publishing.edition import Edition, PublishedFile, text_file

_PARAGRAPH = ("paragraph_id", "number", "start", "end", "section", "kind", "run_in", "page", "text")
_NUMERAL = (
    "numeral_id", "paragraph_id", "start", "end", "surface", "role", "value", "low", "high", "approximation", "unit",
    "counted", "governor", "equivalent_of", "fact_id", "reason", "rule", "quote", "source_url",
)  # fmt: skip
_FACT = ("fact_id", "paragraph_id", "start", "end", "quote", "source_url", "explanation")
_CITATION = "citation"


def document_files(edition: Edition) -> Iterator[PublishedFile]:
    """Yield a script for each document, named by its place in `documents`, which any file system can hold."""
    tables = edition.tables
    facts_cited = _with_citations(tables.facts, edition)
    slices = [_slices(table) for table in (tables.paragraphs, tables.numerals, tables.facts)]
    for place, document_id in enumerate(tables.documents.column("document_id").to_pylist()):
        paragraphs, numerals, facts = (found.get(document_id) for found in slices)
        content = {
            "document_id": document_id,
            "paragraphs": packed_table(_rows(tables.paragraphs, paragraphs), _PARAGRAPH),
            "numerals": packed_table(_rows(tables.numerals, numerals), _NUMERAL),
            "facts": packed_table(_rows(facts_cited, facts), (*_FACT, _CITATION)),
        }
        name = f"documents/{place}"
        yield text_file(f"browser/data/{name}.js", data_script(name, content))


def _with_citations(facts: pa.Table, edition: Edition) -> pa.Table:
    cited = CitedDataset(edition.folder)
    texts = [in_format(cited.citation(key), CitationForm.TEXT) for key in facts.column("fact_id").to_pylist()]
    return facts.append_column(_CITATION, pa.array(texts, pa.string()))


def _slices(table: pa.Table) -> dict[str, tuple[int, int]]:
    """Return the first row and the number of rows of each document, whose rows stand together."""
    found: dict[str, tuple[int, int]] = {}
    for place, document_id in enumerate(table.column("document_id").to_pylist()):
        first, length = found.get(document_id, (place, 0))
        found[document_id] = (first, length + 1)
    return found


def _rows(table: pa.Table, rows: tuple[int, int] | None) -> pa.Table:
    return table.slice(*rows) if rows else table.slice(0, 0)
