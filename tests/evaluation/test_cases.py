"""Annotated cases, read."""

import json
from datetime import date
from pathlib import Path

import pytest

from pipeline.evaluation.cases import Case, case_number, is_gold, read_cases, read_gold, select
from pipeline.evaluation.fields import CaseError
from pipeline.facts.fact import Detail
from pipeline.numerals.numeral import Approximation, Role

GOLD = Path(__file__).parent.parent / "gold" / "kazakhstan-2020.numerals.jsonl"
SOURCE = Path(__file__).parent.parent.parent / "data" / "raw" / "documents" / "kazakhstan-2020.txt"
FACT = {"indicator": "fine.amount", "modality": "occurred", "period": ["2020-05-02", None], "part_of": None}


def entry(surface: str, **more: object) -> dict[str, object]:
    return {"s": surface, "role": "quantity", "value": 2, "approximation": "exact", "unit": "KZT", **more}


def written(tmp_path: Path, *cases: dict[str, object]) -> Path:
    path = tmp_path / "cases.jsonl"
    path.write_text("".join(json.dumps(case) + "\n" for case in cases))
    return path


def a_case(*entries: dict[str, object], case_id: str = "a-1") -> dict[str, object]:
    return {"id": case_id, "country": "KAZ", "year": 2020, "text": "2 and 2 ($35 to $70)", "numerals": list(entries)}


def test_entries_stand_in_text_order(tmp_path: Path) -> None:
    (case,) = read_cases(written(tmp_path, a_case(entry("2"), entry("2"))))

    assert [(one.start, one.end) for one in case.entries] == [(0, 1), (6, 7)]


def test_a_given_place_is_taken(tmp_path: Path) -> None:
    (case,) = read_cases(written(tmp_path, a_case(entry("2", start=6, end=7))))

    assert case.entries[0].start == 6


def test_every_field_is_read(tmp_path: Path) -> None:
    detail = {"payer": "leader", "usd_reported": [35, 70], "superseded": True}
    (case,) = read_cases(written(tmp_path, a_case(entry("2", fact={**FACT, "detail": detail}, equivalent_of=0))))
    (one,) = case.entries

    assert (one.role, one.value, one.low, one.approximation) == (Role.QUANTITY, 2, None, Approximation.EXACT)
    assert one.equivalent_of == 0
    assert one.fact is not None
    assert (one.fact.period_start, one.fact.period_end) == (date(2020, 5, 2), None)
    assert one.fact.detail == Detail(payer="leader", usd_reported_low=35, usd_reported_high=70, superseded=True)


@pytest.mark.parametrize(
    ("broken", "named"),
    [
        (entry("9"), "'9'"),
        (entry("2", role="number"), "number"),
        (entry("2", approximation="roughly"), "roughly"),
        (entry("2", value="two"), "'two'"),
        (entry("2", value=True), "True"),
        (entry("2", unit=2), "unit"),
        (entry("2", start=1, end=2), "'2'"),
        (entry("2", fact=7), "fact"),
        (entry("2", fact={}), "modality is missing"),
        (entry("2", fact={**FACT, "modality": "maybe"}), "maybe"),
        (entry("2", fact={**FACT, "period": ["May", None]}), "YYYY-MM-DD"),
        (entry("2", fact={**FACT, "period": ["2020-05-02"]}), "pair"),
        (entry("2", fact={**FACT, "detail": {"colour": "red"}}), "colour"),
        (entry("2", fact={**FACT, "detail": {"usd_reported": [1, 2, 3]}}), "usd_reported"),
        (entry("2", fact={**FACT, "detail": {"also": "fine.amount"}}), "also"),
    ],
)
def test_a_mistake_is_named_with_its_line(tmp_path: Path, broken: dict[str, object], named: str) -> None:
    path = written(tmp_path, a_case(entry("2")), a_case(broken))

    with pytest.raises(CaseError) as caught:
        read_cases(path)
    assert "line 2" in str(caught.value)
    assert named in str(caught.value)


@pytest.mark.parametrize("content", [b"{", b"[]", b"\xff", b'{"id": "a-1", "text": "", "numerals": 1}'])
def test_what_is_no_case_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "cases.jsonl"
    path.write_bytes(content)

    with pytest.raises(CaseError):
        read_cases(path)


def test_every_third_case_is_held_out(tmp_path: Path) -> None:
    cases = read_cases(written(tmp_path, *(a_case(case_id=f"a-{number:03}") for number in range(1, 8))))

    assert [case.case_id for case in cases if case.held_out] == ["a-003", "a-006"]
    assert select(cases, "3:0") == tuple(case for case in cases if case.held_out)
    assert select(cases, "3:12") == tuple(case for case in cases if not case.held_out)


@pytest.mark.parametrize("every", ["3", "0:1", "x:y", "3:", ":3"])
def test_a_selection_that_is_none_is_refused(case: Case, every: str) -> None:
    with pytest.raises(CaseError):
        select((case,), every)


def test_a_case_without_a_number_is_refused() -> None:
    with pytest.raises(CaseError):
        case_number("first")


class TestGold:
    """The annotated ledger of the shipped report."""

    def test_has_all_entries_and_facts(self) -> None:
        case = read_gold(GOLD, SOURCE.read_bytes().decode(), "KAZ", 2020)

        assert is_gold(GOLD)
        assert len(case.entries) == 138
        assert sum(one.role is Role.QUANTITY for one in case.entries) == 77
        assert sum(one.fact is not None for one in case.entries) == 63
        assert not case.held_out

    def test_references_resolve_to_entries(self) -> None:
        case = read_gold(GOLD, SOURCE.read_bytes().decode(), "KAZ", 2020)
        wholes = {
            one.surface: case.entries[one.fact.part_of].surface
            for one in case.entries
            if one.fact and one.fact.part_of is not None
        }
        converted = {one.surface: case.entries[one.equivalent_of].surface for one in case.entries if one.equivalent_of}

        assert wholes["seven"] == "53"
        assert converted["1,050"] == "404,000"

    def test_a_text_that_is_not_the_annotated_one_is_refused(self) -> None:
        with pytest.raises(CaseError):
            read_gold(GOLD, SOURCE.read_bytes().decode().replace("53", "54"), "KAZ", 2020)

    def test_facts_on_one_side_alone_are_refused(self, tmp_path: Path) -> None:
        (tmp_path / GOLD.name).write_bytes(GOLD.read_bytes())
        facts = GOLD.with_name("kazakhstan-2020.facts.jsonl").read_text().splitlines(keepends=True)
        (tmp_path / "kazakhstan-2020.facts.jsonl").write_text("".join(facts[1:]))

        with pytest.raises(CaseError, match="g01"):
            read_gold(tmp_path / GOLD.name, SOURCE.read_bytes().decode(), "KAZ", 2020)
