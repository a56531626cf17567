"""Names in election results: what part of a phrase is the name, and whether a party, a person or a group bears it."""

import re
from functools import cache

from pipeline.facts.clauses import is_capital, is_preposition, is_pronoun
from pipeline.facts.drafts import Draft
from pipeline.facts.personal_names import fullest_form
from pipeline.facts.result_phrases import Named, named_chunk, run_start, stands_before_class
from pipeline.language.lexicon import Tag, lexicon, word_set
from pipeline.language.nouns import noun_class, singular
from pipeline.numerals.phrases import POSSESSIVES, is_plain_phrase, phrase_text
from pipeline.numerals.quantities import Analysis
from pipeline.record import record

_OF = frozenset({"of"})
_DEFINITE = frozenset({"the", "that", "this"})
_ANAPHORS = frozenset({"party", "coalition", "alliance"})
_OF_NO_PARTY = frozenset({"independent"})
_OPPOSED = frozenset({"opposition"})
_STANDING = frozenset({"candidate", "incumbent", "rival", "opponent", "challenger", "nominee", "contender"})
_MEMBERS_OF_ANY = frozenset({"deputy", "lawmaker", "legislator", "senator", "representative", "politician"})
# Those who stand for a group, and no name of it.
_STANDING_FOR = frozenset({"list", "party", "candidate", "representative", "member", "deputy"})
_OTHERS = frozenset({"other", "others", "remaining"})
# Before the name of a party these tell on which side it stands.
_SIDES = frozenset({"ruling", "opposition", "governing"})
# Words of an apposition in which the noun of who stands is looked for: `the main opposition candidate`.
_APPOSED = 3
_RUNOFF = frozenset({"runoff", "presidential", "presidency"})
# Where no body is told of, these tell of persons who stand: an office is won in rounds.
_OF_PERSONS = frozenset({
    "round", "rounds", "reelected", "re-elected", "reelection", "opponent", "rival", "challenger", "incumbent", "his",
    "her", "he", "she", "mayor", "mayoral", "governor", "gubernatorial",
})  # fmt: skip
_LOOKBACK = 2000
"""Characters of the paragraph before a sentence in which a body or parties are looked for."""


@record
class Winner:
    """Of the three at most one is told, but a candidate with the party whose candidate it is."""

    party: str | None = None
    candidate: str | None = None
    group: str | None = None


def classify(text: str, draft: Draft, named: Named, office: str | None) -> Winner | None:
    """Return whose result it is; null where the phrase stands for somebody named before (`it`, `the party`)."""
    analysis = draft.analysis
    words = analysis.sentence.words
    head = singular(words[named.head])
    lead = words[named.first]
    bare = named.first + 1 == named.last == named.end and not is_capital(analysis, named.last)
    if is_pronoun(analysis.chunks[analysis.chunk_at[named.head]]) or (bare and lead in _DEFINITE and head in _ANAPHORS):
        return None
    inner = set(words[named.first : named.end + 1])
    common = draft.unit == "seat" and not is_capital(analysis, named.last)
    allied = lead in POSSESSIVES and head == "ally"
    known = word_set("elections", "contenders") - word_set("elections", "members")
    others = lead in _OTHERS or (
        analysis.chunks[analysis.chunk_at[named.head]].number >= 0 and not _OTHERS.isdisjoint(inner)
    )
    if common and (head in known - _OF_NO_PARTY or others or allied):
        # `its closest rival 44`, `other parties held 19`, `its allies 49`
        return Winner()
    unnamed = head in _MEMBERS_OF_ANY and not any(
        is_capital(analysis, at) for at in range(named.first + 1, named.end + 1)
    )
    # `Citizens for Change` is a party, `Citizens` nobody.
    titled = named.end > named.last or (head in word_set("elections", "naming") and named.first + 1 < named.last)
    entitled = titled and is_capital(analysis, named.last) and is_capital(analysis, named.end)
    if (
        (common and unnamed)
        or (head in word_set("elections", "placeholders") and not entitled)
        or (bare and lead in POSSESSIVES and head in word_set("elections", "party_heads"))
    ):
        return Winner()
    if head in word_set("elections", "groups") or (
        inner & word_set("elections", "group_words") and not inner & {"party", "union"}
    ):
        return Winner(group=_group(analysis, text, named))
    if draft.unit != "seat" and (party := _party_of_person(analysis, named)) is not None:
        return Winner(candidate=_candidate_name(analysis, text, named), party=_party_name(analysis, text, party))
    if draft.unit != "seat" and _is_candidate(text, draft, named, office):
        return Winner(candidate=_candidate_name(analysis, text, named))
    return Winner(party=_party_name(analysis, text, named))


def _party_of_person(analysis: Analysis, named: Named) -> Named | None:
    """Return the party in `Amina Diallo of the National Party`; null where no name of a person stands before it."""
    index = analysis.chunk_at[named.last]
    party = index + 2
    if named.end != named.last or named.last != analysis.chunks[index].last or not is_capital(analysis, named.last):
        return None
    if not is_preposition(analysis, index + 1, _OF) or not is_plain_phrase(analysis, party):
        return None
    start = run_start(analysis, named)
    name = set(analysis.sentence.words[start : named.last + 1])
    if start == named.last or name & word_set("elections", "party_words"):
        return None
    found = analysis.chunks[party]
    words = analysis.sentence.words[found.first : found.last + 1]
    said = set(words) & (word_set("elections", "party_words") | _SIDES) or stands_before_class(analysis, party)
    is_party = words[0] == "the" and bool(said)
    capital = any(is_capital(analysis, token) for token in range(found.first, found.last + 1))
    return named_chunk(analysis, party) if is_party and capital else None


