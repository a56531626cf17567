"""The table of the text itself."""

from schemas.tables.column import Bounds, Column, ColumnType, Reference, Table
from schemas.tables.common_columns import DOCUMENT_ID, END, PARAGRAPH_ID, SECTION, SHA256_PATTERN, START

KINDS = ("body", "heading", "furniture")

PARAGRAPHS = Table(
    name="paragraphs",
    description="A row is a paragraph of a document: the text that the other tables quote.",
    key="paragraph_id",
    may_be_empty=False,
    columns=(
        PARAGRAPH_ID,
        DOCUMENT_ID,
        Column("number", ColumnType.INTEGER, "Place in the document, counted from 1.", minimum=1),
        START,
        END,
        SECTION,
        Column("kind", ColumnType.CATEGORY, "Text of the report, a heading, or furniture of the page.", choices=KINDS),
        Column(
            "run_in",
            ColumnType.INTEGER,
            "Length of the run-in heading that opens the paragraph, 0 where there is none.",
            unit="code point",
            minimum=0,
        ),
        Column(
            "element",
            ColumnType.TEXT,
            "XPath of its element in a web page; null for other formats.",
            nullable=True,
            pattern=r"\(//[a-z0-9:-]+\)\[[0-9]+\]",
        ),
        Column(
            "page",
            ColumnType.INTEGER,
            "Page of a PDF document on which it begins, counted from 1; null for other formats.",
            nullable=True,
            minimum=1,
        ),
        Column(
            "boxes",
            ColumnType.TEXT,
            "Where it stands in a PDF document: `page:left,bottom,right,top`, from the lower left corner of the page, "
            "one for each page that it is on, joined by `; `.",
            nullable=True,
            unit="point",
            pattern=r"[0-9]+:[-0-9.,]+(; [0-9]+:[-0-9.,]+)*",
        ),
        Column("text", ColumnType.TEXT, "The paragraph as it stands in the document.", pattern=r"(?s:.+)"),
        Column("sha256", ColumnType.TEXT, "SHA-256 of the text in UTF-8.", pattern=SHA256_PATTERN),
    ),
    references=(Reference("document_id", "documents"),),
    bounds=(Bounds("start", "end"),),
)
