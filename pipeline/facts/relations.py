"""What governs a number: the verbs and nouns around its phrase, and its part in what they say."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cache

from pipeline.language.chunks import Chunk, Kind, VerbForm
from pipeline.language.lexicon import lexicon, words_of
from pipeline.language.nouns import singular
from pipeline.numerals.counting import Counted, Source
from pipeline.numerals.quantities import Analysis


class Part(StrEnum):
    """The part that a number has in what a predicate says."""

    AFFECTED = "affected"
    """Object of an active verb, subject of a passive one, noun before a participle."""
    ACTOR = "actor"
    EITHER = "either"
    """Noun before a form that may be past tense or participle."""
    OBLIQUE = "oblique"
    """After a preposition that the verb governs."""
    NOUN = "noun"
    """Complement of a noun (`the arrest of 28 suspects`)."""


@dataclass(frozen=True, slots=True)
class Relation:
    """A predicate and how a number stands to it."""

    part: Part
    lemma: str
    chunk: int
    """Index of the predicate's chunk."""
    preposition: str = "none"
    obj: str | None = None
    """Head of the verb's direct object, where the number stands after a preposition."""
    postmodifier: bool = False
    """Whether the predicate stands in a relative clause or participle after the number."""


_CONNECTIVES = frozenset({Kind.COMMA, Kind.CONJUNCTION})
_MAX_REACH = 14
# After these, a noun phrase may be the subject of a clause though a preposition stands before it.
_CLAUSE_OPENERS = frozenset({"after", "before", "since", "until", "as", "than", "because"})


def relations_of(analysis: Analysis, index: int, counted: Counted) -> tuple[Relation, ...]:
    """Return the predicates that govern the phrase at `index`, the nearest and most binding first.

    The main predicate goes before what follows the phrase as a modifier; where the number stands for another noun of the sentence
    (`the number of persons killed reached 12`), that noun's predicates follow its own.
    """
    found = list(_relations(analysis, index, counted))
    if counted.source is Source.SUBJECT and counted.chunk >= 0:
        found.extend(Relation(Part.NOUN, _noun(analysis, counted.chunk), counted.chunk, "equated") for _ in (0,))
        found.extend(_left(analysis, counted.chunk))
        found.extend(_postmodifiers(analysis, counted.chunk))
    if counted.source is Source.PARTITIVE and counted.chunk > index:
        found.extend(_postmodifiers(analysis, counted.chunk))
    return tuple(dict.fromkeys(found))


def _relations(analysis: Analysis, index: int, counted: Counted) -> Iterator[Relation]:
    opening = _collective(analysis, index)
    subject = list(_subject(analysis, index, opening))
    coordinated = _kind(analysis, _back(analysis, opening - 1)) in _CONNECTIVES
    finite = any(
        relation.part is not Part.EITHER
        or relation.lemma in intransitive_verbs()
        or _opens_with_comma(analysis, opening)
        for relation in subject
    )
    # After a comma or `and` a phrase with a verb of its own opens a clause; `49 of whom` never shares the verb before.
    alone = coordinated and (finite or (counted.subset and counted.antecedent >= 0))
    left = [] if alone else list(_left(analysis, opening))
    after = list(_postmodifiers(analysis, index))
    chunk = analysis.chunks[index]
    if opening != index:
        yield Relation(Part.NOUN, _noun(analysis, opening), opening, "of")
    if _is_whole(analysis, index) or _is_fronted_whole(analysis, index):
        yield Relation(Part.NOUN, "whole", index - 1, "of")
    if chunk.hyphenated or _heads_measure(analysis, chunk):
        yield Relation(Part.NOUN, singular(chunk.word), index, "hyphen" if _has_hyphen(analysis, chunk) else "after")
    yield from _after_measure(analysis, index)
    yield from _apposed(analysis, index)
    yield from _bare_participle(analysis, index)
    governed = any(relation.part in {Part.AFFECTED, Part.OBLIQUE} for relation in left)
    if subject and not governed:
        yield from subject
        yield from left
    else:
        yield from left
        # What follows an object only modifies it (`44 of the seats contested`).
        yield from (replace(relation, postmodifier=governed) for relation in subject)
    yield from after
    yield from _before_amount(analysis, index)


