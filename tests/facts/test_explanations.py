"""Explanations say why a row says what it says, and never another thing than the row."""

import pytest

from pipeline.facts.extraction import extract
from pipeline.facts.fact import Fact
from pipeline.reading.document import Sidecar
from pipeline.reading.source import document_from_text


def facts_of(text: str) -> tuple[Fact, ...]:
    _, facts = extract(document_from_text("x", text, Sidecar("title", "publisher", "KEN", 2020, "url", "license")))
    return facts


class TestModality:
    def test_a_rule_told_as_an_event_says_that_only_a_rule_answers(self) -> None:
        (fact,) = facts_of("Clan elders agreed on a 30 percent quota for women in parliament.")

        assert "Modality statutory: only a rule answers to this indicator, whatever the verb tells." in fact.explanation

    def test_evidence_of_a_rule_is_named_as_set_aside_where_the_indicator_counts_events(self) -> None:
        (fact,) = facts_of("The law protects servants and police arrested 12 of their employers in May.")

        (line,) = (line for line in fact.explanation if line.startswith("Modality occurred"))
        assert "set aside: the law and a verb in the present tense" in line


class TestSource:
    def test_a_rule_has_no_source_whoever_tells_of_it(self) -> None:
        (fact,) = facts_of("The ministry reported that the law allows detention for up to 30 days.")

        assert fact.attributed_to is None
        assert not any(line.startswith("Stated by") for line in fact.explanation)


class TestRule:
    def test_a_predicate_that_is_taken_from_another_number_says_where_that_stands(self) -> None:
        first, second = facts_of("Police arrested 40 miners, compared with 12 in 2019.")

        assert "(from" not in first.rule
        assert second.rule.endswith("(from the number before)")


@pytest.mark.parametrize(
    "text",
    [
        "Of the 446 candidates, 14 were women.",
        "Women won 103 seats, or 17 percent.",
        "Prisons held 14,750 inmates, 3,916 of whom had not been tried.",
        "Three of the 52 officers were charged with homicide.",
    ],
)
def test_what_is_said_to_be_counted_is_what_the_row_counts(text: str) -> None:
    facts = facts_of(text)

    assert facts
    for fact in facts:
        lines = [line for line in fact.explanation if line.startswith("It counts")]
        assert len(lines) == (fact.counted is not None)
        assert all(repr(fact.counted) in line for line in lines)
