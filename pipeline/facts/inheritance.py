"""What one number takes from another: the whole that it is a part of, and the indicator where it has no predicate."""

from collections.abc import Sequence
from dataclasses import replace

from pipeline.facts.candidate import Candidate
from pipeline.facts.case_lists import as_listed_case
from pipeline.facts.chamber_sizes import with_chamber
from pipeline.facts.codebook import codebook
from pipeline.facts.continued_penalties import penalty_continued, suspends_term
from pipeline.facts.degrees import tells_death, tells_degree
from pipeline.facts.drafts import Draft, coded_match
from pipeline.facts.ellipsis import (
    apportions,
    does_likewise,
    goes_on_comparing,
    is_compared,
    sharing_predicate,
    stands_out_of,
    states_anew,
)
from pipeline.facts.enclosures import is_of_other_year
from pipeline.facts.fact import Modality
from pipeline.facts.fellow_parts import fellow_part
from pipeline.facts.governed_parts import is_governed_otherwise
from pipeline.facts.matching import Match, match
from pipeline.facts.modal_words import tells_of_past
from pipeline.facts.omitted_copulas import leaves_copula_out
from pipeline.facts.persons_matching import is_violence
from pipeline.facts.phrase_parts import is_told_by_phrase
from pipeline.facts.predicates import is_excluded
from pipeline.facts.relation import Part, Relation
from pipeline.facts.relations import is_excepted
from pipeline.facts.repeated_wholes import adding_up, first_told, is_told_again
from pipeline.facts.restated_shares import as_share_of_votes
from pipeline.facts.those_befallen import of_those_befallen
from pipeline.facts.uncounted import counts_nothing
from pipeline.facts.unit_fitting import unit_fits
from pipeline.facts.wholes import later_whole_of, whole_of, whole_of_remaining
from pipeline.language.chunks import Kind, VerbForm
from pipeline.language.lexicon import values_of, word_set
from pipeline.numerals.counted import Source
from pipeline.numerals.phrases import kind_at
from pipeline.numerals.quantities import Analysis

# An arrest is no news of a prisoner, nor a sentence of a convict: what the indicator of a whole implies of its parts.
_IMPLIED = {
    "detention.political_prisoners": (
        "detention.persons_detained",
        "detention.persons_in_custody",
        "justice.persons_convicted",
    ),
    "detention.persons_in_custody": ("detention.persons_detained",),
    "detention.persons_released": ("detention.persons_in_custody",),
    "justice.persons_convicted": ("justice.prison_term",),
}


def with_heritage(draft: Draft, earlier: Sequence[Draft]) -> Draft:
    """Return a draft with its whole and, where it has no predicate of its own, the draft that it takes one from."""
    if draft.equivalent_of >= 0:
        return draft
    draft = of_those_befallen(draft, earlier)
    if counts_nothing(draft) or is_told_again(draft, earlier):
        return replace(draft, match=None)
    if stands_out_of(draft):
        return draft if draft.counted.source is Source.OWN else replace(draft, match=None)
    if (alike := _like_one_before(draft, earlier)) is not None:
        return alike
    if is_compared(draft) or goes_on_comparing(draft, earlier) or is_of_other_year(draft):
        draft = replace(draft, comparison=True, match=None if _is_told_of_another(draft, earlier) else draft.match)
    apart = draft.comparison and not (draft.counted.subset and _divides(draft))
    whole = -1 if apart else whole_of(draft, earlier)
    if whole >= 0 and whole == earlier[-1].whole and leaves_copula_out(draft, earlier[-1]):
        # Its noun says what they are (CODING.md 5): the noun of the whole is counted.
        counted = earlier[-1].counted if earlier[-1].counted.subset else draft.counted
        after = tuple(relation for relation in draft.relations if relation.chunk > draft.chunk)
        draft = replace(draft, counted=counted, unit=earlier[-1].unit, relations=after)
    if whole < 0 and _shares_whole(draft, earlier):
        whole = earlier[draft.counted.antecedent].whole
    if whole >= 0 and (_is_required_elsewhere(draft, earlier[whole]) or _exceeds(draft, earlier[whole])):
        whole = -1
    if whole >= 0:
        part = _as_part(draft, earlier[whole], whole)
        return part if part.is_coded else _with_predicate_of_sibling(part, earlier)
    if _points_at_uncounted(draft):
        return replace(draft, match=None)
    if (term := _parallel_term(draft, earlier)) >= 0 or (term := penalty_continued(draft, earlier)) >= 0:
        return replace(draft, heir_of=term)
    if (draft.match is None or draft.match.relation is None) and not _has_participle_of_its_own(draft):
        heir_of = sharing_predicate(draft, earlier)
        # `waited seven months, though the law speaks of six`: nothing comes from an uncoded number to a coded one.
        gains = heir_of >= 0 and (earlier[heir_of].is_coded or not draft.is_coded) and not _is_event_of_its_own(draft)
        if gains and not _is_ruled_out(draft, earlier, heir_of):
            apart = draft.comparison or states_anew(draft, earlier[heir_of])
            # Across sentences a part is one only where the text says so.
            apart = apart or earlier[heir_of].sentence != draft.sentence
            whole = heir_of if apportions(draft, earlier[heir_of]) else earlier[heir_of].whole
            return replace(draft, heir_of=heir_of, whole=-1 if apart else whole)
    return draft


