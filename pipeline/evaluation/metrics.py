"""The scores of the annotated sets as one JSON file, for `dvc metrics show` and `dvc metrics diff`."""

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from pipeline.evaluation.cases import Case
from pipeline.evaluation.evaluate import evaluate, load_cases
from pipeline.evaluation.scores import Scores, summarize
from pipeline.publishing.coding_scores import CodingScores, SetScores


@dataclass(frozen=True, slots=True)
class AnnotatedSets:
    """The files of the annotated sets."""

    gold: Path
    """The annotated numerals of a whole document; its text lies in `sources`."""
    cases: Path
    composed: Path
    """Passages written from the coding rules alone, by readers of reports who did not know the program."""
    composed_later: Path
    """More of them, on crime and migration, on elections and rules, and on everything."""
    documents: Path
    """Short documents with headings, lists, footnotes and page furniture."""
    sources: Path


def score_sets(files: AnnotatedSets) -> dict[str, Scores]:
    """Return by name the scores of the gold document, of the cases to work on, of those held out, and of the others.

    A third of the composed passages is held out too, and counted in `blind`: nobody who writes the rules reads it.

    Raises CaseError or SourceError where a set cannot be read.
    """
    annotated = load_cases(files.cases, files.sources)
    composed, later = load_cases(files.composed, files.sources), load_cases(files.composed_later, files.sources)
    sets: dict[str, Sequence[Case]] = {
        "gold": load_cases(files.gold, files.sources),
        "dev": [case for case in annotated if not case.held_out],
        "held_out": [case for case in annotated if case.held_out],
        "composed": composed,
        "composed_later": [case for case in later if not case.held_out],
        "blind": [case for case in (*composed, *later) if case.held_out],
        "documents": load_cases(files.documents, files.sources),
    }
    return {name: summarize(evaluate(members), len(members)) for name, members in sets.items()}


def metrics_text(sets: dict[str, Scores]) -> str:
    """Return the scores as JSON, keys in the order of the records, families under their names."""
    return json.dumps({name: _section(scores) for name, scores in sets.items()}, indent=2) + "\n"


def coding_scores(sets: dict[str, Scores]) -> CodingScores:
    """Return the scores of each indicator, as the publication tells them."""
    return CodingScores(tuple(SetScores(name, scores.indicators) for name, scores in sets.items()))


def _section(scores: Scores) -> dict[str, object]:
    section: dict[str, object] = asdict(scores)
    # Dozens of indicators in several sets are a table of the publication, not figures to compare two versions by.
    del section["indicators"]
    section["families"] = {
        one.family: {
            "gold": one.facts.gold,
            "precision": one.facts.precision,
            "recall": one.facts.recall,
            "f1": one.facts.f1,
        }
        for one in scores.families
    }
    return section
