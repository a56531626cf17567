"""What holds for every verb."""

import os
import shlex
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from pipeline.commands import rates
from pipeline.commands.main import app
from pipeline.facts import extraction
from pipeline.failures import SHOW_TRACEBACK

ROOT = Path(__file__).parent.parent.parent
TALLYBOOK = [sys.executable, "-m", "pipeline.commands.main"]
VERBS = [command.name or "" for command in app.registered_commands]
VERBS_OF_RATES = [f"rates {command.name}" for command in rates.app.registered_commands]

Run = Callable[..., tuple[int, str, str]]


def test_all_verbs_are_there() -> None:
    assert VERBS == ["extract", "explain", "cite", "review", "check", "publish", "add", "evaluate"]
    assert VERBS_OF_RATES == ["rates import", "rates update"]


@pytest.mark.parametrize("verb", [*VERBS, *VERBS_OF_RATES])
def test_every_help_has_an_example_of_its_verb(run: Run, verb: str) -> None:
    status, out, _ = run(*verb.split(), "--help")

    assert status == 0
    assert f"tallybook {verb}" in out.partition("Example:")[2]


def test_no_argument_shows_the_verbs(run: Run) -> None:
    status, out, _ = run()

    assert status == 0
    assert all(verb in out for verb in VERBS)


def test_version_is_that_of_the_distribution(run: Run) -> None:
    assert run("--version")[:2] == (0, "tallybook 0.1.0\n")


@pytest.mark.parametrize(
    "line",
    [
        "nonsense",
        "extract",
        "extract --nonsense x",
        "extract nowhere.txt",
        "extract nowhere.txt --year soon",
        "explain f-x --dataset nowhere",
        "cite f-x --dataset nowhere",
        "review --dataset nowhere",
        "review --limit 0",
        "evaluate nowhere.jsonl",
        "add nowhere.txt --country KAZ --year 2020 --title T --publisher P --licence L --url https://example.org/",
        "check nowhere",
        "publish here --dataset nowhere",
        "rates import nowhere.csv",
        "rates update --dataset nowhere",
    ],
)
def test_a_mistake_is_one_sentence_and_status_2(
    run: Run, line: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    status, out, err = run(*shlex.split(line))

    assert (status, out) == (2, "")
    assert err.startswith("tallybook: ")
    assert err.count("\n") == 1
    assert list(tmp_path.iterdir()) == []


def test_a_mistake_of_the_program_shows_no_traceback_unless_asked(
    run: Run, report: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(_: object) -> None:
        raise ZeroDivisionError("a bug")

    monkeypatch.setattr(extraction, "extract", broken)
    status, out, err = run("extract", report)

    assert (status, out) == (70, "")
    assert "ZeroDivisionError: a bug" in err
    assert err.count("\n") == 1
    monkeypatch.setenv(SHOW_TRACEBACK, "1")
    with pytest.raises(ZeroDivisionError):
        run("extract", report)


def test_an_interrupt_is_silent(run: Run, report: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(extraction, "extract", interrupted)

    assert run("extract", report) == (130, "", "")


def test_a_reader_that_closes_the_pipe_gets_no_complaint() -> None:
    reader, writer = os.pipe()
    os.close(reader)
    with os.fdopen(writer, "wb") as closed:
        done = subprocess.run([*TALLYBOOK, "--help"], stdout=closed, stderr=subprocess.PIPE, cwd=ROOT, check=False)

    assert (done.returncode, done.stderr) == (1, b"")


def test_the_locale_does_not_decide_what_can_be_printed(tmp_path: Path) -> None:
    environment = {**os.environ, "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    done = subprocess.run(
        [*TALLYBOOK, "extract", str(tmp_path / "größe.txt")],
        capture_output=True,
        cwd=ROOT,
        env=environment,
        check=False,
    )

    assert done.returncode == 2
    assert b"Traceback" not in done.stderr


def test_an_interrupt_from_the_terminal_leaves_no_traceback(tmp_path: Path) -> None:
    code = (
        # A program that is started in the background inherits that interrupts are ignored.
        "import signal\n"
        "signal.signal(signal.SIGINT, signal.default_int_handler)\n"
        "import time, pipeline.commands.main as m, pipeline.reading.source as s\n"
        "s.find_sources = lambda paths: (print('here', flush=True), time.sleep(30))\n"
        "raise SystemExit(m.main(['extract', 'x']))"
    )
    process = subprocess.Popen(
        [sys.executable, "-c", code], stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=ROOT, text=True
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "here\n"
    time.sleep(0.1)
    process.send_signal(signal.SIGINT)
    _, err = process.communicate(timeout=20)

    assert (process.returncode, err) == (130, "")
    assert list(tmp_path.iterdir()) == []


def test_add_puts_a_report_among_the_sources(run: Run, report: Path, tmp_path: Path) -> None:
    described = "--country KGZ --year 2021 --title T --publisher P --licence L --url https://example.org/ --excerpt"
    status, out, _ = run(
        "add", report, *shlex.split(described), "--published", "2022-01-02", "--sources", tmp_path / "raw"
    )
    description = (tmp_path / "raw" / "road.yaml").read_text()

    assert status == 0
    assert "road.txt: added" in out
    assert (tmp_path / "raw" / "road.txt").read_bytes() == report.read_bytes()
    assert "published: 2022-01-02\n" in description
    assert "is_excerpt: true\n" in description
    assert "sha256: " in description
