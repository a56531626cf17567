"""Names of persons whom a sentence or penalty befell, in the fullest form of the paragraph."""

from collections.abc import Sequence

from pipeline.facts.clauses import is_capital, subject_of, verb_before
from pipeline.facts.drafts import Draft
from pipeline.facts.fact import Modality
from pipeline.facts.named_persons import bearer_of, before_parenthesis, name_beside, names_between
from pipeline.facts.personal_names import fullest_form, name_of
from pipeline.facts.pronouns import names_before, pronoun_among, pronoun_in, pronoun_within
from pipeline.facts.steps import back
from pipeline.language.chunks import Kind, VerbForm
from pipeline.language.lexicon import word_set
from pipeline.numerals.phrases import is_phrase, kind_at
from pipeline.numerals.quantities import Analysis

_TERM_UNITS = frozenset({"day", "week", "month", "year"})
_UNFINITE = frozenset({VerbForm.INFINITIVE, VerbForm.GERUND})
_NEIGHBOURS = 20
"""How many numbers around a penalty may share its persons out with it."""
_PLURAL_AUXILIARIES = frozenset({"were", "are", "had", "have"})
_ASIDE = 8
"""How many chunks after its verb a relative clause may close with a comma."""


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
    beside = name_beside(analysis, draft.chunk) or before_parenthesis(analysis, draft.chunk)
    # `Omar Sy’s two-year sentence`
    beside = beside or bearer_of(analysis, draft.chunk)
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
        pronoun = _pronoun_of(draft, at) if by_pronoun else ""
        if pronoun:
            return names_before(text, analysis, at, pronoun)
        if (named := _named_by_relative(analysis, at)) is not None:
            return [named]
        if not (_goes_on_infinitive(analysis, at) or _goes_on_with_penalty(analysis, at)):
            return []


def _pronoun_of(draft: Draft, verb: int) -> str:
    """Return the pronoun of the one on whom a verb's penalty falls; empty where there is none."""
    analysis, end = draft.analysis, draft.chunk
    found = pronoun_within(analysis, end) or pronoun_among(analysis, verb + 1, end)
    if found or not _befalls_subject(analysis, verb, end):
        return found
    subject = subject_of(analysis, verb)
    return "" if subject < 0 else pronoun_in(analysis, subject)


def _goes_on_infinitive(analysis: Analysis, verb: int) -> bool:
    """Tell whether a verb is an infinitive or gerund, or goes on with one: `ordered Sy to pay or spend a year in`."""
    if analysis.chunks[verb].form in _UNFINITE:
        return True
    earlier = verb_before(analysis, verb)
    joined = kind_at(analysis, back(analysis, verb - 1)) is Kind.CONJUNCTION and earlier >= 0
    is_base = analysis.sentence.words[analysis.chunks[verb].first] == analysis.chunks[verb].word
    return joined and is_base and analysis.chunks[earlier].form is VerbForm.INFINITIVE


def _goes_on_with_penalty(analysis: Analysis, verb: int) -> bool:
    """Tell whether a verb that lays on a penalty goes on with a verdict: `tried Sy in absentia and imposed a year`."""
    imposes = analysis.chunks[verb].word in word_set("payers", "imposing") and not analysis.chunks[verb].passive
    earlier = verb_before(analysis, verb)
    joined = kind_at(analysis, back(analysis, verb - 1)) is Kind.CONJUNCTION and earlier >= 0
    return imposes and joined and analysis.chunks[earlier].word in word_set("persons", "judging")


def _named_by_relative(analysis: Analysis, verb: int) -> str | None:
    """Read `released Omar Sy, whom a court had sentenced to five years`: the name that `whom` stands for."""
    relative = subject_of(analysis, verb) - 1
    if relative < 1 or kind_at(analysis, relative) is not Kind.RELATIVE or analysis.chunks[relative].word != "whom":
        return None
    named = relative - 2 if kind_at(analysis, relative - 1) is Kind.COMMA else relative - 1
    return name_of(analysis, analysis.chunks[named]) if is_phrase(analysis, named) else None


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
    objects = list(names_between(analysis, floor + 1, end))
    if floor > verb and not objects and any(_stands_alone(analysis, at) for at in range(floor + 1, end)):
        # `sentenced Omar Sy to two years and three others to 18 months`
        return []
    objects = objects or list(names_between(analysis, verb + 1, end))
    objects = objects or [name for at in range(verb + 1, end) if (name := bearer_of(analysis, at)) is not None]
    if objects or not _befalls_subject(analysis, verb, end):
        return objects
    if told := _told_of(analysis, verb):
        return told
    subject = subject_of(analysis, verb)
    narrows = kind_at(analysis, back(analysis, verb - 1)) is Kind.RELATIVE
    if narrows and subject >= 0 and analysis.chunks[subject].number >= 0:
        # `The union listed 45 clerks, among them eight who received terms of two years`
        return []
    bearer = bearer_of(analysis, subject) if subject >= 0 else None
    return _subjects(analysis, verb) if bearer is None else [bearer]


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


def _stands_alone(analysis: Analysis, index: int) -> bool:
    return is_phrase(analysis, index) and kind_at(analysis, index - 1) is not Kind.PREPOSITION


def _is_rival(other: Draft, draft: Draft) -> bool:
    if other.sentence != draft.sentence or other.unit not in _TERM_UNITS or other.chunk == draft.chunk:
        return False
    # `sentenced 23-year-old Ana Sy`: an age is no term.
    return other.is_coded or not other.analysis.chunks[other.chunk].hyphenated


def _befalls_subject(analysis: Analysis, verb: int, end: int) -> bool:
    """Tell whether the subject bears what a verb says: of a passive, of `receive`, of a shared auxiliary."""
    chunk = analysis.chunks[verb]
    if chunk.passive or chunk.word in word_set("persons", "undergoing"):
        return True
    # `was fined and given two years`
    given = chunk.word in word_set("persons", "giving")
    object_follows = is_phrase(analysis, verb + 1) and verb + 1 < end and not given
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
