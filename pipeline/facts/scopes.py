"""How far a statement reaches: the clauses that a source vouches for, as chunks of a sentence."""

from pipeline.facts.steps import closing
from pipeline.language.chunks import Kind, VerbForm
from pipeline.language.lexicon import word_set
from pipeline.language.nouns import noun_class
from pipeline.numerals.phrases import is_phrase, kind_at
from pipeline.numerals.quantities import Analysis
from pipeline.record import record

# No sentence of prose has more chunks on either side; the bound keeps the work linear in any text.
_WIDEST = 200
# Chunks from one act of a list to the last.
_LISTED = 14
_CONTRASTS = frozenset({"while", "whereas", "although", "though"})
_FINITE = frozenset({VerbForm.FINITE, VerbForm.PAST_OR_PARTICIPLE})
_TIMES = frozenset({"year", "month", "week", "day", "course", "period", "time", "quarter", "end", "beginning"})


@record
class Attribution:
    """A source and the chunks that it vouches for, both ends inclusive."""

    source: str
    first: int
    last: int
    evidence: str


def _parts(analysis: Analysis, index: int) -> bool:
    """Tell whether a semicolon stands at an index; a colon leads on, and parts nothing."""
    chunk = analysis.chunks[index]
    return chunk.kind is Kind.SEMICOLON and chunk.word == ";"


def segment_of(analysis: Analysis, index: int) -> tuple[int, int]:
    """Return first and last chunk of the stretch between semicolons in which a chunk stands."""
    first = last = index
    lowest, highest = max(0, index - _WIDEST), min(len(analysis.chunks) - 1, index + _WIDEST)
    if ";" not in analysis.sentence.words:
        return lowest, highest
    while first > lowest and not _parts(analysis, first - 1):
        first -= 1
    while last < highest and not _parts(analysis, last + 1):
        last += 1
    return first, last


def enclosed(analysis: Analysis, at: int, first: int, last: int) -> tuple[int, int]:
    """Return a stretch cut to the parentheses around a chunk where a number stands in them (`(80 according to X)`)."""
    opening = _bracket_before(analysis, at)
    if opening < 0:
        return first, last
    closing_at = closing(analysis, opening)
    if all(chunk.number < 0 for chunk in analysis.chunks[opening:closing_at]):
        return first, last
    return max(first, opening), min(last, closing_at)


def _bracket_before(analysis: Analysis, at: int) -> int:
    """Return the parenthesis that is open where a chunk stands; -1 for none."""
    for place in range(at - 1, max(-1, at - _WIDEST), -1):
        if analysis.chunks[place].kind is Kind.CLOSE:
            return -1
        if analysis.chunks[place].kind is Kind.OPEN:
            return place
    return -1


def trails(analysis: Analysis, last: int) -> bool:
    """Tell whether nothing but dates, adverbs and where it was said follows a chunk to the end of the sentence."""
    at = last + 1
    if is_phrase(analysis, at) and analysis.chunks[at].number < 0 and kind_at(analysis, last) is Kind.VERB:
        # Whom they told: `…, the lawyer told reporters.`
        at += 1
    while at < len(analysis.chunks):
        chunk = analysis.chunks[at]
        if (
            chunk.kind is Kind.PREPOSITION
            and kind_at(analysis, at + 1) in {Kind.DATE, Kind.NOUN_PHRASE}
            and analysis.chunks[at + 1].number < 0
        ):
            at += 2
        elif chunk.kind in {Kind.ADVERB, Kind.DATE, Kind.OTHER, Kind.CLOSE}:
            at += 1
        else:
            return False
    return True


def clause_from(analysis: Analysis, index: int) -> int:
    """Return the last chunk before the next clause that has a subject of its own, from an index on."""
    _, last = segment_of(analysis, min(index, len(analysis.chunks) - 1))
    for at in range(index, last):
        if _contrasts(analysis, at) or (
            kind_at(analysis, at) is Kind.CONJUNCTION and _subject_and_verb(analysis, at + 1)
        ):
            return at - 1
    return last


