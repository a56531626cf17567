"""Hedges: the words beside a number that say whether it is exact, a bound, or a rough figure."""

from collections.abc import Mapping
from functools import cache

from pipeline.language.lexicon import Tag, groups_of, lexicon, values_of, word_set
from pipeline.language.nouns import noun_class, singular
from pipeline.language.sentences import Sentence
from pipeline.numerals.bounding_nouns import age_bound, limit_of_noun, upper_end
from pipeline.numerals.negated_bounds import turned_by_negation
from pipeline.numerals.numeral import Approximation
from pipeline.numerals.words import Figure, Form, number_words
from pipeline.record import record

Phrase = tuple[str, ...]


@record
class Hedge:
    """How a number is meant, and the tokens that its phrase takes with the words that say so."""

    approximation: Approximation
    first: int
    """First token of the hedge before the number, or of its currency sign, or of the number."""
    last: int
    """Last token of the number or of the hedge after it."""
    words: str | None
    """The hedge as in the text, null where there is none."""


@cache
def _phrases(side: str) -> Mapping[str, tuple[tuple[Phrase, Approximation], ...]]:
    """Return the hedges by the word nearest to the number, the longest first."""
    table: dict[str, list[tuple[Phrase, Approximation]]] = {}
    for name, phrases in groups_of("hedges", side).items():
        for phrase in phrases:
            words = tuple(phrase.split())
            key = words[-1] if side == "before" else words[0]
            table.setdefault(key, []).append((words, Approximation(name)))
    return {key: tuple(sorted(found, key=lambda item: (-len(item[0]), item[0]))) for key, found in table.items()}


def hedge_of(sentence: Sentence, figure: Figure) -> Hedge:
    """Return the hedge of a quantity: the longest phrase directly before it, else directly after it or its unit."""
    words = sentence.words
    first = figure.first if figure.sign < 0 else figure.sign
    if figure.form is Form.VAGUE:
        return _extended(words, figure, first, Approximation.ORDER_OF_MAGNITUDE)
    if figure.form is Form.RANGE:
        return _extended(words, figure, first, Approximation.BETWEEN)
    if figure.form in {Form.DOZEN, Form.FRACTION}:
        first = _with_article(words, first)
    after = _after(words, figure.last)
    near = _without_addition(words, first)
    if near > 1 and words[near - 1] == "-" and words[near - 2] in {"under", "over"}:
        near -= 1
    before = _before(words, near)
    if before is None and _is_compound_after_article(words, figure, near):
        before = _of_compound(words, near - 1)
        near -= before is not None
    if before is not None and not _hedges(words, figure, first, before[0]):
        before = None
    close = _absorbed(words, figure.last)
    if before is not None and not _between(words, first):
        phrase, approximation = before
        approximation = turned_by_negation(words, first - len(phrase), phrase, approximation)
        # A verb that bounds (`exceeded 11,000`) governs the number as well: it stays outside the phrase.
        taken = 0 if phrase[0] in _BOUNDING_VERBS else len(phrase) + first - near
        return Hedge(approximation, _with_article(words, first - taken), close, " ".join(phrase))
    if (bound := age_bound(words, figure.first)) is not None:
        return Hedge(bound, first, figure.last, "between the ages of")
    if after is not None:
        phrase, approximation, last = after
        # The words of `12 or more` go with the number; a hedge behind the unit (`12 years or more`) stays outside.
        taken = last if last - len(phrase) == figure.last else figure.last
        return Hedge(approximation, first, taken, " ".join(phrase))
    if (limit := limit_of_noun(words, first)) is not None:
        # `a maximum penalty of two years`: the noun stays outside the phrase of the number.
        return Hedge(limit, first, figure.last, " ".join(words[max(0, first - 3) : first]))
    if (end := upper_end(words, first)) is not None:
        return Hedge(end, first, figure.last, "ranging to")
    if figure.form is Form.DOZEN:
        return Hedge(Approximation.ABOUT, _with_article(words, first), figure.last, words[first - 1] if first else None)
    return Hedge(Approximation.EXACT, first, close, None)


def _is_compound_after_article(words: Phrase, figure: Figure, first: int) -> bool:
    """Tell whether an article stands before a number that a hyphen joins to its unit: `up to a two-year term`."""
    return words[first - 1 : first] in {("a",), ("an",)} and words[figure.last + 1 : figure.last + 2] in {
        ("-",),
        ("‑",),
    }


def _of_compound(words: Phrase, article: int) -> tuple[Phrase, Approximation] | None:
    """Return the bound before the article of a compound; `work more than a 40-hour week` exceeds a week of 40."""
    found = _before(words, article)
    return found if found is not None and found[1] in {Approximation.AT_LEAST, Approximation.AT_MOST} else None


def _absorbed(words: Phrase, last: int) -> int:
    """Take `-odd` and `-strong` into the phrase of the number, whose noun follows: `40-odd villages`."""
    return last + 2 if words[last + 1 : last + 3] in {("-", "odd"), ("-", "strong"), ("-", "some")} else last


def _extended(words: Phrase, figure: Figure, first: int, approximation: Approximation) -> Hedge:
    """Take the words before a range or a vague multiple into its phrase (`between`, `an estimated`, `several`)."""
    start = first
    if start and words[start - 1] in _OPENERS.get(figure.form, ()):
        start -= 1
    before = _before(words, start)
    if before is not None:
        start -= len(before[0])
    return Hedge(approximation, _with_article(words, start), figure.last, words[start] if start < first else None)


# What opens the phrase of a range or a vague multiple.
_OPENERS = {Form.RANGE: ("between", "from"), Form.VAGUE: ("several", "few", "many")}


