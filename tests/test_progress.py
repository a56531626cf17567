"""Progress is for a person who waits, and never changes what is gone through."""

import io
import sys

import pytest

from pipeline.progress import followed


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize("count", [0, 1, 7])
def test_everything_is_gone_through_in_its_order(count: int, capsys: pytest.CaptureFixture[str]) -> None:
    assert list(followed(range(count), "reading")) == list(range(count))
    assert capsys.readouterr() == ("", "")


def test_a_terminal_sees_a_bar_on_stderr_alone(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    monkeypatch.setenv("TERM", "xterm")
    gone_through = list(followed([1, 2, 3], "reading"))

    assert gone_through == [1, 2, 3]
    assert "reading" in terminal.getvalue()
    assert capsys.readouterr().out == ""


def test_a_single_thing_needs_no_bar(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)

    assert list(followed(["report"], "reading")) == ["report"]
    assert terminal.getvalue() == ""
