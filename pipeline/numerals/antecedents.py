"""The noun of an earlier number, for one whose own is left out: in lists, after `others`, and of `of them`."""

from collections.abc import Sequence

from pipeline.language.chunks import Kind, VerbForm
from pipeline.language.lexicon import values_of
from pipeline.language.nouns import singular
from pipeline.numerals.counted import NOTHING, Counted, Earlier, Source
from pipeline.numerals.dealt_terms import SENTENCING
from pipeline.numerals.figures import change_verbs
from pipeline.numerals.latest_antecedents import person_antecedent, taken
from pipeline.numerals.limits_again import tells_limit_again
from pipeline.numerals.parallel_lists import parallel_antecedent
from pipeline.numerals.parallel_pairs import paired_antecedent
from pipeline.numerals.parallel_places import is_parallel_place
from pipeline.numerals.phrases import is_chunk, is_enclosed, is_phrase, is_plain_phrase
from pipeline.numerals.quantities import Analysis, Quantity
from pipeline.numerals.relative_wholes import said_to_stay

_DURATIONS = frozenset({"day", "month", "year", "week", "hour", "minute", "time", "fold"})
_TERMS = frozenset({"day", "week", "month", "year"})
_HOLDING = frozenset({"have", "hold", "win", "take", "control", "occupy", "get", "gain", "capture", "secure", "retain"})
_WINNERS = frozenset({"party", "organization", "person"})
_GETTING = frozenset({"get", "draw", "receive", "give"})
# Bodies whose members are not seats.
_UNELECTED = frozenset({"court", "commission", "cabinet", "committee", "board", "government", "jury", "panel"})
_MEASURES_TO_REACH = frozenset({"majority", "threshold"})
_ALL = 100
# Chunks from a number over `others` to the number that those have.
_PAST_OTHERS = 2
_BUILDING = frozenset({"build", "design", "intend", "construct", "equip", "mean", "plan"})
_IN_CASE = frozenset({"in", "under", "after"})
_AFTER = frozenset({"after", "within"})
_REST = frozenset({"other", "remaining"})
_COMPARING = frozenset({"from", "with", "than"})
_REPLACING = frozenset({("instead", "of"), ("place", "of"), ("rather", "than")})
# Chunks from the first number of a change to the second: a date may stand between.
_CHANGE = 3


def _told_apart(analysis: Analysis, quantity: Quantity, earlier: Sequence[Earlier], here: int) -> Counted | None:
    """Return what a number counts whatever stands before it; null for others."""
    told_term = bool(earlier) and earlier[-1].sentence == here and earlier[-1].unit in _TERMS
    if told_term and is_suspended_part(analysis, quantity.chunk):
        return taken(earlier, len(earlier) - 1)
    if _counts_anew(analysis, quantity.chunk):
        return NOTHING
    if tells_limit_again(analysis, quantity, earlier, here):
        # `answered 29 requests, though it has 60 days, which it may extend by 30`
        return taken(earlier, next(at for at in range(len(earlier) - 1, -1, -1) if not earlier[at].is_equivalent))
    if quantity.hedge.words == "within":
        # `previously had 30 days, and must now reply within 15`
        times = values_of("units", "time").values()
        return next((taken(earlier, at) for at in range(len(earlier) - 1, -1, -1) if earlier[at].unit in times), None)
    if said_to_stay(analysis, quantity.chunk) and earlier and earlier[-1].sentence == here:
        return person_antecedent(earlier, here, subset=True)
    # `held 41 prisoners in seven facilities built for 17`: those are persons too.
    return person_antecedent(earlier, here) if _is_room(analysis, quantity.chunk) else None


