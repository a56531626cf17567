"""What the README shows is what happens: its row, its commands, its Python, its example."""

import re
import shlex
import sys
from pathlib import Path

import pytest
import yaml
from pyarrow import parquet

from pipeline.evaluation.examples import Example, failures
from pipeline.evaluation.fields import Fields
from pipeline.reading.sidecar import read_sidecar
from tests.conftest import Checkout

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
BUILT_BY_HAND = {"make dataset", "make test"}
"""They make an environment; what they then run is run here, and the rest by continuous integration."""


def blocks(language: str) -> list[str]:
    """Return the code blocks of the README that are in one language."""
    return re.findall(rf"^```{language}\n(.*?)^```$", README, flags=re.MULTILINE | re.DOTALL)


def commands() -> list[str]:
    """Return the command lines of the README, comments left out."""
    lines = (line.partition("  #")[0].strip() for block in blocks("sh") for line in block.splitlines())
    return [line for line in lines if line]


@pytest.fixture(scope="module")
def checkout(built: Checkout, tmp_path_factory: pytest.TempPathFactory) -> Checkout:
    """A built copy of this checkout, and a report to add."""
    copy = built.copy(tmp_path_factory.mktemp("clone") / "tallybook")
    (copy.folder / "report.txt").write_text("Section 1. Arrests\n\nIn May police detained 12 demonstrators.\n")
    return copy


def test_the_row_is_a_row_of_the_dataset_and_stands_early(checkout: Checkout) -> None:
    lines = README.splitlines()
    place = next(number for number, line in enumerate(lines, start=1) if line.startswith("| `f-"))
    names, shown = (
        [cell.strip(" `") for cell in lines[number].strip("|").split("|")] for number in (place - 3, place - 1)
    )
    rows = parquet.read_table(checkout.folder / "data/processed/facts.parquet", columns=[*names, "quote"]).to_pylist()
    row = next(row for row in rows if row["fact_id"] == shown[0])
    quotation = next(line for line in lines if line.startswith("> "))[2:].replace("**", "").removesuffix(" …")

    assert place <= 15
    assert [f"{row[name]:g}" if name == "value" else str(row[name]) for name in names] == shown
    assert row["quote"].startswith(quotation)


def test_the_commands_run_in_their_order(checkout: Checkout) -> None:
    ran = []
    for line in commands():
        if line in BUILT_BY_HAND:
            assert f"\n{line.removeprefix('make ')}:" in (ROOT / "Makefile").read_text(encoding="utf-8")
        else:
            ran.append(shlex.split(line)[:2])
            checkout.output(*shlex.split(line))

    assert [verb for _, verb in ran] == [
        "explain", "explain", "cite", "cite", "review", "check", "publish", "rates", "rates", "extract", "add", "repro",
        "review",
    ]  # fmt: skip
    documents = parquet.read_table(checkout.folder / "data/processed/documents.parquet")
    assert "report" in documents.column("document_id").to_pylist()


def test_the_python_runs(checkout: Checkout) -> None:
    (code,) = blocks("python")

    assert "KZT" in checkout.output(sys.executable, "-c", code)


def test_the_example_of_an_indicator_holds() -> None:
    _, text = blocks("yaml")
    content = yaml.safe_load(text)
    shown = [
        Example(f"readme-{key}", "detention.persons_detained", Fields("README.md", fields), is_counter)
        for key, is_counter in (("examples", False), ("counter_examples", True))
        for fields in content[key]
    ]

    assert len(shown) == 2
    assert [failures(example) for example in shown] == [(), ()]


def test_the_parts_of_a_source_are_a_description(tmp_path: Path) -> None:
    text, _ = blocks("yaml")
    path = tmp_path / "report.yaml"
    path.write_text(f"title: T\npublisher: P\ncountry: KEN\nyear: 2019\nurl: https://example.org\nlicence: L\n{text}")
    parts = read_sidecar(path).parts

    assert parts is not None
    assert [(part.country, part.year) for part in parts] == [("KEN", 2020), ("UGA", None)]


def test_what_it_links_to_is_there() -> None:
    links = re.findall(r"\]\(([^)]+)\)", README)

    assert links
    assert [link for link in links if not (ROOT / link).exists()] == []
