"""A source is taken in whole with its sidecar, or not at all."""

import hashlib
from dataclasses import replace
from pathlib import Path

import pytest

from pipeline.errors import SidecarError, SourceError
from pipeline.reading.addition import add_source
from pipeline.reading.document import Sidecar
from pipeline.reading.source import find_sources, read_document

SIDECAR = Sidecar("T", "P", "KAZ", 2020, "https://example.org", "L", notes="“two”", is_excerpt=True)
DATA = b"\xef\xbb\xbfPolice detained 12 persons.\r\n"


@pytest.fixture
def source(tmp_path: Path) -> Path:
    path = tmp_path / "new" / "report.txt"
    path.parent.mkdir()
    path.write_bytes(DATA)
    return path


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "raw" / "documents"


def test_what_is_added_is_read_by_a_build(source: Path, folder: Path) -> None:
    addition = add_source(source, SIDECAR, folder)
    added = addition.path

    assert (added, addition.document_ids) == (folder / "report.txt", ("report",))
    assert added.read_bytes() == DATA
    assert sorted(path.name for path in folder.iterdir()) == ["report.txt", "report.yaml"]
    assert find_sources([folder]) == [added]
    document = read_document(added, require_sha256=True)
    assert document.sidecar == replace(SIDECAR, sha256=hashlib.sha256(DATA).hexdigest())


@pytest.mark.parametrize("there", ["report.txt", "report.yaml", "report.html", "inner/report.txt"])
def test_nothing_is_overwritten(source: Path, folder: Path, there: str) -> None:
    (folder / there).parent.mkdir(parents=True)
    (folder / there).write_bytes(b"old")

    with pytest.raises(SourceError, match=r"has the name of .*report\.txt already; rename the new source"):
        add_source(source, SIDECAR, folder)

    assert [path.read_bytes() for path in folder.rglob("*.*")] == [b"old"]


def test_a_source_that_cannot_be_read_is_not_taken_in(source: Path, folder: Path) -> None:
    source.write_bytes(b"%PDF-1.7")

    with pytest.raises(SourceError, match="is a PDF document"):
        add_source(source, SIDECAR, folder)

    assert not folder.exists()


@pytest.mark.parametrize(
    ("sidecar", "clause"),
    [
        (replace(SIDECAR, country="QQQ"), "the description of .*: `country` is 'QQQ'"),
        (replace(SIDECAR, title="half \ud800"), "`title` has a line break or a control character"),
        (replace(SIDECAR, year=20), "`year` is 20"),
    ],
)
def test_an_impossible_description_is_refused(source: Path, folder: Path, sidecar: Sidecar, clause: str) -> None:
    with pytest.raises(SidecarError, match=clause):
        add_source(source, sidecar, folder)

    assert not folder.exists()


def test_the_hash_of_another_file_is_refused(source: Path, folder: Path) -> None:
    with pytest.raises(SourceError, match="is not the file of its description"):
        add_source(source, replace(SIDECAR, sha256="0" * 64), folder)

    assert not folder.exists()


@pytest.mark.parametrize("fails_at", [0, 1])
def test_a_rename_that_fails_leaves_neither(
    source: Path, folder: Path, monkeypatch: pytest.MonkeyPatch, fails_at: int
) -> None:
    rename = Path.replace
    done: list[Path] = []

    def failing(self: Path, target: Path) -> Path:
        if len(done) == fails_at:
            raise OSError(28, "No space left on device")
        done.append(target)
        return rename(self, target)

    monkeypatch.setattr(Path, "replace", failing)

    with pytest.raises(SourceError, match=r"report\.txt cannot be written \(No space left on device\)"):
        add_source(source, SIDECAR, folder)

    assert list(folder.iterdir()) == []


def test_a_source_in_the_folder_itself_is_refused(source: Path) -> None:
    with pytest.raises(SourceError, match="already; move it elsewhere and add it from there"):
        add_source(source, SIDECAR, source.parent)

    assert source.read_bytes() == DATA