def _before_amount(analysis: Analysis, index: int) -> Iterator[Relation]:
    """Yield the verbs before an amount of money, which may stand far from its own: `fined 27 persons who stood outside 875,000 rubles`."""
    chunk = analysis.chunks[index]
    quantity = analysis.quantities[chunk.number] if chunk.number >= 0 else None
    if quantity is None or quantity.measure is None or not quantity.measure.unit.isupper():
        return
    for at in range(index - 1, -1, -1):
        if analysis.chunks[at].kind is Kind.SEMICOLON:
            return
        if analysis.chunks[at].kind is Kind.VERB:
            yield Relation(Part.AFFECTED, analysis.chunks[at].word, at, "far")


def _opens_with_comma(analysis: Analysis, index: int) -> bool:
    """Tell whether a comma and `and` stand before a phrase, as before a new clause."""
    at = _back(analysis, index - 1)
    return _kind(analysis, at) is Kind.CONJUNCTION and _kind(analysis, at - 1) is Kind.COMMA


def _bare_participle(analysis: Analysis, index: int) -> Iterator[Relation]:
    """Read `58 persons dead and 41 injured`: a participle right after a bare number says what befell its persons."""
    chunk = analysis.chunks[index]
    if chunk.number < 0 or _kind(analysis, index + 1) is not Kind.VERB:
        return
    verb = analysis.chunks[index + 1]
    listed = _kind(analysis, index - 1) in _CONNECTIVES
    bare = chunk.head <= analysis.readings[chunk.number].figure.last
    if (
        (bare or listed)
        and verb.form is VerbForm.PAST_OR_PARTICIPLE
        and not _has_object(analysis, index + 1)
        and verb.word not in intransitive_verbs()
    ):
        yield Relation(Part.EITHER, verb.word, index + 1)


_COLLECTIVES = frozenset(
    {
        "group",
        "total",
        "number",
        "series",
        "handful",
        "crowd",
        "team",
        "coalition",
        "pair",
        "trio",
        "set",
        "wave",
        "batch",
    }
)


def _collective(analysis: Analysis, index: int) -> int:
    """Return the phrase that stands for the number's own in its clause: `a group` in `a group of 13 NGOs reported`."""
    if _kind(analysis, index - 1) is Kind.PREPOSITION and analysis.chunks[index - 1].word == "of":
        at = index - 2
        if (
            _kind(analysis, at) is Kind.NOUN_PHRASE
            and analysis.chunks[at].word in _COLLECTIVES
            and analysis.chunks[at].number < 0
        ):
            return at
    return index


def _is_whole(analysis: Analysis, index: int) -> bool:
    """Tell whether a number is what another is a part of: the second of `103 of 395 seats`."""
    if _kind(analysis, index - 1) is not Kind.PREPOSITION or analysis.chunks[index - 1].word != "of":
        return False
    if _kind(analysis, index - 2) is not Kind.NOUN_PHRASE or analysis.chunks[index - 2].number < 0:
        return False
    part = analysis.quantities[analysis.chunks[index - 2].number]
    return part is not None and part.measure is None


def _is_fronted_whole(analysis: Analysis, index: int) -> bool:
    """Tell whether a number opens its sentence as what is divided: `Of the 70 seats in the council, 35 were filled`."""
    return index == 1 and analysis.chunks[0].kind is Kind.PREPOSITION and analysis.chunks[0].word == "of"


def _has_hyphen(analysis: Analysis, chunk: Chunk) -> bool:
    after = analysis.readings[chunk.number].figure.last + 1
    return after < len(analysis.sentence.words) and analysis.sentence.words[after] in {"-", "‑"}


def _apposed(analysis: Analysis, index: int) -> Iterator[Relation]:
    """Read `turnout was 45 percent`, `Turnout, 35 percent nationally,`, `15.4 million votes (55.8 percent)`: what a measure measures."""
    chunk = analysis.chunks[index]
    quantity = analysis.quantities[chunk.number] if chunk.number >= 0 else None
    if quantity is None or quantity.measure is None:
        return
    at = _back(analysis, index - 1)
    while _kind(analysis, at) is Kind.PREPOSITION and analysis.chunks[at].word in {
        "at",
        "to",
        "from",
        "below",
        "above",
        "around",
    }:
        at = _back(analysis, at - 1)
    kind = _kind(analysis, at)
    if kind is Kind.VERB and analysis.chunks[at].word in _EQUATING and not analysis.chunks[at].passive:
        subject = _subject_of(analysis, at)
        if subject >= 0:
            yield Relation(Part.NOUN, _noun(analysis, subject), subject, "equated")
    elif kind is Kind.OPEN and _kind(analysis, at - 1) is Kind.NOUN_PHRASE:
        yield Relation(Part.NOUN, _noun(analysis, at - 1), at - 1, "paren")
    elif kind is Kind.COMMA and _kind(analysis, at - 1) is Kind.NOUN_PHRASE and analysis.chunks[at - 1].number < 0:
        base = at - 1
        yield Relation(Part.NOUN, _noun(analysis, base), base, "comma")
        while _kind(analysis, base - 1) is Kind.PREPOSITION and _kind(analysis, base - 2) is Kind.NOUN_PHRASE:
            base -= 2
            yield Relation(Part.NOUN, _noun(analysis, base), base, "comma")


