"""What the dataset is called, who makes it, and under which terms it and the program may be used."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Licence:
    """Terms of use."""

    identifier: str
    """Of the SPDX list."""
    title: str
    url: str


@dataclass(frozen=True, slots=True)
class Dataset:
    """What every description of the dataset says."""

    name: str
    title: str
    description: str
    creators: tuple[str, ...]
    keywords: tuple[str, ...]
    citing: str
    """How to cite it, in a sentence."""
    licence: Licence
    code_licence: Licence


DATASET = Dataset(
    name="tallybook",
    title="tallybook: the numbers in human-rights reports, each traceable to its sentence",
    description=(
        "Counts, money, shares and time limits stated in narrative human-rights reports, coded by a published "
        "codebook. Each row names its document, section and paragraph, quotes its sentence, and gives the characters "
        "where the number stands."
    ),
    creators=("The tallybook maintainers",),
    keywords=("human rights", "text as data", "detention", "fines", "elections"),
    citing=(
        "Cite the dataset with its version and the ids of the rows that you use, and each report as a source of its "
        "own."
    ),
    licence=Licence(
        "CC-BY-4.0",
        "Creative Commons Attribution 4.0 International",
        "https://creativecommons.org/licenses/by/4.0/",
    ),
    code_licence=Licence("MIT", "MIT License", "https://opensource.org/license/mit"),
)