def _group(analysis: Analysis, text: str, named: Named) -> str:
    name = phrase_text(analysis, text, _first_of_group(analysis, named), named.end)
    # A common noun is capitalized only because it opens the sentence.
    return name.lower() if " " not in name and singular(name.lower()) in {"woman", "man", "youth", "minority"} else name


def _first_of_group(analysis: Analysis, named: Named) -> int:
    """Return where the group is named behind `of`: `lists of national minorities`, `representatives of the Roma`."""
    words, last = analysis.sentence.words, named.last
    borne = named.end > last and words[last + 1] == "of" and singular(words[last]) in _STANDING_FOR
    return last + 2 if borne else named.first


def _is_candidate(text: str, draft: Draft, named: Named, office: str | None) -> bool:
    """Tell a person from a party by the noun, the words of the name, the office, and what else is elected."""
    analysis = draft.analysis
    words = analysis.sentence.words
    if not is_capital(analysis, named.last):
        head = singular(words[named.head])
        partly_named = any(is_capital(analysis, token) for token in range(named.first + 1, named.last + 1))
        person = noun_class(head) == "person" and head not in word_set("elections", "members") and not partly_named
        return head in word_set("elections", "contenders") or person
    if named.first > 1 and words[named.first - 1] == "," and words[named.first - 2] in _STANDING:
        # `the Greens’ candidate, Ana Diallo,`
        return True
    if words[named.end + 1 : named.end + 3] == (",", "the") and not _STANDING.isdisjoint(
        words[named.end + 3 : named.end + 3 + _APPOSED]
    ):
        # `Diallo, the candidate of the Union, won`
        return True
    called = words[named.end + 1 : named.end + 3]
    if called[:1] in {("winner",), ("victor",)} or called == ("the", "winner"):
        # `declared Diallo the winner`
        return True
    start = run_start(analysis, named)
    if named.first < start and noun_class(words[start - 1]) == "person" and words[start - 1] not in _OPPOSED:
        # `former president Diallo`
        return True
    run = _in_full(text, draft, words[start : named.end + 1], analysis.sentence.surfaces[named.last])
    if set(run) & word_set("elections", "party_words"):
        return False
    if office is not None or (len(run) > 1 and run[0] in word_set("elections", "titles")):
        return True
    has_article = words[named.first] in {"the", "a"} and named.first + 1 == start
    if has_article or (len(run) == 1 and _RUNOFF.isdisjoint(words)):
        return False
    sentence = text[draft.analysis.sentence.start : draft.analysis.sentence.end]
    in_runoff = not _RUNOFF.isdisjoint(words)
    if in_runoff and len(run) == 1:
        return _told_of_bodies().search(sentence) is None
    by_person = in_runoff or (not _OF_PERSONS.isdisjoint(words) and _told_of_bodies().search(sentence) is None)
    return by_person or _told_of_parties().search(_around(text, draft)) is None


def _in_full(text: str, draft: Draft, run: tuple[str, ...], surface: str) -> tuple[str, ...]:
    """Return the words of a name, those of its full form where the paragraph gives one (`Weah`: `George Weah`)."""
    if len(run) > 1 or not surface[0].isupper():
        return run
    return tuple(fullest_form(text, surface, draft.offset).lower().split())


@cache
def _told_of_bodies() -> re.Pattern[str]:
    return re.compile(r"\b(?:parliament\w*|legislative|legislature|assembly|coalitions?|seats?)\b", re.IGNORECASE)


@cache
def _told_of_parties() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:parliament\w*|legislative|legislature|assembly|part(?:y|ies)|coalitions?|seats?)\b", re.IGNORECASE
    )


def _around(text: str, draft: Draft) -> str:
    sentence = draft.analysis.sentence
    return text[max(0, sentence.start - _LOOKBACK) : sentence.end]


def _candidate_name(analysis: Analysis, text: str, named: Named) -> str:
    """Return a person's name without title, or the noun with what narrows it (`nearest rival`)."""
    if not is_capital(analysis, named.last) or not analysis.sentence.surfaces[named.last][0].isupper():
        return _without_possessive(analysis, text, named)
    start = run_start(analysis, named)
    while start < named.last and analysis.sentence.words[start] in word_set("elections", "titles"):
        start += 1
    return phrase_text(analysis, text, start, named.last)


def _without_possessive(analysis: Analysis, text: str, named: Named) -> str:
    first = named.first
    for token in range(named.first, named.last):
        if analysis.sentence.words[token] in {"'s", "’"}:
            first = token + 1
    while first < named.last and lexicon().tags.get(analysis.sentence.words[first], 0) & Tag.DETERMINER:
        first += 1
    return phrase_text(analysis, text, first, named.last)


def _party_name(analysis: Analysis, text: str, named: Named) -> str:
    """Return a party's name: its capitalized words with their complements, without what describes it."""
    words = analysis.sentence.words
    if is_capital(analysis, named.last):
        return phrase_text(analysis, text, run_start(analysis, named), named.end)
    if named.end == named.last and words[named.last] in word_set("elections", "party_heads"):
        inner = Named(named.first, named.last - 1, named.last - 1, named.last - 1)
        if named.last > named.first and is_capital(analysis, named.last - 1):
            return phrase_text(analysis, text, run_start(analysis, inner), inner.last)
    return _without_possessive(analysis, text, named)