_EQUATING = frozenset(
    "be total reach exceed equal number stand amount average range rise fall grow drop climb increase decrease decline remain hover top surpass".split()
)


def _subject_of(analysis: Analysis, verb: int) -> int:
    """Return the phrase that heads the subject of a verb, over its complements and asides; -1 where there is none."""
    at, found = _back(analysis, verb - 1), -1
    while at >= 0 and verb - at < _MAX_REACH:
        kind = analysis.chunks[at].kind
        if (
            kind is Kind.VERB
            and analysis.chunks[at].form is VerbForm.GERUND
            and _kind(analysis, at - 1) is Kind.PREPOSITION
        ):
            at = _back(analysis, at - 2)
            continue
        if kind is Kind.VERB and analysis.chunks[at].form is VerbForm.PAST_OR_PARTICIPLE and found >= 0:
            at = _back(analysis, at - 1)
            continue
        if kind is Kind.NOUN_PHRASE:
            found = at
            if _kind(analysis, at - 1) is Kind.PREPOSITION:
                at = _back(analysis, at - 2)
                continue
            if _kind(analysis, at - 1) is Kind.VERB and analysis.chunks[at - 1].form in {
                VerbForm.GERUND,
                VerbForm.PAST_OR_PARTICIPLE,
            }:
                at -= 1
                continue
            outside = _back(analysis, at - 1)
            if _kind(analysis, outside) is Kind.COMMA and analysis.chunks[at].number >= 0 and outside > 0:
                at = _back(analysis, outside - 1)
                continue
            return at
        if kind in {Kind.ADVERB, Kind.DATE, Kind.COMMA, Kind.CLOSE}:
            at -= 1
            continue
        return -1 if kind is not Kind.PREPOSITION else found
    return found


def _noun(analysis: Analysis, index: int) -> str:
    return singular(analysis.chunks[index].word)


def _heads_measure(analysis: Analysis, chunk: Chunk) -> bool:
    """Tell whether a noun heads a phrase that a measure opens (`two years’ imprisonment`)."""
    if chunk.number < 0 or chunk.hyphenated:
        return False
    quantity = analysis.quantities[chunk.number]
    return quantity is not None and quantity.measure is not None and chunk.head > quantity.measure.last


def _after_measure(analysis: Analysis, index: int) -> Iterator[Relation]:
    """Read `five years in prison`, `30 percent of the vote`, `three years of probation`: the noun after a measure."""
    chunk = analysis.chunks[index]
    quantity = analysis.quantities[chunk.number] if chunk.number >= 0 else None
    if quantity is None or quantity.measure is None:
        return
    at = index
    while _kind(analysis, at + 1) is Kind.OPEN:
        # The equivalent in parentheses stands between an amount and what follows.
        at = _closing(analysis, at + 1)
    for _ in range(3):
        if _kind(analysis, at + 1) is Kind.PREPOSITION and analysis.chunks[at + 1].word not in _OF_MEASURES:
            break
        if _kind(analysis, at + 1) is not Kind.PREPOSITION or _kind(analysis, at + 2) is not Kind.NOUN_PHRASE:
            break
        if analysis.chunks[at + 2].number >= 0 and quantity.measure.unit != "percent":
            break
        yield Relation(Part.NOUN, _noun(analysis, at + 2), at + 2, "after")
        at += 2
    nxt = analysis.chunks[at + 1] if at + 1 < len(analysis.chunks) else None
    if nxt is not None and nxt.kind is Kind.NOUN_PHRASE and nxt.number < 0 and quantity.measure.unit == "percent":
        yield Relation(Part.NOUN, singular(nxt.word), at + 1, "after")


