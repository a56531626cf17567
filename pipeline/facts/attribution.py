"""Who states a number: the subject of a verb of reporting, or what follows `according to` (CODING.md 5)."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from pipeline.facts.adverbial_sources import according_to, based_on, by_count
from pipeline.facts.clauses import is_preposition, text_of
from pipeline.facts.scopes import Attribution, aside_span, clause_from, enclosed, segment_of, statement_end, trails
from pipeline.facts.sources import is_figures, may_state, source_at
from pipeline.facts.speakers import owner_of, pronoun_before, subject_of
from pipeline.facts.statements import Manner, makes_statement
from pipeline.language.chunks import Kind, VerbForm
from pipeline.language.lexicon import Tag, lexicon, word_set
from pipeline.language.nouns import noun_class, person_participles
from pipeline.numerals.phrases import POSSESSIVES, is_phrase, is_plain_phrase, kind_at
from pipeline.numerals.quantities import Analysis

_NOWHERE = -2
_TO = frozenset({"to"})
# What a deed is told in, and to whom.
_OF_DEED = frozenset({Kind.NOUN_PHRASE, Kind.PREPOSITION, Kind.ADVERB})
_TOLD = frozenset({"person", "organization"})
_SUFFERERS = frozenset({"dead", "arrested", "detained", "killed", "imprisoned", "deported"})


def attributions(analysis: Analysis, text: str, speaker: str | None = None) -> tuple[Attribution, ...]:
    """Return the attributions of a sentence with the stretch that each covers, the narrowest first.

    `speaker` is who spoke last in the sentence before: `it` or `they` stands for them where the sentence names nobody.
    """
    # With a single number no verb is shared.
    several = len(analysis.readings) > 1
    found = [
        *according_to(analysis, text, speaker),
        *by_count(analysis, text),
        *based_on(analysis, text),
        *_hedged(analysis, text),
        *(_gapped(analysis, text) if several else ()),
        *(_sharing(analysis, text) if several else ()),
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
    while kind_at(analysis, at) is Kind.ADVERB:
        at -= 1
    return (
        kind_at(analysis, at) is Kind.SEMICOLON
        or kind_at(analysis, index + 1) is Kind.RELATIVE
        or kind_at(analysis, index + 2) is Kind.RELATIVE
    )


def _reported(analysis: Analysis, text: str, speaker: str | None) -> Iterator[Attribution]:
    """Read `X reported (that) …`, `X documented 16 killings`, `… was recorded by X`, and the asides `…, X said, …`."""
    for at, verb in enumerate(analysis.chunks):
        if verb.kind is not Kind.VERB or verb.negated or verb.word not in word_set("statements", "reporting"):
            continue
        if verb.modal in {"would", "may", "must", "shall", "should", "might", "to", "will"}:
            continue
        if verb.form is VerbForm.INFINITIVE and is_plain_phrase(analysis, at - 1) and not _is_able(analysis, at - 1):
            # `threats to state security`, `the duty to report 40 cases`
            continue
        if verb.word == "report" and _complains(analysis, at):
            continue
        passive = next(iter(_passive(analysis, at, text)), None)
        if passive is not None:
            yield passive
        elif not verb.passive or _quoted(analysis, at):
            for said in _active(analysis, at, text, speaker):
                first, last = enclosed(analysis, at, said.first, said.last)
                yield replace(said, first=first, last=last)


def _complains(analysis: Analysis, verb: int) -> bool:
    """Tell whether somebody reports a deed to others and states nothing: `women reported abuse to the police`."""
    at = verb + 1
    if not is_plain_phrase(analysis, at):
        return False
    while kind_at(analysis, at) in _OF_DEED and analysis.chunks[at].number < 0:
        if is_preposition(analysis, at, _TO):
            return is_phrase(analysis, at + 1) and noun_class(analysis.chunks[at + 1].word) in _TOLD
        at += 1
    return False


def _is_able(analysis: Analysis, phrase: int) -> bool:
    return analysis.chunks[phrase].word == "able"


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
        if is_phrase(analysis, subject) and may_state(analysis, analysis.chunks[subject]):
            source, _ = source_at(analysis, text, subject)
            yield Attribution(
                source, at, statement_end(analysis, at, clausal=False), f"{source!r} is the subject of 'estimated'"
            )


def _gapped(analysis: Analysis, text: str) -> Iterator[Attribution]:
    """Read `and the ministry at 83` after `put the arrests at 180`, and `the union of 40` after `spoke of 12`.

    The verb is left out.
    """
    numbering = word_set("statements", "at_a_number")
    stated, leading = False, "at"
    for at, chunk in enumerate(analysis.chunks[:-2]):
        if chunk.kind is Kind.VERB and chunk.word == "speak":
            stated, leading = True, "of"
        stated = stated or (chunk.kind is Kind.VERB and (chunk.word in numbering or chunk.word == "estimate"))
        joined = chunk.kind in {Kind.CONJUNCTION, Kind.COMMA, Kind.SEMICOLON}
        if stated and joined:
            yield from _gapped_passive(analysis, at, text)
        joined = joined and is_phrase(analysis, at + 1)
        if not stated or not joined or not may_state(analysis, analysis.chunks[at + 1]):
            continue
        if analysis.chunks[at + 1].word in _SUFFERERS | person_participles():
            # `and the dead at 12`
            continue
        source, last = source_at(analysis, text, at + 1)
        if leading == "of":
            last = at + 1
            source = text_of(analysis, text, last)
        if kind_at(analysis, last + 1) is not Kind.PREPOSITION or analysis.chunks[last + 1].word != leading:
            continue
        number = last + 3 if kind_at(analysis, last + 2) is Kind.ADVERB else last + 2
        if is_phrase(analysis, number) and analysis.chunks[number].number >= 0:
            yield Attribution(source, number, _end_of_whole(analysis, number), f"{source!r} shares the verb before")


def _end_of_whole(analysis: Analysis, number: int) -> int:
    """Return a number's chunk, or the end of its stretch where parts of it follow (`of 590 injured, 12 of whom …`)."""
    comma = next((at for at in range(number + 1, number + 3) if kind_at(analysis, at) is Kind.COMMA), -1)
    part = comma > 0 and is_phrase(analysis, comma + 1) and analysis.chunks[comma + 1].number >= 0
    of_whom = kind_at(analysis, comma + 2) is Kind.PREPOSITION and kind_at(analysis, comma + 3) is Kind.RELATIVE
    return segment_of(analysis, number)[1] if part and of_whom else number


