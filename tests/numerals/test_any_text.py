"""What must hold of the ledger whatever the text: nothing dropped, spans that round-trip, no overlap, time linear."""

import string
from itertools import pairwise
from time import process_time

from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.numerals.numeral import Approximation, Numeral, Role
from pipeline.tables.completeness import uncovered
from tests.numerals.ledger_notation import read_ledger

_TOKENS = """
one two three twenty fifty hundred thousand million dozen dozens hundreds tens scores first second third
quarter half tenfold one-half two-thirds a an the of and to from between or more than at least about over
under percent years months days hours age aged ages old children women men police officers May March June
article Article section law No . , ; : ( ) - – / $ US$ € Rs. £ % p.m. a.m. 7.a. 1 2 3 10 15 18 100 000 1,204
3.5 1990s 2019 2019-20 2019/20 1/2 ½ 24/7 9/11 '90s 10's 5bn 5m 10k 12:30 1st 21st COVID-19 G-7 AK-47 (1) [2]
§ # + ~ baht dinars CFA francs vote decision by x square km
"""
WORDS = _TOKENS.split()
phrases = st.lists(st.sampled_from(WORDS), max_size=25).flatmap(
    lambda words: st.lists(st.sampled_from((" ", " ", " ", "")), min_size=len(words), max_size=len(words)).map(
        lambda spaces: "".join(word + space for word, space in zip(words, spaces, strict=True))
    )
)
characters = st.text(
    alphabet=st.one_of(st.sampled_from(string.printable + "½¼–—’‘“”\u00a0\u202f１२³€£"), st.characters())
)
texts = st.one_of(phrases, characters)


def _bounds_fit(entry: Numeral) -> bool:
    """Whether value and bounds are those that the approximation allows."""
    given = (entry.value is not None, entry.low is not None, entry.high is not None)
    match entry.approximation:
        case Approximation.EXACT:
            return given == (True, True, True) and entry.low == entry.value == entry.high
        case Approximation.ABOUT:
            return given == (True, False, False)
        case Approximation.AT_LEAST | Approximation.MORE_THAN:
            return given == (True, True, False)
        case Approximation.AT_MOST | Approximation.LESS_THAN:
            return given == (True, False, True)
        case Approximation.BETWEEN:
            return given == (False, True, True)
        case Approximation.ORDER_OF_MAGNITUDE:
            return given == (False, True, False)
        case None:
            return given == (False, False, False) and entry.role is not Role.QUANTITY


@settings(max_examples=300, deadline=None)
@given(texts)
def test_nothing_is_dropped(text: str) -> None:
    spans = [(entry.start, entry.end) for entry in read_ledger(text)]

    assert [text[demand.start : demand.end] for demand in uncovered(text, spans)] == []


@settings(max_examples=200, deadline=None)
@given(texts)
def test_spans_round_trip_and_never_overlap(text: str) -> None:
    entries = read_ledger(text)

    assert all(text[entry.start : entry.end] == entry.surface and entry.surface for entry in entries)
    assert all(before.end <= after.start for before, after in pairwise(entries))


@settings(max_examples=200, deadline=None)
@given(texts)
def test_value_and_bounds_agree_with_the_approximation(text: str) -> None:
    assert [entry for entry in read_ledger(text) if not _bounds_fit(entry)] == []


@settings(max_examples=50, deadline=None)
@given(texts)
def test_same_text_same_ledger(text: str) -> None:
    assert read_ledger(text) == read_ledger(text)


def test_time_is_linear_in_the_length_of_a_paragraph() -> None:
    sentence = "On May 5, 12 of the 40 men, aged 18 to 30, were fined 1,204 euros ($1,300) under Article 19 of Law 88. "

    def seconds(times: int) -> float:
        text = sentence * times
        began = process_time()
        read_ledger(text)
        return process_time() - began

    seconds(20)
    assert seconds(400) < 10 * max(seconds(80), 0.05)
