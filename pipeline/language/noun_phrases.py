"""Noun phrases: `the 12 senior members`, `a 76-seat chamber`, `the union’s offices`; those of dates alone are dates."""

from dataclasses import dataclass
from functools import cache

from pipeline.language.chunks import QUOTES, Chunk, Kind, Span, TaggedSentence
from pipeline.language.lexicon import Tag, lexicon, values_of, word_set
from pipeline.language.line import Syntax
from pipeline.language.morphology import regular_singular
from pipeline.language.neighbours import adjectives, is_adjective
from pipeline.language.nouns import is_plural_subject, noun_class, singular
from pipeline.language.verb_or_noun import attributive_plurals

_HYPHENS = frozenset("-‑")
_JOINING = frozenset({"or", "and"})
_AGES = frozenset({"age", "ages"})
_THESE = frozenset({"these", "those"})
_OTHER_TIMES = frozenset({"last", "next"})
_POSSESSIVES = frozenset({"'s", "'"})
# A time after a preposition stands before the subject: `At year’s end women held 30 seats`, `During the year courts …`.
_AT_YEARS_END = ("year", "'s", "end")
_PLACING = frozenset({"in", "on", "at", "during", "within", "after", "since", "following"})
_SPANS = frozenset({"year", "month", "week"})
_NO_SUBJECTS = frozenset({"end", "period", "round", "term", "budget", "before", "prior"})
_ACTING_BODIES = frozenset({"police", "authorities", "officials", "prosecutors", "courts", "inspectors", "soldiers"})
_GIVING = frozenset({"give", "hand", "grant", "award", "deny", "offer", "issue"})


@dataclass(slots=True)
class _Phrase:
    """A noun phrase while it is read."""

    first: int
    is_date: bool
    """Whether it opens with a date: what follows a bare month or date is another phrase."""
    head: int = -1
    number: int = -1
    hyphenated: bool = False
    genitive: int = -1
    dated: bool = False
    """Whether a date is part of it."""


def noun_phrase(tagged: TaggedSentence, first: int) -> Chunk:
    """Read a noun phrase from its first word: determiner, numeral, modifiers, head."""
    words, tags, numerals = tagged.sentence.words, tagged.tags, tagged.numerals
    phrase = _Phrase(first, _opens_with_date(tagged, first))
    at, count = first, len(words)
    while at < count:
        word, tag = words[at], tags[at]
        if at in numerals:
            index, span = numerals[at]
            if not _takes_numeral(tagged, phrase, index, span):
                break
            at = span.last + 1
            continue
        if word in _POSSESSIVES and phrase.head >= 0:
            phrase.genitive = at
        elif word not in QUOTES and not (word == "-" and tagged.joins(at)):
            goes_on = word in _JOINING or words[at - 1] in _HYPHENS
            if goes_on and (last := _last_of_modifier(tagged, phrase, at)) >= at:
                at = last + 1
                continue
            if not tag & Syntax.NOMINAL or (phrase.is_date and not tag & Syntax.MONTH):
                # `In September courts sentenced …`: a bare month or date closes before the next noun.
                break
            if tag & Syntax.OPENER and not (_is_after_openers(tagged, first, at) or _narrows_number(phrase, word)):
                break
            if phrase.number >= 0 and _ends_counted(tagged, phrase, at):
                break
            if word in _AGES and phrase.head >= 0 and at + 1 in numerals:
                # `two girls ages 14 and 15`
                break
            if (phrase.head >= 0 or phrase.number >= 0) and _ends_before(tagged, phrase, at):
                break
            if tag & (Syntax.HEAD | Tag.PRONOUN):
                phrase.head = at
            if tag & Tag.PRONOUN and not tag & Tag.DETERMINER:
                at += 1
                break
        at += 1
    return _closed_phrase(tagged, phrase, at - 1)


