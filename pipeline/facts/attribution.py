"""Who states a number: the subject of a verb of reporting, or what follows `according to`."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from pipeline.language.chunks import Chunk, Kind, VerbForm
from pipeline.language.lexicon import Tag, lexicon, words_of
from pipeline.language.nouns import noun_class, singular
from pipeline.numerals.counting import phrase_text
from pipeline.numerals.quantities import Analysis


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
def _acts_too() -> frozenset[str]:
    return frozenset(words_of("statements", "acts_too"))


@cache
def _source_nouns() -> frozenset[str]:
    return frozenset(words_of("statements", "source_nouns"))


def attributions(analysis: Analysis, text: str) -> tuple[Attribution, ...]:
    """Return the attributions of a sentence with the stretch that each covers, the narrowest first."""
    found = [*_according_to(analysis, text), *_by_count(analysis, text), *_reported(analysis, text)]
    return tuple(sorted(found, key=lambda item: (item.last - item.first, item.first)))


def _kind(analysis: Analysis, index: int) -> Kind | None:
    return analysis.chunks[index].kind if 0 <= index < len(analysis.chunks) else None


def _source_text(analysis: Analysis, first: int, text: str) -> tuple[str, int]:
    """Return the name of a source and the last chunk of it: its phrase with the complements that belong to the name."""
    chunks, last = analysis.chunks, first
    while (
        _kind(analysis, last + 1) is Kind.PREPOSITION
        and chunks[last + 1].word in {"of", "on", "for", "against", "in", "by"}
        and _kind(analysis, last + 2) is Kind.NOUN_PHRASE
        and _belongs(analysis, last, last + 2)
    ):
        last += 2
        if (
            _kind(analysis, last + 1) is Kind.CONJUNCTION
            and _kind(analysis, last + 2) is Kind.NOUN_PHRASE
            and analysis.sentence.surfaces[chunks[last + 2].first][0].isupper()
        ):
            last += 2
    if last == first and _kind(analysis, last + 1) is Kind.CONJUNCTION and chunks[last + 1].word == "and":
        nxt = last + 2
        if _kind(analysis, nxt) is Kind.NOUN_PHRASE and chunks[nxt].number < 0 and _kind(analysis, nxt + 1) is Kind.VERB:
            last = nxt
    return _without_descriptor(analysis, text, chunks[first].first, chunks[last].last), last


def _belongs(analysis: Analysis, head: int, complement: int) -> bool:
    """Tell whether a complement is part of a source's name: of an office or group, capitalized, or with `of`."""
    phrase = analysis.chunks[complement]
    if phrase.number >= 0:
        return False
    capital = analysis.sentence.surfaces[phrase.head][0].isupper()
    return capital or analysis.chunks[complement - 1].word in {"of", "by", "for"} or analysis.sentence.surfaces[analysis.chunks[head].head][0].isupper()


def _without_descriptor(analysis: Analysis, text: str, first: int, last: int) -> str:
    """Return a source without its article, and without the description before a proper name (CODING.md 5)."""
    sentence = analysis.sentence
    start = first
    while start < last and lexicon().tags.get(sentence.words[start], 0) & Tag.DETERMINER:
        start += 1
    names = [at for at in range(start, last + 1) if sentence.surfaces[at][0].isupper()]
    if names and names[0] > start and sentence.surfaces[last][0].isupper():
        described = any(noun_class(sentence.words[at]) is not None or sentence.words[at] in _DESCRIPTORS for at in range(start, names[0]))
        lower_after = any(sentence.surfaces[at][0].islower() and sentence.words[at] not in {"of", "for", "and", "on", "the", "in", "against"} for at in range(names[0], last + 1))
        if described and not lower_after and sentence.words[names[0] - 1] not in {"of", "in", "for", "from", "by", "on", "at", "to"}:
            start = names[0]
    elif names and names[0] == start and start < last:
        nouns = [at for at in range(start, last + 1) if sentence.words[at] in {"ngo", "group", "organization", "alliance", "agency"}]
        if nouns and nouns[0] == start and start + 1 <= last and sentence.surfaces[start + 1][0].isupper():
            start += 1
    return phrase_text(analysis, text, start, last)


_DESCRIPTORS = frozenset({"ngo", "monitoring", "rights", "group", "alliance", "website", "newspaper", "watchdog", "spokesperson"})


