"""Who is the subject of a verb of reporting, and so the source of what it says."""

from pipeline.facts.source_names import is_capital
from pipeline.facts.sources import is_figures, is_noun_after_all, may_state
from pipeline.facts.steps import back
from pipeline.language.chunks import Kind, VerbForm
from pipeline.language.lexicon import word_set
from pipeline.numerals.phrases import POSSESSIVES, is_phrase, is_plain_phrase, kind_at
from pipeline.numerals.quantities import Analysis

# After these a noun phrase may be the subject of a clause.
_CLAUSE_OPENERS = frozenset({"after", "before", "since", "until", "as", "than", "because", "with", "though", "if"})


_ASIDE_REACH = 16
_SHARED_REACH = 48


# A list that begins later than this is no subject with which a sentence opens.
_LATEST_OPENING = 4


_CONTINUING = frozenset({"continue", "begin", "manage", "start", "go", "be", "able", "proceed", "help"})


def subject_of(analysis: Analysis, verb: int, *, shared: bool = True) -> int:
    """Return the chunk that heads the subject of a verb; -1 where the sentence names none that can state something.

    `shared` says whether the subject may be that of a verb before, with which this one is coordinated.
    """
    at = _phrase_before(analysis, verb, shared=shared)
    if not is_phrase(analysis, at):
        return -1
    at = _base(analysis, at)
    relative = (Kind.NOUN_PHRASE, Kind.RELATIVE, Kind.VERB)
    if tuple(kind_at(analysis, index) for index in range(at - 3, at)) == relative:
        # `an NGO that visits prisons reported`: over a relative clause to the noun that bears it.
        at = _base(analysis, at - 3)
    at = _over_gerund(analysis, at)
    if not _may_begin(analysis, at):
        return -1
    return at if may_state(analysis, analysis.chunks[at]) else _meant(analysis, at)


def _over_gerund(analysis: Analysis, at: int) -> int:
    """Return the noun that a gerund narrows (`the lawyers defending the men said`), else the phrase itself.

    The objects and complements of the gerund may be several (`a group focusing on abuse of men and women reported`).
    """
    gerund = at - 1
    while at - gerund < _ASIDE_REACH and kind_at(analysis, gerund) in _IN_COMPLEMENTS:
        gerund -= 1
    narrowing = kind_at(analysis, gerund) is Kind.VERB and analysis.chunks[gerund].form is VerbForm.GERUND
    if not narrowing or not is_plain_phrase(analysis, gerund - 1):
        return at
    bearer = _base(analysis, gerund - 1)
    return bearer if gerund == at - 1 or kind_at(analysis, bearer - 1) in _OPENINGS else at


def _phrase_before(analysis: Analysis, verb: int, *, shared: bool) -> int:
    """Return the phrase that ends the subject of a verb, over asides and relative pronouns; -1 where there is none."""
    chunks, at = analysis.chunks, back(analysis, verb - 1)
    for _ in range(3):
        found = kind_at(analysis, at)
        if found is Kind.COMMA:
            at = _over_aside(analysis, at)
        elif found is Kind.CONJUNCTION:
            return _shared(analysis, at) if shared else -1
        elif found is Kind.RELATIVE and chunks[at].word != "where":
            at = back(analysis, at - 1)
            at = back(analysis, at - 1) if kind_at(analysis, at) is Kind.COMMA else at
        elif found is Kind.NOUN_PHRASE and chunks[at].word == "able" and chunks[verb].form is VerbForm.INFINITIVE:
            at = back(analysis, at - 1)
        elif found is Kind.VERB and at == verb - 1 and is_noun_after_all(analysis, at):
            at -= 1
        elif found is Kind.VERB and chunks[verb].form is VerbForm.INFINITIVE and chunks[at].word in _CONTINUING:
            verb, at = at, back(analysis, at - 1)
        else:
            break
    return at


def _may_begin(analysis: Analysis, at: int) -> bool:
    """Tell whether a phrase may open a clause, by what stands before it."""
    before = kind_at(analysis, at - 1)
    if before is Kind.PREPOSITION:
        return analysis.chunks[at - 1].word in _CLAUSE_OPENERS
    if before is Kind.VERB:
        verb = analysis.chunks[at - 1]
        return verb.form is VerbForm.GERUND or verb.word in word_set("statements", "reporting")
    return True


