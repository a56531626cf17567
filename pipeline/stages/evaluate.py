"""The stage that scores the extractor against the annotated texts: `tests/gold` and `tests/cases` to `metrics.json`."""

import sys
from pathlib import Path

from pipeline.evaluation.metrics import AnnotatedSets, write_metrics
from pipeline.stages.paths import RAW_DOCUMENTS
from pipeline.stages.run import exit_status

ANNOTATED = AnnotatedSets(
    gold=Path("tests/gold/kazakhstan-2020.numerals.jsonl"),
    cases=Path("tests/cases/dev.jsonl"),
    composed=Path("tests/cases/composed.jsonl"),
    documents=Path("tests/cases/documents.jsonl"),
    sources=RAW_DOCUMENTS,
)
METRICS = Path("metrics.json")


def write_scores() -> None:
    """Write the scores of every annotated set, whole or not at all.

    Raises:
        TallybookError: a set of cases, or the source of one, cannot be read.

    """
    write_metrics(METRICS, ANNOTATED)


if __name__ == "__main__":
    sys.exit(exit_status(write_scores))