def _is_completed_adjective(tagged: TaggedSentence, phrase: _Phrase, at: int) -> bool:
    """Tell whether an adjective behind a plural or a name has a complement (`crimes punishable by death`)."""
    words, surfaces = tagged.sentence.words, tagged.sentence.surfaces
    follows = phrase.head >= 0 and words[at] in word_set("counting", "postpositive")
    # `found Omar Sy guilty of fraud`
    named = at - 1 > phrase.first and surfaces[at - 1][0].isupper() and surfaces[at - 2][0].isupper()
    if not follows or not (named or singular(words[at - 1]) != words[at - 1]):
        return False
    return at + 1 < len(tagged.tags) and bool(tagged.tags[at + 1] & Tag.PREPOSITION)


def _last_of_modifier(tagged: TaggedSentence, phrase: _Phrase, at: int) -> int:
    """Return the last of the words from one on that go on with what narrows the noun to come; -1 where it does not."""
    if tagged.sentence.words[at] in _JOINING:
        return at + 1 if _joins_modifiers(tagged, phrase, at) else -1
    return at if _completes_modifier(tagged, phrase.first, at) else -1


def _joins_modifiers(tagged: TaggedSentence, phrase: _Phrase, at: int) -> bool:
    """Tell whether a conjunction joins two modifiers of a noun behind `of`: `hundreds of actual or alleged rebels`."""
    words, noun = tagged.sentence.words, at + 2
    if phrase.number >= 0 or phrase.first == 0 or words[phrase.first - 1] != "of" or noun >= len(words):
        return False
    known = lexicon().tags.get(words[at + 1], 0)
    modifies = bool(known & Tag.VERB_PARTICIPLE) or is_adjective(words[at + 1], known)
    opens = bool(tagged.tags[at - 1] & Syntax.ADJECTIVE)
    return opens and modifies and bool(tagged.tags[noun] & Syntax.NOMINAL) and not tagged.tags[noun] & Syntax.OPENER


def _opens_with_date(tagged: TaggedSentence, first: int) -> bool:
    """Tell whether a phrase opens with a month, or with a date after a preposition (`in 2019`)."""
    if tagged.is_month(first):
        return True
    after_preposition = first > 0 and tagged.tags[first - 1] & Tag.PREPOSITION
    return bool(after_preposition and tagged.tags[first] & Syntax.DATED)


def _takes_numeral(tagged: TaggedSentence, phrase: _Phrase, index: int, span: Span) -> bool:
    """Add a numeral to a phrase; false where it opens a phrase of its own."""
    if span.kind == "number":
        before = tagged.tags[span.first - 1] & (Syntax.OPENER | Syntax.ADJECTIVE)
        if phrase.number >= 0 or phrase.is_date or (span.first > phrase.first and not before):
            return False
        if _tells_circumstance(tagged, phrase, span.first - 1) or _divides_these(tagged, phrase, span):
            return False
        phrase.number = index
        phrase.hyphenated = _is_hyphenated(tagged, span)
        if span.measured:
            phrase.head = span.last
    elif span.kind == "date":
        owned = tagged.sentence.words[span.first - 1] in _POSSESSIVES
        if phrase.head >= 0 and not (owned or tagged.is_month(phrase.head)):
            return False
        phrase.dated = True
    return True


def _tells_circumstance(tagged: TaggedSentence, phrase: _Phrase, at: int) -> bool:
    """Tell whether a noun in -ing after a preposition closes its phrase: `In the fighting 14 villagers were killed`."""
    word = tagged.sentence.words[at]
    placed = phrase.first > 0 and tagged.tags[phrase.first - 1] & Tag.PREPOSITION
    return bool(placed) and at == phrase.first + 1 and word.endswith("ing") and word not in adjectives()


def _divides_these(tagged: TaggedSentence, phrase: _Phrase, span: Span) -> bool:
    """Tell whether the number of a clause follows `of these` with no comma between: `Of these 60 were charged`."""
    words, tags, after = tagged.sentence.words, tagged.tags, span.last + 1
    if words[span.first - 1] not in _THESE or span.first - 1 != phrase.first or span.measured:
        return False
    fronted = phrase.first > 0 and words[phrase.first - 1] == "of" and not _is_inside(tagged, phrase.first - 1)
    return fronted and after < len(tags) and bool(tags[after] & Syntax.VERBAL)


