"""Corrections: read with every mistake named, applied to what the program made, stopped when their reason is gone."""

from datetime import date
from pathlib import Path

import pytest

from pipeline.curation.applying import Curated, curated
from pipeline.curation.correction import Action, Correction, Field, ReviewStatus
from pipeline.curation.correction_files import corrections_by_document, read_corrections
from pipeline.curation.fact_fields import value_of
from pipeline.errors import CurationError
from pipeline.facts.extraction import extract
from pipeline.facts.fact import Fact
from pipeline.numerals.numeral import Numeral
from pipeline.reading.document import Document, Sidecar
from pipeline.reading.source import document_from_text
from pipeline.tables.build import build_tables
from pipeline.tables.extraction_record import Extraction
from pipeline.tables.hard_checks import table_problems
from tests.tables.gold_records import TOLERANCES, shipped_valuer

TEXT = "In May police in Quarin detained 53 marchers, including 12 students. Some 40 buses stood in the yard."
HEAD = """\
corrections:
  - document: quarin-2020
    numeral: {numeral}
    action: {action}
    expect: {expect}
    reason: The list of names says so.
    reviewer: A. Reader
    date: 2026-03-31
"""


@pytest.fixture(scope="module")
def document() -> Document:
    sidecar = Sidecar("Quarin", "Nobody", "KAZ", 2020, "https://example.org/", "none")
    return document_from_text("quarin-2020", TEXT, sidecar)


@pytest.fixture(scope="module")
def ledger(document: Document) -> tuple[tuple[Numeral, ...], tuple[Fact, ...]]:
    return extract(document)


def numeral_id(ledger: tuple[tuple[Numeral, ...], tuple[Fact, ...]], surface: str) -> str:
    return next(numeral.numeral_id for numeral in ledger[0] if numeral.surface == surface)


def file_of(folder: Path, text: str) -> Path:
    folder.mkdir(exist_ok=True)
    path = folder / "quarin.yaml"
    path.write_text(text, encoding="utf-8")
    return folder


class Desk:
    """A reviewer's desk: corrections written as YAML, and what becomes of the document by them."""

    def __init__(self, folder: Path, document: Document, ledger: tuple[tuple[Numeral, ...], tuple[Fact, ...]]) -> None:
        self.folder = folder / "curation"
        self.document = document
        self.ledger = ledger

    def decide(self, surface: str, action: str, expect: str, changes: str | None = None) -> Curated:
        text = HEAD.format(numeral=numeral_id(self.ledger, surface), action=action, expect=expect)
        corrections = read_corrections(file_of(self.folder, text + (f"    set: {changes}\n" if changes else "")))
        return self.apply(corrections)

    def apply(self, corrections: tuple[Correction, ...]) -> Curated:
        return curated(self.document, *self.ledger, corrections)


@pytest.fixture
def desk(tmp_path: Path, document: Document, ledger: tuple[tuple[Numeral, ...], tuple[Fact, ...]]) -> Desk:
    return Desk(tmp_path, document, ledger)


def fact_of(found: Curated, surface: str) -> tuple[Numeral, Fact | None]:
    numeral = next(each for each in found.numerals if each.surface == surface)
    return numeral, next((fact for fact in found.facts if fact.numeral_id == numeral.numeral_id), None)


def rows_of(desk: Desk, found: Curated) -> dict[str, dict[str, object]]:
    """The rows of `facts` that a build would write, by surface, after its hard checks."""
    extraction = Extraction(desk.document, found.numerals, found.facts, found.reviews)
    tables = build_tables([extraction], TOLERANCES, shipped_valuer())
    assert [problem.sentence() for problem in table_problems(tables)] == []
    return {row["surface"]: row for row in tables.facts.to_pylist()}


