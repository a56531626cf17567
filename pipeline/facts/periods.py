"""The period of a fact: a date of its own clause, else one that the text carries over to it (CODING.md 3 and 5)."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipeline.facts import calendar
from pipeline.facts.calendar import NO_PERIOD, Period
from pipeline.facts.dating import Dating
from pipeline.language.chunks import Chunk, Kind, VerbForm
from pipeline.language.lexicon import words_of
from pipeline.numerals.numeral import Role
from pipeline.numerals.quantities import Analysis

_COMPARING = frozenset({"compared", "versus", "unlike"})
_LAWMAKING = frozenset({"signed", "issued", "passed", "adopted", "enacted", "effect", "force", "promulgated", "amended", "ratified", "decreed"})
_TIME_OPENERS = frozenset({"in", "during", "for", "over", "at", "the"})
_CHANGE = frozenset(
    "up down rise rises rose risen fall falls fell fallen grow grows grew grown increase increases increased increasing decrease "
    "decreases decreased decreasing decline declines declined drop drops dropped climbed jumped doubled tripled change changed".split()
)


@dataclass(frozen=True, slots=True)
class Dated:
    """The period of a number and the words that it was read from."""

    period: Period
    evidence: str
    point: Period | None = None
    """The day or month at which a count stood, where the text gives one with `by`."""
    carried: bool = False
    """Whether it was carried over from an earlier sentence."""


@dataclass(frozen=True, slots=True)
class Clause:
    """A relative clause, offsets in the paragraph."""

    start: int
    end: int
    backstory: bool
    """Whether it tells what had been before."""

    def __contains__(self, offset: int) -> bool:
        return self.start <= offset < self.end


@dataclass(frozen=True, slots=True)
class Timeline:
    """A sentence's dates, its clause boundaries, and what is carried into it."""

    datings: tuple[Dating, ...]
    boundaries: tuple[int, ...]
    """Offsets at which clauses begin, the sentence's start first."""
    hard: tuple[int, ...]
    """Offsets of the boundaries over which no later date reaches back: semicolons and contrasts."""
    comparisons: tuple[int, ...]
    """Offsets of words that set a number beside one of another time (`compared with`, `up from`)."""
    relatives: tuple[Clause, ...]
    """The relative clauses that tell of something else, with the number that one may begin with (`12 of whom`)."""
    has_past_perfect: bool
    """Whether `had` stands in the sentence, as in what went before the events told."""
    makes_law: bool
    """Whether the sentence tells that a law was made or took effect, which dates no event."""
    causes: tuple[int, ...]
    """Offsets of what a penalty or charge is for (`for beating a student`), whose dates are not the penalty's."""
    carried: Period | None


def timeline(analysis: Analysis, found: Sequence[Dating], carried: Period | None) -> Timeline:
    """Return the timeline of a sentence."""
    boundaries, hard = _boundaries(analysis)
    comparisons = tuple(_comparisons(analysis))
    makes_law = not _LAWMAKING.isdisjoint(analysis.sentence.words)
    return Timeline(tuple(found), boundaries, hard, comparisons, tuple(_relatives(analysis)), "had" in analysis.sentence.words, makes_law, tuple(_causes(analysis)), carried)


def _comparisons(analysis: Analysis) -> Iterator[int]:
    """Yield the offsets of words after which a number of another time stands (`compared with`, `up from`, `, against`)."""
    words, starts = analysis.sentence.words, analysis.sentence.starts
    changes = not _CHANGE.isdisjoint(words)
    for at, word in enumerate(words):
        following = words[at + 1] if at + 1 < len(words) else ""
        before = words[at - 1] if at else ""
        if (
            word in _COMPARING
            or (word == "than" and (following in _TIME_OPENERS or _is_number(analysis, at + 1, year=True)))
            or (word == "against" and before in {",", "(", "–", "—", "as"} and _is_number(analysis, at + 1))
            or (word == "from" and (before in {"up", "down"} or (changes and _is_number(analysis, at + 1))))
        ):
            yield starts[at]


