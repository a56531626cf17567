"""A folder for an archive such as Zenodo or Dataverse: the dataset, and what those need who only download it."""

import shutil
from pathlib import Path

from pipeline.errors import DatasetError
from pipeline.publishing.coding_scores import SCORES_NAME, CodingScores, read_scores
from pipeline.publishing.deposit_files import make_deposit_files
from pipeline.publishing.edition import Edition
from pipeline.publishing.publication import MAKERS, fill_edition
from pipeline.publishing.redaction import redacted
from pipeline.publishing.swap import replace_folder
from pipeline.publishing.version import package_version
from pipeline.tables.check import check_dataset
from pipeline.tables.manifest import Build, Manifest, files_of, read_manifest
from pipeline.tables.parquet import ParquetLayout, read_tables, write_tables

# As params.yaml lays out a build, which there need not be where a dataset is published.
_LAYOUT = ParquetLayout("zstd", 9, 65536)


def write_deposit(dataset: Path, target: Path, raw: Path | None = None, *, redact_persons: bool = False) -> Manifest:
    """Write a checked dataset into a folder that is new or empty, all or nothing; return its manifest.

    Without the names of private persons everything is made anew from tables that lack them.

    Raises:
        DatasetError: the folder holds something, or the dataset is not whole, or is of another version of the program.

    """
    if target.exists() and (not target.is_dir() or any(target.iterdir())):
        raise DatasetError(f"{target}: it is there and not empty; name a folder that is new or empty.")
    manifest = check_dataset(dataset, raw)
    if manifest.build.version != package_version():
        raise DatasetError(
            f"{dataset}: it was built by version {manifest.build.version}, and this is {package_version()}; "
            "run dvc repro, or publish it with the version that built it."
        )

    def fill(folder: Path) -> None:
        scores = read_scores(dataset / SCORES_NAME)
        if redact_persons and manifest.build.redaction is None:
            _fill_redacted(dataset, folder, manifest.build, scores)
        else:
            _fill_copied(dataset, folder, manifest.build, scores)

    replace_folder(target, fill)
    return read_manifest(target)


def _fill_copied(dataset: Path, folder: Path, build: Build, scores: CodingScores) -> None:
    for path in files_of(dataset):
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(dataset / path, folder / path)
    fill_edition(Edition(folder, read_tables(folder), build, scores), (make_deposit_files,))


def _fill_redacted(dataset: Path, folder: Path, build: Build, scores: CodingScores) -> None:
    tables, redaction = redacted(read_tables(dataset))
    write_tables(folder, tables, _LAYOUT, build.version)
    build = Build(build.version, build.inputs, build.libraries, redaction)
    fill_edition(Edition(folder, tables, build, scores), (*MAKERS, make_deposit_files))
