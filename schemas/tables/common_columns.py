"""Columns that several tables share, so that a name means one thing everywhere."""

from schemas.tables.column import Bounds, Column, ColumnType, Reference

SHA256_PATTERN = r"[0-9a-f]{64}"
IDENTIFIER_PATTERN = r"\S+"
COUNTRY_PATTERN = r"[A-Z]{3}"

ROLES = ("quantity", "date", "ordinal", "reference", "name", "idiom", "boilerplate")
APPROXIMATIONS = (
    "exact",
    "about",
    "at_least",
    "more_than",
    "at_most",
    "less_than",
    "between",
    "order_of_magnitude",
)
MODALITIES = ("occurred", "statutory", "proposed")
PAYERS = ("individual", "organization", "leader", "employer")

DOCUMENT_ID = Column(
    "document_id",
    ColumnType.TEXT,
    "Document: the stem of the source file's name, with country and year where the file holds several.",
    pattern=IDENTIFIER_PATTERN,
)
PARAGRAPH_ID = Column(
    "paragraph_id", ColumnType.TEXT, "Paragraph of the document, in `paragraphs`.", pattern=IDENTIFIER_PATTERN
)
NUMERAL_ID = Column(
    "numeral_id", ColumnType.TEXT, "Ledger entry of the number, in `numerals`.", pattern=IDENTIFIER_PATTERN
)
FACT_ID = Column(
    "fact_id", ColumnType.TEXT, "Stable identifier of the fact: cite the row by it.", pattern=IDENTIFIER_PATTERN
)
SECTION = Column("section", ColumnType.TEXT, "Headings over the paragraph, the outermost first, joined by ` > `.")
COUNTRY = Column("country", ColumnType.TEXT, "Country of the report, ISO 3166-1 alpha-3.", pattern=COUNTRY_PATTERN)
REPORT_YEAR = Column(
    "report_year", ColumnType.INTEGER, "Year that the report covers.", unit="year", minimum=1900, maximum=2200
)
START = Column(
    "start", ColumnType.INTEGER, "Offset in the text of its source where it begins.", unit="code point", minimum=0
)
END = Column("end", ColumnType.INTEGER, "Offset in the text of its source after its end.", unit="code point", minimum=0)
SURFACE = Column("surface", ColumnType.TEXT, "The numeral as it stands in the text.", pattern=r"(?s:.+)")
QUOTE = Column("quote", ColumnType.TEXT, "The sentence of the number, as it stands in the text.", pattern=r"(?s:.+)")
SOURCE_URL = Column(
    "source_url",
    ColumnType.TEXT,
    "Address of the source, with a fragment that scrolls to the sentence, or opens the page of a PDF document.",
)
INDICATOR = Column(
    "indicator",
    ColumnType.TEXT,
    "Indicator of the codebook that the number answers to.",
    pattern=r"[a-z_]+\.[a-z_]+",
)
VALUE = Column(
    "value",
    ColumnType.NUMBER,
    "The number stated; null where the text states none, as in `hundreds`.",
    nullable=True,
    unit="see `unit`",
)
LOW = Column("low", ColumnType.NUMBER, "Lower bound that the text asserts.", nullable=True, unit="see `unit`")
HIGH = Column("high", ColumnType.NUMBER, "Upper bound that the text asserts.", nullable=True, unit="see `unit`")
APPROXIMATION = Column("approximation", ColumnType.CATEGORY, "How the text hedges the number.", choices=APPROXIMATIONS)
UNIT = Column(
    "unit",
    ColumnType.TEXT,
    "What one of the number is: `person`, `seat`, `percent`, an ISO 4217 code, `day`, a noun.",
    pattern=r"\S.*",
)
COUNTED = Column(
    "counted",
    ColumnType.TEXT,
    "The noun that is counted, with the words that narrow it, as in the text.",
    nullable=True,
)
MODALITY = Column(
    "modality",
    ColumnType.CATEGORY,
    "Whether it happened (`occurred`), is set by a rule (`statutory`), or is only sought (`proposed`).",
    choices=MODALITIES,
)
ATTRIBUTED_TO = Column(
    "attributed_to",
    ColumnType.TEXT,
    "Who states the number, as in the text; null where the report speaks for itself.",
    nullable=True,
)
PERIOD_START = Column(
    "period_start", ColumnType.DATE, "First day that the number is about; null where the text sets none.", nullable=True
)
PERIOD_END = Column(
    "period_end", ColumnType.DATE, "Last day that the number is about; null where open or not set.", nullable=True
)
PART_OF = Column("part_of", ColumnType.TEXT, "Fact of the whole that the number is a part of.", nullable=True)
PAYER = Column(
    "payer",
    ColumnType.CATEGORY,
    "Who pays; null where the text names only violators or the offense.",
    nullable=True,
    choices=PAYERS,
)
PERSON = Column(
    "person",
    ColumnType.TEXT,
    "Person whom it befell, in the fullest form of the paragraph, several joined by `; `.",
    nullable=True,
)
PARTY = Column("party", ColumnType.TEXT, "Party or list.", nullable=True)
CHAMBER = Column("chamber", ColumnType.TEXT, "Body or chamber.", nullable=True)
CANDIDATE = Column("candidate", ColumnType.TEXT, "Candidate.", nullable=True)
OFFICE = Column("office", ColumnType.TEXT, "Office that is voted for.", nullable=True)
CATEGORY = Column("category", ColumnType.TEXT, "Group that the number is of, such as `women`.", nullable=True)
USD_REPORTED_LOW = Column(
    "usd_reported_low",
    ColumnType.NUMBER,
    "Lower end of the equivalent that the text gives; equal to the upper where it is a single number.",
    nullable=True,
    unit="USD",
    minimum=0,
)
USD_REPORTED_HIGH = Column(
    "usd_reported_high",
    ColumnType.NUMBER,
    "Upper end of the equivalent that the text gives.",
    nullable=True,
    unit="USD",
    minimum=0,
)

EVIDENCE = (DOCUMENT_ID, PARAGRAPH_ID, SECTION, COUNTRY, REPORT_YEAR)
"""Opens every fact table after its key."""
NUMBER = (VALUE, LOW, HIGH, APPROXIMATION, UNIT)
STATEMENT = (COUNTED, MODALITY, ATTRIBUTED_TO, PERIOD_START, PERIOD_END, PART_OF)
CITATION = (NUMERAL_ID, START, END, SURFACE, QUOTE, SOURCE_URL)
"""Closes every fact table."""

FACT_REFERENCES = (
    Reference("document_id", "documents"),
    Reference("paragraph_id", "paragraphs"),
    Reference("numeral_id", "numerals"),
    Reference("part_of", "facts"),
)
FAMILY_REFERENCES = (Reference("fact_id", "facts"), *FACT_REFERENCES)
NUMBER_BOUNDS = (Bounds("low", "high"), Bounds("low", "value"), Bounds("value", "high"))
FACT_BOUNDS = (*NUMBER_BOUNDS, Bounds("period_start", "period_end"), Bounds("start", "end"))
