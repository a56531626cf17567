"""Web pages: what a reader sees is text, each block of it a paragraph, and what is around the report is furniture."""

import codecs
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from pipeline.errors import SourceError
from pipeline.facts.extraction import extract
from pipeline.numerals.numeral import Numeral, Role
from pipeline.reading.document import Paragraph, ParagraphKind, Sidecar
from pipeline.reading.source import documents_from_bytes, read_document
from pipeline.reading.structure import read_paragraphs
from pipeline.reading.web import markup
from pipeline.reading.web.page import read
from tests.reading.codings import codings
from tests.reading.web_pages import report_page

PROSE = "On June 6, police detained 53 protesters in the capital, seven of whom were fined."
NEXT = "By the end of the year, 340 persons remained in prison on such charges."
SOURCE = Path("data/raw/documents/kazakhstan-2020.txt")
SIDECAR = Sidecar("T", "P", "KAZ", 2020, "https://example.org", "L")


def paragraphs(body: str) -> tuple[Paragraph, ...]:
    return read_paragraphs("page", read(f"<html><body>{body}</body></html>".encode(), "page.html"))


def texts(body: str, kind: ParagraphKind = ParagraphKind.BODY) -> list[str]:
    return [paragraph.text for paragraph in paragraphs(body) if paragraph.kind is kind]


class TestBlocks:
    def test_a_block_is_a_paragraph_with_blanks_as_a_browser_shows_them(self) -> None:
        body = "<p>Police\n   detained <b>53</b>\tprotesters.</p><div>One.<p>Two.</p>Three.</div>"

        assert texts(body) == ["Police detained 53 protesters.", "One.", "Two.", "Three."]

    def test_a_space_that_does_not_break_is_kept_and_a_soft_hyphen_is_none(self) -> None:
        assert texts("<p>63,125&nbsp;tenge, a pro&shy;test.</p>") == ["63,125\u00a0tenge, a protest."]

    def test_lines_broken_in_the_page_are_told_apart_as_in_a_text(self) -> None:
        body = f"<p>{PROSE}<br><br>{NEXT}<br>Police detained 12<br>men in March.</p>"

        assert texts(body) == [PROSE, NEXT, "Police detained 12\nmen in March."]

    def test_preformatted_text_keeps_its_lines(self) -> None:
        assert texts(f"<pre>{PROSE}\n\n{NEXT}</pre>") == [PROSE, NEXT]

    def test_lists_are_paragraphs_and_their_items_no_headings(self) -> None:
        body = f"<p>{PROSE}</p><ul><li>Jane Doe<li>John Roe, 34<ul><li>Joan Poe</ul></ul><p>{NEXT}</p>"

        assert texts(body) == [PROSE, "Jane Doe", "John Roe, 34", "Joan Poe", NEXT]

    def test_a_row_of_a_table_is_a_paragraph_and_a_layout_is_not(self) -> None:
        data = "<table><tr><th>Region<th>Arrests<tr><td>North<td>12<td>140</table>"
        layout = f"<table><tr><td>{PROSE}<td>{NEXT}</table>"

        assert texts(data) == ["Region\tArrests", "North\t12\t140"]
        assert texts(layout) == [PROSE, NEXT]

    def test_an_element_is_named_by_its_place(self) -> None:
        read_ones = paragraphs(f"<p></p><div><p>{PROSE}</p></div><template><p>{NEXT}</p></template><p>{NEXT}</p>")

        assert [p.origin and p.origin.element for p in read_ones] == ["(//p)[2]", "(//p)[3]"]


