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
    held_out: Annotated[
        bool, typer.Option("--held-out", help="List also those of cases held out, whose number divides by 3.")
    ] = False,
    sources: SourcesOption = DEFAULT_SOURCES,
) -> None:
    """Score the extractor against annotated cases, and list where they disagree.

    Each disagreement has its text, both codings and the rule that fired, grouped by what was asked and by rule. Cases
    whose number divides by 3 are held out: they are scored, and listed only on request.

    \b
    Example:
      tallybook evaluate tests/cases/dev.jsonl --every 3:12
    """
    from pipeline.evaluation.evaluate import disagreements, evaluate, load_cases, without_held_out
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
    shown = comparisons if held_out else without_held_out(loaded, comparisons)
    found = disagreements(shown)
    for line in disagreement_lines(one for one in found if only in (None, one.measure)):
        typer.echo(printable(line))
    left = sum(not one.agrees for one in comparisons) - sum(not one.agrees for one in shown)
    if left:
        typer.echo(f"\n{left} disagreements of cases held out are not listed; --held-out lists them.")
