"""What a reviewer decided of one number, and how its row says so."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

FieldValue = str | float | bool | date | tuple[str, ...] | None


class Action(StrEnum):
    """What is done with the fact of a number."""

    CONFIRM = "confirm"
    CORRECT = "correct"
    REJECT = "reject"
    ADD = "add"


class ReviewStatus(StrEnum):
    """What a row says of its review."""

    UNREVIEWED = "unreviewed"
    CONFIRMED = "confirmed"
    CORRECTED = "corrected"
    ADDED = "added"
    REJECTED = "rejected"


STATUS_OF_ACTION = {
    Action.CONFIRM: ReviewStatus.CONFIRMED,
    Action.CORRECT: ReviewStatus.CORRECTED,
    Action.REJECT: ReviewStatus.REJECTED,
    Action.ADD: ReviewStatus.ADDED,
}


@dataclass(frozen=True, slots=True)
class Field:
    """A field of a fact and what it says."""

    name: str
    value: FieldValue


@dataclass(frozen=True, slots=True)
class Correction:
    """One decision of a reviewer."""

    place: str
    """The file and the line, for a sentence."""
    document_id: str
    numeral_id: str
    action: Action
    expect: tuple[Field, ...]
    """What the program said of the number when the decision was made."""
    changes: tuple[Field, ...]
    """What a fact that is corrected or added says instead."""
    reason: str
    reviewer: str
    date: date


@dataclass(frozen=True, slots=True)
class Review:
    """What the rows of a number say of its review."""

    numeral_id: str
    status: ReviewStatus
    note: str
