"""Words that may be verbs and may be nouns or modifiers: `arrests`, `charges`, `detained`, `voting`."""

from functools import cache

from pipeline.language.lexicon import Tag, lexicon, word_set, words_of
from pipeline.language.line import Line, Syntax
from pipeline.language.neighbours import (
    alone_governs_number,
    awaits_plural,
    follows_helped,
    is_in_object,
    is_only_verb,
    lacks_verb,
    noun_may_follow,
    object_follows,
    resumes_after_relative,
    resumes_subject,
    stands_alone,
)
from pipeline.language.nouns import is_plural_subject, noun_class
from pipeline.language.past_forms import OFFERING, follows_event_in_ing, opens_phrase, past_modifies

_FINITE = Tag.VERB_PAST | Tag.BE | Tag.HAVE | Tag.MODAL
_OBJECT_PRONOUNS = frozenset({"them", "him", "us"})
_TO_NUMBERS = frozenset({"to", "by", "from"})
_POINTERS = frozenset({"this", "these"})
_PARTICLES = frozenset({"down", "out", "up", "off"})
# `the remains`, but `schools remain closed`
_NOUNS_IN_PLURAL = frozenset({"remain"})
# …and `lives`, but `refugees live in camps`
_NEVER_SINGULAR = frozenset({"live"})
# Words from `to` to the number: `rises to no more than 900`.
_TO_NUMBER = 4
_FACING = frozenset({"face", "faces", "risk", "risks"})
# Before a noun that is whoever does something: `A trader found guilty of fraud faces …`.
_JUDGED = frozenset({"convicted", "guilty"})
_ANY = frozenset({"a", "an", "any", "each", "every", "those", "anyone"})
# `In the lower house the government has 62 seats`
_LEVELS = frozenset({"lower", "upper"})
_PERSONS = frozenset({"women", "men", "people"})
_PENALTIES = frozenset({"imprisonment", "fines", "sentences", "penalties", "prison", "jail", "punishment", "between"})


@cache
def attributive_plurals() -> frozenset[str]:
    """Return the plurals that stand before another noun (`human rights report`, `police station`)."""
    return frozenset(words_of("function_words", "attributive_plurals"))


def verb_or_noun(line: Line, at: int, known: int) -> int:
    """Return the tag of a word that may be a verb, by the words on both sides; `known` are its classes."""
    previous, before = line.previous, line.words[at - 1]
    if previous & Syntax.MARK and before == "-" and at > 1:
        # `short-term`, `government-run`: the second part of a compound modifies, save in `soldiers gang-raped 12`.
        return known | Syntax.VERBAL if _governs_in_compound(line, at, known) else Syntax.SUBSTANTIVE
    if previous & Syntax.VERBAL and (before == "to" or previous & (Tag.MODAL | Tag.DO)):
        return known & ~Tag.NOUN | Syntax.VERBAL
    if (before == "not" or previous & Tag.ADVERB) and _follows_modal(line):
        # `did not strike`, `could legally work`
        return known & ~Tag.NOUN | Syntax.VERBAL
    if _opens_subject_of_relative(line, at) and not known & (Tag.VERB_PARTICIPLE | Tag.VERB_GERUND):
        return Syntax.NOUN
    if known & Tag.VERB_PAST and (follows_event_in_ing(line, at) or _follows_pointer(line, at)):
        return known & ~Tag.NOUN | Syntax.VERBAL
    opened = opens_phrase(previous) or _follows_dated_opener(line)
    if known & (Tag.VERB_PAST | Tag.VERB_PARTICIPLE) and not known & (Tag.VERB_BASE | Tag.NOUN):
        return Syntax.SUBSTANTIVE if past_modifies(line, at, opened=opened) else known | Syntax.VERBAL
    if known & Tag.VERB_GERUND:
        return _gerund(line, at, known, opened=opened)
    if known & Tag.NOUN and known & Tag.VERB_BASE and _follows_those(line, at):
        return known & ~Tag.NOUN | Syntax.VERBAL
    if known & Tag.NOUN:
        governs = not _follows_particle(line, at) and _governs(line, at, known, opened=opened)
        return known & ~Tag.NOUN | Syntax.VERBAL if governs else Tag.NOUN | Syntax.NOUN
    return Syntax.NOUN if _stands_as_noun(line, at, known, opened=opened) else known | Syntax.VERBAL