def _is_number(analysis: Analysis, token: int, *, year: bool = False) -> bool:
    """Tell whether a numeral that counts (or, with `year`, a date) begins at a token or after a hedge of two words."""
    role = Role.DATE if year else Role.QUANTITY
    return any(reading.role is role and token <= reading.figure.first <= token + (0 if year else 2) for reading in analysis.readings)


def _relatives(analysis: Analysis) -> Iterator[Clause]:
    """Yield where each relative clause that tells of something else than the number before it begins and ends.

    It ends at the comma after its verb, at a semicolon, or with the sentence.
    """
    chunks, starts = analysis.chunks, analysis.sentence.starts
    counts = [reading.figure.start for reading in analysis.readings if reading.role is Role.QUANTITY]
    for at, chunk in enumerate(chunks):
        if chunk.kind is not Kind.RELATIVE or (chunk.word == "that" and _complements(analysis, at)):
            continue
        first = at
        if at and chunks[at - 1].kind is Kind.PREPOSITION:
            first = at - 2 if at > 1 and chunks[at - 2].kind is Kind.NOUN_PHRASE else at - 1
        begin, end = starts[chunks[first].first], _relative_end(analysis, at)
        aside = first > 0 and chunks[first - 1].kind in {Kind.COMMA, Kind.ADVERB}
        backstory = aside and any(starts[other.first] < end and _is_past_perfect(analysis, other) for other in chunks[at:])
        # `the 27 Venezuelans whom the coast guard expelled on May 2`: the clause tells what befell those that the number counts.
        of_counted = first == at and at > 0 and chunks[at - 1].number >= 0
        if backstory or not of_counted or any(begin <= count < end for count in counts):
            yield Clause(begin, end, backstory)


def _is_past_perfect(analysis: Analysis, verb: Chunk) -> bool:
    return verb.kind is Kind.VERB and verb.last > verb.first and analysis.sentence.words[verb.first] == "had"


def _causes(analysis: Analysis) -> Iterator[int]:
    for at, chunk in enumerate(analysis.chunks[:-1]):
        following = analysis.chunks[at + 1]
        gerund = following.kind is Kind.VERB and following.form is VerbForm.GERUND
        if chunk.kind is Kind.PREPOSITION and ((chunk.word in {"for", "of"} and gerund) or chunk.word == "over"):
            yield analysis.sentence.starts[chunk.first]


def _complements(analysis: Analysis, that: int) -> bool:
    """Tell whether `that` opens what a verb of reporting says (`informed parliament on May 2 that …`), and no relative clause."""
    before = next((chunk for chunk in reversed(analysis.chunks[:that]) if chunk.kind is Kind.VERB), None)
    return before is not None and before.word in words_of("statements", "reporting")


def _relative_end(analysis: Analysis, relative: int) -> int:
    told = False
    for chunk in analysis.chunks[relative + 1 :]:
        if chunk.kind is Kind.SEMICOLON or (told and chunk.kind in {Kind.COMMA, Kind.CLOSE, Kind.DASH}):
            return analysis.sentence.starts[chunk.first]
        told = told or chunk.kind is Kind.VERB
    return analysis.sentence.end


def _boundaries(analysis: Analysis) -> tuple[tuple[int, ...], tuple[int, ...]]:
    chunks, starts = analysis.chunks, analysis.sentence.starts
    soft, hard = [analysis.sentence.start], [analysis.sentence.start]
    for at, chunk in enumerate(chunks):
        if chunk.kind is Kind.SEMICOLON or (chunk.kind is Kind.SUBORDINATOR and chunk.word in {"while", "whereas", "although", "though"}):
            soft.append(starts[chunk.first])
            hard.append(starts[chunk.first])
        elif chunk.kind is Kind.CONJUNCTION and _opens_clause(analysis, at):
            soft.append(starts[chunk.first])
    return tuple(soft), tuple(hard)


