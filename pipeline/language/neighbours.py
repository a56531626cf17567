"""What stands beside a word, as far as it tells whether that word is a noun, a verb or a modifier."""

from functools import cache

from pipeline.language.lexicon import Tag, lexicon, values_of, word_set, words_of
from pipeline.language.line import Line, Syntax
from pipeline.language.nouns import is_plural_subject, noun_class

_ADJECTIVE_ENDINGS = ("al", "ic", "ous", "ive", "ful", "less", "able", "ible", "ary", "ish", "ese", "ean")
_NEVER_NOUN = (
    Tag.PREPOSITION
    | Tag.CONJUNCTION
    | Tag.DETERMINER
    | Tag.PRONOUN
    | Tag.BE
    | Tag.HAVE
    | Tag.MODAL
    | Tag.RELATIVE
    | Tag.SUBORDINATOR
    | Tag.ADVERB
    | Tag.VERB_PAST
    | Tag.VERB_BASE
)


# `12 young “rioters”`, `21 “religiously oriented” groups`, `three pro-government dailies`
_JOINTS = frozenset("“”-")


@cache
def months() -> frozenset[str]:
    """Return the names of the months and their abbreviations."""
    return frozenset(values_of("context", "months"))


@cache
def adjectives() -> frozenset[str]:
    """Return the adjectives that no ending betrays."""
    return frozenset(words_of("function_words", "adjectives"))


@cache
def _ly_nouns() -> frozenset[str]:
    return frozenset(words_of("function_words", "ly_nouns"))


def is_adjective(word: str, known: int) -> bool:
    """Tell whether a word is an adjective, by the list or by its ending."""
    return word in adjectives() or (
        word.endswith(_ADJECTIVE_ENDINGS)
        and not known & Tag.NOUN
        and noun_class(word) is None
        and word not in word_set("function_words", "adjective_like_nouns")
    )


def is_adverb(word: str) -> bool:
    """Tell whether a word ends as an adverb does and is no noun or adjective (`assembly`, `elderly`)."""
    return word.endswith("ly") and noun_class(word) is None and word not in adjectives() and word not in _ly_nouns()


def noun_may_follow(line: Line, at: int) -> bool:
    """Tell whether the next word could be the noun that this one modifies."""
    step = at + 1
    word = line.words[step]
    if not word or line.numerals.get(step) == "number":
        return False
    if not word[0].isalpha():
        return word in _JOINTS and line.words[step + 1][:1].isalpha()
    if line.surfaces[step][0].isupper():
        return word not in months()
    known = line.known[step]
    if word in adjectives():
        # `97 blocked online domains`
        return noun_may_follow(line, step)
    return bool(known & Tag.NOUN) or not (known & _NEVER_NOUN or word.endswith("ly"))


def participle_follows(line: Line, at: int) -> bool:
    """Tell whether the next word could be a participle, or `been` before one."""
    word = line.words[at + 1]
    return bool(line.known[at + 1] & Tag.VERB_PARTICIPLE) or word.endswith("ed") or word == "been"


def object_follows(line: Line, at: int) -> bool:
    """Tell whether an object opens after a word and an adverb: a numeral, determiner, pronoun or clause with `that`."""
    step = at + 1
    # `at` and the like open a phrase of place, save before a number (`reports about 400 cases`).
    adverbial = not line.known[step] & Tag.PREPOSITION or step + 1 in line.numerals
    if line.known[step] & Tag.ADVERB and adverbial and step not in line.numerals:
        step += 1
    return (
        step in line.numerals or bool(line.known[step] & (Tag.DETERMINER | Tag.PRONOUN)) or line.words[step] == "that"
    )


def modifies_modifier(line: Line, at: int) -> bool:
    """Tell whether an adverb stands inside a noun phrase: `57 directly elected seats`, `on newly filed charges`."""
    if not line.previous & (Syntax.OPENER | Syntax.NUMBER | Syntax.ADJECTIVE | Tag.PREPOSITION):
        return False
    if not line.words[at + 2]:
        return False
    if line.previous & Syntax.NUMBER and noun_class(line.words[at + 1]) == "person":
        # `586,000 internally displaced and 250,000 refugees`: the participle stands for its persons.
        return True
    # `15 specifically drug-related killings`: the modifier may be a compound.
    compound = line.words[at + 2] == "-" and line.words[at + 3][:1].isalpha()
    adjective = participle_follows(line, at) or is_adjective(line.words[at + 1], line.known[at + 1])
    return compound or (adjective and noun_may_follow(line, at + 1))


