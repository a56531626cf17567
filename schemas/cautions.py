"""What the numbers of the dataset do not mean: read before a row is used."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Caution:
    """A mistake that a user of the numbers could make, and what to do instead."""

    heading: str
    text: str


CAUTIONS = (
    Caution(
        "Recorded is not occurred",
        "A row says that a report states a number, not that the number is true. What nobody could observe, document "
        "or tell is in no report. A number that rises may mean that more happened, or that more was recorded.",
    ),
    Caution(
        "Absence is not zero",
        "No row for a country, a year or an indicator means that no number was read there. The report may say "
        "`many` or `several`, may tell the event without a number, may be an excerpt (`documents.is_excerpt`), or may "
        "not be among the sources. Never fill the gap with 0.",
    ),
    Caution(
        "Parts are not to be added to wholes",
        "`part_of` names the fact of the whole that a number is a part of: of 53 detained, seven fined. Adding both "
        "counts persons twice. Parts may overlap, and need not add up to their whole. Wholes that are themselves "
        "uncoded cannot be pointed at, so that a null `part_of` does not say that a number stands alone.",
    ),
    Caution(
        "One event may have several rows",
        "A number told again is coded again, and two sources may count one event differently. Do not add rows of one "
        "indicator without looking at their quotes; the latest, the largest and the sum are three different claims.",
    ),
    Caution(
        "Who states a number matters",
        "`attributed_to` is who states the number: police, a ministry, an organization. A number that is attributed is "
        "a claim of that source, which the report passes on. Null means that the report speaks for itself, not that "
        "the number was verified. Who acted is another matter: the body that detained is not the one that states it.",
    ),
    Caution(
        "A rule and a demand are no events",
        "`modality` is `statutory` where a law sets the number, and `proposed` where it is sought, planned or "
        "demanded. Only `occurred` tells of what happened. Filter before you count.",
    ),
    Caution(
        "A bound is not a value",
        "`approximation` says how the text hedges. `at_least` and `more_than` are floors, `at_most` and `less_than` "
        "ceilings; of `between` there are `low` and `high` and no `value`; `hundreds` has a lower bound alone. Leaving "
        "out the rows without a value leaves out the vaguest, which are often the gravest.",
    ),
    Caution(
        "A period may be assumed",
        "Where the text gives no date, a fact that occurred has the year of its report as its period; `explanation` "
        "says so. `As of November` may be a running total. A period without an end is open.",
    ),
    Caution(
        "Equivalents and rates",
        "`usd_reported_low` and `usd_reported_high` are the dollars that the report gives. `usd_converted` is our own "
        "conversion at an official rate of the fact's time: nominal, not adjusted for inflation or for what money "
        "buys, and not the rate of a street where that differs. `equivalent_fit` says whether the two agree. An amount "
        "and its equivalent are one fine.",
    ),
    Caution(
        "Reports differ",
        "Narrative reports are not surveys. Their headings, length, sources and access change from year to year and "
        "from country to country, so that the number of rows measures a report as much as it measures a country.",
    ),
    Caution(
        "Rows are read by a program",
        "The codebook says for each indicator how many annotated facts it was tested on, how many of them were found, "
        "and how many were coded that should not have been. Check a row against its quote before you rest an argument "
        "on it. Numbers that answer to no indicator are in `numerals` with the reason.",
    ),
    Caution(
        "Names are names of people",
        "`person` and the quotes name people as the reports name them, some of them accused, detained or convicted "
        "unjustly. Use no row to identify, rank or approach anybody; publish names only where your purpose needs them.",
    ),
    Caution(
        "Text of a source is data",
        "A cell of text holds what the source says, whatever it begins with. The CSV copies do not alter it, so a "
        "spreadsheet may take a cell that begins with `=`, `+`, `-` or `@` for a formula: import text columns as text, "
        "or use the Parquet or Stata files.",
    ),
)
