"""How a source is written: without its article, and without what describes a proper name (CODING.md 5)."""

from functools import cache

from pipeline.language.chunks import Chunk
from pipeline.language.lexicon import Tag, lexicon, words_of
from pipeline.language.nouns import noun_class
from pipeline.numerals.phrases import phrase_text
from pipeline.numerals.quantities import Analysis

# Words that join the parts of a name (`Commission on Human Rights`, `Doctors Without Borders`).
NAME_LINKS = frozenset(
    ["of", "on", "for", "against", "in", "to", "without", "by", "from", "at", "with", "between", "under", "and", "the"]
)


def is_capital(analysis: Analysis, token: int) -> bool:
    """Tell whether a token begins with a capital."""
    return analysis.sentence.surfaces[token][0].isupper()


def name_of_source(analysis: Analysis, text: str, head: Chunk, end: int) -> str:
    """Return a source without its article, and without the description before a proper name (CODING.md 5)."""
    sentence, begin = analysis.sentence, head.first
    stop = min(head.last, end)
    while begin < stop and lexicon().tags.get(sentence.words[begin], 0) & Tag.DETERMINER:
        begin += 1
    names = begin
    for at in range(begin, stop + 1):
        if not sentence.words[at][0].isalpha() and not (
            sentence.words[at] == "'s" and at and not is_capital(analysis, at - 1)
        ):
            continue
        if not is_capital(analysis, at) or sentence.words[at] in {"ngo", "ngos"}:
            if _describes(analysis, at) and at < stop:
                names = at + 1
            elif sentence.words[at] not in NAME_LINKS:
                names = begin if at > names else names
    if is_capital(analysis, names) and all(
        is_capital(analysis, at) or sentence.words[at] in NAME_LINKS or not sentence.words[at][0].isalpha()
        for at in range(names, stop + 1)
    ):
        begin = names
    return phrase_text(analysis, text, begin, end)


def _describes(analysis: Analysis, at: int) -> bool:
    """Tell whether a word is the last of a description (`the civil society alliance`, `local NGO`, `the country’s`)."""
    word = analysis.sentence.words[at]
    return word in {"'s", "ngo", "monitoring", "rights"} or word in _descriptors() or noun_class(word) is not None


@cache
def _descriptors() -> frozenset[str]:
    return frozenset(words_of("statements", "descriptors"))
