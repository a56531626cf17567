"""The word lists of `schemas/lexicon`, read once and compiled to what the grammar looks up."""

from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Final

import yaml

from pipeline.language.morphology import VerbForms, inflections, plural
from pipeline.record import record


class Tag:
    """Word classes that a form may belong to, as bits; the tagger chooses among them by what stands beside.

    Plain integers, since the operators of `enum.IntFlag` cost more than all else that is done to a word.
    """

    DETERMINER: Final = 1
    PREPOSITION: Final = 2
    CONJUNCTION: Final = 4
    SUBORDINATOR: Final = 8
    RELATIVE: Final = 16
    PRONOUN: Final = 32
    BE: Final = 64
    HAVE: Final = 128
    DO: Final = 256
    MODAL: Final = 512
    NEGATION: Final = 1024
    ADVERB: Final = 2048
    VERB_BASE: Final = 4096
    VERB_PRESENT: Final = 8192
    VERB_PAST: Final = 16384
    VERB_PARTICIPLE: Final = 32768
    VERB_GERUND: Final = 65536
    NOUN: Final = 131072
    VERB: Final = VERB_BASE | VERB_PRESENT | VERB_PAST | VERB_PARTICIPLE | VERB_GERUND


WordList = list[str]


@cache
def word_lists(name: str) -> Mapping[str, WordList | dict[str, WordList] | dict[str, str]]:
    """Return the lists of one lexicon file, every scalar a string (`no` and `on` are words here, not booleans)."""
    text = files("schemas").joinpath("lexicon", f"{name}.yaml").read_text(encoding="utf-8")
    return MappingProxyType(yaml.load(text, Loader=yaml.CBaseLoader))  # noqa: S506 - strings, lists and mappings only


def words_of(name: str, key: str) -> WordList:
    """Return a list of words of a lexicon file; raises TypeError where the entry is no list."""
    found = word_lists(name)[key]
    if not isinstance(found, list):
        raise TypeError(f"schemas/lexicon/{name}.yaml: {key} is not a list")
    return found


@cache
def word_set(name: str, key: str) -> frozenset[str]:
    """Return a list of words of a lexicon file as a set; raises as `words_of` does."""
    return frozenset(words_of(name, key))


@cache
def values_of(name: str, key: str) -> Mapping[str, str]:
    """Return a mapping from words to a string of a lexicon file; raises TypeError where the entry is none."""
    return MappingProxyType({word: value for word, value in _mapping(name, key).items() if isinstance(value, str)})


@cache
def groups_of(name: str, key: str) -> Mapping[str, WordList]:
    """Return a mapping from a name to a list of words of a lexicon file; raises TypeError where the entry is none."""
    return MappingProxyType({word: value for word, value in _mapping(name, key).items() if isinstance(value, list)})


def _mapping(name: str, key: str) -> Mapping[str, str] | Mapping[str, WordList]:
    found = word_lists(name)[key]
    if not isinstance(found, dict):
        raise TypeError(f"schemas/lexicon/{name}.yaml: {key} is not a mapping")
    return found


@record
class Lexicon:
    """What is known of a word form, by the form in lower case."""

    tags: Mapping[str, int]
    lemmas: Mapping[str, str]
    """Of verb forms."""
    singulars: Mapping[str, str]
    """Of irregular plurals."""


_CLOSED_CLASSES = (
    ("determiners", Tag.DETERMINER),
    ("prepositions", Tag.PREPOSITION),
    ("conjunctions", Tag.CONJUNCTION),
    ("subordinators", Tag.SUBORDINATOR),
    ("relatives", Tag.RELATIVE),
    ("pronouns", Tag.PRONOUN),
    ("auxiliaries_be", Tag.BE),
    ("auxiliaries_have", Tag.HAVE),
    ("auxiliaries_do", Tag.DO),
    ("modals", Tag.MODAL),
    ("negations", Tag.NEGATION),
    ("adverbs", Tag.ADVERB),
)


# Classes of nouns; of a noun in two lists (`commission`, `cell`) the class that stands first here holds.
NOUN_CLASSES = (
    "person_event", "person", "party", "seat", "vote", "application", "case", "group", "organization", "place",
)  # fmt: skip


@cache
def lexicon() -> Lexicon:
    """Return the compiled word classes; the same object at every call."""
    tags: dict[str, int] = {}
    lemmas: dict[str, str] = {}
    for key, tag in _CLOSED_CLASSES:
        _add(tags, words_of("function_words", key), tag)
    _add_verbs(tags, lemmas)
    for key in NOUN_CLASSES:
        for noun in word_set("nouns", key):
            _add(tags, (noun, plural(noun)), Tag.NOUN)
    return Lexicon(tags, lemmas, dict(values_of("nouns", "irregular_plurals")))


def _add_verbs(tags: dict[str, int], lemmas: dict[str, str]) -> None:
    """Add the forms of all verbs; a form of two (`found`, `lay`) keeps the one whose base or irregular past it is."""
    irregular = groups_of("verbs", "irregular")
    doubling = frozenset(words_of("verbs", "doubling"))
    nouns_too = frozenset(words_of("verbs", "also_nouns"))
    for verb in dict.fromkeys((*words_of("verbs", "regular"), *irregular, *words_of("verbs", "also_nouns"))):
        forms = inflections(verb, past=irregular.get(verb), doubled=verb in doubling)
        _add_forms(tags, forms, noun=Tag.NOUN if verb in nouns_too else 0)
        if verb in doubling and verb.endswith("l"):
            _add_single_l(tags, lemmas, verb)
        if verb.endswith("ize"):
            _add_british(tags, lemmas, verb)
        for form in (forms.base, forms.present, forms.past, forms.participle, forms.gerund):
            if form not in lemmas or form == verb or verb in irregular:
                lemmas[form] = verb


def _add_forms(tags: dict[str, int], forms: VerbForms, noun: int) -> None:
    _add(tags, (forms.base,), Tag.VERB_BASE | noun)
    _add(tags, (forms.present,), Tag.VERB_PRESENT | noun)
    _add(tags, (forms.past,), Tag.VERB_PAST)
    _add(tags, (forms.participle,), Tag.VERB_PARTICIPLE)
    _add(tags, (forms.gerund,), Tag.VERB_GERUND)


def _add_single_l(tags: dict[str, int], lemmas: dict[str, str], verb: str) -> None:
    """Add `canceled` beside `cancelled`: both spellings are in use."""
    forms = inflections(verb, past=None, doubled=False)
    _add(tags, (forms.past,), Tag.VERB_PAST | Tag.VERB_PARTICIPLE)
    _add(tags, (forms.gerund,), Tag.VERB_GERUND)
    lemmas.setdefault(forms.past, verb)
    lemmas.setdefault(forms.gerund, verb)


def _add_british(tags: dict[str, int], lemmas: dict[str, str], verb: str) -> None:
    """Add `organised` beside `organized`, a form of the same verb."""
    forms = inflections(verb[:-3] + "ise", past=None, doubled=False)
    _add_forms(tags, forms, noun=0)
    for form in (forms.base, forms.present, forms.past, forms.gerund):
        lemmas.setdefault(form, verb)


def _add(tags: dict[str, int], words: Iterable[str], tag: int) -> None:
    for word in words:
        tags[word] = tags.get(word, 0) | tag
