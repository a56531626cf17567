"""What kind of thing a noun names, by its list or its ending."""

import pytest

from pipeline.language.nouns import noun_class, singular

PERSONS = (
    "protesters men women children policemen gunmen cameramen detainees refugees deputies inmates clergymen "
    "activists journalists pilgrims paramedics envoys criminals seafarers teenagers widows lawmakers villagers spies "
    "stepchildren grandparents moderates locals dignitaries vigilantes consuls burglars undergraduates"
)
THINGS = (
    "posters computers letters vehicles houses newspapers cells schools hospitals trees quarters offers chapters "
    "hearings shops rounds buses answers ulcers rooms units weapons scooters containers documents local moderate"
)


@pytest.mark.parametrize("word", PERSONS.split())
def test_persons(word: str) -> None:
    assert noun_class(word) == "person"


@pytest.mark.parametrize("word", THINGS.split())
def test_nouns_of_no_class(word: str) -> None:
    assert noun_class(word) is None


@pytest.mark.parametrize(
    ("word", "kind"),
    [
        ("arrests", "person_event"),
        ("convictions", "person_event"),
        ("parties", "party"),
        ("provinces", "place"),
        ("barangays", "place"),
        ("complaints", "case"),
        ("applications", "application"),
        ("associations", "organization"),
        ("seats", "seat"),
    ],
)
def test_other_classes(word: str, kind: str) -> None:
    assert noun_class(word) == kind


@pytest.mark.parametrize(
    ("plural", "one"),
    [
        ("cameramen", "cameraman"),
        ("specimen", "specimen"),
        ("iraqis", "iraqi"),
        ("taxis", "taxi"),
        ("stepchildren", "stepchild"),
        ("cities", "city"),
    ],
)
def test_singulars(plural: str, one: str) -> None:
    assert singular(plural) == one