def _according_to(analysis: Analysis, text: str) -> Iterator[Attribution]:
    chunks = analysis.chunks
    for at, chunk in enumerate(chunks):
        if chunk.word != "according" or _kind(analysis, at + 1) is not Kind.PREPOSITION or _kind(analysis, at + 2) is not Kind.NOUN_PHRASE:
            continue
        source, last = _source_text(analysis, at + 2, text)
        if _only_document(analysis, chunks[at + 2]):
            continue
        first_covered, last_covered = _segment(analysis, at)
        if at > 0 and _kind(analysis, at - 1) is Kind.COMMA and last + 1 < len(chunks) and _kind(analysis, last + 1) is Kind.COMMA:
            # `…, of whom, according to the government, nearly 31,000 …`: an aside covers its own clause.
            opener = _clause_start(analysis, at - 1)
            if _kind(analysis, opener) is Kind.RELATIVE or _kind(analysis, opener - 1) is Kind.RELATIVE:
                first_covered = opener
        elif at > 0 and last >= last_covered - 1:
            first_covered = _segment(analysis, at)[0]
        yield Attribution(source, first_covered, last_covered, f"'according to {source}'")


def _only_document(analysis: Analysis, phrase: Chunk) -> bool:
    """Tell whether `according to` names the law itself (`according to the law`), which sets and does not state."""
    return singular(phrase.word) in {"law", "constitution", "act", "decree", "code", "amendment", "regulation", "legislation", "article"} and not any(
        analysis.sentence.words[at] in {"report"} for at in range(phrase.first, phrase.last + 1)
    )


def _clause_start(analysis: Analysis, index: int) -> int:
    at = index
    while at > 0 and analysis.chunks[at].kind not in {Kind.RELATIVE, Kind.SEMICOLON, Kind.VERB}:
        at -= 1
    return at


def _segment(analysis: Analysis, index: int) -> tuple[int, int]:
    first = last = index
    while first > 0 and analysis.chunks[first - 1].kind is not Kind.SEMICOLON:
        first -= 1
    while last < len(analysis.chunks) - 1 and analysis.chunks[last + 1].kind is not Kind.SEMICOLON:
        last += 1
    return first, last


def _by_count(analysis: Analysis, text: str) -> Iterator[Attribution]:
    """Read `by the electoral commission’s count`, `by official estimates`, `by the count of border monitors`, `X’s data show`."""
    chunks = analysis.chunks
    for at, chunk in enumerate(chunks):
        if chunk.kind is not Kind.PREPOSITION or chunk.word != "by" or _kind(analysis, at + 1) is not Kind.NOUN_PHRASE:
            continue
        phrase = chunks[at + 1]
        if phrase.word not in {"count", "estimate", "estimates", "tally", "figures", "data", "statistics", "calculation", "reckoning", "account", "accounts", "records"}:
            continue
        if _kind(analysis, at + 2) is Kind.PREPOSITION and chunks[at + 2].word == "of" and _kind(analysis, at + 3) is Kind.NOUN_PHRASE:
            source, _ = _source_text(analysis, at + 3, text)
        else:
            source, _ = _source_text(analysis, at + 1, text)
        first, last = _segment(analysis, at)
        yield Attribution(source, first, last, f"'by {source}'")


def _reported(analysis: Analysis, text: str) -> Iterator[Attribution]:
    """Read `X reported (that) …`, `X documented 16 killings`, and the asides `…, X said, …` and `…, X said.`"""
    chunks = analysis.chunks
    for at, verb in enumerate(chunks):
        if verb.kind is not Kind.VERB or verb.word not in _reporting() or verb.form in {VerbForm.INFINITIVE}:
            continue
        if verb.passive:
            yield from _passive_report(analysis, at, text)
            continue
        subject = _subject_before(analysis, at)
        if subject < 0:
            continue
        if not _states(analysis, at, subject):
            continue
        source, last_of_source = _source_text(analysis, subject, text)
        del last_of_source
        first, last = _covered(analysis, at, subject)
        yield Attribution(source, first, last, f"{source!r} is the subject of {analysis.sentence.surfaces[verb.head]!r}")


