"""What a preposition attaches its phrase to: the nouns and the verb before it, climbing from noun to noun."""

from collections.abc import Iterator

from pipeline.facts.clauses import is_capital, is_preposition, subject_of
from pipeline.facts.relation import PROPER_NAME, Part, Relation
from pipeline.facts.relative_bearers import nouns_beyond_relative
from pipeline.facts.steps import CONNECTIVES, MAX_REACH, back, has_object, noun_at, over_connectives
from pipeline.language.chunks import Kind, VerbForm
from pipeline.language.lexicon import Tag, lexicon, word_set
from pipeline.numerals.phrases import is_phrase, is_plain_phrase, kind_at
from pipeline.numerals.quantities import Analysis

PARTICLES = frozenset({"off", "out", "up", "down", "away", "back"})
"""Prepositions that belong to the verb before them."""
_MOVES = frozenset({"up", "down"})
_WITHOUT = frozenset({"without"})
_POINTING_BACK = frozenset({"them", "it", "these", "those"})
# An object and its complements, between an infinitive and its verb (`asked the court on Monday to fine`).
_OF_OBJECT = frozenset({Kind.NOUN_PHRASE, Kind.PREPOSITION, Kind.ADVERB})
_OBJECT_REACH = 6
_IN_ASIDE = frozenset({Kind.NOUN_PHRASE, Kind.PREPOSITION, Kind.CONJUNCTION, Kind.DATE, Kind.ADVERB})
_ASIDE_REACH = 8
_OPENS_ASIDE = frozenset({Kind.PREPOSITION, Kind.DATE})


def governing_verb(analysis: Analysis, infinitive: int) -> Iterator[Relation]:
    """Yield the verb on which an infinitive depends (`ordered to pay`, `asked the court to fine`)."""
    at = infinitive - 1
    if kind_at(analysis, at) is Kind.CONJUNCTION:
        # `required women to be represented in all offices and to hold 30 percent`
        infinitive = at = _infinitive_before(analysis, at)
        at -= 1
    while infinitive - at < _OBJECT_REACH and kind_at(analysis, at) in _OF_OBJECT:
        at -= 1
    if kind_at(analysis, at) is Kind.VERB:
        yield Relation(Part.OBLIQUE, analysis.chunks[at].word, at, "to")


def _infinitive_before(analysis: Analysis, conjunction: int) -> int:
    """Return the infinitive that `and` joins to the one after it, over what completes the first; -1 for none."""
    at = conjunction - 1
    while at >= 0 and conjunction - at < MAX_REACH and analysis.chunks[at].kind in _OF_OBJECT:
        at -= 1
    infinitive = kind_at(analysis, at) is Kind.VERB and analysis.chunks[at].form is VerbForm.INFINITIVE
    return at if infinitive else -1


def after_preposition(analysis: Analysis, preposition: int) -> Iterator[Relation]:
    """Return the nouns and the verb that a preposition attaches its phrase to.

    What stands before the comma of `won 88 seats in the House, down from 102` governs nothing behind it.
    """
    apart = analysis.chunks[preposition].word == "from" and _tells_what_was(analysis, preposition)
    return iter(()) if apart else _climbing_from(analysis, preposition)


