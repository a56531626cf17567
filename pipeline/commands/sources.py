"""How a source is described that a user names."""

from dataclasses import replace
from pathlib import Path

from pipeline.errors import SidecarError
from pipeline.reading.document import Sidecar
from pipeline.reading.sidecar import check_sidecar, read_sidecar

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
