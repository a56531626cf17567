"""The figures of a sentence: simple numbers, and those that the text joins into one (ranges, durations, halves)."""

from dataclasses import replace
from functools import cache
from itertools import compress

from pipeline.language.lexicon import lexicon, values_of, words_of
from pipeline.language.neighbours import months
from pipeline.language.sentences import Sentence
from pipeline.numerals.dealt_terms import deals_out
from pipeline.numerals.digits import stroke_fraction, vulgar_fraction
from pipeline.numerals.proportions import one_in
from pipeline.numerals.signs import Place, sign_before
from pipeline.numerals.simple_numbers import simple_number
from pipeline.numerals.words import Figure, Form, may_open, number_words

_LAST_DAY = 31
_DASHES = frozenset("-–—‑−")
_JOINABLE = frozenset({Form.DIGITS, Form.CARDINAL, Form.DOZEN, Form.ORDINAL})
_YEAR_LOW, _YEAR_HIGH = 1500, 2100


@cache
def change_verbs() -> frozenset[str]:
    """Return the lemmas of verbs that change a number, as in `reduced from 40,000 to 20,000`."""
    return frozenset(words_of("context", "change_verbs"))


def is_year(figure: Figure, sentence: Sentence) -> bool:
    """Tell whether a figure is written as a year: four digits without a separator, in the range of history."""
    word = sentence.words[figure.first]
    return (
        figure.form is Form.DIGITS
        and figure.first == figure.last
        and len(word) == 4  # noqa: PLR2004
        and word.isdecimal()
        and _YEAR_LOW <= int(word) <= _YEAR_HIGH
    )


def figures_of(sentence: Sentence, place: Place) -> tuple[Figure, ...]:
    """Return the figures of a sentence in text order, joined where the text joins them; none overlap."""
    simple: list[Figure] = []
    last = -1
    for index in compress(range(len(sentence.words)), map(may_open, sentence.words)):
        if index <= last or (figure := _number(sentence, index)) is None:
            continue
        simple.append(_with_sign(sentence, _with_half(sentence, figure), place))
        last = simple[-1].last
    return tuple(_joined(sentence, simple))


def _number(sentence: Sentence, index: int) -> Figure | None:
    """Return the number that opens at a token, or the code: `978-1-60980-734-4`, three runs of digits and more."""
    words, last, runs = sentence.words, index, 1
    while (
        last + 2 < len(words)
        and words[last + 1] in _DASHES
        and words[last].isdecimal()
        and words[last + 2].isdecimal()
        and sentence.starts[last + 2] == sentence.ends[last] + 1
        and sentence.starts[last + 1] == sentence.ends[last]
    ):
        last, runs = last + 2, runs + 1
    if runs < _CODE_RUNS:
        return simple_number(sentence, index)
    return Figure(index, last, Form.CODE, None, start=sentence.starts[index], end=sentence.ends[last])


_CODE_RUNS = 3


def _with_sign(sentence: Sentence, figure: Figure, place: Place) -> Figure:
    sign = sign_before(sentence, figure.first, place)
    return figure if sign is None else replace(figure, sign=sign.first, currency=sign.code)


def _with_half(sentence: Sentence, figure: Figure) -> Figure:
    """Read `two and a half`, `2 1/2`, `2½`, `one and a half million` as one number."""
    if figure.form not in {Form.DIGITS, Form.CARDINAL} or figure.value is None or figure.scaled:
        return figure
    words, after = sentence.words, figure.last + 1
    part, last = 0.0, figure.last
    if (end := _half_end(words, after)) is not None:
        part, last = 0.5, end
    elif after < len(words) and (vulgar := vulgar_fraction(words[after])) is not None:
        part, last = vulgar, after
    elif (
        after < len(words)
        and "/" in words[after]
        and sentence.starts[after] == figure.end + 1
        and not is_year(figure, sentence)
    ):
        part, last = stroke_fraction(words[after]) or 0.0, after
    if not part:
        return figure
    value, scaled = figure.value + part, False
    scale = number_words().scales.get(words[last + 1]) if last + 1 < len(words) else None
    if scale is not None:
        value, last, scaled = value * scale, last + 1, True
    return replace(figure, last=last, end=sentence.ends[last], value=round(value, 4), scaled=scaled)


