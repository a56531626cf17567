"""What a run of number words or digits is worth: the arithmetic of numerals, without their context."""

from functools import cache

from pipeline.language.lexicon import Tag, lexicon, words_of
from pipeline.language.sentences import Sentence
from pipeline.numerals.digit_numbers import from_digits
from pipeline.numerals.digits import vulgar_fraction
from pipeline.numerals.words import Figure, Form, NumberWords, figure_from, number_words, opens_with_digit


def simple_number(sentence: Sentence, index: int) -> Figure | None:
    """Return the number that opens at a token, with its scale word; null where none does.

    Ranges, durations and the words around it are read by the steps after.
    """
    word = sentence.words[index]
    if opens_with_digit(word):
        return from_digits(sentence, index)
    if word in number_words().starts:
        return _from_word(sentence, index, word)
    if (vulgar := vulgar_fraction(word)) is not None:
        return figure_from(sentence, index, index, Form.FRACTION, round(vulgar, 4))
    return None


def _from_word(sentence: Sentence, index: int, word: str) -> Figure | None:
    lists = number_words()
    if word in lists.cardinals:
        return _from_words(sentence, index, float(lists.cardinals[word]))
    if word in lists.scales or word == "dozen":
        return _bare_scale(sentence, index)
    if word in lists.folds:
        return figure_from(sentence, index, index, Form.FOLD, float(lists.folds[word]))
    if word in lists.vague:
        return _vague(sentence, index) if word != "scores" or _counts_scores(sentence, index) else None
    if word in lists.fractions and (fraction := _bare_fraction(sentence, index)) is not None:
        return _part_of_scale(sentence, fraction)
    if word in lists.ordinals and (word != "second" or _ranks(sentence, index)):
        return figure_from(sentence, index, index, Form.ORDINAL, float(lists.ordinals[word]))
    return None


def _bare_scale(sentence: Sentence, index: int) -> Figure:
    """Read `a hundred`, `several hundred thousand`, `a hundred and fifty`, `a dozen`.

    The article makes it a round number (CODING.md 2), `several` an order of magnitude; what follows makes it exact.
    """
    words, lists = sentence.words, number_words()
    vague = bool(index) and (
        words[index - 1] in lists.vague_determiners
        or words[max(0, index - 2) : index] == ("couple", "of")
        or words[index - 1] == "couple"
    )
    if words[index] == "dozen":
        return figure_from(sentence, index, index, Form.VAGUE if vague else Form.DOZEN, 12.0)
    value, last = float(lists.scales[words[index]]), index
    while last + 1 < len(words) and words[last + 1] in lists.scales:
        last += 1
        value *= lists.scales[words[last]]
    if not vague and last == index:
        exact = _from_words(sentence, index, value)
        if exact.last > last:
            return exact
    return figure_from(sentence, index, last, Form.VAGUE if vague else Form.DOZEN, value, scaled=True)


def _ranks(sentence: Sentence, index: int) -> bool:
    """Tell whether `second` ranks: not in `a split second`, `per second`, `to second a motion`, `one second later`."""
    words = sentence.words
    before = words[index - 1] if index else ""
    after = words[index + 1] if index + 1 < len(words) else "."
    if before in {"split", "per", "each", "every", "to"}:
        return False
    counted = before in number_words().cardinals or before[:1].isdecimal()
    return not counted or (after == "-" or after[0].isalpha())


def _counts_scores(sentence: Sentence, index: int) -> bool:
    """Tell whether `scores` is a number: `scores of men`, `killed scores`, `that scores fled`, not marks of a test."""
    words = sentence.words
    before = words[index - 1] if index else ","
    after = words[index + 1] if index + 1 < len(words) else "."
    if after == "of":
        return not words[index + 2 : index + 3] or not words[index + 2][0].isdecimal()
    if after in {"more", "others", "dead", "injured", "wounded"} or not before[0].isalpha():
        return True
    if lexicon().lemmas.get(before) in _befalling():
        return True
    opens_clause = lexicon().tags.get(before, 0) & (Tag.CONJUNCTION | Tag.SUBORDINATOR) or before in {"that", "as"}
    return bool(opens_clause) and (after == "have" or bool(lexicon().tags.get(after, 0) & (Tag.VERB_PAST | Tag.BE)))


@cache
def _befalling() -> frozenset[str]:
    return frozenset(words_of("counting", "befalling"))


def _from_words(sentence: Sentence, index: int, opening: float) -> Figure:
    """Read cardinals: `twenty-three`, `one hundred and five`, `two-thirds`, `three-fold`, `twenty-first`."""
    words, lists = sentence.words, number_words()
    count = len(words)
    total, current, last = 0.0, opening, index
    scaled = words[index] in lists.scales
    while last + 1 < count:
        hyphen = words[last + 1] == "-"
        step = last + 2 if hyphen else last + 1
        if step >= count:
            break
        word = words[step]
        if hyphen and word == "fold":
            return figure_from(sentence, index, step, Form.FOLD, total + current)
        if (fraction := _fraction_after(sentence, last, step, hyphen=hyphen)) is not None and not total:
            return _part_of_scale(
                sentence, figure_from(sentence, index, step, Form.FRACTION, round(current / fraction, 4))
            )
        if hyphen and words[last] in lists.tens and word in lists.ordinals and lists.ordinals[word] < 10:  # noqa: PLR2004
            return figure_from(sentence, index, step, Form.ORDINAL, total + current + lists.ordinals[word])
        if words[last] in lists.tens and word in lists.cardinals and 0 < lists.cardinals[word] < 10:  # noqa: PLR2004
            current += lists.cardinals[word]
        elif word in lists.scales:
            scale = lists.scales[word]
            scaled = True
            if scale == 100:  # noqa: PLR2004 - a hundred multiplies what stands before it, a larger scale closes a group
                current *= scale
            else:
                total, current = total + current * scale, 0.0
        elif scaled and word in lists.cardinals and not hyphen and _continues(words[last], lists):
            current += lists.cardinals[word]
        elif scaled and word == "and" and step + 1 < count and words[step + 1] in lists.cardinals:
            if not _continues(words[last], lists) or current % 100:
                break
            step += 1
            current += lists.cardinals[words[step]]
        elif word == "dozen":
            return figure_from(sentence, index, step, Form.CARDINAL, current * 12)
        else:
            break
        last = step
    return figure_from(sentence, index, last, Form.CARDINAL, total + current, scaled=scaled)


