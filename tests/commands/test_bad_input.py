"""Input that cannot be read: one sentence that names the file and the remedy, status 2, and nothing written."""

import hashlib
import os
import shlex
from collections.abc import Callable
from pathlib import Path

import pytest

from pipeline.reading import formats
from pipeline.stages.read import read_sources
from pipeline.stages.run import exit_status
from tests.reading.pdf_files import ENCRYPTION, Words, pdf_of

Run = Callable[..., tuple[int, str, str]]

BAD_SOURCES = {
    "empty": (b"", "is empty"),
    "only blanks": (b" \n\t\n", "holds no text"),
    "binary": (bytes(range(1, 32)) * 40, "control characters"),
    "a NUL": (b"Police\0detained 12 persons.", "is a NUL"),
    "an unknown encoding": ("Полиция задержала 12 человек. ".encode("koi8-r") * 20, "encoding that cannot be told"),
    "cut off": ("Police detained 12 persons — ".encode()[:-2], "cut off"),
    "damaged": ("É détenu – ".encode() * 20 + b"\xff\xfe 12 persons", "damaged character"),
    "encrypted": (b"-----BEGIN PGP MESSAGE-----\n\nhQ", "an encrypted message"),
    "a PDF": (b"%PDF-1.7\n%\xe2\xe3", "a PDF document"),
    "an office document": (b"PK\x03\x04rest", "an office document"),
    "a web page": (b"<!DOCTYPE html><html><p>12</p></html>", "a web page"),
    "too large": (b"Police detained 12 persons. " * 80, "too large"),
}
SIDECAR = "title: Roads\npublisher: Ministry\ncountry: GBR\nyear: 2020\nurl: https://example.org/\nlicence: none\n"
BAD_BY_FORMAT = {
    "an empty page": ("road.html", b"", "is empty"),
    "a binary page": ("road.htm", b"<p>" + bytes(range(1, 32)) * 40, "control characters"),
    "a page that is text": ("road.html", b"Police detained 12 persons.", "has no HTML in it"),
    "a page cut off": ("road.html", b"<html><body><p>Police detained 12", "was cut off"),
    "a page too large": ("road.html", b"<p>12</p>" * 600, "too large"),
    "a PDF as a page": ("road.html", b"%PDF-1.7\n", "is a PDF document, not a web page"),
    "a page as a PDF": ("road.pdf", b"<!DOCTYPE html><p>12</p>", "is no PDF document"),
    "an empty PDF": ("road.pdf", b"", "is empty"),
    "a PDF cut off": ("road.pdf", pdf_of([[Words(72, 700, "12 men")]])[:300], "was cut off"),
    "an encrypted PDF": ("road.pdf", pdf_of([[Words(72, 700, "12 men")]], ENCRYPTION), "is encrypted"),
    "a scanned PDF": ("road.pdf", pdf_of([[], []]), "has no text, only pictures"),
    "a PDF too large": ("road.pdf", pdf_of([[Words(72, 700, "12 men")]] * 40), "too large"),
}
BAD_SIDECARS = {
    "no title": (SIDECAR.replace("title: Roads\n", ""), "title"),
    "an empty licence": (SIDECAR.replace("licence: none", "licence: ''"), "licence"),
    "no such country": (SIDECAR.replace("GBR", "XYZ"), "XYZ"),
    "two letters": (SIDECAR.replace("GBR", "GB"), "GB"),
    "an impossible year": (SIDECAR.replace("2020", "20200"), "year"),
    "a year in words": (SIDECAR.replace("2020", "last year"), "year"),
    "an address of no site": (SIDECAR.replace("https://example.org/", "roads"), "url"),
    "an unknown key": (f"{SIDECAR}pages: 12\n", "pages"),
    "a key twice": (f"{SIDECAR}year: 2021\n", "year"),
    "a wrong hash": (f"{SIDECAR}sha256: {'0' * 64}\n", "sha256"),
    "an impossible day": (f"{SIDECAR}published: 2021-02-30\n", "published"),
    "no YAML": ("title: [", "road.yaml"),
    "a list": ("- title\n", "road.yaml"),
    "nothing": ("", "road.yaml"),
}