def _climbing_from(analysis: Analysis, preposition: int) -> Iterator[Relation]:
    """Yield the nouns and the verb before a preposition, climbing from noun to noun."""
    chunks = analysis.chunks
    word = inner = chunks[preposition].word
    at = back(analysis, preposition - 1)
    obj: str | None = None
    listed = False
    for _ in range(MAX_REACH):
        kind = kind_at(analysis, at)
        if kind is Kind.NOUN_PHRASE:
            before = back(analysis, at - 1)
            obj = _meant(analysis, at, before)
            if is_preposition(analysis, before, PARTICLES) and kind_at(analysis, before - 1) is Kind.VERB:
                # `cut off the hands of two men`
                before -= 1
            if not (listed or is_preposition(analysis, before, _WITHOUT)):
                for first in _nouns_listed_before(analysis, at):
                    # `the deaths, injuries, and flight of 900 civilians`: what befell them is told in this order.
                    yield Relation(Part.NOUN, noun_at(analysis, first), first, inner)
                yield Relation(Part.NOUN, obj, at, inner)
                if is_capital(analysis, chunks[at].head):
                    yield Relation(Part.NOUN, PROPER_NAME, at, inner)
            if kind_at(analysis, before) is Kind.PREPOSITION:
                # Over a bare noun the preposition may reach the noun before: `the detention without charge of 12`.
                inner = word if word == "of" and _reaches_over(analysis, at, before) else chunks[before].word
            if kind_at(analysis, before) is Kind.PREPOSITION:
                # What completes a verb or noun after a preposition is not the verb's object.
                obj = None
            listed = listed or _parts_items(analysis, at, before)
            at = _above(analysis, before)
        elif kind is Kind.VERB:
            yield from _verb_with_preposition(analysis, at, word, obj)
            if not _completes_noun(analysis, at):
                yield from nouns_beyond_relative(analysis, preposition, at)
                return
            at = back(analysis, at - 2)
        elif kind is Kind.PREPOSITION:
            at = back(analysis, at - 1)
        elif kind in CONNECTIVES:
            at = back(analysis, _before_aside(analysis, at) - 1)
            if kind_at(analysis, at) not in {Kind.NOUN_PHRASE, Kind.VERB}:
                return
        else:
            return


def _tells_what_was(analysis: Analysis, preposition: int) -> bool:
    """Tell whether `, up` or `, down` stands before `from`."""
    before = analysis.chunks[preposition - 1]
    moves = before.kind is Kind.ADVERB and before.word in _MOVES
    return moves and preposition > 1 and analysis.chunks[preposition - 2].kind is Kind.COMMA


def _reaches_over(analysis: Analysis, phrase: int, preposition: int) -> bool:
    """Tell whether `of` reaches over a complement: `the detention without charge of 12`, `killings by the army of 12`.

    Of persons whom only their group tells it does not: `killings by relatives of 12 women`.
    """
    noun, chunk = noun_at(analysis, phrase), analysis.chunks[phrase]
    if analysis.chunks[preposition].word == "by":
        return noun not in word_set("relations", "relational_persons")
    return chunk.first == chunk.last


def _nouns_listed_before(analysis: Analysis, last: int) -> Iterator[int]:
    """Yield in text order the nouns that a list joins to its last one, which shares their determiner and complement."""
    first = last
    while (
        not lexicon().tags.get(analysis.sentence.words[analysis.chunks[first].first], 0) & Tag.DETERMINER
        and kind_at(analysis, first - 1) in CONNECTIVES
        and is_plain_phrase(analysis, (before := over_connectives(analysis, first - 1)))
        and last - before < MAX_REACH
    ):
        first = before
    yield from (at for at in range(first, last) if analysis.chunks[at].kind is Kind.NOUN_PHRASE)


def _before_aside(analysis: Analysis, comma: int) -> int:
    """Return the comma that opens an aside of when or what kind (`won, on June 9, with`); the same one for none."""
    if (relative := _before_relative(analysis, comma)) >= 0:
        return relative
    at = comma - 1
    while at > 0 and comma - at < _ASIDE_REACH and analysis.chunks[at].kind in _IN_ASIDE:
        at -= 1
    opening = analysis.chunks[at]
    narrows = opening.kind is Kind.VERB and opening.form is VerbForm.PAST_OR_PARTICIPLE and not opening.passive
    if narrows and not has_object(analysis, at):
        # `in the first round, held on June 9, with 68 percent`
        at -= 1
    elif any(chunk.kind not in _OPENS_ASIDE for chunk in analysis.chunks[at + 1 : comma]):
        return comma
    return at if at < comma - 1 and kind_at(analysis, at) is Kind.COMMA else comma


