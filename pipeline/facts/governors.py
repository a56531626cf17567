"""What governs a phrase from its left: the verb of which it is object, the preposition's noun and verb."""

from collections.abc import Iterator

from pipeline.facts.clauses import head_of, is_preposition
from pipeline.facts.conjuncts import are_those_of_act, counting_conjunct, over_relative
from pipeline.facts.coordinated_verbs import coordinated_verbs
from pipeline.facts.dealt_complements import dealt_by, dealt_to
from pipeline.facts.distant_verbs import as_before, behind_deadline, fronted
from pipeline.facts.prepositions import PARTICLES, after_preposition, governing_verb
from pipeline.facts.relation import Part, Relation
from pipeline.facts.steps import CONNECTIVES, MAX_REACH, back, has_object, noun_at, over_connectives, quantity_at
from pipeline.facts.subjects import next_verb
from pipeline.language.chunks import Kind, VerbForm
from pipeline.language.lexicon import lexicon
from pipeline.language.nouns import noun_class
from pipeline.numerals.phrases import is_phrase, is_plain_phrase, kind_at
from pipeline.numerals.quantities import Analysis

_PARTITIVES = frozenset({"among", "of"})
_OF = frozenset({"of"})
# What opens an aside on the person before it.
_ASIDE_OF_PERSONS = frozenset({"accused", "accuse", "suspected", "suspect", "charge", "convict", "wanted", "want"})
_OF_OFFICE = frozenset({"of", "to", "for"})
# What a time was given for: `years in prison`.
_WHERE = frozenset({"in", "of"})
# Before a noun phrase these show that it is not the subject with which a clause opens.
_NO_CLAUSE_OPENS_AFTER = frozenset({Kind.VERB, Kind.PREPOSITION, Kind.NOUN_PHRASE})
_IN_ASIDE = frozenset({Kind.NOUN_PHRASE, Kind.PREPOSITION, Kind.CONJUNCTION, Kind.DATE, Kind.ADVERB})
_OPENS_ASIDE = frozenset({Kind.PREPOSITION, Kind.DATE})
_OPENS_CLAUSE = frozenset({Kind.SEMICOLON, Kind.SUBORDINATOR, Kind.RELATIVE})
# What opens a range behind the preposition that governs it.
_RANGING = frozenset({"between", "from"})
_BEFORE_RANGES = frozenset({"to", "of"})


def governors_of(analysis: Analysis, index: int) -> Iterator[Relation]:
    """Yield what governs the phrase at `index` from its left, the nearest first."""
    at = back(analysis, index - 1)
    if at < 0:
        yield from behind_deadline(analysis, index)
        return
    chunk = analysis.chunks[at]
    if chunk.word in _RANGING and chunk.kind is Kind.PREPOSITION and is_preposition(analysis, at - 1, _BEFORE_RANGES):
        # `sentenced to between six months and two years`
        at -= 1
        chunk = analysis.chunks[at]
    if chunk.kind is Kind.VERB:
        yield from _inverted(analysis, at)
        yield from coordinated_verbs(analysis, at)
        if chunk.form is VerbForm.INFINITIVE:
            yield from governing_verb(analysis, at)
    elif chunk.kind is Kind.PREPOSITION:
        if chunk.word in PARTICLES and kind_at(analysis, at - 1) is Kind.VERB:
            # `carried off 300 children`: the particle belongs to the verb.
            yield from coordinated_verbs(analysis, at - 1)
        if chunk.word == "including":
            yield from _included(analysis, at)
        yield from _subject_noun_verb(analysis, index, at)
        governors = list(after_preposition(analysis, at)) or list(as_before(analysis, at))
        yield from governors or fronted(analysis, index, chunk.word)
        yield from dealt_by(analysis, at)
    elif chunk.kind in CONNECTIVES:
        yield from _in_company(analysis, index, at)
        yield from _over_aside(analysis, at)
        yield from _conjunct(analysis, index, at)
        yield from dealt_to(analysis, index, at)
    elif chunk.kind is Kind.NOUN_PHRASE and chunk.number != analysis.chunks[index].number:
        # Two objects: `fined two women 120 euros`, `gave the winner 1,718,442 votes`; and a noun before an amount.
        if _sizes(analysis, index):
            # `sentences between two and seven years`, `fines up to 500 dollars`: the hedge stands for `of`.
            yield Relation(Part.NOUN, noun_at(analysis, at), at, "of")
        verb, obj = _verb_before(analysis, at)
        if kind_at(analysis, verb + 1) is Kind.PREPOSITION and verb >= 0:
            # `arrested and charged with incitement six activists`: the object stands behind what completes its verb.
            yield from coordinated_verbs(analysis, verb)
        elif verb >= 0 and not analysis.chunks[verb].passive:
            # `the hall where the rally was held seats 900`: a passive has no second object.
            yield Relation(Part.AFFECTED, analysis.chunks[verb].word, verb, obj=obj)


def _sizes(analysis: Analysis, index: int) -> bool:
    """Tell whether a bounded length of time or sum right after a noun says how much that is."""
    quantity = quantity_at(analysis, index)
    return quantity is not None and quantity.measure is not None and bool(quantity.hedge.words)


