"""Whether a number is of an indicator's unit, or counts what the indicator names."""

from functools import cache, lru_cache
from itertools import takewhile

from pipeline.facts.candidate import Candidate
from pipeline.facts.codebook import Event, Indicator
from pipeline.language.chunks import Kind
from pipeline.language.lexicon import values_of, word_set, words_of
from pipeline.language.nouns import noun_class, singular
from pipeline.numerals.currencies import currency_codes

_LEGISLATORS = frozenset(
    {"senator", "deputy", "legislator", "lawmaker", "mp", "parliamentarian", "councilor", "councillor"}
)
_MEMBERS = frozenset({"member", "elected member", "representative"})
# Bodies whose members hold no seats that are voted on.
_UNELECTED_BODIES = frozenset({"court", "commission", "cabinet", "committee", "board"})
# Words around a number's phrase in which the name of its members' body stands.
_BODY_BEFORE, _BODY_AFTER = 4, 8
_MOST_HEAD_WORDS = 3
# Words from a time to the pay that it is told in: `one year’s annual salary`.
_PAY_REACH = 4
_OPENS_PAY = frozenset({("'",), ("’",), ("'s",), ("’s",), ("of",), ("worth",)})
_JOINTS = frozenset({"and", "or", ","})
_SHARES = frozenset({"percent", "fraction"})
_OF_SHARES = frozenset({"percent", "share"})
# Units that only a number of that unit has; the heads of their indicators need not be named beside it.
_OWN_UNITS = frozenset({"currency", "time", "length", "seat", "share"})
# Prepositions that lead to what completes a noun; of those, what leads to where any person is held.
_COMPLETING = frozenset({"of", "for", "with", "in", "on", "behind"})
_HOLDING = frozenset({"in", "on", "behind"})
_HOUSES_OF_WORSHIP = frozenset({"church", "mosque"})


@cache
def _time_units() -> frozenset[str]:
    return frozenset(values_of("units", "time").values()) - {"night"}


@cache
def _length_units() -> frozenset[str]:
    return frozenset(values_of("units", "distance").values())


@cache
def _elected_bodies() -> frozenset[str]:
    return frozenset(words_of("nouns", "body")) - _UNELECTED_BODIES


def may_fit(own: str, indicator: Indicator, event: Event, *, measures: bool) -> bool:
    """Tell whether any number of a unit may answer to an indicator by an event of it, as `unit_fits` asks.

    `measures` says whether the number has a unit of measure, and so counts nothing by a name.
    """
    if event.units:
        return own in event.units
    if own in _SHARES and not _takes_shares(indicator):
        return False
    if indicator.unit == "seat" or (not measures and (indicator.counts or indicator.weak_counts)):
        # What is counted decides.
        return True
    headed = bool(indicator.heads) and indicator.unit not in {*_OWN_UNITS, "person"}
    return headed or _names_unit(own, indicator.unit)


def always_fits(own: str, indicator: Indicator, event: Event) -> bool:
    """Tell whether every number of a unit that may answer by an event is of its unit, so that none need be asked."""
    if event.units:
        return True
    asks_more = indicator.unit in {"seat", "time"} or (indicator.heads and indicator.unit not in _OWN_UNITS)
    return not asks_more and _names_unit(own, indicator.unit)


def _takes_shares(indicator: Indicator) -> bool:
    """Tell whether a share may answer: it counts nothing, though a rule may set one (`half of the districts`)."""
    return indicator.unit in _OF_SHARES or indicator.statutory


def unit_fits(candidate: Candidate, indicator: Indicator, event: Event | None = None) -> bool:
    """Tell whether a number is of an event's or an indicator's unit, or counts what the indicator names."""
    if event is not None and event.units:
        return candidate.unit in event.units
    if candidate.unit in _SHARES and not _takes_shares(indicator):
        return False
    # What an indicator counts by its name fits, whatever its class (`asylum applications` are those who applied).
    fitting = _is_of_unit(candidate, indicator.unit) or _is_named(candidate, indicator)
    if not indicator.heads or indicator.unit in _OWN_UNITS:
        return fitting
    # A head that the indicator names makes up for an unknown class, save that persons must be persons.
    return (fitting or indicator.unit != "person") and has_head(candidate, indicator.heads)


def _is_named(candidate: Candidate, indicator: Indicator) -> bool:
    """Tell whether a number that measures nothing counts what an indicator names, with what completes it."""
    if not (indicator.counts or indicator.weak_counts):
        return False
    names = _names_of(candidate)
    return not (indicator.counts.isdisjoint(names) and indicator.weak_counts.isdisjoint(names))


@lru_cache(maxsize=64)
def _names_of(candidate: Candidate) -> tuple[str, ...]:
    """Return the endings of what a number counts, with what completes it; none where it measures something."""
    text, quantity = candidate.counted.text, candidate.quantity
    if text is None or quantity is None or quantity.measure is not None:
        return ()
    return (*with_complement(candidate), *last_words(text))


def with_complement(candidate: Candidate) -> tuple[str, ...]:
    """Return the counted noun with what a preposition adds to it (`victim of trafficking`, `request for asylum`).

    Of whatever persons, `person in custody` too; empty where nothing does.
    """
    counted = candidate.counted
    return () if counted.head is None else complemented(candidate, counted.chunk, counted.head)


