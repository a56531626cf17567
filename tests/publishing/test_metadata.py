"""The metadata of the dataset, held by those who read such metadata for a living."""

import csv
import json
import re
import subprocess
from datetime import date
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import frictionless
import pandas as pd
import pyarrow.parquet as pq
import pytest
import rdflib
import yaml
from pandas.io.stata import StataReader

from pipeline.publishing.codebook_entries import entry_families
from pipeline.publishing.coding_scores import read_scores
from pipeline.publishing.stata_copies import stata_name
from pipeline.tables.manifest import read_manifest
from schemas.dataset import DATASET
from schemas.tables.catalog import FACT_TABLES, TABLES
from schemas.tables.column import ColumnType, Table
from tests.conftest import ROOT

NAMES = [table.name for table in FACT_TABLES]
WEB_ANNOTATION = "http://www.w3.org/ns/oa#"


class TestDataPackage:
    def test_is_valid_with_every_row_of_every_table(self, dataset: Path) -> None:
        report = frictionless.validate(dataset / "datapackage.json")

        assert [error.message for task in report.tasks for error in task.errors] == []
        assert report.valid
        assert report.stats["tasks"] == len(TABLES) + len(FACT_TABLES)

    def test_a_wrong_row_would_show(self, dataset: Path, tmp_path: Path) -> None:
        package = json.loads((dataset / "datapackage.json").read_text())
        (resource,) = (one for one in package["resources"] if one["name"] == "fines-csv")
        resource["schema"].pop("foreignKeys")
        (tmp_path / "csv").mkdir()
        text = (dataset / "csv/fines.csv").read_text().replace("at_most", "at_worst", 1)
        (tmp_path / "csv/fines.csv").write_text(text)
        resource["hash"] = ""
        (tmp_path / "datapackage.json").write_text(json.dumps({**package, "resources": [resource]}))

        assert not frictionless.validate(tmp_path / "datapackage.json").valid

    def test_tells_unit_and_meaning_of_each_column(self, dataset: Path) -> None:
        package = json.loads((dataset / "datapackage.json").read_text())
        fields = {one["name"]: one["schema"]["fields"] for one in package["resources"]}

        for table in TABLES:
            assert [(field["name"], field["description"], field.get("unit")) for field in fields[table.name]] == [
                (column.name, column.description, column.unit) for column in table.columns
            ]


@pytest.mark.filterwarnings("ignore::DeprecationWarning", "ignore::FutureWarning")
class TestCroissant:
    def test_is_valid_and_gives_the_rows(self, dataset: Path) -> None:
        import mlcroissant  # noqa: PLC0415 (its import warns)

        described = mlcroissant.Dataset(jsonld=dataset / "croissant.json")

        assert described.metadata.ctx.issues.errors == set()
        assert {one.name for one in described.metadata.record_sets} == {table.name for table in TABLES}
        for name in ("documents", "fines"):
            rows = pq.read_table(dataset / f"{name}.parquet").to_pylist()
            keys = [row[f"{name}/{name[:-1] if name == 'documents' else 'fact'}_id"] for row in described.records(name)]
            assert [key.decode() for key in keys] == [
                row["document_id" if name == "documents" else "fact_id"] for row in rows
            ]


@pytest.fixture(scope="module")
def collection(dataset: Path) -> dict[str, Any]:
    """The annotations, which no test changes."""
    collection: dict[str, Any] = json.loads((dataset / "annotations.jsonld").read_text(encoding="utf-8"))
    return collection


