"""Which days a number is about, on sentences of their own wording in a report on 2017."""

from typing import NamedTuple

import pytest

from pipeline.facts.extraction import extract
from pipeline.reading.document import Sidecar
from pipeline.reading.source import document_from_text

_SIDECAR = Sidecar("A report", "none", "ZMB", 2017, "https://example.org/", "none")
_YEAR = "2017-01-01/2017-12-31"


class Told(NamedTuple):
    """A text, a number in it, and the days that it is about, as `start/end`."""

    text: str
    surface: str
    days: str


def periods(text: str) -> dict[str, str]:
    """Return the periods of a text's facts by the surface of their numeral; an open end is empty."""
    numerals, facts = extract(document_from_text("sample", text, _SIDECAR))
    surface_of = {numeral.numeral_id: numeral.surface for numeral in numerals}
    return {surface_of[fact.numeral_id]: f"{fact.period_start or ''}/{fact.period_end or ''}" for fact in facts}


OWN = (
    Told("Police arrested 14 miners.", "14", _YEAR),
    Told("On June 6 police arrested 14 miners.", "14", "2017-06-06/2017-06-06"),
    Told("Police arrested 14 miners on June 6, 2015.", "14", "2015-06-06/2015-06-06"),
    Told("Police arrested 14 miners in April.", "14", "2017-04-01/2017-04-30"),
    Told("As of November the jail held 14 inmates.", "14", "2017-11-01/2017-11-30"),
    Told("At year’s end the jail held 14 inmates.", "14", "2017-12-31/2017-12-31"),
    Told("By year’s end police had arrested 14 miners.", "14", _YEAR),
    Told("By the end of July police had arrested 14 miners.", "14", "2017-01-01/2017-07-31"),
    Told("Through June police arrested 14 miners.", "14", "2017-01-01/2017-06-30"),
    Told("During the first nine months of the year police arrested 14 miners.", "14", "2017-01-01/2017-09-30"),
    Told("In the third quarter police arrested 14 miners.", "14", "2017-07-01/2017-09-30"),
    Told("Since 2011 police arrested 14 miners.", "14", "2011-01-01/"),
    Told("Since the beginning of the year police arrested 14 miners.", "14", "2017-01-01/"),
    Told("In recent years police arrested 14 miners.", "14", "/"),
    Told("Over the past five years police arrested 14 miners.", "14", "/"),
    Told("From March 3 to May 9 police arrested 14 miners.", "14", "2017-03-03/2017-05-09"),
    Told("Between 2012 and 2014 police arrested 14 miners.", "14", "2012-01-01/2014-12-31"),
    Told("From May 2016 through November police arrested 14 miners.", "14", "2016-05-01/2017-11-30"),
    Told("Police arrested 14 miners in April, May, and June.", "14", "2017-04-01/2017-06-30"),
    Told("In 2013, 2014 and 2015 police arrested 14 miners.", "14", "2013-01-01/2015-12-31"),
    Told("In the year ending September 30 police arrested 14 miners.", "14", "2016-10-01/2017-09-30"),
    Told("On 10 February [2016] police arrested 14 miners.", "14", "2016-02-10/2016-02-10"),
    Told("On June 1 papers told of a May 27 rally at the mine, leaving 14 miners dead.", "14", "2017-05-27/2017-05-27"),
    Told("In mid-July police arrested 14 miners.", "14", "2017-07-01/2017-07-31"),
    Told("In the week of July 3 police arrested 14 miners.", "14", "2017-07-03/2017-07-09"),
    Told("In April 57 miners were arrested.", "57", "2017-04-01/2017-04-30"),
    Told("In June the league said that police arrested 14 miners in May.", "14", "2017-05-01/2017-05-31"),
    Told("Police charged 14 miners, with three of the thefts occurring in previous years.", "14", _YEAR),
    Told("In June police exhumed 14 miners killed in 1994.", "14", "1994-01-01/1994-12-31"),
    Told(
        "On May 7 the council adopted an amnesty, under which 14 of 40 inmates left the jail that month.",
        "14",
        "2017-05-01/2017-05-31",
    ),
    Told(
        "In 2015/16 police arrested 14 miners.",
        "14",
        "2015-01-01/2016-12-31",
    ),
    Told(
        "In the last three months of 2015 police arrested 14 miners.",
        "14",
        "2015-10-01/2015-12-31",
    ),
    Told(
        "In the latter half of 2015 police arrested 14 miners.",
        "14",
        "2015-07-01/2015-12-31",
    ),
    Told(
        "From March 2015 until the fall of the mayor in May 2016, police arrested 14 miners.",
        "14",
        "2015-03-01/2016-05-31",
    ),
    Told(
        "From March 3 to the eve of the vote on May 9, police arrested 14 miners.",
        "14",
        "2017-03-03/2017-05-09",
    ),
)

