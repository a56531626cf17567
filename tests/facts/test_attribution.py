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
    Told("The guild Casa de la Mujer reported 14 arrests.", "14", "Casa de la Mujer"),
    Told("The NGO Foyer d’Espoir counted 14 arrests.", "14", "Foyer d’Espoir"),
    Told("According to the guild del Sol, 14 nurses were arrested.", "14", "Sol"),
    Told("Police recorded nine thefts, arrested 14 men, and fined 30.", "14", None),
    Told("Police reported nine thefts, 14 arrests, and two deaths.", "14", "Police"),
    Told("According to the nongovernmental organization (NGO) Vigil, 14 nurses were arrested.", "14", "Vigil"),
    Told("A report released in May by the guild Vigil counted 14 arrests.", "14", "Vigil"),
    Told("The clinic reported nine deaths, and the mayor confirmed 14.", "14", "mayor"),
    Told("The court reported nine deaths, and police registered 14 parties.", "14", None),
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
    Told("The diocese said soldiers detained 14 catechists.", "14", "diocese"),
    Told("The harbor chief told journalists that 14 smugglers were arrested.", "14", "harbor chief"),
    Told("The nurses treating the wounded said that police arrested 14 of them.", "14", "nurses"),
    Told("The guild’s tally of political prisoners stood at 14.", "14", "guild"),
    Told("The clinic counted 11 disappearances and the parish 14.", "14", "parish"),
    Told("The dead were put at 11 by the navy and at 14 by fishermen.", "14", "fishermen"),
    Told("The envoy said police had arrested 11 men, adding that 14 were released.", "14", "envoy"),
    Told("Most diplomats agreed that 14 villagers were killed.", "14", "diplomats"),
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
    Told("At least 14 miners were killed, the clinic confirmed.", "14", "clinic"),
    Told("In the guild’s assessment, soldiers killed 14 traders.", "14", "guild"),
    Told("Soldiers arrested 11 traders (14 according to the guild).", "14", "guild"),
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
    Told("The head of the guild, Lubna Osei, said that 14 traders were arrested.", "14", "Lubna Osei"),
    Told("The police in Ndola, Copperbelt, said that 14 traders were arrested.", "14", "police in Ndola"),
    Told("A commission of inquiry concluded that soldiers killed 14 traders.", "14", "commission of inquiry"),
    Told(
        "The UN special rapporteur on torture said that 14 traders were arrested.",
        "14",
        "UN special rapporteur on torture",
    ),
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
    Told("The appeals court confirmed the convictions of 14 traders.", "14", None),
    Told("The cabinet declared an amnesty under which 14 traders were released.", "14", None),
    Told("No newspaper reported that police arrested 14 traders.", "14", None),
    Told("The judiciary convicted 14 traders.", "14", None),
    Told("Soldiers arrested 14 traders (11 according to the guild).", "14", None),
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


