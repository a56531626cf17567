"""Scores as lines for a reader."""

from collections.abc import Iterable, Iterator

from pipeline.evaluation.evaluate import Mechanism
from pipeline.evaluation.scores import FactScore, Scores


def score_lines(scores: Scores) -> Iterator[str]:
    """Yield the scores, a line each, then a line a family of indicators."""
    plain = (
        ("cases", scores.cases),
        ("numerals", scores.numerals),
        ("facts", scores.facts.gold),
        ("covered", scores.covered),
        ("span", scores.span),
        ("extra", scores.extra),
        ("role", scores.role),
        ("value", scores.value),
        ("unit", scores.unit),
        ("equivalent", scores.equivalent),
        ("fact precision", scores.facts.precision),
        ("fact recall", scores.facts.recall),
        ("fact F1", scores.facts.f1),
        ("strict recall", scores.strict_recall),
        ("counted", scores.counted),
        ("modality", scores.modality),
        ("period", scores.period),
        ("attributed", scores.attributed),
        ("part of", scores.part_of),
        ("detail", scores.detail),
    )
    for name, number in plain:
        yield f"{name:15} {'–' if number is None else number:>6}"
    for one in scores.families:
        yield f"  {one.family:16} {_family(one.facts)}"


def disagreement_lines(mechanisms: Iterable[Mechanism]) -> Iterator[str]:
    """Yield each disagreement with its text, both codings and the rule that fired, a heading a mechanism."""
    for mechanism in mechanisms:
        yield ""
        yield f"{mechanism.measure}, {mechanism.rule}: {len(mechanism.disagreements)}"
        for one in mechanism.disagreements:
            yield f"  {one.case_id}  {one.context}"
            yield f"    want  {one.wanted_coding}"
            yield f"    got   {one.got_coding}"
            if one.rule != mechanism.rule:
                yield f"    rule  {one.rule}"


def _family(facts: FactScore) -> str:
    missed = facts.gold - facts.correct
    return f"gold {facts.gold:4}  correct {facts.correct:4}  missed {missed:4}  false {facts.false:4}  F1 {facts.f1}"