BESIDE = (
    Told("It was the worst year since 2009, when police killed 61 men.", "61", "2009-01-01/2009-12-31"),
    Told("Since 2009, when police killed 61 men, courts have convicted 12 officers.", "12", "2009-01-01/"),
    Told("Arrests were fewer than in 2015, during which police held 61 men.", "61", "2015-01-01/2015-12-31"),
    Told("Police held 20 men, fewer than in 2015, when they held 61 men.", "20", "2017-01-01/2017-12-31"),
    Told("The union recorded 75 killings since 2009, in which 10 officers were convicted.", "10", "2009-01-01/"),
    Told("Convictions halved from 90 in 2015 to 45.", "45", "2017-01-01/2017-12-31"),
    Told(
        "The union counted 40 killings and nine arrests, against 14 and six, respectively, in 2016.",
        "14",
        "2016-01-01/2016-12-31",
    ),
    Told("Police arrested 14 miners, compared with nine in 2016.", "nine", "2016-01-01/2016-12-31"),
    Told("Police arrested 14 miners, compared with nine in 2016.", "14", _YEAR),
    Told(
        "Police arrested 14 miners through May, up from nine in the same period of 2016.",
        "nine",
        "2016-01-01/2016-05-31",
    ),
    Told("Arrests rose from nine in 2015 to 14.", "14", _YEAR),
    Told(
        "Police arrested 14 miners in 2016, against nine in 2015, and released 12 of them.",
        "12",
        "2016-01-01/2016-12-31",
    ),
    Told("Police arrested 14 and nine miners in March and May, respectively.", "14", "2017-03-01/2017-03-31"),
    Told("Police arrested 14 and nine miners in March and May, respectively.", "nine", "2017-05-01/2017-05-31"),
    Told("Police arrested 14 miners, a rise of 20 percent since 2012.", "14", _YEAR),
    Told(
        "From January to June killings rose over the same period of 2016, from nine to 14. Arrests fell from 60 to 40.",
        "60",
        "2016-01-01/2016-06-30",
    ),
    Told(
        "From January to June killings rose over the same period of 2016, from nine to 14. Arrests fell from 60 to 40.",
        "40",
        "2017-01-01/2017-06-30",
    ),
    Told(
        "Killings rose from nine in 2016 to 14. Arrests fell from 60 to 40.",
        "60",
        "2016-01-01/2016-12-31",
    ),
    Told(
        "The figures were an increase from fiscal year 2015, during which police arrested 14 miners.",
        "14",
        "2015-01-01/2015-12-31",
    ),
    Told(
        "It was the worst year since 2008, when soldiers killed 14 miners.",
        "14",
        "2008-01-01/2008-12-31",
    ),
    Told(
        "Police arrested 40 miners, nearly double the 14 arrested in 2016.",
        "40",
        _YEAR,
    ),
    Told(
        "Police arrested 40 miners, nearly double the 14 arrested in 2016.",
        "14",
        "2016-01-01/2016-12-31",
    ),
)

PARTS = (
    Told("On May 2 police arrested 14 miners; nine of them were women.", "nine", "2017-05-02/2017-05-02"),
    Told("Police arrested 14 miners in May, nine of whom were released in June.", "nine", "2017-06-01/2017-06-30"),
    Told("Police had arrested 14 miners since May 2, nine of them by May 7.", "nine", "2017-05-02/2017-05-07"),
)

CARRIED = (
    Told("Courts jailed the former minister Jan Kovac and 14 miners.", "14", _YEAR),
    Told("Police released April Lee and arrested 14 miners.", "14", _YEAR),
    Told("In June Sweden held 14 miners.", "14", "2017-06-01/2017-06-30"),
    Told("In early June Sweden held 14 miners.", "14", "2017-06-01/2017-06-30"),
    Told("A June UN report told of 14 miners whom police arrested.", "14", _YEAR),
    Told(
        "The fishing act, as amended in 2012, prohibits trafficking. Police held 14 men.", "14", "2017-01-01/2017-12-31"
    ),
    Told("In May 2012 parliament amended the act. Police held 14 men.", "14", "2017-01-01/2017-12-31"),
    Told("In May 2017 parliament amended the act. Police held 14 men.", "14", "2017-05-01/2017-05-31"),
    Told(
        "In May 2012 police raided the port and the governor issued a decree. They held 14 men.",
        "14",
        "2012-05-01/2012-05-31",
    ),
    Told("On May 2 miners marched. Police arrested 14 miners.", "14", "2017-05-02/2017-05-02"),
    Told("On May 2 miners marched. The next day police arrested 14 miners.", "14", "2017-05-03/2017-05-03"),
    Told("On May 2 miners marched. Later that month police arrested 14 miners.", "14", "2017-05-01/2017-05-31"),
    Told("On May 2 miners marched.\n\nPolice arrested 14 miners.", "14", _YEAR),
    Told("On May 2 miners marched. They had struck in 2009. Police arrested 14 miners.", "14", "2017-05-02/2017-05-02"),
    Told(
        "On May 2 the president signed the mining law. Police arrested 14 miners before a summit on June 9.",
        "14",
        "2017-05-02/2017-05-02",
    ),
)

NOT_ITS_OWN = (
    Told("Courts convicted 14 miners of killing nine guards in 2012.", "14", "2017-01-01/2017-12-31"),
    Told("Courts convicted 14 miners of killing nine guards in 2012.", "nine", "2012-01-01/2012-12-31"),
    Told("Courts convicted 14 miners of theft in 2012.", "14", "2012-01-01/2012-12-31"),
    Told("The clerk stood trial for striking in 2012. Police held 14 miners.", "14", "2017-01-01/2017-12-31"),
    Told("Police arrested 14 miners before a summit on June 9.", "14", _YEAR),
    Told("On May 2 a court sentenced 14 miners to prison for raiding a depot in 2012.", "14", "2017-05-02/2017-05-02"),
    Told("As of March 14,000 refugees held cards that expired in 2019.", "14,000", "2017-03-01/2017-03-31"),
    Told("A report released in August found that 14 miners were killed.", "14", _YEAR),
    Told("Police arrested 14 miners under Law 6/2010.", "14", _YEAR),
    Told("On June 6 the state hanged 14 men convicted of the May bombings.", "14", "2017-06-06/2017-06-06"),
    Told("In June a court convicted 14 men who were arrested in 2015.", "14", "2017-06-01/2017-06-30"),
    Told("A court closed the union until 2023 and fined 14 members.", "14", _YEAR),
    Told("Rebels had killed 400 miners since 2012. Soldiers arrested 14 herders.", "14", _YEAR),
)

