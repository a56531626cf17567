"""Which dates of a sentence may date a number at all: none that tells of something else."""

from bisect import bisect_left
from dataclasses import replace

from pipeline.facts.single_dates import Dating
from pipeline.facts.timelines import Timeline

# A date further from the word that compares is no longer that of the number compared.
_COMPARISON_REACH = 60


def from_outside(line: Timeline, *offsets: int) -> Timeline:
    """Return a timeline without what had been before to those that its main clause counts, or what a deed was for.

    In `freed 12 men whom they had arrested in 2018` the date tells nothing of when they were freed. `offsets` are those
    of a number and its predicate; what is told inside such a clause keeps its dates. With none, no such date is left.
    """
    away = [clause for clause in line.narrowings if not any(offset in clause for offset in offsets)]
    if not away:
        return line
    told = (dating for dating in line.datings if not any(dating.start in clause for clause in away))
    return replace(line, datings=tuple(told))


def after_years(line: Timeline, report_year: int, offset: int) -> Timeline:
    """Return a timeline without the years before the report's in which something else befell those that are counted.

    For `naturalized 40 refugees who fled in 1972`; `offset` is that of the number, which stands behind its verb.
    """
    away = [clause for clause in line.relative_pasts if offset not in clause]
    if not away:
        return line
    former = [
        dating
        for dating in line.datings
        if dating.period.end is not None
        and dating.period.end.year < report_year
        and any(dating.start in clause for clause in away)
    ]
    return replace(line, datings=tuple(one for one in line.datings if one not in former))


def usable_dates(line: Timeline, offset: int | None = None) -> list[Dating]:
    """Return the dates that may date a number: those outside relative clauses to which it does not belong, if any.

    What had been before dates nothing outside its clause.
    """
    if not line.datings:
        return []
    clauses = line.relatives if offset is None else line.clauses_around(offset)
    away = [clause for clause in clauses if offset is None or offset not in clause]
    usable = [
        dating
        for dating in (line.datings if offset is None else line.around(offset))
        if not dating.modifies and not any(clause.backstory and dating.start in clause for clause in away)
    ]
    usable = [
        dating
        for dating in usable
        if not any(dating.start in aside and (offset is None or offset not in aside) for aside in line.asides)
    ]
    if offset is None:
        return usable
    return [dating for dating in usable if not any(dating.start in clause for clause in away)] or usable


def belongs_to_comparison(line: Timeline, dating: Dating) -> bool:
    """Tell whether a date stands near behind a word that sets another number beside one."""
    after = bisect_left(line.comparisons, dating.start)
    return after > 0 and dating.start - line.comparisons[after - 1] < _COMPARISON_REACH
