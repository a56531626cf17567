"""Bounds that a negation turns into the other: `may not be held for more than 48 hours` is at most 48."""

from pipeline.numerals.numeral import Approximation

_TURNED = {Approximation.MORE_THAN: Approximation.AT_MOST, Approximation.LESS_THAN: Approximation.AT_LEAST}
_DENIED_STATES = frozenset({("not", "be"), ("never", "be"), ("not", "last"), ("not", "number")})
_PERMITTING = frozenset({"may", "must", "shall", "can"})
# What a rule lets one do; `could not find more than 12` is no rule.
_RULED = frozenset({(verb,) for verb in (
    "have", "own", "employ", "include", "serve", "contain", "hold", "detain", "work", "exceed", "last", "number",
    "stay", "impose",
)})  # fmt: skip
_HOLDING = frozenset({(verb,) for verb in (
    "held", "detained", "imprisoned", "kept", "jailed", "confined", "remanded", "extended", "imposed", "required",
    "employed", "made",
)})  # fmt: skip
_EXCEEDING = frozenset({"exceed", "exceeds", "surpass", "exceeding"})
_NEGATIONS = frozenset({"not", "cannot", "never", "nor", "without"})
# Words from a negation to its verb.
_ADVERBS = 3
# Comparatives that describe persons or things.
_OF_NOUNS = frozenset({"older", "younger", "greater", "higher", "lower"})
_CLAUSE_ENDS = frozenset({";", ":", "(", ")", "unless", "if", "who", "that", "which", "but", "until", "when"})
# Words from a modal to what it governs, and from a subject to its modal.
_CLAUSE, _SUBJECT = 14, 4


def turned_by_negation(
    words: tuple[str, ...], at: int, phrase: tuple[str, ...], approximation: Approximation
) -> Approximation:
    """Return the bound that a negated modal makes of another: `may not be held for more than 48 hours` is at most 48.

    A noun that a number only describes keeps its bound (`may not employ children under 15`).
    """
    turned = _TURNED.get(approximation)
    lasts = phrase == ("over",) and words[at - 1 : at] == ("for",)
    exceeds = phrase[0] in _EXCEEDING
    if turned is None or not (phrase[-1] == "than" or lasts or exceeds) or phrase[0] in _OF_NOUNS:
        return approximation
    if exceeds:
        # `should not normally exceed two months`
        return turned if not _NEGATIONS.isdisjoint(words[max(0, at - _ADVERBS) : at]) else approximation
    if words[max(0, at - 2) : at] in _DENIED_STATES:
        # `could not be less than 36 hours`
        return turned
    for index in range(at - 1, max(-1, at - _CLAUSE), -1):
        word = words[index]
        if word in _CLAUSE_ENDS:
            return approximation
        if word in _PERMITTING or (word == "could" and _is_allowed(words, index + 1)):
            forbidden = words[index + 1 : index + 2] == ("not",) or "no" in words[max(0, index - _SUBJECT) : index]
            return turned if forbidden else approximation
        if word == "cannot":
            return turned
    return approximation


def _is_allowed(words: tuple[str, ...], at: int) -> bool:
    """Tell whether `could`, before a token, tells in prose of the past what a rule allowed: `could not be held`."""
    at += words[at : at + 1] == ("not",)
    if words[at : at + 1] == ("be",):
        return words[at + 1 : at + 2] in _HOLDING
    return words[at : at + 1] in _RULED
