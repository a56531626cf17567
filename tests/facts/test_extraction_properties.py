"""What must hold of the facts of any text, whatever it says."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from pipeline.facts.extraction import extract
from pipeline.facts.fact import Fact
from pipeline.numerals.numeral import Numeral, Role
from pipeline.reading.document import Document, Sidecar
from pipeline.reading.source import document_from_text

SIDECAR = Sidecar("A report", "A publisher", "KEN", 2019, "https://example.org/", "none")

# Pieces of report prose that the grammar knows, so that a random order of them still reaches its depths.
PIECES = st.sampled_from([
    "police", "detained", "12", "protesters", "seven", "of whom", "of them", ",", ";", "(", ")", "and", "were",
    "fined", "5,000 shillings", "($50)", "between 10 and 15", "persons", "including", "among them", "nine", "the",
    "law", "requires", "at least", "members", "on March 3", "in 2018", "compared with", "the number of", "deaths",
    "rose from", "to", "killed", "according to", "the ministry", "said that", "25 percent", "of the vote", "won",
    "46 seats", "in the 100-seat assembly", "respectively", "others", "the remaining four", "up to",
    "three years and six", "months", "in prison", "half", "dozens of", "Article 12", ".", "The", "A court",
    "sentenced", "one", "as of November", "who", "that", "–", "“", "”", "hundreds",
])  # fmt: skip
TEXTS = st.lists(PIECES, min_size=1, max_size=60).map(" ".join) | st.text(max_size=200)


def _read(text: str) -> Document:
    return document_from_text("any", text or "a", SIDECAR)


def _extracted(text: str) -> tuple[Document, tuple[Numeral, ...], tuple[Fact, ...]]:
    document = _read(text)
    numerals, facts = extract(document)
    return document, numerals, facts


@settings(deadline=None)  # the first text also loads the codebook
@example("on March 3 compared with . 46 seats 12")
@given(TEXTS)
def test_every_fact_stands_on_a_quantity_of_the_ledger(text: str) -> None:
    _document, numerals, facts = _extracted(text)
    quantities = {numeral.numeral_id for numeral in numerals if numeral.role is Role.QUANTITY}

    assert {fact.numeral_id for fact in facts} <= quantities
    assert len({fact.fact_id for fact in facts}) == len(facts)


@settings(deadline=None)  # the first text also loads the codebook
@given(TEXTS)
def test_an_entry_has_a_fact_or_a_reason_never_both(text: str) -> None:
    _document, numerals, facts = _extracted(text)
    with_fact = {fact.numeral_id for fact in facts}

    for numeral in numerals:
        assert (numeral.reason is None) == (numeral.numeral_id in with_fact)


@settings(deadline=None)  # the first text also loads the codebook
@given(TEXTS)
def test_wholes_and_equivalents_resolve_and_never_run_in_a_circle(text: str) -> None:
    _document, numerals, facts = _extracted(text)
    whole_of = {fact.fact_id: fact.part_of for fact in facts}
    ids = {numeral.numeral_id for numeral in numerals}

    for numeral in numerals:
        assert numeral.equivalent_of is None or numeral.equivalent_of in ids
    for fact in facts:
        seen: set[str] = set()
        at: str | None = fact.fact_id
        while at is not None:
            assert at in whole_of
            assert at not in seen
            seen.add(at)
            at = whole_of[at]


@settings(deadline=None)  # the first text also loads the codebook
@given(TEXTS)
def test_a_quote_holds_its_numeral_and_a_source_is_in_the_text(text: str) -> None:
    document, numerals, facts = _extracted(text)
    by_id = {numeral.numeral_id: numeral for numeral in numerals}

    for fact in facts:
        numeral = by_id[fact.numeral_id]
        assert fact.quote_start <= numeral.start < numeral.end <= fact.quote_end
        assert document.text[numeral.start : numeral.end] == numeral.surface
        assert fact.attributed_to is None or fact.attributed_to in document.text
        assert fact.counted is None or fact.counted in document.text
        if fact.period_start is not None and fact.period_end is not None:
            assert fact.period_start <= fact.period_end


@settings(deadline=None)  # the first text also loads the codebook
@given(TEXTS)
def test_the_same_text_gives_the_same_facts(text: str) -> None:
    document = _read(text)

    assert extract(document) == extract(document)


def test_a_paragraph_put_before_changes_no_id() -> None:
    told = "On March 3 police in Nairobi detained 53 demonstrators, seven of whom were fined 5,000 shillings ($50)."
    alone = _extracted(told)[2]
    after = _extracted(f"In May officials met with 14 editors of the capital.\n\n{told}")[2]

    assert alone
    assert [fact.fact_id for fact in alone] == [fact.fact_id for fact in after]


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Two⁴ men fled.", "Two"),
        ("A ⅒ share fell.", "⅒"),
        ("The rest fled. It was so. SEVEN left. It was so.", "SEVEN"),
    ],
)
def test_the_one_number_of_a_text_is_found(text: str, number: str) -> None:
    _document, numerals, _facts = _extracted(text)

    assert [numeral.surface for numeral in numerals if numeral.role is not Role.REFERENCE] == [number]
