"""A small extractor and a small dataset, so that the command line is tested apart from the rules."""

import re
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pyarrow as pa
import pytest
from pyarrow import parquet

from pipeline.commands.main import main
from pipeline.facts import extraction
from pipeline.facts.fact import Detail, Fact, Modality
from pipeline.numerals.numeral import Approximation, Numeral, Role
from pipeline.reading.document import Document
from schemas.tables.arrow_schema import VERSION_KEY

TEXT = "Police detained 53 protesters.\n\nThe road has 12.5 lanes, and \x1b[31m12.5 is a lot.\n"
"""Its second paragraph tries to steer the terminal."""


def extract_digits(document: Document) -> tuple[tuple[Numeral, ...], tuple[Fact, ...]]:
    """Make every run of digits a quantity, and the first of them a fact."""
    numerals, facts = [], []
    for place, found in enumerate(re.finditer(r"\d+(?:\.\d+)?", document.text)):
        value = float(found[0])
        span = (document.start + found.start(), document.start + found.end())
        numerals.append(
            Numeral(
                numeral_id=f"n-{place}",
                start=span[0],
                end=span[1],
                surface=found[0],
                role=Role.QUANTITY,
                rule="digits: a run of digits",
                value=value,
                low=value,
                high=value,
                approximation=Approximation.EXACT,
                unit="person",
                reason="the test codes only the first",
            )
        )
    if numerals:
        detail = Detail(usd_reported_low=10.0, usd_reported_high=12.5, party="Größe", also=("a.b",))
        facts.append(
            Fact(
                fact_id="f-0",
                numeral_id="n-0",
                indicator="detention.persons_detained",
                counted="protesters",
                modality=Modality.OCCURRED,
                attributed_to=None,
                period_start=date(2020, 6, 6),
                period_end=None,
                part_of=None,
                detail=detail,
                rule="detain",
                quote_start=0,
                quote_end=30,
                explanation=("It was detained.",),
            )
        )
    return tuple(numerals), tuple(facts)


Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run a command line in this process with the small extractor; gives status, stdout and stderr."""
    monkeypatch.setattr(extraction, "extract", extract_digits)

    def run_one(*arguments: str | Path) -> tuple[int, str, str]:
        status = main([str(argument) for argument in arguments])
        captured = capsys.readouterr()
        return status, captured.out, captured.err

    return run_one


@pytest.fixture
def report(tmp_path: Path) -> Path:
    """A report with a description beside it."""
    path = tmp_path / "sources" / "road.txt"
    path.parent.mkdir()
    path.write_bytes(TEXT.encode())
    path.with_suffix(".yaml").write_text(
        "title: Roads\npublisher: Ministry\ncountry: GBR\nyear: 2020\nurl: https://example.org/\nlicence: none\n"
    )
    return path


@pytest.fixture
def dataset(tmp_path: Path) -> Path:
    """Tables with the columns that the verbs read: one fact, and three quantities without one."""
    folder = tmp_path / "processed"
    folder.mkdir()
    first, second = TEXT.rstrip("\n").split("\n\n")
    common = {"document_id": "road", "section": "1 > Roads", "country": "GBR", "report_year": 2020}
    stated = {"role": "quantity", "low": None, "high": None, "approximation": "about", "equivalent_of": None}
    place = TEXT.index("12.5")
    numerals = [
        {**common, **stated, "numeral_id": "n-aaa", "paragraph_id": "p-1", "start": 16, "end": 18, "surface": "53",
         "value": 53.0, "unit": "person", "counted": "protesters", "governor": "detain", "fact_id": "f-aaa",
         "reason": None, "rule": "digits: a run", "quote": first},
        *(
            {**common, **stated, "numeral_id": f"n-bb{name}", "paragraph_id": "p-2", "start": start, "end": start + 4,
             "surface": "12.5", "value": 12.5, "unit": "lane", "counted": counted, "governor": governor,
             "fact_id": None, "reason": "nothing asks for lanes", "rule": "digits: a run", "quote": second}
            for name, start, counted, governor in (
                ("a", TEXT.rindex("12.5"), "big lots", "be"),
                ("b", place, "lanes of roads", "have"),
                ("c", place, "lanes", "have"),
            )
        ),
    ]  # fmt: skip
    facts = [
        {**common, "fact_id": "f-aaa", "numeral_id": "n-aaa", "paragraph_id": "p-1", "start": 16, "end": 18,
         "indicator": "detention.persons_detained", "counted": "protesters", "modality": "occurred",
         "attributed_to": None, "period_start": date(2020, 6, 6), "period_end": None, "part_of": None, "rule": "detain",
         "payer": "individual", "usd_reported_low": 10.0, "usd_reported_high": 12.5, "party": None, "chamber": None,
         "candidate": None, "office": None, "category": "women", "person": None, "per": None, "superseded": False,
         "suspended": True, "also": None,
         "explanation": "They were detained.\nNo other verb is near.", "quote": first,
         "source_url": "https://example.org/#:~:text=Police"}
    ]  # fmt: skip
    documents = [
        {"document_id": "road", "title": "Roads", "author": None, "publisher": "Ministry",
         "published": date(2021, 3, 30), "retrieved": date(2021, 4, 1), "country": "GBR", "report_year": 2020,
         "is_excerpt": True}
    ]  # fmt: skip
    paragraphs = [
        {"paragraph_id": "p-1", "number": 1, "start": 0, "element": None, "page": 12, "text": first},
        {
            "paragraph_id": "p-2",
            "number": 2,
            "start": len(first) + 2,
            "element": "(//p)[2]",
            "page": None,
            "text": second,
        },
    ]
    tables = {"numerals": numerals, "facts": facts, "documents": documents, "paragraphs": paragraphs}
    for name, rows in tables.items():
        table = pa.Table.from_pylist(rows).replace_schema_metadata({VERSION_KEY: b"0.0.test"})
        parquet.write_table(table, folder / f"{name}.parquet")
    return folder
