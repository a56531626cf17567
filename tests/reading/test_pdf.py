"""PDF documents: lines become paragraphs, what runs over every page is furniture, and a scan is refused."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.errors import SourceError
from pipeline.facts.extraction import extract
from pipeline.numerals.numeral import Role
from pipeline.reading.document import PageBox, Paragraph, ParagraphKind, Sidecar
from pipeline.reading.pdf.document import read
from pipeline.reading.source import documents_from_bytes, read_document
from pipeline.reading.structure import read_paragraphs
from pipeline.tables.quality import pictured_cells
from tests.reading.codings import codings
from tests.reading.pdf_files import ENCRYPTION, HEIGHT, MARGIN, PICTURE, Words, pdf_of, report_pdf, width, wrapped

PROSE = (
    "On June 6, police detained 53 protesters in the capital, seven of whom were fined a total of 63,125 tenge. "
    "The Ministry of Internal Affairs stated that the gathering had no permit. Activists disputed this."
)
NEXT = (
    "By the end of the year, 340 persons remained in prison on such charges, and human rights groups said that the "
    "authorities had released no more than 12 of those who had been convicted in the years before."
)
SOURCE = Path("data/raw/documents/kazakhstan-2020.txt")
SIDECAR = Sidecar("T", "P", "KAZ", 2020, "https://example.org", "L")
HEADS = (
    "Country Reports on Human Rights Practices for 2020",
    "United States Department of State • Bureau of Democracy, Human Rights, and Labor",
)


def paragraphs(*pages: Sequence[Words]) -> tuple[Paragraph, ...]:
    return read_paragraphs("report", read(pdf_of(pages), "report.pdf"))


def bodies(*pages: Sequence[Words]) -> list[str]:
    return [p.text for p in paragraphs(*pages) if p.kind is not ParagraphKind.FURNITURE]


def furniture(*pages: Sequence[Words]) -> list[str]:
    return [p.text for p in paragraphs(*pages) if p.kind is ParagraphKind.FURNITURE]


def block(lines: Sequence[str], y: float, x: float = MARGIN, leading: float = 13.5) -> list[Words]:
    """Return lines one under the other, the first at that height."""
    return [Words(x, y - leading * place, line) for place, line in enumerate(lines)]


class TestParagraphs:
    def test_a_gap_parts_them(self) -> None:
        first, second = wrapped(PROSE), wrapped(NEXT)
        page = [*block(first, 700), *block(second, 700 - 13.5 * len(first) - 8)]

        assert bodies(page) == [PROSE, NEXT]

    def test_an_indent_parts_them(self) -> None:
        first, second = wrapped(PROSE), wrapped(NEXT)
        page = block([*first, *second], 700)
        for place in (0, len(first)):
            page[place] = replace(page[place], x=MARGIN + 20)

        assert bodies(page) == [PROSE, NEXT]

    def test_a_line_ended_on_purpose_parts_them(self) -> None:
        assert bodies(block([*wrapped(PROSE), *wrapped(NEXT)], 700)) == [PROSE, NEXT]

    def test_one_goes_on_over_the_edge_of_a_page(self) -> None:
        lines = wrapped(f"{PROSE} {NEXT}")
        pages = block(lines[:3], 120), block(lines[3:], 700)

        assert bodies(*pages) == [f"{PROSE} {NEXT}"]
        (paragraph,) = paragraphs(*pages)
        assert paragraph.origin is not None
        assert [box.page for box in paragraph.origin.boxes] == [1, 2]

    def test_what_stands_at_the_edge_of_a_page_interrupts_none(self) -> None:
        lines = wrapped(f"{PROSE} {NEXT}")
        note = Words(MARGIN, 60, "3 Interview with 12 lawyers, May 2020.", size=8)
        pages = [
            [Words(MARGIN, 760, "Annual Report 2020"), *block(lines[:3], 120), note, Words(300, 30, "14")],
            [Words(MARGIN, 760, "Annual Report 2020"), *block(lines[3:], 700), Words(300, 30, "15")],
        ]

        assert bodies(*pages) == [f"{PROSE} {NEXT}", note.text]
        assert furniture(*pages) == ["Annual Report 2020", "14", "Annual Report 2020", "15"]

    def test_boxes_are_in_points_of_the_page(self) -> None:
        (paragraph,) = paragraphs(block(wrapped(PROSE), 700))

        assert paragraph.origin is not None
        (box,) = paragraph.origin.boxes
        assert box.page == 1
        assert box.left == pytest.approx(MARGIN, abs=1)
        assert box.top == pytest.approx(700 + 8, abs=2)
        assert box.bottom == pytest.approx(700 - 13.5 * (len(wrapped(PROSE)) - 1) - 2, abs=2)
        assert isinstance(box, PageBox)

    def test_a_row_of_a_table_is_one(self) -> None:
        rows = [("Region", "Arrests"), ("North", "12"), ("South", "140")]
        page = [Words(x, 700 - 13.5 * place, cell) for place, row in enumerate(rows) for x, cell in zip((72, 300), row)]  # noqa: B905

        assert bodies(page) == ["Region\tArrests", "North\t12", "South\t140"]

    def test_items_of_a_list_are_several(self) -> None:
        page = block(["• Jane Doe", "• John Roe, detained in March and held for 12 days in a temporary facility in the",
                      "old town", "• Joan Poe"], 700)  # fmt: skip

        assert len(bodies(page)) == 3

    def test_headings_stand_out(self) -> None:
        page = [
            Words(MARGIN, 720, "Recent arrests of trade union members who came back from abroad", bold=True),
            *block(wrapped(PROSE), 695),
        ]

        assert [p.kind for p in paragraphs(page)] == [ParagraphKind.HEADING, ParagraphKind.BODY]


class TestWords:
    @pytest.mark.parametrize(
        ("lines", "text"),
        [
            (["Police broke up the demon-", "stration. The demonstration was small."],
             "Police broke up the demonstration. The demonstration was small."),
            (["He was held for self-", "defense. He pleaded self-defense again."],
             "He was held for self-defense. He pleaded self-defense again."),
            (["They detained twenty-", "three men in two towns."], "They detained twenty-three men in two towns."),
            (["An 80-", "year-old woman was fined in the capital."], "An 80-year-old woman was fined in the capital."),
            (["They met in the Almaty-", "Astana train."], "They met in the Almaty- Astana train."),
        ],
    )  # fmt: skip
    def test_a_hyphen_that_breaks_a_word_is_undone(self, lines: list[str], text: str) -> None:
        assert bodies([*block(wrapped(NEXT), 600), *block(lines, 500)])[1] == text

    def test_a_raised_mark_of_a_note_is_no_part_of_a_number(self) -> None:
        page = [
            Words(72, 700, "Courts fined 12 men 63,125"),
            Words(72 + width("Courts fined 12 men 63,125"), 705, "4", size=6.5),
            Words(80 + width("Courts fined 12 men 63,125"), 700, "tenge."),
            *block(wrapped(NEXT), 600),
        ]

        assert bodies(page)[0] == "Courts fined 12 men 63,125⁴ tenge."

    def test_quotes_are_kept_and_ligatures_are_letters(self) -> None:
        assert bodies([Words(72, 700, 'The “off-duty” officers – five ‘rioters’ – paid the "fine".')]) == [
            'The “off-duty” officers – five ‘rioters’ – paid the "fine".'
        ]


class TestRunningHeads:
    def pages(self, *edges: Sequence[Words]) -> list[list[Words]]:
        names = ("Almaty", "Astana", "Aktobe", "Atyrau", "Oskemen", "Taraz", "Shymkent")
        return [
            [*edge, *block([f"In {names[place]} police detained 12 men.", f"In {names[place]} none was fined."], 600)]
            for place, edge in enumerate(edges)
        ]

    def test_numbers_go_up_with_the_pages(self) -> None:
        pages = self.pages(*([Words(300, 30, f"Page {number} of 40")] for number in (7, 8, 9)))

        assert furniture(*pages) == ["Page 7 of 40", "Page 8 of 40", "Page 9 of 40"]

    def test_roman_numbers_too(self) -> None:
        assert furniture(*self.pages(*([Words(300, 30, number)] for number in ("iii", "iv", "v")))) == [
            "iii",
            "iv",
            "v",
        ]

    def test_numbers_that_do_not_are_data(self) -> None:
        pages = self.pages(*([Words(300, 30, f"Killed: {number}")] for number in (12, 340, 7)))

        assert furniture(*pages) == []

    def test_left_and_right_pages_may_differ(self) -> None:
        edges = [[Words(72, 760, "Annual Report" if number % 2 else "Somewhere"), Words(500, 760, str(number))]
                 for number in range(1, 8)]  # fmt: skip

        assert len(furniture(*self.pages(*edges))) == 7

    def test_the_title_of_a_chapter_may_change_beside_the_number(self) -> None:
        edges = [[Words(72, 760, f"{title} {place + 5}")] for place, title in enumerate(("Arrests", "Exile", "Trials"))]

        assert furniture(*self.pages(*edges)) == ["Arrests 5", "Exile 6", "Trials 7"]

    def test_a_line_on_one_page_is_none(self) -> None:
        pages = self.pages([Words(72, 760, "Annual Report of 2020")], [], [])

        assert furniture(*pages) == []

    def test_their_numbers_are_in_the_ledger(self) -> None:
        data = pdf_of(self.pages(*([Words(300, 30, f"{number} | Report 2020")] for number in (7, 8, 9))))
        numerals, _ = extract(documents_from_bytes(Path("r.pdf"), data, read(data, "r.pdf"), SIDECAR)[0])

        assert [n.surface for n in numerals if n.role is Role.BOILERPLATE] == ["7", "2020", "8", "2020", "9", "2020"]


class TestTheFirstReport:
    @pytest.mark.parametrize("gap", [0.0, 8.0])
    def test_as_a_pdf_document_gives_the_same_facts(self, gap: float) -> None:
        plain = read_document(SOURCE)
        data = report_pdf(plain.paragraphs, HEADS, "Page #", gap)
        as_pdf = documents_from_bytes(Path("k.pdf"), data, read(data, "k.pdf"), SIDECAR)[0]

        assert codings(as_pdf) == codings(plain)
        assert len(codings(plain)) == 63


WHOLE = pdf_of([block(wrapped(PROSE), 700)])
BAD_DOCUMENTS = {
    "empty": (b"", "is empty"),
    "a web page": (b"<!DOCTYPE html><html></html>", "is no PDF document"),
    "a zip archive": (b"PK\x03\x04rest", "is no PDF document but a zip archive"),
    "cut off": (WHOLE[: len(WHOLE) // 2], "was cut off"),
    "damaged": (b"%PDF-1.7\n" + b"\0" * 900 + b"%%EOF\n", "is a damaged PDF document"),
    "encrypted": (pdf_of([block(wrapped(PROSE), 700)], ENCRYPTION), "is encrypted; save it without its password"),
    "a scan": (pdf_of([PICTURE, PICTURE]), "has no text, only pictures of 2 pages; recognize its text"),
    "mostly a scan": (
        pdf_of([PICTURE, block(wrapped(PROSE), 700), PICTURE]),
        "has only pictures on 2 of its 3 pages, first on page 1",
    ),
}


@pytest.mark.parametrize(("data", "clause"), BAD_DOCUMENTS.values(), ids=BAD_DOCUMENTS)
def test_a_bad_document_is_one_sentence(data: bytes, clause: str) -> None:
    with pytest.raises(SourceError, match="report") as refusal:
        read(data, "report.pdf")

    sentence = str(refusal.value)
    assert clause in sentence
    assert ";" in sentence
    assert "\n" not in sentence


def test_a_page_of_pictures_is_told() -> None:
    prose = block(wrapped(PROSE), 700)
    data = pdf_of([PICTURE, prose, [], prose, PICTURE])
    (document,) = documents_from_bytes(Path("r.pdf"), data, read(data, "r.pdf"), SIDECAR)

    assert document.pictured_pages == (1, 5)
    assert [(row["check"], row["document_id"], row["message"]) for row in pictured_cells([document])] == [
        (
            "page_without_text",
            "r",
            f"page {page} has pictures and no text; if it is a scan, its numbers are missing here",
        )
        for page in (1, 5)
    ]


LINE = st.builds(
    Words,
    st.integers(-10, 620),
    st.integers(-10, HEIGHT + 10),
    st.sampled_from(
        ["12", "Police detained 53 men.", "• a", "of the town-", "12 of 40", "Section 1. Arrests ...... 4", " "]
    ),
    st.sampled_from([6.0, 11.0, 30.0]),
    st.booleans(),
)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.lists(LINE, max_size=6), max_size=4))
def test_any_layout_keeps_every_character(pages: list[list[Words]]) -> None:
    try:
        source = read(pdf_of(pages), "report.pdf")
    except SourceError:
        return
    read_ones = read_paragraphs("report", source)

    assert "".join("".join(p.text.split()) for p in read_ones) == "".join(source.text.split())
    for paragraph in read_ones:
        assert source.text[paragraph.start : paragraph.end] == paragraph.text
        assert paragraph.origin is not None
        assert paragraph.origin.boxes


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=40), st.integers(0, len(WHOLE)), st.integers(0, 40))
def test_any_bytes_are_read_or_refused(noise: bytes, place: int, lost: int) -> None:
    for data in (noise, b"%PDF-1.4\n" + noise + b"\n%%EOF", WHOLE[:place] + noise + WHOLE[place + lost :]):
        try:
            source = read(data, "report.pdf")
        except SourceError:
            continue
        assert source.blocks
