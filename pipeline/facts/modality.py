"""Whether a number happened, is set by a law or rule, or is only sought."""

from dataclasses import dataclass, fields
from functools import cache
from itertools import pairwise

from pipeline.facts.fact import Modality
from pipeline.facts.relation import Relation
from pipeline.facts.scopes import segment_of
from pipeline.language.chunks import Chunk, Kind, VerbForm
from pipeline.language.lexicon import Tag, lexicon, words_of
from pipeline.language.morphology import plural
from pipeline.language.nouns import noun_class, singular
from pipeline.numerals.quantities import Analysis

_RULE_MODALS = frozenset({"may", "must", "shall", "can", "cannot"})
# …under a law alone: `Under the curfew residents could not leave home`.
_LAW_MODALS = frozenset({"could", "should"})
_BY_LAW = frozenset({"by", "under", "according", "per", "in"})
_OPENING_REACH = 4
# What someone has to do without any rule.
_ENDURED = frozenset({"wait", "walk", "travel", "live", "endure", "spend", "stand", "survive", "sleep", "drive"})
# Before a time that always holds.
_REGULAR = frozenset({"after", "within", "every"})
# Words and verbs of what is so by custom, by no rule.
_HABITUAL = frozenset(
    {"often", "usually", "typically", "generally", "sometimes", "normally", "average", "most", "many"}
)
_LASTING = frozenset({"be", "have", "take", "last", "spend", "work", "wait", "live", "remain", "die", "average"})
_PRESENT_BE = frozenset({"is", "are", "has", "have", "do", "does"})


@dataclass(frozen=True, slots=True)
class ModalWords:
    """The lists of `schemas/lexicon/statements.yaml` that tell rule and proposal from event."""

    law_nouns: frozenset[str]
    names_too: frozenset[str]
    rule_verbs: frozenset[str]
    ruling_past_verbs: frozenset[str]
    setting_verbs: frozenset[str]
    exposing_verbs: frozenset[str]
    penalty_nouns: frozenset[str]
    penalty_verbs: frozenset[str]
    rule_words: frozenset[str]
    proposal_verbs: frozenset[str]
    proposal_verbs_for: frozenset[str]
    proposal_verbs_to: frozenset[str]
    proposal_nouns: frozenset[str]
    granted_nouns: frozenset[str]
    lawgivers: frozenset[str]


@cache
def _words() -> ModalWords:
    return ModalWords(**{field.name: frozenset(words_of("statements", field.name)) for field in fields(ModalWords)})


@dataclass(frozen=True, slots=True)
class Force:
    """The modality that a clause gives its numbers, and the words that say so."""

    modality: Modality
    evidence: str


def force_of(analysis: Analysis, index: int, relations: tuple[Relation, ...]) -> Force:
    """Return the modality of the clause around the phrase at `index`: proposal before rule before event."""
    first, last = segment_of(analysis, index)
    proposal = _proposal(analysis, first, index, relations)
    if proposal is not None:
        return Force(Modality.PROPOSED, proposal)
    rule = _rule(analysis, first, last, index, relations)
    if rule is not None:
        return Force(Modality.STATUTORY, rule)
    return Force(Modality.OCCURRED, "no word of law or proposal governs the number")


def _governing_verbs(analysis: Analysis, first: int, index: int, relations: tuple[Relation, ...]) -> list[Chunk]:
    """Return the verb groups that may govern a number: those of its relations, and those left of it, nearest first."""
    verbs = [analysis.chunks[relation.chunk] for relation in relations if not relation.postmodifier]
    verbs.extend(analysis.chunks[at] for at in range(index - 1, first - 1, -1))
    return [verb for verb in verbs if verb.kind is Kind.VERB]


def _proposal(analysis: Analysis, first: int, index: int, relations: tuple[Relation, ...]) -> str | None:
    own = [relation.chunk for relation in relations if not relation.postmodifier]
    right = [at for at in own if at > index and analysis.chunks[at].kind is Kind.VERB]
    left = [at for at in own if at < index and analysis.chunks[at].kind is Kind.VERB]
    for at in (*left, *right):
        if analysis.chunks[at].modal in {"would", "to"}:
            return f"{analysis.sentence.surfaces[analysis.chunks[at].first]!r} before the verb"
    # The verb of which the number is the subject tells alone what happened (`30 rallies, of which 22 took place`).
    if not right or left:
        found = _sought(analysis, first, index)
        if found is not None:
            return found
    if any(chunk.kind is Kind.VERB and chunk.modal == "would" for chunk in analysis.chunks[first:index]):
        return "'would' in the clause"
    return _marked(analysis, index)


