"""Numbers that rank, that count nothing, and what is no numeral at all (section 1 of the coding rules)."""

import pytest

from tests.numerals.ledger_notation import failures, read_ledger

ORDINALS = (
    "The country ranked [172] out of [180] countries. | ordinal; exact 180 place",
    "He was the [first] president. | ordinal",
    "For the [third] time the court adjourned. | ordinal",
    "Soldiers killed [two] men and wounded a [third]. | exact 2 person; ordinal",
    "A [third] was held in Gao. | ordinal",
    "The [21st] century began badly. | ordinal",
    "A [19th]-century law applies. | ordinal",
    "It ranked [134th] of 180 countries. | ordinal",
    "The [first] nine months were calm. | ordinal",
    "A [second] activist was held. | ordinal",
    "The [second]-largest city was quiet. | ordinal",
    "He was charged with [first]-degree murder. | ordinal",
    "They were treated as [second]-class citizens. | ordinal",
    "[Third] parties may not appeal. | ordinal",
    "The bill passed its [second] reading. | ordinal",
    "His [twenty-fifth] appeal failed. | ordinal",
    "On the [third] Sunday of May they met. | ordinal",
    "At [first] the court refused. | ordinal",
)
IDIOMS = (
    "The law requires 20 members to form [one]. | idiom",
    "Both or [one] of the parents had to consent. | idiom",
    "No [one] was hurt. | idiom",
    "They were expelled [one] day after the vote. | exact 1 day",
    "[One] day guards came. | idiom",
    "They accused [one] another. | idiom",
    "A [one]-stop window opened. | idiom",
    "[One] of the largest parties boycotted. | idiom",
    "[One] reason was the cost. | idiom",
    "It is a [one]-party state. | idiom",
    "At [one] point the crowd broke in. | idiom",
    "On the [one] hand the law helps. | idiom",
    "The account was [one]-sided. | idiom",
    "[One] by [one] the men were led out. | idiom",
    "They met [one]-on-[one] in May. | idiom",
    "Guards watched the cells [24/7] at the site. | idiom",
    "The chances are [50-50] at best. | idiom",
    "The police have a [zero]-tolerance policy. | idiom",
    "The policy of [zero] tolerance failed. | idiom",
    "They demanded [one] person, [one] vote. | idiom",
    "Critics say that [one] must be patient. | idiom",
    "It was [one] of the reasons for the protest. | idiom",
    "The nurse was [one] of the accused. | idiom",
    "He died in [one] of the army prisons. | idiom",
    "A trader walked to [one] of the refugee hostels. | idiom",
    "They closed the old council and left the existing appointed [one]. | idiom",
)
QUANTITIES_OF_ONE = (
    "[One] of two lawyers withdrew. | exact 1 person",
    "[One] protester was fined. | exact 1 person",
    "Leave rose from [one] day to [seven] days. | exact 1 day; exact 7 day",
    "Rules changed from [one] day to the next. | idiom",
    "[One] of the detainees died. | exact 1 person",
    "[One] of them died. | exact 1",
    "[one] percent of voters stayed home. | exact 1 percent",
    "He served [one] year. | exact 1 year",
    "At least [one] person died. | at_least 1 person",
    "[One] or more witnesses must sign. | at_least 1 person",
    "[One] man and two women were held. | exact 1 person",
    "Only [one] was a woman. | exact 1",
    "Guards fired at [one] of the young miners. | exact 1 person",
    "There was [one] report of torture. | exact 1 case",
)
NO_NUMERALS = (
    "Police headquarters and the soldiers' living quarters were closed.",
    "Several women, a few men, and many children were both cold and wet; once, twice, double.",
    "The test scores fell.",
    "It happened in a split second.",
    "World War II ended; Pope John Paul II came; Chapter VII applied.",
    "Someone, anyone, everyone, and none of the alone.",
)


@pytest.mark.parametrize("row", [*ORDINALS, *IDIOMS, *QUANTITIES_OF_ONE])
def test_ordinals_and_idioms(row: str) -> None:
    assert failures(row) == []


@pytest.mark.parametrize("text", NO_NUMERALS)
def test_no_numerals(text: str) -> None:
    assert [entry.surface for entry in read_ledger(text)] == []