def _over_aside(analysis: Analysis, comma: int) -> int:
    """Return the chunk before an aside that ends at a comma (`Memorial, an NGO, put …`), else the name in the aside."""
    at = comma - 1
    while at > 0 and comma - at < _ASIDE_REACH and analysis.chunks[at].kind is not Kind.COMMA:
        if analysis.chunks[at].kind is Kind.SEMICOLON:
            return -1
        at -= 1
    if kind_at(analysis, at) is not Kind.COMMA:
        return -1
    subject = back(analysis, at - 1)
    if kind_at(analysis, subject) is Kind.VERB and analysis.chunks[subject].word in {"have", "be"}:
        # `The hospital had, since January, recorded …`: the aside stands inside the verb.
        subject = back(analysis, subject - 1)
    if not is_phrase(analysis, subject):
        return -1
    inside = analysis.chunks[at + 1]
    if (
        comma == at + 2
        and inside.kind is Kind.NOUN_PHRASE
        and is_capital(analysis, inside.head)
        and _is_described(analysis, subject)
    ):
        return at + 1
    return subject


def _is_described(analysis: Analysis, last: int) -> bool:
    """Tell whether a phrase describes the name after it: `the lawyer, X,`, `the head of the union, X,`.

    A place does not (`police in Bamako, Mali, said`).
    """
    if kind_at(analysis, last - 1) is Kind.PREPOSITION and analysis.chunks[last - 1].word not in {"of", "for", "at"}:
        return not is_capital(analysis, analysis.chunks[last].head)
    heading = analysis.chunks[_base(analysis, last)]
    return not is_capital(analysis, heading.head) or heading.word in {"ngo", "ngos"}


def _shared(analysis: Analysis, conjunction: int) -> int:
    """Return the subject of the verb before a conjunction (`visited hospitals and counted 3,449`)."""
    for at in range(conjunction - 1, max(-1, conjunction - _SHARED_REACH), -1):
        chunk = analysis.chunks[at]
        if chunk.kind is Kind.SEMICOLON:
            return -1
        finite = chunk.kind is Kind.VERB and chunk.form in {VerbForm.FINITE, VerbForm.PAST_OR_PARTICIPLE}
        subject = subject_of(analysis, at, shared=False) if finite and not chunk.passive else -1
        if subject >= 0:
            return subject
    return -1


def _base(analysis: Analysis, at: int) -> int:
    """Return the phrase that heads a subject: before its complements, its participles and its conjuncts."""
    chunks = analysis.chunks
    while True:
        before = back(analysis, at - 1)
        if kind_at(analysis, before) is Kind.PREPOSITION and before == at - 1:
            higher = back(analysis, before - 1)
            if is_phrase(analysis, higher):
                at = higher
                continue
            participle = kind_at(analysis, higher) is Kind.VERB and chunks[higher].form is VerbForm.PAST_OR_PARTICIPLE
            if participle and is_phrase(analysis, higher - 1) and is_figures(chunks[higher - 1]):
                at = higher - 1
                continue
            return at
        conjunct = _conjunct(analysis, at)
        if conjunct < 0:
            return at
        at = conjunct


# What opens the clause of the noun that a gerund with several complements narrows.
_OPENINGS = frozenset({None, Kind.COMMA, Kind.SEMICOLON, Kind.ADVERB, Kind.DATE})
_IN_COMPLEMENTS = frozenset({Kind.NOUN_PHRASE, Kind.PREPOSITION, Kind.CONJUNCTION})


