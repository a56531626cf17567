"""100,000 rows: the limits are many times what was measured, since the machine may be busy."""

from time import perf_counter

from tests.browser.conftest import Window

SLOWEST_OPENING = 20.0
SLOWEST_ANSWER = 6.0


def test_it_opens_and_answers_without_stalling(large_window: Window) -> None:
    start = perf_counter()
    page = large_window.open()
    opened = perf_counter() - start
    assert page.locator("#row-count").inner_text() == "100,800 rows"

    def answer(do: str, expected: str) -> float:
        start = perf_counter()
        page.evaluate(do)
        page.get_by_text(expected, exact=True).wait_for()
        return perf_counter() - start

    filtered = answer(
        "() => { const f = document.getElementById('filter-country'); f.value = 'KAZ';"
        " f.dispatchEvent(new Event('change', { bubbles: true })); }",
        "12,600 of 100,800 rows",
    )
    searched = answer(
        "() => { const f = document.getElementById('filter-search'); f.value = 'tirek';"
        " f.dispatchEvent(new Event('input', { bubbles: true })); }",
        "200 of 100,800 rows",
    )
    page.get_by_role("button", name="Show all rows").click()
    page.get_by_text("100,800 rows", exact=True).wait_for()
    start = perf_counter()
    page.get_by_role("columnheader", name="Number").get_by_role("button").click()
    page.locator("[role=columnheader][aria-sort=ascending]").wait_for()
    ordered = perf_counter() - start
    print(f"opened {opened:.2f} s, filtered {filtered:.2f} s, searched {searched:.2f} s, sorted {ordered:.2f} s")  # noqa: T201 - figures for who runs it with -s

    assert opened < SLOWEST_OPENING
    assert max(filtered, searched, ordered) < SLOWEST_ANSWER
