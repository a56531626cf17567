"""A copy of this checkout in which the dataset was built by the real program, for the tests of the whole."""

import fcntl
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import settings

# How long a machine takes under load is no property of a text.
settings.register_profile("no deadline", deadline=None)
settings.load_profile("no deadline")

ROOT = Path(__file__).parent.parent
NOT_COPIED = (
    ".git", ".venv", "build", "processed", ".processed.*", "tests", ".*cache", ".hypothesis", "__pycache__",
    "*.egg-info", "tmp",
)  # fmt: skip


def bytes_below(folder: Path) -> dict[str, bytes]:
    """Return the bytes of every file below a folder by its path there."""
    files = (path for path in sorted(folder.rglob("*")) if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Let the tests of stages and of whole builds go first: they are long, and last they would keep one worker alone.

    The stages are first of all. While one worker makes the build that all share, the other has stages to test that do
    without it.
    """
    items.sort(key=lambda item: (item.path.parent.name != "stages", "built" not in getattr(item, "fixturenames", ())))


class Checkout:
    """A folder with a copy of the checkout, and commands run in it with the environment of these tests."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
        self.environment = {**os.environ, "PATH": path, "DVC_NO_ANALYTICS": "1"}

    def run(self, *command: str) -> subprocess.CompletedProcess[str]:
        """Run a command and return how it ended."""
        return subprocess.run(
            command, cwd=self.folder, env=self.environment, capture_output=True, text=True, check=False
        )

    def output(self, *command: str) -> str:
        """Run a command and return what it printed; its failure is the failure of the test."""
        done = self.run(*command)
        assert done.returncode == 0, f"{command}: {done.stderr or done.stdout}"
        return done.stdout

    def copy(self, folder: Path) -> "Checkout":
        """Return a copy, built as far as this one, to spoil."""
        shutil.copytree(self.folder, folder, symlinks=True)
        return Checkout(folder)


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Checkout:
    """A copy of this checkout after `dvc repro`, one for all workers; no test changes it."""
    base = tmp_path_factory.getbasetemp()
    shared = base.parent if "PYTEST_XDIST_WORKER" in os.environ else base
    folder, done = shared / "built" / "tallybook", shared / "built.done"
    with (shared / "built.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not done.exists():
            shutil.rmtree(folder, ignore_errors=True)
            build_copy(folder)
            done.touch()
    return Checkout(folder)


def build_copy(folder: Path) -> None:
    """Make a copy of this checkout at `folder`, and build the dataset in it."""
    shutil.copytree(ROOT, folder, ignore=shutil.ignore_patterns(*NOT_COPIED))
    # The annotated texts are inputs of the build too.
    for name in ("cases", "gold"):
        shutil.copytree(ROOT / "tests" / name, folder / "tests" / name)
    checkout = Checkout(folder)
    checkout.output("git", "init", "--quiet")
    checkout.output("dvc", "repro", "--quiet")