SHAPES = (
    Told("The Mines Act, 1952, was amended. Police arrested 14 miners.", "14", _YEAR),
    Told("Police arrested 14 miners and on June 4 released nine.", "14", _YEAR),
    Told("Police arrested 14 miners and on June 4 released nine.", "nine", "2017-06-04/2017-06-04"),
    Told("In the past year police arrested 14 miners.", "14", _YEAR),
    Told("The jail held 14 miners who were arrested in May and 40 others.", "14", "2017-05-01/2017-05-31"),
    Told("There were fewer deaths than last year, and deaths fell from 40 to 14.", "40", "2016-01-01/2016-12-31"),
    Told(
        "From May 4, 2016, after the fall of the city, to July 9, 2017, police arrested 14 miners.",
        "14",
        "2016-05-04/2017-07-09",
    ),
    Told("From the beginning of 2016 to March 27, police arrested 14 miners.", "14", "2016-01-01/2016-03-27"),
    Told("From the beginning of the year to March 27, police arrested 14 miners.", "14", "2017-01-01/2017-03-27"),
    Told("Between the start of January and the end of May, police arrested 14 miners.", "14", "2017-01-01/2017-05-31"),
    Told("During the year ending June 30, 2016, police arrested 14 miners.", "14", "2015-07-01/2016-06-30"),
    Told("In the 12 months ending in March, police arrested 14 miners.", "14", "2016-04-01/2017-03-31"),
    Told("In March of this year police arrested 14 miners.", "14", "2017-03-01/2017-03-31"),
    Told("On March 3 of the year police arrested 14 miners.", "14", "2017-03-03/2017-03-03"),
    Told("During the past year police arrested 14 miners.", "14", _YEAR),
    Told("There were arrests of 14 miners this past year.", "14", _YEAR),
    Told(
        "Police arrested 14 miners through June, compared with nine in the same period of last year.",
        "nine",
        "2016-01-01/2016-06-30",
    ),
    Told(
        "Police arrested 14 miners through June, compared with nine in the same period last year.",
        "nine",
        "2016-01-01/2016-06-30",
    ),
    Told(
        "Police arrested 14 men from January to June, compared with nine during the same months in the previous year.",
        "nine",
        "2016-01-01/2016-06-30",
    ),
    Told(
        "On May 2 troops shot a boy. Hours before the May 5 vote, police arrested 14 miners.",
        "14",
        "2017-05-05/2017-05-05",
    ),
    Told("Although the group listed nine deaths (up from four in 2014), soldiers killed 14 miners.", "14", _YEAR),
    Told(
        "Although the group listed nine deaths (up from four in 2014), soldiers killed 14 miners.",
        "four",
        "2014-01-01/2014-12-31",
    ),
    Told("Soldiers killed 14 miners (and wounded nine in April).", "14", _YEAR),
    Told(
        "From January 1 to May 30, monitors saw a rise in deaths over the same period of 2016, from 9 to 14.",
        "9",
        "2016-01-01/2016-05-30",
    ),
    Told(
        "From January 1 to May 30, monitors saw a rise in deaths over the same period of 2016, from 9 to 14.",
        "14",
        "2017-01-01/2017-05-30",
    ),
    Told("During the first 16 days of July police arrested 14 miners.", "14", "2017-07-01/2017-07-16"),
    Told("On the night of May 3-4 police arrested 14 miners.", "14", "2017-05-03/2017-05-04"),
    Told("During the 2016-17 school year police arrested 14 teachers.", "14", "2016-01-01/2017-12-31"),
    Told("During the 2015 calendar year police arrested 14 teachers.", "14", "2015-01-01/2015-12-31"),
    Told("In fiscal year 2016 police arrested 14 teachers.", "14", "2016-01-01/2016-12-31"),
    Told("In FY 2016 police arrested 14 teachers.", "14", "2016-01-01/2016-12-31"),
    Told("Since independence in 1991 police arrested 14 miners.", "14", "1991-01-01/"),
    Told("Since the start of the war in 2014 soldiers killed 14 miners.", "14", "2014-01-01/"),
    Told("Since the beginning of 2015 soldiers killed 14 miners.", "14", "2015-01-01/"),
    Told("Since mid-2015 soldiers killed 14 miners.", "14", "2015-01-01/"),
    Told("In 2014 and 2015 soldiers killed 14 miners.", "14", "2014-01-01/2015-12-31"),
    Told("In 2014 and 2015 soldiers killed 14 and 15 miners, respectively.", "15", "2015-01-01/2015-12-31"),
    Told("Three years ago soldiers killed 14 miners.", "14", "2014-01-01/2014-12-31"),
    Told("Soldiers killed 14 miners, compared with nine a year earlier.", "nine", "2016-01-01/2016-12-31"),
    Told("By mid-November police had arrested 14 miners.", "14", "2017-01-01/2017-11-30"),
    Told("In the last quarter of the year police arrested 14 miners.", "14", "2017-10-01/2017-12-31"),
    Told("In the first half of 2016 police arrested 14 miners.", "14", "2016-01-01/2016-06-30"),
    Told("From 2014 to 2016 police arrested 14 miners.", "14", "2014-01-01/2016-12-31"),
    Told(
        "Between January and August soldiers killed 14 miners, three times the number killed in 2015.",
        "14",
        "2017-01-01/2017-08-31",
    ),
    Told("In the six months to June police arrested 14 miners.", "14", "2017-01-01/2017-06-30"),
    Told("In the 1990s soldiers killed 14 miners.", "14", "1990-01-01/1999-12-31"),
    Told("As of mid-October the jail held 14 inmates.", "14", "2017-10-01/2017-10-31"),
    Told("At the end of 2016 the jail held 14 inmates.", "14", "2016-12-31/2016-12-31"),
    Told("At the end of August the jail held 14 inmates.", "14", "2017-08-31/2017-08-31"),
    Told("As of the end of August the jail held 14 inmates.", "14", "2017-08-31/2017-08-31"),
    Told("By year-end police had arrested 14 miners.", "14", _YEAR),
    Told("As of November 30, the jail held 14 inmates.", "14", "2017-11-30/2017-11-30"),
    Told("At the beginning of the year the jail held 14 inmates.", "14", "2017-01-01/2017-01-01"),
    Told("On May 3, 4, and 5 police arrested 14 miners.", "14", "2017-05-03/2017-05-05"),
    Told("On May 3 and 4 police arrested 14 miners.", "14", "2017-05-03/2017-05-04"),
    Told("Between May 3 and 9 police arrested 14 miners.", "14", "2017-05-03/2017-05-09"),
    Told("From May 3 through 9 police arrested 14 miners.", "14", "2017-05-03/2017-05-09"),
    Told("In early 2016 police arrested 14 miners.", "14", "2016-01-01/2016-12-31"),
    Told("In late 2016 and early 2017 police arrested 14 miners.", "14", "2016-01-01/2017-12-31"),
    Told("Over the course of the year police arrested 14 miners.", "14", _YEAR),
    Told("In the year to June 2016 police arrested 14 miners.", "14", "2015-07-01/2016-06-30"),
    Told("During the reporting period police arrested 14 miners.", "14", _YEAR),
    Told("Throughout 2016 police arrested 14 miners.", "14", "2016-01-01/2016-12-31"),
    Told("From January through mid-September police arrested 14 miners.", "14", "2017-01-01/2017-09-30"),
    Told("Year to date, through September 15, police arrested 14 miners.", "14", "2017-01-01/2017-09-15"),
    Told(
        "In the first six months of the year police arrested 14 miners, compared with nine in the same period in 2016.",
        "nine",
        "2016-01-01/2016-06-30",
    ),
    Told("In the weeks after the March 3 vote police arrested 14 miners.", "14", _YEAR),
    Told("On March 3 a bomb went off in a bus. The next day police arrested 14 miners.", "14", "2017-03-04/2017-03-04"),
    Told(
        "On March 3 a bomb went off in a bus. Later that month police arrested 14 miners.",
        "14",
        "2017-03-01/2017-03-31",
    ),
    Told("Police arrested 14 miners in the third week of May.", "14", "2017-05-01/2017-05-31"),
    Told("In December 2016 and January police arrested 14 miners.", "14", "2016-12-01/2017-01-31"),
    Told("Police arrested 14 miners, nine of them in August.", "nine", "2017-08-01/2017-08-31"),
    Told("In summer 2016 police arrested 14 miners.", "14", "2016-01-01/2016-12-31"),
    Told("As of the year’s end, the jail held 14 inmates.", "14", "2017-12-31/2017-12-31"),
    Told("As of December 2016 the jail held 14 inmates.", "14", "2016-12-01/2016-12-31"),
    Told("On 3 May 2016 police arrested 14 miners.", "14", "2016-05-03/2016-05-03"),
    Told("Between 3 and 9 May police arrested 14 miners.", "14", "2017-05-03/2017-05-09"),
    Told("From 3 to 9 May 2016 police arrested 14 miners.", "14", "2016-05-03/2016-05-09"),
    Told("Between January 2014 and October 9, police arrested 14 miners.", "14", "2014-01-01/2017-10-09"),
    Told("From March 2015 to June police arrested 14 miners.", "14", "2015-03-01/2017-06-30"),
    Told("The judge heard of the 2014 arrests of 14 miners.", "14", "2014-01-01/2014-12-31"),
    Told(
        "Relatives recalled the 2012 Old Harbor riot, in which soldiers killed 14 miners.",
        "14",
        "2012-01-01/2012-12-31",
    ),
    Told("The judge convicted 14 miners for the 2014 killing of nine guards.", "14", _YEAR),
    Told("The judge convicted 14 miners for the 2014 killing of nine guards.", "nine", "2014-01-01/2014-12-31"),
    Told("A June report by the union counted 14 arrests.", "14", _YEAR),
    Told("In the March 2 bulletin the union counted 14 arrests.", "14", _YEAR),
    Told("In June the union report counted 14 arrests.", "14", "2017-06-01/2017-06-30"),
    Told("The king freed 14 miners whom soldiers had arrested in 2011.", "14", _YEAR),
    Told("The 14 miners who had been arrested in 2011 were freed in May.", "14", "2017-05-01/2017-05-31"),
    Told("A priest hid 14 miners who had been tortured in 2011.", "14", "2011-01-01/2011-12-31"),
    Told("Before the mine was closed in July, police arrested 14 miners.", "14", _YEAR),
    Told("The 2016 council election was calm. The Miners’ Party won 14 seats.", "14", "2016-01-01/2016-12-31"),
    Told("The 2016 election law was amended. The Miners’ Party held 14 seats.", "14", _YEAR),
    Told("Since its founding the union counted 14 arrests.", "14", "/"),
    Told("Since its founding in 2015 the union counted 14 arrests.", "14", "2015-01-01/"),
    Told("Soldiers killed 14 miners during the 2014 strikes.", "14", "2014-01-01/2014-12-31"),
    Told("A judge jailed 14 miners for their role in the 2014 strikes.", "14", _YEAR),
    Told("In May a judge tried a colonel for the killing of 14 miners in 2012.", "14", "2012-01-01/2012-12-31"),
    Told("In May the arrest of 14 miners led to clashes in June.", "14", "2017-05-01/2017-05-31"),
    Told(
        "On June 6 a website published a film of how soldiers killed two boys on May 18. Police arrested 14 miners.",
        "14",
        "2017-05-18/2017-05-18",
    ),
    Told(
        "On June 4 the union, led by the previously jailed Amos Banda, lost 14 members, who were killed.",
        "14",
        "2017-06-04/2017-06-04",
    ),
    Told(
        "In June a mob killed 14 previously released miners.",
        "14",
        "2017-06-01/2017-06-30",
    ),
    Told(
        "The guards had previously arrested 14 miners.",
        "14",
        "/",
    ),
    Told(
        "Shortly before noon on June 6, soldiers entered the mine and killed 14 miners.",
        "14",
        "2017-06-06/2017-06-06",
    ),
    Told(
        "After midnight on June 6, police arrested 14 miners.",
        "14",
        "2017-06-06/2017-06-06",
    ),
    Told(
        "After Friday prayers on June 9, police arrested 14 miners.",
        "14",
        "2017-06-09/2017-06-09",
    ),
    Told(
        "Police arrested 14 miners after the talks on June 9.",
        "14",
        _YEAR,
    ),
    Told(
        "In 2015 or 2014 police arrested 14 miners.",
        "14",
        "2014-01-01/2015-12-31",
    ),
    Told(
        "Police arrested 14 miners in 2014 or 2015.",
        "14",
        "2014-01-01/2015-12-31",
    ),
    Told(
        "Courts recorded 14 convictions for crimes tied to gang wars since 2012.",
        "14",
        "2012-01-01/",
    ),
    Told(
        "Two days after the June 4 vote, police arrested 14 miners.",
        "14",
        "2017-06-06/2017-06-06",
    ),
    Told(
        "Police arrested 14 miners the day before the June 4 vote.",
        "14",
        "2017-06-03/2017-06-03",
    ),
    Told(
        "One week before the June 14 vote police arrested 14 miners.",
        "14",
        "2017-06-07/2017-06-07",
    ),
    Told(
        "Weeks before the June 14 vote police arrested 14 miners.",
        "14",
        _YEAR,
    ),
    Told(
        "There were 40 shootings as of October 31, resulting in 14 deaths for the entire year.",
        "14",
        _YEAR,
    ),
    Told(
        "After the 2011 elections, riots killed 14 miners.",
        "14",
        "2011-01-01/2011-12-31",
    ),
    Told(
        "In the aftermath of the 2011 riots, police arrested 14 miners.",
        "14",
        "2011-01-01/2011-12-31",
    ),
    Told(
        "Following the 2011 mining law, police arrested 14 miners.",
        "14",
        _YEAR,
    ),
    Told(
        "After the 2011 riots, courts have jailed 14 miners.",
        "14",
        _YEAR,
    ),
    Told(
        "Nine miners were killed at home on May 5, and another 14 were killed and 30 injured at work on May 9.",
        "14",
        "2017-05-09/2017-05-09",
    ),
)

