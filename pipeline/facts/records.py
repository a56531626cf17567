"""The records that leave the core: ledger entries and facts, made from what was read of a paragraph."""

from collections.abc import Mapping, Sequence
from datetime import date
from functools import cache

from pipeline.facts import calendar
from pipeline.facts.calendar import NO_PERIOD
from pipeline.facts.codebook import Indicator, codebook
from pipeline.facts.details import detail_of
from pipeline.facts.drafts import Draft, coded_match
from pipeline.facts.explanations import Coding, explanation_of
from pipeline.facts.fact import Fact, Modality
from pipeline.facts.fact_modality import modality_of
from pipeline.facts.matching import Match
from pipeline.facts.shares import group_of, shared_noun
from pipeline.language.lexicon import word_set
from pipeline.numerals.numeral import Numeral, Role
from pipeline.numerals.quantities import Analysis
from pipeline.numerals.roles import Reading
from pipeline.reading.document import Paragraph, ParagraphKind
from pipeline.reading.identity import fact_id, numeral_id
from pipeline.reading.note_marks import mark_spans
from pipeline.record import record

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


@record
class _Passage:
    """What was read of a paragraph: its drafts, and the match of each, null where it answers to no indicator."""

    paragraph: Paragraph
    drafts: Sequence[Draft]
    matches: Sequence[Match | None]
    report_year: int


def facts_of(paragraph: Paragraph, drafts: Sequence[Draft], report_year: int) -> dict[int, Fact]:
    """Return the facts of a paragraph by the offset of their numeral, in text order."""
    matches = [coded_match(drafts, index) if draft.equivalent_of < 0 else None for index, draft in enumerate(drafts)]
    passage = _Passage(paragraph, drafts, matches, report_year)
    return {
        drafts[index].offset: _fact(passage, index, found) for index, found in enumerate(matches) if found is not None
    }


def _fact(passage: _Passage, index: int, found: Match) -> Fact:
    text, key, drafts = passage.paragraph.text, passage.paragraph.paragraph_id, passage.drafts
    draft, sentence = drafts[index], drafts[index].analysis.sentence
    force = modality_of(drafts, index, found.indicator)
    start, end, dated_by = _period(draft, found.indicator, force.modality, passage.report_year)
    has_coded_whole = draft.whole >= 0 and passage.matches[draft.whole] is not None
    coding = Coding(
        counted=_counted_text(text, draft, found.indicator),
        modality=force.modality,
        # A rule stands whoever tells of it.
        attributed_to=None if force.modality is Modality.STATUTORY else draft.attributed_to,
        part_of=fact_id(key, drafts[draft.whole].offset) if has_coded_whole else None,
        of_modality=force.evidence,
        of_period=dated_by,
    )
    return Fact(
        fact_id=fact_id(key, draft.offset),
        numeral_id=numeral_id(key, draft.offset),
        indicator=found.indicator.indicator_id,
        counted=coding.counted,
        modality=coding.modality,
        attributed_to=coding.attributed_to,
        period_start=start,
        period_end=end,
        part_of=coding.part_of,
        detail=detail_of(text, drafts, index, found, passage.matches),
        rule=found.rule if draft.heir_of < 0 else f"{found.rule} (from the number {_side(draft.heir_of, index)})",
        quote_start=passage.paragraph.start + sentence.start,
        quote_end=passage.paragraph.start + sentence.end,
        explanation=explanation_of(coding, found, drafts, index),
    )


def _side(giver: int, taker: int) -> str:
    """Return on which side of a number the one stands that gives it its predicate."""
    return "before" if giver < taker else "after"


def _counted_text(text: str, draft: Draft, indicator: Indicator) -> str | None:
    """Return the counted noun of a fact; money counts nothing, shares what they are a part of."""
    if indicator.unit == "currency":
        return None
    if indicator.indicator_id.startswith("representation."):
        return group_of(text, draft) or draft.counted.text
    if indicator.unit == "percent" and draft.counted.text is None:
        return shared_noun(text, draft, of_turnout=indicator.indicator_id == "election.turnout")
    return _with_title(text, draft)


def _with_title(text: str, draft: Draft) -> str | None:
    """Return the counted noun, and what completes it where it is a title of several words (`justice of the peace`)."""
    counted, analysis = draft.counted, draft.analysis
    if counted.text is None or counted.chunk < 0:
        return counted.text
    sentence, last = analysis.sentence, analysis.chunks[counted.chunk].last
    for title in _titles().get(sentence.words[last], ()):
        end = last + len(title)
        if sentence.words[last:end] == title:
            at = text.find(counted.text, sentence.starts[analysis.chunks[counted.chunk].first])
            return text[at : sentence.ends[end - 1]] if at >= 0 else counted.text
    return counted.text


@cache
def _titles() -> dict[str, list[tuple[str, ...]]]:
    """Return the titles of several words by their first."""
    table: dict[str, list[tuple[str, ...]]] = {}
    for title in word_set("nouns", "titles_with_of"):
        words = tuple(title.split())
        table.setdefault(words[0], []).append(words)
    return table


