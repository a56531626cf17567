"""What says that a law or rule sets a number, whether or not it calls itself a law."""

from functools import lru_cache
from itertools import pairwise

from pipeline.facts.clauses import is_pronoun, subject_of
from pipeline.facts.exposures import exposed
from pipeline.facts.modal_words import governing_verbs, is_present, modal_words, tells_of_past
from pipeline.facts.powers import admits_by_size, is_of_class, power_over, set_limit, statutory_bound
from pipeline.facts.relation import Part, Relation
from pipeline.facts.standing_limits import limit_in_words, standing_limit
from pipeline.facts.standing_penalties import standing_penalty
from pipeline.facts.steps import has_object, quantity_at
from pipeline.language.chunks import Chunk, Kind, VerbForm
from pipeline.language.lexicon import Tag, lexicon, word_set
from pipeline.language.nouns import noun_class, singular
from pipeline.numerals.quantities import Analysis

_RULE_MODALS = frozenset({"may", "must", "shall", "can", "cannot"})
# …under a law alone: `Under the curfew residents could not leave home`.
_LAW_MODALS = frozenset({"could", "should"})
_BY_LAW = frozenset({"by", "under", "according", "per", "in"})
_HYPOTHETICAL = frozenset({"can", "could", "may", "might"})
_TIMES = frozenset({"minute", "hour", "day", "week", "month", "year"})
_HAVING = frozenset({
    "win", "take", "have", "hold", "get", "obtain", "gain", "secure", "capture", "occupy", "retain", "fill", "receive",
})  # fmt: skip
_COURTS = frozenset({"court", "tribunal", "judge", "chamber", "panel"})
_STATUTES = frozenset({"law", "laws", "constitution", "code", "act", "decree", "statute", "legislation", "regulations"})
_CONVICTIONS = frozenset({"conviction", "convictions"})
_ALLOWING = frozenset({"give", "grant", "afford", "accord", "leave"})
_OPENING_REACH = 4
# After these a clause tells what is so beside the rule.
_BESIDE_RULE = frozenset({"where", "while", "but", "though", "although"})
# What someone has to do without any rule.
_ENDURED = frozenset(
    {"wait", "walk", "travel", "live", "endure", "spend", "stand", "survive", "sleep", "drive", "afford"}
)
# What binds somebody, or what somebody is owed, before the infinitive that says it.
_ENTITLEMENTS = frozenset({"right", "obligation", "duty", "requirement", "entitlement", "authority", "power", "powers"})
_CONTRARY = frozenset({"despite", "notwithstanding"})
_DUE = frozenset({"within", "every"})
# `prior to the lapse of the 48-hour period`
_LAPSES = frozenset({"lapse", "expiry", "expiration"})
_LAPSE_REACH = 3
# Before a time that always holds.
_REGULAR = frozenset({"after", "within", "every"})
# Words and verbs of what is so by custom, by no rule.
_HABITUAL = frozenset(
    {"often", "usually", "typically", "generally", "sometimes", "normally", "average", "most", "many"}
)
_LASTING = frozenset({"be", "have", "take", "last", "spend", "work", "wait", "live", "remain", "die", "average"})


def rule_over(analysis: Analysis, first: int, last: int, index: int, relations: tuple[Relation, ...]) -> str | None:
    """Return what sets a rule over the number at `index` in a stretch of chunks; null where nothing does."""
    return limit_in_words(analysis, index) or _told_rule(analysis, first, last, index, relations)


