"""The tables as the page lists them, one file each, loaded when a reader asks for it."""

from collections.abc import Iterator

from pipeline.publishing.browser.packed_columns import packed_table
from pipeline.publishing.browser.script_data import data_script
from pipeline.publishing.edition import Edition, PublishedFile, text_file
from schemas.tables.catalog import FAMILIES, TABLES
from schemas.tables.column import Table
from schemas.tables.facts import FACTS
from schemas.tables.numerals import NUMERALS
from schemas.tables.quality import QUALITY

_LEADING = (FACTS, *(family.table for family in FAMILIES), QUALITY, NUMERALS)
LISTED_TABLES = (*_LEADING, *(table for table in TABLES if table not in _LEADING))
"""The facts come first: they are what a reader looks for."""

_WITH_THE_DOCUMENT = frozenset({"source_url", "explanation", "boxes", "element"})
"""Long, and asked for one row at a time: they come with the document."""
_QUOTED_ELSEWHERE = frozenset({"numerals"})
"""A ledger is read in the text itself; its quotes would be most of its bytes."""


def listed_columns(table: Table) -> tuple[str, ...]:
    """Return the columns that the list of a table holds; the others come with the document of the row."""
    left_out = _WITH_THE_DOCUMENT | ({"quote"} if table.name in _QUOTED_ELSEWHERE else frozenset())
    return tuple(name for name in table.column_names if name not in left_out)


def table_files(edition: Edition) -> Iterator[PublishedFile]:
    """Yield a script for each table."""
    for table in LISTED_TABLES:
        content = packed_table(edition.tables.of(table.name), listed_columns(table))
        name = f"tables/{table.name}"
        yield text_file(f"browser/data/{name}.js", data_script(name, content))
