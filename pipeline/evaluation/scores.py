"""Scores: comparisons summed up, as percentages to one decimal, null where nothing was asked."""

from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass

from pipeline.evaluation.comparison import Comparison, Measure
from pipeline.publishing.coding_scores import IndicatorScore


@dataclass(frozen=True, slots=True)
class FactScore:
    """How the facts of a family, or of all, were found."""

    gold: int
    correct: int
    false: int
    precision: float
    recall: float | None
    f1: float | None


@dataclass(frozen=True, slots=True)
class FamilyScore:
    """The facts of the indicators whose ids open with one word."""

    family: str
    facts: FactScore


@dataclass(frozen=True, slots=True)
class Scores:
    """Percentages over a set of cases; `extra` is a number of entries that no annotator has."""

    cases: int
    numerals: int
    extra: int
    covered: float | None
    span: float | None
    role: float | None
    value: float | None
    unit: float | None
    equivalent: float | None
    facts: FactScore
    strict_recall: float | None
    """Facts found whose number is right in value, bounds, approximation and unit too."""
    counted: float | None
    modality: float | None
    period: float | None
    attributed: float | None
    part_of: float | None
    detail: float | None
    families: tuple[FamilyScore, ...]
    indicators: tuple[IndicatorScore, ...]


def summarize(comparisons: Sequence[Comparison], cases: int) -> Scores:
    """Return the scores of the comparisons of a number of cases."""
    of: dict[Measure, list[Comparison]] = {measure: [] for measure in Measure}
    for comparison in comparisons:
        of[comparison.measure].append(comparison)
    facts = of[Measure.FACT]
    indicators = sorted({name for one in facts for name in (one.wanted, one.got) if name})
    families = sorted({_family(name) for name in indicators})
    return Scores(
        cases=cases,
        numerals=len(of[Measure.COVERED]),
        extra=len(of[Measure.EXTRA]),
        covered=_share(of[Measure.COVERED]),
        # An entry that was not found has no span to compare, and counts against the share all the same.
        span=_percent(_agreeing(of[Measure.SPAN]), len(of[Measure.COVERED])),
        role=_share(of[Measure.ROLE]),
        value=_share(of[Measure.VALUE]),
        unit=_share(of[Measure.UNIT]),
        equivalent=_balance(of[Measure.EQUIVALENT]),
        facts=_fact_score(facts),
        strict_recall=_share(of[Measure.STRICT]),
        counted=_share(of[Measure.COUNTED]),
        modality=_share(of[Measure.MODALITY]),
        period=_share(of[Measure.PERIOD]),
        attributed=_balance(of[Measure.ATTRIBUTED]),
        part_of=_balance(of[Measure.PART_OF]),
        detail=_balance(of[Measure.DETAIL]),
        families=tuple(
            FamilyScore(family, _fact_score(_those(facts, {name for name in indicators if _family(name) == family})))
            for family in families
        ),
        indicators=tuple(_indicator_score(indicator, facts) for indicator in indicators),
    )


def _those(facts: Iterable[Comparison], meant: Container[str]) -> list[Comparison]:
    """Keep of each comparison only the side whose indicator is meant: one may be missed here and false there."""
    kept = []
    for one in facts:
        wanted = one.wanted if one.wanted in meant else None
        got = one.got if one.got in meant else None
        if wanted or got:
            kept.append(Comparison(one.measure, one.case_id, one.surface, wanted, got, one.agrees, one.context))
    return kept


def _indicator_score(indicator: str, facts: Iterable[Comparison]) -> IndicatorScore:
    score = _fact_score(_those(facts, {indicator}))
    return IndicatorScore(indicator, score.gold, score.correct, score.false)


def _fact_score(facts: Sequence[Comparison]) -> FactScore:
    gold = sum(one.wanted is not None for one in facts)
    found = sum(one.got is not None for one in facts)
    correct = _agreeing(facts)
    return FactScore(
        gold=gold,
        correct=correct,
        false=found - correct,
        precision=_percent(correct, max(1, found)) or 0.0,
        recall=_percent(correct, gold),
        f1=_balance(facts),
    )


def _family(indicator: str) -> str:
    return indicator.partition(".")[0]


def _agreeing(comparisons: Iterable[Comparison]) -> int:
    return sum(one.agrees for one in comparisons)


def _share(comparisons: Sequence[Comparison]) -> float | None:
    return _percent(_agreeing(comparisons), len(comparisons))


def _balance(comparisons: Sequence[Comparison]) -> float | None:
    """Return F1: agreement over the answers of both sides together."""
    answers = sum((one.wanted is not None) + (one.got is not None) for one in comparisons)
    return _percent(2 * _agreeing(comparisons), answers)


def _percent(part: int, whole: int) -> float | None:
    return round(100 * part / whole, 1) if whole else None
