"""Countries as the descriptions name them: ISO 3166-1 alpha-3."""

import re
import unicodedata
from functools import cache

from pipeline.reading.lexicon import load_words

_NAMES_WITHOUT_ISO = {"XKX": "Kosovo"}
WITHOUT_A_CODE_OF_ISO = frozenset(_NAMES_WITHOUT_ISO)
"""Reports cover it, and this code, which ISO leaves to users, is the one in common use."""

LONGEST_NAME = 80
_PARENTHESES = re.compile(r"\([^()]*\)")
_NO_WORD = re.compile(r"[^a-z]+")


def country_problem(code: str) -> str | None:
    """Return what is wrong with a country code and what to write instead, or null where it is one.

    States that no longer exist (`SUN`, `YUG`) are countries too: old reports cover them.
    """
    # Imported here because its data costs a sixth of a second that a text without sidecar need not pay.
    import pycountry  # noqa: PLC0415

    if code in WITHOUT_A_CODE_OF_ISO:
        return None
    if re.fullmatch(r"[A-Z]{3}", code) and (
        pycountry.countries.get(alpha_3=code) or pycountry.historic_countries.get(alpha_3=code)
    ):
        return None
    try:
        meant = pycountry.countries.lookup(code.strip()).alpha_3
    except LookupError:
        meant = "the ISO 3166-1 code of three capital letters, such as KAZ"
    return f"`country` is {code[:60]!r}, which is no country's code; write {meant}"


def country_named(text: str) -> str | None:
    """Return the alpha-3 code of the country whose name is the whole of a text, or null.

    Names are those of ISO 3166, of CLDR, and of `schemas/lexicon/countries.yaml`, whatever their capitals, accents and
    articles; what stands in parentheses may be left out (`China (includes Hong Kong)`).
    """
    if len(text) > LONGEST_NAME:
        return None
    known = _names()
    return known.get(_plain_name(text)) or known.get(_plain_name(_PARENTHESES.sub(" ", text)))


def country_name(code: str) -> str:
    """Return the English name of a country, as short as ISO 3166-1 has it; the code where it names none."""
    # Imported here for the same reason.
    import pycountry  # noqa: PLC0415

    found = pycountry.countries.get(alpha_3=code) or pycountry.historic_countries.get(alpha_3=code)
    if found is None:
        return _NAMES_WITHOUT_ISO.get(code, code)
    return str(getattr(found, "common_name", found.name))


@cache
def _names() -> dict[str, str]:
    import pycountry  # noqa: PLC0415
    from babel import Locale  # noqa: PLC0415

    territories = Locale("en").territories
    names: dict[str, str] = {}
    for country in pycountry.countries:
        of_country = [country.name, getattr(country, "common_name", None), getattr(country, "official_name", None)]
        of_country.append(territories.get(country.alpha_2))
        for name in filter(None, of_country):
            # `Korea, Republic of` is also `Republic of Korea`; `Myanmar (Burma)` is also either of the two.
            turned = " ".join(reversed(name.split(", ", 1)))
            for form in (name, turned, _PARENTHESES.sub(" ", name)):
                names.setdefault(_plain_name(form), country.alpha_3)
    for code, others in load_words("countries.yaml")["names"].items():
        names.update(dict.fromkeys(map(str, others), str(code)))
    return names


def _plain_name(text: str) -> str:
    letters = unicodedata.normalize("NFKD", text.casefold().replace("&", " and ").replace("\u2019", "'"))
    words = _NO_WORD.sub(" ", "".join(c for c in letters if not unicodedata.combining(c) and c != "'")).split()
    return " ".join(word for word in words if word != "the")
