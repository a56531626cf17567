"""The description beside a source: read, and checked so that a mistake in it is found here and not in a table."""

import difflib
import re
import unicodedata
from datetime import date
from pathlib import Path
from typing import NoReturn
from urllib.parse import urlsplit

import yaml

from pipeline.errors import SidecarError
from pipeline.reading.countries import country_problem
from pipeline.reading.document import Sidecar

REQUIRED = ("title", "publisher", "country", "year", "url", "licence")
OPTIONAL = ("author", "published", "retrieved", "notes", "is_excerpt", "sha256")
KEYS = REQUIRED + OPTIONAL
"""In the order in which a description is written."""

EARLIEST_YEAR = 1800
LATEST_YEAR = 2200
LARGEST_SIDECAR = 64 * 1024
LONGEST_SHOWN = 60

_TAG = "tag:yaml.org,2002:"
_TRUE = frozenset({"true", "yes", "on"})
_EXAMPLES = {
    "text": "text",
    "int": "a whole number such as 2020",
    "date": "a date such as 2021-03-30",
    "bool": "true or false",
}


def read_sidecar(path: Path, *, require_sha256: bool = False) -> Sidecar:
    """Return what the description in that file says.

    Raises SidecarError, one sentence with the file, the key and the remedy, where the file is missing or is not YAML in
    UTF-8, and where a key is unknown, missing, told twice, of the wrong type, or impossible. `require_sha256` makes
    `sha256` a required key.
    """
    fields = _Fields(path, _scalars(path))
    fields.check_keys((*REQUIRED, "sha256") if require_sha256 else REQUIRED)
    sidecar = Sidecar(
        title=fields.text("title"),
        publisher=fields.text("publisher"),
        country=fields.text("country"),
        year=fields.whole_number("year"),
        url=fields.text("url"),
        licence=fields.text("licence"),
        author=fields.optional_text("author"),
        published=fields.optional_date("published"),
        retrieved=fields.optional_date("retrieved"),
        notes=fields.optional_text("notes"),
        is_excerpt=fields.flag("is_excerpt"),
        sha256=fields.optional_text("sha256"),
    )
    check_sidecar(sidecar, str(path))
    return sidecar


def check_sidecar(sidecar: Sidecar, name: str) -> None:
    """Raise SidecarError where a field is impossible; `name` says in the sentence where the description stands."""
    problem = _problem(sidecar)
    if problem:
        raise SidecarError(f"{name}: {problem}.")


def sidecar_text(sidecar: Sidecar) -> str:
    """Return the description as YAML, its keys in a fixed order and what is absent left out."""
    values = {key: getattr(sidecar, key) for key in KEYS}
    present = {key: value for key, value in values.items() if value is not None and (key != "is_excerpt" or value)}
    return yaml.safe_dump(present, sort_keys=False, allow_unicode=True, width=120)


def write_sidecar(path: Path, sidecar: Sidecar) -> None:
    """Write the description to that file, in UTF-8."""
    path.write_bytes(sidecar_text(sidecar).encode("utf-8"))


def _problem(sidecar: Sidecar) -> str | None:
    blank = next((key for key in ("title", "publisher", "licence") if not getattr(sidecar, key).strip()), None)
    if blank:
        return f"`{blank}` is empty; write it out"
    for key in ("title", "publisher", "licence", "author", "notes"):
        if not _is_printable(getattr(sidecar, key) or "", lines=key == "notes"):
            return f"`{key}` has a line break or a control character in it; write it without"
    if not EARLIEST_YEAR <= sidecar.year <= LATEST_YEAR:
        return f"`year` is {sidecar.year}, which no report covers; write the year that the report is about"
    if sidecar.published and sidecar.published.year < sidecar.year:
        return (
            f"`published` ({sidecar.published}) is before the year that the report covers (`year`: {sidecar.year}); "
            "correct one of them"
        )
    if sidecar.sha256 is not None and not re.fullmatch(r"[0-9a-f]{64}", sidecar.sha256):
        return "`sha256` is not 64 hexadecimal digits in lower case; copy it from `sha256sum` of the source"
    return country_problem(sidecar.country) or _url_problem(sidecar.url)


def _url_problem(url: str) -> str | None:
    remedy = "write the address of the report, beginning with https://"
    try:
        parts = urlsplit(url)
    except ValueError:
        return f"`url` is {_shown(url)}, which is no address; {remedy}"
    if parts.scheme not in {"http", "https"} or not parts.hostname or re.search(r"[\s<>\"{}|\\^`\x00-\x1f\x7f]", url):
        return f"`url` is {_shown(url)}, which is no web address; {remedy}"
    return None


