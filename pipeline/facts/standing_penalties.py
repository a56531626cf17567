"""Penalties told in the past tense of whoever would do something: `the penalty for fraud was two years`."""

from collections.abc import Sequence

from pipeline.facts.clauses import head_of, is_gerund, is_preposition, subject_of
from pipeline.facts.modal_words import modal_words
from pipeline.facts.powers import is_of_class
from pipeline.facts.steps import back, quantity_at
from pipeline.language.chunks import Chunk, Kind, VerbForm
from pipeline.language.lexicon import Tag, lexicon
from pipeline.language.nouns import noun_class, singular
from pipeline.numerals.phrases import is_phrase, kind_at
from pipeline.numerals.quantities import Analysis

_FOR = frozenset({"for"})
_COMPLETING = frozenset({"for", "of"})
_WITH = frozenset({"with", "by"})
# What says how high a penalty is.
_MEASURING = frozenset({
    "be", "include", "range", "run", "vary", "start", "stand", "amount", "reach", "consist", "begin", "go", "carry",
})  # fmt: skip
_RANGING = frozenset({"range", "vary"})
_OWNERS = frozenset({"his", "her", "their", "its", "my", "our"})
# Before what a penalty is for, these name any of its kind.
_ANY = frozenset({"a", "an", "any", "each", "every", "such", "all", "most", "other", "some", "these", "those"})
_WHOEVER = frozenset({"those", "anyone", "anybody", "whoever"})
_ANY_PERSON = frozenset({"person", "individual"})
# What a court hands down to many at once, and a law sets only for something or within bounds.
_HANDED_DOWN = frozenset({"sentence", "term", "imprisonment"})
# Chunks from `whose` back to the number of those whose it is.
_BEARER_REACH = 5
_BOUNDS = frozenset({"maximum", "minimum", "statutory", "mandatory", "legal", "prescribed"})


def standing_penalty(analysis: Analysis, first: int, index: int) -> str | None:
    """Return what says that the number at `index` is a penalty that awaits anyone; null where nothing does.

    `first` is the chunk with which its stretch between semicolons begins.
    """
    quantity = quantity_at(analysis, index)
    if quantity is None or quantity.measure is None:
        # A penalty is money or time.
        return None
    if (bearer := _bearer_of_range(analysis, index)) >= 0 and _awaits_anyone(analysis, bearer, -1):
        return f"the {analysis.chunks[bearer].word} that there is for something"
    if (attached := _attached_by_law(analysis, first, index)) >= 0:
        return f"the {analysis.chunks[attached].word} that a law goes with"
    if (explained := _explained_limit(analysis, index)) >= 0:
        return f"the {analysis.chunks[explained].word} that there was"
    verb = _finite_before(analysis, first, index)
    if verb < 0 and first > 0:
        # `The penalty for theft was two years; for robbery, six years; …`: a stretch without a verb has the first one.
        first, verb = 0, next((at for at in range(first) if _is_finite(analysis.chunks[at])), -1)
    if verb < 0:
        return None
    subject = subject_of(analysis, verb)
    if subject < 0:
        return None
    chunk = analysis.chunks[verb]
    if not _names_penalty(analysis, subject) and (opening := _opening_penalty(analysis, first, verb)) >= 0:
        subject = opening
    if _names_penalty(analysis, subject) and _measures(chunk) and _awaits_anyone(analysis, subject, verb):
        return f"the {analysis.chunks[subject].word} that there is for something"
    if not _is_anyone(analysis, subject):
        subject = _opening_class(analysis, first, subject)
    if _is_subject_to(analysis, chunk) and _is_anyone(analysis, subject):
        return "'subject to', said of a class"
    if chunk.word in modal_words().exposing_verbs and not chunk.passive and _is_anyone(analysis, subject):
        return f"the verb {chunk.word!r}, said of a class"
    return None


def _explained_limit(analysis: Analysis, index: int) -> int:
    """Return the highest or lowest penalty that an amount between commas tells (`The maximum fine, previously 500`)."""
    at = back(analysis, index - 1)
    bearer = at - 1
    if kind_at(analysis, at) is not Kind.COMMA or not is_phrase(analysis, bearer):
        return -1
    if is_preposition(analysis, bearer - 1, _COMPLETING) and is_phrase(analysis, bearer - 2):
        bearer -= 2
    phrase = analysis.chunks[bearer]
    bounded = not _BOUNDS.isdisjoint(analysis.sentence.words[phrase.first : phrase.last + 1])
    return bearer if bounded and _names_penalty(analysis, bearer) else -1


