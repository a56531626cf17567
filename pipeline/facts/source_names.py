"""How a source is written: without its article, and without what describes a proper name (CODING.md 5)."""

from pipeline.language.chunks import Chunk
from pipeline.language.lexicon import Tag, lexicon, word_set
from pipeline.numerals.phrases import phrase_text
from pipeline.numerals.quantities import Analysis

# Words that join the parts of a name (`Commission on Human Rights`, `Doctors Without Borders`).
NAME_LINKS = frozenset(
    ["of", "on", "for", "against", "in", "to", "without", "by", "from", "at", "with", "between", "under", "and", "the"]
)


# Written with capitals, yet no name.
_COMMON = frozenset({"ngo", "ngos"})


def is_capital(analysis: Analysis, token: int) -> bool:
    """Tell whether a token begins with a capital."""
    return analysis.sentence.surfaces[token][0].isupper()


def _is_elided(analysis: Analysis, token: int) -> bool:
    """Tell whether a word in capitals stands behind an article that ends in an apostrophe (`Terre d’Asile`)."""
    article, _, name = analysis.sentence.surfaces[token].replace("’", "'").partition("'")
    return article in {"d", "l"} and name[:1].isupper()


def name_of_source(analysis: Analysis, text: str, head: Chunk, end: int) -> str:
    """Return a source without its article, and without the description before a proper name (CODING.md 5)."""
    sentence, begin = analysis.sentence, head.first
    stop = min(head.last, end)
    while begin < stop and lexicon().tags.get(sentence.words[begin], 0) & Tag.DETERMINER:
        begin += 1
    named = _proper_name(analysis, begin, stop)
    return phrase_text(analysis, text, named, end)


def _proper_name(analysis: Analysis, begin: int, stop: int) -> int:
    """Return where the proper name that ends a phrase begins, else where the phrase does.

    What stands before describes it: `the civil society alliance Tirek`, `the independent Press Council`.
    """
    words, first = analysis.sentence.words, begin
    inside = stop + 1
    for at in range(stop, begin - 1, -1):
        if words[at] == "'s" and at and not is_capital(analysis, at - 1):
            break
        if words[at] in word_set("persons", "particles") and at + 2 == first and words[at + 1] == "-":
            # `the society al-Wefaq`
            first = at
        elif words[at][0].isalpha() and words[at] not in NAME_LINKS:
            if at + 1 == inside and words[at] in word_set("persons", "name_particles") and not is_capital(analysis, at):
                # `the NGO Mesa de la Mujer`
                inside = at
                continue
            if not (is_capital(analysis, at) or _is_elided(analysis, at)) or words[at] in _COMMON:
                break
            first = inside = at
    return first
