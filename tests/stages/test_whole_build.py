"""`dvc repro` with the real core, in a copy of the checkout."""

import json
import os
import shutil
import signal
import subprocess
from datetime import date
from pathlib import Path

import duckdb
import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
import yaml

from pipeline.errors import DatasetError
from pipeline.tables.check import check_dataset
from schemas.tables.catalog import FAMILIES, TABLES, Family
from schemas.tables.column import ColumnType, Table
from schemas.tables.exchange_rates import EXCHANGE_RATES
from tests.conftest import ROOT, Checkout, bytes_below

SOURCE = Path("data/raw/documents/kazakhstan-2020.txt")
READ_BY_PANDAS = {
    ColumnType.TEXT: "str",
    ColumnType.INTEGER: "int64",
    ColumnType.NUMBER: "float64",
    ColumnType.BOOLEAN: "bool",
    ColumnType.DATE: "object",
    ColumnType.CATEGORY: "category",
}
READ_BY_DUCKDB = {
    ColumnType.TEXT: "VARCHAR",
    ColumnType.INTEGER: "BIGINT",
    ColumnType.NUMBER: "DOUBLE",
    ColumnType.BOOLEAN: "BOOLEAN",
    ColumnType.DATE: "DATE",
    ColumnType.CATEGORY: "VARCHAR",
}


def processed(checkout: Checkout) -> dict[str, bytes]:
    return bytes_below(checkout.folder / "data/processed")


def table_file(checkout: Checkout, table: Table) -> Path:
    return checkout.folder / "data" / "processed" / f"{table.name}.parquet"


class TestReproduction:
    @pytest.mark.parametrize("name", ["dvc.lock", "metrics.json"])
    def test_leaves_what_is_committed_as_it_is(self, name: str, built: Checkout) -> None:
        same = (built.folder / name).read_bytes() == (ROOT / name).read_bytes()
        assert same, f"{name} is of another state of the checkout: run `dvc repro` and commit it"

    def test_has_nothing_to_do_the_second_time(self, built: Checkout, tmp_path: Path) -> None:
        again = built.copy(tmp_path / "again")
        before = processed(again)

        assert "Data and pipelines are up to date." in again.output("dvc", "repro")
        assert processed(again) == before
        assert again.output("tallybook", "check") == "data/processed: whole\n"

    def test_leaves_nothing_for_git_to_see(self, built: Checkout, tmp_path: Path) -> None:
        copy = built.copy(tmp_path / "copy")
        (copy.folder / "data" / ".processed.new").mkdir()
        (copy.folder / "data" / ".processed.new" / "facts.parquet").touch()
        seen = copy.output("git", "status", "--porcelain", "--untracked-files=all").splitlines()

        assert any(line.endswith("dvc.lock") for line in seen)
        assert [line for line in seen if "processed" in line or "build/" in line] == []


class TestTheTables:
    @pytest.mark.parametrize("family", FAMILIES, ids=[family.table.name for family in FAMILIES])
    def test_of_a_family_hold_exactly_the_rows_of_the_gold(self, family: Family, built: Checkout) -> None:
        gold = (ROOT / "tests/gold/kazakhstan-2020.facts.jsonl").read_text(encoding="utf-8").splitlines()
        wanted = [
            (fact["start"], fact["end"], fact["indicator"], fact["value"], fact["low"], fact["high"])
            for fact in map(json.loads, gold)
            if fact["indicator"].startswith(family.prefixes)
        ]
        numbers = ("amount", "amount_low", "amount_high") if family.table.name == "fines" else ("value", "low", "high")
        rows = pq.read_table(table_file(built, family.table)).to_pylist()

        assert wanted
        assert [tuple(row[name] for name in ("start", "end", "indicator", *numbers)) for row in rows] == sorted(wanted)

    @pytest.mark.parametrize("table", TABLES, ids=[table.name for table in TABLES])
    def test_are_typed_for_pandas_and_duckdb(self, table: Table, built: Checkout) -> None:
        path = table_file(built, table)
        frame = pd.read_parquet(path)
        described = duckdb.connect().execute("describe select * from read_parquet(?)", [str(path)]).fetchall()

        assert {name: str(dtype) for name, dtype in frame.dtypes.items()} == {
            # pandas has no whole number that may be missing, unless it is asked for one.
            column.name: "float64" if column.nullable and column.type is ColumnType.INTEGER
            else READ_BY_PANDAS[column.type]
            for column in table.columns
        }  # fmt: skip
        assert {row[0]: row[1] for row in described} == {
            column.name: READ_BY_DUCKDB[column.type] for column in table.columns
        }
        for column in table.columns:
            if column.type is ColumnType.DATE:
                assert {type(cell) for cell in frame[column.name].dropna()} <= {date}

    def test_answer_a_question_of_duckdb(self, built: Checkout) -> None:
        query = "select count(*), count(part_of), min(period_start) from read_parquet(?) where country = 'KAZ'"
        (row,) = duckdb.connect().execute(query, [str(built.folder / "data/processed/facts.parquet")]).fetchall()

        assert row[0] > 50
        assert row[1] > 5
        assert isinstance(row[2], date)

    def test_value_the_fines_at_the_rates_of_their_time(self, built: Checkout) -> None:
        rows = pq.read_table(built.folder / "data/processed/fines.parquet").to_pylist()
        rates = {row["rate_id"]: row for row in pq.read_table(table_file(built, EXCHANGE_RATES)).to_pylist()}
        fine = next(row for row in rows if row["amount"] == 138_900)

        assert [(row["amount"], row["penalty_units"], row["penalty_unit_value"]) for row in rows] == [
            (63_125, 25, 2_525),
            (404_000, 160, 2_525),
            (505_000, 200, 2_525),
            (555_600, 200, 2_778),
            (37_875, 15, 2_525),
            (75_750, 30, 2_525),
            (138_900, 50, 2_778),
        ]
        assert (fine["period_start"], fine["rate"], fine["rate_date"]) == (
            date(2020, 8, 18), 420.11, date(2020, 8, 31),
        )  # fmt: skip
        # The month-ends of August and June 2020.
        assert fine["implied_rate_low"] < 420.11 < fine["implied_rate_high"]
        assert not fine["implied_rate_low"] < 403.93 < fine["implied_rate_high"]
        assert {row["rate_id"] for row in rows} == rates.keys()
        assert all(row["rate_choice"] for row in rows)

    def test_link_a_part_to_a_whole_of_its_own_document(self, built: Checkout) -> None:
        rows = pq.read_table(built.folder / "data/processed/facts.parquet").to_pylist()
        documents = {row["fact_id"]: row["document_id"] for row in rows}
        parts = [row for row in rows if row["part_of"] is not None]

        assert parts
        assert all(documents[row["part_of"]] == row["document_id"] for row in parts)

    def test_pass_no_number_over_in_silence(self, built: Checkout) -> None:
        rows = pq.read_table(built.folder / "data/processed/numerals.parquet").to_pylist()

        assert len(rows) > 100
        assert [row["surface"] for row in rows if (row["fact_id"] is None) == (row["reason"] is None)] == []