def _half_end(words: tuple[str, ...], at: int) -> int | None:
    """Return the last token of `and a half`, `and one-half`, `-and-a-half`; null where something else follows."""
    if words[at : at + 1] not in {("and",), ("-",)}:
        return None
    step = [place for place in range(at, min(at + 7, len(words))) if words[place] != "-"][:3]
    told = tuple(words[place] for place in step)
    return step[2] if told in {("and", "a", "half"), ("and", "one", "half")} else None


def _joined(sentence: Sentence, simple: list[Figure]) -> list[Figure]:
    out: list[Figure] = []
    for figure in simple:
        if out:
            joined = (
                (None if deals_out(sentence, out, figure) else _range(sentence, out[-1], figure))
                or _duration(sentence, out[-1], figure)
                or one_in(sentence, out[-1], figure)
            )
            if joined is not None:
                out[-1] = joined
                continue
        out.append(figure)
    return out


def _range(sentence: Sentence, left: Figure, right: Figure) -> Figure | None:
    """Join `10-15`, `10 to 15`, `between 10 and 15`, where nothing but the link stands between the numerals."""
    if left.form not in _JOINABLE or right.form not in _JOINABLE or Form.ORDINAL in {left.form, right.form}:
        return None
    between = _link(sentence, left, right)
    if len(between) != 1 or left.value is None or right.value is None:
        return None
    link = between[0]
    low, high = left.value, right.value
    if link in _DASHES:
        return _dashed(sentence, left, right)
    if _is_score(sentence, right):
        return None
    opening = left.first if left.sign < 0 else left.sign
    before = sentence.words[max(0, opening - 2) : opening]
    opener = before[-1] if before else ""
    years = is_year(left, sentence) and is_year(right, sentence)
    if link == "to" and opener in _DATED_BY and is_year(left, sentence):
        # `fell from 827,102 in 2012 to 767,000`.
        return None
    if link == "to" and opener in months() and high > _LAST_DAY:
        # `slipped on November 27 to 63 seats`
        return None
    if years or (link == "to" and _is_change(sentence, left, opener, high)):
        return None
    if link == "or" and _is_rough(left, right):
        link = "to"
    if link == "through" and opener in {"age", "ages", "aged", "grade", "grades", "between"}:
        link = "to"
    if not (link == "to" or (link == "and" and (opener == "between" or before[-2:] == ("between", "the")))):
        return None
    if not left.scaled and right.scaled and low < _mantissa(right):
        # `2 to 3 million`: the scale word serves both.
        low *= high / _mantissa(right)
    if low >= high:
        return None
    return replace(left, last=right.last, end=right.end, form=Form.RANGE, value=None, low=low, high=high)


def _is_change(sentence: Sentence, left: Figure, opener: str, high: float) -> bool:
    """Tell whether two numbers are before and after (`rose from 10 to 15`) or a step and its end (`by 2 to 65`)."""
    if opener not in {"from", "by"} or not changes(sentence, left.first):
        return False
    return opener == "from" or high > _STEP * (left.value or 0)


def _is_rough(left: Figure, right: Figure) -> bool:
    """Tell whether two neighbours in words give one rough number: `cells for one held three or four`."""
    return left.form is right.form is Form.CARDINAL and left.value is not None and right.value == left.value + 1


_DATED_BY = frozenset({"in", "of", "since", "during"})
# The ends of a range lie closer together than a step and what it leads to.
_STEP = 3


def _link(sentence: Sentence, left: Figure, right: Figure) -> tuple[str, ...]:
    """Return the words between two numerals, currency signs and suspended hyphens (`two- to three-year`) aside."""
    between = sentence.words[left.last + 1 : right.first if right.sign < 0 else right.sign]
    if len(between) > 1 and between[0] == "-" and sentence.starts[left.last + 1] == left.end:
        between = between[1:]
        if len(between) > 1 and between[-1] == "-" and right.sign < 0 and sentence.ends[right.first - 1] == right.start:
            between = between[:-1]
    return between


@cache
def _score_nouns() -> frozenset[str]:
    return frozenset(words_of("context", "score_nouns"))


def _is_score(sentence: Sentence, right: Figure) -> bool:
    """Tell whether two numerals are the sides of a vote (`a 5-4 decision`), each a number of its own."""
    return not _score_nouns().isdisjoint(sentence.words[right.last + 1 : right.last + 3])


def _mantissa(figure: Figure) -> float:
    """Return what stands before the scale word: 3 for `3 million`."""
    value = figure.value or 0.0
    for scale in (1e12, 1e9, 1e7, 1e6, 1e5, 1e3, 1e2):
        if value >= scale:
            return value / scale
    return value


