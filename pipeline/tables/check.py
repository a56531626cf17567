"""Is a published dataset whole? Its schemas, keys, spans and hashes, and the sources that it was built from."""

from collections.abc import Iterator
from pathlib import Path

from pipeline.curation.correction_files import correction_files
from pipeline.errors import DatasetError, TallybookError
from pipeline.money.rate_files import rate_files
from pipeline.reading.source import find_sources
from pipeline.tables.dataset_tables import Tables
from pipeline.tables.hard_checks import table_problems
from pipeline.tables.manifest import (
    CHECKSUMS_NAME,
    MANIFEST_NAME,
    Manifest,
    TableEntry,
    checksums_text,
    file_digest,
    files_of,
    read_manifest,
)
from pipeline.tables.parquet import REMEDY, column_digests, read_table, read_tables, table_path
from pipeline.tables.problem import shortened
from pipeline.tables.row_views import ParagraphRow, QualityRow, rows_of
from schemas.tables.catalog import TABLES
from schemas.tables.column import Table
from schemas.tables.quality import QUALITY

_SOURCES_FOLDER = Path("data/raw")
_DOCUMENTS_FOLDER = "documents"
_RATES_FOLDER = "exchange_rates"
_CURATION_FOLDER = "curation"
_REMEDY = "run `dvc repro` to build the dataset again, or restore the file"
_MOST_PARAGRAPHS = 3


def check_dataset(folder: Path, raw: Path | None = None) -> Manifest:
    """Return the manifest of a dataset that is whole, and was built from the sources under `raw` where that exists.

    Raises:
        DatasetError: it is not; the first problem is told, the rest are counted.

    """
    found = dataset_problems(folder, raw)
    if found:
        rest = f" (and {len(found) - 1} more)" if len(found) > 1 else ""
        raise DatasetError(f"{folder}: {found[0]}{rest}; {_REMEDY}")
    return read_manifest(folder)


def dataset_problems(folder: Path, raw: Path | None = None) -> tuple[str, ...]:
    """Return what is wrong with a published dataset, one clause a problem, rows before columns before files.

    Raises:
        DatasetError: there is no dataset to check.

    """
    manifest = read_manifest(folder)
    found = list(_row_problems(folder))
    found += _column_problems(folder, manifest)
    found += _file_problems(folder, manifest)
    if raw is not None and raw.is_dir():
        found += _source_problems(folder, manifest, raw)
    return tuple(found)


def _row_problems(folder: Path) -> Iterator[str]:
    tables = _whole_tables(folder)
    if tables is None:
        for declaration in TABLES:
            try:
                read_table(folder, declaration)
            except DatasetError as error:
                yield str(error).removesuffix(REMEDY)
        return
    for problem in table_problems(tables):
        yield problem.sentence()


def _whole_tables(folder: Path) -> Tables | None:
    try:
        return read_tables(folder)
    except DatasetError:
        return None


def _entry(manifest: Manifest, declaration: Table) -> TableEntry | None:
    return next((entry for entry in manifest.tables if entry.name == declaration.name), None)


def _column_problems(folder: Path, manifest: Manifest) -> Iterator[str]:
    for declaration in TABLES:
        entry = _entry(manifest, declaration)
        try:
            table = read_table(folder, declaration)
        except DatasetError:
            continue
        if entry is None:
            yield f"{MANIFEST_NAME} does not list the table {declaration.name}"
            continue
        if table.num_rows != entry.rows:
            yield f"table {declaration.name}: it has {table.num_rows} rows, and was published with {entry.rows}"
            continue
        published = {column.name: column.sha256 for column in entry.columns}
        for name, digest in column_digests(declaration, table):
            if published.get(name) != digest:
                yield f"table {declaration.name}, column {name}: the values are not those that were published"


