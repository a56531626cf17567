"""Downloads of official series, in their true formats with invented numbers."""

from datetime import date
from pathlib import Path

import pytest

from pipeline.errors import RatesError
from pipeline.money.downloads.download import Collector, Download
from pipeline.money.downloads.periods import period_of
from pipeline.money.exchange_rate import END_OF_PERIOD, PERIOD_AVERAGE, ExchangeRate, Frequency
from pipeline.money.importing import read_download
from pipeline.money.national_currency import country_named, national_currency

FOLDER = Path(__file__).parent / "downloads"


def taken(name: str) -> dict[tuple[str, str, str, str], float]:
    """The rates of a download by currency, day, frequency and basis."""
    return {
        (rate.currency, rate.date.isoformat(), rate.frequency.value, rate.basis): rate.rate
        for rate in read_download(FOLDER / f"{name}.csv").rates
    }


def skipped(name: str) -> dict[str, int]:
    return {each.reason: each.cells for each in read_download(FOLDER / f"{name}.csv").skipped}


def test_the_world_bank_gives_yearly_averages() -> None:
    rates = taken("world_bank")

    assert {(currency, day[:4]): rate for (currency, day, _, _), rate in rates.items()} == {
        ("KZT", "1999"): 119.5,
        ("KZT", "2019"): 382.7,
        ("KZT", "2020"): 412.9,
        # The lira of 1993 and 1999 was another one, of which the restated 0.011 and 0.42 are no rates.
        ("TRY", "2019"): 5.67,
        ("TRY", "2020"): 7.01,
        ("EUR", "1999"): 0.9386,
        ("EUR", "2019"): 0.8933,
        ("EUR", "2020"): 0.8755,
        ("XOF", "1999"): 615.5,
        ("XOF", "2019"): 585.9,
        ("XOF", "2020"): 575.6,
        ("PAB", "1993"): 1.0,
        ("PAB", "1999"): 1.0,
        ("PAB", "2019"): 1.0,
        ("PAB", "2020"): 1.0,
    }
    assert {(frequency, basis) for _, _, frequency, basis in rates} == {("yearly", PERIOD_AVERAGE)}


def test_the_world_bank_says_what_it_passed_over() -> None:
    assert skipped("world_bank") == {
        "the US dollar itself": 4,
        "an indicator that is not PA.NUS.FCRF": 4,
        "members of the euro area, which has a line of its own": 4,
        "Arab World: no country": 2,
        "TRY: before it was the currency of Turkiye": 2,
    }


def test_the_treasury_gives_quarters_and_amendments() -> None:
    assert taken("treasury") == {
        ("KZT", "2020-09-30", "quarterly", END_OF_PERIOD): 431.8,
        ("EUR", "2020-09-30", "quarterly", END_OF_PERIOD): 0.853,
        ("ZMW", "2020-09-30", "quarterly", END_OF_PERIOD): 19.96,
        ("CNY", "2020-09-30", "quarterly", END_OF_PERIOD): 6.81,
        ("LBP", "2020-10-31", "monthly", END_OF_PERIOD): 1500.0,
    }
    assert skipped("treasury") == {
        "a rate that took effect within a month": 1,
        "Ecuador, Dolares: no currency of that name is certain": 1,
        "Cross Border, Dinar: no currency of that name is certain": 1,
    }


def test_the_treasury_names_its_columns_in_two_ways(tmp_path: Path) -> None:
    path = tmp_path / "rates.csv"
    path.write_text(
        "record_date,country,currency,country_currency_desc,exchange_rate,effective_date\n"
        "2020-09-30,Kazakhstan,Tenge,Kazakhstan-Tenge,431.8,2020-09-30\n"
    )
    (rate,) = read_download(path).rates

    assert (rate.currency, rate.date, rate.rate) == ("KZT", date(2020, 9, 30), 431.8)


def test_the_ecb_is_crossed_with_the_dollar() -> None:
    rates = taken("ecb")
    basis = "reference rate, crossed through the euro"

    # 125.66 / 1.1906, 8.7756 / 1.1906, 87.2430 / 1.1906 and 1 / 1.1906, to eight digits.
    assert rates["JPY", "2020-08-18", "daily", basis] == 105.54342
    assert rates["TRY", "2020-08-18", "daily", basis] == 7.3707374
    assert rates["RUB", "2020-08-18", "daily", basis] == 73.276499
    assert rates["EUR", "2020-08-18", "daily", basis] == 0.83991265
    assert {day for _, day, _, _ in rates} == {"2020-08-18", "2020-08-17"}
    assert ("RUB", "2020-08-17", "daily", basis) not in rates
    assert skipped("ecb") == {
        "a day without a rate of the dollar": 3,
        "XYZ: no currency of ISO 4217": 1,
    }


