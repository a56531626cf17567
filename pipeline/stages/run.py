"""How a stage runs: a failure is one sentence on stderr and the exit status 2, progress is seen on a terminal only."""

import sys
from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

from pipeline.errors import TallybookError

Item = TypeVar("Item")


def exit_status(stage: Callable[[], None]) -> int:
    """Run a stage; return 0, or 2 after a sentence on stderr where the input or the disk does not allow it."""
    try:
        stage()
    except TallybookError as error:
        sys.stderr.write(f"tallybook: {error}\n")
    except OSError as error:
        place = error.filename if error.filename is not None else "the build"
        sys.stderr.write(f"tallybook: {place}: {error.strerror or error}; put that right and run `dvc repro` again\n")
    else:
        return 0
    return 2


def followed(items: Sequence[Item], what: str) -> Iterator[Item]:
    """Yield the items, with a bar on stderr where that is a terminal."""
    if len(items) <= 1 or not sys.stderr.isatty():
        yield from items
        return
    from rich.console import Console  # noqa: PLC0415 (most runs need no bar)
    from rich.progress import track  # noqa: PLC0415

    yield from track(items, description=what, console=Console(stderr=True), transient=True)
