"""No score may fall below its floor."""

from dataclasses import asdict
from pathlib import Path

import pytest
import yaml

from pipeline.evaluation.metrics import AnnotatedSets, score_sets
from pipeline.evaluation.scores import Scores

ROOT = Path(__file__).parent.parent.parent
FLOORS: dict[str, dict[str, float]] = yaml.safe_load(Path(__file__).with_name("floors.yaml").read_text())


@pytest.fixture(scope="module")
def scores() -> dict[str, Scores]:
    return score_sets(
        AnnotatedSets(
            gold=ROOT / "tests/gold/kazakhstan-2020.numerals.jsonl",
            cases=ROOT / "tests/cases/dev.jsonl",
            composed=ROOT / "tests/cases/composed.jsonl",
            composed_later=ROOT / "tests/cases/composed_later.jsonl",
            documents=ROOT / "tests/cases/documents.jsonl",
            sources=ROOT / "data/raw/documents",
        )
    )


@pytest.mark.parametrize("name", FLOORS)
def test_no_score_falls_below_its_floor(scores: dict[str, Scores], name: str) -> None:
    facts = {f"fact_{key}": value for key, value in asdict(scores[name].facts).items()}
    reached = {**asdict(scores[name]), **facts}
    fallen = {
        measure: (reached[measure], floor)
        for measure, floor in FLOORS[name].items()
        if reached[measure] is None or reached[measure] < floor
    }

    assert fallen == {}


def test_every_set_has_floors_and_cases(scores: dict[str, Scores]) -> None:
    assert list(FLOORS) == list(scores)
    assert [scores[name].cases for name in FLOORS] == [1, 114, 56, 160, 142, 124, 10]
    assert scores["gold"].numerals == 138
    assert all(FLOORS.values())
