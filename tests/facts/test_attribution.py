"""Who states a number, on sentences of their own wording: the rulings of CODING.md, and the ways to say it."""

from typing import NamedTuple

import pytest

from pipeline.facts.extraction import extract
from pipeline.reading.document import Sidecar
from pipeline.reading.source import document_from_text

_SIDECAR = Sidecar("A report", "none", "ZMB", 2017, "https://example.org/", "none")


class Told(NamedTuple):
    """A text, a number in it, and who states it."""

    text: str
    surface: str
    source: str | None


def sources(text: str) -> dict[str, str | None]:
    """Return the sources of a text's facts by the surface of their numeral."""
    numerals, facts = extract(document_from_text("sample", text, _SIDECAR))
    surface_of = {numeral.numeral_id: numeral.surface for numeral in numerals}
    return {surface_of[fact.numeral_id]: fact.attributed_to for fact in facts}


VERBS = (
    Told("The hospital union said that 14 nurses were arrested.", "14", "hospital union"),
    Told("Fishermen alleged the navy killed 14 smugglers.", "14", "Fishermen"),
    Told("The bar council documented the arrest of 14 lawyers.", "14", "bar council"),
    Told("The mayor told reporters that 14 looters were arrested.", "14", "mayor"),
    Told("The envoy was quoted as saying that 14 villagers had been killed.", "14", "envoy"),
    Told("The clinic was able to document 14 deaths in custody.", "14", "clinic"),
    Told("The Red Cross had, since April, recorded 14 disappearances.", "14", "Red Cross"),
    Told("Farmers and herders reported that raiders killed 14 villagers.", "14", "Farmers and herders"),
    Told("The league published the names of 14 political prisoners.", "14", "league"),
    Told("The league drew up a list of 14 political prisoners.", "14", "league"),
    Told("Aid workers put the number of dead at 14.", "14", "Aid workers"),
    Told("The deaths of 14 miners were documented by the widows’ society.", "14", "widows’ society"),
    Told("The bishop accused soldiers of killing 14 villagers.", "14", "bishop"),
    Told("The league issued a statement alleging that 14 students were arrested.", "14", "league"),
)

ADVERBIALS = (
    Told("According to the port authority, customs officers arrested 14 traders.", "14", "port authority"),
    Told("Customs officers arrested 14 traders, according to the port authority.", "14", "port authority"),
    Told("Customs officers, the traders’ guild claimed, arrested 14 traders.", "14", "traders’ guild"),
    Told("Customs officers arrested 14 traders, the guild’s lawyer told reporters.", "14", "guild’s lawyer"),
    Told("Fourteen traders were arrested, said the chair of the guild.", "Fourteen", "chair of the guild"),
    Told("By the guild’s count, 14 traders were arrested.", "14", "guild"),
    Told("By the count of the dock workers, 14 traders were arrested.", "14", "dock workers"),
    Told("In the estimation of the guild, 14 traders were arrested.", "14", "guild"),
    Told("Per the coast guard, 14 migrants were deported.", "14", "coast guard"),
    Told("As reported by the daily Mwananchi, 14 traders were arrested.", "14", "Mwananchi"),
)

FIGURES = (
    Told("The guild’s figures showed that 14 traders were arrested.", "14", "guild"),
    Told("Figures from the coast guard indicated that 14 migrants were deported.", "14", "coast guard"),
    Told(
        "Data compiled by the Ministry of Transport showed that 14 migrants were deported.",
        "14",
        "Ministry of Transport",
    ),
    Told("According to the Ministry of Labor’s annual report, 14 migrants were deported.", "14", "Ministry of Labor"),
    Told("A study by a Lusaka college found that 14 migrants were deported.", "14", "study by a Lusaka college"),
)

