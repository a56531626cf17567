"""A new source: read before it is taken in, then put with its sidecar into the folder of sources, both or neither."""

from dataclasses import dataclass, replace
from pathlib import Path

from pipeline.errors import SourceError
from pipeline.reading.document import Sidecar
from pipeline.reading.formats import read_bytes, reader_for
from pipeline.reading.sidecar import check_sidecar, sidecar_text
from pipeline.reading.source import UNFINISHED_PREFIX, documents_from_bytes, find_sources, sidecar_path


@dataclass(frozen=True, slots=True)
class Addition:
    """A source that was taken in: where it is now, and the documents that it gives."""

    path: Path
    document_ids: tuple[str, ...]


def add_source(source: Path, sidecar: Sidecar, folder: Path) -> Addition:
    """Copy the source into the folder, byte for byte, its sidecar with its hash beside it.

    Raises SourceError where the source cannot be read, or where one of that name is there, or the folder cannot be
    written, and SidecarError where the description is impossible. Then nothing has been written.
    """
    find_sources([source])
    data = read_bytes(source)
    text = reader_for(source)(data, str(source))
    check_sidecar(sidecar, f"the description of {source}")
    documents = documents_from_bytes(source, data, text, sidecar)
    target = folder / source.name
    _refuse_same_name(source, folder)
    _write_both(target, data, sidecar_text(replace(sidecar, sha256=documents[0].sha256)).encode("utf-8"))
    return Addition(target, tuple(document.document_id for document in documents))


def _refuse_same_name(source: Path, folder: Path) -> None:
    """Raise SourceError where the folder, or one in it, has a file of that stem: the stem is the id of the document."""
    if _stands_in(source, folder):
        raise SourceError(f"{source} stands in {folder} already; move it elsewhere and add it from there.")
    there = sorted(path for path in folder.rglob("*") if path.stem == source.stem) if folder.is_dir() else []
    if there:
        raise SourceError(
            f"{there[0]} has the name of {source} already; rename the new source, or remove the old one first."
        )


def _stands_in(source: Path, folder: Path) -> bool:
    return folder.resolve() in source.resolve().parents


def _write_both(target: Path, data: bytes, description: bytes) -> None:
    final = {target: data, sidecar_path(target): description}
    unfinished = {path.with_name(UNFINISHED_PREFIX + path.name): path for path in final}
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        for name, path in unfinished.items():
            name.write_bytes(final[path])
        for name, path in unfinished.items():
            name.replace(path)
    except BaseException as error:
        for path in (*unfinished, *final):
            path.unlink(missing_ok=True)
        if isinstance(error, OSError):
            raise SourceError(
                f"{target} cannot be written ({error.strerror}); check the folder and its permissions."
            ) from error
        raise
