"""What the program made of a case beside what an annotator did, one comparison a question."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields, replace
from enum import StrEnum

from pipeline.evaluation.cases import Case, Entry, ExpectedFact
from pipeline.facts.fact import Detail, Fact
from pipeline.numerals.numeral import Numeral, Role

_CONTEXT = 90
_TOLERANCE = 1e-4
_HEAD_ENDS = re.compile(r"\b(?:of|from|in|to|on|for|with|who|that)\b")
_LIGHT_WORDS = frozenset({"the", "a", "an", "of", "and"})


class Measure(StrEnum):
    """A question that is asked of an entry, in the order in which a reader asks."""

    COVERED = "covered"
    EXTRA = "extra"
    SPAN = "span"
    ROLE = "role"
    VALUE = "value"
    UNIT = "unit"
    EQUIVALENT = "equivalent"
    FACT = "fact"
    STRICT = "strict"
    COUNTED = "counted"
    MODALITY = "modality"
    ATTRIBUTED = "attributed"
    PERIOD = "period"
    PART_OF = "part_of"
    DETAIL = "detail"


_OF_THE_NUMERAL = frozenset(
    {Measure.COVERED, Measure.EXTRA, Measure.SPAN, Measure.ROLE, Measure.VALUE, Measure.UNIT, Measure.EQUIVALENT}
)


@dataclass(frozen=True, slots=True)
class Comparison:
    """One question, both answers in words, and whether they agree; null where a side gives no answer."""

    measure: Measure
    case_id: str
    surface: str
    wanted: str | None
    got: str | None
    agrees: bool
    context: str
    wanted_coding: str = ""
    """The annotator's whole coding of the entry, where the two differ."""
    got_coding: str = ""
    rule: str = ""
    """What the program read the entry by, or why it made no fact of it, where the two differ."""


@dataclass(frozen=True, slots=True)
class _Found:
    """A ledger entry of the program with its fact."""

    numeral: Numeral
    fact: Fact | None


def compare(case: Case, numerals: Sequence[Numeral], facts: Sequence[Fact]) -> tuple[Comparison, ...]:
    """Return the comparisons of a case, entry by entry.

    An entry of the program belongs to the annotated entry that it overlaps most; those left over are extra. A fact
    matches when its entry does and its indicator is equal, and only matched facts are asked about their fields.
    """
    fact_of = {fact.numeral_id: fact for fact in facts}
    found = [_Found(numeral, fact_of.get(numeral.numeral_id)) for numeral in numerals]
    hits = [_best_overlap(entry, found) for entry in case.entries]
    used = {index for index in hits if index is not None}
    pairs = [(entry, None if index is None else found[index]) for entry, index in zip(case.entries, hits, strict=True)]
    comparisons: list[Comparison] = []
    asking = _Asking(
        case=case,
        entry_of_fact={hit.fact.fact_id: place for place, (_, hit) in enumerate(pairs) if hit and hit.fact},
        entry_of_numeral={hit.numeral.numeral_id: place for place, (_, hit) in enumerate(pairs) if hit},
    )
    for entry, hit in pairs:
        comparisons.extend(_told(one, entry, hit) for one in asking.entry(entry, hit))
    for index, extra in enumerate(found):
        if index not in used:
            comparisons.extend(_told(one, None, extra) for one in asking.unclaimed(extra))
    return tuple(comparisons)


def _told(comparison: Comparison, entry: Entry | None, hit: _Found | None) -> Comparison:
    """Return a comparison with both codings and the rule where the two sides differ."""
    if comparison.agrees:
        return comparison
    return replace(
        comparison,
        wanted_coding="no entry" if entry is None else _coding_of_entry(entry),
        got_coding="no entry" if hit is None else _coding_of_found(hit),
        rule=_rule_of(comparison.measure, hit),
    )


def _rule_of(measure: Measure, hit: _Found | None) -> str:
    """Return the rule that answers for a measure: the fact's, else why there is none, else the numeral's."""
    if hit is None:
        return "nothing read the numeral"
    if measure in _OF_THE_NUMERAL:
        return hit.numeral.rule
    return hit.fact.rule if hit.fact is not None else hit.numeral.reason or hit.numeral.rule


