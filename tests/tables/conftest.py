import shutil
from pathlib import Path

import pytest

from pipeline.publishing.publication import publish
from pipeline.tables.build import build_tables
from pipeline.tables.dataset_tables import Tables
from pipeline.tables.extraction_record import Extraction
from pipeline.tables.manifest import Build, input_entries
from pipeline.tables.parquet import ParquetLayout, write_tables
from tests.tables.gold_records import ROOT, TOLERANCES, gold_extraction, shipped_valuer

LAYOUT = ParquetLayout("zstd", 9, 65536)


@pytest.fixture(scope="session")
def extraction() -> Extraction:
    return gold_extraction()


@pytest.fixture(scope="session")
def tables(extraction: Extraction) -> Tables:
    return build_tables([extraction], TOLERANCES, shipped_valuer())


@pytest.fixture(scope="session")
def published_once(tables: Tables, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A published dataset that no test changes."""
    folder = tmp_path_factory.mktemp("dataset")
    (folder / "built").mkdir()
    write_tables(folder / "built", tables, LAYOUT, "0.0.test")
    with pytest.MonkeyPatch.context() as patch:
        # The manifest names its files as a build does, relative to the checkout.
        patch.chdir(ROOT)
        inputs = [Path("data/raw/exchange_rates/kzt.csv"), Path("data/raw/penalty_units.csv")]
        publish(folder / "built", folder / "processed", Build("0.0.test", input_entries(inputs)))
    return folder / "processed"


@pytest.fixture
def published(published_once: Path, tmp_path: Path) -> Path:
    """A copy of the published dataset, to spoil."""
    shutil.copytree(published_once, tmp_path / "processed")
    return tmp_path / "processed"
