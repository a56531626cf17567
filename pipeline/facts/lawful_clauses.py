"""Limits that a relative clause ascribes to a law: `fined him 90 euros, less than the 200 that the code permits`."""

from pipeline.facts.modal_words import is_present, modal_words
from pipeline.language.chunks import Kind
from pipeline.language.nouns import singular
from pipeline.numerals.phrases import is_phrase, kind_at
from pipeline.numerals.quantities import Analysis

_THAT = frozenset({"that", "which"})
_LETTING = frozenset({"permit", "allow", "set", "provide", "prescribe", "authorize", "stipulate", "foresee", "fix"})


def law_of_clause(analysis: Analysis, index: int) -> str | None:
    """Return the law that a relative clause right behind a number says it is set by; null where none does."""
    relative = index + 1
    if kind_at(analysis, relative) is not Kind.RELATIVE or analysis.chunks[relative].word not in _THAT:
        return None
    subject, verb = relative + 1, relative + 2
    if not is_phrase(analysis, subject):
        return None
    law, phrase = analysis.chunks[subject].word, analysis.chunks[subject]
    if law == "permits" and phrase.first < phrase.last:
        # `that the Health Act permits`: the verb may be a noun.
        law = analysis.sentence.words[phrase.last - 1]
        return None if modal_words().law_nouns.isdisjoint((law, singular(law))) else law
    if kind_at(analysis, verb) is not Kind.VERB or analysis.chunks[verb].word not in _LETTING:
        return None
    is_law = not modal_words().law_nouns.isdisjoint((law, singular(law)))
    return law if is_law and is_present(analysis, analysis.chunks[verb]) else None


def before_lawful_clause(analysis: Analysis, index: int, last: int) -> int:
    """Return the last chunk before a number behind another to which a law is ascribed: it sets the later alone."""
    for at in range(index + 1, last):
        if analysis.chunks[at].number >= 0 and law_of_clause(analysis, at) is not None:
            return at - 1
    return last