def _opens_subject_of_relative(line: Line, at: int) -> bool:
    """Tell whether a subject follows a relative pronoun: `farmers whose land was taken`, `men whom police held`.

    In `12 men, two of whom face trial`, none does.
    """
    before = line.words[at - 1]
    return before == "whose" or (before == "whom" and at > 1 and not line.known[at - 2] & Tag.PREPOSITION)


def _follows_those(line: Line, at: int) -> bool:
    """Tell whether `those` and the participle that says who they are stand before a word: `Those convicted face`."""
    return line.words[at - 2] == "those" and at > 1 and bool(line.known[at - 1] & Tag.VERB_PARTICIPLE)


def _follows_pointer(line: Line, at: int) -> bool:
    """Tell whether `this` or `these` is the subject that opens the sentence: `These included nine students`."""
    return at == 1 and line.words[0] in _POINTERS and object_follows(line, at)


def _follows_modal(line: Line) -> bool:
    """Tell whether only adverbs stand between a modal and the next word: `could not legally strike`."""
    at = len(line.tags) - 1
    while at > 0 and (line.words[at] == "not" or line.tags[at] & Tag.ADVERB):
        at -= 1
    return bool(line.tags[at] & (Tag.MODAL | Tag.DO))


def _follows_particle(line: Line, at: int) -> bool:
    """Tell whether the object of a verb with its particle stands at a place: `handed down sentences`."""
    return line.words[at - 1] in _PARTICLES and at > 1 and bool(line.tags[at - 2] & Syntax.VERBAL)


def _governs_in_compound(line: Line, at: int, known: int) -> bool:
    """Tell whether the second part of a compound is a past form with a subject before it and an object behind it."""
    is_past = known & Tag.VERB_PAST and not known & (Tag.NOUN | Tag.VERB_BASE)
    return bool(is_past and at > 2 and line.tags[at - 3] & Syntax.HEAD and object_follows(line, at))  # noqa: PLR2004


def _follows_dated_opener(line: Line) -> bool:
    """Tell whether a determiner and a date stand before a word: `the 2019 massacre`, `a November 2021 raid`."""
    at = len(line.tags) - 1
    if at < 0 or not line.tags[at] & Syntax.DATED or line.words[at].endswith("s"):
        # `the 1990s saw …`: a decade is a noun.
        return False
    while at > 0 and (line.tags[at] & (Syntax.DATED | Syntax.MONTH) or line.words[at] == ","):
        at -= 1
    return bool(line.tags[at] & Tag.DETERMINER)


def _gerund(line: Line, at: int, known: int, *, opened: bool) -> int:
    """Return the tag of a form in -ing: `the ruling party`, `the killing of two men`, `after killing two men`."""
    if line.words[at - 1] == "one" and noun_class(line.words[at]) == "person_event" and _ends_phrase(line, at + 1):
        # `14 beatings and one killing`
        return Syntax.NOUN
    if line.previous & Syntax.NUMBER and not (noun_may_follow(line, at) and _may_modify_in_ing(line, at)):
        # `compared with 400 arriving in May`, `received 300 complaints, 40 involving forced labor`.
        return known | Syntax.VERBAL
    if line.previous & Tag.CONJUNCTION and _is_offered(line) and line.known[at + 1] & Tag.PREPOSITION:
        # `provided shelter and counseling to victims`
        return Syntax.NOUN
    if line.words[at - 1] == "of" and line.known[at + 1] & _FINITE and not line.known[at + 1] & Tag.NOUN:
        # `four victims of kidnapping died`
        return Syntax.NOUN
    of_modified = line.previous & Tag.PREPOSITION and line.words[at - 1] == "of" and noun_may_follow(line, at)
    if opened or (of_modified and not _has_object(line, at)):
        # `of voting age`, but `of voting the measure down`.
        return Syntax.SUBSTANTIVE
    return Syntax.NOUN if line.words[at + 1] == "of" else known | Syntax.VERBAL


