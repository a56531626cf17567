"""Whether a predicate of the sentence is an event that the codebook describes."""

from functools import lru_cache

from pipeline.facts.attempts import is_attempted
from pipeline.facts.candidate import Candidate, spaced
from pipeline.facts.clauses import head_of, subject_of
from pipeline.facts.codebook import Event, Indicator
from pipeline.facts.denials import is_denied, is_prevented, is_refused
from pipeline.facts.faults import Fault
from pipeline.facts.fitting import clause_of
from pipeline.facts.modal_words import tells_of_past
from pipeline.facts.relation import ANY_PERSON, PARTS_OF_ROLE, Part, Relation
from pipeline.facts.unit_fitting import has_head
from pipeline.language.chunks import Kind, VerbForm
from pipeline.language.lexicon import word_set
from pipeline.language.nouns import noun_class
from pipeline.numerals.counted import Source

# Words before and after a predicate and its number in which what completes it may stand.
_WINDOW_BEFORE, _WINDOW_AFTER = 8, 22
# Many events ask the same of one predicate and number, one right after the other.
_REMEMBERED = 64
_SEMICOLON = frozenset({";"})
_MARKS = frozenset({";", ","})
# What is told behind these is told of others.
_CONTRASTING = frozenset({"while", "whereas"})
# What stands after the number counts as this much farther than what stands before.
_FAR = 200
# Verbs of state are completed by what follows at once, never across a comma.
_STATES = frozenset({"be", "remain", "stay", "have"})
# Before a passive's participle these say that it did not come to it: `were almost lynched`.
_NEARLY = frozenset({"almost", "nearly"})
_ENDS_OUTCOME = frozenset({Kind.COMMA, Kind.CONJUNCTION, Kind.SEMICOLON, Kind.OPEN, Kind.CLOSE})
_NOBODY = frozenset({"nobody", "none", "neither", "no"})
_HYPOTHETICAL = frozenset({"can", "could", "may", "might", "cannot"})
_UNITS_OF_EVENTS = frozenset({"person", "case", "organization", "application", "outlet", "event"})
_PART_TOLD = {
    Part.AFFECTED: "whom or what it befalls",
    Part.ACTOR: "who does it",
    Part.EITHER: "of whom it is said",
}


def holds(candidate: Candidate, indicator: Indicator, event: Event, relation: Relation) -> bool:
    """Tell whether a predicate, one of whose lemmas an event names, is that event."""
    return shortfall(candidate, indicator, event, relation) is None


def shortfall(candidate: Candidate, indicator: Indicator, event: Event, relation: Relation) -> Fault | None:
    """Return why a predicate, one of whose lemmas an event names, is not that event; null where it is."""
    is_noun = relation.part is Part.NOUN
    if is_noun is not (relation.lemma in event.nouns or not event.verbs):
        return Fault.KIND
    if not is_noun and (
        relation.part not in PARTS_OF_ROLE[event.role] or (event.standing and _is_over(candidate, relation))
    ):
        return Fault.PART
    if is_noun and indicator.not_modifiers and _is_modified(candidate, indicator, relation):
        # `the attempted murder of 12 judges`
        return Fault.MODIFIER
    if event.prepositions and relation.preposition not in event.prepositions:
        return Fault.PREPOSITION
    if event.objects and relation.obj not in event.objects and not _is_person(relation.obj, event.objects):
        return Fault.OBJECT
    if event.subjects and not _has_subject(candidate, event, relation):
        return Fault.SUBJECT
    if event.heads and not has_head(candidate, event.heads):
        return Fault.HEAD
    if (incompletion := _incompletion(candidate, event, relation)) is not None:
        # Asked before what is asked of the verb: of three events that come so far, two fall short here.
        return incompletion
    if event.refused:
        return None if is_refused(candidate.analysis, relation.chunk) else Fault.COMPLETION
    is_undone = is_prevented(candidate.analysis, relation) if is_noun else _is_undone(candidate, indicator, relation)
    return Fault.UNDONE if is_undone else None


def _is_over(candidate: Candidate, relation: Relation) -> bool:
    """Tell whether a verb tells of the past, where an event holds at any time: `voters elected 90 members of`."""
    return tells_of_past(candidate.analysis, relation.chunk)


def _has_subject(candidate: Candidate, event: Event, relation: Relation) -> bool:
    """Tell whether the subject of a verb is one of the nouns that an event asks for."""
    subject = subject_of(candidate.analysis, relation.chunk)
    if subject < 0:
        return False
    chunk = candidate.analysis.chunks[subject]
    words = candidate.words[chunk.first : chunk.last + 1]
    named = head_of(chunk) in event.subjects or any(word in event.subjects for word in words)
    return named or _is_person(head_of(chunk), event.subjects)


