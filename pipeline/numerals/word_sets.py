"""The lists of `schemas/lexicon/context.yaml` as sets, by their key."""

from functools import cache

from pipeline.language.lexicon import words_of


@cache
def word_set(key: str) -> frozenset[str]:
    """Return a list of the context lexicon as a set; raises KeyError where it has none of that name."""
    return frozenset(words_of("context", key))
