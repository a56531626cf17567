"""Words beside a number that make it a bound or a rough figure (section 2 of the coding rules)."""

import pytest

from tests.numerals.ledger_notation import failures

ABOUT = (
    "approximately",
    "about",
    "around",
    "some",
    "nearly",
    "almost",
    "roughly",
    "an estimated",
    "close to",
    "approx.",
    "circa",
    "somewhere around",
    "in the region of",
    "on the order of",
    "just about",
)
AT_LEAST = (
    "at least",
    "a minimum of",
    "no fewer than",
    "no less than",
    "not fewer than",
    "not less than",
    "at a minimum",
    "at the very least",
    "at least another",
    "at least a further",
    "at least an additional",
)
MORE_THAN = (
    "more than",
    "over",
    "above",
    "exceeding",
    "in excess of",
    "well over",
    "well above",
    "far more than",
    "slightly more than",
    "upwards of",
    "just over",
    "more than another",
    "a little over",
)
AT_MOST = (
    "up to",
    "no more than",
    "not more than",
    "as many as",
    "a maximum of",
    "at most",
    "at the most",
    "not exceeding",
    "up to another",
)
LESS_THAN = ("fewer than", "less than", "just under", "well under", "slightly fewer than", "slightly less than")
BEFORE = (
    *(f"Police held {hedge} [53] men. | about 53 person" for hedge in ABOUT),
    *(f"Police held {hedge} [53] men. | at_least 53 person" for hedge in AT_LEAST),
    *(f"Police held {hedge} [53] men. | more_than 53 person" for hedge in MORE_THAN),
    *(f"Police held {hedge} [53] men. | at_most 53 person" for hedge in AT_MOST),
    *(f"Police held {hedge} [53] men. | less_than 53 person" for hedge in LESS_THAN),
)
AFTER = (
    "Some [40]-odd men fled. | about 40 person",
    "[Thirty]-odd men fled. | about 30 person",
    "Police held [53] or more men. | at_least 53 person",
    "Police held [53] men or more. | at_least 53 person",
    "Police held [53] or fewer men. | at_most 53 person",
    "Police held [53] men at most. | at_most 53 person",
    "Police held [53] or so men. | about 53 person",
    "Police held [53]+ men. | at_least 53 person",
    "The term is [12] years or more. | at_least 12 year",
    "The term is [12] years or less. | at_most 12 year",
    "The term is [12] years at a minimum. | at_least 12 year",
    "Voters [18] and older took part. | at_least 18 year",
    "Voters [18] and over took part. | at_least 18 year",
    "Voters aged [18] or over took part. | at_least 18 year",
    "Children [14] and under may not work. | at_most 14 year",
)
BOUNDS_OF_A_NOUN = (
    "The maximum penalty is [two] years. | at_most 2 year",
    "It carries a maximum sentence of [five] years. | at_most 5 year",
    "It carries a minimum sentence of [five] years. | at_least 5 year",
    "The maximum fine was $[500]. | at_most 500 USD",
    "The minimum age for work is [15]. | at_least 15 year",
    "The minimum age for marriage is [18] for both. | at_least 18 year",
    "The minimum sentence for conviction of rape was [ten] years. | at_least 10 year",
    "The rest period could not be less than [36] hours. | at_least 36 hour",
    "The shift cannot be longer than [nine] hours. | at_most 9 hour",
    "Work lasts [48] hours as a maximum. | at_most 48 hour",
    "The maximum penalty for rape, including spousal rape, was [15] years. | at_most 15 year",
    "It went on for at least the past [20] years. | at_least 20 year",
    "It is punishable by up to a [two]-year term. | at_most 2 year",
    "It pays for work more than a [40]-hour week. | exact 40 hour",
    "They reply within a period of [seven] days. | at_most 7 day",
    "She worked under a [two]-year contract. | exact 2 year",
    "The camp held 9,000, a sharp increase over [2,000] in March. | exact 2000",
    "Her victory over [12] rivals was clear. | exact 12 person",
    "Officials decide within a [nine]-day period. | at_most 9 day",
    "The maximum penalty for “lewd conduct” was [14] years. | at_most 14 year",
    "The minimum age for cooks and cleaners was [17]. | at_least 17 year",
    "The minimum wage for cooks and cleaners was [400] euros. | exact 400 EUR",
    "The council raised the monthly minimum wage to [310] euros. | exact 310 EUR",
    "The fine is [30] times the minimum wage. | exact 30 fold",
    "The minimum wage rose and the strike of [12] cooks ended. | exact 12 person",
    "Half of the boys left school prior to age [16]. | less_than 16 year",
    "The maximum time a suspect could be held for such crimes before an indictment was [seven] years. | at_most 7 year",
    "Girls as young as age [ten] were hired. | at_least 10 year",
    "Congress raised the minimum age of marriage from [14] to [18]. | at_least 14 year; at_least 18 year",
    "The law cut the maximum penalty from [ten] years to [five] years. | at_most 10 year; at_most 5 year",
    "The minimum age of boys from [12] villages was raised. | exact 12 place",
    "School is free for children between ages [six] and [15]. | at_least 6 year; at_most 15 year",
)
IN_FRONT_OF_SIGNS = (
    "He paid about $[500]. | about 500 USD",
    "He paid more than US$[500]. | more_than 500 USD",
    "He paid up to €[500]. | at_most 500 EUR",
    "He paid less than [500] euros. | less_than 500 EUR",
    "He paid over [half] of the fine. | more_than 0.5 fraction",
    "He paid nearly [two-thirds] of the fine. | about 0.6667 fraction",
    "He paid more than a [third] of the fine. | more_than 0.3333 fraction",
    "He paid at least a [quarter] of the fine. | at_least 0.25 fraction",
    "He paid at least [half a million] euros. | at_least 500000 EUR",
)
NO_HEDGES = (
    "Courts received complaints about [12] officers. | exact 12 person",
    "He wrote about [two] officers. | exact 2 person",
    "They were charged under [three] laws. | exact 3",
    "The court put him under [40] days' house arrest. | exact 40 day",
    "She was placed under [six] months of surveillance. | exact 6 month",
    "He was released under [two] amnesties. | exact 2",
    "Fighting continued within [two] provinces. | exact 2 place",
    "A total of [53] men were held. | exact 53 person",
    "Only [53] men were held. | exact 53 person",
    "Another [53] men were held. | exact 53 person",
    "Minors may marry as long as [one] parent agrees. | exact 1 person",
    "As many women as [53] men were held. | exact 53 person",
)
WITHIN = (
    "Protests within [50] meters of a court are banned. | at_most 50 meter",
    "He must appeal within [10] days. | at_most 10 day",
    "It lasts a maximum of [12] months, or for [eight] months in camps. | at_most 12 month; at_most 8 month",
    "At least [12] boys or [14] girls came. | at_least 12 person; exact 14 person",
    "She may not come back within the next [six] years. | at_most 6 year",
    "The panel sits at least every [three] months. | at_least 3 month",
    "The kingdom's estimated [two million] herders left. | about 2000000 person",
    "The fine was [8,000] baht (approximately $[250]). | exact 8000 THB; exact 250 USD",
    "He must appeal within [72] hours. | at_most 72 hour",
)
YOUNG = (
    "Children as young as [eight] worked in mines. | at_least 8 year",
    "As few as [five] men voted. | at_least 5 person",
    "As little as [five] dollars bought a vote. | at_least 5 USD",
)
NEGATED = (
    "Suspects may not be held for more than [48] hours. | at_most 48 hour",
    "A suspect cannot be held for over [three] days. | at_most 3 day",
    "No party may hold more than [65] seats. | at_most 65 seat",
    "Detention should not normally exceed [two] months. | at_most 2 month",
    "The march exceeded [two] hours. | more_than 2 hour",
    "A list must not have less than [40] percent women. | at_least 40 percent",
    "Employers may not hire children younger than [15]. | less_than 15 year",
    "Parties that won less than [4] percent may not stand. | less_than 4 percent",
    "He may appeal if he has served more than [five] years. | more_than 5 year",
    "A candidate must be no younger than [35]. | at_least 35 year",
    "Unions could not have fewer than [15] members. | at_least 15 person",
    "Suspects could not be held for more than [48] hours. | at_most 48 hour",
    "Divers could not find more than [12] of the missing. | more_than 12 person",
)
COORDINATED = (
    "There were approximately [170] refugees and [250] asylum seekers. | about 170 person; about 250 person",
    "There were at least [12] men and more than [20] women. | at_least 12 person; more_than 20 person",
    "Nearly [12] men died, and [20] women fled. | about 12 person; exact 20 person",
    "At least [40] porters and [12] nurses died. | at_least 40 person; at_least 12 person",
    "Police held over [300] men, [40] women, and [12] boys. | more_than 300; more_than 40; more_than 12",
    "Fewer than [40] percent of boys and [30] percent of girls wrote. | less_than 40 percent; less_than 30 percent",
    "The minimum age for marriage was [18] for men and [16] for women. | at_least 18 year; at_least 16 year",
    "Shifts must not exceed [52] hours ([60] hours for guards). | at_most 52 hour; at_most 60 hour",
    "More than [40] percent ([12] percent of them women) were ill. | more_than 40 percent; exact 12 percent",
    "More than [200] inmates ([40] women) fled. | more_than 200 person; exact 40 person",
    "At least [12] were killed and [40] injured. | at_least 12 person; at_least 40 person",
    "Police held at least [12] men, and [two] were beaten. | at_least 12 person; exact 2 person",
    "At least [300] men drowned, including [12] cooks and [three] boys. | at_least 300; exact 12; exact 3",
    "Turnout reached about [70] percent, and [60] percent of deputies lost. | about 70 percent; exact 60 percent",
    "The penalty is up to [two] years in prison and [12] lashes. | at_most 2 year; exact 12 lash",
)


@pytest.mark.parametrize("row", BEFORE)
def test_hedges_before_a_number(row: str) -> None:
    assert failures(row) == []


@pytest.mark.parametrize(
    "row", [*AFTER, *BOUNDS_OF_A_NOUN, *IN_FRONT_OF_SIGNS, *WITHIN, *YOUNG, *NEGATED, *COORDINATED]
)
def test_hedges_elsewhere(row: str) -> None:
    assert failures(row) == []


@pytest.mark.parametrize("row", NO_HEDGES)
def test_what_hedges_nothing(row: str) -> None:
    assert failures(row) == []