def files(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def assert_refused(told: tuple[int, str, str], name: str, clause: str) -> None:
    status, out, err = told
    assert (status, out) == (2, "")
    assert err.startswith("tallybook: ")
    assert err.count("\n") == 1
    assert name in err
    assert clause in err


@pytest.mark.parametrize(("data", "clause"), BAD_SOURCES.values(), ids=BAD_SOURCES)
class TestASource:
    @pytest.fixture(autouse=True)
    def spoil(self, data: bytes, report: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(formats, "LARGEST_SOURCE", 2000)
        report.write_bytes(data)

    def test_is_not_extracted(self, data: bytes, clause: str, run: Run, report: Path) -> None:
        assert_refused(run("extract", report), "road.txt", clause)
        assert report.read_bytes() == data

    def test_is_not_added(self, data: bytes, clause: str, run: Run, report: Path, tmp_path: Path) -> None:
        described = "--country KGZ --year 2021 --title T --publisher P --licence L --url https://example.org/"
        told = run("add", report, *shlex.split(described), "--sources", tmp_path / "raw")

        assert_refused(told, "road.txt", clause)
        assert report.read_bytes() == data
        assert not (tmp_path / "raw").exists() or files(tmp_path / "raw") == {}

    def test_is_not_built(
        self,
        data: bytes,
        clause: str,
        report: Path,
        tmp_path: Path,
        monkeypatch: pytest.MonkeyPatch,
        capsys: pytest.CaptureFixture[str],
    ) -> None:
        report.with_suffix(".yaml").write_text(f"{SIDECAR}sha256: {hashlib.sha256(data).hexdigest()}\n")
        (tmp_path / "data" / "raw").mkdir(parents=True)
        report.parent.rename(tmp_path / "data" / "raw" / "documents")
        (tmp_path / "params.yaml").write_text("sources: {keep_going: false}\n")
        before = files(tmp_path)
        monkeypatch.chdir(tmp_path)
        status = exit_status(read_sources)
        told = capsys.readouterr()

        assert_refused((status, told.out, told.err), "data/raw/documents/road.txt", clause)
        assert files(tmp_path) == before
        assert not Path("build").exists()


@pytest.mark.parametrize(("name", "data", "clause"), BAD_BY_FORMAT.values(), ids=BAD_BY_FORMAT)
class TestASourceOfAnotherFormat:
    def test_is_refused_and_nothing_is_written(
        self, name: str, data: bytes, clause: str, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(formats, "LARGEST_SOURCE", 5000)
        source = tmp_path / name
        source.write_bytes(data)
        source.with_suffix(".yaml").write_text(SIDECAR)
        before = files(tmp_path)
        described = "--country KGZ --year 2021 --title T --publisher P --licence L --url https://example.org/"

        assert_refused(run("extract", source), name, clause)
        assert_refused(run("add", source, *shlex.split(described), "--sources", tmp_path / "raw"), name, clause)
        assert files(tmp_path) == before


@pytest.mark.parametrize(("description", "clause"), BAD_SIDECARS.values(), ids=BAD_SIDECARS)
class TestADescription:
    def test_is_refused(self, description: str, clause: str, run: Run, report: Path, tmp_path: Path) -> None:
        report.with_suffix(".yaml").write_text(description)
        before = files(tmp_path)

        assert_refused(run("extract", report), "road", clause)
        assert files(tmp_path) == before


def test_a_source_nobody_may_read_is_refused(run: Run, report: Path) -> None:
    report.chmod(0)
    if os.access(report, os.R_OK):
        pytest.skip("the superuser may read it")

    assert_refused(run("extract", report), "road.txt", "permissions")
