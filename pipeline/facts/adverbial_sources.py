"""Adverbials that name a source: `according to X`, `by X’s count`, `per X`, `based on data from X` (CODING.md 5)."""

from collections.abc import Iterator
from functools import cache

from pipeline.facts.clauses import is_pronoun
from pipeline.facts.scopes import Attribution, aside_span, clause_from, enclosed, segment_of, trails
from pipeline.facts.sources import is_figures, is_press_article, may_state, source_at
from pipeline.language.chunks import Chunk, Kind
from pipeline.language.lexicon import words_of
from pipeline.language.nouns import singular
from pipeline.numerals.phrases import POSSESSIVES, is_phrase, kind_at
from pipeline.numerals.quantities import Analysis

_BASED = frozenset({"based", "base"})
_MADE = frozenset({"by", "from", "of"})


@cache
def _rules() -> frozenset[str]:
    return frozenset(words_of("statements", "rule_sources"))


def according_to(analysis: Analysis, text: str, speaker: str | None) -> Iterator[Attribution]:
    """Read `according to X`, which covers its clause, as an aside the clause around it, and at the end the sentence."""
    chunks = analysis.chunks
    for at, chunk in enumerate(chunks):
        if chunk.word != "according" or kind_at(analysis, at + 1) is not Kind.PREPOSITION:
            continue
        # `according to 2016 census data`
        named = at + 3 if kind_at(analysis, at + 2) is Kind.DATE else at + 2
        if not is_phrase(analysis, named) or _only_rule(analysis, chunks[named]):
            continue
        source, last = source_at(analysis, text, named)
        if is_pronoun(chunks[named]):
            if speaker is None:
                continue
            source = speaker
        first_covered, last_covered = enclosed(analysis, at, *_around(analysis, at, last))
        yield Attribution(source, first_covered, last_covered, f"'according to {source}'")


def based_on(analysis: Analysis, text: str) -> Iterator[Attribution]:
    """Read `based on reports by X`, `based on data from X`, `based on X’s figures`, where it opens or ends a clause."""
    for at, chunk in enumerate(analysis.chunks):
        if chunk.word not in _BASED or kind_at(analysis, at - 1) not in {None, Kind.COMMA, Kind.SEMICOLON}:
            continue
        maker = _maker_of_basis(analysis, at + 2)
        if maker < 0:
            continue
        source, last = source_at(analysis, text, maker)
        first, end = _around(analysis, at, last)
        yield Attribution(source, first, end, f"'based on {source}'")


def _maker_of_basis(analysis: Analysis, figures: int) -> int:
    """Return the phrase that names who made the figures at an index, after `based on`; -1 where none does."""
    follows = kind_at(analysis, figures - 1) is Kind.PREPOSITION and is_phrase(analysis, figures)
    if not follows or not is_figures(analysis.chunks[figures]):
        return -1
    if analysis.chunks[figures].genitive > 0:
        return figures
    made = kind_at(analysis, figures + 1) is Kind.PREPOSITION and analysis.chunks[figures + 1].word in _MADE
    return figures + 2 if made and is_phrase(analysis, figures + 2) else -1


def _around(analysis: Analysis, first: int, last: int) -> tuple[int, int]:
    """Return what an adverbial that names a source covers: chunks `first` to `last` are the adverbial itself."""
    if _sets_against(analysis, first):
        # `721 were put to death, 268 according to the judiciary`: only the second number is the judiciary's.
        return first - 1, last
    if trails(analysis, last):
        return (
            (0, len(analysis.chunks) - 1) if kind_at(analysis, first - 1) is Kind.COMMA else segment_of(analysis, first)
        )
    if kind_at(analysis, first - 1) is Kind.COMMA or kind_at(analysis, first - 1) is Kind.CONJUNCTION:
        return aside_span(analysis, first - 1, last)
    if first > 0 and kind_at(analysis, first - 1) is not Kind.SEMICOLON:
        # In mid-clause with no commas (`held 400 inmates according to the group, and …`): the clause up to here.
        return segment_of(analysis, first)[0], max(last, clause_from(analysis, last + 1))
    return segment_of(analysis, first)


