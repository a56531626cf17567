"""Lists that deal out penalties: `sentenced 12 to death, five to life, and one to 10 years`."""

from collections.abc import Sequence

from pipeline.language.sentences import Sentence
from pipeline.numerals.words import Figure

SENTENCING = frozenset({"sentenced", "sentencing", "condemned"})
"""Verbs after which a number says whom, and the one after `to` to what."""
_OPENS = frozenset({",", "and"})
# Words from one item of such a list to the next, and numbers that one item may hold.
_ITEM, _NUMBERS = 10, 3
# Words from the verb to the last item: a bound on time, wide of any list in prose.
_LIST = 60
# Tokens from a number over `to` to the next.
_PAST_LINK = 2
# …and from a number over its noun.
_NOUN = 5


def deals_out(sentence: Sentence, figures: Sequence[Figure], following: Figure) -> bool:
    """Tell whether the last number says how many got what follows its `to`, so that the two are no range.

    It does right after a verb of sentencing, and where an item of the list deals out what is no number, or a smaller
    one (`56 to 10 years, and five to seven years`).
    """
    last = figures[-1]
    before = sentence.words[last.first - 1 : last.first]
    if sentence.words[last.last + 1 : last.last + _PAST_LINK] != ("to",):
        return False
    if not SENTENCING.isdisjoint(before):
        return True
    if _OPENS.isdisjoint(before) or SENTENCING.isdisjoint(sentence.words[max(0, last.first - _LIST) : last.first]):
        return False
    if _deals(last, following):
        return True
    for at in range(len(figures) - 2, max(-1, len(figures) - 2 - _NUMBERS), -1):
        item = figures[at]
        if last.first - item.last > _ITEM * (len(figures) - 1 - at):
            return False
        if sentence.words[item.last + 1 : item.last + _PAST_LINK] == ("to",) and _deals(item, figures[at + 1]):
            return True
        if _are_dealt_words(sentence, item, figures[at + 1]):
            return True
    return False


def _are_dealt_words(sentence: Sentence, item: Figure, following: Figure) -> bool:
    """Tell whether a number with its noun gets something: `sentenced 21 clerks to life, five to 30 years`.

    What stands between them shows that the two are no range: `sentenced four of them to nine years, two to 10 years`.
    """
    words = sentence.words[item.last + 1 : item.last + 1 + _NOUN]
    if "to" not in words or not words[0].isalpha():
        return False
    link = item.last + 1 + words.index("to")
    return all(word.isalpha() for word in words[: words.index("to")]) and following.first >= link + 1


def _deals(item: Figure, given: Figure) -> bool:
    """Tell whether what follows the `to` of an item is no number, or one smaller than the item."""
    return given.first != item.last + _PAST_LINK or (given.value or 0) < (item.value or 0)