class TestANewFileOfRates:
    def test_reruns_only_what_depends_on_it(self, built: Checkout, tmp_path: Path) -> None:
        copy = built.copy(tmp_path / "copy")
        before = processed(copy)
        rates = (copy.folder / "data/raw/exchange_rates/kzt.csv").read_text(encoding="utf-8").splitlines()
        (copy.folder / "data/raw/exchange_rates/more.csv").write_text(
            "\n".join([rates[0], *(line.replace("KZT", "KGS") for line in rates[1:])]) + "\n", encoding="utf-8"
        )
        told = copy.output("dvc", "repro")

        ran = [stage for stage in ("inventory", "read", "extract", "tables", "publish") if f"stage '{stage}':" in told]
        assert ran == ["inventory", "tables", "publish"]
        after = processed(copy)
        changed = {name for name in before if before[name] != after[name]}
        assert "manifest.json" in changed
        assert [name for name in changed if name.endswith((".parquet", ".csv", ".dta", ".js"))] == []

    def test_that_is_wrong_stops_the_build(self, built: Checkout, tmp_path: Path) -> None:
        copy = built.copy(tmp_path / "copy")
        before = processed(copy)
        path = copy.folder / "data/raw/exchange_rates/kzt.csv"
        path.write_text(path.read_text(encoding="utf-8").replace(",403.93,", ",-403.93,"), encoding="utf-8")
        done = copy.run("dvc", "repro")

        assert done.returncode != 0
        assert "tallybook: data/raw/exchange_rates/kzt.csv, line 67: `rate` is '-403.93'" in done.stderr
        assert processed(copy) == before


class TestACorrection:
    def test_goes_from_its_draft_into_the_row_and_stops_the_build_when_it_no_longer_holds(
        self, built: Checkout, tmp_path: Path
    ) -> None:
        copy = built.copy(tmp_path / "copy")
        rows = pq.read_table(copy.folder / "data/processed/fines.parquet").to_pylist()
        draft = copy.output("tallybook", "review", "--correct", rows[-1]["fact_id"])
        (entry,) = yaml.safe_load(draft)
        entry |= {"action": "correct", "set": {"payer": "leader"}, "reason": "He leads a group."}
        entry["reviewer"] = "A. Reader"
        path = copy.folder / "data/curation/fines.yaml"
        path.write_text(yaml.safe_dump({"corrections": [entry]}), encoding="utf-8")
        told = copy.output("dvc", "repro")

        assert "stage 'read':" not in told
        row = pq.read_table(copy.folder / "data/processed/fines.parquet").to_pylist()[-1]
        assert (row["payer"], row["review_status"]) == ("leader", "corrected")
        assert "by A. Reader on" in row["review_note"]
        assert copy.output("tallybook", "check") == "data/processed: whole\n"

        entry["expect"]["value"] = 138_901
        path.write_text(yaml.safe_dump({"corrections": [entry]}), encoding="utf-8")
        before = processed(copy)
        done = copy.run("python", "-m", "pipeline.stages.tables")
        assert done.returncode == 2
        assert "tallybook: data/curation/fines.yaml, line 2: what this correction expects of '138,900'" in done.stderr
        assert processed(copy) == before