class TestAnnotations:
    def test_find_every_fact_by_words_and_by_characters(self, collection: dict[str, Any], dataset: Path) -> None:
        facts = pq.read_table(dataset / "facts.parquet").to_pylist()
        documents = {row["document_id"]: row for row in pq.read_table(dataset / "documents.parquet").to_pylist()}
        texts = {
            row["document_id"]: (ROOT / row["path"]).read_text(encoding="utf-8").replace("\r\n", "\n")
            for row in documents.values()
        }
        annotations = collection["first"]["items"]

        assert collection["total"] == len(annotations) == len(facts) > 50
        for annotation, fact in zip(annotations, facts, strict=True):
            quote, position = annotation["target"]["selector"]
            text = texts[fact["document_id"]]
            assert annotation["id"].endswith(fact["fact_id"])
            assert text[position["start"] : position["end"]] == quote["exact"] == fact["surface"]
            around = quote["prefix"] + quote["exact"] + quote["suffix"]
            assert text[position["start"] - len(quote["prefix"]) :].startswith(around)

    @pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated")  # the reader's own
    def test_are_web_annotations_to_a_reader_of_linked_data(self, collection: dict[str, Any]) -> None:
        # The terms of the published context that are used here, since a test asks no network.
        terms: dict[str, object] = {
            "oa": WEB_ANNOTATION, "as": "https://www.w3.org/ns/activitystreams#",
            "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#", "id": "@id", "type": "@type",
            "Annotation": "oa:Annotation", "TextualBody": "oa:TextualBody", "TextQuoteSelector": "oa:TextQuoteSelector",
            "TextPositionSelector": "oa:TextPositionSelector", "AnnotationPage": "as:OrderedCollectionPage",
            "AnnotationCollection": "as:OrderedCollection", "first": {"@id": "as:first", "@type": "@id"},
            "items": {"@id": "as:items", "@container": "@list"}, "classifying": "oa:classifying",
            "describing": "oa:describing", "motivation": {"@id": "oa:motivatedBy", "@type": "@vocab"},
            "purpose": {"@id": "oa:hasPurpose", "@type": "@vocab"}, "body": "oa:hasBody", "target": "oa:hasTarget",
            "source": {"@id": "oa:hasSource", "@type": "@id"}, "selector": "oa:hasSelector", "exact": "oa:exact",
            "prefix": "oa:prefix", "suffix": "oa:suffix", "start": "oa:start", "end": "oa:end", "value": "rdf:value",
        }  # fmt: skip
        assert collection["@context"] == "http://www.w3.org/ns/anno.jsonld"
        graph = rdflib.Graph()
        graph.parse(
            data=json.dumps({**collection, "@context": terms}), format="json-ld", publicID="https://example.org/"
        )
        name = rdflib.Namespace(WEB_ANNOTATION)
        annotations = set(graph.subjects(rdflib.RDF.type, name.Annotation))

        assert len(annotations) == collection["total"]
        for annotation in annotations:
            (target,) = graph.objects(annotation, name.hasTarget)
            kinds = {graph.value(one, rdflib.RDF.type) for one in graph.objects(target, name.hasSelector)}
            assert kinds == {name.TextQuoteSelector, name.TextPositionSelector}
            assert graph.value(target, name.hasSource) is not None
            assert graph.value(annotation, name.motivatedBy) == name.classifying
            assert len(list(graph.objects(annotation, name.hasBody))) == 2


class _Page(HTMLParser):
    """The ids and the links of a page, and elements that could run something."""

    def __init__(self) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.elements: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.add(tag)
        found = dict(attrs)
        self.ids += [found["id"] or ""] if "id" in found else []
        self.links += [found["href"] or ""] if "href" in found else []


class TestCodebook:
    @pytest.mark.parametrize("name", ["codebook.md", "codebook.html"])
    def test_prints_every_indicator_and_every_column(self, name: str, dataset: Path) -> None:
        text = (dataset / name).read_text(encoding="utf-8")
        entries = [entry for family in entry_families() for entry in family.entries]

        assert len(entries) > 40
        for entry in entries:
            assert entry.indicator_id in text
            assert entry.label in text
            assert entry.examples
        for table in TABLES:
            assert all(f"{column.name}" in text for column in table.columns)

    def test_has_a_place_for_every_link_and_runs_nothing(self, dataset: Path) -> None:
        page = _Page()
        page.feed((dataset / "codebook.html").read_text(encoding="utf-8"))

        assert len(page.ids) == len(set(page.ids))
        assert {link for link in page.links if link.removeprefix("#") not in page.ids} == set()
        assert page.elements.isdisjoint({"script", "iframe", "object", "img", "link"})

    def test_says_how_well_an_indicator_is_coded(self, dataset: Path) -> None:
        scores = read_scores(dataset / "coding_scores.json")
        score = scores.of("detention.persons_detained", unseen=True)
        section = (dataset / "codebook.md").read_text(encoding="utf-8").partition("### detention.persons_detained\n")[2]
        line = next(line for line in section.splitlines() if line.startswith("| unseen"))

        assert [cell.strip() for cell in line.strip("|").split("|")][1:] == [
            str(cell) for cell in (score.gold, score.correct, score.false, score.precision, score.recall)
        ]
        assert [one.name for one in scores.sets][:4] == ["gold", "dev", "held_out", "composed"]
        # Every annotated fact of the shipped report, counted by indicator.
        gold = (ROOT / "tests/gold/kazakhstan-2020.facts.jsonl").read_text(encoding="utf-8").splitlines()
        assert sum(one.gold for one in scores.sets[0].indicators) == len(gold)


