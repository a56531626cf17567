"""Sources that hold several reports one after the other, as a page does that a reader put together.

Where each begins is told by headings that name a country, or a year, or by the description (`parts`). A heading that
might be either is asked about: a number under the wrong country is worse than a source that is not yet read.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from pipeline.errors import SidecarError, SourceError
from pipeline.reading.countries import country_named
from pipeline.reading.document import PartDescription, Sidecar
from pipeline.reading.headings import Heading, Rank, is_prose
from pipeline.reading.structure import Line

MOST_YEAR_WORDS = 8
"""Of a heading that names a year alone (`2020`, `Events of 2020`)."""
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d{2}(?!\d)")
_SEPARATOR = re.compile(r"[:|/\u2013\u2014]|\s-\s")
_REMEDY = "name each under `parts` in the description, with the words that it begins with, or write `parts: []`"


@dataclass(frozen=True, slots=True)
class Part:
    """One report of several: where it begins, and how it is described."""

    first: int
    """Place of its first line among those of the source."""
    opening: int
    """Place of the line that names it: what stands before it, a banner or a preface, goes with the first part."""
    document_id: str
    sidecar: Sidecar


@dataclass(frozen=True, slots=True)
class _Opening:
    """A line that opens a part, and what it says of it."""

    place: int
    country: str | None
    year: int | None
    title: str


def find_parts(stem: str, lines: Sequence[Line], sidecar: Sidecar, name: str) -> tuple[Part, ...]:
    """Return the reports that a source of that stem holds, none where it is one report.

    Raises SidecarError where a part of the description is not found, and SourceError where headings name countries or
    years and leave open which lines are under them; `name` names the source in the sentence.
    """
    if sidecar.parts is not None:
        openings = _described(lines, sidecar.parts, name)
    else:
        openings = _by_heading(lines, sidecar, name)
    parts: list[Part] = []
    names: dict[str, int] = {}
    for place, opening in enumerate(openings):
        country, year = opening.country or sidecar.country, opening.year or sidecar.year
        document_id = f"{stem}.{country}-{year}"
        names[document_id] = names.get(document_id, 0) + 1
        if names[document_id] > 1:
            document_id = f"{document_id}-{names[document_id]}"
        title = sidecar.title if opening.title in sidecar.title else f"{sidecar.title}: {opening.title}"
        described = replace(sidecar, country=country, year=year, title=title, parts=None)
        parts.append(Part(opening.place if place else 0, opening.place, document_id, described))
    return tuple(parts)


def with_titles(lines: Sequence[Line], parts: Sequence[Part]) -> tuple[Line, ...]:
    """Return the lines with the heading that opens a part as its title, which is no section of it."""
    titled = list(lines)
    for part in parts:
        heading = lines[part.opening].heading
        if heading:
            titled[part.opening] = replace(lines[part.opening], heading=Heading(heading.text, Rank.TITLE))
    return tuple(titled)


def _described(lines: Sequence[Line], parts: Sequence[PartDescription], name: str) -> list[_Opening]:
    openings: list[_Opening] = []
    for part in parts:
        after = openings[-1].place + 1 if openings else 0
        wanted = " ".join(part.begins.split())
        place = next((at for at in range(after, len(lines)) if _plain(lines[at].text).startswith(wanted)), None)
        if place is None:
            raise SidecarError(
                f"{name}: no paragraph{' after the part before' if openings else ''} begins with {wanted[:60]!r}, as "
                "`parts` of the description says; copy the words as they stand, in the order of the source."
            )
        openings.append(_Opening(place, part.country, part.year, part.title or wanted))
    return openings


def _plain(text: str) -> str:
    return " ".join(text[:400].split())


def _by_heading(lines: Sequence[Line], sidecar: Sidecar, name: str) -> list[_Opening]:
    by_element = [place for place, line in enumerate(lines) if line.heading and line.heading.level < Rank.PART]
    beside = _outermost(lines, by_element) if by_element else _forms(lines)
    openings = [opening for place in beside if (opening := _named(lines[place], place))]
    named = {(opening.country or sidecar.country, opening.year or sidecar.year) for opening in openings}
    if len(named) < 2 or (sidecar.country, sidecar.year) not in named:  # noqa: PLR2004 one is no several
        return []
    between = [place for place in beside if openings[0].place < place < openings[-1].place]
    others = [place for place in between if _named(lines[place]) is None]
    if others and not all(_heads_headings(lines, opening.place) for opening in openings):
        raise SourceError(
            f"{name} has headings that name reports ({openings[0].title!r}, {openings[-1].title!r}) and one beside "
            f"them that does not ({lines[others[0]].text[:60]!r}); {_REMEDY}."
        )
    return openings


def _outermost(lines: Sequence[Line], headings: Sequence[int]) -> list[int]:
    """Return the headings by element of the outermost depth that has several."""
    depths = sorted({lines[place].level for place in headings})
    for depth in depths:
        alike = [place for place in headings if lines[place].level == depth]
        if len(alike) > 1:
            return alike
    return []


def _forms(lines: Sequence[Line]) -> list[int]:
    """Return the headings of a text that name something and head headings, where no prose stands before the first."""
    places = [
        place for place, line in enumerate(lines) if line.heading and _heads_headings(lines, place) and _named(line)
    ]
    is_front = bool(places) and not any(is_prose(line.text) for line in lines[: places[0]] if not line.is_furniture)
    return places if is_front else []


def _heads_headings(lines: Sequence[Line], place: int) -> bool:
    following = next((line for line in lines[place + 1 :] if not line.is_furniture), None)
    return following is not None and following.heading is not None


def _named(line: Line, place: int = 0) -> _Opening | None:
    """Return the country and the year that a heading names and nothing else (`2020 Reports: Kenya`), or null."""
    text = " ".join(line.text.split())
    years = {int(year) for year in _YEAR.findall(text)}
    year = years.pop() if len(years) == 1 else None
    without_year = _YEAR.sub(" ", text).strip(" ,()")
    countries = [country_named(text), country_named(without_year), *map(country_named, _SEPARATOR.split(without_year))]
    country = next(filter(None, countries), None)
    is_year = year is not None and len(text.split()) <= MOST_YEAR_WORDS and not re.search(r"\d", without_year)
    return _Opening(place, country, year, text) if country or is_year else None
