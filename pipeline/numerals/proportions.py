"""Proportions that two numbers make together: `one in five`, `one out of every 20`, `nine in 10`."""

from dataclasses import replace
from functools import cache

from pipeline.language.lexicon import values_of
from pipeline.language.nouns import noun_class
from pipeline.language.sentences import Sentence
from pipeline.numerals.words import Figure, Form

_LINKS = frozenset({("in",), ("in", "every"), ("out", "of"), ("out", "of", "every")})
_ROUND = frozenset({10.0, 100.0, 1000.0})
_LARGEST = 1000


@cache
def _times() -> frozenset[str]:
    return frozenset(values_of("units", "time"))


def one_in(sentence: Sentence, left: Figure, right: Figure) -> Figure | None:
    """Join `one in five` into the fraction that it is; null where the second number counts places or times."""
    if left.value is None or right.value is None or not 0 < left.value < right.value <= _LARGEST:
        return None
    if {left.form, right.form} - {Form.DIGITS, Form.CARDINAL} or left.sign >= 0 or right.sign >= 0:
        return None
    link = sentence.words[left.last + 1 : right.first]
    if link not in _LINKS or not (left.value == 1 or right.value in _ROUND):
        return None
    after = sentence.words[right.last + 1] if right.last + 1 < len(sentence.words) else "."
    if link == ("in",) and (after in _times() or noun_class(after) in {"place", "case", "organization"}):
        # `one in five provinces`, `killed one in two attacks`: where and when it happened.
        return None
    share = round(left.value / right.value, 4)
    return replace(left, last=right.last, end=right.end, form=Form.FRACTION, value=share)