class TestNoteMarks:
    @pytest.mark.parametrize(
        ("body", "text"),
        [
            ("Courts fined<sup>3</sup> 12 men.", "Courts fined³ 12 men."),
            ("Fines of 63,125<sup>[4]</sup> tenge.", "Fines of 63,125⁴ tenge."),
            ("Fines of 63,125<sup><a role='doc-noteref'>[footnote 4]</a></sup> tenge.", "Fines of 63,125⁴ tenge."),
            ('Fines of 63,125<sup><a href="#n12">12</a></sup> tenge.', "Fines of 63,125¹² tenge."),
            ('Courts fined 12<a role="doc-noteref" href="#n1">1</a> men.', "Courts fined 12¹ men."),
            ('Courts fined 12<span style="vertical-align: super">1,2</span> men.', "Courts fined 12¹,² men."),
            ("On the 21<sup>st</sup> of March.", "On the 21st of March."),
            ("It has 2<sup>1</sup>&frasl;<sub>2</sub> seats.", "It has 2 1\u20442 seats."),
            ("An area of 12 km<sup>2</sup>.", "An area of 12 km²."),
        ],
    )
    def test_a_raised_number_is_no_part_of_another(self, body: str, text: str) -> None:
        assert texts(f"<p>{body}</p>") == [text]

    def test_the_numbers_around_a_mark_are_read_as_without_it(self) -> None:
        body = (
            "The court fined<sup>3</sup> 12 protesters 63,125<sup>4</sup> tenge ($150).<sup>5</sup> Police held 14 men."
        )
        plain = "The court fined 12 protesters 63,125 tenge ($150). Police held 14 men."

        numerals = ledger(f"<p>{body}</p>")

        assert [(n.surface, n.value, n.unit) for n in numerals if n.role is Role.QUANTITY] == [
            (n.surface, n.value, n.unit) for n in ledger(f"<p>{plain}</p>")
        ]
        assert [n.surface for n in numerals if n.role is Role.REFERENCE] == ["³", "⁴", "⁵"]


def ledger(body: str) -> tuple[Numeral, ...]:
    data = f"<html><body>{body}</body></html>".encode()
    return extract(documents_from_bytes(Path("page.html"), data, read(data, "page.html"), SIDECAR)[0])[0]


class TestHeadings:
    def test_by_element_and_by_form(self) -> None:
        body = (
            f"<h1>Somewhere</h1><h2>Section 2. Civil Liberties</h2><h3>b. Assembly</h3><p>{PROSE}</p>"
            f"<p><strong>Recent arrests of trade union members abroad</strong></p><p>Exile: {NEXT}</p>"
            f"<h2>Section 3. Elections</h2><p>{NEXT}</p>"
        )

        assert [p.section for p in paragraphs(body) if p.kind is ParagraphKind.BODY] == [
            ("Section 2. Civil Liberties", "b. Assembly"),
            ("Section 2. Civil Liberties", "b. Assembly", "Recent arrests of trade union members abroad", "Exile"),
            ("Section 3. Elections",),
        ]

    def test_prose_in_the_element_of_a_heading_is_prose(self) -> None:
        assert texts(f"<h4>{PROSE}</h4><p>{NEXT}</p>") == [PROSE, NEXT]

    def test_a_heading_that_folds_its_section(self) -> None:
        body = f"<h2><button>Assembly</button></h2><div hidden><p>{PROSE}</p></div><h2>Exile</h2><p>{NEXT}</p>"

        assert [p.section for p in paragraphs(body) if p.kind is ParagraphKind.BODY] == [("Assembly",), ("Exile",)]