def _included(analysis: Analysis, including: int) -> Iterator[Relation]:
    """Read `blocked many websites, including 12 news sites`: what befalls a noun without number befalls some of it."""
    named = over_connectives(analysis, back(analysis, including - 1))
    before = back(analysis, named - 1)
    if is_plain_phrase(analysis, named) and kind_at(analysis, before) is Kind.VERB and before > 0:
        yield from coordinated_verbs(analysis, before)


def _inverted(analysis: Analysis, verb: int) -> Iterator[Relation]:
    """Read `Killed in the raid were 19 villagers`, `Among those arrested were 12 students`.

    The participle opens the sentence, its subject closes it.
    """
    chunks = analysis.chunks
    if chunks[verb].word != "be" or chunks[verb].passive:
        return
    opening = chunks[0]
    if opening.kind is Kind.VERB and opening.form is VerbForm.PAST_OR_PARTICIPLE and verb > 0:
        yield Relation(Part.AFFECTED, opening.word, 0)
    if is_preposition(analysis, 0, _PARTITIVES) and is_phrase(analysis, 1):
        words = analysis.sentence.words[chunks[1].first : chunks[1].last + 1]
        lemma = lexicon().lemmas.get(words[-1])
        if words[0] == "those" and lemma is not None:
            yield Relation(Part.AFFECTED, lemma, 1)
        between = chunks[2:verb]
        if [chunk.kind for chunk in between] == [Kind.VERB] and between[0].form is VerbForm.PAST_OR_PARTICIPLE:
            # `Among the organizations closed were nine clinics`
            yield Relation(Part.AFFECTED, between[0].word, 2)


def _subject_noun_verb(analysis: Analysis, index: int, preposition: int) -> Iterator[Relation]:
    """Read `Charges against 23 journalists were dropped`: what is said of the noun that the number completes."""
    base = preposition - 1
    if not is_phrase(analysis, base) or kind_at(analysis, back(analysis, base - 1)) in _NO_CLAUSE_OPENS_AFTER:
        return
    verb = next_verb(analysis, index)
    if verb >= 0 and analysis.chunks[verb].passive:
        word = analysis.chunks[preposition].word
        yield Relation(Part.OBLIQUE, analysis.chunks[verb].word, verb, word, noun_at(analysis, base))


def _verb_before(analysis: Analysis, phrase: int) -> tuple[int, str | None]:
    """Return the verb whose object ends in a phrase, over its complements, and the object's head; -1 for none."""
    at, obj = phrase, None
    for _ in range(MAX_REACH):
        kind = kind_at(analysis, at)
        if kind is Kind.VERB:
            return at, obj
        if kind is not Kind.NOUN_PHRASE:
            break
        obj = noun_at(analysis, at)
        at = back(analysis, at - 1)
        if kind_at(analysis, at) is Kind.PREPOSITION:
            at = back(analysis, at - 1)
        elif kind_at(analysis, at) in CONNECTIVES:
            at = over_connectives(analysis, at)
            if not is_phrase(analysis, at):
                break
    return -1, None


def _over_aside(analysis: Analysis, comma: int) -> Iterator[Relation]:
    """Read `deported, by the count of monitors, 211,000 Afghans`: an aside stands between verb and object."""
    if kind_at(analysis, comma) is not Kind.COMMA:
        return
    at = comma - 1
    while at > 0 and comma - at < MAX_REACH and analysis.chunks[at].kind in _IN_ASIDE:
        at -= 1
    encloses = kind_at(analysis, at) is Kind.COMMA and kind_at(analysis, at + 1) in _OPENS_ASIDE
    if encloses and kind_at(analysis, at - 1) is Kind.VERB:
        yield Relation(Part.AFFECTED, analysis.chunks[at - 1].word, at - 1)


def _conjunct(analysis: Analysis, index: int, connective: int) -> Iterator[Relation]:
    """Yield what governs the phrase that this one is coordinated with (`killed five soldiers and 12 civilians`)."""
    at = _before_aside(analysis, over_connectives(analysis, connective), connective)
    if kind_at(analysis, at) is Kind.VERB:
        participle = analysis.chunks[at].form is VerbForm.PAST_OR_PARTICIPLE
        at = back(analysis, at - 1) if participle else over_relative(analysis, at)
    counting = counting_conjunct(analysis, at)
    at = at if counting < 0 or are_those_of_act(analysis, at, counting, index) else counting
    yield from _gapped(analysis, index, at)
    for _ in range(MAX_REACH):
        if not is_phrase(analysis, at):
            return
        before = back(analysis, at - 1)
        kind = kind_at(analysis, before)
        if kind is Kind.VERB:
            yield from _inverted(analysis, before)
            yield from coordinated_verbs(analysis, before)
            return
        if kind is Kind.PREPOSITION:
            if _goes_on_with_others(analysis, index, before):
                at = before - 1
                continue
            yield from after_preposition(analysis, before)
            yield from dealt_by(analysis, before)
            return
        if kind is Kind.NOUN_PHRASE:
            # `beat to death a man and two women`: the objects stand behind what completes their verb.
            verb, _ = _verb_before(analysis, before)
            if verb >= 0 and kind_at(analysis, verb + 1) is Kind.PREPOSITION:
                yield from coordinated_verbs(analysis, verb)
            return
        if kind not in CONNECTIVES:
            return
        at = over_connectives(analysis, before)


