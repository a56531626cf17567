"""Hedges that cover more than one number: `at least 40 soldiers and 12 civilians`, `about 30, 40, and 50 percent`."""

from collections.abc import Sequence
from dataclasses import replace

from pipeline.language.lexicon import Tag, lexicon, values_of
from pipeline.language.sentences import Sentence
from pipeline.numerals.hedges import Hedge
from pipeline.numerals.measures import Measure
from pipeline.numerals.numeral import Approximation
from pipeline.numerals.words import Figure, Form

# What stands alone, or has its bounds in itself.
_UNSHARED = frozenset({Approximation.EXACT, Approximation.BETWEEN, Approximation.ORDER_OF_MAGNITUDE})
# Words from one number to the next: its noun, with a phrase that completes it, and `and`.
_REACH = 8
_ALTERNATIVES = frozenset({"or", ", or"})
_LAST = ", and"
# Words from a number to the `of` that parts another: `12 percent of them`.
_PARTED = 4
_APART = Tag.BE | Tag.HAVE | Tag.DO | Tag.MODAL | Tag.RELATIVE | Tag.SUBORDINATOR | Tag.PRONOUN
_FINITE = Tag.BE | Tag.HAVE | Tag.MODAL
_SETTING_APART = frozenset({"including", "but", "while", "whereas", "than", "whom", "which", "them", "another", "from"})


def shared_hedges(
    sentence: Sentence,
    figures: Sequence[Figure],
    hedges: Sequence[Hedge | None],
    measures: Sequence[Measure | None],
) -> list[Hedge | None]:
    """Return the hedges of the numbers of a sentence, each given also to the numbers coordinated with its own.

    The hedge of a figure is null where the figure is no quantity.
    """
    out = list(hedges)
    for index, hedge in enumerate(hedges):
        if hedge is None or not _is_shared(sentence, figures[index], hedge):
            continue
        for other in _coordinated(sentence, figures, out, measures, index):
            found = out[other]
            if found is not None:
                out[other] = replace(found, approximation=hedge.approximation)
    return out


def _is_shared(sentence: Sentence, figure: Figure, hedge: Hedge) -> bool:
    """Tell whether a hedge stands before its number, so that it may cover what follows as well."""
    if hedge.approximation in _UNSHARED or hedge.words is None or figure.form is Form.DOZEN:
        return False
    opening = _opening(figure)
    return hedge.first < opening or hedge.words.split()[-1:] == [sentence.words[opening - 1]]


def _opening(figure: Figure) -> int:
    return figure.first if figure.sign < 0 else figure.sign


def _coordinated(
    sentence: Sentence,
    figures: Sequence[Figure],
    hedges: Sequence[Hedge | None],
    measures: Sequence[Measure | None],
    index: int,
) -> list[int]:
    """Return the exact numbers of the same unit that `and` joins to one, those of a list before the last included.

    In parentheses only a measure holds the other case (`52 hours (60 hours at night)`): a count there is told apart.
    """
    listed: list[int] = []
    for other in range(index + 1, len(figures)):
        hedge = hedges[other]
        if hedge is None or hedge.approximation is not Approximation.EXACT or hedge.first < _opening(figures[other]):
            return []
        link = _link(sentence, figures[other - 1], figures[other])
        if link is None or _unit(measures[other]) != _unit(measures[index]):
            return []
        if link == "(":
            return [other] if measures[other] is not None and not listed else []
        if link in _ALTERNATIVES:
            # `up to 10 hours a day or 56 hours a week`
            return [*listed, other] if _is_time(measures[other]) else []
        listed.append(other)
        if link == "and" or (link == _LAST and len(listed) > 1):
            return listed
    return []


def _is_time(measure: Measure | None) -> bool:
    """Tell whether a measure is a length of time with its word: only such alternatives share a bound."""
    return measure is not None and measure.word is not None and measure.unit in values_of("units", "time").values()


def _unit(measure: Measure | None) -> str | None:
    return None if measure is None else measure.unit


def _link(sentence: Sentence, left: Figure, right: Figure) -> str | None:
    """Return what joins two numbers with no clause between them: `and`, `, and`, a comma or an opening parenthesis.

    After a comma `and` opens a clause, unless it closes a list.
    """
    words = sentence.words
    between = words[left.last + 1 : _opening(right)]
    if between[-1:] == ("for",):
        # `for a maximum of 12 months, or for eight months`
        between = between[:-1]
    if not between or len(between) > _REACH or between[-1] not in {"and", "or", ",", "("}:
        return None
    if between[-1] == "(" and "of" in words[right.last + 1 : right.last + _PARTED]:
        # `more than 40 percent (12 percent of them women)`
        return None
    closing = between[-2:] in {(",", "and"), (",", "or")}
    noun, link = (between[:-2], " ".join(between[-2:])) if closing else (between[:-1], between[-1])
    if not all(word.isalpha() or word in {"-", "%"} for word in noun) or not _SETTING_APART.isdisjoint(noun):
        return None
    tags = lexicon().tags
    following = tags.get(words[right.last + 1], 0) if right.last + 1 < len(words) else 0
    if following & _FINITE or (following & Tag.VERB_PAST and not following & (Tag.VERB_PARTICIPLE | Tag.NOUN)):
        # `detained at least 12 men, and two were beaten`
        return None
    if all(not tags.get(word, 0) & _APART and not _is_verb(tags.get(word, 0)) for word in noun):
        return link
    # `at least 40 were killed and 12 wounded`
    elided = len(noun) in {1, 2} and noun[:-1] in {(), ("were",), ("was",)} and bool(following & Tag.VERB_PARTICIPLE)
    return link if elided and tags.get(noun[-1], 0) & Tag.VERB_PARTICIPLE else None


def _is_verb(tags: int) -> bool:
    return bool(tags & (Tag.VERB_PAST | Tag.VERB_PRESENT | Tag.VERB_GERUND)) and not tags & Tag.NOUN
