"""Subjects that are lists of counted things: `150 men, 90 women, and 40 children died`."""

from pipeline.language.chunks import Kind
from pipeline.numerals.phrases import is_phrase, kind_at
from pipeline.numerals.quantities import Analysis

# Items on either side of one: a bound on time.
_MOST_ITEMS = 8
# Items from which on commas set them apart, as they also set off asides.
_LONG = 3
# Before the first item these show that it is no subject.
_GOVERNING = frozenset({Kind.VERB, Kind.PREPOSITION, Kind.NOUN_PHRASE, Kind.OPEN, Kind.RELATIVE})


def last_of_subject(analysis: Analysis, index: int) -> int:
    """Return the last item of the list of three or more before a verb that a phrase stands in; else the phrase."""
    first = last = index
    items, joined = 1, False
    for _ in range(_MOST_ITEMS):
        step = _next_item(analysis, last)
        if step < 0:
            break
        joined = kind_at(analysis, step - 1) is Kind.CONJUNCTION
        last, items = step, items + 1
    if not joined or kind_at(analysis, last + 1) is not Kind.VERB:
        return index
    for _ in range(_MOST_ITEMS):
        before = first - 2
        if before < 0 or kind_at(analysis, first - 1) is not Kind.COMMA or not _is_counted(analysis, before):
            break
        first, items = before, items + 1
    return index if items < _LONG or kind_at(analysis, first - 1) in _GOVERNING else last


def _next_item(analysis: Analysis, at: int) -> int:
    """Return the counted phrase that a comma, `and` or both join to one; -1 for none."""
    step = at + 1
    if kind_at(analysis, step) is Kind.COMMA:
        step += 1
    if kind_at(analysis, step) is Kind.CONJUNCTION:
        step += 1
    return step if step > at + 1 and _is_counted(analysis, step) else -1


def _is_counted(analysis: Analysis, at: int) -> bool:
    """Tell whether a phrase has a number and a noun of its own."""
    if at < 0 or not is_phrase(analysis, at) or analysis.chunks[at].number < 0:
        return False
    chunk = analysis.chunks[at]
    quantity, figure = analysis.quantities[chunk.number], analysis.readings[chunk.number].figure
    return quantity is not None and quantity.measure is None and chunk.last > figure.last