# What stood at a moment, in a clause of its own, is no date of an event.
MOMENTS = (
    Told("Police arrested 14 miners, and their trial was pending at year’s end.", "14", _YEAR),
    Told("Prosecutors charged 14 guards with assault, but the case had not come to trial as of November.", "14", _YEAR),
    Told("Police arrested 14 miners, who remained in the city jail at year’s end.", "14", _YEAR),
    Told("Police arrested 14 miners and held them without charge at the end of October.", "14", _YEAR),
    Told("A court convicted 14 guards, with appeals pending as of December 1.", "14", _YEAR),
    Told("Police arrested 14 miners, and the inquiry had not ended by November.", "14", _YEAR),
    Told(
        "On May 2 miners marched. The inquiry continued at year’s end. Police arrested 14 miners.",
        "14",
        "2017-05-02/2017-05-02",
    ),
    Told("An inquiry was open as of October. Police arrested 14 miners.", "14", _YEAR),
    Told("As of October the jail held 40 inmates. The camp held 14 detainees.", "14", "2017-10-01/2017-10-31"),
    Told("As of October police had arrested 14 miners and 20 herders.", "14", "2017-10-01/2017-10-31"),
    Told("The jail held 14 inmates, and nine of them were ill at year’s end.", "14", "2017-12-31/2017-12-31"),
    Told("Police had arrested 14 miners, including two women, as of October.", "14", "2017-10-01/2017-10-31"),
    Told("From April to the end of the year police arrested 14 miners.", "14", "2017-04-01/2017-12-31"),
    Told("Between April and year’s end police arrested 14 miners.", "14", "2017-04-01/2017-12-31"),
    Told("In the course of the year police arrested 14 miners.", "14", _YEAR),
    Told(
        "Of the 40 miners arrested after the riots, 14 remained in jail at year’s end.",
        "40",
        _YEAR,
    ),
    Told(
        "Of the 40 miners arrested after the riots, 14 remained in jail at year’s end.",
        "14",
        "2017-12-31/2017-12-31",
    ),
    Told(
        "As of October the jail held 40 inmates. Guards beat 14 miners.",
        "14",
        _YEAR,
    ),
    Told(
        "As of October the jail held 40 inmates. Of these, 14 had been convicted.",
        "14",
        "2017-10-01/2017-10-31",
    ),
    Told(
        "As of October the jail held 40 inmates. A second jail held 14 inmates.",
        "14",
        "2017-10-01/2017-10-31",
    ),
    Told(
        "In May guards beat nine men. As of October the jail held 40 inmates. Guards killed 14 miners.",
        "14",
        "2017-05-01/2017-05-31",
    ),
    Told(
        "As of October police had arrested 40 miners. They also arrested 14 herders.",
        "14",
        "2017-10-01/2017-10-31",
    ),
    Told(
        "Rebels kidnapped 40 miners during the year, 14 of whom remained captive at year’s end.",
        "14",
        _YEAR,
    ),
)