# How real reports name whom they cite.
CITED = (
    Told("In May, the guild reported members of police and defense forces arrested 14 miners.", "14", "guild"),
    Told("The guild reported abuses and police arrested 14 miners.", "14", None),
    Told("Ministry of Labor statistics showed 14 killings by police.", "14", "Ministry of Labor statistics"),
    Told("According to 2016 Mining Bureau data, police arrested 14 miners.", "14", "Mining Bureau data"),
    Told("According to May figures by the country’s Mining Bureau, police arrested 14 miners.", "14", "Mining Bureau"),
    Told("An article in the daily Habari accused police of killing 14 miners.", "14", "article in the daily Habari"),
    Told("According to the article, police killed 14 miners.", "14", "article"),
    Told("According to article 14, police killed 20 miners.", "20", None),
    Told("A women’s rights NGO stated that 14 miners were arrested.", "14", "women’s rights NGO"),
    Told("The women’s rights NGO Sauti stated that 14 miners were arrested.", "14", "Sauti"),
    Told(
        "According to the Ndola-based independent think tank Institute for Mining Research, police killed 14 miners.",
        "14",
        "Institute for Mining Research",
    ),
    Told("The National Prison Board (NPB) data indicated that jails held 14 inmates.", "14", "National Prison Board"),
    Told("According to numbers published by the Border Guard in May, 14 migrants were deported.", "14", "Border Guard"),
    Told("The semiautonomous Mining Ombudsman reported 14 killings by police.", "14", "Mining Ombudsman"),
    Told("The Mining Board (MB) within the Ministry of Work and Trade recorded 14 killings.", "14", "Mining Board"),
    Told("On May 2 the Sauti Guild released its annual report, which counted 14 killings.", "14", "Sauti Guild"),
    Told("The guild said the mine was unsafe. Its report listed 14 killings.", "14", "guild"),
    Told(
        "From May 3 to July 9, the NGO Work and Bread in Zambia counted 14 killings.", "14", "Work and Bread in Zambia"
    ),
    Told(
        "The guild reported nine killings, and local newspapers and clinics reported 14 killings.",
        "14",
        "local newspapers and clinics",
    ),
    Told(
        "Police arrested 14 miners, according to local and foreign reporters and the guild Sauti.",
        "14",
        "local and foreign reporters and the guild Sauti",
    ),
    Told("The guild visits jails. It reported 14 killings by police.", "14", "guild"),
    Told("The guild visits jails. It held 14 rallies.", "14", None),
    Told("The guild said their report listed 14 killings.", "14", "guild"),
)

