"""How fast the core reads: the shipped reports over and over, as distinct documents, a megabyte or more."""

import sys
import time
from pathlib import Path

from pipeline.facts.extraction import extract
from pipeline.reading.document import Document
from pipeline.reading.source import document_from_text, find_sources, read_document

DOCUMENTS = Path("data/raw/documents")
MEGABYTE = 1_000_000
SHORTEST_PROSE = 200
"""Characters: shorter blocks are headings and furniture, and stay what they are."""


def distinct_documents(total: int) -> list[Document]:
    """Return documents of at least `total` bytes together, their prose opened by words of its own.

    A cache keyed by the text must not make the same paragraph free the second time.
    """
    originals = [read_document(source) for source in find_sources([DOCUMENTS])]
    documents: list[Document] = []
    size = 0
    while size < total:
        original = originals[len(documents) % len(originals)]
        mark = f"In region {_letters(len(documents))} it was so. "
        blocks = [mark + block if len(block) > SHORTEST_PROSE else block for block in original.text.split("\n\n")]
        document = document_from_text(f"copy-{len(documents)}", "\n\n".join(blocks), original.sidecar)
        documents.append(document)
        size += len(document.text.encode())
    return documents


def main() -> int:
    """Print the speed of `extract` and return 0."""
    documents = distinct_documents(MEGABYTE)
    extract(documents[0])  # loads the word lists
    size = sum(len(document.text.encode()) for document in documents)
    start = time.perf_counter()
    entries = sum(len(extract(document)[0]) for document in documents)
    seconds = time.perf_counter() - start
    print(f"{size / MEGABYTE / seconds:.2f} MB/s: {size} bytes, {entries} numerals, {seconds:.2f} s, one core")
    return 0


def _letters(number: int) -> str:
    return "".join(chr(ord("a") + int(digit)) for digit in str(number)).capitalize()


if __name__ == "__main__":
    sys.exit(main())
