"""The table of the sources."""

from schemas.tables.column import Column, ColumnType, Table
from schemas.tables.common_columns import COUNTRY, DOCUMENT_ID, REPORT_YEAR, SHA256_PATTERN

DOCUMENTS = Table(
    name="documents",
    description="A row is a document: where it is from, what it is, and what was found in it.",
    key="document_id",
    may_be_empty=False,
    columns=(
        DOCUMENT_ID,
        Column("title", ColumnType.TEXT, "Title of the report."),
        Column("author", ColumnType.TEXT, "Author, where one is named.", nullable=True),
        Column("publisher", ColumnType.TEXT, "Who published it."),
        Column("published", ColumnType.DATE, "Day of publication.", nullable=True),
        Column("retrieved", ColumnType.DATE, "Day on which the file was taken from its address.", nullable=True),
        COUNTRY,
        REPORT_YEAR,
        Column("url", ColumnType.TEXT, "Address of the source."),
        Column("licence", ColumnType.TEXT, "Terms under which the source may be used."),
        Column("notes", ColumnType.TEXT, "What else a reader should know of the file.", nullable=True),
        Column("is_excerpt", ColumnType.BOOLEAN, "Whether the file holds only a part of the report."),
        Column("sections", ColumnType.TEXT, "Outermost headings of the document, in order, joined by `; `."),
        Column("path", ColumnType.TEXT, "File of the source, relative to the checkout."),
        Column("sha256", ColumnType.TEXT, "SHA-256 of the bytes of the source.", pattern=SHA256_PATTERN),
        Column(
            "start",
            ColumnType.INTEGER,
            "Offset at which it begins in the text of its source, 0 unless the source holds several.",
            unit="code point",
            minimum=0,
        ),
        Column("characters", ColumnType.INTEGER, "Length of its text.", unit="code point", minimum=1),
        Column("paragraphs", ColumnType.INTEGER, "Number of paragraphs.", unit="paragraph", minimum=1),
        Column("numerals", ColumnType.INTEGER, "Number of ledger entries.", unit="numeral", minimum=0),
        Column("facts", ColumnType.INTEGER, "Number of coded facts.", unit="fact", minimum=0),
    ),
)
