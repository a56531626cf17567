"""The second scanner demands every numeral, and nothing that is none."""

import ast
import json
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.tables.completeness import completeness_problems, demands, uncovered
from pipeline.tables.dataset_tables import Tables
from tests.tables.gold_records import ROOT


def words(text: str) -> list[str]:
    return [text[demand.start : demand.end] for demand in demands(text)]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("twenty-three of 1,204 men", ["twenty", "three", "1", "204"]),
        ("dozens, scores of protesters and tens of thousands more", ["dozens", "scores", "thousands"]),
        ("killed, scores wounded", ["scores"]),
        ("one-half, two-thirds, three-quarters", ["one", "half", "two", "thirds", "three", "quarters"]),
        ("a quarter of the voters", ["quarter"]),
        ("a three-fold and a tenfold rise", ["three", "tenfold"]),
        ("the Twenty-First and the 22nd", ["Twenty", "First", "22"]),
        ("COVID-19 and G20", ["19", "20"]),
        ("ONE MILLION", ["ONE", "MILLION"]),
        ("\u0665\u0660 \u0634\u062e\u0635 and \u0967\u0968", ["\u0665\u0660", "\u0967\u0968"]),
        ("the second activist, a second round", ["second", "second"]),
    ],
)
def test_numerals_are_demanded(text: str, wanted: list[str]) -> None:
    assert words(text) == wanted


@pytest.mark.parametrize(
    "text",
    [
        "several, few, many, both, single, once, twice, double",
        "the headquarters, close quarters, an Armenian quarter",
        "a split second, every second, to second the motion",
        "test scores fell",
        "everyone, someone, often, weightier, tense, manifold, scaffolding, Benin, Manhattan",
    ],
)
def test_other_words_are_not(text: str) -> None:
    assert words(text) == []


def test_no_word_list_of_the_grammar_is_read() -> None:
    tree = ast.parse((ROOT / "pipeline" / "tables" / "completeness.py").read_text(encoding="utf-8"))
    imported = {node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}

    assert not [name for name in imported if name.startswith(("pipeline.numerals", "pipeline.language", "schemas"))]


def test_the_gold_and_the_cases_meet_every_demand() -> None:
    checked = 0
    for line in (ROOT / "tests" / "cases" / "dev.jsonl").read_text(encoding="utf-8").splitlines():
        case = json.loads(line)
        if int(case["id"].split("-")[1]) % 3 == 0:
            continue
        spans, at = [], 0
        for entry in case["numerals"]:
            start = case["text"].index(entry["s"], at)
            at = start + len(entry["s"])
            spans.append((start, at))
        checked += 1

        assert [case["text"][demand.start - 20 : demand.end] for demand in uncovered(case["text"], spans)] == []

    assert checked == 114


@pytest.mark.parametrize("place", [0, 40, 137])
def test_a_dropped_entry_is_named(place: int, tables: Tables) -> None:
    numerals = tables.numerals
    dropped = numerals.column("surface")[place].as_py()
    kept = [row for row in range(numerals.num_rows) if row != place]

    (problem, *_) = completeness_problems(replace(tables, numerals=numerals.take(kept)))

    assert f"at offset {numerals.column('start')[place].as_py()} of document kazakhstan-2020" in problem.message
    assert problem.quote is not None
    assert dropped in problem.quote


def test_an_overlap_is_named(tables: Tables) -> None:
    twice = tables.numerals.take([0, 0, *range(1, tables.numerals.num_rows)])

    (problem,) = completeness_problems(replace(tables, numerals=twice))

    assert "overlaps the entry" in problem.message


@given(st.text())
def test_every_digit_of_any_text_is_demanded_once(text: str) -> None:
    found = list(demands(text))
    demanded = {place for demand in found for place in range(demand.start, demand.end)}

    assert {place for place, letter in enumerate(text) if letter.isdecimal()} <= demanded
    assert all(before.end <= after.start for before, after in pairwise(found))


@given(st.text(alphabet="one two-3,half "), st.data())
def test_a_text_covered_by_one_entry_leaves_nothing_open(text: str, data: st.DataObject) -> None:
    assert list(uncovered(text, [(0, len(text))])) == []
    found = list(demands(text))
    if found:
        lost = data.draw(st.sampled_from(found))
        spans = [(demand.start, demand.end) for demand in found if demand != lost]

        assert list(uncovered(text, spans)) == [lost]


def test_the_scanner_takes_time_linear_in_the_text() -> None:
    text = "second " * 20_000 + " " * 100_000

    assert sum(1 for _ in demands(text)) == 0