def complemented(candidate: Candidate, index: int, head: str) -> tuple[str, ...]:
    """Return the head of the phrase at an index with what a preposition adds to it; empty where none does."""
    chunks, at = candidate.analysis.chunks, index + 1
    if index < 0 or at + 1 >= len(chunks) or chunks[at].word not in _COMPLETING:
        return ()
    complement = chunks[at + 1]
    if complement.kind is not Kind.NOUN_PHRASE:
        return ()
    phrase = " ".join(candidate.words[complement.first : complement.last + 1])
    endings = (complement.word, *last_words(phrase))
    heads = (head, "person") if chunks[at].word in _HOLDING and noun_class(head) == "person" else (head,)
    return tuple(f"{one} {chunks[at].word} {ending}" for one in heads for ending in endings)


def has_head(candidate: Candidate, heads: frozenset[str]) -> bool:
    """Tell whether the counted noun, alone or with the words before it, is one of some (`asylum seeker`)."""
    counted = candidate.counted
    # `27 Ghanaians` are as many nationals.
    if counted.head in heads or (counted.capital and "national" in heads):
        return True
    return counted.text is not None and not heads.isdisjoint(last_words(counted.text))


def _is_of_unit(candidate: Candidate, unit: str) -> bool:
    if unit == "seat":
        return candidate.unit == "seat" or _counts_legislators(candidate)
    if not _names_unit(candidate.unit, unit):
        return False
    return unit != "time" or not (_is_age(candidate) or _is_pay(candidate))


def _names_unit(own: str, unit: str) -> bool:
    """Tell whether the unit of a number is that of an indicator, which may be one for many."""
    match unit:
        case "person" | "percent" | "vote" | "application" | "party" | "case" | "place":
            return own == unit
        case "currency":
            return own in currency_codes()
        case "time":
            return own in _time_units()
        case "length":
            return own in _length_units()
        case "share":
            return own in _SHARES
        case "organization":
            return own == "organization" or own in _HOUSES_OF_WORSHIP
        case _:
            return True


def _counts_legislators(candidate: Candidate) -> bool:
    """Tell whether the number counts holders of seats: `12 senators`, `12 members of the assembly`."""
    head = candidate.counted.head
    if head in _MEMBERS and _is_of_group(candidate):
        # `12 female members`: persons of a group, and no seats of a party.
        return False
    if head in _MEMBERS and _is_near_elected_body(candidate):
        return True
    # `won 115 of the 150 seats in parliament … Of the 150 members, 24 were women`
    whole = any(relation.lemma == "whole" for relation in candidate.relations)
    told = head in _MEMBERS and whole and " seats " in candidate.before and not with_complement(candidate)
    return head in _LEGISLATORS or (told and not _elected_bodies().isdisjoint(candidate.before.split()))


def _is_of_group(candidate: Candidate) -> bool:
    """Tell whether the words that narrow the noun name a group, such as women or a minority."""
    narrowing = (candidate.counted.text or "").lower().split()[:-1]
    return not (word_set("elections", "groups") | word_set("elections", "group_words")).isdisjoint(narrowing)


def _is_near_elected_body(candidate: Candidate) -> bool:
    """Tell whether the name of a parliament stands in the number's phrase or right after it."""
    chunk = candidate.chunk
    near = candidate.words[max(0, chunk.first - _BODY_BEFORE) : chunk.last + _BODY_AFTER]
    return any(singular(word) in _elected_bodies() for word in near)


def _is_age(candidate: Candidate) -> bool:
    """Tell whether a number of years is an age, which is never a term or a limit (CODING.md 5)."""
    quantity = candidate.quantity
    if quantity is None:
        return False
    if quantity.measure is None:
        # `a minimum age of 40 (increased from 35)`: the unit of the number before, which no word for years names.
        return candidate.unit == "year" and candidate.counted.text is None
    following = candidate.words[quantity.measure.last + 1 : quantity.measure.last + 3]
    return quantity.measure.word is None or "old" in following or following == ("of", "age")


def _is_pay(candidate: Candidate) -> bool:
    """Tell whether a length of time stands for what is earned in it: `a fine of two years’ salary`."""
    quantity = candidate.quantity
    if quantity is None or quantity.measure is None:
        return False
    first = quantity.measure.last + 1
    if candidate.words[first : first + 1] not in _OPENS_PAY:
        return False
    following = takewhile(lambda word: word not in _JOINTS, candidate.words[first : first + _PAY_REACH])
    return any(singular(word) in word_set("units", "pay") for word in following)


@lru_cache(maxsize=4096)
def last_words(text: str) -> tuple[str, ...]:
    """Return the last one, two and three words of a noun phrase, the longest first, the head in the singular."""
    words = text.lower().replace("’", "'").replace("-", " ").split()
    if not words:
        return ()
    words[-1] = singular(words[-1])
    endings = {" ".join(words[-length:]) for length in range(1, _MOST_HEAD_WORDS + 1)}
    if len(words) > _MOST_HEAD_WORDS and words[-3] in _JOINTS:
        # `political and religious prisoners` are political prisoners.
        endings.add(f"{words[-4]} {words[-1]}")
    return tuple(sorted(endings, key=len, reverse=True))
