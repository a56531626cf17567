import shutil
from pathlib import Path

import pytest

from tests.tables.gold_records import ROOT, gold_ledger

COPIED = ("pipeline", "schemas", "data/raw")
FILES = ("params.yaml", "requirements.lock", "pyproject.toml", "dvc.yaml", ".dvcignore", ".gitignore")


@pytest.fixture
def checkout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the checkout to build in, with a core that knows the shipped report by heart."""
    folder = tmp_path / "checkout"
    for name in COPIED:
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in FILES:
        shutil.copyfile(ROOT / name, folder / name)
    monkeypatch.chdir(folder)
    monkeypatch.setattr("pipeline.stages.extract.extract", gold_ledger)
    return folder
