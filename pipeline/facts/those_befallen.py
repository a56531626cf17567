"""Parts of those whom a participle names by what befell them: `Of those killed, 12 were girls`."""

from collections.abc import Sequence
from dataclasses import replace

from pipeline.facts.codebook import codebook
from pipeline.facts.drafts import Draft, coded_match
from pipeline.language.chunks import Kind
from pipeline.language.lexicon import lexicon
from pipeline.numerals.partitives import fronted_whole
from pipeline.numerals.phrases import is_chunk, is_enclosed, kind_at
from pipeline.numerals.quantities import Analysis

_SENTENCES = 2
"""The sentence of the part and the one before, in which the whole may stand."""


def of_those_befallen(draft: Draft, earlier: Sequence[Draft]) -> Draft:
    """Return a part of those whom something befell as a part of the latest number whom it befell.

    For `killed 40 men and abducted 90 women. Of those killed, 12 were officers`; else the draft as it is.
    """
    index = draft.counted.antecedent
    if not draft.counted.subset or not 0 <= index < len(earlier):
        return draft
    verb = _befell(draft.analysis, draft.chunk)
    told = {indicator.indicator_id for indicator, _ in codebook().by_verb.get(verb, ())} if verb else set()
    if not told or _answers(earlier, index, told):
        return draft
    for at in range(len(earlier) - 1, -1, -1):
        found = earlier[at]
        if draft.sentence - found.sentence >= _SENTENCES:
            break
        is_main = found.whole < 0 or not earlier[found.whole].is_coded
        is_main = is_main and not found.comparison and not is_enclosed(found.analysis, found.chunk)
        if is_main and found.unit == draft.unit and _answers(earlier, at, told):
            whole = found.counted
            counted = replace(draft.counted, text=whole.text, head=whole.head, kind=whole.kind, antecedent=at)
            return replace(draft, counted=counted)
    return draft


def _answers(drafts: Sequence[Draft], index: int, told: set[str]) -> bool:
    found = coded_match(drafts, index)
    return found is not None and found.indicator.indicator_id in told


def _befell(analysis: Analysis, index: int) -> str | None:
    """Return the verb of `those killed`, behind `of` after a number or at the head of its clause; null for none."""
    at = index + 2 if is_chunk(analysis, index + 1, Kind.PREPOSITION, "of") else fronted_whole(analysis, index)
    if not 0 <= at < len(analysis.chunks) or analysis.sentence.words[analysis.chunks[at].first] != "those":
        return None
    phrase = analysis.chunks[at]
    if any(chunk.kind is Kind.VERB for chunk in analysis.chunks[at + 2 : index]):
        # `Of those held, 28 were in a jail that was built for 90 and had 300`
        return None
    if phrase.last > phrase.first:
        return lexicon().lemmas.get(analysis.sentence.words[phrase.first + 1])
    return analysis.chunks[at + 1].word if kind_at(analysis, at + 1) is Kind.VERB else None
