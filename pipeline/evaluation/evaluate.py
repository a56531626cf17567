"""Run the extractor over annotated cases."""

from collections.abc import Callable, Iterable
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


def disagreements(
    cases: Iterable[Case], comparisons: Iterable[Comparison]
) -> tuple[tuple[Measure, tuple[Comparison, ...]], ...]:
    """Return what differs, grouped by measure in a reader's order; never anything of a held-out case."""
    shown = {case.case_id for case in cases if not case.held_out}
    groups: dict[Measure, list[Comparison]] = {measure: [] for measure in Measure if measure is not Measure.STRICT}
    for one in comparisons:
        if not one.agrees and one.case_id in shown and one.measure in groups:
            groups[one.measure].append(one)
    return tuple((measure, tuple(group)) for measure, group in groups.items() if group)


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
