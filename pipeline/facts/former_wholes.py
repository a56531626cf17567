"""The wholes that `the former` and `the latter` stand for: `80 seats were direct, 40 from lists; of the former, …`."""

from collections.abc import Sequence

from pipeline.facts.drafts import Draft

_PAIRED = {"former": -2, "latter": -1}
_PAIR = 2


def whole_of_former(draft: Draft, earlier: Sequence[Draft]) -> int:
    """Return the number of two before that `of the former,` or `of the latter,` opens a clause with; -1 for none."""
    words = draft.analysis.sentence.words
    named = next((word for word in _PAIRED if word in words), None)
    if named is None:
        return -1
    at = words.index(named)
    opens = words[at - 2 : at] == ("of", "the") and words[at + 1 : at + 2] == (",",)
    if not opens or at > draft.figure.first or ";" in words[at : draft.figure.first]:
        return -1
    pair = [
        index
        for index, found in enumerate(earlier)
        if found.equivalent_of < 0
        and draft.sentence - found.sentence <= 1
        and (found.sentence < draft.sentence or found.figure.last < at)
        # `filled 80 of the 120 seats directly and 40 from lists`: the two are the 80 and the 40.
        and all(relation.lemma != "whole" for relation in found.relations)
    ][-_PAIR:]
    return pair[_PAIRED[named]] if len(pair) == _PAIR and earlier[pair[0]].unit == earlier[pair[1]].unit else -1
