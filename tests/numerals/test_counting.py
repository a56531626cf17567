"""What a number counts: the noun beside it, after its `of`, in its clause, or before."""

import pytest

from tests.numerals.ledger_notation import read_ledger

# The number in question between asterisks, then what it counts as in the text, and its unit.
BESIDE = (
    "Police detained *12* senior party members. | senior party members | person",
    "A *76*-seat chamber opened. | seat | seat",
    "The union shrank from *40,000* to 20,000 members. | members | person",
    "The fire left *nine* persons dead. | persons | person",
    "In Aden *200* Somali migrants were held. | Somali migrants | person",
    "The law applies in *14* cities and towns. | cities and towns | place",
    "Police identified *20* sex trafficking and 13 labor trafficking victims. | labor trafficking victims | person",
    "Bombs left *553* minors, homeless and hungry, in tents. | minors | person",
    "In *seven* provinces women voted. | provinces | place",
    "Police killed 340 men in *291* ‘encounters.’ | encounters | encounter",
    "Of the *40* wounded, six died. | wounded | person",
    "Police held *23* rank-and-file members. | rank-and-file members | person",
    "Labor inspectors, *150* in number, fined shops. | Labor inspectors | person",
    "Most refugees, about *9,000*, were from the north. | refugees | person",
    "The sisters, about *60*, kept a shop. | nothing | person",
    "The country hosted *300* Syrian and Iraqi refugees. | Syrian and Iraqi refugees | person",
    "Police held *12* armed and masked men. | armed and masked men | person",
    "Officials counted *900* early and forced marriages. | early and forced marriages | marriage",
    "Police held *300* police and soldiers. | police and soldiers | person",
    "Thugs beat *two* girls ages 14 and 15. | girls | person",
    "UNHCR visited *900* refugees and asylum seekers living in camps. | refugees and asylum seekers | person",
)
PARTS = (
    "Police freed *five* of the hostages. | hostages | person",
    "Courts released *hundreds* of prisoners. | prisoners | person",
    "It left *thousands* of persons unable to vote. | persons | person",
    "Police arrested 90 students, *49* of whom were women. | students | person",
    "The group had 90 students, and its three shelters housed *49*. | students | person",
    "The party won *103* of 395 seats. | seats | seat",
    "Police arrested 90 students. *Thirty* of them were fined. | students | person",
    "Police arrested 90 students. Of those arrested, *28* were in custody. | students | person",
    "Of the executions, *28* were for murder. | executions | person",
    "Women held 10 percent of seats in the lower house (*50* of 500). | seats | seat",
    "Women were *7* percent of the total number of candidates. | candidates | percent",
)
CLAUSES = (
    "Arrests totaled *1,277*. | Arrests | person",
    "The raid took the number of inmates who had come by bus from the north to *560*. | inmates | person",
    "The backlog of civil cases fell to *1,277*. | civil cases | case",
    "The official capacity was *1,277*. | official capacity | person",
    "The number of deaths exceeded *11,000*. | deaths | person",
    "The ministry put the number of prisoners at *460*. | prisoners | person",
    "The union had a staff of *34*. | staff | person",
    "There was an increase in complaints from *266* to 279. | complaints | case",
    "The country had a 30 percent increase in the number of prisoners, rising from *129* to 169. | prisoners | person",
    "The number arrested rose to *30*. | nothing | person",
    "The league listed its figures, with civilian deaths at *400*. | civilian deaths | person",
)
BEFORE = (
    "The ruling party won 60 seats and the opposition *12*. | seats | seat",
    "Courts convicted 30 officers and acquitted *four*. | officers | person",
    "The number rose from 33 seats to *42*. | seats | seat",
    "Arrests of miners fell by 26 percent from *451*. | Arrests | person",
    "Forty miners fled to Angola and Malawi, of whom *12* were women. | miners | person",
    "The jail held 40 miners, 18 percent more than in May (*34*). | miners | person",
    "About half of the prisoners, *322*, were minors. | prisoners | person",
    "Guards killed 189 prisoners, including 31 minors, and wounded *58*. | prisoners | person",
    "Guards shot 77 prisoners, among them three minors. *Four* were left in the yard. | prisoners | person",
    "Prisoners lost three times their blood, and the doctors saw *197*. | nothing | person",
)


def _entry(text: str) -> tuple[str | None, str | None]:
    """Return what the number between asterisks counts, and its unit."""
    before, number, after = text.split("*")
    start, end = len(before), len(before) + len(number)
    (entry,) = [one for one in read_ledger(before + number + after) if (one.start, one.end) == (start, end)]
    return entry.counted, entry.unit


@pytest.mark.parametrize("row", BESIDE + PARTS + CLAUSES + BEFORE)
def test_rows(row: str) -> None:
    text, counted, unit = row.split(" | ")

    assert _entry(text) == (None if counted == "nothing" else counted, unit)


def test_a_unit_counts_itself() -> None:
    assert _entry("He spent *40* days in prison.") == ("days", "day")


def test_a_bare_amount_is_in_the_currency_before() -> None:
    text = "The law set a fine of 90 million dollars. Parliament lowered the fine to *58 million*."

    assert _entry(text)[1] == "USD"


def test_a_number_without_a_noun_counts_persons() -> None:
    assert _entry("Police detained *12*.") == (None, "person")
