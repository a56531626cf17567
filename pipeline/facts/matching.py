"""The indicator that a number answers to: predicates and nouns tried in order against the codebook."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from pipeline.facts.codebook import Codebook, Event, Indicator, codebook
from pipeline.facts.fact import Modality
from pipeline.facts.relations import Part, Relation
from pipeline.language.chunks import Chunk, Kind
from pipeline.language.lexicon import values_of, words_of
from pipeline.language.nouns import singular
from pipeline.numerals.counting import Counted, Source
from pipeline.numerals.currencies import currency_codes
from pipeline.numerals.quantities import Analysis

# Words after and before a predicate in which what completes it may stand.
_REACH = 22
_BACK = 8


@dataclass(frozen=True, slots=True)
class Candidate:
    """What is asked of the codebook: a number with all that was read around it."""

    analysis: Analysis
    index: int
    """Chunk of the number."""
    counted: Counted
    unit: str
    relations: tuple[Relation, ...]
    modality: Modality
    before: str
    """Words of the sentence before, for what only the context says."""


@dataclass(frozen=True, slots=True)
class Match:
    """An indicator, and what made the number answer to it."""

    indicator: Indicator
    rule: str
    evidence: str
    relation: Relation | None
    also: tuple[str, ...] = ()
    weak: bool = False
    rejected: tuple[str, ...] = ()


@cache
def _time_units() -> frozenset[str]:
    return frozenset(values_of("units", "time").values()) - {"night"}


@cache
def _length_units() -> frozenset[str]:
    return frozenset(values_of("units", "distance").values())


def match(candidate: Candidate) -> Match | None:
    """Return the indicator that a number answers to, null where it answers to none.

    Strong predicates go first, in the order of the relations; then the noun that is counted; then predicates of state and nouns
    that merely fit (`weak`).
    """
    book = codebook()
    strong = list(_by_predicates(candidate, book, weak=False))
    if strong:
        first = strong[0]
        also = tuple(
            dict.fromkeys(
                found.indicator.indicator_id
                for found in strong[1:]
                if _coordinated(first, found) and found.indicator is not first.indicator
            )
        )
        return Match(first.indicator, first.rule, first.evidence, first.relation, also)
    for found in _by_noun(candidate, book.by_count, "counts", weak=False):
        return found
    for found in _by_predicates(candidate, book, weak=True):
        return found
    for found in _by_noun(candidate, book.by_weak_count, "weak counts", weak=True):
        return found
    for indicator in book.always if candidate.modality is not Modality.OCCURRED else ():
        if _fits(candidate, indicator) and not _excluded(candidate, indicator, None):
            return Match(
                indicator, f"{indicator.indicator_id}/any", "a length that a rule sets and that is no penalty", None
            )
    return None


def _coordinated(first: Match, second: Match) -> bool:
    """Tell whether two predicates share the number: coordinated verbs, not a noun and the verb over it."""
    left, right = first.relation, second.relation
    if left is None or right is None or left.postmodifier != right.postmodifier:
        return False
    return left.part is right.part and left.part in {Part.AFFECTED, Part.ACTOR} and abs(left.chunk - right.chunk) <= 3  # noqa: PLR2004 - verb, connective, verb


def _by_predicates(candidate: Candidate, book: Codebook, *, weak: bool) -> Iterator[Match]:
    for relation in candidate.relations:
        found: list[tuple[int, int, int, Match]] = []
        for indicator, event in _events(book, candidate, relation):
            if event.weak is not weak or not _holds(candidate, indicator, event, relation):
                continue
            if not _fits(candidate, indicator) or _excluded(candidate, indicator, relation):
                continue
            evidence = _evidence(candidate, relation)
            distance = _distance(candidate, event, relation) + _context_distance(candidate, indicator)
            found.append(
                (
                    -event.specificity,
                    distance,
                    indicator.order,
                    Match(indicator, event.name, evidence, relation, weak=weak),
                )
            )
        if found:
            yield min(found, key=lambda item: item[:3])[3]


def _events(book: Codebook, candidate: Candidate, relation: Relation) -> Iterable[tuple[Indicator, Event]]:
    if relation.part is not Part.NOUN:
        return book.by_verb.get(relation.lemma, ())
    single = book.by_noun.get(relation.lemma, ())
    chunk = candidate.analysis.chunks[relation.chunk]
    if chunk.head > chunk.first:
        double = book.by_noun.get(f"{candidate.analysis.sentence.words[chunk.head - 1]} {relation.lemma}", ())
        return (*double, *single)
    return single


_PARTS = {
    "affected": frozenset({Part.AFFECTED, Part.EITHER}),
    "actor": frozenset({Part.ACTOR, Part.EITHER}),
    "oblique": frozenset({Part.OBLIQUE}),
    "direct": frozenset({Part.AFFECTED, Part.EITHER, Part.ACTOR}),
    "any": frozenset({Part.AFFECTED, Part.EITHER, Part.ACTOR, Part.OBLIQUE}),
}


def _holds(candidate: Candidate, indicator: Indicator, event: Event, relation: Relation) -> bool:
    """Tell whether a predicate of the sentence is the event that the codebook describes."""
    if relation.part is not Part.NOUN and relation.part not in _PARTS[event.role]:
        return False
    if (relation.part is Part.NOUN) != (relation.lemma in event.nouns or bool(event.nouns and not event.verbs)):
        return False
    if event.prepositions and relation.preposition not in event.prepositions:
        return False
    if event.objects and relation.obj not in event.objects:
        return False
    if event.heads and candidate.counted.head not in event.heads:
        return False
    chunk = candidate.analysis.chunks[relation.chunk]
    if relation.part is not Part.NOUN and (chunk.negated or _is_hypothetical(chunk, indicator)):
        return False
    if event.near:
        around = f"{_spaced(candidate.analysis.sentence.words)}{candidate.before}"
        if not any(phrase in around for phrase in event.near):
            return False
    if event.with_phrases or event.without:
        window = _window(candidate, relation)
        if event.with_phrases and not any(phrase in window for phrase in event.with_phrases):
            return False
        if any(phrase in window for phrase in event.without):
            return False
    return True


_HYPOTHETICAL = frozenset({"can", "could", "may", "might", "cannot"})
_COUNTED_EVENTS = frozenset({"person", "case", "organization", "application", "outlet", "event"})


def _is_hypothetical(verb: Chunk, indicator: Indicator) -> bool:
    """Tell whether a verb says what could be, which counts no event (`could house 300 persons`)."""
    return (
        verb.modal in _HYPOTHETICAL
        and not verb.perfect
        and indicator.unit in _COUNTED_EVENTS
        and not indicator.statutory
    )


def _distance(candidate: Candidate, event: Event, relation: Relation) -> int:
    """Return how far the completing phrase of an event stands from its predicate, in characters; 0 where it needs none."""
    if not event.with_phrases:
        return 0
    window = _window(candidate, relation)
    places = [place for phrase in event.with_phrases if (place := window.find(phrase)) >= 0]
    return min(places, default=len(window))


def _context_distance(candidate: Candidate, indicator: Indicator) -> int:
    """Return how far the nearest word of an indicator's context stands before the number; one after it counts as far."""
    if not indicator.context:
        return 0
    words = candidate.analysis.sentence.words
    here = candidate.analysis.chunks[candidate.index].first
    places = [at for at, word in enumerate(words) if word in indicator.context]
    return min((here - at if at < here else at - here + _FAR for at in places), default=2 * _FAR)