class TestADecision:
    def test_confirms_a_row_as_it_is(self, desk: Desk) -> None:
        found = desk.decide("53", "confirm", "{indicator: detention.persons_detained, value: 53}")

        assert (found.numerals, found.facts) == desk.ledger
        rows = rows_of(desk, found)
        assert rows["53"]["review_status"] == "confirmed"
        assert rows["53"]["review_note"] == "confirmed by A. Reader on 2026-03-31: The list of names says so"
        assert (rows["12"]["review_status"], rows["12"]["review_note"]) == ("unreviewed", None)

    def test_corrects_what_it_sets_and_nothing_else(self, desk: Desk) -> None:
        found = desk.decide(
            "53", "correct", "{indicator: detention.persons_detained, counted: marchers}",
            "{counted: protesters, period_start: 2020-05-02, period_end: 2020-05-02, category: students}",
        )  # fmt: skip
        _, fact = fact_of(found, "53")
        row = rows_of(desk, found)["53"]

        assert fact is not None
        assert (fact.counted, fact.period_start, fact.detail.category) == ("protesters", date(2020, 5, 2), "students")
        assert (fact.indicator, fact.rule) == ("detention.persons_detained", "detention.persons_detained/arrest")
        assert row["review_status"] == "corrected"
        assert "the program had counted 'marchers', period_start 2020-05-01" in str(row["review_note"])

    def test_moves_the_bounds_with_the_hedge(self, desk: Desk) -> None:
        found = desk.decide("53", "correct", "{indicator: detention.persons_detained}", "{approximation: at_least}")
        numeral, _ = fact_of(found, "53")

        assert (numeral.value, numeral.low, numeral.high) == (53, 53, None)
        assert rows_of(desk, found)["53"]["approximation"] == "at_least"

    def test_rejects_a_fact_and_keeps_the_number(self, desk: Desk) -> None:
        found = desk.decide("53", "reject", "{indicator: detention.persons_detained}")
        numeral, fact = fact_of(found, "53")
        _, part = fact_of(found, "12")

        assert fact is None
        assert numeral.reason is not None
        assert "rejected by A. Reader on 2026-03-31" in numeral.reason
        assert part is not None
        assert part.part_of is None
        assert "53" not in rows_of(desk, found)
        assert [review.status for review in found.reviews] == [ReviewStatus.REJECTED]

    def test_adds_a_fact_to_a_number_that_has_none(self, desk: Desk) -> None:
        found = desk.decide(
            "40", "add", "{value: 40}",
            "{indicator: assembly.locations, modality: occurred, counted: buses}",
        )  # fmt: skip
        row = rows_of(desk, found)["40"]

        assert (row["indicator"], row["counted"], row["period_start"]) == ("assembly.locations", "buses", None)
        assert row["quote"] == "Some 40 buses stood in the yard."
        assert row["review_status"] == "added"
        assert row["explanation"] == "Added by A. Reader on 2026-03-31: The list of names says so."


