"""Datasets whose browsers the tests open, and how a browser is written."""

from dataclasses import replace
from pathlib import Path

import pyarrow as pa

from pipeline.facts.extraction import extract
from pipeline.publishing.browser.browser import make_browser
from pipeline.publishing.coding_scores import CodingScores
from pipeline.publishing.edition import Edition
from pipeline.reading.document import Sidecar
from pipeline.reading.source import document_from_text, read_document
from pipeline.tables.build import build_tables
from pipeline.tables.dataset_tables import Tables
from pipeline.tables.extraction_record import Extraction
from pipeline.tables.manifest import Build
from pipeline.tables.parquet import ParquetLayout, write_tables
from tests.tables.gold_records import ROOT, SOURCE, TOLERANCES, shipped_valuer

VERSION = "0.0.test"
COUNTRIES = ("KAZ", "KGZ", "UZB", "TJK", "TKM", "GEO", "ARM", "AZE")
HOSTILE = Sidecar(
    title="A report <script>document.title='run'</script>",
    publisher='"><img src=x onerror="document.title=\'run\'">',
    country="GEO",
    year=2019,
    url="https://example.org/report",
    licence="public domain",
)
HOSTILE_TEXT = (
    "Section 1. Arrests </script><script>document.title='run'</script>\n\n"
    "On March 3 police in <b>Tbilisi</b> detained 31 <img src=x onerror=\"document.title='run'\"> activists 🚩🚩, "
    "and 12 students 🚩 were arrested\u2028in Batumi. {{ 7 * 7 }} ${7*7} <!-- ]]> The court fined "
    "<a href='javascript:void 0'>two organizers</a> 5,000 lari ($1,700).\n"
)


def shipped_tables() -> Tables:
    """The tables of the shipped report."""
    document = read_document(ROOT / SOURCE)
    return build_tables([Extraction(document, *extract(document))], TOLERANCES, shipped_valuer())


def hostile_tables() -> Tables:
    """The tables of a report whose every text would do something, if it were anything but text."""
    document = document_from_text("hostile", HOSTILE_TEXT, HOSTILE)
    return build_tables([Extraction(document, *extract(document))], TOLERANCES, shipped_valuer())


def repeated(tables: Tables, copies: int) -> Tables:
    """The tables with every document many times, each copy under ids, a country, a year and words of its own."""
    return replace(
        tables,
        documents=_copied(tables.documents, copies),
        paragraphs=_copied(tables.paragraphs, copies),
        facts=_copied(tables.facts, copies),
    )


def _copied(table: pa.Table, copies: int) -> pa.Table:
    columns = []
    for field in table.schema:
        cells = table.column(field.name).to_pylist()
        copied = [_cell(field.name, cell, copy) for copy in range(copies) for cell in cells]
        columns.append(pa.array(copied, field.type))
    return pa.table(columns, schema=table.schema)


def _cell(name: str, cell: object, copy: int) -> object:
    if cell is None or copy == 0:
        return cell
    if name in {"document_id", "paragraph_id", "fact_id", "part_of"}:
        return f"{cell}{copy:04}"
    if name in {"text", "quote"}:
        # As many letters as there were, so that every place in the text stays what it is.
        return str(cell).replace(" the ", f" {copy:03x} ")
    if name == "country":
        return COUNTRIES[copy % len(COUNTRIES)]
    return cell - copy % 20 if name == "report_year" and isinstance(cell, int) else cell


def write_browser(tables: Tables, folder: Path) -> Path:
    """Write the tables into a folder and their browser below it, and return the folder of its pages."""
    write_tables(folder, tables, ParquetLayout("zstd", 1, 65536), VERSION)
    for file in make_browser(Edition(folder, tables, Build(VERSION), CodingScores())):
        path = folder / file.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(file.content)
    return folder / "browser"
