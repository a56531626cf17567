"""The corrections of `data/curation`: YAML, each checked so that a mistake in one is a sentence with its line."""

import difflib
from collections.abc import Collection, Mapping, Sequence
from datetime import date
from pathlib import Path

import yaml

from pipeline.curation.correction import Action, Correction, Field, FieldValue
from pipeline.errors import CurationError
from pipeline.reading.source import LEFT_BY_OTHER_PROGRAMS
from schemas.files.corrections import ACTIONS, FIELDS, LIST_FIELD, OPTIONAL_KEYS, REQUIRED_KEYS
from schemas.tables.column import Column, ColumnType

SUFFIX = ".yaml"
_EXPLAINS_THE_FOLDER = "README.md"
_FIELDS = {column.name: column for column in FIELDS}
_LONGEST_SHOWN = 60
_TYPE_WORDS = {
    ColumnType.NUMBER: "a number",
    ColumnType.DATE: "a day such as 2020-08-31",
    ColumnType.BOOLEAN: "true or false",
}


def correction_files(folder: Path) -> list[Path]:
    """Return the files of corrections in a folder, in the order of their names; none where there is no folder.

    Raises:
        CurationError: a file there is none of corrections.

    """
    found = []
    for path in sorted(folder.iterdir()) if folder.is_dir() else ():
        if path.name in LEFT_BY_OTHER_PROGRAMS or path.name == _EXPLAINS_THE_FOLDER:
            continue
        if path.suffix != SUFFIX or not path.is_file():
            raise CurationError(f"{path}: no step of the build reads this; make it a {SUFFIX} file, or move it away")
        found.append(path)
    return found


def read_corrections(folder: Path) -> tuple[Correction, ...]:
    """Return the corrections of a folder, in the order of files and lines.

    Raises:
        CurationError: a file is not YAML, a correction is not whole or says something impossible, or two are of the
            same number.

    """
    corrections: dict[str, Correction] = {}
    for path in correction_files(folder):
        for correction in _corrections_in(path):
            first = corrections.setdefault(correction.numeral_id, correction)
            if first is not correction:
                raise CurationError(f"{correction.place}: {first.place} decides on the same number; keep one of them")
    return tuple(corrections.values())


def corrections_by_document(folder: Path, documents: Collection[str]) -> Mapping[str, tuple[Correction, ...]]:
    """Return the corrections of a folder by the document that they are of.

    Raises:
        CurationError: a file cannot be read, or a correction is of a document that is not among those given.

    """
    by_document: dict[str, tuple[Correction, ...]] = {}
    for correction in read_corrections(folder):
        if correction.document_id not in documents:
            raise CurationError(
                f"{correction.place}: there is no document {correction.document_id!r}; correct the name, or remove the "
                "correction with its document"
            )
        by_document[correction.document_id] = (*by_document.get(correction.document_id, ()), correction)
    return by_document


def _corrections_in(path: Path) -> list[Correction]:
    try:
        text = path.read_text(encoding="utf-8")
        root = yaml.compose(text, Loader=yaml.SafeLoader)
        content = yaml.safe_load(text)
    except (OSError, UnicodeDecodeError, yaml.YAMLError, RecursionError, ValueError) as error:
        told = " ".join(str(error).split())[:200]
        raise CurationError(f"{path}: it is no YAML in UTF-8 ({told}); correct it") from error
    listed = content.get("corrections") if isinstance(content, dict) else None
    if not isinstance(root, yaml.MappingNode) or not isinstance(listed, list) or set(content) != {"corrections"}:
        raise CurationError(f"{path}: it has no list under the one key `corrections`; write one, or remove the file")
    ((_, items),) = root.value
    lines = [item.start_mark.line + 1 for item in items.value]
    return [_correction(f"{path}, line {line}", fields) for line, fields in zip(lines, listed, strict=True)]


def _correction(place: str, given: object) -> Correction:
    if not isinstance(given, dict):
        raise CurationError(f"{place}: this is no correction; write the keys {', '.join(REQUIRED_KEYS)}")
    _check_keys(place, given)
    action = Action(given["action"])
    expect = _fields(place, "expect", given["expect"])
    changes = _fields(place, "set", given.get("set", {}))
    _check_sides(place, action, expect, changes)
    return Correction(
        place=place,
        document_id=_text(place, given, "document"),
        numeral_id=_text(place, given, "numeral"),
        action=action,
        expect=expect,
        changes=changes,
        reason=_text(place, given, "reason"),
        reviewer=_text(place, given, "reviewer"),
        date=_day(place, given["date"]),
    )


