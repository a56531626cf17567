"""The stage that reads the sources: `data/raw/documents` to `build/documents`, one file a document.

`build/sources` has one file a source: the ids of its documents, which only reading tells, or why it was left out.
"""

import sys
from pathlib import Path

from pipeline.errors import SidecarError, SourceError
from pipeline.progress import followed
from pipeline.reading.source import find_sources, read_documents, sidecar_path
from pipeline.stages.keyed_folder import is_current, key_of, program_digest, read_item, remove_others, write_item
from pipeline.stages.parameter_file import keeps_going
from pipeline.stages.paths import DOCUMENTS, PARAMETERS, RAW_DOCUMENTS, READING_PROGRAM, SOURCES
from pipeline.stages.run import exit_status
from pipeline.tables.read_source import ReadSource
from pipeline.tables.record_codec import decode_record, encode_record


def read_sources() -> None:
    """Bring `build/documents` up to date with the sources.

    Raises:
        SourceError, SidecarError: a file cannot be read as it stands and none may be left out, or none can be read, or
            two would give documents of one id.
        DatasetError: the parameter that says whether sources may be left out is not what it must be.

    """
    keep_going = keeps_going(PARAMETERS)
    sources = find_sources([RAW_DOCUMENTS])
    program = program_digest(READING_PROGRAM)
    origins: dict[str, Path] = {}
    for source in followed(sources, "reading"):
        key = key_of(source.as_posix(), source.read_bytes(), _bytes_if_there(sidecar_path(source)), program)
        read = _kept(source, key)
        if read is None:
            read = _read(source, key, keep_going=keep_going)
        for name in read.document_ids:
            there = origins.setdefault(name, source)
            if there != source:
                raise SourceError(f"{there} and {source} would both give a document {name}; rename one")
    if not origins:
        raise SourceError(f"{RAW_DOCUMENTS}: every source was left out; mend one, or set sources.keep_going to false")
    remove_others(DOCUMENTS, origins)
    remove_others(SOURCES, (source.stem for source in sources))


def _kept(source: Path, key: str) -> ReadSource | None:
    """Return what is known of a source from the build before, null where it must be read."""
    if not is_current(SOURCES, source.stem, key):
        return None
    read = decode_record(ReadSource, read_item(SOURCES, source.stem))
    is_whole = read.left_out is None and all(is_current(DOCUMENTS, name, key) for name in read.document_ids)
    return read if is_whole else None


def _read(source: Path, key: str, *, keep_going: bool) -> ReadSource:
    """Read a source and write its documents, or only why it cannot be read."""
    try:
        documents = read_documents(source, require_sha256=True)
    except (SourceError, SidecarError) as error:
        if not keep_going:
            raise
        sys.stderr.write(f"tallybook: left out: {error}\n")
        read = ReadSource(source.as_posix(), (), str(error))
    else:
        read = ReadSource(source.as_posix(), tuple(document.document_id for document in documents), None)
        for document in documents:
            write_item(DOCUMENTS, document.document_id, key, encode_record(document))
    write_item(SOURCES, source.stem, key, encode_record(read))
    return read


def _bytes_if_there(path: Path) -> bytes:
    return path.read_bytes() if path.is_file() else b""


if __name__ == "__main__":
    sys.exit(exit_status(read_sources))
