"""Who won: the party, candidate or group to which a result belongs."""

from collections.abc import Sequence

from pipeline.facts.clauses import base_of, is_capital, is_preposition, subject_of, verb_before
from pipeline.facts.drafts import Draft
from pipeline.facts.offices import office_of
from pipeline.facts.relation import Part
from pipeline.facts.result_bearers import dealt_to, is_behind, name_beside, name_within
from pipeline.facts.result_names import Winner, classify
from pipeline.facts.result_phrases import Named, named_chunk
from pipeline.facts.result_subjects import (
    antecedent_name,
    best_name,
    elected_name,
    fellow_of_each,
    is_called_winner,
    is_name,
    shared_out,
)
from pipeline.facts.steps import after, back
from pipeline.language.chunks import Kind, VerbForm
from pipeline.language.lexicon import word_set
from pipeline.language.nouns import singular
from pipeline.numerals.phrases import POSSESSIVES, is_phrase, is_plain_phrase, kind_at
from pipeline.numerals.quantities import Analysis
from pipeline.record import record

_RESULT_UNITS = frozenset({"seat", "percent", "vote", "person"})
_RESULTS = _RESULT_UNITS - {"person"}
_BY = frozenset({"by"})
_TO = frozenset({"to"})
_WITH = frozenset({"with"})
_PROVIDING = frozenset({"leave", "credit"})
_BACKTRACK = 3
"""How many results back a pronoun or `the party` may stand for the winner of."""
# Which of the two winners told last these stand for.
_POINTING = {"latter": 0, "former": 1}
_POINTED_REACH = 4
_OF_ALL = frozenset({"election.seats_total", "election.persons_elected", "election.seats_contested"})
NOBODY = Winner()


@record
class _Found:
    """Whose result it is: a name of the sentence, or the draft whose winner this one shares."""

    named: Named | None = None
    shared: int = -1
    fellow: Named | None = None
    """The name before, where each of two has the number."""


_NOT_FOUND = _Found()


def winner_of(text: str, drafts: Sequence[Draft], index: int, office: str | None, depth: int = 0) -> Winner:
    """Return party, candidate and group of a result; all null where the text names nobody, or only `the winner`."""
    draft = drafts[index]
    # `won all 240 seats; women hold 90 of them`: who holds a part need not be who won the whole.
    is_held = kind_at(draft.analysis, draft.chunk - 1) is Kind.VERB
    divides = draft.counted.subset and draft.whole >= 0 and not is_held
    if draft.whole >= 0 and not is_held and (named := dealt_to(draft)) is not None:
        # `won all 83 seats: 47 for the Union and 36 for the Bloc`
        return classify(text, draft, named, office) or NOBODY
    if divides and depth < _BACKTRACK and not _has_no_winner(drafts[draft.whole]):
        return winner_of(text, drafts, draft.whole, office, depth + 1)
    found = _find(drafts, index)
    if found.shared >= 0:
        return winner_of(text, drafts, found.shared, office, depth + 1) if depth < _BACKTRACK else NOBODY
    if found.named is None:
        return NOBODY
    winner = classify(text, draft, found.named, office)
    if winner is not None:
        fellow = None if found.fellow is None else classify(text, draft, found.fellow, office)
        return _among_others(text, drafts, index, winner, depth) if fellow is None else _joined(fellow, winner)
    earlier = _result_before(drafts, index)
    if earlier >= 0:
        if depth >= _BACKTRACK:
            return NOBODY
        told = winner_of(text, drafts, earlier, office or office_of(text, drafts[earlier]), depth + 1)
        # `Diallo won the presidency. The coalition holds 30 seats.`
        return NOBODY if draft.unit == "seat" and told.candidate is not None else told
    antecedent = _antecedent(draft.analysis, found.named)
    return NOBODY if antecedent is None else classify(text, draft, antecedent, office) or NOBODY