def after_number_of_whom(line: Line, at: int) -> bool:
    """Tell whether a word follows `of which 21`, where the number stands alone and its verb comes next."""
    return bool(line.previous & Syntax.NUMBER) and line.words[at - 2] in {"whom", "which"}


def awaits_plural(line: Line) -> bool:
    """Tell whether the phrase so far has a number over one and ends in a singular, so that its head is still to come.

    `31 registration requests`.
    """
    at = len(line.tags) - 1
    if line.words[at].endswith("s"):
        return False
    while at >= 0 and line.tags[at] & Syntax.NOMINAL:
        if line.tags[at] & Syntax.NUMBER:
            return line.words[at] != "one"
        at -= 1
    return False


def is_in_object(line: Line) -> bool:
    """Tell whether the phrase so far is the object of the verb before it, no subject (`to fine media houses`)."""
    at = len(line.tags) - 1
    while at >= 0 and line.tags[at] & Syntax.NOMINAL:
        at -= 1
    return at >= 0 and bool(line.tags[at] & Syntax.VERBAL) and line.words[at] not in {"said", "say", "says"}


def follows_helped(line: Line) -> bool:
    """Tell whether the phrase so far is whom a verb lets do something (`helped 40 refugees return`)."""
    at = len(line.tags) - 1
    while at >= 0 and line.tags[at] & Syntax.NOMINAL:
        at -= 1
    governing = lexicon().lemmas.get(line.words[at]) if at >= 0 and line.tags[at] & Syntax.VERBAL else None
    return governing in {"help", "let", "make", "see", "watch"}


# Before what somebody fired, marched, or swooped on.
_AIMED = frozenset({"on", "at", "into", "upon"})
# Words ahead in which a clause shows its verb.
_REACH = 16
_NO_SUBJECT_BEFORE = Tag.BE | Tag.HAVE | Tag.MODAL | Tag.CONJUNCTION | Tag.PREPOSITION | Tag.RELATIVE
_AUXILIARIES = Tag.BE | Tag.HAVE | Tag.MODAL | Tag.DO


def lacks_verb(line: Line, at: int) -> bool:
    """Tell whether the clause around a word has no other verb, so that the word is it (`The law bans gatherings`)."""
    return _can_govern(line, at + 1) and stands_alone(line, at)


def alone_governs_number(line: Line, at: int) -> bool:
    """Tell whether a number follows a word in a sentence without a verb: `Members of the opposition hold 12 seats`."""
    verbless = line.numerals.get(at + 1) == "number" and not any(tag & Syntax.VERBAL for tag in line.tags)
    return verbless and not _verb_ahead(line, at + 1)


def stands_alone(line: Line, at: int) -> bool:
    """Tell whether no verb stands in the clause around a word, whatever follows it (`300 migrants work in mines`)."""
    return not _verb_before(line) and not _verb_ahead(line, at + 1)


def is_only_verb(line: Line, at: int) -> bool:
    """Tell whether no verb stands in the clause around a word, whatever opens it: `For arson the fine rises`."""
    for tag in reversed(line.tags):
        if tag & (Syntax.MARK | Tag.SUBORDINATOR | Tag.RELATIVE):
            break
        if tag & Syntax.VERBAL:
            return False
    return not _verb_ahead(line, at + 1)


def governs_behind_those(line: Line, at: int) -> bool:
    """Tell whether a past form is the verb of a clause that parts persons named before (`12 of those died`).

    It only narrows them behind a verb that has them for object, or before another (`12 of those held were charged`).
    """
    if line.words[at - 1] not in {"those", "these"} or at < _PARTED or line.words[at - 2] != "of":
        return False
    for tag in reversed(line.tags[: at - 2]):
        if tag & (Syntax.MARK | Tag.CONJUNCTION | Tag.SUBORDINATOR | Tag.RELATIVE):
            break
        if tag & Syntax.VERBAL or tag & Tag.PREPOSITION:
            return False
    if line.words[at + 1] == "," and lexicon().lemmas.get(line.words[at]) not in word_set("verbs", "intransitive"):
        # `One of those arrested, a clerk, was beaten`
        return False
    return not (line.known[at + 1] & Tag.VERB_PAST or _verb_ahead(line, at + 1))


