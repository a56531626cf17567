from pathlib import Path

import pytest

from tests.conftest import Checkout


@pytest.fixture(scope="session")
def dataset(built: Checkout) -> Path:
    """The dataset that the real program builds; no test changes it."""
    return built.folder / "data/processed"