def _is_inside(tagged: TaggedSentence, at: int) -> bool:
    """Tell whether a word, not a mark, stands before a token."""
    return at > 0 and tagged.sentence.words[at - 1][0].isalnum()


def _is_hyphenated(tagged: TaggedSentence, span: Span) -> bool:
    """Tell whether a hyphen joins a numeral to the next word (`a 76-seat chamber`)."""
    at = span.last + 1
    return at < len(tagged.tags) and tagged.sentence.words[at] in _HYPHENS and tagged.joins(at)


def _completes_modifier(tagged: TaggedSentence, first: int, at: int) -> bool:
    """Tell whether a hyphen joins a particle to the participle before it, and a noun follows: `12 paid-up members`."""
    if at <= first + 1 or not tagged.joins(at - 1):
        return False
    particle = tagged.tags[at] & (Tag.ADVERB | Tag.PREPOSITION) and not tagged.tags[at] & Syntax.NOMINAL
    following = tagged.tags[at + 1] if at + 1 < len(tagged.tags) else 0
    return bool(particle and following & Syntax.NOMINAL and not following & Syntax.OPENER)


def _is_after_openers(tagged: TaggedSentence, first: int, at: int) -> bool:
    """Tell whether all before a determiner are determiners too (`all the`, `some of` aside)."""
    return all(tagged.tags[token] & Syntax.OPENER and token not in tagged.numerals for token in range(first, at))


def _narrows_number(phrase: _Phrase, word: str) -> bool:
    """Tell whether a determiner stands between a number and its noun (`30 such cases`)."""
    return word == "such" and phrase.number >= 0 > phrase.head


def _opens_subject(tagged: TaggedSentence, phrase: _Phrase, at: int) -> bool:
    """Tell whether a plural of persons after a counted plural is another phrase: `In seven provinces women voted`."""
    words = tagged.sentence.words
    if phrase.head != at - 1 or words[phrase.head] in attributive_plurals():
        return False
    counted = words[phrase.head]
    if tagged.sentence.surfaces[phrase.head][0].isupper():
        return False
    return regular_singular(counted) != counted and is_plural_subject(words[at]) and noun_class(words[at]) == "person"


def _acts_on_counted(tagged: TaggedSentence, phrase: _Phrase, at: int) -> bool:
    """Tell whether a body is the subject of what befell counted persons: `the 40 victims authorities identified`."""
    words, surfaces = tagged.sentence.words, tagged.sentence.surfaces
    if words[at] not in _ACTING_BODIES or phrase.head != at - 1 or at + 1 >= len(words):
        return False
    counted = words[phrase.head]
    # `40 women officials said`
    plain = surfaces[phrase.head][0].islower() and counted not in attributive_plurals() and counted != "women"
    persons = noun_class(counted) == "person" and is_plural_subject(counted)
    return plain and persons and bool(tagged.tags[at + 1] & Syntax.VERBAL)


def _is_given(tagged: TaggedSentence, phrase: _Phrase, at: int) -> bool:
    """Tell whether a noun is what counted persons are given: `gave seven leaders life sentences`."""
    words = tagged.sentence.words
    if phrase.head != at - 1 or phrase.first == 0:
        return False
    given = lexicon().lemmas.get(words[phrase.first - 1]) in _GIVING and tagged.tags[phrase.first - 1] & Syntax.VERBAL
    persons = noun_class(words[phrase.head]) == "person" and is_plural_subject(words[phrase.head])
    # `granted 900 Venezuelans permits`
    named = tagged.sentence.surfaces[phrase.head][0].isupper() and regular_singular(words[at - 1]) != words[at - 1]
    persons = persons or (named and tagged.sentence.surfaces[at][0].islower())
    return bool(given) and persons and words[at] not in _POSSESSIVES


