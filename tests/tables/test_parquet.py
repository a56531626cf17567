"""Files: the same bytes for the same values wherever they are written, and readable by others."""

import os
import subprocess
import sys
from pathlib import Path

import duckdb
import pandas as pd
import pyarrow.parquet as pq
import pytest

from pipeline.tables.dataset_tables import Tables
from pipeline.tables.manifest import file_digest
from pipeline.tables.parquet import column_digests, read_tables
from schemas.tables.arrow_schema import VERSION_KEY
from schemas.tables.catalog import TABLES
from tests.tables.gold_records import ROOT

SCRIPT = """
import sys
from pathlib import Path
from pipeline.tables.build import build_tables
from pipeline.tables.parquet import ParquetLayout, write_tables
from tests.tables.gold_records import TOLERANCES, gold_extraction, shipped_valuer
tables = build_tables([gold_extraction()], TOLERANCES, shipped_valuer())
write_tables(Path(sys.argv[1]), tables, ParquetLayout("zstd", 9, 65536), "1.0")
"""


def test_bytes_are_the_same_in_any_process(tmp_path: Path) -> None:
    digests = []
    for seed, zone, locale in (("0", "UTC", "C"), ("7", "Asia/Almaty", "tr_TR.UTF-8")):
        folder = tmp_path / seed
        folder.mkdir()
        environment = {**os.environ, "PYTHONHASHSEED": seed, "TZ": zone, "LC_ALL": locale, "PYTHONPATH": str(ROOT)}
        subprocess.run([sys.executable, "-c", SCRIPT, str(folder)], check=True, env=environment, cwd=ROOT)
        digests.append([file_digest(folder / f"{declaration.name}.parquet") for declaration in TABLES])

    assert len(digests[0]) == 11
    assert digests[0] == digests[1]


def test_what_is_written_is_what_is_read(published: Path, tables: Tables) -> None:
    read = read_tables(published)

    for declaration, table in tables.named():
        assert read.of(declaration.name).equals(table), declaration.name
        assert column_digests(declaration, table) == column_digests(declaration, read.of(declaration.name))


def test_files_carry_the_version_and_no_pandas_index(published: Path) -> None:
    metadata = pq.read_schema(published / "facts.parquet").metadata

    assert metadata[VERSION_KEY] == b"0.0.test"
    assert b"pandas" not in metadata


@pytest.mark.parametrize("name", [declaration.name for declaration in TABLES])
def test_pandas_and_duckdb_read_every_table(name: str, published_once: Path, tables: Tables) -> None:
    path = published_once / f"{name}.parquet"
    frame = pd.read_parquet(path)
    (count,) = duckdb.connect().execute(f"select count(*) from '{path}'").fetchall()  # noqa: S608 (a path of this test)

    assert list(frame.columns) == tables.of(name).column_names
    assert count == (len(frame),) == (tables.of(name).num_rows,)