def _ends_phrase(line: Line, at: int) -> bool:
    """Tell whether a mark or a preposition stands at a place, or the sentence is over."""
    return at >= len(line.words) or not line.words[at].isalnum() or bool(line.known[at] & Tag.PREPOSITION)


def _may_modify_in_ing(line: Line, at: int) -> bool:
    """Tell whether a form in -ing may narrow a noun: `12 serving officers`, but not `12 serving sentences`."""
    lemma = lexicon().lemmas.get(line.words[at])
    serves = lemma == "serve" and line.words[at + 1] in word_set("verbs", "served")
    return not serves and lemma not in word_set("verbs", "never_modify_in_ing")


def _is_offered(line: Line) -> bool:
    """Tell whether a single noun before the conjunction is what a verb gives (`provided shelter and …`)."""
    given = len(line.tags) > 2 and line.tags[-2] & Syntax.HEAD and line.tags[-3] & Syntax.VERBAL  # noqa: PLR2004
    return bool(given) and lexicon().lemmas.get(line.words[len(line.tags) - 3]) in OFFERING


def _has_object(line: Line, at: int) -> bool:
    return at + 1 in line.numerals or bool(line.known[at + 1] & Tag.DETERMINER)


def _stands_as_noun(line: Line, at: int, known: int, *, opened: bool) -> bool:
    """Tell whether a verb that is listed as no noun stands where only a noun can (`the exhibit`, `; repeat use`)."""
    previous = line.previous
    is_past = known & Tag.VERB_PAST
    if (
        previous & Syntax.NUMBER
        and known & Tag.VERB_PRESENT
        and (object_follows(line, at) or line.words[at + 1] == "to")
    ):
        # `the toll of 276 exceeds the number of 2014`.
        return False
    if previous & Syntax.NUMBER and known & Tag.VERB_BASE and follows_helped(line):
        # `let 38 go`
        return False
    follows_opener = opened and (
        previous & (Syntax.OPENER | Syntax.NUMBER | Syntax.DATED) or line.words[at - 1] == "'s"
    )
    if (follows_opener or previous & Tag.PREPOSITION) and not is_past:
        return True
    if known & Tag.VERB_PRESENT and previous & Syntax.NOMINAL and (awaits_plural(line) or _follows_compound(line, at)):
        return True
    # A base form with no subject or auxiliary before it is no verb of a report.
    subjectless = previous & Syntax.ADJECTIVE or (previous & Syntax.MARK and at)
    return bool(known & Tag.VERB_BASE and not is_past and subjectless)


def _ranges(line: Line, at: int, known: int) -> bool:
    """Tell whether a word is the first verb, before what it ranges from: `fines for holding a rally range from 200`."""
    if not known & Tag.VERB_BASE or line.words[at + 1] not in {"from", "between"}:
        return False
    told = at + 1 in line.numerals or at + 2 in line.numerals
    verbs = [tag for tag in line.tags if tag & Syntax.VERBAL]
    if not verbs:
        # `Fines range from 200`
        return told and bool(line.previous & Syntax.HEAD) and is_plural_subject(line.words[at - 1])
    return told and all(tag & Tag.VERB_GERUND for tag in verbs)


