"""Names of persons whom a sentence or penalty befell, in the fullest form of the paragraph."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from pipeline.facts.clauses import bare_analysis, is_capital, is_preposition, subject_of, verb_before
from pipeline.facts.drafts import Draft
from pipeline.facts.fact import Modality
from pipeline.facts.steps import back
from pipeline.language.chunks import Chunk, Kind, VerbForm
from pipeline.language.lexicon import Tag, lexicon, words_of
from pipeline.language.nouns import noun_class
from pipeline.language.sentences import sentence_spans, tokenize
from pipeline.numerals.dates import months
from pipeline.numerals.phrases import is_phrase, kind_at
from pipeline.numerals.quantities import Analysis

_TERM_UNITS = frozenset({"day", "week", "month", "year"})
_UPON = frozenset({"on", "for", "against", "to"})
_UNFINITE = frozenset({VerbForm.INFINITIVE, VerbForm.GERUND})
_NEIGHBOURS = 20
"""How many numbers around a penalty may share its persons out with it."""
_SINGULAR = frozenset({"he", "she", "him", "her"})
_PLURAL = frozenset({"they", "them"})
_NAME = r"[A-ZÀ-ÞĀ-Ž][^\W\d_]*(?:[’'-][^\W\d_]+)*"
_FULL = re.compile(rf"{_NAME}(?:\s(?:al-|bin |ben |ibn |de |da |van |von )?{_NAME})+")
_LOOKBACK = 3000
"""Characters of the paragraph before and after a sentence in which a fuller form of a name is looked for."""


@cache
def _list(key: str) -> frozenset[str]:
    return frozenset(words_of("persons", key))


@cache
def _titles() -> frozenset[str]:
    return frozenset(words_of("elections", "titles"))


def persons_of(text: str, drafts: Sequence[Draft], index: int, *, by_pronoun: bool) -> str | None:
    """Return the names of those on whom a penalty fell, joined by `; `; null where the text names none.

    With `respectively`, the first penalty goes to the first person and so on; `by_pronoun` lets `sentenced him` take
    the name that stands before.
    """
    draft = drafts[index]
    if draft.force.modality is not Modality.OCCURRED:
        return None
    names = _shared_out(drafts, index, _names_governed(text, drafts, index, by_pronoun=by_pronoun))
    return "; ".join(dict.fromkeys(_fullest(text, name, draft.analysis.sentence.start) for name in names)) or None


def _names_governed(text: str, drafts: Sequence[Draft], index: int, *, by_pronoun: bool) -> list[str]:
    """Return the names beside a penalty, else those that are object or subject of the verb which imposes it."""
    draft = drafts[index]
    analysis = draft.analysis
    near = drafts[max(0, index - _NEIGHBOURS) : index]
    floor = max((other.chunk for other in near if _is_rival(other, draft)), default=-1)
    if "respectively" in analysis.sentence.words:
        floor = -1
    beside = _beside(analysis, draft.chunk)
    if beside is not None:
        return [beside]
    at = draft.chunk
    while True:
        at = verb_before(analysis, at)
        if at < 0:
            return []
        names = _names_of_verb(analysis, at, max(at, floor), draft.chunk)
        if names:
            return names
        pronoun = _pronoun_of(analysis, at, draft.chunk) if by_pronoun else ""
        if pronoun:
            return _names_before(text, analysis, at, pronoun)
        if analysis.chunks[at].form not in _UNFINITE:
            return []


def _names_of_verb(analysis: Analysis, verb: int, floor: int, end: int) -> list[str]:
    """Return the names among a verb's objects, the latest penalty's first, else in the subject that bears it."""
    objects = list(_names_between(analysis, floor + 1, end))
    if floor > verb and not objects and any(_stands_alone(analysis, at) for at in range(floor + 1, end)):
        # `sentenced Omar Sy to two years and three others to 18 months`
        return []
    objects = objects or list(_names_between(analysis, verb + 1, end))
    if objects:
        return objects
    return _subjects(analysis, verb) if _befalls_subject(analysis, verb, end) else []


def _stands_alone(analysis: Analysis, index: int) -> bool:
    return is_phrase(analysis, index) and kind_at(analysis, index - 1) is not Kind.PREPOSITION


def _pronoun_of(analysis: Analysis, verb: int, end: int) -> str:
    """Return the personal pronoun on which a verb's penalty falls; empty where there is none."""
    found = _pronoun_between(analysis, verb + 1, end)
    if not found and _befalls_subject(analysis, verb, end):
        subject = subject_of(analysis, verb)
        word = analysis.chunks[subject].word if subject >= 0 else ""
        found = word if word in _SINGULAR | _PLURAL else ""
    return found


