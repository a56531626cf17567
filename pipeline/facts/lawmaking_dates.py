"""Dates on which a law came to be: they date no event that a later sentence tells."""

import re

# Words without one of which no sentence tells that a law was made or took effect.
LAWMAKING = frozenset({
    "signed", "issued", "passed", "adopted", "enacted", "effect", "force", "promulgated", "amended", "ratified",
    "decreed",
})  # fmt: skip
_WORD = r"(?:(?!and\b)[\w’'()-]+\s+)"
_MADE = r"(?:passed|adopted|enacted|promulgated|amended|ratified|signed|issued|approved|revised)"
_LAW = (
    r"(?:laws?|acts?|amendments?|legislation|bills?|codes?|constitution|decrees?|ordinances?|regulations?|statutes?"
    r"|convention|protocol|treaty)"
)
# `parliament amended the penal code in`; `the law, as amended in`
_LAWGIVER_BEFORE = re.compile(rf"\b{_MADE}\s+{_WORD}{{0,7}}?{_LAW}(?:\s+{_WORD}{{0,7}})?,?\s*$", re.IGNORECASE)
_LAW_BEFORE = re.compile(rf"\b{_LAW},?\s+{_WORD}{{0,5}}?{_MADE}\s+(?:by\s+{_WORD}{{1,4}})?$", re.IGNORECASE)
# `In March, parliament passed amendments to …`
_AFTER_DATE = re.compile(rf",?\s+{_WORD}{{1,6}}?{_MADE}\s+(?:into\s+law\s+)?{_WORD}{{0,6}}?{_LAW}\b", re.IGNORECASE)
# `the act of 2005 and 2014 amendments to it`
_OF_TEXT = re.compile(rf"\s+{_LAW}\b", re.IGNORECASE)
# Characters in which a law is named before the date on which it was made.
_REACH = 120


def dates_lawmaking(text: str, sentence_start: int, start: int, end: int, *, former: bool) -> bool:
    """Tell whether a date from `start` to `end` only tells when a law was made, amended or signed.

    What a lawgiver did opens what is told next (`On May 2 the president signed the law. Police …`), unless it was in a
    `former` year.
    """
    if _OF_TEXT.match(text, end) is not None:
        return True
    opens = not text[sentence_start:start].strip()
    if opens:
        return former and _AFTER_DATE.match(text, end) is not None
    before = text[max(sentence_start, start - _REACH) : start]
    return _LAW_BEFORE.search(before) is not None or (former and _LAWGIVER_BEFORE.search(before) is not None)
