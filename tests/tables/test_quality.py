"""Soft checks: what a source contradicts becomes a row, never a failed build."""

from dataclasses import replace
from datetime import date
from typing import Any

from pipeline.facts.fact import Detail, Fact, Modality
from pipeline.money.penalty_units import PenaltyUnit
from pipeline.money.valuation import Valuer
from pipeline.numerals.numeral import Approximation, Numeral, Role
from pipeline.reading.document import Document, Sidecar
from pipeline.reading.source import document_from_text
from pipeline.tables.build import build_tables
from pipeline.tables.dataset_tables import Tables
from pipeline.tables.extraction_record import Extraction
from pipeline.tables.hard_checks import table_problems
from tests.tables.gold_records import TOLERANCES, shipped_valuer

SIDECAR = Sidecar("A report", "Nobody", "KAZ", 2020, "https://example.org/a", "public domain")


class Report:
    """A text whose numbers are coded one by one."""

    def __init__(self, text: str) -> None:
        self.document: Document = document_from_text("a", text, SIDECAR)
        self.numerals: list[Numeral] = []
        self.facts: list[Fact] = []

    def code(self, surface: str, indicator: str, unit: str, part_of: str | None = None, **detail: Any) -> str:  # noqa: ANN401
        start = self.document.text.index(surface, self.numerals[-1].end if self.numerals else 0)
        value = float(surface.replace(",", ""))
        name = f"{len(self.facts):03}"
        self.numerals.append(
            Numeral(
                f"n-{name}",
                start,
                start + len(surface),
                surface,
                Role.QUANTITY,
                "test: by hand",
                value,
                value,
                value,
                Approximation.EXACT,
                unit,
            )
        )
        paragraph = next(each for each in self.document.paragraphs if each.start <= start < each.end)
        self.facts.append(
            Fact(
                f"f-{name}",
                f"n-{name}",
                indicator,
                None,
                Modality.OCCURRED,
                None,
                date(2020, 1, 1),
                date(2020, 12, 31),
                part_of,
                Detail(**detail),
                "test",
                paragraph.start,
                paragraph.end,
                (),
            )
        )
        return f"f-{name}"

    def convert(self, surface: str, currency: str, usd: int) -> str:
        """Code a fine, and give the dollars after it as its equivalent."""
        fact = self.code(surface, "fine.amount", currency, usd_reported_low=float(usd), usd_reported_high=float(usd))
        amount = self.numerals[-1]
        start = self.document.text.index(f"${usd:,})", amount.end) + 1
        self.numerals.append(
            Numeral(
                f"n-e{len(self.facts)}",
                start,
                start + len(f"{usd:,}"),
                f"{usd:,}",
                Role.QUANTITY,
                "test: by hand",
                float(usd),
                float(usd),
                float(usd),
                Approximation.EXACT,
                "USD",
                equivalent_of=amount.numeral_id,
                reason="the equivalent of another amount",
            )
        )
        return fact

    def tables(self) -> Tables:
        extraction = Extraction(self.document, tuple(self.numerals), tuple(self.facts))
        tables = build_tables([extraction], TOLERANCES, shipped_valuer())
        assert [problem.sentence() for problem in table_problems(tables)] == []
        return tables


def findings(tables: Tables) -> list[tuple[str, str]]:
    return [(row["check"], row["fact_id"]) for row in tables.quality.to_pylist()]


def test_the_gold_has_none(tables: Tables) -> None:
    assert findings(tables) == []


def test_a_part_over_its_whole() -> None:
    report = Report("Police detained 10 persons, including 12 women.")
    whole = report.code("10", "detention.persons_detained", "person")
    part = report.code("12", "detention.persons_detained", "person", part_of=whole)
    tables = report.tables()

    assert findings(tables) == [("part_over_whole", part)]
    row = tables.quality.to_pylist()[0]
    assert row["severity"] == "warning"
    assert "“12”" in row["message"]
    assert "“10”" in row["message"]
    assert row["quote"].startswith("Police detained 10")