SINCE = (
    Told("Soldiers killed 14 miners in the 2014 raid.", "14", "2014-01-01/2014-12-31"),
    Told("A judge jailed 14 guards for the deaths of nine miners in the 2014 riot.", "14", _YEAR),
    Told("A judge jailed 14 miners for taking part in the 2014 riot.", "14", _YEAR),
    Told("Since the 2014 coup, soldiers killed 14 miners.", "14", "2014-01-01/"),
    Told("Since the February 2015 coup, soldiers killed 14 miners.", "14", "2015-02-01/"),
    Told("Since the signing of the 2016 peace accord, soldiers killed 14 miners.", "14", "2016-01-01/"),
    Told("Soldiers killed 14 miners in the largest raid since the 2014 coup.", "14", _YEAR),
    Told(
        "Between the start of the war in 2015 and August 2, soldiers killed 14 miners.", "14", "2015-01-01/2017-08-02"
    ),
    Told("The union counted 14 arrests, with nine miners arrested in May alone.", "14", _YEAR),
    Told("The union counted 14 arrests, with nine miners arrested in May alone.", "nine", "2017-05-01/2017-05-31"),
    Told("The union counted 14 arrests in May alone.", "14", "2017-05-01/2017-05-31"),
    Told("Police arrested 14 miners, most of whom were released the same day.", "14", _YEAR),
    Told("Police arrested 14 miners that day.", "14", _YEAR),
    Told(
        "The mines are old. Since the 2012 strike, police have arrested 14 miners.",
        "14",
        "2012-01-01/",
    ),
    Told(
        "The war, which began in May 2015, has killed 14 miners.",
        "14",
        "2015-05-01/",
    ),
    Told(
        "The war that broke out in 2015 has led to the death of 14 miners.",
        "14",
        "2015-01-01/",
    ),
    Told(
        "The war that broke out in 2015 killed 14 miners.",
        "14",
        "2015-01-01/2015-12-31",
    ),
    Told(
        "Protests began in May 2015. Police have killed 14 miners.",
        "14",
        "2015-05-01/",
    ),
    Told(
        "In May 2016 a court freed 40 miners. Since then it has freed 14 more.",
        "14",
        "2016-05-01/",
    ),
    Told(
        "In 2009 the king named a commission. It has since received 14 complaints.",
        "14",
        "2009-01-01/",
    ),
    Told(
        "In 2009 the king named a commission. It has since May received 14 complaints.",
        "14",
        "2017-05-01/",
    ),
    Told(
        "As of September 40 miners were in jail, and police have arrested 14 herders since May.",
        "14",
        "2017-05-01/",
    ),
)

