"""Numbers that count nobody whatever governs them: by how much something differs, rates, ages set beside a name."""

from itertools import pairwise, takewhile

from pipeline.facts.clauses import base_of, is_capital, subject_of
from pipeline.facts.drafts import Draft
from pipeline.facts.fact import Modality
from pipeline.facts.matching import Match
from pipeline.facts.persons_matching import is_violence
from pipeline.facts.relation import Part
from pipeline.facts.relations import is_excepted
from pipeline.facts.steps import CONNECTIVES, back, quantity_at
from pipeline.language.chunks import Kind
from pipeline.language.lexicon import Tag, lexicon, values_of, word_set
from pipeline.language.nouns import noun_class, singular
from pipeline.numerals.counted import Source, counting_words
from pipeline.numerals.figures import change_verbs
from pipeline.numerals.numeral import Approximation
from pipeline.numerals.phrases import kind_at

_COMPARATIVES = frozenset({"fewer", "more", "less", "higher", "lower"})
# What shares rise and fall by.
_POINTS = frozenset({(share, point) for share in ("percentage", "percent") for point in ("point", "points")})
# How many are missing: `144 seats, six short of a majority`.
_SETS_APART = _POINTS | {("short", "of"), ("shy", "of")}
# What one is ahead by, of those who stand for something.
_LEADS = frozenset({"vote", "seat", "percent"})
_ENDS_DIFFERENCE = frozenset({",", "and", "or", "nor", "but", ";", "is", "are", "was", "were"})
# What says how many there is room for, verbs of building for so many, and verbs of having them there.
_ROOM = frozenset({"capacity", "space", "room"})
_BUILDING = frozenset({"build", "design", "intend", "construct", "equip", "mean", "plan", "set"})
_TERMS = frozenset({"justice.prison_term", "justice.restriction_term"})
_PROCEEDINGS = frozenset(
    {
        "case",
        "investigation",
        "inquiry",
        "probe",
        "charge",
        "arrest",
        "conviction",
        "indictment",
        "verdict",
        "sentence",
        "prosecution",
    }
)
_HYPOTHETICAL = frozenset({"can", "could", "may", "might"})
# What says where a place is, and how far from another.
_LYING = frozenset({"lie", "locate", "situate"})
_AWAY = frozenset({"from", "of", "outside", "inside"})
_HOLDING = frozenset({"be", "hold", "house", "host", "accommodate", "shelter", "contain", "detain", "serve"})
_EXCEEDING = frozenset({"exceed", "surpass", "outnumber"})
_BEFORE_NOW = frozenset({("earlier",), ("ago",), ("previously",)})
_REQUIRED = frozenset({("required",), ("requisite",), ("needed",), ("necessary",)})
# `nine a year earlier` dates the number, `nine a year` is a rate.
# One of these stands beside every side of a rate.
_OF_RATES = frozenset({"a", "each", "every", "out", "per"})
_DATING = frozenset({"earlier", "before", "ago", "later", "prior", "previously", "after"})


def counts_nothing(draft: Draft) -> bool:
    """Tell whether a number says how far another is from something, how often something happens, or an age."""
    return (
        _is_difference(draft)
        or _is_loss(draft)
        or (kind_at(draft.analysis, draft.chunk - 1) is Kind.PREPOSITION and _is_led_to(draft))
        or _is_rate(draft)
        or _dates_by_span(draft)
        or _is_required(draft)
        or _is_age(draft)
        or _wins_others(draft)
        or (draft.quantity.value == 1 and _is_one_of(draft))
        or _is_total_of_share(draft)
        or (draft.match is not None and _is_beside(draft, draft.match))
    )


def _is_led_to(draft: Draft) -> bool:
    """Tell whether a number counts nothing by the preposition before it."""
    return _is_margin(draft) or _is_lead(draft) or _completes_share(draft)


def _is_one_of(draft: Draft) -> bool:
    """Tell whether one is told of and counts nothing: none, an instance, somebody by name, the least of each."""
    return _is_none(draft) or _is_named_one(draft) or _is_instance(draft) or _won_by_each(draft)


def _is_beside(draft: Draft, found: Match) -> bool:
    """Tell whether a number answers to an indicator, and yet what befell is told beside it of others."""
    return (
        _is_spared(draft, found)
        or _is_capacity(draft, found)
        or _are_dealt_with(draft, found)
        or _is_served(draft, found)
        or _is_whereabouts(draft, found)
    )