def _without_addition(words: Phrase, first: int) -> int:
    """Step over `another`, `an additional`, `a further` between a hedge and its number."""
    if first and words[first - 1] in {"another", "additional", "further", "extra"}:
        return _with_article(words, first - 1)
    return first


def _is_spread_over(words: Phrase, first: int) -> bool:
    """Tell whether a time is spread over the one behind it: `45 hours over five days`."""
    if first < 3 or words[first - 2] not in values_of("units", "time"):  # noqa: PLR2004 - a number, its unit, `over`
        return False
    return words[first - 3][0].isdecimal() or words[first - 3] in number_words().cardinals


def _hedges(words: Phrase, figure: Figure, first: int, phrase: Phrase) -> bool:
    """Tell whether a preposition bounds the number here: not `complaints about 12 officers`, `under three laws`."""
    if phrase[0] == "estimated":
        return not _has_subject(words, first - len(phrase))
    if phrase == ("about",):
        return first < 2 or words[first - 2] not in word_set("hedges", "about_what")  # noqa: PLR2004 - the preposition and its noun
    if phrase == ("over",):
        # `an increase over 2,000`, `victory over 12 rivals`: what it is more than, or whom it was won over.
        return words[max(0, first - 2) : first - 1] not in _OVER_WHAT and not _is_spread_over(words, first)
    if phrase in _DIFFERENCES and first > len(phrase):
        # `6,622 less than 389,554`: by how much one number differs from another.
        before = words[first - len(phrase) - 1]
        return not ("," in before[1:] or before in number_words().cardinals)
    if phrase == ("as", "long", "as"):
        # `as long as one parent agreed` is a condition.
        return any(word in values_of("units", "time") for word in words[figure.last + 1 : figure.last + 3])
    if phrase in {("under",), ("within",)}:
        following = words[figure.last + 1 : figure.last + 3]
        if phrase == ("under",):
            measures = words[figure.last + 1 : figure.last + _MEASURE_WORDS]
            return not (
                any(singular(word) in word_set("hedges", "under_what") for word in following)
                # `placed under 40 days' house arrest` says for how long, and no bound.
                or (
                    any(word in values_of("units", "time") for word in following)
                    and any(word in word_set("hedges", "under_measure") for word in measures)
                )
            )
        if any(word in values_of("units", "time") for word in following):
            # `within one business day`
            return True
        kind = noun_class(following[0]) if following else None
        return kind not in {"place", "organization", "party", "person"}
    return True


def _has_subject(words: Phrase, verb: int) -> bool:
    """Tell whether a noun stands before `estimated`, which is then a verb: `UNHCR estimated 3.6 million`."""
    before = words[verb - 1] if verb else ""
    if before in {"'s", "’s"}:
        # `the country's estimated two million orphans`
        return False
    return before[-1:].isalpha() and not lexicon().tags.get(before, 0) & _NO_SUBJECT


def _with_article(words: Phrase, first: int) -> int:
    return first - 1 if first and words[first - 1] in {"a", "an"} else first


def _between(words: Phrase, first: int) -> bool:
    """Tell whether `between` opens two numbers here (`between 30 and, exceptionally, 40`): no bound then."""
    return first > 0 and words[first - 1] == "between"


_NO_SUBJECT = (
    Tag.PREPOSITION | Tag.DETERMINER | Tag.CONJUNCTION | Tag.SUBORDINATOR | Tag.BE | Tag.HAVE | Tag.ADVERB
    | Tag.VERB_PAST | Tag.VERB_GERUND
)  # fmt: skip
# `days' temporary house arrest`: how far from its length a measure is named.
_MEASURE_WORDS = 6
_DIFFERENCES = frozenset({("less", "than"), ("fewer", "than"), ("more", "than")})
_OVER_WHAT = frozenset((noun,) for noun in (
    "increase", "increases", "rise", "gain", "growth", "improvement", "victory", "win", "lead", "advantage",
))  # fmt: skip
_BOUNDING_VERBS = frozenset({"exceeds", "exceed", "exceeded", "surpassed", "topped"})


def _before(words: Phrase, first: int) -> tuple[Phrase, Approximation] | None:
    if not first:
        return None
    for phrase, approximation in _phrases("before").get(words[first - 1], ()):
        if phrase == words[max(0, first - len(phrase)) : first]:
            if phrase == ("within",) and words[first - 2 : first - 1] == ("from",):
                continue
            return phrase, approximation
    return None


def _after(words: Phrase, last: int) -> tuple[Phrase, Approximation, int] | None:
    """Return the hedge directly after the number, or after one or two words of its unit or noun."""
    table = _phrases("after")
    for gap in (1, 2, 3):
        at = last + gap
        if at >= len(words):
            return None
        for phrase, approximation in table.get(words[at], ()):
            if words[at : at + len(phrase)] != phrase or words[at - 1] == "the":
                # `50 times the minimum wage`
                continue
            if _closes_hedge(words, at + len(phrase), phrase):
                return phrase, approximation, at + len(phrase) - 1
        if not (words[at][0].isalpha() or words[at] == "-"):
            return None
    return None


def _closes_hedge(words: Phrase, after: int, phrase: Phrase) -> bool:
    """Tell whether the phrase really ends here: `or over 12` and `at most 5` open the next number instead."""
    following = words[after] if after < len(words) else "."
    if phrase[-1] == "up" and following == "to":
        return False
    if phrase[-1] not in {"over", "under", "least", "most", "below", "above", "approximately"}:
        return True
    return not (
        following[0].isdigit() or following in {"a", "an", "half", "$", "us"} or following in number_words().starts
    )
