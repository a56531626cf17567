"""The verbs of which a phrase is the subject, and what a modifier after it says of it."""

from collections.abc import Iterator
from dataclasses import replace

from pipeline.facts.relation import Part, Relation
from pipeline.facts.steps import MAX_REACH, back, closing, has_object, noun_at
from pipeline.facts.subject_lists import last_of_subject
from pipeline.language.chunks import Kind, VerbForm
from pipeline.language.lexicon import word_set
from pipeline.numerals.phrases import is_phrase, is_plain_phrase, kind_at
from pipeline.numerals.quantities import Analysis

# After these, a noun phrase may be the subject of a clause though a preposition stands before it.
_CLAUSE_OPENERS = frozenset({"after", "before", "since", "until", "as", "than", "because"})
_SUBJECTS = frozenset({"it", "he", "she", "they"})
_WERE = frozenset({"was", "were"})
# What completes a noun or a participle and leaves its clause open.
_COMPLEMENTS = frozenset({Kind.PREPOSITION, Kind.NOUN_PHRASE, Kind.DATE, Kind.ADVERB})
# What ends a gerund that narrows a noun, and leaves open whose verb comes next.
_NARROWING_ENDS = frozenset({Kind.COMMA, Kind.CONJUNCTION, Kind.SEMICOLON, Kind.SUBORDINATOR, Kind.RELATIVE, Kind.DASH})
_CLAUSE_ENDS = frozenset({Kind.SEMICOLON, Kind.SUBORDINATOR, Kind.DASH})
# After these a finite verb belongs to a clause within the relative clause.
_INNER_CLAUSE_OPENERS = frozenset({Kind.CONJUNCTION, Kind.SUBORDINATOR, Kind.RELATIVE, Kind.PREPOSITION})
# Verbs that share one subject, and the chunks that complete each of them.
_MOST_VERBS = 4
_COMPLEMENT_REACH = 8


def verbs_of_subject(analysis: Analysis, index: int, opening: int) -> Iterator[Relation]:
    """Yield the verbs of which a phrase is the subject, over what stands between them.

    `opening` is the phrase that stands for it in its clause: `a group` in `a group of 13 activists reported`.
    """
    before = back(analysis, opening - 1)
    if kind_at(analysis, before) is Kind.PREPOSITION and analysis.chunks[before].word not in _CLAUSE_OPENERS:
        return
    if _are_missing(analysis, index):
        yield Relation(Part.AFFECTED, "miss", index + 1)
    elif (verb := _object_of_relative(analysis, index)) >= 0:
        yield Relation(Part.AFFECTED, analysis.chunks[verb].word, verb)
    elif (verb := next_verb(analysis, last_of_subject(analysis, index))) >= 0:
        for relation in with_coordinated(analysis, verb):
            if relation.chunk != verb and _leaves_relative(analysis, index, relation):
                return
            yield relation


def _are_missing(analysis: Analysis, index: int) -> bool:
    """Tell whether nothing but `missing` is said of a number: `12 were killed, 40 wounded, and eight missing`."""
    if kind_at(analysis, index + 1) is not Kind.VERB or analysis.chunks[index + 1].word != "miss":
        return False
    verb = analysis.chunks[index + 1]
    return verb.form is VerbForm.GERUND and verb.first == verb.last and not is_phrase(analysis, index + 2)


def _leaves_relative(analysis: Analysis, index: int, relation: Relation) -> bool:
    """Tell whether a coordinated verb belongs to the clause before `31 of whom were minors, and repatriated 44`.

    A comma and `and` lead back to it where the verb has an object of its own.
    """
    relative = kind_at(analysis, index + 1) is Kind.PREPOSITION and kind_at(analysis, index + 2) is Kind.RELATIVE
    set_off = kind_at(analysis, back(analysis, relation.chunk - 1) - 1) is Kind.COMMA
    return relative and set_off and relation.part is Part.ACTOR


