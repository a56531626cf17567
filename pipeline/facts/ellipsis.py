"""Numbers whose predicate the text leaves out, and the number before them whose predicate they share."""

from collections.abc import Mapping, Sequence
from functools import cache

from pipeline.facts.drafts import Draft, coded_match
from pipeline.facts.parallel_measures import latest_first, of_limit, parallel_measure
from pipeline.facts.relation import Part, Relation
from pipeline.facts.shared_verbs import lemmas_of, places_persons
from pipeline.facts.steps import CONNECTIVES, quantity_at
from pipeline.language.chunks import Kind, VerbForm
from pipeline.language.lexicon import words_of
from pipeline.numerals.counted import Source
from pipeline.numerals.parallel_lists import numbers_listed_with
from pipeline.numerals.phrases import is_plain_phrase, kind_at

# Of what else than persons a verb behind a bare number may tell something new: `listed 75 groups; nine were removed`.
_TOLD_OF = frozenset({"person", "organization", "outlet", "website", "account", "station", "newspaper"})
_TIME_UNITS = frozenset({"day", "week", "month", "year", "hour", "minute", "decade", "time"})
# What stands before a preposition that compares: `compared with 12`, `up from 12`, `, against 12`, `as opposed to 12`.
_SET_OFF = frozenset({",", "(", "–", "—", "as"})
_BEFORE_COMPARING: Mapping[str, frozenset[str]] = {
    "with": frozenset({"compared"}),
    "to": frozenset({"compared", "opposed"}),
    "from": frozenset({"up", "down", "increase", "decrease", "rise", "drop", "decline", "fall", "reduction"}),
    "versus": _SET_OFF,
    "against": _SET_OFF,
    "than": _SET_OFF,
}
_MORE_OR_LESS = frozenset({"more", "fewer", "less", "higher", "lower"})
# Between two numbers of a list of peoples.
_BETWEEN_FELLOWS = frozenset({Kind.COMMA, Kind.CONJUNCTION, Kind.PREPOSITION, Kind.NOUN_PHRASE, Kind.ADVERB})
# Between two numbers that one is compared with: the time of the first, and what joins them.
_BETWEEN_COMPARED = frozenset({Kind.COMMA, Kind.CONJUNCTION, Kind.PREPOSITION, Kind.DATE, Kind.ADVERB})
# Who are counted as what they are, wherever they live.
_DWELLERS = frozenset({
    "migration.refugees", "migration.asylum_seekers", "migration.displaced_persons", "migration.stateless_persons",
    "migration.migrant_workers",
})  # fmt: skip
# Words before a number among which `there` tells it again: `in 2016 there were 4,120`.
_THERE_REACH = 4


@cache
def _dwelling() -> frozenset[str]:
    return frozenset(words_of("relations", "dwelling"))


@cache
def _stating_verbs() -> frozenset[str]:
    return frozenset(words_of("relations", "stating_again"))


@cache
def _stating_nouns() -> frozenset[str]:
    return frozenset(words_of("counting", "quantity_nouns"))


@cache
def _apportioning() -> frozenset[str]:
    return frozenset(words_of("relations", "apportioning"))


def is_compared(draft: Draft) -> bool:
    """Tell whether the number stands after `compared with`, `up from`, `against`, `than in`."""
    chunks, at = draft.analysis.chunks, draft.chunk - 1
    while at >= 0 and chunks[at].kind in {Kind.ADVERB, Kind.DATE}:
        at -= 1
    if at > 0 and chunks[at].form is VerbForm.GERUND and chunks[at].kind is Kind.VERB:
        # `This compared with convicting 12 persons in 2018.`
        at -= 1
    if at < 0 or chunks[at].kind is not Kind.PREPOSITION:
        return False
    word, first = chunks[at].word, chunks[at].first
    before = draft.analysis.sentence.words[first - 1] if first else ""
    if word == "than" and before in _MORE_OR_LESS:
        # `fewer than the 12 of 2018`; without `the`, no number of another time but a bound.
        return draft.analysis.sentence.words[chunks[draft.chunk].first] == "the"
    if word == "from" and _is_margin(draft, at - 1):
        return True
    if word == "from" and before == ",":
        # `fell to 63 seats, from 77 in 2014`, not `, from 12 villages` nor `, from 12 to 60 of them`
        bare = draft.counted.source is Source.ANTECEDENT and draft.figure.last == chunks[draft.chunk].last
        return bare and draft.analysis.sentence.words[draft.figure.last + 1 : draft.figure.last + 2] != ("to",)
    return before in _BEFORE_COMPARING.get(word, ()) or (word == "against" and draft.match is None)