def antecedent_of(analysis: Analysis, quantity: Quantity, earlier: Sequence[Earlier], here: int) -> Counted:
    """Return the noun of the number before, where the text leaves it out: in lists and after `others`, `more`."""
    chunk = quantity.chunk
    # A noun before the bare number is a new subject (`and the opposition alliance 10`): it runs parallel to the main
    # number.
    if (told := _told_apart(analysis, quantity, earlier, here)) is not None:
        return told
    parallels = (find(analysis, quantity, earlier, here) for find in (paired_antecedent, parallel_antecedent))
    if (pair := next((index for index in parallels if index >= 0), -1)) >= 0:
        return taken(earlier, pair)
    gapped = is_plain_phrase(analysis, chunk - 1)
    compared = is_chunk(analysis, chunk - 1, Kind.PREPOSITION) and analysis.chunks[chunk - 1].word in _COMPARING
    is_term = _is_term(analysis, chunk) or _is_given(analysis, quantity, earlier, here)
    is_term = is_term or _is_suspended(analysis, chunk, earlier, here)
    compared = (
        compared
        or _replaces(analysis, chunk)
        or is_term
        or _is_changed(analysis, chunk)
        or _goes_on_with_time(analysis, chunk, earlier, here)
        or completes_change(analysis, quantity, earlier, here)
    )
    governed = is_chunk(analysis, chunk - 1, Kind.VERB)
    holds = governed and analysis.chunks[chunk - 1].word in _HOLDING
    outside = bool(earlier) and not is_enclosed(analysis, chunk)
    tells = is_chunk(analysis, chunk + 1, Kind.VERB)
    for index in range(len(earlier) - 1, -1, -1):
        found = earlier[index]
        if here - found.sentence > 1:
            break
        beside = gapped or ((governed or found.sentence != here) and found.counted.source is Source.OWN)
        acts = governed and found.sentence == here and found.quantity.chunk == chunk - 2
        acts = acts and not _is_governed(analysis, chunk - 2)
        if found.sentence == here and found.counted.head == "other" and chunk - found.quantity.chunk == _PAST_OTHERS:
            # `two others four`
            continue
        if _are_winners(analysis, quantity, found, earlier, here):
            continue
        if acts and analysis.chunks[chunk - 1].form is not VerbForm.FINITE:
            # `three shelters assisted 173`: those who act are not acted on.
            continue
        beside = beside or (found.included and found.sentence == here and _is_left_behind(analysis, found, chunk))
        set_apart = (beside and _is_beside_main(earlier, index)) or (outside and _is_aside(earlier, index))
        set_apart = set_apart or (tells and _is_included(earlier, index)) or _accompanies(earlier, index)
        if found.is_equivalent or set_apart:
            # `17 victims (nine men and eight women), up from seven`;
            # `killed 189 protesters, including 31 children, and wounded 5,800`: the main number goes on.
            continue
        if _is_other_measure(found, here, compared=compared) or _sizes(analysis, found, here, holds=holds):
            continue
        if _is_no_share(analysis, quantity, found) or _is_no_count(quantity, found):
            continue
        if found.counted.head == "capacity" and not compared:
            # `with a capacity of 17,000, held 35,000`: those who are held are no capacity.
            continue
        if _is_of_other_kind(analysis, chunk, found, is_term=is_term):
            continue
        of_chamber = holds and found.counted.head == "seat"
        if found.locative and not of_chamber and not is_parallel_place(analysis, chunk, earlier, here):
            continue
        # `claimed 14 lives and maimed 31`, `left 14 dead and displaced 900`: those are no lives, and not dead.
        unlike = found.counted.head == "life" or (governed and found.counted.head == "dead")
        return NOTHING if unlike else taken(earlier, index, subset=False)
    return NOTHING


def _goes_on_with_time(analysis: Analysis, chunk: int, earlier: Sequence[Earlier], here: int) -> bool:
    """Tell whether a number goes on with the time before it: `up to 18 months, 24 in serious cases`.

    Or stands behind the same word: `after 10 years of residence, a spouse after three`.
    """
    if not earlier or earlier[-1].sentence != here or earlier[-1].quantity.measure is None:
        return False
    last = earlier[-1].quantity.chunk
    if is_chunk(analysis, chunk - 1, Kind.COMMA) and last == chunk - 2:
        return is_chunk(analysis, chunk + 1, Kind.PREPOSITION) and analysis.chunks[chunk + 1].word in _IN_CASE
    before = analysis.chunks[chunk - 1]
    told = before.kind is Kind.PREPOSITION and before.word in _AFTER and is_plain_phrase(analysis, chunk - 2)
    return told and last > 0 and analysis.chunks[last - 1].word == before.word


def _is_governed(analysis: Analysis, index: int) -> bool:
    """Tell whether a phrase is what something is for: `a jail built for 600 prisoners held 1,200`."""
    at = index - 1
    if is_chunk(analysis, at, Kind.PREPOSITION):
        return True
    return is_chunk(analysis, at, Kind.VERB) and analysis.chunks[at].form is VerbForm.INFINITIVE


