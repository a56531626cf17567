"""One word class for each token, chosen by what stands beside it among the classes that the lexicon allows."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import ClassVar

from pipeline.language.lexicon import Tag, lexicon, values_of, words_of
from pipeline.language.nouns import noun_class
from pipeline.language.sentences import Sentence

_HEAD = 1 << 20
_OPENER = 1 << 21
_DATED = 1 << 22
_MONTH = 1 << 23
_ADJECTIVE = 1 << 24
_NUMBER = 1 << 25
_MARK = 1 << 26
_VERBAL = 1 << 27
_NOMINAL = 1 << 28

_ADJECTIVE_ENDINGS = ("al", "ic", "ous", "ive", "ful", "less", "able", "ible", "ary", "ish", "ese", "ean")


@dataclass(frozen=True, slots=True)
class Words:
    """Tags of a sentence's tokens: those of the lexicon that hold here, and what the chunker needs besides."""

    tags: tuple[int, ...]
    HEAD: ClassVar[int] = _HEAD
    """May head a noun phrase."""
    OPENER: ClassVar[int] = _OPENER
    """Opens a noun phrase, and stands nowhere else in it."""
    DATED: ClassVar[int] = _DATED
    ADJECTIVE: ClassVar[int] = _ADJECTIVE
    MONTH: ClassVar[int] = _MONTH
    VERBAL: ClassVar[int] = _VERBAL
    """Part of a verb group."""
    NOMINAL: ClassVar[int] = _NOMINAL
    """Part of a noun phrase."""


@cache
def _months() -> frozenset[str]:
    return frozenset(values_of("context", "months"))


@cache
def _adjectives() -> frozenset[str]:
    return frozenset(words_of("function_words", "adjectives"))


@cache
def _ly_nouns() -> frozenset[str]:
    return frozenset(words_of("function_words", "ly_nouns"))


def _is_adjective(word: str, tags: int) -> bool:
    return word in _adjectives() or (
        word.endswith(_ADJECTIVE_ENDINGS) and not tags & Tag.NOUN and noun_class(word) is None
    )


def word_tags(sentence: Sentence, numerals: Mapping[int, str]) -> Words:
    """Return the tags of each token; `numerals` maps the tokens of numerals to `number`, `date` or `other`."""
    tags: list[int] = []
    for at, surface in enumerate(sentence.surfaces):
        kind = numerals.get(at)
        if kind is not None:
            tags.append(_NUMERAL_TAGS[kind])
            continue
        fixed = _fixed_tag(surface, sentence.words[at], at > 0)
        tags.append(fixed or _tag(sentence, at, sentence.words[at], tags, numerals))
    return Words(tuple(tags))


_NUMERAL_TAGS = {"number": _NOMINAL | _NUMBER, "date": _NOMINAL | _DATED, "other": _NOMINAL | _HEAD}
_BY_NEIGHBOURS = frozenset({"that", "to", "not", "each", "all", "both", "either", "neither", "where"})
_CLOSED = Tag.PREPOSITION | Tag.CONJUNCTION | Tag.DETERMINER | Tag.RELATIVE | Tag.SUBORDINATOR | Tag.PRONOUN


@lru_cache(maxsize=65536)
def _fixed_tag(surface: str, word: str, inside: bool) -> int:  # noqa: FBT001 - a key of the cache, always given by place
    """Return the tag of a token whatever stands beside it; 0 where the neighbours decide. Remembered, since words recur."""
    if word in {"'s", "’"}:
        return _NOMINAL | _ADJECTIVE if word == "'s" else 0
    if not surface[0].isalpha():
        return 0 if word == "%" else _MARK
    if word in _months() and surface[0].isupper():
        return _NOMINAL | _HEAD | _MONTH if inside or word != "may" else 0
    found = lexicon().tags.get(word, 0)
    if inside and surface[0].isupper() and not found & _CLOSED:
        return _NOMINAL | _HEAD
    if word in _adjectives() or word in _BY_NEIGHBOURS or found & Tag.VERB:
        return 0
    return _fixed_class(word, found)


def _fixed_class(word: str, found: int) -> int:
    if found & (Tag.BE | Tag.HAVE | Tag.DO | Tag.MODAL):
        return found | _VERBAL
    if found & Tag.RELATIVE:
        return Tag.RELATIVE
    if found & (Tag.DETERMINER | Tag.PRONOUN):
        return found | _NOMINAL | _OPENER | (_HEAD if found & Tag.PRONOUN else 0)
    if found & (Tag.SUBORDINATOR | Tag.PREPOSITION | Tag.CONJUNCTION | Tag.ADVERB | Tag.NEGATION):
        return found
    if word.endswith("ly") or (not found and word.endswith("ed")):
        return 0
    adjective = _ADJECTIVE if _is_adjective(word, found) else 0
    return found | _NOMINAL | _HEAD | adjective


