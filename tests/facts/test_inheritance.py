"""What one number takes from another, where the other stands in a sentence before."""

from pipeline.facts.extraction import extract
from pipeline.reading.document import Sidecar
from pipeline.reading.source import document_from_text


def test_a_gerund_looks_back_on_a_number_far_into_a_longer_sentence() -> None:
    text = (
        "In the north, after the raid on the market, police in the capital arrested 62 men. Courts sat late, "
        "sentencing 40."
    )

    _, facts = extract(document_from_text("x", text, Sidecar("title", "publisher", "KEN", 2020, "url", "license")))

    assert [fact.indicator for fact in facts] == ["detention.persons_detained", "justice.persons_convicted"]
    assert facts[1].part_of is None


def test_what_happened_beside_a_rule_takes_nothing_from_it() -> None:
    text = "The law requires that women fill 30 percent of seats; they held 12 percent."

    _, facts = extract(document_from_text("x", text, Sidecar("title", "publisher", "KEN", 2020, "url", "license")))

    assert [fact.indicator for fact in facts] == ["representation.quota", "representation.share"]