def _says_what(tagged: TaggedSentence, phrase: _Phrase, at: int) -> bool:
    """Tell whether a last word after a counted plural says what a verb made of them: `left 300 villagers hungry`."""
    words, tags = tagged.sentence.words, tagged.tags
    if phrase.head != at - 1 or phrase.first == 0 or not tags[phrase.first - 1] & Syntax.VERBAL:
        return False
    if at + 1 < len(words) and tags[at + 1] & Syntax.NOMINAL:
        return False
    counted, word = words[phrase.head], words[at]
    is_plain_plural = regular_singular(counted) != counted or noun_class(counted) == "person"
    is_name = tagged.sentence.surfaces[phrase.head][0].isupper() or tagged.sentence.surfaces[at][0].isupper()
    is_noun = regular_singular(word) != word or noun_class(word) is not None
    return (
        is_plain_plural and is_plural_subject(counted) and not (is_name or is_noun or counted in attributive_plurals())
    )


def _ends_counted(tagged: TaggedSentence, phrase: _Phrase, at: int) -> bool:
    """Tell whether a phrase with a number ends before a word that opens another."""
    return (
        _opens_subject(tagged, phrase, at)
        or _acts_on_counted(tagged, phrase, at)
        or _is_given(tagged, phrase, at)
        or _says_what(tagged, phrase, at)
    )


def _ends_before(tagged: TaggedSentence, phrase: _Phrase, at: int) -> bool:
    """Tell whether a phrase that has a noun or a number ends before a word that else could go on with it."""
    if tagged.sentence.words[at] in _ending_words():
        return _opens_time(tagged, phrase, at) or _is_completed_adjective(tagged, phrase, at)
    placed = (
        phrase.head == at - 1 and phrase.number < 0 and phrase.first and tagged.tags[phrase.first - 1] & Tag.PREPOSITION
    )
    return bool(placed) and _is_past_front(tagged, phrase, at)


@cache
def _ending_words() -> frozenset[str]:
    return word_set("counting", "postpositive") | _OTHER_TIMES


def _opens_time(tagged: TaggedSentence, phrase: _Phrase, at: int) -> bool:
    """Tell whether a number has its phrase behind it, and `last year` tells when."""
    words = tagged.sentence.words
    ahead = at + 1
    dates = words[at] in _OTHER_TIMES and ahead < len(words) and words[ahead] in values_of("units", "time")
    return dates and (phrase.number >= 0 or phrase.head >= 0)


def _is_past_front(tagged: TaggedSentence, phrase: _Phrase, at: int) -> bool:
    """Tell whether a phrase after a preposition ends before the subject: `during the year activists said`.

    So it does before a group of the population that a verb follows: `in the Senate women held`.
    """
    words, first, ahead = tagged.sentence.words, phrase.first, at + 1
    if words[at - 1] in _SPANS:
        return bool(tagged.tags[first] & Tag.DETERMINER) and at - first > 1 and words[at] not in _NO_SUBJECTS
    if words[first:at] == _AT_YEARS_END:
        return True
    surfaces = tagged.sentence.surfaces
    if surfaces[at][0].isupper() and singular(words[at - 1]) in word_set("elections", "contests"):
        # `In the March elections GERB won`
        return surfaces[at - 1][0].islower() and words[first - 1] in _PLACING
    if words[first - 1] not in _PLACING:
        return False
    base = singular(words[at])
    is_group = base != words[at] and base in word_set("elections", "groups")
    # `in the councils women’s representation averaged 34 percent`
    return is_group and ahead < len(words) and (bool(tagged.tags[ahead] & Syntax.VERBAL) or words[ahead] == "'s")


def _closed_phrase(tagged: TaggedSentence, phrase: _Phrase, last: int) -> Chunk:
    """Return a phrase that ends at a token, or before the quotation marks there; one of months alone is a date."""
    first = phrase.first
    while last > first and tagged.sentence.words[last] in QUOTES:
        last -= 1
    head = phrase.head if phrase.head >= 0 else last
    is_date = phrase.number < 0 and tagged.is_dated(first) and all(map(tagged.is_dated, range(first + 1, last + 1)))
    return Chunk(
        Kind.DATE if is_date else Kind.NOUN_PHRASE,
        first,
        last,
        head,
        tagged.sentence.words[head],
        number=phrase.number,
        hyphenated=phrase.hyphenated,
        genitive=phrase.genitive,
    )