def _is_margin(draft: Draft, index: int) -> bool:
    """Tell whether a share says by how much more or less a number is than another: `up by a third from 990`."""
    chunk, words = draft.analysis.chunks[index], draft.analysis.sentence.words
    quantity = quantity_at(draft.analysis, index) if chunk.kind is Kind.NOUN_PHRASE else None
    if quantity is None or quantity.measure is None or quantity.measure.unit != "fraction":
        return False
    return not {"up", "down"}.isdisjoint(words[max(0, chunk.first - 2) : chunk.first])


def goes_on_comparing(draft: Draft, earlier: Sequence[Draft]) -> bool:
    """Tell whether a bare number goes on with a comparison: `compared with 55 in 2016 and 27 in 2015`."""
    if not earlier or earlier[-1].sentence != draft.sentence or not earlier[-1].comparison:
        return False
    here = draft.analysis
    between = {chunk.kind for chunk in here.chunks[earlier[-1].chunk + 1 : draft.chunk]}
    bare = here.chunks[draft.chunk].last == draft.figure.last and draft.counted.source is Source.ANTECEDENT
    return bare and between <= _BETWEEN_COMPARED and not between.isdisjoint(CONNECTIVES)


def stands_out_of(draft: Draft) -> bool:
    """Tell whether a number is the whole of which another is some: `12 out of 40 applicants`."""
    first = draft.analysis.chunks[draft.chunk].first
    return draft.analysis.sentence.words[max(0, first - 2) : first] == ("out", "of")


def does_likewise(draft: Draft, earlier: Sequence[Draft]) -> int:
    """Return the draft whose verb `did so` or `as did` stands for in the clause of a number; -1 where neither does."""
    verbs = [relation.chunk for relation in draft.relations if relation.lemma == "do" and not relation.postmodifier]
    if not any(_stands_for_verb(draft, verb) for verb in verbs):
        return -1
    for index, found in latest_first(earlier):
        if draft.sentence != found.sentence:
            return -1
        if found.is_coded and found.unit == draft.unit and found.equivalent_of < 0:
            return index
    return -1


def _stands_for_verb(draft: Draft, verb: int) -> bool:
    chunk, words = draft.analysis.chunks[verb], draft.analysis.sentence.words
    if chunk.negated:
        return False
    return "so" in words[chunk.last + 1 : chunk.last + 2] or "as" in words[max(0, chunk.first - 1) : chunk.first]


def sharing_predicate(draft: Draft, earlier: Sequence[Draft]) -> int:
    """Return the draft whose predicate a number shares; -1 where there is none.

    It does in a comparison, in a list that leaves verb and noun out, and where a verb only states it again.
    """
    counted = draft.counted
    if draft.unit == "fraction" or _points_back(draft) or _is_divided_by(draft, earlier):
        return -1
    if draft.comparison:
        return _compared_with(draft, earlier)
    if counted.source is Source.ANTECEDENT and counted.antecedent >= 0 and not counted.subset:
        return _of_antecedent(draft, earlier, counted.antecedent)
    if draft.unit == "seat" and counted.source is Source.OWN:
        return len(earlier) - 1 if _lists_seats(draft, earlier) else -1
    if draft.quantity.measure is None and counted.source is Source.OWN:
        return _of_fellow_people(draft, earlier)
    if draft.quantity.measure is None and counted.text is None and _follows_bare(draft, earlier):
        return len(earlier) - 1
    if draft.quantity.measure is None:
        return _latest_fact(draft, earlier) if counted.text is None and _is_stated_again(draft) else -1
    if counted.text is None and draft.unit not in _TIME_UNITS:
        limit = of_limit(draft, earlier)
        return limit if limit >= 0 else parallel_measure(draft, earlier)
    return -1


