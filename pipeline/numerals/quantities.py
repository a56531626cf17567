"""The quantities of a sentence: values, bounds and units, over the chunks in which they stand."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import zip_longest

from pipeline.language.chunking import chunk
from pipeline.language.chunks import Chunk, Span
from pipeline.language.lexicon import values_of
from pipeline.language.sentences import Sentence
from pipeline.numerals.coordinated_hedges import shared_hedges
from pipeline.numerals.dealt_terms import deals_out
from pipeline.numerals.figures import changes
from pipeline.numerals.hedges import Hedge, hedge_of
from pipeline.numerals.measures import Measure, Place, measure_of
from pipeline.numerals.numeral import Approximation, Role
from pipeline.numerals.roles import Reading, readings_of
from pipeline.numerals.words import Figure, Form
from pipeline.record import record


@record
class Quantity:
    """A numeral that counts or measures, before it is known what."""

    reading: int
    """Index among the readings of the sentence."""
    value: float | None
    low: float | None
    high: float | None
    approximation: Approximation
    hedge: Hedge
    measure: Measure | None
    chunk: int
    """Index of the noun phrase in which it stands."""


@record
class Analysis:
    """A sentence with its numerals read and its chunks found."""

    sentence: Sentence
    readings: tuple[Reading, ...]
    chunks: tuple[Chunk, ...]
    quantities: tuple[Quantity | None, ...]
    """One for each reading, null for those that are no quantities."""
    chunk_at: tuple[int, ...]
    """Index of the chunk of each token; -1 for quotation marks."""


_KINDS = {Role.QUANTITY: "number", Role.DATE: "date", Role.ORDINAL: "ordinal"}


def analyse(sentence: Sentence, place: Place, *, opens_paragraph: bool) -> Analysis:
    """Return the readings, chunks and quantities of a sentence."""
    readings = readings_of(sentence, place, opens_paragraph=opens_paragraph)
    if not any(reading.role is Role.QUANTITY for reading in readings):
        # Without a quantity nothing asks for the syntax of the sentence.
        return Analysis(sentence, readings, (), (None,) * len(readings), ())
    hedges = [hedge_of(sentence, reading.figure) if reading.role is Role.QUANTITY else None for reading in readings]
    measures = [
        measure_of(sentence, reading.figure, place) if reading.role is Role.QUANTITY else None for reading in readings
    ]
    _cut_measures(readings, measures)
    _share_measures(sentence, readings, measures)
    _hand_on_ages(sentence, readings, measures)
    hedges = shared_hedges(sentence, [reading.figure for reading in readings], hedges, measures)
    chunks = chunk(sentence, _spans(readings, hedges, measures))
    chunk_at = [-1] * len(sentence.words)
    for index, found in enumerate(chunks):
        chunk_at[found.first : found.last + 1] = [index] * (found.last + 1 - found.first)
    quantities = tuple(
        _quantity(index, reading, hedge, measure, chunk_at)
        for index, (reading, hedge, measure) in enumerate(zip(readings, hedges, measures, strict=True))
    )
    hedged = _between_amounts(sentence, readings, quantities)
    return Analysis(sentence, readings, chunks, hedged, tuple(chunk_at))


def with_syntax(analysis: Analysis) -> Analysis:
    """Return a sentence with its chunks, also where it counts nothing and was left without them."""
    if analysis.chunks:
        return analysis
    nothing = [None] * len(analysis.readings)
    chunks = chunk(analysis.sentence, _spans(analysis.readings, nothing, nothing))
    return replace(analysis, chunks=chunks)


def _cut_measures(readings: Sequence[Reading], measures: list[Measure | None]) -> None:
    """Take back a unit that is itself a numeral (`18 second readings`): a token belongs to one entry."""
    for index, following in enumerate(readings[1:]):
        measure = measures[index]
        if measure is not None and measure.last >= following.figure.first:
            measures[index] = None


def _share_measures(sentence: Sentence, readings: Sequence[Reading], measures: list[Measure | None]) -> None:
    """Give `30` in `from 30 to 20 days` the unit that stands once, after the second number."""
    for index in range(len(readings) - 2, -1, -1):
        left, right = readings[index].figure, readings[index + 1].figure
        shared = measures[index + 1]
        if _is_level_after_points(sentence, left, right, shared):
            measures[index + 1] = Measure("percent", right.last, None)
            continue
        between = sentence.words[left.last + 1 : right.first]
        suspended = between[:1] in {("-",), ("‑",)}
        if measures[index] is not None or shared is None or shared.unit == "fraction":
            continue
        if shared.unit == "percent" and (left.value or 0) > _ALL:
            # `received 530,020 or 43.9 percent`: votes, and the share that they are.
            continue
        if _is_of_list(sentence, readings, index, shared):
            measures[index] = Measure(shared.unit, left.last, shared.word)
            continue
        if shared.last <= right.last and not (suspended and between[1:] == (",",)):
            # What only shares a unit hands it on in a list alone: `12-, 14-, and 18-hour days`.
            continue
        link = tuple(word for word in between if word not in {"-", "‑"} and not (suspended and word == ","))
        if link == ("to",) and deals_out(sentence, [one.figure for one in readings[: index + 1]], right):
            # `sentenced one to 10 years`: whom, and to what.
            continue
        if (link in _SHARING or (suspended and not link)) and readings[index].role is Role.QUANTITY:
            measures[index] = Measure(shared.unit, left.last, shared.word)


def _hand_on_ages(sentence: Sentence, readings: Sequence[Reading], measures: list[Measure | None]) -> None:
    """Give the numbers behind an age the years that no word names: `aged 71, 74, and 80`."""
    for index in range(1, len(readings)):
        age, figure = measures[index - 1], readings[index].figure
        if age is None or age.word is not None or age.unit != "year" or measures[index] is not None:
            continue
        link = sentence.words[readings[index - 1].figure.last + 1 : figure.first]
        listed = link == (",",) or link in _CLOSING_LIST
        after = sentence.words[figure.last + 1 : figure.last + 2]
        if (
            listed
            and readings[index].role is Role.QUANTITY
            and (not after or not after[0][0].isalnum() or after in _JOINING)
        ):
            measures[index] = Measure("year", figure.last, None)


def _is_of_list(sentence: Sentence, readings: Sequence[Reading], index: int, shared: Measure) -> bool:
    """Tell whether a number shares the unit of the last of three or more: `terms of 11, 13, and 10 years`."""
    if readings[index].role is not Role.QUANTITY:
        return False
    left, right = readings[index].figure, readings[index + 1].figure
    link = sentence.words[left.last + 1 : right.first]
    if link == (",",):
        return shared.last <= right.last
    if link not in _CLOSING_LIST or not index or readings[index - 1].role is not Role.QUANTITY:
        return False
    return sentence.words[readings[index - 1].figure.last + 1 : left.first] == (",",)


def _is_level_after_points(sentence: Sentence, left: Figure, right: Figure, shared: Measure | None) -> bool:
    """Tell whether a bare number is the share that another one changed to (`rose by five points to 80`)."""
    between = tuple(word for word in sentence.words[left.last + 1 : right.first] if word != ",")
    return shared is None and between[-2:] in _TO_LEVELS and len(between) <= _MOST_WORDS_OF_CHANGE


_ALL = 100
_JOINING = frozenset({("and",), ("or",)})
_CLOSING_LIST = frozenset({(",", "and"), (",", "or"), ("and",), ("or",)})
_TO_LEVELS = frozenset({("points", "to"), ("point", "to")})
# `percentage points to`
_MOST_WORDS_OF_CHANGE = 3
_SHARING = frozenset(
    {("to", "several"), ("to", "a", "few"), ("or", "several"), ("to",), ("and",), ("or",), ("by",), ("x",), ("×",)}
    # `not less than 500 and not more than 900 pounds`
    | {(link, no, "more", "than") for link in ("and", "but", "or") for no in ("no", "not")}
    | {("nor", "more", "than"), ("and", "a", "maximum", "of"), ("and", "at", "most")}
)


def _spans(
    readings: Sequence[Reading], hedges: Sequence[Hedge | None], measures: Sequence[Measure | None]
) -> tuple[Span, ...]:
    spans: list[Span] = []
    taken = -1
    for reading, hedge, measure in zip(readings, hedges, measures, strict=True):
        first, last = reading.figure.first, reading.figure.last
        measured = False
        if hedge is not None:
            first, last = max(hedge.first, taken + 1), max(hedge.last, last)
            if measure is not None and measure.last > last:
                last, measured = measure.last, True
        first = max(first, taken + 1)
        spans.append(Span(first, last, _KINDS.get(reading.role, "other"), measured=measured))
        taken = last
    return tuple(
        # A unit or hedge that would reach into the next numeral stops before it.
        Span(span.first, min(span.last, following.first - 1), span.kind, span.measured) if following else span
        for span, following in zip_longest(spans, spans[1:])
    )


_DECADE = 9


def _quantity(
    index: int, reading: Reading, hedge: Hedge | None, measure: Measure | None, chunk_at: Sequence[int]
) -> Quantity | None:
    if hedge is None:
        return None
    value, low, high = _bounds(reading, hedge.approximation)
    approximation = hedge.approximation
    if reading.figure.form is Form.DECADE and value is not None:
        # `in his 30s`.
        low, high, approximation = value, value + _DECADE, Approximation.BETWEEN
        value = None
    at = chunk_at[reading.figure.first]
    return Quantity(index, value, low, high, approximation, hedge, measure, at)


def _bounds(reading: Reading, approximation: Approximation) -> tuple[float | None, float | None, float | None]:
    """Return value, low and high as CODING.md section 2 lays down for each approximation."""
    figure = reading.figure
    if approximation is Approximation.BETWEEN:
        return None, figure.low, figure.high
    value = None if figure.value is None else round(figure.value, 4)
    match approximation:
        case Approximation.ORDER_OF_MAGNITUDE:
            return None, None if value is None else value * 2, None
        case Approximation.EXACT:
            return value, value, value
        case Approximation.ABOUT:
            return value, None, None
        case Approximation.AT_LEAST | Approximation.MORE_THAN:
            return value, value, None
        case Approximation.AT_MOST | Approximation.LESS_THAN:
            return value, None, value


def exactly(quantity: Quantity) -> Quantity:
    """Return an amount that converts another as exact, whatever hedges it: that covers the amount (CODING.md 5)."""
    value = quantity.value
    if value is None:
        return quantity
    return replace(quantity, low=value, high=value, approximation=Approximation.EXACT)


def _between_amounts(
    sentence: Sentence, readings: Sequence[Reading], quantities: tuple[Quantity | None, ...]
) -> tuple[Quantity | None, ...]:
    """Read `from 10,000 baht ($300) to 100,000 baht`, `between five days and three months` as two bounds (CODING.md 5).

    After a verb of change `from … to` states two numbers, not bounds.
    """
    out = list(quantities)
    for index, low in enumerate(quantities):
        if low is None or low.measure is None or low.approximation is not Approximation.EXACT:
            continue
        link = _OPENERS.get(sentence.words[low.hedge.first - 1] if low.hedge.first else "")
        if link is None and low.measure.unit.isupper() and _ranges_over_penalties(sentence, low):
            link = "to"
        if link is None and (_is_spanned(sentence, readings, index) or _spans_amounts(sentence, readings, low)):
            link = "to"
        if link is None or (link == "to" and changes(sentence, readings[low.reading].figure.first)):
            continue
        other = _other_bound(sentence, quantities, index, link)
        high = quantities[other] if other else None
        if high is not None:
            out[index] = replace(low, high=None, approximation=Approximation.AT_LEAST)
            out[other] = replace(high, low=None, approximation=Approximation.AT_MOST)
    return tuple(out)


_OPENERS = {"from": "to", "between": "and"}
_WORTH = 8
"""Words that an equivalent in parentheses may have."""
_TIMES = frozenset({"hour", "day", "week", "month", "year", "minute", "second", "decade"})


def _is_spanned(sentence: Sentence, readings: Sequence[Reading], index: int) -> bool:
    """Read `three months’ to two years’ imprisonment`: nothing but a unit and `to` between two numbers."""
    if index + 1 >= len(readings):
        return False
    between = sentence.words[readings[index].figure.last + 1 : readings[index + 1].figure.first]
    unit = tuple(word for word in between if word not in {"'", "’"})
    return len(unit) == 2 and unit[1] == "to" and unit[0] in values_of("units", "time")  # noqa: PLR2004 - unit and link


def _spans_amounts(sentence: Sentence, readings: Sequence[Reading], low: Quantity) -> bool:
    """Read `a fine of 500 pesos ($10) to 900 pesos ($18)`: a currency, maybe what it is worth, and `to`."""
    if low.measure is None or not low.measure.unit.isupper() or not readings[low.reading].figure.first:
        return False
    words, at = sentence.words, max(low.measure.last, readings[low.reading].figure.last) + 1
    if words[at : at + 1] == ("(",):
        closing = words[at : at + _WORTH].index(")") if ")" in words[at : at + _WORTH] else -1
        at += closing + 1
    return words[readings[low.reading].figure.first - 1] == "of" and words[at : at + 1] == ("to",)


def _ranges_over_penalties(sentence: Sentence, low: Quantity) -> bool:
    """Read `ranged from a fine of 500 pesos ($10) to two years in prison`: bounds of unlike kinds."""
    words, end = sentence.words, low.hedge.first
    opening = words[max(0, end - _TO_VERB) : end]
    return opening[-1:] == ("of",) and "from" in opening and not _RANGING.isdisjoint(opening)


# Words from the verb to the amount of `ranging from a small fine of`.
_TO_VERB = 6
_RANGING = frozenset({"range", "ranges", "ranged", "ranging", "vary", "varies", "varied", "varying", "ran", "running"})


def _other_bound(sentence: Sentence, quantities: Sequence[Quantity | None], index: int, link: str) -> int:
    """Return the index of the number that closes what `from` or `between` opened; 0 where none does."""
    low = quantities[index]
    for other in range(index + 1, min(index + 3, len(quantities))):
        high = quantities[other]
        if low is None or high is None or low.measure is None or high.measure is None:
            continue
        units = {low.measure.unit, high.measure.unit}
        unlike = high.measure.unit in _TIMES and _ranges_over_penalties(sentence, low)
        if len(units) > 1 and not units <= _TIMES and not unlike:
            continue
        linked = high.hedge.first > 0 and sentence.words[high.hedge.first - 1] == link
        rises = len(units) > 1 or (low.value or 0) < (high.value or 0)
        return other if linked and rises and high.approximation is Approximation.EXACT else 0
    return 0