def _passive_report(analysis: Analysis, verb: int, text: str) -> Iterator[Attribution]:
    """Read `2,140 crimes were recorded by the ministry`."""
    chunks = analysis.chunks
    if _kind(analysis, verb + 1) is Kind.PREPOSITION and chunks[verb + 1].word == "by" and _kind(analysis, verb + 2) is Kind.NOUN_PHRASE:
        source, last = _source_text(analysis, verb + 2, text)
        first = _segment(analysis, verb)[0]
        yield Attribution(source, first, last, f"{source!r} after 'by' and {analysis.sentence.surfaces[chunks[verb].head]!r}")


def _subject_before(analysis: Analysis, verb: int) -> int:
    """Return the chunk that heads the subject of a reporting verb; -1 where a number, pronoun or nothing is its subject."""
    chunks, at = analysis.chunks, verb - 1
    while at >= 0 and chunks[at].kind in {Kind.ADVERB, Kind.DATE} or (_kind(analysis, at) is Kind.PREPOSITION and _kind(analysis, at + 1) is Kind.DATE):
        at -= 1
    if _kind(analysis, at) is Kind.CONJUNCTION:
        # `visited hospitals and counted 3,449`: the subject of the verb before.
        return _shared_subject(analysis, at)
    if _kind(analysis, at) is Kind.COMMA:
        at = _before_aside(analysis, at)
    if _kind(analysis, at) is Kind.CLOSE:
        while at > 0 and chunks[at].kind is not Kind.OPEN:
            at -= 1
        at -= 1
    while _kind(analysis, at) is Kind.NOUN_PHRASE and _kind(analysis, at - 1) is Kind.PREPOSITION and _kind(analysis, at - 2) is Kind.NOUN_PHRASE:
        at -= 2
    while (
        _kind(analysis, at) is Kind.NOUN_PHRASE
        and _kind(analysis, at - 1) is Kind.CONJUNCTION
        and _kind(analysis, at - 2) is Kind.NOUN_PHRASE
        and _kind(analysis, at - 3) in {None, Kind.SEMICOLON, Kind.COMMA, Kind.PREPOSITION}
        and not (_kind(analysis, at - 3) is Kind.COMMA and at > 4)  # noqa: PLR2004
    ):
        at -= 2
        while _kind(analysis, at) is Kind.NOUN_PHRASE and _kind(analysis, at - 1) is Kind.PREPOSITION and _kind(analysis, at - 2) is Kind.NOUN_PHRASE:
            at -= 2
    if _kind(analysis, at) is not Kind.NOUN_PHRASE or _kind(analysis, at - 1) is Kind.VERB:
        return -1
    if _kind(analysis, at - 1) is Kind.PREPOSITION and chunks[at - 1].word not in {"after", "as", "since", "before"}:
        return -1
    return at if _may_state(analysis, chunks[at]) else _pronoun_subject(analysis, at)


def _pronoun_subject(analysis: Analysis, at: int) -> int:
    """Return the source that `it` or `they` stands for: the subject with which the sentence opened."""
    if analysis.chunks[at].word in {"it", "they", "he", "she"}:
        for earlier in range(at):
            chunk = analysis.chunks[earlier]
            if chunk.kind is Kind.NOUN_PHRASE and _may_state(analysis, chunk) and _kind(analysis, earlier - 1) is not Kind.PREPOSITION:
                return earlier
    return -1


def _before_aside(analysis: Analysis, comma: int) -> int:
    """Return the chunk before an apposition that ends at a comma (`OVD-Info, a monitoring group, put …`)."""
    at = comma - 1
    while at > 0 and comma - at < 10 and analysis.chunks[at].kind is not Kind.COMMA:  # noqa: PLR2004 - an apposition is short
        at -= 1
    return at - 1 if _kind(analysis, at) is Kind.COMMA and _kind(analysis, at - 1) in {Kind.NOUN_PHRASE, Kind.CLOSE} else -1


def _shared_subject(analysis: Analysis, conjunction: int) -> int:
    for at in range(conjunction - 1, -1, -1):
        chunk = analysis.chunks[at]
        if chunk.kind is Kind.SEMICOLON:
            return -1
        if chunk.kind is Kind.VERB and chunk.form in {VerbForm.FINITE, VerbForm.PAST_OR_PARTICIPLE} and not chunk.passive:
            subject = _subject_before(analysis, at)
            if subject >= 0:
                return subject
    return -1


