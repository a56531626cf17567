"""What holds for the paragraphs of any text."""

import textwrap

from hypothesis import given
from hypothesis import strategies as st

from pipeline.reading.document import ParagraphKind
from tests.reading.plain_paragraphs import read_paragraphs

PROSE = (
    "On June 6, police detained 53 protesters in the capital, seven of whom were fined a total of 63,125 tenge. "
    "The Ministry of Internal Affairs stated that the gathering had no permit. Activists disputed this."
)
LINES = [
    "Section 1. Arrests",
    "a. Killings",
    "Reprisals",
    "RIGHTS",
    f"Exile: {PROSE}",
    PROSE,
    "Share",
    "Jane Doe, 34",
    "",
]


@given(st.text() | st.lists(st.sampled_from(LINES)).map("\n".join) | st.lists(st.sampled_from(LINES)).map("\n\n".join))
def test_any_text(text: str) -> None:
    paragraphs = read_paragraphs("report", text)

    assert "".join("".join(p.text.split()) for p in paragraphs) == "".join(text.split())
    assert [p.number for p in paragraphs] == list(range(1, len(paragraphs) + 1))
    assert len({p.paragraph_id for p in paragraphs}) == len(paragraphs)
    for paragraph in paragraphs:
        assert text[paragraph.start : paragraph.end] == paragraph.text
        assert 0 <= paragraph.run_in < len(paragraph.text)
        assert paragraph.kind is ParagraphKind.BODY or not paragraph.run_in
        assert paragraph.kind is not ParagraphKind.FURNITURE or paragraph.section == ()
    if len(paragraphs) == 1:
        assert paragraphs[0].kind is ParagraphKind.BODY


def test_a_report_that_is_wrapped_has_the_structure_of_one_that_is_not() -> None:
    parts = [
        "Skip to main content",
        "2020 Country Reports on Human Rights Practices: Somewhere",
        "Section 5. Governmental Attitude Regarding International and Nongovernmental Investigation of Alleged Abuses",
        "a. Freedoms of Peaceful Assembly and Association, Including the Right to Strike and to Bargain",
        PROSE,
        f"Participation of Women and Members of Minority Groups in the Political Process: {PROSE}",
        PROSE,
        "All rights reserved.",
    ]

    plain = read_paragraphs("report", "\n\n".join(parts))
    wrapped = read_paragraphs("report", "\r\n\r\n".join(textwrap.fill(part, 72) for part in parts))

    assert [p.kind.value for p in plain] == [
        "furniture", "heading", "heading", "heading", "body", "body", "body", "furniture"
    ]  # fmt: skip
    assert [(p.kind, p.section, p.run_in) for p in wrapped] == [(p.kind, p.section, p.run_in) for p in plain]
