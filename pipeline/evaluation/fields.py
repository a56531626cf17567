"""Typed access to one JSON object of a cases file, so that a mistake in it is a sentence and not a traceback."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from pipeline.errors import TallybookError

Wanted = TypeVar("Wanted")


class CaseError(TallybookError):
    """An annotated case cannot be read as it stands."""


@dataclass(frozen=True, slots=True)
class Fields:
    """A JSON object and the place it stands at, as a reader would name it."""

    place: str
    values: Mapping[str, object]

    def text(self, key: str) -> str:
        """Return the string at a key; raises CaseError where there is none."""
        return self._required(key, self.optional_text(key))

    def whole(self, key: str) -> int:
        """Return the integer at a key; raises CaseError where there is none."""
        return self._required(key, self.optional_whole(key))

    def optional_text(self, key: str) -> str | None:
        """Return the string at a key, or None; raises CaseError for any other kind of value."""
        return self._of_type(key, str)

    def optional_whole(self, key: str) -> int | None:
        """Return the integer at a key, or None; raises CaseError for any other kind of value."""
        return self._of_type(key, int)

    def number(self, key: str) -> float | None:
        """Return the number at a key, or None; raises CaseError for any other kind of value."""
        value = self.values.get(key)
        if value is None or (isinstance(value, int | float) and not isinstance(value, bool)):
            return value
        raise self.mistake(key, "a number")

    def flag(self, key: str) -> bool | None:
        """Return the truth value at a key, or None; raises CaseError for any other kind of value."""
        return self._of_type(key, bool)

    def day(self, key: str) -> date | None:
        """Return the date at a key, or None; raises CaseError where it is not written as YYYY-MM-DD."""
        return self._as_day(key, self.values.get(key))

    def days(self, key: str) -> tuple[date | None, date | None]:
        """Return the two ends of a period, both None where the key is absent; raises CaseError for anything else."""
        match self.values.get(key):
            case None:
                return None, None
            case [start, end]:
                return self._as_day(key, start), self._as_day(key, end)
            case _:
                raise self.mistake(key, "a pair of dates")

    def texts(self, key: str) -> tuple[str, ...]:
        """Return the strings at a key, empty where it is absent; raises CaseError for anything else."""
        value = self.values.get(key, [])
        items: list[object] = value if isinstance(value, list) else [None]
        found = tuple(item for item in items if isinstance(item, str))
        if len(found) != len(items):
            raise self.mistake(key, "a list of strings")
        return found

    def inner(self, key: str) -> "Fields | None":
        """Return the object at a key, or None; raises CaseError for any other kind of value."""
        value = self._of_type(key, dict)
        return None if value is None else Fields(f"{self.place}, {key}", value)

    def inners(self, key: str) -> tuple["Fields", ...]:
        """Return the objects at a key; raises CaseError where it is not a list of objects."""
        value = self.values.get(key)
        if not isinstance(value, list) or not all(isinstance(item, dict) for item in value):
            raise self.mistake(key, "a list of objects")
        return tuple(Fields(f"{self.place}, {key}[{index}]", item) for index, item in enumerate(value))

    def mistake(self, key: str, wanted: str) -> CaseError:
        """Return the error to raise for a value that is not what was wanted."""
        return CaseError(f"{self.place}: {key} is {self.values.get(key)!r}; write {wanted}.")

    def _required(self, key: str, value: Wanted | None) -> Wanted:
        if value is None:
            message = f"{self.place}: {key} is missing; add it."
            raise CaseError(message)
        return value

    def _of_type(self, key: str, wanted: type[Wanted]) -> Wanted | None:
        value = self.values.get(key)
        # A truth value is an integer to Python, never to a reader.
        if value is None or (isinstance(value, wanted) and (wanted is bool or not isinstance(value, bool))):
            return value
        raise self.mistake(key, f"a {wanted.__name__}")

    def _as_day(self, key: str, value: object) -> date | None:
        if value is None:
            return None
        if isinstance(value, date):
            return value
        try:
            return date.fromisoformat(str(value))
        except ValueError:
            raise self.mistake(key, "dates as YYYY-MM-DD") from None
