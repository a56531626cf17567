"""Parts of wholes, and numbers whose predicate the text leaves out: what one number takes from another."""

from collections.abc import Sequence
from dataclasses import replace

from pipeline.facts.drafts import Draft
from pipeline.facts.relations import Part, Relation
from pipeline.language.chunks import Kind, VerbForm
from pipeline.numerals.counting import Source
from pipeline.numerals.quantities import Analysis

_INCLUDING = frozenset({"including", "among", "amongst"})
_REMAINDER = frozenset({"rest", "remaining", "remainder", "others"})
_TIME_UNITS = frozenset({"day", "week", "month", "year", "hour", "minute", "decade", "time"})


def with_heritage(draft: Draft, earlier: Sequence[Draft]) -> Draft:
    """Return a draft with its whole and, where it has no predicate of its own, the draft that it takes its indicator from."""
    if draft.equivalent_of >= 0:
        return draft
    if _is_difference(draft):
        return replace(draft, match=None)
    draft = replace(draft, comparison=_is_compared(draft))
    whole = _whole(draft, earlier)
    if whole < 0 and _shares_whole(draft, earlier):
        return _as_part(draft, earlier, earlier[draft.counted.antecedent].whole)
    if whole >= 0:
        return _as_part(draft, earlier, whole)
    if draft.match is None or _only_noun(draft):
        heir_of = _elliptic(draft, earlier)
        if heir_of >= 0:
            return replace(draft, heir_of=heir_of, whole=earlier[heir_of].whole if not draft.comparison else -1)
    return draft


def _is_difference(draft: Draft) -> bool:
    """Tell whether a number says by how much another differs: `480 fewer than a year earlier`."""
    chunk = draft.analysis.chunks[draft.chunk]
    figure = draft.analysis.readings[draft.quantity.reading].figure
    words = draft.analysis.sentence.words
    if words[max(0, figure.first - 2) : figure.first] == ("all", "but"):
        return True
    for at in range(figure.last + 1, min(chunk.last + 3, len(words) - 1)):
        if words[at] in {"fewer", "more", "less", "higher", "lower"} and words[at + 1] == "than":
            return True
    return False


def _shares_whole(draft: Draft, earlier: Sequence[Draft]) -> bool:
    """Tell whether a bare object goes on with the parts of a whole (`fined 12 of them and suspended three`)."""
    index = draft.counted.antecedent
    if (
        draft.counted.source is not Source.ANTECEDENT
        or not 0 <= index < len(earlier)
        or draft.match is None
        or draft.comparison
    ):
        return False
    other = earlier[index]
    if other.sentence != draft.sentence or other.whole < 0 or (other.match is None and other.heir_of < 0):
        return False
    right = draft.match.relation
    if right is None:
        return True
    left = _relation(other, earlier)
    if left is None:
        return False
    if left.lemma == right.lemma:
        return True
    return (
        other.heir_of < 0
        and left.part is right.part is Part.AFFECTED
        and left.chunk < other.chunk
        and right.chunk < draft.chunk
    )


def _relation(draft: Draft, earlier: Sequence[Draft]) -> Relation | None:
    """Return the predicate of a draft, its own or that of the draft from which it takes its indicator."""
    for _ in range(len(earlier)):
        if draft.heir_of < 0:
            break
        draft = earlier[draft.heir_of]
    return draft.match.relation if draft.match is not None else None


