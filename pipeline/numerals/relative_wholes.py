"""The noun that `of whom` and `of which` stand for, and persons whom a gerund’s bare object is some of."""

from collections.abc import Sequence

from pipeline.language.chunks import Kind, VerbForm
from pipeline.language.nouns import noun_class, singular
from pipeline.numerals.counted import NOTHING, Counted, Earlier, Source
from pipeline.numerals.latest_antecedents import (
    latest_antecedent,
    person_antecedent,
    taken,
    thing_antecedent,
)
from pipeline.numerals.phrases import is_chunk, is_phrase, is_plain_phrase, noun_of
from pipeline.numerals.quantities import Analysis

_COMPLEMENTS = frozenset({Kind.PREPOSITION, Kind.NOUN_PHRASE, Kind.DATE, Kind.ADVERB})
# Persons together, of whom the noun behind `of` says who they are.
_GROUPS = frozenset(
    {"convoy", "group", "crowd", "column", "gathering", "party", "busload", "caravan", "family", "team"}
)
# What persons do where they are.
_STAYING = frozenset({"live", "reside", "remain", "stay", "shelter", "dwell", "settle", "work", "wait", "await"})
# Chunks between `of whom` and the noun before it.
_NEAR = 4


def said_to_stay(analysis: Analysis, chunk: int) -> bool:
    """Tell whether `with` adds where so many are of those before: `hosted 9,000 exiles, with 700 living in hostels`."""
    absolute = is_chunk(analysis, chunk - 1, Kind.PREPOSITION, "with") and is_chunk(analysis, chunk - 2, Kind.COMMA)
    stays = absolute and is_chunk(analysis, chunk + 1, Kind.VERB) and analysis.chunks[chunk + 1].word in _STAYING
    return stays and analysis.chunks[chunk + 1].form is VerbForm.GERUND


def of_whom(analysis: Analysis, index: int, text: str, earlier: Sequence[Earlier], here: int) -> Counted:
    """Return the noun that `whom` stands for; `index` is the chunk at which `49 of whom` or `of whom` begins."""
    of_things = any(is_chunk(analysis, at, Kind.RELATIVE, "which") for at in (index + 1, index + 2))
    last = earlier[-1] if earlier and earlier[-1].sentence == here and not earlier[-1].is_equivalent else None
    measures = of_things and last is not None and last.quantity.measure is not None
    if measures and last is not None and _is_right_before(analysis, index, last.quantity.chunk):
        # `sentenced to eight years in prison, four of which were suspended`
        return taken(earlier, len(earlier) - 1, subset=True)
    found = _uncounted_before(analysis, index, text) or latest_antecedent(earlier, here)
    if found.source is Source.ANTECEDENT and found.kind not in {None, "person", "person_event"}:
        # `whom` stands for persons: `720 inmates shared four cells, five of whom escaped`.
        persons = person_antecedent(earlier, here, subset=True) if _whom_follows(analysis, index) else NOTHING
        return found if persons is NOTHING else persons
    if found.kind == "person" and of_things:
        things = thing_antecedent(earlier, here)
        return found if things is NOTHING else things
    return found


def _is_right_before(analysis: Analysis, index: int, measured: int) -> bool:
    """Tell whether only what completes a measured number stands between it and a chunk."""
    return all(chunk.kind in _COMPLEMENTS | {Kind.COMMA} for chunk in analysis.chunks[measured + 1 : index])


def _uncounted_before(analysis: Analysis, index: int, text: str) -> Counted | None:
    """Return the noun before `, 377,000 of whom` where no number counts it; null where one does or there is none."""
    if not is_chunk(analysis, index - 1, Kind.COMMA):
        return None
    at = index - 2
    if _is_called(analysis, at):
        return None
    if is_plural_of_persons(analysis, at) and _whom_follows(analysis, index):
        return noun_of(analysis, at, text, Source.PARTITIVE)
    while is_phrase(analysis, at) and is_chunk(analysis, at - 1, Kind.PREPOSITION) and is_phrase(analysis, at - 2):
        if analysis.chunks[at].number >= 0:
            return None
        at -= 2
    if not is_plain_phrase(analysis, at) or is_chunk(analysis, at - 1, Kind.PREPOSITION):
        return None
    found = noun_of(analysis, at, text, Source.PARTITIVE)
    # `arrived in Italy and Malta, of whom 40 …`: a people has a plural, a place has none.
    people = found.capital and analysis.chunks[at].word.endswith(("s", "ese"))
    return found if found.kind == "person" or people else None


def _is_called(analysis: Analysis, index: int) -> bool:
    """Tell whether a phrase says as what a number of persons fared (`arrested 97 men as suspected rebels`)."""
    at = index - 1
    if is_chunk(analysis, at, Kind.VERB):
        at -= 1
    return is_chunk(analysis, at, Kind.PREPOSITION, "as") and any(
        chunk.number >= 0 for chunk in analysis.chunks[max(0, at - 3) : at]
    )


def persons_attacked(analysis: Analysis, index: int, text: str) -> Counted | None:
    """Return the uncounted persons of whom a gerund's bare object is some: `attacked travelers, killing two`.

    They are the object of the verb before; those who act are not acted on (`gunmen opened fire, killing two`).
    """
    gerund = index - 1
    while is_chunk(analysis, gerund, Kind.ADVERB):
        gerund -= 1
    if not is_chunk(analysis, gerund, Kind.VERB) or analysis.chunks[gerund].form is not VerbForm.GERUND:
        return None
    at = gerund - 2 if is_chunk(analysis, gerund - 1, Kind.COMMA) else gerund - 1
    while at > 0 and analysis.chunks[at].kind in _COMPLEMENTS and not is_chunk(analysis, at - 1, Kind.VERB):
        at -= 1
    governed = is_chunk(analysis, at - 1, Kind.VERB) and not analysis.chunks[at - 1].passive
    if governed and is_chunk(analysis, at + 1, Kind.PREPOSITION, "of") and analysis.chunks[at].word in _GROUPS:
        # `ambushed a convoy of miners, killing 12`
        at += 2
    return noun_of(analysis, at, text, Source.PARTITIVE) if governed and is_plural_of_persons(analysis, at) else None


def is_plural_of_persons(analysis: Analysis, index: int) -> bool:
    """Tell whether a phrase without a number is a plural that names persons."""
    if not is_plain_phrase(analysis, index):
        return False
    word = analysis.chunks[index].word
    return noun_class(word) == "person" and singular(word) != word


def _whom_follows(analysis: Analysis, index: int) -> bool:
    """Tell whether `whom` stands within the next chunks, so that the noun before it must be one of persons."""
    return any(
        is_chunk(analysis, at, Kind.RELATIVE, "whom") for at in range(index, min(index + _NEAR, len(analysis.chunks)))
    )
