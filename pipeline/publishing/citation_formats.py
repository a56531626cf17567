"""A citation in the forms that people and reference managers read: the source, then the dataset."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from types import MappingProxyType

from pipeline.publishing.citation import Citation
from pipeline.publishing.citation_form import CitationForm
from pipeline.publishing.json_text import json_text
from schemas.dataset import DATASET

_CREATORS = ", ".join(DATASET.creators)
_LATEX = str.maketrans(
    {
        # BibTeX counts braces, escaped or not, so that none may stand in a text.
        "\\": r"\textbackslash{}", "{": r"\textbraceleft{}", "}": r"\textbraceright{}",
        "~": r"\textasciitilde{}", "^": r"\textasciicircum{}",
        # In the fonts that LaTeX starts with, these are other characters.
        "<": r"\textless{}", ">": r"\textgreater{}", "|": r"\textbar{}",
        **{character: f"\\{character}" for character in "$&#%_"},
    }
)  # fmt: skip
_BRACES = str.maketrans({"{": "%7B", "}": "%7D", "\\": "%5C"})


def in_format(citation: Citation, form: CitationForm) -> str:
    """Return a citation in one of the forms, without a line end after it."""
    return _WRITERS[form](citation)


def _text(citation: Citation) -> str:
    published = citation.published.isoformat() if citation.published else "n.d."
    parts = [citation.author, citation.publisher, citation.title, published]
    reference = ". ".join(part.rstrip(".") for part in parts if part) + "."
    excerpt = " [Excerpt.]" if citation.is_excerpt else ""
    retrieved = f" Retrieved {citation.retrieved.isoformat()}." if citation.retrieved else ""
    lines = (
        f"{reference}{excerpt}{retrieved}",
        f"{citation.place}.",
        f'"{citation.quotation}"',
        citation.url,
        f"{_CREATORS}. {DATASET.title}. Version {citation.version}, {_row(citation)}.",
    )
    return "\n".join(lines)


def _row(citation: Citation) -> str:
    return f"row {citation.fact_id} ({citation.indicator})"


def _note(citation: Citation) -> str:
    excerpt = "Excerpt. " if citation.is_excerpt else ""
    return f'{excerpt}{citation.place}: "{citation.quotation}"'


def _dataset_key(citation: Citation) -> str:
    return f"{DATASET.name}-{citation.fact_id}"


def _bibtex(citation: Citation) -> str:
    source = {
        "author": f"{{{_latex(citation.creator)}}}",
        "title": f"{{{_latex(citation.title)}}}",
        "institution": _latex(citation.publisher),
        "year": str(citation.published.year) if citation.published else None,
        "date": _day(citation.published),
        # An address is printed as it stands, so that only what would unbalance the entry is encoded.
        "url": citation.url.translate(_BRACES),
        "urldate": _day(citation.retrieved),
        "note": _latex(_note(citation)),
    }
    dataset = {
        "author": f"{{{_latex(_CREATORS)}}}",
        "title": f"{{{_latex(DATASET.title)}}}",
        "howpublished": "Dataset",
        "version": _latex(citation.version),
        "note": _latex(f"Version {citation.version}, {_row(citation)}"),
    }
    return "\n\n".join(
        (_entry("techreport", citation.fact_id, source), _entry("misc", _dataset_key(citation), dataset))
    )


def _entry(kind: str, key: str, fields: Mapping[str, str | None]) -> str:
    lines = (f"  {name} = {{{value}}},\n" for name, value in fields.items() if value is not None)
    return f"@{kind}{{{key},\n{''.join(lines)}}}"


def _latex(text: str) -> str:
    return text.translate(_LATEX)


def _ris(citation: Citation) -> str:
    return "\n".join((*_ris_source(citation), "", *_ris_dataset(citation)))


def _ris_source(citation: Citation) -> Iterator[str]:
    yield "TY  - RPRT"
    yield f"ID  - {citation.fact_id}"
    if citation.author:
        # A comma would part a name in two; a publisher without an author stands in PB alone.
        yield f"AU  - {citation.author}"
    yield f"TI  - {citation.title}"
    yield f"PB  - {citation.publisher}"
    if citation.published:
        yield f"PY  - {citation.published.year}"
        yield f"DA  - {citation.published:%Y/%m/%d}"
    yield f"N1  - {_note(citation)}"
    yield f"UR  - {citation.url}"
    if citation.retrieved:
        yield f"Y2  - {citation.retrieved:%Y/%m/%d}"
    yield "ER  - "


def _ris_dataset(citation: Citation) -> Iterator[str]:
    yield "TY  - DATA"
    yield f"ID  - {_dataset_key(citation)}"
    yield from (f"AU  - {creator}" for creator in DATASET.creators)
    yield f"TI  - {DATASET.title}"
    yield f"ET  - {citation.version}"
    yield f"N1  - Version {citation.version}, {_row(citation)}"
    yield "ER  - "


def _csl(citation: Citation) -> str:
    source = {
        "id": citation.fact_id,
        "type": "report",
        "title": citation.title,
        "author": [{"literal": citation.creator}],
        "publisher": citation.publisher,
        "issued": _date_parts(citation.published),
        "accessed": _date_parts(citation.retrieved),
        "URL": citation.url,
        "note": _note(citation),
    }
    dataset = {
        "id": _dataset_key(citation),
        "type": "dataset",
        "title": DATASET.title,
        "author": [{"literal": creator} for creator in DATASET.creators],
        "version": citation.version,
        "note": _row(citation),
    }
    return json_text([{name: value for name, value in item.items() if value} for item in (source, dataset)]).rstrip()


def _date_parts(day: date | None) -> dict[str, object] | None:
    return None if day is None else {"date-parts": [[day.year, day.month, day.day]]}


def _day(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


_WRITERS: Mapping[CitationForm, Callable[[Citation], str]] = MappingProxyType(
    {
        CitationForm.TEXT: _text,
        CitationForm.BIBTEX: _bibtex,
        CitationForm.RIS: _ris,
        CitationForm.CSL_JSON: _csl,
    }
)