def _file_problems(folder: Path, manifest: Manifest) -> Iterator[str]:
    published = {entry.file: entry.sha256 for entry in manifest.tables}
    published.update({entry.path: entry.sha256 for entry in manifest.files})
    tables = {table_path(folder, declaration).name for declaration in TABLES}
    there = files_of(folder)
    for path in there:
        if path in published:
            if file_digest(folder / path) != published[path]:
                yield f"{path}: the bytes of the file are not those that were published"
        elif path not in tables:
            yield f"{path}: this file is no part of the dataset"
    for path in sorted(published.keys() - set(there) - tables):
        yield f"{path}: the file is missing"
    checksums = folder / CHECKSUMS_NAME
    if not checksums.is_file() or checksums.read_bytes() != checksums_text(folder, manifest).encode():
        yield f"{CHECKSUMS_NAME}: these are not the checksums of the files that were published"


def _source_problems(folder: Path, manifest: Manifest, raw: Path) -> Iterator[str]:
    built_from = {}
    for source in manifest.sources:
        path = raw / _below_sources(Path(source.path))
        if path in built_from:
            continue
        built_from[path] = source.document_id
        if not path.is_file():
            yield f"{path}: the source of document {source.document_id} is missing"
        elif file_digest(path) != source.sha256:
            lost = "".join(f", {words}" for words in _lost_paragraphs(folder, path, source.document_id))
            yield f"{path}: the source is not the one that the dataset was built from{lost}"
    yield from _input_problems(manifest, raw)
    try:
        there = find_sources([raw / _DOCUMENTS_FOLDER])
    except TallybookError as error:
        yield str(error).rstrip(".")
        return
    left_out = {raw / _below_sources(Path(path)) for path in _left_out(folder)}
    for path in there:
        if path not in built_from and path not in left_out:
            yield f"{path}: the dataset was built without this source"


def _left_out(folder: Path) -> set[str]:
    """Return the sources that the dataset says it was built without."""
    try:
        rows = rows_of(read_table(folder, QUALITY), QualityRow)
    except DatasetError:
        return set()
    return {row.path for row in rows if row.path is not None}


def _input_problems(manifest: Manifest, raw: Path) -> Iterator[str]:
    built_with = {_input_path(Path(entry.path), raw): entry.sha256 for entry in manifest.build.inputs}
    for path, digest in built_with.items():
        if not path.is_file():
            yield f"{path}: this file, which the dataset was built with, is missing"
        elif file_digest(path) != digest:
            yield f"{path}: the file is not the one that the dataset was built with"
    try:
        there = [*rate_files(raw / _RATES_FOLDER), *correction_files(raw.parent / _CURATION_FOLDER)]
    except TallybookError as error:
        yield str(error)
        return
    for path in there:
        if path not in built_with:
            yield f"{path}: the dataset was built without this file"


def _input_path(path: Path, raw: Path) -> Path:
    """Return where an input of a build stands now: below `raw`, or beside it, as the curation does."""
    if path.is_relative_to(_SOURCES_FOLDER) or path.is_absolute():
        return raw / _below_sources(path)
    return raw.parent / path.relative_to(_SOURCES_FOLDER.parent)


def _below_sources(path: Path) -> Path:
    return path.relative_to(_SOURCES_FOLDER) if path.is_relative_to(_SOURCES_FOLDER) else path


def _lost_paragraphs(folder: Path, path: Path, document_id: str) -> Iterator[str]:
    """Yield the paragraphs of the dataset that the file has no more, for a file of plain text."""
    tables = _whole_tables(folder)
    if tables is None or path.suffix.lower() != ".txt":
        return
    text = path.read_bytes().decode("utf-8", "replace")
    listed = [row for row in rows_of(tables.paragraphs, ParagraphRow) if row.document_id == document_id]
    lost = [row for row in listed if row.text not in text]
    for row in lost[:_MOST_PARAGRAPHS]:
        yield f"which has no more paragraph {row.number} ({row.paragraph_id}), “{shortened(row.text)}”"
    if len(lost) > _MOST_PARAGRAPHS:
        yield f"nor {len(lost) - _MOST_PARAGRAPHS} others"