def _gapped_passive(analysis: Analysis, joint: int, text: str) -> Iterator[Attribution]:
    """Read `and at 83 by the ministry` after `was put at 180 by doctors`."""
    number = _over_number(analysis, joint + 1) - 1
    agent = number + 2
    by_source = kind_at(analysis, agent - 1) is Kind.PREPOSITION and analysis.chunks[agent - 1].word == "by"
    if number > joint and by_source and is_phrase(analysis, agent) and may_state(analysis, analysis.chunks[agent]):
        source, last = source_at(analysis, text, agent)
        yield Attribution(source, number, last, f"{source!r} shares the verb before")


def _sharing(analysis: Analysis, text: str) -> Iterator[Attribution]:
    """Read `and the clinic 14` after `the hospital reported 11 deaths`: verb and noun are left out."""
    stating = -1
    for at, chunk in enumerate(analysis.chunks[:-2]):
        if chunk.kind is Kind.VERB:
            stating = at if _states_number(analysis, at) else -1
        joined = chunk.kind in {Kind.CONJUNCTION, Kind.SEMICOLON} and is_plain_phrase(analysis, at + 1)
        # `The army acknowledged 30 deaths, the United Nations 112.`
        joined = joined or (
            chunk.kind is Kind.COMMA and is_plain_phrase(analysis, at + 1) and _is_body(analysis, at + 1)
        )
        if stating < 0 or not joined or not may_state(analysis, analysis.chunks[at + 1]):
            continue
        source, last = source_at(analysis, text, at + 1)
        number = last + 2 if kind_at(analysis, last + 1) in {Kind.COMMA, Kind.ADVERB} else last + 1
        if kind_at(analysis, last + 1) is Kind.COMMA and not _is_definite(analysis, at + 1):
            # `recorded 28 prisoners and detainees, an estimated 15 …`: the bare noun is counted too.
            continue
        alone = is_phrase(analysis, number) and analysis.chunks[number].number >= 0
        if alone and analysis.chunks[number].head == analysis.chunks[number].last:
            yield Attribution(source, number, number, f"{source!r} shares the verb before")


