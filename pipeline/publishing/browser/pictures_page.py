"""The page of pictures, drawn when the dataset is built: it needs no script."""

from jinja2 import Environment

from pipeline.publishing.browser.pictures.detentions_plot import detentions_plot
from pipeline.publishing.browser.pictures.equivalents_plot import equivalents_plot
from pipeline.publishing.browser.pictures.indicator_counts import indicator_counts
from pipeline.publishing.browser.pictures.picture_rows import CountedRow, DetentionRow, FineRow
from pipeline.publishing.edition import Edition
from pipeline.tables.row_views import rows_of


def pictures_page(edition: Edition, templates: Environment) -> str:
    """Return the page, every mark of it linked to its row."""
    tables = edition.tables
    return templates.get_template("pictures.html").render(
        version=edition.build.version,
        counts=indicator_counts(rows_of(tables.facts, CountedRow)),
        detentions=detentions_plot(rows_of(tables.detentions, DetentionRow)),
        equivalents=equivalents_plot(rows_of(tables.fines, FineRow)),
    )
