"""Shares that say again what a number of votes came to: `812,400 votes, or 52.5 percent, were cast for the mayor`."""

from collections.abc import Sequence
from dataclasses import replace

from pipeline.facts.codebook import codebook
from pipeline.facts.drafts import Draft
from pipeline.facts.matching import Match
from pipeline.language.chunks import Kind
from pipeline.numerals.counted import Source
from pipeline.numerals.phrases import kind_at

_VOTES, _SHARE = "election.votes_received", "election.vote_share"


def as_share_of_votes(draft: Draft, earlier: Sequence[Draft]) -> Draft | None:
    """Return a percentage that nothing governs as the share that the votes before it are, behind `or` or a bracket."""
    if draft.unit != "percent" or draft.is_coded or not earlier or earlier[-1].sentence != draft.sentence:
        return None
    votes, at = earlier[-1], draft.chunk - 1
    while kind_at(draft.analysis, at) is Kind.ADVERB:
        at -= 1
    said_again = kind_at(draft.analysis, at) is Kind.OPEN or draft.analysis.chunks[at].word == "or"
    if not said_again or votes.match is None or votes.match.indicator.indicator_id != _VOTES:
        return None
    indicator = codebook().indicators[_SHARE]
    counted = replace(votes.counted, source=Source.ANTECEDENT, antecedent=len(earlier) - 1)
    told = f"the share that {votes.surface!r} votes are"
    return replace(draft, counted=counted, match=Match(indicator, f"{_SHARE}/votes", told, None))
