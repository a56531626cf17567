"""The verb `review`."""

from typing import TYPE_CHECKING, Annotated

import typer

from pipeline.commands.options import DEFAULT_DATASET, DatasetOption

if TYPE_CHECKING:
    from pipeline.commands.dataset import NumeralRow


def run(
    *,
    limit: Annotated[int, typer.Option(min=1, help="How many groups to show.")] = 20,
    dataset: DatasetOption = DEFAULT_DATASET,
) -> None:
    """List the quantities that no indicator answers to.

    They are grouped by what they count and by their verb, the most frequent first.

    \b
    Example:
      tallybook review --limit 5
    """
    from pipeline.commands.dataset import NumeralRow, ParagraphRow, all_rows, place_in_quote, row_of
    from pipeline.printing import marked, one_line

    groups: dict[tuple[str, str], list[NumeralRow]] = {}
    for row in all_rows(dataset, NumeralRow):
        if row.role == "quantity" and row.fact_id is None and row.equivalent_of is None:
            groups.setdefault(_group(row), []).append(row)
    ranked = sorted(groups.items(), key=lambda item: (-len(item[1]), item[0]))
    for (noun, governor), rows in ranked[:limit]:
        example = rows[0]
        paragraph = row_of(dataset, ParagraphRow, "paragraph_id", example.paragraph_id)
        typer.echo(one_line(f"{len(rows):4} {noun} / {governor}: {example.reason}"))
        typer.echo(
            f"     {example.document_id}:{example.start} {marked(example.quote, *place_in_quote(example, paragraph))}"
        )
    total = sum(len(rows) for rows in groups.values())
    rest = f", {len(ranked) - limit} groups not shown (--limit)" if len(ranked) > limit else ""
    typer.echo(f"{total} uncoded quantities in {len(ranked)} groups{rest}.")


def _group(row: "NumeralRow") -> tuple[str, str]:
    from pipeline.evaluation.comparison import head_noun

    return head_noun(row.counted) or row.unit or "-", row.governor or "-"
