"""The stage that reads the sources: `data/raw/documents` to `build/documents`, one file a document."""

import sys
from pathlib import Path

from pipeline.errors import SourceError
from pipeline.progress import followed
from pipeline.reading.source import LEFT_BY_OTHER_PROGRAMS, find_sources, read_document, sidecar_path
from pipeline.stages.keyed_folder import is_current, key_of, program_digest, remove_others, write_item
from pipeline.stages.paths import DOCUMENTS, RAW, RAW_DOCUMENTS, RAW_KNOWN, READING_PROGRAM
from pipeline.stages.run import exit_status
from pipeline.tables.record_codec import encode_record


def read_sources() -> None:
    """Bring `build/documents` up to date with the sources.

    Raises:
        SourceError, SidecarError: a file cannot be read as it stands, or is none that the build knows.

    """
    _refuse_unknown()
    sources = find_sources([RAW_DOCUMENTS])
    program = program_digest(READING_PROGRAM)
    for source in followed(sources, "reading"):
        key = key_of(source.as_posix(), source.read_bytes(), _bytes_if_there(sidecar_path(source)), program)
        if not is_current(DOCUMENTS, source.stem, key):
            document = read_document(source, require_sha256=True)
            write_item(DOCUMENTS, source.stem, key, encode_record(document))
    remove_others(DOCUMENTS, (source.stem for source in sources))


def _refuse_unknown() -> None:
    if not RAW.is_dir():
        return
    for path in sorted(RAW.iterdir()):
        if path not in RAW_KNOWN and path.name not in LEFT_BY_OTHER_PROGRAMS:
            raise SourceError(
                f"{path}: no step of the build reads this; add a report with `tallybook add`, or move it out of {RAW}"
            )


def _bytes_if_there(path: Path) -> bytes:
    return path.read_bytes() if path.is_file() else b""


if __name__ == "__main__":
    sys.exit(exit_status(read_sources))
