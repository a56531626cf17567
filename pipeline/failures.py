"""What a failure is to a user: one sentence and an exit status, never a traceback unless it is asked for."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from pipeline.errors import TallybookError
from pipeline.printing import one_line

BAD_INPUT = 2
INTERRUPTED = 130
PROGRAM_MISTAKE = 70
SHOW_TRACEBACK = "TALLYBOOK_TRACEBACK"


def status_and_sentence(error: Exception) -> tuple[int, str]:
    """Return the exit status and the sentence for an error.

    Raises the error itself where it is a mistake of the program and the user asks to see its traceback.
    """
    match error:
        case TallybookError():
            return BAD_INPUT, one_line(str(error))
        case OSError():
            place = "output" if error.filename is None else error.filename
            return BAD_INPUT, one_line(f"{place}: {error.strerror or error}; correct it and run again.")
    if os.environ.get(SHOW_TRACEBACK):
        raise error
    place = "".join(f", {note}" for note in getattr(error, "__notes__", ()))
    mistake = f"a mistake of the program ({type(error).__name__}: {error}{place})"
    return PROGRAM_MISTAKE, one_line(f"{mistake}; report it, with {SHOW_TRACEBACK}=1 for more.")


@contextmanager
def located(path: Path | str) -> Iterator[None]:
    """Let a mistake of the program in this block say which source it met."""
    try:
        yield
    except Exception as error:
        error.add_note(f"in {path}")
        raise