def _is_loss(draft: Draft) -> bool:
    """Tell whether a bare number says by how many a number changed: `kept 44 seats, a loss of 17`."""
    here, first = draft.analysis, draft.analysis.chunks[draft.chunk].first
    bare = here.chunks[draft.chunk].last == draft.figure.last
    return bare and here.sentence.words[max(0, first - 3) : first] in _LOSSES


def _is_none(draft: Draft) -> bool:
    """Tell whether nobody is told of: `Not one of the 31 suspects was convicted`."""
    words, first = draft.analysis.sentence.words, draft.figure.first
    return words[max(0, first - 1) : first] == ("not",)


_LOSSES = frozenset(("a", noun, "of") for noun in ("loss", "gain", "rise", "drop", "decline", "jump", "decrease"))


def _is_served(draft: Draft, found: Match) -> bool:
    """Tell whether a time was spent in prison before something else: `freed after two years in jail` (CODING.md 5)."""
    words = draft.analysis.sentence.words
    if found.indicator.indicator_id not in _TERMS or draft.quantity.measure is None:
        return False
    last = draft.quantity.measure.last
    return words[draft.figure.first - 1] == "after" and words[last + 1 : last + 2] in {("in",), ("behind",)}


def _is_whereabouts(draft: Draft, found: Match) -> bool:
    """Tell whether a distance only says where a place is: `must live in the camp, 40 miles from the border`."""
    if found.indicator.indicator_id != "rule.distance_limit":
        return False
    if any(relation.lemma in _LYING and not relation.postmodifier for relation in draft.relations):
        return True
    here, at = draft.analysis, draft.chunk
    set_beside = kind_at(here, at - 1) is Kind.COMMA and kind_at(here, at - 2) is Kind.NOUN_PHRASE
    exact = draft.quantity.approximation in {Approximation.EXACT, Approximation.ABOUT}
    return (
        set_beside
        and exact
        and not _AWAY.isdisjoint(here.sentence.words[draft.figure.last + 2 : draft.figure.last + 5])
    )


def _are_dealt_with(draft: Draft, found: Match) -> bool:
    """Tell whether a number only says how many of some events were prosecuted: `charges in 40 of the killings`."""
    counted = draft.counted
    if found.relation is not None or counted.kind != "person_event" or not counted.subset:
        return False
    return counted.chunk > draft.chunk and any(
        relation.part is Part.OBLIQUE and relation.preposition == "in" and relation.obj in _PROCEEDINGS
        for relation in draft.relations
    )


def _is_capacity(draft: Draft, found: Match) -> bool:
    """Tell whether persons whom a noun calls so only say how many something can hold (CODING.md 5).

    For `the capacity of the jails was 900 inmates` and `camps designed to accommodate 20,000 refugees`.
    """
    if draft.unit != "person" or (found.relation is not None and found.relation.lemma not in _HOLDING):
        return False
    analysis = draft.analysis
    for relation in draft.relations:
        if relation.chunk > draft.chunk or relation.postmodifier:
            continue
        if relation.part is Part.OBLIQUE and relation.lemma in _BUILDING and relation.preposition in {"to", "for"}:
            return True
        if relation.part is not Part.AFFECTED:
            continue
        if relation.lemma in _HOLDING and analysis.chunks[relation.chunk].modal in _HYPOTHETICAL:
            # `the camps could house 20,000 refugees`
            return True
        if relation.lemma in counting_words().equating:
            nearest = back(analysis, relation.chunk - 1)
            subjects = (subject_of(analysis, relation.chunk), base_of(analysis, nearest))
            return any(at >= 0 and analysis.chunks[at].word in _ROOM for at in subjects)
    return False


def _is_total_of_share(draft: Draft) -> bool:
    """Tell whether a number is only the total of which a fraction is told: `nearly half the 900 total`."""
    analysis, at = draft.analysis, draft.chunk
    before = quantity_at(analysis, at - 1) if at else None
    shared = before is not None and before.measure is not None and before.measure.unit == "fraction"
    return shared and analysis.chunks[at].word == "total"


def _won_by_each(draft: Draft) -> bool:
    """Tell whether a number is the least that each of several won: `27 of the parties won at least one seat`."""
    quantity, analysis, verb = draft.quantity, draft.analysis, draft.chunk - 1
    if draft.unit != "seat" or quantity.approximation is not Approximation.AT_LEAST:
        return False
    subject = subject_of(analysis, verb) if kind_at(analysis, verb) is Kind.VERB else -1
    return subject >= 0 and analysis.chunks[subject].number >= 0