def _conjunct(analysis: Analysis, at: int) -> int:
    """Return the phrase before a connective that opens the same subject (`UNHCR and IOM stated`); -1 for none."""
    before = at - 1
    if kind_at(analysis, before) is not Kind.CONJUNCTION or analysis.chunks[before].word not in {"and", "or"}:
        return -1
    listed = kind_at(analysis, before - 1) is Kind.COMMA or _closes_name(analysis, before - 1)
    before -= 2 if kind_at(analysis, before - 1) is Kind.COMMA else 1
    while (
        listed
        and is_plain_phrase(analysis, before)
        and kind_at(analysis, before - 1) is Kind.COMMA
        and is_plain_phrase(analysis, before - 2)
    ):
        before -= 2
    if not is_plain_phrase(analysis, before):
        return -1
    head = before
    while kind_at(analysis, head - 1) is Kind.PREPOSITION and is_phrase(analysis, back(analysis, head - 2)):
        head = back(analysis, head - 2)
    opens = {None, Kind.SEMICOLON, Kind.SUBORDINATOR, Kind.RELATIVE, Kind.ADVERB, Kind.DATE}
    after_comma = (
        kind_at(analysis, head - 1) is Kind.COMMA
        and kind_at(analysis, head - 2) in {Kind.NOUN_PHRASE, Kind.DATE}
        and (head <= _LATEST_OPENING or _is_fronted(analysis, head))
    )
    both = head > 0 and analysis.chunks[head - 1].word == "both"
    opening = kind_at(analysis, head - 1) in opens or after_comma or both or _opens_next_clause(analysis, head)
    return before if opening else -1


def _closes_name(analysis: Analysis, at: int) -> bool:
    """Tell whether a phrase is the last but one in the name of a body: `Ministry of Land, Transport and Tourism`."""
    first = at
    while kind_at(analysis, first - 1) is Kind.COMMA and is_plain_phrase(analysis, first - 2):
        first -= 2
    named = all(is_capital(analysis, analysis.chunks[place].head) for place in range(first, at + 1, 2))
    if first == at or not named or kind_at(analysis, first - 1) is not Kind.PREPOSITION:
        return False
    of_body = analysis.chunks[first - 1].word in {"of", "for"} and is_plain_phrase(analysis, first - 2)
    return of_body and is_capital(analysis, analysis.chunks[first - 2].head)


def _is_fronted(analysis: Analysis, head: int) -> bool:
    """Tell whether only an adverbial stands before a phrase: `From May 3 to July 9, the ministry and police said`."""
    opening = kind_at(analysis, 0) is Kind.PREPOSITION
    return opening and all(chunk.kind is not Kind.VERB for chunk in analysis.chunks[:head])


def _opens_next_clause(analysis: Analysis, head: int) -> bool:
    """Tell whether a phrase follows `, and` after a clause: `The guild met, and clinics and schools reported`."""
    joined = kind_at(analysis, head - 1) is Kind.CONJUNCTION and kind_at(analysis, head - 2) is Kind.COMMA
    return joined and any(chunk.kind is Kind.VERB for chunk in analysis.chunks[:head])


def pronoun_before(analysis: Analysis, verb: int) -> int:
    """Return the `it` or `they` that is the subject of a verb; -1 where something else is."""
    at = back(analysis, verb - 1)
    phrase = is_phrase(analysis, at) and analysis.chunks[at].word in {"it", "they", "he", "she"}
    return at if phrase else -1


def owner_of(analysis: Analysis, figures: int) -> int:
    """Return the source whose figures a possessive makes them (`The guild published its list, which named 12`).

    It is the subject before them; -1 where the sentence has none.
    """
    if analysis.sentence.words[analysis.chunks[figures].first] not in POSSESSIVES or not is_figures(
        analysis.chunks[figures]
    ):
        return -1
    for at in range(figures - 1, -1, -1):
        if analysis.chunks[at].kind is Kind.SEMICOLON:
            return -1
        if analysis.chunks[at].kind is Kind.VERB and (subject := subject_of(analysis, at)) >= 0:
            return subject
    return -1


def _meant(analysis: Analysis, at: int) -> int:
    """Return the source that `it` or `they` stands for: the subject with which the sentence opened."""
    if analysis.chunks[at].word not in {"it", "they", "he", "she"}:
        return -1
    for earlier in range(at):
        chunk = analysis.chunks[earlier]
        if (
            chunk.kind is Kind.NOUN_PHRASE
            and may_state(analysis, chunk)
            and kind_at(analysis, earlier - 1) is not Kind.PREPOSITION
        ):
            return earlier
    return -1