NAMES = (
    Told("The legal aid group Sauti reported that 14 women were raped.", "14", "Sauti"),
    Told("A local NGO, Sauti, reported that 14 women were raped.", "14", "Sauti"),
    Told("Sauti, a group that visits prisons, reported that 14 women were raped.", "14", "Sauti"),
    Told("An NGO that visits prisons reported that 14 women were raped.", "14", "NGO"),
    Told("The Center for Legal Aid (CLA) reported that 14 women were raped.", "14", "Center for Legal Aid"),
    Told(
        "In May the minister of justice, labor, and health announced that 14 convicts had been released.",
        "14",
        "minister of justice, labor, and health",
    ),
    Told("The country’s Prisons Commission said that 14 inmates had died in custody.", "14", "Prisons Commission"),
)

ACTS = (
    Told("The ministry registered 14 political parties.", "14", None),
    Told("The agency recognized 14 refugees.", "14", None),
    Told("The ombudsman received 14 complaints of torture.", "14", None),
    Told("The shelter assisted 14 trafficking victims.", "14", None),
    Told("The magistrate found 14 rioters guilty.", "14", None),
    Told("The students held 14 rallies.", "14", None),
    Told("The jail held 14 inmates.", "14", None),
    Told("The guild failed to confirm that the police were right. Police arrested 14 traders.", "14", None),
    Told("Under the law, according to article 14, police arrested 20 traders.", "20", None),
)

OTHERS_DEEDS = (
    Told("The league registered 14 killings.", "14", "league"),
    Told("The army recognized 14 deaths in custody.", "14", "army"),
)

REACH = (
    Told("The guild reported 14 arrests, and courts convicted 20 smugglers.", "20", None),
    Told("The guild reported that 14 traders were arrested and that 20 were released.", "20", "guild"),
    Told("The guild registered 14 killings and helped 20 victims of trafficking.", "20", None),
    Told("The guild said that 14 traders were arrested, while police counted 20 arrests.", "20", "police"),
    Told("The guild reported 14 arrests. Courts convicted 20 smugglers.", "20", None),
    Told("The guild reported 14 arrests; courts convicted 20 smugglers.", "20", None),
    Told("The guild stated that 14 traders were arrested; six of them died in custody.", "six", "guild"),
    Told("Police arrested 14 traders, of whom the guild said nine were beaten.", "14", None),
    Told("Police arrested 14 traders, of whom the guild said nine were beaten.", "nine", "guild"),
    Told("Police arrested 14 traders, nine of whom, according to the guild, were beaten.", "14", None),
    Told("Police arrested 14 traders, nine of whom, according to the guild, were beaten.", "nine", "guild"),
    Told("The guild put the arrests at 14, and the harbor police at nine.", "nine", "harbor police"),
    Told("The guild counted 14 arrests. It also reported nine deaths in custody.", "nine", "guild"),
)


@pytest.mark.parametrize("told", VERBS + ADVERBIALS, ids=lambda told: told.text)
def test_verbs_and_adverbials_name_the_source(told: Told) -> None:
    assert sources(told.text)[told.surface] == told.source


@pytest.mark.parametrize("told", FIGURES, ids=lambda told: told.text)
def test_figures_state_for_whoever_made_them(told: Told) -> None:
    assert sources(told.text)[told.surface] == told.source


@pytest.mark.parametrize("told", NAMES, ids=lambda told: told.text)
def test_a_name_goes_without_article_and_description(told: Told) -> None:
    assert sources(told.text)[told.surface] == told.source


@pytest.mark.parametrize("told", ACTS, ids=lambda told: told.text)
def test_who_acts_does_not_state(told: Told) -> None:
    assert sources(told.text)[told.surface] == told.source


@pytest.mark.parametrize("told", OTHERS_DEEDS, ids=lambda told: told.text)
def test_whoever_counts_the_deeds_of_others_states(told: Told) -> None:
    assert sources(told.text)[told.surface] == told.source


@pytest.mark.parametrize("told", REACH, ids=lambda told: told.text)
def test_a_statement_covers_its_clause(told: Told) -> None:
    assert sources(told.text)[told.surface] == told.source
