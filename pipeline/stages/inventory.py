"""The stage that looks over `data/raw`: whatever no step reads is refused, and the sources are listed.

It alone depends on the whole folder, so that a new file of rates does not make every report be read again.
"""

import sys

from pipeline.errors import SourceError
from pipeline.reading.source import LEFT_BY_OTHER_PROGRAMS, find_sources
from pipeline.stages.paths import INVENTORY, RAW, RAW_DOCUMENTS, RAW_KNOWN
from pipeline.stages.run import exit_status


def list_sources() -> None:
    """Write the names of the sources to `build/inventory.txt`.

    Raises:
        SourceError: a file of `data/raw` is none that the build knows, or there is no source.

    """
    for path in sorted(RAW.iterdir()) if RAW.is_dir() else ():
        if path not in RAW_KNOWN and path.name not in LEFT_BY_OTHER_PROGRAMS:
            raise SourceError(
                f"{path}: no step of the build reads this; add a report with `tallybook add`, or move it out of {RAW}"
            )
    names = [source.as_posix() for source in find_sources([RAW_DOCUMENTS])]
    INVENTORY.parent.mkdir(parents=True, exist_ok=True)
    INVENTORY.write_text("".join(f"{name}\n" for name in names), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    sys.exit(exit_status(list_sources))