def _opens_clause(analysis: Analysis, conjunction: int) -> bool:
    """Tell whether a clause, with or without its own subject, begins after a conjunction."""
    chunks, at = analysis.chunks, conjunction + 1
    while at < len(chunks) and chunks[at].kind in {Kind.ADVERB, Kind.COMMA, Kind.SUBORDINATOR, Kind.DATE, Kind.PREPOSITION}:
        at += 1
    if at >= len(chunks):
        return False
    if chunks[at].kind is Kind.VERB:
        return chunks[at].form is not VerbForm.INFINITIVE
    limit = min(len(chunks), at + 9)
    while at < limit and chunks[at].kind in {Kind.NOUN_PHRASE, Kind.PREPOSITION, Kind.ADVERB, Kind.DATE}:
        at += 1
    return at < limit and chunks[at].kind is Kind.VERB and chunks[at].form in {VerbForm.FINITE, VerbForm.PAST_OR_PARTICIPLE}


def period_of(line: Timeline, offset: int, rivals: Sequence[int], previous: Period | None) -> Dated | None:
    """Return the period that the text gives to the number at `offset`, null where it gives none.

    `rivals` are the offsets of the other numbers that could claim a date; `previous` is the period of the fact before, to which
    `the same months of 2018` points.
    """
    own = _in_clause(line, offset, rivals)
    if own is None:
        own = _in_sentence(line, offset)
    if own is not None:
        return _resolved(line, own, previous)
    if line.carried is not None:
        return Dated(line.carried, "carried over from an earlier sentence of the paragraph", carried=True)
    return None


def _resolved(line: Timeline, dating: Dating, previous: Period | None) -> Dated:
    if dating.relative is None:
        return Dated(dating.period, "a date in the sentence", dating.point)
    told = [other.period for other in line.datings if other.start < dating.start and other.relative is None and not other.modifies]
    base = previous or line.carried if dating.relative == "same" and dating.year is not None else (told or [line.carried or previous])[-1]
    if base is None or base.start is None:
        return Dated(NO_PERIOD if dating.year is None else calendar.year(dating.year), "a date in the sentence that points back")
    if dating.year is None:
        return Dated(calendar.around(base, dating.relative), "a date in the sentence that points back")
    return Dated(calendar.moved_to(base, dating.year), "the same days of another year")


def of_part(line: Timeline, offset: int, own: Dated | None, whole: Dated | None, whole_offset: int) -> Dated | None:
    """Return the period of a part: that of its whole, unless the part has a date of its own that is no backstory.

    `6,800 of them by August 12` begins where the whole begins; `700,000 of whom had fled since 2017` tells how the whole came about.
    """
    if whole is None or own is None:
        return own if whole is None else Dated(whole.period, "the date of the whole")
    inside = next((clause for clause in line.relatives if offset in clause), None)
    mine = [
        dating
        for dating in _usable(line, offset)
        if dating.start > whole_offset
        and _near(line, dating, offset)
        and not (dating.start < offset and _belongs_to_comparison(line, dating))
    ]
    since_whole = [dating for dating in mine if not _dates_whole(line, dating, offset, whole)]
    mine = since_whole
    if not mine or (inside is not None and line.has_past_perfect and all(dating.start in inside for dating in mine)):
        return Dated(whole.period, "the date of the whole")
    start = whole.period.start
    if own.point is not None and start is not None and own.period.end is not None and own.period.start is not None:
        if own.period.start <= start <= own.period.end:
            return Dated(Period(start, own.period.end), "from the beginning of the whole to the date in the sentence", own.point)
    return own


def _dates_whole(line: Timeline, dating: Dating, offset: int, whole: Dated) -> bool:
    """Tell whether a date between whole and part is the one that dates the whole."""
    del line
    return dating.start < offset and dating.period == whole.period


def _near(line: Timeline, dating: Dating, offset: int) -> bool:
    """Tell whether a date stands in the clause of a number or before it."""
    _, end = _clause_of(line, offset)
    return dating.start < end