# Words from the number to the verb: `12 of those died`.
_PARTED = 3


def resumes_subject(line: Line, at: int) -> bool:
    """Tell whether a word after a comma goes on behind an aside: `The report, issued in May, lists 40 names`."""
    if line.words[at - 1] != ",":
        return False
    opening = max((comma for comma in range(at - 1) if line.words[comma] == ","), default=0)
    before = line.tags[:opening]
    if line.known[at] & Tag.VERB_BASE:
        # `Women, 40 percent of the population, hold 12 seats`
        subject = line.words[opening - 1] if opening else ""
        named = opening > 1 and line.surfaces[opening - 1][0].isupper()
        joined = any(tag & Tag.CONJUNCTION for tag in before)
        if not (is_plural_subject(subject) or named or joined):
            return False
    return bool(before) and bool(before[-1] & Syntax.NOMINAL) and not any(tag & Syntax.VERBAL for tag in before)


def resumes_after_relative(line: Line, at: int) -> bool:
    """Tell whether a word goes on behind a relative clause: `A party that cannot show 900 members forfeits its seat`.

    The antecedent has no verb so far and agrees with the word: a form in -s is the verb of one, another of several
    (`Those who insult the king face a fine`).
    """
    opening = next((step for step in range(at - 1, 0, -1) if line.tags[step] & (Tag.RELATIVE | Syntax.MARK)), 0)
    if not opening or line.tags[opening] & Syntax.MARK or not line.tags[opening - 1] & Syntax.NOMINAL:
        return False
    antecedent = line.words[opening - 1]
    several = is_plural_subject(antecedent) or antecedent == "those"
    if several == bool(line.known[at] & Tag.VERB_PRESENT) or any(tag & Syntax.VERBAL for tag in line.tags[:opening]):
        return False
    told = any(tag & Syntax.VERBAL for tag in line.tags[opening + 1 :])
    return told and _can_govern(line, at + 1) and not _verb_ahead(line, at + 1)


def _verb_before(line: Line) -> bool:
    """Tell whether a verb, or a preposition that makes the last noun no subject, stands in the clause so far."""
    for at in range(len(line.tags) - 1, -1, -1):
        tag = line.tags[at]
        if tag & (Syntax.MARK | Tag.SUBORDINATOR | Tag.RELATIVE):
            if line.words[at] == "-":
                # `confined the author of anti-Semitic comments`
                continue
            return False
        if tag & (Syntax.VERBAL | Tag.PREPOSITION):
            return True
    return False


def _can_govern(line: Line, step: int) -> bool:
    """Tell whether a verb could stand before a token, its object or complement."""
    return step in line.numerals or (line.words[step].isalpha() and not line.known[step] & _NO_SUBJECT_BEFORE)


_PASSED_OVER = frozenset({"'", "-", ")", "$", "€", "£", "¥", "%"})


def _verb_ahead(line: Line, step: int) -> bool:
    """Tell whether the clause goes on to a finite verb from a token, or to a mark behind which it may."""
    inside = False
    for ahead in range(step, step + _REACH):
        word = line.words[ahead]
        if not word:
            return False
        inside = word == "(" or (inside and word != ")")
        if inside or word in _PASSED_OVER:
            # `The law sets fines of 900 pesos ($50) for theft.`
            continue
        if not word[0].isalnum():
            return word not in {".", ";", ",", "“"}
        known = line.known[ahead]
        if known & Tag.CONJUNCTION and line.known[ahead + 1] & _AUXILIARIES:
            # `The law sets fines and may …`: a second verb of the same subject.
            return False
        if known & (Tag.RELATIVE | Tag.SUBORDINATOR) and not known & Tag.PREPOSITION:
            return False
        if known & _AUXILIARIES:
            return True
        past = known & Tag.VERB_PAST and not known & Tag.NOUN
        told = ahead + 1 in line.numerals or line.words[ahead + 1] in _AIMED
        if past and (ahead > step or not known & Tag.VERB_PARTICIPLE or told):
            # `Security forces arrested 12`, `forces fired on a crowd`, but `The law bans detained men`.
            return True
    return False