def _object_of_relative(analysis: Analysis, index: int) -> int:
    """Return the verb of which a number is the object in a relative clause (`39 of whom a court sentenced`).

    -1 where it is the subject (`39 of whom were freed`) or no such clause follows.
    """
    if kind_at(analysis, index + 1) is not Kind.PREPOSITION or kind_at(analysis, index + 2) is not Kind.RELATIVE:
        return -1
    at = index + 3
    if not is_plain_phrase(analysis, at):
        return -1
    while kind_at(analysis, at + 1) is Kind.PREPOSITION and is_phrase(analysis, at + 2):
        at += 2
    return at + 1 if kind_at(analysis, at + 1) is Kind.VERB and not analysis.chunks[at + 1].passive else -1


def _undergone(analysis: Analysis, verb: int) -> Iterator[Relation]:
    """Read `three papers had their presses sealed`: what was done to a thing of those who are the subject."""
    thing, done = verb + 1, verb + 2
    if analysis.chunks[verb].word != "have" or not is_plain_phrase(analysis, thing):
        return
    if kind_at(analysis, done) is Kind.VERB and analysis.chunks[done].form is VerbForm.PAST_OR_PARTICIPLE:
        yield Relation(Part.OBLIQUE, analysis.chunks[done].word, done, "of", noun_at(analysis, thing))


def with_coordinated(analysis: Analysis, verb: int) -> Iterator[Relation]:
    """Yield what a verb and those coordinated with it say of their subject (`were arrested and later charged`)."""
    yield of_subject(analysis, verb)
    if (to_come := _still_to_come(analysis, verb)) >= 0:
        yield of_subject(analysis, to_come)
    yield from _undergone(analysis, verb)
    if analysis.chunks[verb].passive and analysis.chunks[verb].word in word_set("relations", "supposing"):
        told = verb + 2 if kind_at(analysis, verb + 1) is Kind.ADVERB else verb + 1
        if is_infinitive(analysis, told) or _is_to_be(analysis, told):
            # `600 people are believed to have vanished`, `were thought still to be detained`
            yield of_subject(analysis, told)
        elif _is_participle(analysis, told):
            # `52 persons were reported killed`
            yield Relation(Part.AFFECTED, analysis.chunks[told].word, told)
    at = verb
    for _ in range(_MOST_VERBS):
        at = _coordinated_verb(analysis, at)
        if at < 0:
            return
        relation = of_subject(analysis, at)
        if analysis.chunks[verb].passive and relation.part is Part.EITHER:
            # The auxiliary of `were arrested` serves `charged` as well.
            relation = replace(relation, part=Part.AFFECTED)
        yield relation


def _still_to_come(analysis: Analysis, verb: int) -> int:
    """Return the passive of what `were to` says was still to come (`nine men were to be tried in May`); -1 for none."""
    if (
        analysis.sentence.words[analysis.chunks[verb].last] not in _WERE
        or kind_at(analysis, verb + 1) is not Kind.PREPOSITION
    ):
        return -1
    told = analysis.chunks[verb + 1].word == "to" and kind_at(analysis, verb + 2) is Kind.VERB
    return verb + 2 if told and analysis.chunks[verb + 2].passive else -1


def is_infinitive(analysis: Analysis, index: int) -> bool:
    """Tell whether an infinitive stands at an index."""
    return kind_at(analysis, index) is Kind.VERB and analysis.chunks[index].form is VerbForm.INFINITIVE


def _is_to_be(analysis: Analysis, index: int) -> bool:
    """Tell whether `to be` stands at an index, whose form is that of its own words."""
    if kind_at(analysis, index) is not Kind.VERB:
        return False
    chunk = analysis.chunks[index]
    return chunk.word == "be" and analysis.sentence.words[chunk.first] == "to"


def _is_participle(analysis: Analysis, index: int) -> bool:
    return kind_at(analysis, index) is Kind.VERB and analysis.chunks[index].form is VerbForm.PAST_OR_PARTICIPLE