def _pronoun_between(analysis: Analysis, first: int, end: int) -> str:
    """Return the personal pronoun that is object of a verb; empty where there is none."""
    for at in range(first, end):
        if is_phrase(analysis, at) and kind_at(analysis, at - 1) is Kind.VERB:
            word = analysis.chunks[at].word
            if word in _SINGULAR | _PLURAL:
                return word
    return ""


def _names_before(text: str, analysis: Analysis, at: int, pronoun: str) -> list[str]:
    """Return whom a pronoun stands for: the name, or for `them` the names, told of in a clause before."""
    names = list(_names_between(analysis, 0, at))
    if not names:
        start = analysis.sentence.start
        before = text[max(0, start - _LOOKBACK) : start]
        spans = list(sentence_spans(before))
        if spans:
            earlier = bare_analysis(tokenize(before, *spans[-1]))
            names = list(_names_between(earlier, 0, len(earlier.chunks)))
    names = list(dict.fromkeys(names))
    return names if pronoun in _PLURAL else names[-1:]


def _is_rival(other: Draft, draft: Draft) -> bool:
    return other.sentence == draft.sentence and other.unit in _TERM_UNITS and other.chunk != draft.chunk


def _beside(analysis: Analysis, index: int) -> str | None:
    """Read `a five-year sentence on Amina Diallo`, `a fine of 500 euros for editor Omar Sy`."""
    at = index + 2
    if not is_preposition(analysis, at - 1, _UPON) or not is_phrase(analysis, at):
        return None
    found = _name(analysis, analysis.chunks[at])
    if found is None and kind_at(analysis, at + 1) is Kind.COMMA and is_phrase(analysis, at + 2):
        # `on his wife, Amina Diallo`
        found = _name(analysis, analysis.chunks[at + 2])
    return found


def _names_between(analysis: Analysis, first: int, end: int) -> Iterator[str]:
    """Yield the names among some chunks that are no complements of prepositions."""
    for at in range(first, end):
        if is_phrase(analysis, at) and kind_at(analysis, at - 1) is not Kind.PREPOSITION:
            name = _name(analysis, analysis.chunks[at])
            if name is not None:
                yield name


def _befalls_subject(analysis: Analysis, verb: int, end: int) -> bool:
    """Tell whether the subject bears what a verb says: of a passive, of `receive`, of a shared auxiliary."""
    chunk = analysis.chunks[verb]
    if chunk.passive or chunk.word in _list("undergoing"):
        return True
    object_follows = is_phrase(analysis, verb + 1) and verb + 1 < end
    return chunk.form is VerbForm.PAST_OR_PARTICIPLE and not object_follows and _shares_auxiliary(analysis, verb)


def _shares_auxiliary(analysis: Analysis, verb: int) -> bool:
    """Tell whether a participle is coordinated with a passive before it (`were convicted of fraud and sentenced`)."""
    if kind_at(analysis, back(analysis, verb - 1)) not in {Kind.CONJUNCTION, Kind.COMMA}:
        return False
    earlier = verb_before(analysis, verb)
    while earlier >= 0:
        chunk = analysis.chunks[earlier]
        if chunk.passive:
            return True
        if chunk.form is not VerbForm.PAST_OR_PARTICIPLE and chunk.form not in _UNFINITE:
            return False
        earlier = verb_before(analysis, earlier)
    return False


