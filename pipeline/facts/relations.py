"""What governs a number: the verbs and nouns around its phrase, and its part in what they say."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from pipeline.facts.bare_numbers import bare_participle, fares_otherwise
from pipeline.facts.clauses import is_preposition
from pipeline.facts.coordinated_verbs import done_to_them
from pipeline.facts.governors import governors_of
from pipeline.facts.measured_nouns import nouns_of_measure, verbs_before_amount
from pipeline.facts.parentheses import before_parentheses
from pipeline.facts.postmodifiers import postmodifiers_of
from pipeline.facts.relation import Part, Relation
from pipeline.facts.steps import (
    CONNECTIVES,
    MAX_REACH,
    back,
    end_of_source,
    has_object,
    noun_at,
    quantity_at,
    stands_bare,
)
from pipeline.facts.subjects import is_infinitive, of_subject, verbs_of_subject
from pipeline.facts.victims import acts_upon
from pipeline.language.chunks import Kind, VerbForm
from pipeline.language.lexicon import lexicon, word_set, words_of
from pipeline.language.nouns import noun_class, singular
from pipeline.numerals.counted import Counted, Source
from pipeline.numerals.partitives import fronted_whole
from pipeline.numerals.phrases import is_phrase, is_plain_phrase, kind_at
from pipeline.numerals.quantities import Analysis

_AS = frozenset({"as"})
# Verbs that stand for one told before.
# From a number alone in parentheses to the noun before them.
_OVER_PARENTHESIS = 2
_STANDING_IN = frozenset({"be", "do", "have"})
_OF = frozenset({"of"})
_ENTIRE = frozenset({"each", "both", "all", "every"})
_FEWER = frozenset({"not", "nearly", "almost", "virtually", "practically"})
# Classes of nouns of which whoever they are done to is no whole.
_ACTS = frozenset({"case", "person_event"})


@cache
def _collectives() -> frozenset[str]:
    return frozenset(words_of("relations", "collectives"))


@cache
def _expecting() -> frozenset[str]:
    return frozenset(words_of("relations", "expecting"))


def relations_of(analysis: Analysis, index: int, counted: Counted) -> tuple[Relation, ...]:
    """Return the predicates that govern the phrase at `index`, the nearest and most binding first.

    The main predicate goes before what follows the phrase as a modifier; where the number stands for another noun of
    the sentence (`the number of persons killed reached 12`), that noun's predicates follow its own.
    """
    found = list(_relations(analysis, index, counted))
    if counted.source is Source.SUBJECT and counted.chunk >= 0:
        found.append(Relation(Part.NOUN, noun_at(analysis, counted.chunk), counted.chunk, "equated"))
        found.extend(_befell_those(analysis, counted.chunk))
        found.extend(governors_of(analysis, counted.chunk))
        found.extend(postmodifiers_of(analysis, counted.chunk))
    if counted.source is Source.PARTITIVE and counted.chunk > index:
        found.extend(postmodifiers_of(analysis, counted.chunk))
    found.extend(acts_upon(analysis, index, counted, tuple(found)))
    if (source := end_of_source(analysis, 0, index)) > 0:
        # `According to a survey mandated by the act, 12 percent of youth …`
        found = [one for one in found if one.part is Part.NOUN or one.chunk > source]
    return tuple(dict.fromkeys(found))


def _relations(analysis: Analysis, index: int, counted: Counted) -> Iterator[Relation]:
    if _sizes_noun(analysis, index) and counted.head is not None:
        # `A 400-member committee elected`: the number has no part in what is said of the noun that it sizes.
        yield Relation(Part.NOUN, counted.head, index, "unit")
        yield from nouns_of_measure(analysis, index)
        return
    if is_excepted(analysis, index):
        yield from postmodifiers_of(analysis, index)
        return
    opening = index
    if is_preposition(analysis, index - 1, _OF):
        if _is_collective(analysis, index - 2):
            # `a group of 13 activists reported`: the group stands for the number in its clause.
            opening = index - 2
            yield Relation(Part.NOUN, noun_at(analysis, opening), opening, "of")
        if _is_divided(analysis, index):
            # `Of the 70 seats in the council, 35 were filled`, `103 of 395 seats`, `out of 395`: the number is divided.
            yield Relation(Part.NOUN, "whole", index - 1, "of")
            if index > 1 and quantity_at(analysis, index) is not None and stands_bare(analysis, index - 2):
                # What is said of `eight of 31 activists` is said of the eight: `eight of 31 activists left the prison`.
                yield from (one for one in postmodifiers_of(analysis, index) if not _is_main_verb(analysis, one, index))
                return
    yield from _shared_by_as(analysis, index)
    yield from nouns_of_measure(analysis, index)
    told = list(bare_participle(analysis, index))
    subject = [] if _is_aside(analysis, index) else list(verbs_of_subject(analysis, index, opening))
    apart = _opens_clause(analysis, opening, counted, subject) or fares_otherwise(analysis, index, told)
    left = [] if apart else list(governors_of(analysis, opening))
    governed = any(relation.part in {Part.AFFECTED, Part.OBLIQUE} for relation in left)
    if not (told and _closes_objects(analysis, index, left)):
        yield from told
    if governed:
        yield from _expected(analysis, index, left)
        yield from left
        yield from done_to_them(analysis, index, left)
        # What follows an object only modifies it (`44 of the seats contested`), unless `and` leads back to the clause.
        if not _resumes_clause(analysis, index, subject):
            stated = _states_clause(analysis, left, subject)
            modifying = [relation for relation in subject if stated or not _goes_on_after_comma(analysis, relation)]
            yield from (replace(relation, postmodifier=True) for relation in modifying)
    else:
        yield from subject
        yield from left
    yield from postmodifiers_of(analysis, index)
    yield from verbs_before_amount(analysis, index)
    yield from before_parentheses(analysis, index)
    if counted.source is Source.OWN and counted.chunk == index - _OVER_PARENTHESIS:
        # `slightly more villagers (9,400) returned`: what is said of the noun is said of its number.
        yield from verbs_of_subject(analysis, index + 1, counted.chunk)
        yield from governors_of(analysis, counted.chunk)
    yield from _explained(analysis, index)
    yield from _owner(analysis, index)


def _shared_by_as(analysis: Analysis, index: int) -> Iterator[Relation]:
    """Read `a sergeant was arrested, as were two other soldiers`: what is said before is said of the number too."""
    helping = kind_at(analysis, index - 1) is Kind.VERB and analysis.chunks[index - 1].word in _STANDING_IN
    if not helping or not is_preposition(analysis, index - 2, _AS):
        return
    verb = index - 3
    while index - verb < MAX_REACH and kind_at(analysis, verb) not in {None, Kind.VERB, Kind.SEMICOLON}:
        verb -= 1
    if kind_at(analysis, verb) is Kind.VERB:
        part = Part.AFFECTED if analysis.chunks[verb].passive else Part.ACTOR
        yield Relation(part, analysis.chunks[verb].word, verb)


def _is_aside(analysis: Analysis, index: int) -> bool:
    """Tell whether commas enclose a part that has no verb: `left 42 dead, 12 of them women, displaced 900, and …`."""
    of_them = is_preposition(analysis, index + 1, _OF) and kind_at(analysis, index + 2) is Kind.NOUN_PHRASE
    if not of_them or analysis.chunks[index + 2].word != "them" or kind_at(analysis, index - 1) is not Kind.COMMA:
        return False
    at = index + 3
    while kind_at(analysis, at) in {Kind.NOUN_PHRASE, Kind.ADVERB, Kind.PREPOSITION}:
        at += 1
    return kind_at(analysis, at) is Kind.COMMA and kind_at(analysis, at + 1) is Kind.VERB


def _is_main_verb(analysis: Analysis, relation: Relation, index: int) -> bool:
    """Tell whether a verb right behind a phrase has an object, and so modifies no noun."""
    at = relation.chunk
    return at == index + 1 and analysis.chunks[at].kind is Kind.VERB and has_object(analysis, at)


def _expected(analysis: Analysis, index: int, left: Sequence[Relation]) -> Iterator[Relation]:
    """Read `UNHCR expected 20,000 refugees to return`: what others expect of the object of a verb."""
    verb = next((relation for relation in left if relation.part is Part.AFFECTED), None)
    if verb is not None and verb.lemma in _expecting() and is_infinitive(analysis, index + 1):
        yield of_subject(analysis, index + 1)


def _befell_those(analysis: Analysis, phrase: int) -> Iterator[Relation]:
    """Read `put those expelled at 52,000`, where pronoun and participle make one phrase."""
    words = analysis.sentence.words[analysis.chunks[phrase].first : analysis.chunks[phrase].last + 1]
    lemma = lexicon().lemmas.get(words[-1])
    if words[0] == "those" and len(words) > 1 and lemma is not None:
        yield Relation(Part.AFFECTED, lemma, phrase)


def _owner(analysis: Analysis, index: int) -> Iterator[Relation]:
    """Read `the legislature’s 57 deputies`: whose a number of persons or things is."""
    chunk, sentence = analysis.chunks[index], analysis.sentence
    figure = analysis.readings[chunk.number].figure if chunk.number >= 0 else None
    if figure is not None and chunk.first < chunk.genitive < figure.first:
        yield Relation(Part.NOUN, singular(sentence.words[chunk.genitive - 1]), index, "owner")


def is_excepted(analysis: Analysis, index: int) -> bool:
    """Tell whether a phrase is what is left out of its clause (`released all but four, who were charged`).

    What a rule excepts is told by `except`: `Bail was available, except for 22 crimes`.
    """
    first, words = analysis.chunks[index].first, analysis.sentence.words
    before = words[max(0, first - 2) : first]
    return before in {("all", "but"), ("except", "for")} or before[-1:] == ("except",)


def _explained(analysis: Analysis, index: int) -> Iterator[Relation]:
    """Read `a clear majority, 31 of the 53 seats`: a bare number behind a comma tells how many a noun is."""
    base = index - 2
    if stands_bare(analysis, index) and kind_at(analysis, index - 1) is Kind.COMMA and is_plain_phrase(analysis, base):
        yield Relation(Part.NOUN, noun_at(analysis, base), base, "comma")
        while kind_at(analysis, base - 1) is Kind.PREPOSITION and is_plain_phrase(analysis, base - 2):
            # `the total for the year, 154`
            base -= 2
            yield Relation(Part.NOUN, noun_at(analysis, base), base, "comma")


def _sizes_noun(analysis: Analysis, index: int) -> bool:
    """Tell whether a number is hyphenated with what it counts, and measures nothing (`a 76-seat chamber`)."""
    quantity = quantity_at(analysis, index)
    return analysis.chunks[index].hyphenated and quantity is not None and quantity.measure is None


def _goes_on_after_comma(analysis: Analysis, relation: Relation) -> bool:
    """Tell whether a verb behind a comma modifies no object (`the union, which has 90 members, protested`)."""
    verb = analysis.chunks[relation.chunk]
    finite = verb.form is VerbForm.FINITE or verb.word in word_set("verbs", "intransitive")
    return finite and kind_at(analysis, relation.chunk - 1) is Kind.COMMA


def _closes_objects(analysis: Analysis, index: int, left: Sequence[Relation]) -> bool:
    """Tell whether a number with a noun is the last object of a verb: `executed nine men and four boys convicted of`.

    The participle behind it only says who they are, unless the verb leaves them so (`left 12 dead and four maimed`).
    """
    verb = next((relation.chunk for relation in left if relation.part is Part.AFFECTED), index)
    between = analysis.chunks[verb + 1 : index]
    listed = all(chunk.kind is Kind.NOUN_PHRASE or chunk.kind in CONNECTIVES for chunk in between)
    acts = not analysis.chunks[verb].passive and analysis.chunks[verb].word != "leave"
    return listed and len(between) > 1 and acts and not stands_bare(analysis, index)


def _states_clause(analysis: Analysis, left: Sequence[Relation], subject: Sequence[Relation]) -> bool:
    """Tell whether a verb of statement governs no object but a clause (`said 12 men, two of them old, were held`)."""
    verb = next((relation.lemma for relation in left if relation.part is Part.AFFECTED), None)
    told = any(
        analysis.chunks[relation.chunk].passive or relation.lemma in word_set("verbs", "intransitive")
        for relation in subject
    )
    return verb in word_set("statements", "reporting") and told


def _resumes_clause(analysis: Analysis, index: int, verbs: Sequence[Relation]) -> bool:
    """Tell whether the verb after an object has the subject of the verb before (`listed 12 men and freed two`)."""
    return bool(verbs) and verbs[0].chunk > index and kind_at(analysis, verbs[0].chunk - 1) is Kind.CONJUNCTION


def _opens_clause(analysis: Analysis, opening: int, counted: Counted, subject: Sequence[Relation]) -> bool:
    """Tell whether a phrase after a comma or `and` opens a clause, and so shares nothing with the verb before.

    It does where it has a verb of its own, and in `49 of whom`.
    """
    if kind_at(analysis, back(analysis, opening - 1)) not in CONNECTIVES:
        return False
    if counted.subset and counted.antecedent >= 0:
        return True
    if _resumes_clause(analysis, opening, subject) and not _follows_comma_and(analysis, opening):
        # `searched eight offices and three shops and seized 114 files`: the verb goes on from the one before.
        return False
    if _completes_subject(analysis, opening) or _goes_on_with_share(analysis, opening):
        return False
    finite = any(
        relation.part is not Part.EITHER or relation.lemma in word_set("verbs", "intransitive") for relation in subject
    )
    return finite or (bool(subject) and _follows_comma_and(analysis, opening) and not _closes_list(analysis, opening))


def _goes_on_with_share(analysis: Analysis, opening: int) -> bool:
    """Tell whether `and` joins a number to the share before it: `won 2 percent and 3 seats and the League won …`."""
    share = opening - 2
    if kind_at(analysis, opening - 1) is not Kind.CONJUNCTION or not is_phrase(analysis, share):
        return False
    quantity = quantity_at(analysis, share)
    measured = quantity is not None and quantity.measure is not None and quantity.measure.unit == "percent"
    return measured and kind_at(analysis, back(analysis, share - 1)) is Kind.VERB


def _closes_list(analysis: Analysis, opening: int) -> bool:
    """Tell whether a number is the last of a list of three or more (`80 accounts, 26 pages, and two groups tied`)."""
    before = back(analysis, opening - 1) - 2
    return (
        is_phrase(analysis, before)
        and quantity_at(analysis, before) is not None
        and kind_at(analysis, before - 1) is Kind.COMMA
        and is_phrase(analysis, before - 2)
        and quantity_at(analysis, before - 2) is not None
    )


def _completes_subject(analysis: Analysis, opening: int) -> bool:
    """Tell whether a phrase goes on with what completes the subject of a clause whose verb is still to come.

    For `The whereabouts of 14 men and 29 of their children remained unknown`.
    """
    at = opening - 1
    if kind_at(analysis, at) is not Kind.CONJUNCTION or not is_phrase(analysis, at - 1):
        return False
    if not is_preposition(analysis, at - 2, _OF) or not is_phrase(analysis, at - 3):
        return False
    before = kind_at(analysis, at - 4)
    fronted = before is Kind.COMMA and all(chunk.kind is not Kind.VERB for chunk in analysis.chunks[: at - 4])
    return fronted or before in {None, Kind.SEMICOLON, Kind.SUBORDINATOR}


def _follows_comma_and(analysis: Analysis, index: int) -> bool:
    """Tell whether a comma and `and` stand before a phrase, as before a new clause."""
    at = back(analysis, index - 1)
    return kind_at(analysis, at) is Kind.CONJUNCTION and kind_at(analysis, at - 1) is Kind.COMMA


def _is_divided(analysis: Analysis, index: int) -> bool:
    """Tell whether a number after `of` is a whole; what a party held (`lost six of its 24 seats`) is none."""
    chunks = analysis.chunks
    if analysis.sentence.words[chunks[index].first] in {"its", "their"}:
        return False
    opens = index == fronted_whole(analysis) or chunks[index - 2].kind is Kind.SEMICOLON
    return opens or _is_counted(analysis, index - 2) or chunks[index - 2].word == "out"


def _is_collective(analysis: Analysis, index: int) -> bool:
    """Tell whether a noun for persons or things taken together stands at an index (`a group`), or `each`, `all`.

    In `nearly all of the 40`, `not all of the 40` they stand for fewer.
    """
    if not is_plain_phrase(analysis, index) or analysis.chunks[index].word not in _collectives():
        return False
    phrase = analysis.chunks[index]
    fewer = phrase.word in _ENTIRE and (
        kind_at(analysis, index - 1) is Kind.ADVERB
        or not _FEWER.isdisjoint(analysis.sentence.words[max(0, phrase.first - 1) : phrase.head])
    )
    return not fewer


def _is_counted(analysis: Analysis, index: int) -> bool:
    """Tell whether a phrase with a number that measures nothing, or is a share, stands at an index.

    Cases and acts that befell persons are no part of them: `12 investigations of nine senators`.
    """
    quantity = quantity_at(analysis, index) if is_phrase(analysis, index) else None
    if quantity is None or noun_class(analysis.chunks[index].word) in _ACTS:
        return False
    return quantity.measure is None or quantity.measure.unit == "percent"