def _among_others(text: str, drafts: Sequence[Draft], index: int, winner: Winner, depth: int) -> Winner:
    """Return a winner as what those of the results beside are: a group among groups, a person against a person."""
    if winner.party is None or winner.candidate is not None or depth:
        return winner
    if drafts[index].unit == "seat":
        return Winner(group=winner.party) if _is_of_listed_group(text, drafts, index, winner) else winner
    opposed = _is_beside_result(drafts, index)
    office = office_of(text, drafts[index]) if opposed else None
    return _as_person(winner) if opposed and winner_of(text, drafts, index - 1, office, 1).candidate else winner


def _is_beside_result(drafts: Sequence[Draft], index: int) -> bool:
    """Tell whether a result is set beside the one before it: `won 51 percent to 44 percent for Kofi Mensah`."""
    draft, before = drafts[index], drafts[index - 1]
    if not index or before.sentence != draft.sentence or before.unit != draft.unit:
        return False
    between = draft.analysis.chunks[before.chunk + 1 : draft.chunk]
    return all(chunk.kind is not Kind.SEMICOLON for chunk in between)


def _is_of_listed_group(text: str, drafts: Sequence[Draft], index: int, winner: Winner) -> bool:
    """Tell whether a people of no known name goes on with a list of groups: `Roma held three seats, Turks one`."""
    name = winner.party or ""
    plain = " " not in name and singular(name.lower()) != name.lower()
    if not plain or name.lower() in word_set("elections", "party_words") or not _is_beside_result(drafts, index):
        return False
    between = drafts[index].analysis.chunks[drafts[index - 1].chunk : drafts[index].chunk]
    if any(chunk.kind is Kind.VERB for chunk in between):
        return False
    before = index - 1
    while before > 0 and drafts[before].match is not None and _has_no_winner(drafts[before]):
        # `one seat in the 120-seat parliament`
        before -= 1
    return winner_of(text, drafts, before, None, 1).group is not None


def _as_person(winner: Winner) -> Winner:
    """Return the rival of a candidate as one: against a person no party stands, unless its name says that it is one."""
    name = winner.party or ""
    words = name.lower().split()
    personal = not (len(words) == 1 and name.isupper()) and word_set("elections", "party_words").isdisjoint(words)
    return Winner(candidate=winner.party) if personal else winner


def _antecedent(analysis: Analysis, pronoun: Named) -> Named | None:
    """Return the subject that opens the sentence for a pronoun (`Diallo was reelected; she won …`); null for none."""
    verb = next((at for at, chunk in enumerate(analysis.chunks) if chunk.kind is Kind.VERB), -1)
    subject = subject_of(analysis, verb) if verb >= 0 else -1
    if subject < 0 or analysis.chunks[subject].first >= pronoun.first:
        return None
    return best_name(analysis, subject) if is_capital(analysis, analysis.chunks[subject].last) else None


def _has_no_winner(draft: Draft) -> bool:
    """Tell whether a number is that of all seats or members, which nobody won (`Of the 99 seats, women held 22`)."""
    return draft.match is not None and draft.match.indicator.indicator_id in _OF_ALL


def _result_before(drafts: Sequence[Draft], index: int) -> int:
    """Return the latest earlier result, of which a pronoun may tell more; -1 where there is none."""
    for earlier in range(index - 1, -1, -1):
        draft = drafts[earlier]
        if draft.unit in _RESULT_UNITS and (draft.match is not None or draft.heir_of >= 0):
            return earlier
    return -1


def _find(drafts: Sequence[Draft], index: int) -> _Found:
    found = _named_or_shared(drafts, index)
    if found.named is None or (word := drafts[index].analysis.sentence.words[found.named.last]) not in _POINTING:
        return found
    return _pointed_at(drafts, index, _POINTING[word])


