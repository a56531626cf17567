"""Nothing dropped: a second reading of every paragraph, as simple as can be, that demands a place in the ledger.

It shares no code and no word list with the grammar, so that one mistake cannot hide in both. It demands only words
that are numerals wherever they stand; a word that may also be something else is demanded where its neighbours decide.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from pipeline.tables.dataset_tables import Tables
from pipeline.tables.problem import Problem, shortened
from pipeline.tables.row_views import NumeralRow, ParagraphRow, rows_of

_CARDINALS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen twenty thirty forty fourty fifty sixty seventy eighty ninety"
)
_ORDINALS = (
    "first third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth "
    "sixteenth seventeenth eighteenth nineteenth twentieth thirtieth fortieth fiftieth sixtieth seventieth eightieth "
    "ninetieth hundredth thousandth millionth billionth"
)
_SCALES = "hundred thousand million billion trillion dozen lakh crore"
_CERTAIN = "|".join(
    (
        _CARDINALS.replace(" ", "|"),
        *(f"{ordinal}s?" for ordinal in _ORDINALS.split() if ordinal != "first"),
        "first",
        *(f"{scale}s?" for scale in _SCALES.split()),
        "half",
        "halves",
        # "threefold", "tenfold", "hundredfold", never "manifold" or "scaffold".
        f"(?:{_CARDINALS.replace(' ', '|')}|hundred|thousand)fold",
    )
)
_NOT_IN_A_WORD_BEFORE = r"(?<![^\W\d_])"
_NOT_IN_A_WORD_AFTER = r"(?![^\W\d_])"
_CERTAIN_WORD = rf"{_NOT_IN_A_WORD_BEFORE}(?:{_CERTAIN}){_NOT_IN_A_WORD_AFTER}"
# "the second activist", "a second term", "second-largest", not "a split second", "per second", "to second a motion".
_SECOND = (
    r"(?<=\bthe )second(?=\s+[^\W\d_])"
    r"|(?<![^\W\d_])(?<!split[ -])(?<!per )(?<!each )(?<!every )(?<!to )second"
    r"(?=[\s-]+(?:of|term|time|round|place|largest|day|week|month|year|half|quarter|such|instance|case|person|man|woman|"
    r"country|chamber|reading|degree|vice|deputy|president|class|generation)(?![^\W\d_]))"
)
# "one-quarter", "three quarters of", "a quarter of the", not "headquarters", "living quarters", "the third quarter".
_QUARTER = (
    r"(?<=one-)quarter(?![^\W\d_])|(?<=three-)quarters(?![^\W\d_])|(?<=three )quarters(?=\s+of(?![^\W\d_]))"
    r"|(?<=one )quarter(?=\s+of(?![^\W\d_]))|(?<=\ba )quarter(?=\s+of\s+(?:the|all|its|their|those|these)(?![^\W\d_]))"
)
# "scores of protesters", "killed, scores wounded", not "test scores", "scores of 90".
_SCORES = (
    r"(?<![^\W\d_])scores(?=\s+(?:of\s+(?!\d)|more(?![^\W\d_])))|(?<=[,;:\u2014\u2013(] )scores(?![^\W\d_])"
    r"|(?<=[,;:\u2014\u2013(])scores(?![^\W\d_])"
)
_NUMERAL = re.compile(rf"\d+|{_CERTAIN_WORD}|{_SECOND}|{_QUARTER}|{_SCORES}", re.IGNORECASE)
_AROUND = 60


@dataclass(frozen=True, slots=True)
class Demand:
    """A stretch of a text that must lie in a ledger entry; offsets in the text, the end exclusive."""

    start: int
    end: int


def demands(text: str) -> Iterator[Demand]:
    """Yield every run of decimal digits and every number word of a text, from left to right."""
    for match in _NUMERAL.finditer(text):
        yield Demand(match.start(), match.end())


def uncovered(text: str, spans: Iterable[tuple[int, int]]) -> Iterator[Demand]:
    """Yield the demands of a text that lie in none of the spans."""
    ordered = sorted(spans)
    place = 0
    for demand in demands(text):
        while place < len(ordered) and ordered[place][1] < demand.end:
            place += 1
        if place == len(ordered) or ordered[place][0] > demand.start:
            yield demand


def completeness_problems(tables: Tables) -> Iterator[Problem]:
    """Yield numerals of the text that the ledger has not, and entries that overlap."""
    entries: dict[str, list[NumeralRow]] = {}
    for numeral in rows_of(tables.numerals, NumeralRow):
        entries.setdefault(numeral.paragraph_id, []).append(numeral)
    for paragraph in rows_of(tables.paragraphs, ParagraphRow):
        listed = sorted(entries.get(paragraph.paragraph_id, []), key=lambda numeral: (numeral.start, numeral.end))
        yield from _overlaps(listed)
        spans = [(numeral.start - paragraph.start, numeral.end - paragraph.start) for numeral in listed]
        for demand in uncovered(paragraph.text, spans):
            word = paragraph.text[demand.start : demand.end]
            message = (
                f"“{word}” at offset {paragraph.start + demand.start} of document {paragraph.document_id}, paragraph "
                f"{paragraph.number}, is in no entry of the ledger"
            )
            around = paragraph.text[max(0, demand.start - _AROUND) : demand.end + _AROUND]
            yield Problem("numerals", None, message, shortened(around))


def _overlaps(ordered: list[NumeralRow]) -> Iterator[Problem]:
    for before, after in pairwise(ordered):
        if after.start < before.end:
            message = f"“{after.surface}” overlaps the entry {before.numeral_id}, “{before.surface}”"
            yield Problem("numerals", after.numeral_id, message, after.quote)