SHAPES = (
    Told("Statistics of the mining ministry showed that 14 miners were killed.", "14", "mining ministry"),
    Told("The attacks on miners claimed 14 lives.", "14", None),
    Told("This figure indicates 14 killings by police a month.", "14", None),
    Told("A study arrived at 14 killings by police.", "14", "study"),
    Told("Refugees arrived by sea in May, and police arrested 14 miners.", "14", None),
    Told("Police arrested 14 miners, as per the labor bureau’s report.", "14", "labor bureau"),
    Told("Miners met the guild. According to them, police arrested 14 traders.", "14", None),
    Told("These figures included 14 killings by police.", "14", None),
    Told("The Red Cross’s June 2016 report stated that police killed 14 miners.", "14", "Red Cross"),
    Told(
        "According to Human Rights Watch and the Guild of Miners, police killed 14 miners.",
        "14",
        "Human Rights Watch and the Guild of Miners",
    ),
    Told(
        "A joint report by Sauti and the Penal League, released in May, documents 14 killings by police.",
        "14",
        "joint report by Sauti and the Penal League",
    ),
    Told("The country showed a 30 percent increase in killings, with 14 miners killed by police.", "14", None),
    Told("Government statistics showed 14 killings by police.", "14", "Government statistics"),
    Told("Official statistics put the number of killings by police at 14.", "14", "Official statistics"),
    Told("The guild, citing hospital records, said police killed 14 miners.", "14", "guild"),
    Told("Local media, citing police, reported that 14 miners were killed.", "14", "Local media"),
    Told("The daily Habari quoted a police officer as saying that 14 miners were killed.", "14", "police officer"),
    Told("The minister of labor confirmed on May 3 that police had arrested 14 miners.", "14", "minister of labor"),
    Told("In a report released in May, the guild said police killed 14 miners.", "14", "guild"),
    Told("The guild’s director, Amina Phiri, said police killed 14 miners.", "14", "Amina Phiri"),
    Told("Guild director Amina Phiri said police killed 14 miners.", "14", "Amina Phiri"),
    Told("Police said they arrested 14 miners.", "14", "Police"),
    Told("Police announced the arrest of 14 miners.", "14", "Police"),
    Told("Police reported arresting 14 miners.", "14", "Police"),
    Told("Police reported that they had arrested 14 miners and released nine.", "nine", "Police"),
    Told("The guild reported 14 arrests of miners, but police acknowledged only nine arrests.", "nine", "police"),
    Told("The guild reported 14 arrests of miners, while police acknowledged only nine arrests.", "14", "guild"),
    Told("Police arrested 14 miners, the guild said in a statement.", "14", "guild"),
    Told("Police arrested 14 miners, said Amina Phiri, the guild’s director.", "14", "Amina Phiri"),
    Told("By its own count, the guild said, police killed 14 miners.", "14", "guild"),
    Told("It was reported that 14 miners were killed.", "14", None),
    Told("Reportedly, 14 miners were killed.", "14", None),
    Told("There were reports that 14 miners were killed by police.", "14", None),
    Told("There were credible reports of 14 killings by police.", "14", None),
    Told("Media reported police killed 14 miners.", "14", "Media"),
    Told("Press reports indicated that 14 miners were killed by police.", "14", "Press reports"),
    Told("According to media reports, police killed 14 miners.", "14", "media reports"),
    Told("According to press and NGO reports, police killed 14 miners.", "14", "press and NGO reports"),
    Told("An NGO official told the bishop that police had killed 14 miners.", "14", "NGO official"),
    Told("The guild alleged that police killed 14 miners and that soldiers killed nine.", "nine", "guild"),
    Told("The guild alleged that police killed 14 miners. Soldiers killed nine.", "nine", None),
    Told("The guild alleged that police killed 14 miners. It added that soldiers killed nine.", "nine", "guild"),
    Told("The guild alleged that police killed 14 miners. The group added that soldiers killed nine.", "nine", "group"),
    Told("UNHCR estimated there were 14 refugees.", "14", "UNHCR"),
    Told("UNHCR estimated the number of refugees at 14.", "14", "UNHCR"),
    Told("The number of refugees was estimated at 14 by UNHCR.", "14", "UNHCR"),
    Told("An estimated 14 refugees lived in camps, according to UNHCR.", "14", "UNHCR"),
    Told("UNHCR registered 14 asylum seekers.", "14", "UNHCR"),
    Told("UNHCR assisted 14 refugees.", "14", None),
    Told("The ministry granted asylum to 14 refugees.", "14", None),
    Told("The ministry of interior recorded 14 killings by police.", "14", "ministry of interior"),
    Told("The NGO Sauti recorded 14 killings by police; nine victims were miners.", "14", "Sauti"),
    Told("Observers noted that police arrested 14 miners.", "14", "Observers"),
    Told("The UN special rapporteur noted 14 killings by police.", "14", "UN special rapporteur"),
    Told("The commission investigated 14 killings by police.", "14", None),
    Told("The commission found that police killed 14 miners.", "14", "commission"),
    Told("The commission concluded police had killed 14 miners.", "14", "commission"),
    Told("The court heard that police had killed 14 miners.", "14", None),
    Told("The attorney general charged that police killed 14 miners.", "14", "attorney general"),
    Told("The attorney general charged 14 miners with theft.", "14", None),
    Told("The opposition claimed the arrest of 14 miners.", "14", "opposition"),
    Told("The league counted 14 political prisoners.", "14", "league"),
    Told("The league considered 14 prisoners to be political prisoners.", "14", "league"),
    Told("The league had compiled a list of 14 political prisoners.", "14", "league"),
    Told("Sauti tallied 14 killings by police.", "14", "Sauti"),
    Told("In its annual report, Sauti listed 14 killings by police.", "14", "Sauti"),
    Told("Sauti’s annual report listed 14 killings by police.", "14", "Sauti"),
    Told("Data provided by the ministry show that police arrested 14 miners.", "14", "ministry"),
    Told("Data from the prison service for May showed that jails held 14 inmates.", "14", "prison service"),
    Told("As of May, the prison service reported 14 inmates.", "14", "prison service"),
    Told("The prison service reported that as of May there were 14 inmates in the jail.", "14", "prison service"),
    Told(
        "According to the prison service, as of May the jail held 14 inmates, including nine women.",
        "nine",
        "prison service",
    ),
    Told("The guild said that police, acting on orders of the mayor, arrested 14 miners.", "14", "guild"),
    Told("The guild said police arrested 14 miners, and the mayor closed the mine.", "14", "guild"),
    Told("The mayor said in May that the mine was safe. Police arrested 14 miners.", "14", None),
    Told("Sauti reported a total of 14 killings by police, of which nine took place in May.", "nine", "Sauti"),
    Told("Of the 14 miners arrested, Sauti said, nine were beaten.", "nine", "Sauti"),
    Told("Sauti’s lawyers said nine of the 14 miners arrested had been beaten.", "nine", "Sauti’s lawyers"),
    Told("Family members claimed that guards beat 14 inmates.", "14", "Family members"),
    Told("A guard claimed 14 inmates were beaten.", "14", "guard"),
    Told("Two witnesses said 14 miners were killed.", "14", "Two witnesses"),
    Told("Several NGOs, including Sauti, said 14 miners were killed.", "14", "NGOs"),
    Told("Both the ministry and Sauti reported 14 killings by police.", "14", "ministry and Sauti"),
    Told("Sauti (a legal aid group) reported 14 killings by police.", "14", "Sauti"),
    Told("Sauti, together with the guild, reported 14 killings by police.", "14", "Sauti"),
    Told("The Zambian branch of Sauti reported 14 killings by police.", "14", "Zambian branch of Sauti"),
    Told("The president said he had pardoned 14 prisoners.", "14", "president"),
    Told("The president pardoned 14 prisoners.", "14", None),
    Told("The president announced a pardon of 14 prisoners.", "14", "president"),
    Told("The ministry’s spokesperson announced that 14 prisoners were pardoned.", "14", "ministry’s spokesperson"),
    Told("Sauti received 14 complaints of torture.", "14", None),
    Told("Sauti received reports of 14 killings by police.", "14", None),
    Told("The ombudsman’s office reported receiving 14 complaints of torture.", "14", "ombudsman’s office"),
    Told("The ombudsman said her office received 14 complaints of torture.", "14", "ombudsman"),
    Told("Officials acknowledged 14 killings by police.", "14", "Officials"),
    Told("A 2016 survey by Sauti found that police had beaten 14 miners.", "14", "2016 survey by Sauti"),
    Told("A survey conducted by Sauti found that police had beaten 14 miners.", "14", "Sauti"),
    Told("In an interview with Habari, the mayor said police arrested 14 miners.", "14", "mayor"),
    Told("During a press conference on May 2, police said they arrested 14 miners.", "14", "police"),
    Told("On May 2, the army reported killing 14 rebels.", "14", "army"),
    Told("Rebels claimed responsibility for killing 14 soldiers.", "14", None),
    Told("The army claimed to have killed 14 rebels.", "14", "army"),
    Told("The army claims that it killed 14 rebels.", "14", "army"),
    Told(
        "Human rights groups estimated that between 14 and 20 miners were killed.",
        "14 and 20",
        "Human rights groups",
    ),
    Told("Estimates by Sauti suggested that 14 miners were killed.", "14", "Sauti"),
)


@pytest.mark.parametrize("told", SHAPES, ids=lambda told: f"{told.surface}: {told.text}")
def test_the_shapes_of_stating(told: Told) -> None:
    assert sources(told.text)[told.surface] == told.source


@pytest.mark.parametrize("told", VERBS + ADVERBIALS, ids=lambda told: told.text)
def test_verbs_and_adverbials_name_the_source(told: Told) -> None:
    assert sources(told.text)[told.surface] == told.source


@pytest.mark.parametrize("told", FIGURES, ids=lambda told: told.text)
def test_figures_state_for_whoever_made_them(told: Told) -> None:
    assert sources(told.text)[told.surface] == told.source


@pytest.mark.parametrize("told", CITED, ids=lambda told: told.text)
def test_sources_as_reports_cite_them(told: Told) -> None:
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
