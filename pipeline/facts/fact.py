"""A coded fact: a quantity that answers to an indicator of the codebook."""

from datetime import date
from enum import StrEnum

from pipeline.record import record


class Modality(StrEnum):
    """Whether the thing happened, is set by a rule, or is only sought."""

    OCCURRED = "occurred"
    STATUTORY = "statutory"
    PROPOSED = "proposed"


@record
class Detail:
    """What the tables of some families ask for beyond the common fields; null where the text is silent."""

    payer: str | None = None
    usd_reported_low: float | None = None
    usd_reported_high: float | None = None
    """Equal to the low bound when the equivalent is a single number."""
    party: str | None = None
    chamber: str | None = None
    candidate: str | None = None
    office: str | None = None
    category: str | None = None
    person: str | None = None
    per: str | None = None
    superseded: bool | None = None
    suspended: bool | None = None
    also: tuple[str, ...] = ()
    """Further indicators that the same numeral answers to."""


@record
class Fact:
    """A row of the facts table; the number itself is in the numeral of the same id."""

    fact_id: str
    numeral_id: str
    indicator: str
    counted: str | None
    modality: Modality
    attributed_to: str | None
    period_start: date | None
    period_end: date | None
    part_of: str | None
    """fact_id of the whole."""
    detail: Detail
    rule: str
    """Name of the codebook event that fired."""
    quote_start: int
    """Offset in the document where the sentence of the numeral begins."""
    quote_end: int
    explanation: tuple[str, ...]
    """Sentences for a reader: what each field was read from, and what else was considered and why it lost."""
