"""The verb `check`."""

from pathlib import Path
from typing import Annotated

import typer

from pipeline.commands.options import DEFAULT_DATASET


def run(
    folder: Annotated[Path, typer.Argument(help="Folder of the built tables.")] = DEFAULT_DATASET,
    *,
    raw: Annotated[Path, typer.Option(help="Folder of what the tables were built from.")] = Path("data/raw"),
) -> None:
    """Check that a dataset is whole: schemas, keys, spans, hashes.

    \b
    Example:
      tallybook check data/processed
    """
    from pipeline.tables.check import check_dataset

    check_dataset(folder, raw)
    typer.echo(f"{folder}: whole")
