"""What the page on money shows is what the dataset holds."""

import re
import shlex
import shutil
from pathlib import Path

import pyarrow.parquet as pq

from tests.conftest import Checkout

ROOT = Path(__file__).parent.parent
PAGE = (ROOT / "docs/money.md").read_text(encoding="utf-8")


def rows_shown() -> list[list[str]]:
    lines = [line for line in PAGE.splitlines() if re.match(r"\| [0-9]", line)]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]


def test_the_seven_fines_are_those_of_the_dataset(built: Checkout) -> None:
    folder = built.folder / "data/processed"
    frequencies = {
        rate["rate_id"]: rate["frequency"] for rate in pq.read_table(folder / "exchange_rates.parquet").to_pylist()
    }
    fines = pq.read_table(folder / "fines.parquet").to_pylist()

    assert len(fines) == 7
    assert rows_shown() == [
        [
            f"{fine['amount']:,.0f} {fine['currency']}",
            f"{fine['usd_reported_low']:,.0f}",
            f"{fine['usd_converted']:,.2f}",
            f"{fine['rate']:.2f}",
            f"{fine['rate_date']}, {frequencies[fine['rate_id']]}",
            f"{fine['usd_deviation_pct']:+.2f} %",
            f"{fine['implied_rate_low']:.2f} to {fine['implied_rate_high']:.2f}",
            fine["equivalent_fit_months"],
            f"{fine['penalty_units']:g} × {fine['penalty_unit_value']:,.0f}",
        ]
        for fine in fines
    ]


def test_its_command_runs(built: Checkout, tmp_path: Path) -> None:
    copy = built.copy(tmp_path / "copy")
    shutil.copy(ROOT / "tests/money/downloads/ecb.csv", copy.folder / "eurofxref-hist.csv")
    (line,) = (line for line in PAGE.splitlines() if line.startswith("tallybook "))

    assert "2 rates taken" in copy.output(*shlex.split(line))
    assert (copy.folder / "data/raw/exchange_rates/ecb.csv").is_file()
