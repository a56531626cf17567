"""The verb `review`."""

from pathlib import Path
from typing import Annotated

import typer

from pipeline.commands.options import DEFAULT_DATASET, DatasetOption


def run(
    *,
    limit: Annotated[int, typer.Option(min=1, help="How many groups to show.")] = 20,
    draft: Annotated[
        int | None, typer.Option(min=1, metavar="N", help="Write a draft codebook entry for the Nth group.")
    ] = None,
    correct: Annotated[
        str | None,
        typer.Option(metavar="ID", help="Write the draft of a correction of a fact or of an uncoded quantity."),
    ] = None,
    dataset: DatasetOption = DEFAULT_DATASET,
) -> None:
    """List the quantities of the whole dataset that no indicator answers to.

    They are grouped by what they count and by their verb, the most frequent first. This is how the codebook grows:
    `--draft` writes what is known of a group as the beginning of an entry. `--correct` writes what the program says of
    one number as a correction to decide on, for data/curation.

    \b
    Example:
      tallybook review --limit 5
      tallybook review --draft 1
    """
    from pipeline.errors import DatasetError
    from pipeline.evaluation.uncoded import draft_entry, uncoded_groups
    from pipeline.printing import marked, one_line, printable
    from pipeline.publishing.dataset_rows import NumeralRow, ParagraphRow, all_rows, place_in_quote, row_of

    if correct is not None:
        typer.echo(printable(_draft_of(correct, dataset)), nl=False)
        return
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


def _draft_of(name: str, dataset: Path) -> str:
    from dataclasses import asdict
    from datetime import UTC, datetime

    from pipeline.curation.drafting import draft_of_correction
    from pipeline.publishing.dataset_rows import CodingRow, NumeralRow, find_rows, row_of

    key = "fact_id" if name.startswith("f-") else "numeral_id"
    if key == "fact_id":
        row_of(dataset, CodingRow, key, name)
    numeral = row_of(dataset, NumeralRow, key, name)
    facts = find_rows(dataset, CodingRow, "numeral_id", numeral.numeral_id)
    cells = asdict(facts[0]) if facts else asdict(numeral) | {"counted": None}
    return draft_of_correction(numeral.document_id, numeral.numeral_id, cells, datetime.now(UTC).date())
