"""One word class for each token, chosen by what stands beside it among the classes that the lexicon allows."""

from collections.abc import Mapping
from functools import lru_cache

from pipeline.language.chunks import QUOTES
from pipeline.language.lexicon import Tag, lexicon
from pipeline.language.line import Line, Syntax, open_line
from pipeline.language.neighbours import (
    adjectives,
    after_number_of_whom,
    is_adjective,
    is_adverb,
    modifies_modifier,
    months,
    noun_may_follow,
    participle_follows,
)
from pipeline.language.nouns import is_plural_subject, noun_class
from pipeline.language.sentences import Sentence
from pipeline.language.verb_or_noun import verb_or_noun

_NUMERAL_TAGS = {
    "number": Syntax.NOMINAL | Syntax.NUMBER,
    "date": Syntax.NOMINAL | Syntax.DATED,
    "ordinal": Syntax.SUBSTANTIVE,
    "other": Syntax.NOUN,
}
_OPEN = Syntax.OPENER | Syntax.NUMBER | Syntax.ADJECTIVE
_BY_NEIGHBOURS = frozenset({"that", "to", "not", "each", "all", "both", "either", "neither", "where", "pending"})
_PENDING = frozenset({"case", "application"})
# Words from `pending` to the noun that it narrows.
_TO_PENDING = 4
_CLOSED = Tag.PREPOSITION | Tag.CONJUNCTION | Tag.DETERMINER | Tag.RELATIVE | Tag.SUBORDINATOR | Tag.PRONOUN
_AUXILIARY = Tag.BE | Tag.HAVE | Tag.DO | Tag.MODAL
_FINITE = Tag.VERB_PAST | Tag.VERB_PRESENT
_INVARIABLE = Tag.SUBORDINATOR | Tag.PREPOSITION | Tag.CONJUNCTION | Tag.ADVERB | Tag.NEGATION


def word_tags(sentence: Sentence, numerals: Mapping[int, str]) -> tuple[int, ...]:
    """Return the tag of each token, of `Tag` and `Syntax`.

    `numerals` maps the tokens of numerals to `number`, `date`, `ordinal` or `other`.
    """
    line = open_line(sentence, numerals)
    tags = line.tags
    for at, (surface, word) in enumerate(zip(sentence.surfaces, sentence.words, strict=True)):
        if at in numerals:
            tags.append(_NUMERAL_TAGS[numerals[at]])
        elif word in QUOTES and line.previous & (_OPEN | Tag.PREPOSITION):
            # `40 “encounters”`, `for “coordinated behavior”`: a quotation mark parts nothing.
            tags.append(line.previous)
        elif line.words[at + 1] == "-" and (_opens_compound(sentence, line, at) or _joins_compound(sentence, line, at)):
            tags.append(Syntax.MODIFIER)
        elif word == "like" and line.words[at - 1] == "-":
            # `slave-like conditions`
            tags.append(Syntax.SUBSTANTIVE)
        else:
            tags.append(_fixed_tag(surface, word, at > 0) or _tag_by_neighbours(line, at))
    return tuple(tags)


def _opens_compound(sentence: Sentence, line: Line, at: int) -> bool:
    """Tell whether an adverb before a hyphen is the first half of a modifier (`3,000 far-right demonstrators`)."""
    is_adverbial = line.known[at] & Tag.ADVERB or is_adverb(line.words[at])
    return bool(is_adverbial) and _is_joined(sentence, at)


def _joins_compound(sentence: Sentence, line: Line, at: int) -> bool:
    """Tell whether a function word stands between the hyphens of a modifier (`23 rank-and-file members`)."""
    if at < 2 or line.words[at - 1] != "-":  # noqa: PLR2004 - a word and its hyphen
        return False
    function_word = line.known[at] & (Tag.CONJUNCTION | Tag.PREPOSITION | Tag.DETERMINER)
    return bool(function_word) and _is_joined(sentence, at - 2) and _is_joined(sentence, at)


def _is_joined(sentence: Sentence, at: int) -> bool:
    """Tell whether a hyphen joins a token and the one after it without spaces."""
    ends, starts = sentence.ends, sentence.starts
    return at + 2 < len(starts) and ends[at] == starts[at + 1] and ends[at + 1] == starts[at + 2]


