"""Parts of a number of persons that an adverb alone tells of: `three dead and 40 injured, six seriously`."""

from collections.abc import Sequence

from pipeline.facts.drafts import Draft
from pipeline.language.chunks import Kind
from pipeline.numerals.phrases import kind_at

_DEADLY = frozenset({"fatally", "mortally", "lethally"})
_ENDS = frozenset({None, Kind.COMMA, Kind.SEMICOLON, Kind.OTHER, Kind.CONJUNCTION})


def tells_degree(draft: Draft, earlier: Sequence[Draft]) -> bool:
    """Tell whether an adverb alone says how some of those whom the number before counts fared."""
    if not earlier or earlier[-1].sentence != draft.sentence or not earlier[-1].is_coded:
        return False
    if not draft.unit == earlier[-1].unit == "person":
        return False
    here, at = draft.analysis, draft.chunk
    bare = here.chunks[at].last == draft.figure.last and kind_at(here, at - 1) is Kind.COMMA
    told = kind_at(here, at + 1) is Kind.ADVERB and here.chunks[at + 1].word.endswith("ly")
    part, whole = draft.quantity.value, earlier[-1].quantity.value
    smaller = part is not None and whole is not None and part < whole
    return bare and told and smaller and kind_at(here, at + 2) in _ENDS


def tells_death(draft: Draft) -> bool:
    """Tell whether the adverb after a number says that those were killed: `wounded 18, two fatally`."""
    here, at = draft.analysis, draft.chunk + 1
    return kind_at(here, at) is Kind.ADVERB and here.chunks[at].word in _DEADLY
