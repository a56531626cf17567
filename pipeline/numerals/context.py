"""The words around a figure, and what they tell of it whatever its role."""

from functools import cache

from pipeline.language.lexicon import Tag, lexicon, values_of, words_of
from pipeline.language.morphology import regular_singular
from pipeline.language.nouns import noun_class
from pipeline.language.sentences import Sentence
from pipeline.numerals.words import Figure
from pipeline.record import record

DASHES = frozenset("-–—‑−")


@record
class ContextWords:
    """The word lists of `schemas/lexicon/context.yaml` that the roles look up."""

    months: frozenset[str]
    references: frozenset[str]
    name_heads: frozenset[str]
    name_nouns: frozenset[str]
    symbols: frozenset[str]
    units: frozenset[str]
    parts_of_year: frozenset[str]
    streets: frozenset[str]
    plans: frozenset[str]


@cache
def context_words() -> ContextWords:
    """Return the context lists, read once."""
    units = {unit for key in ("time", "distance", "area", "mass", "volume") for unit in values_of("units", key)}
    return ContextWords(
        months=frozenset(values_of("context", "months")),
        references=frozenset(words_of("context", "reference_nouns")),
        name_heads=frozenset(words_of("context", "name_heads")),
        name_nouns=frozenset(words_of("context", "name_nouns")),
        symbols=frozenset(values_of("units", "currency_symbols")),
        units=frozenset((*units, *words_of("units", "percent"), *words_of("units", "times"))),
        parts_of_year=frozenset(words_of("context", "part_of_year")),
        streets=frozenset(words_of("context", "streets")),
        plans=frozenset(words_of("context", "plans")),
    )


def word_before(sentence: Sentence, figure: Figure, distance: int = 1) -> str:
    """Return the word so many tokens before a figure; empty where the sentence begins."""
    at = figure.first - distance
    return sentence.words[at] if at >= 0 else ""


def word_after(sentence: Sentence, figure: Figure, distance: int = 1) -> str:
    """Return the word so many tokens after a figure; empty where the sentence ends."""
    at = figure.last + distance
    return sentence.words[at] if at < len(sentence.words) else ""


def closes(sentence: Sentence, figure: Figure) -> bool:
    """Tell whether what follows a figure is no noun that it could count."""
    after = sentence.surfaces[figure.last + 1] if figure.last + 1 < len(sentence.surfaces) else "."
    return not after[0].isalnum() or after in _CLOSING


_CLOSING = frozenset(["and", "or", "but", "in", "on", "for", "to", "while", "at", "against", "from"])


def counts_known(sentence: Sentence, figure: Figure) -> bool:
    """Tell whether a figure surely counts: a unit, a percent sign or a noun of persons or things of a class follows."""
    for distance in (1, 2):
        word = word_after(sentence, figure, distance)
        if not word or not word[0].isalpha():
            return distance == 1 and word == "%"
        if word in context_words().units or (noun_class(word) is not None and regular_singular(word) != word):
            return True
        if lexicon().tags.get(word, 0) & ~int(Tag.NOUN):
            return False
    return False


def counts_next(sentence: Sentence, figure: Figure) -> bool:
    """Tell whether the number counts the word after it: a plural, a unit, or a word of percent or currency."""
    word = word_after(sentence, figure)
    if not word or not word[0].isalpha():
        return word in {"%", "-"}
    tags = lexicon().tags.get(word, 0)
    if word in context_words().units or word in {"million", "dozen"}:
        return True
    closed = (
        Tag.PREPOSITION
        | Tag.CONJUNCTION
        | Tag.BE
        | Tag.HAVE
        | Tag.MODAL
        | Tag.SUBORDINATOR
        | Tag.RELATIVE
        | Tag.DETERMINER
    )
    if tags & closed or (tags & Tag.VERB_PAST and not tags & Tag.NOUN):
        return False
    if sentence.surfaces[figure.last + 1][0].isupper() or word.endswith("ly"):
        return False
    irregular = word in lexicon().singulars and lexicon().singulars[word] != word
    return irregular or regular_singular(word) != word or figure.value == 1 or not _singular_noun_ends(sentence, figure)


def _singular_noun_ends(sentence: Sentence, figure: Figure) -> bool:
    """Tell whether the phrase after the number ends in a singular noun, which a number over one cannot count."""
    for at in range(figure.last + 1, min(figure.last + 5, len(sentence.words))):
        word = sentence.words[at]
        if not word[0].isalpha():
            return True
        if regular_singular(word) != word or word in lexicon().singulars:
            return False
        tags = lexicon().tags.get(word, 0)
        if tags & (Tag.PREPOSITION | Tag.BE | Tag.HAVE | Tag.MODAL | Tag.RELATIVE | Tag.VERB_PAST):
            return True
    return True
