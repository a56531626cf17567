"""The chunks around a number: which kind stands where, and the counted noun of a noun phrase."""

from pipeline.language.chunks import QUOTES, Kind
from pipeline.language.nouns import class_of, person_participles, singular, singular_at
from pipeline.numerals.counted import Counted, Source, counting_words
from pipeline.numerals.quantities import Analysis, Quantity

POSSESSIVES = frozenset({"its", "their", "his", "her"})
"""The determiners of what belongs to somebody told of before."""
_NOT_COUNTED = frozenset({"the", "a", "an", "its", "their", "his", "her", "these", "those", "-", "own"}) | QUOTES


def kind_at(analysis: Analysis, index: int) -> Kind | None:
    """Return the kind of the chunk at an index, null outside the sentence."""
    chunks = analysis.chunks
    return chunks[index].kind if 0 <= index < len(chunks) else None


def is_chunk(analysis: Analysis, index: int, kind: Kind, word: str | None = None) -> bool:
    """Tell whether a chunk of a kind, and of a word where one is given, stands at an index of the sentence."""
    chunks = analysis.chunks
    if not 0 <= index < len(chunks) or chunks[index].kind is not kind:
        return False
    return word is None or chunks[index].word == word


def is_enclosed(analysis: Analysis, at: int) -> bool:
    """Tell whether a chunk stands in parentheses."""
    chunks = analysis.chunks
    for before in range(at - 1, -1, -1):
        kind = chunks[before].kind
        if kind is Kind.OPEN or kind is Kind.CLOSE:
            return kind is Kind.OPEN
    return False


def is_phrase(analysis: Analysis, index: int) -> bool:
    """Tell whether a noun phrase stands at an index."""
    chunks = analysis.chunks
    return 0 <= index < len(chunks) and chunks[index].kind is Kind.NOUN_PHRASE


def is_plain_phrase(analysis: Analysis, index: int) -> bool:
    """Tell whether a noun phrase without a number stands at an index."""
    return is_phrase(analysis, index) and analysis.chunks[index].number < 0


def is_bare(analysis: Analysis, quantity: Quantity) -> bool:
    """Tell whether a number stands without a noun of its own."""
    return analysis.chunks[quantity.chunk].head <= last_token(analysis, quantity)


def last_token(analysis: Analysis, quantity: Quantity) -> int:
    """Return the last token of a number or of the hedge around it."""
    return max(analysis.readings[quantity.reading].figure.last, quantity.hedge.last)


def phrase_text(analysis: Analysis, text: str, first: int, last: int) -> str:
    """Return the text from one token to another, without an opening determiner or quotation mark.

    A quotation that ends inside keeps its mark (`“religiously oriented” groups`).
    """
    sentence = analysis.sentence
    while first < last and sentence.words[first] in _NOT_COUNTED:
        if sentence.words[first] == "“" and "”" in sentence.words[first : last + 1]:
            break
        first += 1
    return text[sentence.starts[first] : sentence.ends[last]]


def is_capitalized(surface: str) -> bool:
    """Tell whether a word is written as a name is, and not as an abbreviation (`SEZs`)."""
    return surface[0].isupper() and surface[1:].islower()


def _is_plural(word: str) -> bool:
    return singular(word) != word or word in person_participles()


def noun_of(analysis: Analysis, index: int, text: str, source: Source, *, subset: bool = False) -> Counted:
    """Return the noun of the phrase at an index, after its number and any possessive; none where a number ends it."""
    phrase, words = analysis.chunks[index], analysis.sentence.words
    # A phrase that ends in its possessive mark owns nothing that is named.
    first = phrase.genitive + 1 if 0 <= phrase.genitive < phrase.head else phrase.first
    if phrase.number >= 0:
        first = analysis.readings[phrase.number].figure.last + 1
        if first > phrase.head:
            return Counted(None, None, None, source, index, subset=subset)
    head = phrase.head
    if head > first and words[head] in counting_words().postpositive and _is_plural(words[head - 1]):
        # `tens of thousands of persons unable to vote`, `found 11 of 16 accused guilty`
        head -= 1
    return Counted(
        phrase_text(analysis, text, first, head),
        singular_at(words, head),
        class_of(words, head),
        source,
        index,
        subset=subset,
        capital=is_capitalized(analysis.sentence.surfaces[head]),
    )
