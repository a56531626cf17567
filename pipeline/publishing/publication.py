"""From checked tables to the published dataset."""

import shutil
from collections.abc import Iterable
from pathlib import Path

from pipeline.publishing.edition import Edition, Maker
from pipeline.publishing.swap import replace_folder
from pipeline.tables.manifest import manifest_of, write_manifest
from pipeline.tables.parquet import read_tables, table_path
from schemas.tables.catalog import TABLES

MAKERS: tuple[Maker, ...] = ()
"""The parts beside the tables, in the order in which they are made: one that describes files follows them."""


def publish(tables: Path, target: Path, version: str, inputs: Iterable[Path] = ()) -> None:
    """Replace the dataset in `target` by the tables of a folder, the parts made of them and a manifest, all or nothing.

    `inputs` are the files beside the sources that the tables were made with.

    Raises:
        DatasetError: a table is missing or is not the declared one; the target is untouched.

    """

    def fill(folder: Path) -> None:
        for declaration in TABLES:
            path = table_path(tables, declaration)
            if path.is_file():
                shutil.copyfile(path, folder / path.name)
        edition = Edition(folder, read_tables(folder), version)
        for maker in MAKERS:
            for file in maker(edition):
                path = folder / file.path
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(file.content)
        write_manifest(folder, manifest_of(folder, version, inputs))

    replace_folder(target, fill)
