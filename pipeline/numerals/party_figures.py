"""Numbers behind the name of a party that they are the result of: `gave the Republican Congress 47, the Front 12`."""

from pipeline.language.lexicon import lexicon, word_set
from pipeline.language.sentences import Sentence
from pipeline.numerals.context import closes
from pipeline.numerals.words import Figure

# Lower-case words inside a name: `the Rally for the Republic`, `the Party of Action and Equity`.
_INSIDE = frozenset({"for", "of", "and", "the", "de", "da", "la", "del", "'s", "’s", "'", "’", "-", "toward"})
_LONGEST_NAME = 10
# Tokens from a result to the name of the next party: its noun, a comma and `and`.
_LONGEST_STEP = 3


def is_given_to_party(sentence: Sentence, figure: Figure) -> bool:
    """Tell whether a verb of giving stands before the name that a number follows: `results gave the Congress 47`."""
    if not closes(sentence, figure):
        return False
    words, at = sentence.words, figure.first - 1
    for token in range(at, max(0, at - _LONGEST_NAME), -1):
        word = words[token]
        if not (sentence.surfaces[token][0].isupper() or word in _INSIDE):
            return token < at and lexicon().lemmas.get(word, word) in word_set("elections", "giving")
    return False


def goes_on_with_party(sentence: Sentence, at: int) -> bool:
    """Tell whether a party named like a place opens the next member of a list: `won 60 seats, the Center 26`."""
    parties, last = word_set("elections", "party_words"), at
    while at > 0 and sentence.surfaces[at][0].isupper() and sentence.words[at] in parties:
        at -= 1
    if at == last:
        return False
    return sentence.words[at - (sentence.words[at] == "the")] in {",", ";", "and"}


def follows_result(sentence: Sentence, figure: Figure, previous: Figure | None) -> bool:
    """Tell whether a number stands behind a party called like a text, right after the result of another.

    For `gave the Democrats 47 seats, the National Convention 46`: no convention has that number.
    """
    at = figure.first - 1
    if previous is None or sentence.words[at] not in word_set("elections", "party_words"):
        return False
    while at > previous.last and sentence.surfaces[at][0].isupper():
        at -= 1
    opened = sentence.words[at] == "the" and sentence.words[at - 1] in {",", ";", "and"}
    return opened and at - 1 - previous.last <= _LONGEST_STEP and closes(sentence, figure)