def _replaces(analysis: Analysis, chunk: int) -> bool:
    """Tell whether a number says what another stands for: `may be held for 96 hours instead of 48`."""
    first = analysis.chunks[chunk].first
    return analysis.sentence.words[max(0, first - 2) : first] in _REPLACING


def _are_winners(analysis: Analysis, quantity: Quantity, found: Earlier, earlier: Sequence[Earlier], here: int) -> bool:
    """Tell whether those who win seats stand before a number of seats: `and three other parties the remaining 21`."""
    chunk, at = quantity.chunk, found.quantity.chunk
    if found.sentence != here or found.unit not in _WINNERS or found.counted.source is not Source.OWN:
        return False
    if not any(other.sentence == here and other.unit == "seat" for other in earlier):
        return False
    won = at == chunk - 2 and is_chunk(analysis, chunk - 1, Kind.VERB) and analysis.chunks[chunk - 1].word in _HOLDING
    return at == chunk - 1 or won


def _counts_anew(analysis: Analysis, chunk: int) -> bool:
    """Tell whether a bare number counts something else than the numbers before it.

    `55 percent of the 6.6 million who voted` are persons, whatever stands before; in `won 38 seats, the coalition 15,
    and two others four` those who win are not what is won; `the cabinet of 20` has members.
    """
    if is_chunk(analysis, chunk + 1, Kind.RELATIVE, "who"):
        # `including four who turned themselves in`
        return not is_chunk(analysis, chunk - 1, Kind.PREPOSITION, "including")
    if _is_of_others(analysis, chunk) and _counts_at(analysis, chunk + _PAST_OTHERS):
        return True
    return is_chunk(analysis, chunk - 1, Kind.PREPOSITION, "of") and _is_body(analysis, chunk - 2)


def _is_of_other_kind(analysis: Analysis, chunk: int, found: Earlier, *, is_term: bool) -> bool:
    """Tell whether a number before is no time where one is told, or a sum or share where something is done.

    For `Two editors were fined 500 francs each; one appealed`.
    """
    if found.quantity.measure is None:
        return is_term
    return (not is_term and _opens_clause(analysis, chunk)) or (_is_of_others(analysis, chunk) and found.unit.isupper())


def _opens_clause(analysis: Analysis, chunk: int) -> bool:
    """Tell whether a number with nothing behind it is the subject of a clause: `; one appealed`, `, and two paid`."""
    opens = chunk == 0 or analysis.chunks[chunk - 1].kind in {Kind.SEMICOLON, Kind.CONJUNCTION, Kind.COMMA}
    after = chunk + 1
    if not opens or not is_chunk(analysis, after, Kind.VERB):
        return False
    form, word = analysis.chunks[after].form, analysis.chunks[after].word
    return form is VerbForm.FINITE or (form is VerbForm.PAST_OR_PARTICIPLE and word not in change_verbs())


def _is_term(analysis: Analysis, chunk: int) -> bool:
    """Tell whether a number says how long a term is, its unit left out: `and 14 officers to terms of five to nine`."""
    of_noun = is_chunk(analysis, chunk - 1, Kind.PREPOSITION, "of") and is_plain_phrase(analysis, chunk - 2)
    return of_noun and singular(analysis.chunks[chunk - 2].word) in {"term", "sentence"}


def is_suspended_part(analysis: Analysis, chunk: int) -> bool:
    """Tell whether a number says how much of a term is suspended: `six years in prison, with two suspended`."""
    after = chunk + 1
    if not is_chunk(analysis, after, Kind.VERB, "suspend") or analysis.chunks[after].passive:
        return False
    joined = is_chunk(analysis, chunk - 1, Kind.COMMA) or is_chunk(analysis, chunk - 1, Kind.PREPOSITION, "with")
    return joined and not is_plain_phrase(analysis, after + 1)


