"""Times as official series write them: `2020-M08`, `2020M8`, `2020-Q3`, `2020`."""

import re
from datetime import date

from pipeline.money.exchange_rate import Frequency, last_day_of_month

_PERIOD = re.compile(r"(?P<year>[0-9]{4})(?:-?M(?P<month>[0-9]{1,2})|-?Q(?P<quarter>[1-4])|-(?P<plain>[0-9]{2}))?")
_LAST_MONTH = 12


def period_of(text: str) -> tuple[date, Frequency] | None:
    """Return the last day of a period and its length, null where the text is none."""
    found = _PERIOD.fullmatch(text.strip())
    if found is None:
        return None
    year = int(found["year"])
    if year == 0:
        return None
    month = found["month"] or found["plain"]
    if month is not None:
        return (last_day_of_month(year, int(month)), Frequency.MONTHLY) if 1 <= int(month) <= _LAST_MONTH else None
    if found["quarter"] is not None:
        return last_day_of_month(year, int(found["quarter"]) * 3), Frequency.QUARTERLY
    return last_day_of_month(year, _LAST_MONTH), Frequency.YEARLY
