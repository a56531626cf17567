"""Scores on cases small enough to work out by hand."""

from dataclasses import replace

from pipeline.evaluation.cases import Case
from pipeline.evaluation.comparison import compare
from pipeline.evaluation.scores import FactScore, summarize
from pipeline.facts.fact import Fact
from pipeline.numerals.numeral import Numeral

Answer = tuple[tuple[Numeral, ...], tuple[Fact, ...]]


def test_full_agreement_is_a_hundred(case: Case, perfect: Answer) -> None:
    scores = summarize(compare(case, *perfect), 1)

    assert (scores.cases, scores.numerals, scores.extra) == (1, 4, 0)
    assert scores.facts == FactScore(gold=3, correct=3, false=0, precision=100.0, recall=100.0, f1=100.0)
    assert {scores.covered, scores.span, scores.role, scores.value, scores.unit, scores.strict_recall} == {100.0}
    assert {scores.counted, scores.modality, scores.period, scores.attributed, scores.part_of, scores.detail} == {100.0}


def test_what_was_not_asked_has_no_score(case: Case, perfect: Answer) -> None:
    assert summarize(compare(case, *perfect), 1).equivalent is None
    empty = summarize((), 0)
    assert (empty.covered, empty.facts.recall, empty.facts.f1, empty.period) == (None, None, None, None)
    assert empty.facts.precision == 0.0


def test_a_silent_program_scores_nothing(case: Case) -> None:
    scores = summarize(compare(case, (), ()), 1)

    assert (scores.covered, scores.span, scores.role, scores.value) == (0.0, 0.0, 0.0, 0.0)
    assert scores.facts == FactScore(gold=3, correct=0, false=0, precision=0.0, recall=0.0, f1=0.0)


def test_a_mixed_answer(case: Case, perfect: Answer) -> None:
    """One of four entries is not found; of three facts one is right, one is of the wrong kind, one missed."""
    numerals, facts = perfect
    unfounded = replace(facts[0], numeral_id="n-0", fact_id="f-0")
    other = replace(facts[1], indicator="justice.persons_warned")
    scores = summarize(compare(case, numerals[:3], (unfounded, facts[0], other)), 1)

    assert (scores.covered, scores.role) == (75.0, 75.0)
    assert (scores.value, scores.unit) == (66.7, 66.7)
    assert scores.facts == FactScore(gold=3, correct=1, false=2, precision=33.3, recall=33.3, f1=33.3)
    assert scores.strict_recall == 33.3
    assert [(one.family, one.facts.gold, one.facts.correct, one.facts.false) for one in scores.families] == [
        ("detention", 1, 1, 1),
        ("fine", 1, 0, 0),
        ("justice", 1, 0, 1),
    ]
    assert [(one.indicator, one.gold, one.correct, one.false) for one in scores.indicators] == [
        ("detention.persons_detained", 1, 1, 1),
        ("fine.amount", 1, 0, 0),
        ("justice.persons_fined", 1, 0, 0),
        ("justice.persons_warned", 0, 0, 1),
    ]


def test_attribution_counts_both_sides(case: Case, perfect: Answer) -> None:
    """Three are wanted; one is given wrongly, one not at all: one agreement among three and two answers."""
    numerals, facts = perfect
    changed = (facts[0], replace(facts[1], attributed_to="Police"), replace(facts[2], attributed_to=None))

    assert summarize(compare(case, numerals, changed), 1).attributed == 40.0
