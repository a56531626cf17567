"""`check_dataset` names what is wrong with a published dataset, whichever table, row or source it is in."""

import shutil
from dataclasses import replace
from itertools import chain
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from pipeline.errors import DatasetError
from pipeline.tables.check import check_dataset, dataset_problems
from pipeline.tables.dataset_tables import Tables
from pipeline.tables.hard_checks import table_problems
from pipeline.tables.reference_check import reference_problems
from pipeline.tables.schema_check import table_problems as declared_problems
from pipeline.tables.value_check import value_problems
from schemas.tables.catalog import TABLES, table_named
from tests.tables.gold_records import ROOT, SOURCE


@pytest.fixture
def raw(tmp_path: Path) -> Path:
    folder = tmp_path / "raw"
    shutil.copytree(ROOT / "data" / "raw", folder)
    return folder


def with_cell(table: pa.Table, row: int, column: str, cell: object) -> pa.Table:
    field = table.schema.field(column)
    cells = table.column(column).to_pylist()
    cells[row] = cell
    if pa.types.is_dictionary(field.type):
        choices = field.metadata[b"choices"].decode().split(", ")
        places = pa.array([None if each is None else choices.index(each) for each in cells], type=pa.int8())
        changed = pa.DictionaryArray.from_arrays(places, pa.array(choices))
    else:
        changed = pa.array(cells, type=field.type)
    return table.set_column(table.schema.get_field_index(column), field, changed)


def edit(folder: Path, name: str, column: str, cell: object, row: int = 0) -> str:
    """Change one cell of a published table; return the key of its row."""
    path = folder / f"{name}.parquet"
    table = pq.ParquetFile(path).read()
    pq.write_table(with_cell(table, row, column, cell), path)
    key = next(each.key for each in TABLES if each.name == name)
    return str(table.column(key)[row].as_py())


class TestAWholeDataset:
    def test_has_no_problems(self, published: Path, raw: Path) -> None:
        assert dataset_problems(published, raw) == ()

    def test_is_whole_without_its_sources(self, published: Path, tmp_path: Path) -> None:
        check_dataset(published, tmp_path / "no-such-folder")
        check_dataset(published)


class TestAFlippedDigit:
    def test_in_a_surface_names_the_row(self, published: Path) -> None:
        key = edit(published, "numerals", "surface", "24", row=1)

        with pytest.raises(DatasetError, match=f"numerals, row {key}.*the surface is “24”.*“23”"):
            check_dataset(published)

    @pytest.mark.parametrize(
        ("name", "column", "cell"),
        [
            ("numerals", "value", 24.0),
            ("numerals", "start", 549),
            ("facts", "value", 24.0),
            ("facts", "end", 551),
            ("detentions", "value", 24.0),
            ("fines", "amount_high", 63126.0),
            ("fines", "usd_reported_low", 163.0),
            ("fines", "implied_rate_low", 380.0),
            ("fines", "usd_converted", 151.0),
            ("fines", "usd_converted_low", 151.0),
            ("fines", "rate", 420.11),
            ("fines", "rate_id", None),
            ("fines", "rate_source", "nobody"),
            ("fines", "usd_deviation_pct", 0.0),
            ("fines", "penalty_units", 26.0),
            ("fines", "penalty_unit_value", 2651.0),
            ("exchange_rates", "rate", 419.0),
            ("exchange_rates", "currency", "KGS"),
            ("vote_shares", "low", 70.5),
            ("seats", "value", 97.0),
            ("migrants", "value", 4.0),
            ("documents", "characters", 30),
            ("documents", "paragraphs", 12),
            ("paragraphs", "end", 80),
            ("paragraphs", "sha256", "0" * 64),
        ],
    )
    def test_in_a_number_names_the_row(self, name: str, column: str, cell: object, published: Path) -> None:
        key = edit(published, name, column, cell)

        problems = dataset_problems(published)

        assert any(key in problem for problem in problems), problems[:5]
        assert any(f"column {column}" in problem for problem in problems)

    def test_in_the_text_names_the_paragraph(self, published: Path) -> None:
        table = pq.ParquetFile(published / "paragraphs.parquet").read()
        texts = table.column("text").to_pylist()
        row = next(place for place, text in enumerate(texts) if "63,125" in text)
        key = edit(published, "paragraphs", "text", texts[row].replace("63,125", "63,225"), row)

        problems = dataset_problems(published)

        assert f"table paragraphs, row {key}: the text is not the one that its hash was taken of" in problems[0]
        assert any("“63,125”" in problem and "“63,225”" in problem for problem in problems)

    def test_that_no_rule_sees_is_named_by_its_column(self, published: Path) -> None:
        edit(published, "documents", "notes", "Another note.")

        problems = dataset_problems(published)

        assert "table documents, column notes: the values are not those that were published" in problems
        assert "documents.parquet: the bytes of the file are not those that were published" in problems

    def test_in_a_source_names_the_file_and_the_paragraph(self, published: Path, raw: Path) -> None:
        source = raw / "documents" / SOURCE.name
        source.write_bytes(source.read_bytes().replace(b"63,125", b"63,126"))

        with pytest.raises(DatasetError, match=r"kazakhstan-2020\.txt: the source is not the one.*paragraph 27"):
            check_dataset(published, raw)