def _told_rule(analysis: Analysis, first: int, last: int, index: int, relations: tuple[Relation, ...]) -> str | None:
    words, sentence = modal_words(), analysis.sentence
    governing = governing_verbs(analysis, first, index, relations)
    told_of_fact = _is_told_of_past(analysis, index, relations) or _may_take(analysis, index, governing)
    told_of_fact = told_of_fact or _averages(analysis, index, governing)
    if told_of_fact or _befell_one(analysis, index, relations):
        return None
    law = _law_noun(analysis, first, last) or _opening_law(analysis, first)
    for verb in governing[:4]:
        if verb.modal in _RULE_MODALS and (not verb.perfect or _must_have(analysis, verb)):
            return f"{verb.modal!r} before the verb {verb.word!r}"
        if law is not None and verb.modal in _LAW_MODALS and not verb.perfect and not _is_endured(verb):
            return f"the {law} and {verb.modal!r} before the verb {verb.word!r}"
        if (obliged := _obliged(analysis, verb, law, index)) is not None:
            return obliged
    if (power := power_over(analysis, index, governing)) is not None:
        return power
    if (bound := set_limit(analysis, index, governing) or statutory_bound(analysis, index)) is not None:
        return bound
    window = sentence.words[analysis.chunks[first].first : analysis.chunks[last].last + 1]
    if law is not None and _is_prescribed(window):
        return f"what the {law} prescribes"
    listed = next(filter(words.rule_words.__contains__, window), None)
    if listed == "required" and window[window.index(listed) - 1] in {"the", "a"}:
        # `turnout was above the required half`
        listed = None
    present = (listed is not None or law is not None) and _has_present(analysis, first, last)
    if listed is not None and (present or listed in {"punishable", "liable", "required"}):
        return f"{listed!r} in the clause"
    if law is not None and _merely_has(analysis, first, index, governing):
        law = None
    if law is not None and present:
        return f"the {law} and a verb in the present tense"
    return (
        exposed(analysis, first, last, governing)
        or standing_penalty(analysis, first, index)
        or standing_limit(analysis, index)
        or admits_by_size(analysis, index)
        or _set_by_rule(analysis, governing, law)
        or _told_of_right(analysis, first, index)
        or _held_by_habit(analysis, index, governing)
    )


def _is_endured(verb: Chunk) -> bool:
    """Tell whether a verb is what somebody goes through without any rule; `could not walk farther` may be one."""
    return verb.word in _ENDURED and not (verb.negated and verb.word != "afford")


def _must_have(analysis: Analysis, verb: Chunk) -> bool:
    """Tell whether a class must have done something (`candidates must have resided there for 10 years`)."""
    before = analysis.chunk_at[verb.first] - 1
    is_anyone = before >= 0 and (
        analysis.sentence.words[verb.first - 1] == "one"
        # `A candidate must have lived there for five years`
        or analysis.sentence.words[analysis.chunks[before].first] in {"a", "an", "any", "each", "every"}
    )
    if before > 0 and analysis.chunks[before].kind is Kind.CONJUNCTION:
        # `Candidates need 900 signatures and must have lived there for a year`
        before = 0
    return verb.modal == "must" and (is_anyone or is_of_class(analysis, before))


def _is_prescribed(window: tuple[str, ...]) -> bool:
    """Tell whether a law is the author of what a clause tells (`within 48 hours, as required by the law`)."""
    participles = modal_words().lawful_participles
    for at, (word, following) in enumerate(pairwise(window)):
        if word in participles and following == "by" and any(map(_names_law, window[at + 2 : at + 4])):
            return True
    return False


def _has_present(analysis: Analysis, first: int, last: int) -> bool:
    """Tell whether a stretch of chunks has a verb in the present tense."""
    return any(is_present(analysis, chunk) for chunk in analysis.chunks[first : last + 1] if chunk.kind is Kind.VERB)


def _is_told_of_past(analysis: Analysis, index: int, relations: tuple[Relation, ...]) -> bool:
    """Tell whether a verb of having or winning in the past has the number for object (`women won 35 of 123 seats`).

    Or whether a share was so much (`voting is mandatory, and turnout was 89 percent`).
    """
    quantity = quantity_at(analysis, index)
    before = analysis.chunks[index - 1] if index else None
    is_share = quantity is not None and quantity.measure is not None and quantity.measure.unit == "percent"
    if is_share and before is not None and before.kind is Kind.VERB:
        return analysis.sentence.words[before.first] in {"was", "were"}
    verb = next(
        (analysis.chunks[one.chunk] for one in relations if one.part is Part.AFFECTED and one.chunk < index), None
    )
    if verb is None or verb.passive or verb.modal is not None or verb.word not in _HAVING:
        return False
    past = lexicon().tags.get(analysis.sentence.words[verb.head], 0) & Tag.VERB_PAST
    had = analysis.sentence.words[verb.first] == "had" and "to" not in analysis.sentence.words[verb.first : verb.last]
    return bool(past or had) and verb.form is not VerbForm.INFINITIVE


def _may_take(analysis: Analysis, index: int, governing: list[Chunk]) -> bool:
    """Tell whether a time is how long something may last in fact: `the process could take up to four years`."""
    verb = governing[0] if governing else None
    if verb is None or verb.word != "take" or verb.modal not in _HYPOTHETICAL or verb.negated or verb.passive:
        return False
    quantity = quantity_at(analysis, index)
    return quantity is not None and quantity.measure is not None and quantity.measure.unit in _TIMES


