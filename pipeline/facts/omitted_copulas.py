"""Parts whose verb of being is left out: `of whom 69 were girls and 21 boys`."""

from pipeline.facts.drafts import Draft
from pipeline.facts.steps import CONNECTIVES
from pipeline.language.chunks import Kind
from pipeline.numerals.counted import Source
from pipeline.numerals.phrases import kind_at

_POINTING_BACK = frozenset({"them", "these", "those"})


def leaves_copula_out(draft: Draft, sibling: Draft) -> bool:
    """Read `of whom 69 were girls and 21 boys`: the verb of the part before, left out, makes the noun a predicate."""
    between = draft.analysis.chunks[sibling.chunk + 1 : draft.chunk]
    verbs = [chunk for chunk in between if chunk.kind is Kind.VERB]
    # After the first number whose copula is left out there is none for the others either.
    predicated = _has_own_noun(sibling) or _names_them(draft, sibling)
    copulas = [] if sibling.counted.subset and predicated else ["be"]
    is_only_copula = [verb.word for verb in verbs] == copulas and not any(verb.passive for verb in verbs)
    divides = sibling.counted.subset or sibling.counted.source is Source.OWN
    follows = kind_at(draft.analysis, draft.chunk - 1) in CONNECTIVES
    ends = kind_at(draft.analysis, draft.chunk + 1) in {None, Kind.COMMA, Kind.CONJUNCTION, Kind.SEMICOLON, Kind.OTHER}
    nouns = draft.counted.source is Source.OWN and (draft.unit == sibling.unit or _names_matter(draft))
    return (
        is_only_copula
        and divides
        and follows
        and ends
        and nouns
        and not any(chunk.kind is Kind.SEMICOLON for chunk in between)
    )


def _names_matter(draft: Draft) -> bool:
    """Tell whether a singular of no known class follows a number over one: `three were assaults and 10 vandalism`."""
    head, value = draft.counted.head, draft.quantity.value
    plural = head is None or draft.analysis.chunks[draft.chunk].word != head
    return draft.counted.kind is None and not plural and value is not None and value > 1


def _names_them(draft: Draft, sibling: Draft) -> bool:
    """Read `20 of them women and 12 children`, `20 of them Kenyans, 12 Somalis`: a noun behind `of them`.

    In `killed 70 men, 20 of them soldiers, and 12 women` a comma leads back to the list around the part.
    """
    here, at = sibling.analysis, sibling.chunk + 2
    if kind_at(here, at - 1) is not Kind.PREPOSITION or kind_at(here, at) is not Kind.NOUN_PHRASE:
        return False
    pointing = here.sentence.words[here.chunks[at].first] in _POINTING_BACK
    named = here.chunks[at].word not in _POINTING_BACK or kind_at(here, at + 1) is Kind.NOUN_PHRASE
    joined = kind_at(draft.analysis, draft.chunk - 1) is Kind.CONJUNCTION
    closely = joined and kind_at(draft.analysis, draft.chunk - 2) is not Kind.COMMA
    return pointing and named and (closely or draft.counted.capital)


def _has_own_noun(draft: Draft) -> bool:
    """Tell whether a noun stands in the number's phrase, whatever noun it was found to count."""
    return draft.analysis.chunks[draft.chunk].head > draft.figure.last
