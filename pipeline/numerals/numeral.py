"""An entry of the ledger: one numeral, what it is, and what it states."""

from enum import StrEnum

from pipeline.record import record


class Role(StrEnum):
    """What a numeral is (the ledger's roles)."""

    QUANTITY = "quantity"
    DATE = "date"
    ORDINAL = "ordinal"
    REFERENCE = "reference"
    NAME = "name"
    IDIOM = "idiom"
    BOILERPLATE = "boilerplate"


class Approximation(StrEnum):
    """How the text hedges a number."""

    EXACT = "exact"
    ABOUT = "about"
    AT_LEAST = "at_least"
    MORE_THAN = "more_than"
    AT_MOST = "at_most"
    LESS_THAN = "less_than"
    BETWEEN = "between"
    ORDER_OF_MAGNITUDE = "order_of_magnitude"


@record
class Numeral:
    """A ledger entry. The fields after `rule` are those of a quantity, and null for other roles."""

    numeral_id: str
    start: int
    """Offset in the document, code points."""
    end: int
    """Exclusive."""
    surface: str
    role: Role
    rule: str
    """Name of the rule that gave the role, and a clause in words for the reader: `name: words`."""
    value: float | None = None
    low: float | None = None
    high: float | None = None
    approximation: Approximation | None = None
    unit: str | None = None
    counted: str | None = None
    """The noun phrase that the number counts, as in the text, where one was found."""
    governor: str | None = None
    """The lemma of the predicate nearest to the number, for the review of what is uncoded."""
    equivalent_of: str | None = None
    """numeral_id of the amount that this one converts."""
    reason: str | None = None
    """Why the entry has no fact; null where it has one."""
