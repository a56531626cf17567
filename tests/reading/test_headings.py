"""Headings are known by their form."""

import pytest

from pipeline.reading.document import ParagraphKind
from pipeline.reading.headings import find_heading, find_run_in
from tests.reading.plain_paragraphs import read_paragraphs

PROSE = "Police detained 53 protesters in the capital, and courts fined seven of them."


def sections(text: str) -> list[tuple[str, ...]]:
    return [paragraph.section for paragraph in read_paragraphs("report", text) if paragraph.kind is ParagraphKind.BODY]


@pytest.mark.parametrize(
    "line",
    [
        "Section 1. Respect for the Integrity of the Person, Including Freedom from:",
        "Section 7. Worker rights",
        "Section 2 Respect for Civil Liberties, Including:",
        "SECTION III: POLITICAL RIGHTS",
        "Chapter 4 \u2013 Elections",
        "Annex B",
        "b. Freedoms of Peaceful Assembly and Association",
        "IV. Conditions of Detention",
        "2.1 Arrests and Detentions",
        "3. Freedom of expression",
        "Political Prisoners and Detainees",
        "Politically Motivated Reprisal against Individuals Located Outside the Country",
        "EXECUTIVE SUMMARY",
        "ARREST, DETENTION AND TRIAL:",
        "Liberté de Réunion et d\u2019Association",
    ],
)
def test_a_heading(line: str) -> None:
    assert find_heading(line)


@pytest.mark.parametrize(
    "line",
    [
        PROSE,
        "Not applicable.",
        "Section 2 of the law provides for fines of 500 euros",
        "Section 2. Police detained 12 persons.",
        "Article 174 was used against 12 activists",
        "12 protesters detained",
        "1. Police detained 12 persons and charged three",
        "b. that 12 persons were released",
        "53",
        "2019",
        "The following 12 persons were released:",
        "On June 6,",
        "• release of 12 prisoners",
        "",
    ],
)
def test_no_heading(line: str) -> None:
    assert not find_heading(line)


@pytest.mark.parametrize(
    ("text", "length"),
    [
        ("Foreign Travel: The government did not require exit visas.", 16),
        ("Participation of Women and Members of Minority Groups: On May 25, it changed.", 55),
        ("In-country Movement: “Foreigners” had to register.", 21),
        ("Recent Elections:  12 parties took part in elections.", 19),
        ("Prison and Detention\nCenter Conditions: Conditions were harsh.", 40),
        ("Élections: Les partis étaient 12 en tout.", 11),
    ],
)
def test_a_run_in_heading(text: str, length: int) -> None:
    run_in = find_run_in(text)

    assert run_in
    assert run_in.length == length


@pytest.mark.parametrize(
    "text",
    [
        "March 16: Police detained 12 persons.",
        "In March: Police detained 12 persons.",
        "Note: The figures are of 2019 and later.",
        "Detainees: 340",
        "The law set three limits: No person may be held longer.",
        "The Lessons of 1989: Freedom and Our Future",
        "Of 12 Detainees: Three were released early.",
        "At 10:30 police detained 12 persons: They were released.",
        "Foreign Travel: none",
        "https://example.org/a: The page was blocked.",
    ],
)
def test_no_run_in_heading(text: str) -> None:
    assert find_run_in(text) is None


class TestSections:
    def test_numbered_lettered_titled_and_run_in_headings_nest(self) -> None:
        text = "\n\n".join(
            [
                "Section 1. The Person", "a. Killings", "Impunity", PROSE, f"Investigations: {PROSE}", PROSE,
                "Reprisals", PROSE, "b. Disappearance", PROSE, "Section 2. Liberties", PROSE,
            ]
        )  # fmt: skip

        first = "Section 1. The Person"
        assert sections(text) == [
            (first, "a. Killings", "Impunity"),
            (first, "a. Killings", "Impunity", "Investigations"),
            (first, "a. Killings", "Impunity", "Investigations"),
            (first, "a. Killings", "Reprisals"),
            (first, "b. Disappearance"),
            ("Section 2. Liberties",),
        ]

    def test_depths_of_numbers_nest(self) -> None:
        text = f"1. Rights\n\n1.1 Arrest\n\n{PROSE}\n\n1.2 Trial\n\n{PROSE}\n\n2. Remedies\n\n{PROSE}"

        assert sections(text) == [("1. Rights", "1.1 Arrest"), ("1. Rights", "1.2 Trial"), ("2. Remedies",)]

    def test_capitals_stand_over_titles(self) -> None:
        text = f"FREEDOM OF ASSEMBLY\n\nJune Rallies\n\n{PROSE}\n\nJUSTICE\n\n{PROSE}"

        assert sections(text) == [("FREEDOM OF ASSEMBLY", "June Rallies"), ("JUSTICE",)]

    def test_a_heading_is_not_under_itself(self) -> None:
        headings = [
            p for p in read_paragraphs("r", f"Section 1. A\n\nArrests\n\n{PROSE}") if p.kind is ParagraphKind.HEADING
        ]

        assert [heading.section for heading in headings] == [(), ("Section 1. A",)]

    def test_a_short_line_in_small_letters_heads_prose(self) -> None:
        assert sections(f"Freedom of assembly\n\n{PROSE}") == [("Freedom of assembly",)]

    @pytest.mark.parametrize(
        "line", ["Six protesters killed", "12 deaths in custody", "Forty-two deaths in custody", "Police were present"]
    )
    def test_a_short_line_that_tells_something_is_prose(self, line: str) -> None:
        assert sections(f"{line}\n\n{PROSE}") == [(), ()]


class TestWhatHeadsNothingIsBody:
    @pytest.mark.parametrize("text", [PROSE, "Six Protesters Killed", "Section 1. Arrests", "12 DETAINED", "12"])
    def test_a_single_paragraph(self, text: str) -> None:
        (paragraph,) = read_paragraphs("report", text)

        assert (paragraph.kind, paragraph.section) == (ParagraphKind.BODY, ())

    def test_the_last_paragraph(self) -> None:
        assert sections(f"{PROSE}\n\nTwelve Killed") == [(), ()]

    def test_an_entry_of_a_list(self) -> None:
        kinds = [p.kind for p in read_paragraphs("report", f"{PROSE}\n\nJane Doe, 34\n\nJohn Roe, 28\n\nJoan Poe, 51")]

        assert set(kinds) == {ParagraphKind.BODY}