def _is_given(analysis: Analysis, quantity: Quantity, earlier: Sequence[Earlier], here: int) -> bool:
    """Tell whether a bare number is what somebody got, or how long something holds, after a term of the sentence.

    For example `sentenced to eight years; a sixth got nine`, and `barred from office for another five`.
    """
    chunk, at = quantity.chunk, quantity.chunk - 1
    while is_chunk(analysis, at, Kind.ADVERB) or is_plain_phrase(analysis, at):
        at -= 1
    got = is_chunk(analysis, at, Kind.VERB) and analysis.chunks[at].word in _GETTING
    lasts = at == chunk - 1 and is_chunk(analysis, at, Kind.PREPOSITION, "for")
    bare = analysis.chunks[chunk].last == analysis.readings[quantity.reading].figure.last
    measured = [found.quantity.measure for found in earlier if found.sentence == here]
    terms = [measure for measure in measured if measure is not None and measure.unit in _TERMS]
    # Nobody counts two and a half persons: `got six years, and an editor seven and a half`.
    broken = quantity.value is not None and not quantity.value.is_integer() and quantity.measure is None
    # `raised the penalty to 10 years, 15 where the victim is a child`
    joined = is_chunk(analysis, chunk - 1, Kind.COMMA) or is_chunk(analysis, chunk - 1, Kind.CONJUNCTION)
    held = joined and chunk + 1 < len(analysis.chunks)
    again = held and analysis.chunks[chunk + 1].word in {"where", "if", "when"}
    # `gave 12 men two years and five others fines`: those who got something are no time.
    others = _is_of_others(analysis, chunk)
    dealt = _is_dealt(analysis, chunk)
    return bare and (got or lasts or broken or again or dealt) and bool(terms) and not others


def _is_suspended(analysis: Analysis, chunk: int, earlier: Sequence[Earlier], here: int) -> bool:
    """Tell whether a number is how much of the term right before it was suspended: `got five, three suspended`."""
    if not earlier or earlier[-1].sentence != here or earlier[-1].quantity.chunk != chunk - 2:
        return False
    measure = earlier[-1].quantity.measure
    told = is_chunk(analysis, chunk + 1, Kind.VERB) and analysis.chunks[chunk + 1].word == "suspend"
    timed = measure is not None and measure.unit in _TERMS
    return told and timed and is_chunk(analysis, chunk - 1, Kind.COMMA)


def _is_dealt(analysis: Analysis, chunk: int) -> bool:
    """Tell whether a number is what another number of a list got: `sentenced two to 10 years, and one to six`."""
    if not is_chunk(analysis, chunk - 1, Kind.PREPOSITION, "to") or not is_phrase(analysis, chunk - 2):
        return False
    whom, words = analysis.chunks[chunk - 2], analysis.sentence.words
    return whom.number >= 0 and not SENTENCING.isdisjoint(words[: whom.first])


def _is_changed(analysis: Analysis, chunk: int) -> bool:
    """Tell whether a number is what another was changed to: `sentenced to eight years, raised to 15`."""
    # `later cut to six`: behind an adverb a form that is a noun too is the verb.
    verb = is_chunk(analysis, chunk - 2, Kind.VERB) or is_chunk(analysis, chunk - 3, Kind.ADVERB)
    led = is_chunk(analysis, chunk - 1, Kind.PREPOSITION, "to")
    return led and verb and analysis.chunks[chunk - 2].word in change_verbs()


def _is_left_behind(analysis: Analysis, found: Earlier, chunk: int) -> bool:
    """Tell whether the verb of the whole parts a number included in it from the next (`…, were held, and 20 hurt`)."""
    between = analysis.chunks[found.quantity.chunk + 1 : chunk]
    return is_chunk(analysis, chunk + 1, Kind.VERB) or any(one.kind is Kind.VERB for one in between)


def _is_aside(earlier: Sequence[Earlier], index: int) -> bool:
    """Tell whether a number stands in parentheses, and one that counts things before them."""
    return earlier[index].enclosed and any(
        other.sentence == earlier[index].sentence and not other.enclosed and other.counts_things
        for other in earlier[:index]
    )


def _accompanies(earlier: Sequence[Earlier], index: int) -> bool:
    """Tell whether a share is set beside things of its sentence (`won 88 of 120 seats with 61 percent of the vote`)."""
    found = earlier[index]
    return (found.side and found.unit == "percent") and any(
        other.counts_things and other.sentence == found.sentence and other.unit == "seat" for other in earlier[:index]
    )


def _is_included(earlier: Sequence[Earlier], index: int) -> bool:
    """Tell whether a number is among others told before (`43 died, among them 10 soldiers, and 870 were hurt`)."""
    found = earlier[index]
    return found.included and any(
        not other.included and other.counts_things and other.sentence == found.sentence for other in earlier[:index]
    )