def _is_divided_by(draft: Draft, earlier: Sequence[Draft]) -> bool:
    """Tell whether a bare number of persons is only what the one before is some of: `one of the five was charged`."""
    if not earlier or earlier[-1].sentence != draft.sentence or draft.unit != "person":
        return False
    bare = draft.analysis.chunks[draft.chunk].last == draft.figure.last
    return bare and earlier[-1].counted.source is Source.PARTITIVE and earlier[-1].counted.chunk == draft.chunk


def _points_back(draft: Draft) -> bool:
    """Tell whether a bare number after `all` only points back: `registered cases against all five`."""
    here, figure = draft.analysis, draft.figure
    bare = here.chunks[draft.chunk].last == figure.last and draft.quantity.measure is None
    return bare and here.sentence.words[max(0, figure.first - 1) : figure.first] == ("all",)


def _lists_seats(draft: Draft, earlier: Sequence[Draft]) -> bool:
    """Tell whether a verb left out is that of the seats before: `the Front won 61 seats; the CPU, 18 seats`."""
    here, at = draft.analysis, draft.chunk
    named = kind_at(here, at - 1) is Kind.COMMA and is_plain_phrase(here, at - 2)
    if not named or not earlier or not _is_comparable(earlier[-1], draft) or earlier[-1].sentence != draft.sentence:
        return False
    between = here.chunks[earlier[-1].chunk + 1 : at]
    return any(chunk.kind is Kind.SEMICOLON for chunk in between) and all(
        chunk.kind is not Kind.VERB for chunk in between
    )


def _of_fellow_people(draft: Draft, earlier: Sequence[Draft]) -> int:
    """Return the number before whose noun also tells what the people of this one are; -1 where none does.

    `7,400 Colombian refugees and 1,100 Peruvians` are all refugees.
    """
    if not earlier or earlier[-1].sentence != draft.sentence or draft.unit != "person" or not draft.counted.capital:
        return -1
    found = earlier[-1]
    by_noun = found.heir_of >= 0 or (found.match is not None and found.match.relation is None)
    between = draft.analysis.chunks[found.chunk + 1 : draft.chunk]
    listed = bool(between) and between[-1].kind in {Kind.COMMA, Kind.CONJUNCTION}
    plain = all(chunk.kind in _BETWEEN_FELLOWS for chunk in between)
    return len(earlier) - 1 if found.is_coded and by_noun and found.unit == "person" and listed and plain else -1


def _compared_with(draft: Draft, earlier: Sequence[Draft]) -> int:
    """Return the latest number of the sentence with the unit of this one, or any where none has it."""
    parallel = draft.counted.antecedent if draft.counted.source is Source.ANTECEDENT else -1
    if parallel >= 0 and earlier[parallel].counted.source is Source.OWN and _is_listed(draft):
        return parallel if _is_comparable(earlier[parallel], draft) else -1
    shared = any(found.sentence == draft.sentence and _is_comparable(found, draft) for found in earlier)
    for index, found in latest_first(earlier):
        if draft.sentence != found.sentence:
            return -1
        if found.equivalent_of >= 0 or _is_setting(found):
            continue
        if found.unit == draft.unit or (draft.counted.source is not Source.OWN and not shared):
            # `killed 40 and injured 90, against 12 and 35`: the first goes with the first.
            pair = index - 1 if _opens_pair(draft) and index > 0 else index
            return pair if earlier[pair].sentence == draft.sentence and earlier[pair].is_coded else index
    return -1


def _is_listed(draft: Draft) -> bool:
    return len(numbers_listed_with(draft.analysis, draft.chunk)) > 1


def _is_comparable(found: Draft, draft: Draft) -> bool:
    return found.unit == draft.unit and found.is_coded and found.equivalent_of < 0 and not _is_setting(found)


def _opens_pair(draft: Draft) -> bool:
    """Tell whether a bare number is followed by `and` and another: `against 12 and 35`."""
    here, at = draft.analysis, draft.chunk
    bare = here.chunks[at].last == draft.figure.last
    joined = at + 2 < len(here.chunks) and here.chunks[at + 1].kind is Kind.CONJUNCTION
    return bare and joined and here.chunks[at + 2].number >= 0 and here.chunks[at + 2].first == here.chunks[at + 2].last


