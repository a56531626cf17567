"""Dates: calendar dates, years, spans of a year, clock times (section 1 of the coding rules)."""

import pytest

from tests.numerals.ledger_notation import failures

CALENDAR = (
    "Police raided the office on September [29] and left. | date",
    "The vote took place on January [10, 2021], as planned. | date",
    "The vote took place on [10 January 2021], as planned. | date",
    "He was arrested on [1] May in the capital. | date",
    "He was arrested on May [1st] in the capital. | date",
    "He was arrested on the [1st] of May in the capital. | date",
    "On [3rd March 2008] the court ruled. | date",
    "On Feb. [11], he was freed. | date",
    "On Sept. [5, 1994], he was freed. | date",
    "The trial opened on [12 Dec 1989]. | date",
    "In March [2019] the court ruled. | date",
    "In March, [2019], the court ruled. | date",
    "The decree of [31/12/2019] was repealed. | date",
    "The decree of [31.12.2019] was repealed. | date",
    "The decree of [2019-12-31] was repealed. | date",
    "The march ran from March [16] to May [11]. | date; date",
    "Rallies were held on June [5-6] in two cities. | date",
    "Rallies were held on June [5–6, 2018] in two cities. | date",
    "Rallies were held June [28]–July [3] in the capital. | date; date",
    "Rallies were held [5-6] June in the capital. | date",
    "Rallies were held on June [5] and [6] in the capital. | date; date",
    "Rallies were held on June [5], [6], and [9], witnesses said. | date; date; date",
    "On October [3] and again on October [17], police blocked the road. | date; date",
    "On January [10], [20] protesters were held. | date; exact 20 person",
    "On May [4] [23] prisoners escaped. | date; exact 23 person",
    "During the period May [1]-August [31], three papers closed. | date; date",
    "Between January [1] and June [30], the hotline took calls. | date; date",
    "Since the October [7] attack, the border has been shut. | date",
    "The September [11, 2001], attacks changed the law. | date",
    "On the [15th], guards opened fire. | date",
    "As of [30 June 2009], the register held no names. | date",
    "Through December [31] the ministry had issued nothing. | date",
)
YEARS = (
    "In the [1980s]-[1990s] many fled. | date; date",
    "In the [1990s]. [12] men fled. | date; exact 12 person",
    "The [9/11] attacks changed the law. | date",
    "The law dates from [1991]. | date",
    "The [2004] elections were flawed. | date",
    "In the [1990s] many fled. | date",
    "In the [1990]'s many fled. | date",
    "The war of the mid-[1980s] displaced many. | date",
    "Records from the late [1970s] were lost. | date",
    "The protests of the '[90s] were smaller. | date",
    "Until mid-[2019] the paper appeared daily. | date",
    "A pre-[1990] building housed the court. | date",
    "Post-[2003] governments kept the rule. | date",
    "The [2017-18] school year began late. | date",
    "The [2017–2018] reports disagree. | date",
    "In fiscal year [2019-20] the budget fell. | date",
    "In FY [2019/20] the budget fell. | date",
    "In FY[2019] the budget fell. | date",
    "In the [2019/2020] season clubs closed. | date",
    "Law 88 of [1999] governs assemblies. | date",
    "The [2018] digital code sets the fine. | date",
    "The Press Act, [1967], remains in force. | date",
    "The [1951] Convention and its [1967] Protocol apply. | date; date",
    "The figures for [2015] and [2016] were not published. | date; date",
    "Elections were held in [1998], [2003], and [2008]. | date; date; date",
    "By year's end [2012] the camp was empty. | date",
    "It was the worst drought since [1984]. | date",
    "Turnout was lower than in [2010]. | date",
    "The party has ruled alone since [1975–76]. | date",
)
SPANS_OF_A_YEAR = (
    "During the first [nine] months of the year, police opened cases. | date",
    "In the first [six] months of 2014, courts heard appeals. | date",
    "In the first [10] months of the year, courts heard appeals. | date",
    "In the last [three] months of 2011, courts heard appeals. | date",
    "In the first [half] of the year, courts heard appeals. | date",
    "During the second [half] of 2016, courts heard appeals. | date",
    "In the third [quarter] of 2016, courts heard appeals. | date",
)
CLOCK_TIMES = (
    "Polls closed at [7] p.m. in most districts. | date",
    "Polls opened at [7:30] a.m. and closed late. | date",
    "Troops entered at [3] a.m. The shooting began soon after. | date",
    "Police came at [11]pm and searched the flat. | date",
    "Police came at [11] pm and searched the flat. | date",
    "Police came at [22:15] and searched the flat. | date",
    "Police came at [6.30] p.m. and searched the flat. | date",
    "Police came at [2200] hours and searched the flat. | date",
    "A curfew ran from [8] p.m. to [5] a.m. daily. | date; date",
    "Work stops between [11:30] a.m. and [3] p.m. in summer. | date; date",
    "He must be home by [nine] o'clock. | date",
    "Shops were to close between [8 and 10] p.m. daily. | date",
)


@pytest.mark.parametrize("row", [*CALENDAR, *YEARS, *SPANS_OF_A_YEAR, *CLOCK_TIMES])
def test_dates(row: str) -> None:
    assert failures(row) == []
