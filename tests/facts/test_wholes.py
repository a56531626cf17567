"""Which number is a part of which, on sentences of their own wording."""

from typing import NamedTuple

import pytest

from pipeline.facts.extraction import extract
from pipeline.reading.document import Sidecar
from pipeline.reading.source import document_from_text

_SIDECAR = Sidecar("A report", "none", "ZMB", 2017, "https://example.org/", "none")


class Told(NamedTuple):
    """A text, and its parts with their wholes, as `part>whole`."""

    text: str
    parts: str


def parts(text: str) -> set[str]:
    """Return the facts of a text that are a part of another, as `part>whole`, by the surface of their numeral."""
    numerals, facts = extract(document_from_text("sample", text, _SIDECAR))
    surface_of = {numeral.numeral_id: numeral.surface for numeral in numerals}
    whole_of = {fact.fact_id: surface_of[fact.numeral_id] for fact in facts}
    return {f"{surface_of[fact.numeral_id]}>{whole_of[fact.part_of]}" for fact in facts if fact.part_of is not None}


SUMS = (
    Told("Police arrested 99 miners, 98 at the pit and one at home.", "98>99 one>99"),
    Told("Police identified 25 victims of trafficking (eight women and 17 men).", "eight>25 17>25"),
    Told("Courts deported 213 migrants, 102 by air and 111 by land.", "102>213 111>213"),
    Told("The jail held 600 inmates, with 580 men and 20 women.", "580>600 20>600"),
    Told("The country hosted 4,000 refugees, 3,000 from Somalia and 1,000 from Eritrea.", "3,000>4,000 1,000>4,000"),
    Told("Courts sentenced 50 miners, 30 to prison and 20 to house arrest.", "30>50 20>50"),
    Told("Police arrested 50 miners, released 38, and charged 12.", ""),
    Told("Police arrested 50 miners, 40 in Kitwe.", ""),
)
MEMBERS = (
    Told("Police arrested 97 miners as suspected rebels, 81 of whom were released.", "81>97"),
    Told("The country hosted 4,000 refugees; of these, 300 were granted citizenship.", "300>4,000"),
    Told("Soldiers killed 80 miners. Among the dead were 12 boys and seven women.", "12>80 seven>80"),
    Told("Soldiers killed 80 miners. The victims included 12 women.", "12>80"),
    Told("Police arrested 80 miners. They included 12 students.", "12>80"),
    Told("Police arrested 80 miners. The miners included 12 students.", "12>80"),
    Told("Police arrested 80 miners. Those arrested included 12 students.", "12>80"),
    Told("Police arrested 80 miners. Among those arrested in Kitwe were 12 students.", "12>80"),
    Told("The jail held 80 inmates, including 40 women. Among them were 12 foreigners.", "40>80 12>80"),
    Told("Police arrested 80 miners. The organizers included 12 students.", ""),
    Told("Police arrested 80 miners. The parliament included 12 women.", ""),
    Told("There were 80 killings in May. Of the killings, 15 were by police.", "15>80"),
    Told("There were 80 killings in May. Of the executions, 15 were by hanging.", ""),
)
AGAIN = (
    Told("Police arrested 50 miners. Of the 50, 12 were fined.", "12>50"),
    Told("Police arrested 50 miners. Of these, 12 were fined.", "12>50"),
)
ASIDE = (
    Told("Guards killed 189 inmates, including 31 minors and three nurses, and injured 580.", "31>189 three>189"),
    Told("Police arrested 50 miners. The remaining 12 fled.", ""),
    Told("Police arrested 50 miners. Soldiers detained traders, including 12 women.", ""),
)
PHRASES = (
    Told("Courts convicted 25 miners, seven for murder, and acquitted nine.", "seven>25"),
    Told("Courts sentenced 60 miners for theft, two to death and 12 to life in prison.", "two>60 12>60"),
    Told("In clashes 35 were wounded, three by gunshots.", "three>35"),
    Told("The council counted 138 victims of torture, two raped.", "two>138"),
    Told("The board received 815 complaints against officials, 81 against the police alone.", "81>815"),
    Told("A bomb killed 20 miners, 15 by shrapnel, and injured 40, 12 of them badly.", "15>20 12>40"),
    Told("Courts sentenced 12 miners to death, five to life in prison.", ""),
    Told("Police arrested 40 miners on May 3, 12 on May 4.", ""),
    Told("During the year 94 received permits to work, 12 to study.", ""),
    Told("Soldiers killed 300 miners, 33 women among them, and displaced 900.", "33>300"),
    Told("Floods of migrants followed; 42 were killed, 27 Kenyans and 10 Ugandans among them.", "27>42 10>42"),
    Told("The jail held 600 men, 300 of whom were miners and 12 of whom were boys.", "300>600 12>600"),
    Told("Police arrested 50 men, 40 of whom were charged, 12 of whom were convicted.", "40>50 12>40"),
    Told("According to the warden, of 600 inmates, 12 were awaiting trial.", "12>600"),
    Told("In May, of the 47 miners tried, the court convicted 12.", "12>47"),
    Told("Of the 90 seats in parliament, women held 12.", "12>90"),
    Told("Police arrested 50 miners on May 3; the remaining 12 were released on May 9.", ""),
    Told("Jails held 600 inmates, with more than 12 in remand.", "12>600"),
    Told(
        "The board got 60 complaints, including 12 complaints of theft and nine complaints of arson.", "12>60 nine>60"
    ),
    Told("Police arrested 50 miners. Of those arrested, judges tried 12 men.", "12>50"),
    Told(
        "The board got 60 complaints. Of these complaints, it confirmed 12 cases.",
        "12>60",
    ),
    Told("The board got 60 complaints. Of these, 12 led to the arrest of nine guards.", "12>60"),
    Told("Police arrested 50 miners; 12 were minors.", "12>50"),
    Told("Police arrested 50 miners; 12 were charged.", ""),
    Told("A union needs 600 members, with at least 12 in every region.", ""),
    Told("Police shot and killed 14 miners; two of the dead were children.", "two>14"),
    Told("Police arrested 14 miners. Two of the dead were children.", ""),
)


@pytest.mark.parametrize("told", PHRASES, ids=lambda told: told.text)
def test_a_phrase_alone_tells_of_parts(told: Told) -> None:
    assert parts(told.text) == set(told.parts.split())


@pytest.mark.parametrize("told", MEMBERS, ids=lambda told: told.text)
def test_a_sentence_says_who_was_among_them(told: Told) -> None:
    assert parts(told.text) == set(told.parts.split())


@pytest.mark.parametrize("told", SUMS, ids=lambda told: told.text)
def test_numbers_that_add_up_are_parts(told: Told) -> None:
    assert parts(told.text) == set(told.parts.split())


@pytest.mark.parametrize("told", AGAIN, ids=lambda told: told.text)
def test_a_whole_told_again_is_the_first(told: Told) -> None:
    assert parts(told.text) == set(told.parts.split())


@pytest.mark.parametrize("told", ASIDE, ids=lambda told: told.text)
def test_what_stands_aside_is_no_part(told: Told) -> None:
    assert parts(told.text) == set(told.parts.split())
