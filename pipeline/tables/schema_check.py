"""Hard checks of each table by itself: its Arrow schema, and pandera's checks of every cell."""

from collections.abc import Iterator

import pandas as pd
import pandera.errors
import pyarrow as pa
from pandera.config import ValidationDepth, config_context

from pipeline.tables.dataset_tables import Tables
from pipeline.tables.problem import Problem
from schemas.tables.arrow_schema import arrow_schema
from schemas.tables.column import Table
from schemas.tables.dataframe_schema import NULLABLE_INTEGER, dataframe_schema, is_nullable_integer

_EMPTY_REMEDY = "has no rows, and a dataset without them is none"


def schema_problems(tables: Tables) -> Iterator[Problem]:
    """Yield what breaks a declaration: an undeclared or missing column, a null, a cell out of range, a key twice."""
    for declaration, table in tables.named():
        yield from table_problems(declaration, table)


def table_problems(declaration: Table, table: pa.Table) -> Iterator[Problem]:
    """Yield what breaks the declaration of one table."""
    wanted = arrow_schema(declaration)
    if not table.schema.equals(wanted):
        odd = [name for name in declaration.column_names if name not in table.column_names]
        odd += [name for name in table.column_names if name not in declaration.column_names]
        odd += [
            field.name
            for field in wanted
            if field.name in table.column_names and not table.schema.field(field.name).equals(field)
        ]
        words = f"in {', '.join(odd)}" if odd else "in the order of the columns"
        yield Problem(declaration.name, None, f"the schema is not the declared one, {words}")
        return
    if table.num_rows == 0:
        if not declaration.may_be_empty:
            yield Problem(declaration.name, None, _EMPTY_REMEDY)
        return
    nullable = [column.name for column in declaration.columns if is_nullable_integer(column)]
    yield from _cell_problems(declaration, table.to_pandas().astype(dict.fromkeys(nullable, NULLABLE_INTEGER)))


def _cell_problems(declaration: Table, frame: pd.DataFrame) -> Iterator[Problem]:
    # Without the context, an environment variable of the user's shell would switch every check off.
    with config_context(validation_enabled=True, validation_depth=ValidationDepth.SCHEMA_AND_DATA):
        try:
            dataframe_schema(declaration).validate(frame, lazy=True)
        except pandera.errors.SchemaErrors as errors:
            failures = errors.failure_cases
        else:
            return
    yield from _told(declaration, frame, failures)


def _told(declaration: Table, frame: pd.DataFrame, failures: pd.DataFrame) -> Iterator[Problem]:
    told: set[tuple[object, str]] = set()
    for case in failures.to_dict("records"):
        index = case["index"]
        row = None if index is None or pd.isna(index) else int(index)
        check = str(case["check"])
        place = "a rule between columns" if case["schema_context"] == "DataFrameSchema" else f"column {case['column']}"
        if (row, f"{place}{check}") in told:
            # A failing rule between columns is reported once a cell of the row.
            continue
        told.add((row, f"{place}{check}"))
        found = "" if case["schema_context"] == "DataFrameSchema" else f", found {case['failure_case']!r}"
        yield Problem(
            declaration.name,
            None if row is None else str(frame[declaration.key].iloc[row]),
            f"{place}: {check}{found}",
            None if row is None or "quote" not in frame.columns else str(frame["quote"].iloc[row]),
        )
