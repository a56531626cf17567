"""Deeds that somebody only tries, plots, fails or risks to do or suffer."""

from pipeline.facts.clauses import is_gerund
from pipeline.facts.steps import noun_at
from pipeline.language.chunks import Kind, VerbForm
from pipeline.language.lexicon import word_set
from pipeline.numerals.phrases import is_plain_phrase, kind_at
from pipeline.numerals.quantities import Analysis


def is_attempted(analysis: Analysis, verb: int) -> bool:
    """Tell whether an infinitive says what was attempted, or a gerund what might come: `tried to kidnap nine nurses`.

    Also `a plot to kill 12`, `400 refugees risked being deported`.
    """
    gerund = is_gerund(analysis, analysis.chunks[verb])
    if not gerund and analysis.chunks[verb].form is not VerbForm.INFINITIVE:
        return False
    at = verb - 1
    while kind_at(analysis, at) is Kind.ADVERB:
        at -= 1
    if gerund:
        return kind_at(analysis, at) is Kind.VERB and analysis.chunks[at].word in word_set(
            "statements", "risking_verbs"
        )
    if kind_at(analysis, at) is Kind.VERB:
        return analysis.chunks[at].word in word_set("statements", "attempting_verbs")
    return is_plain_phrase(analysis, at) and noun_at(analysis, at) in word_set("statements", "attempting_nouns")