def _sets_against(analysis: Analysis, first: int) -> bool:
    """Tell whether a bare number behind a comma and another number is all that an adverbial covers."""
    at = first - 1
    if not is_phrase(analysis, at) or kind_at(analysis, at - 1) is not Kind.COMMA:
        return False
    chunk = analysis.chunks[at]
    bare = chunk.number >= 0 and chunk.last == analysis.readings[chunk.number].figure.last
    return bare and any(other.number >= 0 for other in analysis.chunks[: at - 1])


def _only_rule(analysis: Analysis, phrase: Chunk) -> bool:
    """Tell whether `according to` names the law itself (`according to the law`), which sets and does not state."""
    words = analysis.sentence.words
    if is_press_article(analysis, phrase):
        return False
    return singular(phrase.word) in _rules() and not any(
        words[at] in {"report", "reports"} for at in range(phrase.first, phrase.last + 1)
    )


def by_count(analysis: Analysis, text: str) -> Iterator[Attribution]:
    """Read `by the commission’s count`, `by official estimates`, `in the union’s estimation`, `per the ministry`."""
    chunks = analysis.chunks
    for at, chunk in enumerate(chunks):
        if (
            chunk.kind is not Kind.PREPOSITION
            or chunk.word not in {"by", "in", "per", "on"}
            or not is_phrase(analysis, at + 1)
        ):
            continue
        phrase = chunks[at + 1]
        if not (_is_per(analysis, at) and may_state(analysis, phrase)) and not _is_count(analysis, at):
            continue
        begin = at + 3 if chunk.word != "per" and _counted_by_others(analysis, at) else at + 1
        source, last = source_at(analysis, text, begin)
        first, end = _around(analysis, at, last)
        yield Attribution(source, first, end, f"'{chunk.word} {source}'")


def _is_per(analysis: Analysis, at: int) -> bool:
    """Tell whether `per` or `as per` names a source, and no rate (`12 per month`)."""
    if analysis.chunks[at].word != "per":
        return False
    begins = kind_at(analysis, at - 1) in {None, Kind.COMMA}
    return begins or (kind_at(analysis, at - 1) is Kind.PREPOSITION and analysis.chunks[at - 1].word == "as")


def _is_count(analysis: Analysis, at: int) -> bool:
    """Tell whether a preposition and a noun of counting vouch for the clause (`by its count`, not `in its report`)."""
    preposition, phrase = analysis.chunks[at].word, analysis.chunks[at + 1]
    if phrase.number >= 0 or kind_at(analysis, at - 1) is Kind.VERB:
        return False
    if preposition == "in" and phrase.word == "view" and phrase.first == phrase.last:
        # `in view of the occupation`
        return False
    if analysis.sentence.words[phrase.first] in POSSESSIVES:
        # `by its own count, the guild said`: the clause names who counted.
        return False
    counts = frozenset(words_of("statements", "counts"))
    if singular(phrase.word) not in counts and phrase.word not in counts:
        return False
    # `in` and `on` tell where a number stands as well; only the judgement of a named body vouches.
    owned = phrase.genitive > 0 or _counted_by_others(analysis, at)
    return preposition == "by" or (
        owned
        and singular(phrase.word) in {"estimation", "estimate", "view", "count", "reckoning", "assessment", "opinion"}
    )


def _counted_by_others(analysis: Analysis, at: int) -> bool:
    """Tell whether `of` names who counted (`by the count of border monitors`)."""
    return (
        kind_at(analysis, at + 2) is Kind.PREPOSITION
        and analysis.chunks[at + 2].word == "of"
        and is_phrase(analysis, at + 3)
    )
