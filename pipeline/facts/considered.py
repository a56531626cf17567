"""What else was considered of a number, and why it lost: indicators, nouns, dates and sources, in sentences.

The paragraph is read again for it, which costs a build nothing.
"""

from collections.abc import Iterator, Sequence

from pipeline.facts.attribution import attributions
from pipeline.facts.candidate import Candidate
from pipeline.facts.circumstances import with_circumstances
from pipeline.facts.codebook import Event, Indicator, codebook
from pipeline.facts.dating import datings
from pipeline.facts.drafts import Draft, coded_match
from pipeline.facts.extraction import BLOCK, analyses_of, drafts_of, words_before
from pipeline.facts.faults import Fault
from pipeline.facts.fitting import misfit
from pipeline.facts.matching import Match, called_up, is_in_state, named_by_noun
from pipeline.facts.predicates import is_excluded, shortfall
from pipeline.facts.relation import Part, Relation
from pipeline.language.chunks import Kind
from pipeline.language.sentences import sentence_spans
from pipeline.numerals.currencies import alpha_2
from pipeline.numerals.measures import Place
from pipeline.numerals.quantities import Analysis
from pipeline.record import record

_ORDER = {fault: place for place, fault in enumerate(Fault)}


@record
class Reconsidered:
    """A number, read again."""

    indicator: str | None
    """What it answers to now; null for nothing."""
    considered: tuple[str, ...]
    """What else was considered, and why it lost, a sentence each."""


def reconsidered(text: str, offset: int, country: str, report_year: int) -> Reconsidered | None:
    """Return what else was considered of the quantity at an offset of a paragraph; null where no quantity is there.

    `country` is an ISO 3166-1 alpha-3 code.
    """
    place = Place(alpha_2(country), report_year)
    spans = list(sentence_spans(text))
    at = next((number for number, (start, end) in enumerate(spans) if start <= offset < end), -1)
    if at < 0:
        return None
    first = at - at % BLOCK
    analyses = analyses_of(text, spans[first : first + BLOCK], place, opens=first == 0)
    drafts = drafts_of(text, analyses)
    index = next((index for index, draft in enumerate(drafts) if draft.offset == offset), -1)
    if index < 0:
        return None
    found = coded_match(drafts, index) if drafts[index].equivalent_of < 0 else None
    lines = list(_of_indicators(drafts[index], analyses, found))
    lines += _of_nouns(drafts[index])
    if found is not None:
        dated = with_circumstances(text, analyses, drafts, report_year)[index]
        lines += _of_dates(dated, text, report_year)
        lines += _of_sources(dated, text)
    return Reconsidered(None if found is None else found.indicator.indicator_id, tuple(lines))


def _of_indicators(draft: Draft, analyses: Sequence[Analysis], found: Match | None) -> Iterator[str]:
    """Yield the indicators that words of the sentence call up, and predicates that call up none."""
    if draft.equivalent_of >= 0:
        return
    before = words_before(analyses, draft.sentence)
    candidate = Candidate(
        draft.analysis, draft.chunk, draft.counted, draft.unit, draft.relations, draft.force.modality, before
    )
    chosen = None if found is None else found.indicator.indicator_id
    closest: dict[tuple[str, str], Fault] = {}
    for indicator_id, word, fault in _called_up(candidate):
        if indicator_id != chosen and _ORDER[fault] >= _ORDER[closest.get((indicator_id, word), fault)]:
            closest[indicator_id, word] = fault
    told = [word for _, word in closest]
    silent = dict.fromkeys(_word(candidate, relation) for relation in draft.relations)
    chosen_word = None if found is None or found.relation is None else _word(candidate, found.relation)
    yield from (f"{word} calls up no indicator." for word in silent if word not in {*told, chosen_word})
    grouped: dict[tuple[str, Fault], list[str]] = {}
    for (indicator_id, word), fault in closest.items():
        grouped.setdefault((word, fault), []).append(indicator_id)
    for (word, fault), indicators in sorted(grouped.items(), key=lambda item: -_ORDER[item[0][1]]):
        yield f"{word} {'also ' if found else ''}calls up {', '.join(indicators)}: {fault.value}."


def _called_up(candidate: Candidate) -> Iterator[tuple[str, str, Fault]]:
    """Yield each indicator that a word calls up, the word, and why the number does not answer to it by that word."""
    book = codebook()
    for relation in candidate.relations:
        word = _word(candidate, relation)
        for indicator, event in called_up(book, candidate, relation):
            yield indicator.indicator_id, word, _fault(candidate, indicator, event, relation)
    noun = f"The noun {candidate.counted.text!r}"
    for table, weak in ((book.by_count, False), (book.by_weak_count, True)):
        for indicator in named_by_noun(candidate, table):
            yield indicator.indicator_id, noun, _fault_of_noun(candidate, indicator, weak=weak)


def _fault(candidate: Candidate, indicator: Indicator, event: Event, relation: Relation) -> Fault:
    found = shortfall(candidate, indicator, event, relation) or misfit(candidate, indicator, event)
    if found is not None:
        return found
    return Fault.EXCLUDED if is_excluded(candidate, indicator, relation) else Fault.LATER


def _fault_of_noun(candidate: Candidate, indicator: Indicator, *, weak: bool) -> Fault:
    found = misfit(candidate, indicator)
    if found is not None:
        return found
    if is_excluded(candidate, indicator, None):
        return Fault.EXCLUDED
    return Fault.STATE if weak and not is_in_state(candidate, indicator) else Fault.LATER


def _word(candidate: Candidate, relation: Relation) -> str:
    surface = candidate.analysis.sentence.surfaces[candidate.analysis.chunks[relation.chunk].head]
    return f"The {'noun' if relation.part is Part.NOUN else 'verb'} {surface!r}"


def _of_nouns(draft: Draft) -> Iterator[str]:
    """Yield the other nouns of the sentence that a number might have counted."""
    if draft.counted.text is None:
        return
    analysis = draft.analysis
    nouns = [
        " ".join(analysis.sentence.surfaces[chunk.first : chunk.last + 1])
        for index, chunk in enumerate(analysis.chunks)
        if chunk.kind is Kind.NOUN_PHRASE and index not in {draft.chunk, draft.counted.chunk}
    ]
    if nouns:
        told = ", ".join(map(repr, dict.fromkeys(nouns)))
        yield f"Other nouns of the sentence are {told}; the noun counted was found {draft.counted.source.value}."


def _of_dates(draft: Draft, text: str, report_year: int) -> Iterator[str]:
    """Yield the other dates of the sentence."""
    dated = draft.dated
    for dating in datings(draft.analysis, text, report_year):
        if dated is not None and not dated.carried and dating.period == dated.period:
            continue
        if dating.measure:
            why = "it dates what a number is set beside"
        elif dating.modifies:
            why = "it narrows a noun or names another event"
        else:
            why = "another date stands nearer, or in the clause of the number"
        yield f"The date {text[dating.start : dating.end]!r} was not taken: {why}."


def _of_sources(draft: Draft, text: str) -> Iterator[str]:
    """Yield the other sources of the sentence."""
    for source in dict.fromkeys(one.source for one in attributions(draft.analysis, text)):
        if source != draft.attributed_to:
            yield f"The source {source!r} states another part of the sentence, or a narrower one goes before it."
