"""Amounts against official rates: how far the equivalent in the text is off the amount at the official rate."""

from collections.abc import Iterable

from pipeline.publishing.browser.pictures.drawing import MOST_MARKS, Kind, Mark, Plot, row_address
from pipeline.publishing.browser.pictures.picture_rows import FineRow, hedged
from pipeline.publishing.browser.pictures.scales import even_ticks, power_ticks, powers_scale, symmetric_scale
from schemas.tables.choice_words import choice_words

WIDTH, HEIGHT = 760, 320
_LEFT, _RIGHT, _TOP, _BOTTOM = 70, 740, 15, 280
_KINDS = (("fits", "first"), ("off", "second"))


def equivalents_plot(rows: Iterable[FineRow]) -> Plot | None:
    """Return the picture of the amounts that have both; null where none has."""
    both = [row for row in rows if row.usd_deviation_pct is not None and row.usd_converted]
    if not both:
        return None
    largest = sorted(both, key=lambda row: -abs(row.usd_deviation_pct or 0))[:MOST_MARKS]
    across = powers_scale([row.usd_converted or 1 for row in largest], _LEFT, _RIGHT)
    upward = symmetric_scale([row.usd_deviation_pct or 0 for row in largest], _BOTTOM, _TOP)
    kinds = dict(_KINDS)
    marks = tuple(
        Mark(
            row_address(row.fact_id),
            _label(row),
            across.at(row.usd_converted or 1),
            upward.at(row.usd_deviation_pct or 0),
            kinds.get(row.equivalent_fit, "second"),
        )
        for row in sorted(largest, key=lambda row: (row.usd_converted or 0, row.fact_id))
    )
    drawn = {row.equivalent_fit for row in largest}
    legend = tuple(Kind(kind, choice_words("equivalent_fit", fit)) for fit, kind in _KINDS if fit in drawn)
    return Plot(
        WIDTH, HEIGHT, power_ticks(across), even_ticks(upward), marks, legend, left_out=len(both) - len(largest),
        baseline=upward.at(0),
    )  # fmt: skip


def _label(row: FineRow) -> str:
    amount = f"{hedged(row.approximation, row.surface)} {row.currency}"
    converted = f"{row.usd_converted:,.2f} USD at the official rate"
    return f"{amount}, {converted}, {row.usd_deviation_pct:+g} percent in the text; {row.country} {row.report_year}"
