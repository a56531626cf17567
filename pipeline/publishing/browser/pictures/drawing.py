"""What a picture consists of, ready to be written as SVG."""

from dataclasses import dataclass

from pipeline.publishing.browser.pictures.scales import Tick

MOST_MARKS = 1000
"""A picture of more shows nothing, and a page of them opens slowly: the largest are drawn, and the rest are counted."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A row as it is drawn, and the address of the row."""

    address: str
    label: str
    x: float
    y: float
    kind: str
    """A class of the style sheet: colour and form."""
    length: float = 0
    """How far a span of time reaches, or a bar."""
    is_hollow: bool = False


@dataclass(frozen=True, slots=True)
class Kind:
    """An entry of the legend."""

    kind: str
    label: str


@dataclass(frozen=True, slots=True)
class Plot:
    """Marks between two axes."""

    width: int
    height: int
    across: tuple[Tick, ...]
    upward: tuple[Tick, ...]
    marks: tuple[Mark, ...]
    kinds: tuple[Kind, ...]
    left_out: int = 0
    baseline: float | None = None


@dataclass(frozen=True, slots=True)
class Strip:
    """A line of the counts: an indicator, its marks, and its number of rows."""

    label: str
    address: str
    rows: int
    y: int
    marks: tuple[Mark, ...]
    length: float
    """Of the bar that stands for the rows where they are too many to draw each."""


@dataclass(frozen=True, slots=True)
class Counts:
    """How many rows each indicator has."""

    width: int
    height: int
    strips: tuple[Strip, ...]


def row_address(fact_id: str) -> str:
    """Return the address of a row, from the page of pictures."""
    return f"index.html#{fact_id}"
