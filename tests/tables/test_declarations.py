"""The declarations agree with the records of the core, and with each other."""

from enum import StrEnum

import pytest

from pipeline.curation.correction import Action, ReviewStatus
from pipeline.facts.fact import Modality
from pipeline.money.consistency import EquivalentFit
from pipeline.money.exchange_rate import Frequency
from pipeline.numerals.numeral import Approximation, Role
from pipeline.reading.document import ParagraphKind
from pipeline.tables.text_fragment import with_text_fragment
from pipeline.tables.value_check import fits_approximation
from schemas.files.corrections import ACTIONS
from schemas.files.exchange_rates import FREQUENCIES
from schemas.tables.catalog import FAMILIES, TABLES, family_of_indicator, table_named
from schemas.tables.column import Column, ColumnType
from schemas.tables.common_columns import APPROXIMATIONS, MODALITIES, ROLES
from schemas.tables.money_columns import EQUIVALENT_FITS
from schemas.tables.paragraphs import KINDS
from schemas.tables.review_columns import REVIEW_STATUSES


@pytest.mark.parametrize(
    ("choices", "enumeration"),
    [
        (ROLES, Role),
        (APPROXIMATIONS, Approximation),
        (MODALITIES, Modality),
        (KINDS, ParagraphKind),
        (FREQUENCIES, Frequency),
        (EQUIVALENT_FITS, EquivalentFit),
        (REVIEW_STATUSES, ReviewStatus),
        (ACTIONS, Action),
    ],
)
def test_choices_are_those_of_the_core(choices: tuple[str, ...], enumeration: type[StrEnum]) -> None:
    assert list(choices) == [member.value for member in enumeration]


def test_a_column_name_has_one_type_everywhere() -> None:
    seen: dict[str, Column] = {}
    checked = 0
    for table in TABLES:
        assert table.key in table.column_names
        assert len(set(table.column_names)) == len(table.columns)
        for column in table.columns:
            checked += 1
            assert seen.setdefault(column.name, column).type is column.type, column.name
            assert (column.type is ColumnType.CATEGORY) == bool(column.choices)
    assert checked > 150


def test_references_and_bounds_name_columns_and_tables() -> None:
    for table in TABLES:
        for reference in table.references:
            assert reference.column in table.column_names
            assert table_named(reference.table).name == reference.table
        for bounds in table.bounds:
            assert {bounds.low, bounds.high} <= set(table.column_names)


def test_every_fact_table_has_what_a_citation_needs() -> None:
    needed = {
        "document_id",
        "paragraph_id",
        "section",
        "quote",
        "country",
        "report_year",
        "source_url",
        "surface",
    }
    for name in ("facts", *(family.table.name for family in FAMILIES)):
        assert needed <= set(table_named(name).column_names), name


@pytest.mark.parametrize(
    ("indicator", "table"),
    [
        ("detention.persons_released", "detentions"),
        ("fine.amount", "fines"),
        ("election.turnout", "vote_shares"),
        ("election.seats_total", "seats"),
        ("migration.refugees", "migrants"),
        ("election.candidates", None),
        ("justice.prison_term", None),
    ],
)
def test_an_indicator_feeds_its_table(indicator: str, table: str | None) -> None:
    family = family_of_indicator(indicator)

    assert (family.table.name if family else None) == table


@pytest.mark.parametrize(
    ("approximation", "right", "wrong"),
    [
        ("exact", (5, 5, 5), (5, None, None)),
        ("about", (5, None, None), (5, 5, 5)),
        ("at_least", (5, 5, None), (5, None, 5)),
        ("more_than", (5, 5, None), (5, 5, 5)),
        ("at_most", (5, None, 5), (5, 5, None)),
        ("less_than", (5, None, 5), (None, None, 5)),
        ("between", (None, 5, 7), (None, 7, 5)),
        ("order_of_magnitude", (None, 24, None), (24, 24, None)),
    ],
)
def test_each_hedge_has_its_bounds(
    approximation: str,
    right: tuple[float | None, float | None, float | None],
    wrong: tuple[float | None, float | None, float | None],
) -> None:
    assert fits_approximation(approximation, *right)
    assert not fits_approximation(approximation, *wrong)


def test_a_text_fragment_is_percent_encoded_with_its_neighbours() -> None:
    text = "He came. The 63,125-tenge fine & more. Then he left."
    start, end = text.index("The"), text.index(" Then")

    url = with_text_fragment("https://example.org/a", text, start, end)

    assert url == (
        "https://example.org/a#:~:text=He%20came.-,The%2063%2C125%2Dtenge%20fine%20%26%20more.,-Then%20he%20left."
    )


def test_the_mark_of_a_note_is_in_no_term() -> None:
    text = "He came.¹ Courts fined³ 12 men for a protest.² Then he left."

    url = with_text_fragment("https://example.org/a", text, text.index("Courts"), text.index(" Then"))

    assert url == "https://example.org/a#:~:text=Courts,12%20men%20for%20a,-Then%20he%20left."


def test_a_long_passage_is_given_by_its_ends() -> None:
    text = " ".join(f"w{number}" for number in range(40))

    url = with_text_fragment("https://example.org/a#part", text, 0, len(text))

    assert url == "https://example.org/a#part:~:text=w0%20w1%20w2%20w3%20w4%20w5,w34%20w35%20w36%20w37%20w38%20w39"
