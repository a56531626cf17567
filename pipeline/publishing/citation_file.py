"""How to cite the dataset, for programs that read `CITATION.cff`: the dataset, and each source as a reference."""

from collections.abc import Iterable

import yaml

from pipeline.publishing.edition import Edition, PublishedFile, text_file
from pipeline.tables.row_views import SourceRow, rows_of
from schemas.dataset import DATASET


def make_citation_file(edition: Edition) -> Iterable[PublishedFile]:
    """Yield the file."""
    sources = rows_of(edition.tables.documents, SourceRow)
    citation = {
        "cff-version": "1.2.0",
        "message": DATASET.citing,
        "type": "dataset",
        "title": DATASET.title,
        "abstract": DATASET.description,
        "version": edition.build.version,
        "authors": [{"name": creator} for creator in DATASET.creators],
        "license": DATASET.licence.identifier,
        "keywords": list(DATASET.keywords),
        "references": [_reference(source) for source in sources],
    }
    text = yaml.safe_dump(citation, sort_keys=False, allow_unicode=True, width=120)
    yield text_file("CITATION.cff", text)


def _reference(source: SourceRow) -> dict[str, object]:
    reference: dict[str, object] = {
        "type": "report",
        "title": source.title,
        "authors": [{"name": source.author or source.publisher}],
        "publisher": {"name": source.publisher},
        "url": source.url,
    }
    if source.published is not None:
        reference["date-released"] = source.published.isoformat()
        reference["year"] = source.published.year
    if source.retrieved is not None:
        reference["date-accessed"] = source.retrieved.isoformat()
    excerpt = ["An excerpt."] if source.is_excerpt else []
    notes = [*excerpt, *([source.notes] if source.notes else []), f"Terms: {source.licence}."]
    return {**reference, "notes": " ".join(notes)}