def _faces(line: Line, at: int, *, opened: bool) -> bool:
    """Tell whether a word before a penalty is the verb of it: `Clerks convicted of theft face up to two years`.

    The law speaks so of a class, and not of somebody determined.
    """
    if line.words[at] not in _FACING or line.previous & Tag.PREPOSITION:
        return False
    if opened and not (line.words[at - 1].endswith("ing") and is_plural_subject(line.words[0])):
        # `Participants in an unlawful gathering face`: no form in -ing narrows what a class faces.
        return False
    if line.tags[0] & (Tag.DETERMINER | Tag.PRONOUN) and not _opens_with_anyone(line):
        return False
    return at + 1 in line.numerals or line.words[at + 1] in _PENALTIES or line.words[at + 1 : at + 3] == ("up", "to")


def _follows_or_more(line: Line, at: int, known: int) -> bool:
    """Tell whether a word is the verb behind a bound: `Gatherings of 20 or more need a permit`."""
    if not known & Tag.VERB_BASE or line.words[at - 1] not in {"more", "fewer"} or line.words[at - 2] != "or":
        return False
    return not any(tag & Syntax.VERBAL for tag in line.tags) and not noun_may_follow(line, at)


def _opens_with_anyone(line: Line) -> bool:
    """Tell whether a sentence is about whoever does something: `A trader found guilty of …`, `Those who steal …`.

    Whoever has done something is somebody determined: `A trader who criticized the king faces …`.
    """
    so_far = line.words[: len(line.tags)]
    if so_far[0] not in _ANY:
        return False
    at = next((at for at, word in enumerate(so_far) if word in {"who", "that"}), -1)
    does = at > 0 and line.known[at + 1] & (Tag.VERB_PRESENT | Tag.VERB_BASE) and not line.known[at + 1] & Tag.VERB_PAST
    return bool(does) or not _JUDGED.isdisjoint(so_far)


def _follows_compound(line: Line, at: int) -> bool:
    """Tell whether a compound in -ing stands before a word, which is no subject: `the foreign-funding licenses`."""
    return at > 1 and line.words[at - 2] == "-" and line.words[at - 1].endswith("ing")


def _governs(line: Line, at: int, known: int, *, opened: bool) -> bool:
    """Tell whether a word that is as often a noun (`arrests`, `fine`, `set`) is the verb of its clause."""
    previous = line.previous
    follows_subject = known & Tag.VERB_PAST and previous & (Syntax.HEAD | Syntax.VERBAL) and not opened
    if line.words[at] in _NOUNS_IN_PLURAL or follows_subject:
        # `set`, `cut`, `put` after a subject or an auxiliary.
        return True
    counted = at + 1 in line.numerals and not any(tag & Tag.VERB_PAST for tag in line.tags)
    if known & Tag.VERB_PAST and previous & Syntax.DATED and counted:
        # `Fighting between June 10 and 14 cost 426 lives`
        return True
    if _ranges(line, at, known) or _faces(line, at, opened=opened) or _follows_or_more(line, at, known):
        return True
    in_house = line.words[at] == "house" and line.words[at - 1] in _LEVELS
    if opened or previous & Tag.PREPOSITION or in_house or _follows_compound(line, at):
        return False
    if previous & (Tag.RELATIVE | Tag.PRONOUN):
        # `two of them police officers`: no subject.
        return line.words[at - 1] not in _OBJECT_PRONOUNS or follows_helped(line)
    if previous & Syntax.MARK:
        in_present = known & (Tag.VERB_PRESENT | Tag.VERB_BASE)
        resumes = in_present and object_follows(line, at) and resumes_subject(line, at)
        return bool(resumes or (known & Tag.VERB_PAST and _goes_on_with_list(line, at)))
    if previous & Tag.CONJUNCTION:
        return _governs_after_conjunction(line, at, known)
    if previous & (Syntax.HEAD | Syntax.DATED) and not previous & Syntax.MONTH:
        return _governs_after_noun(line, at, known)
    return bool(previous & Tag.ADVERB) and object_follows(line, at)


