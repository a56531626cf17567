"""Keyboard, screen reader, phone, dark mode: the browser is for everyone."""

import re
from importlib.resources import files
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.conftest import Window, opened

AXE = files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8")
PLACES = (
    "index.html", "index.html#table=fines", "index.html#table=quality", "index.html#f-k4znnrrkhk2v", "index.html#text",
    "pictures.html",
)  # fmt: skip


def violations(window: Window, *rules: str) -> list[str]:
    """What axe-core finds on the page as it stands, by all of its rules or by those named, one line each."""
    # Evaluated, so that the page's own policy need not allow it; it must not fetch what the page loads.
    window.page.evaluate(AXE)
    options = {"preload": False, "resultTypes": ["violations"]}
    if rules:
        options["runOnly"] = list(rules)
    found = window.page.evaluate("(options) => axe.run(options)", options)
    assert found["passes"]
    return [f"{each['id']}: {each['nodes'][0]['html'][:200]}" for each in found["violations"]]


@pytest.mark.parametrize("width", [1400, 390])
def test_nothing_keeps_people_out(chromium: Browser, shipped_browser: Path, width: int) -> None:
    for window in opened(chromium, shipped_browser, viewport={"width": width, "height": 850}):
        for place in PLACES:
            window.open(place)
            assert violations(window) == [], place


def test_colours_stand_out_in_dark_mode_too(chromium: Browser, shipped_browser: Path) -> None:
    for window in opened(chromium, shipped_browser, color_scheme="dark"):
        for place in PLACES:
            window.open(place)
            assert violations(window, "color-contrast") == [], place


def test_dark_mode_turns_the_page_dark(chromium: Browser, shipped_browser: Path) -> None:
    for window in opened(chromium, shipped_browser, color_scheme="dark"):
        page = window.open()
        ground = page.evaluate("getComputedStyle(document.documentElement).backgroundColor")

        assert all(int(part) < 64 for part in re.findall(r"\d+", ground))
        row = page.locator("#listing .tabulator-row").first
        assert row.evaluate("(row) => getComputedStyle(row).backgroundColor") == ground


@pytest.mark.parametrize("place", PLACES)
def test_a_phone_needs_no_scrolling_sideways(phone: Window, place: str) -> None:
    page = phone.open(place)

    assert page.evaluate("document.documentElement.scrollWidth") <= 390


def test_a_phone_lists_cards_and_sorts_them(phone: Window) -> None:
    page = phone.open("index.html#table=fines")
    page.select_option("#sort", "stated desc")

    expect(page.locator("#listing .card-head").first).to_have_text("555,600 KZT")
    page.locator("#listing .card-head").first.click()
    expect(page.locator("#panel-heading")).to_have_text("555,600 KZT")
    expect(page.locator("#reading-text [aria-current]")).to_be_in_viewport()
    number, panel = (page.locator(name).bounding_box() for name in ("#reading-text [aria-current]", "#panel"))
    assert number is not None
    assert panel is not None
    assert number["y"] + number["height"] <= panel["y"]


def test_a_keyboard_filters_sorts_and_opens(window: Window) -> None:
    page = window.open("index.html#table=fines")
    page.get_by_role("columnheader", name="Number").get_by_role("button").focus()
    page.keyboard.press("Enter")
    expect(page.locator("#listing a").first).to_have_attribute("href", re.compile("^#f-"))
    rows = page.locator("#listing .tabulator-row")
    rows.nth(0).get_by_role("link").first.focus()
    page.keyboard.press("ArrowDown")
    expect(rows.nth(1).get_by_role("link").first).to_be_focused()
    page.keyboard.press("Enter")

    expect(page.locator("#panel-heading")).to_have_text("up to 63,125 KZT")


def test_the_first_stop_of_the_keyboard_skips_to_the_content(window: Window) -> None:
    page = window.open()
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to the content")).to_be_focused()
    page.keyboard.press("Enter")

    expect(page.locator("#content")).to_be_focused()


def test_every_mark_of_a_picture_opens_its_row(window: Window) -> None:
    page = window.open("pictures.html")
    marks = page.locator("svg.plot a[href*='#f-']")

    assert marks.count() == 63 + 4 + 7
    marks.last.click()
    expect(page.locator("#panel-heading")).to_contain_text("KZT")
