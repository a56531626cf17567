"""Names of persons whom a sentence or penalty befell, in the fullest form of the paragraph."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from pipeline.facts.clauses import bare_analysis, head_of, is_capital, is_preposition, subject_of, verb_before
from pipeline.facts.drafts import Draft
from pipeline.facts.fact import Modality
from pipeline.facts.personal_names import fullest_form, name_of
from pipeline.facts.steps import back
from pipeline.language.chunks import Kind, VerbForm
from pipeline.language.lexicon import word_set
from pipeline.language.sentences import sentence_spans, tokenize
from pipeline.numerals.phrases import is_phrase, kind_at
from pipeline.numerals.quantities import Analysis

_TERM_UNITS = frozenset({"day", "week", "month", "year"})
_UPON = frozenset({"on", "for", "against", "to"})
_OF = frozenset({"of"})
_UNFINITE = frozenset({VerbForm.INFINITIVE, VerbForm.GERUND})
_NEIGHBOURS = 20
"""How many numbers around a penalty may share its persons out with it."""
_SINGULAR = frozenset({"he", "she", "him", "her"})
_PLURAL = frozenset({"they", "them"})
_PERSONAL = _SINGULAR | _PLURAL
_PLURAL_AUXILIARIES = frozenset({"were", "are", "had", "have"})
_ASIDE = 8
"""How many chunks after its verb a relative clause may close with a comma."""
_LOOKBACK = 3000
"""Characters of the paragraph before a sentence in which a name is looked for."""


def persons_of(text: str, drafts: Sequence[Draft], index: int, *, by_pronoun: bool) -> str | None:
    """Return the names of those on whom a penalty fell, joined by `; `; null where the text names none.

    With `respectively`, the first penalty goes to the first person and so on; `by_pronoun` lets `sentenced him` take
    the name that stands before.
    """
    draft = drafts[index]
    if draft.force.modality is not Modality.OCCURRED:
        return None
    names = _shared_out(drafts, index, _names_governed(text, drafts, index, by_pronoun=by_pronoun))
    return "; ".join(dict.fromkeys(fullest_form(text, name, draft.analysis.sentence.start) for name in names)) or None


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
        at = _over_relative(analysis, verb_before(analysis, at))
        if at < 0:
            return []
        names = _names_of_verb(analysis, at, max(at, floor), draft.chunk)
        if names:
            return names
        pronoun = (_pronoun_within(draft) or _pronoun_of(analysis, at, draft.chunk)) if by_pronoun else ""
        if pronoun:
            return _names_before(text, analysis, at, pronoun)
        if analysis.chunks[at].form not in _UNFINITE:
            return []


def _over_relative(analysis: Analysis, verb: int) -> int:
    """Return the verb before a relative clause that is closed again (`sentenced Sy, who fled, to two years`)."""
    if verb < 1 or kind_at(analysis, back(analysis, verb - 1)) is not Kind.RELATIVE:
        return verb
    closed = any(chunk.kind is Kind.COMMA for chunk in analysis.chunks[verb : verb + _ASIDE])
    outer = verb_before(analysis, back(analysis, verb - 1))
    opened = kind_at(analysis, back(analysis, verb - 1) - 1) is Kind.COMMA
    return outer if closed and opened and outer >= 0 else verb


def _names_of_verb(analysis: Analysis, verb: int, floor: int, end: int) -> list[str]:
    """Return the names among a verb's objects, the latest penalty's first, else in the subject that bears it."""
    objects = list(_names_between(analysis, floor + 1, end))
    if floor > verb and not objects and any(_stands_alone(analysis, at) for at in range(floor + 1, end)):
        # `sentenced Omar Sy to two years and three others to 18 months`
        return []
    objects = objects or list(_names_between(analysis, verb + 1, end))
    objects = objects or [name for at in range(verb + 1, end) for name in _bearers(analysis, at)]
    if objects or not _befalls_subject(analysis, verb, end):
        return objects
    if told := _told_of(analysis, verb):
        return told
    subject = subject_of(analysis, verb)
    narrows = kind_at(analysis, back(analysis, verb - 1)) is Kind.RELATIVE
    if narrows and subject >= 0 and analysis.chunks[subject].number >= 0:
        # `The union listed 45 clerks, among them eight who received terms of two years`
        return []
    return (_bearers(analysis, subject) if subject >= 0 else []) or _subjects(analysis, verb)


def _told_of(analysis: Analysis, verb: int) -> list[str]:
    """Return the names that a clause with `who` tells of: `freed Omar Sy, who was found guilty and fined 900 lei`."""
    while _shares_auxiliary(analysis, verb):
        verb = verb_before(analysis, verb)
    who = back(analysis, verb - 1)
    if kind_at(analysis, who) is not Kind.RELATIVE or analysis.chunks[who].word != "who":
        return []
    at = who - 2 if kind_at(analysis, who - 1) is Kind.COMMA else who - 1
    if (
        kind_at(analysis, at - 1) is Kind.COMMA
        and is_phrase(analysis, at)
        and not is_capital(analysis, analysis.chunks[at].head)
    ):
        # `Omar Sy, a poet who was fined 900 lei`
        at -= 2
    joined = analysis.sentence.words[analysis.chunks[verb].first] in _PLURAL_AUXILIARIES
    names: list[str] = []
    while is_phrase(analysis, at) and (name := name_of(analysis, analysis.chunks[at])) is not None:
        names.insert(0, name)
        if not joined or kind_at(analysis, at - 1) is not Kind.CONJUNCTION:
            break
        at -= 2
    return names


def _bearers(analysis: Analysis, index: int) -> list[str]:
    """Return whose term a phrase names: `Omar Sy’s sentence`, `the sentence of blogger Omar Sy`; empty for none."""
    if not is_phrase(analysis, index) or head_of(analysis.chunks[index]) not in word_set("persons", "terms"):
        return []
    chunk, found = analysis.chunks[index], None
    if chunk.genitive > chunk.first:
        owner = replace(chunk, last=chunk.genitive - 1, head=chunk.genitive - 1, genitive=-1)
        found = name_of(analysis, owner)
    elif is_preposition(analysis, index + 1, _OF) and is_phrase(analysis, index + 2):
        found = name_of(analysis, analysis.chunks[index + 2])
    return [] if found is None else [found]


def _stands_alone(analysis: Analysis, index: int) -> bool:
    return is_phrase(analysis, index) and kind_at(analysis, index - 1) is not Kind.PREPOSITION


def _pronoun_within(draft: Draft) -> str:
    """Read `gave her two years`, where pronoun and term make one phrase; empty where there is none."""
    word = draft.analysis.sentence.words[draft.analysis.chunks[draft.chunk].first]
    return word if word in _PERSONAL else ""


def _pronoun_of(analysis: Analysis, verb: int, end: int) -> str:
    """Return the personal pronoun on which a verb's penalty falls; empty where there is none."""
    found = _pronoun_between(analysis, verb + 1, end)
    if not found and _befalls_subject(analysis, verb, end):
        subject = subject_of(analysis, verb)
        word = analysis.chunks[subject].word if subject >= 0 else ""
        found = word if word in _PERSONAL else ""
    return found


