"""Who won: the party, candidate or group to which a result belongs."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from pipeline.facts.clauses import apposition_of, base_of, is_capital, is_preposition, subject_of, verb_before
from pipeline.facts.drafts import Draft
from pipeline.facts.result_names import Named, Winner, can_win, classify, named_chunk, named_tokens
from pipeline.facts.steps import after, back, over_connectives
from pipeline.language.chunks import Kind, VerbForm
from pipeline.language.lexicon import Tag, lexicon, words_of
from pipeline.language.nouns import singular
from pipeline.numerals.phrases import is_phrase, is_plain_phrase, kind_at
from pipeline.numerals.quantities import Analysis

_RESULT_UNITS = frozenset({"seat", "percent", "vote", "person"})
_RECIPIENT = frozenset({"to", "for"})
_HOLDER = frozenset({"of"})
_BY = frozenset({"by"})
_TO = frozenset({"to"})
_WITH = frozenset({"with"})
_SETTING_BESIDE = frozenset({"to", "against", "versus"})
_OVER = frozenset({"over", "against", "to", "versus"})
# Before a name that holds what stands behind its `with`.
_OPENS_NAME = frozenset({Kind.COMMA, Kind.CONJUNCTION, Kind.SEMICOLON, Kind.SUBORDINATOR, None})
_OWNERS = frozenset({"its", "their", "his", "her"})
_WITHIN = frozenset({"of", "in", "on", "from"})
_BACKTRACK = 3
"""How many results back a pronoun or `the party` may stand for the winner of."""
NOBODY = Winner()


@cache
def _list(key: str) -> frozenset[str]:
    return frozenset(words_of("elections", key))


@dataclass(frozen=True, slots=True)
class _Found:
    """Whose result it is: a name of the sentence, or the draft whose winner this one shares."""

    named: Named | None = None
    shared: int = -1


_NOT_FOUND = _Found()


def winner_of(text: str, drafts: Sequence[Draft], index: int, office: str | None, depth: int = 0) -> Winner:
    """Return party, candidate and group of a result; all null where the text names nobody, or only `the winner`."""
    draft = drafts[index]
    if draft.counted.subset and draft.whole >= 0 and depth < _BACKTRACK and not _sizes_body(drafts[draft.whole]):
        return winner_of(text, drafts, draft.whole, office, depth + 1)
    found = _find(drafts, index)
    if found.shared >= 0:
        return winner_of(text, drafts, found.shared, office, depth + 1) if depth < _BACKTRACK else NOBODY
    if found.named is None:
        return NOBODY
    winner = classify(text, draft, found.named, office)
    if winner is not None:
        return winner
    earlier = _result_before(drafts, index)
    if earlier >= 0:
        return winner_of(text, drafts, earlier, office, depth + 1) if depth < _BACKTRACK else NOBODY
    antecedent = _antecedent(draft.analysis, found.named)
    return NOBODY if antecedent is None else classify(text, draft, antecedent, office) or NOBODY


def _antecedent(analysis: Analysis, pronoun: Named) -> Named | None:
    """Return the subject that opens the sentence for a pronoun (`Diallo was reelected; she won …`); null for none."""
    verb = next((at for at, chunk in enumerate(analysis.chunks) if chunk.kind is Kind.VERB), -1)
    subject = subject_of(analysis, verb) if verb >= 0 else -1
    if subject < 0 or analysis.chunks[subject].first >= pronoun.first:
        return None
    return _best_name(analysis, subject) if is_capital(analysis, analysis.chunks[subject].last) else None


def _sizes_body(draft: Draft) -> bool:
    """Tell whether a number is that of all seats, which nobody won (`Of the 99 seats, women held 22`)."""
    return draft.match is not None and draft.match.indicator.indicator_id == "election.seats_total"


def _result_before(drafts: Sequence[Draft], index: int) -> int:
    """Return the latest earlier result, of which a pronoun may tell more; -1 where there is none."""
    for earlier in range(index - 1, -1, -1):
        draft = drafts[earlier]
        if draft.unit in _RESULT_UNITS and (draft.match is not None or draft.heir_of >= 0):
            return earlier
    return -1


def _find(drafts: Sequence[Draft], index: int) -> _Found:
    draft = drafts[index]
    shared = _restated(drafts, index)
    if shared >= 0:
        return _Found(shared=shared)
    for named in (_within(draft), _rivals(draft), _listed(draft), _recipient(draft), _holder(draft)):
        if named is not None:
            return _Found(named)
    return _by_verb(drafts, index)


def _restated(drafts: Sequence[Draft], index: int) -> int:
    """Return the number that this one says again as a share (`4,468,210 votes, or 50.6 percent`)."""
    draft = drafts[index]
    if index == 0 or drafts[index - 1].sentence != draft.sentence or drafts[index - 1].unit == draft.unit:
        return -1
    analysis = draft.analysis
    words = analysis.sentence.words[
        analysis.chunks[drafts[index - 1].chunk].last + 1 : analysis.chunks[draft.chunk].first
    ]
    # `the Greens 33.2 percent and 44`: the second of a pair has the winner of the first.
    restated = "or" in words[-2:] or words[-1:] == ("(",) or words in {("and",), ("with",), (";",)}
    between = range(drafts[index - 1].chunk + 1, draft.chunk)
    # `the two candidates, Amina Diallo (54 percent)`: the second number is of the name between.
    told = any(kind_at(analysis, at) is Kind.VERB or _is_name(analysis, at) for at in between)
    return index - 1 if restated and not told else -1


def _is_name(analysis: Analysis, index: int) -> bool:
    return is_plain_phrase(analysis, index) and is_capital(analysis, analysis.chunks[index].last)


def _within(draft: Draft) -> Named | None:
    """Read `gave the incumbent 52.3 percent`, where name and number make one phrase."""
    analysis, chunk = draft.analysis, draft.analysis.chunks[draft.chunk]
    figure = analysis.readings[draft.quantity.reading].figure
    last = min(figure.first, draft.quantity.hedge.first if draft.quantity.hedge.words is not None else figure.first) - 1
    if last < chunk.first:
        return None
    owner = analysis.sentence.words[last - 1]
    owns = is_capital(analysis, last - 1) or singular(owner) in _list("placeholders") | {"opposition"}
    if chunk.first < chunk.genitive == last and owns:
        # `to Luis Lacalle Pou’s 43.4 percent`
        return named_tokens(analysis, chunk.first, last - 1, last - 1)
    word = analysis.sentence.words[last]
    plain = not lexicon().tags.get(word, 0) & (Tag.DETERMINER | Tag.ADVERB)
    known = singular(word) in _list("contenders") | _list("placeholders") | _list("party_heads")
    return named_tokens(analysis, chunk.first, last, last) if plain and (known or is_capital(analysis, last)) else None


def _rivals(draft: Draft) -> Named | None:
    """Read `put X ahead of Y by 177,722 votes to 172,128`, `X beat Y by 300 votes to 200`."""
    analysis = draft.analysis
    at, second = back(analysis, draft.chunk - 1), False
    if is_preposition(analysis, at, _TO) and is_phrase(analysis, at - 1) and analysis.chunks[at - 1].number >= 0:
        at, second = back(analysis, at - 2), True
    loser = back(analysis, at - 1)
    verb = verb_before(analysis, loser)
    if not is_preposition(analysis, at, _BY) or not is_plain_phrase(analysis, loser) or verb < 0:
        return None
    if _is_behind(analysis, loser):
        return named_chunk(analysis, loser if second else after(analysis, verb + 1))
    if analysis.chunks[verb].word not in _list("surpassing"):
        return None
    subject = subject_of(analysis, verb)
    return named_chunk(analysis, loser) if second else _best_name(analysis, subject)


def _is_behind(analysis: Analysis, loser: int) -> bool:
    first = analysis.chunks[loser].first
    return analysis.sentence.words[max(0, first - 2) : first] == ("ahead", "of")


def _listed(draft: Draft) -> Named | None:
    """Read `and the Liberal Party 29`, `LIBRE (36)`, `Ak Zhol, seven`: the name just before a number in a list."""
    analysis, index = draft.analysis, draft.chunk
    at = index - 1
    while kind_at(analysis, at) is Kind.ADVERB:
        at -= 1
    holding = is_preposition(analysis, at, _WITH) and kind_at(analysis, at - 1) in {Kind.COMMA, Kind.NOUN_PHRASE}
    if holding:
        # `UNIR, with 62 seats,` and `the Liberals with 46`
        at -= 1
    marked = kind_at(analysis, at) in {Kind.OPEN, Kind.COMMA, Kind.DASH}
    at = back(analysis, at - 1 if marked else at)
    if not is_plain_phrase(analysis, at):
        return None
    phrase = base_of(analysis, at)
    before = kind_at(analysis, back(analysis, phrase - 1))
    if not is_plain_phrase(analysis, phrase) or not can_win(analysis, phrase):
        return None
    if holding and is_preposition(analysis, back(analysis, phrase - 1), _OVER):
        return named_chunk(analysis, phrase)
    if (
        before is Kind.PREPOSITION
        or (holding and before not in _OPENS_NAME)
        or (marked and (before is Kind.VERB or not is_capital(analysis, analysis.chunks[phrase].last)))
    ):
        return None
    return named_chunk(analysis, phrase)


def _recipient(draft: Draft) -> Named | None:
    """Read `44 percent for X`, `leaving 69 to X`, `three seats went to X`, `35 seats were won by X`."""
    analysis, index = draft.analysis, draft.chunk
    at = _past_complements(analysis, index + 1)
    verb = verb_before(analysis, index)
    if is_preposition(analysis, at, _RECIPIENT) and is_plain_phrase(analysis, at + 1) and can_win(analysis, at + 1):
        free = is_preposition(analysis, back(analysis, index - 1), _SETTING_BESIDE) or draft.comparison
        free = free or _goes_on_with_recipients(analysis, index)
        if verb < 0 or free or analysis.chunks[verb].word in _list("giving"):
            return named_chunk(analysis, at + 1)
    governed = kind_at(analysis, back(analysis, index - 1)) in {Kind.VERB, Kind.PREPOSITION}
    if kind_at(analysis, at) is not Kind.VERB or governed:
        return None
    chunk = analysis.chunks[at]
    place = _past_complements(analysis, at + 1)
    wanted = _RECIPIENT if chunk.word in _list("giving") else _BY
    if (
        is_preposition(analysis, place, wanted)
        and is_plain_phrase(analysis, place + 1)
        and can_win(analysis, place + 1)
    ):
        return named_chunk(analysis, place + 1)
    return None


def _goes_on_with_recipients(analysis: Analysis, index: int) -> bool:
    """Tell whether the result before has its recipient behind it too (`8.3 percent for A and 6.4 percent for B`)."""
    name = over_connectives(analysis, back(analysis, index - 1))
    recipient = name < index - 1 and is_plain_phrase(analysis, name) and is_preposition(analysis, name - 1, _RECIPIENT)
    return recipient and is_phrase(analysis, name - 2) and analysis.chunks[name - 2].number >= 0


def _past_complements(analysis: Analysis, at: int) -> int:
    """Return the chunk after `of the vote`, `in the assembly`, `in May`."""
    at = after(analysis, at)
    while is_preposition(analysis, at, _WITHIN) and is_phrase(analysis, at + 1):
        at = after(analysis, at + 2)
    return at


def _holder(draft: Draft) -> Named | None:
    """Read `the 50 seats of the Nationalist Movement Party`, `30 seats held by the opposition`."""
    analysis, at = draft.analysis, draft.chunk + 1
    if draft.unit == "seat" and is_preposition(analysis, at, _HOLDER) and is_plain_phrase(analysis, at + 1):
        words = analysis.sentence.words[analysis.chunks[at + 1].first : analysis.chunks[at + 1].last + 1]
        if can_win(analysis, at + 1) and set(words) & (_list("party_heads") | {"opposition"}):
            return named_chunk(analysis, at + 1)
    chunk = analysis.chunks[at] if at < len(analysis.chunks) else None
    held = chunk is not None and chunk.kind is Kind.VERB and chunk.form is VerbForm.PAST_OR_PARTICIPLE
    if (
        held
        and is_preposition(analysis, at + 1, _BY)
        and is_plain_phrase(analysis, at + 2)
        and can_win(analysis, at + 2)
    ):
        return named_chunk(analysis, at + 2)
    return None


def _by_verb(drafts: Sequence[Draft], index: int) -> _Found:
    draft = drafts[index]
    analysis = draft.analysis
    verb = verb_before(analysis, draft.chunk)
    if verb < 0:
        return _NOT_FOUND
    chunk = analysis.chunks[verb]
    agent = after(analysis, verb + 1)
    if is_preposition(analysis, agent, _BY) and is_plain_phrase(analysis, agent + 1):
        return _Found(named_chunk(analysis, agent + 1))
    if chunk.word in _list("electing") and not chunk.passive and is_plain_phrase(analysis, agent):
        return _Found(_elected(analysis, agent))
    if _is_called_winner(analysis, agent):
        return _Found(_elected(analysis, agent))
    if _is_beaten(drafts, index, verb) and is_plain_phrase(analysis, agent):
        return _Found(named_chunk(analysis, agent))
    told = chunk.word in _list("bestowing") and back(analysis, draft.chunk - 1) == verb and not chunk.passive
    subject = -1 if told else subject_of(analysis, verb)
    if subject >= 0 and analysis.chunks[subject].number >= 0:
        return _Found(shared=_counting(drafts, index, subject))
    return _Found(_best_name(analysis, subject))


def _is_called_winner(analysis: Analysis, index: int) -> bool:
    """Read `declared Amina Diallo the winner with 54 percent`: two phrases, of which the second calls the first so."""
    if not is_plain_phrase(analysis, index) or not is_plain_phrase(analysis, index + 1):
        return False
    return singular(analysis.chunks[index + 1].word) in {"winner", "victor"}


def _is_beaten(drafts: Sequence[Draft], index: int, verb: int) -> bool:
    """Read `won with 54 percent, defeating Amina Diallo with 40`: the second result is the loser's."""
    draft = drafts[index]
    chunk = draft.analysis.chunks[verb]
    if chunk.form is not VerbForm.GERUND or chunk.word not in _list("surpassing"):
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


