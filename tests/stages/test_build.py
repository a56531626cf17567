"""The stages, one after another, in a copy of the checkout."""

import hashlib
import shutil
from pathlib import Path

import pandas as pd
import pytest

from pipeline.errors import DatasetError, SourceError
from pipeline.facts.fact import Fact
from pipeline.numerals.numeral import Numeral
from pipeline.publishing.coding_scores import CodingScores, scores_text
from pipeline.reading.document import Document
from pipeline.stages.extract import extract_documents
from pipeline.stages.inventory import list_sources
from pipeline.stages.paths import CODING_SCORES
from pipeline.stages.publish import publish_tables
from pipeline.stages.read import read_sources
from pipeline.stages.run import exit_status
from pipeline.stages.tables import write_checked_tables
from pipeline.tables.check import check_dataset
from tests.conftest import bytes_below
from tests.tables.gold_records import gold_ledger

PROCESSED = Path("data/processed")


def build() -> None:
    list_sources()
    read_sources()
    extract_documents()
    write_checked_tables()
    # What the annotated texts say of a core is measured elsewhere.
    CODING_SCORES.write_text(scores_text(CodingScores()))
    publish_tables()


def add_report(checkout: Path, name: str, text: str) -> None:
    documents = checkout / "data" / "raw" / "documents"
    (documents / f"{name}.txt").write_text(text, encoding="utf-8")
    digest = hashlib.sha256(text.encode()).hexdigest()
    (documents / f"{name}.yaml").write_text(
        f"title: {name}\npublisher: nobody\ncountry: KAZ\nyear: 2020\nurl: https://example.org/{name}\n"
        f"licence: none\nsha256: {digest}\n"
    )