def with_later_wholes(drafts: Sequence[Draft]) -> list[Draft]:
    """Return the drafts with the wholes that stand after their parts: `35 of the 101 seats`, and the size of a party's chamber."""
    out = list(drafts)
    for index, draft in enumerate(drafts):
        if draft.whole < 0 and draft.equivalent_of < 0:
            whole = _later_whole(draft, index, drafts)
            if whole >= 0:
                out[index] = replace(out[index], whole=whole, heir_of=_later_heir(draft, whole, drafts))
    for index, draft in enumerate(out):
        heir = draft.heir_of
        if (
            draft.whole < 0 <= heir < index
            and not draft.comparison
            and out[heir].whole >= 0
            and out[heir].sentence == draft.sentence
        ):
            out[index] = replace(draft, whole=out[heir].whole)
    for index, draft in enumerate(out):
        if draft.whole < 0 and _is_of(draft, out, "election.seats_won"):
            total = next(
                (
                    at
                    for at, other in enumerate(out)
                    if other.sentence == draft.sentence and _is_of(other, out, "election.seats_total")
                ),
                -1,
            )
            if total >= 0 and total != index:
                out[index] = replace(draft, whole=total)
    return out


def _later_whole(draft: Draft, index: int, drafts: Sequence[Draft]) -> int:
    if draft.counted.source is not Source.PARTITIVE or draft.counted.chunk <= draft.chunk or not draft.counted.subset:
        return -1
    for at in range(index + 1, len(drafts)):
        if drafts[at].sentence == draft.sentence and drafts[at].chunk == draft.counted.chunk:
            return at
    return -1


def _later_heir(draft: Draft, whole: int, drafts: Sequence[Draft]) -> int:
    """Return the whole as what a part without a predicate takes its indicator from, else what the part had."""
    if (
        draft.match is None
        and draft.heir_of < 0
        and drafts[whole].match is not None
        and drafts[whole].unit == draft.unit
    ):
        return whole
    return draft.heir_of


def _is_of(draft: Draft, drafts: Sequence[Draft], indicator: str) -> bool:
    found, seen = draft, 0
    while found.heir_of >= 0 and seen < len(drafts):
        found, seen = drafts[found.heir_of], seen + 1
    return found.match is not None and found.match.indicator.indicator_id == indicator


def _only_noun(draft: Draft) -> bool:
    return draft.match is not None and draft.match.relation is None


def _as_part(draft: Draft, earlier: Sequence[Draft], whole: int) -> Draft:
    base = earlier[whole]
    indicator = base.match.indicator if base.match is not None else None
    if draft.match is not None and indicator is not None and _says_nothing_new(draft, base):
        return replace(draft, whole=whole, heir_of=whole)
    if draft.quantity.measure is not None:
        # Shares of persons are uncoded (CODING.md 5): `nearly one-half of them`.
        return replace(draft, whole=-1) if draft.match is None else replace(draft, whole=whole)
    alike = draft.unit == base.unit or (indicator is not None and draft.counted.head in indicator.heads)
    applies = alike and not _governed_otherwise(draft)
    if applies and (draft.match is None or (_only_noun(draft) and indicator is not None)):
        return replace(draft, whole=whole, heir_of=whole if indicator is not None or base.heir_of >= 0 else -1)
    return replace(draft, whole=whole)


def _governed_otherwise(draft: Draft) -> bool:
    """Tell whether the part is object of a verb that the codebook does not know (`forced dozens of them to clear rubble`)."""
    return draft.counted.subset and any(
        relation.part is Part.AFFECTED
        and not relation.postmodifier
        and not draft.analysis.chunks[relation.chunk].passive
        for relation in draft.relations
        if relation.chunk < draft.chunk
    )


def _says_nothing_new(draft: Draft, base: Draft) -> bool:
    """Tell whether the part's own predicate is implied by the whole's: prisoners were arrested, inmates are held."""
    if draft.match is None or base.match is None:
        return False
    own, over = draft.match.indicator.indicator_id, base.match.indicator.indicator_id
    return own in _IMPLIED.get(over, ())


# An arrest is no news of a prisoner, nor a sentence of a convict.
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


def _kind(analysis: Analysis, index: int) -> Kind | None:
    return analysis.chunks[index].kind if 0 <= index < len(analysis.chunks) else None