def _divides(draft: Draft) -> bool:
    """Tell whether `of` follows a number: `compared with 12 of them`, not `61 of whom were minors, down from 90`."""
    chunks, after = draft.analysis.chunks, draft.chunk + 1
    return after < len(chunks) and chunks[after].kind is Kind.PREPOSITION and chunks[after].word == "of"


def _is_told_of_another(draft: Draft, earlier: Sequence[Draft]) -> bool:
    """Tell whether the verb over a number that is compared has the one it is compared with for object.

    It says nothing else of it than of that: `counted 410 arrests, up from 207 in 2010, and 60 political prisoners`.
    """
    found, index = draft.match, draft.counted.antecedent
    if found is None or found.relation is None or not 0 <= index < len(earlier):
        return False
    base = earlier[index]
    over = found.relation.part is not Part.NOUN and found.relation.chunk < base.chunk < draft.chunk
    return over and base.sentence == draft.sentence and base.is_coded


def _points_at_uncounted(draft: Draft) -> bool:
    """Tell whether a part is of cases that `those` points at and no number counts: `two of those cases were tried`."""
    found, counted = draft.match, draft.counted
    if found is None or found.relation is not None or draft.unit != "case" or counted.chunk <= draft.chunk:
        return False
    phrase = draft.analysis.chunks[counted.chunk]
    return counted.source is Source.PARTITIVE and draft.analysis.sentence.words[phrase.first] in {"those", "these"}


def _like_one_before(draft: Draft, earlier: Sequence[Draft]) -> Draft | None:
    """Return a number that does or concerns what one before it does, or tells how badly that fared; null for others."""
    if (share := as_share_of_votes(draft, earlier)) is not None:
        return share
    if suspends_term(draft, earlier):
        return replace(draft, match=None, heir_of=draft.counted.antecedent, whole=draft.counted.antecedent)
    likewise = does_likewise(draft, earlier)
    if likewise >= 0:
        return replace(draft, heir_of=likewise)
    if tells_degree(draft, earlier):
        counted = replace(earlier[-1].counted, source=Source.ANTECEDENT, antecedent=len(earlier) - 1)
        part = replace(draft, counted=counted, whole=len(earlier) - 1)
        return part if draft.match is not None and tells_death(draft) else replace(part, heir_of=len(earlier) - 1)
    case = as_listed_case(draft, earlier)
    return None if case is draft else replace(case, whole=earlier[-1].whole)


def _is_required_elsewhere(draft: Draft, whole: Draft) -> bool:
    """Tell whether a whole is what a rule of a sentence before requires, of which nothing is a part."""
    required = whole.match is not None and whole.match.indicator.statutory
    return required and whole.sentence != draft.sentence and draft.force.modality is Modality.OCCURRED