def _is_body(analysis: Analysis, phrase: int) -> bool:
    """Tell whether a phrase names a body, or is determined or a name and no person."""
    kind = noun_class(analysis.chunks[phrase].word)
    return kind == "organization" or (_is_definite(analysis, phrase) and kind is None)


def _is_definite(analysis: Analysis, phrase: int) -> bool:
    """Tell whether a phrase has a determiner or is a name."""
    first = analysis.chunks[phrase].first
    is_determined = bool(lexicon().tags.get(analysis.sentence.words[first], 0) & Tag.DETERMINER)
    return is_determined or analysis.sentence.surfaces[first][0].isupper()


def _states_number(analysis: Analysis, verb: int) -> bool:
    """Tell whether a number stands just behind a verb, and the verb states it of somebody."""
    chunk = analysis.chunks[verb]
    if chunk.word not in word_set("statements", "reporting") or chunk.passive or chunk.negated or chunk.modal:
        return False
    if not is_phrase(analysis, verb + 1) or analysis.chunks[verb + 1].number < 0:
        return False
    subject = subject_of(analysis, verb)
    return subject >= 0 and makes_statement(analysis, verb, subject) is Manner.OBJECT


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
    source, last_of_source = _named(analysis, text, subject, speaker) if subject >= 0 else (speaker or "", meant)
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
    if kind_at(analysis, subject - 1) is Kind.RELATIVE and last_of_source < at:
        # `of whom the ministry said 704 …`, `12 prisoners whom it considered political`: with the number it speaks of.
        begin = subject - 1
        if is_phrase(analysis, subject - 2) and analysis.chunks[subject - 2].number >= 0:
            begin = subject - 2
    yield Attribution(source, begin, statement_end(analysis, at, clausal=manner is Manner.CLAUSE), evidence)


def _named(analysis: Analysis, text: str, subject: int, speaker: str | None) -> tuple[str, int]:
    """Return the source that a subject names and the last chunk of the subject; whoever owns figures states them."""
    source, last = source_at(analysis, text, subject)
    phrase = analysis.chunks[subject]
    if not is_figures(phrase) or analysis.sentence.words[phrase.first] not in POSSESSIVES:
        return source, last
    owner = owner_of(analysis, subject)
    return (source_at(analysis, text, owner)[0] if owner >= 0 else speaker or source), last


def _passive(analysis: Analysis, verb: int, text: str) -> Iterator[Attribution]:
    """Read `2,140 crimes were recorded by the ministry`, `the 311 deaths documented by X`, `as reported by X`."""
    chunks, chunk = analysis.chunks, analysis.chunks[verb]
    if not chunk.passive and chunk.form is not VerbForm.PAST_OR_PARTICIPLE:
        return
    at = _over_number(analysis, verb + 1)
    while kind_at(analysis, at) in {Kind.ADVERB, Kind.DATE} or (
        kind_at(analysis, at) is Kind.PREPOSITION and kind_at(analysis, at + 1) is Kind.DATE
    ):
        at += 1
    by_source = kind_at(analysis, at) is Kind.PREPOSITION and chunks[at].word == "by" and is_phrase(analysis, at + 1)
    if (
        not by_source
        or not may_state(analysis, chunks[at + 1])
        or makes_statement(analysis, verb, at + 1) is Manner.NONE
    ):
        return
    source, last = source_at(analysis, text, at + 1)
    evidence = f"{source!r} after 'by' and {analysis.sentence.surfaces[chunk.head]!r}"
    if chunk.passive or (kind_at(analysis, verb - 1) is Kind.PREPOSITION and chunks[verb - 1].word == "as"):
        yield Attribution(source, segment_of(analysis, verb)[0], max(last, clause_from(analysis, last + 1)), evidence)
    elif is_phrase(analysis, verb - 1) and not is_figures(chunks[verb - 1]):
        base = verb - 1
        while kind_at(analysis, base - 1) is Kind.PREPOSITION and is_phrase(analysis, base - 2):
            base -= 2
        yield Attribution(source, base, last, evidence)