def _whole(draft: Draft, earlier: Sequence[Draft]) -> int:
    """Return the draft that counts the whole of which this number is a part; -1 where the text names none."""
    if draft.counted.subset and draft.counted.antecedent >= 0:
        return _counting(earlier, draft.counted.antecedent)
    if draft.counted.source is Source.PARTITIVE and draft.counted.chunk >= 0 and draft.counted.chunk < draft.chunk:
        return _at_chunk(draft, earlier, draft.counted.chunk)
    if draft.quantity.measure is not None:
        return -1
    chunks, index = draft.analysis.chunks, draft.chunk
    before = index - 1
    if (
        _kind(draft.analysis, before) is Kind.SEMICOLON
        and chunks[before].word == ":"
        and draft.counted.source is Source.ANTECEDENT
    ):
        # `17,916 foreigners obtained cards: 12,030 for work, …`.
        return _latest(draft, earlier)
    while _kind(draft.analysis, before) is Kind.ADVERB:
        before -= 1
    if _kind(draft.analysis, before) is Kind.PREPOSITION and chunks[before].word == "including":
        return _latest(draft, earlier)
    if _kind(draft.analysis, before) is Kind.NOUN_PHRASE and chunks[before].word in {"them", "these", "those"}:
        if _kind(draft.analysis, before - 1) is Kind.PREPOSITION and chunks[before - 1].word in _INCLUDING:
            return _latest(draft, earlier)
    if _in_list_of_parts(draft, earlier):
        return earlier[-1].whole
    if _remaining(draft):
        return next(
            (found.whole for found in reversed(earlier) if found.whole >= 0 and draft.sentence - found.sentence <= 1),
            -1,
        )
    if _remainder(draft, earlier):
        return next(found.whole for found in reversed(earlier) if found.whole >= 0)
    if _gerund_of_whole(draft, earlier):
        return _main_of_gerunds(draft, earlier)
    return -1


def _counting(earlier: Sequence[Draft], index: int) -> int:
    return index if 0 <= index < len(earlier) else -1


def _at_chunk(draft: Draft, earlier: Sequence[Draft], chunk: int) -> int:
    for index in range(len(earlier) - 1, -1, -1):
        if earlier[index].sentence != draft.sentence:
            return -1
        if earlier[index].chunk == chunk:
            return index
    return -1


def _latest(draft: Draft, earlier: Sequence[Draft]) -> int:
    """Return the latest number of the sentence that counts things and is no part itself, else the last of the sentence before."""
    for index in range(len(earlier) - 1, -1, -1):
        found = earlier[index]
        if draft.sentence - found.sentence > 1:
            return -1
        if found.equivalent_of >= 0 or (
            found.quantity.measure is not None and found.quantity.measure.unit != "fraction"
        ):
            continue
        if found.unit == "place" and draft.unit != "place":
            continue
        return index
    return -1


def _in_list_of_parts(draft: Draft, earlier: Sequence[Draft]) -> bool:
    """Read `including 12 women, five children, and two journalists`: a list goes on while commas and `and` join it."""
    if not earlier or earlier[-1].sentence != draft.sentence or earlier[-1].whole < 0:
        return False
    if draft.counted.source is Source.ANTECEDENT and draft.match is None:
        return False
    between = draft.analysis.chunks[earlier[-1].chunk + 1 : draft.chunk]
    kinds = {chunk.kind for chunk in between}
    if kinds in ({Kind.CONJUNCTION}, {Kind.COMMA}) and _introduced(earlier[-1]) and draft.counted.source is Source.OWN:
        # `including 45 newspapers and 16 stations`.
        return True
    linked = bool(kinds & {Kind.COMMA, Kind.CONJUNCTION})
    return (
        linked
        and Kind.VERB not in kinds
        and Kind.SEMICOLON not in kinds
        and draft.match is None
        or (linked and kinds <= {Kind.COMMA, Kind.CONJUNCTION} and not draft.relations)
    )


def _introduced(draft: Draft) -> bool:
    """Tell whether `including` or `among them` stands before a number."""
    words = draft.analysis.sentence.words
    first = draft.analysis.chunks[draft.chunk].first
    return not _INCLUDING.isdisjoint(words[max(0, first - 2) : first])


