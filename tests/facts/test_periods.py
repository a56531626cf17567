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
    Told("In mid-July police arrested 14 miners.", "14", "2017-07-01/2017-07-31"),
    Told("In the week of July 3 police arrested 14 miners.", "14", "2017-07-03/2017-07-09"),
    Told("In April 57 miners were arrested.", "57", "2017-04-01/2017-04-30"),
)

BESIDE = (
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
)

PARTS = (
    Told("On May 2 police arrested 14 miners; nine of them were women.", "nine", "2017-05-02/2017-05-02"),
    Told("Police arrested 14 miners in May, nine of whom were released in June.", "nine", "2017-06-01/2017-06-30"),
    Told("Police had arrested 14 miners since May 2, nine of them by May 7.", "nine", "2017-05-02/2017-05-07"),
)

CARRIED = (
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
    Told("Police arrested 14 miners before a summit on June 9.", "14", _YEAR),
    Told("On May 2 a court sentenced 14 miners to prison for raiding a depot in 2012.", "14", "2017-05-02/2017-05-02"),
    Told("As of March 14,000 refugees held cards that expired in 2019.", "14,000", "2017-03-01/2017-03-31"),
    Told("A report released in August found that 14 miners were killed.", "14", _YEAR),
    Told("Police arrested 14 miners under Law 6/2010.", "14", _YEAR),
)

RULES = (
    Told("On May 2 parliament passed a law that sets a fine of 900 kwacha for littering.", "900", "/"),
    Told("The mining code provides for a fine of 900 kwacha for littering.", "900", "/"),
)


@pytest.mark.parametrize("told", OWN, ids=lambda told: told.text)
def test_a_date_of_its_own_clause(told: Told) -> None:
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


@pytest.mark.parametrize("told", NOT_ITS_OWN + RULES, ids=lambda told: told.text)
def test_the_date_of_another_thing_is_not_the_numbers(told: Told) -> None:
    assert periods(told.text)[told.surface] == told.days