def _completes_share(draft: Draft) -> bool:
    """Tell whether a number is the rest of a majority told as a share: `50 percent plus one of the workers`."""
    analysis, at = draft.analysis, draft.chunk - 1
    if analysis.chunks[at].word != "plus" or kind_at(analysis, at - 1) is not Kind.NOUN_PHRASE:
        return False
    return analysis.chunks[at - 1].number >= 0


def _is_spared(draft: Draft, found: Match) -> bool:
    """Tell whether an adjective after a number of persons says that what befell others did not befall them."""
    if not is_violence(found):
        return False
    last = draft.analysis.chunks[draft.chunk].last
    return not counting_words().spared.isdisjoint(draft.analysis.sentence.words[draft.figure.last + 1 : last + 2])


def _is_difference(draft: Draft) -> bool:
    """Tell whether a number says by how much another differs: `480 fewer than a year earlier`, `all but 12`."""
    words, figure = draft.analysis.sentence.words, draft.figure
    if is_excepted(draft.analysis, draft.chunk):
        # `released all but four, who were charged`: the relative clause alone tells of them, and that of
        # `all but four of the 58 whom soldiers held` of the whole.
        relation = None if draft.match is None else draft.match.relation
        of_whole = draft.counted.source is Source.PARTITIVE and draft.counted.chunk > draft.chunk
        return relation is None or not relation.postmodifier or of_whole
    if words[figure.last + 1 : figure.last + 3] in _SETS_APART:
        return True
    last = draft.analysis.chunks[draft.chunk].last
    if words[last + 1 : last + 3] == ("ahead", "of") and draft.unit in _LEADS:
        # `received 48.9 percent, 37,000 votes ahead of her rival`
        return True
    if words[last + 1 : last + 2] == ("than",) and words[figure.last + 1 : figure.last + 2] in {("more",), ("fewer",)}:
        # `won seven more seats than in 2009`
        return True
    end = min(draft.analysis.chunks[draft.chunk].last + 3, len(words) - 1)
    following = words[figure.last + 1 : end + 1]
    # `three of the 57 seats, fewer than 6 percent`: behind a comma the next number is compared.
    # `left five dead and more than 800 injured`: so it is behind `and`.
    # `a turnout of 39 percent was lower than`: a verb between tells of the number, which is no difference.
    if "than" not in following:
        return False
    # `drew 900 persons in more than 12 towns`: so it is behind a preposition.
    clause = list(takewhile(lambda word: word not in _ENDS_DIFFERENCE, following))
    tags = lexicon().tags
    return any(
        left in _COMPARATIVES and right == "than" and not (at and tags.get(clause[at - 1], 0) & Tag.PREPOSITION)
        for at, (left, right) in enumerate(pairwise(clause))
    )


def _is_margin(draft: Draft) -> bool:
    """Tell whether a bare number stands after `by` and a verb of change: `fell by 12 to 88`.

    What a rule lets a time be extended by is a time of its own: `60 days, which it may extend by 30`.
    """
    here, at = draft.analysis, draft.chunk
    extends = draft.force.modality is Modality.STATUTORY and draft.unit in values_of("units", "time").values()
    return (
        not extends
        and draft.quantity.measure is None
        and here.chunks[at - 1].word == "by"
        and any(_differs(draft, relation.lemma) for relation in draft.relations if relation.preposition == "by")
    )


def _differs(draft: Draft, verb: str) -> bool:
    """Tell whether what stands after `by` says how much a verb changed: `fell by 12`, `exceeded it by 500 inmates`."""
    if verb in _EXCEEDING:
        return True
    # `increased its bloc by 12 seats, to 40`
    return verb in change_verbs() and (draft.counted.source is not Source.OWN or draft.unit == "seat")


def _is_lead(draft: Draft) -> bool:
    """Tell whether a noun or `by` makes a number a difference: `a margin of 6,022`, `a gain of three`, `by 90 votes`.

    `By 177,722 votes to 172,128` tells two results.
    """
    here, at = draft.analysis, draft.chunk
    if draft.unit == "percent":
        return False
    preposition = here.chunks[at - 1].word
    if preposition == "by" and draft.unit == "vote":
        return kind_at(here, at + 1) is not Kind.PREPOSITION or here.chunks[at + 1].word != "to"
    if preposition != "of" or kind_at(here, at - 2) is not Kind.NOUN_PHRASE:
        return False
    noun = singular(here.chunks[at - 2].word)
    bare = draft.counted.source is not Source.OWN and draft.quantity.measure is None
    return noun in word_set("relations", "leads") or (bare and noun in word_set("relations", "differences"))