def _remainder(draft: Draft, earlier: Sequence[Draft]) -> bool:
    """Read `53 protesters …, seven of whom were fined, one protester was warned, and the rest were released`."""
    if not earlier or earlier[-1].sentence != draft.sentence or draft.counted.head is None:
        return False
    whole = next(
        (found.whole for found in reversed(earlier) if found.sentence == draft.sentence and found.whole >= 0), -1
    )
    if whole < 0 or earlier[whole].counted.head != draft.counted.head:
        return False
    words = draft.analysis.sentence.words
    after = words[draft.analysis.chunks[draft.chunk].last :]
    return bool(set(after) & _REMAINDER) and _kind(draft.analysis, draft.chunk - 1) in {Kind.COMMA, Kind.CONJUNCTION}


def _remaining(draft: Draft) -> bool:
    """Tell whether the number is what is left of a whole: `the remaining four`."""
    chunk = draft.analysis.chunks[draft.chunk]
    figure = draft.analysis.readings[draft.quantity.reading].figure
    return "remaining" in draft.analysis.sentence.words[chunk.first : figure.first]


def _gerund_of_whole(draft: Draft, earlier: Sequence[Draft]) -> bool:
    """Read `tried 11,600 civilians, convicting 8,040 and acquitting 790`: gerunds take their objects from the whole."""
    if draft.counted.source is not Source.ANTECEDENT or draft.match is None or draft.match.relation is None:
        return False
    relation = draft.match.relation
    verb = draft.analysis.chunks[relation.chunk]
    index = draft.counted.antecedent
    other = earlier[index].match.relation if 0 <= index < len(earlier) and earlier[index].match is not None else None
    if other is not None and earlier[index].whole < 0 and draft.analysis.chunks[other.chunk].form is VerbForm.GERUND:
        return False
    return (
        relation.part is Part.AFFECTED
        and verb.kind is Kind.VERB
        and verb.form is VerbForm.GERUND
        and _main_of_gerunds(draft, earlier) >= 0
    )


def _main_of_gerunds(draft: Draft, earlier: Sequence[Draft]) -> int:
    index = draft.counted.antecedent
    while 0 <= index < len(earlier) and earlier[index].whole >= 0:
        index = earlier[index].whole
    return index if 0 <= index < len(earlier) and earlier[index].sentence == draft.sentence else -1


def _is_compared(draft: Draft) -> bool:
    """Tell whether the number stands after `compared with`, `up from`, `against`, `than in`."""
    chunks, at = draft.analysis.chunks, draft.chunk - 1
    words = draft.analysis.sentence.words
    while at >= 0 and chunks[at].kind in {Kind.ADVERB, Kind.DATE}:
        at -= 1
    if at < 0:
        return False
    if chunks[at].kind is Kind.PREPOSITION:
        word = chunks[at].word
        before = words[chunks[at].first - 1] if chunks[at].first else ""
        if word in {"with", "to"} and before == "compared":
            return True
        if word == "from" and before in {"up", "down"}:
            return True
        return (
            word in {"versus", "against", "than"}
            and before in {",", "(", "–", "—", "as"}
            or (word == "against" and draft.match is None)
        )
    return False


def _elliptic(draft: Draft, earlier: Sequence[Draft]) -> int:
    """Return the draft whose predicate this number shares: a comparison, or a list that leaves verb and noun out."""
    if draft.unit == "fraction":
        return -1
    if draft.comparison:
        return _same_unit(draft, earlier)
    if draft.counted.source is Source.ANTECEDENT and draft.counted.antecedent >= 0 and not draft.counted.subset:
        index = draft.counted.antecedent
        if index < len(earlier) and earlier[index].sentence == draft.sentence and _parallel(draft, earlier[index]):
            return index
        if index < len(earlier) and _stated_again(draft):
            return _latest_fact(draft, earlier)
        return -1
    if draft.quantity.measure is None and draft.counted.text is None and _stated_again(draft):
        return _latest_fact(draft, earlier)
    if draft.quantity.measure is not None and draft.quantity.measure.unit not in _TIME_UNITS and earlier:
        return _parallel_measure(draft, earlier)
    return -1


