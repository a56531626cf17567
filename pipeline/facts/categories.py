"""The group that sets a part apart from its whole (CODING.md 5): `of whom 329 were women`, `two of them soldiers`."""

from collections.abc import Sequence

from pipeline.facts.clauses import is_preposition, is_pronoun, text_of
from pipeline.facts.drafts import Draft
from pipeline.facts.matching import Match
from pipeline.facts.result_bearers import dealt_to
from pipeline.facts.steps import quantity_at
from pipeline.language.chunks import Kind, VerbForm
from pipeline.language.lexicon import word_set
from pipeline.numerals.counted import Source, counting_words
from pipeline.numerals.phrases import is_phrase, is_plain_phrase, kind_at, phrase_text
from pipeline.numerals.quantities import Analysis

_TIMES = frozenset({"day", "days", "week", "month", "year", "night", "weekend", "occasion", "hours", "time"})
_OF = frozenset({"of"})
_FOR = frozenset({"for"})
_AS = frozenset({"as"})
_UPON = frozenset({"on", "upon", "against"})
_PLACING = frozenset({"in", "at"})
_MARKING = frozenset({"with", "for", "on"})
# After `of them` also how they are held (`12 of them under house arrest`).
_STATES = frozenset({"under"})
_HOLDING = frozenset({"in", "on", "under"})
_CARRYING = frozenset({"receive", "serve", "obtain", "get", "hold", "face", "carry"})
_TAKEN = frozenset({Source.ANTECEDENT, Source.PARTITIVE})
_CASES = frozenset({"cases", "incidents", "instances", "complaints", "reports", "allegations"})
_MEMBERSHIP = frozenset({"member", "members", "citizens", "citizen", "nationals", "residents", "victims", "supporters"})


def category_of(text: str, drafts: Sequence[Draft], index: int, matches: Sequence[Match | None]) -> str | None:
    """Return the words that set a part apart; null where a predicate of its own does, or the text gives none."""
    draft = drafts[index]
    unnamed = draft.counted.text is None and not draft.counted.subset
    # `47 seats for the Progressive Union`: who got them is no kind.
    unnamed = unnamed or dealt_to(draft) is not None
    if draft.whole < 0 or unnamed or not _shares_kind(matches, index, draft.whole):
        return None
    analysis, at = draft.analysis, draft.chunk + 1
    own = analysis.chunks[draft.chunk]
    elided = draft.counted.subset or (draft.unit == "case" and not draft.relations)
    elsewhere = draft.counted.source in _TAKEN and draft.counted.chunk != draft.chunk
    told = max(draft.figure.last, draft.quantity.hedge.last)
    if elided and elsewhere and own.head > told:
        # `of whom 69 were girls and 21 boys`: the verb before the group is left out.
        return phrase_text(analysis, text, told + 1, _with_conjunct(analysis, draft.chunk, own.head))
    partitive = is_preposition(analysis, at, _OF)
    if partitive and draft.unit == "place" and is_preposition(analysis, draft.chunk - 1, _PLACING):
        # `in 12 of them police used tear gas`: a clause of its own follows.
        return None
    if partitive:
        named = not _is_pronoun_at(analysis, at + 1)
        at += 2
        while named and kind_at(analysis, at) is Kind.PREPOSITION and kind_at(analysis, at + 1) is Kind.NOUN_PHRASE:
            # `70 of the 120 candidates for the senate`: the complement narrows the whole.
            at += 2
        while _is_partitive(analysis, at + 1) and kind_at(analysis, at) is Kind.CONJUNCTION:
            # `11 of 360 deputies and seven of 109 senators were women`: what is said of both.
            at += 4
    while kind_at(analysis, at) is Kind.ADVERB:
        at += 1
    kind = kind_at(analysis, at)
    if kind is Kind.NOUN_PHRASE:
        return _told_by_noun(draft, text, at, partitive=partitive)
    if kind is Kind.PREPOSITION:
        return _told_by_preposition(draft, text, at, partitive=partitive)
    if kind is not Kind.VERB or (partitive and analysis.chunks[at].word in counting_words().case_verbs):
        return None
    return _said(analysis, text, at)


def _told_by_noun(draft: Draft, text: str, at: int, *, partitive: bool) -> str | None:
    """Return the kind that a phrase behind a part is: `12 of them women`; null for what befell them or tells when."""
    analysis = draft.analysis
    if kind_at(analysis, at + 1) is Kind.VERB:
        # `35 of whom they identified as students`: what those who act call them.
        called = is_preposition(analysis, at + 2, _AS) and is_plain_phrase(analysis, at + 3)
        return _group(analysis, text, at + 3) if called else None
    # `imposed on six of them fines of 900 lei`, `fined 14 of them a total of 900 euros`, `nine of them this year`
    burdened = is_preposition(analysis, draft.chunk - 1, _UPON)
    sum_of = quantity_at(analysis, at + 2) if is_preposition(analysis, at + 1, _OF) else None
    owed = sum_of is not None and sum_of.measure is not None and sum_of.measure.unit.isupper()
    if burdened or owed or analysis.chunks[at].word in _TIMES:
        return None
    return _group(analysis, text, at) if draft.counted.subset and partitive and is_plain_phrase(analysis, at) else None


