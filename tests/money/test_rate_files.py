"""Files of rates: what is read, and each mistake in one sentence with its place."""

from pathlib import Path

import pytest

from pipeline.errors import RatesError
from pipeline.money.exchange_rate import Frequency
from pipeline.money.rate_files import rate_files, rates_text, read_rate_file, read_rates, write_rate_files
from tests.money.rates import HEADER, SHIPPED, monthly

LINE = "2020-08-31,KZT,420.11,monthly,end of period,Bank\n"


def written(folder: Path, text: str, name: str = "rates.csv") -> Path:
    path = folder / "exchange_rates" / name
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


class TestTheShippedRates:
    def test_are_the_month_ends_of_six_years(self) -> None:
        rates = read_rates(SHIPPED)

        assert len(rates) == 6 * 12
        assert {rate.frequency for rate in rates} == {Frequency.MONTHLY}
        by_month = {f"{rate.date:%Y-%m}": rate.rate for rate in rates}
        assert (by_month["2015-01"], by_month["2020-06"], by_month["2020-08"]) == (184.45, 403.93, 420.11)

    def test_are_written_as_they_were_read(self, tmp_path: Path) -> None:
        path = tmp_path / "exchange_rates" / "again.csv"
        write_rate_files({path: read_rates(SHIPPED)})

        assert read_rate_file(path) == read_rates(SHIPPED)
        assert [entry.name for entry in path.parent.iterdir()] == ["again.csv"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "it is empty; give it the header date,currency,rate,frequency,basis,source"),
        ("day,currency,rate\n", "line 1: the header is 'day,currency,rate' and not that of exchange rates"),
        (HEADER + LINE.replace("08-31", "08-32"), "line 2: `date` is '2020-08-32'; it must be a day that exists"),
        (HEADER + LINE.replace("2020-08-31", "31/08/2020"), "line 2: `date` is '31/08/2020'; it must be a day"),
        (HEADER + LINE.replace("08-31", "08-30"), "on which no period of a monthly series ends"),
        (HEADER + LINE.replace("420.11", "-420.11"), "line 2: `rate` is '-420.11'; it must be at least 0.0001"),
        (HEADER + LINE.replace("420.11", "0"), "line 2: `rate` is '0'; it must be at least 0.0001"),
        (HEADER + LINE.replace("420.11", "42011000000000"), "it must be at most 1e+12"),
        (HEADER + LINE.replace("420.11", "420,11"), "line 2: it has 7 cells, and the header 6"),
        (HEADER + LINE.replace("420.11", '"420,11"'), "`rate` is '420,11'; it must be a number with a decimal point"),
        (HEADER + LINE.replace("420.11", "nan"), "`rate` is 'nan'; it must be a number"),
        (HEADER + LINE.replace("KZT", "KTZ"), "`currency` is 'KTZ', which is no currency of ISO 4217"),
        (HEADER + LINE.replace("KZT", "tenge"), "`currency` is 'tenge'; it must be of the form [A-Z]{3}"),
        (HEADER + LINE.replace("KZT", "USD"), "`currency` is USD, of which every rate is 1"),
        (HEADER + LINE.replace("monthly", "weekly"), "`frequency` is 'weekly'; it must be one of daily, monthly"),
        (HEADER + LINE.replace("Bank", ""), "`source` is ''"),
        (HEADER + LINE + LINE.replace("420.11", "421.11"), "line 3: the KZT rate of 2020-08-31 is 421.11 here and"),
        (HEADER + LINE.replace("end of", '"end of'), "it is no CSV"),
    ],
)
def test_a_mistake_is_one_sentence_that_names_the_place(text: str, told: str, tmp_path: Path) -> None:
    path = written(tmp_path, text)

    with pytest.raises(RatesError) as raised:
        read_rates(path.parent)
    assert str(raised.value).startswith(str(path))
    assert told in str(raised.value)
    assert "\n" not in str(raised.value)


def test_a_file_that_is_no_text_is_refused(tmp_path: Path) -> None:
    path = written(tmp_path, HEADER)
    path.write_bytes(HEADER.encode() + b"2020-08-31,KZT,420.11,monthly,\xff,Bank\n")

    with pytest.raises(RatesError, match=r"byte 72 is no text in UTF-8"):
        read_rates(path.parent)


def test_the_same_line_twice_is_one_rate(tmp_path: Path) -> None:
    path = written(tmp_path, HEADER + LINE + LINE)

    assert len(read_rates(path.parent)) == 1


def test_two_files_may_not_contradict_each_other(tmp_path: Path) -> None:
    written(tmp_path, HEADER + LINE, "a.csv")
    path = written(tmp_path, HEADER + LINE.replace("420.11", "420.12").replace("Bank", '"Bank, Yearbook"'), "b.csv")

    with pytest.raises(RatesError, match=r"b\.csv: the KZT rate of 2020-08-31 is 420\.12 here and 420\.11 in a\.csv"):
        read_rates(path.parent)


def test_two_publishers_may_have_rates_of_their_own(tmp_path: Path) -> None:
    written(tmp_path, HEADER + LINE, "a.csv")
    path = written(tmp_path, HEADER + LINE.replace("420.11", "419").replace("Bank", "Treasury"), "b.csv")

    assert [rate.rate for rate in read_rates(path.parent)] == [420.11, 419]


@pytest.mark.parametrize("slip", [42.011, 4201.1])
@pytest.mark.parametrize("place", [0, 1, 2])
def test_a_slipped_decimal_point_is_refused(slip: float, place: int, tmp_path: Path) -> None:
    rates = [418.0, 420.11, 425.0]
    rates[place] = slip
    path = written(tmp_path, rates_text(monthly("KZT", 2020, rates)))

    with pytest.raises(RatesError, match=rf"rate of 2020-0{place + 1}-\d\d, {slip:g}, is out of line"):
        read_rates(path.parent)


def test_a_currency_that_falls_and_stays_down_is_not_out_of_line(tmp_path: Path) -> None:
    path = written(tmp_path, rates_text(monthly("VES", 2018, [10, 11, 79, 85, 90])))

    assert len(read_rates(path.parent)) == 5


@pytest.mark.parametrize("name", ["rates.xlsx", "notes.txt", ".rates.csv"])
def test_no_file_in_the_folder_is_passed_over(name: str, tmp_path: Path) -> None:
    path = written(tmp_path, "", name)

    with pytest.raises(RatesError, match="no step of the build reads this"):
        rate_files(path.parent)


def test_a_missing_folder_has_no_rates(tmp_path: Path) -> None:
    assert read_rates(tmp_path / "nowhere") == ()
