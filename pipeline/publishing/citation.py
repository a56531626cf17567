"""What a citation of a row names: its source, the place and the words there, and the dataset."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path

from pipeline.printing import marked, one_line
from pipeline.publishing.dataset_rows import (
    DocumentRow,
    FactRow,
    ParagraphRow,
    all_rows,
    key_meant,
    place_in_quote,
    version_of,
)


@dataclass(frozen=True, slots=True)
class Citation:
    """All that a reference to a row says, in whatever form; each text is one line, printable."""

    fact_id: str
    indicator: str
    version: str
    """Of the dataset."""
    author: str | None
    title: str
    publisher: str
    published: date | None
    retrieved: date | None
    is_excerpt: bool
    place: str
    """Section and paragraph."""
    quotation: str
    """The sentence, its number in double brackets."""
    url: str
    """Of the source, with the fragment that scrolls to the sentence."""

    @property
    def creator(self) -> str:
        """Who answers for the source: its author, else its publisher."""
        return self.author or self.publisher


class CitedDataset:
    """A dataset whose rows are cited; each table is read once, when it is first asked for."""

    def __init__(self, folder: Path) -> None:
        """Cite rows of the dataset in that folder."""
        self._folder = folder

    def citation(self, fact_id: str) -> Citation:
        """Return the citation of a fact by its id, or by the beginning of one.

        Raises:
            DatasetError: no fact or more than one is meant, or the dataset is not whole.

        """
        facts = self._facts
        fact = facts.get(fact_id) or facts[key_meant(fact_id, tuple(facts), "facts has no row with this fact_id")]
        document, paragraph = self._documents[fact.document_id], self._paragraphs[fact.paragraph_id]
        section = f"{fact.section}, " if fact.section else ""
        return Citation(
            fact_id=fact.fact_id,
            indicator=fact.indicator,
            version=self._version,
            author=one_line(document.author) if document.author else None,
            title=one_line(document.title),
            publisher=one_line(document.publisher),
            published=document.published,
            retrieved=document.retrieved,
            is_excerpt=document.is_excerpt,
            place=one_line(f"{section}{paragraph.place}"),
            quotation=marked(fact.quote, *place_in_quote(fact, paragraph)),
            url=one_line(fact.source_url),
        )

    @cached_property
    def _facts(self) -> Mapping[str, FactRow]:
        return {fact.fact_id: fact for fact in all_rows(self._folder, FactRow)}

    @cached_property
    def _documents(self) -> Mapping[str, DocumentRow]:
        return {document.document_id: document for document in all_rows(self._folder, DocumentRow)}

    @cached_property
    def _paragraphs(self) -> Mapping[str, ParagraphRow]:
        return {paragraph.paragraph_id: paragraph for paragraph in all_rows(self._folder, ParagraphRow)}

    @cached_property
    def _version(self) -> str:
        return version_of(self._folder)
