"""Which rate an amount gets, and what the row says of it. Expected means are computed by hand."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.money.exchange_rate import END_OF_PERIOD, PERIOD_AVERAGE, ExchangeRate, Frequency
from pipeline.money.rate_files import read_rates
from pipeline.money.rate_lookup import Choice, Rates
from tests.money.rates import SHIPPED, daily, monthly, yearly

YEAR = [10.0, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21]


def chosen(rates: Rates, start: str | None, end: str | None, year: int = 2020) -> Choice:
    return rates.chosen(
        "KZT",
        None if start is None else date.fromisoformat(start),
        None if end is None else date.fromisoformat(end),
        year,
    )


@pytest.fixture(scope="module")
def shipped() -> Rates:
    return Rates(read_rates(SHIPPED))


class TestWithMonthEnds:
    def test_a_day_takes_the_rate_of_its_month(self, shipped: Rates) -> None:
        choice = chosen(shipped, "2020-08-18", "2020-08-18")

        assert choice.rate is not None
        assert (choice.rate.rate, choice.rate.date) == (420.11, date(2020, 8, 31))
        assert choice.told == "the rate of the month 2020-08, end of period"

    def test_a_month_takes_its_own(self, shipped: Rates) -> None:
        choice = chosen(shipped, "2020-06-01", "2020-06-30")

        assert choice.rate is not None
        assert choice.rate.rate == 403.93

    def test_a_year_takes_the_mean_of_its_twelve_months(self) -> None:
        choice = chosen(Rates(monthly("KZT", 2020, YEAR)), "2020-01-01", "2020-12-31")

        assert choice.rate is not None
        assert choice.rate.rate == 15.5
        assert (choice.rate.observations, choice.rate.frequency) == (12, Frequency.YEARLY)
        assert choice.told == "the rate of the year 2020, mean of 12 monthly rates, end of period"

    def test_no_date_takes_the_year_of_the_report_and_says_so(self) -> None:
        choice = chosen(Rates(monthly("KZT", 2020, YEAR)), None, None)

        assert choice.rate is not None
        assert choice.rate.rate == 15.5
        assert choice.told.startswith("the amount has no date of its own: the rate of the year 2020")

    def test_a_span_takes_the_mean_of_the_months_it_touches(self) -> None:
        choice = chosen(Rates(monthly("KZT", 2020, YEAR)), "2020-03-15", "2020-05-02")

        assert choice.rate is not None
        assert (choice.rate.rate, choice.rate.date) == (13.0, date(2020, 5, 31))
        assert choice.told == "the mean of the months 2020-03 to 2020-05, mean of 3 monthly rates, end of period"

    def test_a_span_over_two_years_does_too(self) -> None:
        rates = Rates([*monthly("KZT", 2020, YEAR), *monthly("KZT", 2021, [22, 23])])
        choice = chosen(rates, "2020-12-01", "2021-01-31", 2021)

        assert choice.rate is not None
        assert choice.rate.rate == 21.5


class TestWithoutThem:
    def test_a_year_that_is_not_whole_has_no_mean(self) -> None:
        choice = chosen(Rates(monthly("KZT", 2020, YEAR[:11])), None, None)

        assert choice.rate is None
        assert choice.told.endswith("there is no KZT rate for the whole of 2020, only 11 of its months")

    def test_a_rate_of_another_year_is_never_taken(self, shipped: Rates) -> None:
        choice = chosen(shipped, "2021-02-03", "2021-02-03", 2021)

        assert choice == Choice(None, "there is no KZT rate for 2021, only rates of 2015 to 2020")

    def test_a_span_that_is_not_covered_has_none(self, shipped: Rates) -> None:
        assert chosen(shipped, "2020-11-01", "2021-02-28", 2021).rate is None

    def test_an_open_period_has_none(self, shipped: Rates) -> None:
        choice = chosen(shipped, "2019-03-01", None)

        assert choice.rate is None
        assert "open" in choice.told

    def test_an_unknown_currency_has_none(self, shipped: Rates) -> None:
        assert shipped.chosen("THB", None, None, 2020) == Choice(None, "there is no THB rate")


class TestTheFinestGoesFirst:
    def test_the_day_itself(self) -> None:
        rates = Rates([*monthly("KZT", 2020, YEAR), *daily("KZT", {"2020-08-17": 16.5, "2020-08-18": 16.6})])
        choice = chosen(rates, "2020-08-18", "2020-08-18")

        assert choice.rate is not None
        assert (choice.rate.rate, choice.rate.observations, choice.told) == (16.6, 1, "the rate of 2020-08-18")

    def test_a_day_without_a_market_takes_the_last_one_before_and_says_so(self) -> None:
        rates = Rates(daily("KZT", {"2020-08-13": 16.4, "2020-08-14": 16.5, "2020-08-17": 16.6}))
        choice = chosen(rates, "2020-08-16", "2020-08-16")

        assert choice.rate is not None
        assert choice.rate.rate == 16.5
        assert choice.told == "the rate of 2020-08-14, the last before 2020-08-16, when none was set"

    def test_a_day_that_the_folder_lacks_is_no_day_without_a_market(self) -> None:
        # A Friday alone, and a fine of the Tuesday after it.
        rates = Rates([*daily("KZT", {"2020-08-14": 16.5}), *monthly("KZT", 2020, YEAR)])
        choice = chosen(rates, "2020-08-18", "2020-08-18")

        assert choice.rate is not None
        assert choice.rate.rate == 17
        assert choice.told == "the rate of the month 2020-08, end of period"

    def test_the_friday_serves_the_sunday_after_it(self) -> None:
        choice = chosen(Rates(daily("KZT", {"2020-08-14": 16.5})), "2020-08-16", "2020-08-16")

        assert choice.rate is not None
        assert choice.rate.rate == 16.5

    def test_another_series_that_has_the_day_goes_before_one_that_has_not(self) -> None:
        other = ExchangeRate("KZT", date(2020, 8, 16), Frequency.DAILY, "zenith", "Bank", 16.9)
        choice = chosen(Rates([*daily("KZT", {"2020-08-14": 16.5}), other]), "2020-08-16", "2020-08-16")

        assert choice.rate is not None
        assert choice.rate.rate == 16.9

    def test_days_without_gaps_go_before_the_end_of_their_month(self) -> None:
        days = {f"2020-08-{day:02}": 1.0 for day in range(1, 32)}
        rates = Rates([*daily("KZT", days), *monthly("KZT", 2020, YEAR)])
        choice = chosen(rates, "2020-08-01", "2020-08-31")

        assert choice.rate is not None
        assert choice.rate.rate == 1.0

    def test_a_day_far_from_any_takes_none(self) -> None:
        assert chosen(Rates(daily("KZT", {"2020-08-03": 16.4})), "2020-08-18", "2020-08-18").rate is None

    def test_a_month_of_days_is_their_mean(self) -> None:
        days = {f"2020-02-{day:02}": float(day) for day in range(3, 29)}
        choice = chosen(Rates(daily("KZT", days)), "2020-02-01", "2020-02-29")

        assert choice.rate is not None
        assert choice.rate.rate == 15.5
        assert choice.rate.basis == "mean of 26 daily rates, closing"

    def test_a_month_with_a_gap_in_its_days_is_none(self) -> None:
        days = {f"2020-02-{day:02}": float(day) for day in (3, 4, 5, 20, 27)}

        assert chosen(Rates(daily("KZT", days)), "2020-02-01", "2020-02-29").rate is None

    def test_a_published_average_of_the_year_goes_before_a_mean(self) -> None:
        rates = Rates([*monthly("KZT", 2020, YEAR), yearly("KZT", 2020, 15.2, PERIOD_AVERAGE)])
        choice = chosen(rates, None, None)

        assert choice.rate is not None
        assert (choice.rate.rate, choice.rate.observations) == (15.2, 1)

    def test_the_end_of_a_year_is_not_its_average(self) -> None:
        assert chosen(Rates([yearly("KZT", 2020, 21, END_OF_PERIOD)]), None, None).rate is None

    def test_the_year_stands_in_for_a_missing_month_and_says_so(self) -> None:
        choice = chosen(Rates([yearly("KZT", 2020, 15.2, PERIOD_AVERAGE)]), "2020-08-18", "2020-08-18")

        assert choice.rate is not None
        assert choice.told == "the rate of the year 2020, period average, for want of one of 2020-08"

    def test_the_average_of_a_month_goes_before_its_end(self) -> None:
        rates = Rates([*monthly("KZT", 2020, YEAR), *monthly("KZT", 2020, [9.5], PERIOD_AVERAGE)])
        choice = chosen(rates, "2020-01-05", "2020-01-05")

        assert choice.rate is not None
        assert choice.rate.rate == 9.5


class TestQuarters:
    QUARTERS = tuple(
        ExchangeRate("KZT", date(2020, month, day), Frequency.QUARTERLY, END_OF_PERIOD, "Treasury", rate)
        for month, day, rate in ((3, 31, 448.0), (6, 30, 404.0), (9, 30, 430.0), (12, 31, 421.0))
    )

    def test_a_day_takes_its_quarter_and_says_so(self) -> None:
        choice = chosen(Rates(self.QUARTERS), "2020-08-18", "2020-08-18")

        assert choice.rate is not None
        assert choice.rate.rate == 430
        assert choice.told == "the rate of the quarter to 2020-09-30, end of period, for want of one of 2020-08"

    @pytest.mark.parametrize(
        ("start", "end", "rate"),
        [("2020-08-01", "2020-08-31", 430), ("2020-07-01", "2020-09-30", 430), ("2020-02-10", "2020-05-01", 426)],
    )
    def test_a_span_takes_the_quarters_that_hold_it(self, start: str, end: str, rate: float) -> None:
        choice = chosen(Rates(self.QUARTERS), start, end)

        assert choice.rate is not None
        assert choice.rate.rate == rate

    def test_four_make_a_year_and_three_do_not(self) -> None:
        whole, broken = chosen(Rates(self.QUARTERS), None, None), chosen(Rates(self.QUARTERS[:3]), None, None)

        assert whole.rate is not None
        assert whole.rate.rate == 425.75
        assert broken.rate is None


@given(st.dates(), st.dates(), st.integers(1, 9999))
def test_any_period_has_a_choice_and_words_for_it(start: date, end: date, year: int) -> None:
    rates = Rates([*monthly("KZT", 2020, YEAR), *daily("KZT", {"0001-01-01": 1.0, "9999-12-31": 2.0})])
    choice = rates.chosen("KZT", start, end, year)

    assert choice.told
    if choice.rate is not None and start != end:
        assert start.replace(day=1) <= choice.rate.date
