"""Run the extractor over annotated cases."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from pipeline.evaluation.cases import Case, is_gold, read_cases, read_gold, select
from pipeline.evaluation.comparison import Comparison, Measure, compare
from pipeline.facts.extraction import extract
from pipeline.facts.fact import Fact
from pipeline.numerals.numeral import Numeral
from pipeline.reading.document import Document, Sidecar
from pipeline.reading.source import document_from_text, read_document

Extractor = Callable[[Document], tuple[tuple[Numeral, ...], tuple[Fact, ...]]]


def evaluate(cases: Iterable[Case], extractor: Extractor = extract) -> tuple[Comparison, ...]:
    """Return the comparisons of all cases, in order."""
    comparisons: list[Comparison] = []
    for case in cases:
        numerals, facts = extractor(document_of(case))
        comparisons.extend(compare(case, numerals, facts))
    return tuple(comparisons)


@dataclass(frozen=True, slots=True)
class Mechanism:
    """What one rule, or the want of one, got wrong of one measure."""

    measure: Measure
    rule: str
    disagreements: tuple[Comparison, ...]


def disagreements(comparisons: Iterable[Comparison]) -> tuple[Mechanism, ...]:
    """Return what differs, by measure in a reader's order, then by rule, the most frequent first."""
    groups: dict[tuple[Measure, str], list[Comparison]] = {}
    for one in comparisons:
        if not one.agrees and one.measure is not Measure.STRICT:
            groups.setdefault((one.measure, _mechanism(one)), []).append(one)
    order = list(Measure)
    ranked = sorted(groups.items(), key=lambda item: (order.index(item[0][0]), -len(item[1]), item[0][1]))
    return tuple(Mechanism(measure, rule, tuple(group)) for (measure, rule), group in ranked)


def without_held_out(cases: Iterable[Case], comparisons: Iterable[Comparison]) -> tuple[Comparison, ...]:
    """Return the comparisons of the cases that may be read, so that those held out stay a measure."""
    shown = {case.case_id for case in cases if not case.held_out}
    return tuple(one for one in comparisons if one.case_id in shown)


def _mechanism(one: Comparison) -> str:
    """Return what a disagreement is filed under: a missed fact by what it should have been, others by their rule."""
    if one.measure is Measure.FACT and one.got is None:
        return f"nothing answers for {one.wanted}"
    return one.rule


def document_of(case: Case) -> Document:
    """Return the document that a case would be if it were a source of its own."""
    sidecar = Sidecar(
        title=f"Case {case.case_id}",
        publisher="none",
        country=case.country,
        year=case.year,
        url=f"https://example.org/{case.case_id}",
        licence="none",
    )
    return document_from_text(case.case_id, case.text, sidecar)


def load_cases(path: Path, documents: Path, every: str | None = None) -> tuple[Case, ...]:
    """Return the cases of a JSON lines file, or the one of a gold file whose document lies in `documents`.

    Raises CaseError or SourceError where one cannot be read.
    """
    if not is_gold(path):
        cases = read_cases(path)
        return cases if every is None else select(cases, every)
    document = read_document(documents / f"{path.name.split('.')[0]}.txt")
    return (read_gold(path, document.text, document.sidecar.country, document.sidecar.year),)