_OF_MEASURES = frozenset({"of", "in", "at", "under", "behind", "on", "for"})


def _kind(analysis: Analysis, index: int) -> Kind | None:
    return analysis.chunks[index].kind if 0 <= index < len(analysis.chunks) else None


def _closing(analysis: Analysis, opening: int) -> int:
    at = opening
    while at < len(analysis.chunks) - 1 and analysis.chunks[at].kind is not Kind.CLOSE:
        at += 1
    return at


def _opening(analysis: Analysis, closing: int) -> int:
    at = closing
    while at > 0 and analysis.chunks[at].kind is not Kind.OPEN:
        at -= 1
    return at


def _verb_relation(
    verb: Chunk, index: int, part: Part, *, preposition: str = "none", obj: str | None = None
) -> Relation:
    return Relation(part, verb.word, index, preposition, obj)


def _left(analysis: Analysis, index: int) -> Iterator[Relation]:
    """Yield what governs a phrase from its left: the verb of which it is object, the preposition's noun and verb."""
    chunks = analysis.chunks
    at = _back(analysis, index - 1)
    if at < 0:
        return
    chunk = chunks[at]
    if chunk.kind is Kind.VERB:
        yield from _inverted(analysis, at)
        yield from _coordinated_verbs(analysis, at, Part.AFFECTED)
        if chunk.form is VerbForm.INFINITIVE:
            yield from _governing_verb(analysis, at)
        return
    if chunk.kind is Kind.PREPOSITION:
        if chunk.word in _PARTICLES and _kind(analysis, at - 1) is Kind.VERB:
            # `carried off 300 children`: the particle belongs to the verb.
            yield from _coordinated_verbs(analysis, at - 1, Part.AFFECTED)
        yield from _subject_noun_verb(analysis, index, at)
        governors = list(_after_preposition(analysis, at))
        yield from governors or _fronted(analysis, index, chunk.word)
        return
    if chunk.kind is Kind.NOUN_PHRASE and chunk.number != chunks[index].number:
        # Two objects: `fined two women 120 euros`, `gave the winner 1,718,442 votes`; and a noun before an amount.
        verb, obj = _verb_before(analysis, at)
        if verb >= 0:
            yield Relation(Part.AFFECTED, chunks[verb].word, verb, "none", obj)
        return
    if chunk.kind in _CONNECTIVES:
        yield from _over_aside(analysis, at)
        yield from _conjunct(analysis, at)


_PARTICLES = frozenset({"off", "out", "up", "down", "away", "back"})


def _subject_noun_verb(analysis: Analysis, index: int, preposition: int) -> Iterator[Relation]:
    """Read `Charges against 23 journalists were dropped`: what is said of the noun that the number completes."""
    base = preposition - 1
    if _kind(analysis, base) is not Kind.NOUN_PHRASE or _kind(analysis, _back(analysis, base - 1)) in {
        Kind.VERB,
        Kind.PREPOSITION,
        Kind.NOUN_PHRASE,
    }:
        return
    verb = _next_verb(analysis, index)
    if verb >= 0 and analysis.chunks[verb].passive:
        yield Relation(
            Part.OBLIQUE, analysis.chunks[verb].word, verb, analysis.chunks[preposition].word, _noun(analysis, base)
        )


def _fronted(analysis: Analysis, index: int, preposition: str) -> Iterator[Relation]:
    """Read `but, with the 50 seats of its ally, kept control`: a phrase before its verb."""
    verb = _next_verb(analysis, index)
    if verb >= 0:
        yield Relation(Part.OBLIQUE, analysis.chunks[verb].word, verb, preposition)


def _inverted(analysis: Analysis, verb: int) -> Iterator[Relation]:
    """Read `Killed in the raid were 19 villagers`, `Among those arrested were 12 students`: the participle opens, its subject closes."""
    chunks = analysis.chunks
    if chunks[verb].word != "be" or chunks[verb].passive:
        return
    opening = chunks[0]
    if opening.kind is Kind.VERB and opening.form is VerbForm.PAST_OR_PARTICIPLE and verb > 0:
        yield Relation(Part.AFFECTED, opening.word, 0)
    if opening.kind is Kind.PREPOSITION and opening.word in {"among", "of"} and _kind(analysis, 1) is Kind.NOUN_PHRASE:
        words = analysis.sentence.words[chunks[1].first : chunks[1].last + 1]
        lemma = lexicon().lemmas.get(words[-1])
        if words[0] == "those" and lemma is not None:
            yield Relation(Part.AFFECTED, lemma, 1)