# What narrows a noun, or tells what a deed was for, has a date of its own.
NARROWING = (
    Told("The court convicted 14 miners arrested in 2011 and 2012.", "14", _YEAR),
    Told("The court convicted 14 miners arrested in 2011, 2012, and 2013.", "14", _YEAR),
    Told("Police released 14 miners arrested in May.", "14", _YEAR),
    Told("Four miners arrested in 2014 were sentenced to 14 years in prison.", "14", _YEAR),
    Told("Chanda Mwape, detained in 2015 for libel, was sentenced to 14 years in prison.", "14", _YEAR),
    Told("Under a law passed in 2012, police arrested 14 miners.", "14", _YEAR),
    Told("A decree signed on June 6 freed 14 miners.", "14", "2017-06-06/2017-06-06"),
    Told("There were 14 miners arrested in May.", "14", "2017-05-01/2017-05-31"),
    Told("The league reported 14 miners arrested in May.", "14", "2017-05-01/2017-05-31"),
    Told("The league documented 14 arrests made in May.", "14", "2017-05-01/2017-05-31"),
    Told("Soldiers killed 14 miners gathered in the square on May 3.", "14", "2017-05-03/2017-05-03"),
    Told("Police arrested 14 miners in a raid on June 6.", "14", "2017-06-06/2017-06-06"),
    Told("Prosecutors indicted 14 officers implicated in the abuse and death of a boy in May.", "14", _YEAR),
    Told("A court sentenced 14 guards for the killing of a miner in May.", "14", _YEAR),
    Told("A court sentenced 14 guards for libel in May.", "14", "2017-05-01/2017-05-31"),
    Told("Police detained 14 miners for curfew violations in July.", "14", "2017-07-01/2017-07-31"),
    Told(
        "Fewer than 40 miners took part in a rally on May 18, and 14 of them were fined.", "14", "2017-05-18/2017-05-18"
    ),
    Told(
        "A court found him guilty of crimes committed during his presidency (1982-83) and sentenced him to 14 years.",
        "14",
        _YEAR,
    ),
    Told("Under a law passed in 2012 the state curbed rallies. Police arrested 14 miners.", "14", _YEAR),
    Told("In the lead-up to the congress of the league (CL12) in May, police arrested 14 miners.", "14", _YEAR),
    Told("Police arrested 14 miners in connection with the May 3 explosion.", "14", _YEAR),
    Told(
        "Arrests related to the March vote and referendum and the October vote went on. Police arrested 14 miners.",
        "14",
        _YEAR,
    ),
    Told("Of the five miners arrested in 2011, police still held 14.", "14", _YEAR),
    Told("Of 40 miners arrested on June 6, 14 were fined.", "14", "2017-06-06/2017-06-06"),
    Told("The mine shut after soldiers on May 3 killed 14 miners.", "14", "2017-05-03/2017-05-03"),
    Told("Following riots on August 20, soldiers arrested 14 miners.", "14", "2017-08-20/2017-08-20"),
    Told(
        "In June a court jailed two guards for 14 months for their roles in the October 2016 mine tragedy.",
        "14",
        "2017-06-01/2017-06-30",
    ),
    Told(
        "In June police jailed 40 miners for their involvement in the October 2016 march.",
        "40",
        "2017-06-01/2017-06-30",
    ),
    Told(
        "After a raid in May 2013, and after the August 2013 dispersal of the camp when police killed 14, all fled.",
        "14",
        "2013-08-01/2013-08-31",
    ),
    Told(
        "The state naturalized 14 refugees who fled in 1972.",
        "14",
        _YEAR,
    ),
    Told(
        "The court released 14 miners who were arrested in 2011.",
        "14",
        _YEAR,
    ),
    Told(
        "The paper named 14 miners whom soldiers killed in 2011.",
        "14",
        "2011-01-01/2011-12-31",
    ),
    Told(
        "The raids included the May 8 arrest of 14 miners for theft and the June 5 arrest of nine others.",
        "14",
        "2017-05-08/2017-05-08",
    ),
    Told(
        "The raids included the May 8 arrest of 14 miners for theft and the June 5 arrest of nine others.",
        "nine",
        "2017-06-05/2017-06-05",
    ),
    Told(
        "Nearly 14 of the 40 residents erased from the register in 1992 remained stateless.",
        "14",
        _YEAR,
    ),
    Told(
        "A judge jailed two guards in October for 14 years each for the murder of a miner 26 years earlier.",
        "14",
        "2017-10-01/2017-10-31",
    ),
    Told(
        "In November a judge released the last of the 14 miners detained in connection with riots in 2016.",
        "14",
        "2016-01-01/2016-12-31",
    ),
    Told(
        "In November police arrested 14 miners in connection with riots in 2016.",
        "14",
        "2017-11-01/2017-11-30",
    ),
)

