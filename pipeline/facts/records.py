"""The records that leave the core: ledger entries and facts, made from what was read of a paragraph."""

from collections.abc import Mapping, Sequence
from datetime import date

from pipeline.facts import calendar
from pipeline.facts.calendar import NO_PERIOD
from pipeline.facts.details import detail_of
from pipeline.facts.drafts import Draft
from pipeline.facts.fact import Fact, Modality
from pipeline.facts.matching import Match
from pipeline.facts.shares import group_of, shared_noun
from pipeline.numerals.numeral import Numeral, Role
from pipeline.numerals.quantities import Analysis
from pipeline.numerals.roles import Reading
from pipeline.reading.document import Paragraph, ParagraphKind
from pipeline.reading.identity import fact_id, numeral_id

# What is counted at a point in time: `51 by December 31` were so many on that day.
_STOCKS = frozenset(
    {
        "party.registered_parties",
        "detention.persons_in_custody",
        "detention.political_prisoners",
        "migration.displaced_persons",
        "migration.stateless_persons",
        "migration.migrant_workers",
        "representation.share",
    }
)
_BILLS = frozenset({"bill", "bills", "draft", "proposal", "proposals", "amendment", "amendments", "legislation"})
_STATUTORY_ONLY = frozenset({"rule.time_limit", "rule.distance_limit"})


def coded_match(drafts: Sequence[Draft], index: int) -> Match | None:
    """Return the match of a draft: its own, else that of the draft from which it takes its indicator."""
    seen: set[int] = set()
    while index >= 0 and index not in seen:
        seen.add(index)
        draft = drafts[index]
        if draft.heir_of < 0:
            return draft.match
        index = draft.heir_of
    return None


def facts_of(
    paragraph: Paragraph, analyses: Sequence[Analysis], drafts: Sequence[Draft], report_year: int
) -> dict[int, Fact]:
    """Return the facts of a paragraph by the offset of their numeral, in text order."""
    matches = [coded_match(drafts, index) if draft.equivalent_of < 0 else None for index, draft in enumerate(drafts)]
    coded = {index for index, found in enumerate(matches) if found is not None}
    facts: dict[int, Fact] = {}
    for index in sorted(coded):
        found = matches[index]
        if found is None:
            continue
        draft = drafts[index]
        identity = fact_id(paragraph.paragraph_id, draft.offset)
        modality = modality_of(drafts, index, found)
        start, end, evidence = _period(drafts[index], found, modality, report_year)
        whole = draft.whole if draft.whole in coded else -1
        sentence = analyses[draft.sentence].sentence
        facts[draft.offset] = Fact(
            fact_id=identity,
            numeral_id=numeral_id(paragraph.paragraph_id, draft.offset),
            indicator=found.indicator.indicator_id,
            counted=counted_text(paragraph.text, draft, found),
            modality=modality,
            attributed_to=None if modality is Modality.STATUTORY else _source(drafts, index),
            period_start=start,
            period_end=end,
            part_of=fact_id(paragraph.paragraph_id, drafts[whole].offset) if whole >= 0 else None,
            detail=detail_of(paragraph.text, drafts, index, found, matches),
            rule=found.rule if draft.heir_of < 0 else f"{found.rule} (from the number before)",
            quote_start=paragraph.start + sentence.start,
            quote_end=paragraph.start + sentence.end,
            explanation=_explanation(drafts, index, found, modality, evidence),
        )
    return facts


def unit_of_fact(draft: Draft, found: Match) -> str:
    """Return the unit of a coded quantity: the indicator's where it is one of the table's own units, else the quantity's."""
    unit = found.indicator.unit
    if unit in {"seat", "person"} and draft.quantity.measure is None:
        return unit
    return draft.unit


def counted_text(paragraph_text: str, draft: Draft, found: Match) -> str | None:
    """Return the counted noun of a fact; money counts nothing, shares what they are a part of."""
    if found.indicator.unit == "currency":
        return None
    if found.indicator.indicator_id.startswith("representation."):
        return group_of(paragraph_text, draft) or draft.counted.text
    if found.indicator.unit == "percent" and draft.counted.text is None:
        return shared_noun(paragraph_text, draft)
    return draft.counted.text


def modality_of(drafts: Sequence[Draft], index: int, found: Match) -> Modality:
    """Return the modality of a fact: that of its clause, held to what its indicator can be."""
    draft = drafts[index]
    modality = draft.force.modality
    if draft.heir_of >= 0 and modality is Modality.OCCURRED and not draft.comparison:
        modality = drafts[draft.heir_of].force.modality
    if draft.heir_of >= 0 and draft.heir_of == draft.whole and modality is Modality.PROPOSED:
        # What a part would be (`of whom 34,000 would be eligible`) does not undo that it is a part of what is.
        modality = drafts[draft.whole].force.modality
    indicator = found.indicator
    if indicator.indicator_id == "representation.quota" and modality is Modality.OCCURRED:
        return Modality.STATUTORY
    if (indicator.indicator_id in _STATUTORY_ONLY and modality is not Modality.PROPOSED) or (
        indicator.statutory and modality is Modality.OCCURRED
    ):
        return Modality.STATUTORY
    if (
        modality is Modality.STATUTORY
        and indicator.unit not in {"currency", "time", "length", "percent", "seat"}
        and not indicator.statutory
    ):
        return Modality.OCCURRED
    return modality