def test_parts_that_add_up_to_more_than_their_whole() -> None:
    report = Report("Police detained 10 persons: 6 in Almaty and 5 in Astana.")
    whole = report.code("10", "detention.persons_detained", "person")
    report.code("6", "detention.persons_detained", "person", part_of=whole)
    report.code("5", "detention.persons_detained", "person", part_of=whole)

    assert findings(report.tables()) == [("parts_over_whole", whole)]


def test_parts_within_their_whole_are_no_finding() -> None:
    report = Report("Police detained 10 persons: 6 in Almaty and 4 in Astana.")
    whole = report.code("10", "detention.persons_detained", "person")
    report.code("6", "detention.persons_detained", "person", part_of=whole)
    report.code("4", "detention.persons_detained", "person", part_of=whole)

    assert findings(report.tables()) == []


def test_seats_over_their_chamber() -> None:
    report = Report("Of 98 seats in parliament, the party won 84 and its ally 20.")
    chamber = report.code("98", "election.seats_total", "seat", chamber="parliament")
    report.code("84", "election.seats_won", "seat", part_of=chamber)
    report.code("20", "election.seats_won", "seat", part_of=chamber)

    assert findings(report.tables()) == [("seats_over_chamber", chamber)]


def test_shares_of_a_vote_over_a_hundred() -> None:
    report = Report("The president won 71 percent and his rival 36 percent.")
    first = report.code("71", "election.vote_share", "percent", candidate="the president")
    report.code("36", "election.vote_share", "percent", candidate="his rival")

    assert findings(report.tables()) == [("vote_shares_over_hundred", first)]


def test_an_implied_rate_out_of_line_with_the_others() -> None:
    report = Report("Fines were 3,100 baht ($100), 6,200 baht ($200), 930 baht ($30), 3,100 baht ($10).")
    for surface, usd in (("3,100", 100), ("6,200", 200), ("930", 30), ("3,100", 10)):
        report.convert(surface, "THB", usd)

    assert findings(report.tables()) == [("implied_rate_out_of_line", "f-003")]


def test_a_period_after_the_report() -> None:
    report = Report("Police detained 10 persons.")
    report.code("10", "detention.persons_detained", "person")
    report.facts[0] = replace(report.facts[0], period_start=date(2030, 1, 1), period_end=date(2030, 12, 31))

    assert findings(report.tables()) == [("period_after_report", "f-000")]


def test_an_equivalent_that_no_official_rate_comes_to() -> None:
    report = Report("The court fined him 138,900 tenge ($3,300).")
    fine = report.convert("138,900", "KZT", 3_300)
    tables = report.tables()

    assert findings(tables) == [("equivalent_off_official_rates", fine)]
    (row,) = tables.quality.to_pylist()
    # 138,900 / 3,350 and 138,900 / 3,250.
    assert "implies 41.4627 to 42.7385 KZT for one USD, which no official rate of 2019 or 2020" in row["message"]
    (row,) = tables.fines.to_pylist()
    assert (row["equivalent_fit"], row["equivalent_fit_months"]) == ("off", None)


def test_a_currency_without_rates_says_so_and_fails_nothing() -> None:
    report = Report("The court fined him 10,000 baht ($330).")
    report.convert("10,000", "THB", 330)
    tables = report.tables()
    (row,) = tables.fines.to_pylist()

    assert (row["usd_converted"], row["rate_id"], row["rate_choice"]) == (None, None, "there is no THB rate")
    assert row["equivalent_fit"] == "no_rates"
    assert tables.exchange_rates.num_rows == 0


def test_a_penalty_unit_with_decimals_passes_the_checks() -> None:
    report = Report("The court fined him 495.66 tenge ($1).")
    report.convert("495.66", "KZT", 1)
    extraction = Extraction(report.document, tuple(report.numerals), tuple(report.facts))
    unit = PenaltyUnit("KAZ", "index", 165.22, "KZT", date(2020, 1, 1), "Law")
    tables = build_tables([extraction], TOLERANCES, Valuer((), [unit]))

    assert [problem.sentence() for problem in table_problems(tables)] == []
    assert tables.fines.to_pylist()[0]["penalty_units"] == 3