def _is_named_one(draft: Draft) -> bool:
    """Tell whether one of some persons is only singled out by name: `One of those arrested, Ana Diallo, had called …`.

    What befell all of them tells nothing new of one.
    """
    here = draft.analysis
    if kind_at(here, draft.chunk + 1) is not Kind.PREPOSITION or draft.unit != "person":
        return False
    comma = next((at for at in range(draft.chunk + 2, len(here.chunks)) if here.chunks[at].kind is Kind.COMMA), -1)
    named = kind_at(here, comma + 1) is Kind.NOUN_PHRASE and is_capital(here, here.chunks[comma + 1].last)
    own = draft.match is not None and draft.match.relation is not None and not draft.match.relation.postmodifier
    return comma > 0 and named and not own


def _is_instance(draft: Draft) -> bool:
    """Tell whether one case is only the occasion of what a clause tells: `In at least one case, police beat …`."""
    here, at = draft.analysis, draft.chunk
    opens = at == 1 or kind_at(here, at - 2) in {Kind.COMMA, Kind.SEMICOLON, Kind.CONJUNCTION, Kind.ADVERB}
    fronted = opens and kind_at(here, at - 1) is Kind.PREPOSITION and here.chunks[at - 1].word in {"in", "on"}
    return fronted and draft.unit == "case" and kind_at(here, at + 1) is Kind.COMMA


def _wins_others(draft: Draft) -> bool:
    """Tell whether a number says how many others share the next, their verb left out: `B won 15, two others four`."""
    here, after = draft.analysis, draft.figure.last + 2
    if here.sentence.words[after - 1 : after] != ("others",) or after >= len(here.sentence.words):
        return False
    number = here.chunks[here.chunk_at[after]].number
    shared = here.quantities[number] if number >= 0 else None
    return shared is not None and shared.measure is None and kind_at(here, draft.chunk - 1) in CONNECTIVES


def _is_rate(draft: Draft) -> bool:
    """Tell whether a count is a side of a rate: `63 out of every 100,000 women`, `an average of 26 a day`."""
    words, figure = draft.analysis.sentence.words, draft.figure
    if _OF_RATES.isdisjoint(words[max(0, figure.first - 1) : draft.analysis.chunks[draft.chunk].last + 2]):
        return False
    if draft.quantity.measure is not None or draft.unit in values_of("units", "time").values():
        # `four hours a day, 30 per month`: hours, whose noun is left out.
        return False
    following = (*words[figure.last + 1 : figure.last + 4], "", "", "")
    if following[0] in {"a", "every"} and following[1] in values_of("units", "time") and following[2] not in _DATING:
        return True
    end = draft.analysis.chunks[draft.chunk].last
    behind = (*words[end + 1 : end + 4], "", "", "")
    if (
        behind[0] in {"a", "per", "each", "every"}
        and behind[1] in values_of("units", "time")
        and behind[2] not in _DATING
    ):
        # `50 new cases a month`
        return True
    if words[end + 1 : end + 2] == ("per",) and words[end + 2 : end + 3] and words[end + 2][0].isdecimal():
        # `401 deaths per 100,000 live births`
        return True
    return (
        words[figure.first - 1] in {"every", "per"} or following[:3] == ("out", "of", "every") or following[0] == "per"
    )


def _dates_by_span(draft: Draft) -> bool:
    """Tell whether a time only says when something else was: `for the murder of a student 26 years earlier`."""
    measure, words = draft.quantity.measure, draft.analysis.sentence.words
    if measure is None or words[measure.last + 1 : measure.last + 2] not in _BEFORE_NOW:
        return False
    return draft.unit in values_of("units", "time").values()


def _is_required(draft: Draft) -> bool:
    """Tell whether a share is only what was required: `Turnout fell short of the required 50 percent`."""
    words, first = draft.analysis.sentence.words, draft.figure.first
    told = draft.unit == "percent" and draft.force.modality is Modality.OCCURRED
    return told and words[max(0, first - 1) : first] in _REQUIRED


def _is_age(draft: Draft) -> bool:
    """Tell whether a bare number between commas is the age of the one person named before it: `the judge, 80, …`."""
    here, at = draft.analysis, draft.chunk
    if kind_at(here, at - 2) is not Kind.NOUN_PHRASE or draft.quantity.measure is not None:
        return False
    person = here.chunks[at - 2]
    between_commas = kind_at(here, at - 1) is Kind.COMMA and kind_at(here, at + 1) is Kind.COMMA
    is_bare = here.chunks[at].last == draft.figure.last
    names = noun_class(person.word) == "person" or is_capital(here, person.last)
    return between_commas and is_bare and person.number < 0 and names and singular(person.word) == person.word
