"""What reading made of a source: the record by which later stages know its documents."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ReadSource:
    """What reading made of a source."""

    path: str
    document_ids: tuple[str, ...]
    left_out: str | None
    """Why it could not be read and was left out, null where it was read."""
