"""The file of parameters, `params.yaml`: its sections, and what each step asks of it."""

from pathlib import Path

import yaml

from pipeline.errors import DatasetError


def read_sections(path: Path) -> dict[str, object]:
    """Return what the file holds, by section.

    Raises:
        DatasetError: the file is missing, or holds no sections.

    """
    try:
        content = yaml.safe_load(path.read_text(encoding="utf-8"))
    except (OSError, ValueError, yaml.YAMLError) as error:
        raise DatasetError(f"{path}: it cannot be read; restore it from git") from error
    return content if isinstance(content, dict) else {}


def section(path: Path, sections: dict[str, object], name: str) -> dict[str, object]:
    """Return the parameters of a section.

    Raises:
        DatasetError: the section is missing.

    """
    found = sections.get(name)
    if not isinstance(found, dict):
        raise DatasetError(f"{path}: the section {name} is missing; restore it from git")
    return found


def keeps_going(path: Path) -> bool:
    """Return whether a build leaves out sources that cannot be read.

    Raises:
        DatasetError: the parameter is missing, or neither true nor false.

    """
    value = section(path, read_sections(path), "sources").get("keep_going")
    if not isinstance(value, bool):
        raise DatasetError(f"{path}: sources.keep_going is {value!r}; give true or false")
    return value