def _sought(analysis: Analysis, first: int, index: int) -> str | None:
    """Return the verb of proposal over a number: the nearest to its left, and those that govern it as infinitive."""
    for at in range(index - 1, first - 1, -1):
        verb = analysis.chunks[at]
        if verb.kind is not Kind.VERB:
            continue
        if _seeks(analysis, at, index):
            return f"the verb {verb.word!r} seeks or plans"
        before = analysis.chunks[at - 1] if at > first else verb
        if (
            verb.form is VerbForm.INFINITIVE
            and before.kind is Kind.NOUN_PHRASE
            and singular(before.word) in _words().proposal_nouns
        ):
            return f"the {before.word} to {verb.word}"
        if verb.form not in {VerbForm.INFINITIVE, VerbForm.GERUND} or verb.perfect:
            return None
    return None


def _seeks(analysis: Analysis, at: int, index: int) -> bool:
    """Tell whether a verb of proposal has the number, or what leads to it, for its object."""
    verb, words = analysis.chunks[at], _words()
    if verb.word in words.proposal_verbs:
        after = analysis.chunks[at + 1] if at + 1 < len(analysis.chunks) else verb
        # To seek asylum is done, not planned.
        return after.word not in words.granted_nouns
    after = analysis.chunks[at + 1] if at + 1 < index else verb
    if verb.word in words.proposal_verbs_for:
        return (after.kind is Kind.PREPOSITION and after.word in {"for", "on", "upon", "to"}) or _leads_to_verb(
            analysis, at, index
        )
    if verb.word == "agree" and after.kind is Kind.PREPOSITION and at + 2 < index:
        return noun_class(analysis.chunks[at + 2].word) == "person_event"
    return verb.word in words.proposal_verbs_to and _leads_to_verb(analysis, at, index)


def _leads_to_verb(analysis: Analysis, at: int, index: int) -> bool:
    """Tell whether the next verb, before the number, is an infinitive or gerund (`asked the court to suspend`)."""
    following = next((chunk for chunk in analysis.chunks[at + 1 : index] if chunk.kind is Kind.VERB), None)
    return following is not None and following.form in {VerbForm.INFINITIVE, VerbForm.GERUND}


def _marked(analysis: Analysis, index: int) -> str | None:
    """Return the participle beside a number that calls what it counts planned (`12 cities of the planned protests`)."""
    sentence, phrase = analysis.sentence, analysis.chunks[index]
    for at in range(max(1, phrase.first - 6), min(len(sentence.words), phrase.last + 6)):
        if sentence.words[at] in {"planned", "proposed", "scheduled"} and sentence.words[at - 1] in {
            "the",
            "of",
            "a",
            "for",
            "its",
            "their",
        }:
            return f"{sentence.words[at]!r} beside the number"
    return None


def _rule(analysis: Analysis, first: int, last: int, index: int, relations: tuple[Relation, ...]) -> str | None:
    words, sentence = _words(), analysis.sentence
    governing = _governing_verbs(analysis, first, index, relations)
    if _befell_one(analysis, index, relations):
        return None
    law = _law_noun(analysis, first, last) or _opening_law(analysis, first)
    for verb in governing[:4]:
        if verb.modal in _RULE_MODALS and not verb.perfect:
            return f"{verb.modal!r} before the verb {verb.word!r}"
        if law is not None and verb.modal in _LAW_MODALS and not verb.perfect:
            return f"the {law} and {verb.modal!r} before the verb {verb.word!r}"
        if (obliged := _obliged(analysis, verb, law)) is not None:
            return obliged
    present = any(
        _is_present(analysis, chunk) for chunk in analysis.chunks[first : last + 1] if chunk.kind is Kind.VERB
    )
    window = sentence.words[analysis.chunks[first].first : analysis.chunks[last].last + 1]
    listed = next((word for word in window if word in words.rule_words), None)
    if listed is not None and (present or listed in {"punishable", "liable", "required"}):
        return f"{listed!r} in the clause"
    if law is not None and present:
        return f"the {law} and a verb in the present tense"
    return (
        _exposed(analysis, first, last, governing)
        or _set_by_rule(analysis, governing, law)
        or _told_of_right(analysis, first, index)
        or _held_by_habit(analysis, index, governing)
    )


