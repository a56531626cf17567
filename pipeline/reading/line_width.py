"""The width at which a text is wrapped, found from its own lines.

A program that wraps prose puts as many words on a line as have room. So each line whose sentence goes on bounds the
width from both sides: the line fitted, and with the first word of the next one it would not have. The width that
agrees with most lines is taken. Text from a typewriter or an editor is wrapped at a number of characters; text copied
from a printed page at a length, of which the usual letters of print give a near measure.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

Measure = Callable[[str], float]

# Adobe Font Metrics of the core 14 fonts: the widths of the characters U+0020 to U+007E in thousandths of the size.
_HELVETICA = (
    278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556, 556, 556,
    556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833,
    722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556, 333, 556, 556, 500, 556,
    556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334,
    260, 334, 584,
)  # fmt: skip
_TIMES = (
    250, 333, 408, 500, 500, 833, 778, 180, 333, 333, 500, 564, 250, 333, 250, 278, 500, 500, 500, 500, 500, 500, 500,
    500, 500, 500, 278, 278, 564, 564, 564, 444, 921, 722, 667, 667, 722, 611, 556, 722, 722, 333, 389, 722, 611, 889,
    722, 722, 556, 722, 667, 556, 611, 722, 722, 944, 722, 722, 611, 333, 278, 333, 469, 500, 333, 444, 500, 444, 500,
    444, 333, 500, 500, 278, 278, 500, 278, 778, 500, 500, 500, 500, 333, 389, 278, 500, 500, 722, 500, 500, 444, 480,
    200, 480, 541,
)  # fmt: skip
ENOUGH_WRAPS = 2000
"""Of a longer text only so many, from all of it, are asked for its width."""

_USUAL_WIDTH = 500
"""Of a character beyond ASCII: most are letters with marks, and quotes and dashes differ either way."""


@dataclass(frozen=True, slots=True)
class LineWidth:
    """A width and the measure that it is in."""

    measure: Measure
    width: float

    def had_room(self, line: str, word: str, spare: float = 0.0) -> bool:
        """Return whether a word would have fitted on a line, with a share of the width to spare."""
        return self.measure(f"{line} {word}") <= self.width * (1 - spare)

    def is_shorter(self, line: str, share: float) -> bool:
        """Return whether a line takes up less than a share of the width."""
        return self.measure(line) < share * self.width


def fit_line_width(wraps: Sequence[tuple[str, str]]) -> LineWidth | None:
    """Return the width that agrees with most wraps, each a line and the first word of the next, or null for none."""
    if not wraps:
        return None
    asked = wraps[:: 1 + len(wraps) // ENOUGH_WRAPS]
    fits = [(_fit((measure(line), measure(f"{line} {word}")) for line, word in asked), measure) for measure in MEASURES]
    # The first of equals is a count of characters, which needs no guess at the print.
    (_, width), measure = max(fits, key=lambda fit: fit[0][0])
    return LineWidth(measure, width)


def _fit(bounds: Iterable[tuple[float, float]]) -> tuple[int, float]:
    """Return how many intervals hold the place that most of them hold, and the least such place."""
    edges = sorted(edge for low, high in bounds for edge in ((low, 1), (high, -1)))
    most, place, depth = 0, 0.0, 0
    for edge, step in edges:
        depth += step
        if depth > most:
            most, place = depth, edge
    return most, place


def _characters(text: str) -> float:
    return len(text)


def _printed(widths: Sequence[int]) -> Measure:
    advances = defaultdict(lambda: _USUAL_WIDTH, {chr(code): width for code, width in enumerate(widths, start=32)})

    def measure(text: str) -> float:
        return sum(map(advances.__getitem__, text))

    return measure


MEASURES: tuple[Measure, ...] = (_characters, _printed(_HELVETICA), _printed(_TIMES))
