"""Progress of long work: on stderr, and only on a terminal."""

import sys
from collections.abc import Iterable, Iterator, Sized
from typing import Protocol, TypeVar

Item = TypeVar("Item")
Item_co = TypeVar("Item_co", covariant=True)


class Countable(Sized, Iterable[Item_co], Protocol[Item_co]):
    """Things to go through whose number is known."""


def followed(items: Countable[Item], what: str) -> Iterator[Item]:
    """Yield the items, with a bar that moves where somebody can see it."""
    if len(items) <= 1 or not sys.stderr.isatty():
        yield from items
        return
    # Most runs need no bar, and it is slow to load.
    from rich.console import Console  # noqa: PLC0415
    from rich.progress import track  # noqa: PLC0415

    yield from track(items, description=what, console=Console(stderr=True), transient=True)
