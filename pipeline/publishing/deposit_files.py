"""What a folder for an archive has beside the dataset: a README for people, and the form of Zenodo."""

from collections.abc import Iterable

from pipeline.publishing.edition import Edition, PublishedFile, text_file
from pipeline.publishing.json_text import json_text
from pipeline.publishing.pages import page
from pipeline.publishing.private_names import HIDDEN
from pipeline.tables.row_views import SourceRow, rows_of
from schemas.dataset import DATASET


def make_deposit_files(edition: Edition) -> Iterable[PublishedFile]:
    """Yield the files."""
    yield text_file("README.md", page("README.md", edition, hidden=HIDDEN))
    yield text_file(".zenodo.json", json_text(_zenodo(edition)))


def _zenodo(edition: Edition) -> dict[str, object]:
    """Return what Zenodo's form asks of a deposit."""
    sources = rows_of(edition.tables.documents, SourceRow)
    addresses = dict.fromkeys(source.url for source in sources)
    return {
        "title": DATASET.title,
        "description": DATASET.description,
        "upload_type": "dataset",
        "access_right": "open",
        "license": DATASET.licence.identifier.lower(),
        "version": edition.build.version,
        "creators": [{"name": creator} for creator in DATASET.creators],
        "keywords": list(DATASET.keywords),
        "related_identifiers": [{"identifier": url, "relation": "isDerivedFrom"} for url in addresses],
    }
