"""Bare numbers that tell a limit of time again: `four hours a day, 30 per month`, `three months, extendable to six`."""

from collections.abc import Sequence

from pipeline.language.chunks import Kind
from pipeline.language.lexicon import values_of, word_set
from pipeline.numerals.counted import Earlier
from pipeline.numerals.phrases import is_bare, is_chunk, is_plain_phrase, kind_at
from pipeline.numerals.quantities import Analysis, Quantity

_PER = frozenset({"per", "a", "an", "each", "every"})
_MORE = frozenset({"another", "further", "additional", "a", "an", "the"})
_BY_OR_TO = frozenset({"to", "by", "for"})
# Before `to 48`, `by another three`, `for six`.
_LASTING_ON = frozenset({
    "extendable", "extendible", "renewable", "renewed", "extended", "prolonged", "lengthened", "extend", "prolong",
    "renew", "lengthen", "extends",
})  # fmt: skip
_BEFORE = frozenset({"formerly", "previously", "originally", "hitherto"})
_OR = frozenset({"or"})
_CONDITIONS = frozenset({("if",), ("where",), ("when",)})
# A number so many times the last is of persons: `permits for two years, renewed for 3,200`.
_MOST_TIMES = 100


def tells_limit_again(analysis: Analysis, quantity: Quantity, earlier: Sequence[Earlier], here: int) -> bool:
    """Tell whether a bare number after a length of time in its sentence is one too, its unit left out."""
    last = next((found for found in reversed(earlier) if not found.is_equivalent), None)
    if last is None or last.sentence != here or last.unit not in values_of("units", "time").values():
        return False
    if not is_bare(analysis, quantity) or (quantity.value or 0) > _MOST_TIMES * (last.quantity.value or 0):
        return False
    return (
        _is_rate(analysis, quantity)
        or _goes_on(analysis, quantity)
        or _is_set_by_law(analysis, quantity)
        or _runs_parallel(analysis, quantity, last)
        or _is_of_others(analysis, quantity, last)
    )


def _is_rate(analysis: Analysis, quantity: Quantity) -> bool:
    """Read `30 per month` and `200 a year`."""
    after = analysis.readings[quantity.reading].figure.last + 1
    words = analysis.sentence.words[after : after + 2]
    return len(words) > 1 and words[0] in _PER and words[1] in values_of("units", "time")


def _goes_on(analysis: Analysis, quantity: Quantity) -> bool:
    """Read `extendable to 48`, `renewable for another three`, `formerly 30`, `or 300 in certain trades`."""
    words = analysis.sentence.words
    at = _before(analysis, quantity)
    if at >= 0 and words[at] in _BEFORE | _OR:
        return True
    after = analysis.readings[quantity.reading].figure.last + 1
    if at >= 0 and words[at] == "," and words[after : after + 1] == ("for",):
        # `may last 18 months, 12 for minors`
        return True
    if at >= 0 and words[at] == "and" and words[after : after + 1] in _CONDITIONS:
        # `punishable by 10 to 20 years, and 15 to 25 if the victim is a child`
        return True
    return at > 0 and words[at] in _BY_OR_TO and words[at - 1] in _LASTING_ON


def _is_set_by_law(analysis: Analysis, quantity: Quantity) -> bool:
    """Read `waited seven months, though the law speaks of six`: what a law says of a time before it."""
    at = quantity.chunk - 1
    if is_chunk(analysis, at, Kind.PREPOSITION) and analysis.chunks[at].word in {"of", "for"}:
        at -= 1
    if not is_chunk(analysis, at, Kind.VERB) or not is_chunk(analysis, at - 1, Kind.NOUN_PHRASE):
        return False
    return analysis.chunks[at - 1].word in word_set("statements", "law_nouns")


def _before(analysis: Analysis, quantity: Quantity) -> int:
    """Return the token before a number, its hedge and `another`; -1 where the sentence opens with it."""
    figure, hedge = analysis.readings[quantity.reading].figure, quantity.hedge
    at = min(figure.first, hedge.first if hedge.words is not None else figure.first) - 1
    while at >= 0 and analysis.sentence.words[at] in _MORE:
        at -= 1
    return at


def _is_of_others(analysis: Analysis, quantity: Quantity, last: Earlier) -> bool:
    """Read `clerks must give 14 days’ notice, and guards 21`: verb and unit are left out, the subject is another."""
    at = quantity.chunk - 1
    named = is_plain_phrase(analysis, at) and is_chunk(analysis, at - 1, Kind.CONJUNCTION)
    closes = kind_at(analysis, quantity.chunk + 1) in {Kind.SEMICOLON, Kind.OTHER, None}
    between = analysis.chunks[last.quantity.chunk + 1 : at]
    governed = any(chunk.kind in {Kind.VERB, Kind.SEMICOLON} for chunk in between)
    rules = any(chunk.kind is Kind.VERB and chunk.modal for chunk in analysis.chunks[: last.quantity.chunk])
    return named and closes and rules and not governed


def _runs_parallel(analysis: Analysis, quantity: Quantity, last: Earlier) -> bool:
    """Read `extendable to 48, and in cases of terrorism to 144`: the same preposition stands before both."""
    at, other = quantity.chunk - 1, last.quantity.chunk - 1
    if quantity.hedge.words == last.quantity.hedge.words == "within":
        # `a lawyer within six hours of detention and family within 24`
        return not any(
            chunk.kind in {Kind.VERB, Kind.SEMICOLON} for chunk in analysis.chunks[last.quantity.chunk + 1 : at]
        )
    both = kind_at(analysis, at) is kind_at(analysis, other) is Kind.PREPOSITION
    if not both or not is_chunk(analysis, at, Kind.PREPOSITION, analysis.chunks[other].word):
        return False
    between = analysis.chunks[last.quantity.chunk + 1 : at]
    joined = any(chunk.kind is Kind.CONJUNCTION for chunk in between)
    return joined and not any(chunk.kind in {Kind.VERB, Kind.SEMICOLON, Kind.DATE} for chunk in between)
