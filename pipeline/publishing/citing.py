"""Citations for a notebook: of a row, or of every row of a table."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any, overload

import pandas as pd

from pipeline.errors import DatasetError
from pipeline.publishing.citation import CitedDataset
from pipeline.publishing.citation_form import CitationForm
from pipeline.publishing.citation_formats import in_format

_KEY = "fact_id"

Row = str | Mapping[str, Any] | pd.Series


@overload
def cite_rows(rows: pd.DataFrame, form: str, dataset: Path) -> "pd.Series[str]": ...


@overload
def cite_rows(rows: Row, form: str, dataset: Path) -> str: ...


def cite_rows(rows: Row | pd.DataFrame, form: str, dataset: Path) -> "str | pd.Series[str]":
    """Return the citation of a row of a table of facts; of a table those of its rows, under its index.

    Raises:
        DatasetError: the form is none, a row has no id of a fact, or the dataset is not there.

    """
    try:
        wanted = CitationForm(form)
    except ValueError:
        known = ", ".join(CitationForm)
        raise DatasetError(f"{form!r}: this is no form of a citation; write one of {known}.") from None
    cited = CitedDataset(dataset)
    if isinstance(rows, pd.DataFrame):
        texts = [in_format(cited.citation(_fact_id({_KEY: key})), wanted) for key in rows.get(_KEY, [None] * len(rows))]
        return pd.Series(texts, index=rows.index, name="citation", dtype="str")
    return in_format(cited.citation(rows if isinstance(rows, str) else _fact_id(rows)), wanted)


def _fact_id(row: "Mapping[str, Any] | pd.Series[Any]") -> str:
    fact_id = row.get(_KEY)
    if not isinstance(fact_id, str):
        raise DatasetError(f"a row without {_KEY}: it cannot be cited; give one of facts or of another table of facts.")
    return fact_id
