"""A mistake in a description is one sentence with the file, the key and the remedy."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.errors import SidecarError
from pipeline.reading.document import Sidecar
from pipeline.reading.sidecar import check_sidecar, read_sidecar, sidecar_text, write_sidecar

GOOD = """\
title: Country Report
publisher: A Bureau
country: BLR
year: 2021
url: https://example.org/reports/blr?year=2021
licence: public domain
"""
HASH = "0123456789abcdef" * 4


def written(folder: Path, text: str | bytes) -> Path:
    path = folder / "report.yaml"
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return path


def test_required_keys_alone_are_enough(tmp_path: Path) -> None:
    assert read_sidecar(written(tmp_path, GOOD)) == Sidecar(
        "Country Report", "A Bureau", "BLR", 2021, "https://example.org/reports/blr?year=2021", "public domain"
    )


def test_every_key_is_read(tmp_path: Path) -> None:
    more = (
        "author: Jane Roe\npublished: 2022-04-12\nretrieved: '2023-01-02'\nnotes: |\n  two\n  lines\n"
        f"is_excerpt: true\nsha256: {HASH}\n"
    )

    sidecar = read_sidecar(written(tmp_path, "\ufeff# a comment\n" + GOOD + more), require_sha256=True)

    assert sidecar.author == "Jane Roe"
    assert sidecar.published == date(2022, 4, 12)
    assert sidecar.retrieved == date(2023, 1, 2)
    assert (sidecar.notes, sidecar.is_excerpt, sidecar.sha256) == ("two\nlines", True, HASH)


@pytest.mark.parametrize("code", ["KAZ", "XKX", "SUN"])
def test_states_that_reports_cover_are_countries(tmp_path: Path, code: str) -> None:
    assert read_sidecar(written(tmp_path, GOOD.replace("BLR", code))).country == code


MISTAKES = [
    ("title:", "titel:", "line 1: unknown key 'titel'; did you mean `title`?"),
    ("title:", "license: x\ntitle:", "did you mean `licence`?"),
    ("title:", "zzz: x\ntitle:", "unknown key 'zzz'; the keys are title, publisher,"),
    ("title:", "[a, b]: x\ntitle:", "unknown key"),
    ("year: 2021\n", "", "lacks the key `year`; add a line"),
    ("year: 2021", "year: 2021\nyear: 2020", "line 5: `year` stands twice"),
    ("year: 2021", "year: last", "line 4: `year` is 'last'; it must be a whole number"),
    ("year: 2021", "year: '2021'", "must be a whole number"),
    ("year: 2021", "year: 2021.0", "must be a whole number"),
    ("year: 2021", "year: true", "must be a whole number"),
    ("year: 2021", "year: -2021", "must be a whole number"),
    ("year: 2021", "year: 0x7e5", "must be a whole number"),
    ("year: 2021", "year: 20211", "which no report covers"),
    ("year: 2021", "year: 12", "which no report covers"),
    ("year: 2021", "year: [2021]", "`year` must be a single value"),
    ("year: 2021", "year: 2021\npublished: 2020-12-31", "`published` (2020-12-31) is before the year"),
    ("year: 2021", "year: 2021\npublished: 2022-02-30", "`published` is '2022-02-30'; it must be a date"),
    ("year: 2021", "year: 2021\npublished: March 2022", "must be a date such as"),
    ("year: 2021", "year: 2021\nretrieved: 2022-02-03 10:00:00", "must be a date such as"),
    ("year: 2021", "year: 2021\nis_excerpt: perhaps", "`is_excerpt` is 'perhaps'; it must be true or false"),
    ("year: 2021", "year: 2021\nnotes:", "`notes` is empty; it must be text"),
    ("year: 2021", "year: 2021\nsha256: abc", "`sha256` is not 64 hexadecimal digits"),
    ("title: Country Report", "title: 2021", "`title` is '2021'; it must be text; put it in quotes"),
    ("title: Country Report", "title: ' '", "`title` is empty"),
    ("title: Country Report", 'title: "\\ud800"', "`title` has a line break or a control character in it; write"),
    ("title: Country Report", 'title: "a\\x85b"', "`title` has a line break or a control character in it"),
    ("title: Country Report", "title: Report: Belarus", "is not YAML (line 1, column 14)"),
    ("title: Country Report", "title: {a: b}", "`title` must be a single value"),
    ("country: BLR", "country: Belarus", "`country` is 'Belarus', which is no country's code; write BLR"),
    ("country: BLR", "country: blr", "write BLR"),
    ("country: BLR", "country: BY", "write BLR"),
    ("country: BLR", "country: QQQ", "write the ISO 3166-1 code"),
    ("country: BLR", "country: NO", "`country` is 'NO'; it must be text; put it in quotes"),
    (
        "https://example.org/reports",
        "example.org/reports",
        "`url` is 'example.org/reports/blr?year=2021', which is no web",
    ),
    ("https://example.org/reports/blr?year=2021", "ftp://example.org", "no web address"),
    ("https://example.org/reports/blr?year=2021", "https://", "no web address"),
    ("https://example.org/reports/blr?year=2021", "https://[::1", "no address"),
    ("https://example.org/reports/blr?year=2021", "https://example.org/a b", "no web address"),
    (GOOD, "", "describes nothing"),
    (GOOD, "- a\n- b\n", "describes nothing"),
    (GOOD, "[" * 2000, "is not YAML"),
    (GOOD, "a: !!python/object:os.system x\n", "unknown key"),
    (GOOD, GOOD + "---\n" + GOOD, "is not YAML"),
]


@pytest.mark.parametrize(("found", "put", "clause"), MISTAKES)
def test_a_mistake_is_one_sentence(tmp_path: Path, found: str, put: str, clause: str) -> None:
    path = written(tmp_path, GOOD.replace(found, put, 1))

    with pytest.raises(SidecarError) as refusal:
        read_sidecar(path)

    sentence = str(refusal.value)
    assert sentence.startswith(str(path))
    assert clause in sentence
    assert ";" in sentence
    assert sentence.endswith((".", "?"))
    assert "\n" not in sentence


def test_a_file_that_is_missing_not_utf8_or_too_large(tmp_path: Path) -> None:
    with pytest.raises(SidecarError, match=r"absent\.yaml is missing; write it with the keys title, "):
        read_sidecar(tmp_path / "absent.yaml")
    with pytest.raises(SidecarError, match=r"is not UTF-8 \(byte 22\); save it in UTF-8"):
        read_sidecar(written(tmp_path, b"title: Country Report \xe9\n"))
    with pytest.raises(SidecarError, match="is too large for a description"):
        read_sidecar(written(tmp_path, b"# " + b"x" * 70_000))
    with pytest.raises(SidecarError, match="cannot be read"):
        read_sidecar(tmp_path)


def test_the_hash_can_be_required(tmp_path: Path) -> None:
    with pytest.raises(SidecarError, match="lacks the key `sha256`; write the hash"):
        read_sidecar(written(tmp_path, GOOD), require_sha256=True)


letters = st.characters(exclude_categories=["Cc", "Cs", "Zl", "Zp"])
words = st.text(letters).map(str.strip).filter(bool)


@given(title=words, notes=st.none() | words, day=st.none() | st.dates(date(2021, 1, 1)), excerpt=st.booleans())
def test_what_is_written_is_read_again(
    tmp_path_factory: pytest.TempPathFactory, title: str, notes: str | None, day: date | None, *, excerpt: bool
) -> None:
    sidecar = Sidecar(title, "no", "NOR", 2021, "https://example.org", "1", None, day, day, notes, excerpt, HASH)
    path = tmp_path_factory.getbasetemp() / "again.yaml"

    write_sidecar(path, sidecar)

    assert read_sidecar(path, require_sha256=True) == sidecar


def test_the_order_of_keys_is_fixed_and_what_is_absent_is_left_out() -> None:
    sidecar = Sidecar("T", "P", "KAZ", 2020, "https://example.org", "L", notes="Ünïcode", sha256=HASH)

    lines = sidecar_text(sidecar).splitlines()

    assert [line.split(":")[0] for line in lines] == [
        "title", "publisher", "country", "year", "url", "licence", "notes", "sha256"
    ]  # fmt: skip
    assert "notes: Ünïcode" in lines


def test_a_description_from_elsewhere_is_checked_too() -> None:
    with pytest.raises(SidecarError, match=r"^the command line: `title` is empty; write it out\.$"):
        check_sidecar(Sidecar(" ", "P", "KAZ", 2020, "https://example.org", "L"), "the command line")
