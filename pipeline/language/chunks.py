"""Shallow syntax: a sentence as a row of noun phrases, verb groups, prepositions and marks."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from pipeline.language.lexicon import Tag, lexicon
from pipeline.language.sentences import Sentence
from pipeline.language.tagging import Words, word_tags


class Kind(StrEnum):
    """What a chunk is."""

    NOUN_PHRASE = "noun phrase"
    DATE = "date"
    VERB = "verb group"
    PREPOSITION = "preposition"
    CONJUNCTION = "conjunction"
    SUBORDINATOR = "subordinator"
    RELATIVE = "relative"
    COMMA = "comma"
    SEMICOLON = "semicolon"
    OPEN = "open parenthesis"
    CLOSE = "close parenthesis"
    DASH = "dash"
    ADVERB = "adverb"
    OTHER = "other"


class VerbForm(StrEnum):
    """Form of a verb group, as far as its own words tell."""

    FINITE = "finite"
    PAST_OR_PARTICIPLE = "past or participle"
    GERUND = "gerund"
    INFINITIVE = "infinitive"


@dataclass(frozen=True, slots=True)
class Chunk:
    """Tokens `first` to `last` (inclusive) of a sentence and what they are together."""

    kind: Kind
    first: int
    last: int
    head: int
    """Token of the head noun or the main verb."""
    word: str
    """Head in lower case; the lemma of a verb."""
    number: int = -1
    """Index of the numeral among the sentence's numerals; -1 where the phrase has none."""
    hyphenated: bool = False
    """Whether the numeral counts the word it is hyphenated with (`a 76-seat chamber`), not the head."""
    form: VerbForm = VerbForm.FINITE
    passive: bool = False
    perfect: bool = False
    modal: str | None = None
    negated: bool = False
    genitive: int = -1
    """Token of the possessive mark inside a noun phrase; -1 where there is none."""


@dataclass(frozen=True, slots=True)
class Span:
    """A numeral of the sentence as the chunker sees it: tokens, and whether it counts, dates, or only names."""

    first: int
    last: int
    kind: str
    """`number`, `date` or `other`."""
    measured: bool = False
    """Whether the tokens end in the unit of the number (`40,000 baht`)."""


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
}
QUOTES = frozenset('"“”„«»‘')


def chunk(sentence: Sentence, spans: Sequence[Span]) -> tuple[Chunk, ...]:
    """Return the chunks of a sentence in text order; quotation marks belong to none."""
    words = word_tags(sentence, {at: span.kind for span in spans for at in range(span.first, span.last + 1)})
    starts = {span.first: (index, span) for index, span in enumerate(spans)}
    chunks: list[Chunk] = []
    at, count = 0, len(sentence.words)
    while at < count:
        found = _chunk_at(sentence, words, starts, at)
        if found is None:
            at += 1
            continue
        chunks.append(found)
        at = found.last + 1
    return tuple(chunks)


def _chunk_at(sentence: Sentence, words: Words, starts: dict[int, tuple[int, Span]], at: int) -> Chunk | None:
    word, tag = sentence.words[at], words.tags[at]
    if word in QUOTES:
        return None
    if tag & words.VERBAL:
        return _verb_group(sentence, words, at)
    if tag & words.NOMINAL:
        return _noun_phrase(sentence, words, starts, at)
    if word in _MARKS:
        return Chunk(_MARKS[word], at, at, at, word)
    if tag & Tag.RELATIVE:
        return Chunk(Kind.RELATIVE, at, at, at, word)
    if tag & Tag.PREPOSITION:
        # `since`, `after`, `until` open clauses too; what follows them tells, and the relations look there.
        return Chunk(Kind.PREPOSITION, at, at, at, word)
    if tag & Tag.SUBORDINATOR:
        return Chunk(Kind.SUBORDINATOR, at, at, at, word)
    if tag & Tag.CONJUNCTION:
        return Chunk(Kind.CONJUNCTION, at, at, at, word)
    if tag & (Tag.ADVERB | Tag.NEGATION):
        return Chunk(Kind.ADVERB, at, at, at, word)
    return Chunk(Kind.OTHER, at, at, at, word)


