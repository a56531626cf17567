"""How many rows each indicator has: a square for each row, or a bar where they are too many."""

from collections import defaultdict
from collections.abc import Iterable
from math import ceil
from urllib.parse import urlencode

from pipeline.facts.codebook import codebook
from pipeline.publishing.browser.pictures.drawing import Counts, Mark, Strip, row_address
from pipeline.publishing.browser.pictures.picture_rows import CountedRow, indicator_label

WIDTH = 760
_LABELS = 290
_SQUARE = 12
_PER_LINE = (WIDTH - _LABELS - 50) // _SQUARE
_MOST_LINES = 3
_LINE = 14
_GAP = 8
_QUOTED = 100


def indicator_counts(rows: Iterable[CountedRow]) -> Counts:
    """Return the picture, the indicators in the order of the codebook."""
    by_indicator: dict[str, list[CountedRow]] = defaultdict(list)
    for row in rows:
        by_indicator[row.indicator].append(row)
    order = list(codebook().indicators)
    most = max(map(len, by_indicator.values()), default=0)
    draws_each = most <= _PER_LINE * _MOST_LINES
    strips, y = [], 0
    for indicator in sorted(by_indicator, key=lambda name: (order.index(name) if name in order else len(order), name)):
        listed = by_indicator[indicator]
        marks = _squares(listed, y) if draws_each else ()
        length = 0 if draws_each else round(_PER_LINE * _SQUARE * len(listed) / most, 1)
        address = f"index.html#{urlencode({'table': 'facts', 'indicator': indicator})}"
        strips.append(Strip(indicator_label(indicator), address, len(listed), y, marks, length))
        y += (ceil(len(listed) / _PER_LINE) if draws_each else 1) * _LINE + _GAP
    return Counts(WIDTH, y, tuple(strips))


def _squares(rows: list[CountedRow], y: int) -> tuple[Mark, ...]:
    return tuple(
        Mark(
            row_address(row.fact_id),
            f"{indicator_label(row.indicator)}: {_shortened(row.quote)}",
            _LABELS + place % _PER_LINE * _SQUARE,
            y + place // _PER_LINE * _LINE,
            "first",
        )
        for place, row in enumerate(rows)
    )


def _shortened(quote: str) -> str:
    return quote if len(quote) <= _QUOTED else f"{quote[:_QUOTED].rstrip()}…"