def _coordinated_verb(analysis: Analysis, verb: int, members: int = _MOST_VERBS) -> int:
    """Return the next verb with the same subject, after a conjunction or in a list that ends in one; -1 for none.

    No list of more than so many `members` is followed to its end.
    """
    at = verb + 1
    while kind_at(analysis, at) in _COMPLEMENTS and at < verb + _COMPLEMENT_REACH:
        at += 1
    if analysis.chunks[verb].word == "have" and kind_at(analysis, at) is Kind.VERB:
        # `had their permits revoked and were deported`
        at += 1
    listed = (
        kind_at(analysis, at) is Kind.COMMA and _is_participle(analysis, at + 1) and analysis.chunks[verb].word != "be"
    )
    if listed and members and not has_object(analysis, at + 1):
        # `were arrested, charged, and convicted`, but `were arrested, accused of theft`
        return at + 1 if _coordinated_verb(analysis, at + 1, members - 1) >= 0 else -1
    if kind_at(analysis, at) is Kind.COMMA and kind_at(analysis, at + 1) is Kind.CONJUNCTION:
        at += 1
    if kind_at(analysis, at) is not Kind.CONJUNCTION:
        return -1
    at += 1
    while kind_at(analysis, at) in {Kind.ADVERB, Kind.COMMA}:
        at += 1
    if kind_at(analysis, at) is not Kind.VERB or analysis.chunks[at].form is VerbForm.GERUND:
        return -1
    return at


def of_subject(analysis: Analysis, verb: int) -> Relation:
    """Return what a verb says of its subject."""
    chunk = analysis.chunks[verb]
    if chunk.passive:
        part = Part.AFFECTED
    elif chunk.form is VerbForm.PAST_OR_PARTICIPLE and not has_object(analysis, verb):
        part = Part.EITHER
    else:
        part = Part.ACTOR
    return Relation(part, chunk.word, verb)


def next_verb(analysis: Analysis, index: int) -> int:
    """Return the verb of the clause that a phrase opens, over complements, asides and relative clauses.

    A participle counts only where no other verb follows it (`four persons arrested in May were freed`). -1 where no
    verb comes.
    """
    chunks, at = analysis.chunks, index + 1
    participle, narrowed = -1, False
    while at < len(chunks):
        kind = chunks[at].kind
        if narrowed and kind in _NARROWING_ENDS:
            return participle
        if kind in _COMPLEMENTS:
            if kind is Kind.PREPOSITION and kind_at(analysis, at + 1) is Kind.RELATIVE and chunks[at].word != "of":
                # `nine in which the victim was killed`: the clause has a subject of its own.
                return _after_relative(analysis, at + 1)
            at += 1
        elif kind is Kind.VERB:
            if _narrows(analysis, at):
                # `1,500 Kurds living in the country lacked citizenship`, `eight youths aged 15 to 20 were charged`
                narrowed = chunks[at].word != "age"
                at += 1
                continue
            if chunks[at].form is VerbForm.GERUND and kind_at(analysis, at - 1) is Kind.NOUN_PHRASE:
                return _after_gerund(analysis, at) if participle < 0 else participle
            if chunks[at].form in {VerbForm.GERUND, VerbForm.INFINITIVE}:
                return participle
            if participle >= 0 or not _may_modify(analysis, at):
                return at
            participle = at
            at += 1
        elif participle >= 0 or kind in _CLAUSE_ENDS or kind is Kind.CLOSE or _opens_with_pronoun(analysis, at):
            # A participle that modifies is followed by its complements and the verb; else it was the verb.
            return participle
        elif kind is Kind.RELATIVE and kind_at(analysis, at - 1) is not Kind.PREPOSITION:
            return _after_relative(analysis, at)
        elif kind is Kind.COMMA:
            at = _after_aside(analysis, at)
            if at < 0:
                return -1
        else:
            at = closing(analysis, at) + 1 if kind is Kind.OPEN else at + 1
    return participle


def _opens_with_pronoun(analysis: Analysis, at: int) -> bool:
    """Tell whether a conjunction opens a clause with a subject of its own (`…, and it acquitted seven`)."""
    if analysis.chunks[at].kind is not Kind.CONJUNCTION or at + 1 >= len(analysis.chunks):
        return False
    return analysis.chunks[at + 1].word in _SUBJECTS