def _dashed(sentence: Sentence, left: Figure, right: Figure) -> Figure | None:
    """Join numerals around a dash; `2017-18` stays a year, told apart by the roles."""
    dash, opening = left.last + 1, right.first if right.sign < 0 else right.sign
    adjacent = sentence.starts[dash] == left.end and sentence.starts[opening] == sentence.ends[dash]
    spaced = sentence.starts[dash] == left.end + 1 and sentence.starts[opening] == sentence.ends[dash] + 1
    # `$100- $200`: a slip of the pen parts the second sign from the dash.
    slipped = sentence.starts[dash] == left.end and right.sign >= 0 and left.sign >= 0
    slipped = slipped and sentence.starts[opening] == sentence.ends[dash] + 1
    if not (adjacent or spaced or slipped) or left.value is None or right.value is None:
        return None
    low, high = left.value, right.value
    joined = replace(left, last=right.last, end=right.end, form=Form.RANGE, value=None, low=low, high=high)
    if adjacent and _points(sentence, left.first):
        # `Law No. 2004-575`, `Article 128-1`: one number of a text.
        return joined
    digits = len(sentence.words[right.first])
    if is_year(left, sentence) and right.first == right.last and (digits == 4 or (digits == 2 and adjacent)):  # noqa: PLR2004 - of a year
        return joined
    if _is_score(sentence, right) and not right.scaled:
        return None
    if right.scaled and not left.scaled and low < _mantissa(right):
        low *= high / _mantissa(right)
        return replace(joined, low=low)
    even = adjacent and low == high == _EVEN
    return joined if low < high or even or sentence.words[left.first - 1 : left.first] in _month_words() else None


_EVEN = 50.0


@cache
def _month_words() -> frozenset[tuple[str]]:
    return frozenset((month,) for month in months())


@cache
def _reference_words() -> frozenset[str]:
    return frozenset(words_of("context", "reference_nouns"))


def _points(sentence: Sentence, first: int) -> bool:
    """Tell whether a noun that points at a text, or `No.`, stands before a numeral."""
    words = sentence.words
    before = words[first - 1] if first else ""
    if before == "." and first > 1:
        return words[first - 2] in {"no", "nos", "art", "arts", "sec", "secs"}
    return before in _reference_words()


def changes(sentence: Sentence, index: int) -> bool:
    """Tell whether a verb of change stands before a `from … to …`, which then states two numbers, not a range."""
    lemmas = lexicon().lemmas
    verbs = change_verbs()
    before = sentence.words[max(0, index - 14) : index]
    # `up to three years in prison and fines from 900 to 2,000 euros`: a bound changes nothing.
    return any(
        lemmas.get(word, word) in verbs
        and (word, before[at + 1 : at + 2]) != ("up", ("to",))
        and not (word == "down" and at and lemmas.get(before[at - 1]) in _HANDING)
        for at, word in enumerate(before)
    )


# `handed down sentences that ran from two to five years`: nothing went down.
_HANDING = frozenset({"hand", "lay", "pass"})


def _duration(sentence: Sentence, left: Figure, right: Figure) -> Figure | None:
    """Join `three years and six months`, `a three-year and six-month …` into a length in its smallest unit."""
    words = sentence.words
    units = values_of("units", "time")
    if left.value is None or right.value is None:
        return None
    between = words[left.last + 1 : right.first]
    if between[:1] and between[0] in units and between[1:] == ("and", "a") and words[right.first] == "half":
        # `one hour and a half`.
        unit = units[between[0]]
        return replace(
            left, last=right.last, end=right.end, form=Form.DURATION, value=left.value + right.value, unit=unit
        )
    hyphens = between[:1] == ("-",) == words[right.last + 1 : right.last + 2]
    if hyphens:
        between = between[1:]
    following = right.last + 1 + hyphens
    if following >= len(words):
        return None
    if len(between) not in {1, 2, 3} or between[0] not in units or not set(between[1:]) <= {"and", ","}:
        return None
    larger, smaller = units[between[0]], units.get(words[following])
    if smaller is None or larger == smaller:
        return None
    for key in ("months_in", "days_in", "hours_in", "seconds_in"):
        table = values_of("units", key)
        if larger in table and smaller in table and int(table[larger]) > int(table[smaller]):
            total = left.value * int(table[larger]) / int(table[smaller]) + right.value
            return replace(left, last=right.last, end=right.end, form=Form.DURATION, value=total, unit=smaller)
    return None
