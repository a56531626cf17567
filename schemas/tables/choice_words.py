"""What the choices of a column are called in running words, where the name itself does not say it."""

from collections.abc import Mapping

CHOICE_WORDS: Mapping[str, Mapping[str, str]] = {
    "role": {
        "ordinal": "rank or order",
        "reference": "pointer to a law, section, page or address",
        "name": "part of a name",
        "idiom": "idiom, which counts nothing",
        "boilerplate": "furniture of the page",
    },
    "approximation": {"at_most": "up to"},
    "modality": {
        "occurred": "happened, or is the case",
        "statutory": "set by a law or a rule",
        "proposed": "sought or planned, not done",
    },
    "equivalent_fit": {
        "fits": "fits an official rate of the time",
        "off": "fits no official rate of the time",
        "no_equivalent": "the text gives no equivalent",
        "no_rates": "no official rate of the time is known",
    },
    "kind": {"body": "text of the report", "furniture": "furniture of the page"},
}
"""By column and choice."""


def choice_words(column: str, choice: str) -> str:
    """Return what a choice is called in running words: as declared here, else its name with spaces."""
    return CHOICE_WORDS.get(column, {}).get(choice, choice.replace("_", " "))
