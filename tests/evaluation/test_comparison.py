"""How the program's entries are matched with an annotator's."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import pytest

from pipeline.evaluation.cases import Case
from pipeline.evaluation.comparison import Comparison, Measure, compare, detail_items, head_noun, same_number, words
from pipeline.facts.fact import Detail, Fact, Modality
from pipeline.numerals.numeral import Numeral, Role

Answer = tuple[tuple[Numeral, ...], tuple[Fact, ...]]


def wrong(comparisons: Sequence[Comparison]) -> list[tuple[str, str, str | None, str | None]]:
    return [(one.measure, one.surface, one.wanted, one.got) for one in comparisons if not one.agrees]


def changed_fact(answer: Answer, place: int, fact: Fact) -> Answer:
    facts = list(answer[1])
    facts[place] = fact
    return answer[0], tuple(facts)


def test_full_agreement_leaves_nothing(case: Case, perfect: Answer) -> None:
    comparisons = compare(case, *perfect)

    assert wrong(comparisons) == []
    assert len([one for one in comparisons if one.measure is Measure.FACT]) == 3
    assert len([one for one in comparisons if one.measure is Measure.PART_OF]) == 1


def test_a_silent_program_misses_every_entry(case: Case) -> None:
    missed = [one for one in wrong(compare(case, (), ())) if one[0] in {Measure.COVERED, Measure.FACT}]

    assert missed == [
        ("covered", "2", "2", None),
        ("covered", "53", "53", None),
        ("fact", "53", "detention.persons_detained", None),
        ("covered", "seven", "seven", None),
        ("fact", "seven", "justice.persons_fined", None),
        ("covered", "90", "90", None),
        ("fact", "90", "fine.amount", None),
    ]


def test_an_entry_belongs_where_it_overlaps_most(case: Case, perfect: Answer) -> None:
    date_entry = perfect[0][0]
    wide = replace(date_entry, end=perfect[0][1].end - 1, surface="2 police held 5")
    comparisons = compare(case, (wide, *perfect[0][1:]), perfect[1])

    assert wrong(comparisons) == [("span", "2", "2", "2 police held 5")]


def test_an_entry_that_no_annotator_has_is_extra_and_its_fact_false(case: Case, perfect: Answer) -> None:
    extra = replace(perfect[0][1], numeral_id="n-x", start=0, end=2, surface="On")
    fact = replace(perfect[1][0], numeral_id="n-x", fact_id="f-x")
    comparisons = compare(case, (extra, *perfect[0]), (fact, *perfect[1]))

    assert wrong(comparisons) == [
        ("extra", "On", None, "quantity"),
        ("fact", "On", None, "detention.persons_detained"),
    ]


def test_a_fact_of_another_indicator_is_not_asked_further(case: Case, perfect: Answer) -> None:
    other = replace(perfect[1][0], indicator="justice.persons_fined", counted="women", modality=Modality.PROPOSED)
    found = wrong(compare(case, *changed_fact(perfect, 0, other)))

    assert found == [
        ("fact", "53", "detention.persons_detained", "justice.persons_fined"),
        ("strict", "53", "detention.persons_detained", "justice.persons_fined"),
    ]


@pytest.mark.parametrize(
    ("change", "measure", "got"),
    [
        ({"counted": "women from there"}, "counted", "women from there"),
        ({"modality": Modality.STATUTORY}, "modality", "statutory"),
        ({"period_end": None}, "period", "2020-05-02/"),
        ({"period_start": date(2019, 5, 2)}, "period", "2019-05-02/2020-05-02"),
        ({"attributed_to": None}, "attributed", None),
        ({"attributed_to": "the government of"}, "attributed", "the government of"),
        ({"part_of": "f-3"}, "part_of", "90 (entry 3)"),
        ({"part_of": "f-nowhere"}, "part_of", "an entry of no case"),
        ({"part_of": None}, "part_of", None),
        ({"detail": Detail(party="P")}, "detail", "party=P"),
    ],
)
def test_each_field_of_a_matched_fact_is_asked(
    case: Case, perfect: Answer, change: dict[str, object], measure: str, got: str | None
) -> None:
    fact = replace(perfect[1][1], **change)  # type: ignore[arg-type] # one field of the record, by name
    found = wrong(compare(case, *changed_fact(perfect, 1, fact)))

    assert [(one[0], one[3]) for one in found] == [(measure, got)]


@pytest.mark.parametrize(
    ("change", "measures"),
    [
        ({"role": Role.DATE}, ["role", "value", "strict"]),
        ({"value": 54.0}, ["value", "strict"]),
        ({"high": None}, ["value", "strict"]),
        ({"approximation": None}, ["value", "strict"]),
        ({"unit": "seat"}, ["unit", "strict"]),
        ({"equivalent_of": "n-3"}, ["equivalent"]),
    ],
)
def test_each_field_of_a_quantity_is_asked(
    case: Case, perfect: Answer, change: dict[str, object], measures: list[str]
) -> None:
    numerals = list(perfect[0])
    numerals[1] = replace(numerals[1], **change)  # type: ignore[arg-type] # one field of the record, by name
    found = wrong(compare(case, tuple(numerals), perfect[1]))

    assert [one[0] for one in found] == measures


def test_a_disagreement_shows_the_words_around_it(case: Case) -> None:
    first = compare(case, (), ())[0]

    assert first.context.startswith("On May [2] police held")


@pytest.mark.parametrize(
    ("phrase", "noun"),
    [
        ("Russian citizens", "citizens"),
        ("justice of the peace", "justice"),
        ("persons from whom", "persons"),
        ("Of the men", ""),
        ("", ""),
        (None, ""),
    ],
)
def test_head_noun(phrase: str | None, noun: str) -> None:
    assert head_noun(phrase) == noun


def test_words_are_those_that_tell_names_apart() -> None:
    assert words("The Ministry of the Interior\N{RIGHT SINGLE QUOTATION MARK}s men") == {
        "ministry",
        "interior's",
        "men",
    }
    assert words(None) == frozenset()


@pytest.mark.parametrize(
    ("left", "right", "same"),
    [
        (None, None, True),
        (None, 0.0, False),
        (0.0, None, False),
        (0.3333, 0.33335, True),
        (0.3333, 0.3335, False),
        (1e6, 1e6 + 99, True),
        (1e6, 1e6 + 101, False),
    ],
)
def test_same_number(left: float | None, right: float | None, same: bool) -> None:  # noqa: FBT001 - an expectation
    assert same_number(left, right) is same


def test_detail_items_are_only_what_the_text_gives() -> None:
    detail = Detail(usd_reported_low=35.0, usd_reported_high=70.5, superseded=False, also=("a.b", "c.d"))

    assert detail_items(detail) == (
        "usd_reported_low=35",
        "usd_reported_high=70.5",
        "superseded=False",
        "also=a.b, c.d",
    )
    assert detail_items(Detail()) == ()