def _coding_of_entry(entry: Entry) -> str:
    if entry.role is not Role.QUANTITY:
        return entry.role
    parts = [_bounds(entry), entry.unit]
    fact = entry.fact
    if fact is not None:
        parts += [fact.indicator, fact.counted, fact.modality, _period(fact), _by(fact.attributed_to)]
        parts += [f"part of entry {fact.part_of}" if fact.part_of is not None else None, *detail_items(fact.detail)]
    return "; ".join(part for part in parts if part)


def _coding_of_found(hit: _Found) -> str:
    numeral, fact = hit.numeral, hit.fact
    if numeral.role is not Role.QUANTITY:
        return numeral.role
    parts = [_bounds(numeral), numeral.unit]
    if fact is not None:
        parts += [fact.indicator, fact.counted, fact.modality, _period(fact), _by(fact.attributed_to)]
        parts += ["part of another" if fact.part_of is not None else None, *detail_items(fact.detail)]
    return "; ".join(part for part in parts if part)


def _by(speaker: str | None) -> str | None:
    return None if speaker is None else f"by {speaker}"


def same_number(left: float | None, right: float | None) -> bool:
    """Tell whether two numbers are equal to four decimals, or both absent."""
    if left is None or right is None:
        return left is right
    return abs(left - right) <= _TOLERANCE * max(1, abs(right))


def words(phrase: str | None) -> frozenset[str]:
    """Return the words of a name that can tell it from another."""
    return frozenset(_folded(phrase).split()) - _LIGHT_WORDS


def head_noun(phrase: str | None) -> str:
    """Return the last word before the first word that opens a complement, empty where there is none."""
    before = _HEAD_ENDS.split(_folded(phrase))[0].split()
    return before[-1] if before else ""


def detail_items(detail: Detail) -> tuple[str, ...]:
    """Return the details that the text gives, each as `name=value`, in the order of the record."""
    values = ((field.name, getattr(detail, field.name)) for field in fields(detail))
    return tuple(f"{name}={_plain(value)}" for name, value in values if value is not None and value != ())


