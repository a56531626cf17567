"""The record of what governs a number: a predicate, and how the number stands to it."""

from enum import StrEnum

from pipeline.record import record


class Part(StrEnum):
    """The part that a number has in what a predicate says."""

    AFFECTED = "affected"
    """Object of an active verb, subject of a passive one, noun before a participle."""
    ACTOR = "actor"
    EITHER = "either"
    """Noun before a form that may be past tense or participle."""
    OBLIQUE = "oblique"
    """After a preposition that the verb governs."""
    NOUN = "noun"
    """Complement of a noun (`the arrest of 28 suspects`)."""


PARTS_OF_ROLE = {
    "affected": frozenset({Part.AFFECTED, Part.EITHER}),
    "undergone": frozenset({Part.AFFECTED}),
    "actor": frozenset({Part.ACTOR, Part.EITHER}),
    "oblique": frozenset({Part.OBLIQUE}),
    "direct": frozenset({Part.AFFECTED, Part.EITHER, Part.ACTOR}),
    "any": frozenset({Part.AFFECTED, Part.EITHER, Part.ACTOR, Part.OBLIQUE}),
}
"""The parts that a number may have where an event of the codebook gives it a role."""


PROPER_NAME = "proper name"
"""The lemma of any name, for events of the codebook that ask for no noun of their own (`UNIR, with 62 seats`)."""

ANY_PERSON = "any person"
"""Stands in an event of the codebook, as object or subject, for every noun that names persons."""


@record
class Relation:
    """A predicate and how a number stands to it."""

    part: Part
    lemma: str
    chunk: int
    """Index of the predicate's chunk."""
    preposition: str = "none"
    """The preposition between them; for a measure, how the two stand to each other (`after`, `equated`, `far`)."""
    obj: str | None = None
    """Head of the verb's direct object, where the number stands after a preposition."""
    postmodifier: bool = False
    """Whether the predicate stands in a relative clause or participle after the number."""
