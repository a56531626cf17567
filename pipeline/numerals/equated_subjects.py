"""The subject of a verb that says a number of it: over complements and clauses inside it, not over its own clause."""

from pipeline.language.chunks import Kind, VerbForm
from pipeline.language.lexicon import word_set
from pipeline.language.nouns import noun_class, singular
from pipeline.numerals.figures import change_verbs
from pipeline.numerals.phrases import is_chunk, is_phrase
from pipeline.numerals.quantities import Analysis

_REACH = 20
_IN_SUBJECT = frozenset({
    Kind.NOUN_PHRASE, Kind.DATE, Kind.PREPOSITION, Kind.ADVERB, Kind.CONJUNCTION, Kind.COMMA, Kind.RELATIVE,
})  # fmt: skip


def equated_subject(analysis: Analysis, verb: int) -> int:
    """Return the phrase that heads the subject of a verb, or `the number` that it completes; -1 where there is none."""
    at = verb - 1
    if analysis.sentence.words[analysis.chunks[at].last] == "there":
        # `police said there were 9,000`
        return -1
    if is_chunk(analysis, at, Kind.RELATIVE):
        at -= 2 if is_chunk(analysis, at - 1, Kind.COMMA) else 1
        return _number_borne(analysis, at) if is_phrase(analysis, at) else -1
    first = verb
    while first > 0 and _is_in_subject(analysis, first - 1) and not _bounds_subject(analysis, first, verb):
        first -= 1
    for candidate in range(first, verb):
        if is_phrase(analysis, candidate) and not is_chunk(analysis, candidate - 1, Kind.PREPOSITION):
            apart = _names_party(analysis, candidate, verb) or _is_measured(analysis, candidate)
            return -1 if apart else candidate
    return -1


def _is_measured(analysis: Analysis, phrase: int) -> bool:
    """Tell whether a phrase is an amount, no noun that is counted: `the fine is 400 euros and climbs to 900`."""
    number = analysis.chunks[phrase].number
    quantity = analysis.quantities[number] if number >= 0 else None
    measure = quantity.measure if quantity is not None else None
    return measure is not None and analysis.chunks[phrase].head <= measure.last


def _names_party(analysis: Analysis, phrase: int, verb: int) -> bool:
    """Tell whether a party rises or falls, not in its own number: `the Front climbed from nine to 28`."""
    chunk = analysis.chunks[phrase]
    if analysis.chunks[verb].word not in change_verbs():
        return False
    surface = analysis.sentence.surfaces[chunk.head]
    # `UNITA rose from 51 to 90`
    is_name = surface[0].isupper() and chunk.head > 0 and noun_class(chunk.word) is None
    if surface.isupper() or (is_name and singular(chunk.word) == chunk.word):
        return True
    named = analysis.sentence.surfaces[chunk.head][0].isupper() and chunk.head > chunk.first
    # `the former ruling party was reduced to five`
    named = named or chunk.word in word_set("elections", "party_heads")
    return named and chunk.word in word_set("elections", "party_words")


def _number_borne(analysis: Analysis, phrase: int) -> int:
    """Return the `number` that a phrase only completes: `the number of complaints lodged with the court`."""
    at = phrase
    while at > 0 and analysis.chunks[at].kind in {Kind.NOUN_PHRASE, Kind.PREPOSITION, Kind.VERB, Kind.ADVERB}:
        if is_phrase(analysis, at) and analysis.chunks[at].word in {"number", "total"}:
            return at
        if analysis.chunks[at].kind is Kind.VERB and analysis.chunks[at].form is not VerbForm.PAST_OR_PARTICIPLE:
            return phrase
        at -= 1
    return at if analysis.chunks[at].word in {"number", "total"} else phrase


def _states(analysis: Analysis, at: int) -> bool:
    """Tell whether a verb of saying leads to the clause whose subject is sought: `said the number reached 12`."""
    chunk = analysis.chunks[at]
    says = (
        chunk.kind is Kind.VERB
        and chunk.word in word_set("statements", "reporting")
        and chunk.form is not VerbForm.GERUND
    )
    return says and not chunk.passive and is_phrase(analysis, at - 1) and is_phrase(analysis, at + 1)


def _bounds_subject(analysis: Analysis, first: int, verb: int) -> bool:
    """Tell whether the subject of a verb reaches back no farther than a chunk."""
    return _states(analysis, first - 1) or _opens_clause(analysis, first, verb) or _follows_fronted(analysis, first)


def _opens_clause(analysis: Analysis, index: int, verb: int) -> bool:
    """Tell whether a phrase opens a clause behind `and` (`won in May and its seats rose`).

    Right before its verb it does behind any verb, and farther from it behind one that has an object of its own
    (`expelled 300 persons, and the number of refugees reached 90`).
    """
    if not is_phrase(analysis, index) or not is_chunk(analysis, index - 1, Kind.CONJUNCTION):
        return False
    first = max(0, index - _REACH)
    verbs = [at for at in range(first, index) if _has_subject(analysis, at)]
    return bool(verbs) and (index == verb - 1 or any(_has_object(analysis, at) for at in verbs))


def _has_subject(analysis: Analysis, at: int) -> bool:
    """Tell whether a verb at a chunk may be that of a clause, and narrows no noun (`deaths recorded by monitors`)."""
    verb = analysis.chunks[at]
    narrows = verb.form is VerbForm.PAST_OR_PARTICIPLE and is_chunk(analysis, at + 1, Kind.PREPOSITION, "by")
    return verb.kind is Kind.VERB and not narrows


def _has_object(analysis: Analysis, verb: int) -> bool:
    """Tell whether a verb of a main clause has an object right behind it."""
    chunk = analysis.chunks[verb]
    if chunk.passive or chunk.form in {VerbForm.GERUND, VerbForm.INFINITIVE}:
        return False
    return is_phrase(analysis, verb + 1) and not is_chunk(analysis, verb - 1, Kind.RELATIVE)


def _follows_fronted(analysis: Analysis, index: int) -> bool:
    """Tell whether a phrase opens a clause behind a comma: `where a child is hurt, the maximum rises to 20`."""
    if not is_phrase(analysis, index) or not is_chunk(analysis, index - 1, Kind.COMMA):
        return False
    opening = index - 1
    while opening > 0 and analysis.chunks[opening - 1].kind is not Kind.SEMICOLON:
        opening -= 1
    return analysis.chunks[opening].kind in {Kind.SUBORDINATOR, Kind.RELATIVE}


def _is_in_subject(analysis: Analysis, at: int) -> bool:
    """Tell whether a chunk may stand in a subject; verbs do only as participles, in relative clauses and asides."""
    chunk = analysis.chunks[at]
    if chunk.kind is not Kind.VERB:
        return chunk.kind in _IN_SUBJECT
    return (
        chunk.form is not VerbForm.FINITE
        or is_chunk(analysis, at + 1, Kind.COMMA)
        or is_chunk(analysis, at - 1, Kind.RELATIVE)
    )