def _back(analysis: Analysis, at: int) -> int:
    """Return the nearest chunk to the left that is no adverb, date with its preposition, or parenthesis."""
    while at >= 0 and analysis.chunks[at].kind in {Kind.ADVERB, Kind.DATE, Kind.OTHER}:
        dated = analysis.chunks[at].kind is Kind.DATE
        at -= 1
        if dated and _kind(analysis, at) is Kind.PREPOSITION:
            at -= 1
            if _kind(analysis, at) is Kind.PREPOSITION and analysis.chunks[at].word in {"as", "because", "up"}:
                at -= 1
    if at >= 0 and analysis.chunks[at].kind is Kind.CLOSE:
        return _back(analysis, _opening(analysis, at) - 1)
    return at


def _coordinated_verbs(analysis: Analysis, verb: int, part: Part) -> Iterator[Relation]:
    """Yield a verb and those coordinated before it (`arrested and charged 12`), the first in the text first."""
    chunks = analysis.chunks
    verbs = [verb]
    at = verb
    while at >= 2 and chunks[at - 1].kind in {Kind.CONJUNCTION, Kind.COMMA} and chunks[at - 2].kind is Kind.VERB:  # noqa: PLR2004 - a connective between two verbs
        at -= 2
        verbs.append(at)
    for place in reversed(verbs):
        yield Relation(part, chunks[place].word, place)


def _governing_verb(analysis: Analysis, infinitive: int) -> Iterator[Relation]:
    """Yield the verb on which an infinitive depends (`ordered to pay`, `asked the court to fine`)."""
    at = infinitive - 1
    while (
        at >= 0
        and infinitive - at < 6
        and analysis.chunks[at].kind in {Kind.NOUN_PHRASE, Kind.PREPOSITION, Kind.ADVERB}
    ):  # noqa: PLR2004 - an object and its complement
        at -= 1
    if _kind(analysis, at) is Kind.VERB:
        yield Relation(Part.OBLIQUE, analysis.chunks[at].word, at, "to")


def _after_preposition(analysis: Analysis, preposition: int) -> Iterator[Relation]:
    """Yield the nouns and the verb that a preposition attaches its phrase to, climbing from noun to noun."""
    chunks = analysis.chunks
    word, at, inner = chunks[preposition].word, _back(analysis, preposition - 1), chunks[preposition].word
    obj: str | None = None
    for _ in range(_MAX_REACH):
        kind = _kind(analysis, at)
        if kind is Kind.NOUN_PHRASE:
            obj = _noun(analysis, at)
            before = _back(analysis, at - 1)
            if not (_kind(analysis, before) is Kind.PREPOSITION and chunks[before].word == "without"):
                yield Relation(Part.NOUN, obj, at, inner)
            if _kind(analysis, before) is Kind.PREPOSITION:
                # Over a bare noun the preposition may reach the noun before: `the detention without charge of 12`.
                bare = chunks[at].first == chunks[at].last and word == "of"
                inner = word if bare else chunks[before].word
                at = _back(analysis, before - 1)
                continue
            if _kind(analysis, before) in _CONNECTIVES and _kind(analysis, before - 1) is Kind.NOUN_PHRASE:
                at = before - 1
                continue
            at = before
        elif kind is Kind.VERB:
            verb = chunks[at]
            if verb.form is VerbForm.GERUND and _kind(analysis, at - 1) is Kind.PREPOSITION:
                # `the fine for holding a meeting from 20,000 shillings`: the gerund only says what the fine is for.
                yield Relation(Part.OBLIQUE, verb.word, at, word, obj)
                at = _back(analysis, at - 2)
                continue
            if obj is None or not verb.passive:
                yield Relation(Part.OBLIQUE, verb.word, at, word, obj)
            if verb.form is VerbForm.INFINITIVE:
                yield from _governing_verb(analysis, at)
            if verb.form in {VerbForm.PAST_OR_PARTICIPLE, VerbForm.INFINITIVE} or verb.passive:
                yield from _passive_object(analysis, at, word)
            return
        elif kind is Kind.PREPOSITION:
            at = _back(analysis, at - 1)
        elif kind in _CONNECTIVES:
            at = _back(analysis, at - 1)
            if _kind(analysis, at) not in {Kind.NOUN_PHRASE, Kind.VERB}:
                return
        else:
            return


