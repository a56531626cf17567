"""Whether a number's unit, noun and context are those of an indicator."""

from collections.abc import Sequence
from functools import cache, lru_cache
from itertools import pairwise, takewhile

from pipeline.facts.candidate import Candidate, spaced
from pipeline.facts.codebook import Event, Indicator
from pipeline.facts.fact import Modality
from pipeline.facts.faults import Fault
from pipeline.facts.modal_words import tells_of_past
from pipeline.facts.relation import Part
from pipeline.language.chunks import Kind, VerbForm
from pipeline.language.lexicon import Tag, lexicon, values_of, word_set, words_of
from pipeline.language.nouns import noun_class, singular
from pipeline.numerals.counted import Source
from pipeline.numerals.currencies import currency_codes

_LEGISLATORS = frozenset(
    {"senator", "deputy", "legislator", "lawmaker", "mp", "parliamentarian", "councilor", "councillor"}
)
_MEMBERS = frozenset({"member", "elected member", "representative"})
# Bodies whose members hold no seats that are voted on.
_UNELECTED_BODIES = frozenset({"court", "commission", "cabinet", "committee", "board"})
_RULE_WORDS = frozenset(
    {
        *{"minimum", "maximum", "threshold", "quota", "must", "mandated", "mandatory"},
        *{"requirement", "required", "requires", "require", "needs", "need", "needed"},
        *{"takes", "suffice", "suffices", "sufficed", "enough", "wants", "asks"},
    }
)
# What these verbs say of a share, only a rule does: `reserved 30 percent of membership for women`.
_RESERVING = frozenset({"reserve", "entitle", "earmark", "allot"})
_HAVING = frozenset({
    "have", "hold", "win", "take", "occupy", "fill", "obtain", "secure", "receive", "capture", "represent",
    "constitute", "comprise", "account", "compose",
})  # fmt: skip
# Chunks before a verb in which what opens its clause stands, over its subject.
_CLAUSE_REACH = 3
_OPENS_CLAUSE = frozenset({"where", "while", "but", "though", "although"})
# Words around a number's phrase in which a word of requirement speaks of it.
_RULE_BEFORE, _RULE_AFTER = 18, 4
# Words around a number's phrase in which the name of its members' body stands.
_BODY_BEFORE, _BODY_AFTER = 3, 8
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


def fits(candidate: Candidate, indicator: Indicator, event: Event | None = None) -> bool:
    """Tell whether a number may answer to an indicator by an event of it, by all but its predicates."""
    return misfit(candidate, indicator, event) is None


def misfit(candidate: Candidate, indicator: Indicator, event: Event | None = None) -> Fault | None:
    """Return why a number cannot answer to an indicator, whatever its predicates; null where it may."""
    counted = candidate.counted
    if not _modality_fits(candidate, indicator):
        return Fault.MODALITY
    if not unit_fits(candidate, indicator, event):
        return Fault.UNIT
    if _is_not_counted(candidate, indicator):
        return Fault.COUNTED
    if indicator.shares_of and counted.head is not None and _is_share_of_another(candidate, indicator):
        return Fault.COUNTED
    if indicator.not_hedges and _hedge(candidate) in indicator.not_hedges:
        return Fault.HEDGE
    if indicator.unit == "person" and counted.kind == "person_event" and _befalls_matter(candidate):
        return Fault.COUNTED
    if indicator.not_followed and _is_followed(candidate, indicator):
        return Fault.HEDGE
    if indicator.not_modifiers and not indicator.not_modifiers.isdisjoint((counted.text or "").lower().split()):
        return Fault.MODIFIER
    return None if _context_fits(candidate, indicator) else Fault.CONTEXT


def _is_not_counted(candidate: Candidate, indicator: Indicator) -> bool:
    """Tell whether an indicator never counts a noun, alone or with the words before it (`news organizations`)."""
    counted = candidate.counted
    if counted.head in indicator.not_counts or counted.kind in indicator.not_classes:
        return True
    return bool(indicator.not_counts) and not indicator.not_counts.isdisjoint(last_words(counted.text or ""))


def _is_share_of_another(candidate: Candidate, indicator: Indicator) -> bool:
    """Tell whether a percentage is said to be of something that the indicator knows no shares of."""
    quantity, counted = candidate.quantity, candidate.counted
    measured = quantity is not None and quantity.measure is not None
    return measured and counted.source is not Source.ANTECEDENT and counted.head not in indicator.shares_of


def _befalls_matter(candidate: Candidate) -> bool:
    """Tell whether events of persons are said to be of what cannot be counted (`12 removals of online content`)."""
    chunks, at = candidate.analysis.chunks, candidate.counted.chunk + 1
    if candidate.counted.chunk < 0 or at + 1 >= len(chunks) or chunks[at].word != "of":
        return False
    matter = chunks[at + 1]
    if matter.kind is not Kind.NOUN_PHRASE or matter.number >= 0:
        return False
    capital = candidate.analysis.sentence.surfaces[matter.last][0].isupper()
    determined = lexicon().tags.get(candidate.words[matter.first], 0) & (Tag.DETERMINER | Tag.PRONOUN)
    known = noun_class(matter.word) is not None or singular(matter.word) != matter.word
    return not (capital or determined or known)


