"""The indicator of persons whom a number without a noun of persons counts, by what befell them."""

from collections.abc import Sequence
from dataclasses import replace

from pipeline.facts.candidate import Candidate
from pipeline.facts.matching import Match, match
from pipeline.facts.relation import Part
from pipeline.language.lexicon import word_set
from pipeline.numerals.counted import NOTHING, Counted, Earlier, Source, counting_words
from pipeline.numerals.latest_antecedents import taken

_REMAINS = frozenset({"body", "corpse", "remain", "remains", "skeleton", "grave"})


def match_of_persons(candidate: Candidate) -> Match | None:
    """Return what persons a number without noun counts where its predicate befalls only persons; null for none.

    For `attacks on monitors; 49 were killed`, where the noun of the number before is none of persons, and `of these
    cases, 12 were still missing`.
    """
    counted, quantity = candidate.counted, candidate.quantity
    measures = quantity is not None and quantity.measure is not None
    if names_persons_too(counted):
        found = match(replace(candidate, counted=replace(counted, kind="person"), unit="person"))
        return found if found is not None and is_violence(found) else None
    parts_cases = counted.source is Source.PARTITIVE and counted.chunk < candidate.index and counted.kind == "case"
    if counted.head in _REMAINS:
        # `2,404 bodies were identified, and 1,437 were returned`
        return None
    if not (counted.source is Source.ANTECEDENT or parts_cases) or candidate.unit == "person" or measures:
        return None
    if "others" in candidate.words[candidate.chunk.first : candidate.chunk.last + 2] and counted.kind != "case":
        # `closed seven parties and warned nine others`: of the same kind.
        return None
    found = match(replace(candidate, counted=NOTHING, unit="person"))
    if found is None or found.relation is None:
        return None
    if found.relation.part is Part.NOUN and found.relation.lemma == counted.head:
        # `22 assaults on reporters, up from nine`: the noun is what the number before counts.
        return None
    if candidate.unit == "party" and found.relation.part is Part.ACTOR:
        # `52 parties registered, but only 10 contested the election`
        return None
    if counted.kind == "case" and found.relation.lemma in counting_words().shared_verbs:
        # `opened 40 cases and sent 12 to court`
        return None
    if counted.kind == "organization" and found.relation.lemma in counting_words().body_verbs:
        # `blacklisted 11 companies and fined 12`
        return None
    # Cases may be dismissed as persons are: of a part of them only violence tells that persons are meant.
    return None if (counted.subset or parts_cases) and not is_violence(found) else found


def sufferers(candidate: Candidate, found: Match, earlier: Sequence[Earlier], here: int) -> Counted:
    """Return who those are of whom a participle tells, where the number before counts events alone.

    They are the persons whom the sentence `here` told of, else what it says they are: `15 deaths and 40 wounded`.
    """
    relation, counted = found.relation, candidate.counted
    if relation is None or relation.part is not Part.EITHER or relation.chunk != candidate.index + 1:
        return counted
    for index in range(len(earlier) - 1, -1, -1):
        if earlier[index].sentence == here and earlier[index].counted.kind == "person":
            return taken(earlier, index)
    sentence, verb = candidate.analysis.sentence, candidate.analysis.chunks[relation.chunk]
    bare = verb.first == verb.last
    text = sentence.surfaces[verb.first] if bare else None
    return replace(counted, text=text, head=sentence.words[verb.first] if bare else None, kind="person")


def names_persons_too(counted: Counted) -> bool:
    """Tell whether a number has a noun of its own that names organizations and persons: `three broadcasters`."""
    return counted.source is Source.OWN and counted.head in word_set("nouns", "persons_too")


def is_violence(found: Match) -> bool:
    """Tell whether an indicator counts persons whom violence befell."""
    return found.indicator.indicator_id.startswith("violence.")