def _tag(sentence: Sentence, at: int, word: str, before: list[int], numerals: Mapping[int, str]) -> int:
    surface = sentence.surfaces[at]
    if word == "'s" or (
        word == "’" and at and sentence.words[at - 1].endswith("s") and sentence.ends[at - 1] == sentence.starts[at]
    ):
        # A possessive opens the second half of a phrase: what follows is a noun, whatever else it could be.
        return _NOMINAL | _ADJECTIVE
    if not surface[0].isalpha() and word != "%":
        return _MARK
    if word in _months() and surface[0].isupper() and (at > 0 or word != "may"):
        return _NOMINAL | _HEAD | _MONTH
    found = lexicon().tags.get(word, 0)
    capital = surface[0].isupper() and at > 0
    if capital and not found & (
        Tag.PREPOSITION | Tag.CONJUNCTION | Tag.DETERMINER | Tag.RELATIVE | Tag.SUBORDINATOR | Tag.PRONOUN
    ):
        return _NOMINAL | _HEAD
    counts_next = numerals.get(at + 1) == "number" and bool(before) and bool(before[-1] & _OPENER)
    if (
        word in _adjectives()
        and not _after_bare_number(sentence, at, before)
        and (counts_next or (not found & Tag.NOUN and _follows_nominal(sentence, at, numerals)))
    ):
        return _NOMINAL | _ADJECTIVE | _HEAD
    if found & Tag.VERB and not (found & Tag.PREPOSITION and not _modifies_after_opener(before)):
        return _verb_or_noun(sentence, at, found, before, numerals)
    return _closed_class(sentence, at, found, before, numerals)


def _modifies_after_opener(before: list[int]) -> bool:
    """Tell whether `following`, `including` stands after what opens a noun phrase, and so is no preposition."""
    return bool(before) and bool(before[-1] & (_OPENER | _VERBAL))


def _closed_class(sentence: Sentence, at: int, found: int, before: list[int], numerals: Mapping[int, str]) -> int:
    word = sentence.words[at]
    if found & (Tag.BE | Tag.HAVE | Tag.DO | Tag.MODAL):
        return found | _VERBAL
    if word == "that":
        return _that(sentence, at, before, numerals)
    if word == "to" and _opens_infinitive(sentence, at, numerals):
        return found | _VERBAL
    if word == "not" and at + 1 < len(sentence.words) and before and before[-1] & _VERBAL:
        return Tag.NEGATION | _VERBAL
    if (
        word in {"each", "all", "both", "either", "neither"}
        and before
        and before[-1] & (Tag.BE | Tag.HAVE)
        and _participle_follows(sentence, at)
    ):
        # `were each sentenced`: the quantifier floats into the verb group.
        return Tag.ADVERB
    if found & Tag.RELATIVE and word != "where":
        return Tag.RELATIVE
    if found & Tag.DETERMINER and word != "both":
        # `no`, `these`, `such` open a phrase; `others`, `those` stand alone in one.
        return found | _NOMINAL | _OPENER | (_HEAD if found & Tag.PRONOUN else 0)
    if found & Tag.PRONOUN:
        return found | _NOMINAL | _OPENER | _HEAD
    if found & Tag.SUBORDINATOR and not found & Tag.PREPOSITION:
        return found
    if found & (Tag.PREPOSITION | Tag.CONJUNCTION):
        return found
    if found & (Tag.ADVERB | Tag.NEGATION | Tag.DETERMINER):
        return found
    if word.endswith("ly") and noun_class(word) is None and word not in _adjectives() and word not in _ly_nouns():
        return _NOMINAL | _ADJECTIVE if _modifies_modifier(sentence, at, before, numerals) else Tag.ADVERB
    if not found and word.endswith("ed") and len(word) > 4:  # noqa: PLR2004 - shorter ones are nouns (`seed`)
        return _verb_or_noun(sentence, at, Tag.VERB_PAST | Tag.VERB_PARTICIPLE, before, numerals)
    if _is_adjective(word, found):
        return found | _NOMINAL | _ADJECTIVE | _HEAD
    return found | _NOMINAL | _HEAD


