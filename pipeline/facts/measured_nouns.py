"""What a measure measures: the noun that it is equated with, set beside or followed by (`two years’ imprisonment`)."""

from collections.abc import Iterator
from functools import cache

from pipeline.facts.clauses import head_of, is_capital, is_gerund, is_preposition, verb_before
from pipeline.facts.relation import PROPER_NAME, Part, Relation
from pipeline.facts.steps import MAX_REACH, back, closing, noun_at, quantity_at
from pipeline.language.chunks import Chunk, Kind, VerbForm
from pipeline.language.lexicon import values_of, word_set, words_of
from pipeline.language.neighbours import is_adjective
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
# `Penalties depended on the offense and ranged from …`
_VARYING = frozenset({"depend", "vary", "differ", "apply", "exist"})
# What shares and rates rise and fall by.
_CHANGES = frozenset({"point", "points"})
_MOST_NOUNS_AFTER = 3
# Chunks from a verb to its relative pronoun, over its subject.
_RELATIVE_REACH = 6
# Between a verb and the level that it gives: `fell to 45 percent`, `stood at 12 percent`.
_BEFORE_LEVELS = frozenset({"at", "to", "from", "below", "above", "around"})
_MODIFYING_FORMS = frozenset({VerbForm.GERUND, VerbForm.PAST_OR_PARTICIPLE})
_IN_PREDICATE = frozenset({Kind.NOUN_PHRASE, Kind.PREPOSITION, Kind.ADVERB, Kind.DATE})
_PASSED_OVER = frozenset({Kind.ADVERB, Kind.DATE, Kind.COMMA, Kind.CLOSE})


@cache
def _equating_verbs() -> frozenset[str]:
    return frozenset(words_of("relations", "equating_verbs"))


@cache
def _times() -> frozenset[str]:
    return frozenset(values_of("units", "time").values())


@cache
def _setting_verbs() -> frozenset[str]:
    return frozenset(words_of("statements", "setting_verbs"))


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
    """Read `six months to two years’ imprisonment`: what the second of two times measures, the first does too."""
    last = index + 2
    if not is_preposition(analysis, index + 1, _TO) or not is_phrase(analysis, last):
        return
    quantities = [quantity_at(analysis, at) for at in (index, last)]
    measures = [None if quantity is None else quantity.measure for quantity in quantities]
    first, second = measures
    if first is None or second is None or not {first.unit, second.unit} <= _times():
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
        subject = _subject_of(analysis, _bearing_verb(analysis, at))
        if subject >= 0:
            yield Relation(Part.NOUN, noun_at(analysis, subject), subject, "equated")
    elif kind is Kind.OPEN and is_phrase(analysis, at - 1):
        yield Relation(Part.NOUN, noun_at(analysis, at - 1), at - 1, "paren")
        verb = closing(analysis, at) + 1
        if chunks[at - 1].number >= 0 and at == index - 1 and kind_at(analysis, verb) is Kind.VERB:
            # `1.6 million (55 percent) cast ballots`: the share does what those do whom it tells again.
            yield Relation(Part.AFFECTED if chunks[verb].passive else Part.ACTOR, chunks[verb].word, verb)
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


def _before_extreme(analysis: Analysis, at: int) -> int:
    """Return the verb of `was a record low of 27 percent`, over what the level is; the chunk itself for others."""
    if not is_preposition(analysis, at, _OF) or not is_plain_phrase(analysis, at - 1):
        return at
    verb = back(analysis, at - 2)
    extreme = analysis.chunks[at - 1].word in _EXTREMES and kind_at(analysis, verb) is Kind.VERB
    return verb if extreme and _equates(analysis.chunks[verb]) else at


def _bearing_verb(analysis: Analysis, at: int) -> int:
    """Return the verb of which the subject is that of an equating one: `Turnout was reported to be 61 percent`."""
    before = at - 1
    if analysis.sentence.words[analysis.chunks[at].first] != "to" or kind_at(analysis, before) is not Kind.VERB:
        return at
    told = analysis.chunks[before].passive and analysis.chunks[before].word in word_set("relations", "supposing")
    return before if told else at


def _equates(verb: Chunk) -> bool:
    return verb.word in _equating_verbs() and not verb.passive


def _gives_level(verb: Chunk) -> bool:
    """Tell whether a verb says that its subject was changed to a level, set at one, or starts at one.

    For `the fine was raised to 900`, `fines start at 90`.
    """
    if verb.word in _STARTING:
        return not verb.passive
    return verb.passive and (verb.word in change_verbs() or verb.word in _setting_verbs())


def _before_change(analysis: Analysis, at: int) -> int:
    """Return the verb of `fell nine points to 59 percent`, over by how much; the chunk itself where none stands."""
    if not is_phrase(analysis, at) or analysis.chunks[at].word not in _CHANGES:
        return at
    before = back(analysis, at - 1)
    if is_phrase(analysis, before) and quantity_at(analysis, before) is not None:
        # `half a point`
        before = back(analysis, before - 1)
    return back(analysis, before - 1) if is_preposition(analysis, before, _BY) else before


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
    return at if kind_at(analysis, at) is Kind.VERB and analysis.chunks[at].word in _equating_verbs() else -1


