"""Who states a number: the subject of a verb of reporting, or what follows `according to` (CODING.md 5)."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from pipeline.facts.clauses import is_pronoun
from pipeline.facts.scopes import aside_span, clause_from, segment_of, statement_end, trails
from pipeline.facts.sources import is_figures, kind, may_state, source_at
from pipeline.facts.speakers import pronoun_before, subject_of
from pipeline.facts.statements import Manner, makes_statement
from pipeline.language.chunks import Chunk, Kind, VerbForm
from pipeline.language.lexicon import words_of
from pipeline.language.nouns import singular
from pipeline.numerals.quantities import Analysis

_OWN = frozenset({"its", "their", "his", "her"})


@dataclass(frozen=True, slots=True)
class Attribution:
    """A source and the chunks that it vouches for, both ends inclusive."""

    source: str
    first: int
    last: int
    evidence: str


@cache
def _reporting() -> frozenset[str]:
    return frozenset(words_of("statements", "reporting"))


@cache
def _rules() -> frozenset[str]:
    return frozenset(words_of("statements", "rule_sources"))


def attributions(analysis: Analysis, text: str, speaker: str | None = None) -> tuple[Attribution, ...]:
    """Return the attributions of a sentence with the stretch that each covers, the narrowest first.

    `speaker` is who spoke last in the sentence before: `it` or `they` stands for them where the sentence names nobody.
    """
    found = [
        *_according_to(analysis, text, speaker),
        *_by_count(analysis, text),
        *_hedged(analysis, text),
        *_gapped(analysis, text),
        *_reported(analysis, text, speaker),
    ]
    return tuple(sorted(found, key=lambda item: (item.last - item.first, item.first)))


def source_of(found: Sequence[Attribution], index: int) -> tuple[str | None, str | None]:
    """Return the narrowest source of a chunk and the words that say so; nulls where the report speaks for itself."""
    source = next((item for item in found if item.first <= index <= item.last), None)
    return (source.source, source.evidence) if source is not None else (None, None)


def opens_clause(analysis: Analysis, index: int) -> bool:
    """Tell whether a number opens the stretch after a semicolon, going on about its whole (`…; six of them died`)."""
    at = index - 1
    while kind(analysis, at) is Kind.ADVERB:
        at -= 1
    return (
        kind(analysis, at) is Kind.SEMICOLON
        or kind(analysis, index + 1) is Kind.RELATIVE
        or kind(analysis, index + 2) is Kind.RELATIVE
    )


def _according_to(analysis: Analysis, text: str, speaker: str | None) -> Iterator[Attribution]:
    """Read `according to X`, which covers its clause, as an aside the clause around it, and at the end the sentence."""
    chunks = analysis.chunks
    for at, chunk in enumerate(chunks):
        if (
            chunk.word != "according"
            or kind(analysis, at + 1) is not Kind.PREPOSITION
            or kind(analysis, at + 2) is not Kind.NOUN_PHRASE
        ):
            continue
        if _only_rule(analysis, chunks[at + 2]):
            continue
        source, last = source_at(analysis, text, at + 2)
        if is_pronoun(chunks[at + 2]):
            if speaker is None:
                continue
            source = speaker
        first_covered, last_covered = _around(analysis, at, last)
        yield Attribution(source, first_covered, last_covered, f"'according to {source}'")


def _around(analysis: Analysis, first: int, last: int) -> tuple[int, int]:
    """Return what an adverbial that names a source covers: chunks `first` to `last` are the adverbial itself."""
    if trails(analysis, last):
        return (0, len(analysis.chunks) - 1) if kind(analysis, first - 1) is Kind.COMMA else segment_of(analysis, first)
    if kind(analysis, first - 1) is Kind.COMMA or kind(analysis, first - 1) is Kind.CONJUNCTION:
        return aside_span(analysis, first - 1, last)
    if first > 0 and kind(analysis, first - 1) is not Kind.SEMICOLON:
        # In mid-clause with no commas (`held 400 inmates according to the group, and …`): the clause up to here.
        return segment_of(analysis, first)[0], max(last, clause_from(analysis, last + 1))
    return segment_of(analysis, first)


def _only_rule(analysis: Analysis, phrase: Chunk) -> bool:
    """Tell whether `according to` names the law itself (`according to the law`), which sets and does not state."""
    words = analysis.sentence.words
    return singular(phrase.word) in _rules() and not any(
        words[at] in {"report", "reports"} for at in range(phrase.first, phrase.last + 1)
    )


def _by_count(analysis: Analysis, text: str) -> Iterator[Attribution]:
    """Read `by the commission’s count`, `by official estimates`, `in the union’s estimation`, `per the ministry`."""
    chunks = analysis.chunks
    for at, chunk in enumerate(chunks):
        if (
            chunk.kind is not Kind.PREPOSITION
            or chunk.word not in {"by", "in", "per", "on"}
            or kind(analysis, at + 1) is not Kind.NOUN_PHRASE
        ):
            continue
        phrase = chunks[at + 1]
        if not (_is_per(analysis, at) and may_state(analysis, phrase)) and not _is_count(analysis, at):
            continue
        begin = at + 3 if chunk.word != "per" and _counted_by_others(analysis, at) else at + 1
        source, last = source_at(analysis, text, begin)
        first, end = _around(analysis, at, last)
        yield Attribution(source, first, end, f"'{chunk.word} {source}'")


def _is_per(analysis: Analysis, at: int) -> bool:
    """Tell whether `per` or `as per` names a source, and no rate (`12 per month`)."""
    if analysis.chunks[at].word != "per":
        return False
    begins = kind(analysis, at - 1) in {None, Kind.COMMA}
    return begins or (kind(analysis, at - 1) is Kind.PREPOSITION and analysis.chunks[at - 1].word == "as")


def _is_count(analysis: Analysis, at: int) -> bool:
    """Tell whether a preposition and a noun of counting vouch for the clause (`by its count`, not `in its report`)."""
    preposition, phrase = analysis.chunks[at].word, analysis.chunks[at + 1]
    if phrase.number >= 0 or kind(analysis, at - 1) is Kind.VERB:
        return False
    if analysis.sentence.words[phrase.first] in _OWN:
        # `by its own count, the guild said`: the clause names who counted.
        return False
    counts = frozenset(words_of("statements", "counts"))
    if singular(phrase.word) not in counts and phrase.word not in counts:
        return False
    # `in` and `on` tell where a number stands as well; only the judgement of a named body vouches.
    owned = phrase.genitive > 0 or _counted_by_others(analysis, at)
    return preposition == "by" or (
        owned and singular(phrase.word) in {"estimation", "estimate", "view", "count", "reckoning"}
    )


def _counted_by_others(analysis: Analysis, at: int) -> bool:
    """Tell whether `of` names who counted (`by the count of border monitors`)."""
    return (
        kind(analysis, at + 2) is Kind.PREPOSITION
        and analysis.chunks[at + 2].word == "of"
        and kind(analysis, at + 3) is Kind.NOUN_PHRASE
    )


def _reported(analysis: Analysis, text: str, speaker: str | None) -> Iterator[Attribution]:
    """Read `X reported (that) …`, `X documented 16 killings`, `… was recorded by X`, and the asides `…, X said, …`."""
    for at, verb in enumerate(analysis.chunks):
        if verb.kind is not Kind.VERB or verb.negated or verb.word not in _reporting():
            continue
        if verb.modal in {"would", "may", "must", "shall", "should", "might", "to", "will"}:
            continue
        passive = next(iter(_passive(analysis, at, text)), None)
        if passive is not None:
            yield passive
        elif not verb.passive or _quoted(analysis, at):
            yield from _active(analysis, at, text, speaker)


def _hedged(analysis: Analysis, text: str) -> Iterator[Attribution]:
    """Read `police estimated 8,000 participants`, where the verb was taken for the hedge of the number."""
    for at, phrase in enumerate(analysis.chunks):
        if (
            not at
            or phrase.kind is not Kind.NOUN_PHRASE
            or phrase.number < 0
            or analysis.sentence.words[phrase.first] != "estimated"
        ):
            continue
        subject = at - 1
        if kind(analysis, subject) is Kind.NOUN_PHRASE and may_state(analysis, analysis.chunks[subject]):
            source, _ = source_at(analysis, text, subject)
            yield Attribution(
                source, at, statement_end(analysis, at, clausal=False), f"{source!r} is the subject of 'estimated'"
            )


def _gapped(analysis: Analysis, text: str) -> Iterator[Attribution]:
    """Read `and the ministry at 83` after `put the arrests at 180`: the verb is left out."""
    numbering = words_of("statements", "at_a_number")
    stated = False
    for at, chunk in enumerate(analysis.chunks[:-2]):
        stated = stated or (chunk.kind is Kind.VERB and (chunk.word in numbering or chunk.word == "estimate"))
        joined = (
            chunk.kind in {Kind.CONJUNCTION, Kind.COMMA, Kind.SEMICOLON} and kind(analysis, at + 1) is Kind.NOUN_PHRASE
        )
        if not stated or not joined or not may_state(analysis, analysis.chunks[at + 1]):
            continue
        source, last = source_at(analysis, text, at + 1)
        if kind(analysis, last + 1) is not Kind.PREPOSITION or analysis.chunks[last + 1].word != "at":
            continue
        number = last + 3 if kind(analysis, last + 2) is Kind.ADVERB else last + 2
        if kind(analysis, number) is Kind.NOUN_PHRASE and analysis.chunks[number].number >= 0:
            yield Attribution(source, number, number, f"{source!r} shares the verb before")


def _active(analysis: Analysis, at: int, text: str, speaker: str | None) -> Iterator[Attribution]:
    verb = analysis.chunks[at]
    spoken_after = _speaker_after(analysis, at)
    subject = (
        spoken_after
        if spoken_after >= 0
        else subject_of(analysis, at)
        if verb.form is not VerbForm.GERUND
        else _of_gerund(analysis, at)
    )
    meant = pronoun_before(analysis, at) if subject < 0 and speaker is not None else -1
    if subject < 0 and meant < 0:
        return
    source, last_of_source = source_at(analysis, text, subject) if subject >= 0 else (speaker or "", meant)
    subject = max(subject, meant)
    evidence = f"{source!r} is the subject of {analysis.sentence.surfaces[verb.head]!r}"
    if spoken_after >= 0:
        first, last = segment_of(analysis, at)
        yield Attribution(source, first, last, evidence)
        return
    manner = makes_statement(analysis, at, subject)
    if manner is Manner.NONE:
        return
    if manner is Manner.ASIDE:
        first, last = aside_span(analysis, subject - 1, at) if not trails(analysis, at) else segment_of(analysis, at)
        yield Attribution(source, first, last, evidence)
        return
    begin = at + 1
    if kind(analysis, subject - 1) is Kind.RELATIVE and last_of_source < at:
        # `of whom the ministry said 704 …`, `12 prisoners whom it considered political`: with the number it speaks of.
        begin = subject - 1
        if kind(analysis, subject - 2) is Kind.NOUN_PHRASE and analysis.chunks[subject - 2].number >= 0:
            begin = subject - 2
    yield Attribution(source, begin, statement_end(analysis, at, clausal=manner is Manner.CLAUSE), evidence)


def _passive(analysis: Analysis, verb: int, text: str) -> Iterator[Attribution]:
    """Read `2,140 crimes were recorded by the ministry`, `the 311 deaths documented by X`, `as reported by X`."""
    chunks, chunk = analysis.chunks, analysis.chunks[verb]
    if not chunk.passive and chunk.form is not VerbForm.PAST_OR_PARTICIPLE:
        return
    at = _over_number(analysis, verb + 1)
    while kind(analysis, at) in {Kind.ADVERB, Kind.DATE} or (
        kind(analysis, at) is Kind.PREPOSITION and kind(analysis, at + 1) is Kind.DATE
    ):
        at += 1
    by_source = (
        kind(analysis, at) is Kind.PREPOSITION
        and chunks[at].word == "by"
        and kind(analysis, at + 1) is Kind.NOUN_PHRASE
    )
    if (
        not by_source
        or not may_state(analysis, chunks[at + 1])
        or makes_statement(analysis, verb, at + 1) is Manner.NONE
    ):
        return
    source, last = source_at(analysis, text, at + 1)
    evidence = f"{source!r} after 'by' and {analysis.sentence.surfaces[chunk.head]!r}"
    if chunk.passive or (kind(analysis, verb - 1) is Kind.PREPOSITION and chunks[verb - 1].word == "as"):
        yield Attribution(source, segment_of(analysis, verb)[0], max(last, clause_from(analysis, last + 1)), evidence)
    elif kind(analysis, verb - 1) is Kind.NOUN_PHRASE and not is_figures(chunks[verb - 1]):
        base = verb - 1
        while kind(analysis, base - 1) is Kind.PREPOSITION and kind(analysis, base - 2) is Kind.NOUN_PHRASE:
            base -= 2
        yield Attribution(source, base, last, evidence)


def _over_number(analysis: Analysis, at: int) -> int:
    """Return the chunk after the number that a passive names before its source (`was estimated at 4,000 by UNHCR`)."""
    at_number = kind(analysis, at) is Kind.PREPOSITION and analysis.chunks[at].word == "at"
    if at_number and kind(analysis, at + 1) is Kind.NOUN_PHRASE and analysis.chunks[at + 1].number >= 0:
        return at + 2
    return at


def _quoted(analysis: Analysis, verb: int) -> bool:
    """Tell whether a passive names its subject as the source (`the minister was quoted as saying that`)."""
    return (
        analysis.chunks[verb].word in {"quote", "quoted", "cite"}
        and kind(analysis, verb + 1) is Kind.PREPOSITION
        and analysis.chunks[verb + 1].word == "as"
    )


def _quotes(analysis: Analysis, verb: int) -> bool:
    """Tell whether a verb quotes its object (`the daily quoted an officer as saying`)."""
    found = kind(analysis, verb) is Kind.VERB
    return found and analysis.chunks[verb].word in {"quote", "cite"} and not analysis.chunks[verb].passive


def _speaker_after(analysis: Analysis, verb: int) -> int:
    """Return the subject that follows its verb (`…, said the director of the shelter`); -1 where none does."""
    chunk = analysis.chunks[verb]
    if (
        chunk.word not in {"say", "add", "state", "explain", "claim", "note", "report", "announce", "write", "estimate"}
        or kind(analysis, verb - 1) is not Kind.COMMA
    ):
        return -1
    if (
        kind(analysis, verb + 1) is not Kind.NOUN_PHRASE
        or analysis.chunks[verb + 1].number >= 0
        or subject_of(analysis, verb) >= 0
    ):
        return -1
    return verb + 1 if may_state(analysis, analysis.chunks[verb + 1]) else -1


def _of_gerund(analysis: Analysis, verb: int) -> int:
    """Return who states by a gerund: `with police reporting 40`, `issued a report citing 40`, `…, saying that …`."""
    before = verb - 1
    if kind(analysis, before) is Kind.PREPOSITION and analysis.chunks[before].word == "as":
        before -= 1
        if kind(analysis, before) is Kind.NOUN_PHRASE and _quotes(analysis, before - 1):
            return before
        return subject_of(analysis, before) if kind(analysis, before) is Kind.VERB else -1
    absolute = kind(analysis, before - 1) is Kind.PREPOSITION and analysis.chunks[before - 1].word == "with"
    absolute = absolute or (kind(analysis, before - 1) is Kind.CONJUNCTION and analysis.sentence.words[0] == "with")
    if kind(analysis, before) is Kind.NOUN_PHRASE and absolute:
        return before if may_state(analysis, analysis.chunks[before]) else -1
    paper = kind(analysis, before) is Kind.NOUN_PHRASE and is_figures(analysis.chunks[before])
    if not paper and kind(analysis, before) is not Kind.COMMA:
        return -1
    for at in range(before - 1, -1, -1):
        chunk = analysis.chunks[at]
        if chunk.kind is Kind.SEMICOLON:
            return -1
        if chunk.kind is Kind.VERB and chunk.form is not VerbForm.INFINITIVE:
            return subject_of(analysis, at) if not chunk.passive else -1
    return before if paper else -1
