"""The published dataset is replaced all or nothing, however the build ends."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from pipeline.publishing import swap
from pipeline.publishing.swap import folder_beside, replace_folder
from pipeline.tables.check import check_dataset
from pipeline.tables.dataset_tables import Tables
from pipeline.tables.manifest import Build, read_manifest
from pipeline.tables.parquet import ParquetLayout, write_tables
from tests.conftest import bytes_below
from tests.tables.gold_records import ROOT, TOLERANCES, gold_extraction, shipped_valuer

SLOW_PUBLISH = """
import shutil, sys, time
from pathlib import Path
from pipeline.publishing.publication import publish
from pipeline.tables.manifest import Build
copy = shutil.copyfile
def slow(source, target):
    print("copying", flush=True)
    time.sleep(0.02)
    return copy(source, target)
shutil.copyfile = slow
publish(Path(sys.argv[1]), Path(sys.argv[2]), Build("2"))
print("done", flush=True)
"""


def write(name: str, text: str, folder: Path) -> None:
    (folder / name).write_text(text)


def built(folder: Path, version: str) -> Path:
    from pipeline.tables.build import build_tables  # noqa: PLC0415 (pandas is slow to load)

    tables: Tables = build_tables([gold_extraction()], TOLERANCES, shipped_valuer())
    folder.mkdir()
    write_tables(folder, tables, ParquetLayout("zstd", 1, 65536), version)
    return folder


class TestReplaceFolder:
    def test_fills_a_folder_that_was_not_there(self, tmp_path: Path) -> None:
        replace_folder(tmp_path / "data" / "target", lambda folder: write("a", "1", folder))

        assert [path.name for path in (tmp_path / "data").iterdir()] == ["target"]
        assert (tmp_path / "data" / "target" / "a").read_text() == "1"

    @pytest.mark.parametrize("atomic", [True, False])
    def test_replaces_the_whole_folder(self, *, atomic: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        if not atomic:
            monkeypatch.setattr(swap, "_exchange", lambda _one, _other: False)
        target = tmp_path / "target"
        replace_folder(target, lambda folder: write("old", "1", folder))
        replace_folder(target, lambda folder: write("new", "2", folder))

        assert [path.name for path in tmp_path.iterdir()] == ["target"]
        assert [path.name for path in target.iterdir()] == ["new"]

    def test_leaves_the_folder_when_filling_fails(self, tmp_path: Path) -> None:
        target = tmp_path / "target"
        replace_folder(target, lambda folder: write("old", "1", folder))

        def fail(folder: Path) -> None:
            write("half", "2", folder)
            raise RuntimeError

        with pytest.raises(RuntimeError):
            replace_folder(target, fail)
        assert [path.name for path in tmp_path.iterdir()] == ["target"]
        assert [path.name for path in target.iterdir()] == ["old"]

    def test_brings_back_what_was_killed_between_two_renames(self, tmp_path: Path) -> None:
        target, old = tmp_path / "target", tmp_path / ".target.old"
        old.mkdir()
        write("old", "1", old)
        folder_beside(target).mkdir()

        def fail(_folder: Path) -> None:
            raise RuntimeError

        with pytest.raises(RuntimeError):
            replace_folder(target, fail)
        assert (target / "old").read_text() == "1"

    @pytest.mark.skipif(sys.platform != "linux", reason="only Linux exchanges two folders in one step")
    def test_exchanges_in_one_step_here(self, tmp_path: Path) -> None:
        one, other = tmp_path / "one", tmp_path / "other"
        one.mkdir()
        other.mkdir()
        write("a", "1", one)

        assert swap._exchange(one, other)  # noqa: SLF001 (the step itself)
        assert (other / "a").exists()


@pytest.mark.skipif(os.name != "posix", reason="kills as POSIX does")
def test_a_killed_publication_leaves_the_last_good_dataset(tmp_path: Path) -> None:
    target = tmp_path / "processed"
    first, second = built(tmp_path / "first", "1"), built(tmp_path / "second", "2")
    from pipeline.publishing.publication import publish  # noqa: PLC0415

    publish(first, target, Build("1"))
    before = bytes_below(target)
    half_way = 0
    for copied in (1, 5, 11):
        with subprocess.Popen(
            [sys.executable, "-c", SLOW_PUBLISH, str(second), str(target)], stdout=subprocess.PIPE, cwd=ROOT
        ) as process:
            assert process.stdout is not None
            for _ in range(copied):
                assert process.stdout.readline() == b"copying\n"
            time.sleep(0.005)
            os.kill(process.pid, signal.SIGKILL)
        half_way += folder_beside(target).is_dir()

        assert process.returncode == -signal.SIGKILL
        assert bytes_below(target) == before
        check_dataset(target)

    assert half_way == 3
    publish(second, target, Build("2"))
    assert read_manifest(target).build.version == "2"
    check_dataset(target)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["first", "processed", "second"]
