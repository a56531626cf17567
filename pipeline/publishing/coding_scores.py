"""How well each indicator is coded: annotated facts, and what the program made of them, as the publication tells it."""

from dataclasses import dataclass
from pathlib import Path

from pipeline.errors import DatasetError
from pipeline.tables.record_codec import decode_record, encode_record

SCORES_NAME = "coding_scores.json"
UNSEEN = ("held_out", "blind")
"""Sets that nobody who writes the rules has read: what to expect of a new report."""


@dataclass(frozen=True, slots=True)
class IndicatorScore:
    """Facts of one indicator in one annotated set, or in several."""

    indicator: str
    gold: int
    """Facts that the annotators have."""
    correct: int
    """Those of them that the program found."""
    false: int
    """Facts of the indicator that the program made and the annotators have not."""

    @property
    def precision(self) -> float | None:
        """Percentage of the program's facts that are right; null where it made none."""
        made = self.correct + self.false
        return round(100 * self.correct / made, 1) if made else None

    @property
    def recall(self) -> float | None:
        """Percentage of the annotators' facts that were found; null where there are none."""
        return round(100 * self.correct / self.gold, 1) if self.gold else None


@dataclass(frozen=True, slots=True)
class SetScores:
    """An annotated set, and the scores of the indicators that occur in it, by their ids."""

    name: str
    indicators: tuple[IndicatorScore, ...]


@dataclass(frozen=True, slots=True)
class CodingScores:
    """The scores of every annotated set; no set where nothing was measured."""

    sets: tuple[SetScores, ...] = ()

    def of(self, indicator: str, *, unseen: bool) -> IndicatorScore:
        """Return the score of an indicator, over the sets that nobody has read or over those that were worked on."""
        found = [
            score
            for one in self.sets
            if (one.name in UNSEEN) is unseen
            for score in one.indicators
            if score.indicator == indicator
        ]
        return IndicatorScore(
            indicator,
            sum(score.gold for score in found),
            sum(score.correct for score in found),
            sum(score.false for score in found),
        )


def scores_text(scores: CodingScores) -> str:
    """Return the scores as they are kept in a file."""
    return f"{encode_record(scores)}\n"


def read_scores(path: Path) -> CodingScores:
    """Return the scores that a file holds.

    Raises:
        DatasetError: the file is missing or holds none.

    """
    try:
        return decode_record(CodingScores, path.read_text(encoding="ascii"))
    except (OSError, ValueError, DatasetError) as error:
        raise DatasetError(f"{path}: these are no scores; run `dvc repro` to measure them again") from error
