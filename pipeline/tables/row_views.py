"""Typed rows of the tables, for the checks that look across rows: only the columns that they need."""

from dataclasses import dataclass, fields
from datetime import date
from typing import TypeVar

import pyarrow as pa

from pipeline.money.amount import Amount

Row = TypeVar("Row")


@dataclass(frozen=True, slots=True)
class DocumentRow:
    """A row of `documents`."""

    document_id: str
    path: str
    sha256: str
    report_year: int
    start: int
    characters: int
    paragraphs: int
    numerals: int
    facts: int


@dataclass(frozen=True, slots=True)
class SourceRow:
    """A row of `documents`, as a reference names it."""

    document_id: str
    title: str
    author: str | None
    publisher: str
    published: date | None
    retrieved: date | None
    country: str
    report_year: int
    url: str
    licence: str
    notes: str | None
    is_excerpt: bool
    sections: str
    sha256: str


@dataclass(frozen=True, slots=True)
class ParagraphRow:
    """A row of `paragraphs`."""

    paragraph_id: str
    document_id: str
    number: int
    start: int
    end: int
    section: str
    text: str
    sha256: str


@dataclass(frozen=True, slots=True)
class NumeralRow:
    """A row of `numerals`."""

    numeral_id: str
    document_id: str
    paragraph_id: str
    start: int
    end: int
    surface: str
    role: str
    value: float | None
    low: float | None
    high: float | None
    approximation: str | None
    unit: str | None
    counted: str | None
    governor: str | None
    equivalent_of: str | None
    fact_id: str | None
    reason: str | None
    country: str
    report_year: int
    quote: str


@dataclass(frozen=True, slots=True)
class FactRow:
    """A row of `facts`."""

    fact_id: str
    numeral_id: str
    document_id: str
    paragraph_id: str
    country: str
    report_year: int
    indicator: str
    value: float | None
    low: float | None
    high: float | None
    approximation: str
    unit: str
    modality: str
    attributed_to: str | None
    period_start: date | None
    period_end: date | None
    part_of: str | None
    party: str | None
    chamber: str | None
    candidate: str | None
    office: str | None
    category: str | None
    usd_reported_low: float | None
    usd_reported_high: float | None
    start: int
    end: int
    surface: str
    quote: str

    @property
    def most(self) -> float | None:
        """The number at its largest: what the text asserts, else the number itself; null where it may be any."""
        if self.approximation in {"at_least", "more_than", "order_of_magnitude"}:
            return None
        return self.high if self.high is not None else self.value

    @property
    def least(self) -> float | None:
        """The number at its smallest; null where the text sets no lower bound."""
        if self.approximation in {"at_most", "less_than"}:
            return None
        return self.low if self.low is not None else self.value


@dataclass(frozen=True, slots=True)
class QualityRow:
    """A row of `quality`."""

    check: str
    path: str | None


@dataclass(frozen=True, slots=True)
class FineRow:
    """A row of `fines`."""

    fact_id: str
    document_id: str
    currency: str
    amount: float | None
    amount_low: float | None
    amount_high: float | None
    usd_reported_low: float | None
    usd_reported_high: float | None
    country: str
    report_year: int
    period_start: date | None
    period_end: date | None
    usd_converted: float | None
    usd_converted_low: float | None
    usd_converted_high: float | None
    rate: float | None
    rate_date: date | None
    rate_source: str | None
    rate_id: str | None
    usd_deviation_pct: float | None
    implied_rate_low: float | None
    implied_rate_high: float | None
    equivalent_fit: str
    penalty_units: float | None
    penalty_unit_value: float | None
    quote: str

    @property
    def stated(self) -> Amount:
        """The amount as the text states it."""
        return Amount(
            value=self.amount,
            low=self.amount_low,
            high=self.amount_high,
            currency=self.currency,
            country=self.country,
            report_year=self.report_year,
            period_start=self.period_start,
            period_end=self.period_end,
            usd_reported_low=self.usd_reported_low,
            usd_reported_high=self.usd_reported_high,
        )


@dataclass(frozen=True, slots=True)
class RateRow:
    """A row of `exchange_rates`."""

    rate_id: str
    date: date
    currency: str
    rate: float
    source: str


def rows_of(table: pa.Table, kind: type[Row]) -> tuple[Row, ...]:
    """Return the rows of a table as records of that kind, nulls as None, in the table's order."""
    columns = [table.column(field.name).to_pylist() for field in fields(kind)]  # type: ignore[arg-type]
    return tuple(kind(*cells) for cells in zip(*columns, strict=True))