class TestWhatIsMissing:
    def test_a_dropped_paragraph_is_named(self, published: Path) -> None:
        path = published / "paragraphs.parquet"
        table = pq.ParquetFile(path).read()
        pq.write_table(pa.concat_tables([table.slice(0, 9), table.slice(10)]), path)

        problems = dataset_problems(published)

        assert "table paragraphs: paragraph 10 of document kazakhstan-2020 is missing" in problems

    def test_a_paragraph_dropped_from_the_source_is_named(self, published: Path, raw: Path) -> None:
        source = raw / "documents" / SOURCE.name
        blocks = source.read_bytes().split(b"\n\n")
        source.write_bytes(b"\n\n".join(blocks[:9] + blocks[10:]))

        problems = dataset_problems(published, raw)

        assert any("no more paragraph 10 (" in problem for problem in problems)

    def test_a_dropped_row_is_named(self, published: Path) -> None:
        path = published / "numerals.parquet"
        table = pq.ParquetFile(path).read()
        pq.write_table(table.slice(1), path)

        problems = dataset_problems(published)

        assert any("“1” at offset 376 of document kazakhstan-2020" in problem for problem in problems)

    @pytest.mark.parametrize("name", [each.name for each in TABLES])
    def test_a_missing_table_is_named(self, name: str, published: Path) -> None:
        (published / f"{name}.parquet").unlink()

        with pytest.raises(DatasetError, match=f"{name}.parquet: the table is missing"):
            check_dataset(published)

    @pytest.mark.parametrize("name", [each.name for each in TABLES])
    def test_a_cut_table_is_named(self, name: str, published: Path) -> None:
        path = published / f"{name}.parquet"
        path.write_bytes(path.read_bytes()[:-20])

        with pytest.raises(DatasetError, match=f"{name}.parquet: this is no readable Parquet file"):
            check_dataset(published)

    def test_a_missing_source_is_named(self, published: Path, raw: Path) -> None:
        (raw / "documents" / SOURCE.name).unlink()

        assert any("is missing" in problem for problem in dataset_problems(published, raw))

    def test_no_dataset_is_one_sentence(self, tmp_path: Path) -> None:
        with pytest.raises(DatasetError, match=r"manifest\.json: no dataset is published here; run `dvc repro`"):
            check_dataset(tmp_path)

    def test_a_damaged_manifest_is_one_sentence(self, published: Path) -> None:
        (published / "manifest.json").write_text("[]")

        with pytest.raises(DatasetError, match="this is no manifest"):
            check_dataset(published)


class TestWhatIsTooMuch:
    def test_a_source_that_was_never_built_is_named(self, published: Path, raw: Path) -> None:
        for suffix in (".txt", ".yaml"):
            shutil.copyfile((raw / "documents" / SOURCE.name).with_suffix(suffix), raw / "documents" / f"other{suffix}")

        problems = dataset_problems(published, raw)

        assert any("other.txt: the dataset was built without this source" in problem for problem in problems)

    def test_a_stranger_in_the_folder_is_named(self, published: Path) -> None:
        (published / "extra.parquet").write_bytes(b"")

        assert dataset_problems(published) == ("extra.parquet: this file is no part of the dataset",)

    @pytest.mark.parametrize("name", [each.name for each in TABLES if each.name not in {"exchange_rates", "quality"}])
    def test_a_row_twice_is_named_in_any_table(self, name: str, tables: Tables) -> None:
        declaration = next(each for each in TABLES if each.name == name)
        table = tables.of(name)

        problems = [
            problem.sentence()
            for problem in declared_problems(declaration, pa.concat_tables([table, table.slice(0, 1)]))
        ]

        key = table.column(declaration.key)[0].as_py()
        assert any(f"table {name}, row {key}: column {declaration.key}" in problem for problem in problems)