class TestWhatStopsIt:
    @pytest.fixture
    def spoiled(self, built: Checkout, tmp_path: Path) -> Checkout:
        return built.copy(tmp_path / "spoiled")

    def refused(self, checkout: Checkout, *words: str) -> None:
        """Assert that a build is refused with these words, and leaves the dataset."""
        before = processed(checkout)
        done = checkout.run("dvc", "repro")
        told = [line for line in done.stderr.splitlines() if line.startswith("tallybook: ")]

        assert done.returncode != 0
        assert "Traceback" not in done.stdout + done.stderr
        assert len(told) == 1, done.stderr
        assert all(word in told[0] for word in words), told
        assert processed(checkout) == before

    @pytest.mark.parametrize(
        ("text", "put"),
        [
            (b"53 protesters", b"54 protesters"),
            (b"Police stated that 53 protesters", b"Police stated"),
        ],
        ids=["a digit", "words"],
    )
    def test_a_source_that_was_changed(self, text: bytes, put: bytes, spoiled: Checkout) -> None:
        source = spoiled.folder / SOURCE
        assert text in source.read_bytes()
        source.write_bytes(source.read_bytes().replace(text, put))

        self.refused(spoiled, str(SOURCE), "sha256")
        checked = spoiled.run("tallybook", "check")
        assert checked.returncode == 2
        assert "the source is not the one that the dataset was built from" in checked.stderr
        assert "which has no more paragraph 20" in checked.stderr

    def test_a_file_that_no_step_reads(self, spoiled: Checkout) -> None:
        (spoiled.folder / "data/raw/rates.csv").write_text("1\n")

        self.refused(spoiled, "data/raw/rates.csv", "no step of the build reads this")

    def test_a_mistake_of_the_program_names_the_source_it_met(self, spoiled: Checkout) -> None:
        module = spoiled.folder / "pipeline/facts/extraction.py"
        broken = "\n\ndef extract(document: Document) -> object:\n    raise ZeroDivisionError(document.text[:0])\n"
        module.write_text(module.read_text(encoding="utf-8") + broken, encoding="utf-8")

        self.refused(spoiled, "a mistake of the program (ZeroDivisionError", f"in {SOURCE}", "report it")

    @pytest.mark.skipif(os.name != "posix", reason="kills as POSIX does")
    def test_a_kill_leaves_the_last_good_dataset(self, spoiled: Checkout) -> None:
        before = processed(spoiled)
        # Another layout makes other bytes, so that a half-done swap would show.
        (spoiled.folder / "pipeline/facts/new_rule.py").write_text('"""A new rule."""\n')
        parameters = spoiled.folder / "params.yaml"
        parameters.write_text(parameters.read_text().replace("compression_level: 9", "compression_level: 1"))
        for stage in ("extract", "tables", "publish"):
            killed_in(stage, spoiled)

            assert processed(spoiled) == before
            check_dataset(spoiled.folder / "data/processed", spoiled.folder / "data/raw")
        spoiled.output("dvc", "repro")
        after = processed(spoiled)
        assert after.keys() == before.keys()
        assert after["facts.parquet"] != before["facts.parquet"]
        check_dataset(spoiled.folder / "data/processed", spoiled.folder / "data/raw")


def killed_in(stage: str, checkout: Checkout) -> None:
    """Start a build, and kill it with all that it started once the stage begins."""
    with subprocess.Popen(
        ["dvc", "repro"],
        cwd=checkout.folder,
        env={**checkout.environment, "PYTHONUNBUFFERED": "1"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        start_new_session=True,
    ) as process:
        assert process.stdout is not None
        begun = any(f"pipeline.stages.{stage}" in line for line in process.stdout)
        os.killpg(process.pid, signal.SIGKILL)
    assert begun
    assert process.returncode == -signal.SIGKILL


@pytest.mark.parametrize("table", TABLES, ids=[table.name for table in TABLES])
def test_a_bad_row_in_any_table_is_named_by_the_check(table: Table, built: Checkout, tmp_path: Path) -> None:
    folder = tmp_path / "processed"
    shutil.copytree(built.folder / "data/processed", folder)
    path = folder / f"{table.name}.parquet"
    rows = pq.ParquetFile(path).read()
    bad = pa.concat_tables([rows, rows.slice(0, 1) if rows.num_rows else odd_row(table, rows.schema)])
    key = bad.column(table.key)[0].as_py()
    pq.write_table(bad, path)

    with pytest.raises(DatasetError, match=rf"table {table.name}, row {key}: "):
        check_dataset(folder)


def odd_row(table: Table, schema: pa.Schema) -> pa.Table:
    """Return a row that a table without rows cannot have."""
    cells = {ColumnType.DATE: date(2020, 1, 1), ColumnType.NUMBER: 1.0}
    row = {
        column.name: column.choices[0] if column.choices else cells.get(column.type, "odd") for column in table.columns
    }
    return pa.Table.from_pylist([row], schema=schema)
