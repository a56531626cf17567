"""What prose of the past says that could be done, since the law lets it: `police could hold a suspect for 48 hours`."""

from functools import cache
from itertools import pairwise

from pipeline.facts.clauses import subject_of
from pipeline.facts.modal_words import modal_words
from pipeline.facts.steps import quantity_at
from pipeline.language.chunks import Chunk, Kind, VerbForm
from pipeline.language.lexicon import Tag, lexicon, values_of, words_of
from pipeline.language.nouns import noun_class, singular
from pipeline.numerals.currencies import currency_codes
from pipeline.numerals.figures import change_verbs
from pipeline.numerals.phrases import is_phrase, kind_at
from pipeline.numerals.quantities import Analysis

_BOUNDS = frozenset({"maximum", "minimum"})
_OF_LAW = frozenset({"statutory", "legal", "mandatory", "legislated"})
# Words from `statutory minimum` to its number.
_BOUND_REACH = 6
_AMOUNTING = frozenset(
    {"be", "range", "run", "vary", "include", "reach", "start", "stand", "amount", "carry", "remain"}
)
# With `could`, these tell of a term as `face` does: `they could receive five years in prison`.
_SUFFERING = frozenset({"receive", "get", "serve"})
# …and after `if`, these of what follows for anyone: `if it broke the code, its license could be suspended`.
_PUNISHING = frozenset({"suspend", "revoke", "ban", "bar", "punish", "dissolve", "expel", "disqualify", "jail", "fine"})
_ARTICLES = frozenset({"a", "an", "any"})
# What leads from a group to its size, and what such a group may do.
_SIZING = frozenset({"of", "with"})
_EXISTING = frozenset({"register", "reregister", "form", "function", "operate", "qualify", "incorporate", "exist"})


@cache
def _powers() -> frozenset[str]:
    return frozenset(words_of("statements", "power_verbs"))


@cache
def _custody() -> frozenset[str]:
    return frozenset(words_of("statements", "custody_verbs"))


@cache
def _officials() -> frozenset[str]:
    return frozenset(words_of("statements", "officials"))


@cache
def _claims() -> frozenset[str]:
    return frozenset(words_of("statements", "claiming_verbs"))


@cache
def _measures() -> frozenset[str]:
    return frozenset(values_of("units", "time").values()) | currency_codes()


def power_over(analysis: Analysis, index: int, governing: list[Chunk]) -> str | None:
    """Return what says that a length of time or a sum is what could be imposed; null where nothing does.

    `could` tells of a rule where it says how long someone may be held, what officials have the power to do, what may
    befall a class of persons or follow on a deed, or what whoever does something faces. Of anything else it tells what
    was possible: `He could not see his lawyer for 12 days`.
    """
    quantity = quantity_at(analysis, index)
    if quantity is None or quantity.measure is None or quantity.measure.unit not in _measures():
        return None
    for verb in _verbs_over(analysis, index, governing):
        if verb.modal == "could" and not verb.perfect and _tells_power(analysis, verb):
            return f"'could' before the verb {verb.word!r}, which tells what the law lets happen"
        if verb.modal == "should" and verb.passive and _is_within(analysis, index) and _is_for_all(analysis, verb):
            return f"'should' before the verb {verb.word!r}, said of all within a time"
        if (expected := _expected_of_all(analysis, verb, index)) is not None:
            return expected
    return None


def _expected_of_all(analysis: Analysis, verb: Chunk, index: int) -> str | None:
    """Read `applications were to be decided within six months`, `inmates were supposed to get two hours a day`."""
    if verb.form is not VerbForm.INFINITIVE and not verb.passive:
        return None
    words = analysis.sentence.words
    before = words[max(0, verb.first - 2) : verb.first]
    if before[-1:] == ("supposed",) and words[verb.first] == "to":
        subject = subject_of(analysis, analysis.chunk_at[verb.first - 1])
        first = analysis.readings[analysis.chunks[index].number].figure.first
        regular = analysis.sentence.words[first - 1] == "every"
        bound = regular or _is_within(analysis, index) or (subject >= 0 and is_of_class(analysis, subject))
        return "'supposed to', of all of a kind or within a time" if bound else None
    if before in {("were", "to"), ("are", "to")} and _is_within(analysis, index):
        at = analysis.chunk_at[verb.first - 2] - 1
        return "'were to', of all of a kind within a time" if is_of_class(analysis, at) else None
    return None


def _is_within(analysis: Analysis, index: int) -> bool:
    quantity = quantity_at(analysis, index)
    return quantity is not None and quantity.hedge.words == "within"


def _is_for_all(analysis: Analysis, verb: Chunk) -> bool:
    """Tell whether the subject of a verb is any or all of a class: `any children found should be transferred`."""
    subject = subject_of(analysis, analysis.chunk_at[verb.first])
    opener = analysis.sentence.words[analysis.chunks[subject].first] if subject >= 0 else ""
    return opener in {"any", "all", "every", "each"} or (subject >= 0 and is_of_class(analysis, subject))


def _verbs_over(analysis: Analysis, index: int, governing: list[Chunk]) -> list[Chunk]:
    """Return the verbs that govern a number, and the one after a number that opens its clause (`After 45 days …`)."""
    verbs = governing[:4]
    if kind_at(analysis, index - 1) is Kind.PREPOSITION and (
        index == 1 or kind_at(analysis, index - 2) in {Kind.COMMA, Kind.SEMICOLON, Kind.CONJUNCTION}
    ):
        following = (chunk for chunk in analysis.chunks[index + 1 :] if chunk.kind is Kind.VERB)
        verbs = [*verbs, *(chunk for chunk in [next(following, None)] if chunk is not None)]
    return verbs


