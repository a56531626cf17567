"""Each example and counter-example of the codebook is a test of its own."""

from pathlib import Path

import pytest

from pipeline.evaluation.examples import Example, failures, read_examples

CODEBOOK = Path(__file__).parent.parent / "schemas" / "codebook"
EXAMPLES = read_examples(CODEBOOK)


@pytest.mark.parametrize("example", EXAMPLES, ids=[example.example_id for example in EXAMPLES])
def test_example_gives_what_it_says(example: Example) -> None:
    assert failures(example) == ()


def test_every_entry_has_examples_of_both_kinds() -> None:
    kinds = {(example.indicator, example.is_counter) for example in EXAMPLES}
    indicators = {example.indicator for example in EXAMPLES}

    assert indicators, "no example was collected"
    assert {(indicator, kind) for indicator in indicators for kind in (True, False)} == kinds
