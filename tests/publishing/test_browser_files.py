"""The files of the evidence browser, before any browser opens them."""

import hashlib
import json
import re
from datetime import date
from pathlib import Path

import pyarrow as pa
import pytest
import yaml

from pipeline.publishing.browser.packed_columns import packed_column
from pipeline.publishing.browser.script_data import data_script
from schemas.tables.catalog import TABLES
from schemas.tables.choice_words import CHOICE_WORDS
from tests.browser.datasets import hostile_tables, shipped_tables, write_browser
from tests.tables.gold_records import ROOT

BROWSER = ROOT / "pipeline/publishing/browser"


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_browser(shipped_tables(), tmp_path_factory.mktemp("shipped"))


def received(script: str) -> object:
    """What a script of data hands over, read as JSON."""
    found = re.fullmatch(r'tallybook\.receive\("[^"]*", (.*)\);\n', script, re.DOTALL)
    assert found is not None
    return json.loads(found[1])


@pytest.mark.parametrize("text", ["</script>", "<!--", "\u2028\u2029", "]]>", "\\", '"', "'", "🚩", "\ud800", "&lt;"])
def test_data_in_a_script_are_text_whatever_they_hold(text: str) -> None:
    script = data_script("name", {"cell": text})

    assert re.fullmatch(r"[\x20-\x25\x27-\x3b\x3d\x3f-\x7e\n]*", script)
    assert received(script) == {"cell": text}


def test_a_column_shares_its_texts_and_keeps_its_nulls() -> None:
    assert packed_column(pa.chunked_array([["a", None, "a"]])) == {"values": ["a", None], "at": [0, 1, 0]}


def test_whole_numbers_and_days_are_written_short() -> None:
    assert packed_column(pa.chunked_array([[1.0, 2.5, 3.0]])) == {"values": [1, 2.5, 3]}
    assert packed_column(pa.chunked_array([[date(2020, 6, 6)]])) == {"values": ["2020-06-06"]}


def test_true_and_one_are_not_the_same_cell() -> None:
    assert packed_column(pa.chunked_array([[True, False, True, True]])) == {"values": [True, False], "at": [0, 1, 0, 0]}


def test_every_row_of_every_table_is_there(pages: Path) -> None:
    tables = shipped_tables()
    for declaration in TABLES:
        content = received((pages / "data/tables" / f"{declaration.name}.js").read_text(encoding="ascii"))

        assert isinstance(content, dict)
        assert content["length"] == tables.of(declaration.name).num_rows


def test_the_same_dataset_gives_the_same_bytes(pages: Path, tmp_path: Path) -> None:
    again = write_browser(shipped_tables(), tmp_path)
    files = sorted(path.relative_to(pages) for path in pages.rglob("*") if path.is_file())

    assert len(files) > 30
    assert [path for path in files if (pages / path).read_bytes() != (again / path).read_bytes()] == []


def test_no_page_has_a_script_or_a_style_of_its_own(pages: Path) -> None:
    for page in ("index.html", "pictures.html"):
        text = (pages / page).read_text(encoding="utf-8")

        assert "script-src 'self'; style-src 'self'" in text
        assert re.findall(r"<script(?![^>]* src=)|<style|\sstyle=|\son[a-z]+=|javascript:", text) == []
        linked = re.findall(r'(?:src|href)="([^"#]+)"', text)
        assert [name for name in linked if not (pages / name.partition("#")[0]).is_file()] == []


def test_markup_of_a_source_is_escaped_in_the_pictures(tmp_path: Path) -> None:
    text = (write_browser(hostile_tables(), tmp_path) / "pictures.html").read_text(encoding="utf-8")

    assert "&lt;img src=x" in text
    assert "<img" not in text


def test_our_scripts_make_no_markup_of_text() -> None:
    scripts = sorted((BROWSER / "page").glob("*.js"))
    unsafe = re.compile(r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\b|new Function|DOMParser")

    assert len(scripts) > 10
    assert [path.name for path in scripts if unsafe.search(path.read_text(encoding="utf-8"))] == []
    assert [path.name for path in scripts if '"use strict";' not in path.read_text(encoding="utf-8")] == []


def test_what_is_vendored_is_what_was_published() -> None:
    folder = BROWSER / "vendor/tabulator"
    record = yaml.safe_load((folder / "vendored.yaml").read_text(encoding="utf-8"))
    hashes = {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in folder.iterdir()}
    hashes.pop("vendored.yaml")

    assert hashes == record["files"]
    assert "MIT" in (folder / "LICENSE").read_text(encoding="utf-8")


def test_words_are_for_choices_that_columns_declare() -> None:
    declared = {column.name: set(column.choices) for table in TABLES for column in table.columns if column.choices}

    assert {name: set(words) - declared.get(name, set()) for name, words in CHOICE_WORDS.items()} == {
        name: set() for name in CHOICE_WORDS
    }
