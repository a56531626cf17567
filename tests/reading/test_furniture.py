"""Page furniture is told from prose by its words and its place, and prose is never taken for it."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.reading.document import ParagraphKind
from pipeline.reading.furniture import is_furniture
from tests.reading.plain_paragraphs import read_paragraphs

CASES = Path(__file__).parents[1] / "cases" / "dev.jsonl"
PROSE = "Police detained 53 protesters in the capital, and courts fined seven of them."
NEXT = "By the end of the year, 340 persons remained in prison on such charges."


def furniture(*paragraphs: str) -> list[str]:
    return [p.text for p in read_paragraphs("report", "\n\n".join(paragraphs)) if p.kind is ParagraphKind.FURNITURE]


def case_texts() -> list[str]:
    cases = [json.loads(line) for line in CASES.read_text(encoding="utf-8").splitlines() if int(line[12:15]) % 3]
    return [case["text"] for case in cases]


LINES = [
    "An official website of the United States Government Here\u2019s how you know",
    "A .gov website belongs to an official government organization in the United States.",
    "Skip to main content",
    "We use cookies to improve your experience. See our privacy policy.",
    "Share this page:",
    "MENU",
    "Sign in",
    "01 / Select a year",
    "02 | Choose a country",
    "© 2021 The Organization. All rights reserved.",
    "Copyright 2021 The Organization",
    "Follow us on the networks",
    "Privacy Policy",
    "Home > Reports > 2020",
    "Page 3 of 12",
]


@pytest.mark.parametrize("line", LINES)
def test_a_line_of_a_page_is_furniture_at_both_ends(line: str) -> None:
    assert furniture(line, PROSE, NEXT) == [line]
    assert furniture(PROSE, NEXT, line) == [line]


@pytest.mark.parametrize("line", LINES)
def test_no_line_is_furniture_between_prose(line: str) -> None:
    assert furniture(PROSE, line, NEXT) == []


@pytest.mark.parametrize("line", LINES)
def test_a_document_without_prose_has_none(line: str) -> None:
    assert furniture(line) == []
    assert furniture(line, "12 detained", line) == []


def test_what_stands_among_furniture_at_the_end_belongs_to_it() -> None:
    assert furniture(
        PROSE, "Country Reports", "Edit your report", "12 Lessons of 1989: A Future", "Sitemap", "Bureau"
    ) == [
        "Country Reports",
        "Edit your report",
        "12 Lessons of 1989: A Future",
        "Sitemap",
        "Bureau",
    ]


def test_a_headline_among_furniture_at_the_start_does_not() -> None:
    assert furniture("Menu", "12 Protesters Detained", "Share", PROSE) == ["Menu", "Share"]


@pytest.mark.parametrize(
    "line",
    [
        "Total: 340 detainees",
        "Jane Doe, 34",
        "Six Protesters Killed",
        "Home raids: 12",
        "Search of 14 premises",
        "News outlets closed: 7",
        "Share of women: 27 percent",
        "Copyright violations: 12",
        "2019: 240; 2020: 350",
        "Annex: 12 Political Prisoners",
    ],
)
def test_a_line_with_data_is_not_furniture_beside_prose_or_before_furniture(line: str) -> None:
    assert furniture(line, PROSE) == []
    assert furniture(PROSE, line) == []
    assert furniture(PROSE, line, "Sign in") == ["Sign in"]
    assert furniture("Sign in", line, PROSE) == ["Sign in"]


def test_data_behind_furniture_is_not_furniture() -> None:
    assert furniture(PROSE, "Share", "Total: 340 detainees", "Bureau of the Press") == ["Share", "Bureau of the Press"]


def test_a_long_list_behind_furniture_is_not_furniture() -> None:
    names = [f"Prisoner Number {number}" for number in range(4)]

    assert furniture(PROSE, "Share", *names) == ["Share"]


@pytest.mark.parametrize(
    "prose",
    [
        "The ministry published on its official website the names of 12 detainees.",
        "Authorities blocked Facebook, Twitter, and 12 news sites in January.",
        "Copyright law provides for fines of up to $500.",
        "An official website of the ministry listed 12 detainees.",
        "Workers in 12 camps complained of the terms and conditions of their employment.",
        "Hackers took a .gov website down for 12 hours.",
        "Search warrants were issued against 12 persons.",
        "Press freedom declined, and 12 journalists were fined.",
        "Home arrest was ordered for 12 persons.",
        "Legal aid reached 340 persons.",
    ],
)
def test_prose_that_speaks_of_such_things_is_prose(prose: str) -> None:
    assert furniture(prose, PROSE) == []
    assert furniture(PROSE, prose) == []


def test_no_text_of_the_cases_is_furniture() -> None:
    texts = case_texts()

    assert len(texts) > 100
    assert not [text for text in texts if is_furniture(text)]
    assert furniture(*texts) == []


@given(st.lists(st.sampled_from([*LINES, PROSE, NEXT, "Arrests", "Jane Doe, 34", "Section 1. Arrests"]), max_size=8))
def test_prose_is_never_furniture_in_any_order(paragraphs: list[str]) -> None:
    assert not {PROSE, NEXT, "Section 1. Arrests"} & set(furniture(*paragraphs))
