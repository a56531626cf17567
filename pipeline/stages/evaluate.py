"""The stage that scores the extractor against the annotated texts: `tests/gold` and `tests/cases` to `metrics.json`.

The scores of each indicator go to `build/coding_scores.json`, for the publication.
"""

import sys
from pathlib import Path

from pipeline.evaluation.metrics import AnnotatedSets, coding_scores, metrics_text, score_sets
from pipeline.publishing.coding_scores import scores_text
from pipeline.stages.paths import CODING_SCORES, RAW_DOCUMENTS
from pipeline.stages.run import exit_status

ANNOTATED = AnnotatedSets(
    gold=Path("tests/gold/kazakhstan-2020.numerals.jsonl"),
    cases=Path("tests/cases/dev.jsonl"),
    composed=Path("tests/cases/composed.jsonl"),
    composed_later=Path("tests/cases/composed_later.jsonl"),
    documents=Path("tests/cases/documents.jsonl"),
    sources=RAW_DOCUMENTS,
)
METRICS = Path("metrics.json")


def write_scores() -> None:
    """Write the scores of every annotated set, each file whole or not at all.

    Raises:
        TallybookError: a set of cases, or the source of one, cannot be read.

    """
    sets = score_sets(ANNOTATED)
    _write(METRICS, metrics_text(sets))
    _write(CODING_SCORES, scores_text(coding_scores(sets)))


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    unfinished = path.with_name(f"{path.name}.tmp")
    unfinished.write_text(text, encoding="utf-8")
    unfinished.replace(path)


if __name__ == "__main__":
    sys.exit(exit_status(write_scores))