class TestFurniture:
    @pytest.mark.parametrize(
        "around",
        [
            "<nav><ul><li>Offices in 12 countries</ul></nav>",
            "<header><p>Founded in 1789</p></header>",
            "<footer><p>Room 2201</p></footer>",
            "<div role='navigation'><a href='/'>Reports of 2019</a></div>",
            "<div class='site-sidebar'><p>Issue 12</p></div>",
            "<div id='breadcrumbs'>Home &gt; 2020</div>",
            "<form><select><option>2019<option>2020</select></form>",
            "<ol><li><a href='#s1'>Section 1. Arrests in 12 cities</a><li><a href='#s2'>Section 2. Exile</a></ol>",
        ],
    )
    def test_is_known_by_structure_and_stays_in_the_ledger(self, around: str) -> None:
        body = f"<main><p>{PROSE}</p>{around}<p>{NEXT}</p></main>" if around[1] in "ndo" else f"{around}<p>{PROSE}</p>"
        numerals = ledger(body)

        assert {n.role for n in numerals if n.role is Role.BOILERPLATE} == {Role.BOILERPLATE}
        assert PROSE in texts(body)
        assert texts(body, ParagraphKind.FURNITURE)

    def test_a_notice_of_cookies_that_is_hidden_is_no_text(self) -> None:
        notice = f"<div class='cookie-banner' hidden><h2>Cookies</h2><p>{NEXT}</p></div>"
        body = f"{notice}<h1>Kenya</h1><p>{PROSE}</p><p>{PROSE}</p>"

        assert [p.text for p in paragraphs(body)] == ["Kenya", PROSE, PROSE]

    def test_a_label_of_links_heads_nothing(self) -> None:
        body = f"<h1>Kenya</h1><p>Available In</p><nav><a href='/ru'>Русский</a></nav><p>{PROSE}</p><p>{NEXT}</p>"

        assert [p.section for p in paragraphs(body) if p.text == PROSE] == [("Kenya",)]

    def test_what_is_not_shown_is_no_text(self) -> None:
        body = (
            f"<script>var a = 12</script><style>p {{ width: 13px }}</style><p>{PROSE}<span hidden>14</span></p>"
            "<ul style='display: none'><li>15</ul><p class='sr-only'>16</p><noscript>17</noscript><!-- 18 -->"
        )

        assert [p.text for p in paragraphs(body)] == [PROSE]

    def test_prose_that_is_folded_away_is_text(self) -> None:
        body = f"<p>{PROSE} <span style='display:none'>{NEXT}</span></p><div aria-hidden='true'><p>{NEXT}</p></div>"

        assert texts(body) == [f"{PROSE} {NEXT}", NEXT]

    def test_an_element_that_holds_the_report_is_none(self) -> None:
        assert texts(f"<form class='sidebar'><div class='nav'><p>{PROSE}</p><p>{NEXT}</p></div></form>") == [
            PROSE,
            NEXT,
        ]

    def test_a_title_in_the_header_of_the_page_is_a_heading(self) -> None:
        body = f"<header><h1>Somewhere 2020</h1><p>Menu of 12</p></header><p>{PROSE}</p>"

        assert texts(body, ParagraphKind.HEADING) == ["Somewhere 2020"]

    def test_links_after_the_report_lead_elsewhere(self) -> None:
        body = f"<h2>Arrests</h2><p>{PROSE}</p><p><a href='/12'>Six Killed In Riots</a></p>"

        assert texts(body, ParagraphKind.FURNITURE) == ["Six Killed In Riots"]


class TestTheFirstReport:
    def test_as_a_page_gives_the_same_facts(self) -> None:
        plain = read_document(SOURCE)
        data = report_page("2020 Country Reports: Kazakhstan", plain.paragraphs).encode()
        as_page = documents_from_bytes(Path("k.html"), data, read(data, "k.html"), SIDECAR)[0]

        assert codings(as_page) == codings(plain)
        assert len(codings(plain)) == 63


PAGE = "<html><head>{head}</head><body><p>Police in Orléans detained 12 “rioters” – all men.</p></body></html>"
TEXT = "Police in Orléans detained 12 “rioters” – all men."


class TestEncodings:
    @pytest.mark.parametrize(
        ("head", "encoding"),
        [
            ("", "utf-8"),
            ("", "utf-8-sig"),
            ("", "utf-16"),
            ('<meta charset="iso-8859-1">', "utf-8"),
            ('<meta charset="ISO-8859-1">', "windows-1252"),
            ("<meta http-equiv='Content-Type' content='text/html; charset=windows-1252'>", "windows-1252"),
            ('<meta charset="macintosh">', "mac_roman"),
            ("", "windows-1252"),
        ],
    )
    def test_are_told(self, head: str, encoding: str) -> None:
        source = read(PAGE.format(head=head).encode(encoding), "page.html")

        assert source.text == TEXT

    def test_cyrillic_by_its_declaration(self) -> None:
        page = "<html><head><meta charset='windows-1251'></head><body><p>Полиция: 12.</p></body></html>"

        assert read(page.encode("windows-1251"), "page.html").text == "Полиция: 12."

    def test_references_are_characters(self) -> None:
        assert texts("<p>&#8220;12&#148; &amp; &frac12; &lt;3</p>") == ["“12” & ½ <3"]


