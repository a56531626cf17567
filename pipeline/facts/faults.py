"""Why a number does not answer to an indicator that a word of its sentence calls up."""

from enum import StrEnum


class Fault(StrEnum):
    """What is lacking, in words for a reader; what is asked later in the matching stands later."""

    KIND = "the indicator asks for the word as a verb where it is a noun, or as a noun where it is a verb"
    PART = "the number has another part in what the word says"
    PREPOSITION = "another preposition leads to the number"
    OBJECT = "the verb has another object than the indicator asks for"
    SUBJECT = "the verb has another subject than the indicator asks for"
    HEAD = "the number counts another noun than the indicator asks for"
    UNDONE = "it is denied, or only said to be possible"
    PASSAGE = "no word of the passage speaks of what the indicator is about"
    COMPLETION = "a phrase that the indicator asks for is not near, or one that it rules out is"
    MODALITY = "one is a rule and the other an event"
    UNIT = "the number is of another unit, or counts another noun"
    COUNTED = "the indicator never counts that noun"
    HEDGE = "the words before the number make it a limit"
    MODIFIER = "the noun is narrowed to a part"
    CONTEXT = "what the indicator is about is not spoken of here"
    EXCLUDED = "another word of the sentence makes the number something else"
    STATE = "the verb over the noun tells more than a state"
    LATER = "a nearer or more particular word decided"
