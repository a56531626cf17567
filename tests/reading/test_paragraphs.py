"""Where paragraphs begin and end."""

import textwrap
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.reading.paragraphs import split_paragraphs

PROSE = (
    "On June 6, police detained 53 protesters in the capital, seven of whom were fined a total of 63,125 tenge. "
    "The Ministry of Internal Affairs stated that the gathering had no permit. Activists disputed this. "
    "In the regions, courts sentenced 12 persons to terms of two to five years in prison, according to a local group."
)
MORE = "The government did not answer requests for comment. By year's end 1.2 million persons had left by land."


def split(text: str) -> list[str]:
    return [text[span.start : span.end] for span in split_paragraphs(text)]


@given(st.text(alphabet=st.sampled_from("aB1 .\n\r\t\f\u00a0\u2028\x85-:")) | st.text())
def test_every_character_that_is_not_blank_lies_in_exactly_one(text: str) -> None:
    spans = split_paragraphs(text)

    at = 0
    for span in spans:
        assert not text[at : span.start].strip()
        assert span.start < span.end
        assert text[span.start : span.end] == text[span.start : span.end].strip()
        at = span.end
    assert not text[at:].strip()


class TestBlankLines:
    @pytest.mark.parametrize(
        "gap", ["\n\n", "\r\n\r\n", "\r\r", "\n \t\n", "\n\u00a0\n", "\n\n\n\n", "\n\f\n", "\u2029\n"]
    )
    def test_a_blank_line_ends_a_paragraph(self, gap: str) -> None:
        assert split(PROSE + gap + MORE) == [PROSE, MORE]

    def test_blanks_at_the_ends_belong_to_none(self) -> None:
        assert split(f"\n  {PROSE} \n\n\t{MORE}\n") == [PROSE, MORE]

    def test_a_blank_text_has_none(self) -> None:
        assert split(" \n\n") == []
        assert split("") == []


class TestLinesInABlock:
    def test_each_long_line_is_a_paragraph(self) -> None:
        assert split(f"{PROSE}\n{MORE}\n{PROSE}") == [PROSE, MORE, PROSE]

    @pytest.mark.parametrize("width", [40, 60, 72, 80, 100])
    def test_wrapped_lines_are_one_paragraph(self, width: int) -> None:
        wrapped = [textwrap.fill(text, width) for text in (PROSE, MORE, PROSE)]

        assert split("\n\n".join(wrapped)) == wrapped

    @pytest.mark.parametrize("width", [60, 72, 80])
    def test_a_short_last_line_ends_a_paragraph_without_a_blank_line(self, width: int) -> None:
        wrapped = [textwrap.fill(text, width) for text in (PROSE, MORE + " So it was.")]
        assert len(wrapped[0].splitlines()[-1]) < width - 10

        assert split("\n".join(wrapped)) == wrapped

    def test_a_heading_over_wrapped_lines_is_a_paragraph(self) -> None:
        body = textwrap.fill(PROSE, 72)

        assert split(f"Freedom of Assembly\n{body}") == ["Freedom of Assembly", body]

    def test_menu_lines_are_paragraphs(self) -> None:
        assert split(f"{PROSE}\n\nHuman Rights Reports\nEdit Your Custom Report\n\nHome") == [
            PROSE,
            "Human Rights Reports",
            "Edit Your Custom Report",
            "Home",
        ]

    def test_list_items_are_paragraphs(self) -> None:
        items = ["The court fined:", "• two journalists;", "• three activists;", "(a) one lawyer."]

        assert split("\n".join(items)) == items

    def test_a_name_or_a_dash_after_a_wrap_is_no_list(self) -> None:
        text = (
            "Two trials of members of the opposition ended in the last days of the\n"
            "year. The court in the capital convicted the journalist and activist John\n"
            "D. Smith of libel and sentenced both of them to terms of imprisonment of\n"
            "\u2013 according to their lawyers \u2013 two and three years respectively."
        )

        assert split(text) == [text]

    def test_a_run_in_heading_opens_a_paragraph_also_after_a_line_without_room(self) -> None:
        body = textwrap.fill(PROSE, 72)
        full = body[: -len(" group.")] + " group of lawyers and teachers."
        head = textwrap.fill(f"Administration: {MORE}", 72)
        assert len(full.splitlines()[-1]) + len(" Administration:") > 72

        assert split(f"{full}\n{head}\n{body}") == [full, head, body]

    def test_a_heading_broken_after_a_small_word_is_one(self) -> None:
        body = textwrap.fill(PROSE, 72)
        heading = "a. Arbitrary Deprivation of Life and Other Unlawful or\nPolitically Motivated Killings"

        assert split(f"{body}\n{heading}\n{body}") == [body, heading, body]

    def test_a_single_break_inside_a_sentence_is_a_wrap(self) -> None:
        assert len(split("Courts sentenced more than\nfive persons to prison.")) == 1
        assert len(split("By the end of the summer police had detained\n12 protesters in the region.")) == 1

    def test_a_numbered_heading_after_a_sentence_is_a_paragraph(self) -> None:
        assert split("Police left.\nb. Freedom of Movement\nThe law provides for it.") == [
            "Police left.",
            "b. Freedom of Movement",
            "The law provides for it.",
        ]


@pytest.mark.parametrize("unit", [f"{PROSE}\n\n", f"{textwrap.fill(PROSE, 72)}\n\n", f"{PROSE}\n", "word ", "word\n"])
def test_a_megabyte_of_any_shape_takes_a_moment(unit: str) -> None:
    text = unit * (1_000_000 // len(unit))
    started = time.process_time()

    split_paragraphs(text)

    # Several times what it takes, and far less than anything that grows with the square of the length.
    assert time.process_time() - started < 5
