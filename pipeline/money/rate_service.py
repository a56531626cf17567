"""Rates from the service behind forex-python, the only thing in the program that asks the network.

`CurrencyRates` has no time limit and takes whatever day the service answers for. Here a call ends after `seconds`, and
the day that the service states is checked and kept.
"""

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from forex_python.converter import CurrencyRates, RatesNotAvailableError

from pipeline.money.csv_lines import iso_day
from pipeline.money.exchange_rate import last_day_of_month
from pipeline.money.rate_rules import only_weekend_between
from schemas.files.exchange_rates import HIGHEST_RATE, LOWEST_RATE

# Days. The last market of a month may be so long before its end.
_BEFORE_END_OF_MONTH = 7


class ServiceDownError(Exception):
    """The service did not answer, or not as it should; asking later may help."""


class CurrencyMissingError(Exception):
    """The service answered, and does not have the currency; asking again will not help."""


class DayMissingError(Exception):
    """The service answered, and has no rate of the currency near that day."""


@dataclass(frozen=True, slots=True)
class Quoted:
    """A rate as the service gave it."""

    date: date
    """The day that the service states; the last one with a market before the day that was asked for."""
    rate: float


@dataclass(frozen=True, slots=True)
class Patience:
    """How long an answer is waited for, and how often it is asked for again."""

    seconds: float = 10.0
    tries: int = 3
    first_pause: float = 0.5
    """Before the second try; each pause after it is twice as long."""


class _StatedRates(CurrencyRates):  # type: ignore[misc] # the library ships no types
    """`CurrencyRates` that keeps the day of the answer, and may ask another address."""

    def __init__(self, address: str | None) -> None:
        super().__init__()
        self._address = address
        self.stated: object = None

    def _source_url(self) -> str:
        return self._address if self._address is not None else str(super()._source_url())

    def _decode_rates(self, response: Any, **_: object) -> Any:  # noqa: ANN401 - the library's own types are unknown
        answer = response.json()
        if not isinstance(answer, dict) or not isinstance(answer.get("rates"), dict):
            raise ServiceDownError("its answer is none of its kind")
        self.stated = answer.get("date")
        return answer["rates"]


class RateService:
    """The service, asked one rate at a time."""

    def __init__(self, address: str | None = None, patience: Patience | None = None) -> None:
        self._address = address
        self._patience = patience or Patience()

    def quoted(self, currency: str, day: date) -> Quoted:
        """Return the rate of a currency for one USD on a day, or on the Friday before a weekend.

        Of the last day of a month it may be the rate of the last market of that month.

        Raises:
            CurrencyMissingError: the service does not have the currency.
            DayMissingError: it has no rate of the days just before that one.
            ServiceDownError: it did not answer after all tries, or not as it should.

        """
        pause = self._patience.first_pause
        for _ in range(self._patience.tries - 1):
            try:
                return self._asked_once(currency, day)
            except ServiceDownError:
                time.sleep(pause)
                pause *= 2
        return self._asked_once(currency, day)

    def _asked_once(self, currency: str, day: date) -> Quoted:
        rates = _StatedRates(self._address)
        number = _within(self._patience.seconds, lambda: rates.get_rate("USD", currency, day))
        stated = iso_day(rates.stated) if isinstance(rates.stated, str) else None
        if isinstance(number, bool) or not isinstance(number, int | float) or not LOWEST_RATE <= number <= HIGHEST_RATE:
            raise ServiceDownError(f"its rate of {currency} is {repr(number)[:40]}")
        if stated is None:
            raise ServiceDownError("it does not say of which day its rate is")
        if not _is_of(stated, day):
            raise DayMissingError(f"for {day} the service answers with a rate of {stated}")
        return Quoted(stated, float(number))


def _is_of(stated: date, day: date) -> bool:
    """Return whether a rate stated for one day is that of another: of the same, or of the last market before it."""
    if stated == day or only_weekend_between(stated, day):
        return True
    ends_month = day == last_day_of_month(day.year, day.month) and (stated.year, stated.month) == (day.year, day.month)
    return ends_month and 0 <= (day - stated).days <= _BEFORE_END_OF_MONTH


def _within(seconds: float, ask: Callable[[], object]) -> object:
    """Return what a call returns, in a thread of its own, so that a service that dribbles is left behind too."""
    answer: list[object] = []
    failure: list[Exception] = []

    def run() -> None:
        try:
            answer.append(ask())
        except Exception as error:  # noqa: BLE001 - it is raised again below
            failure.append(error)

    thread = threading.Thread(target=run, daemon=True)
    thread.start()
    thread.join(seconds)
    if thread.is_alive():
        raise ServiceDownError(f"it did not answer within {seconds:g} seconds")
    if answer:
        return answer[0]
    match failure[0]:
        case ServiceDownError() as error:
            raise error
        case RatesNotAvailableError() as error if "not available for" in str(error):
            raise CurrencyMissingError("the service does not have this currency") from error
        case RatesNotAvailableError() as error:
            raise ServiceDownError("it answers with an error") from error
        case ValueError() as error:
            raise ServiceDownError("its answer is no JSON") from error
        case OSError() as error:
            raise ServiceDownError("it cannot be reached") from error
        case error:
            raise error
