"""Names of persons whom a sentence or penalty befell, in the fullest form of the paragraph."""

import re
from collections.abc import Sequence

from pipeline.facts.drafts import Draft
from pipeline.language.chunks import Chunk, Kind
from pipeline.language.nouns import noun_class
from pipeline.numerals.dates import months
from pipeline.numerals.quantities import Analysis

_NOT_NAMES = frozenset(
    "court supreme high district regional city appeals constitutional ministry party union commission committee office agency "
    "law act code article section decree parliament government police republic united state states nations".split()
)


def persons_of(text: str, drafts: Sequence[Draft], index: int) -> str | None:
    """Return the names of those to whom a term was given, joined by `; `; null where the text names none.

    With `respectively`, the first term goes to the first person and so on.
    """
    draft = drafts[index]
    if draft.force.evidence != "no word of law or proposal governs the number":
        return None
    names = _names_governed(draft)
    if not names:
        return None
    names = _shared_out(drafts, index, names)
    return "; ".join(_fullest(text, name, draft.analysis.sentence.start) for name in names)


def _names_governed(draft: Draft) -> list[str]:
    """Return the names that are object or subject of the verb which gives the term."""
    verb = next((relation.chunk for relation in draft.relations if draft.analysis.chunks[relation.chunk].kind is Kind.VERB), -1)
    if verb < 0:
        return []
    chunks = draft.analysis.chunks
    between = [chunk for chunk in chunks[verb + 1 : draft.chunk] if chunk.kind is Kind.NOUN_PHRASE]
    objects = [name for chunk in between if (name := _name(draft.analysis, chunk)) is not None]
    if objects:
        return objects
    if not chunks[verb].passive and chunks[verb].word not in {"receive", "get"} and not _after_passive(draft.analysis, verb):
        return []
    start = verb
    while start > 0 and chunks[start - 1].kind is not Kind.SEMICOLON:
        start -= 1
    found: list[str] = []
    for chunk in chunks[start:verb]:
        name = _name(draft.analysis, chunk) if chunk.kind is Kind.NOUN_PHRASE else None
        if name is not None and name not in found:
            found.append(name)
    return found


def _after_passive(analysis: Analysis, verb: int) -> bool:
    """Tell whether a participle shares the auxiliary of a verb before it (`were convicted and sentenced`)."""
    return verb >= 2 and analysis.chunks[verb - 1].kind is Kind.CONJUNCTION and analysis.chunks[verb - 2].passive  # noqa: PLR2004


def _name(analysis: Analysis, chunk: Chunk) -> str | None:
    """Return the personal name that a phrase is or ends in; null for other phrases."""
    sentence = analysis.sentence
    if chunk.number >= 0 or chunk.genitive >= 0:
        return None
    at = chunk.last
    while at >= chunk.first and sentence.surfaces[at][0].isupper() and sentence.surfaces[at].isalpha():
        at -= 1
    first = at + 1
    words = sentence.words[first : chunk.last + 1]
    if not words or any(word in _NOT_NAMES or word in months() for word in words):
        return None
    if noun_class(words[-1]) in {"organization", "party", "place"} or sentence.surfaces[chunk.last].isupper():
        return None
    lead = sentence.words[chunk.first : first]
    if any(word in {"the", "a", "an"} for word in lead) and not any(noun_class(word) == "person" for word in lead):
        return None
    preposition = analysis.chunks[analysis.chunk_at[chunk.first] - 1] if analysis.chunk_at[chunk.first] > 0 else None
    if preposition is not None and preposition.kind is Kind.PREPOSITION:
        return None
    if len(words) == 1 and first == 0 and noun_class(words[0]) is not None:
        return None
    return " ".join(sentence.surfaces[first : chunk.last + 1])


def _shared_out(drafts: Sequence[Draft], index: int, names: list[str]) -> list[str]:
    draft = drafts[index]
    if "respectively" not in draft.analysis.sentence.words or len(names) < 2:  # noqa: PLR2004 - two persons share out two terms
        return names
    verb = next((relation.chunk for relation in draft.relations if draft.analysis.chunks[relation.chunk].kind is Kind.VERB), -1)
    terms = [other for other in drafts if other.sentence == draft.sentence and other.unit in {"day", "week", "month", "year"} and other.chunk > verb]
    if len(terms) != len(names):
        return names
    return [names[terms.index(draft)]]


def _fullest(text: str, name: str, _until: int) -> str:
    """Return the longest form of a name in the paragraph: `Bulat Bakauov` for `Bakauov`."""
    if " " in name:
        return name
    pattern = re.compile(rf"((?:[A-ZÀ-ÞĀ-Ž][^\W\d_]+(?:['’-][^\W\d_]+)?\s)+){re.escape(name)}\b")
    forms = [match.group() for match in pattern.finditer(text)]
    usable = [form for form in forms if not any(word.lower() in _NOT_NAMES or word.lower() in months() or noun_class(word.lower()) for word in form.split()[:-1])]
    return max(usable, key=len, default=name)
