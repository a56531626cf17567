"""An exchange rate as its publisher states it."""

import calendar
import datetime as dt
from dataclasses import dataclass
from enum import StrEnum


class Frequency(StrEnum):
    """How often a series is stated."""

    DAILY = "daily"
    MONTHLY = "monthly"
    QUARTERLY = "quarterly"
    YEARLY = "yearly"


PERIOD_AVERAGE = "period average"
END_OF_PERIOD = "end of period"


@dataclass(frozen=True, slots=True, order=True)
class ExchangeRate:
    """Units of a currency for one USD, at one time."""

    currency: str
    """ISO 4217."""
    date: dt.date
    """The day, or the last day of the month, quarter or year."""
    frequency: Frequency
    basis: str
    source: str
    rate: float

    @property
    def publisher(self) -> str:
        """The source without the name of the publication (`International Monetary Fund`)."""
        return self.source.partition(",")[0]

    @property
    def series(self) -> "SeriesKey":
        """The series that it belongs to; a publisher that moves it to another publication goes on with it."""
        return self.currency, self.frequency, self.basis, self.publisher

    @property
    def key(self) -> "RateKey":
        """What no two rates share: the series and the time."""
        return self.series, self.date


SeriesKey = tuple[str, Frequency, str, str]
RateKey = tuple[SeriesKey, dt.date]


def last_day_of_month(year: int, month: int) -> dt.date:
    """Return the last day of a month."""
    return dt.date(year, month, calendar.monthrange(year, month)[1])


def is_last_day(day: dt.date, frequency: Frequency) -> bool:
    """Return whether a period of that frequency ends on the day; any day ends a day."""
    ends_month = day == last_day_of_month(day.year, day.month)
    match frequency:
        case Frequency.DAILY:
            return True
        case Frequency.MONTHLY:
            return ends_month
        case Frequency.QUARTERLY:
            return ends_month and day.month % 3 == 0
        case Frequency.YEARLY:
            return ends_month and day.month == 12  # noqa: PLR2004 - December
