"""The forms of a citation; apart, since a command line names them before it loads anything."""

from enum import StrEnum


class CitationForm(StrEnum):
    """What a citation is written for."""

    TEXT = "text"
    BIBTEX = "bibtex"
    RIS = "ris"
    CSL_JSON = "csl-json"
