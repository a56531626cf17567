"""What people read of the publication: pages made from templates, text of sources escaped in them."""

import re
from collections.abc import Iterable
from functools import cache

import jinja2
from markupsafe import Markup

from pipeline.publishing.codebook_entries import entry_families
from pipeline.publishing.edition import Edition, PublishedFile, text_file
from pipeline.publishing.plain_numbers import plain_number
from pipeline.publishing.stata_copies import stata_name
from pipeline.tables.row_views import SourceRow, rows_of
from schemas.cautions import CAUTIONS
from schemas.dataset import DATASET
from schemas.tables.catalog import FACT_TABLES, TABLES

_PAGES = ("codebook.md", "codebook.html", "CAUTIONS.md", "LICENCES.md", "PROVENANCE.md")
_MARKUP = re.compile(r"[\\`*_{}\[\]<>#|&]")
_CODE = re.compile(r"`([^`]*)`")


def make_pages(edition: Edition) -> Iterable[PublishedFile]:
    """Yield the codebook, the cautions, the licences and the provenance."""
    for name in _PAGES:
        yield text_file(name, page(name, edition))


def page(name: str, edition: Edition, **more: object) -> str:
    """Return a page of the publication; `more` is what its template needs beside the edition."""
    content = {
        "build": edition.build,
        "cautions": CAUTIONS,
        "dataset": DATASET,
        "fact_tables": FACT_TABLES,
        "families": entry_families(),
        "renamed": [column for column in _fact_columns() if stata_name(column) != column],
        "rows": {declaration.name: table.num_rows for declaration, table in edition.tables.named()},
        "scores": edition.scores,
        "sources": rows_of(edition.tables.documents, SourceRow),
        "tables": TABLES,
    }
    return _templates().get_template(f"{name}.jinja").render(**content, **more)


def _fact_columns() -> list[str]:
    return sorted({name for declaration in FACT_TABLES for name in declaration.column_names})


@cache
def _templates() -> jinja2.Environment:
    environment = jinja2.Environment(
        loader=jinja2.PackageLoader("pipeline.publishing"),
        autoescape=jinja2.select_autoescape(("html.jinja",), default=False),
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters["md"] = _in_markdown
    environment.filters["code"] = _with_code
    environment.filters["plain"] = plain_number
    return environment


def _in_markdown(text: object) -> str:
    """Return a text on one line that Markdown takes for no markup."""
    return _MARKUP.sub(lambda found: f"\\{found[0]}", " ".join(str(text).split()))


def _with_code(text: str) -> Markup:
    """Return a declared text for HTML, what stands between backticks as code."""
    return Markup(_CODE.sub(r"<code>\1</code>", str(Markup.escape(text))))  # noqa: S704 - escaped here
