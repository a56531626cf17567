"""Bounds that a noun before a number states: `the minimum age was 15`, `between the ages of 14 and 29`."""

from pipeline.language.chunks import QUOTES
from pipeline.language.lexicon import Tag, lexicon, word_set
from pipeline.language.nouns import singular
from pipeline.numerals.numeral import Approximation
from pipeline.numerals.words import number_words


def age_bound(words: tuple[str, ...], first: int) -> Approximation | None:
    """Read `between the ages of 14 and 29` as two bounds, since the numerals are not joined directly (CODING.md 5)."""
    if _opens_ages(words, first):
        return Approximation.AT_LEAST
    if words[first - 1 : first] == ("and",) and _opens_ages(words, first - 2):
        return Approximation.AT_MOST
    return None


def _opens_ages(words: tuple[str, ...], first: int) -> bool:
    """Tell whether `between the ages of`, `between ages` stands before a token."""
    opener = words[max(0, first - 4) : max(0, first)]
    return opener == ("between", "the", "ages", "of") or opener[-2:] == ("between", "ages")


def limit_of_noun(words: tuple[str, ...], first: int) -> Approximation | None:
    """Read `a maximum penalty of N`, `raised the minimum age to N`, `the maximum was nominally N` as a bound.

    A minimum wage is one sum, which a rule names so.
    """
    end = first - 1 if words[first - 1 : first] in _FORMAL else first
    link = words[max(0, end - 1) : end]
    if link not in _LINKS | _COPULAS or (link == ("from",) and "to" not in words[first : first + _CHANGE]):
        return None
    reach = _LIMIT_REACH if link in _COPULAS else _NEAR_REACH
    end = _before_change(words, _before_aside(words, end))
    opens_clause, paid = True, False
    for word in reversed(words[max(0, end - reach) : end - 1]):
        if word in QUOTES or (word in {"and", "or"} and link in _COPULAS and not opens_clause):
            continue
        if not word[0].isalpha() or word in {"and", "or", "who", "which", "that"}:
            return None
        opens_clause = bool(lexicon().tags.get(word, 0) & (Tag.DETERMINER | Tag.PRONOUN))
        if word in {"maximum", "minimum"}:
            return None if paid else Approximation.AT_MOST if word == "maximum" else Approximation.AT_LEAST
        paid = singular(word) in word_set("units", "pay")
    return None


def upper_end(words: tuple[str, ...], first: int) -> Approximation | None:
    """Read `penalties ranged from a warning to five years`, `to a fine of N` as a bound, whose lower is no number."""
    opening = max(0, first - _RANGE_REACH)
    if "from" not in words[opening:first]:
        return None
    at = next(step for step in range(first - 1, opening - 1, -1) if words[step] == "from")
    if not at or words[at - 1] not in _RANGING:
        return None
    between = words[at + 1 : first]
    numbered = any(word[0].isdigit() or word in number_words().starts for word in between)
    return None if numbered or between.count("to") != 1 else Approximation.AT_MOST


_RANGING = frozenset({"range", "ranges", "ranged", "ranging", "vary", "varied", "varies", "varying"})
# Words from the verb of a range to the number at its end.
_RANGE_REACH = 10

# Adverbs that leave a bound as it is; what is generally so is none.
_FORMAL = frozenset({(word,) for word in ("nominally", "formally", "officially", "legally", "currently", "formerly")})
_LINKS = frozenset({("of",), ("to",), ("at",), ("from",)})
_COPULAS = frozenset({("is",), ("was",), ("remains",), ("remained",)})
# Words from `maximum` to its number: `the minimum sentence for conviction of rape was ten years`.
_LIMIT_REACH, _NEAR_REACH = 16, 8
_ASIDE = 12


def _before_change(words: tuple[str, ...], end: int) -> int:
    """Return the end of what stands before `from 14` where the link is `to`: `raised the minimum age from 14 to 18`."""
    if words[end - 1 : end] != ("to",):
        return end
    opening = next((at for at in range(end - 2, max(-1, end - _CHANGE), -1) if words[at] == "from"), -1)
    return opening + 1 if opening >= 0 else end


# Words of `from 14 years to`, and of `from 400 euros ($420) to`.
_CHANGE = 10


def _before_aside(words: tuple[str, ...], end: int) -> int:
    """Return the end of what stands before an aside that closes before a link: `the maximum for rape, …, was 15`."""
    if words[end - 2 : end - 1] != (",",):
        return end
    opening = next((at for at in range(end - 3, max(-1, end - _ASIDE), -1) if words[at] == ","), -1)
    return opening + 1 if opening >= 0 else end