def _attached_by_law(analysis: Analysis, first: int, index: int) -> int:
    """Return the penalty with which a law makes something a deed (`The law made rape a crime, with a penalty of …`)."""
    bearer = index - 2
    if not is_preposition(analysis, index - 1, _COMPLETING) or not is_preposition(analysis, bearer - 1, _WITH):
        return -1
    opening = next((at for at in range(first, bearer) if is_phrase(analysis, at)), -1)
    by_law = opening >= 0 and singular(analysis.chunks[opening].word) in modal_words().law_nouns
    return bearer if by_law and is_phrase(analysis, bearer) and _names_penalty(analysis, bearer) else -1


def _bearer_of_range(analysis: Analysis, index: int) -> int:
    """Return the penalty of which a range after `with` tells (`with penalties ranging from a year`); else -1."""
    at = index - 1
    while kind_at(analysis, at) is Kind.PREPOSITION or (is_phrase(analysis, at) and analysis.chunks[at].number >= 0):
        # The number may be either end of the range.
        at -= 1
    verb = analysis.chunks[at]
    if verb.kind is not Kind.VERB or verb.form is not VerbForm.GERUND or verb.word not in _MEASURING:
        return -1
    bearer = at - 1
    while is_preposition(analysis, bearer - 1, _COMPLETING) and is_phrase(analysis, bearer - 2):
        bearer -= 2
    told = is_phrase(analysis, bearer) and _names_penalty(analysis, bearer)
    return bearer if told and is_preposition(analysis, bearer - 1, _WITH) else -1


def _opening_penalty(analysis: Analysis, first: int, verb: int) -> int:
    """Return the penalty for something with which a clause opens, over all that tells what it is for; -1 for none."""
    subject = next((at for at in range(first, verb) if is_phrase(analysis, at)), -1)
    if subject < 0 or not _names_penalty(analysis, subject) or not is_preposition(analysis, subject + 1, _FOR):
        return -1
    narrowing = {VerbForm.GERUND, VerbForm.INFINITIVE, VerbForm.PAST_OR_PARTICIPLE}
    inside = analysis.chunks[subject + 1 : verb]
    finite = any(
        chunk.kind is Kind.VERB and chunk.form not in narrowing and not is_gerund(analysis, chunk) for chunk in inside
    )
    return -1 if finite or any(chunk.kind is Kind.SUBORDINATOR for chunk in inside) else subject


def _opening_class(analysis: Analysis, first: int, subject: int) -> int:
    """Return `those` or `anyone` with which a clause opens over a relative clause of several objects; else the subject.

    `Those who sold or bought children, drugs, and arms were subject to …`, `Those convicted of selling them faced …`
    """
    opening = next((at for at in range(first, subject) if is_phrase(analysis, at)), subject)
    told = analysis.chunks[opening].word in _WHOEVER | _ANY_PERSON and kind_at(analysis, opening + 1) is Kind.RELATIVE
    return opening if told or _are_those_of_deed(analysis, opening) else subject


def _are_those_of_deed(analysis: Analysis, at: int) -> bool:
    """Tell whether a phrase is `those` and a participle that says what they did or what was done to them.

    For `Those convicted of theft`, which is one phrase, and `Those found guilty of theft`.
    """
    phrase = analysis.chunks[at]
    words = analysis.sentence.words[phrase.first : phrase.last + 1]
    if words[0] != "those":
        return False
    if len(words) > 1:
        return bool(lexicon().tags.get(words[-1], 0) & Tag.VERB_PARTICIPLE)
    after = analysis.chunks[at + 1 : at + 2]
    return any(chunk.kind is Kind.VERB and chunk.form is VerbForm.PAST_OR_PARTICIPLE for chunk in after)


def _finite_before(analysis: Analysis, first: int, index: int) -> int:
    """Return the nearest verb before a number that is neither infinitive nor gerund; -1 for none."""
    return next((at for at in range(index - 1, first - 1, -1) if _is_finite(analysis.chunks[at])), -1)


def _is_finite(chunk: Chunk) -> bool:
    return chunk.kind is Kind.VERB and chunk.form not in {VerbForm.INFINITIVE, VerbForm.GERUND}


def _is_subject_to(analysis: Analysis, verb: Chunk) -> bool:
    return verb.word == "be" and analysis.sentence.words[verb.last + 1 : verb.last + 3] == ("subject", "to")