def _is_person(noun: str | None, nouns: frozenset[str]) -> bool:
    """Tell whether a noun names persons where an event asks for no more of it."""
    return ANY_PERSON in nouns and noun is not None and noun_class(noun) == "person"


def _is_undone(candidate: Candidate, indicator: Indicator, relation: Relation) -> bool:
    """Tell whether a verb denies the event, or nobody does it, or it is only attempted, or it could be done.

    What could be counts none of those of whom it is said (`could house 300 persons`).
    """
    if _is_unreal(candidate, relation.chunk, relation.part):
        return True
    verb = candidate.analysis.chunks[relation.chunk]
    is_hypothetical = verb.modal in _HYPOTHETICAL and not verb.perfect
    return is_hypothetical and indicator.unit in _UNITS_OF_EVENTS and not indicator.statutory


@lru_cache(maxsize=_REMEMBERED)
def _is_unreal(candidate: Candidate, at: int, part: Part) -> bool:
    """Tell whether the verb at a chunk says, whatever the event, that it did not happen to the number."""
    verb = candidate.analysis.chunks[at]
    nearly = verb.passive and not _NEARLY.isdisjoint(candidate.words[verb.first : verb.head])
    first = candidate.chunk.first
    if candidate.words[max(0, first - 2) : first] == ("none", "of"):
        # `None of the 14 candidates won a majority`
        return True
    never = verb.first > 0 and candidate.words[verb.first - 1] == "never"
    if verb.negated or never or nearly or (part is Part.AFFECTED and _is_by_nobody(candidate, at)):
        return True
    return is_attempted(candidate.analysis, at) or is_denied(candidate.analysis, at)


def _is_by_nobody(candidate: Candidate, at: int) -> bool:
    """Tell whether nobody does what a verb says: `No one killed 40`."""
    if candidate.analysis.chunks[at].passive or _NOBODY.isdisjoint(candidate.words):
        return False
    subject = subject_of(candidate.analysis, at)
    if subject < 0:
        return False
    phrase = candidate.analysis.chunks[subject]
    return candidate.words[phrase.first] in _NOBODY or candidate.words[max(0, phrase.first - 1)] == "no"


def _is_modified(candidate: Candidate, indicator: Indicator, relation: Relation) -> bool:
    """Tell whether a word that makes a noun something else stands in its phrase."""
    chunk = candidate.analysis.chunks[relation.chunk]
    return not indicator.not_modifiers.isdisjoint(candidate.words[chunk.first : chunk.head])


def _incompletion(candidate: Candidate, event: Event, relation: Relation) -> Fault | None:
    """Return what is wrong with the phrases around a predicate; null where they are what an event asks for."""
    if event.near and not _has_one(candidate.context, event.near):
        return Fault.PASSAGE
    if event.after and not _has_one(_window(candidate, relation, after=True), event.after):
        return Fault.COMPLETION
    if not event.with_phrases and not event.without:
        return None
    window = _window(candidate, relation)
    if event.with_phrases and not _has_one(window, event.with_phrases):
        return Fault.COMPLETION
    return Fault.COMPLETION if event.without and _has_one(window, event.without) else None


def _has_one(said: str, phrases: tuple[str, ...]) -> bool:
    """Tell whether a text has one of some phrases: a loop, since a generator for each question costs more than it."""
    for phrase in phrases:  # noqa: SIM110 - as above
        if phrase in said:
            return True
    return False


def is_excluded(candidate: Candidate, indicator: Indicator, relation: Relation | None) -> bool:
    """Tell whether a predicate at least as near as the one that fired makes the number something else."""
    excluding = [other for other in candidate.relations if other.lemma in indicator.excluding]
    return bool(excluding) and any(
        holds(candidate, indicator, event, other)
        for other in excluding
        if (not other.postmodifier or relation is None or relation.postmodifier)
        and not _is_farther(candidate, other, relation)
        and not _is_told_later(candidate, other, relation)
        for event in indicator.excludes
        if other.lemma in event.verbs or other.lemma in event.nouns
    )


def _is_told_later(candidate: Candidate, other: Relation, relation: Relation | None) -> bool:
    """Tell whether a verb befell persons only after the one that fired: `kidnapped 12 nuns and freed them in May`.

    The first predicate of a clause decides (CODING.md 5).
    """
    if relation is None or candidate.unit != "person" or relation.postmodifier or other.postmodifier:
        return False
    befell = relation.part is Part.AFFECTED and other.part is not Part.NOUN
    return befell and relation.chunk < other.chunk > candidate.index and _is_joined(candidate, relation, other)