def _modifies_modifier(sentence: Sentence, at: int, before: list[int], numerals: Mapping[int, str]) -> bool:
    """Tell whether an adverb stands inside a noun phrase: `57 directly elected seats`, `on politically motivated charges`."""
    if (
        not before
        or not before[-1] & (_OPENER | _NUMBER | _ADJECTIVE | Tag.PREPOSITION)
        or at + 2 >= len(sentence.words)
    ):
        return False
    following = sentence.words[at + 1]
    tags = lexicon().tags.get(following, 0)
    participle = tags & Tag.VERB_PARTICIPLE or following.endswith("ed") or _is_adjective(following, tags)
    return bool(participle) and _follows_nominal(sentence, at + 1, numerals)


def _participle_follows(sentence: Sentence, at: int) -> bool:
    following = sentence.words[at + 1] if at + 1 < len(sentence.words) else "."
    return bool(lexicon().tags.get(following, 0) & Tag.VERB_PARTICIPLE) or following.endswith("ed")


def _that(sentence: Sentence, at: int, before: list[int], numerals: Mapping[int, str]) -> int:
    del numerals
    if before and before[-1] & (_NOMINAL | _DATED):
        return Tag.RELATIVE
    if before and before[-1] & (_VERBAL | Tag.CONJUNCTION):
        return Tag.SUBORDINATOR
    follows = sentence.words[at + 1] if at + 1 < len(sentence.words) else ""
    return Tag.DETERMINER | _NOMINAL | _OPENER if follows.isalpha() else Tag.RELATIVE


_TAKES_TO = frozenset(
    {"according", "due", "up", "prior", "contrary", "subject", "compared", "owing", "thanks", "addition"}
)


def _opens_infinitive(sentence: Sentence, at: int, numerals: Mapping[int, str]) -> bool:
    if at and sentence.words[at - 1] in _TAKES_TO:
        return False
    if at and sentence.words[at - 1] in {"was", "were", "is", "are"} and at + 1 < len(sentence.words):
        # `were to return`: what was planned.
        return bool(lexicon().tags.get(sentence.words[at + 1], 0) & Tag.VERB_BASE)
    step = at + 1
    while step < len(sentence.words) and lexicon().tags.get(sentence.words[step], 0) & Tag.ADVERB and step < at + 3:
        step += 1
    if step >= len(sentence.words) or step in numerals or sentence.surfaces[step][0].isupper():
        return False
    tags = lexicon().tags.get(sentence.words[step], 0)
    if sentence.words[step] in {"be", "have"}:
        return True
    if not tags & Tag.VERB_BASE:
        return False
    if not tags & Tag.NOUN:
        return True
    # `to return home`, `to fine them`: a verb where what follows could be its object or adverb; `to trial.`: a noun.
    after = sentence.words[step + 1] if step + 1 < len(sentence.words) else "."
    after_tags = lexicon().tags.get(after, 0)
    return (
        step + 1 in numerals
        or bool(after_tags & (Tag.DETERMINER | Tag.PRONOUN | Tag.ADVERB))
        or (after.isalpha() and not after_tags & ~int(Tag.NOUN))
        or after in {"to", "from", "in", "on", "for", "against"}
    )


def _verb_or_noun(sentence: Sentence, at: int, found: int, before: list[int], numerals: Mapping[int, str]) -> int:
    """Choose between verb and noun or modifier, by the words on both sides."""
    previous = before[-1] if before else _MARK
    if previous & _MARK and sentence.words[at - 1] == "-" and len(before) > 1:
        # `short-term`, `government-run`: the second part of a compound modifies.
        return _NOMINAL | _ADJECTIVE | _HEAD
    if previous & _VERBAL and (sentence.words[at - 1] == "to" or previous & (Tag.MODAL | Tag.DO)):
        return found & ~int(Tag.NOUN) | _VERBAL
    opened = bool(previous & (_OPENER | _NUMBER | _ADJECTIVE)) and not (
        previous & Tag.PRONOUN and not previous & Tag.DETERMINER
    )
    follows = _follows_nominal(sentence, at, numerals)
    if found & (Tag.VERB_PAST | Tag.VERB_PARTICIPLE) and not found & (Tag.VERB_BASE | Tag.NOUN):
        modifies = opened and follows and not _finite_after_number(previous, sentence, at)
        substantive = previous & _OPENER and previous & Tag.DETERMINER and not follows
        prenominal = (
            follows and bool(previous & Tag.PREPOSITION) and sentence.words[at - 1] not in {"as", "than", "when", "if"}
        )
        adverbial = follows and bool(previous & Tag.ADVERB) and _opened_before(before)
        if modifies or substantive or prenominal or adverbial:
            return _NOMINAL | _ADJECTIVE | _HEAD
        return found | _VERBAL
    if found & Tag.VERB_GERUND:
        if opened or (
            follows
            and previous & Tag.PREPOSITION
            and sentence.words[at - 1] in {"of"}
            and not _object_after(sentence, at, numerals)
        ):
            return _NOMINAL | _ADJECTIVE | _HEAD
        if at + 1 < len(sentence.words) and sentence.words[at + 1] == "of":
            return _NOMINAL | _HEAD
        return found | _VERBAL
    if found & Tag.NOUN:
        return _ambiguous(sentence, at, found, before, numerals, opened=opened)
    closed_opener = previous & (_OPENER | _NUMBER | Tag.PREPOSITION) or (
        opened and sentence.words[at - 1] in {"'s", "’"}
    )
    if (
        closed_opener and not previous & Tag.RELATIVE and opened | bool(previous & Tag.PREPOSITION)
    ) and not found & Tag.VERB_PAST:
        return _NOMINAL | _HEAD
    if found & Tag.VERB_PRESENT and before and previous & _NOMINAL and _awaits_plural(sentence, before):
        return _NOMINAL | _HEAD
    if found & Tag.VERB_BASE and not found & Tag.VERB_PAST and previous & _ADJECTIVE:
        return _NOMINAL | _HEAD
    if found & Tag.VERB_BASE and not found & Tag.VERB_PAST and previous & _MARK and at:
        # A base form with no subject or auxiliary before it is no verb of a report (`; repeat offenders`).
        return _NOMINAL | _HEAD
    return found | _VERBAL