def _is_whole_of(draft: Draft, before: Draft) -> bool:
    """Tell whether a number is the whole of the one right before it: `38 of 72 seats`."""
    return _is_setting(draft) and before.sentence == draft.sentence and before.counted.chunk == draft.chunk


def _is_setting(draft: Draft) -> bool:
    """Tell whether a number only sizes what another is in: `17 of the 85 seats`, `17 seats in the 85-seat chamber`."""
    if draft.analysis.chunks[draft.chunk].hyphenated and draft.quantity.measure is None:
        return True
    relation = draft.match.relation if draft.match is not None else None
    return relation is not None and relation.lemma == "whole" and relation.chunk > 0


def _of_antecedent(draft: Draft, earlier: Sequence[Draft], index: int) -> int:
    if index >= len(earlier):
        return -1
    if _dwells(draft, earlier, index):
        return index
    if _tells_otherwise(draft, earlier[index]):
        return -1
    if earlier[index].sentence == draft.sentence and _is_parallel(draft, earlier[index]):
        # `won 38 of 72 seats, to 32 for the opposition`: those are parallel that were won.
        return index - 1 if index and _is_whole_of(earlier[index], earlier[index - 1]) else index
    return _latest_fact(draft, earlier) if _is_stated_again(draft) else -1


def _dwells(draft: Draft, earlier: Sequence[Draft], index: int) -> bool:
    """Tell whether a number says where some of those live who were counted: `90 refugees. Some 60 lived in camps`."""
    found = coded_match(earlier, index)
    if found is None or found.indicator.indicator_id not in _DWELLERS or draft.unit != "person":
        return False
    return any(
        relation.part in {Part.ACTOR, Part.EITHER}
        and relation.chunk == draft.chunk + 1
        and relation.lemma in _dwelling()
        for relation in draft.relations
    )


def _tells_otherwise(draft: Draft, other: Draft) -> bool:
    """Tell whether persons have a verb of their own that no indicator knows: `three died and 10 escaped`."""
    if draft.unit not in _TOLD_OF:
        return False
    # `held 40 men, and 12 never returned`: a verb behind this number is none that was told before it.
    before = (relation for relation in other.relations if relation.chunk < draft.chunk)
    shared = lemmas_of(before) | _stating_verbs() | {"be", "have"}
    return any(
        relation.part is not Part.NOUN
        and relation.chunk > draft.chunk
        and not relation.postmodifier
        and (relation.lemma not in shared or places_persons(draft, relation))
        for relation in draft.relations
    )


def _follows_bare(draft: Draft, earlier: Sequence[Draft]) -> bool:
    """Read `Ten were shot dead in Sacaba and another 10 in Senkata`: verb and noun are left out, the noun of both."""
    if not earlier or earlier[-1].sentence != draft.sentence or earlier[-1].unit != draft.unit:
        return False
    between = draft.analysis.chunks[earlier[-1].chunk + 1 : draft.chunk]
    joined = bool(between) and between[-1].kind in CONNECTIVES
    verbs = [chunk for chunk in between if chunk.kind in {Kind.VERB, Kind.SEMICOLON}]
    own = {relation.chunk for relation in earlier[-1].relations}
    governs_first = all(draft.analysis.chunk_at[verb.head] in own for verb in verbs)
    return earlier[-1].counted.text is None and earlier[-1].is_coded and joined and governs_first


