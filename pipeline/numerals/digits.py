"""What digits are worth: separators of thousands and decimals, strokes, vulgar fractions, decades."""

import re
from unicodedata import numeric

_GROUPS = re.compile(r"\d{1,3}(?:,\d{2,3})+(?:\.\d+)?$")
_DOTTED_GROUPS = re.compile(r"\d{1,3}(?:\.\d{3}){2,}(?:,\d+)?$|\d{1,3}\.\d{3},\d{1,2}$|[1-9]\d{0,2}\.000$")
_SPACES = re.compile(r"[\s'’]")
_ORDINAL = re.compile(r"\d+(?:st|nd|rd|th)$")
_CALENDAR = re.compile(r"\d{4}-\d{2}-\d{2}$|\d{1,2}\.\d{1,2}\.\d{4}$|\d{1,2}/\d{1,2}/(?:\d{2}|\d{4})$")
_YEARS = re.compile(r"(?:1[5-9]|20)\d\d/(?:\d\d|(?:1[5-9]|20)\d\d)$")
# Of three parts or more: no thousands, which `2.500.000` groups by three.
_SECTION = re.compile(r"\d+(?:\.\d+){2,}$")
_STROKE = re.compile(r"(\d{1,2})/(\d{1,2})$")
_DENOMINATORS = frozenset({2, 3, 4, 5, 6, 8, 10})


def number_of(text: str) -> float:
    """Return what digits with separators are worth: `1,204` is 1204, `70.96` is 70.96, `2.500.000` is 2500000."""
    if text.isdecimal():
        return float(text)
    bare = _SPACES.sub("", text)
    if _GROUPS.match(bare):
        return float(bare.replace(",", ""))
    if _DOTTED_GROUPS.match(bare):
        return float(bare.replace(".", "").replace(",", "."))
    # A comma that groups nothing (`3,5`) is the decimal comma of other languages.
    whole = bare.replace(",", ".")
    if whole.count(".") > 1:
        whole = whole.replace(".", "")
    return float(whole)


def is_ordinal(word: str) -> bool:
    """Tell whether digits end as an ordinal does: `21st`."""
    return _ORDINAL.match(word) is not None


def is_calendar_date(word: str) -> bool:
    """Tell whether digits are a whole date: `2019-12-31`, `31.12.2019`, `31/12/2019`."""
    return _CALENDAR.match(word) is not None


def is_span_of_years(word: str) -> bool:
    """Tell whether a stroke joins two years: `2019/20`."""
    return _YEARS.match(word) is not None


def is_section(word: str) -> bool:
    """Tell whether digits are the number of a section or paragraph: `7.3.12`."""
    return _SECTION.match(word) is not None and _DOTTED_GROUPS.match(word) is None


def stroke_fraction(word: str) -> float | None:
    """Return what `3/4` is worth as a fraction; null where it is too large to be one."""
    match = _STROKE.match(word)
    if match is None:
        return None
    over, under = int(match[1]), int(match[2])
    return over / under if 0 < over < under and under in _DENOMINATORS else None


def vulgar_fraction(word: str) -> float | None:
    """Return what `½` is worth; null for anything else."""
    return numeric(word) if len(word) == 1 and ("¼" <= word <= "¾" or "⅐" <= word <= "⅞") else None