_REACH = 16


def _lacks_verb(sentence: Sentence, at: int, before: list[int], numerals: Mapping[int, str]) -> bool:
    """Tell whether the clause around a word has no other verb, so that the word must be it (`The law bans public gatherings …`)."""
    for back in range(at - 1, -1, -1):
        if before[back] & (_MARK | Tag.SUBORDINATOR | Tag.RELATIVE):
            break
        if before[back] & (_VERBAL | Tag.PREPOSITION):
            return False
    step = at + 1
    if step >= len(sentence.words) or not (sentence.words[step].isalpha() or step in numerals):
        return False
    follows = lexicon().tags.get(sentence.words[step], 0)
    if step not in numerals and follows & (
        Tag.BE | Tag.HAVE | Tag.MODAL | Tag.CONJUNCTION | Tag.PREPOSITION | Tag.RELATIVE
    ):
        return False
    for ahead in range(step, min(step + _REACH, len(sentence.words))):
        word = sentence.words[ahead]
        if not word[0].isalnum():
            return word in {".", ";", ",", "“"}
        tags = lexicon().tags.get(word, 0)
        if tags & (Tag.RELATIVE | Tag.SUBORDINATOR) and not tags & Tag.PREPOSITION:
            return True
        if tags & (Tag.BE | Tag.HAVE | Tag.MODAL | Tag.DO) or (
            tags & Tag.VERB_PAST and not tags & (Tag.NOUN | Tag.VERB_PARTICIPLE)
        ):
            return False
        if tags & Tag.VERB_PAST and not tags & Tag.NOUN and ahead > step:
            return False
    return True


def _awaits_plural(sentence: Sentence, before: list[int]) -> bool:
    """Tell whether the phrase so far has a number over one and ends in a singular: its head is still to come (`31 registration requests`)."""
    at = len(before) - 1
    if sentence.words[at].endswith("s"):
        return False
    while at >= 0 and before[at] & _NOMINAL:
        if before[at] & _NUMBER:
            return sentence.words[at] != "one"
        at -= 1
    return False


def _in_object(sentence: Sentence, before: list[int]) -> bool:
    """Tell whether the phrase so far is the object of a verb directly before it, and so no subject (`to fine media houses`)."""
    at = len(before) - 1
    while at >= 0 and before[at] & _NOMINAL:
        at -= 1
    return at >= 0 and bool(before[at] & _VERBAL) and sentence.words[at] not in {"said", "say", "says"}


def _opened_before(before: list[int]) -> bool:
    """Tell whether a determiner, numeral or preposition stands before the adverb (`the newly elected members`)."""
    return len(before) > 1 and bool(before[-2] & (_OPENER | _NUMBER | Tag.PREPOSITION | _ADJECTIVE))


def _finite_after_number(previous: int, sentence: Sentence, at: int) -> bool:
    """Tell whether a past form after a bare number governs (`seven received prison terms`), not modifies."""
    if not previous & _NUMBER:
        return False
    if at > 1 and sentence.words[at - 2] in {"whom", "which"}:
        return True
    return lexicon().lemmas.get(sentence.words[at]) in _governing() or sentence.words[at + 1 : at + 2] in {
        ("a",),
        ("an",),
        ("the",),
        ("their",),
        ("his",),
    }