def _measures(verb: Chunk) -> bool:
    """Tell whether a verb says how high a penalty is, or that it became so high (`was raised to`)."""
    if verb.passive:
        return verb.word in modal_words().setting_verbs
    return verb.word in _MEASURING


def _names_penalty(analysis: Analysis, subject: int) -> bool:
    head = head_of(analysis.chunks[subject])
    return head in modal_words().penalty_nouns or head in _HANDED_DOWN


def _awaits_anyone(analysis: Analysis, subject: int, verb: int) -> bool:
    """Tell whether a penalty is set, and was not laid on somebody: one with bounds, or for any deed of a kind."""
    phrase = analysis.chunks[subject]
    words = analysis.sentence.words[phrase.first : phrase.last + 1]
    if not _OWNERS.isdisjoint(words) or phrase.number >= 0:
        return False
    if not _BOUNDS.isdisjoint(words):
        return True
    if analysis.sentence.words[phrase.first - 1] == "whose" and _are_certain(analysis, subject - 2):
        return False
    handed_down = head_of(phrase) in _HANDED_DOWN
    if not handed_down and singular(phrase.word) == phrase.word and analysis.chunks[verb].word in _RANGING:
        # What is laid on somebody has one height: `The penalty ranged from a warning to a fine of 900`.
        return True
    if kind_at(analysis, subject - 1) is Kind.RELATIVE and is_preposition(analysis, subject - 2, _FOR):
        # `an offense for which the penalty was two years`
        return not handed_down
    if is_preposition(analysis, subject + 1, _FOR):
        # `Sentences for convicted smugglers ranged from …` tells what courts gave them.
        of_persons = noun_class(analysis.chunks[subject + 2].word) == "person"
        return _is_any_deed(analysis, subject + 2) and not (handed_down and of_persons)
    # `Penalties depended on the offense and ranged from …`
    joined = verb > subject and kind_at(analysis, verb - 1) is Kind.CONJUNCTION
    plain = (subject + 1 == verb or joined) and not handed_down
    return plain and singular(phrase.word) != phrase.word and not _is_determined(words)


def _are_certain(analysis: Analysis, bearers: int) -> bool:
    """Tell whether those before `whose` are so many persons: `12 men, whose terms range from one to four years`."""
    at = bearers + (kind_at(analysis, bearers) is not Kind.COMMA) - 1
    for step in range(at, max(-1, at - _BEARER_REACH), -1):
        if is_phrase(analysis, step) and analysis.chunks[step].number >= 0:
            return True
        if kind_at(analysis, step) not in {Kind.NOUN_PHRASE, Kind.PREPOSITION, Kind.DATE}:
            break
    return False


def _is_any_deed(analysis: Analysis, at: int) -> bool:
    """Tell whether what a penalty is for is any of its kind: `conviction of rape`, `hiring minors`, `the offense`."""
    if kind_at(analysis, at) is Kind.ADVERB:
        # `for not wearing a mask`
        at += 1
    if kind_at(analysis, at) is Kind.VERB:
        return is_gerund(analysis, analysis.chunks[at])
    if not is_phrase(analysis, at) or analysis.chunks[at].number >= 0:
        return False
    phrase = analysis.chunks[at]
    words = analysis.sentence.words[phrase.first : phrase.last + 1]
    named = any(analysis.sentence.surfaces[token][0].isupper() for token in range(phrase.first, phrase.last + 1))
    if named or not _OWNERS.isdisjoint(words):
        return False
    return not _is_determined(words) or words[0] in _ANY or singular(phrase.word) in modal_words().law_nouns


def _is_determined(words: Sequence[str]) -> bool:
    return bool(lexicon().tags.get(words[0], 0) & (Tag.DETERMINER | Tag.PRONOUN))


def _is_anyone(analysis: Analysis, subject: int) -> bool:
    """Tell whether a subject is whoever does something: `violators`, `a person convicted of fraud`, `employers`."""
    phrase = analysis.chunks[subject]
    if phrase.number >= 0:
        return False
    if phrase.word in _WHOEVER or _are_those_of_deed(analysis, subject):
        return True
    opener = analysis.sentence.words[phrase.first]
    if opener in _ANY or not _is_determined((opener,)):
        named = singular(phrase.word) in modal_words().law_nouns or phrase.word in _ANY_PERSON
        return named or is_of_class(analysis, subject)
    return False
