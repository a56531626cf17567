"""A citation is what the programs that read citations take it for, whatever a source puts into it."""

import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pandas as pd
import pytest
import rispy
from bibtexparser.entrypoint import parse_string
from bibtexparser.middlewares import LatexDecodingMiddleware
from pylatexenc.latex2text import LatexNodes2Text, MacroTextSpec, get_default_latex_context_db

from pipeline import cite
from pipeline.errors import DatasetError
from pipeline.publishing.citation import Citation, CitedDataset
from pipeline.publishing.citation_form import CitationForm
from pipeline.publishing.citation_formats import in_format
from schemas.dataset import DATASET

PLAIN = Citation(
    fact_id="f-abc",
    indicator="detention.persons_detained",
    version="1.2.3",
    author="Amina Çelik",
    title="Rights in the year 2020",
    publisher="A Ministry, a Bureau, and Others",
    published=date(2021, 3, 30),
    retrieved=date(2021, 4, 1),
    is_excerpt=True,
    place="1 > Arrests, paragraph 3",
    quotation="Police detained [[53]] protesters.",
    url="https://example.org/r#:~:text=Police%20detained,-%2C%20a",
)
NASTY = r"50% of {those} \emph fined $3_000 & more #1 ~ ^ <b> | “né” Ω} @misc{x, and {"
HOSTILE = replace(PLAIN, title=NASTY, author=NASTY, publisher=NASTY, place=NASTY, quotation=NASTY, is_excerpt=False)


def decoder() -> LatexNodes2Text:
    """Return a reader of LaTeX that knows the names of characters that it lacks to begin with."""
    known = {"braceleft": "{", "braceright": "}", "less": "<", "greater": ">", "bar": "|", "asciicircum": "^"}
    macros = [MacroTextSpec(f"text{name}", character) for name, character in known.items()]
    context = get_default_latex_context_db()
    context.add_context_category("characters", macros=macros, prepend=True)
    return LatexNodes2Text(latex_context=context)


def bibtex(citation: Citation, *, decoded: bool = True) -> dict[str, dict[str, str]]:
    """Return the entries as a reader of BibTeX has them, by their keys."""
    middleware = [LatexDecodingMiddleware(decoder=decoder())] if decoded else []
    library = parse_string(in_format(citation, CitationForm.BIBTEX), append_middleware=middleware)
    assert library.failed_blocks == []
    return {
        entry.key: {"type": entry.entry_type, **{field.key: field.value for field in entry.fields}}
        for entry in library.entries
    }


class TestBibtex:
    def test_has_the_source_and_the_dataset(self) -> None:
        entries = bibtex(PLAIN)

        assert list(entries) == ["f-abc", "tallybook-f-abc"]
        source, dataset = entries.values()
        assert (source["type"], source["year"], source["date"], source["urldate"]) == (
            "techreport", "2021", "2021-03-30", "2021-04-01",
        )  # fmt: skip
        # A reader takes an address as it stands, and no LaTeX out of it.
        assert bibtex(PLAIN, decoded=False)["f-abc"]["url"] == PLAIN.url
        assert source["note"] == 'Excerpt. 1 > Arrests, paragraph 3: "Police detained [[53]] protesters."'
        assert dataset["version"] == "1.2.3"
        assert dataset["note"] == "Version 1.2.3, row f-abc (detention.persons_detained)"

    @pytest.mark.parametrize("field", ["author", "title"])
    def test_keeps_names_and_titles_whole(self, field: str) -> None:
        """Braces around them keep `and` from parting a name, and capitals as they are."""
        raw = in_format(PLAIN, CitationForm.BIBTEX)

        assert f"  {field} = {{{{{getattr(PLAIN, field)}}}}},\n" in raw

    def test_shows_what_a_source_wrote_and_obeys_none_of_it(self) -> None:
        entries = bibtex(HOSTILE)

        assert list(entries) == ["f-abc", "tallybook-f-abc"]
        assert entries["f-abc"]["institution"] == NASTY
        assert entries["f-abc"]["note"] == f'{NASTY}: "{NASTY}"'

    def test_leaves_out_what_is_not_known(self) -> None:
        source = bibtex(replace(PLAIN, published=None, retrieved=None, author=None))["f-abc"]

        assert source.keys().isdisjoint({"year", "date", "urldate"})
        assert source["author"] == PLAIN.publisher


class TestRis:
    def test_has_the_source_and_the_dataset(self) -> None:
        source, dataset = rispy.loads(in_format(PLAIN, CitationForm.RIS))

        assert (source["type_of_reference"], source["id"], source["authors"]) == ("RPRT", "f-abc", ["Amina Çelik"])
        assert (source["title"], source["publisher"], source["year"]) == (PLAIN.title, PLAIN.publisher, "2021")
        assert (source["date"], source["access_date"], source["urls"]) == ("2021/03/30", "2021/04/01", [PLAIN.url])
        assert source["notes"] == ['Excerpt. 1 > Arrests, paragraph 3: "Police detained [[53]] protesters."']
        assert (dataset["type_of_reference"], dataset["edition"]) == ("DATA", "1.2.3")
        assert "row f-abc" in dataset["notes"][0]

    def test_shows_what_a_source_wrote(self) -> None:
        source, _ = rispy.loads(in_format(HOSTILE, CitationForm.RIS))

        assert (source["title"], source["publisher"]) == (NASTY, NASTY)


