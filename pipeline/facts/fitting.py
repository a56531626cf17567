"""Whether a number's unit, noun and context are those of an indicator."""

from collections.abc import Sequence
from itertools import pairwise

from pipeline.facts.candidate import Candidate, spaced
from pipeline.facts.codebook import Event, Indicator
from pipeline.facts.fact import Modality
from pipeline.facts.faults import Fault
from pipeline.facts.modal_words import tells_of_past
from pipeline.facts.relation import Part
from pipeline.facts.unit_fitting import last_words, unit_fits, with_complement
from pipeline.language.chunks import Kind, VerbForm
from pipeline.language.lexicon import Tag, lexicon
from pipeline.language.nouns import noun_class, singular
from pipeline.numerals.counted import Source

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
_SHARES = frozenset({"percent", "fraction"})


def fits(candidate: Candidate, indicator: Indicator) -> bool:
    """Tell whether a number of an indicator's unit may answer to it, by all but its predicates."""
    return _modality_fits(candidate, indicator) and _contradiction(candidate, indicator) is None


def misfit(candidate: Candidate, indicator: Indicator, event: Event | None = None) -> Fault | None:
    """Return why a number cannot answer to an indicator, whatever its predicates; null where it may."""
    if not _modality_fits(candidate, indicator):
        return Fault.MODALITY
    if not unit_fits(candidate, indicator, event):
        return Fault.UNIT
    return _contradiction(candidate, indicator)


def _contradiction(candidate: Candidate, indicator: Indicator) -> Fault | None:
    """Return what about the number, its noun and its sentence an indicator does not admit; null where it does."""
    counted = candidate.counted
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
    """Tell whether an indicator never counts a noun, alone or with what narrows it.

    For `news organizations`, `rape victims`, `victims of violence`.
    """
    counted = candidate.counted
    if counted.head in indicator.not_counts or counted.kind in indicator.not_classes:
        return True
    if not indicator.not_counts:
        return False
    named = (*last_words(counted.text or ""), *with_complement(candidate))
    return not indicator.not_counts.isdisjoint(named)


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
