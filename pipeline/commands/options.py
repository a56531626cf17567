"""Options that several verbs share, and the folders of a checkout that they default to."""

from pathlib import Path
from typing import Annotated

import typer

DEFAULT_SOURCES = Path("data/raw/documents")
DEFAULT_DATASET = Path("data/processed")
DEFAULT_RAW = Path("data/raw")

SourcesOption = Annotated[Path, typer.Option("--sources", help="Folder of the sources and their sidecars.")]
RawOption = Annotated[Path, typer.Option("--raw", help="Folder of what the tables were built from.")]
DatasetOption = Annotated[Path, typer.Option("--dataset", help="Folder of the built tables.")]
