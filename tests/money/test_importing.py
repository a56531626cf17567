"""Downloads taken into the folder of rates, and what is there kept unless it is to be replaced."""

from pathlib import Path

import pytest

from pipeline.errors import RatesError
from pipeline.money.importing import import_rates
from pipeline.money.rate_files import rates_text, read_rates, write_rate_files
from tests.money.rates import SHIPPED, monthly

DOWNLOADS = Path(__file__).parent / "downloads"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with the shipped rates."""
    path = tmp_path / "exchange_rates"
    write_rate_files({path / "kzt.csv": read_rates(SHIPPED)})
    return path


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_new_rates_go_to_a_file_of_their_publisher(folder: Path) -> None:
    before = contents(folder)
    report = import_rates(DOWNLOADS / "ecb.csv", folder)

    assert report.merged.paths == (folder / "ecb.csv",)
    assert (len(report.merged.taken), report.merged.already, report.merged.replaced, report.left) == (7, 0, 0, 0)
    assert contents(folder).keys() == {"kzt.csv", "ecb.csv"}
    assert contents(folder)["kzt.csv"] == before["kzt.csv"]


def test_only_the_currencies_asked_for_are_taken(folder: Path) -> None:
    report = import_rates(DOWNLOADS / "ecb.csv", folder, currencies={"TRY"})

    assert ({rate.currency for rate in report.merged.taken}, report.left) == ({"TRY"}, 5)


def test_rates_that_are_there_stay_where_they_are(folder: Path) -> None:
    # The publisher is the same, the publication has another name.
    report = import_rates(DOWNLOADS / "imf_long.csv", folder)

    assert report.merged.already == 1
    assert sorted(rate.date.isoformat() for rate in report.merged.taken) == ["2020-12-31", "2021-01-31"]
    again = import_rates(DOWNLOADS / "imf_long.csv", folder)
    assert (again.merged.taken, again.merged.already) == ((), 3)


def test_a_second_download_is_added_to_the_first(folder: Path) -> None:
    import_rates(DOWNLOADS / "ecb.csv", folder, currencies={"TRY"})
    import_rates(DOWNLOADS / "ecb.csv", folder, currencies={"JPY"})

    assert {rate.currency for rate in read_rates(folder)} == {"KZT", "TRY", "JPY"}


def test_a_conflict_is_refused_and_nothing_is_written(folder: Path) -> None:
    before = contents(folder)

    with pytest.raises(RatesError) as raised:
        import_rates(DOWNLOADS / "imf_portal.csv", folder)
    assert "kzt.csv: the KZT rate of 2020-07-31 is 418 there and 414.77 in the new series" in str(raised.value)
    assert "give --replace to take the new ones" in str(raised.value)
    assert contents(folder) == before


def test_a_conflict_is_resolved_where_it_stands(folder: Path) -> None:
    report = import_rates(DOWNLOADS / "imf_portal.csv", folder, replace=True)

    assert (report.merged.replaced, report.merged.already) == (1, 1)
    rates = {(rate.currency, rate.date.isoformat(), rate.basis): rate.rate for rate in read_rates(folder)}
    assert rates["KZT", "2020-07-31", "end of period"] == 414.77
    assert b"414.77" in contents(folder)["kzt.csv"]
    assert b"414.77" not in contents(folder)["imf.csv"]


def test_a_rate_out_of_line_with_those_there_is_refused(folder: Path, tmp_path: Path) -> None:
    path = tmp_path / "slip.csv"
    path.write_text(rates_text(monthly("KZT", 2021, [424_200.0])))
    before = contents(folder)

    with pytest.raises(RatesError, match=r"2021-01-31, 424200, is out of line"):
        import_rates(path, folder)
    assert contents(folder) == before


def test_a_file_without_what_was_asked_for_is_refused(folder: Path) -> None:
    with pytest.raises(RatesError, match=r"ecb\.csv: it holds no rate of THB that can be used"):
        import_rates(DOWNLOADS / "ecb.csv", folder, currencies={"THB"})


def test_a_download_broken_off_in_a_line_is_refused(folder: Path, tmp_path: Path) -> None:
    path = tmp_path / "broken.csv"
    path.write_text('Date,USD,JPY\n2020-08-18,1.19,"125')

    with pytest.raises(RatesError, match=r"broken\.csv, line 2: it is no CSV"):
        import_rates(path, folder)


def test_publishers_may_be_far_apart_where_a_state_has_several_rates(folder: Path, tmp_path: Path) -> None:
    write_rate_files({folder / "lbp.csv": monthly("LBP", 2020, [1_507.5, 1_507.5, 1_507.5])})
    path = tmp_path / "other.csv"
    path.write_text(rates_text(monthly("LBP", 2020, [31_000.0])).replace("Bulletin", "x").replace("Bank", "Treasury"))

    assert len(import_rates(path, folder).merged.taken) == 1


def test_a_killed_import_leaves_a_folder_that_can_be_read(folder: Path) -> None:
    left = folder / ".writing-ecb.tmp"
    left.write_text("date,curr")

    assert len(read_rates(folder)) == 72
    import_rates(DOWNLOADS / "ecb.csv", folder)
    assert not left.exists()


def test_a_hidden_file_gives_no_hidden_file(folder: Path, tmp_path: Path) -> None:
    path = tmp_path / ".hidden.csv"
    path.write_text(rates_text(monthly("THB", 2020, [31.0])))
    report = import_rates(path, folder)

    assert [written.name for written in report.merged.paths] == ["hidden.csv"]


def test_a_folder_that_is_a_file_is_one_sentence(folder: Path) -> None:
    with pytest.raises(RatesError, match="it cannot be written"):
        import_rates(DOWNLOADS / "ecb.csv", folder / "kzt.csv")