def _period(
    draft: Draft, indicator: Indicator, modality: Modality, report_year: int
) -> tuple[date | None, date | None, str]:
    """Return first and last day of a fact's period, null where it has none, and what they were read from."""
    dated = draft.dated
    if modality is Modality.STATUTORY:
        return None, None, "a rule with no date of its own"
    if modality is Modality.PROPOSED and dated is None:
        return None, None, "a proposal with no date"
    if dated is None:
        whole = calendar.year(report_year)
        return whole.start, whole.end, "the report's year, since the text gives no date"
    if modality is Modality.PROPOSED and dated.carried and not _BILLS.isdisjoint(draft.analysis.sentence.words):
        return None, None, "a bill with no date of its own"
    if dated.period == NO_PERIOD:
        return None, None, "the text leaves the time open"
    period = dated.point if dated.point is not None and indicator.indicator_id in _STOCKS else dated.period
    if period.start is not None and period.end is not None and period.start > period.end:
        # `since 2019, until March` of a report on 2017: no table takes a period that ends before it begins.
        return None, None, f"dates that contradict each other ({dated.evidence})"
    return period.start, period.end, dated.evidence


def ledger_of(
    paragraph: Paragraph, analyses: Sequence[Analysis], drafts: Sequence[Draft], facts: Mapping[int, Fact]
) -> list[Numeral]:
    """Return the ledger entries of a paragraph in text order; `facts` are its facts by the offset of their numeral."""
    by_offset = {draft.offset: draft for draft in drafts}
    entries: list[Numeral] = []
    for analysis in analyses:
        for reading in analysis.readings:
            draft = by_offset.get(reading.figure.start)
            if draft is None:
                entries.append(_plain(paragraph, reading))
            else:
                entries.append(_quantity(paragraph, draft, drafts, facts.get(draft.offset)))
    return entries


def note_marks_of(paragraph: Paragraph) -> list[Numeral]:
    """Return the entries of the marks of notes in a paragraph, which the tokens of its sentences leave out."""
    rule = "reference: the mark of a footnote"
    return [_uncounted(paragraph, span, Role.REFERENCE, rule) for span in mark_spans(paragraph.text)]


def _plain(paragraph: Paragraph, reading: Reading) -> Numeral:
    """Return the entry of a numeral that counts nothing (a date, a name), or that belongs to the page."""
    return _uncounted(paragraph, (reading.figure.start, reading.figure.end), reading.role, reading.rule)


def _uncounted(paragraph: Paragraph, span: tuple[int, int], role: Role, rule: str) -> Numeral:
    start, end = span
    if paragraph.kind is ParagraphKind.FURNITURE:
        role, rule = Role.BOILERPLATE, "furniture: the paragraph belongs to the page, not to the report"
    return Numeral(
        numeral_id=numeral_id(paragraph.paragraph_id, start),
        start=paragraph.start + start,
        end=paragraph.start + end,
        surface=paragraph.text[start:end],
        role=role,
        rule=rule,
        reason=f"{rule}.",
    )


def _quantity(paragraph: Paragraph, draft: Draft, drafts: Sequence[Draft], fact: Fact | None) -> Numeral:
    """Return the entry of a quantity, with the reason why it is no fact where it is none."""
    quantity, offset, end = draft.quantity, draft.offset, draft.end
    equivalent = drafts[draft.equivalent_of] if draft.equivalent_of >= 0 else None
    governor = draft.relations[0].lemma if draft.relations else None
    return Numeral(
        numeral_id=numeral_id(paragraph.paragraph_id, offset),
        start=paragraph.start + offset,
        end=paragraph.start + end,
        surface=paragraph.text[offset:end],
        role=Role.QUANTITY,
        rule=draft.analysis.readings[quantity.reading].rule,
        value=quantity.value,
        low=quantity.low,
        high=quantity.high,
        approximation=quantity.approximation,
        unit=draft.unit if fact is None else _unit_of_fact(draft, codebook().indicators[fact.indicator]),
        counted=draft.counted.text,
        governor=governor,
        equivalent_of=None if equivalent is None else numeral_id(paragraph.paragraph_id, equivalent.offset),
        reason=None if fact is not None else _reason(draft, governor),
    )


def _unit_of_fact(draft: Draft, indicator: Indicator) -> str:
    """Return the unit of a coded quantity: the indicator's for seats and persons, else the quantity's own."""
    if indicator.unit in {"seat", "person"} and draft.quantity.measure is None:
        return indicator.unit
    return draft.unit


def _reason(draft: Draft, governor: str | None) -> str:
    """Return why a quantity answers to no indicator."""
    if draft.equivalent_of >= 0:
        return "It converts the amount before it and is reported with that amount."
    counted = f"It counts {draft.counted.text!r}" if draft.counted.text is not None else f"Its unit is {draft.unit}"
    governed = f", governed by {governor!r}" if governor is not None else ", with no predicate near it"
    return f"{counted}{governed}; no indicator of the codebook answers to that."
