"""What the tables of some families ask for beyond the common fields of a fact."""

from collections.abc import Sequence

from pipeline.facts.drafts import Draft
from pipeline.facts.elected import candidate_of, chamber_of, office_of, party_of
from pipeline.facts.fact import Detail
from pipeline.facts.matching import Match
from pipeline.facts.payers import payer_of
from pipeline.facts.persons import persons_of
from pipeline.language.chunks import Kind, VerbForm
from pipeline.numerals.counting import phrase_text

_PERSON_TERMS = frozenset({"justice.prison_term", "justice.restriction_term"})
_WON = frozenset({"election.seats_won", "election.vote_share", "election.votes_received"})
_CHAMBER = frozenset({
    "election.seats_won", "election.seats_total", "election.seats_contested", "election.candidates", "election.persons_elected",
})  # fmt: skip
_OFFICE = frozenset({"election.candidates", "election.vote_share", "election.votes_received"})
_THRESHOLDS = frozenset({"party.membership_threshold", "association.membership_threshold", "association.branch_threshold"})


def detail_of(text: str, drafts: Sequence[Draft], index: int, found: Match, matches: Sequence[Match | None]) -> Detail:
    """Return the details of a fact; a field that the text is silent on is null."""
    draft, indicator = drafts[index], found.indicator.indicator_id
    low, high = _usd(drafts, index)
    party, candidate, category = None, None, _category(text, drafts, index)
    office = office_of(text, draft) if indicator in _OFFICE else None
    if indicator in _WON:
        party, candidate, group = party_of(text, drafts, index, office)
        category = group or category
    return Detail(
        payer=payer_of(text, drafts, index) if indicator == "fine.amount" else None,
        usd_reported_low=low,
        usd_reported_high=high,
        party=party,
        chamber=chamber_of(text, drafts, index) if indicator in _CHAMBER and office is None else None,
        candidate=candidate_of(candidate, office),
        office=office,
        category=category,
        person=persons_of(text, drafts, index) if indicator in _PERSON_TERMS else None,
        per=_per(draft) if indicator in _THRESHOLDS else None,
        superseded=True if _superseded(drafts, index, matches) else None,
        suspended=True if indicator in _PERSON_TERMS and _suspended(draft) else None,
        also=found.also,
    )


def _usd(drafts: Sequence[Draft], index: int) -> tuple[float | None, float | None]:
    for other in drafts:
        if other.equivalent_of == index:
            quantity = other.quantity
            if quantity.value is not None:
                return quantity.value, quantity.value
            return quantity.low, quantity.high
    return None, None


def _kind(draft: Draft, index: int) -> Kind | None:
    chunks = draft.analysis.chunks
    return chunks[index].kind if 0 <= index < len(chunks) else None


def _category(text: str, drafts: Sequence[Draft], index: int) -> str | None:
    """Return the group that a part belongs to, where no predicate of its own sets it apart (CODING.md 5)."""
    draft = drafts[index]
    if draft.whole < 0 or draft.heir_of < 0 or draft.counted.text is None or not draft.counted.subset and drafts[draft.whole].counted.head != draft.counted.head:
        if not (draft.whole >= 0 and draft.heir_of >= 0):
            return None
    chunks, at = draft.analysis.chunks, draft.chunk + 1
    if _kind(draft, at) is Kind.PREPOSITION and chunks[at].word == "of":
        at += 2
    while _kind(draft, at) is Kind.ADVERB:
        at += 1
    kind = _kind(draft, at)
    if kind is Kind.NOUN_PHRASE and draft.counted.subset:
        return phrase_text(draft.analysis, text, chunks[at].first, chunks[at].last)
    if kind is Kind.PREPOSITION and chunks[at].word in {"with", "for"} and _kind(draft, at + 1) is Kind.NOUN_PHRASE:
        return _phrase(draft, text, at + 1)
    if kind is Kind.VERB and chunks[at].word in {"be", "receive"} and not chunks[at].passive and _kind(draft, at + 1) is Kind.NOUN_PHRASE:
        end = at + 1
        if chunks[at].word == "receive" and _kind(draft, at + 2) is Kind.PREPOSITION and chunks[at + 2].word == "for" and _kind(draft, at + 3) is Kind.NOUN_PHRASE:
            end = at + 3
        return _phrase(draft, text, end)
    if kind is Kind.VERB and chunks[at].form is VerbForm.INFINITIVE:
        if _kind(draft, at + 1) is Kind.NOUN_PHRASE and chunks[at + 1].number < 0:
            return _phrase(draft, text, at + 1)
        return chunks[at].word
    return None


def _phrase(draft: Draft, text: str, at: int) -> str:
    chunk = draft.analysis.chunks[at]
    return phrase_text(draft.analysis, text, chunk.first, chunk.last)


def _per(draft: Draft) -> str | None:
    """Return what a threshold holds for each of: `600 members from each region`, `700 in every region`."""
    words = draft.analysis.sentence.words
    start = draft.analysis.chunks[draft.chunk].last + 1
    for at in range(start, min(start + 6, len(words) - 1)):
        if words[at] in {"each", "every", "per"} and words[at + 1].isalpha():
            return words[at + 1]
        if words[at] in {";", ","}:
            return None
    return None


def _superseded(drafts: Sequence[Draft], index: int, matches: Sequence[Match | None]) -> bool:
    """Tell whether a threshold no longer holds: it is the first of `reduced from 40,000 to 20,000`."""
    draft = drafts[index]
    if index + 1 >= len(drafts) or draft.force.evidence.startswith("no word"):
        return False
    following = drafts[index + 1]
    if following.sentence != draft.sentence or following.unit != draft.unit or matches[index + 1] is None:
        return False
    words = draft.analysis.sentence.words
    first = draft.analysis.readings[draft.quantity.reading].figure.first
    last = draft.analysis.readings[draft.quantity.reading].figure.last
    second = following.analysis.readings[following.quantity.reading].figure.first
    opened = "from" in words[max(0, first - 4) : first]
    return opened and "to" in words[last + 1 : second] and second - last <= 6  # noqa: PLR2004 - `from 40,000 members to 20,000`


def _suspended(draft: Draft) -> bool:
    chunk = draft.analysis.chunks[draft.chunk]
    window = draft.analysis.sentence.words[max(0, chunk.first - 5) : chunk.last + 8]
    return "suspended" in window
