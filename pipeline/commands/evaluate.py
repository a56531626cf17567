"""The verb `evaluate`."""

from pathlib import Path
from typing import Annotated

import typer

from pipeline.commands.options import DEFAULT_SOURCES, SourcesOption


def run(
    cases: Annotated[
        Path, typer.Argument(metavar="CASES", help="Annotated cases, or a gold file NAME.numerals.jsonl.")
    ],
    *,
    scores_only: Annotated[bool, typer.Option("--scores-only", help="List no disagreements.")] = False,
    only: Annotated[str | None, typer.Option(help="List disagreements of one kind alone, such as fact.")] = None,
    every: Annotated[
        str | None, typer.Option(metavar="N:R", help="3:0 takes cases whose number divides by 3, 3:12 the others.")
    ] = None,
    sources: SourcesOption = DEFAULT_SOURCES,
) -> None:
    """Score the extractor against annotated cases, and list where they disagree.

    Each disagreement has its text, both codings and the rule that fired, grouped by what was asked and by rule. Cases
    whose number divides by 3 are scored and never shown.

    \b
    Example:
      tallybook evaluate tests/cases/dev.jsonl --every 3:12
    """
    from pipeline.evaluation.evaluate import disagreements, evaluate, load_cases
    from pipeline.evaluation.report import disagreement_lines, score_lines
    from pipeline.evaluation.scores import summarize
    from pipeline.printing import printable
    from pipeline.progress import followed

    loaded = load_cases(cases, sources, every)
    comparisons = evaluate(followed(loaded, "scoring"))
    for line in score_lines(summarize(comparisons, len(loaded))):
        typer.echo(line)
    if scores_only:
        return
    found = disagreements(loaded, comparisons)
    for line in disagreement_lines(one for one in found if only in (None, one.measure)):
        typer.echo(printable(line))
