"""How a stage runs: a failure is one sentence on stderr and an exit status."""

import sys
from collections.abc import Callable

from pipeline.failures import INTERRUPTED, status_and_sentence


def exit_status(stage: Callable[[], None]) -> int:
    """Run a stage; return 0, or another status after a sentence on stderr where it could not end."""
    try:
        stage()
    except KeyboardInterrupt:
        return INTERRUPTED
    except Exception as error:  # noqa: BLE001 (no traceback reaches a user)
        status, sentence = status_and_sentence(error)
        sys.stderr.write(f"tallybook: {sentence}\n")
        return status
    return 0
