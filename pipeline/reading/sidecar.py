"""The description beside a source: read, and checked so that a mistake in it is found here and not in a table."""

import re
import unicodedata
from collections.abc import Sequence
from pathlib import Path
from urllib.parse import urlsplit

import yaml

from pipeline.errors import SidecarError
from pipeline.reading.countries import country_problem
from pipeline.reading.document import PartDescription, Sidecar
from pipeline.reading.sidecar_fields import Fields, shown

REQUIRED = ("title", "publisher", "country", "year", "url", "licence")
OPTIONAL = ("author", "published", "retrieved", "notes", "is_excerpt", "sha256", "parts")
PART_KEYS = ("begins", "country", "year", "title")
"""Of each part of a source that holds several reports; only the first is required."""
KEYS = REQUIRED + OPTIONAL
"""In the order in which a description is written."""

EARLIEST_YEAR = 1800
LATEST_YEAR = 2200
LARGEST_SIDECAR = 64 * 1024


def read_sidecar(path: Path, *, require_sha256: bool = False) -> Sidecar:
    """Return what the description in that file says.

    Raises SidecarError, one sentence with the file, the key and the remedy, where the file is missing or is not YAML in
    UTF-8, and where a key is unknown, missing, told twice, of the wrong type, or impossible. `require_sha256` makes
    `sha256` a required key.
    """
    fields = Fields(path, _mapping(path), KEYS, frozenset({"parts"}))
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
        parts=_parts(path, fields.mappings("parts")),
    )
    check_sidecar(sidecar, str(path))
    return sidecar


def _parts(path: Path, mappings: Sequence[yaml.MappingNode] | None) -> tuple[PartDescription, ...] | None:
    if mappings is None:
        return None
    parts = []
    for mapping in mappings:
        fields = Fields(path, mapping, PART_KEYS)
        fields.check_keys(PART_KEYS[:1])
        parts.append(
            PartDescription(
                begins=fields.text("begins"),
                country=fields.optional_text("country"),
                year=fields.optional_whole_number("year"),
                title=fields.optional_text("title"),
            )
        )
    return tuple(parts)


def check_sidecar(sidecar: Sidecar, name: str) -> None:
    """Raise SidecarError where a field is impossible; `name` says in the sentence where the description stands."""
    problem = _problem(sidecar)
    if problem:
        raise SidecarError(f"{name}: {problem}.")


def sidecar_text(sidecar: Sidecar) -> str:
    """Return the description as YAML, its keys in a fixed order and what is absent left out."""
    values = {key: getattr(sidecar, key) for key in KEYS}
    present = {key: value for key, value in values.items() if value is not None and (key != "is_excerpt" or value)}
    if sidecar.parts is not None:
        present["parts"] = [
            {key: getattr(part, key) for key in PART_KEYS if getattr(part, key) is not None} for part in sidecar.parts
        ]
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
    return country_problem(sidecar.country) or _url_problem(sidecar.url) or _part_problem(sidecar.parts or ())


def _part_problem(parts: Sequence[PartDescription]) -> str | None:
    if len(parts) == 1:
        return "`parts` names one part; name each report that the source holds, or write `parts: []` where it is one"
    for part in parts:
        if part.year is not None and not EARLIEST_YEAR <= part.year <= LATEST_YEAR:
            return f"`parts` has the year {part.year}, which no report covers; write the year that the part is about"
        problem = None if part.country is None else country_problem(part.country)
        if problem:
            return f"`parts`: {problem}"
    return None


def _url_problem(url: str) -> str | None:
    remedy = "write the address of the report, beginning with https://"
    try:
        parts = urlsplit(url)
    except ValueError:
        return f"`url` is {shown(url)}, which is no address; {remedy}"
    if parts.scheme not in {"http", "https"} or not parts.hostname or re.search(r"[\s<>\"{}|\\^`\x00-\x1f\x7f]", url):
        return f"`url` is {shown(url)}, which is no web address; {remedy}"
    return None


def _mapping(path: Path) -> yaml.MappingNode:
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


def _is_printable(value: str, *, lines: bool) -> bool:
    """Return whether the value can be written and shown: nothing in it is a control, or the half of a character."""
    allowed = "\n\t" if lines else ""
    return not any(unicodedata.category(c) in {"Cc", "Cs", "Zl", "Zp"} and c not in allowed for c in value)
