"""The evidence browser: a folder that opens from disk, with no server and no network."""

from collections.abc import Iterator
from importlib.resources import files
from importlib.resources.abc import Traversable
from operator import attrgetter

from jinja2 import Environment, PackageLoader, StrictUndefined

from pipeline.publishing.browser.catalog import catalog_of
from pipeline.publishing.browser.document_files import document_files
from pipeline.publishing.browser.pictures_page import pictures_page
from pipeline.publishing.browser.script_data import data_script
from pipeline.publishing.browser.table_files import table_files
from pipeline.publishing.edition import Edition, PublishedFile, text_file
from schemas.tables.common_columns import APPROXIMATION, ATTRIBUTED_TO, COUNTRY, INDICATOR, REPORT_YEAR

_PACKAGE = "pipeline.publishing.browser"
_SCRIPTS = (
    "elements", "text_offsets", "packed_rows", "dataset", "words", "addresses", "filters", "list_fields", "row_order",
    "listing", "reading_view", "clipboard", "quotation", "money_words", "wholes", "panel", "evidence", "tables_view",
    "text_view", "print_table",
)  # fmt: skip
"""The page's own scripts, each after those that it calls."""

_FILTERS = (INDICATOR, COUNTRY, REPORT_YEAR, APPROXIMATION, ATTRIBUTED_TO)


def make_browser(edition: Edition) -> Iterator[PublishedFile]:
    """Yield the files of the evidence browser, below `browser/`."""
    templates = Environment(
        loader=PackageLoader(_PACKAGE, "page"), autoescape=True, undefined=StrictUndefined, trim_blocks=True,
        lstrip_blocks=True, keep_trailing_newline=True,
    )  # fmt: skip
    index = templates.get_template("index.html")
    page = index.render(version=edition.build.version, scripts=_SCRIPTS, filters=_FILTERS)
    yield text_file("browser/index.html", page)
    yield text_file("browser/pictures.html", pictures_page(edition, templates))
    yield from _copies("browser", files(_PACKAGE).joinpath("page"), (".css", ".js"))
    yield from _copies("browser/vendor", files(_PACKAGE).joinpath("vendor"), (".css", ".js", "LICENSE"))
    yield text_file("browser/data/catalog.js", data_script("catalog", catalog_of(edition)))
    yield from table_files(edition)
    yield from document_files(edition)


def _copies(below: str, folder: Traversable, endings: tuple[str, ...]) -> Iterator[PublishedFile]:
    """Yield the files of a folder of the package that end in one of the endings, in the order of their names."""
    for item in sorted(folder.iterdir(), key=attrgetter("name")):
        if item.is_dir():
            yield from _copies(f"{below}/{item.name}", item, endings)
        elif item.name.endswith(endings):
            yield PublishedFile(f"{below}/{item.name}", item.read_bytes())