_FAR = 200


def _window(candidate: Candidate, relation: Relation) -> str:
    """Return the words around a predicate and the number, within the stretch between semicolons."""
    chunks, words = candidate.analysis.chunks, candidate.analysis.sentence.words
    here, there = chunks[candidate.index], chunks[relation.chunk]
    first, last = min(here.first, there.first), max(here.last, there.last)
    low = max(0, first - _BACK)
    high = min(len(words), last + _REACH)
    for at in range(first - 1, low - 1, -1):
        if words[at] == ";" or (words[at] == "," and relation.part is not Part.NOUN):
            low = at + 1
            break
    for at in range(last + 1, high):
        if words[at] == ";" or (words[at] == "," and relation.lemma in _STATES):
            high = at
            break
    return _spaced(words[low:high])


# Verbs of state are completed by what follows at once, never across a comma.
_STATES = frozenset({"be", "remain", "stay", "have"})


@lru_cache(maxsize=256)
def _spaced(words: tuple[str, ...]) -> str:
    return f" {' '.join(words)} "


def _evidence(candidate: Candidate, relation: Relation) -> str:
    chunk = candidate.analysis.chunks[relation.chunk]
    surface = candidate.analysis.sentence.surfaces[chunk.head]
    if relation.part is Part.NOUN:
        return f"the noun {surface!r} governs the number"
    parts = {
        Part.AFFECTED: "whom or what it befalls",
        Part.ACTOR: "who does it",
        Part.EITHER: "of whom it is said",
        Part.OBLIQUE: f"what stands after {relation.preposition!r}",
    }
    return f"the verb {surface!r}: the number counts {parts[relation.part]}"


