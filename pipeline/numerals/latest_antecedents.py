"""The noun of the latest number of a kind, which `of them`, `of whom` and what is said of persons take up."""

from collections.abc import Iterator, Sequence

from pipeline.language.chunks import Kind
from pipeline.numerals.counted import NOTHING, Counted, Earlier, Source
from pipeline.numerals.phrases import is_chunk
from pipeline.numerals.quantities import Analysis


def main_antecedent(earlier: Sequence[Earlier], here: int, *, head: str | None = None) -> Counted:
    """Return the noun that `of them` takes up: of the latest number that is no part and set beside no other.

    A number of things named by `head` comes first (`of these inmates`). A sentence that only compares is passed over:
    `convicted 40. This compared with 13 in 2018. Of those convicted, …`.
    """
    between = [found.compared for found in earlier if found.sentence == here - 1]
    reach = 2 if between and all(between) else 1
    main = [
        index
        for index, found in enumerate(earlier)
        if here - found.sentence <= reach
        and found.counts_things
        and not (found.side or found.locative or found.included)
    ]
    # `60 of the 90 detainees had been tried; 43 of them …`: the ones who had been tried are meant.
    divided = {(one.sentence, one.counted.chunk) for one in earlier if one.counted.source is Source.PARTITIVE}
    main = [at for at in main if (earlier[at].sentence, earlier[at].quantity.chunk) not in divided]
    named = [index for index in main if earlier[index].counted.head == head]
    return taken(earlier, (named or main)[-1], subset=True) if main else latest_antecedent(earlier, here)


def named_antecedent(earlier: Sequence[Earlier], here: int, head: str) -> Counted:
    """Return the noun that `of the executions` names again: of the latest number of executions told before.

    A sentence may stand between that tells of no other number of them.
    """
    for index, found in _latest_first(earlier, here, sentences=3):
        if found.counts_things and found.counted.head == head and not (found.side or found.locative or found.included):
            return taken(earlier, index, subset=True)
    return NOTHING


def latest_antecedent(earlier: Sequence[Earlier], here: int) -> Counted:
    """Return the noun that `of whom` takes up: of the latest number of things, in this sentence or the one before."""
    for index, found in _latest_first(earlier, here):
        is_bare = found.unit == "person" and found.quantity.measure is None and not found.is_equivalent
        if (found.counts_things or is_bare) and not _is_aside(earlier, index):
            # `846 were killed, 26 of them police`: the noun may be left out of the whole too.
            return taken(earlier, index, subset=True)
    return NOTHING


def person_antecedent(earlier: Sequence[Earlier], here: int, *, subset: bool = False) -> Counted:
    """Return the noun of the latest number of persons, for one whose predicate befalls only persons."""
    for index, found in _latest_first(earlier, here):
        if found.counts_things and found.unit == "person" and not (found.side or _is_aside(earlier, index)):
            return taken(earlier, index, subset=subset)
    return NOTHING


def thing_antecedent(earlier: Sequence[Earlier], here: int) -> Counted:
    """Return the noun of the latest number of the sentence that counts no persons, for `143 of which`."""
    for index, found in _latest_first(earlier, here, sentences=1):
        if found.counts_things and found.unit != "person" and not (found.side or found.locative):
            return taken(earlier, index, subset=True)
    return NOTHING


def place_antecedent(earlier: Sequence[Earlier], here: int) -> Counted:
    """Return the noun of the latest number of places of this sentence or the one before, for `in 12 of them`."""
    for index, found in _latest_first(earlier, here):
        if found.counts_things and found.counted.kind == "place":
            return taken(earlier, index, subset=True)
    return NOTHING


def case_antecedent(earlier: Sequence[Earlier], here: int) -> Counted:
    """Return the noun of the latest number of cases of this sentence or the one before, for `of those, 17 involved`."""
    for index, found in _latest_first(earlier, here):
        is_part = found.counted.subset or _is_aside(earlier, index)
        if found.counts_things and found.counted.kind == "case" and not is_part:
            return taken(earlier, index, subset=True)
    return NOTHING


def _latest_first(earlier: Sequence[Earlier], here: int, *, sentences: int = 2) -> Iterator[tuple[int, Earlier]]:
    """Yield the numbers of the last sentences, this one among them, from the latest back, each with its index."""
    for index in range(len(earlier) - 1, -1, -1):
        if here - earlier[index].sentence >= sentences:
            return
        yield index, earlier[index]


def _is_aside(earlier: Sequence[Earlier], index: int) -> bool:
    """Tell whether a number is one of those included in another, or of places beside another, of its sentence."""
    found = earlier[index]
    if found.aside:
        return True
    others = [other for other in earlier[:index] if other.sentence == found.sentence]
    return (found.included and any(not other.included for other in others)) or (
        found.locative and any(not other.locative for other in others)
    )


def taken(earlier: Sequence[Earlier], index: int, *, subset: bool = False) -> Counted:
    """Return the noun of an earlier number as that of a later one."""
    counted = earlier[index].counted
    return Counted(
        counted.text,
        counted.head,
        counted.kind,
        Source.ANTECEDENT,
        subset=subset,
        capital=counted.capital,
        antecedent=index,
    )


def are_others_told(analysis: Analysis, earlier: Sequence[Earlier], here: int, divided: int) -> bool:
    """Tell whether a clause behind a semicolon has gone on to others: `Of 33 men, 25 were tried; 57 women were …`."""
    return any(
        found.sentence == here
        and found.quantity.chunk > divided
        and found.counted.source is Source.OWN
        and found.counted.kind == "person"
        and is_chunk(analysis, found.quantity.chunk - 1, Kind.SEMICOLON)
        for found in earlier
    )