def _before_relative(analysis: Analysis, comma: int) -> int:
    """Return the comma before a relative clause that another closes: `sentenced two men, who had fled, to`; else -1."""
    for at in range(comma - 1, max(0, comma - _ASIDE_REACH), -1):
        kind = analysis.chunks[at].kind
        if kind is Kind.RELATIVE:
            return at - 1 if kind_at(analysis, at - 1) is Kind.COMMA else -1
        if kind not in _IN_ASIDE and kind is not Kind.VERB:
            return -1
    return -1


def _meant(analysis: Analysis, phrase: int, verb: int) -> str:
    """Return the noun of an object, that of the verb before for a pronoun: `filed charges and dropped them against`."""
    noun = noun_at(analysis, phrase)
    if noun not in _POINTING_BACK or kind_at(analysis, verb) is not Kind.VERB:
        return noun
    for at in range(verb - 1, 0, -1):
        if is_phrase(analysis, at) and kind_at(analysis, at - 1) is Kind.VERB and analysis.chunks[at].number < 0:
            return noun_at(analysis, at)
    return noun


def _parts_items(analysis: Analysis, phrase: int, connective: int) -> bool:
    """Tell whether a comma or `and` parts two counted items of a list: the first governs nothing in the second.

    For `two cases of homicide, 133 cases of threats against …` and `the killing of 12 men and the dismissal of …`.
    """
    if kind_at(analysis, connective) not in CONNECTIVES:
        return False
    before = over_connectives(analysis, connective)
    counted = is_phrase(analysis, before) and analysis.chunks[before].number >= 0
    return counted or analysis.chunks[phrase].number >= 0


def _above(analysis: Analysis, before: int) -> int:
    """Return the chunk to which the one before a noun leads: over a preposition, or to the noun of a list."""
    if kind_at(analysis, before) is Kind.PREPOSITION:
        return back(analysis, before - 1)
    if kind_at(analysis, before) in CONNECTIVES and is_phrase(analysis, before - 1):
        return before - 1
    return before


def _completes_noun(analysis: Analysis, verb: int) -> bool:
    """Tell whether a gerund only says what a noun is for: `the fine for holding a meeting from 20,000 shillings`."""
    return analysis.chunks[verb].form is VerbForm.GERUND and kind_at(analysis, verb - 1) is Kind.PREPOSITION


def _verb_with_preposition(analysis: Analysis, at: int, preposition: str, obj: str | None) -> Iterator[Relation]:
    """Yield a verb that governs a preposition, with its object, and the verb on which it depends."""
    verb = analysis.chunks[at]
    if obj is None or not verb.passive or _completes_noun(analysis, at):
        yield Relation(Part.OBLIQUE, verb.word, at, preposition, obj)
    if _completes_noun(analysis, at):
        return
    if verb.form is VerbForm.INFINITIVE:
        yield from governing_verb(analysis, at)
    if verb.passive or verb.form in {VerbForm.PAST_OR_PARTICIPLE, VerbForm.INFINITIVE}:
        yield from _passive_object(analysis, at, preposition)


def _passive_object(analysis: Analysis, verb: int, preposition: str) -> Iterator[Relation]:
    """Yield the passive's subject as the object that it is (`charges were brought against 12`)."""
    at = back(analysis, verb - 1)
    if is_phrase(analysis, at):
        yield Relation(Part.OBLIQUE, analysis.chunks[verb].word, verb, preposition, noun_at(analysis, at))
        subject = subject_of(analysis, verb) if analysis.chunks[verb].passive else -1
        if 0 <= subject < at:
            # `Sentences of 16 years were imposed on 40 officers`
            yield Relation(Part.OBLIQUE, analysis.chunks[verb].word, verb, preposition, noun_at(analysis, subject))