def _exceeds(draft: Draft, whole: Draft) -> bool:
    """Tell whether a number is larger than what would be its whole, and so a part of something else."""
    some, most = draft.quantity.low or draft.quantity.value, whole.quantity.value
    return draft.unit == whole.unit and some is not None and most is not None and some > most


def _has_participle_of_its_own(draft: Draft) -> bool:
    """Tell whether a participle behind a bare number says what befell it: `12 were granted asylum, nine rejected`."""
    bare = draft.match is None and draft.counted.source is Source.ANTECEDENT
    return bare and any(
        relation.part is Part.EITHER
        and relation.chunk == draft.chunk + 1
        and not relation.postmodifier
        and draft.analysis.chunks[relation.chunk].form is VerbForm.PAST_OR_PARTICIPLE
        and relation.lemma not in word_set("statements", "reporting")
        and relation.lemma not in word_set("verbs", "intransitive")
        for relation in draft.relations
    )


def _with_predicate_of_sibling(draft: Draft, earlier: Sequence[Draft]) -> Draft:
    """Return a part that shares the predicate of the one before: `of the 120 seats, 47 went to A and 46 to B`."""
    sibling = fellow_part(draft, earlier)
    sibling = sharing_predicate(draft, earlier) if sibling < 0 else sibling
    shares = sibling >= 0 and earlier[sibling].whole == draft.whole and earlier[sibling].unit == draft.unit == "seat"
    return replace(draft, heir_of=sibling) if shares and not draft.comparison else draft


def _is_event_of_its_own(draft: Draft) -> bool:
    """Tell whether the noun of a number says what befell: `tried nine men, against eight prosecutions`."""
    return draft.match is not None and draft.counted.kind == "person_event" and draft.counted.source is Source.OWN


def _parallel_term(draft: Draft, earlier: Sequence[Draft]) -> int:
    """Return the term of a penalty that a length of time without predicate runs parallel to; -1 for none.

    For `raised the penalty for theft from two to three years and that for fraud from one year to four`.
    """
    told = draft.match is not None and draft.match.relation is not None
    # `35 hours for those ages 16`
    is_age = draft.quantity.measure is None and draft.counted.text is None
    if told or is_age or not earlier or earlier[-1].sentence != draft.sentence or not earlier[-1].is_coded:
        return -1
    found, last = coded_match(earlier, len(earlier) - 1), earlier[-1]
    between = draft.analysis.chunks[last.chunk + 1 : draft.chunk]
    joined = _runs_parallel(draft, last) or not any(
        chunk.kind in {Kind.VERB, Kind.SEMICOLON, Kind.RELATIVE} for chunk in between
    )
    units = values_of("units", "time").values()
    listed = draft.unit == last.unit and any(chunk.kind is Kind.COMMA for chunk in between)
    coordinated = listed or any(chunk.kind is Kind.CONJUNCTION for chunk in between)
    is_term = found is not None and found.indicator.unit == "time" and (found.relation is not None or coordinated)
    alike = joined and is_term and draft.unit in units and last.unit in units
    # `98 days of leave, and severance pay of one month’s salary`
    return len(earlier) - 1 if alike and found is not None and unit_fits(_candidate_of(draft), found.indicator) else -1


def _runs_parallel(draft: Draft, last: Draft) -> bool:
    """Tell whether `and` and the same preposition join two lengths: `six months for cases that …, and a year for …`."""
    here = draft.analysis
    links = (_preposition_at(here, last.chunk + 1), _preposition_at(here, draft.chunk + 1))
    return kind_at(here, draft.chunk - 1) is Kind.CONJUNCTION and links[0] is not None and links[0] == links[1]


def _preposition_at(analysis: Analysis, index: int) -> str | None:
    return analysis.chunks[index].word if kind_at(analysis, index) is Kind.PREPOSITION else None