def _check_keys(place: str, given: Mapping[object, object]) -> None:
    for key in given:
        if key not in (*REQUIRED_KEYS, *OPTIONAL_KEYS):
            near = difflib.get_close_matches(str(key), (*REQUIRED_KEYS, *OPTIONAL_KEYS), n=1)
            remedy = f"write `{near[0]}`" if near else "remove it"
            raise CurationError(f"{place}: the key {key!r} is unknown; {remedy}")
    missing = [key for key in REQUIRED_KEYS if key not in given]
    if missing:
        raise CurationError(f"{place}: `{missing[0]}` is missing; write it")
    if given["action"] not in ACTIONS:
        raise CurationError(f"{place}: `action` is {given['action']!r}; it must be one of {', '.join(ACTIONS)}")


def _check_sides(place: str, action: Action, expect: Sequence[Field], changes: Sequence[Field]) -> None:
    expected = {field.name for field in expect}
    if action is Action.ADD:
        if "indicator" in expected:
            raise CurationError(f"{place}: a fact is added where the program has none; expect no `indicator`")
        lacking = {"indicator", "modality"} - {field.name for field in changes}
        if lacking:
            raise CurationError(f"{place}: an added fact needs `{min(lacking)}` under `set`; write it")
        return
    if "indicator" not in expected:
        raise CurationError(f"{place}: `expect` must say at least the `indicator` that the program gave; write it")
    if (action is Action.CORRECT) != bool(changes):
        told = "says what to `set`" if action is Action.CORRECT else "sets nothing"
        raise CurationError(f"{place}: the action `{action}` {told}; correct the one or the other")


def _fields(place: str, key: str, given: object) -> tuple[Field, ...]:
    if not isinstance(given, dict):
        raise CurationError(f"{place}: `{key}` must be fields of a fact and what they say, such as `value: 53`")
    return tuple(Field(name, _value(f"{place}: `{key}`", str(name), value)) for name, value in given.items())


def _value(place: str, name: str, value: object) -> FieldValue:
    column = _FIELDS.get(name)
    if column is None:
        near = difflib.get_close_matches(name, list(_FIELDS), n=1)
        remedy = f"write `{near[0]}`" if near else f"the fields are {', '.join(_FIELDS)}"
        raise CurationError(f"{place} names {name!r}, which is no field of a fact; {remedy}")
    if name == LIST_FIELD:
        if isinstance(value, list) and all(isinstance(item, str) for item in value):
            return tuple(value)
        raise CurationError(f"{place} gives `{name}` as {_shown(value)}; it must be a list of indicators")
    if value is None:
        if column.nullable or column.name == "approximation":
            return None
        raise CurationError(f"{place} gives `{name}` no value, and it may not be empty; write it")
    if not _is_of(column, value):
        wanted = f"one of {', '.join(column.choices)}" if column.choices else _TYPE_WORDS.get(column.type, "text")
        raise CurationError(f"{place} gives `{name}` as {_shown(value)}; it must be {wanted}")
    return float(value) if isinstance(value, int) and not isinstance(value, bool) else value  # type: ignore[return-value] # checked above


def _is_of(column: Column, value: object) -> bool:
    match column.type:
        case ColumnType.NUMBER:
            return isinstance(value, int | float) and not isinstance(value, bool)
        case ColumnType.DATE:
            return type(value) is date
        case ColumnType.BOOLEAN:
            return isinstance(value, bool)
        case _:
            return isinstance(value, str) and bool(value.strip()) and (not column.choices or value in column.choices)


def _text(place: str, given: Mapping[object, object], key: str) -> str:
    value = given[key]
    if not isinstance(value, str) or not value.strip():
        raise CurationError(f"{place}: `{key}` is {_shown(value)}; it must be text")
    return " ".join(value.split())


def _day(place: str, value: object) -> date:
    if type(value) is not date:
        raise CurationError(f"{place}: `date` is {_shown(value)}; it must be a day such as 2026-03-31")
    return value


def _shown(value: object) -> str:
    shown = repr(value)
    return shown if len(shown) <= _LONGEST_SHOWN else f"{shown[:_LONGEST_SHOWN]}…"
