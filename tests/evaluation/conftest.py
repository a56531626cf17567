"""Short annotated texts, and what a program might make of them."""

from datetime import date

import pytest

from pipeline.evaluation.cases import Case, Entry, ExpectedFact
from pipeline.facts.fact import Detail, Fact, Modality
from pipeline.numerals.numeral import Approximation, Numeral, Role

TEXT = "On May 2 police held 53 men, seven of whom were fined about 90 tenge, said Amnesty."


def entry(surface: str, role: Role = Role.QUANTITY, fact: ExpectedFact | None = None, unit: str = "person") -> Entry:
    """An exact quantity, or an entry of another role, at the place of the surface in the text."""
    start = TEXT.index(surface)
    value = {"53": 53.0, "seven": 7.0, "90": 90.0}.get(surface)
    quantity = role is Role.QUANTITY
    return Entry(
        start=start,
        end=start + len(surface),
        surface=surface,
        role=role,
        value=value,
        low=value,
        high=value,
        approximation=Approximation.EXACT if quantity else None,
        unit=unit if quantity else None,
        equivalent_of=None,
        fact=fact,
    )


def expected(indicator: str, part_of: int | None = None, payer: str | None = None) -> ExpectedFact:
    """A fact stated by Amnesty about one day."""
    day = date(2020, 5, 2)
    return ExpectedFact(indicator, "men", Modality.OCCURRED, "Amnesty", day, day, part_of, Detail(payer=payer))


@pytest.fixture
def case() -> Case:
    """Four entries, three facts, one of them a part of another."""
    entries = (
        entry("2", Role.DATE),
        entry("53", fact=expected("detention.persons_detained")),
        entry("seven", fact=expected("justice.persons_fined", part_of=1)),
        entry("90", fact=expected("fine.amount", payer="individual"), unit="KZT"),
    )
    return Case("made-001", "KAZ", 2020, TEXT, entries, held_out=False)


Answer = tuple[tuple[Numeral, ...], tuple[Fact, ...]]


@pytest.fixture
def perfect(case: Case) -> Answer:
    """What a program gives that agrees with the case in everything."""
    numerals, facts = [], []
    for place, one in enumerate(case.entries):
        numerals.append(
            Numeral(
                numeral_id=f"n-{place}",
                start=one.start,
                end=one.end,
                surface=one.surface,
                role=one.role,
                rule="made: by hand",
                value=one.value,
                low=one.low,
                high=one.high,
                approximation=one.approximation,
                unit=one.unit,
            )
        )
        if one.fact:
            facts.append(
                Fact(
                    fact_id=f"f-{place}",
                    numeral_id=f"n-{place}",
                    indicator=one.fact.indicator,
                    counted=one.fact.counted,
                    modality=one.fact.modality,
                    attributed_to=one.fact.attributed_to,
                    period_start=one.fact.period_start,
                    period_end=one.fact.period_end,
                    part_of=None if one.fact.part_of is None else f"f-{one.fact.part_of}",
                    detail=one.fact.detail,
                    rule="made",
                    quote_start=0,
                    quote_end=len(TEXT),
                    explanation=(),
                )
            )
    return tuple(numerals), tuple(facts)
