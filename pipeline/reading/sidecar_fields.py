"""The keys of a description beside a source, read as what they must be, with the line in every complaint."""

import difflib
import re
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import NoReturn

import yaml

from pipeline.errors import SidecarError

LONGEST_SHOWN = 60

_TAG = "tag:yaml.org,2002:"
_TRUE = frozenset({"true", "yes", "on"})
_EXAMPLES = {
    "text": "text",
    "int": "a whole number such as 2020",
    "date": "a date such as 2021-03-30",
    "bool": "true or false",
}


class Fields:
    """The keys of one mapping of a description, each read as the type it must have."""

    def __init__(
        self, path: Path, root: yaml.MappingNode, keys: Sequence[str], lists: frozenset[str] = frozenset()
    ) -> None:
        """Take a mapping that may have the given keys, those of `lists` with a list of mappings."""
        self._path = path
        self._keys = keys
        self._nodes: dict[str, yaml.ScalarNode] = {}
        self._lists: dict[str, list[yaml.MappingNode]] = {}
        for key, value in root.value:
            name = key.value if isinstance(key, yaml.ScalarNode) else "a list or a mapping"
            line = key.start_mark.line + 1
            if name not in keys:
                self._fail(line, f"unknown key {shown(name)}; {self._nearest(name)}")
            if name in self._nodes or name in self._lists:
                self._fail(line, f"`{name}` stands twice; keep one")
            if name in lists:
                self._lists[name] = self._mappings(name, value, line)
                continue
            if not isinstance(value, yaml.ScalarNode):
                self._fail(line, f"`{name}` must be a single value, not a list or a mapping; write it on one line")
            self._nodes[name] = value

    def _mappings(self, name: str, value: yaml.Node, line: int) -> list[yaml.MappingNode]:
        items = value.value if isinstance(value, yaml.SequenceNode) else [value]
        if any(not isinstance(item, yaml.MappingNode) for item in items):
            self._fail(line, f"`{name}` must be a list; write `- begins: …` for each part")
        return list(items)

    def mappings(self, name: str) -> list[yaml.MappingNode] | None:
        """Return the mappings in the list under a key, null where the key is absent."""
        return self._lists.get(name)

    def _nearest(self, name: str) -> str:
        near = difflib.get_close_matches(name.lower(), self._keys, n=1)
        return f"did you mean `{near[0]}`?" if near else f"the keys are {', '.join(self._keys)}"

    def _fail(self, line: int, problem: str) -> NoReturn:
        end = "" if problem.endswith("?") else "."
        raise SidecarError(f"{self._path}, line {line}: {problem}{end}")

    def check_keys(self, required: tuple[str, ...]) -> None:
        """Raise SidecarError where one of the keys is missing."""
        missing = next((key for key in required if key not in self._nodes), None)
        if missing:
            remedy = (
                "write the hash of the source, as `sha256sum` prints it"
                if missing == "sha256"
                else f"add a line `{missing}: …`"
            )
            raise SidecarError(f"{self._path} lacks the key `{missing}`; {remedy}.")

    def _value(self, key: str, wanted: str, tags: tuple[str, ...]) -> str:
        node = self._nodes[key]
        value = str(node.value)
        if node.tag.removeprefix(_TAG) not in tags:
            quotes = "; put it in quotes" if tags == ("str",) and value else ""
            found = shown(value) if value else "empty"
            self._fail(node.start_mark.line + 1, f"`{key}` is {found}; it must be {_EXAMPLES[wanted]}{quotes}")
        return value

    def text(self, key: str) -> str:
        """Return the text of a key; raises SidecarError where it is none, or empty."""
        value = self._value(key, "text", ("str",))
        if not value.strip():
            self._fail(self._nodes[key].start_mark.line + 1, f"`{key}` is empty; write it out")
        return value.strip()

    def optional_text(self, key: str) -> str | None:
        """Return the text of a key, null where the key is absent."""
        return self.text(key) if key in self._nodes else None

    def whole_number(self, key: str) -> int:
        """Return the number of a key; raises SidecarError where it is none."""
        value = self._value(key, "int", ("int",))
        if not re.fullmatch(r"[0-9]{1,6}", value):
            self._fail(
                self._nodes[key].start_mark.line + 1, f"`{key}` is {shown(value)}; it must be {_EXAMPLES['int']}"
            )
        return int(value)

    def optional_whole_number(self, key: str) -> int | None:
        """Return the number of a key, null where the key is absent."""
        return self.whole_number(key) if key in self._nodes else None

    def optional_date(self, key: str) -> date | None:
        """Return the day of a key, null where the key is absent; raises SidecarError where it is none."""
        if key not in self._nodes:
            return None
        value = self._value(key, "date", ("timestamp", "str", "int"))
        day = _day(value)
        if day is None:
            line = self._nodes[key].start_mark.line + 1
            self._fail(line, f"`{key}` is {shown(value)}; it must be {_EXAMPLES['date']}, a day that exists")
        return day

    def flag(self, key: str) -> bool:
        """Return the truth value of a key, false where the key is absent; raises SidecarError where it is none."""
        return key in self._nodes and self._value(key, "bool", ("bool",)).lower() in _TRUE


def shown(value: str) -> str:
    """Return the value as it can stand in one line, cut where it is long."""
    return repr(value if len(value) <= LONGEST_SHOWN else value[:LONGEST_SHOWN] + "…")


def _day(value: str) -> date | None:
    if not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", value):
        return None
    try:
        return date.fromisoformat(value)
    except ValueError:
        return None
