"""The core: from a document to its ledger and its facts, a pure function of the document."""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from pipeline.facts.candidate import Candidate, spaced
from pipeline.facts.circumstances import with_circumstances
from pipeline.facts.clauses import is_preposition
from pipeline.facts.drafts import Draft
from pipeline.facts.fact import Fact
from pipeline.facts.inheritance import with_heritage, with_later_wholes
from pipeline.facts.matching import Match, match
from pipeline.facts.modality import force_of
from pipeline.facts.persons_matching import match_of_persons, names_persons_too, sufferers
from pipeline.facts.records import facts_of, ledger_of, note_marks_of
from pipeline.facts.relation import Part, Relation
from pipeline.facts.relations import relations_of
from pipeline.facts.steps import CONNECTIVES
from pipeline.language.chunks import Kind, VerbForm
from pipeline.language.lexicon import word_set
from pipeline.language.sentences import sentence_spans, tokenize
from pipeline.numerals.counted import NOTHING, Counted, Earlier, Source
from pipeline.numerals.counting import counted_by, unit_of
from pipeline.numerals.currencies import alpha_2
from pipeline.numerals.latest_antecedents import person_antecedent
from pipeline.numerals.measures import Place
from pipeline.numerals.numeral import Numeral
from pipeline.numerals.phrases import is_enclosed, kind_at
from pipeline.numerals.quantities import Analysis, Quantity, analyse, exactly
from pipeline.numerals.words import number_words
from pipeline.reading.document import Document, Paragraph, ParagraphKind
from pipeline.reading.note_marks import RAISED

# Sentences before a number in which its context (an election, trafficking) may have been named.
_CONTEXT = 3
# Sentences that look back on one another. No paragraph of prose has as many; a longer one is read in blocks, in time
# linear in its length.
BLOCK = 60
_LOCATIVE = frozenset(
    {"in", "inside", "outside", "via", "into", "through", "at", "across", "from", "within", "near", "throughout"}
)
_LEADING_TO_CHARGE = frozenset({"of", "for", "with"})
_AMONG, _THEM = frozenset({"among", "amongst"}), frozenset({"them", "whom"})
_WITH = frozenset({"with"})
_IN_EACH_OF = 3
_INCLUDING = frozenset({"including", "among", "excluding"})
_FIGURE = re.compile(r"[\d¼-¾⅐-⅞]")
_WORD = re.compile(rf"[^\W\d_{RAISED}]+")


def extract(document: Document) -> tuple[tuple[Numeral, ...], tuple[Fact, ...]]:
    """Return the ledger of the document and its facts, both in text order."""
    place = Place(alpha_2(document.sidecar.country), document.sidecar.year)
    numerals: list[Numeral] = []
    facts: list[Fact] = []
    for paragraph in document.paragraphs:
        entries = note_marks_of(paragraph)
        last = _last_numeral(paragraph.text)
        if last < 0:
            numerals.extend(entries)
            continue
        # No number looks ahead to a sentence without any.
        spans = [span for span in sentence_spans(paragraph.text) if span[0] <= last]
        for first in range(0, len(spans), BLOCK):
            found, coded = _extract_block(paragraph, spans[first : first + BLOCK], place, opens=first == 0)
            entries.extend(found)
            facts.extend(coded)
        numerals.extend(sorted(entries, key=lambda numeral: numeral.start))
    return tuple(numerals), tuple(facts)


def _last_numeral(text: str) -> int:
    """Return an offset of a text behind which no numeral begins, by its digits and number words; -1 for none at all."""
    last = next(filter(_may_be_numeral, reversed(text.split())), None)
    return -1 if last is None else text.rfind(last)


@lru_cache(maxsize=65536)
def _may_be_numeral(word: str) -> bool:
    """Tell whether what stands between two spaces may hold a numeral; remembered, since words recur."""
    return _FIGURE.search(word) is not None or not number_words().starts.isdisjoint(_WORD.findall(word.lower()))


def _extract_block(
    paragraph: Paragraph, spans: Sequence[tuple[int, int]], place: Place, *, opens: bool
) -> tuple[list[Numeral], list[Fact]]:
    """Return ledger and facts of some sentences of a paragraph; `opens` says whether they are its first."""
    text = paragraph.text
    analyses = analyses_of(text, spans, place, opens=opens)
    if paragraph.kind is ParagraphKind.FURNITURE:
        return ledger_of(paragraph, analyses, (), {}), []
    drafts = drafts_of(text, analyses)
    facts: dict[int, Fact] = {}
    if any(draft.is_coded for draft in drafts):
        drafts = with_circumstances(text, analyses, drafts, place.year)
        facts = facts_of(paragraph, drafts, place.year)
    return ledger_of(paragraph, analyses, drafts, facts), list(facts.values())


