"""Amounts in USD, equivalents against official rates, and amounts in penalty units; numbers computed by hand."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.errors import RatesError
from pipeline.money.consistency import EquivalentFit, consistency_of
from pipeline.money.conversion import converted, deviation_of
from pipeline.money.penalty_units import PenaltyUnit, in_force, multiple_of, read_penalty_units, whole_multiple
from pipeline.money.rate_files import read_rates
from pipeline.money.rate_lookup import Rates
from tests.money.rates import ROOT, SHIPPED, amount, daily, monthly, yearly

UNITS = read_penalty_units(ROOT / "data/raw/penalty_units.csv")


@pytest.fixture(scope="module")
def shipped() -> Rates:
    return Rates(read_rates(SHIPPED))


class TestConversion:
    def test_the_fine_of_august_2020(self, shipped: Rates) -> None:
        fine = amount(138_900, low=138_900, high=138_900, usd=(330, 330), period=("2020-08-18", "2020-08-18"))
        conversion = converted(fine, shipped)

        # 138,900 / 420.11 = 330.627; 330 is 0.19 percent under it.
        assert (conversion.usd, conversion.usd_low, conversion.usd_high) == (330.63, 330.63, 330.63)
        assert conversion.deviation == -0.19

    def test_an_amount_in_dollars_is_what_it_is(self, shipped: Rates) -> None:
        conversion = converted(amount(500, "USD"), shipped)

        assert (conversion.usd, conversion.rate, conversion.told) == (500, None, "the amount is in USD")

    def test_without_a_rate_there_is_no_number_and_a_reason(self, shipped: Rates) -> None:
        conversion = converted(amount(10_000, "THB", usd=(300, 300)), shipped)

        assert (conversion.usd, conversion.deviation, conversion.told) == (None, None, "there is no THB rate")

    def test_a_range_is_converted_at_both_ends(self) -> None:
        fine = amount(None, "RUB", low=10_000, high=20_000, period=("2019-01-01", "2019-01-31"))
        conversion = converted(fine, Rates(monthly("RUB", 2019, [64.0])))

        assert (conversion.usd, conversion.usd_low, conversion.usd_high) == (None, 156.25, 312.5)

    @pytest.mark.parametrize(
        ("value", "low", "high", "usd", "deviation"),
        [
            (640, None, None, (11, 11), 10.0),
            (640, None, None, (9, 9), -10.0),
            (640, None, None, (9, 12), 0.0),
            (640, None, None, (11, 12), 10.0),
            (None, 640, 1280, (11, 20), 10.0),
            (None, 640, 1280, (10, 15), -25.0),
            (640, None, None, None, None),
        ],
    )
    def test_how_far_an_equivalent_is_off(
        self,
        value: float | None,
        low: float | None,
        high: float | None,
        usd: tuple[float, float] | None,
        deviation: float | None,
    ) -> None:
        assert deviation_of(amount(value, low=low, high=high, usd=usd), 64) == deviation


class TestConsistency:
    def test_months_whose_rate_the_equivalent_allows(self, shipped: Rates) -> None:
        consistency = consistency_of(amount(138_900, usd=(330, 330)), shipped)

        # 138,900 / 335 = 414.63 and 138,900 / 325 = 427.38: 420.11 lies between, the 403.93 of June does not.
        assert consistency.fit is EquivalentFit.FITS
        assert "2020-08" in consistency.months
        assert "2020-06" not in consistency.months

    @pytest.mark.parametrize(
        ("usd", "fit"),
        [
            ((3_300, 3_300), EquivalentFit.OFF),
            ((33, 33), EquivalentFit.OFF),
            (None, EquivalentFit.NO_EQUIVALENT),
        ],
    )
    def test_an_equivalent_that_slipped_a_digit(
        self, usd: tuple[float, float] | None, fit: EquivalentFit, shipped: Rates
    ) -> None:
        consistency = consistency_of(amount(138_900, usd=usd), shipped)

        assert (consistency.fit, consistency.months) == (fit, ())

    def test_without_rates_of_these_years_nothing_is_said(self, shipped: Rates) -> None:
        assert consistency_of(amount(138_900, usd=(330, 330), year=2023), shipped).fit is EquivalentFit.NO_RATES

    def test_yearly_rates_are_too_coarse_to_judge_by(self) -> None:
        rates = Rates([yearly("KZT", 2020, 413, "period average")])

        assert consistency_of(amount(138_900, usd=(330, 330)), rates).fit is EquivalentFit.NO_RATES

    def test_years_that_are_barely_known_contradict_nothing(self) -> None:
        rates = Rates(daily("TRY", {"2020-08-18": 7.37}))

        # 5,670 / 1,001 is near the rate of 2019, which is not there.
        found = consistency_of(amount(5_670, "TRY", usd=(1_001, 1_001)), rates)
        assert (found.fit, found.months) == (EquivalentFit.NO_RATES, ())

    def test_between_two_month_ends_an_equivalent_fits_without_a_month(self) -> None:
        rates = Rates(monthly("KZT", 2020, [380.0, 450.0]))
        consistency = consistency_of(amount(138_900, usd=(330, 330)), rates)

        assert (consistency.fit, consistency.months) == (EquivalentFit.FITS, ())


class TestPenaltyUnits:
    @pytest.mark.parametrize(
        ("money", "count", "unit", "valid_from"),
        [
            (63_125, 25, 2_525, date(2019, 1, 1)),
            (404_000, 160, 2_525, date(2019, 1, 1)),
            (505_000, 200, 2_525, date(2019, 1, 1)),
            (555_600, 200, 2_778, date(2020, 4, 1)),
            (37_875, 15, 2_525, date(2019, 1, 1)),
            (75_750, 30, 2_525, date(2019, 1, 1)),
            (138_900, 50, 2_778, date(2020, 4, 1)),
        ],
    )
    def test_the_fines_of_the_shipped_report(self, money: float, count: int, unit: float, valid_from: date) -> None:
        multiple = multiple_of(amount(money), UNITS)

        assert multiple is not None
        assert (multiple.count, multiple.unit.value, multiple.unit.valid_from) == (count, unit, valid_from)
        assert multiple.others == ()

    @pytest.mark.parametrize("money", [100_000, 2_524, 0, None])
    def test_no_whole_number_of_a_unit(self, money: float | None) -> None:
        assert multiple_of(amount(money), UNITS) is None

    @pytest.mark.parametrize(
        ("country", "currency", "year"), [("KGZ", "KZT", 2020), ("KAZ", "USD", 2020), ("KAZ", "KZT", 2024)]
    )
    def test_units_of_another_country_currency_or_time_do_not_count(
        self, country: str, currency: str, year: int
    ) -> None:
        assert multiple_of(amount(63_125, currency, country=country, year=year), UNITS) is None

    def test_the_latest_unit_wins_and_the_others_are_told(self) -> None:
        # 2,525 × 2,778: a whole number of either.
        multiple = multiple_of(amount(7_014_450), UNITS)

        assert multiple is not None
        assert (multiple.count, multiple.unit.value) == (2_525, 2_778)
        assert [(count, other.value) for count, other in multiple.others] == [(2_778, 2_525)]

    def test_a_unit_from_after_the_fine_cannot_have_set_it(self) -> None:
        before = amount(138_900, period=("2020-02-10", "2020-02-10"))
        after = amount(138_900, period=("2020-04-10", "2020-04-10"))

        assert multiple_of(before, UNITS) is None
        assert multiple_of(after, UNITS) is not None

    @given(st.integers(1, 10**6), st.integers(1, 10**8))
    def test_a_unit_with_decimals_divides_its_multiples(self, count: int, cents: int) -> None:
        value = cents / 100
        total = float(f"{count * cents // 100}.{count * cents % 100:02}")

        assert whole_multiple(total, value) == count

    @given(st.floats(), st.floats(min_value=1e-4, max_value=1e12))
    def test_no_number_is_too_odd_for_it(self, money: float, unit: float) -> None:
        assert whole_multiple(money, unit) >= 0

    def test_a_value_is_in_force_until_the_next(self) -> None:
        values = [unit.value for unit in in_force(UNITS, date(2018, 6, 1), date(2020, 3, 31))]

        assert values == [2_651, 2_525, 2_405]

    @given(st.integers(1, 10_000), st.sampled_from([unit for unit in UNITS if unit.valid_from.year in {2019, 2020}]))
    def test_any_multiple_of_a_unit_is_found(self, count: int, unit: PenaltyUnit) -> None:
        multiple = multiple_of(amount(float(count * unit.value)), UNITS)

        assert multiple is not None
        assert (count, unit) in ((multiple.count, multiple.unit), *multiple.others)

    @pytest.mark.parametrize(
        ("line", "told"),
        [
            ("KAZ,index,-5,KZT,2020-01-01,Law\n", "`value` is '-5'"),
            ("KAZ,index,5,KTZ,2020-01-01,Law\n", "no currency of ISO 4217"),
            ("kaz,index,5,KZT,2020-01-01,Law\n", "`country` is 'kaz'"),
            ("KAZ,index,5,KZT,2020-02-30,Law\n", "`valid_from` is '2020-02-30'"),
            ("KAZ,index,5,KZT,2020-01-01,Law\nKAZ,index,6,KZT,2020-01-01,Law\n", "line 3: the index of 2020-01-01"),
        ],
    )
    def test_a_mistake_in_the_file_is_named(self, line: str, told: str, tmp_path: Path) -> None:
        path = tmp_path / "penalty_units.csv"
        path.write_text(f"country,unit,value,currency,valid_from,source\n{line}")

        with pytest.raises(RatesError) as raised:
            read_penalty_units(path)
        assert told in str(raised.value)
