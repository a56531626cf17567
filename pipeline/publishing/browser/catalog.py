"""What the page knows before it loads any row: tables, columns, indicators and the words of choices."""

from pipeline.facts.codebook import Indicator, codebook
from pipeline.publishing.browser.table_files import LISTED_TABLES, listed_columns
from pipeline.publishing.coding_scores import CodingScores
from pipeline.publishing.edition import Edition
from pipeline.reading.countries import country_name
from schemas.tables.catalog import family_of_indicator
from schemas.tables.choice_words import choice_words
from schemas.tables.column import Column, Table


def catalog_of(edition: Edition) -> dict[str, object]:
    """Return the catalog of the page: everything in it is declared elsewhere, or counted in the tables."""
    return {
        "version": edition.build.version,
        "tables": [_table(table, edition.tables.of(table.name).num_rows) for table in LISTED_TABLES],
        "indicators": [_indicator(indicator, edition.scores) for indicator in codebook().indicators.values()],
        "countries": {
            code: country_name(code) for code in sorted(set(edition.tables.documents.column("country").to_pylist()))
        },
    }


def _table(table: Table, rows: int) -> dict[str, object]:
    listed = set(listed_columns(table))
    return {
        "name": table.name,
        "description": table.description,
        "key": table.key,
        "rows": rows,
        "columns": [_column(column, listed=column.name in listed) for column in table.columns],
        "references": {reference.column: reference.table for reference in table.references},
    }


def _column(column: Column, *, listed: bool) -> dict[str, object]:
    return {
        "name": column.name,
        "label": column.label,
        "type": column.type.value,
        "description": column.description,
        "unit": column.unit,
        "words": {choice: choice_words(column.name, choice) for choice in column.choices},
        "listed": listed,
    }


def _indicator(indicator: Indicator, scores: CodingScores) -> dict[str, object]:
    family = family_of_indicator(indicator.indicator_id)
    score = scores.of(indicator.indicator_id, unseen=True)
    return {
        "id": indicator.indicator_id,
        "label": indicator.label,
        "definition": indicator.definition,
        "unit": indicator.unit,
        "table": family.table.name if family else None,
        "score": {"facts": score.gold, "precision": score.precision, "recall": score.recall},
    }
