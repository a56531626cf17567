"""The stage that scores the extractor against the annotated texts: `tests/gold` and `tests/cases` to `metrics.json`."""

import sys
from pathlib import Path

from pipeline.evaluation.metrics import write_metrics
from pipeline.stages.paths import RAW_DOCUMENTS
from pipeline.stages.run import exit_status

GOLD = Path("tests/gold/kazakhstan-2020.numerals.jsonl")
CASES = Path("tests/cases/dev.jsonl")
COMPOSED = Path("tests/cases/composed.jsonl")
METRICS = Path("metrics.json")


def write_scores() -> None:
    """Write the scores of every annotated set, whole or not at all.

    Raises:
        TallybookError: a set of cases, or the source of one, cannot be read.

    """
    write_metrics(METRICS, gold=GOLD, cases=CASES, composed=COMPOSED, documents=RAW_DOCUMENTS)


if __name__ == "__main__":
    sys.exit(exit_status(write_scores))
