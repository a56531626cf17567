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
    show: Annotated[bool, typer.Option("--show", help="List every disagreement, grouped by kind.")] = False,
    only: Annotated[str | None, typer.Option(help="List disagreements of one kind alone, such as fact.")] = None,
    every: Annotated[
        str | None, typer.Option(metavar="N:R", help="3:0 takes cases whose number divides by 3, 3:12 the others.")
    ] = None,
    sources: SourcesOption = DEFAULT_SOURCES,
) -> None:
    """Score the extractor against annotated cases.

    Cases whose number divides by 3 are scored and never shown.

    \b
    Example:
      tallybook evaluate tests/cases/dev.jsonl --every 3:12
    """
    from pipeline.evaluation.evaluate import disagreements, evaluate, load_cases
    from pipeline.evaluation.report import score_lines
    from pipeline.evaluation.scores import summarize
    from pipeline.printing import one_line
    from pipeline.progress import followed

    loaded = load_cases(cases, sources, every)
    comparisons = evaluate(followed(loaded, "scoring"))
    for line in score_lines(summarize(comparisons, len(loaded))):
        typer.echo(line)
    if not (show or only):
        return
    for kind, group in disagreements(loaded, comparisons):
        if only in (None, kind):
            typer.echo(f"\n{kind}: {len(group)}")
            for one in group:
                answers = f"{one.case_id} | {one.surface} | want {one.wanted} | got {one.got} | {one.context}"
                typer.echo(one_line(answers))