class TestCodingRules:
    def problems(self, tables: Tables, name: str, column: str, cell: object) -> list[str]:
        """What is wrong once a cell of the first row is another; the other tables' schemas are known to hold."""
        table = with_cell(tables.of(name), 0, column, cell)
        changed = replace(tables, **{name: table})
        declared = declared_problems(table_named(name), table)
        across = (value_problems(changed), reference_problems(changed))
        return [problem.sentence() for problem in chain(declared, *across)]

    @pytest.mark.parametrize(
        ("name", "column", "cell", "words"),
        [
            ("documents", "country", "Kazakhstan", "column country"),
            ("documents", "report_year", 20, "report_year is not at least 1900"),
            ("paragraphs", "document_id", "another", "document_id is 'another', which is no row of documents"),
            ("paragraphs", "run_in", -1, "run_in is not at least 0"),
            ("numerals", "equivalent_of", "n-none", "equivalent_of is 'n-none', which is no row of numerals"),
            ("numerals", "paragraph_id", "p-none", "paragraph_id is 'p-none', which is no row of paragraphs"),
            ("numerals", "unit", "person", "“1” is no quantity, and has unit"),
            ("numerals", "reason", None, "it has neither a fact nor a reason"),
            ("facts", "part_of", "f-none", "part_of is 'f-none', which is no row of facts"),
            ("facts", "numeral_id", "n-none", "numeral_id is 'n-none', which is no row of numerals"),
            ("facts", "indicator", "no indicator", "indicator is not of the form"),
            ("facts", "attributed_to", "Nobody", "attributed_to is"),
            ("vote_shares", "value", 101.0, "value is not at most 100"),
            ("seats", "fact_id", "f-none", "fact_id is 'f-none', which is no row of facts"),
            ("migrants", "modality", "proposed", "modality is 'proposed' where facts has 'occurred'"),
            ("fines", "currency", "tenge", "currency is not of the form"),
        ],
    )
    def test_a_bad_row_is_named_in_any_table(
        self, name: str, column: str, cell: object, words: str, tables: Tables
    ) -> None:
        assert any(words in problem for problem in self.problems(tables, name, column, cell))

    def test_a_reference_stays_in_its_document(self, tables: Tables) -> None:
        wholes = tables.facts.column("part_of").to_pylist()
        row = next(place for place, whole in enumerate(wholes) if whole is not None)
        whole_row = tables.facts.column("fact_id").to_pylist().index(wholes[row])
        moved = with_cell(tables.facts, whole_row, "document_id", "another-2020")

        problems = [problem.sentence() for problem in reference_problems(replace(tables, facts=moved))]

        told = f"part_of is {wholes[row]!r}, a row of the document another-2020, and the row is of kazakhstan-2020"
        assert any(told in problem for problem in problems)

    def test_a_share_is_no_more_than_the_whole(self, tables: Tables) -> None:
        indicators = tables.facts.column("indicator").to_pylist()
        row = indicators.index("representation.quota")
        changed = replace(tables, facts=with_cell(tables.facts, row, "value", 130.0))

        problems = [problem.sentence() for problem in table_problems(changed)]

        assert any("a share is between 0 and 100 percent" in problem for problem in problems)

    @pytest.mark.parametrize("name", ["documents", "paragraphs"])
    def test_a_table_that_may_not_be_empty_is_refused(self, name: str, tables: Tables) -> None:
        empty = replace(tables, **{name: tables.of(name).slice(0, 0)})

        assert [problem.table for problem in table_problems(empty)] == [name]

    def test_an_undeclared_column_is_refused(self, tables: Tables) -> None:
        wider = tables.seats.append_column("mood", pa.array(["glad"] * tables.seats.num_rows))

        (problem,) = table_problems(replace(tables, seats=wider))

        assert problem.message == "the schema is not the declared one, in mood"

    def test_no_shell_can_switch_the_checks_off(self, tables: Tables, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("PANDERA_VALIDATION_ENABLED", "False")
        monkeypatch.setattr("pandera.config.CONFIG.validation_enabled", False)

        assert self.problems(tables, "vote_shares", "value", 101.0)

    def test_the_rows_quote_is_told(self, tables: Tables) -> None:
        problems = self.problems(tables, "vote_shares", "value", 101.0)

        quote = tables.vote_shares.column("quote")[0].as_py()
        assert quote[:30] in problems[0]


class TestRates:
    def test_a_rate_that_no_row_uses_is_named(self, tables: Tables) -> None:
        rates = tables.exchange_rates
        stray = with_cell(rates.slice(0, 1), 0, "rate_id", "r-stray")
        spoiled = replace(tables, exchange_rates=pa.concat_tables([rates, stray]))

        assert [problem.sentence() for problem in table_problems(spoiled)] == [
            "table exchange_rates, row r-stray: no row of fines uses this rate"
        ]

    @pytest.mark.parametrize("name", ["exchange_rates/kzt.csv", "penalty_units.csv"])
    def test_a_changed_file_of_money_is_named(self, name: str, published: Path, raw: Path) -> None:
        path = raw / name
        path.write_text(path.read_text().replace("2020-", "2019-", 1))

        assert f"{path}: the file is not the one that the dataset was built with" in dataset_problems(published, raw)

    def test_a_missing_and_a_new_file_are_named(self, published: Path, raw: Path) -> None:
        (raw / "exchange_rates/kzt.csv").rename(raw / "exchange_rates/tenge.csv")

        assert dataset_problems(published, raw) == (
            f"{raw}/exchange_rates/kzt.csv: this file, which the dataset was built with, is missing",
            f"{raw}/exchange_rates/tenge.csv: the dataset was built without this file",
        )