def _is_joined(candidate: Candidate, relation: Relation, other: Relation) -> bool:
    """Tell whether a conjunction stands between two verbs, and no other number is told between them."""
    between = candidate.analysis.chunks[relation.chunk + 1 : other.chunk]
    numbered = sum(one.number >= 0 for at, one in enumerate(between, relation.chunk + 1) if at != candidate.index)
    return not numbered and any(one.kind is Kind.CONJUNCTION for one in between)


def _is_farther(candidate: Candidate, other: Relation, relation: Relation | None) -> bool:
    """Tell whether a predicate stands farther from a number than the one that fired: `embezzling … and fined him 90`.

    A noun that another number measures does too (`a travel ban of two years or six months’ imprisonment`).
    """
    if relation is None:
        return False
    if other.preposition == "far" != relation.preposition:
        return True
    if relation.part is not Part.NOUN or other.part is not Part.NOUN:
        return False
    if relation.preposition != "after":
        # `500 dinars in damages and a fine of 90 dinars`
        between = candidate.analysis.chunks[other.chunk + 1 : relation.chunk]
        return other.chunk < relation.chunk < candidate.index and any(one.kind is Kind.CONJUNCTION for one in between)
    between = candidate.analysis.chunks[other.chunk + 1 : candidate.index]
    return any(chunk.number >= 0 for chunk in between)


def distance(candidate: Candidate, indicator: Indicator, event: Event, relation: Relation) -> int:
    """Return how far the phrases and words that complete an event stand, by which the nearest of two events wins."""
    return _distance_of_phrases(candidate, event, relation) + _distance_of_context(candidate, indicator)


def _distance_of_phrases(candidate: Candidate, event: Event, relation: Relation) -> int:
    """Return how far into the window the first completing phrase stands, in characters; 0 where none is needed."""
    if not event.with_phrases:
        return 0
    window = _window(candidate, relation)
    places = [place for phrase in event.with_phrases if (place := window.find(phrase)) >= 0]
    return min(places, default=len(window))


def _distance_of_context(candidate: Candidate, indicator: Indicator) -> int:
    """Return how many words before the number the nearest of an indicator's context stands; one after it is far."""
    if not indicator.context:
        return 0
    here = candidate.chunk.first
    places = [at for at, word in enumerate(candidate.words) if word in indicator.context]
    gapped = here + 3 if candidate.counted.source is Source.ANTECEDENT else here
    # `Fifteen persons can form an association, 1,000 a party`: right after a bare number stands what it is for.
    nearest = min(
        (0 if here < at <= gapped else here - at if at < here else at - here + _FAR for at in places), default=2 * _FAR
    )
    # `500 persons for a religious group` behind a semicolon has nothing to do with a party before it.
    clause = range(*clause_of(candidate.words, here))
    return nearest if any(at in clause for at in places) else nearest + 2 * _FAR


@lru_cache(maxsize=_REMEMBERED)
def _window(candidate: Candidate, relation: Relation, *, after: bool = False) -> str:
    """Return the words around a predicate and the number, or only those after, in the stretch between semicolons."""
    chunks, words = candidate.analysis.chunks, candidate.analysis.sentence.words
    here, there = chunks[candidate.index], chunks[relation.chunk]
    if relation.lemma == "leave" and (outcome := _outcome(candidate)):
        return spaced(outcome)
    first, last = min(here.first, there.first), max(here.last, there.last)
    low, high = max(0, first - _WINDOW_BEFORE), min(len(words), last + _WINDOW_AFTER)
    # A participle behind a comma belongs to the clause before: `to a year in prison, suspended for two`.
    goes_on = there.form is VerbForm.PAST_OR_PARTICIPLE and not there.passive and words[first - 1 : first] == (",",)
    opening = _SEMICOLON if relation.part is Part.NOUN or (goes_on and there.first == first) else _MARKS
    aside = relation.preposition == "paren"
    low = max(low, _clause_behind_and(candidate, relation, low))
    for at in range(first - 1, low - 1, -1):
        begins = words[at] in _CONTRASTING and _opens_clause(candidate, at)
        if begins or (words[at] in opening and not (aside and _is_inside(words, at))):
            low = at + 1
            break
    # What narrows the whole ends before its parts: `Of the nine arrested in May, six were held on political charges`.
    narrows = relation.postmodifier and relation.chunk > candidate.index and _opens_with_whole(candidate)
    closing = _MARKS if narrows or relation.lemma in _STATES else _SEMICOLON
    for at in range(last + 1, high):
        ends = words[at] in closing and not (aside and _is_inside(words, at))
        ends = ends or (words[at] in _CONTRASTING and _opens_clause(candidate, at))
        if ends or (closing is _MARKS and _opens_number(candidate, at)):
            high = at
            break
    return spaced(_without_parts(candidate, last + 1 if after else low, last, high))