def _is_beside_main(earlier: Sequence[Earlier], index: int) -> bool:
    """Tell whether an earlier number is set beside another of its sentence."""
    found = earlier[index]
    return found.side and any(not other.side and other.sentence == found.sentence for other in earlier[:index])


def _is_room(analysis: Analysis, chunk: int) -> bool:
    """Tell whether a number says for how many something is built: `built for 17,719`."""
    leads = is_chunk(analysis, chunk - 1, Kind.PREPOSITION, "for") and is_chunk(analysis, chunk - 2, Kind.VERB)
    return leads and analysis.chunks[chunk - 2].word in _BUILDING


def _is_body(analysis: Analysis, index: int) -> bool:
    return is_plain_phrase(analysis, index) and analysis.chunks[index].word in _UNELECTED


def _sizes(analysis: Analysis, found: Earlier, here: int, *, holds: bool) -> bool:
    """Tell whether an earlier number of the sentence only sizes a noun (`in the 85-seat chamber, up from 9`).

    What parties hold are the seats of a chamber (`in the 81-seat chamber the Front holds 50`).
    """
    if holds and found.counted.head == "seat":
        return False
    return (
        found.sentence == here and found.quantity.measure is None and analysis.chunks[found.quantity.chunk].hyphenated
    )


def _is_other_measure(found: Earlier, here: int, *, compared: bool) -> bool:
    """Tell whether an earlier number measures what a later one does not: a time, or a thing of another sentence."""
    measure = found.quantity.measure
    return measure is not None and (found.sentence != here or (measure.unit in _DURATIONS and not compared))


def _is_no_share(analysis: Analysis, quantity: Quantity, found: Earlier) -> bool:
    """Tell whether a number after a percentage is none: over 100, of others, or alone in parentheses."""
    if found.unit != "percent":
        return False
    index = quantity.chunk
    if _is_of_others(analysis, index) or _completes_no_share(analysis, quantity, found):
        # `and five others split the balance`
        return True
    aside = is_chunk(analysis, index - 1, Kind.OPEN) and is_chunk(analysis, index + 1, Kind.CLOSE)
    return aside or (quantity.value or quantity.low or 0) > _ALL


def _is_of_others(analysis: Analysis, index: int) -> bool:
    """Tell whether `others` goes with a number, in its phrase or behind it."""
    return any(at < len(analysis.chunks) and analysis.chunks[at].word == "others" for at in (index, index + 1))


def _counts_at(analysis: Analysis, index: int) -> bool:
    """Tell whether a number that measures nothing stands at an index."""
    number = analysis.chunks[index].number if index < len(analysis.chunks) else -1
    other = analysis.quantities[number] if number >= 0 else None
    return other is not None and other.measure is None


def _completes_no_share(analysis: Analysis, quantity: Quantity, found: Earlier) -> bool:
    """Tell whether `the other six` is no share, since it does not make up the whole with the percentage before."""
    figure, share = analysis.readings[quantity.reading].figure, found.quantity.value
    opening = analysis.sentence.words[analysis.chunks[quantity.chunk].first : figure.first]
    if _REST.isdisjoint(opening) or quantity.value is None or share is None:
        return False
    exact = quantity.value.is_integer() and not share.is_integer()
    return exact and abs(quantity.value + share - _ALL) > 1


def _is_no_count(quantity: Quantity, found: Earlier) -> bool:
    """Tell whether a number cannot count the things that one before does: `three contenders …, one with 14.9`.

    Nor a majority or threshold: `six short of a two-thirds majority, the Front 60`.
    """
    if found.counted.head in _MEASURES_TO_REACH:
        return True
    value = quantity.value
    counts = found.quantity.measure is None and float(found.quantity.value or 0).is_integer()
    return counts and value is not None and not value.is_integer() and quantity.measure is None


def completes_change(analysis: Analysis, quantity: Quantity, earlier: Sequence[Earlier], here: int) -> bool:
    """Tell whether a number closes `from 33 seats to 42`, the noun of the first serving both."""
    if not is_chunk(analysis, quantity.chunk - 1, Kind.PREPOSITION, "to"):
        return False
    if not earlier or earlier[-1].sentence != here or earlier[-1].counted.source is not Source.OWN:
        return False
    first = earlier[-1].quantity.chunk
    return is_chunk(analysis, first - 1, Kind.PREPOSITION, "from") and quantity.chunk - first <= _CHANGE
