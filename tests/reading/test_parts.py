"""A source that holds several reports gives a document for each, with its own country and year."""

from pathlib import Path

import pytest

from pipeline.errors import SidecarError, SourceError
from pipeline.reading.countries import country_named
from pipeline.reading.document import Document, ParagraphKind, PartDescription, Sidecar
from pipeline.reading.formats import reader_for
from pipeline.reading.sidecar import read_sidecar, sidecar_text
from pipeline.reading.source import documents_from_bytes, read_document
from pipeline.tables.extraction_record import Extraction
from pipeline.tables.span_check import source_problems
from tests.reading.pdf_files import report_pdf
from tests.reading.plain_paragraphs import read_paragraphs
from tests.reading.web_pages import custom_page

PROSE = "Police detained 53 protesters in the capital, and courts fined seven of them."
NEXT = "By the end of the year, 340 persons remained in prison on such charges."
REPORT = f"Section 1. Integrity of the Person\n\nArrests\n\n{PROSE}\n\nSection 2. Civil Liberties\n\n{NEXT}"
SIDECAR = Sidecar("Custom report", "P", "KAZ", 2020, "https://example.org", "L")
FRONT, BACK = "Skip to main content", "All rights reserved."


def documents(name: str, data: str | bytes, **changes: object) -> tuple[Document, ...]:
    data = data.encode() if isinstance(data, str) else data
    described = {name: getattr(SIDECAR, name) for name in ("title", "publisher", "country", "year", "url", "licence")}
    sidecar = Sidecar(**{**described, **changes})
    return documents_from_bytes(Path(name), data, reader_for(Path(name))(data, name), sidecar)


def described(read: tuple[Document, ...]) -> list[tuple[str, str, int]]:
    return [(document.document_id, document.sidecar.country, document.sidecar.year) for document in read]