@lru_cache(maxsize=65536)
def _fixed_tag(surface: str, word: str, inside: bool) -> int:  # noqa: FBT001 - a key of the cache, given by place
    """Return the tag of a token whatever stands beside it; 0 where the neighbours decide.

    Remembered, since words recur. `inside` says that the token does not open its sentence.
    """
    if word == "'s":
        # A possessive opens the second half of a phrase: what follows is a noun, whatever else it could be.
        return Syntax.MODIFIER
    if word == "'":
        return 0
    if not surface[0].isalpha():
        return Syntax.NOUN if word == "%" else Syntax.MARK
    if surface == "Jan":
        return 0
    if word in months() and surface[0].isupper() and (inside or word != "may"):
        return Syntax.NOUN | Syntax.MONTH
    known = lexicon().tags.get(word, 0)
    # Capitals throughout are an abbreviation, also where they open a sentence (`ASK found 114 incidents`).
    if (inside or (len(surface) > 1 and surface.isupper())) and surface[0].isupper() and not known & _CLOSED:
        return Syntax.NOUN
    if word in adjectives() or word in _BY_NEIGHBOURS or known & Tag.VERB:
        return 0
    return _tag_of_class(word, known)


def _tag_of_class(word: str, known: int) -> int:
    """Return the tag of a word that is no verb; 0 where its ending is one of adverbs or of participles."""
    if known & _AUXILIARY:
        return known | Syntax.VERBAL
    if known & Tag.RELATIVE:
        return Tag.RELATIVE
    if known & (Tag.DETERMINER | Tag.PRONOUN):
        # `no`, `these`, `such` open a phrase; `others`, `those` stand alone in one.
        return known | Syntax.NOMINAL | Syntax.OPENER | (Syntax.HEAD if known & Tag.PRONOUN else 0)
    if known & _INVARIABLE:
        return known
    if not known and word.startswith("un") and lexicon().tags.get(word[2:], 0) & Tag.VERB_PARTICIPLE:
        # `unauthorized`, `unlicensed`: what was not done is no verb.
        return Syntax.SUBSTANTIVE
    if word.endswith("ly") or (not known and word.endswith("ed")):
        return 0
    return _noun_or_adjective(word, known)


def _noun_or_adjective(word: str, known: int) -> int:
    return known | (Syntax.SUBSTANTIVE if is_adjective(word, known) else Syntax.NOUN)


def _tag_by_neighbours(line: Line, at: int) -> int:
    """Return the tag of a token of which `_fixed_tag` knows none."""
    word, known = line.words[at], line.known[at]
    if word == "jan":
        # The month, or the given name before a family name.
        return Syntax.NOUN if line.surfaces[at + 1][:1].isupper() else Syntax.NOUN | Syntax.MONTH
    if word == "'":
        # `officers’ homes`; else it closes a quotation.
        after_plural = line.previous & Syntax.NOMINAL and line.words[at - 1].endswith("s")
        return Syntax.MODIFIER if after_plural and line.words[at + 1].isalpha() else Syntax.MARK
    if word in adjectives() and _modifies(line, at, known):
        return Syntax.SUBSTANTIVE
    # `following`, `including` are no prepositions after what opens a noun phrase or a verb group.
    if known & Tag.VERB and (not known & Tag.PREPOSITION or line.previous & (Syntax.OPENER | Syntax.VERBAL)):
        return verb_or_noun(line, at, known)
    if word in _BY_NEIGHBOURS and (tag := _particle(line, at)):
        return tag
    return _tag_of_class(word, known) or _tag_by_ending(line, at)


def _modifies(line: Line, at: int, known: int) -> bool:
    """Tell whether a listed adjective modifies what follows: `the additional 12 seats`, `12 senior members`."""
    if after_number_of_whom(line, at) or (line.words[at - 1] == "who" and known & Tag.VERB_PAST):
        # `supporters who alleged torture`
        return False
    if known & Tag.ADVERB and line.previous & Syntax.HEAD and line.known[at + 1] & Tag.VERB_PAST:
        # `the limit further contributed to it`
        return False
    if known & Tag.PREPOSITION and not line.previous & Syntax.OPENER:
        # `shot 12 dead following clashes`, but `the following men`.
        return False
    if known & Tag.VERB_PAST and (line.words[at - 1] == ")" or line.previous & Syntax.SUBSTANTIVE == Syntax.NOUN):
        # `the alleged rebels`, but `the alliance alleged rebels had fled`.
        return False
    counts_next = line.numerals.get(at + 1) == "number" and line.previous & Syntax.OPENER
    return bool(counts_next) or (not known & Tag.NOUN and noun_may_follow(line, at))


