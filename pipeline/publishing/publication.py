"""From checked tables to the published dataset."""

import shutil
from collections.abc import Sequence
from pathlib import Path

from pipeline.publishing.annotations import make_annotations
from pipeline.publishing.browser.browser import make_browser
from pipeline.publishing.citation_file import make_citation_file
from pipeline.publishing.coding_scores import CodingScores
from pipeline.publishing.croissant import make_croissant
from pipeline.publishing.csv_copies import make_csv_copies
from pipeline.publishing.data_package import make_data_package
from pipeline.publishing.edition import Edition, Maker
from pipeline.publishing.pages import make_pages
from pipeline.publishing.scores_file import make_scores
from pipeline.publishing.stata_copies import make_stata_copies
from pipeline.publishing.swap import replace_folder
from pipeline.tables.manifest import Build, manifest_of, write_manifest
from pipeline.tables.parquet import read_tables, table_path
from schemas.tables.catalog import TABLES

MAKERS: tuple[Maker, ...] = (
    make_scores,
    make_csv_copies,
    make_stata_copies,
    make_annotations,
    make_pages,
    make_citation_file,
    make_browser,
    make_data_package,
    make_croissant,
)
"""The parts beside the tables, in the order in which they are made: one that describes files follows them."""


def publish(tables: Path, target: Path, build: Build, scores: CodingScores | None = None) -> None:
    """Replace the dataset in `target` by the tables of a folder, the parts made of them and a manifest, all or nothing.

    Raises:
        DatasetError: a table is missing or is not the declared one; the target is untouched.

    """

    def fill(folder: Path) -> None:
        for declaration in TABLES:
            path = table_path(tables, declaration)
            if path.is_file():
                shutil.copyfile(path, folder / path.name)
        fill_edition(Edition(folder, read_tables(folder), build, scores or CodingScores()), MAKERS)

    replace_folder(target, fill)


def fill_edition(edition: Edition, makers: Sequence[Maker]) -> None:
    """Write beside the tables of an edition what the makers make of it, and the manifest of all."""
    for maker in makers:
        for file in maker(edition):
            path = edition.folder / file.path
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(file.content)
    write_manifest(edition.folder, manifest_of(edition.folder, edition.build))
