"""What every part of a publication is made from, and what a part makes."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from pipeline.publishing.coding_scores import CodingScores
from pipeline.tables.dataset_tables import Tables
from pipeline.tables.manifest import Build


@dataclass(frozen=True, slots=True)
class Edition:
    """A publication on its way."""

    folder: Path
    """Where it is written: the tables are there, and what the parts before made."""
    tables: Tables
    build: Build
    scores: CodingScores


@dataclass(frozen=True, slots=True)
class PublishedFile:
    """A file of the publication; the same edition gives the same bytes."""

    path: str
    """Below the folder, its parts joined by `/`."""
    content: bytes


def text_file(path: str, text: str) -> PublishedFile:
    """Return a file of text: UTF-8, lines ended by a newline alone."""
    return PublishedFile(path, text.encode("utf-8", "surrogatepass"))


Maker = Callable[[Edition], Iterable[PublishedFile]]
"""A part of the publication: a module with one such function."""
