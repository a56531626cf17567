"""What the tables of some families ask for beyond the common fields of a fact."""

from collections.abc import Sequence

from pipeline.facts.categories import category_of
from pipeline.facts.chambers import chamber_of
from pipeline.facts.drafts import Draft
from pipeline.facts.fact import Detail
from pipeline.facts.matching import Match
from pipeline.facts.offices import office_of, office_of_person
from pipeline.facts.payers import payer_of
from pipeline.facts.persons import persons_of
from pipeline.facts.result_names import Winner
from pipeline.facts.steps import back
from pipeline.facts.thresholds import THRESHOLDS, is_superseded, per_of
from pipeline.facts.winners import NOBODY, winner_of
from pipeline.language.chunks import Kind
from pipeline.numerals.phrases import is_phrase, kind_at
from pipeline.numerals.quantities import Analysis

_PERSON_TERMS = frozenset({"justice.prison_term", "justice.restriction_term"})
_PENALTIES = _PERSON_TERMS | {"fine.amount"}
_WON = frozenset({"election.seats_won", "election.vote_share", "election.votes_received"})
_CHAMBER = frozenset({
    "election.seats_won", "election.seats_total", "election.seats_contested", "election.candidates",
    "election.persons_elected",
})  # fmt: skip
_OFFICE = frozenset({"election.candidates", "election.vote_share", "election.votes_received"})


def detail_of(text: str, drafts: Sequence[Draft], index: int, found: Match, matches: Sequence[Match | None]) -> Detail:
    """Return the details of a fact; a field that the text is silent on is null."""
    draft, indicator = drafts[index], found.indicator.indicator_id
    low, high = _usd(drafts, index)
    office = office_of(text, draft) if indicator in _OFFICE else None
    winner = winner_of(text, drafts, index, office) if indicator in _WON else NOBODY
    if winner.candidate is None and (winner.party is not None or winner.group is not None):
        office = None
    if office is None and winner.candidate is not None:
        office = office_of_person(text, draft)
    payer = payer_of(text, drafts, index) if indicator == "fine.amount" else None
    by_pronoun = indicator in _PERSON_TERMS or _is_object(draft)
    person = persons_of(text, drafts, index, by_pronoun=by_pronoun) if indicator in _PENALTIES else None
    if indicator == "fine.amount" and person is not None:
        # A single name may be a company's; one of two words is a person's unless the text calls it otherwise.
        payer = payer or ("individual" if " " in person else None)
        person = person if payer not in {"organization", None} else None
    return Detail(
        payer=payer,
        usd_reported_low=low,
        usd_reported_high=high,
        party=winner.party,
        chamber=_chamber(text, drafts, index, winner) if indicator in _CHAMBER and office is None else None,
        candidate=winner.candidate,
        office=office,
        category=winner.group or category_of(text, drafts, index, matches),
        person=person,
        per=per_of(draft, text) if indicator in THRESHOLDS else None,
        superseded=True if is_superseded(drafts, index, found, matches) else None,
        suspended=True if indicator in _PERSON_TERMS and _is_suspended(draft) else None,
        also=found.also,
    )


def _is_object(draft: Draft) -> bool:
    """Tell whether an amount is object of a verb (`fined him 500 dinars`), not what completes a noun."""
    analysis = draft.analysis
    at = back(analysis, draft.chunk - 1)
    if is_phrase(analysis, at):
        at = back(analysis, at - 1)
    return kind_at(analysis, at) is Kind.VERB


def _chamber(text: str, drafts: Sequence[Draft], index: int, winner: Winner) -> str | None:
    """Return the body of a result; a party named like a body (`the Democratic Congress`) is none."""
    chamber = chamber_of(text, drafts, index)
    if chamber is None or chamber != winner.party:
        return chamber
    # `elections to the 111-seat parliament … The National Congress emerged with 28 seats`
    told = (chamber_of(text, drafts, at) for at in range(index - 1, -1, -1) if drafts[at].unit == "seat")
    return next((name for name in told if name not in {None, winner.party}), None)


def _usd(drafts: Sequence[Draft], index: int) -> tuple[float | None, float | None]:
    """Return the bounds of the dollar amount that the text gives for a local one; equal where it is a single number."""
    for place in range(index + 1, len(drafts)):
        other = drafts[place]
        if other.equivalent_of == index:
            quantity = other.quantity
            if quantity.value is not None:
                return quantity.value, quantity.value
            return quantity.low, quantity.high
        if other.sentence != drafts[index].sentence:
            break
    return None, None


def _is_suspended(draft: Draft) -> bool:
    """Read `a suspended sentence of two years`, `two years, suspended`, but not `and suspended publication`."""
    analysis = draft.analysis
    chunk = analysis.chunks[draft.chunk]
    words = analysis.sentence.words
    for token in range(max(0, chunk.first - 5), min(len(words), chunk.last + 8)):
        at = analysis.chunk_at[token]
        if at > draft.chunk and _opens_act(analysis, at):
            # `sentenced 14 to three years and imposed a suspended sentence on the clerk`
            return False
        if at != draft.chunk and analysis.chunks[at].number >= 0:
            if at > draft.chunk:
                # `received terms of three to eight years, and three were given suspended terms`
                return False
            # `a two-year suspended sentence and five years’ probation`
            continue
        if words[token] == "suspended" and not (
            analysis.chunks[at].kind is Kind.VERB and is_phrase(analysis, at + 1) and at != draft.chunk - 1
        ):
            return True
    return False


def _opens_act(analysis: Analysis, at: int) -> bool:
    """Tell whether `and` joins a further act to the one told of, with an object of its own."""
    verb = analysis.chunks[at]
    joined = verb.kind is Kind.VERB and kind_at(analysis, at - 1) is Kind.CONJUNCTION
    return joined and not verb.passive and verb.word != "suspend" and is_phrase(analysis, at + 1)
