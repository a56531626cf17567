"""The stage that runs the core: `build/documents` to `build/extracted`, one file a document."""

import sys

from pipeline.facts.extraction import extract
from pipeline.failures import located
from pipeline.progress import followed
from pipeline.reading.document import Document
from pipeline.stages.keyed_folder import (
    is_current,
    item_names,
    key_of,
    program_digest,
    read_item,
    remove_others,
    write_item,
)
from pipeline.stages.paths import DOCUMENTS, EXTRACTED, EXTRACTION_PROGRAM
from pipeline.stages.run import exit_status
from pipeline.tables.ledger_record import Ledger
from pipeline.tables.record_codec import decode_record, encode_record


def extract_documents() -> None:
    """Bring `build/extracted` up to date with the documents and the program.

    Raises:
        DatasetError: a document of the build is damaged.
        CodebookError: an entry of the codebook contradicts itself.

    """
    names = item_names(DOCUMENTS)
    program = program_digest(EXTRACTION_PROGRAM)
    for name in followed(names, "extracting"):
        record = read_item(DOCUMENTS, name)
        key = key_of(record, program)
        if not is_current(EXTRACTED, name, key):
            document = decode_record(Document, record)
            with located(document.path):
                numerals, facts = extract(document)
            write_item(EXTRACTED, name, key, encode_record(Ledger(numerals, facts)))
    remove_others(EXTRACTED, names)


if __name__ == "__main__":
    sys.exit(exit_status(extract_documents))