def _tells_power(analysis: Analysis, verb: Chunk) -> bool:
    if verb.word in _custody():
        return True
    subject = subject_of(analysis, analysis.chunk_at[verb.first])
    if verb.negated or subject < 0:
        return False
    if verb.passive or verb.word in _claims():
        for_all = is_of_class(analysis, subject) or _is_any_person(analysis, subject)
        return for_all or (verb.word in _PUNISHING and "if" in analysis.sentence.words[: verb.first])
    if verb.word in modal_words().exposing_verbs or verb.word in _SUFFERING:
        return True
    return verb.word in _powers() and singular(analysis.chunks[subject].word) in _officials()


def admits_by_size(analysis: Analysis, index: int) -> str | None:
    """Read `groups with fewer than 30 members could not register`: what those of a size may do, a rule says."""
    verb = index + 1 if kind_at(analysis, index + 1) is Kind.VERB else index + 2
    chunks = analysis.chunks
    if kind_at(analysis, index - 1) is not Kind.PREPOSITION or kind_at(analysis, verb) is not Kind.VERB:
        return None
    sized = chunks[index - 1].word in _SIZING and chunks[verb].modal == "could" and chunks[verb].word in _EXISTING
    return "'could' exist, of all of a size" if sized and is_of_class(analysis, index - 2) else None


def set_limit(analysis: Analysis, index: int, governing: list[Chunk]) -> str | None:
    """Return what says in the past tense how much a rule sets: `the maximum detention was 23 months`; else null."""
    quantity, verb = quantity_at(analysis, index), governing[0] if governing else None
    if verb is None or quantity is None or quantity.measure is None or quantity.measure.unit not in _measures():
        return None
    at = analysis.chunk_at[verb.first]
    if at < index and verb.word in change_verbs() and _changes_bound(analysis, at):
        return "a maximum or minimum, which a rule changes"
    subject = subject_of(analysis, at) if at < index and verb.word in _AMOUNTING else -1
    if subject < 0 or any(chunk.kind is Kind.VERB for chunk in analysis.chunks[subject:at]):
        # `The maximum term handed down was nine years` tells what was done.
        return None
    phrase = analysis.chunks[subject]
    if verb.word == "carry":
        # `Treason carried a term of 12 years`, but `The men carried arms for two years`.
        return None if noun_class(singular(phrase.word)) == "person" else "what an offense carries"
    is_bound = not _BOUNDS.isdisjoint(analysis.sentence.words[phrase.first : phrase.last + 1])
    return "a maximum or minimum, which a rule sets" if is_bound else None


def _changes_bound(analysis: Analysis, verb: int) -> bool:
    """Tell whether a highest or lowest penalty changed: `the maximum fine rose to 900`, `doubled the minimum term`."""
    told = verb + 1 if is_phrase(analysis, verb + 1) and analysis.chunks[verb + 1].number < 0 else -1
    if told < 0 or analysis.chunks[verb].passive:
        told = subject_of(analysis, verb)
    if told < 0 or analysis.chunks[told].word not in modal_words().penalty_nouns | {"term", "terms"}:
        return False
    phrase = analysis.chunks[told]
    return not _BOUNDS.isdisjoint(analysis.sentence.words[phrase.first : phrase.last])


def statutory_bound(analysis: Analysis, index: int) -> str | None:
    """Return what calls a bound one of law: `the statutory minimum sentence of six months`; null where nothing does."""
    chunk = analysis.chunks[index]
    words = analysis.sentence.words[max(0, chunk.first - _BOUND_REACH) : chunk.first]
    opening = analysis.sentence.words[chunk.first : chunk.last + 1]
    if "-" in opening and not _BOUNDS.isdisjoint(opening):
        # `the maximum 48-hour detention period`
        return "a maximum or minimum that is called by its length"
    pairs = pairwise(words)
    found = next((pair for pair in pairs if pair[0] in _OF_LAW and pair[1] in _BOUNDS), None)
    return None if found is None else f"the {' '.join(found)}"


def is_of_class(analysis: Analysis, subject: int) -> bool:
    """Tell whether a subject is a class of persons: a plural without an article (`applicants had to prove`)."""
    while subject > 1 and analysis.chunks[subject - 1].kind is Kind.PREPOSITION:
        subject -= 2
    phrase = analysis.chunks[subject] if subject >= 0 else None
    if phrase is None or phrase.kind is not Kind.NOUN_PHRASE or phrase.number >= 0:
        return False
    opener = lexicon().tags.get(analysis.sentence.words[phrase.first], 0)
    return singular(phrase.word) != phrase.word and not opener & (Tag.DETERMINER | Tag.PRONOUN)


def _is_any_person(analysis: Analysis, subject: int) -> bool:
    """Tell whether a subject is whoever fits: `a person convicted of theft`, `those who insult the king`, `anyone`."""
    phrase = analysis.chunks[subject]
    opener = analysis.sentence.words[phrase.first]
    if phrase.word in {"those", "anyone", "whoever"}:
        return True
    return opener in _ARTICLES and noun_class(singular(phrase.word)) in {"person", "organization", "party"}