# The day of an election is that of its results, and of no other number.
VOTES = (
    Told(
        "Women were 14 percent of mayors elected in 2014, more than in the 2012 elections.",
        "14",
        "2014-01-01/2014-12-31",
    ),
    Told(
        "Nobody ruled after voters on May 8 filled the 90 seats. The front won 14 seats.", "14", "2017-05-08/2017-05-08"
    ),
    Told(
        "Turnout on May 8, put by the court at 14 percent, was well below the 59 percent of 2012.",
        "14",
        "2017-05-08/2017-05-08",
    ),
    Told(
        "Turnout on May 8, put by the court at 14 percent, was below the 59 percent recorded in 2012.",
        "59",
        "2012-01-01/2012-12-31",
    ),
    Told("After the July 7 council elections women held 14 seats in the council.", "14", "2017-07-07/2017-07-07"),
    Told("Women took office after the October 12 elections. The front won 14 seats.", "14", "2017-10-12/2017-10-12"),
    Told("After the October 12 elections police arrested 14 miners.", "14", _YEAR),
    Told("Miners marched before the October 12 elections. Police arrested 14 of them.", "14", _YEAR),
    Told(
        "Rallies were banned in the run-up to the May 8 election, in which 14 candidates stood.",
        "14",
        "2017-05-08/2017-05-08",
    ),
    Told("In the May 2012 elections the front won 14 seats, and nine in 2016.", "14", "2012-05-01/2012-05-31"),
    Told(
        "The last assembly elections, held in 2013, were not free. Police arrested 14 miners.",
        "14",
        _YEAR,
    ),
    Told(
        "In 2013 voters elected a new assembly. Police arrested 14 miners.",
        "14",
        _YEAR,
    ),
    Told(
        "In 2013 voters elected a new assembly. The front won 14 seats.",
        "14",
        "2013-01-01/2013-12-31",
    ),
    Told(
        "Voters reelected the president to a five-year term in March 2014. Police arrested 14 miners.",
        "14",
        _YEAR,
    ),
    Told(
        "In March 2014 the country held its first council elections. Soldiers killed 14 miners.",
        "14",
        _YEAR,
    ),
    Told(
        "After the 2013 elections, on June 2 the king named a cabinet. Police arrested 14 miners.",
        "14",
        "2017-06-02/2017-06-02",
    ),
    Told(
        "In the 2013 election riots police killed nine miners. They arrested 14 others.",
        "14",
        "2013-01-01/2013-12-31",
    ),
    Told(
        "On May 3 voters elected a mayor. Police arrested 14 miners.",
        "14",
        "2017-05-03/2017-05-03",
    ),
    Told(
        "The runoff took place in May. A court announced results on June 1, giving the mayor 14 percent of the vote.",
        "14",
        "2017-05-01/2017-05-31",
    ),
)