def _continues(word: str, lists: NumberWords) -> bool:
    return word in lists.scales


def _fraction_after(sentence: Sentence, last: int, step: int, *, hyphen: bool) -> int | None:
    """Return the denominator that follows a cardinal: hyphenated, plural, or with no noun behind (`one third of`)."""
    lists, words = number_words(), sentence.words
    denominator = lists.fractions.get(words[step])
    if denominator is None or (words[last] in lists.tens and denominator > 4):  # noqa: PLR2004 - `twenty-fifth` is an ordinal
        return None
    plural = words[step].endswith("s") or words[step] == "halves"
    after = words[step + 1] if step + 1 < len(words) else "."
    before_of = after == "of" or (words[step] != "quarter" and _ends_phrase(after))
    one = words[last] == "one"
    if (
        plural
        or (hyphen and (one or words[step] not in lists.ordinals))
        or (one and (before_of or words[step] == "half"))
    ):
        return denominator
    return None


def _vague(sentence: Sentence, index: int) -> Figure:
    """Read `dozens`, `tens of thousands`, `hundreds of thousands`: worth the unit, stated as an order of magnitude."""
    words, lists = sentence.words, number_words()
    value, last = float(lists.vague[words[index]]), index
    while last + 2 < len(words) and words[last + 1] == "of" and words[last + 2] in lists.vague:
        last += 2
        value *= lists.vague[words[last]]
    return figure_from(sentence, index, last, Form.VAGUE, value)


def _part_of_scale(sentence: Sentence, fraction: Figure) -> Figure:
    """Read `half a million`, `a quarter of a million`, `half a dozen` as one round number."""
    words, at = sentence.words, fraction.last + 1
    if words[at : at + 1] == ("of",):
        at = at + 2 if words[at + 1 : at + 2] == ("a",) else len(words)
    elif words[at : at + 1] in {("a",), ("-",)}:
        at += 1
    if at >= len(words):
        return fraction
    scale = 12 if words[at] == "dozen" else number_words().scales.get(words[at])
    if scale is None or fraction.value is None:
        return fraction
    return figure_from(sentence, fraction.first, at, Form.DOZEN, fraction.value * scale, scaled=True)


def _bare_fraction(sentence: Sentence, index: int) -> Figure | None:
    """Read `half of`, `a third of`, `a quarter`: a fraction with no cardinal before it; null where it is none."""
    words = sentence.words
    word, before = words[index], words[index - 1] if index else ""
    after = words[index + 1] if index + 1 < len(words) else "."
    if word in {"quarter", "quarters"} and not _is_quarter(word, before, after):
        return None
    partitive = before in _BEFORE_PARTS and after == "of"
    again = before == "another" and word in words[: index - 1]
    if (
        partitive
        or again
        or _is_part_alone(sentence, index)
        or word in {"half", "halves", "quarter", "quarters", "thirds"}
        or word.endswith("ths")
    ):
        return figure_from(sentence, index, index, Form.FRACTION, round(1.0 / number_words().fractions[word], 4))
    return None


_EXTREMES = ("bottom", "highest", "lowest", "poorest", "richest", "top", "wealthiest")
_BEFORE_PARTS = frozenset(("a", "than", "nearly", "almost", "about", "over", *_EXTREMES))


def _is_part_alone(sentence: Sentence, index: int) -> bool:
    """Tell whether `a third` is a part though `of` is left out: `more than a third were minors`, `fell by a third`.

    After other numbers it may be one more of them (`killed two and wounded a third`), so that a hedge, `by` or a verb
    in the plural has to say so.
    """
    words = sentence.words
    after = words[index + 1] if index + 1 < len(words) else "."
    if words[index - 1 : index] != ("a",) or not _ends_phrase(after):
        return False
    before = words[index - 2] if index > 1 else ""
    return after in {"were", "are", "have"} or before in _OF_PARTS


def _ends_phrase(word: str) -> bool:
    return not word[0].isalpha() or bool(lexicon().tags.get(word, 0) & _CLOSED)


_OF_PARTS = frozenset({
    "than", "nearly", "almost", "about", "over", "under", "approximately", "around", "roughly", "least", "only", "just",
    "by", "some", "to", "between", "up", "down",
})  # fmt: skip


def _is_quarter(word: str, before: str, after: str) -> bool:
    """Tell whether `quarter` is a fourth part, not a part of a town or a lodging."""
    if word == "quarters":
        return False
    if before in {"first", "second", "third", "fourth", "last", "1st", "2nd", "3rd", "4th", "final"}:
        return True
    if after == "of":
        return before in _BEFORE_PARTS or before in {"only", "some", "one"}
    return (before == "a" and _ends_phrase(after)) or after in {"century", "million", "hour", "mile"}


_CLOSED = Tag.PREPOSITION | Tag.CONJUNCTION | Tag.BE | Tag.HAVE | Tag.VERB_PAST