def _told_of_right(analysis: Analysis, first: int, index: int) -> str | None:
    """Read `detainees had the right to appear before a court within 48 hours`."""
    words = analysis.sentence.words[analysis.chunks[first].first : analysis.chunks[index].first]
    return "a right to something" if ("right", "to") in pairwise(words) else None


def _held_by_habit(analysis: Analysis, index: int, governing: list[Chunk]) -> str | None:
    """Read `such a decree lapses after five years`: in prose of the past, the present tells what always holds."""
    words, chunk = analysis.sentence.words, analysis.chunks[index]
    before = words[max(0, chunk.first - 1) : chunk.first + 1]
    if _REGULAR.isdisjoint(before) or not governing or not _HABITUAL.isdisjoint(words):
        return None
    verb = governing[0]
    if verb.word in _LASTING or verb.negated or not _is_present(analysis, verb):
        return None
    return f"the verb {verb.word!r} in the present tense, and a regular time"


def _opening_law(analysis: Analysis, first: int) -> str | None:
    """Return the law that a sentence opens with, which reaches over semicolons (`By law police have 24 hours; …`)."""
    if first == 0 or analysis.chunks[0].kind is not Kind.PREPOSITION or analysis.chunks[0].word not in _BY_LAW:
        return None
    return _law_noun(analysis, 0, min(_OPENING_REACH, first - 1))


def _obliged(analysis: Analysis, verb: Chunk, law: str | None) -> str | None:
    """Return what says that something has to be done: `has to number 1,000 members`, under a law also `had to`."""
    auxiliary = analysis.sentence.words[verb.first]
    if verb.form is not VerbForm.INFINITIVE or verb.word in _ENDURED:
        return None
    obliges = auxiliary in {"has", "have"} or (auxiliary == "had" and law is not None)
    return f"{auxiliary!r} and an infinitive" if obliges else None


def _set_by_rule(analysis: Analysis, governing: list[Chunk], law: str | None) -> str | None:
    words = _words()
    for verb in governing[:4]:
        if verb.word in words.rule_verbs and (law is not None or _generic(analysis, verb)):
            return f"the verb {verb.word!r} sets a rule"
        if verb.word in words.setting_verbs and law is not None:
            return f"the {law} sets it"
    return None


def _befell_one(analysis: Analysis, index: int, relations: tuple[Relation, ...]) -> bool:
    """Tell whether someone fined or sentenced someone: an active past verb of penalty after a subject not a law."""
    words = _words()
    for relation in relations:
        at = relation.chunk
        verb = analysis.chunks[at]
        if relation.postmodifier or verb.kind is not Kind.VERB or not 0 < at < index:
            continue
        subject = analysis.chunks[at - 1]
        past = verb.form is VerbForm.PAST_OR_PARTICIPLE and not verb.passive
        if not past or verb.word not in words.penalty_verbs:
            continue
        if subject.kind is Kind.NOUN_PHRASE:
            return singular(subject.word) not in words.law_nouns
        if subject.kind is Kind.CONJUNCTION and subject.word == "and":
            earlier = next((chunk for chunk in reversed(analysis.chunks[:at]) if chunk.kind is Kind.VERB), None)
            return earlier is not None and earlier.form is VerbForm.PAST_OR_PARTICIPLE
    return False


def _exposed(analysis: Analysis, first: int, last: int, governing: list[Chunk]) -> str | None:
    """Return what says, in the present tense, that a penalty awaits (`carries a fine of`, `the fine is`)."""
    words, sentence = _words(), analysis.sentence
    for verb in governing[:3]:
        if verb.word in words.exposing_verbs and _is_present(analysis, verb):
            return f"the verb {verb.word!r} in the present tense"
    penalty = any(
        not words.penalty_nouns.isdisjoint(sentence.words[chunk.first : chunk.last + 1])
        for chunk in analysis.chunks[first : last + 1]
    )
    told = _told_in_words(analysis, analysis.chunks[first].first, analysis.chunks[last].last, penalty=penalty)
    if told is not None:
        return told
    if penalty and any(
        verb.word in {"be", "range", "vary", "start", "stand", "amount"} and _is_present(analysis, verb)
        for verb in governing[:2]
    ):
        return "a penalty and a verb in the present tense"
    if penalty and any(
        verb.word in words.setting_verbs and _by_lawgiver(analysis, first, verb) for verb in governing[:2]
    ):
        return "a lawgiver sets the penalty"
    return None