@pytest.mark.parametrize(
    ("name", "wanted"),
    [
        (
            "imf_portal",
            {
                ("KZT", "2020-07-31", "monthly", END_OF_PERIOD): 414.77,
                ("KZT", "2020-08-31", "monthly", END_OF_PERIOD): 420.11,
                ("KZT", "2020-07-31", "monthly", PERIOD_AVERAGE): 411.3,
                ("KZT", "2020-08-31", "monthly", PERIOD_AVERAGE): 418.4,
                ("KZT", "2020-12-31", "yearly", PERIOD_AVERAGE): 412.95,
                ("KGS", "2020-07-31", "monthly", END_OF_PERIOD): 77.2,
                ("EUR", "2020-07-31", "monthly", PERIOD_AVERAGE): 0.87,
                ("EUR", "2020-08-31", "monthly", PERIOD_AVERAGE): 0.85,
            },
        ),
        (
            "imf_long",
            {
                ("KZT", "2020-08-31", "monthly", END_OF_PERIOD): 420.11,
                ("KZT", "2021-01-31", "monthly", END_OF_PERIOD): 424.2,
                ("KZT", "2020-12-31", "yearly", PERIOD_AVERAGE): 412.95,
            },
        ),
        (
            "imf_statistics",
            {
                ("KZT", "2020-12-31", "yearly", END_OF_PERIOD): 420.91,
                ("KZT", "2020-08-31", "monthly", END_OF_PERIOD): 420.11,
                ("KZT", "2020-09-30", "quarterly", END_OF_PERIOD): 431.8,
                ("CDF", "2020-12-31", "yearly", PERIOD_AVERAGE): 1851.1,
                ("CDF", "2020-08-31", "monthly", PERIOD_AVERAGE): 1955.2,
            },
        ),
    ],
)
def test_the_imf_gives_its_series_in_three_shapes(name: str, wanted: dict[tuple[str, str, str, str], float]) -> None:
    assert taken(name) == wanted
    assert skipped(name)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "it is empty"),
        ("a,b,c\n1,2,3\n", "its first line is 'a,b,c', the header of no known series"),
        ("date;currency;rate\n", "its first line is 'date;currency;rate', the header of no known series"),
        ('"Country Name","Country Code","Indicator Name","Indicator Code","people"\n', "the header of no known series"),
    ],
)
def test_an_unknown_header_is_refused(text: str, told: str, tmp_path: Path) -> None:
    path = tmp_path / "odd.csv"
    path.write_text(text)

    with pytest.raises(RatesError) as raised:
        read_download(path)
    assert told in str(raised.value)
    assert "give the CSV download, separated by commas, of the IMF's exchange rates" in str(raised.value)


@pytest.mark.parametrize("name", ["ecb", "imf_portal", "imf_long", "imf_statistics", "treasury", "world_bank"])
def test_a_download_that_was_broken_off_is_refused(name: str, tmp_path: Path) -> None:
    whole = (FOLDER / f"{name}.csv").read_text(encoding="utf-8-sig")
    path = tmp_path / "broken.csv"
    lines = whole.splitlines()
    path.write_text("\n".join([*lines[:-1], lines[-1].rsplit(",", 2)[0]]) + "\n", encoding="utf-8")

    with pytest.raises(RatesError, match=r"broken\.csv, line \d+: it has \d+ cells, and the header \d+; download"):
        read_download(path)


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        ("ecb", "125.92", "12x"),
        ("ecb", "2020-08-17", "2020-08-32"),
        ("imf_portal", "420.11", "42o.11"),
        ("imf_long", "424.2", "unknown"),
        ("treasury", '"431.8"', '"n/a"'),
        ("treasury", '"2020-10-31"', '"31/10/2020"'),
        ("world_bank", '"382.7"', '"382,7"'),
    ],
)
def test_a_cell_that_is_no_rate_is_named_by_its_line(name: str, old: str, new: str, tmp_path: Path) -> None:
    whole = (FOLDER / f"{name}.csv").read_text(encoding="utf-8-sig")
    assert old in whole
    path = tmp_path / "odd.csv"
    path.write_text(whole.replace(old, new), encoding="utf-8")

    with pytest.raises(RatesError, match=r"odd\.csv, line \d+: .*; download the file again"):
        read_download(path)


