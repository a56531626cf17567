"""Whether a number happened, is set by a law or rule, or is only sought."""

from collections.abc import Sequence

from pipeline.facts.fact import Modality
from pipeline.facts.lawful_clauses import before_lawful_clause, law_of_clause
from pipeline.facts.modal_words import clause_of_past, modal_words, tells_of_past
from pipeline.facts.relation import Relation
from pipeline.facts.rules import rule_over
from pipeline.facts.scopes import segment_of
from pipeline.facts.steps import quantity_at
from pipeline.language.chunks import Kind, VerbForm
from pipeline.language.nouns import noun_class, singular
from pipeline.numerals.quantities import Analysis
from pipeline.record import record

_PLANNED = frozenset({"planned", "proposed", "scheduled"})
_BEFORE_PLANNED = frozenset({"the", "of", "a", "for", "its", "their"})
# Words on both sides of a number's phrase in which such a participle speaks of it.
_BESIDE = 6
_BRINGING_IN = frozenset({"introduce", "propose", "table", "submit", "draft", "debate", "consider", "prepare"})
_OF_RULE = frozenset({"may", "must", "shall", "can", "could"})
# What somebody asks of those in power with `should`: `should release the 12 activists`.
_DEMANDED = frozenset({"release", "free", "pardon", "prosecute", "drop", "acquit", "exonerate", "reinstate"})
# Before a passive that tells what was still to come.
_TO_COME = frozenset({("was", "to"), ("were", "to")})


@record
class Force:
    """The modality that a clause gives its numbers, and the words that say so."""

    modality: Modality
    evidence: str


def force_of(analysis: Analysis, index: int, relations: tuple[Relation, ...]) -> Force:
    """Return the modality of the clause around the phrase at `index`: proposal before rule before event."""
    if (law := law_of_clause(analysis, index)) is not None:
        return Force(Modality.STATUTORY, f"the {law} that sets it")
    first, last = clause_of_past(analysis, *segment_of(analysis, index), index, relations)
    last = before_lawful_clause(analysis, index, last)
    proposal = _proposal(analysis, first, index, relations)
    if proposal is not None:
        return Force(Modality.PROPOSED, proposal)
    rule = rule_over(analysis, first, last, index, relations)
    if rule is not None:
        return Force(Modality.STATUTORY, rule)
    return Force(Modality.OCCURRED, "no word of law or proposal governs the number")


def _proposal(analysis: Analysis, first: int, index: int, relations: tuple[Relation, ...]) -> str | None:
    own = [relation.chunk for relation in relations if not relation.postmodifier]
    right = [at for at in own if at > index and analysis.chunks[at].kind is Kind.VERB]
    left = [at for at in own if at < index and analysis.chunks[at].kind is Kind.VERB]
    for at in (*left, *right):
        verb = analysis.chunks[at]
        demanded = verb.modal == "should" and verb.word in _DEMANDED and not verb.perfect
        if verb.modal in {"would", "to"} or demanded:
            return f"{analysis.sentence.surfaces[verb.first]!r} before the verb"
    if any(_is_to_come(analysis, at) for at in right):
        return "'to be' of what was still to come"
    if any(_is_subjunctive(analysis, at) for at in right):
        return "'be' of what somebody asks for"
    if index + 1 in right and analysis.chunks[index + 1].form is VerbForm.INFINITIVE:
        return f"somebody is expected to {analysis.chunks[index + 1].word}"
    # The verb of which the number is the subject tells alone what happened (`30 rallies, of which 22 took place`).
    if not right or left:
        found = _sought(analysis, first, index)
        if found is not None:
            return found
    if "would" in analysis.sentence.words and any(
        chunk.kind is Kind.VERB and chunk.modal == "would"
        for chunk in analysis.chunks[_clause_opening(analysis, first, index, right) : index]
    ):
        return "'would' in the clause"
    return _marked(analysis, index)


def _is_to_come(analysis: Analysis, at: int) -> bool:
    """Tell whether `were to` stands before the verb of a subject that counts: `nine men were to be tried in May`."""
    words, first = analysis.sentence.words, analysis.chunks[at].first
    return words[max(0, first - 2) : first] in _TO_COME


def _is_subjunctive(analysis: Analysis, at: int) -> bool:
    """Tell whether a verb is what somebody asks for: `recommended that 12 officers be dismissed`."""
    verb = analysis.chunks[at]
    if not verb.passive or analysis.sentence.words[verb.first] != "be" or verb.modal is not None:
        return False
    asking = next((chunk.word for chunk in reversed(analysis.chunks[:at]) if chunk.kind is Kind.VERB), "")
    words = modal_words()
    return asking in words.proposal_verbs or asking in words.proposal_verbs_for or asking == "insist"


def _clause_opening(analysis: Analysis, first: int, index: int, right: Sequence[int]) -> int:
    """Return where a stretch begins, or in it the relative clause of a number that tells of the past.

    For `would try four for the raid in which 12 died`.
    """
    if not right or not tells_of_past(analysis, right[0]):
        return first
    return next((at for at in range(index - 1, first, -1) if analysis.chunks[at].kind is Kind.RELATIVE), first)


