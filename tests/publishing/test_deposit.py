"""A folder for an archive is whole, says what it is, and keeps private names to itself where that is asked."""

import json
import shutil
from dataclasses import replace
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from pipeline.commands.main import main
from pipeline.errors import DatasetError
from pipeline.publishing.deposit import write_deposit
from pipeline.publishing.private_names import HIDDEN, private_names
from pipeline.publishing.redaction import redacted
from pipeline.tables.check import check_dataset
from pipeline.tables.hard_checks import table_problems
from pipeline.tables.parquet import read_tables
from tests.conftest import bytes_below

# Persons whom the shipped report names in sentences with a coded number, and a president whom it names as a candidate.
PRIVATE = ("Bokayev", "Improta", "Cortese", "Stampacchia", "Armeni", "Leoni", "Tramma", "Bakauov")
PUBLIC = "Tokayev"


class TestTheFolder:
    @pytest.fixture(scope="class")
    @staticmethod
    def deposit(dataset: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
        folder = tmp_path_factory.mktemp("archive") / "deposit"
        write_deposit(dataset, folder)
        return folder

    def test_holds_the_dataset_as_it_was_published(self, deposit: Path, dataset: Path) -> None:
        published, deposited = bytes_below(dataset), bytes_below(deposit)
        own = {"manifest.json", "checksums.txt"}

        assert deposited.keys() - published.keys() == {"README.md", ".zenodo.json"}
        assert {path for path in published if deposited[path] != published[path]} == own
        check_dataset(deposit)

    def test_has_a_readme_that_names_files_that_are_there(self, deposit: Path) -> None:
        readme = (deposit / "README.md").read_text(encoding="utf-8")
        named = [line.split("`")[1] for line in readme.splitlines() if line.startswith("| `")]
        files = [name for name in named if (deposit / name).exists()]

        assert len(files) > 15
        assert [name for name in named if name.endswith((".parquet", ".html")) and name not in files] == []
        assert "names of private persons" not in readme
        assert "| `detention.persons_detained` |" in readme

    def test_fills_the_form_of_an_archive(self, deposit: Path) -> None:
        form = json.loads((deposit / ".zenodo.json").read_text(encoding="utf-8"))

        assert (form["upload_type"], form["license"]) == ("dataset", "cc-by-4.0")
        assert form["related_identifiers"][0]["identifier"].startswith("https://www.state.gov/")


class TestWithoutNames:
    @pytest.fixture(scope="class")
    @staticmethod
    def deposit(dataset: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
        folder = tmp_path_factory.mktemp("archive") / "deposit"
        write_deposit(dataset, folder, redact_persons=True)
        return folder

    def test_no_file_holds_one(self, deposit: Path, dataset: Path) -> None:
        before = b"".join(bytes_below(dataset).values()).decode("utf-8", "replace")
        # Parquet is compressed, so its cells are looked at one by one.
        cells = [
            str(cell)
            for path in deposit.glob("*.parquet")
            for column in pq.read_table(path).columns
            for cell in column.to_pylist()
        ]
        after = "\n".join([*cells, *(path.decode("utf-8", "replace") for path in bytes_below(deposit).values())])

        assert all(name in before for name in PRIVATE)
        assert [name for name in PRIVATE if name in after or name.upper() in after] == []
        assert PUBLIC in after

    def test_what_is_left_is_whole_and_says_what_it_is(self, deposit: Path, capsys: pytest.CaptureFixture[str]) -> None:
        assert main(["check", str(deposit), "--raw", str(deposit / "nowhere")]) == 0
        assert "whole, without 8 names of private persons" in capsys.readouterr().out
        assert "without names of private persons" in (deposit / "README.md").read_text(encoding="utf-8")

    def test_no_id_and_no_offset_moves(self, deposit: Path, dataset: Path) -> None:
        kept = ["fact_id", "paragraph_id", "numeral_id", "start", "end", "surface", "value", "indicator", "candidate"]
        before, after = (pq.read_table(folder / "facts.parquet") for folder in (dataset, deposit))

        assert after.select(kept).equals(before.select(kept))
        for old, new in zip(before.to_pylist(), after.to_pylist(), strict=True):
            assert len(new["quote"]) == len(old["quote"])
            assert (HIDDEN in new["quote"]) == any(name in old["quote"] for name in PRIVATE)
            if HIDDEN in new["quote"]:
                assert "█" not in new["source_url"]
                assert old["source_url"].startswith(new["source_url"])

    def test_a_copy_of_the_copy_stays_without_them(self, deposit: Path, tmp_path: Path) -> None:
        assert write_deposit(deposit, tmp_path / "again", redact_persons=True).build.redaction is not None


class TestWhatIsRefused:
    def test_a_folder_that_is_not_empty(self, dataset: Path, tmp_path: Path) -> None:
        (tmp_path / "mine.txt").write_text("mine")

        with pytest.raises(DatasetError, match="not empty"):
            write_deposit(dataset, tmp_path)
        assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]

    @pytest.mark.parametrize("spoiled", ["facts.parquet", "codebook.md", "csv/fines.csv", "checksums.txt"])
    def test_a_dataset_that_is_not_whole(self, spoiled: str, dataset: Path, tmp_path: Path) -> None:
        copy = tmp_path / "copy"
        shutil.copytree(dataset, copy)
        path = copy / spoiled
        path.write_bytes(path.read_bytes() + b" ")

        with pytest.raises(DatasetError, match=spoiled):
            write_deposit(copy, tmp_path / "deposit")
        assert not (tmp_path / "deposit").exists()

    def test_a_dataset_of_another_version(self, dataset: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr("pipeline.publishing.deposit.package_version", lambda: "99.0.0")

        with pytest.raises(DatasetError, match=r"99\.0\.0"):
            write_deposit(dataset, tmp_path / "deposit")


class TestNames:
    def hidden(self, text: str, *persons: str, candidates: tuple[str, ...] = ()) -> str:
        return private_names(persons, candidates, [text]).hidden(text)

    def test_are_hidden_whole_and_word_by_word(self) -> None:
        text = "Police held Ana de la Cruz, 34. CRUZ was fined; Cruz's brother Cruzado was not."

        assert self.hidden(text, "Ana de la Cruz") == (
            "Police held ███ ██ ██ ████, 34. ████ was fined; ████'s brother Cruzado was not."
        )

    def test_of_several_in_a_cell_are_hidden_each(self) -> None:
        assert self.hidden("Ada Obi\nand Ben Eze", "Ada  Obi; Ben Eze") == "███ ███\nand ███ ███"

    @pytest.mark.parametrize(
        ("text", "person", "hidden"),
        [
            ("On May 3 police freed May Hope in the hope of calm. Hope left.", "May Hope",
             "On May 3 police freed ███ ████ in the hope of calm. Hope left."),
            ("They fined Li Xu. Li left.", "Li Xu", "They fined ██ ██. Li left."),
            ("The court fined two monks.", "two monks", "The court fined two monks."),
        ],
    )  # fmt: skip
    def test_a_word_of_the_language_stands(self, text: str, person: str, hidden: str) -> None:
        assert self.hidden(text, person) == hidden

    def test_of_candidates_stand(self) -> None:
        text = "Aida Osei won 40 percent. Aida Osei was fined, as was Kofi Osei."

        assert self.hidden(text, "Aida Osei", "Kofi Osei", candidates=("Aida Osei",)) == (
            "Aida Osei won 40 percent. Aida Osei was fined, as was ████ ████."
        )

    def test_a_numeral_in_a_name_stands(self, dataset: Path) -> None:
        tables = read_tables(dataset)
        facts = tables.facts.to_pylist()
        facts[0]["person"] = "On October 12"
        changed, _ = redacted(replace(tables, facts=pa.Table.from_pylist(facts, tables.facts.schema)))
        quotes = [row["quote"] for row in changed.facts.to_pylist()]

        assert any(quote.startswith("██ ███████ 12, an Italian court") for quote in quotes)
        # The row that was spoiled is another than that of its family.
        assert {problem.message.partition(" is ")[0] for problem in table_problems(changed)} <= {"person"}
