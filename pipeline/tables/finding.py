"""A finding of a soft check."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Finding:
    """A finding about a fact."""

    check: str
    severity: str
    fact_id: str
    document_id: str
    numeral_id: str | None
    message: str
    quote: str
