"""Names of those who are told to have won: the subjects of verbs, appositions, lists, and whom others elect."""

from pipeline.facts.clauses import apposition_of, base_of, is_capital, is_preposition
from pipeline.facts.drafts import Draft
from pipeline.facts.result_phrases import WITHIN, Named, named_chunk, named_tokens
from pipeline.facts.steps import CONNECTIVES, back, over_connectives, stands_bare
from pipeline.language.chunks import Kind
from pipeline.language.lexicon import word_set
from pipeline.language.nouns import singular
from pipeline.numerals.parallel_lists import numbers_listed_with
from pipeline.numerals.phrases import POSSESSIVES, is_phrase, is_plain_phrase, kind_at
from pipeline.numerals.quantities import Analysis

_WITH = frozenset({"with"})
_OPPOSING = frozenset({"against", "over", "by", "to"})
_WINNERS = frozenset({"winner", "victor"})
_SEVERAL = 2


def is_name(analysis: Analysis, index: int) -> bool:
    """Tell whether a phrase without a number ends in a capital."""
    return is_plain_phrase(analysis, index) and is_capital(analysis, analysis.chunks[index].last)


def antecedent_name(analysis: Analysis, verb: int) -> Named | None:
    """Return the name just before a relative pronoun.

    For `ended the 18-year rule of the People’s Party (PP), which won 29 seats` and `won against Amina Diallo, who
    received 40 percent`.
    """
    relative = verb - 1
    while kind_at(analysis, relative) is Kind.ADVERB:
        relative -= 1
    if kind_at(analysis, relative) is not Kind.RELATIVE:
        return None
    at = back(analysis, relative - 1)
    at = back(analysis, at - 1) if kind_at(analysis, at) is Kind.COMMA else at
    if not is_name(analysis, at):
        return None
    if analysis.chunks[relative].word == "who" or is_preposition(analysis, at - 1, _WITH):
        # `an alliance with the Greens, which had 12 seats`
        return named_chunk(analysis, at) if is_preposition(analysis, at - 1, _OPPOSING | _WITH) else None
    borne = is_preposition(analysis, at - 1, WITHIN) and is_phrase(analysis, at - 2)
    rules = borne and not is_capital(analysis, analysis.chunks[at - 2].last)
    return named_chunk(analysis, at) if rules and analysis.chunks[relative].word == "which" else None


def shared_out(draft: Draft, subject: int) -> Named | None:
    """Read `Kone and Sylla received 29 and 11.2 percent`: as many names as numbers share them out in their order."""
    analysis = draft.analysis
    numbers = _with_named(analysis, numbers_listed_with(analysis, draft.chunk))
    names = [subject]
    while (before := _listed_before(analysis, names[0])) >= 0:
        names.insert(0, before)
    if len(numbers) < _SEVERAL or len(names) < len(numbers) or not is_name(analysis, subject):
        return None
    if (whole := named_chunk(analysis, subject)) is not None and whole.first < analysis.chunks[subject].first:
        # `the Freedom and Justice Party won 235 seats`: the two phrases are one name.
        return whole
    return named_chunk(analysis, names[-len(numbers) :][numbers.index(draft.chunk)])


def _with_named(analysis: Analysis, numbers: tuple[int, ...]) -> tuple[int, ...]:
    """Return numbers of a list with the last one, which has the noun of all: `won seven and two seats`."""
    at = numbers[-1] + 1
    bare = stands_bare(analysis, numbers[-1])
    while kind_at(analysis, at) in CONNECTIVES:
        at += 1
    goes_on = bare and at > numbers[-1] + 1 and is_phrase(analysis, at) and analysis.chunks[at].number >= 0
    return (*numbers, at) if goes_on else numbers


def _listed_before(analysis: Analysis, name: int) -> int:
    """Return the name before one in a list, over what stands for it in parentheses; -1 for none."""
    joint = back(analysis, name - 1)
    before = back(analysis, over_connectives(analysis, joint))
    return before if before < joint and before >= 0 and is_name(analysis, before) else -1


