"""The verb `add`."""

from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from pipeline.commands.options import DEFAULT_SOURCES, SourcesOption

_DAY = ["%Y-%m-%d"]


def run(
    source: Annotated[Path, typer.Argument(help="The report: text, a web page or a PDF document.")],
    *,
    country: Annotated[str, typer.Option(metavar="ALPHA3", help="Country, ISO 3166-1 alpha-3.")],
    year: Annotated[int, typer.Option(help="The year that the report covers.")],
    title: Annotated[str, typer.Option(help="Title of the report.")],
    publisher: Annotated[str, typer.Option(help="Who published it.")],
    licence: Annotated[str, typer.Option(help="Terms under which it may be used.")],
    url: Annotated[str, typer.Option(help="Address of the report.")],
    author: Annotated[str | None, typer.Option(help="Who wrote it.")] = None,
    published: Annotated[datetime | None, typer.Option(formats=_DAY, help="Day of publication.")] = None,
    retrieved: Annotated[datetime | None, typer.Option(formats=_DAY, help="Day on which it was fetched.")] = None,
    notes: Annotated[str | None, typer.Option(help="What a reader should know of it.")] = None,
    excerpt: Annotated[bool, typer.Option("--excerpt", help="It is only a part of the report.")] = False,
    sources: SourcesOption = DEFAULT_SOURCES,
) -> None:
    """Put a report and its description among the sources.

    `dvc repro` then builds it in.

    \b
    Example:
      tallybook add report.txt --country KGZ --year 2021 --title "Annual report" --publisher "A publisher" \\
        --licence "CC BY 4.0" --url https://example.org/report
    """
    from pipeline.reading.addition import add_source
    from pipeline.reading.document import Sidecar

    sidecar = Sidecar(
        title=title,
        publisher=publisher,
        country=country,
        year=year,
        url=url,
        licence=licence,
        author=author,
        published=published and published.date(),
        retrieved=retrieved and retrieved.date(),
        notes=notes,
        is_excerpt=excerpt,
    )
    added = add_source(source, sidecar, sources)
    held = f" as {len(added.document_ids)} reports: {', '.join(added.document_ids)}" if added.document_ids[1:] else ""
    typer.echo(f"{added.path}: added{held}; run dvc repro to build it in")