def _same_unit(draft: Draft, earlier: Sequence[Draft]) -> int:
    for index in range(len(earlier) - 1, -1, -1):
        found = earlier[index]
        if draft.sentence != found.sentence:
            return -1
        if found.equivalent_of < 0 and (found.unit == draft.unit or draft.counted.source is not Source.OWN):
            return index
    return -1


def _parallel(draft: Draft, other: Draft) -> bool:
    """Tell whether no predicate of its own governs a number whose noun is left out, or one that the codebook does not know."""
    between = draft.analysis.chunks[other.chunk + 1 : draft.chunk]
    verbs = [chunk for chunk in between if chunk.kind is Kind.VERB and chunk.form is not VerbForm.GERUND]
    own = [relation for relation in draft.relations if relation.part is not Part.NOUN and not relation.postmodifier]
    if not verbs:
        return True
    shared = {
        relation.lemma
        for relation in other.relations
        if not relation.postmodifier and relation.chunk < other.chunk or relation.part is Part.ACTOR
    }
    return all(relation.lemma in shared for relation in own) or _stated_again(draft)


def _stated_again(draft: Draft) -> bool:
    """Tell whether a verb that states or counts governs the number (`the ministry acknowledged only 382`, `put it at 946`)."""
    chunk = draft.analysis.chunks[draft.chunk]
    if "there" in draft.analysis.sentence.words[max(0, chunk.first - 4) : chunk.first]:
        # `in 2016 there were 4,120`: told again for another year.
        return True
    for relation in draft.relations:
        if relation.part in {Part.AFFECTED, Part.OBLIQUE, Part.ACTOR, Part.EITHER} and relation.lemma in _STATING:
            return True
    return False


_STATING = frozenset(
    "acknowledge put estimate report count list state claim give confirm record place say calculate speak arrive document "
    "recognize exceed reach total number register amount tally cite assert set find announce admit concede bring rise fall".split()
)


def _latest_fact(draft: Draft, earlier: Sequence[Draft]) -> int:
    for index in range(len(earlier) - 1, -1, -1):
        found = earlier[index]
        if draft.sentence - found.sentence > 1:
            return -1
        if found.match is None and found.heir_of < 0:
            continue
        if found.quantity.measure is None and found.unit in {draft.unit, "person"} and found.whole < 0:
            return index
    return -1


_LIMITS = frozenset({"maximum", "minimum", "amount", "sum", "ceiling", "limit", "level"})


def _of_limit(draft: Draft, earlier: Sequence[Draft]) -> int:
    """Return the amount of which this one is a new limit (`it raised the maximum to 1 million euros`); -1 for none."""
    if not any(relation.lemma in _LIMITS or relation.obj in _LIMITS for relation in draft.relations):
        return -1
    for index in range(len(earlier) - 1, -1, -1):
        found = earlier[index]
        if draft.sentence - found.sentence > 1:
            return -1
        if found.unit == draft.unit and found.equivalent_of < 0 and (found.match is not None or found.heir_of >= 0):
            return index
    return -1


def _parallel_measure(draft: Draft, earlier: Sequence[Draft]) -> int:
    """Return the amount or share just before that this one is coordinated with (`58.6 percent … and the commander 39.5`)."""
    if draft.counted.text is not None:
        return -1
    if (limit := _of_limit(draft, earlier)) >= 0:
        return limit
    for index in range(len(earlier) - 1, -1, -1):
        found = earlier[index]
        if found.sentence != draft.sentence:
            return -1
        if found.equivalent_of >= 0:
            continue
        if found.unit != draft.unit:
            return -1
        between = draft.analysis.chunks[found.chunk + 1 : draft.chunk]
        if any(chunk.kind is Kind.VERB for chunk in between) and draft.unit != "percent":
            return -1
        return index
    return -1
