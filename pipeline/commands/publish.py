"""The verb `publish`."""

from pathlib import Path
from typing import Annotated

import typer

from pipeline.commands.options import DEFAULT_DATASET, DEFAULT_RAW, DatasetOption, RawOption


def run(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="Folder to write, new or empty.")],
    *,
    redact_persons: Annotated[
        bool, typer.Option("--redact-persons", help="Leave the names of private persons out.")
    ] = False,
    dataset: DatasetOption = DEFAULT_DATASET,
    raw: RawOption = DEFAULT_RAW,
) -> None:
    """Write the dataset as a folder for an archive, such as Zenodo or Dataverse.

    A dataset that `tallybook check` refuses is refused.

    \b
    Example:
      tallybook publish deposit --redact-persons
    """
    from pipeline.commands.dataset_words import whole_dataset
    from pipeline.publishing.deposit import write_deposit

    typer.echo(whole_dataset(folder, write_deposit(dataset, folder, raw, redact_persons=redact_persons)))
