"""What a number counts: the noun beside it, or, where the text leaves the noun out, the one that it stands for."""

from collections.abc import Sequence

from pipeline.language.chunks import Kind
from pipeline.language.nouns import noun_class, person_participles, singular
from pipeline.numerals.antecedents import antecedent_of, completes_change
from pipeline.numerals.breakdowns import broken_down
from pipeline.numerals.counted import NOTHING, Counted, Earlier, Source, counting_words
from pipeline.numerals.enclosed_kinds import kind_enclosed
from pipeline.numerals.equations import equated, equated_again, number_announced, number_of, of_collective
from pipeline.numerals.later_results import noun_of_later_result
from pipeline.numerals.latest_antecedents import taken
from pipeline.numerals.listed_modifiers import noun_of_list
from pipeline.numerals.measures import Measure
from pipeline.numerals.own_nouns import (
    hyphenated_noun,
    noun_of_listed,
    noun_of_sized,
    own_noun,
    shared_noun,
    shared_time,
)
from pipeline.numerals.partitives import parted
from pipeline.numerals.phrases import is_chunk, is_phrase, is_plain_phrase, noun_of
from pipeline.numerals.quantities import Analysis, Quantity
from pipeline.numerals.relative_wholes import persons_attacked
from pipeline.numerals.words import Form

# Nouns that stand for so many persons.
_OF_PERSONS = frozenset({"population", "capacity", "occupancy", "attendance", "turnout", "participation"})
# `the number of persons convicted rose from 12 persons to 14 persons`: the subject says who they are.
_ANYBODY = frozenset({"person", "people", "individual"})
_TIMES = frozenset({"hour", "day", "week", "month", "year"})
_BOUNDS = frozenset({"maximum", "minimum"})
_ISO_4217 = 3
"""Letters of the code of a currency."""


def counted_by(analysis: Analysis, quantity: Quantity, text: str, earlier: Sequence[Earlier], here: int) -> Counted:
    """Return what a quantity counts, the first that is found beside it, after `of`, in its clause or before.

    `earlier` are the quantities of the paragraph before it, `here` is the index of its sentence.
    """
    if quantity.measure is not None and quantity.measure.unit != "fraction":
        return _measured(analysis, quantity.measure, quantity.chunk, text)
    if analysis.chunks[quantity.chunk].hyphenated:
        return hyphenated_noun(analysis, quantity)
    return (
        _part_of_time(analysis, quantity, earlier, here)
        or shared_noun(analysis, quantity, text)
        or shared_time(analysis, quantity)
        or noun_of_listed(analysis, quantity, text)
        or noun_of_list(analysis, quantity, text)
        or kind_enclosed(analysis, quantity, earlier, here)
        or _after_fraction(analysis, quantity, text)
        or noun_of_sized(analysis, quantity, text)
        or _beside(analysis, quantity, text, earlier, here)
        or of_collective(analysis, quantity, text)
        or _elsewhere(analysis, quantity, text, earlier, here)
    )


def _part_of_time(analysis: Analysis, quantity: Quantity, earlier: Sequence[Earlier], here: int) -> Counted | None:
    """Read `14 weeks of leave, six of which …`, `lived there for 10 years, five of them without a break`."""
    at = quantity.chunk
    if not earlier or earlier[-1].unit not in _TIMES or not is_chunk(analysis, at + 1, Kind.PREPOSITION, "of"):
        return None
    parts = at + 2 < len(analysis.chunks) and analysis.chunks[at + 2].word in {"which", "them"}
    of_persons = any(one.sentence == here and one.unit == "person" for one in earlier)
    if not parts or of_persons or earlier[-1].sentence != here or not is_chunk(analysis, at - 1, Kind.COMMA):
        return None
    return taken(earlier, len(earlier) - 1, subset=True)


