"""What a measure measures: the noun that it is equated with, set beside or followed by (`two years’ imprisonment`)."""

from collections.abc import Iterator
from functools import cache

from pipeline.facts.clauses import head_of, is_capital, is_preposition
from pipeline.facts.measured_subjects import bearing_verb, equating_verbs, subject_of_measure
from pipeline.facts.relation import PROPER_NAME, Part, Relation
from pipeline.facts.steps import MAX_REACH, back, closing, noun_at, quantity_at
from pipeline.language.chunks import Chunk, Kind, VerbForm
from pipeline.language.lexicon import values_of, words_of
from pipeline.numerals.figures import change_verbs
from pipeline.numerals.phrases import is_phrase, is_plain_phrase, kind_at
from pipeline.numerals.quantities import Analysis

_AFTER_MEASURES = frozenset({"of", "in", "at", "under", "behind", "on", "for"})
_COMPLETING = frozenset({"of", "for"})
_BY = frozenset({"by"})
_OF = frozenset({"of"})
# What a level may be beside others: `was a record low of 27 percent`.
_EXTREMES = frozenset({"low", "high", "record", "peak"})
_TO = frozenset({"to"})
_STARTING = frozenset({"start", "begin"})
# What shares and rates rise and fall by.
_CHANGES = frozenset({"point", "points"})
_MOST_NOUNS_AFTER = 3
# Between a verb and the level that it gives: `fell to 45 percent`, `stood at 12 percent`.
_BEFORE_LEVELS = frozenset({"at", "to", "from", "below", "above", "around", "between"})
_IN_PREDICATE = frozenset({Kind.NOUN_PHRASE, Kind.PREPOSITION, Kind.ADVERB, Kind.DATE})


@cache
def _times() -> frozenset[str]:
    return frozenset(values_of("units", "time").values())


@cache
def _setting_verbs() -> frozenset[str]:
    return frozenset(words_of("statements", "setting_verbs"))


# By how much something changes.
_MARGINS = frozenset({"percent", "fraction", "fold"})


def nouns_of_measure(analysis: Analysis, index: int) -> Iterator[Relation]:
    """Yield the nouns of which the phrase at `index` gives the measure: its head, those after it, those before it.

    The head is one in `a two-year term` and `two years’ imprisonment`.
    """
    chunk, quantity = analysis.chunks[index], quantity_at(analysis, index)
    measure = None if quantity is None else quantity.measure
    if chunk.hyphenated or (measure is not None and chunk.head > measure.last):
        yield Relation(Part.NOUN, head_of(chunk), index, "hyphen" if _has_hyphen(analysis, chunk) else "after")
    if measure is not None and measure.unit.isupper() and _has_hyphen(analysis, chunk):
        yield from _behind_aside(analysis, index)
    if measure is not None:
        yield from _after(analysis, index, is_share=measure.unit in {"percent", "fraction"})
        yield from _of_range(analysis, index)
        yield from _before(analysis, index)


def _of_range(analysis: Analysis, index: int) -> Iterator[Relation]:
    """Read `six months to two years’ imprisonment`: what the second of two times measures, the first does too.

    So do shares in a list: `34 and 29 percent of the vote`.
    """
    last = index + 2
    ranges = is_preposition(analysis, index + 1, _TO)
    if not (ranges or kind_at(analysis, index + 1) is Kind.CONJUNCTION) or not is_phrase(analysis, last):
        return
    quantities = [quantity_at(analysis, at) for at in (index, last)]
    measures = [None if quantity is None else quantity.measure for quantity in quantities]
    first, second = measures
    if first is None or second is None:
        return
    shares = first.unit == second.unit == "percent" and analysis.chunks[index].word != "percent"
    if not (shares or (ranges and {first.unit, second.unit} <= _times())):
        return
    if analysis.chunks[last].head > second.last:
        yield Relation(Part.NOUN, head_of(analysis.chunks[last]), last, "after")
    yield from _after(analysis, last, is_share=False)


def _behind_aside(analysis: Analysis, index: int) -> Iterator[Relation]:
    """Read `a 900-pula ($80) fine`: what the amount is worth stands before its noun."""
    at = closing(analysis, index + 1) + 1
    if kind_at(analysis, index + 1) is Kind.OPEN and is_plain_phrase(analysis, at):
        yield Relation(Part.NOUN, noun_at(analysis, at), at, "hyphen")


