"""The report that the dataset begins with, against what its annotators wrote down."""

import json
from pathlib import Path

import pytest

from pipeline.reading.document import Document, Paragraph, ParagraphKind
from pipeline.reading.paragraphs import split_paragraphs
from pipeline.reading.sidecar import sidecar_text
from pipeline.reading.source import find_sources, read_document
from tests.reading.pdf_files import wrapped

ROOT = Path(__file__).parents[2]
SOURCE = ROOT / "data" / "raw" / "documents" / "kazakhstan-2020.txt"
GOLD = ROOT / "tests" / "gold" / "kazakhstan-2020.numerals.jsonl"


@pytest.fixture(scope="module")
def document() -> Document:
    return read_document(SOURCE, require_sha256=True)


def of_kind(document: Document, kind: ParagraphKind) -> list[Paragraph]:
    return [paragraph for paragraph in document.paragraphs if paragraph.kind is kind]


def test_every_numeral_of_the_gold_is_in_the_paragraph_of_that_number(document: Document) -> None:
    entries = [json.loads(line) for line in GOLD.read_text(encoding="utf-8").splitlines()]

    assert len(entries) == 138
    for entry in entries:
        paragraph = document.paragraphs[entry["paragraph"] - 1]
        assert paragraph.number == entry["paragraph"]
        assert paragraph.start <= entry["start"] < entry["end"] <= paragraph.end
        assert document.text[entry["start"] : entry["end"]] == entry["surface"]


def test_furniture_holds_the_numerals_that_are_boilerplate_and_no_other(document: Document) -> None:
    entries = [json.loads(line) for line in GOLD.read_text(encoding="utf-8").splitlines()]
    furniture = {paragraph.number for paragraph in of_kind(document, ParagraphKind.FURNITURE)}

    assert [e["surface"] for e in entries if e["paragraph"] in furniture] == ["01", "02", "03", "one", "1989"]
    assert {e["surface"] for e in entries if e["role"] == "boilerplate"} == {"01", "02", "03", "one", "1989"}
    assert furniture == {*range(1, 6), *range(79, 86)}


def test_headings(document: Document) -> None:
    headings = of_kind(document, ParagraphKind.HEADING)

    assert len(document.paragraphs) == 85
    assert [p.number for p in headings] == [6, 7, 8, 11, 16, 17, 18, 23, 32, 43, 45, 50, 64, 70]


def test_run_in_headings(document: Document) -> None:
    openings = [p.text[: p.run_in] for p in document.paragraphs if p.run_in]

    assert openings == [
        "In-country Movement: ",
        "Foreign Travel: ",
        "Exile: ",
        "Recent Elections: ",
        "Political Parties and Political Participation: ",
        "Participation of Women and Members of Minority Groups: ",
        "Corruption: ",
        "Financial Disclosure: ",
        "The United Nations or Other International Bodies: ",
        "Government Human Rights Bodies: ",
    ]


@pytest.mark.parametrize(
    ("number", "section"),
    [
        (6, ()),
        (
            9,
            (
                "Section 1. Respect for the Integrity of the Person, Including Freedom from:",
                "Political Prisoners and Detainees",
            ),
        ),
        (
            20,
            (
                "Section 2. Respect for Civil Liberties, Including:",
                "b. Freedoms of Peaceful Assembly and Association",
                "Freedom of Peaceful Assembly",
            ),
        ),
        (33, ("Section 2. Respect for Civil Liberties, Including:", "d. Freedom of Movement")),
        (40, ("Section 2. Respect for Civil Liberties, Including:", "d. Freedom of Movement", "In-country Movement")),
        (46, ("Section 3. Freedom to Participate in the Political Process",)),
        (
            53,
            (
                "Section 3. Freedom to Participate in the Political Process",
                "Elections and Political Participation",
                "Recent Elections",
            ),
        ),
        (81, ()),
    ],
)  # fmt: skip
def test_sections(document: Document, number: int, section: tuple[str, ...]) -> None:
    assert document.paragraphs[number - 1].section == section


def test_ids_are_unique(document: Document) -> None:
    assert len({paragraph.paragraph_id for paragraph in document.paragraphs}) == 85


def test_the_description_is_written_as_the_program_writes_it(document: Document) -> None:
    assert SOURCE.with_suffix(".yaml").read_text(encoding="utf-8") == sidecar_text(document.sidecar)
    assert document.sidecar.is_excerpt


def test_every_file_of_the_folder_is_a_source_or_its_description() -> None:
    assert SOURCE in find_sources([SOURCE.parent])


@pytest.mark.parametrize("font", ["Helvetica", "Times-Roman"])
@pytest.mark.parametrize("size", [10, 11, 12])
def test_lines_of_print_without_a_blank_line_give_the_paragraphs_back(document: Document, font: str, size: int) -> None:
    paragraphs = [
        " ".join(paragraph.text.split())
        for paragraph in document.paragraphs
        if paragraph.kind is not ParagraphKind.FURNITURE
    ]
    page = "\n".join(line for text in paragraphs for line in wrapped(text, size, font))

    found = [" ".join(page[span.start : span.end].split()) for span in split_paragraphs(page)]

    # A last line that fills the page to its last word is all that leaves two paragraphs as one; none is cut.
    assert len(paragraphs) == 73
    assert all(any(text in whole for whole in found) for text in paragraphs)
    assert len(found) >= 71
