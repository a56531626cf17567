"""Rows of the built tables as typed records, read without loading what a question does not need."""

from collections.abc import Sequence
from dataclasses import dataclass, fields
from datetime import date
from pathlib import Path
from typing import ClassVar, TypeVar

import pyarrow as pa
from pyarrow import parquet

from pipeline.errors import DatasetError
from pipeline.publishing.nearest_names import nearest
from pipeline.tables.row_views import NumeralRow as LedgerRow
from schemas.tables.arrow_schema import VERSION_KEY

_MOST_SHOWN = 5


@dataclass(frozen=True, slots=True)
class NumeralRow(LedgerRow):
    """A ledger entry, with what a reader asks of it beyond what the checks do."""

    table: ClassVar[str] = "numerals"

    section: str
    rule: str


@dataclass(frozen=True, slots=True)
class FactRow:
    """A coded fact."""

    table: ClassVar[str] = "facts"

    fact_id: str
    numeral_id: str
    document_id: str
    paragraph_id: str
    section: str
    start: int
    end: int
    indicator: str
    counted: str | None
    modality: str
    attributed_to: str | None
    period_start: date | None
    period_end: date | None
    part_of: str | None
    payer: str | None
    usd_reported_low: float | None
    usd_reported_high: float | None
    party: str | None
    chamber: str | None
    candidate: str | None
    office: str | None
    category: str | None
    person: str | None
    per: str | None
    superseded: bool
    suspended: bool
    also: str | None
    rule: str
    explanation: str
    quote: str
    source_url: str


@dataclass(frozen=True, slots=True)
class CodingRow(FactRow):
    """A coded fact with its number: all that a correction may expect of it."""

    value: float | None
    low: float | None
    high: float | None
    approximation: str
    unit: str


@dataclass(frozen=True, slots=True)
class FineRow:
    """What a fine is worth."""

    table: ClassVar[str] = "fines"

    fact_id: str
    report_year: int
    amount: float | None
    currency: str
    period_start: date | None
    period_end: date | None
    usd_converted: float | None
    usd_converted_low: float | None
    usd_converted_high: float | None
    rate: float | None
    rate_source: str | None
    rate_choice: str
    usd_deviation_pct: float | None
    implied_rate_low: float | None
    implied_rate_high: float | None
    equivalent_fit: str
    equivalent_fit_months: str | None
    penalty_units: float | None
    penalty_unit_name: str | None
    penalty_unit_value: float | None
    penalty_unit_valid_from: date | None
    penalty_unit_also: str | None


@dataclass(frozen=True, slots=True)
class DocumentRow:
    """A source."""

    table: ClassVar[str] = "documents"

    document_id: str
    title: str
    author: str | None
    publisher: str
    published: date | None
    retrieved: date | None
    country: str
    report_year: int
    is_excerpt: bool


@dataclass(frozen=True, slots=True)
class ParagraphRow:
    """A paragraph of a source."""

    table: ClassVar[str] = "paragraphs"

    paragraph_id: str
    number: int
    start: int
    element: str | None
    page: int | None
    text: str

    @property
    def place(self) -> str:
        """Where a reader finds the paragraph: by its page, where the source has pages, and its number."""
        page = "" if self.page is None else f"page {self.page}, "
        return f"{page}paragraph {self.number}"


RowType = TypeVar("RowType", NumeralRow, FactRow, CodingRow, FineRow, DocumentRow, ParagraphRow)


def find_rows(folder: Path, row_type: type[RowType], column: str, wanted: str) -> list[RowType]:
    """Return the rows whose column has the wanted value; raises DatasetError where the table is not whole."""
    table = _read(folder, row_type)
    # Arrow's own filter would load pandas, which takes longer than all else that a verb does.
    places = [place for place, cell in enumerate(table.column(column).to_pylist()) if cell == wanted]
    return [row for place in places for row in _records(table.slice(place, 1), row_type)]


def all_rows(folder: Path, row_type: type[RowType]) -> list[RowType]:
    """Return every row of a table, in its order; raises DatasetError where the table is not there or not whole."""
    return _records(_read(folder, row_type), row_type)


def row_of(folder: Path, row_type: type[RowType], key: str, wanted: str) -> RowType:
    """Return the one row of that key, or whose key alone begins so.

    Raises DatasetError, naming the nearest keys, where there is none, and the keys that begin so where there are many.
    """
    found = find_rows(folder, row_type, key, wanted)
    if found:
        return found[0]
    rows = {str(getattr(row, key)): row for row in all_rows(folder, row_type) if getattr(row, key) is not None}
    return rows[key_meant(wanted, sorted(rows), f"{row_type.table} has no row with this {key}")]


def key_meant(wanted: str, known: Sequence[str], fault: str) -> str:
    """Return the key that is the wanted one, or that alone of the known keys begins so; else raises DatasetError."""
    meant = [wanted] if wanted in known else [key for key in known if wanted and key.startswith(wanted)]
    if not meant:
        raise DatasetError(f"{wanted}: {fault}; {nearest(wanted, known)}.")
    if len(meant) > 1:
        shown = ", ".join(meant[:_MOST_SHOWN])
        more = f" and {len(meant) - _MOST_SHOWN} more" if len(meant) > _MOST_SHOWN else ""
        raise DatasetError(f"{wanted}: {len(meant)} ids begin so, {shown}{more}; write more of the one you mean.")
    return meant[0]


def version_of(folder: Path) -> str:
    """Return the version of a dataset; raises DatasetError where its facts name none."""
    path = folder / f"{FactRow.table}.parquet"
    version: bytes | None = (_open(path).schema_arrow.metadata or {}).get(VERSION_KEY)
    if version is None:
        raise DatasetError(f"{path}: no version is written in it; build the dataset anew with dvc repro.")
    return version.decode()


def place_in_quote(row: LedgerRow | FactRow, paragraph: ParagraphRow) -> tuple[int, int]:
    """Return where in the quote of a row its number stands; raises DatasetError where the quote does not hold it."""
    offset, length = row.start - paragraph.start, row.end - row.start
    # A quote may occur twice in its paragraph; the one meant is the one around the number.
    earliest = max(0, offset + length - len(row.quote))
    quote_start = paragraph.text.find(row.quote, earliest)
    if not 0 <= quote_start <= offset:
        raise DatasetError(
            f"{row.paragraph_id}: the quote does not hold its number; run tallybook check, then dvc repro."
        )
    return offset - quote_start, offset - quote_start + length


def _read(folder: Path, row_type: type[RowType]) -> pa.Table:
    path = folder / f"{row_type.table}.parquet"
    file = _open(path)
    names = [field.name for field in fields(row_type)]
    if missing := sorted(set(names) - set(file.schema_arrow.names)):
        raise DatasetError(f"{path}: the column {missing[0]} is missing; build the dataset anew with dvc repro.")
    try:
        return file.read(columns=names)
    except (pa.ArrowException, OSError) as error:
        raise DatasetError(f"{path}: is no whole Parquet file ({error}); run dvc repro.") from None


def _open(path: Path) -> parquet.ParquetFile:
    if not path.is_file():
        raise DatasetError(f"{path}: no built dataset is there; run dvc repro, or name its folder with --dataset.")
    try:
        # `read_table` would load pandas too.
        return parquet.ParquetFile(path)
    except (pa.ArrowException, OSError) as error:
        raise DatasetError(f"{path}: is no whole Parquet file ({error}); run dvc repro.") from None


def _records(table: pa.Table, row_type: type[RowType]) -> list[RowType]:
    return [row_type(**row) for row in table.to_pylist()]