def _pointed_at(drafts: Sequence[Draft], index: int, back_by: int) -> _Found:
    """Return the result of `the latter`, the winner named last, or of `the former`, the one named before that."""
    named: list[int] = []
    for earlier in range(index - 1, max(-1, index - 1 - _POINTED_REACH), -1):
        draft = drafts[earlier]
        if draft.unit in _RESULTS and draft.is_coded and not _has_no_winner(draft):
            named.extend([earlier] if _named_or_shared(drafts, earlier).named is not None else [])
    return _Found(shared=named[back_by]) if len(named) >= len(_POINTING) else _NOT_FOUND


def _named_or_shared(drafts: Sequence[Draft], index: int) -> _Found:
    draft = drafts[index]
    shared = _restated(drafts, index)
    if shared >= 0:
        return _Found(shared=shared)
    for named in (name_within(draft), _rivals(draft), name_beside(draft)):
        if named is not None:
            return _Found(named)
    return _by_verb(drafts, index)


def _restated(drafts: Sequence[Draft], index: int) -> int:
    """Return the number that this one says again as a share (`4,468,210 votes, or 50.6 percent`)."""
    draft = drafts[index]
    if index == 0 or drafts[index - 1].sentence != draft.sentence or drafts[index - 1].unit == draft.unit:
        return -1
    if draft.unit not in _RESULT_UNITS:
        # `the Liberals 27; four smaller parties won the rest`
        return -1
    analysis = draft.analysis
    words = analysis.sentence.words[
        analysis.chunks[drafts[index - 1].chunk].last + 1 : analysis.chunks[draft.chunk].first
    ]
    # `the Greens 33.2 percent and 44`: the second of a pair has the winner of the first.
    restated = "or" in words[-2:] or words[-1:] == ("(",) or words in {("and",), ("with",), (";",)}
    between = range(drafts[index - 1].chunk + 1, draft.chunk)
    # `the two candidates, Amina Diallo (54 percent)`: the second number is of the name between.
    told = any(kind_at(analysis, at) is Kind.VERB or is_name(analysis, at) for at in between)
    return index - 1 if restated and not told else -1


def _rivals(draft: Draft) -> Named | None:
    """Read `put X ahead of Y by 177,722 votes to 172,128`, `X beat Y by 300 votes to 200`."""
    analysis = draft.analysis
    at, second = back(analysis, draft.chunk - 1), False
    if is_preposition(analysis, at, _TO) and is_phrase(analysis, at - 1) and analysis.chunks[at - 1].number >= 0:
        at, second = back(analysis, at - 2), True
    loser = back(analysis, at - 1)
    verb = verb_before(analysis, loser)
    # `outpolled Dias, 51 percent to 47`
    apart = kind_at(analysis, at) is Kind.COMMA and draft.unit == "percent"
    if not (apart or is_preposition(analysis, at, _BY)) or not is_plain_phrase(analysis, loser) or verb < 0:
        return None
    if apart:
        # `beat Dias in the runoff, 51 percent to 47`
        loser = base_of(analysis, loser)
    if apart and loser != after(analysis, verb + 1):
        return None
    if is_behind(analysis, loser):
        return named_chunk(analysis, loser if second else after(analysis, verb + 1))
    if analysis.chunks[verb].word not in word_set("elections", "surpassing"):
        return None
    subject = subject_of(analysis, verb)
    return named_chunk(analysis, loser) if second else best_name(analysis, subject)


