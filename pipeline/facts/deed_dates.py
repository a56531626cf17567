"""Dates of deeds that somebody is charged with: `convicted two men of killing a guard in 2010` tells of no 2010."""

import re

# Words without one of which no sentence tells what somebody is charged with.
CHARGING = frozenset({
    "accused", "charged", "convicted", "indicted", "prosecuted", "tried", "trial", "sentenced", "jailed", "imprisoned",
    "acquitted", "fined", "condemned",
})  # fmt: skip
_WORD = r"(?:(?!(?:and|but|who|which|that|after|while)\b)[\w’'()-]+\s+)"
_CHARGED = rf"\b(?:{'|'.join(sorted(CHARGING))})\s+{_WORD}{{0,8}}?(?P<deed>(?:of|for|with)\s+\w+ing)\s+{_WORD}{{0,9}}"
_BEFORE_DATE = re.compile(rf"{_CHARGED}$", re.IGNORECASE)
# Characters in which a charge and a deed are told.
_REACH = 160


def deed_before(text: str, sentence_start: int, start: int) -> int:
    """Return where the deed begins of which a date that begins at an offset is told; 0 for none."""
    first = max(sentence_start, start - _REACH)
    told = _BEFORE_DATE.search(text[first:start])
    return 0 if told is None else first + told.start("deed")