def fellow_of_each(analysis: Analysis, subject: int, verb: int) -> Named | None:
    """Return the name that `and` joins to a subject where each has what the verb tells; null for others."""
    words = analysis.sentence.words
    each = "each" in words[analysis.chunks[subject].last + 1 : analysis.chunks[verb].head] if subject >= 0 else False
    if not each or not is_name(analysis, subject):
        return None
    before = base_of(analysis, _listed_before(analysis, subject))
    return named_chunk(analysis, before) if before >= 0 else None


def is_called_winner(analysis: Analysis, index: int) -> bool:
    """Read `declared Amina Diallo the winner with 54 percent`: two phrases, of which the second calls the first so.

    Without an article they are one (`proclaimed Diallo victor`).
    """
    if not is_plain_phrase(analysis, index):
        return False
    chunk = analysis.chunks[index]
    if chunk.word in _WINNERS and chunk.head > chunk.first and is_capital(analysis, chunk.head - 1):
        return True
    if not is_plain_phrase(analysis, index + 1):
        return False
    return singular(analysis.chunks[index + 1].word) in _WINNERS


def _explained_by(analysis: Analysis, subject: int) -> int:
    """Return the name that `a party` behind a comma explains (`the Council (CP), a party of rebels,`); -1 for none."""
    chunk, comma = analysis.chunks[subject], back(analysis, subject - 1)
    opens = analysis.sentence.words[chunk.first] in {"a", "an"} and kind_at(analysis, comma) is Kind.COMMA
    if not opens or chunk.word not in word_set("elections", "party_heads"):
        return -1
    name = back(analysis, comma - 1)
    return base_of(analysis, name) if is_name(analysis, name) else -1


def elected_name(analysis: Analysis, index: int) -> Named | None:
    """Read `elected Amina Diallo president with 54 percent`: the office after the name belongs to the verb."""
    chunk = analysis.chunks[index]
    last = chunk.last
    while last > chunk.first and not is_capital(analysis, last):
        last -= 1
    return named_tokens(analysis, chunk.first, last, last) if is_capital(analysis, last) else None


def best_name(analysis: Analysis, subject: int) -> Named | None:
    """Return a subject’s name: of `the incumbent, Amina Diallo,` or `candidates of the opposition` the latter."""
    if subject < 0:
        return None
    chunk = analysis.chunks[subject]
    if (bearer := _explained_by(analysis, subject)) >= 0:
        return named_chunk(analysis, bearer)
    if is_preposition(analysis, subject + 1, WITHIN) and is_plain_phrase(analysis, subject + 2):
        told = analysis.chunks[subject + 2]
        if singular(told.word) in word_set("elections", "contests") and not is_capital(analysis, told.last):
            # `the House of Representatives elections gave it 20 seats`
            return None
    named = any(is_capital(analysis, token) for token in range(chunk.first + 1, chunk.last + 1))
    joined = kind_at(analysis, subject - 1) is Kind.CONJUNCTION and not named
    other = apposition_of(analysis, subject)
    explained = other >= 0 and is_capital(analysis, analysis.chunks[other].last)
    if joined and analysis.sentence.words[chunk.first] in POSSESSIVES and not explained:
        # `the ruling party and its allies`: those are named by the first.
        first = back(analysis, subject - 2)
        return best_name(analysis, base_of(analysis, first)) if is_plain_phrase(analysis, first) else None
    borne, member = subject + 2, singular(chunk.word) in word_set("elections", "members")
    if member and is_preposition(analysis, subject + 1, WITHIN) and is_plain_phrase(analysis, borne):
        return named_chunk(analysis, borne)
    owned = singular(chunk.word) in word_set("elections", "placeholders") | word_set("elections", "holdings")
    if chunk.genitive > chunk.first and owned:
        return named_tokens(analysis, chunk.first, chunk.genitive - 1, chunk.genitive - 1)
    if explained and not is_capital(analysis, chunk.last):
        return named_chunk(analysis, other)
    return named_chunk(analysis, subject)
