"""Limits of time told in the past tense of whoever they bind: `overtime was limited to 12 hours a week`."""

from pipeline.facts.clauses import is_preposition, is_pronoun, over_ages, subject_of
from pipeline.facts.modal_words import modal_words
from pipeline.facts.steps import quantity_at
from pipeline.language.chunks import Chunk, Kind
from pipeline.language.lexicon import Tag, lexicon, values_of, word_set
from pipeline.language.nouns import noun_class, singular
from pipeline.numerals.phrases import POSSESSIVES, is_phrase, kind_at
from pipeline.numerals.quantities import Analysis

_LIMITING = frozenset({"limit", "cap", "restrict"})
_LIMITED = frozenset({"limited to", "capped at"})
# After `could`, these deny whatever goes beyond: `could work only six hours`, `could not exceed 40 hours`.
_EXCLUDING = frozenset({"not", "only", "no"})
_GRANTING = frozenset({"grant", "issue", "renew", "extend", "give"})
_ALL = frozenset({"all", "both", "most", "such", "these"})
# With a ceiling these tell what is let: `could work up to 60 hours`.
_ENGAGED = frozenset({"work", "stay", "remain", "reside", "visit", "rest"})
_CEILINGS = frozenset({"up to", "a maximum of", "at most", "as many as", "as long as", "a total of up to"})
_LASTING_BY_LAW = frozenset({"detention", "custody", "arrest", "contract", "contracts", "leave"})
# What is good for a time.
_DOCUMENTS = frozenset({"permit", "visa", "card", "license", "certificate", "passport"})
# `Naturalization was possible after seven years`.
_ALLOWED = frozenset({"possible", "available", "permissible", "eligible", "entitled", "allowed", "permitted"})
_AFTER = frozenset({("after",), ("within",), ("every",)})
_CONDITIONS = frozenset({"condition", "requirement", "prerequisite", "qualification", "criterion", "criteria"})
_NAMING = frozenset({"be", "include", "comprise"})
_OF = frozenset({"of"})
_WITH = frozenset({"with"})
_HIGHEST = frozenset({"a maximum of", "a minimum of", "maximum of", "minimum of"})
# Before a time in parentheses: `the legal limit for hours (48 a week)`.
_BOUNDS = frozenset({"limit", "maximum", "minimum", "ceiling", "cap", "deadline", "threshold"})
_COMPLETING = frozenset({"of", "for", "on"})
_WITHIN = frozenset({"within"})
_PERIODS = frozenset({"period", "term", "duration"})
# Chunks from a verb to its time over `for a period of`.
_OVER_PERIOD = 4
# What follows unless somebody acts in time follows of a rule.
_IF = frozenset({"if", "unless"})
_THREATENING = frozenset({"threaten", "warn", "vow", "promise", "pledge", "agree", "give", "issue"})
_INDEFINITE = frozenset({"a", "an", "any", "each", "every", "no", "all", "such"})
_PROLONGED = frozenset({"renewable", "extendable", "extendible", "extensible", "prolongable"})
_SERVING = frozenset({("serve",), ("serves",)})
_TERMS_OF_OFFICE = frozenset({"term", "terms", "mandate", "mandates"})
_IN_LAW = frozenset({("in", "law"), ("by", "law"), ("by", "statute"), ("in", "theory")})
# Words from `renewable` to its time: `renewable for another`.
_BEFORE_LIMIT = 3
# Chunks in which what opens a sentence ends at a comma.
_FRONTED = 10
# Chunks from a verb to the time that it limits, over adverbs and prepositions.
_REACH = 6


def standing_limit(analysis: Analysis, index: int) -> str | None:
    """Return what says that the time at `index` is a limit for anyone; null where nothing does."""
    quantity = quantity_at(analysis, index)
    if quantity is None or quantity.measure is None or quantity.measure.unit not in values_of("units", "time").values():
        return None
    verb = _verb_before(analysis, index)
    told = _told_by_noun(analysis, index) or _told_by_condition(analysis, verb, index)
    return told if told is not None or verb < 0 else _told_by_verb(analysis, verb, index, quantity.hedge.words)


def limit_in_words(analysis: Analysis, index: int) -> str | None:
    """Read `renewable for two years`, `extendable by 30 days`, `service, in law limited to 18 months, had lasted`.

    The words beside such a time say that a rule sets it, whatever the verb tells.
    """
    quantity = quantity_at(analysis, index)
    if quantity is None or quantity.measure is None or quantity.measure.unit not in values_of("units", "time").values():
        return None
    words = analysis.sentence.words
    first = analysis.chunks[index].first
    before = words[max(0, first - _BEFORE_LIMIT) : first]
    if (found := next((word for word in before if word in _PROLONGED), None)) is not None:
        return f"{found!r} before a time"
    if before[-1:] in _SERVING and words[analysis.chunks[index].head] in _TERMS_OF_OFFICE:
        return "'serve' a term of so long, in the present tense"
    if (law := _law_behind(analysis, index)) is not None:
        return f"the {law} behind a time that opens the sentence"
    if words[first : first + 2] in {("limited", "to"), ("capped", "at")} and before[-2:] in _IN_LAW:
        return f"{' '.join(before[-2:])!r} before what is limited"
    return None


