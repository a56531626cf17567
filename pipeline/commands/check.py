"""The verb `check`."""

from pathlib import Path
from typing import Annotated

import typer

from pipeline.commands.options import DEFAULT_DATASET, DEFAULT_RAW, RawOption


def run(
    folder: Annotated[Path, typer.Argument(help="Folder of the built tables.")] = DEFAULT_DATASET,
    *,
    raw: RawOption = DEFAULT_RAW,
) -> None:
    """Check that a dataset is whole: schemas, keys, spans, hashes.

    \b
    Example:
      tallybook check data/processed
    """
    from pipeline.commands.dataset_words import whole_dataset
    from pipeline.tables.check import check_dataset

    typer.echo(whole_dataset(folder, check_dataset(folder, raw)))