def _after_bare_number(sentence: Sentence, at: int, before: list[int]) -> bool:
    """Tell whether a word follows `of which 21`, where the number stands alone and its verb comes next."""
    return at > 1 and bool(before[-1] & _NUMBER) and sentence.words[at - 2] in {"whom", "which"}


@cache
def _governing() -> frozenset[str]:
    return frozenset(words_of("verbs", "never_modify"))


def _object_after(sentence: Sentence, at: int, numerals: Mapping[int, str]) -> bool:
    follows = sentence.words[at + 1] if at + 1 < len(sentence.words) else "."
    return at + 1 in numerals or bool(lexicon().tags.get(follows, 0) & Tag.DETERMINER)


def _follows_nominal(sentence: Sentence, at: int, numerals: Mapping[int, str]) -> bool:
    """Tell whether the next word could be the noun that this one modifies."""
    step = at + 1
    if step >= len(sentence.words) or numerals.get(step) == "number":
        return False
    word = sentence.words[step]
    if not word[0].isalpha():
        return word in {"“", "-"} and step + 1 < len(sentence.words) and sentence.words[step + 1][0].isalpha()
    if sentence.surfaces[step][0].isupper():
        return word not in _months()
    tags = lexicon().tags.get(word, 0)
    if tags & Tag.NOUN:
        return True
    closed = (
        Tag.PREPOSITION | Tag.CONJUNCTION | Tag.DETERMINER | Tag.PRONOUN | Tag.BE | Tag.HAVE | Tag.MODAL | Tag.RELATIVE
    )
    if tags & (closed | Tag.SUBORDINATOR | Tag.ADVERB | Tag.VERB_PAST | Tag.VERB_BASE):
        return False
    return not word.endswith("ly")


# Plurals that stand before another noun (`human rights report`), after which a base form is a noun.
_ATTRIBUTIVE_PLURALS = frozenset(
    "rights affairs sports arms drugs goods sales news elections systems services communications statistics narcotics "
    "weapons police people years months days".split()
)


def _ambiguous(  # noqa: PLR0913 - the neighbours decide, and each is looked at
    sentence: Sentence, at: int, found: int, before: list[int], numerals: Mapping[int, str], *, opened: bool
) -> int:
    """Choose for `arrests`, `fine`, `set`: a noun after what opens a phrase, a verb after its subject."""
    previous = before[-1] if before else _MARK
    noun = found & Tag.NOUN | _NOMINAL | _HEAD
    verb = found & ~int(Tag.NOUN) | _VERBAL
    step = at + 1
    follows = sentence.words[step] if step < len(sentence.words) else "."
    follow_tags = lexicon().tags.get(follows, 0)
    object_follows = step in numerals or bool(follow_tags & (Tag.DETERMINER | Tag.PRONOUN)) or follows == "that"
    if found & Tag.VERB_PAST and previous & (_HEAD | _VERBAL) and not opened:
        # `set`, `cut`, `put` after a subject or an auxiliary.
        return verb
    if opened or previous & Tag.PREPOSITION:
        return noun
    if previous & Tag.RELATIVE or previous & (Tag.MODAL | Tag.DO):
        return verb
    if previous & Tag.PRONOUN:
        return verb
    if (
        previous & Tag.CONJUNCTION
        and found & Tag.VERB_PRESENT
        and any(tag & Tag.VERB_PRESENT and tag & _VERBAL for tag in before)
    ):
        # `sets the age at 14 and permits detention`: a second verb in the present tense.
        return verb if _follows_nominal(sentence, at, numerals) or object_follows else noun
    if previous & Tag.CONJUNCTION:
        return verb if object_follows and not found & Tag.VERB_PRESENT else noun
    if previous & (_HEAD | _DATED) and not previous & _MONTH:
        subject = sentence.words[at - 1]
        if _in_object(sentence, before) or (found & Tag.VERB_PRESENT and _awaits_plural(sentence, before)):
            return noun
        if found & Tag.VERB_PRESENT and not subject.endswith("s") and _lacks_verb(sentence, at, before, numerals):
            return verb
        plural = subject.endswith("s") or subject in {"police", "people", "authorities"}
        agrees = bool(found & Tag.VERB_BASE) == plural
        if plural and agrees and subject not in _ATTRIBUTIVE_PLURALS and _follows_nominal(sentence, at, numerals):
            return verb
        return verb if object_follows and (agrees or follow_tags & Tag.DETERMINER) else noun
    if previous & Tag.ADVERB and object_follows:
        return verb
    return noun
