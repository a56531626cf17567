"""The stage that publishes: `build/tables` to `data/processed`, all or nothing."""

import sys

from pipeline.curation.correction_files import correction_files
from pipeline.money.rate_files import rate_files
from pipeline.publishing.coding_scores import read_scores
from pipeline.publishing.libraries import locked_libraries
from pipeline.publishing.publication import publish
from pipeline.publishing.version import package_version
from pipeline.stages.paths import CODING_SCORES, CURATION, EXCHANGE_RATES, LOCK, PENALTY_UNITS, PROCESSED, TABLES
from pipeline.stages.run import exit_status
from pipeline.tables.manifest import Build, input_entries


def publish_tables() -> None:
    """Replace the published dataset by the tables of this build.

    Raises:
        DatasetError: a table of the build is missing or is not the declared one, or nothing was measured.

    """
    units = [PENALTY_UNITS] if PENALTY_UNITS.exists() else []
    build = Build(
        package_version(),
        input_entries([*correction_files(CURATION), *rate_files(EXCHANGE_RATES), *units]),
        locked_libraries(LOCK),
    )
    publish(TABLES, PROCESSED, build, read_scores(CODING_SCORES))


if __name__ == "__main__":
    sys.exit(exit_status(publish_tables))