_SET_PHRASES = frozenset({("leads", "to"), ("results", "in"), ("lead", "to"), ("result", "in")})


def _told_in_words(analysis: Analysis, begin: int, end: int, *, penalty: bool) -> str | None:
    """Return the words that say so, whatever they were taken for (`members of an association risk imprisonment`)."""
    words, tokens = _words(), analysis.sentence.words
    for at in range(begin, end):
        following = tokens[at + 1 : at + 5]
        if (tokens[at], following[0]) in _SET_PHRASES:
            return f"'{tokens[at]} {following[0]}' in the present tense"
        if (
            tokens[at] == "subject"
            and following[0] == "to"
            and not {"is", "are"}.isdisjoint(tokens[max(begin, at - 4) : at])
        ):
            return "'subject to' in the present tense"
        if penalty and tokens[at] in {"range", "ranges", "vary", "varies"} and following[0] in {"from", "between"}:
            return "a penalty that ranges, in the present tense"
        if (
            tokens[at] in {"faced", "carried", "risked"}
            and not words.penalty_nouns.isdisjoint(following)
            and _bounded(tokens[at : at + 9])
        ):
            return f"{tokens[at]!r} a penalty with its upper bound"
        if (
            tokens[at] in _exposing_forms()
            and not words.penalty_nouns.isdisjoint(following)
            and (not at or tokens[at - 1] not in {"the", "a", "to"})
        ):
            return f"{tokens[at]!r} a penalty, in the present tense"
    return None


def _bounded(tokens: tuple[str, ...]) -> bool:
    return "maximum" in tokens or ("up", "to") in pairwise(tokens)


@cache
def _exposing_forms() -> frozenset[str]:
    return frozenset(form for verb in _words().exposing_verbs for form in (verb, plural(verb)))


def _by_lawgiver(analysis: Analysis, first: int, verb: Chunk) -> bool:
    """Tell whether a body that makes law stands before a verb, and what the penalty is for after it."""
    at = next(index for index, chunk in enumerate(analysis.chunks) if chunk is verb)
    giver = any(
        chunk.kind is Kind.NOUN_PHRASE and singular(chunk.word) in _words().lawgivers
        for chunk in analysis.chunks[first:at]
    )
    return giver and any(
        chunk.kind is Kind.PREPOSITION and chunk.word == "for" for chunk in analysis.chunks[at : at + 3]
    )


def _generic(analysis: Analysis, verb: Chunk) -> bool:
    """Tell whether a verb of rule speaks of a class of persons: `were allowed`, not `was allowed`, nor `barred him`."""
    if verb.word not in _words().ruling_past_verbs:
        return _is_present(analysis, verb)
    return not any(analysis.sentence.words[at] == "was" for at in range(verb.first, verb.last + 1))


def _is_present(analysis: Analysis, verb: Chunk) -> bool:
    word = analysis.sentence.words[verb.first]
    if verb.form in {VerbForm.INFINITIVE, VerbForm.GERUND, VerbForm.PAST_OR_PARTICIPLE}:
        return False
    if word in _PRESENT_BE:
        return not verb.perfect
    tags = lexicon().tags.get(analysis.sentence.words[verb.head], 0)
    return (
        bool(tags & (Tag.VERB_PRESENT | Tag.VERB_BASE))
        and not tags & Tag.VERB_PAST
        and verb.modal is None
        and verb.first == verb.last
    )


def _law_noun(analysis: Analysis, first: int, last: int) -> str | None:
    words, sentence = _words(), analysis.sentence
    for chunk in analysis.chunks[first : last + 1]:
        if chunk.kind is not Kind.NOUN_PHRASE:
            continue
        for at in range(chunk.first, chunk.last + 1):
            word = sentence.words[at]
            if word not in words.law_nouns and singular(word) not in words.law_nouns:
                continue
            # A party may be a Convention, and a ministry one of Law and Order.
            if sentence.surfaces[at][0].isupper() and singular(word) in words.names_too and at > chunk.first:
                continue
            return word
    return None