def _measured(analysis: Analysis, measure: Measure, chunk: int, text: str) -> Counted:
    """Return the unit's word for times and distances, the noun after `percent of`, nothing for money."""
    if measure.word is not None:
        return Counted(measure.word, measure.unit, None, Source.OWN, chunk)
    parts = measure.unit == "percent" and is_chunk(analysis, chunk + 1, Kind.PREPOSITION, "of")
    if parts and is_phrase(analysis, chunk + 2):
        numbered = number_of(analysis, chunk + 2, text)
        return numbered or noun_of(analysis, chunk + 2, text, Source.PARTITIVE)
    return NOTHING


def _after_fraction(analysis: Analysis, quantity: Quantity, text: str) -> Counted | None:
    """Read `one-half the country’s regions`: a fraction before a determiner."""
    if quantity.measure is None or not is_plain_phrase(analysis, quantity.chunk + 1):
        return None
    return noun_of(analysis, quantity.chunk + 1, text, Source.PARTITIVE)


def _beside(analysis: Analysis, quantity: Quantity, text: str, earlier: Sequence[Earlier], here: int) -> Counted | None:
    """Return the noun of the number's own phrase, or what it parts; `dozens` parts first (`hundreds of prisoners`)."""
    own = own_noun(analysis, quantity, text)
    if own is not None and own.head in _ANYBODY and (named := equated_again(analysis, quantity, text)) is not None:
        return named
    if own is not None and analysis.readings[quantity.reading].figure.form is not Form.VAGUE:
        return own
    return parted(analysis, quantity, text, earlier, here) or own


def _elsewhere(analysis: Analysis, quantity: Quantity, text: str, earlier: Sequence[Earlier], here: int) -> Counted:
    """Return the noun that the clause equates with a number that has none, else that of the number before."""
    if completes_change(analysis, quantity, earlier, here):
        return antecedent_of(analysis, quantity, earlier, here)
    found = (
        noun_of_later_result(analysis, quantity, text, earlier, here)
        or broken_down(analysis, quantity, text, earlier, here)
        or _of_state(analysis, quantity, earlier, here)
        or equated(analysis, quantity, text)
        or antecedent_of(analysis, quantity, earlier, here)
    )
    if found.head in counting_words().threshold_nouns and earlier and earlier[-1].counts_things:
        return taken(earlier, len(earlier) - 1)
    if found.head in _BOUNDS and earlier and _is_term(earlier[-1], here):
        # `carries up to five years; for repeat offenders the maximum rises to 10`
        return taken(earlier, len(earlier) - 1)
    if found is NOTHING or (found.source is Source.ANTECEDENT and earlier[found.antecedent].sentence < here):
        told = persons_attacked(analysis, quantity.chunk, text) or number_announced(analysis, quantity.chunk, text)
        if told is not None:
            return told
    if found is NOTHING and (lacked := _of_none(analysis, quantity.chunk, text)) is not None:
        return lacked
    if found is NOTHING and (shared := _of_next_verb(analysis, quantity.chunk, text)) is not None:
        return shared
    beside = _is_beside_person(analysis, quantity.chunk)
    if found is NOTHING or found.kind == "person_event" or (beside and found.kind != "person"):
        # `the blogger and 24 others`: the pronoun stands in the phrase of the number, or is a phrase of its own.
        for at in (quantity.chunk, quantity.chunk + 1):
            if at < len(analysis.chunks) and analysis.chunks[at].word == "others":
                # `Three parties won 21 seats, and six others two each.`
                parties = not beside and any(one.sentence == here and one.unit == "party" for one in earlier)
                kind = "party" if parties else "person"
                return Counted(analysis.sentence.surfaces[analysis.chunks[at].head], "other", kind, Source.OWN, at)
    return found


def _of_none(analysis: Analysis, index: int, text: str) -> Counted | None:
    """Read `won no seats, having held six`: the noun of which there were none says what the number counts."""
    if "no" not in analysis.sentence.words:
        return None
    for at in range(index - 1, -1, -1):
        chunk = analysis.chunks[at]
        none = chunk.last == chunk.first + 1 and analysis.sentence.words[chunk.first] == "no"
        if none and is_plain_phrase(analysis, at) and singular(chunk.word) != chunk.word:
            named = noun_of(analysis, at, text, Source.SUBJECT)
            surface = analysis.sentence.surfaces[chunk.head]
            return Counted(surface, named.head, named.kind, Source.SUBJECT, at)
    return None


