"""One broken rule in one row, and the error that a build raises for a list of them."""

from collections.abc import Iterable
from dataclasses import dataclass

from pipeline.errors import DatasetError

_QUOTE_LENGTH = 160


@dataclass(frozen=True, slots=True)
class Problem:
    """A rule that a row of a table breaks."""

    table: str
    key: str | None
    """Key of the row; null where the whole table is meant."""
    message: str
    quote: str | None = None

    def sentence(self) -> str:
        """Return where, what, and the words of the source, as one clause."""
        place = f"table {self.table}" if self.key is None else f"table {self.table}, row {self.key}"
        words = "" if self.quote is None else f" in “{shortened(self.quote)}”"
        return f"{place}: {self.message}{words}"


def shortened(text: str) -> str:
    """Return the text on one line, its middle left out where it is long."""
    line = " ".join(text.split())
    if len(line) <= _QUOTE_LENGTH:
        return line
    half = _QUOTE_LENGTH // 2
    return f"{line[:half].rstrip()} … {line[-half:].lstrip()}"


def require_none(problems: Iterable[Problem]) -> None:
    """Return when there is no problem.

    Raises:
        DatasetError: there is one; the first is told in full, the rest are counted.

    """
    found = tuple(problems)
    if not found:
        return
    rest = f" (and {len(found) - 1} more)" if len(found) > 1 else ""
    message = f"{found[0].sentence()}{rest}; nothing was written: correct the rule or the source that made the row"
    raise DatasetError(message)
