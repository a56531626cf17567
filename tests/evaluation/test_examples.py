"""The runner of the codebook's examples: it must be able to fail."""

from dataclasses import replace
from pathlib import Path

import pytest
import yaml

from pipeline.errors import CodebookError
from pipeline.evaluation.examples import Example, failures, read_examples
from pipeline.evaluation.fields import CaseError, Fields
from pipeline.facts.fact import Fact
from pipeline.numerals.numeral import Numeral
from pipeline.reading.document import Document

Answer = tuple[tuple[Numeral, ...], tuple[Fact, ...]]

RIGHT = {
    "numeral": "seven",
    "counted": "men",
    "attributed_to": "Amnesty",
    "period": ["2020-05-02", "2020-05-02"],
    "part_of": "53",
    "detail": {},
    "value": 7,
    "low": 7,
    "high": 7,
    "approximation": "exact",
    "unit": "person",
}


def example(*gives: dict[str, object]) -> Example:
    fields = {"text": "any", "gives": list(gives)}
    return Example("justice.persons_fined-example-1", "justice.persons_fined", Fields("made", fields), is_counter=False)


def counter(**more: object) -> Example:
    fields = {"text": "any", "numeral": "seven", "because": "of a reason", **more}
    return Example("x", "justice.persons_fined", Fields("made", fields), is_counter=True)


def test_agreement_gives_no_failure(perfect: Answer) -> None:
    assert failures(example(RIGHT), lambda _: perfect) == ()


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"numeral": "eight"}, "not in the ledger"),
        ({"occurrence": 2}, "not in the ledger"),
        ({"indicator": "fine.amount"}, "indicator is justice.persons_fined, not fine.amount"),
        ({"counted": "women"}, "counted is 'men', not 'women'"),
        ({"modality": "proposed"}, "modality is occurred"),
        ({"attributed_to": None}, "attributed_to is 'Amnesty', not None"),
        ({"period": [None, None]}, "period is 2020-05-02"),
        ({"part_of": "90"}, "part_of is '53', not '90'"),
        ({"part_of": None}, "part_of is '53', not None"),
        ({"detail": {"party": "P"}}, "detail is empty, not party=P"),
        ({"value": 8}, "value is 7.0, not 8"),
        ({"high": None}, "high is 7.0, not None"),
        ({"approximation": "about"}, "approximation is"),
        ({"unit": "seat"}, "unit is"),
    ],
)
def test_each_difference_is_told(perfect: Answer, change: dict[str, object], told: str) -> None:
    found = failures(example({**RIGHT, **change}), lambda _: perfect)

    assert told in found[0]


def test_what_the_example_leaves_out_is_not_asked(perfect: Answer) -> None:
    assert failures(example({"numeral": "seven"}), lambda _: perfect) == ()


def test_a_fact_of_the_entry_that_the_example_does_not_give_is_told(perfect: Answer) -> None:
    numerals, facts = perfect
    also = replace(facts[0], indicator="justice.persons_fined")
    found = failures(example({"numeral": "seven"}), lambda _: (numerals, (also, *facts[1:])))

    assert len(found) == 1
    assert found[0].startswith("53: gives justice.persons_fined")


def test_a_counter_example_rules_out_the_entry(perfect: Answer) -> None:
    (found,) = failures(counter(), lambda _: perfect)

    assert "rules out" in found


@pytest.mark.parametrize("instead", ["justice.persons_fined", "fine.amount", None])
def test_a_counter_example_may_say_what_it_is_instead(perfect: Answer, instead: str | None) -> None:
    other = replace(perfect[1][1], indicator="fine.amount")
    answer = (perfect[0], (perfect[1][0], other, perfect[1][2]))

    assert bool(failures(counter(indicator=instead), lambda _: answer)) is (instead != "fine.amount")
    assert failures(counter(), lambda _: answer) == ()


def test_a_counter_example_needs_its_numeral_and_its_reason(perfect: Answer) -> None:
    assert "not in the ledger" in failures(counter(numeral="eight"), lambda _: perfect)[0]
    with pytest.raises(CaseError, match="because"):
        failures(counter(because=None), lambda _: perfect)


def test_country_and_year_have_defaults(perfect: Answer) -> None:
    seen: list[Document] = []

    def extractor(document: Document) -> Answer:
        seen.append(document)
        return perfect

    failures(example(RIGHT), extractor)
    failures(counter(country="KEN", year=2019), extractor)
    assert [(one.sidecar.country, one.sidecar.year) for one in seen] == [("GBR", 2020), ("KEN", 2019)]


def test_examples_are_read_in_order_with_readable_names(tmp_path: Path) -> None:
    entries = [{"id": "b.c", "examples": [{"text": "1"}, {"text": "2"}], "counter_examples": [{"text": "3"}]}]
    (tmp_path / "b.yaml").write_text(yaml.safe_dump({"indicators": entries}))
    (tmp_path / "a.yaml").write_text(yaml.safe_dump({"indicators": [{"id": "a.a", "examples": [{"text": "0"}]}]}))
    names = [one.example_id for one in read_examples(tmp_path)]

    assert names == ["a.a-example-1", "b.c-example-1", "b.c-example-2", "b.c-counter-1"]


@pytest.mark.parametrize("content", ["- a", "indicators: 1", "a: [", "indicators: [{examples: []}]"])
def test_a_broken_codebook_is_named(tmp_path: Path, content: str) -> None:
    (tmp_path / "broken.yaml").write_text(content)

    with pytest.raises((CodebookError, CaseError), match=r"broken\.yaml"):
        read_examples(tmp_path)