def _passive_object(analysis: Analysis, verb: int, word: str) -> Iterator[Relation]:
    """Yield the passive's subject as the object that it is (`charges were brought against 12`)."""
    at = _back(analysis, verb - 1)
    if _kind(analysis, at) is Kind.NOUN_PHRASE:
        yield Relation(Part.OBLIQUE, analysis.chunks[verb].word, verb, word, _noun(analysis, at))


def _verb_before(analysis: Analysis, phrase: int) -> tuple[int, str | None]:
    """Return the verb whose object ends in a phrase, over its complements, and the object's head; -1 where none does."""
    at, obj = phrase, None
    for _ in range(_MAX_REACH):
        if _kind(analysis, at) is Kind.NOUN_PHRASE:
            obj = _noun(analysis, at)
            at = _back(analysis, at - 1)
            if _kind(analysis, at) is Kind.PREPOSITION:
                at = _back(analysis, at - 1)
            elif _kind(analysis, at) in _CONNECTIVES:
                while _kind(analysis, at) in _CONNECTIVES:
                    at = _back(analysis, at - 1)
                if _kind(analysis, at) is not Kind.NOUN_PHRASE:
                    return -1, None
            continue
        if _kind(analysis, at) is Kind.VERB:
            return at, obj
        return -1, None
    return -1, None


def _over_aside(analysis: Analysis, comma: int) -> Iterator[Relation]:
    """Read `deported, by the count of monitors, 211,000 Afghans`: an aside stands between verb and object."""
    if _kind(analysis, comma) is not Kind.COMMA:
        return
    at = comma - 1
    while (
        at > 0
        and comma - at < _MAX_REACH
        and analysis.chunks[at].kind in {Kind.NOUN_PHRASE, Kind.PREPOSITION, Kind.CONJUNCTION, Kind.DATE, Kind.ADVERB}
    ):
        at -= 1
    if (
        _kind(analysis, at) is Kind.COMMA
        and _kind(analysis, at - 1) is Kind.VERB
        and _kind(analysis, at + 1) in {Kind.PREPOSITION, Kind.DATE}
    ):
        yield Relation(Part.AFFECTED, analysis.chunks[at - 1].word, at - 1)


def _conjunct(analysis: Analysis, connective: int) -> Iterator[Relation]:
    """Yield what governs the phrase that this one is coordinated with (`killed five soldiers and 12 civilians`)."""
    at = connective
    while at >= 0 and _kind(analysis, at) in _CONNECTIVES:
        at = _back(analysis, at - 1)
    if _kind(analysis, at) is Kind.VERB and analysis.chunks[at].form is VerbForm.PAST_OR_PARTICIPLE:
        at = _back(analysis, at - 1)
    counting = _counting_conjunct(analysis, at)
    at = at if counting < 0 else counting
    for _ in range(_MAX_REACH):
        if _kind(analysis, at) is not Kind.NOUN_PHRASE:
            return
        before = _back(analysis, at - 1)
        kind = _kind(analysis, before)
        if kind is Kind.VERB:
            yield from _coordinated_verbs(analysis, before, Part.AFFECTED)
            return
        if kind is Kind.PREPOSITION:
            yield from _after_preposition(analysis, before)
            return
        if kind in _CONNECTIVES:
            at = _back(analysis, before - 1)
            continue
        return


def _counting_conjunct(analysis: Analysis, at: int) -> int:
    """Return the phrase with a number to which a number after `and` runs parallel, over the complements between; -1 for none."""
    while at >= 0:
        chunk = analysis.chunks[at]
        infinitive = chunk.kind is Kind.VERB and chunk.form is VerbForm.INFINITIVE
        if not infinitive and chunk.kind not in {
            Kind.NOUN_PHRASE,
            Kind.PREPOSITION,
            Kind.DATE,
            Kind.ADVERB,
            Kind.COMMA,
        }:
            return -1
        if chunk.number >= 0:
            quantity = analysis.quantities[chunk.number]
            if quantity is not None and _kind(analysis, at - 1) is Kind.VERB:
                return at
        at -= 1
    return -1


