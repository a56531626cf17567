"""The verbs `rates import` and `rates update`."""

import shutil
import socket
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pyarrow as pa
import pytest
from pyarrow import parquet

from tests.money.rates import SHIPPED

Run = Callable[..., tuple[int, str, str]]
DOWNLOADS = Path(__file__).parents[1] / "money" / "downloads"


@pytest.fixture
def rates(tmp_path: Path) -> Path:
    """A folder with the shipped rates."""
    folder = tmp_path / "exchange_rates"
    shutil.copytree(SHIPPED, folder)
    return folder


@pytest.fixture
def fines(tmp_path: Path) -> Path:
    """A dataset with one fine that has a rate, one that misses one, and one in dollars."""
    folder = tmp_path / "processed"
    folder.mkdir()
    common = {
        "report_year": 2020, "amount": 100.0, "period_start": date(2020, 8, 18), "period_end": date(2020, 8, 18),
        "usd_converted": None, "usd_converted_low": None, "usd_converted_high": None, "rate_source": None,
        "rate_choice": "x", "usd_deviation_pct": None, "implied_rate_low": None, "implied_rate_high": None,
        "equivalent_fit": "no_equivalent", "equivalent_fit_months": None, "penalty_units": None,
        "penalty_unit_name": None, "penalty_unit_value": None, "penalty_unit_valid_from": None,
        "penalty_unit_also": None,
    }  # fmt: skip
    rows = [
        {**common, "fact_id": f"f-{currency}", "currency": currency, "rate": rate}
        for currency, rate in (("KZT", 420.11), ("THB", None), ("USD", None))
    ]
    parquet.write_table(pa.Table.from_pylist(rows), folder / "fines.parquet")
    return folder


def test_import_says_what_it_took_and_what_it_skipped(run: Run, rates: Path) -> None:
    status, out, err = run("rates", "import", DOWNLOADS / "ecb.csv", "--currency", "try", "--rates", rates)

    assert (status, err) == (0, "")
    assert out.splitlines() == [
        f"{rates}/ecb.csv: 2 rates taken, TRY (Turkish new lira), 2020-08-17 to 2020-08-18",
        "       5 are of currencies that were not asked for",
        "       3 passed over: a day without a rate of the dollar",
        "       1 passed over: XYZ: no currency of ISO 4217",
    ]


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["nowhere.csv"], "nowhere.csv: it cannot be read (No such file or directory); check the path"),
        (["imf_portal.csv"], "give --replace to take the new ones"),
        (["ecb.csv", "--currency", "tenge"], "TENGE: this is no currency of ISO 4217; give a code such as KZT"),
        (["ecb.csv", "--currency", "THB"], "it holds no rate of THB"),
    ],
)
def test_a_mistake_is_one_sentence_and_changes_nothing(run: Run, rates: Path, arguments: list[str], told: str) -> None:
    before = {path.name: path.read_bytes() for path in rates.iterdir()}
    name, *options = arguments
    status, out, err = run("rates", "import", DOWNLOADS / name, *options, "--rates", rates)

    assert (status, out) == (2, "")
    assert told in err
    assert err.count("\n") == 1
    assert {path.name: path.read_bytes() for path in rates.iterdir()} == before


def test_update_says_in_a_sentence_that_the_service_is_down(run: Run, rates: Path, fines: Path) -> None:
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        address = f"http://127.0.0.1:{unused.getsockname()[1]}/"
    before = {path.name: path.read_bytes() for path in rates.iterdir()}
    status, out, err = run(
        "rates", "update", "--service", address, "--tries", "1", "--dataset", fines, "--rates", rates
    )

    assert (status, err) == (0, "")
    assert out.splitlines() == [
        "the service was given up, since it cannot be reached; 1 rates are still missing",
        "their rows stay without a converted amount; `tallybook rates import` reads official series",
    ]
    assert {path.name: path.read_bytes() for path in rates.iterdir()} == before


def test_update_has_nothing_to_do_where_no_rate_is_missing(run: Run, rates: Path, fines: Path) -> None:
    table = parquet.read_table(fines / "fines.parquet")
    parquet.write_table(table.slice(0, 1), fines / "fines.parquet")

    assert run("rates", "update", "--dataset", fines, "--rates", rates) == (0, "no rate is missing\n", "")


def test_update_refuses_what_is_no_address(run: Run, rates: Path, fines: Path) -> None:
    status, out, err = run("rates", "update", "--service", "foo", "--dataset", fines, "--rates", rates)

    assert (status, out) == (2, "")
    assert err == "tallybook: --service foo: this is no address; give one that begins with https://\n"
