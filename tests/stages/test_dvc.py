"""`dvc.yaml` names for each stage every file of the program that the stage imports."""

import ast
import re
from pathlib import Path

import pytest
import yaml

from pipeline.stages.paths import EXTRACTION_PROGRAM, READING_PROGRAM
from tests.tables.gold_records import ROOT

STAGES = yaml.safe_load((ROOT / "dvc.yaml").read_text(encoding="utf-8"))["stages"]


def imported_files(start: Path) -> set[Path]:
    """The program's files that a module imports, at any depth, in functions too."""
    seen: set[Path] = set()
    open_files = [start]
    while open_files:
        path = open_files.pop()
        if path in seen:
            continue
        seen.add(path)
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            names: list[str] = []
            if isinstance(node, ast.ImportFrom) and node.module:
                names = [node.module, *(f"{node.module}.{alias.name}" for alias in node.names)]
            elif isinstance(node, ast.Import):
                names = [alias.name for alias in node.names]
            for name in names:
                found = ROOT / Path(*name.split(".")).with_suffix(".py")
                if name.split(".")[0] in {"pipeline", "schemas"} and found.is_file():
                    open_files.append(found)
    return seen


def is_under(path: Path, parts: list[str]) -> bool:
    return any(path == ROOT / part or (ROOT / part) in path.parents for part in parts)


@pytest.mark.parametrize("name", sorted(STAGES))
def test_a_stage_depends_on_all_that_it_imports(name: str) -> None:
    stage = STAGES[name]
    module = re.fullmatch(r'PATH="\.venv/bin:\$PATH" python -m (pipeline\.stages\.\w+)', stage["cmd"])
    assert module is not None
    files = imported_files(ROOT / Path(*module.group(1).split(".")).with_suffix(".py"))

    assert len(files) > 3
    assert sorted(str(path) for path in files if not is_under(path, stage["deps"])) == []


@pytest.mark.parametrize(("name", "program"), [("read", READING_PROGRAM), ("extract", EXTRACTION_PROGRAM)])
def test_the_key_of_an_item_covers_all_that_makes_it(name: str, program: tuple[Path, ...]) -> None:
    files = imported_files(ROOT / "pipeline" / "stages" / f"{name}.py")
    # How a stage is run, and what it shows meanwhile, decide nothing of what it makes.
    around = ["pipeline/stages", "pipeline/failures.py", "pipeline/printing.py", "pipeline/progress.py"]

    left = [path for path in files if not is_under(path, [*(str(part) for part in program), *around])]
    assert sorted(str(path) for path in left) == []


def test_only_the_published_dataset_persists_outside_the_build_folder() -> None:
    outputs = [
        (path, options) for stage in STAGES.values() for each in stage.get("outs", []) for path, options in each.items()
    ]

    assert [path for path, _ in outputs if not path.startswith("build/")] == ["data/processed"]
    assert all(options["cache"] is False for _, options in outputs)
    assert dict(outputs)["data/processed"]["persist"]