@dataclass(frozen=True, slots=True)
class _Asking:
    """What the questions about one case need to know of it."""

    case: Case
    entry_of_fact: dict[str, int]
    entry_of_numeral: dict[str, int]

    def entry(self, entry: Entry, hit: _Found | None) -> Iterator[Comparison]:
        numeral = hit.numeral if hit else None
        span = (entry.start, entry.end)
        yield self._answer(
            Measure.COVERED, span, entry.surface, numeral.surface if numeral else None, agrees=hit is not None
        )
        if numeral:
            yield self._answer(
                Measure.SPAN, span, entry.surface, numeral.surface, agrees=(numeral.start, numeral.end) == span
            )
        role = numeral.role if numeral else None
        yield self._answer(Measure.ROLE, span, entry.role, role, agrees=entry.role == role)
        whole = False
        if entry.role is Role.QUANTITY:
            value, unit = self._quantity(entry, numeral)
            whole = value.agrees and unit.agrees
            yield from (value, unit)
            yield from self._equivalent(entry, numeral)
        yield from self._fact(entry, hit.fact if hit else None, whole=whole)

    def unclaimed(self, extra: _Found) -> Iterator[Comparison]:
        span = (extra.numeral.start, extra.numeral.end)
        yield self._answer(Measure.EXTRA, span, None, extra.numeral.role, agrees=False)
        if extra.fact:
            yield self._answer(Measure.FACT, span, None, extra.fact.indicator, agrees=False)

    def _quantity(self, entry: Entry, numeral: Numeral | None) -> tuple[Comparison, Comparison]:
        span = (entry.start, entry.end)
        value = (
            numeral is not None
            and numeral.role is Role.QUANTITY
            and numeral.approximation == entry.approximation
            and same_number(numeral.value, entry.value)
            and same_number(numeral.low, entry.low)
            and same_number(numeral.high, entry.high)
        )
        unit = numeral is not None and numeral.unit == entry.unit
        return (
            self._answer(Measure.VALUE, span, _bounds(entry), _bounds(numeral) if numeral else None, agrees=value),
            self._answer(Measure.UNIT, span, entry.unit, numeral.unit if numeral else None, agrees=unit),
        )

    def _equivalent(self, entry: Entry, numeral: Numeral | None) -> Iterator[Comparison]:
        pointer = numeral.equivalent_of if numeral else None
        place = self.entry_of_numeral.get(pointer) if pointer else None
        yield from self._pointer(Measure.EQUIVALENT, entry, entry.equivalent_of, pointer, place)

    def _fact(self, entry: Entry, fact: Fact | None, *, whole: bool) -> Iterator[Comparison]:
        span, expected = (entry.start, entry.end), entry.fact
        if expected is None and fact is None:
            return
        wanted = expected.indicator if expected else None
        got = fact.indicator if fact else None
        matched = wanted == got
        yield self._answer(Measure.FACT, span, wanted, got, agrees=matched)
        if expected is not None:
            yield self._answer(Measure.STRICT, span, wanted, got, agrees=matched and whole)
        if expected is not None and fact is not None and matched:
            yield from self._matched(entry, expected, fact)

    def _matched(self, entry: Entry, expected: ExpectedFact, fact: Fact) -> Iterator[Comparison]:
        span = (entry.start, entry.end)
        counted = head_noun(expected.counted) == head_noun(fact.counted)
        yield self._answer(Measure.COUNTED, span, expected.counted, fact.counted, agrees=counted)
        modality = expected.modality == fact.modality
        yield self._answer(Measure.MODALITY, span, expected.modality, fact.modality, agrees=modality)
        wanted, got = _period(expected), _period(fact)
        yield self._answer(Measure.PERIOD, span, wanted, got, agrees=wanted == got)
        stated, stater = expected.attributed_to, fact.attributed_to
        if stated is not None or stater is not None:
            shared = bool(words(stated) & words(stater))
            yield self._answer(Measure.ATTRIBUTED, span, stated, stater, agrees=shared)
        place = self.entry_of_fact.get(fact.part_of) if fact.part_of else None
        yield from self._pointer(Measure.PART_OF, entry, expected.part_of, fact.part_of, place)
        details, read = detail_items(expected.detail), detail_items(fact.detail)
        for item in sorted({*details, *read}):
            both = item in details and item in read
            yield self._answer(
                Measure.DETAIL, span, item if item in details else None, item if item in read else None, agrees=both
            )

    def _pointer(
        self, measure: Measure, entry: Entry, wanted: int | None, pointer: str | None, place: int | None
    ) -> Iterator[Comparison]:
        if wanted is None and pointer is None:
            return
        span = (entry.start, entry.end)
        yield self._answer(
            measure,
            span,
            None if wanted is None else self._named(wanted),
            None if pointer is None else "an entry of no case" if place is None else self._named(place),
            agrees=wanted is not None and place == wanted,
        )

    def _named(self, place: int) -> str:
        return f"{self.case.entries[place].surface} (entry {place})"

    def _answer(
        self, measure: Measure, span: tuple[int, int], wanted: str | None, got: str | None, *, agrees: bool
    ) -> Comparison:
        text, (start, end) = self.case.text, span
        context = "" if agrees else _marked(text, start, end)
        return Comparison(measure, self.case.case_id, text[start:end], wanted, got, agrees, context)


def _best_overlap(entry: Entry, found: Sequence[_Found]) -> int | None:
    shared = [min(hit.numeral.end, entry.end) - max(hit.numeral.start, entry.start) for hit in found]
    best = max(range(len(found)), key=shared.__getitem__, default=None)
    return best if best is not None and shared[best] > 0 else None


def _bounds(quantity: Entry | Numeral) -> str:
    numbers = (_plain(bound) for bound in (quantity.value, quantity.low, quantity.high))
    return f"{quantity.approximation} {' / '.join(numbers)}"


def _plain(value: object) -> str:
    match value:
        case None:
            return "–"
        case float() | int() if not isinstance(value, bool):
            return f"{value:g}" if abs(value) < 1 else f"{value:.4f}".rstrip("0").rstrip(".")
        case tuple():
            return ", ".join(str(part) for part in value)
        case _:
            return str(value)


def _period(fact: ExpectedFact | Fact) -> str:
    return f"{fact.period_start or ''}/{fact.period_end or ''}"


def _folded(phrase: str | None) -> str:
    return (phrase or "").lower().replace("\N{RIGHT SINGLE QUOTATION MARK}", "'")


def _marked(text: str, start: int, end: int) -> str:
    before, after = text[max(0, start - _CONTEXT) : start], text[end : end + _CONTEXT]
    return f"{before}[{text[start:end]}]{after}".replace("\n", " ")
