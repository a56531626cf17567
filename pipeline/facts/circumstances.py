"""When, and according to whom: the periods and sources of a paragraph's numbers."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby, takewhile
from operator import attrgetter

from pipeline.facts.attribution import attributions, opens_clause, source_of
from pipeline.facts.calendar import Period
from pipeline.facts.carrying import STANDING, carried_after, of_event, of_vote, standing_since, vote_told
from pipeline.facts.dating import datings
from pipeline.facts.drafts import Draft, coded_match
from pipeline.facts.fact import Modality
from pipeline.facts.periods import Dated, from_outside, of_part, period_of
from pipeline.facts.relation import Part, Relation
from pipeline.facts.scopes import Attribution
from pipeline.facts.sources import figure_nouns, may_state, source_at
from pipeline.facts.speakers import OWN
from pipeline.facts.tenses import PAST, PRESENT_PERFECT, tense_of
from pipeline.facts.timelines import Timeline, timeline
from pipeline.language.chunks import Kind
from pipeline.language.nouns import noun_class
from pipeline.numerals.phrases import is_plain_phrase, kind_at
from pipeline.numerals.quantities import Analysis, with_syntax

# Numbers further off in a sentence claim no date of this one.
_NEAREST = 16
# By which a sentence points back to who spoke before.
_POINTING = frozenset({"it", "they", "he", "she", "them"})
_OF_ELECTIONS = ("election.", "representation.share")
_COMPLEMENTS = frozenset({Kind.PREPOSITION, Kind.NOUN_PHRASE, Kind.DATE})


def with_circumstances(
    text: str, analyses: Sequence[Analysis], drafts: Sequence[Draft], report_year: int
) -> list[Draft]:
    """Return the drafts with their periods and sources, reading the sentences in order so that dates carry over."""
    by_sentence = {number: list(here) for number, here in groupby(drafts, key=attrgetter("sentence"))}
    out: list[Draft] = []
    carried: Period | None = None
    running: Period | None = None
    polled: Period | None = None
    speaker: str | None = None
    for number, analysis in enumerate(analyses[: drafts[-1].sentence + 1]):
        here, dates = by_sentence.get(number, []), datings(analysis, text, report_year)
        if not here and not dates:
            # Nothing to date, and nothing to hand on but what was carried.
            speaker = None
            continue
        # Whether a date of another year is handed on depends on what it tells of.
        looks_back = not here and any(_is_of_another_year(dating.period, report_year) for dating in dates)
        line = timeline(with_syntax(analysis) if looks_back else analysis, dates, carried)
        is_coded = any(draft.is_coded for draft in here)
        if is_coded and speaker is None and number and _points_back(analysis):
            speaker = _speaker_of(with_syntax(analyses[number - 1]), text)
        sources = attributions(analysis, text, speaker) if is_coded else ()
        speaker = _last_of(sources)
        for place, draft in enumerate(here):
            whole = _whole_in_sentence(draft, out)
            previous = out[-1].dated.period if out and out[-1].dated is not None else None
            seen = from_outside(line, draft.offset, _offset_of_predicate(draft))
            found = coded_match(drafts, len(out))
            stands = found is not None and found.indicator.indicator_id in STANDING
            results = found is not None and found.indicator.indicator_id.startswith(_OF_ELECTIONS)
            if found is not None and not stands:
                seen = of_event(seen, draft.offset)
            if results:
                seen = of_vote(seen)
            dated = period_of(
                seen, draft.offset, _rivals(here, place), previous, fronted=_takes_opening_date(here, place, line)
            )
            if dated is None or dated.carried:
                dated = _by_tense(draft, dated, running, report_year)
                if results and polled is not None:
                    dated = Dated(polled, "the election of which the paragraph tells before", carried=True)
            if whole is not None and not draft.comparison and not (stands and _had_been(line, draft, whole)):
                dated = of_part(line, draft.offset, dated, whole.dated, whole.offset)
            source, evidence = source_of(sources, draft.chunk)
            inherits = draft.heir_of >= 0 and draft.heir_of == draft.whole
            if source is None and whole is not None and (inherits or opens_clause(analysis, draft.chunk)):
                source, evidence = whole.attributed_to, whole.attribution_evidence
            out.append(replace(draft, dated=dated, attributed_to=source, attribution_evidence=evidence))
        told = [
            draft.dated.period for draft in out[len(out) - len(here) :] if draft.is_coded and draft.dated is not None
        ]
        running, polled = standing_since(line, running), vote_told(line, polled)
        carried = carried_after(line, report_year, statutory=_are_statutory(here), told=told)
    return out


def _is_of_another_year(period: Period, report_year: int) -> bool:
    return period.start is not None and period.start.year != report_year


def _by_tense(draft: Draft, dated: Dated | None, running: Period | None, report_year: int) -> Dated | None:
    """Return what is carried over to a number as far as the tense of its verb lets it hold.

    The present perfect tells of what runs on since a beginning (`Protests have swept the north since 2015. Police have
    killed 400 persons`); neither it nor the present tells of what is over (`In 2008 60,000 crossed. The camps hold …`).
    """
    tense = tense_of(draft)
    if tense == PRESENT_PERFECT and running is not None:
        return Dated(running, "since what an earlier sentence of the paragraph tells of as running on", carried=True)
    if tense == PAST or dated is None or dated.period.end is None or dated.period.end.year >= report_year:
        return dated
    return None


def _points_back(analysis: Analysis) -> bool:
    """Tell whether a sentence has a pronoun for who spoke before, or a possessive with figures (`its report`)."""
    words = analysis.sentence.words
    return not _POINTING.isdisjoint(words) or not (OWN.isdisjoint(words) or figure_nouns().isdisjoint(words))


def _speaker_of(analysis: Analysis, text: str) -> str | None:
    """Return who spoke last in a sentence that counts nothing, else the body that it tells of; null for none."""
    spoken = _last_of(attributions(analysis, text))
    if spoken is not None or kind_at(analysis, 1) is not Kind.VERB or not is_plain_phrase(analysis, 0):
        return spoken
    opening = analysis.chunks[0]
    is_body = noun_class(opening.word) == "organization" and may_state(analysis, opening)
    return source_at(analysis, text, 0)[0] if is_body else None


def _last_of(sources: Sequence[Attribution]) -> str | None:
    return max(sources, key=lambda source: source.last).source if sources else None


def _had_been(line: Timeline, draft: Draft, whole: Draft) -> bool:
    """Tell whether what a whole is told of had been before its part stood as it does.

    In `Of the five students arrested in 1999, authorities still held three` the date is not that of the three.
    """
    own, of_whole = _offset_of_predicate(draft), _offset_of_predicate(whole)
    return any(of_whole in clause and own not in clause for clause in line.narrowings)


def _whole_in_sentence(draft: Draft, earlier: Sequence[Draft]) -> Draft | None:
    whole = earlier[draft.whole] if 0 <= draft.whole < len(earlier) else None
    return whole if whole is not None and whole.sentence == draft.sentence else None


def _offset_of_predicate(draft: Draft) -> int:
    relation = draft.match.relation if draft.match is not None else None
    analysis = draft.analysis
    return draft.offset if relation is None else analysis.sentence.starts[analysis.chunks[relation.chunk].first]


def _takes_opening_date(here: Sequence[Draft], place: int, line: Timeline) -> bool:
    """Tell whether a date that opens its clause is a number's before one that follows it.

    It is not where a modifier tells what is counted (`30 men killed in 1994`), nor where another measure of the kind
    has the date (`In May sentenced to six years, raised to 11 in August`).
    """
    draft = here[place]
    relation = draft.match.relation if draft.match is not None else None
    if relation is not None and (relation.postmodifier or _has_date_behind(draft, relation, line)):
        return False
    near = here[max(0, place - _NEAREST) : place]
    return all(other.quantity.measure is None or other.unit != draft.unit for other in near)


def _has_date_behind(draft: Draft, relation: Relation, line: Timeline) -> bool:
    """Tell whether a number completes the noun of an event that its clause only mentions, with a date behind it.

    For `In July they charged a colonel with the death of two men in 2021`.
    """
    analysis = draft.analysis
    chunks, starts = analysis.chunks, analysis.sentence.starts
    if relation.part is not Part.NOUN or kind_at(analysis, relation.chunk - 1) is not Kind.PREPOSITION:
        return False
    if all(chunk.kind is not Kind.VERB for chunk in chunks[: relation.chunk]):
        return False
    complements = takewhile(lambda chunk: chunk.kind in _COMPLEMENTS and chunk.number < 0, chunks[draft.chunk + 1 :])
    end = max((starts[chunk.last] for chunk in complements), default=draft.offset)
    return any(draft.offset < dating.start <= end and not dating.modifies for dating in line.around(draft.offset))


def _rivals(here: Sequence[Draft], place: int) -> list[int]:
    """Return the offsets of the numbers nearby that are told as events of their own, and so may claim a date."""
    draft = here[place]
    return [
        other.offset
        for other in here[max(0, place - _NEAREST) : place + _NEAREST]
        if other is not draft
        and other.equivalent_of < 0
        and other.quantity.measure is None
        and other.unit == draft.unit
    ]


def _are_statutory(drafts: Sequence[Draft]) -> bool:
    coded = [draft for draft in drafts if draft.is_coded]
    return bool(coded) and all(draft.force.modality is Modality.STATUTORY for draft in coded)
