"""tallybook: from narrative reports to a dataset of the numbers in them."""

from pathlib import Path
from typing import TYPE_CHECKING, overload

if TYPE_CHECKING:
    import pandas as pd

    from pipeline.publishing.citing import Row

_DATASET = Path("data/processed")


@overload
def cite(rows: "pd.DataFrame", form: str = "text", dataset: Path | str = _DATASET) -> "pd.Series[str]": ...


@overload
def cite(rows: "Row", form: str = "text", dataset: Path | str = _DATASET) -> str: ...


def cite(rows: "Row | pd.DataFrame", form: str = "text", dataset: Path | str = _DATASET) -> "str | pd.Series[str]":
    """Return the citation of a row of a table of facts; of a DataFrame a Series of those of its rows.

    A row is a Series, a dict, or the id of a fact; the forms are `text`, `bibtex`, `ris` and `csl-json`.

    Raises:
        DatasetError: the form is none, a row has no id of a fact, or the dataset is not there.

    """
    from pipeline.publishing.citing import cite_rows

    return cite_rows(rows, form, Path(dataset))
