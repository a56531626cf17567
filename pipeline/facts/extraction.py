"""The core: from a document to its ledger and its facts, a pure function of the document."""

import re
from collections.abc import Sequence
from dataclasses import replace

from pipeline.facts.attribution import attributions, opens_clause, source_of
from pipeline.facts.calendar import Period
from pipeline.facts.dating import datings
from pipeline.facts.drafts import Draft
from pipeline.facts.fact import Fact, Modality
from pipeline.facts.inheritance import with_heritage, with_later_wholes
from pipeline.facts.matching import Candidate, match
from pipeline.facts.modality import force_of
from pipeline.facts.periods import carried_after, of_part, period_of
from pipeline.facts.records import facts_of, ledger_of
from pipeline.facts.relations import relations_of
from pipeline.facts.timelines import timeline
from pipeline.language.chunks import Kind
from pipeline.language.sentences import Sentence, sentence_spans, tokenize
from pipeline.numerals.counting import Earlier, counted_by, unit_of
from pipeline.numerals.currencies import alpha_2
from pipeline.numerals.measures import Place
from pipeline.numerals.numeral import Numeral
from pipeline.numerals.quantities import Analysis, analyse
from pipeline.numerals.words import number_words
from pipeline.reading.document import Document, Paragraph, ParagraphKind

# Sentences before a number in which its context (an election, trafficking) may have been named.
_CONTEXT = 3
# Numbers further off in a sentence claim no date of this one.
_NEAREST = 16
_LOCATIVE = frozenset({"in", "at", "across", "from", "within", "near", "throughout"})


_FIGURE = re.compile(r"[\d½¼¾⅓⅔⅛⅜⅝⅞⅕⅖⅗⅘⅙⅚]")
_WORD = re.compile(r"[^\W\d_]+")


def _has_numeral(text: str) -> bool:
    """Tell whether a paragraph may hold a numeral, by its digits or number words."""
    return _FIGURE.search(text) is not None or not number_words().starts.isdisjoint(_WORD.findall(text.lower()))


def extract(document: Document) -> tuple[tuple[Numeral, ...], tuple[Fact, ...]]:
    """Return the ledger of the document and its facts, both in text order."""
    place = Place(alpha_2(document.sidecar.country), document.sidecar.year)
    numerals: list[Numeral] = []
    facts: list[Fact] = []
    for paragraph in document.paragraphs:
        if not _has_numeral(paragraph.text):
            continue
        found, coded = _extract_paragraph(paragraph, place)
        numerals.extend(found)
        facts.extend(coded)
    return tuple(numerals), tuple(facts)


# Sentences that look back on one another. No paragraph of prose has as many; a longer one is read in blocks, in linear time.
_BLOCK = 60


def _extract_paragraph(paragraph: Paragraph, place: Place) -> tuple[list[Numeral], list[Fact]]:
    spans = list(sentence_spans(paragraph.text))
    numerals: list[Numeral] = []
    facts: list[Fact] = []
    for first in range(0, len(spans), _BLOCK):
        found, coded = _extract_block(paragraph, spans[first : first + _BLOCK], place, opens=first == 0)
        numerals.extend(found)
        facts.extend(coded)
    return numerals, facts


def _extract_block(
    paragraph: Paragraph, spans: Sequence[tuple[int, int]], place: Place, *, opens: bool
) -> tuple[list[Numeral], list[Fact]]:
    text = paragraph.text
    analyses = [
        analyse(tokenize(text, start, end), place, opens_paragraph=opens and number == 0)
        for number, (start, end) in enumerate(spans)
    ]
    if paragraph.kind is ParagraphKind.FURNITURE:
        return ledger_of(paragraph, analyses, (), {}), []
    drafts = _drafts(paragraph, analyses)
    if not any(_is_coded(draft) for draft in drafts):
        return ledger_of(paragraph, analyses, drafts, {}), []
    drafts = _with_context(paragraph, analyses, drafts, place.year)
    facts = facts_of(paragraph, analyses, drafts, place.year)
    return ledger_of(paragraph, analyses, drafts, facts), list(facts.values())


