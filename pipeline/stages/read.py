"""The stage that reads the sources: `data/raw/documents` to `build/documents`, one file a document."""

import sys
from pathlib import Path

from pipeline.progress import followed
from pipeline.reading.source import find_sources, read_document, sidecar_path
from pipeline.stages.keyed_folder import is_current, key_of, program_digest, remove_others, write_item
from pipeline.stages.paths import DOCUMENTS, RAW_DOCUMENTS, READING_PROGRAM
from pipeline.stages.run import exit_status
from pipeline.tables.record_codec import encode_record


def read_sources() -> None:
    """Bring `build/documents` up to date with the sources.

    Raises:
        SourceError, SidecarError: a file cannot be read as it stands, or is none that the build knows.

    """
    sources = find_sources([RAW_DOCUMENTS])
    program = program_digest(READING_PROGRAM)
    for source in followed(sources, "reading"):
        key = key_of(source.as_posix(), source.read_bytes(), _bytes_if_there(sidecar_path(source)), program)
        if not is_current(DOCUMENTS, source.stem, key):
            document = read_document(source, require_sha256=True)
            write_item(DOCUMENTS, source.stem, key, encode_record(document))
    remove_others(DOCUMENTS, (source.stem for source in sources))


def _bytes_if_there(path: Path) -> bytes:
    return path.read_bytes() if path.is_file() else b""


if __name__ == "__main__":
    sys.exit(exit_status(read_sources))