@pytest.mark.parametrize(
    ("country", "years", "restated"),
    [("BLR", (2012, 2014), 0.83), ("TUR", (2001, 2003), 1.5), ("ZMB", (2010, 2012), 4.8), ("DEU", (1995, 1998), 0.9)],
)
def test_a_series_that_ends_before_a_new_currency_is_nobodys_rate(
    country: str, years: tuple[int, int], restated: float
) -> None:
    collector = Collector("test")
    series = [
        ExchangeRate("", date(year, 12, 31), Frequency.YEARLY, PERIOD_AVERAGE, "Bank", restated)
        for year in range(years[0], years[1] + 1)
    ]
    collector.take_national(country, country, series)

    assert collector.download().rates == ()
    assert "before it was the currency of" in collector.download().skipped[0].reason


def test_of_two_rates_for_one_time_neither_is_taken(tmp_path: Path) -> None:
    head, *lines = (FOLDER / "treasury.csv").read_text(encoding="utf-8").splitlines()
    again = lines[0].replace('"431.8"', '"481.8"')
    for order in ([lines[0], again, lines[1]], [again, lines[1], lines[0]]):
        path = tmp_path / "twice.csv"
        path.write_text("\n".join([head, *order]), encoding="utf-8")
        download = read_download(path)

        assert [rate.currency for rate in download.rates] == ["EUR"]
        assert [each.reason for each in download.skipped] == ["KZT: two rates for the same time"]


def test_a_rate_of_before_any_series_is_passed_over(tmp_path: Path) -> None:
    path = tmp_path / "old.csv"
    path.write_text('"SERIES_CODE","COUNTRY","1850-M07","2020-M07"\n"GBR.XDC_USD.EOP_RT.M","UK","0.2","0.76"\n')
    download = read_download(path)

    assert [rate.date.year for rate in download.rates] == [2020]
    assert [each.reason for each in download.skipped] == ["GBP: a number or a day that can be no rate's"]


def test_a_file_in_our_own_format_is_known_too() -> None:
    download = read_download(FOLDER.parents[2] / "data/raw/exchange_rates/kzt.csv")

    assert isinstance(download, Download)
    assert len(download.rates) == 72


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("2020-M08", (date(2020, 8, 31), Frequency.MONTHLY)),
        ("2020M2", (date(2020, 2, 29), Frequency.MONTHLY)),
        ("2020-08", (date(2020, 8, 31), Frequency.MONTHLY)),
        ("2020-Q3", (date(2020, 9, 30), Frequency.QUARTERLY)),
        ("2020", (date(2020, 12, 31), Frequency.YEARLY)),
        ("2020-M13", None),
        ("0000", None),
        ("Attribute", None),
    ],
)
def test_periods(text: str, period: tuple[date, Frequency] | None) -> None:
    assert period_of(text) == period


@pytest.mark.parametrize(
    ("name", "country"),
    [
        ("Kazakhstan, Rep. of", "KAZ"),
        ("Congo, Dem. Rep. of the", "COD"),
        ("Korea, Rep. of", "KOR"),
        ("Côte d'Ivoire", "CIV"),
        ("COTE D'IVOIRE", "CIV"),
        ("Antigua & Barbuda", "ATG"),
        ("Bolivia", "BOL"),
        ("China, P.R.: Hong Kong", None),
        ("Korea", None),
        ("World", None),
        ("", None),
    ],
)
def test_countries_by_name(name: str, country: str | None) -> None:
    assert country_named(name) == country


@pytest.mark.parametrize(
    ("country", "day", "currency"),
    [
        ("KAZ", date(2020, 1, 1), "KZT"),
        ("DEU", date(1995, 1, 1), "DEM"),
        ("DEU", date(2020, 1, 1), "EUR"),
        ("PAN", date(2020, 1, 1), "PAB"),
        ("ECU", date(2020, 1, 1), "USD"),
        ("XKX", date(2020, 1, 1), "EUR"),
    ],
)
def test_national_currencies(country: str, day: date, currency: str) -> None:
    assert national_currency(country, day) == currency
