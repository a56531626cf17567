"""Ids are short, printable, and change with nothing but the words they name."""

import re

from pipeline.reading.identity import fact_id, numeral_id, paragraph_id
from tests.reading.plain_paragraphs import read_paragraphs


def test_form() -> None:
    paragraph = paragraph_id("report", "Police detained 12 persons.", 0)

    assert re.fullmatch(r"p-[a-z2-7]{12}", paragraph)
    assert re.fullmatch(r"n-[a-z2-7]{12}", numeral_id(paragraph, 16))
    assert re.fullmatch(r"f-[a-z2-7]{12}", fact_id(paragraph, 16))


def test_ids_are_published_and_do_not_change_between_versions() -> None:
    """base32 of blake2b over each part with its length in eight bytes before it, computed by hand with coreutils."""
    assert paragraph_id("report", "Police detained 12 persons.", 0) == "p-v2pp2djkldmv"


def test_a_fact_and_its_numeral_share_their_letters() -> None:
    assert numeral_id("p-a", 3)[2:] == fact_id("p-a", 3)[2:]


def test_each_part_counts() -> None:
    ids = {
        paragraph_id("a", "bc", 0),
        paragraph_id("ab", "c", 0),
        paragraph_id("a", "bc", 1),
        paragraph_id("a", "bd", 0),
        paragraph_id("a", "0bc", 0),
    }

    assert len(ids) == 5
    assert numeral_id("p-a", 1) != numeral_id("p-a", 2)
    assert numeral_id("p-a", 12) != numeral_id("p-a1", 2)


def test_a_paragraph_inserted_elsewhere_changes_no_id() -> None:
    before = read_paragraphs("report", "Police fined two persons.\n\nNone was held.\n\nNone was held.")
    after = read_paragraphs(
        "report", "Another.\n\nPolice fined two persons.\n\nNone was held.\n\nNew.\n\nNone was held."
    )

    assert [p.paragraph_id for p in before] == [after[i].paragraph_id for i in (1, 2, 4)]
    assert len({p.paragraph_id for p in after}) == 5
