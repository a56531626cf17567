"""What the dates of a sentence mean for the next, and what a moment in a clause of its own means for a number."""

from bisect import bisect_right
from collections.abc import Collection
from dataclasses import replace

from pipeline.facts import calendar
from pipeline.facts.calendar import Period
from pipeline.facts.single_dates import Dating
from pipeline.facts.timelines import Timeline
from pipeline.facts.usable_dates import belongs_to_comparison, from_outside, usable_dates

# What is counted as it stands at a moment; of anything else a date tells when it befell.
STANDING = frozenset(
    {
        "party.registered_parties",
        "detention.persons_in_custody",
        "detention.political_prisoners",
        "migration.refugees",
        "migration.asylum_seekers",
        "migration.displaced_persons",
        "migration.stateless_persons",
        "migration.migrant_workers",
        "representation.share",
        "election.seats_won",
        "election.seats_total",
    }
)


def of_event(line: Timeline, offset: int, part: int | None) -> Timeline:
    """Return a timeline as a number sees it that tells what befell.

    In `police arrested 12 men, who remained in custody at year's end` and `…, and the trial was pending as of May` the
    moment tells nothing of the arrests, nor in `of the 40 men arrested, 12 remained in custody at year's end`, where
    `part` is the offset of the part.
    """
    apart = [
        dating
        for dating in line.datings
        if dating.moment and (_stands_apart(line, offset, dating) or (part is not None and part < dating.start))
    ]
    return replace(line, datings=tuple(one for one in line.datings if one not in apart)) if apart else line


def without_moments(line: Timeline, offset: int) -> Timeline:
    """Return a timeline without the moments behind a number that tells of an event as what remains.

    In `kidnapped 26 workers, 13 of whom remained captive at year's end` the moment tells nothing of the kidnapping.
    """
    kept = tuple(one for one in line.datings if not (one.moment and one.point is None and one.start > offset))
    return line if len(kept) == len(line.datings) else replace(line, datings=kept)


def of_vote(line: Timeline) -> Timeline:
    """Return a timeline as a result of an election sees it, of which the date of the election is its own.

    For `after the July 7 elections women held 25 seats`, where for any other number the date is another event's.
    """
    if any(not dating.modifies for dating in line.datings):
        return line
    freed = (replace(dating, modifies=False) if _tells_vote(line, dating) else dating for dating in line.datings)
    return replace(line, datings=tuple(freed))


def _tells_vote(line: Timeline, dating: Dating) -> bool:
    """Tell whether a date is that of the election told of, no other that it is set beside."""
    return dating.vote and not dating.measure and not belongs_to_comparison(line, dating)


def vote_told(line: Timeline, held: Period | None) -> Period | None:
    """Return when the election was of which a sentence tells, else `held`, that of a sentence before."""
    return next((one.period for one in line.datings if _tells_vote(line, one) and one.period.end is not None), held)


def _stands_apart(line: Timeline, offset: int, moment: Dating) -> bool:
    """Tell whether a moment behind a number is that of a clause of its own."""
    if moment.start < offset:
        return False
    boundary = bisect_right(line.boundaries, offset)
    if boundary < len(line.boundaries) and line.boundaries[boundary] < moment.start:
        return True
    if any(offset < absolute < moment.start for absolute in line.absolutes):
        return True
    return any(moment.start in clause and offset not in clause for clause in line.clauses_around(moment.start))


def carried_after(
    line: Timeline, report_year: int, *, statutory: bool, told: Collection[Period], befell: Collection[Period]
) -> Period | None:
    """Return what a sentence hands on to the next: the date of the events it tells, else what it was handed itself.

    A date of another year than the report's does not replace one of the report's year: it tells backstory. A moment at
    which something stood (`the inquiry continued at year's end`) is handed on only if it is among those `told` of a
    number, and that of an election of another year only if it is among those at which something else `befell`.
    """
    if statutory and line.makes_law:
        return line.carried
    usable = [
        dating
        for dating in usable_dates(from_outside(line))
        if dating.relative is None
        and not dating.enacts
        and not dating.deed
        and dating.period.start is not None
        and (not dating.moment or dating.period in told)
        and not belongs_to_comparison(line, dating)
        and not (dating.vote and dating.period.start.year != report_year and dating.period not in befell)
        # `had killed 400 persons since 2012` looks back.
        and not (dating.period.end is None and dating.period.start.year != report_year)
        # `the most recent of which expired in 2021`, `a holiday that marks the independence of 1918`: of a noun.
        and not (dating.period.start.year != report_year and any(dating.start in gloss for gloss in line.glosses))
    ]
    if not usable:
        return line.carried
    if len(usable) > 1 and _announces(line, usable[0], usable[1]):
        # `On June 6 a website published a video of the killings of May 18`: the later date is that of the events.
        del usable[0]
    chosen = usable[0].period
    if len(usable) > 1 and _pair(usable[0], usable[1]):
        chosen = calendar.spanned(usable[0].period, usable[1].period)
    held = line.carried
    if (
        held is not None
        and held.start is not None
        and held.start.year == report_year
        and chosen.start is not None
        and chosen.start.year != report_year
    ):
        return held
    return chosen


def standing_since(line: Timeline, held: Period | None) -> Period | None:
    """Return what runs on since the beginning that a sentence tells, else `held`.

    For `have raided mines since 2015` and `raids on mines began in 2015`.
    """
    runs = (
        calendar.since(dating.period)
        for dating in usable_dates(line)
        if (dating.period.end is None or dating.begins) and not dating.measure
    )
    return next((period for period in runs if period.start is not None), held)


def _announces(line: Timeline, first: Dating, second: Dating) -> bool:
    """Tell whether a day is that on which something was said of an earlier day of the year, which follows."""
    told, said = second.period, first.period
    if told.start is None or told.end is None or said.start is None or told.start.year != said.start.year:
        return False
    earlier = told.end < said.start == said.end
    return earlier and any(first.end <= saying < second.start for saying in line.sayings)


def _pair(left: Dating, right: Dating) -> bool:
    """Tell whether two dates are coordinated directly (`on October 8 and October 30`)."""
    return 0 < right.start - left.end <= len(" and ") and left.period.start is not None and right.period.end is not None
