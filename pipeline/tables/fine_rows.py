"""Rows of `fines`, made from rows of `facts` and what the money step says of their amounts."""

import base64
import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from pipeline.money.amount import Amount
from pipeline.money.penalty_units import UnitMultiple
from pipeline.money.rate_lookup import UsedRate
from pipeline.money.valuation import Valuation, Valuer
from schemas.tables.fines import FINES

AMOUNT_SOURCES = (("amount", "value"), ("amount_low", "low"), ("amount_high", "high"), ("currency", "unit"))
"""Columns of `fines`, each with the column of `facts` that it repeats."""
LIST_SEPARATOR = "; "
_ID_LENGTH = 12

Cells = dict[str, object]


@dataclass(frozen=True, slots=True)
class FineRows:
    """The rows of `fines`, and those of the rates that they used."""

    fines: tuple[Cells, ...]
    rates: tuple[Cells, ...]


def fine_rows(facts: Iterable[Mapping[str, object]], valuer: Valuer) -> FineRows:
    """Return the rows of `fines` for rows of `facts`, and the rates used, each once, by currency and date."""
    fines: list[Cells] = []
    used: dict[str, UsedRate] = {}
    for fact in facts:
        valuation = valuer.value(amount_of(fact))
        rate = valuation.conversion.rate
        if rate is not None:
            used[rate_id(rate)] = rate
        cells = {**fact, **{name: fact[source] for name, source in AMOUNT_SOURCES}, **_money_cells(valuation)}
        fines.append({name: cells[name] for name in FINES.column_names})
    ordered = sorted(used.items(), key=lambda item: (item[1].currency, item[1].date, item[0]))
    return FineRows(tuple(fines), tuple(_rate_cells(key, rate) for key, rate in ordered))


def amount_of(fact: Mapping[str, object]) -> Amount:
    """Return the amount of a row of `facts`."""
    return Amount(
        value=_number(fact["value"]),
        low=_number(fact["low"]),
        high=_number(fact["high"]),
        currency=str(fact["unit"]),
        country=str(fact["country"]),
        report_year=int(str(fact["report_year"])),
        period_start=_day(fact["period_start"]),
        period_end=_day(fact["period_end"]),
        usd_reported_low=_number(fact["usd_reported_low"]),
        usd_reported_high=_number(fact["usd_reported_high"]),
    )


def rate_id(rate: UsedRate) -> str:
    """Return the id of a rate: the same for the same series, time and number of observations."""
    parts = (rate.currency, rate.date.isoformat(), rate.frequency, rate.basis, rate.source)
    digest = hashlib.blake2b("\n".join(parts).encode(), digest_size=8).digest()
    return f"r-{base64.b32encode(digest).decode('ascii')[:_ID_LENGTH].lower()}"


def _money_cells(valuation: Valuation) -> Cells:
    conversion, consistency = valuation.conversion, valuation.consistency
    rate, implied = conversion.rate, consistency.implied
    return {
        "usd_converted": conversion.usd,
        "usd_converted_low": conversion.usd_low,
        "usd_converted_high": conversion.usd_high,
        "rate": None if rate is None else rate.rate,
        "rate_date": None if rate is None else rate.date,
        "rate_source": None if rate is None else rate.source,
        "rate_id": None if rate is None else rate_id(rate),
        "rate_choice": conversion.told,
        "usd_deviation_pct": conversion.deviation,
        "implied_rate_low": None if implied is None else implied.low,
        "implied_rate_high": None if implied is None else implied.high,
        "equivalent_fit": consistency.fit.value,
        "equivalent_fit_months": LIST_SEPARATOR.join(consistency.months) or None,
        **_penalty_unit_cells(valuation.penalty_units),
    }


def _penalty_unit_cells(multiple: UnitMultiple | None) -> Cells:
    unit = None if multiple is None else multiple.unit
    others = () if multiple is None else multiple.others
    return {
        "penalty_units": None if multiple is None else float(multiple.count),
        "penalty_unit_name": None if unit is None else unit.name,
        "penalty_unit_value": None if unit is None else unit.value,
        "penalty_unit_valid_from": None if unit is None else unit.valid_from,
        "penalty_unit_also": LIST_SEPARATOR.join(
            f"{count:,} × {other.value:,g} ({other.name} of {other.valid_from})" for count, other in others
        )
        or None,
    }


def _rate_cells(key: str, rate: UsedRate) -> Cells:
    return {
        "rate_id": key,
        "date": rate.date,
        "currency": rate.currency,
        "rate": rate.rate,
        "frequency": rate.frequency.value,
        "basis": rate.basis,
        "observations": rate.observations,
        "source": rate.source,
    }


def _number(cell: object) -> float | None:
    return cell if isinstance(cell, int | float) else None


def _day(cell: object) -> date | None:
    return cell if isinstance(cell, date) else None
