"""Which document a user means, and how it is described."""

from dataclasses import replace
from difflib import get_close_matches
from pathlib import Path

from pipeline.errors import SidecarError, SourceError
from pipeline.reading.document import Document, Sidecar
from pipeline.reading.sidecar import check_sidecar, read_sidecar
from pipeline.reading.source import find_sources, read_document

_UNSAID = "not given"


def describe(source: Path, country: str | None, year: int | None) -> Sidecar:
    """Return the description beside a source, its country and year overruled where they are given.

    Raises SidecarError where it is missing and country and year are not both given, or where it is impossible.
    """
    beside = source.with_suffix(".yaml")
    if beside.exists():
        sidecar = read_sidecar(beside)
    elif country is None or year is None:
        raise SidecarError(
            f"{source}: no description {beside.name} beside it; write one, or give --country and --year."
        )
    else:
        sidecar = Sidecar(source.stem, _UNSAID, country, year, "https://example.org/", _UNSAID)
    sidecar = replace(sidecar, country=country or sidecar.country, year=sidecar.year if year is None else year)
    check_sidecar(sidecar, str(source))
    return sidecar


def document_named(name: str, folder: Path) -> Document:
    """Return the document of a folder of sources that has this id.

    Raises SourceError, naming the nearest ids, where the folder has none of that name.
    """
    sources = {source.stem: source for source in find_sources([folder])}
    if name not in sources:
        raise SourceError(f"{name}: no document of {folder} has this id; {nearest(name, list(sources))}.")
    return read_document(sources[name])


def nearest(name: str, known: list[str]) -> str:
    """Return a clause that names the nearest of the known ids."""
    near = get_close_matches(name, known, n=3, cutoff=0) if known else []
    return f"the nearest are {', '.join(near)}" if near else "there are none yet, so add a source and run dvc repro"
