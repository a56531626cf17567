from playwright.sync_api import expect

from tests.browser.conftest import Window


def test_markup_in_a_source_is_read_and_never_obeyed(hostile_window: Window) -> None:
    page = hostile_window.open("index.html#text")

    expect(page.locator("#text-heading")).to_have_text("A report <script>document.title='run'</script>")
    text = page.locator("#reading-text").inner_text()
    assert "detained 31 <img src=x onerror=\"document.title='run'\"> activists" in text
    assert "{{ 7 * 7 }} ${7*7} <!-- ]]>" in text
    assert page.locator("#reading-text img, #reading-text b, #reading-text script").count() == 0
    assert page.title().startswith("Evidence browser")


def test_every_view_of_it_is_text(hostile_window: Window) -> None:
    for address in ("index.html", "index.html#table=paragraphs", "index.html#table=documents", "pictures.html"):
        page = hostile_window.open(address)
        assert page.locator("img").count() == 0
        assert not page.title().startswith("run")


def test_places_are_right_after_characters_of_two_units(hostile_window: Window) -> None:
    page = hostile_window.open("index.html#text")

    assert page.locator("#reading-text a.coded").all_inner_texts()[:2] == ["31", "12"]
    page.locator("#reading-text a.coded").nth(1).click()
    assert page.locator("#panel mark").inner_text() == "12"
    assert "🚩" in page.locator("#panel blockquote").inner_text()


def test_the_policy_lets_no_inline_script_run(hostile_window: Window) -> None:
    page = hostile_window.open()
    page.evaluate("""() => {
        const script = document.createElement('script');
        script.textContent = "document.title = 'run'";
        document.body.append(script);
    }""")

    assert page.title().startswith("Evidence browser")
    assert any("Content Security Policy" in complaint for complaint in hostile_window.complaints)
    hostile_window.complaints.clear()
