"""The address of each row, applied to a page with the text of its source, scrolls to the sentence."""

from html import escape
from pathlib import Path

from playwright.sync_api import Browser
from playwright.sync_api import TimeoutError as NotInTime

from pipeline.tables.dataset_tables import Tables
from tests.browser.datasets import shipped_tables

IN_SIGHT = """() => [...document.querySelectorAll('p')].filter((each) => {
    const box = each.getBoundingClientRect();
    return box.bottom > 0 && box.top < window.innerHeight;
}).map((each) => each.id)"""


def source_page(tables: Tables, folder: Path) -> Path:
    """A page with each paragraph of the source so far from the others that only one is in sight."""
    paragraphs = "".join(
        f'<p id="{row["paragraph_id"]}" style="margin-bottom: 3000px">{escape(row["text"])}</p>'
        for row in tables.paragraphs.to_pylist()
    )
    page = folder / "source.html"
    page.write_text(f'<!doctype html><meta charset="utf-8"><title>t</title>{paragraphs}', encoding="utf-8")
    return page


def test_every_address_scrolls_to_the_paragraph_of_its_quote(chromium: Browser, tmp_path: Path) -> None:
    tables = shipped_tables()
    address = source_page(tables, tmp_path).as_uri()
    page = chromium.new_page(viewport={"width": 1000, "height": 700})
    missed = []
    for fact in tables.facts.to_pylist():
        page.goto("about:blank")
        page.goto(f"{address}#{fact['source_url'].partition('#')[2]}")
        try:
            page.wait_for_function(f"({IN_SIGHT})().includes('{fact['paragraph_id']}')", timeout=3000)
        except NotInTime:
            missed.append(fact["source_url"])
    page.close()

    assert tables.facts.num_rows == 63
    assert missed == []