def _is_followed(candidate: Candidate, indicator: Indicator) -> bool:
    """Tell whether a word stands right after a measure that makes it something else."""
    quantity = candidate.quantity
    if quantity is None or quantity.measure is None:
        return False
    return not indicator.not_followed.isdisjoint(candidate.words[quantity.measure.last + 1 : quantity.measure.last + 2])


def _modality_fits(candidate: Candidate, indicator: Indicator) -> bool:
    if indicator.statutory:
        return candidate.modality is not Modality.OCCURRED or (_speaks_of_rule(candidate) and not _has(candidate))
    return not (indicator.actual and candidate.modality is Modality.STATUTORY)


def _has(candidate: Candidate) -> bool:
    """Tell whether a plain verb of having governs the number (`the union, which has 90 members, needs a permit`).

    Or one of winning in the past (`lists must include 30 percent women, yet women held 19 percent of seats`).
    """
    relation = next((one for one in candidate.relations if one.part is not Part.NOUN), None)
    if relation is None or relation.lemma not in _HAVING:
        return False
    before = candidate.analysis.chunks[max(0, relation.chunk - _CLAUSE_REACH) : relation.chunk]
    if any(chunk.word in _OPENS_CLAUSE and chunk.kind is not Kind.NOUN_PHRASE for chunk in before):
        # `A quota of 33 percent applies to councils, where women hold 36 percent`
        return candidate.analysis.chunks[relation.chunk].modal is None
    if relation.lemma != "have":
        return tells_of_past(candidate.analysis, relation.chunk)
    verb = candidate.analysis.chunks[relation.chunk]
    return verb.modal is None and verb.form is not VerbForm.INFINITIVE


def _speaks_of_rule(candidate: Candidate) -> bool:
    """Tell whether a word of requirement stands near the number: it sets a rule though the verb tells of an event."""
    chunk = candidate.chunk
    near = candidate.words[max(0, chunk.first - _RULE_BEFORE) : chunk.last + _RULE_AFTER]
    return not _RULE_WORDS.isdisjoint(near) or ("had", "to") in pairwise(near) or _is_reserved(candidate)


def _is_reserved(candidate: Candidate) -> bool:
    """Tell whether a verb of reserving governs a share (`the council reserved 30 percent of posts for women`)."""
    return candidate.unit in _SHARES and any(
        one.lemma in _RESERVING and not one.postmodifier and one.part is not Part.NOUN for one in candidate.relations
    )


def _context_fits(candidate: Candidate, indicator: Indicator) -> bool:
    if indicator.context:
        context = candidate.context
        if not any(f" {word} " in context for word in indicator.context):
            return False
    if indicator.rivals and _is_rivaled(candidate, indicator):
        return False
    if indicator.not_context:
        sentence = spaced(candidate.words)
        return not any(f" {word} " in sentence for word in indicator.not_context)
    return True


def _is_rivaled(candidate: Candidate, indicator: Indicator) -> bool:
    words = candidate.words
    clause = set(words[slice(*clause_of(words, candidate.chunk.first))])
    return not clause.isdisjoint(indicator.rivals) and clause.isdisjoint(indicator.context)


def clause_of(words: Sequence[str], here: int) -> tuple[int, int]:
    """Return the tokens between the semicolons around a token, the second exclusive."""
    first = next((at + 1 for at in range(here, -1, -1) if words[at] == ";"), 0)
    last = next((at for at in range(here, len(words)) if words[at] == ";"), len(words))
    return first, last


def _hedge(candidate: Candidate) -> str | None:
    quantity = candidate.quantity
    return None if quantity is None else quantity.hedge.words


def unit_fits(candidate: Candidate, indicator: Indicator, event: Event | None = None) -> bool:
    """Tell whether a number is of an event's or an indicator's unit, or counts what the indicator names."""
    if event is not None and event.units:
        return candidate.unit in event.units
    if candidate.unit in _SHARES and not (indicator.unit in _OF_SHARES or indicator.statutory):
        # A share counts nothing, though a rule may set one: `branches in one-half of the districts`.
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
    match unit:
        case "person" | "percent" | "vote" | "application" | "party" | "case" | "place":
            return candidate.unit == unit
        case "currency":
            return candidate.unit in currency_codes()
        case "time":
            return candidate.unit in _time_units() and not (_is_age(candidate) or _is_pay(candidate))
        case "length":
            return candidate.unit in _length_units()
        case "seat":
            return candidate.unit == "seat" or _counts_legislators(candidate)
        case "share":
            return candidate.unit in _SHARES
        case "organization":
            return candidate.unit == "organization" or candidate.unit in _HOUSES_OF_WORSHIP
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
    return tuple(sorted(endings, key=len, reverse=True))