def _tag_by_ending(line: Line, at: int) -> int:
    """Return the tag of a word in -ly or -ed, and of an adjective that modifies nothing here."""
    word, known = line.words[at], line.known[at]
    if is_adverb(word):
        return Syntax.MODIFIER if modifies_modifier(line, at) else Tag.ADVERB
    if not known and word.endswith("ed") and len(word) > 4:  # noqa: PLR2004 - shorter ones are nouns (`seed`)
        return verb_or_noun(line, at, Tag.VERB_PAST | Tag.VERB_PARTICIPLE)
    return _noun_or_adjective(word, known)


def _particle(line: Line, at: int) -> int:
    """Return the tag of a word of `_BY_NEIGHBOURS`; 0 where it is what the lexicon says of it."""
    known, previous = line.known[at], line.previous
    match line.words[at]:
        case "that":
            return _that(line, at)
        case "to" if _opens_infinitive(line, at):
            return known | Syntax.VERBAL
        case "not" if line.words[at + 1] and previous & Syntax.VERBAL:
            return Tag.NEGATION | Syntax.VERBAL
        case "each" | "all" | "both" | "either" | "neither" if previous & (Tag.BE | Tag.HAVE) and participle_follows(
            line, at
        ):
            # `were each sentenced`: the quantifier floats into the verb group.
            return Tag.ADVERB
        case "each" | "both" | "all" if line.known[at + 1] & _FINITE and (
            previous & Syntax.HEAD or (line.words[at - 1] == "," and at + 2 in line.numerals)
        ):
            # `The two parties each held 58 seats`, `Two editors, Ana Sy and Li Wen, each received two years`
            return Tag.ADVERB
        case "pending" if previous & Syntax.NUMBER and _counts_pending(line, at):
            # `in addition to 117 pending cases`, `two pending child abuse prosecutions`, but `held 12 pending trial`
            return Syntax.SUBSTANTIVE
        case "where" | "both":
            # Neither stands for a noun: `where` opens a clause, `both` two conjuncts.
            return known
    return 0


def _counts_pending(line: Line, at: int) -> bool:
    """Tell whether a plural of what may be pending stands right behind `pending`, or behind words that narrow it."""
    for step, word in enumerate(line.words[at + 1 : at + 1 + _TO_PENDING], at + 1):
        if not word.isalpha() or line.known[step] & _CLOSED:
            return False
        told = noun_class(word)
        if told in _PENDING or (told == "person_event" and is_plural_subject(word)):
            return is_plural_subject(word) or step == at + 1
    return False


def _that(line: Line, at: int) -> int:
    """Return a relative after a noun, a subordinator after a verb or `and`, else a determiner (`that year`)."""
    previous = line.previous
    if previous & Syntax.NOMINAL:
        return Tag.RELATIVE
    if previous & (Syntax.VERBAL | Tag.CONJUNCTION):
        return Tag.SUBORDINATOR
    return Tag.DETERMINER | Syntax.NOMINAL | Syntax.OPENER if line.words[at + 1].isalpha() else Tag.RELATIVE


_TAKES_TO = frozenset(
    {"according", "due", "up", "prior", "contrary", "subject", "compared", "owing", "thanks", "addition"}
)
_AFTER_INFINITIVES = frozenset({"to", "from", "in", "on", "for", "against"})
# Adverbs that may stand between `to` and its verb (`to not only punish`).
_SPLITTING = 2


def _opens_infinitive(line: Line, at: int) -> bool:
    """Tell whether `to` opens an infinitive (`to return home`), and is no preposition (`to trial`)."""
    before = line.words[at - 1]
    if before in _TAKES_TO:
        return False
    step = at + 1
    if before in {"was", "were", "is", "are"}:
        # `were to return`: what was planned.
        return bool(line.known[step] & Tag.VERB_BASE)
    while line.known[step] & Tag.ADVERB and step <= at + _SPLITTING:
        step += 1
    word, known = line.words[step], line.known[step]
    if step in line.numerals or line.surfaces[step][:1].isupper():
        return False
    if word in {"be", "have"}:
        return True
    return bool(known & Tag.VERB_BASE) and (not known & Tag.NOUN or _takes_complement(line, step))


def _takes_complement(line: Line, at: int) -> bool:
    """Tell whether an object or adverb could follow a word: `to return home`, `to fine them`, but not `to trial.`."""
    step = at + 1
    word, known = line.words[step], line.known[step]
    return (
        step in line.numerals
        or bool(known & (Tag.DETERMINER | Tag.PRONOUN | Tag.ADVERB))
        or (word.isalpha() and not known & ~Tag.NOUN)
        or word in _AFTER_INFINITIVES
    )