def _is_parallel(draft: Draft, other: Draft) -> bool:
    """Tell whether no predicate of its own governs a number whose noun is left out, or one that states it again."""
    between = draft.analysis.chunks[other.chunk + 1 : draft.chunk]
    # Seats that a result leaves to others are seats won; of persons a verb of their own tells something else.
    governed = draft.unit == "person" and any(
        relation.part is Part.AFFECTED and other.chunk < relation.chunk < draft.chunk for relation in draft.relations
    )
    governed = governed or (
        # `revoked the licenses of 14 charities, leaving 230`
        draft.unit != "seat" and any(_is_left(relation, draft) for relation in draft.relations)
    )
    governed = governed or any(
        # `as many as 400,000 more had no status`
        relation.part is Part.ACTOR and relation.chunk > draft.chunk and not relation.postmodifier
        for relation in draft.relations
        if draft.unit in {"person", "party", "organization"}
    )
    if not governed and not any(chunk.kind is Kind.VERB and chunk.form is not VerbForm.GERUND for chunk in between):
        return True
    shared = lemmas_of(
        relation
        for relation in other.relations
        if relation.part in {Part.ACTOR, Part.EITHER}
        or (
            not relation.postmodifier
            and (relation.chunk < other.chunk or other.analysis.chunks[relation.chunk].passive)
        )
    )
    own = {
        relation.lemma for relation in draft.relations if relation.part is not Part.NOUN and not relation.postmodifier
    }
    told = other.match.relation if other.match is not None else None
    # `detained or attacked 14 and attacked 28 more`: of the verbs of the first the second repeats one.
    repeats_another = governed and told is not None and told.lemma in shared and not own & {told.lemma, "be"}
    return (own <= shared and not repeats_another) or _is_stated_again(draft)


def _is_left(relation: Relation, draft: Draft) -> bool:
    """Tell whether a number is what a verb leaves behind."""
    return relation.lemma == "leave" and relation.part is Part.AFFECTED and relation.chunk == draft.chunk - 1


def _is_stated_again(draft: Draft) -> bool:
    """Tell whether a verb that states or counts governs the number (`the ministry acknowledged only 382`)."""
    if _is_counted_by_there(draft):
        return True
    told = _stating_nouns() | _apportioning()
    if any(relation.part is Part.NOUN and relation.lemma in told for relation in draft.relations):
        return True
    return _is_stated_by_verb(draft)


def apportions(draft: Draft, heir: Draft) -> bool:
    """Tell whether a number says whose work some of those of its sentence was: `the police were responsible for 14`."""
    told = any(relation.part is Part.NOUN and relation.lemma in _apportioning() for relation in draft.relations)
    return told and heir.sentence == draft.sentence and (draft.quantity.value or 0) <= (heir.quantity.value or 0)


def states_anew(draft: Draft, heir: Draft) -> bool:
    """Tell whether a new clause counts the whole matter once more, no part of it (`…; in 2008 there were 18`)."""
    between = draft.analysis.chunks[heir.chunk + 1 : draft.chunk]
    opens = any(chunk.kind in {Kind.SEMICOLON, Kind.SUBORDINATOR} for chunk in between)
    return opens and heir.sentence == draft.sentence and (_is_counted_by_there(draft) or _is_stated_by_verb(draft))


def _is_counted_by_there(draft: Draft) -> bool:
    first = draft.analysis.chunks[draft.chunk].first
    return "there" in draft.analysis.sentence.words[max(0, first - _THERE_REACH) : first]


def _is_stated_by_verb(draft: Draft) -> bool:
    # The nearest verb tells: a system designed for 8,200 that a ministry reports states no number again.
    nearest = next((relation for relation in draft.relations if relation.part is not Part.NOUN), None)
    if nearest is not None and nearest.lemma == "give" and nearest.part is Part.OBLIQUE and nearest.preposition == "to":
        # `gave appointments to 300`
        return False
    return nearest is not None and nearest.lemma in _stating_verbs() and not _goes_on_with(draft, nearest.chunk)


def _goes_on_with(draft: Draft, verb: int) -> bool:
    """Tell whether a verb goes on with the subject of the one before (`deported 200 and registered 190`)."""
    return 0 < verb < draft.chunk and draft.analysis.chunks[verb - 1].kind is Kind.CONJUNCTION


def _latest_fact(draft: Draft, earlier: Sequence[Draft]) -> int:
    """Return the latest coded count, of this sentence or the one before, that this one may restate; -1 for none."""
    for index, found in latest_first(earlier):
        if draft.sentence - found.sentence > 1:
            return -1
        is_count = found.quantity.measure is None and found.unit in {draft.unit, "person"}
        if found.is_coded and is_count and found.whole < 0:
            return index
    return -1