def _may_state(analysis: Analysis, phrase: Chunk) -> bool:
    if phrase.number >= 0:
        # `Two NGOs reported` names nobody by number alone, but it is still who states.
        return analysis.sentence.words[phrase.last] not in {"percent"} and phrase.head > phrase.first
    tags = lexicon().tags.get(phrase.word, 0)
    return not tags & (Tag.PRONOUN | Tag.RELATIVE)


def _states(analysis: Analysis, verb: int, subject: int) -> bool:
    """Tell whether a verb of reporting really states here; verbs that are acts too need a clause or a count as object."""
    chunk, chunks = analysis.chunks[verb], analysis.chunks
    after = verb + 1
    while _kind(analysis, after) in {Kind.ADVERB, Kind.DATE} or (_kind(analysis, after) is Kind.PREPOSITION and _kind(analysis, after + 1) is Kind.DATE):
        after += 1
    kind = _kind(analysis, after)
    if kind is Kind.SUBORDINATOR and chunks[after].word == "that" or kind in {Kind.COMMA, None} or (kind is Kind.RELATIVE and chunks[after].word == "that"):
        return chunk.word not in {"hold", "set", "give", "place"} or kind is Kind.SUBORDINATOR
    if chunk.word not in _acts_too():
        return True
    if chunk.word == "set":
        return False
    return _counts_deeds_of_others(analysis, chunk.word, after, subject)


def _counts_deeds_of_others(analysis: Analysis, verb: str, after: int, subject: int) -> bool:
    """Tell whether the object of `record`, `register`, `recognize` is something that others did (CODING.md 5)."""
    del subject
    if verb in {"record", "count", "list", "note", "put", "document", "log", "tally", "maintain", "consider", "verify", "confirm", "publish", "give", "attribute", "speak", "arrive", "find", "show", "observe", "compile", "hold", "place", "describe", "reveal", "deem"}:
        return True
    for at in range(after, min(after + 3, len(analysis.chunks))):
        chunk = analysis.chunks[at]
        if chunk.kind is Kind.NOUN_PHRASE and chunk.number >= 0:
            kind = noun_class(chunk.word)
            return kind in {"person_event", "case"} or singular(chunk.word) in {"asylum", "seeker"}
    return False


def _covered(analysis: Analysis, verb: int, subject: int) -> tuple[int, int]:
    """Return the stretch that a statement covers: to its right the clause; as an aside or at the end, the clause around it."""
    chunks = analysis.chunks
    first, last = _segment(analysis, verb)
    aside = _kind(analysis, subject - 1) is Kind.COMMA and (_kind(analysis, verb + 1) is Kind.COMMA or verb + 1 >= len(chunks) - 1)
    if aside or verb + 2 >= len(chunks):
        return first, last
    end = last
    for at in range(verb + 1, last):
        if chunks[at].kind is Kind.SUBORDINATOR and chunks[at].word in {"while", "whereas", "although", "though"}:
            end = at - 1
            break
        if chunks[at].kind in {Kind.CONJUNCTION, Kind.COMMA} and _new_clause(analysis, at, verb):
            end = at - 1
            break
    return subject, end


def _new_clause(analysis: Analysis, connective: int, verb: int) -> bool:
    """Tell whether a clause with a subject of its own begins that the statement does not cover."""
    chunks, at = analysis.chunks, connective + 1
    if _kind(analysis, connective) is Kind.COMMA and _kind(analysis, at) is Kind.CONJUNCTION:
        return False
    if chunks[connective].kind is Kind.COMMA:
        return False
    complementized = _kind(analysis, verb + 1) is Kind.SUBORDINATOR
    if _kind(analysis, at) is Kind.SUBORDINATOR and chunks[at].word == "that":
        return False
    while _kind(analysis, at) in {Kind.ADVERB, Kind.DATE} or (_kind(analysis, at) is Kind.PREPOSITION and _kind(analysis, at + 1) is Kind.DATE):
        at += 1
    if _kind(analysis, at) is not Kind.NOUN_PHRASE or chunks[at].number >= 0:
        return False
    while _kind(analysis, at + 1) is Kind.PREPOSITION and _kind(analysis, at + 2) is Kind.NOUN_PHRASE:
        at += 2
    return _kind(analysis, at + 1) is Kind.VERB and not complementized and chunks[at + 1].form is not VerbForm.GERUND