# What is over holds for nothing told in the present; what runs on does for the present perfect.
TENSES = (
    Told("Soldiers have raided mines since November 2015. They have killed 14 miners.", "14", "2015-11-01/"),
    Told("Soldiers have raided mines since 2015. Nearly 14 are said to have been killed.", "14", "2015-01-01/"),
    Told("Soldiers have raided mines since November 2015. They killed 14 miners.", "14", _YEAR),
    Told("In 2014 alone, 60 refugees crossed the river. The camps now hold 14 refugees.", "14", _YEAR),
    Told("In 2014 soldiers crossed the river. They drove out 14 refugees.", "14", "2014-01-01/2014-12-31"),
    Told("In June the ward was full. The jail holds 14 inmates.", "14", "2017-06-01/2017-06-30"),
    Told(
        "Soldiers have raided mines since 2015. They have killed nine miners and arrested 14 others.",
        "14",
        "2015-01-01/",
    ),
    Told(
        "Soldiers have raided mines since 2015. Nine miners have been killed, 14 arrested.",
        "14",
        "2015-01-01/",
    ),
    Told(
        "Soldiers have raided mines since 2015. They have killed nine miners, and police arrested 14.",
        "14",
        _YEAR,
    ),
)

PUBLISHED = (
    Told("According to data published by the mining ministry in August, police arrested 14 miners.", "14", _YEAR),
    Told("According to numbers that the guild released in August, police arrested 14 miners.", "14", _YEAR),
    Told("Figures issued by the guild on May 2 showed that police arrested 14 miners.", "14", _YEAR),
    Told("In a report issued by the guild in August, witnesses said police arrested 14 miners.", "14", _YEAR),
    Told("The court issued warrants in August for the arrest of 14 miners.", "14", "2017-08-01/2017-08-31"),
    Told(
        "According to the guild, released prisoners were beaten; police arrested 14 miners in August.",
        "14",
        "2017-08-01/2017-08-31",
    ),
    Told(
        "In its World Report 2015, the guild said that police arrested 14 miners.",
        "14",
        _YEAR,
    ),
    Told(
        "The guild’s report, covering May 2015 to June 2016 and issued in August, told of 14 killings.",
        "14",
        "2015-05-01/2016-06-30",
    ),
)

RULES = (
    Told("On May 2 parliament passed a law that sets a fine of 900 kwacha for littering.", "900", "/"),
    Told("The mining code provides for a fine of 900 kwacha for littering.", "900", "/"),
)


@pytest.mark.parametrize("told", OWN, ids=lambda told: told.text)
def test_a_date_of_its_own_clause(told: Told) -> None:
    assert periods(told.text)[told.surface] == told.days


@pytest.mark.parametrize("told", SHAPES, ids=lambda told: f"{told.surface}: {told.text}")
def test_the_shapes_of_dates(told: Told) -> None:
    assert periods(told.text)[told.surface] == told.days


@pytest.mark.parametrize("told", BESIDE, ids=lambda told: f"{told.surface}: {told.text}")
def test_each_side_of_a_comparison_has_its_own(told: Told) -> None:
    assert periods(told.text)[told.surface] == told.days


@pytest.mark.parametrize("told", PARTS, ids=lambda told: told.text)
def test_a_part_shares_the_days_of_its_whole_unless_it_has_its_own(told: Told) -> None:
    assert periods(told.text)[told.surface] == told.days


@pytest.mark.parametrize("told", CARRIED, ids=lambda told: told.text)
def test_a_date_carries_over_within_the_paragraph(told: Told) -> None:
    assert periods(told.text)[told.surface] == told.days


@pytest.mark.parametrize("told", MOMENTS, ids=lambda told: told.text)
def test_what_stood_at_a_moment_dates_no_event(told: Told) -> None:
    assert periods(told.text)[told.surface] == told.days


@pytest.mark.parametrize("told", NOT_ITS_OWN + SINCE + PUBLISHED + RULES, ids=lambda told: told.text)
def test_the_date_of_another_thing_is_not_the_numbers(told: Told) -> None:
    assert periods(told.text)[told.surface] == told.days


@pytest.mark.parametrize("told", NARROWING, ids=lambda told: f"{told.surface}: {told.text}")
def test_what_narrows_a_noun_has_a_date_of_its_own(told: Told) -> None:
    assert periods(told.text)[told.surface] == told.days


@pytest.mark.parametrize("told", TENSES, ids=lambda told: f"{told.surface}: {told.text}")
def test_the_tense_says_whether_a_date_carried_over_holds(told: Told) -> None:
    assert periods(told.text)[told.surface] == told.days


@pytest.mark.parametrize("told", VOTES, ids=lambda told: f"{told.surface}: {told.text}")
def test_an_election_dates_its_results(told: Told) -> None:
    assert periods(told.text)[told.surface] == told.days