def _averages(analysis: Analysis, index: int, governing: list[Chunk]) -> bool:
    """Tell whether a number is what something came to on average: `and 34 women stayed an average of 45 days`."""
    first = analysis.chunks[index].first
    if not governing or "average" not in analysis.sentence.words[max(0, first - 2) : first + 2]:
        return False
    return not governing[0].passive and tells_of_past(analysis, analysis.chunk_at[governing[0].head])


def _merely_has(analysis: Analysis, first: int, index: int, governing: list[Chunk]) -> bool:
    """Tell whether a verb of having before a number stands before any law (`which has 3,200 members, fought the law`).

    What a law says that a thing has stands behind the law.
    """
    verb = governing[0] if governing else None
    if verb is None or verb.word not in _HAVING or not is_present(analysis, verb):
        return False
    at = analysis.chunk_at[verb.first]
    aside = next((step for step in range(at - 1, first, -1) if analysis.chunks[step].word in _BESIDE_RULE), first)
    if aside > first and _law_noun(analysis, aside, at) is None:
        # `A quota of 33 percent applies to councils, where women hold 36 percent of seats`
        return True
    return at < index and _law_noun(analysis, first, at) is None and _opening_law(analysis, first) is None


def _told_of_right(analysis: Analysis, first: int, index: int) -> str | None:
    """Read `detainees had the right to appear before a court within 48 hours`, `the duty to reply within a week`."""
    words = analysis.sentence.words[analysis.chunks[first].first : analysis.chunks[index].first]
    told = next((noun for noun, link in pairwise(words) if link == "to" and noun in _ENTITLEMENTS), None)
    return None if told is None else f"a {told} to something"


def _held_by_habit(analysis: Analysis, index: int, governing: list[Chunk]) -> str | None:
    """Read `such a decree lapses after five years`: in prose of the past, the present tells what always holds."""
    words, chunk = analysis.sentence.words, analysis.chunks[index]
    before = words[max(0, chunk.first - 1) : chunk.first + 1]
    if _REGULAR.isdisjoint(before) or not governing or not _HABITUAL.isdisjoint(words):
        return None
    verb = governing[0]
    takes_place = words[verb.last + 1 : verb.last + 2] == ("place",)
    if (verb.word in _LASTING and not takes_place) or verb.negated or not is_present(analysis, verb):
        return None
    return f"the verb {verb.word!r} in the present tense, and a regular time"


def _opening_law(analysis: Analysis, first: int) -> str | None:
    """Return the law that a sentence opens with, which reaches over semicolons (`By law police have 24 hours; …`)."""
    if first == 0 or analysis.chunks[0].kind is not Kind.PREPOSITION or analysis.chunks[0].word not in _BY_LAW:
        return None
    law = _law_noun(analysis, 0, min(_OPENING_REACH, first - 1))
    return law if law in _STATUTES else None


def _obliged(analysis: Analysis, verb: Chunk, law: str | None, index: int) -> str | None:
    """Return what says that something has to be done: `has to number 1,000 members`, under a law also `had to`."""
    auxiliary = analysis.sentence.words[verb.first]
    if analysis.sentence.words[verb.first : verb.last + 1] == ("had", "to", "be") and not verb.passive:
        # `Thirty percent of candidates had to be women.`
        return "'had to be'"
    if analysis.sentence.words[verb.first : verb.last + 1] == ("had", "to", "have"):
        # `A party had to have 5,000 members`: whoever lacked them then had no way to get them.
        return "'had to have'"
    if verb.form is not VerbForm.INFINITIVE or (verb.word in _ENDURED and not _is_waiting_time(analysis, verb, index)):
        return None
    at = analysis.chunk_at[verb.first]
    bound = law is not None or _is_said_of_class(analysis, at) or _is_due_in_time(analysis, at, index)
    obliges = auxiliary in {"has", "have"} or (auxiliary == "had" and bound)
    return f"{auxiliary!r} and an infinitive" if obliges else None


def _is_waiting_time(analysis: Analysis, verb: Chunk, index: int) -> bool:
    """Tell whether somebody has to let a time pass first: `had to wait five years before applying`."""
    return verb.word == "wait" and "before" in analysis.sentence.words[analysis.chunks[index].last + 1 :]


