"""The scores of the coding as a file of the publication."""

from collections.abc import Iterable

from pipeline.publishing.coding_scores import SCORES_NAME, scores_text
from pipeline.publishing.edition import Edition, PublishedFile, text_file


def make_scores(edition: Edition) -> Iterable[PublishedFile]:
    """Yield the file of the scores, for programs."""
    yield text_file(SCORES_NAME, scores_text(edition.scores))
