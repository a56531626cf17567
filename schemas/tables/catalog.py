"""All tables of the dataset, and which indicators feed which table."""

from dataclasses import dataclass

from schemas.tables.column import Table
from schemas.tables.detentions import DETENTIONS
from schemas.tables.documents import DOCUMENTS
from schemas.tables.exchange_rates import EXCHANGE_RATES
from schemas.tables.facts import FACTS
from schemas.tables.fines import FINES
from schemas.tables.migrants import MIGRANTS
from schemas.tables.numerals import NUMERALS
from schemas.tables.paragraphs import PARAGRAPHS
from schemas.tables.quality import QUALITY
from schemas.tables.seats import SEATS
from schemas.tables.vote_shares import VOTE_SHARES


@dataclass(frozen=True, slots=True)
class Family:
    """A family of indicators and the table that holds its facts."""

    prefixes: tuple[str, ...]
    """An indicator belongs here when it begins with one of them."""
    table: Table


FAMILIES = (
    Family(("detention.",), DETENTIONS),
    Family(("fine.amount",), FINES),
    Family(("election.vote_share", "election.turnout"), VOTE_SHARES),
    Family(("election.seats_",), SEATS),
    Family(("migration.",), MIGRANTS),
)
TABLES = (
    DOCUMENTS,
    PARAGRAPHS,
    NUMERALS,
    FACTS,
    *(family.table for family in FAMILIES),
    EXCHANGE_RATES,
    QUALITY,
)
FACT_TABLES = (FACTS, *(family.table for family in FAMILIES))
"""The tables whose rows are facts."""
SHARE_INDICATORS = ("election.vote_share", "election.turnout", "representation.quota", "representation.share")
"""Their percentages are shares of a whole: never under 0 or over 100."""


def family_of_indicator(indicator: str) -> Family | None:
    """Return the family whose table holds the indicator's facts, None where they are only in `facts`."""
    return next((family for family in FAMILIES if indicator.startswith(family.prefixes)), None)


def table_named(name: str) -> Table:
    """Return the declaration of a table.

    Raises:
        KeyError: no table has that name.

    """
    for table in TABLES:
        if table.name == name:
            return table
    raise KeyError(name)
