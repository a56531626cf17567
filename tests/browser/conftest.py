"""A real Chromium, and a page in it that may neither complain nor ask the network."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page, Request, sync_playwright

from tests.browser.datasets import hostile_tables, repeated, shipped_tables, write_browser

NAMES = ("chromium", "chromium-browser", "google-chrome")
FLAGS = (
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
)  # fmt: skip


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    named = os.environ.get("CHROMIUM")
    found = named or next(filter(None, map(shutil.which, NAMES)), None)
    if found is None:
        pytest.fail("no Chromium is on the PATH: install it, or name its program in the variable CHROMIUM")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found, args=list(FLAGS))
        yield browser
        browser.close()


class Window:
    """A page of the browser, and what it complained of or asked for since it was opened."""

    def __init__(self, page: Page, folder: Path) -> None:
        self.page = page
        self.folder = folder
        self.complaints: list[str] = []
        self.requests: list[str] = []
        page.on("console", self._hear)
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on("request", self._watch)

    def open(self, name: str = "index.html") -> Page:
        """Open a page of the folder from disk, anew."""
        self.page.goto("about:blank")
        self.page.goto(f"{self.folder.as_uri()}/{name}")
        if name.startswith("index.html"):
            self.page.locator("html[data-ready]").wait_for(state="attached")
        return self.page

    def _hear(self, message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"}:
            self.complaints.append(message.text)

    def _watch(self, request: Request) -> None:
        if not request.url.startswith((self.folder.as_uri(), "about:")):
            self.requests.append(request.url)


@pytest.fixture(scope="session")
def shipped_browser(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_browser(shipped_tables(), tmp_path_factory.mktemp("shipped"))


@pytest.fixture(scope="session")
def hostile_browser(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_browser(hostile_tables(), tmp_path_factory.mktemp("hostile"))


@pytest.fixture(scope="session")
def large_browser(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The browser of 100,000 facts and more."""
    return write_browser(repeated(shipped_tables(), 1600), tmp_path_factory.mktemp("large"))


def opened(chromium: Browser, folder: Path, **options: object) -> Iterator[Window]:
    """Yield a window on a folder; no test may leave complaints or requests behind."""
    context = chromium.new_context(**{"viewport": {"width": 1400, "height": 900}, **options})  # type: ignore[arg-type]
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    context.set_default_timeout(10_000)
    window = Window(context.new_page(), folder)
    yield window
    context.close()
    assert window.complaints == []
    assert window.requests == []


@pytest.fixture
def window(chromium: Browser, shipped_browser: Path) -> Iterator[Window]:
    yield from opened(chromium, shipped_browser)


@pytest.fixture
def phone(chromium: Browser, shipped_browser: Path) -> Iterator[Window]:
    yield from opened(chromium, shipped_browser, viewport={"width": 390, "height": 844}, has_touch=True)


@pytest.fixture
def hostile_window(chromium: Browser, hostile_browser: Path) -> Iterator[Window]:
    yield from opened(chromium, hostile_browser)


@pytest.fixture
def large_window(chromium: Browser, large_browser: Path) -> Iterator[Window]:
    yield from opened(chromium, large_browser)
