"""What follows a verb of reporting, by which it states: a clause, figures, a number, deeds of others (CODING.md 5)."""

from pipeline.facts.clauses import is_preposition
from pipeline.facts.sources import is_figures
from pipeline.facts.steps import has_object, stands_bare
from pipeline.language.chunks import Chunk, Kind, VerbForm
from pipeline.language.lexicon import word_set, words_of
from pipeline.language.nouns import noun_class, singular
from pipeline.numerals.phrases import is_phrase, kind_at
from pipeline.numerals.quantities import Analysis

# Before `documents`: these are papers of persons, and state nothing.
_PERSONAL = frozenset({"travel", "identity", "identification", "residency", "residence", "civil", "legal", "personal"})
OTHERS_DEEDS = frozenset({"person_event", "case"})
STATE_BODIES = frozenset(
    [
        "police",
        "government",
        "ministry",
        "authority",
        "directorate",
        "department",
        "court",
        "state",
        "office",
        "service",
        "bureau",
        "minister",
        "official",
    ]
)
_TO = frozenset({"to"})
_HELD_BY_OTHERS = frozenset({"prisoner", "detainee", "hostage", "captive", "internee"})
_FARING = frozenset(
    {("missing",), ("dead",), ("killed",), ("disappeared",), ("injured",), ("wounded",), ("displaced",)}
)


def is_classed(analysis: Analysis, thing: int) -> bool:
    """Tell whether `as` says under what something is listed; how persons fared is stated (`listed 30 as missing`)."""
    following = thing + 1
    if kind_at(analysis, following) is not Kind.PREPOSITION or analysis.chunks[following].word != "as":
        return False
    after = analysis.chunks[following].last + 1
    return analysis.sentence.words[after : after + 1] not in _FARING


def finite_follows(analysis: Analysis, after: int) -> bool:
    """Tell whether the object has a finite verb of its own (`found 30 persons were held`), and so is a clause."""
    at = after
    while kind_at(analysis, at) in {Kind.NOUN_PHRASE, Kind.PREPOSITION, Kind.ADVERB, Kind.DATE, Kind.OPEN, Kind.CLOSE}:
        at += 1
    if kind_at(analysis, at) is not Kind.VERB or at == after:
        return False
    form = analysis.chunks[at].form
    return form is VerbForm.FINITE and kind_at(analysis, at - 1) is not Kind.PREPOSITION


def joint_actors_follow(analysis: Analysis, after: int) -> bool:
    """Tell whether persons or bodies that `and` joins act in what is said: `reported police and soldiers killed 14`."""
    at, joined = after, False
    while kind_at(analysis, at) in {Kind.NOUN_PHRASE, Kind.PREPOSITION, Kind.CONJUNCTION}:
        joined = joined or kind_at(analysis, at) is Kind.CONJUNCTION
        if analysis.chunks[at].number >= 0:
            return False
        at += 1
    if not joined or kind_at(analysis, at) is not Kind.VERB or not is_phrase(analysis, after):
        return False
    actor = analysis.chunks[after].word
    acts = noun_class(actor) in {"person", "organization"} or singular(actor) in STATE_BODIES
    return acts and has_object(analysis, at)


def verb_follows(analysis: Analysis, phrase: int) -> bool:
    """Tell whether a phrase behind the one who is told is the subject of a clause: `told parliament police shot 12`."""
    if finite_follows(analysis, phrase):
        return True
    verb = phrase + 1
    return kind_at(analysis, verb) is Kind.VERB and has_object(analysis, verb)


def figures_follow(analysis: Analysis, after: int) -> bool:
    """Tell whether the object is a figure, list or paper (`published the names of 238 detainees`)."""
    if kind_at(analysis, after) is Kind.ADVERB:
        after += 1
    if not is_phrase(analysis, after):
        return False
    phrase = analysis.chunks[after]
    if not _PERSONAL.isdisjoint(analysis.sentence.words[phrase.first : phrase.head]):
        # `issued travel documents to 1,300 refugees`
        return False
    return is_figures(phrase) or singular(phrase.word) in word_set("statements", "figures")


def at_number(analysis: Analysis, after: int) -> bool:
    """Read `put the dead at no fewer than 46`."""
    for at in range(after, min(after + 6, len(analysis.chunks) - 1)):
        chunk = analysis.chunks[at]
        if chunk.kind in {Kind.SEMICOLON, Kind.COMMA, Kind.VERB}:
            return False
        if chunk.kind is Kind.PREPOSITION and chunk.word == "at":
            following = next(
                (other for other in analysis.chunks[at + 1 : at + 3] if other.kind is Kind.NOUN_PHRASE), None
            )
            return following is not None and following.number >= 0
    return False


def counts_deeds(analysis: Analysis, after: int, subject: Chunk) -> bool:
    """Tell whether the object of `register`, `recognize`, `confirm` is something that others did (CODING.md 5)."""
    if is_preposition(analysis, after, _TO) and stands_bare(analysis, after + 1):
        # `the minister admitted to 56`
        return True
    if stands_bare(analysis, after):
        # `reported 12 deaths, and the clinic confirmed 14`: the noun is that of the number before.
        return any(chunk.number >= 0 and noun_class(chunk.word) in OTHERS_DEEDS for chunk in analysis.chunks[:after])
    for at, chunk in enumerate(analysis.chunks[after : after + 5], start=after):
        if chunk.kind in {Kind.VERB, Kind.SEMICOLON, Kind.COMMA}:
            return False
        if chunk.kind is not Kind.NOUN_PHRASE:
            continue
        if singular(chunk.word) in _HELD_BY_OTHERS and is_classed(analysis, at - 2):
            # `recognized 40 persons as political prisoners`: others hold them.
            return True
        if noun_class(chunk.word) in OTHERS_DEEDS or singular(chunk.word) in word_set("statements", "deeds"):
            return True
        if singular(chunk.word) in {"asylum", "seeker", "asylum-seeker"} and singular(subject.word) not in STATE_BODIES:
            # Who takes the applications registers them as its own act; others count them.
            return True
    return False


def judges(analysis: Analysis, after: int) -> bool:
    """Tell whether the object of `consider` is a judgement on persons, not a matter (`considered 12 cases`)."""
    phrase = analysis.chunks[after] if after < len(analysis.chunks) else None
    if phrase is None or phrase.kind is not Kind.NOUN_PHRASE:
        return True
    return noun_class(phrase.word) not in {"case", "application"} and singular(phrase.word) not in words_of(
        "statements", "not_sources"
    )