def _is_due_in_time(analysis: Analysis, verb: int, index: int) -> bool:
    """Tell whether something is due within a time, or as often, whoever has to do it: `a judge had to review it every`.

    What `he had to` do was ordered once.
    """
    subject, first = subject_of(analysis, verb), analysis.chunks[index].first
    named = subject >= 0 and not is_pronoun(analysis.chunks[subject])
    words = analysis.sentence.words
    lapses = words[first] == "the" and not _LAPSES.isdisjoint(words[max(0, first - _LAPSE_REACH) : first])
    return named and (lapses or not _DUE.isdisjoint(words[max(0, first - 1) : first + 1]))


def _is_said_of_class(analysis: Analysis, verb: int) -> bool:
    """Tell whether a class is right before a verb, or opens the clause (`Workers hired in March had to pay`)."""
    if is_of_class(analysis, verb - 1):
        return True
    opening = analysis.chunks[0]
    plain = opening.kind is Kind.NOUN_PHRASE and is_of_class(analysis, 0)
    return plain and not any(
        chunk.kind is Kind.VERB and chunk.form in {VerbForm.FINITE, VerbForm.INFINITIVE}
        for chunk in analysis.chunks[1:verb]
    )


def _set_by_rule(analysis: Analysis, governing: list[Chunk], law: str | None) -> str | None:
    words = modal_words()
    for verb in governing[:4]:
        if verb.word in _ALLOWING and not verb.passive and (author := _law_before(analysis, verb)) is not None:
            # `The law gave employers 30 days to comply.`
            return f"the {author} and the verb {verb.word!r}"
        if verb.word == "impose" and law in words.penalty_nouns | _CONVICTIONS and not is_present(analysis, verb):
            # `The penalties imposed by the court included …`: what was laid on somebody.
            continue
        if verb.form is VerbForm.GERUND and _goes_with_deed(analysis, analysis.chunk_at[verb.first]):
            continue
        if verb.word in words.rule_verbs and (law is not None or _generic(analysis, verb)):
            return f"the verb {verb.word!r} sets a rule"
        if verb.word in words.setting_verbs and law is not None and not _has_court_for_subject(analysis, verb):
            return f"the {law} sets it"
    return None


def _law_before(analysis: Analysis, verb: Chunk) -> str | None:
    """Return the law right before a verb, or over a date or an aside (`A decree of May 3 gave`); null for none."""
    at = analysis.chunk_at[verb.first]
    subject = at - 1
    if at > 1 and analysis.chunks[subject].kind is not Kind.NOUN_PHRASE:
        subject = subject_of(analysis, at)
    if subject < 0 or analysis.chunks[subject].kind is not Kind.NOUN_PHRASE:
        return None
    word = analysis.chunks[subject].word
    return word if _names_law(word) else None


def _is_done(analysis: Analysis, at: int) -> bool:
    """Tell whether a noun is the object of a verb that tells of the past."""
    before = at - 1
    return before >= 0 and analysis.chunks[before].kind is Kind.VERB and tells_of_past(analysis, before)


def _goes_with_deed(analysis: Analysis, gerund: int) -> bool:
    """Tell whether a gerund goes on with what somebody did: `The council issued 12 decisions, imposing fines of …`."""
    if analysis.chunks[gerund - 1].kind is Kind.NOUN_PHRASE and _names_law(analysis.chunks[gerund - 1].word):
        # `signed a decree imposing fines of …`
        return False
    unfinite = {VerbForm.GERUND, VerbForm.INFINITIVE}
    verbs = (at for at in range(gerund - 1, -1, -1) if analysis.chunks[at].kind is Kind.VERB)
    main = next((at for at in verbs if analysis.chunks[at].form not in unfinite), -1)
    if main < 0 or not tells_of_past(analysis, main):
        return False
    decreed = analysis.chunks[main + 1].kind is Kind.NOUN_PHRASE and _names_law(analysis.chunks[main + 1].word)
    subject = subject_of(analysis, main)
    return subject >= 0 and not decreed and noun_class(analysis.chunks[subject].word) in {"organization", "person"}


def _has_court_for_subject(analysis: Analysis, verb: Chunk) -> bool:
    """Tell whether a court did what a verb says: `The court voided two convictions and reduced his sentence to …`."""
    subject = subject_of(analysis, analysis.chunk_at[verb.first])
    return subject >= 0 and singular(analysis.chunks[subject].word) in _COURTS


