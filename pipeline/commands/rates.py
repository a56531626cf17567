"""The verbs `rates import` and `rates update`."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from pipeline.commands.options import DEFAULT_DATASET, DatasetOption

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pipeline.money.exchange_rate import ExchangeRate
    from pipeline.money.updating import Wanted

DEFAULT_RATES = Path("data/raw/exchange_rates")
_MOST_REASONS = 8

RatesOption = Annotated[Path, typer.Option("--rates", help="Folder of the files of rates.")]

app = typer.Typer(help="Take in official exchange rates.", no_args_is_help=True, rich_markup_mode=None)


@app.command(name="import")
def run_import(
    file: Annotated[Path, typer.Argument(help="The CSV file as its publisher gives it.")],
    *,
    currency: Annotated[
        list[str] | None, typer.Option(metavar="CODE", help="Take this currency alone; may be given again.")
    ] = None,
    replace: Annotated[
        bool, typer.Option("--replace", help="Let new rates replace those there that they contradict.")
    ] = False,
    rates: RatesOption = DEFAULT_RATES,
) -> None:
    """Take the rates of an official download into the folder of rates.

    It knows, by their headers, the exchange rates of the IMF, the World Bank's PA.NUS.FCRF, the US Treasury's Reporting
    Rates of Exchange, the ECB's reference rates, and files in the format of the folder itself.

    \b
    Example:
      tallybook rates import eurofxref-hist.csv --currency TRY --currency RUB
    """
    from pipeline.commands.currencies import checked_codes
    from pipeline.money.importing import import_rates
    from pipeline.printing import one_line

    report = import_rates(file, rates, currencies=checked_codes(currency or ()), replace=replace)
    merged = report.merged
    typer.echo(f"{', '.join(map(str, merged.paths)) or rates}: {_summary(merged.taken)}")
    for count, what in (
        (merged.already, "were there already"),
        (merged.replaced, "replaced others"),
        (report.left, "are of currencies that were not asked for"),
    ):
        if count:
            typer.echo(f"{count:8,} {what}")
    for skipped in report.skipped[:_MOST_REASONS]:
        typer.echo(f"{skipped.cells:8,} passed over: {one_line(skipped.reason)}")
    rest = report.skipped[_MOST_REASONS:]
    if rest:
        typer.echo(f"{sum(skipped.cells for skipped in rest):8,} passed over for {len(rest)} other reasons")


@app.command(name="update")
def run_update(
    *,
    service: Annotated[
        str | None, typer.Option(metavar="ADDRESS", help="Ask a service of the same kind at another address.")
    ] = None,
    seconds: Annotated[float, typer.Option(min=0.1, max=600, help="How long to wait for an answer.")] = 10.0,
    tries: Annotated[int, typer.Option(min=1, max=10, help="How often to ask before giving up.")] = 3,
    dataset: DatasetOption = DEFAULT_DATASET,
    rates: RatesOption = DEFAULT_RATES,
) -> None:
    """Ask for the rates that the dataset misses, through forex-python, and write them to the folder of rates.

    The service follows the European Central Bank, which quotes some thirty currencies. This is the only verb that uses
    the network.

    \b
    Example:
      tallybook rates update
    """
    from pipeline.errors import RatesError
    from pipeline.money.currency_names import currency_name
    from pipeline.money.rate_service import Patience, RateService
    from pipeline.money.updating import update_rates
    from pipeline.printing import one_line

    wanted = _wanted(dataset)
    if not wanted:
        typer.echo("no rate is missing")
        return
    if service is not None and not service.startswith(("http://", "https://")):
        raise RatesError(f"--service {service}: this is no address; give one that begins with https://")
    update = update_rates(wanted, RateService(service, Patience(seconds, tries)), rates)
    if update.taken:
        typer.echo(f"{update.path}: {_summary(update.taken)}")
    for missing in update.missing:
        typer.echo(one_line(f"{currency_name(missing.currency)}: {missing.rates} not to be had, {missing.reason}"))
    if update.down is not None:
        typer.echo(one_line(f"the service was given up, since {update.down}; {update.unasked} rates are still missing"))
    if update.missing or update.down is not None:
        typer.echo("their rows stay without a converted amount; `tallybook rates import` reads official series")


def _wanted(dataset: Path) -> "set[Wanted]":
    from pipeline.money.updating import wanted_rates
    from pipeline.publishing.dataset_rows import FineRow, all_rows

    return {
        want
        for fine in all_rows(dataset, FineRow)
        if fine.rate is None and fine.currency != "USD"
        for want in wanted_rates(fine.currency, fine.period_start, fine.period_end, fine.report_year)
    }


def _summary(rates: "Iterable[ExchangeRate]") -> str:
    from pipeline.money.currency_names import currency_name

    listed = sorted(rates)
    if not listed:
        return "0 rates taken"
    codes = list(dict.fromkeys(rate.currency for rate in listed))
    of_what = currency_name(codes[0]) if len(codes) == 1 else f"{len(codes)} currencies"
    first, last = min(rate.date for rate in listed), max(rate.date for rate in listed)
    return f"{len(listed):,} rates taken, {of_what}, {first} to {last}"
