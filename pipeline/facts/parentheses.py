"""What a number between parentheses belongs to: the name or noun before them, or the verb that they complete."""

from collections.abc import Iterator

from pipeline.facts.clauses import is_capital, is_preposition
from pipeline.facts.relation import PROPER_NAME, Part, Relation
from pipeline.facts.steps import back, noun_at
from pipeline.language.chunks import Kind, VerbForm
from pipeline.language.lexicon import Tag, lexicon, word_set
from pipeline.numerals.phrases import is_plain_phrase, kind_at
from pipeline.numerals.quantities import Analysis

# Between the numbers of one pair of parentheses: `(28.9 percent; 34 seats)`, `(34 seats, 28.9 percent of the vote)`.
_INSIDE = frozenset({
    Kind.NOUN_PHRASE, Kind.COMMA, Kind.SEMICOLON, Kind.CONJUNCTION, Kind.PREPOSITION, Kind.ADVERB,
})  # fmt: skip
_REACH = 6
_OF = frozenset({"of"})
# A name after another preposition is a place or a time: `in Gao (80 percent)`.
_BEFORE_NAMES = frozenset({"by", "over", "against", "for", "to", "with", "between", "than", "of"})


def before_parentheses(analysis: Analysis, index: int) -> Iterator[Relation]:
    """Yield the name, noun or verb that stands before the parentheses around the phrase at an index."""
    opening = _opening(analysis, index)
    if opening < 0:
        return
    at = back(analysis, opening - 1)
    if is_plain_phrase(analysis, at):
        if (body := _composed_body(analysis, at)) >= 0:
            # `the House of Elders (102 seats)`
            yield Relation(Part.NOUN, noun_at(analysis, body), body, "paren")
        yield Relation(Part.NOUN, noun_at(analysis, at), at, "paren")
        if _is_name(analysis, at):
            yield Relation(Part.NOUN, PROPER_NAME, at, "paren")
    elif kind_at(analysis, at) is Kind.VERB and analysis.chunks[at].form is not VerbForm.GERUND:
        # `the Reform Party won (28.9 percent; 34 seats)`
        yield Relation(Part.AFFECTED, analysis.chunks[at].word, at)


def _composed_body(analysis: Analysis, complement: int) -> int:
    """Return the first half of a body’s name of which a phrase is the second (`House of Elders`); -1 for none."""
    body = complement - 2
    if not is_preposition(analysis, complement - 1, _OF) or not is_plain_phrase(analysis, body):
        return -1
    chunk = analysis.chunks[body]
    named = is_capital(analysis, chunk.last) and is_capital(analysis, analysis.chunks[complement].last)
    return body if named and chunk.word in word_set("elections", "composed") else -1


def _opening(analysis: Analysis, index: int) -> int:
    """Return the parenthesis that opens before a phrase, over what stands between them; -1 for none."""
    at = index - 1
    while at >= 0 and index - at <= _REACH and analysis.chunks[at].kind in _INSIDE:
        at -= 1
    return at if kind_at(analysis, at) is Kind.OPEN else -1


def _is_name(analysis: Analysis, index: int) -> bool:
    """Tell whether a phrase is a name that may bear a result; a word that only opens the sentence is none."""
    chunk = analysis.chunks[index]
    before = back(analysis, index - 1)
    if kind_at(analysis, before) is Kind.PREPOSITION and analysis.chunks[before].word not in _BEFORE_NAMES:
        return False
    opens = chunk.last == 0 and bool(lexicon().tags.get(chunk.word, 0) & Tag.NOUN)
    return is_capital(analysis, chunk.last) and not opens