class Counted:
    """A core that remembers which documents it was asked for, and finds nothing in any but the shipped one."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def __call__(self, document: Document) -> tuple[tuple[Numeral, ...], tuple[Fact, ...]]:
        self.asked.append(document.document_id)
        return gold_ledger(document) if document.document_id == "kazakhstan-2020" else ((), ())


@pytest.fixture
def core(checkout: Path, monkeypatch: pytest.MonkeyPatch) -> Counted:
    assert checkout.is_dir()
    counted = Counted()
    monkeypatch.setattr("pipeline.stages.extract.extract", counted)
    return counted


class TestABuild:
    def test_publishes_a_whole_dataset(self, checkout: Path) -> None:
        build()

        check_dataset(PROCESSED, checkout / "data" / "raw")

    def test_gives_the_same_bytes_again_and_from_nothing(self, checkout: Path) -> None:
        build()
        first = bytes_below(PROCESSED)
        intermediate = bytes_below(Path("build/extracted"))
        build()

        assert bytes_below(PROCESSED) == first
        shutil.rmtree(checkout / "build")
        shutil.rmtree(PROCESSED)
        build()
        assert bytes_below(PROCESSED) == first
        assert bytes_below(Path("build/extracted")) == intermediate

    def test_costs_one_more_report_only_that_report(self, checkout: Path, core: Counted) -> None:
        build()
        add_report(checkout, "another-2020", "Nothing happened.\n")
        build()

        assert core.asked == ["kazakhstan-2020", "another-2020"]

    def test_forgets_a_report_that_is_gone(self, checkout: Path, core: Counted) -> None:
        build()
        alone = bytes_below(PROCESSED)
        add_report(checkout, "another-2020", "Nothing happened.\n")
        build()
        for path in (checkout / "data" / "raw" / "documents").glob("another-2020.*"):
            path.unlink()
        build()

        assert bytes_below(PROCESSED) == alone
        assert sorted(path.name for path in Path("build/extracted").iterdir()) == ["kazakhstan-2020.jsonl"]
        assert core.asked == ["kazakhstan-2020", "another-2020"]

    def test_reads_again_what_the_program_reads_otherwise(self, checkout: Path, core: Counted) -> None:
        build()
        (checkout / "pipeline" / "facts" / "new_rule.py").write_text('"""A new rule."""\n')
        build()

        assert core.asked == ["kazakhstan-2020"] * 2

    def test_makes_a_damaged_file_anew(self, core: Counted) -> None:
        build()
        path = Path("build/extracted/kazakhstan-2020.jsonl")
        whole = path.read_bytes()
        damaged = whole.replace(b'"63,125"', b'"63,126"')
        assert damaged != whole
        path.write_bytes(damaged)
        build()

        assert path.read_bytes() == whole
        assert len(core.asked) == 2


class TestWhatFails:
    def test_a_dropped_numeral_stops_the_build_and_leaves_the_dataset(
        self, checkout: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        build()
        before = bytes_below(PROCESSED)

        def forgetful(document: Document) -> tuple[tuple[Numeral, ...], tuple[Fact, ...]]:
            numerals, facts = gold_ledger(document)
            return numerals[1:], facts

        monkeypatch.setattr("pipeline.stages.extract.extract", forgetful)
        (checkout / "pipeline" / "facts" / "new_rule.py").write_text('"""A new rule."""\n')

        with pytest.raises(DatasetError, match=r"“1” at offset 376 of document kazakhstan-2020, paragraph 7"):
            build()
        assert bytes_below(PROCESSED) == before

    def test_a_dropped_paragraph_of_a_source_is_named(self, checkout: Path) -> None:
        source = checkout / "data" / "raw" / "documents" / "kazakhstan-2020.txt"
        blocks = source.read_bytes().split(b"\n\n")
        source.write_bytes(b"\n\n".join(blocks[:9] + blocks[10:]))

        with pytest.raises(SourceError, match=r"kazakhstan-2020\.txt"):
            build()

    @pytest.mark.parametrize("name", ["report.txt", "notes.md", "documents/notes.md", "reports/report.txt"])
    def test_a_file_in_the_raw_data_is_never_passed_over(self, name: str, checkout: Path) -> None:
        path = checkout / "data" / "raw" / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("Police detained 12 persons.\n")

        with pytest.raises(SourceError, match=name.split("/", maxsplit=1)[0]):
            build()

    def test_is_one_sentence_and_the_status_2(self, checkout: Path, capsys: pytest.CaptureFixture[str]) -> None:
        (checkout / "data" / "raw" / "stray.txt").write_text("12\n")

        assert exit_status(list_sources) == 2
        told = capsys.readouterr()
        assert told.out == ""
        assert told.err.count("\n") == 1
        assert told.err.startswith("tallybook: data/raw/stray.txt: ")
        assert not (checkout / "build").exists()

    def test_a_wrong_parameter_is_named(self, checkout: Path, capsys: pytest.CaptureFixture[str]) -> None:
        read_sources()
        extract_documents()
        (checkout / "params.yaml").write_text("parquet: {compression: zstd, compression_level: many}\nquality: {}\n")

        assert exit_status(write_checked_tables) == 2
        assert "params.yaml: parquet.compression_level is 'many'; give a number" in capsys.readouterr().err


CUSTOM_PAGE = "<html><body>{}</body></html>".format(
    "".join(f"<h2>{name}</h2><h3>Arrests</h3><p>Nobody was detained.</p>" for name in ("Kazakhstan", "Kenya"))
)


class TestManySources:
    def describe(self, checkout: Path, name: str, data: bytes) -> None:
        path = checkout / "data" / "raw" / "documents" / name
        path.write_bytes(data)
        path.with_suffix(".yaml").write_text(
            f"title: {name}\npublisher: nobody\ncountry: KAZ\nyear: 2020\nurl: https://example.org/{name}\n"
            f"licence: none\nsha256: {hashlib.sha256(data).hexdigest()}\n"
        )

    def keep_going(self, checkout: Path) -> None:
        parameters = checkout / "params.yaml"
        parameters.write_text(parameters.read_text().replace("keep_going: false", "keep_going: true"))

    def test_each_report_of_a_page_is_a_document(self, checkout: Path, core: Counted) -> None:
        self.describe(checkout, "custom.html", CUSTOM_PAGE.encode())
        build()

        check_dataset(PROCESSED, checkout / "data" / "raw")
        documents = pd.read_parquet(PROCESSED / "documents.parquet")
        assert documents["document_id"].tolist() == ["custom.KAZ-2020", "custom.KEN-2020", "kazakhstan-2020"]
        assert documents["country"].tolist() == ["KAZ", "KEN", "KAZ"]
        build()
        assert core.asked == ["custom.KAZ-2020", "custom.KEN-2020", "kazakhstan-2020"]

    def test_two_of_one_id_are_refused(self, checkout: Path) -> None:
        self.describe(checkout, "custom.html", CUSTOM_PAGE.encode())
        self.describe(checkout, "custom.KEN-2020.txt", b"Nobody was detained.\n")

        with pytest.raises(SourceError, match=r"would both give a document custom\.KEN-2020; rename one"):
            build()

    def test_one_that_cannot_be_read_stops_the_build(self, checkout: Path) -> None:
        self.describe(checkout, "torn.pdf", b"%PDF-1.7\n")

        with pytest.raises(SourceError, match=r"torn\.pdf has no end of a PDF document"):
            build()

    def test_it_is_left_out_on_request_with_a_row(
        self, checkout: Path, core: Counted, capsys: pytest.CaptureFixture[str]
    ) -> None:
        self.keep_going(checkout)
        self.describe(checkout, "torn.pdf", b"%PDF-1.7\n")
        build()

        assert core.asked == ["kazakhstan-2020"]
        assert "left out: data/raw/documents/torn.pdf has no end" in capsys.readouterr().err
        check_dataset(PROCESSED, checkout / "data" / "raw")
        quality = pd.read_parquet(PROCESSED / "quality.parquet")
        (row,) = quality[quality["check"] == "source_left_out"].to_dict("records")
        assert row["path"] == "data/raw/documents/torn.pdf"
        assert row["message"].startswith("data/raw/documents/torn.pdf has no end of a PDF document; it was cut off")

    def test_a_document_of_a_format_that_is_not_read_is_left_out_too(self, checkout: Path, core: Counted) -> None:
        self.describe(checkout, "notes.docx", b"PK")
        with pytest.raises(SourceError, match=r"notes\.docx is a Word document, which cannot be read yet"):
            build()

        self.keep_going(checkout)
        build()

        assert core.asked == ["kazakhstan-2020"]
        check_dataset(PROCESSED, checkout / "data" / "raw")
        quality = pd.read_parquet(PROCESSED / "quality.parquet")
        assert quality.loc[quality["check"] == "source_left_out", "path"].tolist() == ["data/raw/documents/notes.docx"]

    def test_one_that_is_mended_is_read(self, checkout: Path, core: Counted) -> None:
        self.keep_going(checkout)
        self.describe(checkout, "torn.html", b"<html><body><p>Nobody was")
        build()
        self.describe(checkout, "torn.html", b"<html><body><p>Nobody was detained.</p></body></html>")
        build()

        assert core.asked == ["kazakhstan-2020", "torn"]
        assert not (pd.read_parquet(PROCESSED / "quality.parquet")["check"] == "source_left_out").any()

    def test_a_build_of_nothing_is_refused(self, checkout: Path) -> None:
        self.keep_going(checkout)
        for path in (checkout / "data" / "raw" / "documents").iterdir():
            path.unlink()
        self.describe(checkout, "torn.pdf", b"%PDF-1.7\n")

        with pytest.raises(SourceError, match="every source was left out"):
            build()