class TestByHeading:
    def assert_two(self, read: tuple[Document, ...]) -> None:
        assert described(read) == [("custom.KAZ-2020", "KAZ", 2020), ("custom.KGZ-2020", "KGZ", 2020)]
        for document in read:
            assert list(source_problems(Extraction(document, (), ()))) == []
            assert [p.number for p in document.paragraphs] == list(range(1, len(document.paragraphs) + 1))
            assert [(p.text, p.section[:1]) for p in document.paragraphs if p.kind is ParagraphKind.BODY] == [
                (PROSE, ("Section 1. Integrity of the Person",)),
                (NEXT, ("Section 2. Civil Liberties",)),
            ]
        assert read[0].start == 0
        assert read[1].start > 0

    def test_of_a_text(self) -> None:
        text = f"{FRONT}\n\nKazakhstan\n\n{REPORT}\n\nKyrgyz Republic\n\n{REPORT}\n\n{BACK}\n"
        read = documents("custom.txt", text)

        self.assert_two(read)
        assert "".join(document.text for document in read) == text
        for document in read:
            assert [text[p.start : p.end] for p in document.paragraphs] == [p.text for p in document.paragraphs]

    def test_of_a_web_page(self) -> None:
        paragraphs = read_paragraphs("r", REPORT)

        self.assert_two(documents("custom.html", custom_page([("Kazakhstan", paragraphs), ("Kyrgyzstan", paragraphs)])))

    def test_of_a_web_page_whose_headings_are_all_of_one_depth(self) -> None:
        body = "".join(
            f"<h2>{name}</h2><h2>Section 1. Integrity of the Person</h2><p>{PROSE}</p>"
            f"<h2>Section 2. Civil Liberties</h2><p>{NEXT}</p>"
            for name in ("Kazakhstan", "Kyrgyz Republic")
        )

        self.assert_two(documents("custom.html", f"<html><body>{body}</body></html>"))

    def test_of_a_pdf_document(self) -> None:
        paragraphs = [
            *read_paragraphs("r", f"Kazakhstan\n\n{REPORT}"),
            *read_paragraphs("r", f"Kyrgyz Republic\n\n{REPORT}"),
        ]

        self.assert_two(documents("custom.pdf", report_pdf(paragraphs, (), "Page # of 1", 8.0)))

    def test_years_of_one_country(self) -> None:
        body = "".join(f"<h2>{year}</h2><h3>Arrests</h3><p>{PROSE}</p>" for year in (2019, 2020, 2021))
        page = f"<html><body><h1>Kazakhstan</h1>{body}</body></html>"

        assert described(documents("custom.html", page)) == [
            ("custom.KAZ-2019", "KAZ", 2019), ("custom.KAZ-2020", "KAZ", 2020), ("custom.KAZ-2021", "KAZ", 2021)
        ]  # fmt: skip

    def test_country_and_year_in_one_heading(self) -> None:
        titles = ("2019 Country Reports on Human Rights Practices: Kazakhstan", "Kazakhstan (2020)", "Kenya, 2020")
        body = "".join(f"<h1>{title}</h1><h2>Arrests</h2><p>{PROSE}</p>" for title in titles)

        assert described(documents("c.html", f"<html><body>{body}</body></html>")) == [
            ("c.KAZ-2019", "KAZ", 2019), ("c.KAZ-2020", "KAZ", 2020), ("c.KEN-2020", "KEN", 2020)
        ]  # fmt: skip

    def test_the_same_country_twice_has_two_names(self) -> None:
        body = "".join(f"<h2>{name}</h2><p>{PROSE}</p>" for name in ("Kazakhstan", "Kenya", "Kazakhstan"))

        assert [name for name, _, _ in described(documents("c.html", f"<html><body>{body}</body></html>"))] == [
            "c.KAZ-2020", "c.KEN-2020", "c.KAZ-2020-2"
        ]  # fmt: skip

    def test_a_part_keeps_its_ids_when_another_is_added(self) -> None:
        one = documents("c.txt", f"Kazakhstan\n\n{REPORT}\n\nKenya\n\n{REPORT}")
        more = documents("c.txt", f"Kenya\n\n{REPORT}\n\nKyrgyz Republic\n\n{REPORT}\n\nKazakhstan\n\n{REPORT}")

        ids = {document.document_id: [p.paragraph_id for p in document.paragraphs] for document in more}
        assert {document.document_id: [p.paragraph_id for p in document.paragraphs] for document in one}.items() <= (
            ids.items()
        )


class TestOneReport:
    @pytest.mark.parametrize(
        "text",
        [
            f"Kazakhstan\n\n{REPORT}",
            f"Kenya\n\n{REPORT}\n\nUganda\n\n{REPORT}",
            f"Kazakhstan\n\n{REPORT}\n\nRefugees\n\nRussia\n\n{PROSE}\n\nUzbekistan\n\n{PROSE}",
            f"{PROSE}\n\nKazakhstan\n\n{REPORT}\n\nKenya\n\n{REPORT}",
        ],
        ids=["one country", "not its own country", "countries it writes about", "after prose"],
    )
    def test_is_one_document(self, text: str) -> None:
        assert [document.document_id for document in documents("one.txt", text)] == ["one"]

    def test_countries_deeper_in_a_page_are_sections(self) -> None:
        body = (
            f"<h2>Refugees</h2><h3>Kazakhstan</h3><p>{PROSE}</p><h3>Kenya</h3><p>{PROSE}</p><h2>Exile</h2><p>{NEXT}</p>"
        )

        assert [d.document_id for d in documents("one.html", f"<html><body>{body}</body></html>")] == ["one"]

    def test_the_description_may_say_so(self) -> None:
        text = f"Kazakhstan\n\n{REPORT}\n\nKenya\n\n{REPORT}"

        assert [document.document_id for document in documents("one.txt", text, parts=())] == ["one"]


