"""What a share is a share of, or whose: the nouns that percentages count."""

from collections.abc import Iterable

from pipeline.facts.clauses import is_capital, is_preposition, is_pronoun, subject_of
from pipeline.facts.drafts import Draft
from pipeline.facts.relation import Part
from pipeline.language.chunks import Chunk, Kind
from pipeline.language.nouns import noun_class, singular
from pipeline.numerals.phrases import is_phrase, is_plain_phrase, kind_at, phrase_text

_GROUPS = frozenset({"woman", "youth", "minority", "man", "person", "girl", "sex", "gender"})
_OF_GROUPS = frozenset({"female", "women", "minorities", "indigenous"})
_BEFORE_GROUPS = frozenset({"for", "by"})
_RECEIVING = frozenset({"for", "to"})
_WITHIN = frozenset({"of", "in", "on"})
# What a share is told of, and no people.
_BODIES = frozenset({"parliament", "assembly", "senate", "house", "congress", "council"})
_TO = frozenset({"to"})
_VOTES = frozenset({"vote", "ballot"})
_VOTERS = frozenset({"voter", "electorate"})


def group_of(text: str, draft: Draft) -> str | None:
    """Return the group that a quota is for or that holds a share; null where the sentence names none.

    The noun after `for` or `by` goes first (`30 percent of seats for women`), then the nearest noun of persons.
    """
    chunks = draft.analysis.chunks
    if (own := _own_group(text, draft)) is not None:
        return own
    if (entitled := _entitled(draft)) >= 0:
        return _text(text, draft, entitled)
    if (named := _beneficiary(draft)) >= 0:
        return _text(text, draft, named)
    for at in range(draft.chunk + 2, len(chunks)):
        if chunks[at].kind is Kind.SEMICOLON:
            break
        if _is_group(draft, at) and is_preposition(draft.analysis, at - 1, _BEFORE_GROUPS):
            return _text(text, draft, at)
    groups = [at for at in range(len(chunks)) if _is_group(draft, at)]
    if groups:
        return _text(text, draft, _nearest(draft, groups))
    holder = _holder(draft)
    return _text(text, draft, holder) if holder >= 0 else None


def _beneficiary(draft: Draft) -> int:
    """Return the people that a share goes to: `60 percent of seats to Hutu`, `15 percent for Dalits`; -1 for none."""
    analysis, at = draft.analysis, draft.chunk + 1
    while is_preposition(analysis, at, _WITHIN) and is_phrase(analysis, at + 1):
        at += 2
    named = at + 1
    if not is_preposition(analysis, at, _RECEIVING) or not is_plain_phrase(analysis, named):
        return -1
    chunk = analysis.chunks[named]
    people = is_capital(analysis, chunk.head) and noun_class(singular(chunk.word)) in {None, "person"}
    return named if people and chunk.word not in _BODIES else -1


def _entitled(draft: Draft) -> int:
    """Return the place of those whom a rule entitles to a share, and of the next (`and the Twa to 10`); -1 for none."""
    relation = draft.match.relation if draft.match is not None else None
    if relation is None or relation.lemma != "entitle" or relation.part is Part.NOUN:
        return -1
    if is_preposition(draft.analysis, draft.chunk - 1, _TO) and is_phrase(draft.analysis, draft.chunk - 2):
        return draft.chunk - 2
    return subject_of(draft.analysis, relation.chunk)


def _holder(draft: Draft) -> int:
    """Return the subject of the verb by which people whom no word calls a group hold a share; -1 for none."""
    relation, analysis = draft.match.relation if draft.match is not None else None, draft.analysis
    if relation is None or relation.part is Part.NOUN or analysis.chunks[relation.chunk].passive:
        return -1
    at = subject_of(analysis, relation.chunk)
    if at < 0 or analysis.chunks[at].number >= 0 or is_pronoun(analysis.chunks[at]):
        return -1
    chunk = analysis.chunks[at]
    plural = singular(chunk.word) != chunk.word
    if plural and (noun_class(chunk.word) == "person" or is_capital(analysis, chunk.head)):
        return at
    governs = relation.part is Part.AFFECTED and relation.chunk < draft.chunk
    return at if governs and any(is_capital(analysis, token) for token in range(chunk.first, chunk.last + 1)) else -1


def _own_group(text: str, draft: Draft) -> str | None:
    """Read `at least 20 percent women`: the group stands in the phrase of its share."""
    measure, chunk = draft.quantity.measure, draft.analysis.chunks[draft.chunk]
    if measure is None or chunk.last <= measure.last:
        return None
    # `a 30 percent women’s quota`: the group stands before the possessive mark.
    last = chunk.genitive - 1 if chunk.genitive > measure.last + 1 else chunk.last
    words = draft.analysis.sentence.words[measure.last + 1 : last + 1]
    if not any(word in _OF_GROUPS or singular(word) in _GROUPS for word in words):
        return None
    return phrase_text(draft.analysis, text, measure.last + 1, last)


def _nearest(draft: Draft, places: Iterable[int]) -> int:
    """Return the place nearest to a number, the one before it where two are as near."""
    return min(places, key=lambda at: (abs(at - draft.chunk), at))


def _is_group(draft: Draft, at: int) -> bool:
    """Tell whether a noun phrase without a number names a group of persons (`female candidates`)."""
    chunk = draft.analysis.chunks[at]
    if chunk.kind is not Kind.NOUN_PHRASE or chunk.number >= 0:
        return False
    words = draft.analysis.sentence.words[chunk.first : chunk.last + 1]
    return any(word in _OF_GROUPS or singular(word) in _GROUPS for word in words)


def _text(text: str, draft: Draft, at: int) -> str:
    """Return the words of a group, with one of persons that is coordinated with it (`women and youth`)."""
    chunks = draft.analysis.chunks
    if chunks[at].genitive > chunks[at].first:
        # `Women’s participation`
        return phrase_text(draft.analysis, text, chunks[at].first, chunks[at].genitive - 1)
    last = at + 2 if _is_pair(draft, at) else at
    return phrase_text(draft.analysis, text, chunks[at].first, chunks[last].last)


def _is_pair(draft: Draft, at: int) -> bool:
    if kind_at(draft.analysis, at + 1) is not Kind.CONJUNCTION or not is_phrase(draft.analysis, at + 2):
        return False
    chunks = draft.analysis.chunks
    return noun_class(chunks[at].word) == noun_class(chunks[at + 2].word) == "person"


def shared_noun(text: str, draft: Draft, *, of_turnout: bool) -> str | None:
    """Return the noun of votes or voters in the sentence, where a share leaves it out; null for none.

    For example `58.6 percent of the vote and the commander 39.5 percent`. What is called a turnout counts no noun
    though voters are told of elsewhere.
    """
    relation = draft.match.relation if draft.match is not None else None
    if of_turnout and (draft.match is None or (relation is not None and relation.part is Part.NOUN)):
        return None
    nouns = _VOTERS if of_turnout else _VOTES
    chunks = draft.analysis.chunks
    places = [at for at, chunk in enumerate(chunks) if _is_one_of(chunk, nouns)]
    if not places:
        return None
    chunk = chunks[_nearest(draft, places)]
    first = chunk.first
    if chunk.number >= 0:
        first = max(draft.analysis.readings[chunk.number].figure.last + 1, first)
    return phrase_text(draft.analysis, text, first, chunk.last)


def _is_one_of(chunk: Chunk, nouns: frozenset[str]) -> bool:
    return chunk.kind is Kind.NOUN_PHRASE and singular(chunk.word) in nouns