BAD_PAGES = {
    "empty": (b"", "is empty"),
    "a PDF": (b"%PDF-1.7\n", "is a PDF document, not a web page; give it the suffix"),
    "binary": (b"<p>" + bytes(range(1, 32)) * 40, "control characters"),
    "a NUL": (b"<p>a\0b</p>", "is a NUL"),
    "plain text": (b"Police detained 12 persons.", "has no HTML in it"),
    "not as declared": (b"<meta charset='shift_jis'><p>\xe9t\xe9 12 \xff\xff</p>", "says that it is in cp932"),
    "an unknown encoding": (b"<p>" + "Полиция задержала".encode("koi8-r") * 9, "encoding that cannot be told"),
    "cut off in a character": ("<html><body><p>é".encode()[:-1], "cut off"),
    "cut off in a tag": (b"<html><body><p>12 men</p><div cla", "ends inside a tag; it was cut off"),
    "cut off in the text": (b"<html><body><p>Police detained 12", "does not close it; it was cut off"),
    "nothing shown": (b"<html><body><script>var a = 12</script></body></html>", "holds no text that a reader"),
    "nested": (b"<div>" * 6000, "has far more elements open in one another than"),
    "open styles": (b"<p><font size=1>" * 300, "has far more elements open in one another than"),
    "a list without end": (b"<select>" + b"<option>1" * 6000, "has far more options in a list than"),
}


@pytest.mark.parametrize(("data", "clause"), BAD_PAGES.values(), ids=BAD_PAGES)
def test_a_bad_page_is_one_sentence(data: bytes, clause: str) -> None:
    with pytest.raises(SourceError, match="page") as refusal:
        read(data, "page.html")

    sentence = str(refusal.value)
    assert clause in sentence
    assert ";" in sentence
    assert "\n" not in sentence


TAGS = ["p", "div", "b", "sup", "table", "tr", "td", "li", "ul", "h2", "a href=#x", "nav", "br", "pre", "span hidden"]
MARKUP = st.lists(
    st.sampled_from([f"<{tag}>" for tag in TAGS])
    | st.sampled_from([f"</{tag.split()[0]}>" for tag in TAGS])
    | st.sampled_from([PROSE, "12", " ", "\n", "Share", "&nbsp;", "&#0;", "<!-- 3 -->"])
    | st.text(max_size=6)
).map("".join)


@settings(deadline=None)
@given(st.binary() | MARKUP.map(lambda page: page.encode("utf-8", "replace")))
@example(b"<p>\xed\xa0\x80</p>")
@example(b"<meta charset=utf-7><p>+AGE-</p>")
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    try:
        source = read(data, "page.html")
    except SourceError:
        return
    read_ones = read_paragraphs("page", source)

    assert "".join("".join(p.text.split()) for p in read_ones) == "".join(source.text.split())
    for paragraph in read_ones:
        assert source.text[paragraph.start : paragraph.end] == paragraph.text
        assert paragraph.origin is not None


def test_a_drawing_opens_nothing() -> None:
    drawing = "<svg>" + "<path d='M1'/>" * (markup.MOST_NESTED + 1) + "</svg>"

    assert texts(f"<p>{PROSE}</p>{drawing}") == [PROSE]


def test_a_page_in_xml_may_close_what_it_opens_at_once() -> None:
    page = f'<?xml version="1.0"?><html><body><a id="x"/><script src="y"/><p>{PROSE}</p></body></html>'

    assert read(codecs.BOM_UTF8 + page.encode(), "page.xhtml").text == PROSE