class TestCopies:
    @pytest.mark.parametrize("table", FACT_TABLES, ids=NAMES)
    def test_in_csv_hold_the_same_cells(self, table: Table, dataset: Path) -> None:
        rows = pq.read_table(dataset / f"{table.name}.parquet").to_pylist()
        content = (dataset / f"csv/{table.name}.csv").read_bytes()
        with (dataset / f"csv/{table.name}.csv").open(encoding="utf-8", newline="") as file:
            copies = list(csv.DictReader(file))

        assert b"\r" not in content
        assert len(copies) == len(rows)
        for row, copy in zip(rows, copies, strict=True):
            for column in table.columns:
                assert _read_back(copy[column.name], column.type) == row[column.name], column.name

    @pytest.mark.parametrize("table", FACT_TABLES, ids=NAMES)
    def test_in_stata_hold_the_same_cells(self, table: Table, dataset: Path) -> None:
        rows = pq.read_table(dataset / f"{table.name}.parquet").to_pylist()
        frame = pd.read_stata(dataset / f"stata/{table.name}.dta")
        with StataReader(dataset / f"stata/{table.name}.dta") as reader:
            labels = reader.variable_labels()

        assert len(frame) == len(rows)
        for column in table.columns:
            name = stata_name(column.name)
            assert len(name) <= 32
            assert 0 < len(labels[name].encode()) <= 80
            cells = [None if pd.isna(cell) or cell == "" else cell for cell in frame[name]]
            if column.type is ColumnType.DATE:
                cells = [None if cell is None else cell.date() for cell in cells]
            assert cells == [row[column.name] or (row[column.name] if row[column.name] == 0 else None) for row in rows]


def _read_back(cell: str, kind: ColumnType) -> object:
    if cell == "":
        return None
    match kind:
        case ColumnType.INTEGER:
            return int(cell)
        case ColumnType.NUMBER:
            return float(cell)
        case ColumnType.BOOLEAN:
            return {"true": True, "false": False}[cell]
        case ColumnType.DATE:
            return date.fromisoformat(cell)
        case _:
            return cell


class TestCitationFile:
    def test_of_the_repository_is_that_of_the_shipped_dataset(self, dataset: Path) -> None:
        published, shown = (
            yaml.safe_load((folder / "CITATION.cff").read_text(encoding="utf-8")) for folder in (dataset, ROOT)
        )

        assert published == shown

    def test_has_what_the_format_requires(self, dataset: Path) -> None:
        citation = yaml.safe_load((dataset / "CITATION.cff").read_text(encoding="utf-8"))

        assert citation.keys() >= {"cff-version", "message", "title", "authors", "version", "license"}
        assert re.fullmatch(r"\d{4}-\d{2}-\d{2}", citation["references"][0]["date-released"])


class TestProvenance:
    def test_names_sources_inputs_and_libraries(self, dataset: Path) -> None:
        text = (dataset / "PROVENANCE.md").read_text(encoding="utf-8")
        manifest = read_manifest(dataset)

        digests = [*(entry.sha256 for entry in manifest.sources), *(entry.sha256 for entry in manifest.build.inputs)]
        assert len(digests) >= 3
        assert all(digest in text for digest in digests)
        libraries = {library.name: library.version for library in manifest.build.libraries}
        assert libraries.items() >= {"pyarrow": "26.0.1", "pandera": "0.35.0"}.items()

    def test_licences_name_the_terms_of_data_code_and_sources(self, dataset: Path) -> None:
        text = (dataset / "LICENCES.md").read_text(encoding="utf-8")

        assert DATASET.licence.url in text
        assert DATASET.code_licence.title in text
        assert "public domain" in text

    def test_checksums_are_those_of_every_file(self, dataset: Path) -> None:
        command = ["sha256sum", "--check", "--quiet", "--strict", "checksums.txt"]
        done = subprocess.run(command, cwd=dataset, capture_output=True, text=True, check=False)
        listed = {line.split("  ", 1)[1] for line in (dataset / "checksums.txt").read_text().splitlines()}
        there = {path.relative_to(dataset).as_posix() for path in dataset.rglob("*") if path.is_file()}

        assert (done.returncode, done.stdout) == (0, "")
        assert listed == there - {"checksums.txt"}