class TestWhatIsLeftOpen:
    def test_a_heading_beside_them_that_names_nothing_is_asked_about(self) -> None:
        names = ("Kazakhstan", "Regional overview", "Kenya")
        body = "".join(f"<h2>{name}</h2><p>{PROSE}</p>" for name in names)

        with pytest.raises(
            SourceError, match=r"one beside them that does not \('Regional overview'\); name each under"
        ):
            documents("c.html", f"<html><body>{body}</body></html>")

    def test_one_report_is_wanted_and_there_are_two(self, tmp_path: Path) -> None:
        path = tmp_path / "c.txt"
        path.write_text(f"Kazakhstan\n\n{REPORT}\n\nKenya\n\n{REPORT}", encoding="utf-8")

        with pytest.raises(SourceError, match="holds 2 reports, and one is wanted"):
            read_document(path, SIDECAR)


class TestByDescription:
    PARTS = (
        PartDescription("Human rights in the north"),
        PartDescription("Human rights in the south", "UGA", 2019, "South"),
    )
    TEXT = f"Human rights in the north of the country.\n\n{PROSE}\n\nHuman rights in the south.\n\n{NEXT}"

    def test_parts_begin_where_it_says(self) -> None:
        read = documents("c.txt", self.TEXT, parts=self.PARTS)

        assert described(read) == [("c.KAZ-2020", "KAZ", 2020), ("c.UGA-2019", "UGA", 2019)]
        assert read[1].sidecar.title == "Custom report: South"
        assert [p.text for p in read[1].paragraphs] == ["Human rights in the south.", NEXT]

    def test_what_is_not_there_is_named(self) -> None:
        with pytest.raises(SidecarError, match=r"c\.txt: no paragraph after the part before begins with 'Human rights"):
            documents("c.txt", self.TEXT, parts=self.PARTS[::-1])

    def test_is_written_and_read_again(self, tmp_path: Path) -> None:
        path = tmp_path / "c.yaml"
        sidecar = Sidecar("T", "P", "KAZ", 2020, "https://example.org", "L", parts=self.PARTS)
        path.write_text(sidecar_text(sidecar), encoding="utf-8")

        assert read_sidecar(path) == sidecar

    @pytest.mark.parametrize(
        ("parts", "clause"),
        [
            ("{begins: A}", "`parts` names one part; name each report"),
            ("[A, B]", "line 7: `parts` must be a list; write `- begins: …` for each part"),
            ("[{country: KAZ}, {begins: B}]", "lacks the key `begins`"),
            ("[{begins: A, country: Kenya}, {begins: B}]", "`parts`: `country` is 'Kenya'"),
            ("[{begins: A, year: 3020}, {begins: B}]", "`parts` has the year 3020"),
            ("[{begins: A, heading: 2}, {begins: B}]", "unknown key 'heading'"),
        ],
    )
    def test_a_mistake_in_it_is_one_sentence(self, tmp_path: Path, parts: str, clause: str) -> None:
        path = tmp_path / "c.yaml"
        path.write_text(
            f"title: T\npublisher: P\ncountry: KAZ\nyear: 2020\nurl: https://example.org\nlicence: L\nparts: {parts}\n",
            encoding="utf-8",
        )

        with pytest.raises(SidecarError, match=r"c\.yaml") as refusal:
            read_sidecar(path)

        assert clause in str(refusal.value)


class TestNamesOfCountries:
    @pytest.mark.parametrize(
        ("name", "code"),
        [
            ("Kyrgyz Republic", "KGZ"),
            ("COTE D’IVOIRE", "CIV"),
            ("China (Includes Hong Kong, Macau, and Tibet)", "CHN"),
            ("Korea, Democratic People’s Republic of", "PRK"),
            ("The Gambia", "GMB"),
            ("Burma", "MMR"),
            ("Türkiye", "TUR"),
            ("Congo, Democratic Republic of the", "COD"),
            ("Elections in Kenya", None),
            ("Refugees", None),
            ("", None),
        ],
    )
    def test_are_whole_headings(self, name: str, code: str | None) -> None:
        assert country_named(name) == code