def _subject(analysis: Analysis, index: int, opening: int) -> Iterator[Relation]:
    """Yield the verbs of which a phrase is the subject, over what stands between them."""
    chunks = analysis.chunks
    before = _back(analysis, opening - 1)
    if _kind(analysis, before) is Kind.PREPOSITION and chunks[before].word not in _CLAUSE_OPENERS:
        return
    if (verb := _object_of_relative(analysis, index)) >= 0:
        yield Relation(Part.AFFECTED, chunks[verb].word, verb)
        return
    verb = _next_verb(analysis, index)
    if verb < 0:
        return
    yield from _as_subject(analysis, verb)


def _object_of_relative(analysis: Analysis, index: int) -> int:
    """Return the verb of `39 of whom a court sentenced`, of which the number is the object; -1 for `39 of whom were freed`."""
    chunks = analysis.chunks
    if _kind(analysis, index + 1) is not Kind.PREPOSITION or _kind(analysis, index + 2) is not Kind.RELATIVE:
        return -1
    at = index + 3
    if _kind(analysis, at) is not Kind.NOUN_PHRASE or chunks[at].number >= 0:
        return -1
    while _kind(analysis, at + 1) is Kind.PREPOSITION and _kind(analysis, at + 2) is Kind.NOUN_PHRASE:
        at += 2
    return at + 1 if _kind(analysis, at + 1) is Kind.VERB and not chunks[at + 1].passive else -1


def _as_subject(analysis: Analysis, verb: int) -> Iterator[Relation]:
    chunks = analysis.chunks
    yield _subject_relation(analysis, verb)
    at = verb
    # `were arrested and later charged`: the second verb has the same subject.
    for _ in range(4):
        step = at + 1
        while _kind(analysis, step) in {Kind.ADVERB, Kind.DATE, Kind.PREPOSITION, Kind.NOUN_PHRASE} and step < at + 8:
            step += 1
        if _kind(analysis, step) is Kind.COMMA and _kind(analysis, step + 1) is Kind.CONJUNCTION:
            step += 1
        if _kind(analysis, step) is not Kind.CONJUNCTION:
            return
        step += 1
        while _kind(analysis, step) in {Kind.ADVERB, Kind.COMMA}:
            step += 1
        if _kind(analysis, step) is not Kind.VERB or chunks[step].form is VerbForm.GERUND:
            return
        relation = _subject_relation(analysis, step)
        if (
            chunks[verb].passive
            and chunks[step].form is VerbForm.PAST_OR_PARTICIPLE
            and not _has_object(analysis, step)
        ):
            relation = Relation(Part.AFFECTED, relation.lemma, relation.chunk)
        yield relation
        at = step


def _subject_relation(analysis: Analysis, verb: int) -> Relation:
    chunk = analysis.chunks[verb]
    if chunk.passive:
        part = Part.AFFECTED
    elif chunk.form is VerbForm.PAST_OR_PARTICIPLE and not _has_object(analysis, verb):
        part = Part.EITHER
    else:
        part = Part.ACTOR
    return Relation(part, chunk.word, verb)


def _has_object(analysis: Analysis, verb: int) -> bool:
    at = verb + 1
    while _kind(analysis, at) is Kind.ADVERB:
        at += 1
    return _kind(analysis, at) is Kind.NOUN_PHRASE


def _next_verb(analysis: Analysis, index: int) -> int:
    """Return the verb of the clause that a phrase opens, over complements, asides and relative clauses; -1 where none comes."""
    chunks, at = analysis.chunks, index + 1
    participle = -1
    while at < len(chunks):
        kind = chunks[at].kind
        if kind is Kind.VERB:
            if chunks[at].form in {VerbForm.GERUND, VerbForm.INFINITIVE}:
                return participle
            if chunks[at].form is VerbForm.PAST_OR_PARTICIPLE and not _has_object(analysis, at) and participle < 0:
                if chunks[at].word in intransitive_verbs():
                    return at
                participle = at
                at += 1
                continue
            return at
        if participle >= 0 and kind not in {Kind.PREPOSITION, Kind.NOUN_PHRASE, Kind.DATE, Kind.ADVERB}:
            # A participle that modifies is followed by its complements and the verb; after anything else it was the verb.
            return participle
        if kind is Kind.RELATIVE and not (at > 0 and chunks[at - 1].kind is Kind.PREPOSITION):
            following = _after_relative(analysis, at)
            return following if following >= 0 else participle
        if kind is Kind.OPEN:
            at = _closing(analysis, at) + 1
            continue
        if kind is Kind.COMMA:
            at = _after_aside(analysis, at)
            if at < 0:
                return participle
            continue
        if kind in {Kind.SEMICOLON, Kind.SUBORDINATOR, Kind.DASH}:
            return participle
        at += 1
    return participle


