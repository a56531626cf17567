"""Whether a number happened, is set by a rule, or is only sought."""

import pytest

from pipeline.facts.extraction import extract
from pipeline.reading.document import Sidecar
from pipeline.reading.source import document_from_text

_SIDECAR = Sidecar("A report", "none", "ZMB", 2017, "https://example.org/", "none")


def modality(text: str, surface: str) -> str:
    """Return the modality of the fact of one numeral of a text."""
    numerals, facts = extract(document_from_text("sample", text, _SIDECAR))
    wanted = next(numeral.numeral_id for numeral in numerals if numeral.surface == surface)
    return next(str(fact.modality) for fact in facts if fact.numeral_id == wanted)


@pytest.mark.parametrize(
    ("text", "surface"),
    [
        ("The law provides for a fine of up to 900 kwacha.", "900"),
        ("Littering carries a fine of 900 kwacha.", "900"),
        ("Breach of the bylaw leads to a fine of 900 kwacha.", "900"),
        ("Those who litter risk a fine of 900 kwacha.", "900"),
        ("Litterers are subject to a fine of 900 kwacha.", "900"),
        ("Fines for littering range from 900 kwacha to 2,000 kwacha.", "2,000"),
        ("Litterers faced fines of up to 900 kwacha.", "900"),
        ("He faced up to nine years in prison if convicted.", "nine"),
        ("Litterers were prosecuted, with penalties ranging from nine days to three years in prison.", "nine"),
        ("Parliament raised the fine for littering to 900 kwacha.", "900"),
        ("Police may detain a suspect for 48 hours before charge.", "48"),
        ("Persons convicted of littering face a fine of 900 kwacha.", "900"),
        ("Shopkeepers who littered faced a fine of 900 kwacha.", "900"),
        ("The fine for littering, in most towns, was 900 kwacha.", "900"),
        ("The punishment for a second offense was three years in prison.", "three"),
        ("Penalties included fines of 900 kwacha.", "900"),
        ("Littering near a spring carried a penalty of 900 kwacha.", "900"),
        ("A person convicted of littering was subject to a fine of 900 kwacha.", "900"),
        ("The penalty for theft where a weapon was used was nine years in prison.", "nine"),
        ("The maximum fine, which had been 90 kwacha, was raised to 900 kwacha.", "900"),
        ("Overtime was limited to nine hours a week.", "nine"),
        ("Guards could work only nine hours a day.", "nine"),
        ("Guards could work up to 60 hours a week.", "60"),
        (
            "The penalty for being convicted of insulting the heads of clans was six months to nine years in prison.",
            "six",
        ),
        ("The law required notice at least four days before a planned protest.", "four"),
        ("Guards did overtime with a maximum of four hours a day and a maximum of 18 hours a week.", "18"),
        ("They could receive a minimum of five years in prison.", "five"),
        ("Owners could not engage guards in work exceeding nine hours a day and 20 hours a week.", "20"),
        ("Talks aimed at renewing a pact had to take place within nine months.", "nine"),
        ("The workweek in the north and the Lake District was 40 hours.", "40"),
        ("The penalty for owners convicted of rigging polls and raffles was nine years in prison.", "nine"),
        ("The waiting time could not exceed nine days.", "nine"),
        ("Thirty percent of candidates had to be women.", "Thirty"),
    ],
)
def test_what_a_rule_sets_is_statutory(text: str, surface: str) -> None:
    assert modality(text, surface) == "statutory"


@pytest.mark.parametrize(
    ("text", "surface"),
    [
        ("The prosecutor sought a fine of 900 kwacha.", "900"),
        ("Officials expected 900 migrants to be deported.", "900"),
        ("The prosecutor asked for a fine of 900 kwacha.", "900"),
        ("The bill would raise the fine for littering to 900 kwacha.", "900"),
        ("The regulator proposed raising the fine to 900 kwacha.", "900"),
        ("The prosecutor asked the court to fine the daily 900 kwacha.", "900"),
        ("The government has a plan to release 300 prisoners.", "300"),
        ("The minister promised to release 300 prisoners.", "300"),
        ("The two states agreed on the repatriation of 300 refugees.", "300"),
    ],
)
def test_what_is_sought_or_planned_is_proposed(text: str, surface: str) -> None:
    assert modality(text, surface) == "proposed"


@pytest.mark.parametrize(
    ("text", "surface"),
    [
        ("A court ordered the daily to pay a fine of 900 kwacha.", "900"),
        ("The union planned 30 rallies, of which 22 took place.", "22"),
        ("Lists must include 30 percent women, yet women held 19 percent of seats.", "19"),
        ("The law sets a term of three years, although courts sentenced boys to five years.", "five"),
        ("Although the law sets a term of three years, courts sentenced boys to five years.", "five"),
        ("In April 300 Syrians sought asylum.", "300"),
        ("Observers considered 300 prisoners to be political prisoners.", "300"),
        ("Robbers abducted 12 traders and demanded a ransom.", "12"),
        ("Of 300 stateless persons, 200 would be eligible for citizenship.", "300"),
        ("The National Convention holds 48 seats in the assembly.", "48"),
        ("A magistrate applied the article and fined a singer 900 kwacha.", "900"),
        ("The fine for the daily was 900 kwacha.", "900"),
        ("The penalties imposed by the court included fines of 900 kwacha.", "900"),
        ("His sentence was reduced to three years in prison.", "three"),
        ("Sentences for convicted thieves ranged from three to nine years in prison.", "three to nine"),
        ("The two singers faced fines of 900 kwacha.", "900"),
    ],
)
def test_what_came_about_occurred(text: str, surface: str) -> None:
    assert modality(text, surface) == "occurred"