def _of_next_verb(analysis: Analysis, index: int, text: str) -> Counted | None:
    """Read `killed two and injured 30 herders`: the object of the next verb says who the first number counts."""
    joined = is_chunk(analysis, index - 1, Kind.VERB) and is_chunk(analysis, index + 1, Kind.CONJUNCTION, "and")
    if not joined or not is_chunk(analysis, index + 2, Kind.VERB) or not is_phrase(analysis, index + 3):
        return None
    shared = analysis.chunks[index + 3]
    if shared.number < 0 or noun_class(singular(shared.word)) != "person":
        return None
    return noun_of(analysis, index + 3, text, Source.OWN)


def _is_term(found: Earlier, here: int) -> bool:
    """Tell whether a number of the sentence is a length of time, with its unit."""
    measure = found.quantity.measure
    return found.sentence == here and found.unit in _TIMES and measure is not None and measure.word is not None


def _is_beside_person(analysis: Analysis, index: int) -> bool:
    """Tell whether `and` joins a number to one person: `arrested the blogger and 24 others`."""
    if not is_chunk(analysis, index - 1, Kind.CONJUNCTION) or not is_plain_phrase(analysis, index - 2):
        return False
    word = analysis.chunks[index - 2].word
    return noun_class(word) == "person" and singular(word) == word


def _of_state(analysis: Analysis, quantity: Quantity, earlier: Sequence[Earlier], here: int) -> Counted | None:
    """Read `left 23 dead and 100 wounded`: where the number before counts a state, so does the word behind this one."""
    after = quantity.chunk + 1
    told = is_chunk(analysis, after, Kind.VERB) and analysis.chunks[after].first == analysis.chunks[after].last
    if not told or not _counts_dead_before(earlier, here):
        return None
    surface = analysis.sentence.surfaces[analysis.chunks[after].head]
    return Counted(surface, surface, "person", Source.OWN, after) if surface in person_participles() else None


def _counts_dead_before(earlier: Sequence[Earlier], here: int) -> bool:
    """Tell whether the number before counts the dead, over those included in it: `23 dead, among them two nuns`."""
    for found in reversed(earlier):
        if found.sentence != here:
            return False
        if found.quantity.measure is None and not (found.included or found.side):
            return found.counted.head == "dead"
    return False


def unit_of(quantity: Quantity, counted: Counted, earlier: Sequence[Earlier]) -> str:
    """Return the unit of a quantity: its measure, the class of the noun that it counts, else the noun (CODING.md 2)."""
    if quantity.measure is not None:
        return quantity.measure.unit
    # What is counted in wages is no money: `from 10 to 100 minimum wages`.
    is_money = counted.head in counting_words().money_nouns and counted.source is not Source.OWN
    if is_money and (currency := _currency_before(earlier)) is not None:
        return currency
    if counted.source is Source.ANTECEDENT and earlier[counted.antecedent].unit != "fraction":
        # A number after `half of the prisoners` counts prisoners, not halves.
        return earlier[counted.antecedent].unit
    if counted.kind is not None:
        return "person" if counted.kind == "person_event" else counted.kind
    if counted.head is None:
        # `Of the 33,000 who crossed, 12,900 were children, 400 orphans`
        here = (one for one in reversed(earlier) if one.sentence == earlier[-1].sentence)
        of_number = next((one.unit for one in here if one.quantity.chunk == counted.chunk), "item")
        return "person" if counted.source is Source.NONE else of_number
    return "person" if counted.capital or counted.head in _OF_PERSONS else counted.head


def _currency_before(earlier: Sequence[Earlier]) -> str | None:
    """Return the currency in which the amount before was stated, for `lowered the fine to 58 million`."""
    for found in reversed(earlier):
        stated = found.quantity.measure is not None and not found.is_equivalent
        if stated and len(found.unit) == _ISO_4217 and found.unit.isupper():
            return found.unit
    return None
