"""The formats of a source by the suffix of its name: a new format is a new module and a new line here."""

from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType

from pipeline.errors import SourceError
from pipeline.reading import text
from pipeline.reading.blocks import SourceText
from pipeline.reading.pdf import document
from pipeline.reading.web import page

Reader = Callable[[bytes, str], SourceText]
"""From the bytes of a source and its name (for errors) to its text; raises SourceError."""

READERS: Mapping[str, Reader] = MappingProxyType(
    {".txt": text.read, ".html": page.read, ".htm": page.read, ".xhtml": page.read, ".pdf": document.read}
)

KNOWN_AND_UNREAD: Mapping[str, str] = MappingProxyType(
    {
        ".mhtml": "an archive of a web page",
        ".mht": "an archive of a web page",
        ".docx": "a Word document",
        ".doc": "a Word document",
        ".odt": "an office document",
        ".rtf": "a rich text document",
    }
)

LARGEST_SOURCE = 64 * 1024 * 1024
"""Bytes. The longest reports have some ten million; a file beyond this limit is a mistake and would fill memory."""

SIDECAR_SUFFIX = ".yaml"


def reader_for(path: Path) -> Reader:
    """Return what reads a file with that name.

    Raises SourceError where the suffix is of no format that is read.
    """
    suffix = path.suffix.lower()
    reader = READERS.get(suffix)
    if reader:
        return reader
    known = KNOWN_AND_UNREAD.get(suffix)
    if known:
        message = f"{path} is {known}, which cannot be read yet; save its text as {path.stem}.txt in UTF-8."
    elif suffix == SIDECAR_SUFFIX:
        message = f"{path} is a description, not a source; name the source that it describes."
    else:
        kind = f"the suffix {path.suffix}" if path.suffix else "no suffix"
        message = (
            f"{path} has {kind} and is not known as a source; give it the suffix of its format ({', '.join(READERS)})."
        )
    raise SourceError(message)


def read_bytes(path: Path) -> bytes:
    """Return the bytes of a source.

    Raises SourceError where the file is missing, no regular file, not permitted to be read, or too large.
    """
    try:
        if path.is_dir():
            raise SourceError(f"{path} is a folder; name the source files in it.")
        if path.exists() and not path.is_file():
            raise SourceError(f"{path} is not a regular file; copy its contents to one.")
        size = path.stat().st_size
        if size > LARGEST_SOURCE:
            raise SourceError(
                f"{path} is too large: {size} bytes, and at most {LARGEST_SOURCE} are read; split it into its reports."
            )
        return path.read_bytes()
    except FileNotFoundError as error:
        raise SourceError(f"{path} does not exist; check the path.") from error
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        raise SourceError(f"{path} cannot be read ({reason}); check the file and its permissions.") from error
