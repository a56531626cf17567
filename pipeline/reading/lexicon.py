"""The word lists that reading needs, loaded once."""

from importlib import resources
from typing import Any

import yaml

from pipeline.errors import CodebookError


def load_words(file_name: str) -> dict[str, Any]:
    """Return the mapping in a file of `schemas/lexicon`, its scalars all text; the caller gives its values their types.

    Raises CodebookError where the file is missing or holds no mapping.
    """
    try:
        source = resources.files("schemas").joinpath("lexicon", file_name).read_text(encoding="utf-8")
        # The base loader leaves every word a word; the others read `on` and `no` as truth values.
        content = yaml.load(source, Loader=getattr(yaml, "CBaseLoader", yaml.BaseLoader))  # noqa: S506 it makes only text
    except (OSError, yaml.YAMLError) as error:
        raise CodebookError(f"schemas/lexicon/{file_name} cannot be read; restore it from the repository.") from error
    if not isinstance(content, dict):
        raise CodebookError(
            f"schemas/lexicon/{file_name} must hold keys with lists of words; restore it from the repository."
        )
    return content
