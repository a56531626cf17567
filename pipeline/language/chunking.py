"""The chunks of a sentence, read from left to right over the tags of its words."""

from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from pipeline.language.chunks import QUOTES, Chunk, Kind, Span, TaggedSentence
from pipeline.language.lexicon import Tag
from pipeline.language.line import Syntax
from pipeline.language.noun_phrases import noun_phrase
from pipeline.language.sentences import Sentence
from pipeline.language.tagging import word_tags
from pipeline.language.verb_groups import verb_group

_MARKS = {
    ",": Kind.COMMA,
    ";": Kind.SEMICOLON,
    ":": Kind.SEMICOLON,
    "(": Kind.OPEN,
    "[": Kind.OPEN,
    ")": Kind.CLOSE,
    "]": Kind.CLOSE,
    "–": Kind.DASH,
    "—": Kind.DASH,
    "-": Kind.DASH,
    "--": Kind.DASH,
}
# Words that join as `and` does, behind what they add to: `arrested the mayor along with 12 clerks`.
_ADDING = frozenset({("as", "well", "as"), ("in", "addition", "to"), ("along", "with"), ("together", "with")})
_OPEN_ADDING = frozenset(words[0] for words in _ADDING)
# Classes by the chunk that a word of theirs makes alone, the first that holds. `since`, `after`, `until` open clauses
# too; what follows them tells, and the relations look there.
_SINGLES = (
    (Tag.RELATIVE, Kind.RELATIVE),
    (Tag.PREPOSITION, Kind.PREPOSITION),
    (Tag.SUBORDINATOR, Kind.SUBORDINATOR),
    (Tag.CONJUNCTION, Kind.CONJUNCTION),
    (Tag.ADVERB | Tag.NEGATION, Kind.ADVERB),
)


def chunk(sentence: Sentence, spans: Sequence[Span]) -> tuple[Chunk, ...]:
    """Return the chunks of a sentence in text order; quotation marks belong to none."""
    tags = word_tags(sentence, {at: span.kind for span in spans for at in range(span.first, span.last + 1)})
    tagged = TaggedSentence(sentence, tags, {span.first: (index, span) for index, span in enumerate(spans)})
    chunks: list[Chunk] = []
    at, count = 0, len(sentence.words)
    while at < count:
        if sentence.words[at] in QUOTES:
            at += 1
            continue
        found = _chunk_at(tagged, at)
        if found.kind is Kind.DASH and (opening := _opening_dash(tagged, chunks, at)) >= 0:
            chunks[opening] = replace(chunks[opening], kind=Kind.OPEN)
            found = replace(found, kind=Kind.CLOSE)
        chunks.append(found)
        at = found.last + 1
    return tuple(chunks)


def _chunk_at(tagged: TaggedSentence, at: int) -> Chunk:
    word, tag = tagged.sentence.words[at], tagged.tags[at]
    if word in _OPEN_ADDING and at > 0 and (length := _length_of_adding(tagged.sentence, at)):
        return Chunk(Kind.CONJUNCTION, at, at + length - 1, at, "and")
    if word == "out" and _parts_number(tagged, at):
        return Chunk(Kind.PREPOSITION, at, at + 1, at + 1, "of")
    if tag & Syntax.VERBAL:
        return verb_group(tagged, at)
    if tag & Syntax.NOMINAL:
        return noun_phrase(tagged, at)
    return Chunk(_MARKS.get(word) or _kind_of(tag), at, at, at, word)


def _opening_dash(tagged: TaggedSentence, chunks: Sequence[Chunk], closing: int) -> int:
    """Return the dash that opens an aside between a subject and its verb (`12 men – A, B – were held`); -1 for none.

    Such a pair of dashes stands for parentheses.
    """
    after = closing + 1
    if after < len(tagged.tags) and tagged.tags[after] & Tag.ADVERB:
        after += 1
    verbal = after < len(tagged.tags) and tagged.tags[after] & Syntax.VERBAL
    if not verbal or tagged.sentence.words[after].endswith("ing") or _hyphenates(tagged, closing):
        return -1
    for at in range(len(chunks) - 1, 0, -1):
        kind = chunks[at].kind
        if kind is Kind.DASH:
            opens = chunks[at - 1].kind is Kind.NOUN_PHRASE and not _hyphenates(tagged, chunks[at].first)
            return at if opens else -1
        if kind in {Kind.SEMICOLON, Kind.OPEN}:
            return -1
    return -1


def _hyphenates(tagged: TaggedSentence, dash: int) -> bool:
    """Tell whether a hyphen joins the words around it."""
    return tagged.sentence.words[dash] == "-" and tagged.joins(dash)


def _parts_number(tagged: TaggedSentence, at: int) -> bool:
    """Tell whether `out of` stands between a number and its whole, as `of` does: `42 out of the 53 seats`."""
    words, whole = tagged.sentence.words, at + 2
    if words[at + 1 : whole] != ("of",) or whole >= len(words) or not at or not tagged.tags[at - 1] & Syntax.NUMBER:
        return False
    return whole in tagged.numerals or bool(tagged.tags[whole] & Tag.DETERMINER and whole + 1 in tagged.numerals)


def _length_of_adding(sentence: Sentence, at: int) -> int:
    """Return how many words from a token on join as `and` does; 0 where none do, or nothing stands before them."""
    before = sentence.words[at - 1]
    if before != "," and not before[-1].isalnum():
        return 0
    return next((len(words) for words in _ADDING if sentence.words[at : at + len(words)] == words), 0)


@cache
def _kind_of(tag: int) -> Kind:
    return next((kind for classes, kind in _SINGLES if tag & classes), Kind.OTHER)
