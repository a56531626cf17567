"""The tables of the shipped report, from the ledger and the facts that were read by hand."""

import json
from collections import Counter
from dataclasses import replace

import pandas as pd
import pytest

from pipeline.errors import DatasetError
from pipeline.tables.build import build_tables
from pipeline.tables.dataset_tables import Tables
from pipeline.tables.extraction_record import Extraction
from pipeline.tables.hard_checks import table_problems
from pipeline.tables.span_check import source_problems
from tests.tables.gold_records import ROOT, TOLERANCES, shipped_valuer

FAMILIES = {
    "detentions": ("detention.",),
    "fines": ("fine.amount",),
    "vote_shares": ("election.vote_share", "election.turnout"),
    "seats": ("election.seats_won", "election.seats_contested", "election.seats_total"),
    "migrants": ("migration.",),
}


def gold_facts() -> list[dict[str, object]]:
    path = ROOT / "tests" / "gold" / "kazakhstan-2020.facts.jsonl"
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


class TestTheGold:
    def test_breaks_no_hard_check(self, extraction: Extraction, tables: Tables) -> None:
        assert [problem.sentence() for problem in source_problems(extraction)] == []
        assert [problem.sentence() for problem in table_problems(tables)] == []

    def test_is_whole_in_the_ledger_and_the_facts(self, tables: Tables) -> None:
        roles = Counter(tables.numerals.column("role").to_pylist())

        assert (tables.numerals.num_rows, roles["quantity"], tables.facts.num_rows) == (138, 77, 63)

    @pytest.mark.parametrize("name", sorted(FAMILIES))
    def test_fills_each_family_with_its_facts_and_no_other(self, name: str, tables: Tables) -> None:
        wanted = [f"f-{fact['fact']}" for fact in gold_facts() if str(fact["indicator"]).startswith(FAMILIES[name])]

        assert wanted
        assert sorted(tables.of(name).column("fact_id").to_pylist()) == sorted(wanted)

    def test_gives_rows_in_the_order_of_the_text(self, tables: Tables) -> None:
        for name in ("paragraphs", "numerals", "facts", *FAMILIES):
            starts = tables.of(name).column("start").to_pylist()

            assert starts == sorted(starts), name

    def test_has_money_with_its_equivalent_and_the_rate_that_it_implies(self, tables: Tables) -> None:
        fines = {row["surface"]: row for row in tables.fines.to_pylist()}

        row = fines["138,900"]
        assert (row["amount"], row["currency"], row["payer"]) == (138900, "KZT", "individual")
        assert (row["usd_reported_low"], row["usd_reported_high"]) == (330, 330)
        # $330 was rounded from 325 to 335.
        assert row["implied_rate_low"] == pytest.approx(138900 / 335)
        assert row["implied_rate_high"] == pytest.approx(138900 / 325)

    def test_has_an_address_that_scrolls_to_the_words(self, tables: Tables) -> None:
        for row in tables.facts.to_pylist():
            assert row["source_url"].startswith("https://www.state.gov/reports/")
            assert "#:~:text=" in row["source_url"]


class TestColumns:
    def test_have_the_types_that_a_reader_expects(self, tables: Tables) -> None:
        frame = tables.facts.to_pandas()

        assert frame["value"].dtype == "float64"
        assert frame["report_year"].dtype == "int64"
        assert frame["superseded"].dtype == "bool"
        assert isinstance(frame["modality"].dtype, pd.CategoricalDtype)
        assert list(frame["modality"].dtype.categories) == ["occurred", "statutory", "proposed"]
        assert str(tables.facts.schema.field("period_start").type) == "date32[day]"

    def test_each_say_what_they_mean(self, tables: Tables) -> None:
        for declaration, table in tables.named():
            for field in table.schema:
                assert field.metadata[b"description"].endswith(b"."), f"{declaration.name}.{field.name}"
        assert tables.fines.schema.field("implied_rate_low").metadata[b"unit"] == b"currency per USD"


class TestWhatCannotBePlaced:
    def test_a_numeral_outside_every_paragraph_is_refused(self, extraction: Extraction) -> None:
        numeral = replace(extraction.numerals[0], start=10**6, end=10**6 + 1)
        odd = replace(extraction, numerals=(*extraction.numerals, numeral))

        with pytest.raises(DatasetError, match="lies in no paragraph"):
            build_tables([odd], TOLERANCES, shipped_valuer())

    def test_a_fact_without_its_numeral_is_refused(self, extraction: Extraction) -> None:
        odd = replace(extraction, facts=(replace(extraction.facts[0], numeral_id="n-none"),))

        with pytest.raises(DatasetError, match="n-none, which the ledger does not have"):
            build_tables([odd], TOLERANCES, shipped_valuer())

    def test_text_between_paragraphs_is_a_problem(self, extraction: Extraction) -> None:
        document = extraction.document
        lost = document.paragraphs[9]
        odd = replace(
            extraction,
            document=replace(document, paragraphs=document.paragraphs[:9] + document.paragraphs[10:]),
        )

        (problem,) = source_problems(odd)

        assert "lies in no paragraph" in problem.message
        assert problem.quote is not None
        assert lost.text[:40] in problem.quote
