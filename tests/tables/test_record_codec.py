"""Records survive the way from one stage to the next, and damage is told."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.errors import DatasetError
from pipeline.facts.fact import Fact
from pipeline.numerals.numeral import Numeral
from pipeline.reading.document import Document, Sidecar
from pipeline.tables.extraction_record import Extraction
from pipeline.tables.ledger_record import Ledger
from pipeline.tables.record_codec import decode_record, encode_record

FINITE = st.floats(allow_nan=False, allow_infinity=False)


def test_a_document_and_its_ledger_come_back_equal(extraction: Extraction) -> None:
    ledger = Ledger(extraction.numerals, extraction.facts)

    assert decode_record(Document, encode_record(extraction.document)) == extraction.document
    assert decode_record(Ledger, encode_record(ledger)) == ledger


@given(st.builds(Numeral, value=st.none() | FINITE, low=st.none() | FINITE, high=st.none() | FINITE))
def test_any_numeral_comes_back_equal(numeral: Numeral) -> None:
    line = encode_record(numeral)

    assert line.isascii()
    assert "\n" not in line
    assert decode_record(Numeral, line) == numeral


@given(st.builds(Sidecar, published=st.none() | st.dates(min_value=date(1, 1, 1))))
def test_any_sidecar_comes_back_equal(sidecar: Sidecar) -> None:
    assert decode_record(Sidecar, encode_record(sidecar)) == sidecar


@pytest.mark.parametrize("line", ["", "[]", "{}", "null", '{"title": 3}', "{"])
def test_damage_is_told(line: str) -> None:
    with pytest.raises(DatasetError, match="damaged"):
        decode_record(Sidecar, line)


def test_a_truth_value_is_no_number(extraction: Extraction) -> None:
    line = encode_record(extraction.numerals[0]).replace('"start":376', '"start":true')

    with pytest.raises(DatasetError, match="damaged"):
        decode_record(Numeral, line)


def test_a_wrong_enumeration_is_damage(extraction: Extraction) -> None:
    line = encode_record(extraction.facts[0]).replace('"occurred"', '"happened"')

    with pytest.raises(DatasetError, match="damaged"):
        decode_record(Fact, line)