def _opens_clause(candidate: Candidate, token: int) -> bool:
    """Tell whether a clause with a subject follows a conjunction: `while 30 were sent back`, not `while in custody`."""
    chunks, at = candidate.analysis.chunks, candidate.analysis.chunk_at[token] + 1
    return at + 1 < len(chunks) and chunks[at].kind is Kind.NOUN_PHRASE and chunks[at + 1].kind is Kind.VERB


def _opens_with_whole(candidate: Candidate) -> bool:
    """Tell whether the number is a whole with which its clause opens: `Of the nine arrested in May, six`."""
    chunks, before = candidate.analysis.chunks, candidate.index - 1
    if before < 0 or chunks[before].word != "of" or chunks[before].kind is not Kind.PREPOSITION:
        return False
    return before == 0 or chunks[before - 1].kind in {Kind.SEMICOLON, Kind.COMMA}


def _clause_behind_and(candidate: Candidate, relation: Relation, low: int) -> int:
    """Return where the clause of a number behind `and` begins: `one was beaten to death and 12 men were injured`."""
    chunks, verb = candidate.analysis.chunks, relation.chunk
    subject = candidate.index if verb > candidate.index else verb - 1
    at = subject - 1
    if not chunks[verb].passive or at <= 0 or chunks[at].kind is not Kind.CONJUNCTION:
        return low
    before = candidate.analysis.chunk_at[low]
    told = any(chunk.kind is Kind.VERB and chunk.passive for chunk in chunks[before:at])
    return chunks[subject].first if told else low


def _outcome(candidate: Candidate) -> tuple[str, ...]:
    """Return a number of persons with how a verb left them: `left 13 guards in hospital and four dead`; else nothing.

    Each number of a list has its own.
    """
    chunks = candidate.analysis.chunks
    ends = (at for at in range(candidate.index + 1, len(chunks)) if chunks[at].kind in _ENDS_OUTCOME)
    last = chunks[next(ends, len(chunks)) - 1].last
    told = candidate.words[candidate.chunk.first : last + 1]
    return () if word_set("relations", "outcomes").isdisjoint(told) else told


def _without_parts(candidate: Candidate, low: int, last: int, high: int) -> tuple[str, ...]:
    """Return the words from `low` to `high`, but after `last` what a clause between commas says of another number.

    For `wounded 18, two fatally` and `intercepted 240 women, 30 of whom were found to be victims, at the border`.
    """
    words = candidate.words
    kept: tuple[str, ...] = ()
    at, start = low, max(low, last + 1)
    while (comma := _comma_before_part(candidate, start, high)) < high:
        kept += words[at:comma]
        at = next((step for step in range(comma + 1, high) if words[step] == ","), high)
        # The comma that ends an aside opens none.
        start = at + 1
    return kept + words[at:high]


def _comma_before_part(candidate: Candidate, start: int, high: int) -> int:
    words = candidate.words
    return next((at for at in range(start, high) if words[at] == "," and _opens_part(candidate, at)), high)


def _opens_part(candidate: Candidate, comma: int) -> bool:
    """Tell whether a number without a noun, or one `of whom`, stands behind a comma."""
    chunks, at = candidate.analysis.chunks, candidate.analysis.chunk_at[comma] + 1
    if at >= len(chunks) or chunks[at].number < 0 or at == candidate.index:
        return False
    bare = chunks[at].last == candidate.analysis.readings[chunks[at].number].figure.last
    return bare and candidate.analysis.quantities[chunks[at].number] is not None


def _is_inside(words: tuple[str, ...], at: int) -> bool:
    """Tell whether a semicolon only parts two numbers in parentheses (`the League (38 percent; 40 seats) won`)."""
    if words[at] != ";":
        return False
    before = words[max(0, at - _WINDOW_BEFORE) : at]
    return "(" in before and ")" not in before[before.index("(") :]


def _opens_number(candidate: Candidate, conjunction: int) -> bool:
    """Tell whether `and` leads to another number, of which a verb of state says nothing (`were 30 and 9 awaited`)."""
    chunks, at = candidate.analysis.chunks, candidate.analysis.chunk_at[conjunction]
    joins = chunks[at].kind is Kind.CONJUNCTION
    return joins and at + 1 < len(chunks) and chunks[at + 1].number >= 0


def evidence(candidate: Candidate, relation: Relation) -> str:
    """Return in words what a predicate says of the number."""
    chunk = candidate.analysis.chunks[relation.chunk]
    surface = candidate.analysis.sentence.surfaces[chunk.head]
    if relation.part is Part.NOUN:
        return f"the noun {surface!r} governs the number"
    told = _PART_TOLD.get(relation.part, f"what stands after {relation.preposition!r}")
    return f"the verb {surface!r}: the number counts {told}"