def _clause_of(line: Timeline, offset: int) -> tuple[int, int]:
    start = max(boundary for boundary in line.boundaries if boundary <= offset)
    end = min((boundary for boundary in line.boundaries if boundary > offset), default=1 << 60)
    return start, end


def _usable(line: Timeline, offset: int | None = None) -> list[Dating]:
    """Return the dates that may date the number at an offset: those outside relative clauses to which it does not belong, if any.

    What had been before dates nothing outside its clause.
    """
    away = [clause for clause in line.relatives if offset is None or offset not in clause]
    usable = [
        dating
        for dating in line.datings
        if not dating.modifies and not any(clause.backstory and dating.start in clause for clause in away)
    ]
    if offset is None:
        return usable
    return [dating for dating in usable if not any(dating.start in clause for clause in away)] or usable


def _in_clause(line: Timeline, offset: int, rivals: Sequence[int]) -> Dating | None:
    """Return the date of the number's own clause: the next one that no other number claims, else the one before."""
    start, end = _clause_of(line, offset)
    here = [dating for dating in _usable(line, offset) if start <= dating.start < end]
    after = next((dating for dating in here if dating.start >= offset), None)
    before = next((dating for dating in reversed(here) if dating.start < offset), None)
    if after is not None and not _compared_between(line, offset, after.start):
        claimed = any(offset < rival < after.start for rival in rivals)
        of_cause = before is not None and any(offset < cause < after.start for cause in line.causes)
        if not claimed and not of_cause:
            return after
        if before is None:
            return after
    if before is not None and not _compared_between(line, before.start, offset):
        return before
    if before is not None and after is None:
        return before if not any(before.start > rival for rival in rivals if rival < offset) else None
    return None


def _compared_between(line: Timeline, left: int, right: int) -> bool:
    return any(left < comparison < right for comparison in line.comparisons)


def _set_apart(line: Timeline, left: int, right: int) -> bool:
    """Tell whether a comparison parts a date from a number, with no new clause after it to end the comparison."""
    last = max((boundary for boundary in line.boundaries if boundary <= right), default=left)
    return _compared_between(line, max(left, last), right)


def _in_sentence(line: Timeline, offset: int) -> Dating | None:
    """Return a date of a clause before, else of one after that nothing parts from the number."""
    usable = _usable(line, offset)
    before = [dating for dating in usable if dating.start < offset and not _set_apart(line, dating.start, offset)]
    if before:
        opening = [dating for dating in before if not _belongs_to_comparison(line, dating)]
        return (opening or before)[-1] if before else None
    for dating in usable:
        parted = any(offset < boundary <= dating.start for boundary in line.hard)
        if dating.start > offset and not parted and not _compared_between(line, offset, dating.start):
            return dating
    return None


def _belongs_to_comparison(line: Timeline, dating: Dating) -> bool:
    return any(comparison < dating.start < comparison + 60 for comparison in line.comparisons)


def carried_after(line: Timeline, report_year: int, *, statutory: bool) -> Period | None:
    """Return what a sentence hands on to the next: the date of the events it tells, else what it was handed itself.

    A date of another year than the report's does not replace one of the report's year: it tells backstory.
    """
    if statutory and line.makes_law:
        return line.carried
    usable = [
        dating
        for dating in _usable(line)
        if dating.relative is None and dating.period.start is not None and not _belongs_to_comparison(line, dating)
    ]
    if not usable:
        return line.carried
    chosen = usable[0].period
    if len(usable) > 1 and _pair(usable[0], usable[1]):
        chosen = calendar.spanned(usable[0].period, usable[1].period)
    held = line.carried
    if held is not None and held.start is not None and held.start.year == report_year and chosen.start is not None and chosen.start.year != report_year:
        return held
    return chosen


def _pair(left: Dating, right: Dating) -> bool:
    """Tell whether two dates are coordinated directly (`on October 8 and October 30`)."""
    return 0 < right.start - left.end <= len(" and ") and left.period.start is not None and right.period.end is not None
