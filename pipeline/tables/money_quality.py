"""The soft checks of money: equivalents that no rate, or no official rate, allows, or that stand alone."""

from collections.abc import Iterable, Iterator
from itertools import groupby
from statistics import median

from pipeline.money.implied_rate import ends_agree
from pipeline.tables.finding import Finding
from pipeline.tables.row_views import FineRow

_FEWEST_RATES = 3


def money_findings(fines: Iterable[FineRow], tolerance: float) -> Iterator[Finding]:
    """Yield what is odd about the equivalents.

    `tolerance` is how far one may be off the median rate of its document, as a share of it.
    """
    listed = [fine for fine in fines if fine.implied_rate_low is not None and fine.implied_rate_high is not None]
    yield from _off_official_rates(listed)
    yield from _implied_rates(listed, tolerance)


def _off_official_rates(fines: Iterable[FineRow]) -> Iterator[Finding]:
    for fine in fines:
        if fine.equivalent_fit == "off":
            message = (
                f"the equivalent implies {fine.implied_rate_low:.6g} to {fine.implied_rate_high:.6g} {fine.currency} "
                f"for one USD, which no official rate of {fine.report_year - 1} or {fine.report_year} comes to"
            )
            yield _rate_finding("equivalent_off_official_rates", fine, message)


def _implied_rates(fines: Iterable[FineRow], tolerance: float) -> Iterator[Finding]:
    # Official rates, where there are any, say more than the other equivalents of the document.
    def series(fine: FineRow) -> tuple[str, str]:
        return fine.document_id, fine.currency

    for (_, currency), group in groupby(sorted(fines, key=series), key=series):
        alike = list(group)
        for fine in alike:
            if not _ends_agree(fine):
                message = f"no single rate converts both ends of this range of {currency} to the equivalents given"
                yield _rate_finding("implied_rate_inconsistent", fine, message)
        if len(alike) < _FEWEST_RATES or alike[0].equivalent_fit != "no_rates":
            continue
        middle = median(_middle(fine) for fine in alike)
        for fine in alike:
            low, high = fine.implied_rate_low or 0.0, fine.implied_rate_high or 0.0
            if high < middle * (1 - tolerance) or low > middle * (1 + tolerance):
                message = (
                    f"the equivalent implies {low:.6g} to {high:.6g} {currency} for one USD, "
                    f"where the others of this document are near {middle:.6g}"
                )
                yield _rate_finding("implied_rate_out_of_line", fine, message)


def _middle(fine: FineRow) -> float:
    return ((fine.implied_rate_low or 0.0) + (fine.implied_rate_high or 0.0)) / 2


def _ends_agree(fine: FineRow) -> bool:
    low, high = fine.amount_low, fine.amount_high
    if fine.amount is not None or low is None or high is None:
        return True
    return ends_agree(low, high, fine.usd_reported_low or 0.0, fine.usd_reported_high or 0.0)


def _rate_finding(check: str, fine: FineRow, message: str) -> Finding:
    return Finding(check, "note", fine.fact_id, fine.document_id, None, message, fine.quote)
