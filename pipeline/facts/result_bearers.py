"""The name that stands beside a result: in its phrase, before it in a list, or behind it as who got or holds it."""

from pipeline.facts.clauses import base_of, is_capital, is_preposition, verb_before
from pipeline.facts.drafts import Draft
from pipeline.facts.result_phrases import WITHIN, Named, can_win, named_chunk, named_tokens
from pipeline.facts.steps import after, back, noun_at, over_connectives
from pipeline.language.chunks import Kind, VerbForm
from pipeline.language.lexicon import Tag, lexicon, word_set
from pipeline.language.nouns import singular
from pipeline.numerals.phrases import is_phrase, is_plain_phrase, kind_at
from pipeline.numerals.quantities import Analysis

_RECIPIENT = frozenset({"to", "for"})
_HOLDER = frozenset({"of"})
_BY = frozenset({"by"})
_WITH = frozenset({"with"})
_AT = frozenset({"at"})
_PLACING = frozenset({"at", "on"})
_SETTING_BESIDE = frozenset({"to", "against", "versus"})
_OVER = frozenset({"over", "against", "to", "versus"})
# Before a name that holds what stands behind its `with`.
_OPENS_NAME = frozenset({Kind.COMMA, Kind.CONJUNCTION, Kind.SEMICOLON, Kind.SUBORDINATOR, None})


def name_beside(draft: Draft) -> Named | None:
    """Return the name before a number in a list, or of who got or holds it behind it; null where none stands there."""
    return _listed(draft) or _placed(draft) or _recipient(draft) or _holder(draft)


def name_within(draft: Draft) -> Named | None:
    """Return the name in the phrase of a number (`gave the incumbent 52.3 percent`); null where it names nobody."""
    analysis, chunk = draft.analysis, draft.analysis.chunks[draft.chunk]
    figure = analysis.readings[draft.quantity.reading].figure
    last = min(figure.first, draft.quantity.hedge.first if draft.quantity.hedge.words is not None else figure.first) - 1
    if last < chunk.first:
        return None
    owner = analysis.sentence.words[last - 1]
    owners = word_set("elections", "placeholders") | word_set("elections", "contenders") | {"opposition"}
    owns = is_capital(analysis, last - 1) or singular(owner) in owners
    if chunk.first < chunk.genitive == last and owns:
        # `to Luis Lacalle Pou’s 43.4 percent`
        return named_tokens(analysis, chunk.first, last - 1, last - 1)
    word = analysis.sentence.words[last]
    plain = not lexicon().tags.get(word, 0) & (Tag.DETERMINER | Tag.ADVERB)
    known = singular(word) in word_set("elections", "contenders") | word_set("elections", "placeholders") | word_set(
        "elections", "party_heads"
    )
    return named_tokens(analysis, chunk.first, last, last) if plain and (known or is_capital(analysis, last)) else None


def _listed(draft: Draft) -> Named | None:
    """Read `and the Liberal Party 29`, `LIBRE (36)`, `Ak Zhol, seven`: the name just before a number in a list."""
    analysis, index = draft.analysis, draft.chunk
    at = index - 1
    while kind_at(analysis, at) is Kind.ADVERB:
        at -= 1
    placed = draft.unit == "percent" and is_preposition(analysis, at, _PLACING)
    placed = placed and kind_at(analysis, at - 1) is Kind.COMMA
    holding = is_preposition(analysis, at, _WITH) and kind_at(analysis, at - 1) in {Kind.COMMA, Kind.NOUN_PHRASE}
    holding = holding or placed
    if holding:
        # `UNIR, with 62 seats,`, `the Liberals with 46`, and `her rival, at 43.2 percent, conceded`
        at -= 1
    marked = kind_at(analysis, at) in {Kind.OPEN, Kind.COMMA, Kind.DASH}
    at = back(analysis, at - 1 if marked else at)
    if not is_plain_phrase(analysis, at):
        return None
    phrase = base_of(analysis, at)
    opening = back(analysis, phrase - 1)
    before = kind_at(analysis, opening)
    given = before is Kind.VERB and analysis.chunks[opening].word in word_set("elections", "giving")
    named = given and is_capital(analysis, analysis.chunks[phrase].last)
    if not is_plain_phrase(analysis, phrase) or not (can_win(analysis, phrase) or named):
        return None
    if holding and before is Kind.NOUN_PHRASE and noun_at(analysis, opening) in word_set("elections", "contests"):
        # `In the March elections UNIR, with 62 seats, …`
        before = None
    if holding and (is_behind(analysis, phrase) or is_preposition(analysis, back(analysis, phrase - 1), _OVER)):
        return named_chunk(analysis, phrase)
    if (
        before is Kind.PREPOSITION
        or (holding and before not in _OPENS_NAME)
        or (marked and not placed and (before is Kind.VERB or not is_capital(analysis, analysis.chunks[phrase].last)))
    ):
        return None
    return named_chunk(analysis, phrase)


