"""Subjects that are lists of counted things: `150 men, 90 women, and 40 children died`."""

from pipeline.language.chunks import Kind
from pipeline.language.lexicon import word_set
from pipeline.numerals.phrases import is_phrase, is_plain_phrase, kind_at
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
    if not joined or kind_at(analysis, _completed(analysis, last) + 1) is not Kind.VERB:
        return index
    for _ in range(_MOST_ITEMS):
        before = _item_that_ends(analysis, first - 2)
        if before < 0 or kind_at(analysis, first - 1) is not Kind.COMMA:
            break
        first, items = before, items + 1
    return index if items < _LONG or _is_governed(analysis, first) else last


def _is_governed(analysis: Analysis, first: int) -> bool:
    """Tell whether what stands before a list makes it no subject; a verb of statement may leave `that` out."""
    before = first - 1
    if kind_at(analysis, before) is Kind.VERB and analysis.chunks[before].word in word_set("statements", "reporting"):
        return analysis.chunks[before].passive
    return kind_at(analysis, before) in _GOVERNING


def _item_that_ends(analysis: Analysis, at: int) -> int:
    """Return the counted phrase that ends at a chunk, maybe with what it is of (`nine members of the guard`); or -1."""
    if _is_counted(analysis, at):
        return at
    of = at - 1
    completed = is_plain_phrase(analysis, at) and kind_at(analysis, of) is Kind.PREPOSITION
    return of - 1 if completed and analysis.chunks[of].word == "of" and _is_counted(analysis, of - 1) else -1


def _next_item(analysis: Analysis, at: int) -> int:
    """Return the counted phrase that a comma, `and` or both join to one; -1 for none."""
    step = after = _completed(analysis, at) + 1
    if kind_at(analysis, step) is Kind.COMMA:
        step += 1
    if kind_at(analysis, step) is Kind.CONJUNCTION:
        step += 1
    return step if step > after and (_is_counted(analysis, step) or _is_single(analysis, step)) else -1


def _is_single(analysis: Analysis, at: int) -> bool:
    """Tell whether a phrase counts one with its article: `eight farmers, two clerks, and a driver were held`."""
    return is_plain_phrase(analysis, at) and analysis.sentence.words[analysis.chunks[at].first] in {"a", "an"}


def _is_counted(analysis: Analysis, at: int) -> bool:
    """Tell whether a phrase has a number and a noun of its own."""
    if at < 0 or not is_phrase(analysis, at) or analysis.chunks[at].number < 0:
        return False
    chunk = analysis.chunks[at]
    quantity, figure = analysis.quantities[chunk.number], analysis.readings[chunk.number].figure
    return quantity is not None and quantity.measure is None and chunk.last > figure.last


def _completed(analysis: Analysis, at: int) -> int:
    """Return the last chunk of a phrase with what it is of (`nine members of the guard`)."""
    of = at + 1
    completed = kind_at(analysis, of) is Kind.PREPOSITION and analysis.chunks[of].word == "of"
    return of + 1 if completed and is_plain_phrase(analysis, of + 1) else at