def _goes_on_with_list(line: Line, at: int) -> bool:
    """Tell whether a past form is the next of several verbs: `killed 98 people, displaced 75, and burned a barn`."""
    counted = line.words[at - 1] == "," and line.numerals.get(at + 1) == "number"
    return counted and any(tag & Tag.VERB_PAST and tag & Syntax.VERBAL for tag in line.tags)


def _governs_after_conjunction(line: Line, at: int, known: int) -> bool:
    """Tell whether a word after `and` is a second verb: `sets the age at 14 and permits detention`, `and fine them`."""
    if not known & Tag.VERB_PRESENT:
        return object_follows(line, at)
    in_present = any(tag & Tag.VERB_PRESENT and tag & Syntax.VERBAL for tag in line.tags)
    # `won in May and holds 33 seats`: before a number a noun would want its own.
    return at + 1 in line.numerals or (in_present and (noun_may_follow(line, at) or object_follows(line, at)))


def _tells_of_plural(line: Line, at: int) -> bool:
    """Tell whether a base form without object is the verb of a plural: `300 migrants work in mines`."""
    subject, word = line.words[at - 1], line.words[at]
    # `Nineteen women sit in the assembly`, but `women workers`.
    attributes = subject in attributive_plurals() and not (subject in _PERSONS and line.known[at + 1] & Tag.PREPOSITION)
    if noun_may_follow(line, at) or attributes:
        return False
    return word in _NEVER_SINGULAR or (word in word_set("verbs", "intransitive") and stands_alone(line, at))


def _opens_that_clause(line: Line, at: int) -> bool:
    """Tell whether a word is between the subject of a clause and its object: `requires that women hold 30 seats`."""
    return at > 1 and bool(line.tags[at - 2] & Tag.SUBORDINATOR) and object_follows(line, at)


def _moves_to_number(line: Line, at: int, known: int) -> bool:
    """Tell whether a noun in the singular goes to a number: `where a child is hurt, the minimum rises to 20 years`.

    A bound may stand before the number where the clause has no other verb: `For arson the fine rises to at least 900`.
    """
    if not known & Tag.VERB_PRESENT or line.words[at + 1] not in _TO_NUMBERS or is_plural_subject(line.words[at - 1]):
        return False
    if lexicon().lemmas.get(line.words[at]) not in word_set("context", "change_verbs"):
        return False
    near = any(step in line.numerals for step in range(at + 3, at + 2 + _TO_NUMBER))
    return at + 2 in line.numerals or (near and is_only_verb(line, at))


def _governs_after_noun(line: Line, at: int, known: int) -> bool:
    """Tell whether a word after a noun is its verb (`the law bans gatherings`), or a noun too (`media houses`)."""
    is_present = known & Tag.VERB_PRESENT
    if (known & Tag.VERB_BASE and follows_helped(line)) or _moves_to_number(line, at, known):
        return True
    subject = line.words[at - 1]
    # `A clerk who withholds a passport faces a fine`: no noun stands before a determiner.
    ends = is_plural_subject(subject) or line.known[at + 1] & Tag.DETERMINER
    if ends and (is_present or known & Tag.VERB_BASE) and resumes_after_relative(line, at):
        return True
    if is_in_object(line) or (is_present and awaits_plural(line)):
        return False
    is_plural = is_plural_subject(subject)
    if is_present and not is_plural and lacks_verb(line, at):
        return True
    agrees = bool(known & Tag.VERB_BASE) == is_plural
    if (is_plural and agrees and _tells_of_plural(line, at)) or alone_governs_number(line, at):
        return True
    if is_plural and agrees and _opens_that_clause(line, at):
        return True
    if is_plural and agrees and subject in attributive_plurals() and not stands_alone(line, at):
        # `In a police raid 12 persons died`
        return False
    if is_plural and agrees and noun_may_follow(line, at):
        # `human rights report`, `police station`: the plural may belong to the noun after it.
        return subject not in attributive_plurals() or lacks_verb(line, at)
    return object_follows(line, at) and (agrees or bool(line.known[at + 1] & Tag.DETERMINER))
