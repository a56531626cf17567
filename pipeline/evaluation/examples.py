"""The examples of the codebook: short texts, and what must come out of each."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

import yaml

from pipeline.errors import CodebookError
from pipeline.evaluation.cases import read_detail
from pipeline.evaluation.comparison import detail_items, same_number
from pipeline.evaluation.evaluate import Extractor
from pipeline.evaluation.fields import Fields
from pipeline.facts.extraction import extract
from pipeline.facts.fact import Detail, Fact
from pipeline.numerals.numeral import Numeral
from pipeline.reading.document import Document, Sidecar
from pipeline.reading.source import document_from_text

Value = TypeVar("Value")

_DEFAULT_COUNTRY = "GBR"
_DEFAULT_YEAR = 2020
_DEFAULT_MODALITY = "occurred"


@dataclass(frozen=True, slots=True)
class Example:
    """One example or counter-example of an entry of the codebook."""

    example_id: str
    """Indicator, kind and place: `fine.amount-example-2`."""
    indicator: str
    fields: Fields
    is_counter: bool

    @property
    def gap(self) -> str | None:
        """Why the program does not yet read the example, where the codebook says so."""
        return self.fields.optional_text("gap")


def read_examples(folder: Path) -> tuple[Example, ...]:
    """Return every example of the codebook files in a folder, by file name and then in the order of the file.

    Raises CodebookError for a file that is no YAML mapping of entries, and CaseError for an entry without its keys.
    """
    return tuple(example for path in sorted(folder.glob("*.yaml")) for example in _examples_of(path))


def failures(example: Example, extractor: Extractor = extract) -> tuple[str, ...]:
    """Return what differs from the example, a sentence each; empty where the program agrees with it."""
    document = _document(example)
    numerals, facts = extractor(document)
    reading = _Reading(example, tuple(numerals), {fact.numeral_id: fact for fact in facts})
    return tuple(reading.counter_failures() if example.is_counter else reading.failures())


def _examples_of(path: Path) -> Iterator[Example]:
    try:
        content = yaml.safe_load(path.read_text(encoding="utf-8"))
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        raise CodebookError(f"{path}: is not YAML ({' '.join(str(error).split())}); correct it.") from None
    if not isinstance(content, dict):
        raise CodebookError(f"{path}: holds no mapping; write `indicators:` and a list of entries.")
    for entry in Fields(str(path), content).inners("indicators"):
        indicator = entry.text("id")
        for key, kind, is_counter in (("examples", "example", False), ("counter_examples", "counter", True)):
            if key not in entry.values:
                continue
            for place, fields in enumerate(entry.inners(key), start=1):
                yield Example(f"{indicator}-{kind}-{place}", indicator, fields, is_counter)


def _document(example: Example) -> Document:
    year = example.fields.optional_whole("year")
    sidecar = Sidecar(
        title=example.example_id,
        publisher="none",
        country=example.fields.optional_text("country") or _DEFAULT_COUNTRY,
        year=_DEFAULT_YEAR if year is None else year,
        url="https://example.org/",
        licence="none",
    )
    return document_from_text(example.example_id, example.fields.text("text"), sidecar)


@dataclass(frozen=True, slots=True)
class _Reading:
    """What the program read from an example."""

    example: Example
    numerals: tuple[Numeral, ...]
    fact_of: dict[str, Fact]

    def failures(self) -> Iterator[str]:
        expected: set[str] = set()
        for given in self.example.fields.inners("gives"):
            numeral = self._numeral(given)
            if numeral is None:
                yield self._not_found(given)
                continue
            expected.add(numeral.numeral_id)
            yield from (f"{given.text('numeral')}: {failure}" for failure in self._compare(given, numeral))
        for numeral in self.numerals:
            fact = self.fact_of.get(numeral.numeral_id)
            if fact and fact.indicator == self.example.indicator and numeral.numeral_id not in expected:
                yield f"{numeral.surface}: gives {fact.indicator}, which the example does not list"

    def counter_failures(self) -> Iterator[str]:
        given = self.example.fields
        given.text("because")
        numeral = self._numeral(given)
        if numeral is None:
            yield self._not_found(given)
            return
        fact = self.fact_of.get(numeral.numeral_id)
        got = fact.indicator if fact else None
        if got == self.example.indicator:
            yield f"{numeral.surface}: gives {got}, which the counter-example rules out"
        elif "indicator" in given.values and got != given.optional_text("indicator"):
            yield f"{numeral.surface}: indicator is {got}, not {given.optional_text('indicator')}"

    def _compare(self, given: Fields, numeral: Numeral) -> Iterator[str]:
        fact = self.fact_of.get(numeral.numeral_id)
        wanted = given.optional_text("indicator") or self.example.indicator
        if fact is None or fact.indicator != wanted:
            yield f"indicator is {fact.indicator if fact else None}, not {wanted} ({numeral.reason or numeral.rule})"
            return
        modality = given.optional_text("modality") or _DEFAULT_MODALITY
        if fact.modality != modality:
            yield f"modality is {fact.modality}, not {modality}"
        texts: tuple[tuple[str, str | None], ...] = (
            ("counted", fact.counted),
            ("attributed_to", fact.attributed_to),
            ("part_of", self._surface_of_fact(fact.part_of)),
            ("approximation", numeral.approximation),
            ("unit", numeral.unit),
        )
        yield from _differing(given, texts, given.optional_text, lambda got, wanted: got == wanted)
        numbers = (("value", numeral.value), ("low", numeral.low), ("high", numeral.high))
        yield from _differing(given, numbers, given.number, same_number)
        period = (fact.period_start, fact.period_end)
        if "period" in given.values and period != given.days("period"):
            yield f"period is {period[0]} to {period[1]}, not {given.values['period']}"
        detail = given.inner("detail")
        if detail is not None and detail_items(fact.detail) != detail_items(read_detail(detail)):
            yield f"detail is {_told(fact.detail)}, not {_told(read_detail(detail))}"

    def _numeral(self, given: Fields) -> Numeral | None:
        surface = given.text("numeral")
        alike = [numeral for numeral in self.numerals if numeral.surface == surface]
        place = (given.optional_whole("occurrence") or 1) - 1
        return alike[place] if 0 <= place < len(alike) else None

    def _not_found(self, given: Fields) -> str:
        found = ", ".join(numeral.surface for numeral in self.numerals) or "nothing"
        return f"{given.text('numeral')}: not in the ledger, which has {found}"

    def _surface_of_fact(self, fact_id: str | None) -> str | None:
        return next((one.surface for one in self.numerals if self._has_fact(one, fact_id)), fact_id)

    def _has_fact(self, numeral: Numeral, fact_id: str | None) -> bool:
        fact = self.fact_of.get(numeral.numeral_id)
        return fact is not None and fact.fact_id == fact_id


def _differing(
    given: Fields,
    got: Sequence[tuple[str, Value]],
    wanted: Callable[[str], Value],
    same: Callable[[Value, Value], bool],
) -> Iterator[str]:
    for key, value in got:
        if key in given.values and not same(value, wanted(key)):
            yield f"{key} is {value!r}, not {wanted(key)!r}"


def _told(detail: Detail) -> str:
    return "; ".join(detail_items(detail)) or "empty"
