"""The libraries that a dataset is built with: as they are locked, so that every machine tells the same."""

import re
from pathlib import Path

from pipeline.tables.manifest import LibraryEntry

_PINNED = re.compile(r"^([\w.-]+)(?:\[[\w,.-]+\])?==(\S+)", re.MULTILINE)


def locked_libraries(lock: Path) -> tuple[LibraryEntry, ...]:
    """Return the libraries that a lock file pins, by name."""
    pinned = _PINNED.findall(lock.read_text(encoding="utf-8"))
    return tuple(LibraryEntry(name, version) for name, version in sorted(pinned))
