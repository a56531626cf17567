import re

from playwright.sync_api import expect

from tests.browser.conftest import Window

DETAINED = "f-k4znnrrkhk2v"


def test_a_row_opens_at_its_sentence_and_leads_back_to_its_place(window: Window) -> None:
    page = window.open("index.html#table=facts&search=53+protesters")
    page.get_by_role("link", name=DETAINED).click()

    expect(page.locator("#panel-heading")).to_have_text("53 persons")
    expect(page.locator("#panel-heading")).to_be_focused()
    expect(page.locator("#reading-text [aria-current]")).to_have_text("53")
    expect(page.locator("#reading-text [aria-current]")).to_be_in_viewport()
    assert page.locator("#reading-text .sentence").inner_text().startswith("Police stated that 53 protesters")
    page.get_by_role("link", name="Back to the list").click()
    expect(page.get_by_role("link", name=DETAINED)).to_be_focused()
    assert page.locator("#row-count").inner_text().endswith(" of 63 rows")


def test_a_number_of_the_text_opens_its_row(window: Window) -> None:
    page = window.open(f"index.html#{DETAINED}")
    page.get_by_role("link", name=re.compile("^seven: ")).first.click()

    expect(page.locator("#panel .indicator")).to_have_text("Persons fined")
    assert page.url.rpartition("#")[2].startswith("f-")


def test_every_number_of_the_text_is_a_link_to_what_it_is(window: Window) -> None:
    page = window.open("index.html#text")

    assert page.locator("#reading-text a.numeral").count() == 138
    assert page.locator("#reading-text a.numeral.coded[href^='#f-']").count() == 63
    assert page.locator("#reading-text a.numeral:not(.coded)[href^='#n-']").count() == 75


def test_a_number_without_a_row_says_why(window: Window) -> None:
    page = window.open("index.html#text")
    page.locator("#reading-text a.reference").first.click()

    expect(page.locator("#panel .indicator")).to_have_text("No row: pointer to a law, section, page or address")
    assert "Why it has no row" in page.locator("#panel").inner_text()


def test_the_parts_of_a_whole_are_listed_and_added_up(window: Window) -> None:
    page = window.open(f"index.html#{DETAINED}")
    whole = page.locator("#panel section", has_text="Whole and parts")

    assert whole.get_by_role("listitem").all_inner_texts() == [
        "7 persons (protesters), Persons fined",
        "1 person (protester), Persons warned",
    ]
    assert "Together 8 of 53; 45 are in none of them" in whole.inner_text()
    whole.get_by_role("link").first.click()
    expect(page.locator("#panel section", has_text="Whole and parts")).to_contain_text("A part of 53 persons")


def test_money_is_told_in_words(window: Window) -> None:
    page = window.open("index.html#table=fines&search=63,125")
    page.locator("#listing a").first.click()
    expect(page.locator("#panel-heading")).to_have_text("up to 63,125 KZT")
    told = page.locator("#panel section", has_text="Money").inner_text()

    assert "164 USD" in told
    assert "151.61 USD" in told
    assert "8.17 percent over" in told
    assert "25 × the monthly calculation index of 2,525 KZT" in told


def test_the_citation_is_copied_as_it_stands(window: Window) -> None:
    page = window.open(f"index.html#{DETAINED}")
    page.get_by_role("button", name="Copy the citation").click()
    page.get_by_text("Copied.").wait_for()
    copied = page.evaluate("navigator.clipboard.readText()")

    assert "2020 Country Reports on Human Rights Practices: Kazakhstan" in copied
    assert "Police stated that [[53]] protesters were detained" in copied
    assert f"row {DETAINED} (detention.persons_detained)" in copied
    assert copied == page.locator("#citation").inner_text()


def test_a_link_to_a_row_can_be_shared(window: Window) -> None:
    page = window.open(f"index.html#{DETAINED}")
    page.get_by_role("button", name="Copy a link to this row").click()
    page.get_by_text("Copied.").wait_for()
    link = page.evaluate("navigator.clipboard.readText()")

    assert link.endswith(f"/index.html#{DETAINED}")
    page.goto("about:blank")
    page.goto(link)
    expect(page.locator("#panel-heading")).to_have_text("53 persons")


def test_an_address_of_no_row_says_so(window: Window) -> None:
    page = window.open("index.html#f-nothing")

    expect(page.get_by_role("alert")).to_contain_text("The dataset has no row f-nothing")


def test_all_fields_are_shown_with_what_they_mean(window: Window) -> None:
    page = window.open("index.html#table=fines&search=63,125")
    page.locator("#listing a").first.click()
    page.locator("#panel summary", has_text="All fields").click()
    tables = page.locator("#panel .all-fields").all_inner_texts()

    assert len(tables) == 2
    assert "Stable identifier of the fact" in tables[0]
    assert "penalty_units" in tables[1]


def test_marks_of_a_role_can_be_put_away(window: Window) -> None:
    page = window.open("index.html#text")
    date = page.locator("#reading-text .date").first
    assert "underline" in date.evaluate("(link) => getComputedStyle(link).textDecorationLine")

    page.locator("#legend input[value='date']").uncheck()
    assert date.evaluate("(link) => getComputedStyle(link).textDecorationLine") == "none"


def test_the_list_is_gone_through_row_by_row(window: Window) -> None:
    page = window.open("index.html#table=fines&sort=stated+asc")
    page.locator("#listing a").first.click()
    expect(page.locator("#panel-heading")).to_have_text("37,875 KZT")
    page.get_by_role("link", name="Row after").click()

    expect(page.locator("#panel-heading")).to_have_text("up to 63,125 KZT")