def _law_behind(analysis: Analysis, index: int) -> str | None:
    """Return the law that sets what holds in a time before it: `In the three months before a vote, the law banned`."""
    if index != 1 or kind_at(analysis, 0) is not Kind.PREPOSITION:
        return None
    comma = next(
        (at for at in range(2, min(_FRONTED, len(analysis.chunks))) if kind_at(analysis, at) is Kind.COMMA), -1
    )
    verb = comma + 2
    while kind_at(analysis, verb) is Kind.ADVERB:
        verb += 1
    if comma < 0 or kind_at(analysis, verb) is not Kind.VERB or not is_phrase(analysis, comma + 1):
        return None
    law = analysis.chunks[comma + 1].word
    sets = analysis.chunks[verb].word in modal_words().rule_verbs | modal_words().setting_verbs
    return law if sets and singular(law) in modal_words().law_nouns else None


def _told_by_noun(analysis: Analysis, index: int) -> str | None:
    """Read `the condition of five years`, `one-year permits`, `with a maximum of four hours`."""
    if is_preposition(analysis, index - 1, _OF) and _is_condition(analysis, index - 2):
        return f"the {analysis.chunks[index - 2].word} of a time"
    chunk = analysis.chunks[index]
    if (required := _required_within(analysis, index)) >= 0:
        return f"the {analysis.chunks[required].word} for something within a time"
    if kind_at(analysis, index - 1) is Kind.OPEN and _is_bounding(analysis, index - 2):
        return "the time in parentheses behind what it limits"
    quantity = quantity_at(analysis, index)
    if quantity is not None and quantity.hedge.words in _HIGHEST and is_preposition(analysis, index - 1, _WITH):
        return f"'with {quantity.hedge.words}' a time"
    after = analysis.readings[chunk.number].figure.last + 1
    compound = analysis.sentence.words[after : after + 1] in {("-",), ("‑",)}
    papers = singular(chunk.word) in _DOCUMENTS and singular(chunk.word) != chunk.word
    return f"{chunk.word} for a time" if compound and papers else None


def _required_within(analysis: Analysis, index: int) -> int:
    """Return the requirement of what is due within a time (`ignored the requirement for a review within two days`)."""
    figure = analysis.readings[analysis.chunks[index].number].figure
    at = index - 1 if is_preposition(analysis, index - 1, _WITHIN) else index
    told = at < index or analysis.sentence.words[figure.first - 1] == "within"
    while is_phrase(analysis, at - 1) and is_preposition(analysis, at - 2, _COMPLETING):
        at -= 2
    return at - 1 if told and at < index and _is_condition(analysis, at - 1) else -1


def _is_bounding(analysis: Analysis, at: int) -> bool:
    """Tell whether the phrase that ends at `at` is a limit, with what it limits: `the limits for working hours`."""
    while is_phrase(analysis, at) and is_preposition(analysis, at - 1, _COMPLETING):
        at -= 2
    return is_phrase(analysis, at) and singular(analysis.chunks[at].word) in _BOUNDS


def _told_by_condition(analysis: Analysis, verb: int, index: int) -> str | None:
    """Read `if the office did not object within 30 days, the union was registered`; an ultimatum sets no rule."""
    words = analysis.sentence.words
    figure = analysis.readings[analysis.chunks[index].number].figure
    if verb < 0 or words[figure.first - 1] != "within" or _IF.isdisjoint(words) or "would" in words:
        return None
    opening = next((at for at in range(verb - 1, -1, -1) if analysis.chunks[at].word in _IF), -1)
    if opening < 0 or any(_threatens(chunk) for chunk in analysis.chunks[:opening]):
        return None
    between = analysis.chunks[opening + 1 : verb]
    failed = any(chunk.kind is Kind.VERB and chunk.word == "fail" for chunk in between)
    nobody = "no" in words[analysis.chunks[opening].last + 1 : analysis.chunks[verb].first]
    idle = analysis.chunks[verb].negated or failed or nobody or analysis.chunks[opening].word == "unless"
    crossed = any(chunk.kind in {Kind.COMMA, Kind.SEMICOLON, Kind.SUBORDINATOR} for chunk in between)
    return "what follows where nobody acts in time" if idle and not crossed else None


def _threatens(chunk: Chunk) -> bool:
    threats = chunk.word in word_set("statements", "reporting") | modal_words().proposal_verbs | _THREATENING
    return chunk.kind is Kind.VERB and not chunk.passive and threats