def _elected(analysis: Analysis, index: int) -> Named | None:
    """Read `elected Amina Diallo president with 54 percent`: the office after the name belongs to the verb."""
    chunk = analysis.chunks[index]
    last = chunk.last
    while last > chunk.first and not is_capital(analysis, last):
        last -= 1
    return named_tokens(analysis, chunk.first, last, last) if is_capital(analysis, last) else None


def _best_name(analysis: Analysis, subject: int) -> Named | None:
    """Return a subject’s name: of `the incumbent, Amina Diallo,` or `candidates of the opposition` the latter."""
    if subject < 0:
        return None
    chunk = analysis.chunks[subject]
    if analysis.sentence.words[chunk.first] in _OWNERS and kind_at(analysis, subject - 1) is Kind.CONJUNCTION:
        # `the ruling party and its allies`: those are named by the first.
        return _best_name(analysis, subject - 2) if is_plain_phrase(analysis, subject - 2) else None
    borne, member = subject + 2, singular(chunk.word) in _list("members")
    if member and is_preposition(analysis, subject + 1, _WITHIN) and is_plain_phrase(analysis, borne):
        return named_chunk(analysis, borne)
    if chunk.genitive >= 0 and singular(chunk.word) in _list("placeholders"):
        return named_tokens(analysis, chunk.first, chunk.genitive - 1, chunk.genitive - 1)
    other = apposition_of(analysis, subject)
    if other >= 0 and not is_capital(analysis, chunk.last) and is_capital(analysis, analysis.chunks[other].last):
        return named_chunk(analysis, other)
    return named_chunk(analysis, subject)
