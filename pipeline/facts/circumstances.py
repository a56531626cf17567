"""When, and according to whom: the periods and sources of a paragraph's numbers."""

from collections.abc import Sequence
from itertools import groupby
from operator import attrgetter

from pipeline.facts.attribution import attributions, opens_clause, source_of
from pipeline.facts.dated_drafts import DatedSentence, Told
from pipeline.facts.dating import datings
from pipeline.facts.drafts import Draft, coded_match
from pipeline.facts.narrowing_dates import may_narrow
from pipeline.facts.scopes import Attribution
from pipeline.facts.single_dates import Dating
from pipeline.facts.sources import figure_nouns, may_state, source_at
from pipeline.facts.timelines import timeline
from pipeline.language.chunks import Kind
from pipeline.language.nouns import noun_class
from pipeline.numerals.phrases import POSSESSIVES, is_plain_phrase, kind_at
from pipeline.numerals.quantities import Analysis, with_syntax
from pipeline.record import changed

# By which a sentence points back to who spoke before.
_POINTING = frozenset({"it", "they", "he", "she", "them"})


def with_circumstances(
    text: str, analyses: Sequence[Analysis], drafts: Sequence[Draft], report_year: int
) -> list[Draft]:
    """Return the drafts with their periods and sources, reading the sentences in order so that dates carry over."""
    by_sentence = {number: list(here) for number, here in groupby(drafts, key=attrgetter("sentence"))}
    out: list[Draft] = []
    told = Told()
    speaker: str | None = None
    for number, analysis in enumerate(analyses[: drafts[-1].sentence + 1]):
        here, dates = by_sentence.get(number, []), datings(analysis, text, report_year)
        if not here and not dates:
            # Nothing to date, and nothing to hand on but what was carried.
            speaker = None
            continue
        # Whether a date of another year is handed on depends on what it tells of.
        looks_back = not here and any(_looks_back(text, dating, report_year) for dating in dates)
        line = timeline(with_syntax(analysis) if looks_back else analysis, dates, told.carried)
        is_coded = any(draft.is_coded for draft in here)
        if is_coded and speaker is None and number and _points_back(analysis):
            speaker = _speaker_of(with_syntax(analyses[number - 1]), text)
        sources = attributions(analysis, text, speaker) if is_coded else ()
        speaker = _last_of(sources)
        sentence = DatedSentence(here, line, told, report_year)
        for place, draft in enumerate(here):
            whole = _whole_in_sentence(draft, out)
            previous = out[-1].dated.period if out and out[-1].dated is not None else None
            dated = sentence.date_of(place, coded_match(drafts, len(out)), whole, previous)
            source, evidence = source_of(sources, draft.chunk)
            inherits = draft.heir_of >= 0 and draft.heir_of == draft.whole
            if source is None and whole is not None and (inherits or opens_clause(analysis, draft.chunk)):
                source, evidence = whole.attributed_to, whole.attribution_evidence
            out.append(changed(draft, dated=dated, attributed_to=source, attribution_evidence=evidence))
        told = told.after(line, out[len(out) - len(here) :], report_year)
    return out


def _looks_back(text: str, dating: Dating, report_year: int) -> bool:
    start = dating.period.start
    return start is not None and start.year != report_year and may_narrow(text, dating.start)


def _points_back(analysis: Analysis) -> bool:
    """Tell whether a sentence has a pronoun for who spoke before, or a possessive with figures (`its report`)."""
    words = analysis.sentence.words
    return not _POINTING.isdisjoint(words) or not (POSSESSIVES.isdisjoint(words) or figure_nouns().isdisjoint(words))


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


def _whole_in_sentence(draft: Draft, earlier: Sequence[Draft]) -> Draft | None:
    whole = earlier[draft.whole] if 0 <= draft.whole < len(earlier) else None
    return whole if whole is not None and whole.sentence == draft.sentence else None