def _has_hyphen(analysis: Analysis, chunk: Chunk) -> bool:
    after = analysis.readings[chunk.number].figure.last + 1
    return after < len(analysis.sentence.words) and analysis.sentence.words[after] in {"-", "‑"}


def _after(analysis: Analysis, index: int, *, is_share: bool) -> Iterator[Relation]:
    """Read `five years in prison`, `30 percent of the vote`, `three years of probation`: the nouns after a measure."""
    at = index
    while kind_at(analysis, at + 1) is Kind.OPEN:
        # The equivalent in parentheses stands between an amount and what follows.
        at = closing(analysis, at + 1)
    for _ in range(_MOST_NOUNS_AFTER):
        if not is_preposition(analysis, at + 1, _AFTER_MEASURES):
            break
        if kind_at(analysis, at + 2) is Kind.ADVERB:
            # `in back wages`
            at += 1
        if not is_phrase(analysis, at + 2):
            break
        if analysis.chunks[at + 2].number >= 0 and not is_share:
            break
        at += 2
        if is_share and _has_share(analysis, at):
            # `with 81 percent in favor on a turnout of 43 percent`
            break
        yield Relation(Part.NOUN, noun_at(analysis, at), at, "after")
    if is_share and is_plain_phrase(analysis, at + 1):
        yield Relation(Part.NOUN, noun_at(analysis, at + 1), at + 1, "after")


def _has_share(analysis: Analysis, at: int) -> bool:
    """Tell whether a phrase is followed by a share of its own: `a turnout of 43 percent`."""
    if not is_preposition(analysis, at + 1, _OF) or not is_phrase(analysis, at + 2):
        return False
    quantity = quantity_at(analysis, at + 2)
    return quantity is not None and quantity.measure is not None and quantity.measure.unit == "percent"


def _before(analysis: Analysis, index: int) -> Iterator[Relation]:
    """Read `turnout was 45 percent`, `Turnout, 35 percent nationally,`, `15.4 million votes (55.8 percent)`."""
    chunks, at = analysis.chunks, back(analysis, index - 1)
    opening = at
    while is_preposition(analysis, at, _BEFORE_LEVELS):
        at = back(analysis, at - 1)
    at = _before_change(analysis, at) if at < opening else at
    at = _before_extreme(analysis, at)
    kind = kind_at(analysis, at)
    if kind is Kind.COMMA and at < opening:
        # `Turnout was low in September, at 24 percent`: the level explains what the clause before says.
        verb = _equating_verb_before(analysis, at)
        at, kind = (verb, Kind.VERB) if verb >= 0 else (at, kind)
    if kind is Kind.VERB and (_equates(chunks[at]) or (at < opening and _gives_level(chunks[at]))):
        if chunks[at].form is VerbForm.GERUND and is_phrase(analysis, at - 1):
            # `terms of detention ranging from two days`: the gerund belongs to the noun before it.
            yield from _bearers(analysis, at - 1)
            return
        subject = subject_of_measure(analysis, bearing_verb(analysis, at))
        if subject >= 0:
            yield Relation(Part.NOUN, noun_at(analysis, subject), subject, "equated")
    elif kind is Kind.OPEN and is_phrase(analysis, at - 1):
        yield Relation(Part.NOUN, noun_at(analysis, at - 1), at - 1, "paren")
        if chunks[at - 1].number >= 0 and at == index - 1:
            yield from _told_again(analysis, at)
    elif kind is Kind.SEMICOLON and at == 1 and is_plain_phrase(analysis, 0):
        # `Turnout: 58 percent`
        yield Relation(Part.NOUN, noun_at(analysis, 0), 0, "equated")
    elif kind is Kind.COMMA and is_plain_phrase(analysis, at - 1):
        base = at - 1
        yield Relation(Part.NOUN, noun_at(analysis, base), base, "comma")
        if is_capital(analysis, chunks[base].head):
            yield Relation(Part.NOUN, PROPER_NAME, base, "comma")
        while kind_at(analysis, base - 1) is Kind.PREPOSITION and is_phrase(analysis, base - 2):
            base -= 2
            yield Relation(Part.NOUN, noun_at(analysis, base), base, "comma")
        if base != at - 1 and is_capital(analysis, chunks[base].head):
            # `defeated Sow in the runoff, 50.6 percent to 49.4`
            yield Relation(Part.NOUN, PROPER_NAME, base, "comma")


