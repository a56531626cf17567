"""Parts of a whole that share a verb: `Of the 80 seats, 33 went to the Accord and 30 to the Pact`."""

from collections.abc import Sequence

from pipeline.facts.drafts import Draft
from pipeline.facts.steps import CONNECTIVES
from pipeline.language.chunks import Kind
from pipeline.numerals.counted import Source
from pipeline.numerals.phrases import kind_at


def fellow_part(draft: Draft, earlier: Sequence[Draft]) -> int:
    """Return the number before whose verb serves this one too, the same preposition behind both; -1 for none."""
    last = earlier[-1] if earlier else None
    if last is None or last.sentence != draft.sentence or not last.is_coded:
        return -1
    parts = last.counted.source is draft.counted.source is Source.PARTITIVE
    if not parts or last.counted.chunk != draft.counted.chunk:
        return -1
    here, joined = draft.analysis, kind_at(draft.analysis, draft.chunk - 1) in CONNECTIVES
    led = kind_at(here, draft.chunk + 1) is Kind.PREPOSITION
    between = here.chunks[last.chunk + 1 : draft.chunk]
    link = here.chunks[draft.chunk + 1].word if led else ""
    parallel = any(chunk.kind is Kind.PREPOSITION and chunk.word == link for chunk in between)
    return len(earlier) - 1 if joined and parallel else -1
