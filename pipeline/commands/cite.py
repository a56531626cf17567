"""The verb `cite`."""

from typing import Annotated

import typer

from pipeline.commands.options import DEFAULT_DATASET, DatasetOption
from pipeline.publishing.citation_form import CitationForm


def run(
    fact_id: Annotated[
        str, typer.Argument(metavar="FACT_ID", help="The id of a row of a table of facts, or the beginning of one.")
    ],
    *,
    form: Annotated[CitationForm, typer.Option("--format", help="Form of the reference.")] = CitationForm.TEXT,
    dataset: DatasetOption = DEFAULT_DATASET,
) -> None:
    """Print a reference to one row of the dataset.

    It names the source, quotes the sentence with the number marked, and gives an address that scrolls to it.

    \b
    Example:
      tallybook explain kazakhstan-2020:548    # names the fact: f-...
      tallybook cite FACT_ID
    """
    from pipeline.publishing.citation import CitedDataset
    from pipeline.publishing.citation_formats import in_format

    typer.echo(in_format(CitedDataset(dataset).citation(fact_id), form))