@pytest.mark.filterwarnings("ignore::DeprecationWarning", "ignore::UserWarning", "ignore::SyntaxWarning")
class TestCslJson:
    def rendered(self, citation: Citation) -> list[str]:
        from citeproc import (  # noqa: PLC0415 (its import warns)
            Citation as Cited,
        )
        from citeproc import (  # noqa: PLC0415
            CitationItem,
            CitationStylesBibliography,
            CitationStylesStyle,
            formatter,
        )
        from citeproc.source.json import CiteProcJSON  # noqa: PLC0415

        source = CiteProcJSON(json.loads(in_format(citation, CitationForm.CSL_JSON)))
        style = CitationStylesStyle("harvard-cite-them-right", validate=False)
        bibliography = CitationStylesBibliography(style, source, formatter.plain)
        for key in source:
            bibliography.register(Cited([CitationItem(key)]))
        return [str(entry) for entry in bibliography.bibliography()]

    def test_is_rendered_as_a_report_and_a_dataset(self) -> None:
        source, dataset = sorted(self.rendered(PLAIN), key=lambda line: "tallybook" in line)

        assert source.startswith("Amina Çelik (2021) Rights in the year 2020")
        assert PLAIN.url in source
        assert "Accessed: April 1, 2021" in source
        assert dataset.startswith("The tallybook maintainers")

    def test_holds_dates_notes_and_the_row(self) -> None:
        source, dataset = json.loads(in_format(PLAIN, CitationForm.CSL_JSON))

        assert (source["issued"], source["accessed"]) == (
            {"date-parts": [[2021, 3, 30]]}, {"date-parts": [[2021, 4, 1]]},
        )  # fmt: skip
        assert "[[53]]" in source["note"]
        assert (dataset["type"], dataset["version"]) == ("dataset", "1.2.3")

    def test_shows_what_a_source_wrote(self) -> None:
        assert json.loads(in_format(HOSTILE, CitationForm.CSL_JSON))[0]["title"] == NASTY


class TestText:
    def test_names_all_of_it(self) -> None:
        assert in_format(PLAIN, CitationForm.TEXT).splitlines() == [
            f"Amina Çelik. {PLAIN.publisher}. Rights in the year 2020. 2021-03-30. [Excerpt.] Retrieved 2021-04-01.",
            "1 > Arrests, paragraph 3.",
            '"Police detained [[53]] protesters."',
            PLAIN.url,
            f"The tallybook maintainers. {DATASET.title}. Version 1.2.3, row f-abc (detention.persons_detained).",
        ]


class TestEveryRow:
    def test_is_cited_where_its_quote_stands(self, dataset: Path) -> None:
        facts = pd.read_parquet(dataset / "facts.parquet")
        paragraphs = pd.read_parquet(dataset / "paragraphs.parquet").set_index("paragraph_id")["text"]
        cited = CitedDataset(dataset)

        assert len(facts) > 50
        for fact in facts.to_dict("records"):
            citation = cited.citation(fact["fact_id"])
            before, number, after = citation.quotation.partition(f"[[{' '.join(fact['surface'].split())}]]")
            text = " ".join(paragraphs[fact["paragraph_id"]].split())
            assert number
            assert " ".join(f"{before}{fact['surface']}{after}".split()) in text
            assert citation.url == fact["source_url"]

    @pytest.mark.parametrize("form", list(CitationForm))
    def test_of_a_table_is_cited_under_its_index(self, form: CitationForm, dataset: Path) -> None:
        fines = pd.read_parquet(dataset / "fines.parquet").set_index("numeral_id")
        cited = cite(fines, form, dataset)

        assert list(cited.index) == list(fines.index)
        assert cited.iloc[1] == cite(fines.iloc[1], form, dataset)
        assert cited.iloc[1] == cite({"fact_id": fines.iloc[1]["fact_id"]}, form, str(dataset))
        assert fines.iloc[1]["fact_id"] in cited.iloc[1]

    def test_of_an_empty_table_there_is_none(self, dataset: Path) -> None:
        assert cite(pd.read_parquet(dataset / "fines.parquet").head(0), dataset=dataset).empty

    @pytest.mark.parametrize(
        ("row", "form", "told"),
        [
            ({"fact": "f-abc"}, "text", "fact_id"),
            ("f-nowhere", "text", "nearest"),
            ("", "text", "nearest"),
            ("f-", "text", "ids begin so"),
            ("f-abc", "endnote", "write one of text, bibtex, ris, csl-json"),
        ],
    )
    def test_that_is_none_is_one_sentence(self, row: str | dict[str, str], form: str, told: str, dataset: Path) -> None:
        with pytest.raises(DatasetError, match=told):
            cite(row, form, dataset)
