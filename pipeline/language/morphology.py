"""Regular inflection of English: forms of a verb, plural and singular of a noun."""

from collections.abc import Sequence

from pipeline.record import record

_VOWELS = "aeiou"
# Nouns in -men that are no plurals.
_NO_MEN = frozenset(
    {"specimen", "regimen", "abdomen", "acumen", "semen", "yemen", "bitumen", "albumen", "stamen", "lumen"}
)
_SIBILANTS = ("s", "x", "z", "ch", "sh")
_IN_OES = frozenset({"go", "do", "undergo", "veto"})


@record
class VerbForms:
    """The five forms of a verb."""

    base: str
    present: str
    past: str
    participle: str
    gerund: str


def inflections(verb: str, *, past: Sequence[str] | None, doubled: bool) -> VerbForms:
    """Return the forms of a verb; `past` gives past tense and participle of an irregular one.

    `doubled` says that the last consonant is doubled before -ed and -ing (`permit`, `permitted`).
    """
    stem = verb + verb[-1] if doubled else verb
    regular = _regular_past(verb, stem)
    return VerbForms(
        base=verb,
        present=plural(verb),
        past=past[0] if past else regular,
        participle=past[1] if past else regular,
        gerund=_gerund(verb, stem),
    )


def _gerund(verb: str, stem: str) -> str:
    if verb.endswith("ie"):
        return verb[:-2] + "ying"
    if verb.endswith("e") and not verb.endswith(("ee", "oe", "ye")):
        return verb[:-1] + "ing"
    return stem + "ing"


def _regular_past(verb: str, stem: str) -> str:
    if verb.endswith("e"):
        return verb + "d"
    if verb.endswith("y") and verb[-2:-1] not in _VOWELS:
        return verb[:-1] + "ied"
    return stem + "ed"


def plural(noun: str) -> str:
    """Return the regular plural of a noun, which is also the third person of a verb."""
    if noun.endswith("y") and noun[-2:-1] not in _VOWELS:
        return noun[:-1] + "ies"
    if noun.endswith(_SIBILANTS) or noun in _IN_OES:
        return noun + "es"
    return noun + "s"


def regular_singular(word: str) -> str:
    """Return the singular of a regular plural in lower case; a word that looks like none comes back as it is."""
    if word.endswith("children"):
        return word.removesuffix("ren")
    if word.endswith("men") and len(word) > 5 and word not in _NO_MEN:  # noqa: PLR2004 - `women`, `omen`
        return word[:-2] + "an"
    if len(word) < 4 or not word.endswith("s") or word.endswith(("ss", "us", "is")):  # noqa: PLR2004 - `gas`, `bus`
        return word
    if word.endswith("ies"):
        return word[:-3] + "y"
    if word.endswith(("sses", "xes", "ches", "shes", "zzes")):
        return word[:-2]
    return word[:-1]