def _told_by_verb(analysis: Analysis, verb: int, index: int, hedge: str | None) -> str | None:
    """Return what a verb says of a time that it limits, of whoever its subject is; null where it limits none."""
    chunk, subject = analysis.chunks[verb], over_ages(analysis, subject_of(analysis, verb))
    limits = chunk.passive and chunk.word in _LIMITING and kind_at(analysis, verb + 1) is Kind.PREPOSITION
    if (limits or (chunk.word == "be" and hedge in _LIMITED)) and _is_undetermined(analysis, subject):
        return "a time to which something is limited"
    if chunk.word in _NAMING and not chunk.passive and _is_condition(analysis, subject):
        return f"the {analysis.chunks[subject].word} that there is"
    could_be = chunk.modal == "could" and not chunk.perfect and _is_undetermined(analysis, subject)
    if _is_issued(analysis, verb, index) and (could_be or _is_plural(analysis, subject)):
        # `permits were issued for six months`, `protection could be granted for a year`
        return f"{chunk.word!r} for a time, of all of a kind"
    lasts = chunk.word == "last" and chunk.modal == "could" and (hedge is None or hedge in _CEILINGS)
    if lasts and subject >= 0 and analysis.chunks[subject].word in _LASTING_BY_LAW:
        return "'could last' at most a time, of what a law limits"
    return _told_by_auxiliary(analysis, chunk, index, hedge) if _is_bound(analysis, subject) else None


def _told_by_auxiliary(analysis: Analysis, verb: Chunk, index: int, hedge: str | None) -> str | None:
    """Read `could work only six hours`, `had to be renewed every year`, `was possible after six years`."""
    words = analysis.sentence.words
    between = words[verb.last + 1 : analysis.readings[analysis.chunks[index].number].figure.first]
    if not _ALLOWED.isdisjoint(between) and between[-1:] in _AFTER:
        return f"{' '.join(between)!r} a time"
    if words[verb.first] == "had" and between[-1:] == ("every",):
        return "'had to' do something every so often"
    ceiling = verb.word in _ENGAGED and hedge in _CEILINGS
    if verb.modal == "could" and not verb.perfect and (ceiling or _excludes(analysis, verb, index)):
        return "'could' before what is excluded beyond a time"
    return None


def _verb_before(analysis: Analysis, index: int) -> int:
    """Return the verb before a time, over adverbs, prepositions, and under a denial over any phrases; -1 for none."""
    direct = True
    for at in range(index - 1, max(-1, index - 1 - _REACH), -1):
        kind = kind_at(analysis, at)
        if kind is Kind.VERB:
            return at if direct or analysis.chunks[at].negated else -1
        if kind is Kind.NOUN_PHRASE and analysis.chunks[at].number < 0:
            direct = direct and analysis.chunks[at].word in _ALLOWED | _PERIODS
        elif kind not in {Kind.PREPOSITION, Kind.ADVERB}:
            return -1
    return -1


def _excludes(analysis: Analysis, verb: Chunk, index: int) -> bool:
    first = analysis.readings[analysis.chunks[index].number].figure.first
    return not _EXCLUDING.isdisjoint(analysis.sentence.words[verb.first : first])


def _is_condition(analysis: Analysis, at: int) -> bool:
    """Tell whether a phrase names what is asked of anyone: `the requirements for citizenship`, `the condition`."""
    if not is_phrase(analysis, at):
        return False
    chunk = analysis.chunks[at]
    return singular(chunk.word) in _CONDITIONS and analysis.sentence.words[chunk.first] not in POSSESSIVES


def _is_issued(analysis: Analysis, verb: int, index: int) -> bool:
    """Tell whether a time is that for which something is given: `permits were issued for six months`."""
    chunk = analysis.chunks[verb]
    given = chunk.passive and not chunk.negated and chunk.word in _GRANTING and analysis.chunks[verb + 1].word == "for"
    # `for a period of two years`
    named = index == verb + _OVER_PERIOD and analysis.chunks[verb + 2].word in _PERIODS
    return given and (index == verb + 2 or (named and is_preposition(analysis, index - 1, _OF)))


def _is_plural(analysis: Analysis, subject: int) -> bool:
    """Tell whether a subject is all of a kind, and no persons: `residence permits`, `both forms of protection`."""
    phrase = analysis.chunks[subject] if subject >= 0 else None
    if phrase is None or phrase.number >= 0 or singular(phrase.word) == phrase.word:
        return False
    all_of_kind = analysis.sentence.words[phrase.first] in _ALL or _is_undetermined(analysis, subject)
    return all_of_kind and noun_class(phrase.word) != "person"


def _is_undetermined(analysis: Analysis, subject: int) -> bool:
    """Tell whether a subject has no determiner of its own: `minors`, `overtime`, `pretrial detention`."""
    phrase = analysis.chunks[subject] if subject >= 0 else None
    if phrase is None or phrase.number >= 0:
        return False
    return not lexicon().tags.get(analysis.sentence.words[phrase.first], 0) & (Tag.DETERMINER | Tag.PRONOUN)


def _is_bound(analysis: Analysis, subject: int) -> bool:
    """Tell whether a limit holds for a subject at any time: for a class, for a thing, and not for some persons once."""
    phrase = analysis.chunks[subject] if subject >= 0 else None
    if phrase is None or phrase.number >= 0 or is_pronoun(phrase):
        return False
    indefinite = analysis.sentence.words[phrase.first] in _INDEFINITE
    return indefinite or _is_undetermined(analysis, subject) or noun_class(phrase.word) is None
