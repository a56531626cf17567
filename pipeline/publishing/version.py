"""The version of the package, which every output carries."""

import tomllib
from importlib.metadata import version
from pathlib import Path

_PROJECT_FILE = Path(__file__).parents[2] / "pyproject.toml"
_NAME = "tallybook"


def package_version() -> str:
    """Return the version of tallybook: of the checkout that runs, else of the installed package.

    The checkout comes first, since an editable installation keeps the version of the day it was installed.

    Raises:
        PackageNotFoundError: neither is there.

    """
    if _PROJECT_FILE.is_file():
        project = tomllib.loads(_PROJECT_FILE.read_text(encoding="utf-8")).get("project", {})
        if project.get("name") == _NAME and isinstance(project.get("version"), str):
            return str(project["version"])
    return version(_NAME)
