"""Everything that must hold of the tables together."""

from collections.abc import Iterator

from pipeline.tables.completeness import completeness_problems
from pipeline.tables.dataset_tables import Tables
from pipeline.tables.money_check import money_problems
from pipeline.tables.problem import Problem
from pipeline.tables.reference_check import reference_problems
from pipeline.tables.schema_check import schema_problems
from pipeline.tables.span_check import span_problems
from pipeline.tables.value_check import value_problems


def table_problems(tables: Tables) -> Iterator[Problem]:
    """Yield every broken rule; where a schema does not hold, only that, since nothing after it can be trusted."""
    broken = tuple(schema_problems(tables))
    yield from broken
    if any(problem.key is None for problem in broken):
        return
    yield from span_problems(tables)
    yield from value_problems(tables)
    yield from reference_problems(tables)
    yield from money_problems(tables)
    yield from completeness_problems(tables)
