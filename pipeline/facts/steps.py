"""Steps along the chunks of a sentence, over what stands between two of them without governing either."""

from pipeline.language.chunks import Kind, VerbForm
from pipeline.language.nouns import singular
from pipeline.numerals.phrases import is_phrase, kind_at
from pipeline.numerals.quantities import Analysis, Quantity

CONNECTIVES = frozenset({Kind.COMMA, Kind.CONJUNCTION})
# Chunks beyond which nothing is looked for: a bound on time, wide of what governs a number in prose.
MAX_REACH = 14
# `as of May`, `because of May`, `up to May`: both words belong to the date.
_BEFORE_DATES = frozenset({"as", "because", "up"})
_STRETCHES = frozenset({"end", "beginning", "start", "middle", "course", "close"})
# A comma and a conjunction.
_JOINT = 2
_PASSED_OVER = frozenset({Kind.ADVERB, Kind.OTHER})


def back(analysis: Analysis, at: int) -> int:
    """Return the nearest chunk at or before an index that is no adverb, date with its preposition, or parenthesis.

    The result is negative where there is none.
    """
    chunks = analysis.chunks
    while at >= 0:
        kind = chunks[at].kind
        if kind is Kind.DATE:
            at = _before_date(analysis, at)
        elif kind is Kind.CLOSE:
            at = _opening(analysis, at) - 1
        elif kind in _PASSED_OVER:
            at -= 1
        else:
            return at
    return at


def _before_date(analysis: Analysis, date: int) -> int:
    """Return the chunk before a date and the prepositions that lead to it (`as of May 5`)."""
    at = date - 1
    if kind_at(analysis, at) is Kind.PREPOSITION:
        at -= 1
        if kind_at(analysis, at) is Kind.PREPOSITION and analysis.chunks[at].word in _BEFORE_DATES:
            at -= 1
        elif _is_stretch(analysis, at):
            at -= 2
    return at


def _is_stretch(analysis: Analysis, at: int) -> bool:
    """Tell whether a phrase names a part of a date, after a preposition: `by the end of May`."""
    return (
        is_phrase(analysis, at)
        and analysis.chunks[at].word in _STRETCHES
        and kind_at(analysis, at - 1) is Kind.PREPOSITION
        and analysis.chunks[at + 1].word == "of"
    )


def _opening(analysis: Analysis, closing_at: int) -> int:
    at = closing_at
    while at > 0 and analysis.chunks[at].kind is not Kind.OPEN:
        at -= 1
    return at


def after(analysis: Analysis, at: int) -> int:
    """Return the nearest chunk at or after an index that is no adverb, date or aside in parentheses."""
    while at < len(analysis.chunks):
        kind = analysis.chunks[at].kind
        if kind is Kind.OPEN:
            while at < len(analysis.chunks) and analysis.chunks[at].kind is not Kind.CLOSE:
                at += 1
        elif kind is Kind.PREPOSITION and kind_at(analysis, at + 1) is Kind.DATE:
            at += 1
        elif kind not in {Kind.ADVERB, Kind.DATE, Kind.OTHER}:
            return at
        at += 1
    return at


def over_connectives(analysis: Analysis, at: int) -> int:
    """Return the nearest chunk at or before an index that is neither comma nor conjunction; negative for none."""
    while kind_at(analysis, at) in CONNECTIVES:
        at = back(analysis, at - 1)
    return at


def closing(analysis: Analysis, opening: int) -> int:
    """Return the parenthesis that closes the one at an index, the last chunk where none does."""
    at = opening
    while at < len(analysis.chunks) - 1 and analysis.chunks[at].kind is not Kind.CLOSE:
        at += 1
    return at


def has_object(analysis: Analysis, verb: int) -> bool:
    """Tell whether a noun phrase follows a verb, or the verb that shares its object (`arrested or jailed 50`)."""
    at = verb + 1
    while kind_at(analysis, at) is Kind.ADVERB or _shares_object(analysis, at):
        at += 1 if kind_at(analysis, at) is Kind.ADVERB else 2
    return kind_at(analysis, at) is Kind.NOUN_PHRASE


def _shares_object(analysis: Analysis, conjunction: int) -> bool:
    """Tell whether a conjunction and an active verb follow, whose object may be that of the verb before too."""
    verb = conjunction + 1
    return (
        kind_at(analysis, conjunction) is Kind.CONJUNCTION
        and kind_at(analysis, verb) is Kind.VERB
        and analysis.chunks[verb].form is VerbForm.PAST_OR_PARTICIPLE
        and not analysis.chunks[verb].passive
    )


def noun_at(analysis: Analysis, index: int) -> str:
    """Return the head noun of the phrase at an index, in the singular."""
    return singular(analysis.chunks[index].word)


def quantity_at(analysis: Analysis, index: int) -> Quantity | None:
    """Return the quantity of the phrase at an index, null where it has none."""
    number = analysis.chunks[index].number
    return analysis.quantities[number] if number >= 0 else None


def alternatives_of(analysis: Analysis, verb: int) -> tuple[int, ...]:
    """Return the verbs that `or` joins with one in a list (`harassed, threatened, or arrested 45`); empty for none."""
    first = last = verb
    while kind_at(analysis, (before := _over_joint(analysis, first, -1))) is Kind.VERB:
        first = before
    while kind_at(analysis, (following := _over_joint(analysis, last, 1))) is Kind.VERB:
        last = following
    joined = range(first, last + 1)
    if not any(kind_at(analysis, at) is Kind.CONJUNCTION and analysis.chunks[at].word == "or" for at in joined):
        return ()
    return tuple(at for at in joined if at != verb and kind_at(analysis, at) is Kind.VERB)


def _over_joint(analysis: Analysis, verb: int, step: int) -> int:
    """Return the chunk beyond the comma and conjunction beside a verb, over adverbs; -1 where neither stands there."""
    at, joints = verb + step, 0
    while (kind := kind_at(analysis, at)) is Kind.ADVERB or (kind in CONNECTIVES and joints < _JOINT):
        joints += kind in CONNECTIVES
        at += step
    return at if joints else -1


def stands_bare(analysis: Analysis, index: int) -> bool:
    """Tell whether a number without a noun stands at an index."""
    if not is_phrase(analysis, index):
        return False
    chunk = analysis.chunks[index]
    return chunk.number >= 0 and chunk.head <= analysis.readings[chunk.number].figure.last


def end_of_source(analysis: Analysis, first: int, index: int) -> int:
    """Return the comma that ends a source, whose verbs govern no number: `According to a survey mandated by the act,`.

    Where the stretch begins with none, its first chunk.
    """
    chunks = analysis.chunks
    if analysis.sentence.words[chunks[first].first] != "according":
        return first
    return next((at for at in range(first, index) if chunks[at].kind is Kind.COMMA), first)
