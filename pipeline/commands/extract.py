"""The verb `extract`."""

from pathlib import Path
from typing import Annotated

import typer


def run(
    paths: Annotated[list[Path], typer.Argument(metavar="PATH...", help="Reports, or folders of reports.")],
    *,
    country: Annotated[str | None, typer.Option(metavar="ALPHA3", help="Country, ISO 3166-1 alpha-3.")] = None,
    year: Annotated[int | None, typer.Option(help="The year that the report covers.")] = None,
) -> None:
    """Write every number of reports as JSON lines, in text order.

    Country and year come from the description NAME.yaml beside a report, unless the options say otherwise.

    \b
    Example:
      tallybook extract data/raw/documents/kazakhstan-2020.txt --country KAZ --year 2020
    """
    from pipeline.commands.ledger_lines import ledger_lines
    from pipeline.commands.sources import describe
    from pipeline.facts.extraction import extract
    from pipeline.failures import located
    from pipeline.progress import followed
    from pipeline.reading.source import find_sources, read_document

    sources = find_sources(paths)
    # All are read before a line is written, and again to extract, so that memory does not grow with their number.
    for source in sources:
        read_document(source, describe(source, country, year))
    for source in followed(sources, "extracting"):
        document = read_document(source, describe(source, country, year))
        with located(source):
            numerals, facts = extract(document)
        for line in ledger_lines(document, numerals, facts):
            typer.echo(line)