def aside_span(analysis: Analysis, opening: int, last: int) -> tuple[int, int]:
    """Return what an aside covers: the relative or coordinate clause that it stands in, else the whole stretch.

    `opening` is the chunk before the aside, a comma as a rule, and `last` the last chunk of the aside.
    """
    first, end = segment_of(analysis, last)
    at = opening
    while at > first:
        chunk = analysis.chunks[at]
        if chunk.kind is Kind.RELATIVE:
            return _whole_relative(analysis, at, first), end
        if chunk.kind is Kind.CONJUNCTION and opening - at <= 1:
            return at, end
        if _contrasts(analysis, at):
            return at, end
        if chunk.kind is Kind.VERB:
            break
        at -= 1
    return first, _before_contrast(analysis, last + 1, end)


def _whole_relative(analysis: Analysis, relative: int, first: int) -> int:
    """Return where a relative clause begins, with the number that stands before it (`12 of whom`)."""
    at = relative
    if kind_at(analysis, at - 1) is Kind.PREPOSITION:
        at -= 1
        if is_phrase(analysis, at - 1) and kind_at(analysis, at - 2) in {
            Kind.COMMA,
            Kind.ADVERB,
            Kind.PREPOSITION,
            Kind.OPEN,
        }:
            at -= 1
    return max(first, at)


def _contrasts(analysis: Analysis, at: int) -> bool:
    return kind_at(analysis, at) is Kind.SUBORDINATOR and analysis.chunks[at].word in _CONTRASTS


def _before_contrast(analysis: Analysis, begin: int, end: int) -> int:
    """Return the last chunk before a contrast that another source answers for, else the end."""
    for at in range(begin, end):
        if _contrasts(analysis, at) and _states_otherwise(analysis, at, end):
            return at - 1
    return end


def _states_otherwise(analysis: Analysis, at: int, end: int) -> bool:
    return any(
        chunk.kind is Kind.VERB and chunk.word in word_set("statements", "reporting")
        for chunk in analysis.chunks[at : end + 1]
    )


def statement_end(analysis: Analysis, verb: int, *, clausal: bool) -> int:
    """Return the last chunk that a statement covers to the right of its verb.

    It ends before a contrast, before `but` and a clause, and, where its object is no clause, before a clause with a
    subject or an act of its own.
    """
    _, last = segment_of(analysis, verb)
    aside = not clausal and _opens_aside(analysis, verb)
    for at in range(verb + 1, last):
        kind = analysis.chunks[at].kind
        if (kind is Kind.SUBORDINATOR and _contrasts(analysis, at)) or (aside and _goes_on(analysis, at)):
            return at - 1
        if kind is Kind.CONJUNCTION and _ends_at(analysis, at, verb, clausal=clausal):
            return at - 1
        if kind is Kind.COMMA and not clausal and _lists_act(analysis, at, verb):
            return at - 1
    return last


def _opens_aside(analysis: Analysis, verb: int) -> bool:
    """Tell whether a verb stands in a relative clause behind a comma: `The ministry, which counted 40 dead, fined`."""
    at = verb - 1
    while kind_at(analysis, at) is Kind.ADVERB:
        at -= 1
    if kind_at(analysis, at) is not Kind.RELATIVE or kind_at(analysis, at - 1) is not Kind.COMMA:
        return False
    # Around `a riot in jail, which the union said left 12 dead, …` no clause is left open by a verb.
    return all(chunk.kind is not Kind.VERB for chunk in analysis.chunks[:at])


def _goes_on(analysis: Analysis, at: int) -> bool:
    """Tell whether a comma leads back to the verb of the clause around an aside."""
    if kind_at(analysis, at) is not Kind.COMMA:
        return False
    at += 1
    while kind_at(analysis, at) is Kind.ADVERB:
        at += 1
    governs = kind_at(analysis, at) is Kind.VERB and analysis.chunks[at].form in _FINITE
    # `who counted 90 persons held, beaten, or killed`: a participle of a list has no object.
    return (
        governs and is_phrase(analysis, at + 1) and analysis.chunks[at].word not in word_set("statements", "reporting")
    )


