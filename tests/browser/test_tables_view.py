import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Window


def first_cells(page: Page, field: str) -> list[str]:
    """The cells of a column in the order in which the list shows them."""
    return page.locator(f"#listing .tabulator-row .tabulator-cell[tabulator-field='{field}']").all_inner_texts()


def test_it_opens_from_disk_with_the_facts_of_the_report(window: Window) -> None:
    page = window.open()

    expect(page.locator("#row-count")).to_have_text("63 rows")
    assert page.locator("#extent").inner_text() == "63 facts from 1 document, version 0.0.test"
    assert first_cells(page, "stated")[0] == "about 23 persons"


@pytest.mark.parametrize(
    ("column", "choice", "rows"),
    [
        ("indicator", "fine.amount", "7 of 63 rows"),
        ("country", "KAZ", "63 rows"),
        ("report_year", "2020", "63 rows"),
        ("approximation", "order_of_magnitude", "1 of 63 rows"),
        ("attributed_to", "Police", "3 of 63 rows"),
    ],
)
def test_a_filter_keeps_the_rows_of_its_value(window: Window, column: str, choice: str, rows: str) -> None:
    page = window.open()
    page.select_option(f"#filter-{column}", choice)

    expect(page.locator("#row-count")).to_have_text(rows)
    assert f"{column}={choice}" in page.url


def test_filters_work_together_and_are_taken_back(window: Window) -> None:
    page = window.open()
    page.select_option("#filter-approximation", "at_most")
    page.select_option("#filter-indicator", "fine.amount")

    expect(page.locator("#row-count")).to_have_text("3 of 63 rows")
    page.get_by_role("button", name="Show all rows").click()
    expect(page.locator("#row-count")).to_have_text("63 rows")


def test_a_search_finds_words_of_the_sentence_and_words_for_what_is_coded(window: Window) -> None:
    page = window.open()
    page.fill("#filter-search", "TIREK politically")
    page.get_by_text("1 of 63 rows").wait_for()
    assert first_cells(page, "attributed_to") == ["Tirek"]

    page.fill("#filter-search", "amount of a fine")
    page.get_by_text("7 of 63 rows").wait_for()


def test_a_search_for_what_is_not_there_says_so(window: Window) -> None:
    page = window.open()
    page.fill("#filter-search", "zyzzyva")
    page.get_by_text("0 of 63 rows").wait_for()

    assert page.locator("#no-rows").inner_text() == "No row fits: search for other words, or show all rows."
    page.get_by_role("button", name="Show all rows").click()
    expect(page.locator("#listing .tabulator-row").first).to_be_visible()


def test_the_head_of_a_column_sorts_by_number_not_by_letters(window: Window) -> None:
    page = window.open("index.html#table=fines")
    head = page.get_by_role("columnheader", name="Number").get_by_role("button")
    head.click()
    assert first_cells(page, "stated")[0] == "37,875 KZT"
    head.click()
    assert first_cells(page, "stated")[0] == "555,600 KZT"


def test_empty_cells_stay_last_both_ways(window: Window) -> None:
    page = window.open("index.html#table=facts&search=police+stated")
    head = page.get_by_role("columnheader", name="Attributed to").get_by_role("button")
    head.click()
    up = first_cells(page, "attributed_to")
    head.click()
    down = first_cells(page, "attributed_to")

    assert "" not in up[: len([cell for cell in up if cell])]
    assert "" not in down[: len([cell for cell in down if cell])]


def test_every_table_of_the_dataset_can_be_listed(window: Window) -> None:
    page = window.open()
    names = page.locator("#table-links a").evaluate_all("links => links.map((link) => link.dataset.table)")

    assert len(names) == 11
    for name in names:
        page.locator(f"#table-links a[data-table='{name}']").click()
        page.locator(f"#table-links a[data-table='{name}'][aria-current]").wait_for()
        shown = int(page.locator("#row-count").inner_text().split()[0].replace(",", ""))
        listed = page.locator(f"#table-links a[data-table='{name}'] .many").inner_text()
        assert shown == int(listed.replace(",", ""))


def test_an_address_opens_the_table_filtered_and_sorted(window: Window) -> None:
    page = window.open("index.html#table=fines&approximation=at_most&sort=stated+desc")

    expect(page.locator("#row-count")).to_have_text("3 of 7 rows")
    assert first_cells(page, "stated") == ["up to 505,000 KZT", "up to 404,000 KZT", "up to 63,125 KZT"]


def test_a_column_that_is_not_shown_can_be_chosen(window: Window) -> None:
    page = window.open()
    page.locator("#column-choice summary").click()
    page.get_by_label("Modality").check()

    assert page.get_by_role("columnheader", name="Modality").is_visible()


def test_on_paper_the_list_is_a_plain_table_of_all_its_rows(window: Window) -> None:
    page = window.open("index.html#table=numerals")
    page.emulate_media(media="print")
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")

    assert page.locator("#print-table tbody tr").count() == 138
    assert "about 23 persons" in page.locator("#print-table tbody").inner_text()
    assert page.locator("#listing").is_hidden()