@cache
def intransitive_verbs() -> frozenset[str]:
    """Return verbs that take no object, whose past form therefore governs and never modifies."""
    return frozenset(words_of("verbs", "intransitive"))


def _after_relative(analysis: Analysis, relative: int) -> int:
    """Return the main verb after a relative clause, which ends at a comma or where a second finite verb begins."""
    verbs = 0
    at = relative + 1
    while at < len(analysis.chunks) and at < relative + _MAX_REACH:
        kind = analysis.chunks[at].kind
        if kind is Kind.SEMICOLON:
            return -1
        if kind is Kind.VERB and analysis.chunks[at].form in {VerbForm.FINITE, VerbForm.PAST_OR_PARTICIPLE}:
            verbs += 1
            if verbs > 1 and analysis.chunks[at - 1].kind not in {
                Kind.CONJUNCTION,
                Kind.SUBORDINATOR,
                Kind.RELATIVE,
                Kind.PREPOSITION,
            }:
                return at
        if kind is Kind.COMMA and verbs == 1:
            return at + 1 if _kind(analysis, at + 1) is Kind.VERB else -1
        at += 1
    return -1


def _after_aside(analysis: Analysis, comma: int) -> int:
    """Return the chunk after an aside between commas (`, UNHCR reported,`); the one after the comma in a list; -1 at a new clause."""
    chunks = analysis.chunks
    end = comma + 1
    while end < len(chunks) and end < comma + _MAX_REACH and chunks[end].kind is not Kind.COMMA:
        if chunks[end].kind is Kind.SEMICOLON:
            return -1
        end += 1
    if _kind(analysis, comma + 1) is Kind.VERB:
        return comma + 1
    if _kind(analysis, end) is Kind.COMMA:
        return end + 1
    if _kind(analysis, comma + 1) is Kind.CONJUNCTION and _kind(analysis, comma + 2) is Kind.NOUN_PHRASE:
        return comma + 2 if _kind(analysis, comma + 3) is not Kind.VERB else -1
    return -1


def _postmodifiers(analysis: Analysis, index: int) -> Iterator[Relation]:
    """Yield the predicates of what follows a phrase as its modifier: participles and relative clauses."""
    chunks, at = analysis.chunks, index + 1
    while _kind(analysis, at) is Kind.PREPOSITION and _kind(analysis, at + 1) in {Kind.NOUN_PHRASE, Kind.DATE}:
        at += 2
    while _kind(analysis, at) in {Kind.ADVERB, Kind.COMMA} and at < index + 6:
        at += 1
    kind = _kind(analysis, at)
    if kind is Kind.VERB and chunks[at].form is VerbForm.PAST_OR_PARTICIPLE:
        part = Part.ACTOR if _has_object(analysis, at) else Part.EITHER
        yield Relation(part, chunks[at].word, at, postmodifier=True)
    elif kind is Kind.RELATIVE and chunks[at - 1].kind is not Kind.PREPOSITION:
        yield from _relative_clause(analysis, at)
    elif (
        kind is Kind.NOUN_PHRASE
        and at == index + 1
        and chunks[at].first == chunks[at].last
        and _kind(analysis, at + 1) is Kind.VERB
    ):
        # A clause without its relative pronoun: `23 individuals it considered detained`.
        if chunks[at + 1].form is not VerbForm.GERUND:
            yield Relation(Part.AFFECTED, chunks[at + 1].word, at + 1, postmodifier=True)


def _relative_clause(analysis: Analysis, relative: int) -> Iterator[Relation]:
    """Yield the verb of `who disappeared` (subject) or `whom it considered` (object)."""
    chunks, at = analysis.chunks, relative + 1
    while _kind(analysis, at) is Kind.ADVERB:
        at += 1
    if _kind(analysis, at) is Kind.VERB:
        for relation in _as_subject(analysis, at):
            yield Relation(relation.part, relation.lemma, relation.chunk, postmodifier=True)
        return
    for step in range(at, min(at + 8, len(chunks))):
        if chunks[step].kind is Kind.VERB:
            yield Relation(Part.AFFECTED, chunks[step].word, step, postmodifier=True)
            return
        if chunks[step].kind in {Kind.COMMA, Kind.SEMICOLON}:
            return
