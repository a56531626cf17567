"""What the files around the program promise each other."""

import re
import subprocess
import tomllib
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
LOCKS = {"requirements.lock": PROJECT["dependencies"]}
LOCKS["requirements-dev.lock"] = PROJECT["dependencies"] + PROJECT["optional-dependencies"]["dev"]


def locked(name: str) -> dict[str, str]:
    """Return the versions of a lock file by the normal form of the names."""
    lines = (ROOT / name).read_text(encoding="utf-8")
    return {
        normal(package): version for package, version in re.findall(r"^([\w.\[\]-]+)==(\S+) \\$", lines, re.MULTILINE)
    }


def normal(package: str) -> str:
    """Return the name by which two spellings of a package are one."""
    return re.sub(r"[-_.]+", "-", package.partition("[")[0]).lower()


@pytest.mark.parametrize("name", LOCKS)
def test_a_lock_pins_what_the_project_names(name: str) -> None:
    wanted = {normal(package): version for package, version in (one.split("==") for one in LOCKS[name])}

    assert wanted.items() <= locked(name).items()
    assert "setuptools" in locked(name), "what builds the package is not pinned"


@pytest.mark.parametrize("name", LOCKS)
def test_a_lock_holds_versions_and_hashes_and_no_address(name: str) -> None:
    lines = (ROOT / name).read_text(encoding="utf-8").splitlines()
    known = re.compile(r"[\w.\[\]-]+==\S+ \\|    --hash=sha256:[0-9a-f]{64}(?: \\)?|# .*|")

    assert [line for line in lines if not known.fullmatch(line)] == []
    assert not any("://" in line for line in lines)


def test_both_locks_agree() -> None:
    assert locked("requirements.lock").items() <= locked("requirements-dev.lock").items()


def test_help_lists_every_target_that_has_a_description() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    described = re.findall(r"^([a-z-]+):.*## ", makefile, re.MULTILINE)
    command = ["make", "--no-print-directory", "help"]
    shown = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout

    assert {"dataset", "test", "bench", "lock", "help"} <= set(described)
    assert [line.split()[0] for line in shown.splitlines()] == described


def test_integration_runs_the_test_command_of_the_readme() -> None:
    run = (ROOT / ".ci" / "run").read_text(encoding="utf-8").splitlines()

    assert [line.split()[1] for line in run if line.startswith("make ")] == ["test", "test-browser"]
    assert "\nmake test " in (ROOT / "README.md").read_text(encoding="utf-8")


def test_the_citation_is_of_this_version() -> None:
    citation = yaml.safe_load((ROOT / "CITATION.cff").read_text(encoding="utf-8"))

    assert (citation["version"], citation["type"], citation["license"]) == (PROJECT["version"], "dataset", "CC-BY-4.0")
    assert f"## {PROJECT['version']}" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")


def test_no_file_names_a_machine_or_a_registry() -> None:
    folders, hosts = ("work", "root", "home", "Users", "tmp"), ("pypi", "pythonhosted")
    named = re.compile(rf"(?<![\w./~-])/(?:{'|'.join(folders)})/|(?:{'|'.join(hosts)})\.org", re.IGNORECASE)
    texts = {path: path.read_bytes().decode("utf-8", "replace") for path in files_of_the_repository()}

    assert len(texts) > 100
    assert {str(path): found[0] for path, text in texts.items() if (found := named.search(text))} == {}


def files_of_the_repository() -> list[Path]:
    """Return the files that are written by hand or locked, wherever git is."""
    folders = ("pipeline", "schemas", "tests", "benchmarks", ".ci", "data/raw")
    found = [path for folder in folders for path in (ROOT / folder).rglob("*") if "__pycache__" not in path.parts]
    return [path for path in [*ROOT.iterdir(), *found] if path.is_file()]
