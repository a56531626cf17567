"""The stage that builds and checks the tables: `build/documents` and `build/extracted` to `build/tables`."""

import sys
from pathlib import Path

from pipeline.curation.applying import curated
from pipeline.curation.correction_files import corrections_by_document
from pipeline.money.penalty_units import read_penalty_units
from pipeline.money.rate_files import read_rates
from pipeline.money.valuation import Valuer
from pipeline.progress import followed
from pipeline.publishing.version import package_version
from pipeline.reading.document import Document
from pipeline.stages.keyed_folder import item_names, read_item
from pipeline.stages.parameters import read_parameters
from pipeline.stages.paths import (
    CURATION,
    DOCUMENTS,
    EXCHANGE_RATES,
    EXTRACTED,
    PARAMETERS,
    PENALTY_UNITS,
    SOURCES,
    TABLES,
)
from pipeline.stages.run import exit_status
from pipeline.tables.build import build_tables
from pipeline.tables.extraction_record import Extraction
from pipeline.tables.hard_checks import table_problems
from pipeline.tables.ledger_record import Ledger
from pipeline.tables.parquet import write_tables
from pipeline.tables.problem import require_none
from pipeline.tables.read_source import ReadSource
from pipeline.tables.record_codec import decode_record
from pipeline.tables.span_check import source_problems


def write_checked_tables() -> None:
    """Build all tables and write them, after every check has held.

    Raises:
        DatasetError: a check does not hold; nothing is written.
        CurationError: a correction cannot be read, or what it expects no longer holds; nothing is written.
        RatesError: a file of rates or of penalty units is not what it must be; nothing is written.

    """
    parameters = read_parameters(PARAMETERS)
    valuer = Valuer(read_rates(EXCHANGE_RATES), read_penalty_units(PENALTY_UNITS))
    sources = [decode_record(ReadSource, read_item(SOURCES, name)) for name in item_names(SOURCES)]
    left_out = [source for source in sources if source.left_out is not None]
    known = {*item_names(DOCUMENTS), *(Path(source.path).stem for source in left_out)}
    corrections = corrections_by_document(CURATION, known)
    extractions = []
    for name in followed(item_names(DOCUMENTS), "tables"):
        document = decode_record(Document, read_item(DOCUMENTS, name))
        ledger = decode_record(Ledger, read_item(EXTRACTED, name))
        found = curated(document, ledger.numerals, ledger.facts, corrections.get(name, ()))
        extraction = Extraction(document, found.numerals, found.facts, found.reviews)
        require_none(source_problems(extraction))
        extractions.append(extraction)
    tables = build_tables(extractions, parameters.tolerances, valuer, left_out)
    require_none(table_problems(tables))
    TABLES.mkdir(parents=True, exist_ok=True)
    write_tables(TABLES, tables, parameters.layout, package_version())


if __name__ == "__main__":
    sys.exit(exit_status(write_checked_tables))