def _placed(draft: Draft) -> Named | None:
    """Read `, with Amina Diallo third at 21.8 percent` and `, with Amina Diallo in second place at 21.8 percent`."""
    analysis, name = draft.analysis, draft.chunk - 2
    if not is_preposition(analysis, name + 1, _AT):
        return None
    if is_plain_phrase(analysis, name) and analysis.chunks[name].word == "place":
        name -= 2
    if not is_plain_phrase(analysis, name) or not is_preposition(analysis, name - 1, _WITH):
        return None
    chunk = analysis.chunks[name]
    named = is_capital(analysis, chunk.head) and can_win(analysis, name)
    return named_tokens(analysis, chunk.first, chunk.head, chunk.head) if named else None


def is_behind(analysis: Analysis, loser: int) -> bool:
    """Tell whether a phrase stands after `ahead of`."""
    first = analysis.chunks[loser].first
    return analysis.sentence.words[max(0, first - 2) : first] == ("ahead", "of")


def _recipient(draft: Draft) -> Named | None:
    """Read `44 percent for X`, `leaving 69 to X`, `three seats went to X`, `35 seats were won by X`."""
    analysis, index = draft.analysis, draft.chunk
    at = _past_share(analysis, _past_complements(analysis, index + 1))
    verb = verb_before(analysis, index)
    if is_preposition(analysis, at, _RECIPIENT) and is_plain_phrase(analysis, at + 1) and can_win(analysis, at + 1):
        free = is_preposition(analysis, back(analysis, index - 1), _SETTING_BESIDE) or draft.comparison
        free = free or _goes_on_with_recipients(analysis, index)
        if verb < 0 or free or analysis.chunks[verb].word in word_set("elections", "giving"):
            return named_chunk(analysis, at + 1)
    governed = kind_at(analysis, back(analysis, index - 1)) in {Kind.VERB, Kind.PREPOSITION}
    if kind_at(analysis, at) is not Kind.VERB or governed:
        return None
    chunk = analysis.chunks[at]
    place = _past_complements(analysis, at + 1)
    wanted = _RECIPIENT if chunk.word in word_set("elections", "giving") else _BY
    if (
        is_preposition(analysis, place, wanted)
        and is_plain_phrase(analysis, place + 1)
        and can_win(analysis, place + 1)
    ):
        return named_chunk(analysis, place + 1)
    return None


def dealt_to(draft: Draft) -> Named | None:
    """Return the name that a bare number of seats goes to right behind it (`47 for the Union`); null for none."""
    analysis, at = draft.analysis, draft.chunk + 1
    named = at + 1
    if draft.unit != "seat" or not is_preposition(analysis, at, _RECIPIENT) or not is_plain_phrase(analysis, named):
        return None
    return named_chunk(analysis, named) if is_capital(analysis, analysis.chunks[named].last) else None


def _goes_on_with_recipients(analysis: Analysis, index: int) -> bool:
    """Tell whether the result before has its recipient behind it too (`8.3 percent for A and 6.4 percent for B`)."""
    name = over_connectives(analysis, back(analysis, index - 1))
    recipient = name < index - 1 and is_plain_phrase(analysis, name) and is_preposition(analysis, name - 1, _RECIPIENT)
    return recipient and is_phrase(analysis, name - 2) and analysis.chunks[name - 2].number >= 0


def _past_share(analysis: Analysis, at: int) -> int:
    """Return the chunk after `, or 21.8 percent,`, by which a result is told again; the same one where none stands."""
    share = at + 2
    told = kind_at(analysis, at) is Kind.COMMA and kind_at(analysis, at + 1) is Kind.CONJUNCTION
    again = told and is_phrase(analysis, share) and analysis.chunks[share].number >= 0
    return share + 2 if again and kind_at(analysis, share + 1) is Kind.COMMA else at


def _past_complements(analysis: Analysis, at: int) -> int:
    """Return the chunk after `of the vote`, `in the assembly`, `in May`."""
    at = after(analysis, at)
    while is_preposition(analysis, at, WITHIN) and is_phrase(analysis, at + 1):
        at = after(analysis, at + 2)
    return at


def _holder(draft: Draft) -> Named | None:
    """Read `the 50 seats of the Nationalist Movement Party`, `30 seats held by the opposition`."""
    analysis, at = draft.analysis, draft.chunk + 1
    if draft.unit == "seat" and is_preposition(analysis, at, _HOLDER) and is_plain_phrase(analysis, at + 1):
        words = analysis.sentence.words[analysis.chunks[at + 1].first : analysis.chunks[at + 1].last + 1]
        if can_win(analysis, at + 1) and set(words) & (word_set("elections", "party_heads") | {"opposition"}):
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
