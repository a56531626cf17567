"""How a table is declared: once, and everything else (Arrow schema, checks, data dictionary) is derived from it."""

from dataclasses import dataclass
from enum import StrEnum

_WRITTEN = {"usd": "USD", "url": "URL", "id": "ID", "sha256": "SHA-256", "pct": "in percent"}
"""Words of a column's name that are written otherwise."""


class ColumnType(StrEnum):
    """What a cell holds."""

    TEXT = "text"
    INTEGER = "integer"
    NUMBER = "number"
    BOOLEAN = "boolean"
    DATE = "date"
    CATEGORY = "category"
    """One of the column's `choices`."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its name, type, meaning, and what a cell may be."""

    name: str
    type: ColumnType
    description: str
    nullable: bool = False
    unit: str | None = None
    choices: tuple[str, ...] = ()
    minimum: float | None = None
    maximum: float | None = None
    pattern: str | None = None
    """Regular expression that a whole text cell must match."""

    @property
    def label(self) -> str:
        """Return the name as the head of a column that people read: `usd_converted` is `USD converted`."""
        words = [_WRITTEN.get(word, word) for word in self.name.split("_")]
        return " ".join((words[0][:1].upper() + words[0][1:], *words[1:]))


@dataclass(frozen=True, slots=True)
class Reference:
    """A column whose non-null cells are keys of a table."""

    column: str
    table: str


@dataclass(frozen=True, slots=True)
class Bounds:
    """Two columns of which the first never exceeds the second."""

    low: str
    high: str


@dataclass(frozen=True, slots=True)
class Table:
    """A table of the dataset: what a row is, its key, its columns in order, and what must hold between them."""

    name: str
    description: str
    key: str
    columns: tuple[Column, ...]
    may_be_empty: bool = True
    references: tuple[Reference, ...] = ()
    bounds: tuple[Bounds, ...] = ()

    @property
    def column_names(self) -> tuple[str, ...]:
        """Return the names of the columns, in order."""
        return tuple(column.name for column in self.columns)
