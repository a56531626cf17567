"""The period of a fact: a date of its own clause, else one that the text carries over to it (CODING.md 3 and 5)."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace

from pipeline.facts import calendar
from pipeline.facts.calendar import NO_PERIOD, Period
from pipeline.facts.resumed_dates import resumed
from pipeline.facts.single_dates import Dating
from pipeline.facts.timelines import Timeline
from pipeline.facts.usable_dates import belongs_to_comparison, usable_dates
from pipeline.record import record

# Characters from one number of a list to the next, at most.
_LIST_GAP = 24
# Characters from the word that opens a change to its first number, a hedge between them.
_FROM = len("from nearly ")


@record
class Dated:
    """The period of a number and the words that it was read from."""

    period: Period
    evidence: str
    point: Period | None = None
    """The day or month at which a count stood, where the text gives one with `by`."""
    carried: bool = False
    """Whether it was carried over from an earlier sentence."""
    begins: bool = False
    """Whether it is when something began, which may run on."""


def period_of(
    line: Timeline, offset: int, rivals: Sequence[int], previous: Period | None, *, fronted: bool = True
) -> Dated | None:
    """Return the period that the text gives to the number at `offset`, null where it gives none.

    `rivals` are the offsets of the other numbers that could claim a date; `previous` is the period of the fact before,
    to which `the same months of 2018` points; `fronted` says that a date which opens the clause goes first.
    """
    line = _without_dates_of_others(line, offset, rivals)
    own = resumed(line.resumptions, line.around(offset), offset) if line.resumptions else None
    own = own or _of_event(line, offset) or _respective(line, offset, rivals) or _of_change(line, offset, rivals)
    own = own or _in_clause(line, offset, rivals, fronted=fronted)
    if own is None:
        own = _in_sentence(line, offset)
    if _tells_former(line, offset, rivals) and (own is None or own.start < offset):
        return Dated(NO_PERIOD, "what had been before, at a time that is not told")
    if own is not None:
        return _resolved(line, own, previous)
    return carried_to(line)


def carried_to(line: Timeline) -> Dated | None:
    """Return what is carried into a sentence as the period of a number in it; null where nothing is."""
    if line.carried is None:
        return None
    return Dated(line.carried, "carried over from an earlier sentence of the paragraph", carried=True)


def _without_dates_of_others(line: Timeline, offset: int, rivals: Sequence[int]) -> Timeline:
    """Return a timeline without dates that are a later number's alone: `held 500, with 142 arrested in May alone`.

    Nor those of a deed with which who is counted is charged: `convicted two men of killing a guard in 2010`.
    """
    others = [
        one
        for one in line.datings
        if (one.alone and any(offset < rival < one.start for rival in rivals)) or offset < one.deed
    ]
    return replace(line, datings=tuple(one for one in line.datings if one not in others)) if others else line


def _tells_former(line: Timeline, offset: int, rivals: Sequence[int]) -> bool:
    """Tell whether a number is what another had been: `won 61 seats, up from 56`."""
    before = bisect_left(line.formers, offset)
    opening = line.formers[before - 1] if before else -2 * _FROM
    return 0 < offset - opening <= _FROM and not any(opening < rival < offset for rival in rivals)


def _of_event(line: Timeline, offset: int) -> Dating | None:
    """Return the date of the event that a number is told of: `the 2014 killing of 43 students`; null for none."""
    near = line.around(offset)
    event = next((dating for dating in reversed(near) if dating.end <= offset < dating.reach), None)
    if event is None or any(
        event.end < other.start < event.reach and not (other.modifies or other.reach) for other in near
    ):
        return None
    return event


def _respective(line: Timeline, offset: int, rivals: Sequence[int]) -> Dating | None:
    """Return the date of a number in `40 and 50 in 2018 and 2019, respectively`: as many dates as numbers."""
    if not line.respectively:
        return None
    numbers = _listed_with(offset, sorted((offset, *rivals)))
    usable = usable_dates(line, offset)
    return usable[numbers.index(offset)] if len(usable) == len(numbers) > 1 else None


def _of_change(line: Timeline, offset: int, rivals: Sequence[int]) -> Dating | None:
    """Return the date of what a number had been before: `rose over the same period of 2016, from 9 to 14`."""
    opens = opens_change(line, offset, rivals)
    measures = [dating for dating in line.around(offset) if dating.measure and dating.end < offset] if opens else []
    return measures[-1] if measures else None


def opens_change(line: Timeline, offset: int, rivals: Sequence[int]) -> bool:
    """Tell whether a number stands right behind the word that opens a comparison: the `from` of `from 9 to 14`."""
    before = bisect_left(line.comparisons, offset)
    opens = before > 0 and offset - line.comparisons[before - 1] <= _FROM
    return opens and not any(line.comparisons[before - 1] < rival < offset for rival in rivals)


def _listed_with(offset: int, numbers: Sequence[int]) -> list[int]:
    """Return the numbers of one list, which stand close together, among them the one at an offset."""
    lists: list[list[int]] = []
    for number in numbers:
        if lists and number - lists[-1][-1] < _LIST_GAP:
            lists[-1].append(number)
        else:
            lists.append([number])
    return next(listed for listed in lists if offset in listed)


def _resolved(line: Timeline, dating: Dating, previous: Period | None) -> Dated | None:
    if dating.relative is None:
        return Dated(dating.period, "a date in the sentence", dating.point, begins=dating.begins)
    near = line.around(dating.start)
    told = [other.period for other in near if other.start < dating.start and not (other.relative or other.modifies)]
    if dating.relative == "same" and dating.year is not None:
        base = told[-1] if told else previous or line.carried
    else:
        base = told[-1] if told else line.carried or previous
    if base is None or base.start is None:
        # Nothing was told for `the same day` to point back to.
        whole_year = None if dating.year is None else calendar.year(dating.year)
        return None if whole_year is None else Dated(whole_year, "a date in the sentence that points back")
    if dating.year is None:
        return Dated(calendar.around(base, dating.relative), "a date in the sentence that points back")
    return Dated(calendar.moved_to(base, dating.year), "the same days of another year")


def of_whole(own: Dated | None, whole: Dated | None) -> Dated | None:
    """Return the period of a part without a date in its sentence: that of its whole, if either has one."""
    return own if whole is None else Dated(whole.period, "the date of the whole")


def of_part(line: Timeline, offset: int, own: Dated | None, whole: Dated | None, whole_offset: int) -> Dated | None:
    """Return the period of a part: that of its whole, unless the part has a date of its own that is no backstory.

    `6,800 of them by August 12` begins where the whole begins; `700,000 of whom had fled since 2017` tells how the
    whole came about.
    """
    if whole is None or own is None:
        return of_whole(own, whole)
    inside = next((clause for clause in line.clauses_around(offset) if offset in clause), None)
    mine = [
        dating
        for dating in usable_dates(line, offset)
        if dating.start > whole_offset
        and _near(line, dating, offset)
        and not (dating.start < offset and (belongs_to_comparison(line, dating) or dating.period == whole.period))
    ]
    if not mine or (inside is not None and line.has_past_perfect and all(dating.start in inside for dating in mine)):
        return Dated(whole.period, "the date of the whole")
    if own.point is not None and _begins_within(whole.period, own.period):
        period = Period(whole.period.start, own.period.end)
        return Dated(period, "from the beginning of the whole to the date in the sentence", own.point)
    return own


def _begins_within(inner: Period, outer: Period) -> bool:
    if inner.start is None or outer.start is None or outer.end is None:
        return False
    return outer.start <= inner.start <= outer.end


def _near(line: Timeline, dating: Dating, offset: int) -> bool:
    """Tell whether a date stands in the clause of a number or before it."""
    _, end = _clause_of(line, offset)
    return dating.start < end


def _clause_of(line: Timeline, offset: int) -> tuple[int, int]:
    after = bisect_right(line.boundaries, offset)
    return line.boundaries[after - 1], line.boundaries[after] if after < len(line.boundaries) else line.end


def _in_clause(line: Timeline, offset: int, rivals: Sequence[int], *, fronted: bool) -> Dating | None:
    """Return the date of the number's own clause: the next one that no other number claims, else the one before.

    `fronted` says that a date which opens the clause goes before those that follow the number.
    """
    start, end = _clause_of(line, offset)
    here = [dating for dating in usable_dates(line, offset) if start <= dating.start < end]
    if line.respectively:
        # `against 187 and 32, respectively, in 2021`: the date is that of all of them.
        listed = _listed_with(offset, sorted((offset, *rivals)))
        rivals = [rival for rival in rivals if rival not in listed]
    after = next((dating for dating in here if dating.start >= offset), None)
    before = next((dating for dating in reversed(here) if dating.start < offset), None)
    later = [
        dating
        for dating in here
        if after is not None and dating.start > after.start and not _compared_between(line, offset, dating.start)
    ]
    if later and before is None and after is not None and any(offset < rival < after.start for rival in rivals):
        # `the trial of 68 men for the death of 789 persons in 1976 resumed in March`: the nearer date is the other's.
        return later[0]
    if before is not None and after is not None and fronted and _is_fronted(line, before, offset, rivals):
        narrower = _lies_within(after.period, before.period) or after.relative
        return after if narrower and not _compared_between(line, offset, after.start) else before
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


def _is_fronted(line: Timeline, dating: Dating, offset: int, rivals: Sequence[int]) -> bool:
    """Tell whether a date opens the clause of a number and tells when it befell what is counted, no announcement.

    In `On August 29 authorities executed 10 men convicted of the June bombings` the later date is of something else.
    """
    opens = (
        dating.start - _clause_of(line, offset)[0] <= len("and on ") and dating.relative is None and not dating.measure
    )
    parted = any(dating.end <= other < offset for other in (*rivals, *line.sayings))
    inside = any(offset in clause and dating.start not in clause for clause in line.clauses_around(offset))
    return opens and not (parted or inside) and not _compared_between(line, dating.start, offset)


def _lies_within(inner: Period, outer: Period) -> bool:
    begins = _begins_within(inner, outer)
    return begins and inner.end is not None and outer.end is not None and inner.end <= outer.end


def _compared_between(line: Timeline, left: int, right: int) -> bool:
    after = bisect_right(line.comparisons, left)
    return after < len(line.comparisons) and line.comparisons[after] < right


def _set_apart(line: Timeline, left: int, right: int) -> bool:
    """Tell whether a comparison parts a date from a number, with no new clause after it to end the comparison."""
    return _compared_between(line, max(left, _clause_of(line, right)[0]), right)


def _in_sentence(line: Timeline, offset: int) -> Dating | None:
    """Return a date of a clause before, else of one after that nothing parts from the number."""
    usable = usable_dates(line, offset)
    before = [dating for dating in usable if dating.start < offset and not _set_apart(line, dating.start, offset)]
    if before:
        # The date of what another number is set beside goes no further: `up from 73 in 2013, and opened 108 cases`.
        return next((dating for dating in reversed(before) if not belongs_to_comparison(line, dating)), None)
    for dating in usable:
        parted = any(offset < boundary <= dating.start for boundary in line.hard) or any(
            # `charged 37 men and on June 4 convicted 34`: the date opens the next clause.
            offset < boundary and 0 <= dating.start - boundary <= len("and ")
            for boundary in line.boundaries
        )
        if dating.start > offset and not parted and not _compared_between(line, offset, dating.start):
            return dating
    return None
