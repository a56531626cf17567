"""How fast the core reads: the shipped reports over and over, as distinct documents, a megabyte or more."""

import argparse
import cProfile
import pstats
import sys
import time
from pathlib import Path

from pipeline.facts.extraction import extract
from pipeline.reading.document import Document
from pipeline.reading.source import document_from_text, find_sources, read_document

DOCUMENTS = Path("data/raw/documents")
MEGABYTE = 1_000_000
PROFILED_FUNCTIONS = 25
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
    """Print the speed of `extract`, with `--profile` also the functions that took the time, and return 0."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--profile", action="store_true", help="also list the functions that took the time")
    wanted = parser.parse_args()
    documents = distinct_documents(MEGABYTE)
    extract(documents[0])  # loads the word lists
    size = sum(len(document.text.encode()) for document in documents)
    wall, processor = time.perf_counter(), time.process_time()
    entries = _entries(documents)
    wall, processor = time.perf_counter() - wall, time.process_time() - processor
    # Of the processor's time: what else the machine does is no matter of the core's.
    print(f"{size / MEGABYTE / processor:.2f} MB/s on one core")
    print(f"{size} bytes, {entries} numerals, {processor:.2f} s of processor time, {wall:.2f} s by the clock")
    if wanted.profile:
        profile = cProfile.Profile()
        profile.runcall(_entries, documents)
        pstats.Stats(profile).strip_dirs().sort_stats("tottime").print_stats(PROFILED_FUNCTIONS)
    return 0


def _entries(documents: list[Document]) -> int:
    return sum(len(extract(document)[0]) for document in documents)


def _letters(number: int) -> str:
    return "".join(chr(ord("a") + int(digit)) for digit in str(number)).capitalize()


if __name__ == "__main__":
    sys.exit(main())
