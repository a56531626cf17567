"""What a number counts, as it is found in the text, and the earlier numbers that a later one looks back on."""

from dataclasses import fields
from enum import Enum
from functools import cache

from pipeline.language.lexicon import values_of, words_of
from pipeline.numerals.quantities import Quantity
from pipeline.record import record


class Source(Enum):
    """Where the counted noun was found."""

    OWN = "beside the number"
    PARTITIVE = "after `of`"
    SUBJECT = "the noun that the sentence equates with the number"
    ANTECEDENT = "left out here, taken from the number before"
    NONE = "none was found"


@record
class Counted:
    """The counted noun phrase as in the text, and the class of its head."""

    text: str | None
    head: str | None
    """Singular, lower case."""
    kind: str | None
    """Class of the head (`person`, `organization`, …); null for an unknown noun."""
    source: Source
    chunk: int = -1
    """Chunk of the same sentence that holds the noun; -1 where it is elsewhere."""
    subset: bool = False
    """Whether the number is a part of what an earlier number counts (`of whom`, `of them`)."""
    capital: bool = False
    """Whether the head is capitalized, as the name of a people is."""
    antecedent: int = -1
    """Index, among the earlier quantities of the paragraph, of the one whose noun is taken."""


NOTHING = Counted(None, None, None, Source.NONE)


@record
class Earlier:
    """A quantity that stands before, as the ones after it look back on it."""

    sentence: int
    quantity: Quantity
    counted: Counted
    unit: str
    is_equivalent: bool
    """Whether it only converts the amount before it."""
    included: bool = False
    """Whether `including` or `among them` introduces it."""
    side: bool = False
    """Whether it is a part, or set beside the number that the sentence is about (`compared with 252 in 2018`)."""
    compared: bool = False
    """Whether it is of another time, set beside a number of its own (`This compared with 252 in 2018.`)."""
    locative: bool = False
    """Whether it stands after a preposition of place, beside the number that the sentence is about."""
    aside: bool = False
    """Whether it is set beside that number in parentheses (`48 trials (52 in 2018)`)."""
    enclosed: bool = False
    """Whether it stands in parentheses."""

    @property
    def counts_things(self) -> bool:
        """Tell whether it counts something that has a noun, and does not measure, nor a time with its unit left out."""
        if self.unit in values_of("units", "time").values():
            return False
        return self.quantity.measure is None and self.counted.text is not None and not self.is_equivalent

    @property
    def shares_things(self) -> bool:
        """Tell whether it is a share of something that has a noun (`10 percent of seats`)."""
        measure = self.quantity.measure
        return measure is not None and measure.unit in {"percent", "fraction"} and self.counted.text is not None


@record
class CountingWords:
    """The word lists of `schemas/lexicon/counting.yaml`, which says what each is."""

    elided_heads: frozenset[str]
    case_verbs: frozenset[str]
    shared_verbs: frozenset[str]
    body_verbs: frozenset[str]
    shares: frozenset[str]
    paired_participles: frozenset[str]
    postpositive: frozenset[str]
    spared: frozenset[str]
    collectives: frozenset[str]
    equating: frozenset[str]
    placing: frozenset[str]
    quantity_nouns: frozenset[str]
    changes: frozenset[str]
    money_nouns: frozenset[str]
    threshold_nouns: frozenset[str]


@cache
def counting_words() -> CountingWords:
    """Return the lists, read once."""
    return CountingWords(**{field.name: frozenset(words_of("counting", field.name)) for field in fields(CountingWords)})
