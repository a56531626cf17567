"""Rates that an equivalent implies, computed by hand."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.money.implied_rate import (
    ends_agree,
    implied_rate_interval,
    implied_rate_of_range,
    rounding_interval,
)


@pytest.mark.parametrize(
    ("number", "low", "high"),
    [
        (330, 325, 335),
        (164, 163.5, 164.5),
        (1_100_000, 1_050_000, 1_150_000),
        (1_000, 500, 1_500),
        (0.5, 0.45, 0.55),
        (12.25, 12.245, 12.255),
    ],
)
def test_a_number_is_rounded_to_its_last_digit_that_is_not_zero(number: float, low: float, high: float) -> None:
    interval = rounding_interval(number)

    assert (float(interval.low), float(interval.high)) == (low, high)


def test_what_is_not_positive_was_never_rounded() -> None:
    with pytest.raises(ValueError, match="no amount"):
        rounding_interval(0)
    assert implied_rate_interval(100, 100, 0) is None
    assert implied_rate_interval(0, 100, 5) is None


def test_an_amount_and_its_equivalent() -> None:
    # 63,125 tenge ($164): 63125 / 164.5 to 63125 / 163.5.
    interval = implied_rate_interval(63125, 63125, 164)

    assert interval is not None
    assert (round(interval.low, 3), round(interval.high, 3)) == (383.739, 386.086)


def test_a_range_takes_what_both_ends_allow() -> None:
    # 10,000 and 20,000 rubles ($150 to $300): 64.52 to 68.97, and 57.14 to 80.
    interval = implied_rate_of_range(10_000, 20_000, 150, 300)

    assert interval is not None
    assert (round(interval.low, 2), round(interval.high, 2)) == (64.52, 68.97)


def test_ends_that_no_rate_converts_give_the_widest_interval() -> None:
    assert not ends_agree(10_000, 20_000, 155, 905)
    interval = implied_rate_of_range(10_000, 20_000, 155, 905)

    # 10,000 / 154.5 and 20,000 / 905.5, the last digits being units.
    assert interval is not None
    assert (round(interval.low, 3), round(interval.high, 3)) == (22.087, 64.725)


def test_one_amount_with_a_range_of_equivalents_allows_all_between() -> None:
    # 10,000 baht ($35 to $70).
    interval = implied_rate_of_range(10_000, 10_000, 35, 70)

    assert interval is not None
    assert (round(interval.low, 2), round(interval.high, 2)) == (133.33, 289.86)


@given(st.integers(1, 10**9), st.integers(1, 10**6))
def test_the_plain_quotient_lies_in_the_interval(amount: int, usd: int) -> None:
    interval = implied_rate_interval(amount, amount, usd)

    assert interval is not None
    assert 0 < interval.low <= amount / usd <= interval.high


@given(st.floats(), st.floats(), st.floats())
def test_no_number_is_too_odd_to_be_asked_about(low: float, high: float, usd: float) -> None:
    interval = implied_rate_interval(low, high, usd)

    assert interval is None or 0 < interval.low < math.inf