def analyses_of(text: str, spans: Sequence[tuple[int, int]], place: Place, *, opens: bool) -> list[Analysis]:
    """Return what some sentences of a paragraph are made of; `opens` says whether they are its first."""
    return [
        analyse(tokenize(text, start, end), place, opens_paragraph=opens and number == 0)
        for number, (start, end) in enumerate(spans)
    ]


def words_before(analyses: Sequence[Analysis], number: int) -> str:
    """Return the words of the sentences before one, in which its context may have been named, between spaces."""
    return "".join(spaced(one.sentence.words) for one in analyses[max(0, number - _CONTEXT) : number]) or " "


def drafts_of(text: str, analyses: Sequence[Analysis]) -> list[Draft]:
    """Return the quantities of a paragraph, each matched on its own and then against those before it."""
    drafts: list[Draft] = []
    earlier: list[Earlier] = []
    for number, analysis in enumerate(analyses):
        quantities = [quantity for quantity in analysis.quantities if quantity is not None]
        before = words_before(analyses, number) if quantities else ""
        for quantity in quantities:
            counted = counted_by(analysis, quantity, text, earlier, number)
            unit = unit_of(quantity, counted, earlier)
            relations = relations_of(analysis, quantity.chunk, counted)
            force = force_of(analysis, quantity.chunk, relations)
            equivalent_of = _equivalent(analysis, quantity, unit, drafts)
            found = None
            if equivalent_of < 0:
                candidate = Candidate(analysis, quantity.chunk, counted, unit, relations, force.modality, before)
                found = match(candidate)
                named = found is None or (found.relation is None and counted.subset)
                named = named and not _shares_verb(relations, drafts, counted.antecedent, number)
                if named and (of_persons := match_of_persons(candidate)) is not None:
                    own = names_persons_too(counted)
                    found, unit = of_persons, "person"
                    counted = replace(counted, kind="person") if own else _befallen(earlier, number)
            apart = found is not None and _is_done_to_persons(counted, found)
            if apart and not _shares_verb(relations, drafts, counted.antecedent, number):
                counted = replace(counted, text=None, head=None, kind="person")
            elif found is not None and counted.kind == "person_event" and counted.source is not Source.OWN:
                counted = sufferers(candidate, found, earlier, number)
            draft = Draft(
                sentence=number,
                analysis=analysis,
                quantity=quantity if equivalent_of < 0 else exactly(quantity),
                chunk=quantity.chunk,
                counted=counted,
                unit=unit,
                relations=relations,
                force=force,
                match=found,
                equivalent_of=equivalent_of,
            )
            drafts.append(with_heritage(draft, drafts))
            earlier.append(_as_earlier(drafts[-1], drafts[-2] if len(drafts) > 1 else None, earlier))
    return with_later_wholes(drafts)


def _is_done_to_persons(counted: Counted, found: Match) -> bool:
    """Tell whether a verb befalls persons where the number before counts events alone: `19 deaths; police held 12`."""
    own = found.relation is not None and found.relation.part is Part.AFFECTED
    return own and counted.kind == "person_event" and counted.source is Source.ANTECEDENT and not counted.subset


def _befallen(earlier: Sequence[Earlier], number: int) -> Counted:
    """Return the noun of the persons before whom a verb may befall; of none where its sentence counts cases before it.

    For `identified nine suspects. Police received 300 complaints and arrested 40`: those may be others.
    """
    found = person_antecedent(earlier, number)
    told_before = found.antecedent >= 0 and earlier[found.antecedent].sentence < number
    if told_before and any(one.sentence == number and one.unit == "case" for one in earlier):
        return replace(NOTHING, kind="person")
    return found


def _shares_verb(relations: Sequence[Relation], drafts: Sequence[Draft], index: int, sentence: int) -> bool:
    """Tell whether a verb befell the things before a number that it befalls: `fined 40 shops, 12 with a warning`.

    They are things then, and no persons.
    """
    if not 0 <= index < len(drafts) or drafts[index].sentence != sentence or drafts[index].counted.text is None:
        return False
    verbs = {one.chunk for one in drafts[index].relations if one.part is Part.AFFECTED}
    return any(one.part is Part.AFFECTED and one.chunk in verbs for one in relations)


