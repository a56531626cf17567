"""Wholes that arithmetic or a second mention tells: parts that add up to a number, and `of the 50`."""

from collections.abc import Iterator, Sequence

from pipeline.facts.drafts import Draft, coded_match
from pipeline.language.chunks import Kind, VerbForm
from pipeline.numerals.counted import Source
from pipeline.numerals.phrases import kind_at

_DEFINITE = frozenset({"the", "these", "those", "its", "their"})
_POINTING_BACK = frozenset({"these", "those"})
_LEAST = 10
"""A smaller number is as soon by chance the sum of those after it."""


def adding_up(drafts: Sequence[Draft]) -> Iterator[tuple[int, int]]:
    """Yield each part with its whole, by their indices, where numbers of one kind add up to the one before them.

    Read `99 miners, 98 at the pit and one at home`, `held 600 inmates, with 580 men and 20 women`.
    """
    for whole, draft in enumerate(drafts):
        total = draft.quantity.value
        coded = _counts(draft) and coded_match(drafts, whole) is not None
        # The whole of a party's seats is the size of the body (CODING.md 5).
        if total is None or total < _LEAST or not coded or draft.unit == "seat":
            continue
        parts = _parts_after(drafts, whole, total)
        yield from ((part, whole) for part in parts)


def _parts_after(drafts: Sequence[Draft], whole: int, total: float) -> list[int]:
    """Return the numbers after one that add up to it, two or more, none of them a part already; else none."""
    parts: list[int] = []
    left = total
    for index in range(whole + 1, len(drafts)):
        part = drafts[index]
        if part.equivalent_of >= 0:
            continue
        value = part.quantity.value
        alike = _counts(part) and part.unit == drafts[whole].unit and part.sentence == drafts[whole].sentence
        free = part.whole in {-1, whole} and not part.comparison and not _is_told_apart(drafts, parts, part)
        if value is None or not alike or not free or value > left:
            return []
        parts.append(index)
        left -= value
        if not left:
            return parts if len(parts) > 1 else []
    return []


def _is_told_apart(drafts: Sequence[Draft], parts: Sequence[int], part: Draft) -> bool:
    """Tell whether a clause of its own tells of a number: `arrested 50 men, released 38`, `…, 38 were released`."""
    chunks = part.analysis.chunks
    if kind_at(part.analysis, part.chunk - 1) is Kind.VERB:
        return True
    between = chunks[drafts[parts[-1]].chunk + 1 : part.chunk] if parts else ()
    return any(chunk.kind is Kind.VERB and chunk.form is VerbForm.FINITE for chunk in between)


def _counts(draft: Draft) -> bool:
    return draft.quantity.measure is None and draft.equivalent_of < 0


def divides_opening(draft: Draft, earlier: Sequence[Draft]) -> bool:
    """Tell whether a number is some of the one that opens its sentence: `Of the 50 inmates, guards beat 12 inmates`."""
    if not earlier or earlier[-1].sentence != draft.sentence or not _opens_of(earlier[-1]):
        return False
    whole, part = earlier[-1].quantity.value, draft.quantity.value
    smaller = whole is not None and part is not None and part < whole
    alike = draft.counted.head == earlier[-1].counted.head and draft.unit == earlier[-1].unit
    return smaller and alike and _counts(draft) and draft.counted.source is Source.OWN


def _opens_of(draft: Draft) -> bool:
    return draft.chunk == 1 and draft.analysis.sentence.words[0] == "of"


def is_told_again(draft: Draft, earlier: Sequence[Draft]) -> bool:
    """Tell whether a sentence opens with a number that was told before, only to divide it: `Of the 50 cases, 12 …`.

    What `these` points back at may be called otherwise: `12 men were beaten. Of these 12 cases …`.
    """
    here, at = draft.analysis, draft.chunk
    opener = here.sentence.words[here.chunks[at].first]
    points_back = opener in _POINTING_BACK and kind_at(here, at - 1) is Kind.PREPOSITION
    if not (points_back or (_opens_of(draft) and opener in _DEFINITE)):
        return False
    return any(
        found.quantity.value == draft.quantity.value is not None
        and (found.unit == draft.unit or points_back)
        and found.is_coded
        for found in earlier
        if _counts(found)
    )


def first_told(draft: Draft, drafts: Sequence[Draft]) -> int:
    """Return the number that the whole of a draft only repeats (`Of the 50, 12 were fined`), else that whole."""
    whole = draft.whole
    if whole < 0 or coded_match(drafts, whole) is not None:
        return whole
    again = drafts[whole]
    for at in range(whole - 1, -1, -1):
        found = drafts[at]
        if again.sentence - found.sentence > 1:
            break
        repeated = found.quantity.value is not None and found.quantity.value == again.quantity.value
        if repeated and found.unit == again.unit and coded_match(drafts, at) is not None:
            return at
    return whole