def _scalars(path: Path) -> yaml.MappingNode:
    """Return the mapping at the root of the file, unconstructed: its nodes know their line and what was quoted."""
    try:
        data = path.read_bytes()
    except FileNotFoundError as error:
        raise SidecarError(
            f"{path} is missing; write it with the keys {', '.join(REQUIRED)}, or let `tallybook add` write it."
        ) from error
    except OSError as error:
        raise SidecarError(f"{path} cannot be read ({error.strerror}); check the file and its permissions.") from error
    if len(data) > LARGEST_SIDECAR:
        raise SidecarError(
            f"{path} is too large for a description (above {LARGEST_SIDECAR} bytes); move long notes elsewhere."
        )
    try:
        root = yaml.compose(data.decode("utf-8-sig"), Loader=yaml.SafeLoader)
    except UnicodeDecodeError as error:
        raise SidecarError(f"{path} is not UTF-8 (byte {error.start}); save it in UTF-8.") from error
    except (yaml.YAMLError, RecursionError, ValueError) as error:
        raise SidecarError(
            f"{path} is not YAML{_where(error)}; write one `key: value` a line, and quote a value with a colon in it."
        ) from error
    if not isinstance(root, yaml.MappingNode):
        raise SidecarError(
            f"{path} describes nothing; write one `key: value` a line, with the keys {', '.join(REQUIRED)}."
        )
    return root


def _where(error: Exception) -> str:
    mark = error.problem_mark if isinstance(error, yaml.MarkedYAMLError) else None
    return f" (line {mark.line + 1}, column {mark.column + 1})" if mark else ""


class _Fields:
    """The keys of one description, each read as the type it must have."""

    def __init__(self, path: Path, root: yaml.MappingNode) -> None:
        self._path = path
        self._nodes: dict[str, yaml.ScalarNode] = {}
        for key, value in root.value:
            name = key.value if isinstance(key, yaml.ScalarNode) else "a list or a mapping"
            line = key.start_mark.line + 1
            if name not in KEYS:
                self._fail(line, f"unknown key {_shown(name)}; {self._nearest(name)}")
            if name in self._nodes:
                self._fail(line, f"`{name}` stands twice; keep one")
            if not isinstance(value, yaml.ScalarNode):
                self._fail(line, f"`{name}` must be a single value, not a list or a mapping; write it on one line")
            self._nodes[name] = value

    @staticmethod
    def _nearest(name: str) -> str:
        near = difflib.get_close_matches(name.lower(), KEYS, n=1)
        return f"did you mean `{near[0]}`?" if near else f"the keys are {', '.join(KEYS)}"

    def _fail(self, line: int, problem: str) -> NoReturn:
        end = "" if problem.endswith("?") else "."
        raise SidecarError(f"{self._path}, line {line}: {problem}{end}")

    def check_keys(self, required: tuple[str, ...]) -> None:
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
            shown = _shown(value) if value else "empty"
            self._fail(node.start_mark.line + 1, f"`{key}` is {shown}; it must be {_EXAMPLES[wanted]}{quotes}")
        return value

    def text(self, key: str) -> str:
        value = self._value(key, "text", ("str",))
        if not value.strip():
            self._fail(self._nodes[key].start_mark.line + 1, f"`{key}` is empty; write it out")
        return value.strip()

    def optional_text(self, key: str) -> str | None:
        return self.text(key) if key in self._nodes else None

    def whole_number(self, key: str) -> int:
        value = self._value(key, "int", ("int",))
        if not re.fullmatch(r"[0-9]{1,6}", value):
            self._fail(
                self._nodes[key].start_mark.line + 1, f"`{key}` is {_shown(value)}; it must be {_EXAMPLES['int']}"
            )
        return int(value)

    def optional_date(self, key: str) -> date | None:
        if key not in self._nodes:
            return None
        value = self._value(key, "date", ("timestamp", "str", "int"))
        day = _day(value)
        if day is None:
            line = self._nodes[key].start_mark.line + 1
            self._fail(line, f"`{key}` is {_shown(value)}; it must be {_EXAMPLES['date']}, a day that exists")
        return day

    def flag(self, key: str) -> bool:
        return key in self._nodes and self._value(key, "bool", ("bool",)).lower() in _TRUE


def _shown(value: str) -> str:
    """Return the value as it can stand in one line, cut where it is long."""
    return repr(value if len(value) <= LONGEST_SHOWN else value[:LONGEST_SHOWN] + "…")


def _day(value: str) -> date | None:
    if not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", value):
        return None
    try:
        return date.fromisoformat(value)
    except ValueError:
        return None


def _is_printable(value: str, *, lines: bool) -> bool:
    """Return whether the value can be written and shown: nothing in it is a control, or the half of a character."""
    allowed = "\n\t" if lines else ""
    return not any(unicodedata.category(c) in {"Cc", "Cs", "Zl", "Zp"} and c not in allowed for c in value)