def _subject_of(analysis: Analysis, verb: int) -> int:
    """Return the phrase that heads the subject of a verb, over its complements and asides; -1 where there is none."""
    chunks, found = analysis.chunks, -1
    at = back(analysis, verb - 1)
    grows_on = kind_at(analysis, at) is Kind.COMMA and chunks[verb].form is VerbForm.GERUND
    if grows_on or kind_at(analysis, at) is Kind.CONJUNCTION:
        # `The share increased, growing from 23 percent to 24`.
        # `Turnout fell to 47 percent in May and rose to 53 in June`: the second verb has the subject of the first.
        first = verb_before(analysis, at)
        shares = first >= 0 and (chunks[first].word in _equating_verbs() or chunks[first].word in _VARYING)
        return _subject_of(analysis, first) if shares else -1
    if (bearer := _before_aside(analysis, at)) >= 0:
        return _subject_of(analysis, bearer + 1)
    while at >= 0 and verb - at < MAX_REACH:
        kind, form = chunks[at].kind, chunks[at].form
        if kind is Kind.NOUN_PHRASE:
            found, at = at, _borne_by(analysis, at)
        elif kind is Kind.VERB and is_gerund(analysis, chunks[at]) and kind_at(analysis, at - 1) is Kind.PREPOSITION:
            at = back(analysis, at - 2)
        elif kind is Kind.VERB and form is VerbForm.PAST_OR_PARTICIPLE and found >= 0:
            if found == at + 1 and chunks[at].word in word_set("statements", "reporting"):
                # `the ministry said the number of inmates reached 900`
                return found
            at = back(analysis, at - 1)
        elif kind is Kind.VERB and (bearer := _before_relative(analysis, at)) >= 0:
            # `the maximum that a court may impose for a single offense is 900 pounds`
            found, at = -1, bearer
        elif kind in _PASSED_OVER or (kind is Kind.RELATIVE and found < 0):
            # The subject of `which had been 500 riyals` is what `which` stands for.
            at -= 1
        else:
            return found if kind is Kind.PREPOSITION else -1
    return found


def _before_relative(analysis: Analysis, verb: int) -> int:
    """Return the phrase before the relative pronoun of a verb's clause; -1 where the verb stands in no such clause."""
    for at in range(verb - 1, max(-1, verb - _RELATIVE_REACH), -1):
        kind = analysis.chunks[at].kind
        if kind is Kind.RELATIVE:
            return at - 1 if is_phrase(analysis, at - 1) else -1
        if kind not in {Kind.NOUN_PHRASE, Kind.ADVERB, Kind.PREPOSITION}:
            return -1
    return -1


def _before_aside(analysis: Analysis, comma: int) -> int:
    """Return the phrase that an aside explains which a comma closes (`The fine, equal to 30 days of pay, was`)."""
    if kind_at(analysis, comma) is not Kind.COMMA:
        return -1
    opening = next((at for at in range(comma - 1, 0, -1) if kind_at(analysis, at) is Kind.COMMA), -1)
    if opening <= 0 or not is_phrase(analysis, opening - 1):
        return -1
    aside = opening + 1
    if not is_phrase(analysis, aside) or is_preposition(analysis, opening + 2, _TO) or _describes(analysis, aside):
        return opening - 1
    # `participation, officials announced, fell to 27 percent`
    states = kind_at(analysis, comma - 1) is Kind.VERB and analysis.chunks[comma - 1].word in word_set(
        "statements", "reporting"
    )
    return opening - 1 if states else -1


def _describes(analysis: Analysis, phrase: int) -> bool:
    """Tell whether a phrase is an adjective alone: `turnout in the election, compulsory for the first time, was`."""
    chunk = analysis.chunks[phrase]
    return chunk.first == chunk.last and chunk.number < 0 and is_adjective(chunk.word, 0)


def _borne_by(analysis: Analysis, phrase: int) -> int:
    """Return the chunk that a phrase completes: before its preposition, participle or aside; -1 for a head."""
    before = phrase - 1
    if kind_at(analysis, before) is Kind.PREPOSITION:
        return back(analysis, before - 1)
    if kind_at(analysis, before) is Kind.VERB and analysis.chunks[before].form in _MODIFYING_FORMS:
        return before
    if kind_at(analysis, before) is Kind.VERB and kind_at(analysis, before - 1) is Kind.RELATIVE:
        # `the number of members who were women increased`
        return back(analysis, before - 2)
    if _goes_on_with_places(analysis, phrase):
        return _before_places(analysis, phrase)
    outside = back(analysis, before)
    if kind_at(analysis, outside) is Kind.COMMA and analysis.chunks[phrase].number >= 0 and outside > 0:
        return back(analysis, outside - 1)
    return -1


def _goes_on_with_places(analysis: Analysis, phrase: int) -> bool:
    """Tell whether a phrase goes on with what completes the subject: `The workweek in the north and the south was 40`.

    With a verb before it would open a clause (`prices rose in the north and turnout was 45 percent`).
    """
    return _before_places(analysis, phrase) >= 0 and all(
        chunk.kind is not Kind.VERB for chunk in analysis.chunks[max(0, phrase - MAX_REACH) : phrase]
    )


def _before_places(analysis: Analysis, phrase: int) -> int:
    """Return the phrase that two coordinated ones complete, of which this is the second; -1 where there is none."""
    if kind_at(analysis, phrase - 1) is not Kind.CONJUNCTION or not is_phrase(analysis, phrase - 2):
        return -1
    preposition = back(analysis, phrase - 3)
    bearer = back(analysis, preposition - 1)
    return bearer if kind_at(analysis, preposition) is Kind.PREPOSITION and is_phrase(analysis, bearer) else -1


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