def _over_number(analysis: Analysis, at: int) -> int:
    """Return the chunk after the number that a passive names before its source (`was estimated at 4,000 by UNHCR`)."""
    at_number = kind_at(analysis, at) is Kind.PREPOSITION and analysis.chunks[at].word == "at"
    if at_number and is_phrase(analysis, at + 1) and analysis.chunks[at + 1].number >= 0:
        return at + 2
    return at


def _quoted(analysis: Analysis, verb: int) -> bool:
    """Tell whether a passive names its subject as the source (`the minister was quoted as saying that`)."""
    return (
        analysis.chunks[verb].word in {"quote", "quoted", "cite"}
        and kind_at(analysis, verb + 1) is Kind.PREPOSITION
        and analysis.chunks[verb + 1].word == "as"
    )


def _quotes(analysis: Analysis, verb: int) -> bool:
    """Tell whether a verb quotes its object (`the daily quoted an officer as saying`)."""
    found = kind_at(analysis, verb) is Kind.VERB
    return found and analysis.chunks[verb].word in {"quote", "cite"} and not analysis.chunks[verb].passive


def _speaker_after(analysis: Analysis, verb: int) -> int:
    """Return the subject that follows its verb (`…, said the director of the shelter`); -1 where none does."""
    chunk = analysis.chunks[verb]
    if (
        chunk.word not in {"say", "add", "state", "explain", "claim", "note", "report", "announce", "write", "estimate"}
        or kind_at(analysis, verb - 1) is not Kind.COMMA
    ):
        return -1
    if not is_phrase(analysis, verb + 1) or analysis.chunks[verb + 1].number >= 0 or subject_of(analysis, verb) >= 0:
        return -1
    return verb + 1 if may_state(analysis, analysis.chunks[verb + 1]) else -1


def _of_gerund(analysis: Analysis, verb: int) -> int:
    """Return who states by a gerund: `with police reporting 40`, `issued a report citing 40`, `…, saying that …`."""
    before = verb - 1
    if kind_at(analysis, before) is Kind.PREPOSITION and analysis.chunks[before].word == "as":
        before -= 1
        if is_phrase(analysis, before) and _quotes(analysis, before - 1):
            return before
        return subject_of(analysis, before) if kind_at(analysis, before) is Kind.VERB else -1
    absolute = kind_at(analysis, before - 1) is Kind.PREPOSITION and analysis.chunks[before - 1].word == "with"
    absolute = absolute or (kind_at(analysis, before - 1) is Kind.CONJUNCTION and analysis.sentence.words[0] == "with")
    if is_phrase(analysis, before) and absolute:
        return before if may_state(analysis, analysis.chunks[before]) else -1
    paper = is_phrase(analysis, before) and is_figures(analysis.chunks[before])
    if not paper and kind_at(analysis, before) is not Kind.COMMA:
        return -1
    told = _verb_told_by(analysis, before)
    if told >= 0:
        return subject_of(analysis, told) if not analysis.chunks[told].passive else -1
    return before if paper and told == _NOWHERE else -1


def _verb_told_by(analysis: Analysis, before: int) -> int:
    """Return the verb whose subject a gerund goes on with: one of reporting, else the nearest; `_NOWHERE` for none.

    `The minister said police detained 40, adding that …` goes on with the minister. -1 stands for a semicolon between.
    """
    nearest = _NOWHERE
    for at in range(before - 1, -1, -1):
        chunk = analysis.chunks[at]
        if chunk.kind is Kind.SEMICOLON:
            return -1 if nearest == _NOWHERE else nearest
        if chunk.kind is not Kind.VERB or chunk.form is VerbForm.INFINITIVE:
            continue
        nearest = at if nearest == _NOWHERE else nearest
        if (
            chunk.word in word_set("statements", "reporting")
            and chunk.form is not VerbForm.GERUND
            and subject_of(analysis, at) >= 0
        ):
            return at
    return nearest
