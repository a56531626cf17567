"""The verb `review`."""

from typing import Annotated

import typer

from pipeline.commands.options import DEFAULT_DATASET, DatasetOption


def run(
    *,
    limit: Annotated[int, typer.Option(min=1, help="How many groups to show.")] = 20,
    draft: Annotated[
        int | None, typer.Option(min=1, metavar="N", help="Write a draft codebook entry for the Nth group.")
    ] = None,
    dataset: DatasetOption = DEFAULT_DATASET,
) -> None:
    """List the quantities of the whole dataset that no indicator answers to.

    They are grouped by what they count and by their verb, the most frequent first. This is how the codebook grows:
    `--draft` writes what is known of a group as the beginning of an entry.

    \b
    Example:
      tallybook review --limit 5
      tallybook review --draft 1
    """
    from pipeline.commands.dataset import NumeralRow, ParagraphRow, all_rows, place_in_quote, row_of
    from pipeline.errors import DatasetError
    from pipeline.evaluation.uncoded import draft_entry, uncoded_groups
    from pipeline.printing import marked, one_line, printable

    groups = uncoded_groups(all_rows(dataset, NumeralRow))
    if draft is not None:
        if draft > len(groups):
            raise DatasetError(f"--draft {draft}: there are {len(groups)} groups; see them with tallybook review.")
        typer.echo(printable(draft_entry(groups[draft - 1])), nl=False)
        return
    for rank, group in enumerate(groups[:limit], start=1):
        example = group.rows[0]
        paragraph = row_of(dataset, ParagraphRow, "paragraph_id", example.paragraph_id)
        documents = len({row.document_id for row in group.rows})
        where = f" in {documents} documents" if documents > 1 else ""
        told = f"{len(group.rows)}{where}, {group.noun} / {group.governor}: {example.reason}"
        typer.echo(f"{rank:3}. {one_line(told)}")
        typer.echo(
            f"     {example.document_id}:{example.start} {marked(example.quote, *place_in_quote(example, paragraph))}"
        )
    total = sum(len(group.rows) for group in groups)
    rest = f", {len(groups) - limit} groups not shown (--limit)" if len(groups) > limit else ""
    typer.echo(f"{total} uncoded quantities in {len(groups)} groups{rest}.")