def _pronoun_between(analysis: Analysis, first: int, end: int) -> str:
    """Return the personal pronoun that is object of a verb; empty where there is none."""
    for at in range(first, end):
        if is_phrase(analysis, at) and kind_at(analysis, at - 1) is Kind.VERB:
            word = analysis.chunks[at].word
            if word in _PERSONAL:
                return word
    return ""


def _names_before(text: str, analysis: Analysis, at: int, pronoun: str) -> list[str]:
    """Return whom a pronoun stands for: the name, or for `them` the names, told of in a clause before."""
    names = list(_names_between(analysis, 0, at))
    nouns = (place for place in range(at) if is_phrase(analysis, place))
    names = names or [name for place in nouns if (name := _beside(analysis, place)) is not None]
    if not names:
        start = analysis.sentence.start
        before = text[max(0, start - _LOOKBACK) : start]
        spans = list(sentence_spans(before))
        if spans:
            earlier = bare_analysis(tokenize(before, *spans[-1]))
            names = list(_names_between(earlier, 0, len(earlier.chunks)))
    names = list(dict.fromkeys(names))
    if pronoun in _PLURAL:
        return names
    # A single name may be that of a group; a pronoun stands for a person named in full, where there is one.
    return ([name for name in names if " " in name] or names)[-1:]


def _is_rival(other: Draft, draft: Draft) -> bool:
    return other.sentence == draft.sentence and other.unit in _TERM_UNITS and other.chunk != draft.chunk


def _beside(analysis: Analysis, index: int) -> str | None:
    """Read `a five-year sentence on Amina Diallo`, `a fine of 500 euros for editor Omar Sy`."""
    at = index + 2
    links = _UPON | _OF if analysis.chunks[index].word in word_set("persons", "terms") else _UPON
    if not is_preposition(analysis, at - 1, links) or not is_phrase(analysis, at):
        return None
    found = name_of(analysis, analysis.chunks[at])
    if found is None and kind_at(analysis, at + 1) is Kind.COMMA and is_phrase(analysis, at + 2):
        # `on his wife, Amina Diallo`
        found = name_of(analysis, analysis.chunks[at + 2])
    return found


def _names_between(analysis: Analysis, first: int, end: int) -> Iterator[str]:
    """Yield the names among some chunks that are no complements of prepositions, nor explain another name."""
    closing = -1
    for at in range(first, end):
        closing = max(closing, _explanation_end(analysis, at))
        if at >= closing and is_phrase(analysis, at) and kind_at(analysis, at - 1) is not Kind.PREPOSITION:
            name = name_of(analysis, analysis.chunks[at])
            if name is not None:
                yield name


def _explanation_end(analysis: Analysis, comma: int) -> int:
    """Return the comma that closes what tells whose kin or what of something a name is; -1 where none opens.

    For `sentenced Ana Sy, mother of the exiled blogger Omar Sy, to two years`.
    """
    opens = kind_at(analysis, comma) is Kind.COMMA and is_phrase(analysis, comma + 1)
    if (
        not opens
        or not is_preposition(analysis, comma + 2, _OF)
        or name_of(analysis, analysis.chunks[comma - 1]) is None
    ):
        return -1
    if analysis.chunks[comma + 1].number >= 0 or is_capital(analysis, analysis.chunks[comma + 1].head):
        return -1
    after = range(comma + 3, min(comma + 3 + _ASIDE, len(analysis.chunks)))
    return next((at for at in after if kind_at(analysis, at) is Kind.COMMA), -1)


def _befalls_subject(analysis: Analysis, verb: int, end: int) -> bool:
    """Tell whether the subject bears what a verb says: of a passive, of `receive`, of a shared auxiliary."""
    chunk = analysis.chunks[verb]
    if chunk.passive or chunk.word in word_set("persons", "undergoing"):
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
            name = name_of(analysis, chunk)
            if name is not None and name not in found:
                found.insert(0, name)
    return found


def _is_within_subject(analysis: Analysis, verb: int) -> bool:
    """Tell whether a verb stands in a relative clause or participle that narrows a subject."""
    if analysis.chunks[verb].form in _UNFINITE:
        return True
    return kind_at(analysis, back(analysis, verb - 1)) is Kind.RELATIVE


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