def _told_again(analysis: Analysis, opening: int) -> Iterator[Relation]:
    """Read `1.6 million (55 percent) cast ballots`: a share is of what the number that it tells again is of.

    Nouns may stand between: `410 (19 percent) of the seats were won by women`.
    """
    at = closing(analysis, opening) + 1
    while is_preposition(analysis, at, _OF) and is_phrase(analysis, at + 1):
        yield Relation(Part.NOUN, noun_at(analysis, at + 1), at + 1, "after")
        at += 2
    if kind_at(analysis, at) is Kind.VERB:
        verb = analysis.chunks[at]
        yield Relation(Part.AFFECTED if verb.passive else Part.ACTOR, verb.word, at)


def _before_extreme(analysis: Analysis, at: int) -> int:
    """Return the verb of `was a record low of 27 percent`, over what the level is; the chunk itself for others."""
    if not is_preposition(analysis, at, _OF) or not is_plain_phrase(analysis, at - 1):
        return at
    verb = back(analysis, at - 2)
    if is_preposition(analysis, verb, _TO):
        # `fell to a historic low of 22 percent`
        verb = back(analysis, verb - 1)
    extreme = analysis.chunks[at - 1].word in _EXTREMES and kind_at(analysis, verb) is Kind.VERB
    return verb if extreme and _equates(analysis.chunks[verb]) else at


def _equates(verb: Chunk) -> bool:
    return verb.word in equating_verbs() and not verb.passive


def _gives_level(verb: Chunk) -> bool:
    """Tell whether a verb says that its subject was changed to a level, set at one, or starts at one.

    For `the fine was raised to 900`, `fines start at 90`.
    """
    if verb.word in _STARTING:
        return not verb.passive
    return verb.passive and (verb.word in change_verbs() or verb.word in _setting_verbs())


def _before_change(analysis: Analysis, at: int) -> int:
    """Return the verb of `fell nine points to 59 percent`, over by how much; the chunk itself where none stands."""
    if (verb := _over_margin(analysis, at)) >= 0:
        return verb
    if not is_phrase(analysis, at) or analysis.chunks[at].word not in _CHANGES:
        return at
    before = back(analysis, at - 1)
    if is_phrase(analysis, before) and quantity_at(analysis, before) is not None:
        # `half a point`
        before = back(analysis, before - 1)
    return back(analysis, before - 1) if is_preposition(analysis, before, _BY) else before


def _over_margin(analysis: Analysis, at: int) -> int:
    """Return the verb of `was raised tenfold, to 900` and `was raised sharply, to 900`; -1 where none changes so."""
    step = back(analysis, at - 1) if kind_at(analysis, at) is Kind.COMMA else at
    quantity = quantity_at(analysis, step) if is_phrase(analysis, step) else None
    if quantity is not None and quantity.measure is not None and quantity.measure.unit in _MARGINS:
        step = back(analysis, step - 1)
        step = back(analysis, step - 1) if is_preposition(analysis, step, _BY) else step
    changes = kind_at(analysis, step) is Kind.VERB and analysis.chunks[step].word in change_verbs()
    return step if changes and step < at else -1


def _bearers(analysis: Analysis, phrase: int) -> Iterator[Relation]:
    """Yield a phrase and those that it completes after `of` or `for`, as what a measure is a measure of."""
    yield Relation(Part.NOUN, noun_at(analysis, phrase), phrase, "equated")
    while is_preposition(analysis, phrase - 1, _COMPLETING) and is_phrase(analysis, phrase - 2):
        phrase -= 2
        yield Relation(Part.NOUN, noun_at(analysis, phrase), phrase, "equated")


def _equating_verb_before(analysis: Analysis, comma: int) -> int:
    """Return the verb of being in the clause that a comma closes, over its complements; -1 where there is none."""
    at = comma - 1
    while at >= 0 and comma - at < MAX_REACH and analysis.chunks[at].kind in _IN_PREDICATE:
        at -= 1
    return at if kind_at(analysis, at) is Kind.VERB and analysis.chunks[at].word in equating_verbs() else -1


def verbs_before_amount(analysis: Analysis, index: int) -> Iterator[Relation]:
    """Yield the verbs before an amount of money, which may stand far from its own, the nearest first.

    For example `fined 27 persons who stood outside 875,000 rubles`.
    """
    quantity = quantity_at(analysis, index)
    if quantity is None or quantity.measure is None or not quantity.measure.unit.isupper():
        return
    for at in range(index - 1, -1, -1):
        if analysis.chunks[at].kind is Kind.SEMICOLON:
            return
        if analysis.chunks[at].kind is Kind.VERB:
            yield Relation(Part.AFFECTED, analysis.chunks[at].word, at, "far")