def _equivalent(analysis: Analysis, quantity: Quantity, unit: str, drafts: Sequence[Draft]) -> int:
    """Return the draft of the amount that a dollar amount in parentheses converts; -1 where it stands for itself."""
    if unit != "USD" or not drafts or drafts[-1].analysis is not analysis:
        return -1
    at = quantity.chunk - 1
    while kind_at(analysis, at) is Kind.ADVERB:
        at -= 1
    last = drafts[-1]
    if last.equivalent_of >= 0 and kind_at(analysis, at) is Kind.CONJUNCTION and at - 1 == last.chunk:
        # `500 or 900 pesos ($10 or $18)`
        return last.equivalent_of
    # `fined 500 euros ($550), the publisher 2,000 ($2,200)`: the currency is that of the amount before.
    converts = last.unit != "USD" and last.unit.isupper()
    # `a fine of 900 kwacha, or $40`
    restates = kind_at(analysis, at) is Kind.CONJUNCTION and analysis.chunks[at].word == "or" and at - 2 <= last.chunk
    return len(drafts) - 1 if converts and (kind_at(analysis, at) is Kind.OPEN or restates) else -1


def _is_beside(draft: Draft) -> bool:
    """Tell whether a number takes its noun from another, and tells nothing that is coded."""
    return draft.counted.source is Source.ANTECEDENT and draft.unit == "person" and not draft.is_coded


def _is_of_charge(draft: Draft) -> bool:
    """Tell whether a number is in what somebody is said to have done: `convicted seven guards of killing two men`."""
    relation = None if draft.match is None else draft.match.relation
    if relation is None or draft.analysis.chunks[relation.chunk].form is not VerbForm.GERUND or relation.chunk < 1:
        return False
    chunks = draft.analysis.chunks
    led = chunks[relation.chunk - 1].kind is Kind.PREPOSITION and chunks[relation.chunk - 1].word in _LEADING_TO_CHARGE
    accusing = word_set("verbs", "accusing")
    return led and any(chunk.kind is Kind.VERB and chunk.word in accusing for chunk in chunks[: relation.chunk])


def _comes_with(draft: Draft) -> bool:
    """Tell whether a share is told beside things: `took 88 of 120 seats with 61 percent`, `20 seats, or 13 percent`."""
    if draft.unit != "percent":
        return False
    analysis, at = draft.analysis, draft.chunk - 1
    restates = kind_at(analysis, at) is Kind.CONJUNCTION and analysis.chunks[at].word == "or"
    return is_preposition(analysis, at, _WITH) or (restates and kind_at(analysis, at - 1) is Kind.COMMA)


def _is_of_each(draft: Draft) -> bool:
    """Tell whether a number says in how many of something: `500 members in each of nine regions`."""
    words, first = draft.analysis.sentence.words, draft.analysis.chunks[draft.chunk].first
    preposition, *each = words[max(0, first - _IN_EACH_OF) : first] or ("",)
    return each == ["each", "of"] and preposition in _LOCATIVE


def _is_among_them(draft: Draft) -> bool:
    """Tell whether `among them` stands before a number: `43 persons died, among them 10 soldiers`."""
    words, first = draft.analysis.sentence.words, draft.analysis.chunks[draft.chunk].first
    return first > 1 and words[first - 1] in _THEM and words[first - 2] in _AMONG


def _goes_on_included(draft: Draft, last: Draft | None, earlier: Sequence[Earlier]) -> bool:
    """Tell whether `and` or a comma joins a part to the one before it: `including nine women and four men`."""
    if last is None or not earlier[-1].included or not 0 <= draft.whole == last.whole:
        return False
    between = {chunk.kind for chunk in draft.analysis.chunks[last.chunk + 1 : draft.chunk]}
    return draft.sentence == last.sentence and between <= CONNECTIVES


def _as_earlier(draft: Draft, last: Draft | None, earlier: Sequence[Earlier]) -> Earlier:
    """Return a draft as the numbers after it look back on it when they ask what they count."""
    before = draft.analysis.chunks[draft.chunk - 1] if draft.chunk else None
    kind = before.kind if before is not None else None
    preposition = before.word if before is not None and kind is Kind.PREPOSITION else ""
    enclosed = is_enclosed(draft.analysis, draft.chunk)
    return Earlier(
        sentence=draft.sentence,
        quantity=draft.quantity,
        counted=draft.counted,
        unit=draft.unit,
        is_equivalent=draft.equivalent_of >= 0 or (draft.quantity.measure is not None and kind is Kind.OPEN),
        # A bare number that no indicator answers to is told beside another: a capacity, how many escaped.
        side=draft.whole >= 0 or draft.comparison or _is_beside(draft) or _is_of_charge(draft) or _comes_with(draft),
        included=preposition in _INCLUDING or _is_among_them(draft) or _goes_on_included(draft, last, earlier),
        locative=draft.unit != "person" and (preposition in _LOCATIVE or _is_of_each(draft)),
        compared=draft.comparison,
        aside=draft.comparison and enclosed,
        enclosed=enclosed,
    )
