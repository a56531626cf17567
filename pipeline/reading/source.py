"""Sources: found in folders, and read with their sidecars into documents."""

import hashlib
from collections.abc import Iterator, Sequence
from pathlib import Path

from pipeline.errors import SidecarError, SourceError
from pipeline.reading.blocks import SourceText
from pipeline.reading.document import Document, Sidecar
from pipeline.reading.formats import KNOWN_AND_UNREAD, READERS, SIDECAR_SUFFIX, read_bytes, reader_for
from pipeline.reading.parts import find_parts, with_titles
from pipeline.reading.sidecar import read_sidecar
from pipeline.reading.structure import number_paragraphs, read_lines, read_paragraphs
from pipeline.reading.text import as_source

LEFT_BY_OTHER_PROGRAMS = frozenset(
    {".DS_Store", "Thumbs.db", "desktop.ini", ".gitignore", ".gitkeep", ".gitattributes"}
)
"""Files that file managers and git put into a folder by themselves; nobody means them as sources."""

UNFINISHED_PREFIX = ".adding-"
"""Of the names under which an addition writes, before it gives its files their own names."""


def read_documents(path: Path, sidecar: Sidecar | None = None, *, require_sha256: bool = False) -> tuple[Document, ...]:
    """Return the documents in a file, described by `sidecar`, or by the `.yaml` beside it where none is given.

    There is one, whose id is the stem of the file, or one for each report that the file holds (`parts`). Raises
    SourceError where the file cannot be read or is not the file whose hash the description gives, and SidecarError
    where the description is missing or wrong; with `require_sha256` it is wrong without that hash.
    """
    read = reader_for(path)
    data = read_bytes(path)
    description = sidecar or read_sidecar(sidecar_path(path), require_sha256=require_sha256)
    if require_sha256 and description.sha256 is None:
        raise SidecarError(f"{path}: its description lacks `sha256`; write the hash of the source into it.")
    return documents_from_bytes(path, data, read(data, str(path)), description)


def read_document(path: Path, sidecar: Sidecar | None = None, *, require_sha256: bool = False) -> Document:
    """Return the one document in a file, as `read_documents` reads it.

    Raises what `read_documents` raises, and SourceError where the file holds several.
    """
    documents = read_documents(path, sidecar, require_sha256=require_sha256)
    if len(documents) > 1:
        raise SourceError(f"{path} holds {len(documents)} reports, and one is wanted here; name a source of one.")
    return documents[0]


def documents_from_bytes(path: Path, data: bytes, source: SourceText, sidecar: Sidecar) -> tuple[Document, ...]:
    """Return the documents whose source at `path` has these bytes and this text.

    Raises SourceError where the description gives the hash of other bytes, or leaves open where a report begins.
    """
    digest = hashlib.sha256(data).hexdigest()
    if sidecar.sha256 is not None and sidecar.sha256 != digest:
        raise SourceError(
            f"{path} is not the file of its description: its sha256 is {digest}, not {sidecar.sha256}; restore it, "
            "or write the new hash into the description if the change is meant."
        )
    lines = read_lines(source)
    parts = find_parts(path.stem, lines, sidecar, str(path))
    if not parts:
        paragraphs = number_paragraphs(path.stem, lines)
        return (
            Document(
                path.stem, str(path), digest, source.text, sidecar, paragraphs, pictured_pages=source.pictured_pages
            ),
        )
    lines = with_titles(lines, parts)
    documents: list[Document] = []
    for part, following in zip(parts, [*parts[1:], None], strict=True):
        last = len(lines) if following is None else following.first
        start = lines[part.first].start if part.first else 0
        end = lines[last].start if last < len(lines) else len(source.text)
        paragraphs = number_paragraphs(part.document_id, lines[part.first : last])
        documents.append(
            Document(
                document_id=part.document_id,
                path=str(path),
                sha256=digest,
                text=source.text[start:end],
                sidecar=part.sidecar,
                paragraphs=paragraphs,
                start=start,
                pictured_pages=() if documents else source.pictured_pages,
            )
        )
    return tuple(documents)


def document_from_text(document_id: str, text: str, sidecar: Sidecar) -> Document:
    """Return the document that a file of that text, named after `document_id`, would give."""
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    paragraphs = read_paragraphs(document_id, as_source(text))
    return Document(document_id, f"{document_id}.txt", digest, text, sidecar, paragraphs)


def sidecar_path(source: Path) -> Path:
    """Return where the description of a source stands."""
    return source.with_suffix(SIDECAR_SUFFIX)


def find_sources(paths: Sequence[Path]) -> list[Path]:
    """Return the sources among files and in folders, sorted by the code points of their paths, each once.

    In a folder every file is a source or the sidecar of one, and so in its folders. A document of a format that is
    known and not read is a source too: it is reading that fails, so that it may be left out. Raises SourceError, which
    names it, for any other file, for a folder without sources, for a name that cannot be printed, and where two sources
    have the same stem, which is the document's id.
    """
    found: dict[Path, Path] = {}
    for path in paths:
        for source in _sources_at(path):
            found.setdefault(_resolved(source), source)
    sources = sorted(found.values(), key=str)
    by_stem: dict[str, Path] = {}
    for source in sources:
        same = by_stem.setdefault(source.stem, source)
        if same is not source:
            raise SourceError(
                f"{same} and {source} have the same name, which would be the id of both documents; rename one."
            )
    return sources


def _sources_at(path: Path) -> list[Path]:
    if not path.is_dir():
        if not path.exists():
            raise SourceError(f"{path} does not exist; check the path.")
        _check_source(path)
        return [path]
    sources = list(_sources_in(path, frozenset()))
    if not sources:
        raise SourceError(f"{path} holds no source; put one there ({', '.join(READERS)}) or name another folder.")
    return sources


def _sources_in(folder: Path, above: frozenset[Path]) -> Iterator[Path]:
    resolved = _resolved(folder)
    if resolved in above:
        raise SourceError(f"{folder} leads back to a folder that it is in; remove that link.")
    try:
        entries = sorted(folder.iterdir(), key=str)
    except OSError as error:
        raise SourceError(f"{folder} cannot be listed ({error.strerror}); check its permissions.") from error
    sources = {entry.stem for entry in entries if _is_document(entry)}
    for entry in entries:
        if entry.is_dir():
            yield from _sources_in(entry, above | {resolved})
        elif entry.suffix == SIDECAR_SUFFIX and not entry.name.startswith("."):
            if entry.stem not in sources:
                raise SourceError(
                    f"{entry} describes no source: none of its name stands beside it; add it or remove the description."
                )
        elif entry.name not in LEFT_BY_OTHER_PROGRAMS:
            _check_source(entry)
            yield entry


def _check_source(path: Path) -> None:
    if not path.name.isprintable():
        raise SourceError(f"{str(path)!a} has a name that cannot be printed; rename it.")
    if path.name.startswith(UNFINISHED_PREFIX):
        raise SourceError(f"{path} is left from an addition that was broken off; delete it and add the source again.")
    if path.name.startswith("."):
        raise SourceError(f"{path} is hidden and no source; remove it, or rename it if it is one.")
    if not _is_document(path):
        reader_for(path)


def _is_document(path: Path) -> bool:
    suffix = path.suffix.lower()
    return suffix in READERS or suffix in KNOWN_AND_UNREAD


def _resolved(path: Path) -> Path:
    try:
        return path.resolve()
    except (OSError, RuntimeError) as error:
        raise SourceError(f"{path} is a link that leads nowhere; remove it.") from error
