"""`tallybook extract`."""

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

KEYS = [
    "numeral_id", "document", "start", "end", "surface", "role", "value", "low", "high", "approximation", "unit",
    "equivalent_of", "reason", "fact",
]  # fmt: skip
FACT_KEYS = [
    "fact_id", "indicator", "counted", "modality", "attributed_to", "period_start", "period_end", "part_of", "detail",
    "rule",
]  # fmt: skip

Run = Callable[..., tuple[int, str, str]]


def test_writes_an_object_an_entry_with_the_keys_in_order(run: Run, report: Path) -> None:
    status, out, err = run("extract", report)
    entries = [json.loads(line) for line in out.splitlines()]

    assert (status, err) == (0, "")
    assert [list(entry) for entry in entries] == [KEYS] * 4
    assert [entry["surface"] for entry in entries] == ["53", "12.5", "31", "12.5"]
    assert list(entries[0]["fact"]) == FACT_KEYS


def test_a_fact_takes_the_place_of_a_reason(run: Run, report: Path) -> None:
    first, second, *_ = (json.loads(line) for line in run("extract", report)[1].splitlines())

    assert first["reason"] is None
    assert (first["fact"]["period_start"], first["fact"]["period_end"]) == ("2020-06-06", None)
    assert first["fact"]["detail"] == {"usd_reported": [10, 12.5], "party": "Größe", "also": ["a.b"]}
    assert (second["reason"], second["fact"]) == ("the test codes only the first", None)


def test_whole_numbers_are_integers_and_the_rest_is_ascii(run: Run, report: Path) -> None:
    out = run("extract", report)[1]

    assert '"value": 53, ' in out
    assert '"value": 12.5, ' in out
    assert "Gr\\u00f6\\u00dfe" in out
    assert out.isascii()


def test_document_is_the_path_as_given(run: Run, report: Path) -> None:
    assert json.loads(run("extract", report.parent)[1].splitlines()[0])["document"] == str(report)


def test_options_describe_a_report_that_has_no_description(run: Run, report: Path) -> None:
    report.with_suffix(".yaml").unlink()

    assert run("extract", report, "--country", "KAZ", "--year", "2020")[0] == 0
    for options in ((), ("--country", "KAZ"), ("--year", "2020")):
        status, out, err = run("extract", report, *options)
        assert (status, out) == (2, "")
        assert err.count("\n") == 1
        assert "road.yaml" in err


def test_an_impossible_country_is_refused(run: Run, report: Path) -> None:
    status, out, err = run("extract", report, "--country", "Utopia", "--year", "2020")

    assert (status, out) == (2, "")
    assert "Utopia" in err


def test_one_bad_source_among_good_ones_leaves_nothing_written(run: Run, report: Path) -> None:
    report.with_name("zebra.txt").write_bytes(b"")
    report.with_name("zebra.yaml").write_bytes(report.with_suffix(".yaml").read_bytes())
    status, out, err = run("extract", report.parent)

    assert (status, out) == (2, "")
    assert "zebra.txt" in err


class TestKeepGoing:
    def test_leaves_out_what_cannot_be_read_and_says_so(self, run: Run, report: Path) -> None:
        good = run("extract", report.parent)[1]
        for name, data in (("aaa.html", b"<html><body>12"), ("zebra.pdf", b"")):
            report.with_name(name).write_bytes(data)
            report.with_name(name).with_suffix(".yaml").write_bytes(report.with_suffix(".yaml").read_bytes())
        status, out, err = run("extract", "--keep-going", report.parent)

        assert (status, out) == (0, good)
        assert [line.partition("sources/")[2].split()[0] for line in err.splitlines()] == ["aaa.html", "zebra.pdf"]
        assert all(line.startswith("tallybook: left out: ") for line in err.splitlines())

    def test_where_nothing_can_be_read_is_refused(self, run: Run, report: Path) -> None:
        report.write_bytes(b"")
        status, out, err = run("extract", "--keep-going", report.parent)

        assert (status, out) == (2, "")
        assert "is empty" in err


def test_each_report_of_a_file_comes_in_turn(run: Run, report: Path) -> None:
    prose = "Police detained {} protesters in the capital, and courts fined several of them."
    parts = [
        f"{name}\n\nSection 1. Arrests\n\n{prose.format(number)}" for name, number in (("France", 53), ("Kenya", 7))
    ]
    report.write_text("\n\n".join(["United Kingdom\n\nSection 1. Arrests\n\nNone.", *parts]), encoding="utf-8")
    entries = [json.loads(line) for line in run("extract", report)[1].splitlines()]
    text = report.read_text(encoding="utf-8")

    assert {entry["document"] for entry in entries} == {str(report)}
    assert [text[entry["start"] : entry["end"]] for entry in entries] == [entry["surface"] for entry in entries]
    assert [entry["surface"] for entry in entries if entry["surface"] != "1"] == ["53", "7"]


def test_does_not_load_what_it_does_not_need() -> None:
    code = (
        "import sys, contextlib, pipeline.commands.main as m\n"
        "with contextlib.suppress(BaseException): m.main(['extract', 'README.md'])\n"
        "import pipeline.facts.extraction\n"
        "print(sorted({'pandas', 'pyarrow', 'pandera', 'dvc', 'rich'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert done.stdout.splitlines()[-1] == "[]"