def _narrows(analysis: Analysis, verb: int) -> bool:
    """Tell whether a gerund without object, or an age, narrows the noun before it: `12 men living in the camp`."""
    chunk = analysis.chunks[verb]
    if chunk.word == "age":
        return is_phrase(analysis, verb + 1) and analysis.chunks[verb + 1].number >= 0
    return (
        chunk.form is VerbForm.GERUND
        and is_phrase(analysis, verb - 1)
        and kind_at(analysis, verb + 1) is Kind.PREPOSITION
        and not chunk.passive
    )


def _after_gerund(analysis: Analysis, gerund: int) -> int:
    """Return the passive or finite verb after a gerund that modifies: `two men accompanying a patient were abducted`.

    -1 where none follows its complements.
    """
    at = gerund + 1
    while kind_at(analysis, at) in _COMPLEMENTS:
        at += 1
    if kind_at(analysis, at) is not Kind.VERB:
        return -1
    chunk = analysis.chunks[at]
    return at if chunk.form is VerbForm.FINITE or chunk.word in word_set("verbs", "intransitive") else -1


def _may_modify(analysis: Analysis, verb: int) -> bool:
    """Tell whether a form may be a participle that modifies the noun before it (`four persons arrested`)."""
    chunk = analysis.chunks[verb]
    return (
        chunk.form is VerbForm.PAST_OR_PARTICIPLE
        and not has_object(analysis, verb)
        and chunk.word not in word_set("verbs", "intransitive")
    )


def _after_relative(analysis: Analysis, relative: int) -> int:
    """Return the main verb after a relative clause, which ends at a comma or where a second finite verb begins.

    -1 where none comes.
    """
    verbs, opened = 0, 0
    for at in range(relative + 1, min(len(analysis.chunks), relative + MAX_REACH)):
        chunk = analysis.chunks[at]
        opened += (chunk.kind is Kind.OPEN) - (chunk.kind is Kind.CLOSE)
        if chunk.kind is Kind.SEMICOLON or opened < 0:
            # `(31 men, and 12 women whose age is unknown) and 525 injured`: the parentheses end the clause.
            return -1
        if chunk.kind is Kind.COMMA and verbs == 1:
            return _over_circumstance(analysis, at) + 1
        if chunk.kind is Kind.VERB and chunk.form in {VerbForm.FINITE, VerbForm.PAST_OR_PARTICIPLE}:
            if _may_modify(analysis, at) and not chunk.passive and kind_at(analysis, at - 2) is Kind.PREPOSITION:
                # `whose names were kept in exchange for prisoners held abroad`
                continue
            verbs += 1
            if verbs > 1 and analysis.chunks[at - 1].kind not in _INNER_CLAUSE_OPENERS:
                return at
    return -1


def _over_circumstance(analysis: Analysis, comma: int) -> int:
    """Return the comma right before a verb, at an index or behind what a preposition opens there; -2 for none.

    For `men who preached in the open, with alleged links to rebels, were held`.
    """
    if kind_at(analysis, comma + 1) is Kind.VERB:
        return comma
    if kind_at(analysis, comma + 1) is not Kind.PREPOSITION:
        return -2
    end = comma + 2
    while end < comma + MAX_REACH and kind_at(analysis, end) in _COMPLEMENTS:
        end += 1
    return end if kind_at(analysis, end) is Kind.COMMA and kind_at(analysis, end + 1) is Kind.VERB else -2


def _after_aside(analysis: Analysis, comma: int) -> int:
    """Return the chunk after an aside between commas (`, UNHCR reported,`), or after the comma in a list.

    -1 where a new clause begins.
    """
    chunks = analysis.chunks
    end = comma + 1
    while end < len(chunks) and end < comma + MAX_REACH and chunks[end].kind is not Kind.COMMA:
        if chunks[end].kind is Kind.SEMICOLON:
            return -1
        end += 1
    if kind_at(analysis, comma + 1) is Kind.VERB:
        return comma + 1
    if kind_at(analysis, end) is Kind.COMMA:
        return end + 1
    if kind_at(analysis, comma + 1) is Kind.CONJUNCTION and is_phrase(analysis, comma + 2):
        return comma + 2 if kind_at(analysis, comma + 3) is not Kind.VERB else -1
    return -1