def _befell_one(analysis: Analysis, index: int, relations: tuple[Relation, ...]) -> bool:
    """Tell whether someone fined or sentenced someone: an active past verb of penalty after a subject not a law."""
    words = modal_words()
    for relation in relations:
        at = relation.chunk
        verb = analysis.chunks[at]
        if relation.postmodifier or verb.kind is not Kind.VERB or not 0 < at < index:
            continue
        if relation.preposition == "far" and _exposes_between(analysis, at, index):
            # `fined 30 men for begging, an offense that carries a fine of 500 euros`
            continue
        subject = analysis.chunks[at - 1]
        past = verb.form is VerbForm.PAST_OR_PARTICIPLE and not verb.passive
        if not past or verb.word not in words.penalty_verbs or not has_object(analysis, at):
            # `Persons convicted of fraud face a fine`: a participle that narrows the noun befell nobody.
            continue
        if subject.kind is Kind.NOUN_PHRASE:
            return singular(subject.word) not in words.law_nouns
        if subject.kind is Kind.CONJUNCTION and subject.word == "and":
            earlier = next((chunk for chunk in reversed(analysis.chunks[:at]) if chunk.kind is Kind.VERB), None)
            return earlier is not None and earlier.form is VerbForm.PAST_OR_PARTICIPLE
    return False


def _exposes_between(analysis: Analysis, verb: int, index: int) -> bool:
    """Tell whether a verb that says what penalty awaits stands between a verb and a number."""
    exposing = modal_words().exposing_verbs
    between = (chunk for chunk in analysis.chunks[verb + 1 : index] if chunk.kind is Kind.VERB)
    return any(chunk.word in exposing and is_present(analysis, chunk) for chunk in between)


def _has_event_for_object(analysis: Analysis, verb: Chunk) -> bool:
    """Tell whether an event follows a verb as what it let happen: `permitted a march`, `authorized 12 rallies`."""
    at = analysis.chunk_at[verb.head] + 1
    while at < len(analysis.chunks) and analysis.chunks[at].kind is Kind.ADVERB:
        at += 1
    is_phrase = at < len(analysis.chunks) and analysis.chunks[at].kind is Kind.NOUN_PHRASE
    whole = at + 2
    if is_phrase and analysis.chunks[at].number >= 0 and whole < len(analysis.chunks):
        # `permitted 40 of 61 requested rallies`
        at = whole if analysis.chunks[at + 1].word == "of" else at
    return is_phrase and singular(analysis.chunks[at].word) in word_set("statements", "events_let_happen")


def _generic(analysis: Analysis, verb: Chunk) -> bool:
    """Tell whether a verb of rule speaks of a class of persons: `were allowed`, not `was allowed`, nor `barred him`."""
    if verb.word not in modal_words().ruling_past_verbs:
        return is_present(analysis, verb)
    if verb.form is VerbForm.PAST_OR_PARTICIPLE and not verb.passive and _has_event_for_object(analysis, verb):
        # `The mayor allowed assemblies at two sites` tells what was done.
        return False
    return not any(analysis.sentence.words[at] == "was" for at in range(verb.first, verb.last + 1))


@lru_cache(maxsize=65536)
def _names_law(word: str) -> bool:
    return not modal_words().law_nouns.isdisjoint((word, singular(word)))


def _is_set_aside(analysis: Analysis, phrase: Chunk) -> bool:
    """Tell whether something is so whatever a rule asks: `Despite the quota, the share of women fell`."""
    words = analysis.sentence.words
    return words[phrase.last + 1 : phrase.last + 2] == (",",) and words[phrase.first - 1] in _CONTRARY


def _law_noun(analysis: Analysis, first: int, last: int) -> str | None:
    words, sentence = modal_words(), analysis.sentence
    stretch = analysis.chunks[first : last + 1]
    if not any(map(_names_law, sentence.words[stretch[0].first : stretch[-1].last + 1])):
        # Most clauses name none, and no phrase of theirs need be looked at.
        return None
    for chunk in stretch:
        if chunk.kind is not Kind.NOUN_PHRASE or _is_set_aside(analysis, chunk):
            continue
        for at in range(chunk.first, chunk.last + 1):
            word = sentence.words[at]
            if not _names_law(word):
                continue
            if word in _CONVICTIONS and _is_done(analysis, analysis.chunk_at[at]):
                # `upheld the convictions of six men, who are serving terms of two years`
                continue
            # A party may be a Convention, and a ministry one of Law and Order.
            if sentence.surfaces[at][0].isupper() and singular(word) in words.names_too and at > chunk.first:
                continue
            return word
    return None
