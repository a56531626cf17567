"""Names of persons among the chunks of a sentence: beside a noun, as what verbs have for object, as owners."""

from collections.abc import Iterator
from dataclasses import replace

from pipeline.facts.clauses import head_of, is_capital, is_preposition
from pipeline.facts.personal_names import name_of
from pipeline.language.chunks import Kind
from pipeline.language.lexicon import word_set
from pipeline.numerals.phrases import is_phrase, kind_at
from pipeline.numerals.quantities import Analysis

_UPON = frozenset({"on", "for", "against", "to"})
_UPON_OR_OF = _UPON | {"of"}
_OF = frozenset({"of"})
_ASIDE = 8
"""How many chunks from the comma that opens an explanation to the one that closes it."""


def name_beside(analysis: Analysis, index: int) -> str | None:
    """Read `a five-year sentence on Amina Diallo`, `a fine of 500 euros for editor Omar Sy`."""
    at = index + 2
    links = _UPON_OR_OF if analysis.chunks[index].word in word_set("persons", "terms") else _UPON
    if not is_preposition(analysis, at - 1, links) or not is_phrase(analysis, at):
        return None
    found = name_of(analysis, analysis.chunks[at])
    if found is None and kind_at(analysis, at + 1) is Kind.COMMA and is_phrase(analysis, at + 2):
        # `on his wife, Amina Diallo`
        found = name_of(analysis, analysis.chunks[at + 2])
    return found


def names_between(analysis: Analysis, first: int, end: int) -> Iterator[str]:
    """Yield the names among some chunks that are no complements of prepositions, nor explain another name."""
    closing = -1
    for at in range(first, end):
        closing = max(closing, _explanation_end(analysis, at))
        if at >= closing and is_phrase(analysis, at) and kind_at(analysis, at - 1) is not Kind.PREPOSITION:
            name = name_of(analysis, analysis.chunks[at])
            if name is not None:
                yield name


def _explanation_end(analysis: Analysis, comma: int) -> int:
    """Return the comma that closes what tells whose kin or what of something a name is; -1 where none opens.

    For `sentenced Ana Sy, mother of the exiled blogger Omar Sy, to two years`.
    """
    opens = kind_at(analysis, comma) is Kind.COMMA and is_phrase(analysis, comma + 1)
    if (
        not opens
        or not is_preposition(analysis, comma + 2, _OF)
        or name_of(analysis, analysis.chunks[comma - 1]) is None
    ):
        return -1
    if analysis.chunks[comma + 1].number >= 0 or is_capital(analysis, analysis.chunks[comma + 1].head):
        return -1
    after = range(comma + 3, min(comma + 3 + _ASIDE, len(analysis.chunks)))
    return next((at for at in after if kind_at(analysis, at) is Kind.COMMA), -1)


def before_parenthesis(analysis: Analysis, index: int) -> str | None:
    """Read `Ana Sy (sentenced to two years)`: the name before the parentheses in which a penalty stands."""
    at = index - 1
    while at > 0 and analysis.chunks[at].kind not in {Kind.OPEN, Kind.CLOSE, Kind.SEMICOLON}:
        at -= 1
    if at < 1 or analysis.chunks[at].kind is not Kind.OPEN or not is_phrase(analysis, at - 1):
        return None
    if next(names_between(analysis, at + 1, index), None) is not None:
        return None
    return name_of(analysis, analysis.chunks[at - 1])


def owner_of(analysis: Analysis, index: int) -> str | None:
    """Return whose a phrase is by its possessive (`Omar Sy’s sentence`); null where no person owns it."""
    chunk = analysis.chunks[index]
    if not is_phrase(analysis, index) or chunk.genitive <= chunk.first:
        return None
    return name_of(analysis, replace(chunk, last=chunk.genitive - 1, head=chunk.genitive - 1, genitive=-1, number=-1))


def bearer_of(analysis: Analysis, index: int) -> str | None:
    """Return whose term a phrase names: `Omar Sy’s sentence`, `the sentence of blogger Omar Sy`; null for none."""
    if not is_phrase(analysis, index) or head_of(analysis.chunks[index]) not in word_set("persons", "terms"):
        return None
    if analysis.chunks[index].genitive > analysis.chunks[index].first:
        return owner_of(analysis, index)
    borne = is_preposition(analysis, index + 1, _OF) and is_phrase(analysis, index + 2)
    return name_of(analysis, analysis.chunks[index + 2]) if borne else None