def _drafts(paragraph: Paragraph, analyses: Sequence[Analysis]) -> list[Draft]:
    """Return the quantities of a paragraph, each matched on its own and then against those before it."""
    drafts: list[Draft] = []
    earlier: list[Earlier] = []
    for number, analysis in enumerate(analyses):
        before = (
            "".join(_spaced(earlier_one.sentence) for earlier_one in analyses[max(0, number - _CONTEXT) : number])
            or " "
        )
        for quantity in analysis.quantities:
            if quantity is None:
                continue
            counted = counted_by(analysis, quantity, paragraph.text, earlier, number)
            unit = unit_of(analysis, quantity, counted, earlier)
            equivalent_of = _equivalent(analysis, quantity.chunk, unit, drafts, number)
            relations = relations_of(analysis, quantity.chunk, counted)
            force = force_of(analysis, quantity.chunk, relations)
            found = None
            if equivalent_of < 0:
                found = match(Candidate(analysis, quantity.chunk, counted, unit, relations, force.modality, before))
            draft = Draft(
                number, analysis, quantity, counted, unit, relations, force, found, equivalent_of=equivalent_of
            )
            drafts.append(with_heritage(draft, drafts))
            earlier.append(_as_earlier(drafts[-1]))
    return with_later_wholes(drafts)


def _spaced(sentence: Sentence) -> str:
    return f" {' '.join(sentence.words)} "


def _as_earlier(draft: Draft) -> Earlier:
    before = draft.analysis.chunks[draft.chunk - 1] if draft.chunk else None
    word = before.word if before is not None and before.kind is Kind.PREPOSITION else ""
    return Earlier(
        sentence=draft.sentence,
        quantity=draft.quantity,
        counted=draft.counted,
        unit=draft.unit,
        is_equivalent=draft.equivalent_of >= 0
        or (draft.quantity.measure is not None and before is not None and before.kind is Kind.OPEN),
        side=draft.whole >= 0 or draft.comparison,
        included=word in {"including", "among", "excluding"},
        locative=word in _LOCATIVE and draft.unit != "person",
    )


def _equivalent(analysis: Analysis, chunk: int, unit: str, drafts: Sequence[Draft], sentence: int) -> int:
    """Return the draft of the amount that a dollar amount in parentheses converts; -1 where it stands for itself."""
    if unit != "USD" or not drafts or drafts[-1].sentence != sentence:
        return -1
    at = chunk - 1
    while at >= 0 and analysis.chunks[at].kind is Kind.ADVERB:
        at -= 1
    if at < 0 or analysis.chunks[at].kind is not Kind.OPEN:
        return -1
    last = drafts[-1]
    is_money = last.quantity.measure is not None and len(last.unit) == 3 and last.unit.isupper()  # noqa: PLR2004 - ISO 4217
    return len(drafts) - 1 if is_money and last.unit != "USD" else -1


def _with_context(
    paragraph: Paragraph, analyses: Sequence[Analysis], drafts: Sequence[Draft], report_year: int
) -> list[Draft]:
    """Return the drafts with their periods and sources, reading the sentences in order so that dates carry over."""
    out: list[Draft] = []
    carried: Period | None = None
    speaker: str | None = None
    position = 0
    for number, analysis in enumerate(analyses[: drafts[-1].sentence + 1]):
        line = timeline(analysis, datings(analysis, paragraph.text, report_year), carried)
        here: list[Draft] = []
        while position < len(drafts) and drafts[position].sentence == number:
            here.append(drafts[position])
            position += 1
        sources = attributions(analysis, paragraph.text, speaker) if any(_is_coded(draft) for draft in here) else ()
        speaker = max(sources, key=lambda source: source.last).source if sources else None
        for place, draft in enumerate(here):
            previous = out[-1].dated.period if out and out[-1].dated is not None else None
            dated = period_of(line, draft.offset, _rivals(here[max(0, place - _NEAREST) : place + _NEAREST], draft), previous)
            whole = out[draft.whole] if 0 <= draft.whole < len(out) and out[draft.whole].sentence == number else None
            if whole is not None and not draft.comparison:
                dated = of_part(line, draft.offset, dated, whole.dated, whole.offset)
            source, evidence = source_of(sources, draft.chunk)
            if source is None and whole is not None and opens_clause(analysis, draft.chunk):
                source, evidence = whole.attributed_to, whole.attribution_evidence
            out.append(replace(draft, dated=dated, attributed_to=source, attribution_evidence=evidence))
        carried = carried_after(line, report_year, statutory=_is_statutory(here))
    return out


def _is_coded(draft: Draft) -> bool:
    return draft.match is not None or draft.heir_of >= 0


def _is_statutory(drafts: Sequence[Draft]) -> bool:
    coded = [draft for draft in drafts if _is_coded(draft)]
    return bool(coded) and all(draft.force.modality is Modality.STATUTORY for draft in coded)


def _rivals(drafts: Sequence[Draft], draft: Draft) -> list[int]:
    """Return the offsets of the other numbers of a sentence that are told as events of their own, and so may claim a date."""
    return [
        other.offset
        for other in drafts
        if other is not draft
        and other.equivalent_of < 0
        and other.quantity.measure is None
        and other.unit == draft.unit
    ]
