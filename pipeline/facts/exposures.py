"""What says that a penalty awaits whoever does something: `carries a fine of`, `is subject to`, `the fine is`."""

from functools import cache
from itertools import pairwise

from pipeline.facts.modal_words import is_present, modal_words
from pipeline.language.chunks import Chunk, Kind
from pipeline.language.morphology import plural
from pipeline.language.nouns import singular
from pipeline.numerals.quantities import Analysis


def exposed(analysis: Analysis, first: int, last: int, governing: list[Chunk]) -> str | None:
    """Return what says, in the present tense, that a penalty awaits (`carries a fine of`, `the fine is`)."""
    words, sentence = modal_words(), analysis.sentence
    for verb in governing[:3]:
        if verb.word in words.exposing_verbs and is_present(analysis, verb):
            return f"the verb {verb.word!r} in the present tense"
    begin, end = analysis.chunks[first].first, analysis.chunks[last].last
    penalty = not words.penalty_nouns.isdisjoint(sentence.words[begin : end + 1])
    told = _told_in_words(analysis, begin, end, penalty=penalty)
    if told is not None:
        return told
    if penalty and any(verb.word in _AMOUNTING and is_present(analysis, verb) for verb in governing[:2]):
        return "a penalty and a verb in the present tense"
    if penalty and any(
        verb.word in words.setting_verbs and _by_lawgiver(analysis, first, verb) for verb in governing[:2]
    ):
        return "a lawgiver sets the penalty"
    return None


_AMOUNTING = frozenset({
    "be", "range", "run", "vary", "start", "stand", "amount", "rise", "climb", "increase", "double", "triple", "go",
})  # fmt: skip
_SET_PHRASES = frozenset({("leads", "to"), ("results", "in"), ("lead", "to"), ("result", "in")})
# `annulled the results in two districts`
_BEFORE_NOUNS = frozenset(
    {"the", "these", "those", "its", "their", "his", "her", "of", "official", "final", "election"}
)
_RANGING = frozenset({"range", "ranges", "run", "runs", "vary", "varies"})
_EXPOSED = frozenset({"faced", "carried", "risked"})
_POSSIBLE = frozenset({"potential", "possible", "prospective"})
# Sentences and terms are also what courts handed down.
_PENALTIES = frozenset({"penalties", "punishments"})
_HELD_IN = frozenset({"prison", "jail", "imprisonment"})
# Words from such a verb to the last of what it is said to carry.
_BOUND = 9


def _told_in_words(analysis: Analysis, begin: int, end: int, *, penalty: bool) -> str | None:
    """Return the words that say so, whatever they were taken for (`members of an association risk imprisonment`)."""
    words, tokens = modal_words(), analysis.sentence.words
    if _telling_words().isdisjoint(tokens[begin:end]):
        return None
    for at in range(begin, end):
        following = tokens[at + 1 : at + 5]
        if (tokens[at], following[0]) in _SET_PHRASES and tokens[at - 1] not in _BEFORE_NOUNS:
            return f"'{tokens[at]} {following[0]}' in the present tense"
        if (
            tokens[at] == "subject"
            and following[0] == "to"
            and not {"is", "are"}.isdisjoint(tokens[max(begin, at - 4) : at])
        ):
            return "'subject to' in the present tense"
        if tokens[at] in _PENALTIES and following[0] == "ranging":
            return "penalties that range from one bound to another"
        if penalty and tokens[at] in _RANGING and following[0] in {"from", "between"}:
            return "a penalty that ranges, in the present tense"
        held = following[:2] == ("up", "to") and not _HELD_IN.isdisjoint(tokens[at : at + _BOUND])
        if tokens[at] in _EXPOSED and (held or not _POSSIBLE.isdisjoint(following[:2])):
            return f"{tokens[at]!r} up to a time in prison, or what was possible"
        if tokens[at] in _EXPOSED and not words.penalty_nouns.isdisjoint(following):
            if tokens[at] == "carried":
                # An offense carries a penalty, nobody does.
                return "'carried' a penalty"
            if _bounded(tokens[at : at + 9]):
                return f"{tokens[at]!r} a penalty with its upper bound"
        if (
            tokens[at] in _exposing_forms()
            and not words.penalty_nouns.isdisjoint(following)
            and (not at or tokens[at - 1] not in {"the", "a", "to"})
        ):
            return f"{tokens[at]!r} a penalty, in the present tense"
    return None


def _bounded(tokens: tuple[str, ...]) -> bool:
    return "maximum" in tokens or ("up", "to") in pairwise(tokens)


@cache
def _exposing_forms() -> frozenset[str]:
    return frozenset(form for verb in modal_words().exposing_verbs for form in (verb, plural(verb)))


@cache
def _telling_words() -> frozenset[str]:
    """Return the words of which `_told_in_words` asks for one; few sentences have any."""
    return _exposing_forms() | _RANGING | _EXPOSED | _PENALTIES | {"subject"} | {word for word, _ in _SET_PHRASES}


def _by_lawgiver(analysis: Analysis, first: int, verb: Chunk) -> bool:
    """Tell whether a body that makes law stands before a verb, and what the penalty is for after it."""
    at = next(index for index, chunk in enumerate(analysis.chunks) if chunk is verb)
    giver = any(
        chunk.kind is Kind.NOUN_PHRASE and singular(chunk.word) in modal_words().lawgivers
        for chunk in analysis.chunks[first:at]
    )
    return giver and any(
        chunk.kind is Kind.PREPOSITION and chunk.word == "for" for chunk in analysis.chunks[at : at + 3]
    )
