"""Detentions over time: how many persons, and over which days each number is about."""

from collections.abc import Iterable
from datetime import date, timedelta

from pipeline.publishing.browser.pictures.drawing import MOST_MARKS, Kind, Mark, Plot, row_address
from pipeline.publishing.browser.pictures.picture_rows import DetentionRow, hedged, indicator_label
from pipeline.publishing.browser.pictures.scales import power_ticks, powers_scale, year_scale, year_ticks

WIDTH, HEIGHT = 760, 380
_LEFT, _RIGHT, _TOP, _BOTTOM = 70, 740, 15, 340
_MOST_YEARS = 10
KINDS = (
    ("detention.persons_detained", "first"),
    ("detention.persons_in_custody", "second"),
    ("detention.political_prisoners", "third"),
    ("detention.persons_released", "fourth"),
)


def detentions_plot(rows: Iterable[DetentionRow]) -> Plot | None:
    """Return the picture of what happened and has a date; null where nothing has."""
    dated = [row for row in rows if row.modality == "occurred" and _days(row) and (row.number or 0) >= 1]
    if not dated:
        return None
    largest = sorted(dated, key=lambda row: -(row.number or 0))[:MOST_MARKS]
    across = year_scale([day for row in largest for day in _days(row)], _LEFT, _RIGHT)
    upward = powers_scale([row.number or 1 for row in largest], _BOTTOM, _TOP)
    kinds = dict(KINDS)
    marks = []
    for row in sorted(largest, key=lambda row: (_days(row), row.fact_id)):
        first, last = _days(row)
        x, end = across.at(first.toordinal()), across.at(last.toordinal() + 1)
        kind = kinds.get(row.indicator, "first")
        marks.append(
            Mark(
                row_address(row.fact_id), _label(row), x, upward.at(row.number or 1), kind, round(end - x, 1),
                is_hollow=row.approximation != "exact",
            )
        )  # fmt: skip
    drawn = {row.indicator for row in largest}
    legend = tuple(Kind(kind, indicator_label(indicator)) for indicator, kind in KINDS if indicator in drawn)
    return Plot(
        WIDTH, HEIGHT, year_ticks(across, _MOST_YEARS), power_ticks(upward), tuple(marks), legend,
        left_out=len(dated) - len(largest),
    )  # fmt: skip


def _days(row: DetentionRow) -> tuple[date, ...]:
    """Return the first and the last day of the row; an open end is its other end."""
    days = [day for day in (row.period_start, row.period_end) if day is not None]
    return (days[0], days[-1]) if days else ()


def _label(row: DetentionRow) -> str:
    number = f"{hedged(row.approximation, row.surface)} {row.counted or 'persons'}"
    source = f"stated by {row.attributed_to}" if row.attributed_to else None
    parts = (number, indicator_label(row.indicator), row.country, _period(row), source)
    return ", ".join(part for part in parts if part)


def _period(row: DetentionRow) -> str:
    first, last = _days(row)
    whole = first.day == 1 and first.month == 1 and (last + timedelta(days=1)) == date(first.year + 1, 1, 1)
    if whole:
        return str(first.year)
    return first.isoformat() if first == last else f"{first.isoformat()} to {last.isoformat()}"