def _period(draft: Draft, found: Match, modality: Modality, report_year: int) -> tuple[date | None, date | None, str]:
    if modality is Modality.STATUTORY:
        return None, None, "a rule with no date of its own"
    dated = draft.dated
    if (
        modality is Modality.PROPOSED
        and dated is not None
        and dated.carried
        and not _BILLS.isdisjoint(draft.analysis.sentence.words)
    ):
        return None, None, "a bill with no date of its own"
    if dated is None and modality is Modality.PROPOSED:
        return None, None, "a proposal with no date"
    if dated is None:
        whole = calendar.year(report_year)
        return whole.start, whole.end, "the report's year, since the text gives no date"
    if dated.period == NO_PERIOD:
        return None, None, "the text leaves the time open"
    period = dated.point if dated.point is not None and found.indicator.indicator_id in _STOCKS else dated.period
    return period.start, period.end, dated.evidence


def _source(drafts: Sequence[Draft], index: int) -> str | None:
    return drafts[index].attributed_to


def _explanation(
    drafts: Sequence[Draft], index: int, found: Match, modality: Modality, evidence: str
) -> tuple[str, ...]:
    draft = drafts[index]
    lines = [f"Indicator {found.indicator.indicator_id}: {found.evidence}."]
    if draft.heir_of >= 0:
        lines.append(f"The predicate is left out here and taken from {_surface(drafts[draft.heir_of])!r} before.")
    if draft.counted.text is not None:
        lines.append(f"It counts {draft.counted.text!r}: {draft.counted.source.value}.")
    if draft.quantity.hedge.words is not None:
        lines.append(
            f"It is {draft.quantity.approximation.value.replace('_', ' ')} because of {draft.quantity.hedge.words!r}."
        )
    lines.append(f"Modality {modality.value}: {draft.force.evidence}.")
    lines.append(f"Period: {evidence}.")
    if draft.attribution_evidence is not None:
        lines.append(f"Stated by: {draft.attribution_evidence}.")
    if draft.whole >= 0:
        lines.append(f"It is a part of {_surface(drafts[draft.whole])!r}.")
    if found.also:
        lines.append(f"It answers as well to {', '.join(found.also)}; the first predicate decides.")
    if draft.match is not None and draft.match is not found:
        lines.append(
            f"{draft.match.indicator.indicator_id} was considered and gave way: its predicate says nothing new of the part."
        )
    return tuple(lines)


def _surface(draft: Draft) -> str:
    surfaces = draft.analysis.sentence.surfaces
    figure = draft.analysis.readings[draft.quantity.reading].figure
    return " ".join(surfaces[figure.first : figure.last + 1])


def ledger_of(
    paragraph: Paragraph, analyses: Sequence[Analysis], drafts: Sequence[Draft], facts: Mapping[int, Fact]
) -> list[Numeral]:
    """Return the ledger entries of a paragraph in text order."""
    by_offset = {draft.offset: (index, draft) for index, draft in enumerate(drafts)}
    matches = {draft.offset: coded_match(drafts, index) for index, draft in enumerate(drafts)}
    entries: list[Numeral] = []
    for analysis in analyses:
        for reading in analysis.readings:
            found = by_offset.get(reading.figure.start)
            if found is None:
                entries.append(_plain(paragraph, reading))
                continue
            draft = found[1]
            entries.append(_quantity(paragraph, draft, drafts, facts.get(draft.offset), matches[draft.offset]))
    return entries


def _plain(paragraph: Paragraph, reading: Reading) -> Numeral:
    figure, role, rule = reading.figure, reading.role, reading.rule
    if paragraph.kind is ParagraphKind.FURNITURE:
        role, rule = Role.BOILERPLATE, "furniture: the paragraph belongs to the page, not to the report"
    return Numeral(
        numeral_id=numeral_id(paragraph.paragraph_id, figure.start),
        start=paragraph.start + figure.start,
        end=paragraph.start + figure.end,
        surface=paragraph.text[figure.start : figure.end],
        role=role,
        rule=rule,
        reason=f"{rule}.",
    )


def _quantity(
    paragraph: Paragraph, draft: Draft, drafts: Sequence[Draft], fact: Fact | None, found: Match | None
) -> Numeral:
    quantity = draft.quantity
    equivalent = drafts[draft.equivalent_of] if draft.equivalent_of >= 0 else None
    governor = next((relation.lemma for relation in draft.relations), None)
    return Numeral(
        numeral_id=numeral_id(paragraph.paragraph_id, draft.offset),
        start=paragraph.start + draft.offset,
        end=paragraph.start + draft.end,
        surface=paragraph.text[draft.offset : draft.end],
        role=Role.QUANTITY,
        rule=draft.analysis.readings[quantity.reading].rule,
        value=quantity.value,
        low=quantity.low,
        high=quantity.high,
        approximation=quantity.approximation,
        unit=unit_of_fact(draft, found) if fact is not None and found is not None else draft.unit,
        counted=draft.counted.text,
        governor=governor,
        equivalent_of=None if equivalent is None else numeral_id(paragraph.paragraph_id, equivalent.offset),
        reason=None if fact is not None else _reason(draft, governor),
    )


def _reason(draft: Draft, governor: str | None) -> str:
    if draft.equivalent_of >= 0:
        return "It converts the amount before it and is reported with that amount."
    counted = f"It counts {draft.counted.text!r}" if draft.counted.text is not None else f"Its unit is {draft.unit}"
    governed = f", governed by {governor!r}" if governor is not None else ", with no predicate near it"
    return f"{counted}{governed}; no indicator of the codebook answers to that."
