"""How a CSV file that a build reads is declared: its columns in order."""

from dataclasses import dataclass

from schemas.tables.column import Column


@dataclass(frozen=True, slots=True)
class FileFormat:
    """A format of files: what a line is, and its columns."""

    name: str
    description: str
    columns: tuple[Column, ...]

    @property
    def header(self) -> tuple[str, ...]:
        """Return the names of the columns, in order."""
        return tuple(column.name for column in self.columns)
