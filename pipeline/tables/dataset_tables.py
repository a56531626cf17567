"""The tables of the dataset, held together."""

from collections.abc import Iterator
from dataclasses import dataclass

import pyarrow as pa

from schemas.tables.catalog import TABLES
from schemas.tables.column import Table


@dataclass(frozen=True, slots=True)
class Tables:
    """One Arrow table for each declaration of the catalog, under its name."""

    documents: pa.Table
    paragraphs: pa.Table
    numerals: pa.Table
    facts: pa.Table
    detentions: pa.Table
    fines: pa.Table
    vote_shares: pa.Table
    seats: pa.Table
    migrants: pa.Table
    exchange_rates: pa.Table
    quality: pa.Table

    def named(self) -> Iterator[tuple[Table, pa.Table]]:
        """Yield each declaration with its table, in the order of the catalog."""
        for declaration in TABLES:
            yield declaration, self.of(declaration.name)

    def of(self, name: str) -> pa.Table:
        """Return the table of that name.

        Raises:
            AttributeError: the dataset has no such table.

        """
        table: pa.Table = getattr(self, name)
        return table
