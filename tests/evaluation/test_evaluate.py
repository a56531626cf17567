"""Running the extractor over cases, and what of it may be shown."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from pipeline.commands.main import main
from pipeline.evaluation.cases import Case
from pipeline.evaluation.comparison import Measure
from pipeline.evaluation.evaluate import disagreements, document_of, evaluate, without_held_out
from pipeline.evaluation.metrics import metrics_text
from pipeline.evaluation.report import disagreement_lines
from pipeline.evaluation.scores import summarize
from pipeline.facts import extraction
from pipeline.facts.fact import Fact
from pipeline.numerals.numeral import Numeral
from pipeline.reading.document import Document

Answer = tuple[tuple[Numeral, ...], tuple[Fact, ...]]


def silent(_: Document) -> Answer:
    return (), ()


def test_a_case_is_read_like_a_source_of_its_own(case: Case) -> None:
    document = document_of(case)

    assert (document.document_id, document.text) == (case.case_id, case.text)
    assert (document.sidecar.country, document.sidecar.year) == ("KAZ", 2020)


def test_disagreements_are_grouped_in_a_readers_order(case: Case) -> None:
    groups = disagreements(evaluate((case,), silent))

    assert list(dict.fromkeys(group.measure for group in groups)) == [
        Measure.COVERED,
        Measure.ROLE,
        Measure.VALUE,
        Measure.UNIT,
        Measure.FACT,
    ]


def test_a_disagreement_tells_both_codings_and_the_rule(case: Case, perfect: Answer) -> None:
    numerals, facts = perfect
    changed = tuple(replace(fact, indicator="violence.persons_killed", rule="violence.x") for fact in facts)
    groups = disagreements(evaluate((case,), lambda _: (numerals, changed)))
    lines = list(disagreement_lines(groups))

    assert {(group.measure, group.rule) for group in groups} == {(Measure.FACT, "violence.x")}
    assert lines[1] == f"fact, violence.x: {len(facts)}"
    (one, *_) = groups[0].disagreements
    assert str(one.wanted) in one.wanted_coding
    assert "violence.persons_killed" in one.got_coding
    assert f"[{one.surface}]" in one.context


def test_missed_facts_are_filed_by_what_they_should_have_been(case: Case, perfect: Answer) -> None:
    groups = disagreements(evaluate((case,), lambda _: (perfect[0], ())))

    assert {group.rule for group in groups} == {
        f"nothing answers for {entry.fact.indicator}" for entry in case.entries if entry.fact is not None
    }


def test_a_held_out_case_is_scored_and_not_shown(case: Case) -> None:
    held_out = replace(case, held_out=True)
    comparisons = evaluate((held_out,), silent)

    assert summarize(comparisons, 1).facts.recall == 0.0
    assert without_held_out((held_out,), comparisons) == ()
    assert without_held_out((case,), comparisons) == comparisons


def test_the_command_shows_no_word_of_a_held_out_case_unless_asked(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(extraction, "extract", silent)
    monkeypatch.setattr("pipeline.evaluation.evaluate.evaluate.__defaults__", (silent,))
    cases = tmp_path / "cases.jsonl"
    numerals = [{"s": "5", "role": "date"}]
    lines = (
        {"id": f"a-{number}", "country": "KAZ", "year": 2020, "text": f"May 5, {word}", "numerals": numerals}
        for number, word in ((2, "open"), (3, "secret"))
    )
    cases.write_text("\n".join(json.dumps(line) for line in lines))

    assert main(["evaluate", str(cases)]) == 0
    out = capsys.readouterr().out
    assert "open" in out
    assert "secret" not in out
    assert "a-3" not in out
    assert out.endswith("disagreements of cases held out are not listed; --held-out lists them.\n")

    assert main(["evaluate", str(cases), "--held-out"]) == 0
    assert "secret" in capsys.readouterr().out


def test_metrics_have_a_stable_form(case: Case, perfect: Answer) -> None:
    scores = summarize(evaluate((case,), lambda _: perfect), 1)
    sections = json.loads(metrics_text({"gold": scores, "dev": scores}))

    assert list(sections) == ["gold", "dev"]
    assert list(sections["gold"])[:4] == ["cases", "numerals", "extra", "covered"]
    assert sections["gold"]["families"]["fine"]["f1"] == 100.0
    assert "text" not in json.dumps(sections)