def _is_ruled_out(draft: Draft, earlier: Sequence[Draft], heir_of: int) -> bool:
    """Tell whether its own predicate makes the number something else: `6,100 inmates in jails built for 4,000`.

    Or tells what happened beside a rule: `women must hold 30 percent of seats; they held 12 percent`.
    """
    found = coded_match(earlier, heir_of)
    if found is None:
        return False
    is_rule = earlier[heir_of].force.modality is Modality.STATUTORY or found.indicator.statutory
    if is_rule and draft.force.modality is Modality.OCCURRED:
        # `was raised to 900 for individuals and 5,000 for groups`: the verb of both tells nothing of one alone.
        shared = {one.chunk for one in earlier[heir_of].relations if earlier[heir_of].sentence == draft.sentence}
        verbs = (one.chunk for one in draft.relations if not one.postmodifier and one.chunk not in shared)
        if any(tells_of_past(draft.analysis, at) for at in verbs):
            return True
    return _is_excluded_from(draft, found)


def _is_excluded_from(draft: Draft, found: Match | None) -> bool:
    """Tell whether the predicates of a number rule out the indicator that another answers to."""
    return found is not None and is_excluded(_candidate_of(draft), found.indicator, None)


def _candidate_of(draft: Draft) -> Candidate:
    return Candidate(draft.analysis, draft.chunk, draft.counted, draft.unit, draft.relations, draft.force.modality, " ")


def _shares_whole(draft: Draft, earlier: Sequence[Draft]) -> bool:
    """Tell whether a bare object goes on with the parts of a whole (`fined 12 of them and suspended three`)."""
    index = draft.counted.antecedent
    if draft.counted.source is not Source.ANTECEDENT or not 0 <= index < len(earlier):
        return False
    if draft.match is None or draft.comparison:
        return False
    other = earlier[index]
    if other.sentence != draft.sentence or other.whole < 0 or not other.is_coded or is_told_by_phrase(other):
        # `killed 20, 15 by gunfire, and injured 40`
        return False
    right = draft.match.relation
    if right is None:
        return True
    found = coded_match(earlier, index)
    left = found.relation if found is not None else None
    return left is not None and (left.lemma == right.lemma or _are_objects(left, other, right, draft))


def _are_objects(left: Relation, other: Draft, right: Relation, draft: Draft) -> bool:
    """Tell whether both numbers are objects of verbs of their own before them."""
    return (
        other.heir_of < 0
        and left.part is right.part is Part.AFFECTED
        and left.chunk < other.chunk
        and right.chunk < draft.chunk
    )


def _as_part(draft: Draft, base: Draft, whole: int) -> Draft:
    """Return a draft as part of a whole, with the indicator of that unless its own predicate says something new."""
    draft = _completed_by_whole(draft, base)
    inherited, own = base.match, draft.match
    if own is not None and inherited is not None and _says_nothing_new(own, inherited):
        return replace(draft, whole=whole, heir_of=whole)
    if own is not None and draft.counted.kind == "person_event":
        # `40 officers who had beaten 107 persons, including 12 convictions`
        return replace(draft, whole=whole)
    if draft.quantity.measure is not None:
        # Shares of persons are uncoded (CODING.md 5): `nearly one-half of them`.
        return replace(draft, whole=-1 if own is None else whole)
    alike = draft.unit == base.unit or (inherited is not None and draft.counted.head in inherited.indicator.heads)
    inherits = base.is_coded if own is None else inherited is not None and own.relation is None
    otherwise = is_governed_otherwise(draft) or _is_excluded_from(draft, inherited)
    takes_indicator = alike and inherits and not otherwise
    draft = replace(draft, whole=whole)
    return _handed_down(draft, base, whole) if takes_indicator else draft


