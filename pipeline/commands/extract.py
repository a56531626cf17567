"""The verb `extract`."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from pipeline.reading.document import Document


def run(
    paths: Annotated[list[Path], typer.Argument(metavar="PATH...", help="Reports, or folders of reports.")],
    *,
    country: Annotated[str | None, typer.Option(metavar="ALPHA3", help="Country, ISO 3166-1 alpha-3.")] = None,
    year: Annotated[int | None, typer.Option(help="The year that the report covers.")] = None,
    keep_going: Annotated[
        bool, typer.Option("--keep-going", help="Leave out what cannot be read, and say so on stderr.")
    ] = False,
) -> None:
    """Write every number of reports as JSON lines, in text order.

    Country and year come from the description NAME.yaml beside a report, unless the options say otherwise. A file
    with several reports gives those of each in turn.

    \b
    Example:
      tallybook extract data/raw/documents/kazakhstan-2020.txt --country KAZ --year 2020
    """
    from pipeline.commands.ledger_lines import ledger_lines
    from pipeline.facts.extraction import extract
    from pipeline.failures import located
    from pipeline.progress import followed
    from pipeline.reading.source import find_sources

    # All are read before a line is written, and again to extract, so that memory does not grow with their number.
    sources = _readable(find_sources(paths), country, year, keep_going=keep_going)
    for source in followed(sources, "extracting"):
        for document in _documents(source, country, year):
            with located(source):
                numerals, facts = extract(document)
            for line in ledger_lines(document, numerals, facts):
                typer.echo(line)


def _readable(sources: list[Path], country: str | None, year: int | None, *, keep_going: bool) -> list[Path]:
    """Return the sources that can be read, with a sentence on stderr for each other; one at least must be."""
    from pipeline.errors import SidecarError, SourceError

    readable: list[Path] = []
    for source in sources:
        try:
            _documents(source, country, year)
        except (SourceError, SidecarError) as error:
            if not keep_going or (source == sources[-1] and not readable):
                raise
            typer.echo(f"tallybook: left out: {error}", err=True)
        else:
            readable.append(source)
    return readable


def _documents(source: Path, country: str | None, year: int | None) -> "tuple[Document, ...]":
    from pipeline.commands.sources import describe
    from pipeline.reading.formats import reader_for
    from pipeline.reading.source import read_documents

    # What cannot be read whatever is said of it needs no description.
    reader_for(source)
    return read_documents(source, describe(source, country, year))
