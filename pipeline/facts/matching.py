"""The indicator that a number answers to: predicates and nouns tried in order against the codebook."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import chain

from pipeline.facts.acts_before import acts_before
from pipeline.facts.candidate import Candidate
from pipeline.facts.clauses import head_of, is_capital
from pipeline.facts.codebook import Codebook, Event, Indicator, codebook
from pipeline.facts.fact import Modality
from pipeline.facts.fitting import fits
from pipeline.facts.predicates import distance, evidence, holds, is_excluded, shortfall
from pipeline.facts.relation import PARTS_OF_ROLE, Part, Relation
from pipeline.facts.steps import alternatives_of
from pipeline.facts.unit_fitting import always_fits, complemented, last_words, may_fit, unit_fits, with_complement
from pipeline.language.chunks import Kind
from pipeline.language.lexicon import Tag, lexicon, word_set
from pipeline.language.nouns import noun_class, singular
from pipeline.numerals.counted import Source
from pipeline.numerals.phrases import is_plain_phrase
from pipeline.numerals.quantities import Analysis
from pipeline.record import record

_LINKS = re.compile(r",? and | or |, ")
# Prepositions by which an object goes to somebody.
_RECEIVING = frozenset({"to", "for", "against"})
# `12 deaths and injuries to hundreds`: what befell others is not counted with the first.
_BEFALLING = frozenset({"of", "to", "against"})
# Chunks from a verb to the one coordinated with it, a comma and `and` between them.
_LISTED = frozenset({Kind.NOUN_PHRASE, Kind.COMMA, Kind.CONJUNCTION})
_COORDINATED_REACH = 3
# …and what may stand between verbs that share a subject, each with its complements.
_SHARED_REACH = 12
_SHARED = frozenset(
    {Kind.PREPOSITION, Kind.NOUN_PHRASE, Kind.DATE, Kind.ADVERB, Kind.COMMA, Kind.CONJUNCTION, Kind.VERB}
)


@record
class Match:
    """An indicator, and what made the number answer to it."""

    indicator: Indicator
    rule: str
    evidence: str
    relation: Relation | None
    """The predicate; null where the noun or the unit alone decided."""
    also: tuple[str, ...] = ()
    """Further indicators that the number answers to by predicates coordinated with the first."""


def match(candidate: Candidate) -> Match | None:
    """Return the indicator that a number answers to, null where it answers to none.

    Strong predicates go first, in the order of the relations; then the noun that is counted; then predicates of state
    and nouns that merely fit; then indicators that ask for no more than a unit. What befell a person, counted as an
    event (`36 deaths and 120 wounded`), befalls nobody anew: its noun goes before all predicates.
    """
    book = codebook()
    befell = candidate.counted.kind == "person_event" and not _suffered_otherwise(candidate)
    if befell or _are_dead(candidate):
        if candidate.counted.subset and (said := next(_by_predicate_noun(candidate, book), None)) is not None:
            # `490,000 returns, of which 29,000 were deportations`
            return said
        if (some := _befell_some(candidate, book)) is not None:
            return some
        told = next(_by_noun(candidate, book.by_count, "counts"), None)
        if told is not None:
            return replace(told, also=_joined_events(candidate, book, told))
    strong = [found for found in _by_predicates(candidate, book, weak=False) if not _is_alternative(candidate, found)]
    if strong and _tells_of_whole(candidate, strong[0]):
        strong = _of_part(candidate, book, strong)
    if strong and _is_after(strong[0]):
        # `held 30 men arrested the year before`: the verb over them is the first predicate.
        over = next((found for found in _by_predicates(candidate, book, weak=True) if _is_verb_over(found)), None)
        if over is not None and over.indicator is not strong[0].indicator:
            return replace(over, also=(strong[0].indicator.indicator_id,))
    if strong:
        also = _also(candidate, strong)
        return replace(strong[0], also=also) if also else strong[0]
    weaker = chain(
        _by_predicate_noun(candidate, book),
        _by_noun(candidate, book.by_count, "counts"),
        _by_predicates(candidate, book, weak=True),
        _by_noun(candidate, book.by_weak_count, "weak counts"),
        _by_act_before(candidate, book),
        _by_unit(candidate, book),
    )
    return next(weaker, None)


def _befell_some(candidate: Candidate, book: Codebook) -> Match | None:
    """Return what befell some of those who were arrested or taken: `90 arrests, of which 40 were released`; else null.

    What becomes of a killing becomes of a case: `90 killings, of which 12 were prosecuted`.
    """
    counted = candidate.counted
    of_event = counted.subset and counted.source is Source.ANTECEDENT
    if not of_event or counted.head not in word_set("nouns", "takings"):
        return None
    found = next((found for found in _by_predicates(candidate, book, weak=False) if found.relation is not None), None)
    if found is None or found.relation is None or found.relation.postmodifier:
        return None
    after = found.relation.chunk > candidate.index
    return found if after and found.relation.part in {Part.AFFECTED, Part.EITHER} else None


def _joined_events(candidate: Candidate, book: Codebook, told: Match) -> tuple[str, ...]:
    """Return the indicator of an event that shares its number with another: injuries in `90 deaths and injuries`."""
    chunks, at = candidate.analysis.chunks, candidate.counted.chunk + 2
    if candidate.counted.chunk < 0 or at >= len(chunks) or chunks[at - 1].kind is not Kind.CONJUNCTION:
        return ()
    other, after = chunks[at], chunks[at + 1] if at + 1 < len(chunks) else None
    uncounted = is_plain_phrase(candidate.analysis, at) and other.first == other.last
    plural = uncounted and noun_class(other.word) == "person_event" and singular(other.word) != other.word
    if not plural or (after is not None and after.word in _BEFALLING):
        return ()
    indicators = book.by_count.get(singular(other.word), ())
    return tuple(one.indicator_id for one in indicators[:1] if one is not told.indicator)


def _suffered_otherwise(candidate: Candidate) -> bool:
    """Tell whether a participle says what befell those who have no noun: `Of these 30 deaths, …, and 100 injured`."""
    following, counted = candidate.index + 1, candidate.counted
    fronted = counted.source is Source.PARTITIVE and 0 <= counted.chunk < candidate.index
    return (fronted or counted.source is Source.ANTECEDENT) and any(
        one.part is Part.EITHER and one.chunk == following for one in candidate.relations
    )


def _are_dead(candidate: Candidate) -> bool:
    """Tell whether the dead are counted, whatever befell the others (`300 casualties, 41 dead and 259 wounded`)."""
    return candidate.counted.head == "dead" and candidate.counted.source is Source.OWN


def _is_verb_over(found: Match) -> bool:
    """Tell whether a predicate is the verb that has the number for object."""
    return found.relation is not None and found.relation.part is Part.AFFECTED and not found.relation.postmodifier


def _is_after(found: Match) -> bool:
    return found.relation is None or found.relation.postmodifier


def _tells_of_whole(candidate: Candidate, found: Match) -> bool:
    """Tell whether a predicate only says who those are of whom a number is a part."""
    counted, relation = candidate.counted, found.relation
    parts = counted.source is Source.PARTITIVE and counted.subset and counted.chunk > candidate.index
    return parts and relation is not None and relation.postmodifier and relation.chunk > counted.chunk


def _of_part(candidate: Candidate, book: Codebook, strong: list[Match]) -> list[Match]:
    """Return what is said of a part, where what was matched only says who the whole are.

    For `six of the 11 leaders arrested in March were still in jail`; nothing where a verb befell the part that no
    indicator answers to (`rescued two of the 219 girls abducted in 2014`).
    """
    narrowing = strong[0].relation
    said = [
        found
        for found in _by_predicates(candidate, book, weak=True)
        if found.relation is not None and narrowing is not None and _is_said(found.relation, narrowing)
    ]
    befell = any(one.part is Part.AFFECTED and _is_said(one, narrowing) for one in candidate.relations if narrowing)
    return said or ([] if befell else strong)


def _is_said(relation: Relation, narrowing: Relation) -> bool:
    """Tell whether a verb says something of a number: it governs it and reports nothing, or comes after a modifier."""
    reports = relation.lemma in word_set("statements", "reporting")
    return relation.chunk > narrowing.chunk or not (relation.postmodifier or reports)


def _is_alternative(candidate: Candidate, found: Match) -> bool:
    """Tell whether `or` joins the verb of a match with one that no indicator answers to (`harassed or arrested 45`).

    How many of them each befell is then not told.
    """
    relation, analysis = found.relation, candidate.analysis
    if relation is None or relation.part is not Part.AFFECTED:
        return False
    others = (
        replace(relation, lemma=analysis.chunks[at].word, chunk=at) for at in alternatives_of(analysis, relation.chunk)
    )
    return not all(_is_answered(candidate, other) for other in others)


def _is_answered(candidate: Candidate, relation: Relation) -> bool:
    """Tell whether an indicator answers to what a verb says of the number."""
    return any(
        holds(candidate, indicator, event, relation)
        and unit_fits(candidate, indicator, event)
        and fits(candidate, indicator)
        for indicator, event in called_up(codebook(), candidate, relation)
    )


def _also(candidate: Candidate, matches: Sequence[Match]) -> tuple[str, ...]:
    joined = [matches[0]]
    for found in matches[1:]:
        if _are_coordinated(candidate.analysis, joined[-1].relation, found.relation):
            joined.append(found)
    told = (found.indicator.indicator_id for found in joined if found.indicator is not matches[0].indicator)
    return tuple(dict.fromkeys(told))


def _are_coordinated(analysis: Analysis, left: Relation | None, right: Relation | None) -> bool:
    """Tell whether two predicates share the number: coordinated verbs, not a noun and the verb over it."""
    if left is None or right is None or left.postmodifier is not right.postmodifier or left.part is not right.part:
        return False
    if left.part is Part.NOUN:
        return _are_listed(analysis, *sorted((left.chunk, right.chunk)))
    narrowing = left.part is Part.EITHER and left.postmodifier
    if left.part not in {Part.AFFECTED, Part.ACTOR} and not narrowing:
        return False
    first, last = sorted((left.chunk, right.chunk))
    between = {chunk.kind for chunk in analysis.chunks[first + 1 : last]}
    if last - first <= _COORDINATED_REACH and not narrowing:
        return True
    # `who were arrested in July and sentenced to death`
    return last - first <= _SHARED_REACH and Kind.CONJUNCTION in between and between <= _SHARED


def _are_listed(analysis: Analysis, first: int, last: int) -> bool:
    """Tell whether two nouns are of one list with one determiner and complement: `the deaths and injuries of 900`."""
    if not 0 < last - first <= _SHARED_REACH or analysis.chunks[last].kind is not Kind.NOUN_PHRASE:
        return False
    determined = lexicon().tags.get(analysis.sentence.words[analysis.chunks[last].first], 0) & Tag.DETERMINER
    between = analysis.chunks[first + 1 : last]
    return not determined and all(chunk.kind in _LISTED and chunk.number < 0 for chunk in between)


def _by_predicates(candidate: Candidate, book: Codebook, *, weak: bool) -> Iterator[Match]:
    """Yield for each predicate the best of the indicators that it calls up: the most particular, then the nearest."""
    for relation in candidate.relations:
        found = [
            (indicator, event)
            for indicator, event, is_of_unit in _likely(book, candidate, relation, weak=weak)
            # The unit is asked first: two of three events are of another.
            if (is_of_unit or unit_fits(candidate, indicator, event))
            and shortfall(candidate, indicator, event, relation) is None
            and fits(candidate, indicator)
            and not is_excluded(candidate, indicator, relation)
        ]
        if found:
            indicator, event = found[0] if len(found) == 1 else _best(candidate, relation, found)
            yield Match(indicator, event.name, evidence(candidate, relation), relation)


def _best(
    candidate: Candidate, relation: Relation, found: Sequence[tuple[Indicator, Event]]
) -> tuple[Indicator, Event]:
    """Return the most particular of the events that a predicate is, of several the nearest, then the first declared."""

    def rank(one: tuple[Indicator, Event]) -> tuple[int, int, int]:
        indicator, event = one
        return -event.specificity, distance(candidate, indicator, event, relation), indicator.order

    return min(found, key=rank)


def _answers(candidate: Candidate, indicator: Indicator, relation: Relation | None) -> bool:
    """Tell whether a number may answer to an indicator without an event of it."""
    return (
        unit_fits(candidate, indicator)
        and fits(candidate, indicator)
        and not is_excluded(candidate, indicator, relation)
    )


def _likely(
    book: Codebook, candidate: Candidate, relation: Relation, *, weak: bool
) -> Iterable[tuple[Indicator, Event, bool]]:
    """Return of what a predicate calls up the events of one strength, of a verb those for the number's part in it.

    Each with whether it is certain that the number is of its unit.
    """
    measures = candidate.quantity is not None and candidate.quantity.measure is not None
    if relation.part is not Part.NOUN:
        return _by_part(relation.lemma, relation.part, candidate.unit, weak=weak, measures=measures)
    called = called_up(book, candidate, relation)
    return _of_unit(candidate.unit, [one for one in called if one[1].weak is weak], measures=measures)


@lru_cache(maxsize=4096)
def _by_part(
    lemma: str, part: Part, unit: str, *, weak: bool, measures: bool
) -> tuple[tuple[Indicator, Event, bool], ...]:
    """Return the events of a verb for a part in it to which numbers of a unit may answer: of ten, three."""
    return tuple(_of_unit(unit, codebook().by_part.get((lemma, part, weak), ()), measures=measures))


def _of_unit(
    unit: str, called: Iterable[tuple[Indicator, Event]], *, measures: bool
) -> list[tuple[Indicator, Event, bool]]:
    return [
        (indicator, event, always_fits(unit, indicator, event))
        for indicator, event in called
        if may_fit(unit, indicator, event, measures=measures)
    ]


def called_up(book: Codebook, candidate: Candidate, relation: Relation) -> Iterable[tuple[Indicator, Event]]:
    """Return what a predicate calls up; a noun also with the word before it (`prison term`)."""
    if relation.part is not Part.NOUN:
        return book.by_verb.get(relation.lemma, ())
    head = candidate.analysis.chunks[relation.chunk].head
    if noun_class(relation.lemma) == "person_event" and head and is_capital(candidate.analysis, head):
        # `the State Security Prosecution` is a body, and tells of no act.
        return ()
    single = book.by_noun.get(relation.lemma, ())
    chunk = candidate.analysis.chunks[relation.chunk]
    if chunk.head > chunk.first:
        double = book.by_noun.get(f"{candidate.words[chunk.head - 1]} {relation.lemma}", ())
        return (*double, *single)
    return single


def _by_noun(candidate: Candidate, indicators: Mapping[str, Sequence[Indicator]], kind: str) -> Iterator[Match]:
    """Yield the indicators that the counted noun itself names, unless it is only taken from the number before."""
    for indicator in named_by_noun(candidate, indicators):
        if _answers(candidate, indicator, None) and (kind == "counts" or is_in_state(candidate, indicator)):
            told = f"the noun {candidate.counted.text!r} is itself what the indicator counts"
            yield Match(indicator, f"{indicator.indicator_id}/{kind}", told, None)


def named_by_noun(candidate: Candidate, indicators: Mapping[str, Sequence[Indicator]]) -> Iterator[Indicator]:
    """Yield the indicators under the counted noun, unless that is only taken from the number before."""
    counted = candidate.counted
    if counted.text is None or (counted.source is Source.ANTECEDENT and not counted.subset):
        return
    # Of coordinated nouns the first decides: `refugees and asylum seekers` are refugees (CODING.md 5), and `migrants
    # and asylum seekers` are nothing that has a name.
    first = _LINKS.split(counted.text)[0]
    others = _names_persons(first) and indicators.keys().isdisjoint(last_words(first))
    phrases = dict.fromkeys((first,) if others else (first, counted.text))
    endings = chain.from_iterable((*with_complement(candidate), *last_words(phrase)) for phrase in phrases)
    yield from chain.from_iterable(indicators.get(ending, ()) for ending in endings)


def _names_persons(phrase: str) -> bool:
    """Tell whether a phrase ends in the plural of a noun for persons."""
    word = phrase.rpartition(" ")[2].lower()
    return noun_class(word) == "person" and singular(word) != word


def _by_predicate_noun(candidate: Candidate, book: Codebook) -> Iterator[Match]:
    """Yield the indicators of what a number is said to be: `1,530 were deaths in custody`, `40 were rape victims`."""
    analysis = candidate.analysis
    for relation in candidate.relations:
        at = relation.chunk + 1
        if relation.part is not Part.ACTOR or relation.lemma != "be" or not is_plain_phrase(analysis, at):
            continue
        phrase = analysis.chunks[at]
        words = " ".join(candidate.words[phrase.first : phrase.last + 1])
        for ending in (*complemented(candidate, at, head_of(phrase)), *last_words(words)):
            for indicator in book.by_count.get(ending, ()):
                if _answers(candidate, indicator, relation):
                    told = f"it is said to be {words!r}, which the indicator counts"
                    yield Match(indicator, f"{indicator.indicator_id}/counts", told, relation)


def _by_act_before(candidate: Candidate, book: Codebook) -> Iterator[Match]:
    """Yield the indicator of the act told before of which the number counts the victims."""
    for word, indicator, event in acts_before(candidate, book):
        if _answers(candidate, indicator, None):
            yield Match(indicator, event.name, f"the act told before is {word!r}", None)


def is_in_state(candidate: Candidate, indicator: Indicator) -> bool:
    """Tell whether the verb over a noun that merely fits leaves it in its state: inmates who complain are not counted.

    True where no verb stands over it. One alone is no crowd (`one protester lost an eye`), nor is a whole of which a
    part is told (`acquitted 14 of the 26 strikers`).
    """
    if not indicator.state_verbs:
        divided = any(relation.lemma == "whole" for relation in candidate.relations)
        return not divided and (candidate.quantity is None or candidate.quantity.value != 1)
    verbs = (
        relation.lemma
        for relation in candidate.relations
        if not relation.postmodifier
        and (
            relation.part in PARTS_OF_ROLE["direct"]
            # `granted bail to 39 detainees`, as against `overcrowded with 39 detainees`
            or (relation.part is Part.OBLIQUE and relation.obj is not None and relation.preposition in _RECEIVING)
        )
    )
    verb = next(verbs, None)
    return verb is None or verb in indicator.state_verbs


def _by_unit(candidate: Candidate, book: Codebook) -> Iterator[Match]:
    """Yield the indicators of what a rule sets, whatever its predicate: limits of time and distance."""
    if candidate.modality is Modality.OCCURRED:
        return
    for indicator in book.always:
        if _answers(candidate, indicator, None):
            told = "a length that a rule sets and that is no penalty"
            yield Match(indicator, f"{indicator.indicator_id}/any", told, None)