def _noun_phrase(sentence: Sentence, words: Words, starts: dict[int, tuple[int, Span]], first: int) -> Chunk:
    """Read a noun phrase from its first word: determiner, numeral, modifiers, head."""
    at, count = first, len(sentence.words)
    number, hyphenated, genitive, head = -1, False, -1, -1
    after_preposition = first > 0 and bool(words.tags[first - 1] & Tag.PREPOSITION)
    dated = False
    dated_open = _is_month(words, first) or (bool(words.tags[first] & words.DATED) and after_preposition)
    while at < count:
        word, tag = sentence.words[at], words.tags[at]
        if at in starts:
            index, span = starts[at]
            if span.kind == "number":
                if (
                    number >= 0
                    or dated_open
                    or (at > first and not words.tags[at - 1] & (words.OPENER | words.ADJECTIVE))
                ):
                    break
                number = index
                hyphenated = _hyphenated(sentence, span)
                if span.measured:
                    head = span.last
            elif span.kind == "date":
                if head >= 0 and not _is_month(words, head):
                    break
                dated = True
            at = span.last + 1
            continue
        if word in QUOTES:
            at += 1
            continue
        if word in {"'s", "'", "’"} and head >= 0:
            genitive = at
            at += 1
            continue
        if word == "-" and _glued(sentence, at):
            at += 1
            continue
        if not tag & words.NOMINAL or (tag & words.OPENER and at > first and not _opens_only(words, starts, first, at)):
            break
        if dated_open and not _is_month(words, at):
            # `In September courts sentenced …`: a bare month or date closes before the next noun.
            break
        if tag & (words.HEAD | Tag.PRONOUN):
            head = at
        at += 1
        if tag & Tag.PRONOUN and not tag & Tag.DETERMINER:
            break
    last = at - 1
    while last > first and sentence.words[last] in QUOTES:
        last -= 1
    if head < 0:
        head = last
    months_only = all(
        _is_month(words, token) for token in range(first, last + 1) if not words.tags[token] & words.DATED
    )
    kind = Kind.DATE if (dated or months_only) and number < 0 and months_only else Kind.NOUN_PHRASE
    return Chunk(kind, first, last, head, sentence.words[head], number=number, hyphenated=hyphenated, genitive=genitive)


def _is_month(words: Words, at: int) -> bool:
    return bool(words.tags[at] & words.MONTH)


def _glued(sentence: Sentence, at: int) -> bool:
    return (
        0 < at < len(sentence.words) - 1
        and sentence.ends[at - 1] == sentence.starts[at]
        and sentence.ends[at] == sentence.starts[at + 1]
    )


def _hyphenated(sentence: Sentence, span: Span) -> bool:
    at = span.last + 1
    return at < len(sentence.words) and sentence.words[at] in {"-", "‑"} and _glued(sentence, at)


def _opens_only(words: Words, starts: dict[int, tuple[int, Span]], first: int, at: int) -> bool:
    """Tell whether all before a determiner are determiners too (`all the`, `some of` aside)."""
    return all(words.tags[token] & words.OPENER and token not in starts for token in range(first, at))


def _verb_group(sentence: Sentence, words: Words, first: int) -> Chunk:
    """Read auxiliaries, adverbs and the main verb; `to` opens an infinitive."""
    at, count = first, len(sentence.words)
    modal: str | None = None
    negated = be = have = infinitive = False
    main, main_tag = -1, 0
    while at < count:
        word, tag = sentence.words[at], words.tags[at]
        if tag & Tag.MODAL:
            modal = word
        elif tag & Tag.NEGATION and word != "without":
            negated = True
        elif tag & Tag.ADVERB and main < 0 and not tag & words.VERBAL:
            pass
        elif word == "to" and tag & words.VERBAL and main < 0:
            infinitive = not be
            modal = "to" if be else modal
        elif tag & words.VERBAL:
            if main >= 0:
                break
            if tag & Tag.BE:
                be = True
            elif tag & Tag.HAVE:
                have = True
            elif tag & Tag.DO:
                pass
            else:
                main, main_tag = at, tag
        elif word in QUOTES and main < 0:
            pass
        else:
            break
        at += 1
    last = main if main >= 0 else at - 1
    while last > first and words.tags[last] & Tag.ADVERB and not words.tags[last] & words.VERBAL:
        last -= 1
    if main < 0:
        auxiliary = "be" if be else "have" if have else "do"
        return Chunk(Kind.VERB, first, last, last, auxiliary, modal=modal, negated=negated)
    passive = be and bool(main_tag & Tag.VERB_PARTICIPLE) and not main_tag & Tag.VERB_GERUND
    bare = not be and not have and modal is None
    form = VerbForm.FINITE
    if infinitive:
        form = VerbForm.INFINITIVE
    elif main_tag & Tag.VERB_GERUND and not be:
        form = VerbForm.GERUND
    elif bare and main_tag & Tag.VERB_PARTICIPLE:
        form = VerbForm.PAST_OR_PARTICIPLE
    lemma = lexicon().lemmas.get(sentence.words[main], sentence.words[main])
    return Chunk(
        Kind.VERB, first, last, main, lemma, form=form, passive=passive, perfect=have, modal=modal, negated=negated
    )
