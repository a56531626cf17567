"""An entry of the codebook that cannot mean what its author meant is refused in a sentence."""

import pytest

from pipeline.errors import CodebookError
from pipeline.facts.codebook import codebook, event_of


def test_a_role_that_no_number_can_have_is_refused() -> None:
    with pytest.raises(
        CodebookError, match=r"detention\.yaml: an event of detention\.x has the role 'victim'; give it"
    ):
        event_of({"verbs": ["detain"], "role": "victim"}, "detention.x", "detention.yaml")


def test_an_event_without_a_predicate_is_refused() -> None:
    with pytest.raises(CodebookError, match=r"names neither verbs nor nouns; give it one of them"):
        event_of({"role": "actor"}, "detention.x", "detention.yaml")


def test_a_key_that_does_not_exist_is_refused() -> None:
    with pytest.raises(CodebookError, match=r"an event of detention\.x has the unknown key 'verb'"):
        event_of({"verb": ["detain"]}, "detention.x", "detention.yaml")


def test_each_event_that_is_shipped_is_indexed_under_each_of_its_verbs() -> None:
    book = codebook()
    for indicator in book.indicators.values():
        for event in indicator.events:
            assert all((indicator, event) in book.by_verb[verb] for verb in event.verbs)