def _fits(candidate: Candidate, indicator: Indicator) -> bool:
    """Tell whether a number's unit, noun and context are those of an indicator."""
    counted, unit = candidate.counted, candidate.unit
    if indicator.statutory and candidate.modality is Modality.OCCURRED and not _speaks_of_rule(candidate):
        return False
    if indicator.actual and candidate.modality is Modality.STATUTORY:
        return False
    if not _unit_fits(candidate, indicator, unit, counted):
        return False
    if indicator.not_hedges and _hedge(candidate) in indicator.not_hedges:
        return False
    if counted.head in indicator.not_counts or counted.kind in indicator.not_classes:
        return False
    if indicator.context or indicator.not_context:
        words = f"{_spaced(candidate.analysis.sentence.words)}{candidate.before}"
        if indicator.context and not any(f" {word} " in words for word in indicator.context):
            return False
        if any(f" {word} " in _spaced(candidate.analysis.sentence.words) for word in indicator.not_context):
            return False
    return True


def _hedge(candidate: Candidate) -> str | None:
    chunk = candidate.analysis.chunks[candidate.index]
    quantity = candidate.analysis.quantities[chunk.number] if chunk.number >= 0 else None
    return None if quantity is None else quantity.hedge.words


def _is_age(candidate: Candidate) -> bool:
    """Tell whether a number of years is an age, which is never a term or a limit (CODING.md 5)."""
    chunk = candidate.analysis.chunks[candidate.index]
    quantity = candidate.analysis.quantities[chunk.number] if chunk.number >= 0 else None
    if quantity is None or quantity.measure is None:
        return False
    following = candidate.analysis.sentence.words[quantity.measure.last + 1 : quantity.measure.last + 3]
    return quantity.measure.word is None or "old" in following or following == ("of", "age")


_LEGISLATORS = frozenset(
    {"senator", "deputy", "legislator", "lawmaker", "mp", "parliamentarian", "councilor", "councillor"}
)
_MEMBERS = frozenset({"member", "elected member", "representative"})


@cache
def _bodies() -> frozenset[str]:
    return frozenset(words_of("nouns", "body")) - {"court", "commission", "cabinet", "committee", "board"}


_RULE_WORDS = frozenset(
    "minimum maximum threshold requirement required requires require needs need needed must quota mandated mandatory".split()
)


def _speaks_of_rule(candidate: Candidate) -> bool:
    """Tell whether a word of requirement stands before the number, so that it sets a rule though the verb tells of an event."""
    chunk = candidate.analysis.chunks[candidate.index]
    return not _RULE_WORDS.isdisjoint(candidate.analysis.sentence.words[max(0, chunk.first - 18) : chunk.last + 4])


