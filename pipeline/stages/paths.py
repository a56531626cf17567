"""Where a build reads and writes, relative to the checkout; imports nothing of the project."""

from pathlib import Path

RAW = Path("data/raw")
RAW_DOCUMENTS = RAW / "documents"
EXCHANGE_RATES = RAW / "exchange_rates"
PENALTY_UNITS = RAW / "penalty_units.csv"
RAW_KNOWN = (RAW_DOCUMENTS, EXCHANGE_RATES, PENALTY_UNITS)
"""All that a build reads of `data/raw`."""
CURATION = Path("data/curation")
INVENTORY = Path("build/inventory.txt")
SOURCES = Path("build/sources")
DOCUMENTS = Path("build/documents")
EXTRACTED = Path("build/extracted")
TABLES = Path("build/tables")
CODING_SCORES = Path("build/coding_scores.json")
PROCESSED = Path("data/processed")
PARAMETERS = Path("params.yaml")
LOCK = Path("requirements.lock")

READING_PROGRAM = (
    LOCK,
    Path("pipeline/errors.py"),
    Path("pipeline/reading"),
    Path("pipeline/tables/read_source.py"),
    Path("pipeline/tables/record_codec.py"),
    Path("schemas/lexicon"),
)
"""Files that decide what reading makes of a source."""
EXTRACTION_PROGRAM = (
    *READING_PROGRAM,
    Path("pipeline/language"),
    Path("pipeline/numerals"),
    Path("pipeline/facts"),
    Path("pipeline/record.py"),
    Path("pipeline/tables/ledger_record.py"),
    Path("schemas/codebook"),
)
"""Files that decide what the core makes of a document."""
