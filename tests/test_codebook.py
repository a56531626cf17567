"""Each example and counter-example of the codebook is a test of its own."""

from pathlib import Path

import pytest

from pipeline.evaluation.examples import Example, failures, read_examples

CODEBOOK = Path(__file__).parent.parent / "schemas" / "codebook"
EXAMPLES = read_examples(CODEBOOK)


@pytest.mark.parametrize("example", EXAMPLES, ids=[example.example_id for example in EXAMPLES])
def test_example_gives_what_it_says(example: Example, request: pytest.FixtureRequest) -> None:
    if example.gap is not None:
        # A known gap is in the codebook for its readers; once the program reads it, the strict mark makes this fail.
        request.applymarker(pytest.mark.xfail(reason=example.gap, strict=True))

    assert failures(example) == ()


def test_known_gaps_are_few() -> None:
    assert sum(example.gap is not None for example in EXAMPLES) <= len(EXAMPLES) // 12


def test_every_entry_has_examples_of_both_kinds() -> None:
    kinds = {(example.indicator, example.is_counter) for example in EXAMPLES}
    indicators = {example.indicator for example in EXAMPLES}

    assert indicators, "no example was collected"
    assert {(indicator, kind) for indicator in indicators for kind in (True, False)} == kinds