class TestAnExpectation:
    @pytest.mark.parametrize(
        ("surface", "action", "expect", "told"),
        [
            ("53", "confirm", "{indicator: detention.persons_detained, value: 54}", "`value` is 53 and was 54"),
            ("53", "reject", "{indicator: justice.persons_fined}", "is 'detention.persons_detained' and was 'justice."),
            ("40", "confirm", "{indicator: assembly.locations}", "the program no longer codes it"),
        ],
    )
    def test_that_no_longer_holds_stops_the_build(
        self, surface: str, action: str, expect: str, told: str, desk: Desk
    ) -> None:
        with pytest.raises(CurationError) as raised:
            desk.decide(surface, action, expect)
        assert told in str(raised.value)
        assert "quarin.yaml, line 2: what this correction expects of" in str(raised.value)
        assert "then update `expect` or remove the correction" in str(raised.value)

    def test_to_add_where_the_program_has_learned_it(self, desk: Desk) -> None:
        with pytest.raises(CurationError, match=r"now codes it as detention\.persons_detained"):
            desk.decide("53", "add", "{value: 53}", "{indicator: assembly.locations, modality: occurred}")

    def test_of_a_number_that_is_gone(self, desk: Desk) -> None:
        day = date(2026, 3, 31)
        gone = Correction(
            "a.yaml, line 2", "quarin-2020", "n-gone", Action.CONFIRM, (Field("indicator", "x"),), (), "why", "me", day
        )

        with pytest.raises(CurationError, match=r"a\.yaml, line 2: quarin-2020 has no number n-gone any more"):
            desk.apply((gone,))


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("action: confirm", "action: agree", "`action` is 'agree'; it must be one of confirm, correct, reject, add"),
        ("    reason: The list of names says so.\n", "", "`reason` is missing; write it"),
        ("reviewer: A. Reader", "reviewer: ''", "`reviewer` is ''; it must be text"),
        ("date: 2026-03-31", "date: soon", "`date` is 'soon'; it must be a day such as 2026-03-31"),
        ("reviewer:", "reviwer:", "the key 'reviwer' is unknown; write `reviewer`"),
        ("{indicator: detention.persons_detained}", "{value: 53}", "`expect` must say at least the `indicator`"),
        ("{indicator: detention.persons_detained}", "{indicator: a.b, valeu: 53}", "names 'valeu', which is no field"),
        ("{indicator: detention.persons_detained}", "{indicator: a.b, value: many}", "`value` as 'many'; it must be a"),
        ("{indicator: detention.persons_detained}", "{indicator: a.b, modality: past}", "it must be one of occurred"),
        ("{indicator: detention.persons_detained}", "[53]", "`expect` must be fields of a fact"),
        ("action: confirm", "action: correct", "the action `correct` says what to `set`"),
        ("action: confirm", "action: add", "expect no `indicator`"),
        ("    expect:", "    set: {counted: x}\n    expect:", "the action `confirm` sets nothing"),
        ("corrections:", "correction:", "it has no list under the one key `corrections`"),
        ("expect: {", "expect: {{", "it is no YAML in UTF-8"),
    ],
)
def test_a_mistake_is_one_sentence_with_its_line(old: str, new: str, told: str, tmp_path: Path) -> None:
    whole = HEAD.format(numeral="n-a", action="confirm", expect="{indicator: detention.persons_detained}")
    assert len(read_corrections(file_of(tmp_path / "a", whole))) == 1
    assert old in whole

    with pytest.raises(CurationError) as raised:
        read_corrections(file_of(tmp_path / "a", whole.replace(old, new, 1)))
    assert told in str(raised.value)
    assert str(raised.value).startswith(str(tmp_path / "a/quarin.yaml"))
    assert "\n" not in str(raised.value)


def test_one_number_is_decided_on_once(tmp_path: Path) -> None:
    one = HEAD.format(numeral="n-a", action="confirm", expect="{indicator: a.b}")
    folder = file_of(tmp_path / "a", one + one.partition("\n")[2])

    with pytest.raises(CurationError, match=r"line 9: .*line 2 decides on the same number; keep one of them"):
        read_corrections(folder)


def test_a_correction_of_no_document_is_refused(tmp_path: Path) -> None:
    folder = file_of(tmp_path / "a", HEAD.format(numeral="n-a", action="confirm", expect="{indicator: a.b}"))

    assert list(corrections_by_document(folder, ["quarin-2020"])) == ["quarin-2020"]
    with pytest.raises(CurationError, match="there is no document 'quarin-2020'"):
        corrections_by_document(folder, ["another"])


def test_no_file_of_the_folder_is_passed_over(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("x")

    with pytest.raises(CurationError, match=r"notes\.txt: no step of the build reads this"):
        read_corrections(tmp_path)


def test_a_field_of_no_fact_is_null(ledger: tuple[tuple[Numeral, ...], tuple[Fact, ...]]) -> None:
    numeral = ledger[0][0]

    assert value_of(numeral, None, "payer") is None