def _lists_act(analysis: Analysis, comma: int, verb: int) -> bool:
    """Tell whether a comma leads to the next of several acts: `recorded 90 thefts, held 12 men, and fined 40`."""
    following = comma + 1
    act = kind_at(analysis, following) is Kind.VERB and analysis.chunks[following].form in _FINITE
    if not act or analysis.chunks[following].passive or not is_phrase(analysis, following + 1):
        return False
    if any(chunk.kind in {Kind.RELATIVE, Kind.VERB} for chunk in analysis.chunks[verb + 1 : comma]):
        return False
    return any(
        kind_at(analysis, at) is Kind.CONJUNCTION and kind_at(analysis, at + 1) is Kind.VERB
        for at in range(following, min(len(analysis.chunks), following + _LISTED))
    )


def _ends_at(analysis: Analysis, conjunction: int, verb: int, *, clausal: bool) -> bool:
    word = analysis.chunks[conjunction].word
    following = _skip(analysis, conjunction + 1)
    if kind_at(analysis, following) in {Kind.SUBORDINATOR, Kind.RELATIVE} and analysis.chunks[following].word == "that":
        return False
    clause = _subject_and_verb(analysis, conjunction + 1) and not _goes_with_number(analysis, conjunction)
    if word == "but":
        return clause
    if clausal:
        return False
    if clause:
        return True
    if kind_at(analysis, following) is not Kind.VERB or analysis.chunks[following].form not in _FINITE:
        return False
    # A second verb of the same subject: an act of its own, unless it belongs to a clause inside the object.
    inside = any(chunk.kind in {Kind.RELATIVE, Kind.VERB} for chunk in analysis.chunks[verb + 1 : conjunction])
    return not inside and kind_at(analysis, following + 1) is not Kind.PREPOSITION


def _goes_with_number(analysis: Analysis, conjunction: int) -> bool:
    """Tell whether a noun joined to a number’s own has a participle for verb: `counted 63 bloggers and poets held`."""
    before, noun, verb = conjunction - 1, conjunction + 1, conjunction + 2
    if not is_phrase(analysis, before) or analysis.chunks[before].number < 0 or not is_phrase(analysis, noun):
        return False
    if kind_at(analysis, verb) is not Kind.VERB or is_phrase(analysis, verb + 1):
        return False
    done = analysis.chunks[verb]
    bare = done.form is VerbForm.PAST_OR_PARTICIPLE and done.first == done.last and not done.passive
    alike = noun_class(analysis.chunks[before].word) == noun_class(analysis.chunks[noun].word) == "person"
    return bare and alike and done.word not in word_set("verbs", "intransitive")


def _skip(analysis: Analysis, at: int) -> int:
    while kind_at(analysis, at) in {Kind.ADVERB, Kind.DATE, Kind.COMMA} or _leads_to_time(analysis, at):
        # `in the course of the year the courts fined`: a preposition with what it leads to.
        at += 2 if kind_at(analysis, at) is Kind.PREPOSITION else 1
    return at


def _leads_to_time(analysis: Analysis, at: int) -> bool:
    if kind_at(analysis, at) is not Kind.PREPOSITION or at + 1 >= len(analysis.chunks):
        return False
    following = analysis.chunks[at + 1]
    is_time = following.kind is Kind.NOUN_PHRASE and following.number < 0 and following.word in _TIMES
    return is_time or following.kind is Kind.DATE


def _subject_and_verb(analysis: Analysis, at: int) -> bool:
    """Tell whether a clause with a subject that is no number begins at an index."""
    at = _skip(analysis, at)
    if not is_phrase(analysis, at) or analysis.chunks[at].number >= 0:
        return False
    while kind_at(analysis, at + 1) is Kind.PREPOSITION and is_phrase(analysis, at + 2):
        at += 2
    at = _skip(analysis, at + 1)
    return kind_at(analysis, at) is Kind.VERB and analysis.chunks[at].form in _FINITE
