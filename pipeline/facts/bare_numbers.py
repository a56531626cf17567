"""What a participle behind a number without a noun says of it: `58 persons dead and 41 injured`, `12 refused`."""

from collections.abc import Iterator, Sequence

from pipeline.facts.clauses import is_preposition
from pipeline.facts.relation import Part, Relation
from pipeline.facts.steps import CONNECTIVES, has_object, stands_bare
from pipeline.language.chunks import Kind, VerbForm
from pipeline.language.lexicon import word_set
from pipeline.numerals.phrases import kind_at
from pipeline.numerals.quantities import Analysis

_WITH = frozenset({"with"})
# What somebody is found, and no object of the finding: `were tried, and 12 found guilty`.
_JUDGED = frozenset({"guilty", "innocent", "liable", "dead", "alive"})


def bare_participle(analysis: Analysis, index: int) -> Iterator[Relation]:
    """Read `58 persons dead and 41 injured`: a participle right after a bare number says what befell its persons."""
    chunk, after = analysis.chunks[index], index + 1
    if chunk.number < 0 or kind_at(analysis, after) is not Kind.VERB:
        return
    verb = analysis.chunks[after]
    is_bare = stands_bare(analysis, index)
    is_listed = kind_at(analysis, index - 1) in CONNECTIVES
    is_participle = verb.form is VerbForm.PAST_OR_PARTICIPLE and verb.word not in word_set("verbs", "intransitive")
    told = kind_at(analysis, after + 1) is Kind.NOUN_PHRASE and analysis.chunks[after + 1].word in _JUDGED
    if (is_bare or is_listed) and is_participle and (told or not has_object(analysis, after)):
        yield Relation(Part.EITHER, verb.word, after)
    elif verb.form is VerbForm.GERUND and is_preposition(analysis, index - 1, _WITH):
        # `4,000 persons were displaced, with 300 residing in camps`, `, with 37 women winning seats`
        yield Relation(Part.ACTOR, verb.word, after)


def fares_otherwise(analysis: Analysis, index: int, told: Sequence[Relation]) -> bool:
    """Tell whether a participle says what befell a bare number, unlike another: `40 were granted it, 12 refused`."""
    return (
        bool(told)
        and stands_bare(analysis, index)
        and any(one.lemma not in word_set("statements", "reporting") for one in told)
        and any(chunk.kind is Kind.VERB and chunk.passive for chunk in analysis.chunks[:index])
    )
