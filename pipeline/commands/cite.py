"""The verb `cite`."""

from typing import Annotated

import typer

from pipeline.commands.options import DEFAULT_DATASET, DatasetOption


def run(
    fact_id: Annotated[str, typer.Argument(metavar="FACT_ID", help="The id of a row of a table of facts.")],
    *,
    dataset: DatasetOption = DEFAULT_DATASET,
) -> None:
    """Print a reference to one row of the dataset.

    It names the source, quotes the sentence with the number marked, and gives an address that scrolls to it.

    \b
    Example:
      tallybook explain kazakhstan-2020:548    # names the fact: f-...
      tallybook cite FACT_ID
    """
    from pipeline.commands.dataset import DocumentRow, FactRow, ParagraphRow, place_in_quote, row_of
    from pipeline.printing import marked, one_line
    from pipeline.publishing.version import package_version

    fact = row_of(dataset, FactRow, "fact_id", fact_id)
    document = row_of(dataset, DocumentRow, "document_id", fact.document_id)
    paragraph = row_of(dataset, ParagraphRow, "paragraph_id", fact.paragraph_id)
    quotation = marked(fact.quote, *place_in_quote(fact, paragraph))
    published = document.published.isoformat() if document.published else "n.d."
    sources = [document.author, document.publisher, document.title, published]
    reference = ". ".join(part.rstrip(".") for part in sources if part) + "."
    typer.echo(one_line(reference + (" [Excerpt.]" if document.is_excerpt else "")))
    typer.echo(one_line(f"{fact.section}, {paragraph.place}."))
    typer.echo(f'"{quotation}"')
    typer.echo(one_line(fact.source_url))
    typer.echo(f"The tallybook dataset, version {package_version()}, row {fact.fact_id} ({fact.indicator}).")