def _before_aside(analysis: Analysis, at: int, connective: int) -> int:
    """Return the phrase before a participle or `who` between commas: `held the mayor, accused of theft, and 12 clerks`.

    It is the chunk itself where no such aside ends at the comma.
    """
    if kind_at(analysis, connective) is not Kind.CONJUNCTION or kind_at(analysis, connective - 1) is not Kind.COMMA:
        return at
    comma = at
    while comma > 0 and at - comma < MAX_REACH and kind_at(analysis, comma) is not Kind.COMMA:
        comma -= 1
    opens = analysis.chunks[comma + 1]
    told = opens.kind is Kind.RELATIVE or opens.word in _ASIDE_OF_PERSONS
    aside = kind_at(analysis, comma) is Kind.COMMA and told and opens.number < 0
    return comma - 1 if aside and is_plain_phrase(analysis, comma - 1) else at


def _in_company(analysis: Analysis, index: int, connective: int) -> Iterator[Relation]:
    """Read `was detained along with two drivers`: whoever is with somebody shares what befalls or is done by them."""
    if analysis.sentence.words[analysis.chunks[connective].last] != "with" or _is_enclosed(analysis, index, connective):
        return
    for at in range(connective - 1, max(-1, connective - MAX_REACH), -1):
        chunk = analysis.chunks[at]
        if chunk.kind in _OPENS_CLAUSE:
            return
        if chunk.kind is Kind.VERB:
            befalls = chunk.passive or has_object(analysis, at)
            yield Relation(Part.AFFECTED if befalls else Part.ACTOR, chunk.word, at)
            return


def _is_enclosed(analysis: Analysis, index: int, connective: int) -> bool:
    """Tell whether commas set a phrase off before the verb of its clause: `Karim, along with 12 others, was`."""
    after = index + 1
    while kind_at(analysis, after) in {Kind.NOUN_PHRASE, Kind.PREPOSITION}:
        after += 1
    opens = kind_at(analysis, connective - 1) is Kind.COMMA
    return opens and kind_at(analysis, after) is Kind.COMMA and kind_at(analysis, after + 1) is Kind.VERB


def _goes_on_with_others(analysis: Analysis, index: int, preposition: int) -> bool:
    """Tell whether a title stands before a preposition in a list of persons (`a chief of staff and two others`)."""
    last = analysis.chunks[index].last
    others = "others" in analysis.sentence.words[last : last + 2]
    if not others or not is_preposition(analysis, preposition, _OF_OFFICE):
        return False
    return is_phrase(analysis, preposition - 1) and noun_class(head_of(analysis.chunks[preposition - 1])) == "person"


def _gapped(analysis: Analysis, index: int, measured: int) -> Iterator[Relation]:
    """Read `sentenced the adviser to 25 years and 14 officers to terms of 15`: object and complement run parallel."""
    if is_preposition(analysis, measured - 1, _WHERE) and is_phrase(analysis, measured - 2):
        # `sentenced the editor to two years in prison and four reporters to fines`
        measured -= 2
    after, before = _complement_after(analysis, index), back(analysis, measured - 1)
    quantity = quantity_at(analysis, measured) if is_phrase(analysis, measured) else None
    if quantity is None or quantity.measure is None:
        return
    if kind_at(analysis, before) is Kind.VERB and analysis.chunks[before].form is VerbForm.GERUND:
        # `sentenced 21 smugglers to terms averaging eight years, four to fines`
        before = back(analysis, before - 2) if is_phrase(analysis, before - 1) else -1
    if kind_at(analysis, before) is not Kind.PREPOSITION:
        return
    if kind_at(analysis, after) is not Kind.PREPOSITION or analysis.chunks[after].word != analysis.chunks[before].word:
        return
    at = _before_apposition(analysis, back(analysis, before - 1))
    verb = at if kind_at(analysis, at) is Kind.VERB else _verb_before(analysis, at)[0]
    if verb >= 0:
        yield Relation(Part.AFFECTED, analysis.chunks[verb].word, verb)


def _before_apposition(analysis: Analysis, at: int) -> int:
    """Return the phrase that an aside ending at a comma explains (`sentenced Karim, the editor, to`); else `at`."""
    if kind_at(analysis, at) is not Kind.COMMA:
        return at
    opening = at - 1
    while opening > 0 and at - opening < MAX_REACH and analysis.chunks[opening].kind in _IN_ASIDE:
        opening -= 1
    return opening - 1 if kind_at(analysis, opening) is Kind.COMMA else at


def _complement_after(analysis: Analysis, index: int) -> int:
    """Return the chunk after a phrase and its `of` complements."""
    at = index + 1
    if is_phrase(analysis, at) and analysis.chunks[at].word == "others":
        at += 1
    while is_preposition(analysis, at, _OF) and is_phrase(analysis, at + 1):
        at += 2
    return at