def _told_by_preposition(draft: Draft, text: str, at: int, *, partitive: bool) -> str | None:
    """Return the kind that a preposition tells of a part: `47 for theft`, `six of them on death row`; null for none."""
    analysis = draft.analysis
    marking = _MARKING | _STATES if partitive else _MARKING
    marked = analysis.chunks[at].word in marking and is_plain_phrase(analysis, at + 1)
    # `47 on a single day`, `six of them on security grounds`: when and why are no kinds.
    marked = marked and analysis.chunks[at + 1].word not in _TIMES | {"grounds"}
    # `872 to study`: without an object an infinitive looks like a place, to which a verb takes what it governs.
    taken = kind_at(analysis, draft.chunk - 1) is Kind.VERB
    aim = analysis.chunks[at].word == "to" and is_plain_phrase(analysis, at + 1) and not (partitive or taken)
    return text_of(analysis, text, at + 1) if marked or aim else None


def _with_conjunct(analysis: Analysis, index: int, head: int) -> int:
    """Return the last token of a group of two nouns in a list (`18 threats and insults, 209 letters`), else its own."""
    joined = kind_at(analysis, index + 1) is Kind.CONJUNCTION and is_plain_phrase(analysis, index + 2)
    ends = kind_at(analysis, index + 3) in {None, Kind.COMMA, Kind.SEMICOLON, Kind.OTHER}
    return analysis.chunks[index + 2].last if joined and ends else head


def _is_partitive(analysis: Analysis, index: int) -> bool:
    """Tell whether a number with what it is a part of stands at an index: `seven of 109 senators`."""
    part = is_phrase(analysis, index) and analysis.chunks[index].number >= 0
    return part and is_preposition(analysis, index + 1, _OF) and is_phrase(analysis, index + 2)


def _is_pronoun_at(analysis: Analysis, index: int) -> bool:
    """Tell whether `them`, `whom`, `these` stands at an index."""
    if kind_at(analysis, index) is Kind.RELATIVE:
        return True
    return kind_at(analysis, index) is Kind.NOUN_PHRASE and is_pronoun(analysis.chunks[index])


def _shares_kind(matches: Sequence[Match | None], index: int, whole: int) -> bool:
    """Tell whether a part answers to the indicator of its whole, or to the one that this names for its parts."""
    part, base = matches[index], matches[whole]
    if part is None or base is None:
        return part is base
    return part.indicator.indicator_id in {base.indicator.indicator_id, base.indicator.parts}


def _said(analysis: Analysis, text: str, verb: int) -> str | None:
    """Read what a verb says of a part: what they are, where they are held, what they received, what they came for."""
    chunk = analysis.chunks[verb]
    if chunk.passive and chunk.word in word_set("relations", "supposing") and kind_at(analysis, verb + 1) is Kind.VERB:
        # `68 were believed to be minors`
        verb += 1
        chunk = analysis.chunks[verb]
    if chunk.negated or chunk.passive or chunk.modal not in {None, "to"}:
        return None
    place = verb + 1
    while kind_at(analysis, place) is Kind.ADVERB:
        place += 1
    named = is_plain_phrase(analysis, place)
    if chunk.form is VerbForm.INFINITIVE:
        return text_of(analysis, text, place) if named else chunk.word
    if chunk.word == "be" and is_preposition(analysis, place, _HOLDING) and is_plain_phrase(analysis, place + 1):
        return text_of(analysis, text, place + 1)
    return _complement(analysis, text, verb, place) if named else None


def _complement(analysis: Analysis, text: str, verb: int, place: int) -> str | None:
    """Return the object of a verb of being, waiting or receiving, or what the thing received is for."""
    chunk = analysis.chunks[verb]
    if chunk.word == "be":
        return _group(analysis, text, place)
    if chunk.word in counting_words().case_verbs:
        return text_of(analysis, text, place)
    if chunk.word == "await":
        return phrase_text(analysis, text, chunk.head, analysis.chunks[place].last)
    purpose = place + 2
    measured = is_phrase(analysis, purpose) and analysis.chunks[purpose].number >= 0
    if measured and is_preposition(analysis, place + 1, _OF):
        # `two received terms of 12 years`: the length of a term tells it.
        return None
    if chunk.word in _CARRYING and is_preposition(analysis, place + 1, _FOR) and is_plain_phrase(analysis, purpose):
        return text_of(analysis, text, purpose)
    return text_of(analysis, text, place) if chunk.word in _CARRYING else None


def _group(analysis: Analysis, text: str, index: int) -> str:
    """Return a group's words, `members` and the like with whose they are."""
    chunk = analysis.chunks[index]
    last = chunk.last
    borne = index + 2
    if (
        chunk.first == chunk.last
        and chunk.word in _CASES
        and is_preposition(analysis, index + 1, _OF)
        and is_plain_phrase(analysis, borne)
    ):
        # `12 were cases of arson`
        return text_of(analysis, text, borne)
    if chunk.word in _MEMBERSHIP and is_preposition(analysis, index + 1, _OF) and is_plain_phrase(analysis, borne):
        last = analysis.chunks[borne].last
    return phrase_text(analysis, text, chunk.first, last)