def _subjects(analysis: Analysis, verb: int) -> list[str]:
    """Return the names in the subject of a verb and in what explains it between commas, in text order."""
    found: list[str] = []
    for at in range(verb - 1, -1, -1):
        chunk = analysis.chunks[at]
        if chunk.kind is Kind.SEMICOLON:
            break
        if chunk.kind is Kind.VERB and found and not _is_within_subject(analysis, at):
            break
        before = kind_at(analysis, at - 1)
        if chunk.kind is Kind.NOUN_PHRASE and before is not Kind.PREPOSITION and before is not Kind.VERB:
            name = _name(analysis, chunk)
            if name is not None and name not in found:
                found.insert(0, name)
    return found


def _is_within_subject(analysis: Analysis, verb: int) -> bool:
    """Tell whether a verb stands in a relative clause or participle that narrows a subject."""
    if analysis.chunks[verb].form in _UNFINITE:
        return True
    return kind_at(analysis, back(analysis, verb - 1)) is Kind.RELATIVE


def _name(analysis: Analysis, chunk: Chunk) -> str | None:
    """Return the personal name that a phrase is or ends in; null for other phrases."""
    sentence = analysis.sentence
    if chunk.number >= 0 or chunk.genitive >= 0 or not sentence.surfaces[chunk.last][0].isupper():
        return None
    first = chunk.last
    while first > chunk.first and (sentence.words[first - 1] == "-" or is_capital(analysis, first - 1)):
        first -= 1
    while first < chunk.last and (sentence.words[first] in _titles() or not sentence.surfaces[first][0].isupper()):
        first += 1
    words = sentence.words[first : chunk.last + 1]
    if any(word in _list("not_names") or word in months() for word in words) or sentence.surfaces[chunk.last].isupper():
        return None
    if lexicon().tags.get(words[-1], 0) & Tag.PRONOUN or noun_class(words[-1]) is not None:
        return None
    lead = sentence.words[chunk.first : first]
    if lead and lead[0] in {"the", "a", "an"} and not any(noun_class(word) == "person" for word in lead):
        return None
    return _text(analysis, first, chunk.last)


def _text(analysis: Analysis, first: int, last: int) -> str:
    surfaces, sentence = analysis.sentence.surfaces, analysis.sentence
    joined = surfaces[first]
    for at in range(first + 1, last + 1):
        joined += ("" if sentence.starts[at] == sentence.ends[at - 1] else " ") + surfaces[at]
    return joined


def _shared_out(drafts: Sequence[Draft], index: int, names: list[str]) -> list[str]:
    """Return the one of several names to whom a term belongs where `respectively` shares them out."""
    draft = drafts[index]
    if "respectively" not in draft.analysis.sentence.words or len(names) < 2:  # noqa: PLR2004 - two persons share out two terms
        return names
    verb = verb_before(draft.analysis, draft.chunk)
    first = max(0, index - _NEIGHBOURS)
    near = [
        place
        for place, other in enumerate(drafts[first : index + _NEIGHBOURS], first)
        if other.sentence == draft.sentence and other.chunk > verb and other.equivalent_of < 0
    ]
    same_unit = [place for place in near if drafts[place].unit == draft.unit]
    terms = [place for place in near if drafts[place].unit in _TERM_UNITS]
    shared = terms if len(terms) == len(names) else same_unit
    return [names[shared.index(index)]] if len(shared) == len(names) and index in shared else names


def _fullest(text: str, name: str, near: int) -> str:
    """Return the longest form of a name in the paragraph: `Jane Doe` for `Doe`."""
    if " " in name:
        return name
    forms = [name]
    for mention in _FULL.finditer(text, max(0, near - _LOOKBACK), min(len(text), near + _LOOKBACK)):
        words = mention.group().split()
        if words[-1] != name:
            continue
        while len(words) > 1 and _is_no_name(words[0]):
            del words[0]
        if not any(_is_no_name(word) for word in words):
            forms.append(" ".join(words))
    return max(forms, key=len)


def _is_no_name(word: str) -> bool:
    lower = word.lower()
    known = lower in _titles() or lower in _list("not_names") or lower in months()
    return known or noun_class(lower) is not None or bool(lexicon().tags.get(lower, 0) & ~int(Tag.NOUN | Tag.VERB))
