"""What else was considered of a number is what the sentence called up, each with the reason that the matching has."""

import pytest

from pipeline.facts.considered import reconsidered
from pipeline.facts.extraction import extract
from pipeline.facts.faults import Fault
from pipeline.reading.document import Sidecar
from pipeline.reading.source import document_from_text

SIDECAR = Sidecar("title", "publisher", "KEN", 2020, "url", "license")


def considered(text: str, numeral: str) -> tuple[str, ...]:
    again = reconsidered(text, text.index(numeral), "KEN", 2020)
    assert again is not None
    return again.considered


class TestIndicators:
    @pytest.mark.parametrize(
        ("text", "numeral", "word", "indicator", "fault"),
        [
            ("Police detained 53 protesters.", "53", "noun 'protesters'", "assembly.participants", Fault.LATER),
            ("The court fined 12 monks.", "12", "verb 'fined'", "fine.amount", Fault.UNIT),
            ("The court ordered the state to pay 8,000 euros in compensation.", "8,000", "verb 'pay'", "fine.amount",
             Fault.COMPLETION),
            ("In May the officers arrested 40 monks.", "40", "verb 'arrested'", "detention.political_prisoners",
             Fault.COMPLETION),
            ("The 40 officers arrested a monk.", "40", "verb 'arrested'", "detention.persons_detained", Fault.PART),
            ("The hall could detain 40 monks.", "40", "verb 'detain'", "detention.persons_detained",
             Fault.UNDONE),
            ("The government released 12 political prisoners.", "12", "noun 'political prisoners'",
             "detention.persons_in_custody", Fault.STATE),
        ],
    )  # fmt: skip
    def test_lose_for_a_reason(self, text: str, numeral: str, word: str, indicator: str, fault: Fault) -> None:
        lines = [line for line in considered(text, numeral) if word in line and indicator in line]

        assert [line.rpartition(": ")[2] for line in lines] == [f"{fault.value}."]

    def test_the_one_that_won_is_not_among_them(self) -> None:
        assert not any("detention.persons_detained" in line for line in considered("Police detained 53 monks.", "53"))

    def test_a_predicate_that_calls_up_none_is_named(self) -> None:
        assert "The verb 'painted' calls up no indicator." in considered("The monks painted 12 walls.", "12")


class TestTheRest:
    def test_dates_sources_and_nouns_that_were_passed_over(self) -> None:
        text = "Police said that 53 monks were detained on June 6 ahead of the July 1 vote; activists denied this."
        lines = considered(text, "53")

        assert "The date 'ahead of the July 1' was not taken: it narrows a noun or names another event." in lines
        assert not any("June 6" in line and "not taken" in line for line in lines)
        assert any(line.startswith("Other nouns of the sentence are 'Police', ") for line in lines)

    def test_a_number_is_read_as_in_the_whole_document(self) -> None:
        text = "Police detained 53 monks, seven of whom were fined. They later freed 12 of them. The court has 3 rooms."
        numerals, facts = extract(document_from_text("x", text, SIDECAR))
        indicators = {fact.numeral_id: fact.indicator for fact in facts}

        assert len(indicators) == 3
        for numeral in numerals:
            again = reconsidered(text, numeral.start, "KEN", 2020)
            assert again is not None
            assert again.indicator == indicators.get(numeral.numeral_id)

    @pytest.mark.parametrize("offset", [0, 9, 5000])
    def test_where_no_quantity_stands_there_is_nothing(self, offset: int) -> None:
        assert reconsidered("In May 2019 police detained 53 monks.", offset, "KEN", 2020) is None