def _completed_by_whole(draft: Draft, base: Draft) -> Draft:
    """Return a part with what the verb over its whole says together with its own words: `beat 14, three to death`."""
    if base.match is None or not is_violence(base.match) or draft.sentence != base.sentence:
        return draft
    if draft.match is not None and draft.match.relation is not None:
        return draft
    told = base.match.relation
    if told is None or told.part is not Part.AFFECTED:
        # `left five dead and 40 injured, 12 of them police`: the verb tells of others than the whole.
        return draft
    verbs = tuple(one for one in base.relations if one.part is Part.AFFECTED and not one.postmodifier)
    found = match(Candidate(draft.analysis, draft.chunk, draft.counted, "person", verbs, draft.force.modality, " "))
    alike = draft.unit == base.unit == "person"
    changed = found is not None and is_violence(found) and found.indicator is not base.match.indicator
    return replace(draft, match=found) if alike and changed else draft


def _handed_down(draft: Draft, base: Draft, whole: int) -> Draft:
    """Return a part with the indicator of its whole, or with the one to which persons who are a part of it answer."""
    inherited = base.match
    if inherited is None or inherited.indicator.parts is None:
        return replace(draft, heir_of=whole)
    if draft.counted.kind != "person":
        # Some of the seats of a body are no size of a body.
        return draft
    indicator = codebook().indicators[inherited.indicator.parts]
    told = f"persons who are a part of {base.surface!r}, the whole"
    return replace(draft, match=Match(indicator, f"{indicator.indicator_id}/parts", told, None))


def _says_nothing_new(own: Match, inherited: Match) -> bool:
    """Tell whether the whole's indicator implies the part's own: prisoners were arrested, inmates are held."""
    return own.indicator.indicator_id in _IMPLIED.get(inherited.indicator.indicator_id, ())


def with_later_wholes(drafts: Sequence[Draft]) -> list[Draft]:
    """Return the drafts of a paragraph with the wholes that show only when all are read."""
    out = [_with_later_whole(draft, index, drafts) for index, draft in enumerate(drafts)]
    for part, whole in adding_up(out):
        if out[part].whole < 0:
            draft = out[part]
            out[part] = replace(draft, whole=whole) if draft.is_coded else _as_part(draft, out[whole], whole)
    for index, draft in enumerate(out):
        if draft.whole < 0 and (whole := whole_of_remaining(draft, out[:index])) >= 0:
            # `convicted 37 of the 64 who stood trial and acquitted the remaining 27`
            out[index] = replace(draft, whole=whole)
    for index, draft in enumerate(out):
        told = first_told(draft, out)
        out[index] = replace(draft, whole=told) if told != draft.whole else draft
    for index, draft in enumerate(out):
        out[index] = _with_whole_of_heir(draft, index, out)
    for index, draft in enumerate(out):
        out[index] = with_chamber(draft, index, out)
    return out


def _with_later_whole(draft: Draft, index: int, drafts: Sequence[Draft]) -> Draft:
    """Give a part the whole that stands after it (`35 of the 101 seats`), and its indicator where it has none."""
    if draft.whole >= 0 or draft.equivalent_of >= 0:
        return draft
    whole = later_whole_of(draft, index, drafts)
    if whole < 0 or is_excepted(draft.analysis, draft.chunk):
        # `all but four of the 58 men`
        return draft
    base = drafts[whole]
    draft = replace(draft, whole=whole)
    alike = not draft.is_coded and base.match is not None and base.unit == draft.unit
    told = base.match.relation if base.match is not None else None
    # `freed two of the 90 girls abducted in 2014`: what befell the two is that they were freed.
    away = told is not None and told.chunk > base.chunk and is_governed_otherwise(draft)
    inherits = alike and not away and not _is_excluded_from(draft, base.match)
    return _handed_down(draft, base, whole) if inherits else draft


def _with_whole_of_heir(draft: Draft, index: int, drafts: Sequence[Draft]) -> Draft:
    """Give a number that shares a predicate the whole of the number before that it shares it with."""
    if draft.whole >= 0 or draft.comparison or not 0 <= draft.heir_of < index:
        return draft
    heir = drafts[draft.heir_of]
    shares = heir.whole not in {-1, index} and heir.sentence == draft.sentence and not states_anew(draft, heir)
    return replace(draft, whole=heir.whole) if shares else draft
