"""Countries as the descriptions name them: ISO 3166-1 alpha-3."""

import re

WITHOUT_A_CODE_OF_ISO = frozenset({"XKX"})
"""Kosovo: reports cover it, and this code, which ISO leaves to users, is the one in common use."""


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
