"""The stage that publishes: `build/tables` to `data/processed`, all or nothing."""

import sys

from pipeline.money.rate_files import rate_files
from pipeline.publishing.publication import publish
from pipeline.publishing.version import package_version
from pipeline.stages.paths import EXCHANGE_RATES, PENALTY_UNITS, PROCESSED, TABLES
from pipeline.stages.run import exit_status


def publish_tables() -> None:
    """Replace the published dataset by the tables of this build.

    Raises:
        DatasetError: a table of the build is missing or is not the declared one.

    """
    units = [PENALTY_UNITS] if PENALTY_UNITS.exists() else []
    publish(TABLES, PROCESSED, package_version(), [*rate_files(EXCHANGE_RATES), *units])


if __name__ == "__main__":
    sys.exit(exit_status(publish_tables))
