"""What a published dataset says of itself: its version, the hashes of files and columns, what it was built from."""

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from pipeline.errors import DatasetError
from pipeline.tables.parquet import column_digests, read_table, table_path
from pipeline.tables.record_codec import decode_record, encode_record
from pipeline.tables.row_views import DocumentRow, rows_of
from schemas.dataset import DATASET
from schemas.tables.catalog import TABLES
from schemas.tables.documents import DOCUMENTS

MANIFEST_NAME = "manifest.json"
CHECKSUMS_NAME = "checksums.txt"


@dataclass(frozen=True, slots=True)
class ColumnEntry:
    """A column and the SHA-256 of its values, whatever library wrote them."""

    name: str
    sha256: str


@dataclass(frozen=True, slots=True)
class TableEntry:
    """A table: its file, the SHA-256 of the file's bytes, and its columns."""

    name: str
    file: str
    rows: int
    sha256: str
    columns: tuple[ColumnEntry, ...]


@dataclass(frozen=True, slots=True)
class FileEntry:
    """A file that was made of the tables, and the SHA-256 of its bytes."""

    path: str
    """Below the folder of the dataset, its parts joined by `/`."""
    sha256: str


@dataclass(frozen=True, slots=True)
class SourceEntry:
    """A source that the dataset was built from."""

    document_id: str
    path: str
    sha256: str


@dataclass(frozen=True, slots=True)
class InputEntry:
    """A file of rates or of penalty units that the dataset was built with."""

    path: str
    sha256: str


@dataclass(frozen=True, slots=True)
class LibraryEntry:
    """A library that the dataset was built with, as it is locked."""

    name: str
    version: str


@dataclass(frozen=True, slots=True)
class Redaction:
    """That names of private persons were taken out of a dataset: how many, and in how many cells."""

    names: int
    cells: int


@dataclass(frozen=True, slots=True)
class Build:
    """What a dataset was built with, beside its sources."""

    version: str
    """Of the package."""
    inputs: tuple[InputEntry, ...] = ()
    libraries: tuple[LibraryEntry, ...] = ()
    redaction: Redaction | None = None


@dataclass(frozen=True, slots=True)
class Manifest:
    """The whole of it."""

    name: str
    build: Build
    tables: tuple[TableEntry, ...]
    files: tuple[FileEntry, ...]
    sources: tuple[SourceEntry, ...]


def manifest_of(folder: Path, build: Build) -> Manifest:
    """Return the manifest of the tables in a folder and of every other file there.

    Raises:
        DatasetError: a table is missing or is not the declared one.

    """
    entries = []
    for declaration in TABLES:
        table = read_table(folder, declaration)
        path = table_path(folder, declaration)
        columns = tuple(ColumnEntry(name, digest) for name, digest in column_digests(declaration, table))
        entries.append(TableEntry(declaration.name, path.name, table.num_rows, file_digest(path), columns))
    documents = rows_of(read_table(folder, DOCUMENTS), DocumentRow)
    sources = tuple(SourceEntry(document.document_id, document.path, document.sha256) for document in documents)
    tables = {entry.file for entry in entries}
    files = tuple(FileEntry(path, file_digest(folder / path)) for path in files_of(folder) if path not in tables)
    return Manifest(DATASET.name, build, tuple(entries), files, sources)


def input_entries(paths: Iterable[Path]) -> tuple[InputEntry, ...]:
    """Return the entries of files that a dataset is built with."""
    return tuple(InputEntry(path.as_posix(), file_digest(path)) for path in paths)


def files_of(folder: Path) -> tuple[str, ...]:
    """Return the paths of all files below a folder, their parts joined by `/`, sorted.

    The manifest is left out, and the checksums, which are of the manifest too.
    """
    below = (path.relative_to(folder).as_posix() for path in folder.rglob("*") if not path.is_dir())
    return tuple(sorted(path for path in below if path not in {MANIFEST_NAME, CHECKSUMS_NAME}))


def write_manifest(folder: Path, manifest: Manifest) -> None:
    """Write the manifest beside its tables, and the checksums of all files."""
    text = json.dumps(json.loads(encode_record(manifest)), indent=2)
    (folder / MANIFEST_NAME).write_text(f"{text}\n", encoding="ascii", newline="\n")
    (folder / CHECKSUMS_NAME).write_text(checksums_text(folder, manifest), encoding="utf-8", newline="\n")


def checksums_text(folder: Path, manifest: Manifest) -> str:
    """Return the SHA-256 of every file of a dataset as published, in the form that `sha256sum --check` reads."""
    digests = {entry.file: entry.sha256 for entry in manifest.tables}
    digests.update({entry.path: entry.sha256 for entry in manifest.files})
    digests[MANIFEST_NAME] = file_digest(folder / MANIFEST_NAME)
    return "".join(f"{digest}  {path}\n" for path, digest in sorted(digests.items()))


def read_manifest(folder: Path) -> Manifest:
    """Return the manifest of a published dataset.

    Raises:
        DatasetError: it is missing, or is none.

    """
    path = folder / MANIFEST_NAME
    try:
        text = path.read_text(encoding="ascii")
    except FileNotFoundError as error:
        raise DatasetError(f"{path}: no dataset is published here; run `dvc repro` to build it") from error
    except (OSError, ValueError) as error:
        raise DatasetError(f"{path}: it cannot be read ({error}); run `dvc repro` to build it again") from error
    try:
        return decode_record(Manifest, text)
    except DatasetError as error:
        raise DatasetError(f"{path}: this is no manifest; run `dvc repro` to build it again") from error


def file_digest(path: Path) -> str:
    """Return the SHA-256 of a file's bytes."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
