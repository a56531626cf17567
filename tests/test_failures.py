"""A failure is one sentence and a status; only a mistake of the program can show more, and only when asked."""

import pytest

from pipeline.errors import SourceError
from pipeline.failures import BAD_INPUT, INTERRUPTED, PROGRAM_MISTAKE, SHOW_TRACEBACK, located, status_and_sentence
from pipeline.stages.run import exit_status


def raising(error: BaseException) -> None:
    raise error


def test_what_we_refuse_is_its_own_sentence() -> None:
    assert status_and_sentence(SourceError("a.txt is empty; remove it.")) == (BAD_INPUT, "a.txt is empty; remove it.")


def test_a_name_from_outside_cannot_steer_the_terminal() -> None:
    _, sentence = status_and_sentence(SourceError("\x1b[31m.txt\nis empty"))

    assert sentence == "\\x1b[31m.txt is empty"


@pytest.mark.parametrize(
    ("error", "sentence"),
    [
        (FileNotFoundError(2, "No such file", "a.txt"), "a.txt: No such file; correct it and run again."),
        (OSError("the disk is full"), "output: the disk is full; correct it and run again."),
    ],
)
def test_the_system_s_errors_name_the_file(error: OSError, sentence: str) -> None:
    assert status_and_sentence(error) == (BAD_INPUT, sentence)


def test_a_mistake_of_the_program_says_what_it_met() -> None:
    with pytest.raises(KeyError) as caught, located("reports/a.txt"):
        raising(KeyError("verb"))
    status, sentence = status_and_sentence(caught.value)

    assert status == PROGRAM_MISTAKE
    assert sentence.startswith("a mistake of the program (KeyError: 'verb', in reports/a.txt); report it")


def test_its_traceback_is_for_whoever_asks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(SHOW_TRACEBACK, "1")

    with pytest.raises(KeyError):
        status_and_sentence(KeyError("verb"))


@pytest.mark.parametrize(
    ("error", "status", "lines"),
    [(SourceError("no"), BAD_INPUT, 1), (KeyError("verb"), PROGRAM_MISTAKE, 1), (KeyboardInterrupt(), INTERRUPTED, 0)],
)
def test_a_stage_ends_with_a_status_and_a_sentence(
    error: BaseException, status: int, lines: int, capsys: pytest.CaptureFixture[str]
) -> None:
    assert exit_status(lambda: raising(error)) == status
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err.count("\n") == lines
    assert "Traceback" not in told.err


def test_a_stage_that_ends_well_says_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    assert exit_status(lambda: None) == 0
    assert capsys.readouterr() == ("", "")
