"""What a user may have meant by a name that is none."""

from collections.abc import Sequence
from difflib import get_close_matches

_MOST = 3


def nearest(name: str, known: Sequence[str]) -> str:
    """Return a clause that names the nearest of the known ids."""
    near = get_close_matches(name, known, n=_MOST, cutoff=0) if known else []
    return f"the nearest are {', '.join(near)}" if near else "there are none yet, so add a source and run dvc repro"
