"""When what a number tells befell: the dates of its sentence and what earlier ones tell, put together."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile

from pipeline.facts import calendar
from pipeline.facts.calendar import Period
from pipeline.facts.carrying import (
    STANDING,
    carried_after,
    of_event,
    of_vote,
    standing_since,
    vote_told,
    without_moments,
)
from pipeline.facts.drafts import Draft
from pipeline.facts.fact import Modality
from pipeline.facts.matching import Match
from pipeline.facts.periods import (
    Dated,
    carried_to,
    of_part,
    of_whole,
    opens_change,
    period_of,
)
from pipeline.facts.relation import Part, Relation
from pipeline.facts.tenses import PAST, PRESENT_PERFECT, tense_of
from pipeline.facts.timelines import Timeline
from pipeline.facts.usable_dates import after_years, from_outside
from pipeline.language.chunks import Kind
from pipeline.numerals.phrases import kind_at
from pipeline.record import record

# Numbers further off in a sentence claim no date of this one.
_NEAREST = 16
_OF_ELECTIONS = ("election.", "representation.share")
_COMPLEMENTS = frozenset({Kind.PREPOSITION, Kind.NOUN_PHRASE, Kind.DATE})


@record
class Told:
    """What the sentences of a paragraph up to one have told of time."""

    carried: Period | None = None
    """The date of the events told last."""
    stood: Period | None = None
    """The moment at which something was told to stand since (`as of May the jail held 40 inmates`)."""
    running: Period | None = None
    """What runs on since the beginning that was told last."""
    polled: Period | None = None
    """When the election was that was told of last."""
    former: Period | None = None
    """The time with which the last sentence with dates compares."""

    def after(self, line: Timeline, here: Sequence[Draft], report_year: int) -> "Told":
        """Return what has been told after a sentence and its numbers, which are dated."""
        if not line.datings:
            return self
        coded = [draft for draft in here if draft.is_coded]
        told = [draft.dated.period for draft in coded if draft.dated is not None and not _stands(draft)]
        stood = [draft.dated.period for draft in coded if draft.dated is not None and _stands(draft)]
        befell = [draft.dated.period for draft in coded if draft.dated is not None and _befell(draft)]
        statutory = _are_statutory(here)
        carried = carried_after(line, report_year, statutory=statutory, told=told, befell=befell)
        moment = next((one.period for one in line.datings if one.moment and one.period in stood), None)
        return Told(
            carried=carried,
            stood=moment or (self.stood if carried == self.carried else None),
            running=standing_since(line, self.running),
            polled=vote_told(line, self.polled),
            former=_former(line, here),
        )


@record
class DatedSentence:
    """A sentence as its numbers are dated: its numbers, its dates, and what was told before."""

    drafts: Sequence[Draft]
    line: Timeline
    told: Told
    report_year: int

    def date_of(self, place: int, found: Match | None, whole: Draft | None, previous: Period | None) -> Dated | None:
        """Return when what the number at a place tells befell; null where nothing tells it.

        `found` is the indicator that it answers to, `whole` what it is a part of in the sentence, and `previous` the
        period of the number before.
        """
        draft = self.drafts[place]
        indicator = "" if found is None else found.indicator.indicator_id
        is_result = _is_result(found)
        if not (self.line.datings or self.line.formers):
            # Nothing in the sentence dates a number: what was told before does.
            if self.told.former is not None and opens_change(self.line, draft.offset, _rivals(self.drafts, place)):
                return Dated(self.told.former, "the time with which an earlier sentence compares", carried=True)
            dated = self._carried_to(draft, carried_to(self.line), is_result=is_result)
            return dated if whole is None or draft.comparison else of_whole(dated, whole.dated)
        if is_result and self.told.polled is not None and _is_announced(draft, self.line):
            return Dated(self.told.polled, "the election whose results were announced", carried=True)
        # `10 percent of the mayors elected in 2016 were women`: what narrows a noun tells of the election.
        seen = of_vote(self.line) if is_result else from_outside(self.line, draft.offset, _offset_of_predicate(draft))
        if _is_object(draft) and not is_result:
            seen = after_years(seen, self.report_year, draft.offset)
        if indicator and indicator not in STANDING:
            seen = of_event(seen, draft.offset, _part_behind(self.drafts, place))
            seen = without_moments(seen, draft.offset) if _still_stands(draft) else seen
        if (related := self._related(draft)) is not None:
            return related
        fronted = _takes_opening_date(self.drafts, place, self.line)
        dated = period_of(seen, draft.offset, _rivals(self.drafts, place), previous, fronted=fronted)
        if dated is not None and dated.begins and tense_of(draft) == PRESENT_PERFECT:
            # `the war that broke out in 2015 has killed 400 persons`
            dated = replace(dated, period=calendar.since(dated.period))
        if dated is None or dated.carried:
            dated = self._carried_to(draft, dated, is_result=is_result) or self._aftermath(draft)
        if whole is None or draft.comparison or (indicator in STANDING and _had_been(self.line, draft, whole)):
            return dated
        return of_part(self.line, draft.offset, dated, whole.dated, whole.offset)

    def _related(self, draft: Draft) -> Dated | None:
        """Return the date of what persons were seized for, where only a modifier tells of that.

        For `released the last of the 29 men detained in connection with riots in 2018`.
        """
        relation = draft.match.relation if draft.match is not None else None
        if relation is None or not relation.postmodifier:
            return None
        near = (one for one in self.line.datings if one.related and one.start > draft.offset)
        related = next(near, None)
        return None if related is None else Dated(related.period, "the date of what went before")

    def _aftermath(self, draft: Draft) -> Dated | None:
        """Return the year of the event after which a past event befell, where nothing else dates it."""
        years = [dating.period for dating in self.line.datings if dating.aftermath and dating.start < draft.offset]
        return Dated(years[-1], "the year of what went before") if years and tense_of(draft) == PAST else None

    def _carried_to(self, draft: Draft, dated: Dated | None, *, is_result: bool) -> Dated | None:
        """Return what is carried over to a number as far as the tense of its verb lets it hold.

        The present perfect tells of what runs on since a beginning (`Protests have swept the north since 2015. Police
        have killed 400 persons`); neither it nor the present tells of what is over (`In 2008 60,000 crossed. The camps
        hold …`). The result of an election is of its day.
        """
        told = self.told
        if told.stood is not None and (_stands(draft) or draft.whole >= 0 or draft.heir_of >= 0):
            return Dated(told.stood, "when what an earlier sentence of the paragraph counts stood so", carried=True)
        if is_result and told.polled is not None:
            return Dated(told.polled, "the election of which the paragraph tells before", carried=True)
        is_over = dated is not None and dated.period.end is not None and dated.period.end.year < self.report_year
        if told.running is None and not is_over:
            return dated
        tense = tense_of(draft)
        if tense == PRESENT_PERFECT and told.running is not None:
            evidence = "since what an earlier sentence of the paragraph tells of as running on"
            return Dated(told.running, evidence, carried=True)
        return dated if tense == PAST or not is_over else None


def _former(line: Timeline, here: Sequence[Draft]) -> Period | None:
    """Return the time with which a sentence compares, as the number behind `from` is dated; null for none."""
    if not line.comparisons:
        return None
    dated = (
        draft.dated.period
        for place, draft in enumerate(here)
        if draft.dated is not None and opens_change(line, draft.offset, _rivals(here, place))
    )
    return next(dated, None)


def _is_announced(draft: Draft, line: Timeline) -> bool:
    """Tell whether a sentence tells of results, and all its dates stand behind a verb of reporting."""
    if not line.sayings or "results" not in draft.analysis.sentence.words:
        return False
    return all(dating.start > line.sayings[0] and not (dating.vote or dating.measure) for dating in line.datings)


def _still_stands(draft: Draft) -> bool:
    """Tell whether a part of those whom something befell is said to remain so (`13 of whom remained captive`)."""
    relation = draft.match.relation if draft.match is not None else None
    return draft.whole >= 0 and relation is not None and relation.lemma == "remain"


def _stands(draft: Draft) -> bool:
    """Tell whether a number counts what stands at a moment, and no event."""
    return draft.match is not None and draft.match.indicator.indicator_id in STANDING


def _befell(draft: Draft) -> bool:
    """Tell whether a number tells of an event that is no election and no rule."""
    sets_rule = draft.match is not None and draft.match.indicator.indicator_id.startswith("rule.")
    return not sets_rule and not _is_result(draft.match)


def _is_result(found: Match | None) -> bool:
    return found is not None and found.indicator.indicator_id.startswith(_OF_ELECTIONS)


def _had_been(line: Timeline, draft: Draft, whole: Draft) -> bool:
    """Tell whether what a whole is told of had been before its part stood as it does.

    In `Of the five students arrested in 1999, authorities still held three` the date is not that of the three.
    """
    own, of_whole = _offset_of_predicate(draft), _offset_of_predicate(whole)
    return any(of_whole in clause and own not in clause for clause in line.narrowings)


def _is_object(draft: Draft) -> bool:
    """Tell whether a number counts persons behind the verb that tells what befell them."""
    return draft.counted.kind == "person" and draft.match is not None and _offset_of_predicate(draft) < draft.offset


def _part_behind(here: Sequence[Draft], place: int) -> int | None:
    """Return the offset of the part of a whole that opens its sentence (`Of the 40 men arrested, 12 …`); else null."""
    draft = here[place]
    opens = draft.chunk == 1 and draft.analysis.chunks[0].word == "of"
    return here[place + 1].offset if opens and place + 1 < len(here) else None


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
        and not _counts_whole(draft, other)
        and other.equivalent_of < 0
        and other.quantity.measure is None
        and other.unit == draft.unit
    ]


def _counts_whole(draft: Draft, other: Draft) -> bool:
    """Tell whether another number is that of the whole right behind a number: `62 of 99 detainees left in May`."""
    return other.chunk == draft.chunk + 2 and draft.analysis.chunks[draft.chunk + 1].word == "of"


def _are_statutory(drafts: Sequence[Draft]) -> bool:
    coded = [draft for draft in drafts if draft.is_coded]
    return bool(coded) and all(draft.force.modality is Modality.STATUTORY for draft in coded)