def _sought(analysis: Analysis, first: int, index: int) -> str | None:
    """Return the verb of proposal over a number: the nearest to its left, and those that govern it as infinitive."""
    phrase = analysis.chunks[index]
    words = analysis.sentence.words[phrase.first : phrase.last + 1]
    if words[0] == "the" and "-" in words and index > first and analysis.chunks[index - 1].kind is Kind.PREPOSITION:
        # `requested extensions to the six-month period`: that period stands.
        return None
    for at in range(index - 1, first - 1, -1):
        verb = analysis.chunks[at]
        if verb.kind is not Kind.VERB:
            continue
        if _seeks(analysis, at, index) and not _may_seek(analysis, at, first):
            return f"the verb {verb.word!r} seeks or plans"
        before = analysis.chunks[at - 1] if at > first else verb
        if (
            verb.form is VerbForm.INFINITIVE
            and before.kind is Kind.NOUN_PHRASE
            and (singular(before.word) in modal_words().proposal_nouns or _is_mere_bill(analysis, at - 1, first))
            and not _must_be_told(analysis, at - 1, first)
        ):
            return f"the {before.word} to {verb.word}"
        if verb.form not in {VerbForm.INFINITIVE, VerbForm.GERUND} or verb.perfect:
            return None
    return None


def _is_mere_bill(analysis: Analysis, phrase: int, first: int) -> bool:
    """Tell whether a bill is brought in and not passed: `introduced a bill to bar polls for two days`."""
    verb = analysis.chunks[phrase - 1] if phrase - 1 >= first else None
    bill = singular(analysis.chunks[phrase].word) in {"bill", "draft"}
    return bill and verb is not None and verb.kind is Kind.VERB and verb.word in _BRINGING_IN


def _seeks(analysis: Analysis, at: int, index: int) -> bool:
    """Tell whether a verb of proposal has the number, or what leads to it, for its object."""
    verb, words = analysis.chunks[at], modal_words()
    if verb.word in words.proposal_verbs:
        after = analysis.chunks[at + 1] if at + 1 < len(analysis.chunks) else verb
        # To seek asylum is done, not planned, and what a thing is intended for is its purpose.
        serves = verb.word == "intend" and verb.passive and after.word == "for"
        return after.word not in words.granted_nouns and not serves
    after = analysis.chunks[at + 1] if at + 1 < index else verb
    if verb.word in words.proposal_verbs_for:
        return (after.kind is Kind.PREPOSITION and after.word in {"for", "on", "upon", "to"}) or _leads_to_verb(
            analysis, at, index
        )
    if verb.word == "agree" and after.kind is Kind.PREPOSITION and at + 2 < index:
        return noun_class(analysis.chunks[at + 2].word) == "person_event"
    return verb.word in words.proposal_verbs_to and _leads_to_verb(analysis, at, index)


def _may_seek(analysis: Analysis, at: int, first: int) -> bool:
    """Tell whether a rule lets or makes someone seek something: `allowed to request 90 days`, `must request`."""
    verb = analysis.chunks[at]
    if verb.modal in _OF_RULE or (verb.form is VerbForm.INFINITIVE and analysis.sentence.words[verb.first] == "had"):
        return True
    before = next((chunk for chunk in reversed(analysis.chunks[first:at]) if chunk.kind is Kind.VERB), None)
    return verb.form is VerbForm.INFINITIVE and before is not None and before.word in modal_words().ruling_past_verbs


def _must_be_told(analysis: Analysis, plan: int, first: int) -> bool:
    """Tell whether a rule makes somebody tell of a plan: `organizers were required to announce plans to march`."""
    verb = next((at for at in range(plan - 1, first - 1, -1) if analysis.chunks[at].kind is Kind.VERB), -1)
    return verb >= 0 and _may_seek(analysis, verb, first)


def _leads_to_verb(analysis: Analysis, at: int, index: int) -> bool:
    """Tell whether the next verb, before the number, is an infinitive or gerund (`asked the court to suspend`)."""
    verb = next((step for step in range(at + 1, index) if analysis.chunks[step].kind is Kind.VERB), -1)
    if verb < 0:
        return False
    # `appealed a verdict imposing a fine`: the gerund tells of the verdict.
    narrows = verb > at + 1 and analysis.chunks[verb - 1].kind is Kind.NOUN_PHRASE
    form = analysis.chunks[verb].form
    return form is VerbForm.INFINITIVE or (form is VerbForm.GERUND and not narrows)


def _marked(analysis: Analysis, index: int) -> str | None:
    """Return the participle beside a number that calls what it counts planned (`12 cities of the planned protests`)."""
    sentence, phrase = analysis.sentence, analysis.chunks[index]
    quantity = quantity_at(analysis, index)
    if quantity is not None and quantity.measure is not None and quantity.measure.word is not None:
        # `four days before a planned protest` is a time that holds, whatever is planned.
        return None
    first = max(1, phrase.first - _BESIDE)
    if _PLANNED.isdisjoint(sentence.words[first : phrase.last + _BESIDE]):
        return None
    for at in range(first, min(len(sentence.words), phrase.last + _BESIDE)):
        planned = sentence.words[at] in _PLANNED and sentence.words[at - 1] in _BEFORE_PLANNED
        if planned and ";" not in sentence.words[min(at, phrase.last) : max(at, phrase.first)]:
            return f"{sentence.words[at]!r} beside the number"
    return None