def _by_verb(drafts: Sequence[Draft], index: int) -> _Found:
    draft = drafts[index]
    analysis = draft.analysis
    verb = verb_before(analysis, draft.chunk)
    if verb < 0:
        verb = _verb_behind(draft)
    if verb < 0 or _are_counted(drafts, index):
        return _NOT_FOUND
    chunk = analysis.chunks[verb]
    agent = after(analysis, verb + 1)
    if is_preposition(analysis, agent, _BY) and is_plain_phrase(analysis, agent + 1):
        # `the Front, credited by the commission with 51 percent`
        credited = chunk.word == "credit"
        return _Found(_before_participle(analysis, verb) if credited else named_chunk(analysis, agent + 1))
    if chunk.word in word_set("elections", "electing") and not chunk.passive and is_plain_phrase(analysis, agent):
        return _Found(elected_name(analysis, agent))
    if is_called_winner(analysis, agent):
        return _Found(elected_name(analysis, agent))
    if chunk.word in _PROVIDING and not chunk.passive and is_preposition(analysis, agent + 1, _WITH):
        # `the elections left the Front with 20 seats`
        return _Found(named_chunk(analysis, agent))
    if _is_beaten(drafts, index, verb) and is_plain_phrase(analysis, agent):
        return _Found(named_chunk(analysis, agent))
    told = (
        chunk.word in word_set("elections", "bestowing")
        # Who claims seats holds them; who claims a share states it.
        and not (chunk.word == "claim" and draft.unit == "seat")
        and back(analysis, draft.chunk - 1) == verb
        and not chunk.passive
    )
    subject = -1 if told else subject_of(analysis, verb)
    if (named := antecedent_name(analysis, verb)) is not None:
        return _Found(named)
    owned = subject >= 0 and analysis.sentence.words[analysis.chunks[subject].first] in POSSESSIVES
    if subject >= 0 and analysis.chunks[subject].number >= 0 and not owned:
        counting = _counting(drafts, index, subject)
        # `six other parties won the remaining 41`: they bear no name.
        return _Found(shared=counting) if drafts[counting].unit in _RESULTS else _NOT_FOUND
    fellow = fellow_of_each(analysis, subject, verb)
    if fellow is not None:
        return _Found(named_chunk(analysis, subject), fellow=fellow)
    return _Found(shared_out(draft, subject) or best_name(analysis, subject))


def _joined(first: Winner, second: Winner) -> Winner:
    """Return two who each have the number (`the Front and the League each won seven seats`), the first one first."""
    return Winner(
        party=_both(first.party, second.party),
        candidate=_both(first.candidate, second.candidate),
        group=_both(first.group, second.group),
    )


def _both(first: str | None, second: str | None) -> str | None:
    return f"{first}; {second}" if first is not None and second is not None else second


def _before_participle(analysis: Analysis, verb: int) -> Named | None:
    """Return the name that a participle narrows, a comma between or none; null where none stands before it."""
    at = back(analysis, verb - 1)
    at = back(analysis, at - 1) if kind_at(analysis, at) is Kind.COMMA else at
    return named_chunk(analysis, at) if is_plain_phrase(analysis, at) else None


def _verb_behind(draft: Draft) -> int:
    """Return the verb behind a result that opens its clause: `With 73 seats, the Front emerged`; -1 for none."""
    relation = draft.match.relation if draft.match is not None else None
    behind = relation is not None and relation.part is Part.OBLIQUE and relation.chunk > draft.chunk
    return relation.chunk if relation is not None and behind else -1


def _are_counted(drafts: Sequence[Draft], index: int) -> bool:
    """Tell whether those who won are only counted, the verb left out: `and three other parties the remaining 21`."""
    before = drafts[index - 1]
    return index > 0 and before.chunk == drafts[index].chunk - 1 and before.analysis is drafts[index].analysis


def _is_beaten(drafts: Sequence[Draft], index: int, verb: int) -> bool:
    """Read `won with 54 percent, defeating Amina Diallo with 40`: the second result is the loser's."""
    draft = drafts[index]
    chunk = draft.analysis.chunks[verb]
    if chunk.form is not VerbForm.GERUND or chunk.word not in word_set("elections", "surpassing"):
        return False
    return index > 0 and drafts[index - 1].sentence == draft.sentence and drafts[index - 1].unit == draft.unit


def _counting(drafts: Sequence[Draft], index: int, chunk: int) -> int:
    """Return the number of the same sentence that stands in a chunk; -1 for none."""
    for other in range(index - 1, -1, -1):
        if drafts[other].sentence != drafts[index].sentence:
            return -1
        if drafts[other].chunk == chunk:
            return other
    return -1
