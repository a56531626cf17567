"""Parts of a whole of which something else is told: what governs them befalls others or is uncoded."""

from pipeline.facts.clauses import is_preposition
from pipeline.facts.drafts import Draft
from pipeline.facts.relation import Part
from pipeline.language.lexicon import word_set
from pipeline.language.nouns import noun_class, singular
from pipeline.numerals.phrases import is_plain_phrase

_OF = frozenset({"of"})


def is_governed_otherwise(draft: Draft) -> bool:
    """Tell whether the part is object of a verb that the codebook ignores (`forced dozens of them to clear rubble`).

    Or it is only said whose somebody or something is: `fined the owner of one of them`.
    """
    return draft.counted.subset and (_is_possessor(draft) or _is_object(draft))


def _is_object(draft: Draft) -> bool:
    return any(
        relation.part is Part.AFFECTED
        and relation.chunk < draft.chunk
        and relation.lemma != "be"
        and not relation.postmodifier
        and not draft.analysis.chunks[relation.chunk].passive
        for relation in draft.relations
    )


def _is_possessor(draft: Draft) -> bool:
    """Tell whether a number completes a noun of a person or of a belonging: `the homes of four of them`."""
    here, at = draft.analysis, draft.chunk - 2
    if not is_preposition(here, at + 1, _OF) or not is_plain_phrase(here, at):
        return False
    noun = here.chunks[at].word
    return noun_class(noun) == "person" or singular(noun) in word_set("relations", "belongings")