def _of_elected_body(candidate: Candidate) -> bool:
    """Tell whether members are those of a parliament: its name stands in the number's phrase or right after it."""
    chunk = candidate.analysis.chunks[candidate.index]
    words = candidate.analysis.sentence.words[max(0, chunk.first - 3) : chunk.last + 8]
    return any(singular(word) in _bodies() for word in words)


def _unit_fits(candidate: Candidate, indicator: Indicator, unit: str, counted: Counted) -> bool:
    match indicator.unit:
        case "currency":
            return len(unit) == 3 and unit in currency_codes()  # noqa: PLR2004 - ISO 4217
        case "time":
            return unit in _time_units() and not _is_age(candidate)
        case "length":
            return unit in _length_units()
        case "percent" | "vote" | "application" | "party":
            fits = unit == indicator.unit
        case "seat":
            return (
                unit == "seat"
                or counted.head in _LEGISLATORS
                or (counted.head in _MEMBERS and _of_elected_body(candidate))
            )
        case "person":
            fits = unit == "person"
        case "case" | "organization" | "place":
            fits = unit == indicator.unit or (indicator.unit == "organization" and unit in {"church", "mosque"})
        case _:
            fits = True
    if indicator.heads:
        named = counted.head in indicator.heads or (
            counted.text is not None and _last_words(counted.text) & indicator.heads != frozenset()
        )
        return named and (fits or indicator.unit not in {"person"})
    return fits


@lru_cache(maxsize=4096)
def _last_words(text: str) -> frozenset[str]:
    """Return the last one, two and three words of a noun phrase, the head in the singular."""
    words = text.lower().replace("’", "'").replace("-", " ").split()
    if not words:
        return frozenset()
    words[-1] = singular(words[-1])
    return frozenset(" ".join(words[-length:]) for length in (1, 2, 3))


def _by_noun(candidate: Candidate, table: object, kind: str, *, weak: bool) -> Iterator[Match]:
    del table
    book = codebook()
    lookup = book.by_weak_count if weak else book.by_count
    text = candidate.counted.text
    if text is None or (candidate.counted.source is Source.ANTECEDENT and not candidate.counted.subset):
        return
    complement = _complement(candidate)
    # Of coordinated nouns the first decides: `refugees and asylum seekers` are refugees (CODING.md 5).
    first = re.split(r",? and | or |, ", text)[0]
    found = [
        indicator
        for phrase in dict.fromkeys((first, text))
        for ending in (*complement, *sorted(_last_words(phrase), key=len, reverse=True))
        for indicator in lookup.get(ending, ())
    ]
    for indicator in found:
        if _fits(candidate, indicator) and not _excluded(candidate, indicator, None):
            yield Match(
                indicator,
                f"{indicator.indicator_id}/{kind}",
                f"the noun {text!r} is itself what the indicator counts",
                None,
                weak=weak,
            )


def _complement(candidate: Candidate) -> tuple[str, ...]:
    """Return the counted noun with what `of` adds to it (`victim of trafficking`), empty where nothing does."""
    counted, chunks = candidate.counted, candidate.analysis.chunks
    at = counted.chunk + 1
    if counted.chunk < 0 or counted.head is None or at + 1 >= len(chunks):
        return ()
    if chunks[at].word != "of" or chunks[at + 1].kind is not Kind.NOUN_PHRASE:
        return ()
    return (f"{counted.head} of {singular(chunks[at + 1].word)}", f"{counted.head} of {chunks[at + 1].word}")


def _excluded(candidate: Candidate, indicator: Indicator, relation: Relation | None) -> bool:
    """Tell whether a predicate at least as near as the one that fired makes the number something else."""
    return any(
        (other.lemma in event.verbs or other.lemma in event.nouns) and _holds(candidate, indicator, event, other)
        for event in indicator.excludes
        for other in candidate.relations
        if not other.postmodifier or relation is None or relation.postmodifier
    )
