"""Parts that gerunds take for objects: `tried 11,600 civilians, convicting 8,040`."""

from collections.abc import Sequence

from pipeline.facts.drafts import Draft
from pipeline.facts.relation import Part
from pipeline.language.chunks import Kind, VerbForm
from pipeline.numerals.counted import Source
from pipeline.numerals.phrases import kind_at


def whole_of_gerunds(draft: Draft, earlier: Sequence[Draft]) -> int:
    """Return the whole of what gerunds take for objects (`tried 11,600 civilians, convicting 8,040`); -1 for none."""
    relation = draft.match.relation if draft.match is not None else None
    if draft.counted.source is not Source.ANTECEDENT or relation is None or relation.part is not Part.AFFECTED:
        return -1
    if relation.chunk > draft.chunk:
        # `40 were wounded, and eight missing`
        return -1
    if not _is_gerund(draft, relation.chunk) or kind_at(draft.analysis, relation.chunk - 1) is Kind.PREPOSITION:
        return -1
    index = draft.counted.antecedent
    if 0 <= index < len(earlier) and _heads_gerunds(earlier[index]):
        return -1
    while 0 <= index < len(earlier) and earlier[index].whole >= 0:
        index = earlier[index].whole
    if not 0 <= index < len(earlier) or earlier[index].sentence != draft.sentence:
        return -1
    return index if _befell(earlier[index]) else -1


def _befell(draft: Draft) -> bool:
    """Tell whether a verb befell a number; what a crowd of 900 only sizes is no whole of those who were hurt."""
    relation = draft.match.relation if draft.match is not None else None
    return relation is None or relation.part is not Part.NOUN


def _heads_gerunds(draft: Draft) -> bool:
    """Tell whether a number is itself object of a gerund, and no part: those that follow run parallel to it."""
    relation = draft.match.relation if draft.match is not None else None
    return relation is not None and draft.whole < 0 and _is_gerund(draft, relation.chunk)


def _is_gerund(draft: Draft, index: int) -> bool:
    chunk = draft.analysis.chunks[index]
    return chunk.kind is Kind.VERB and chunk.form is VerbForm.GERUND
