"""Who must pay a fine: an individual, an organization, its leader, an employer; null for a bare violator."""

from collections.abc import Iterator, Sequence
from functools import lru_cache

from pipeline.facts.clauses import bare_analysis, base_of, head_of, is_capital, is_preposition, subject_of, verb_before
from pipeline.facts.drafts import Draft
from pipeline.facts.fact import Modality
from pipeline.facts.steps import after, back
from pipeline.language.chunks import Kind
from pipeline.language.lexicon import word_set
from pipeline.language.nouns import noun_class, singular
from pipeline.language.sentences import sentence_spans, tokenize
from pipeline.numerals.numeral import Approximation
from pipeline.numerals.phrases import POSSESSIVES, is_phrase, kind_at
from pipeline.numerals.quantities import Analysis

_NOBODY = ""
"""What a bare violator is: the text says that it names no payer, and the search ends."""
_UPON = frozenset({"for", "on", "against", "upon"})
_OF = frozenset({"of"})
_TO = frozenset({"to"})
_BY = frozenset({"by"})
_PER_HEAD = frozenset({"each", "every", "per"})
_NEIGHBOURS = 8
# Who pays, by the unit in which those who pay are counted.
_PAYING_UNITS = {"person": "individual", "organization": "organization", "party": "organization"}
# Numbers from one end of a range to the other, with what the first is worth.
_ENDS = 2
_FAR = 100
"""Chunks beyond which nobody is taken to be spoken of: a bound on time."""
_CARRIED_TEXT = 3000
"""Characters of the paragraph before a sentence in which its payer is looked for."""


def payer_of(text: str, drafts: Sequence[Draft], index: int) -> str | None:
    """Return the kind of payer of a fine; null where the text names only violators or the offense.

    The payer stands beside the amount, or is object or subject of the verb that fines; else it is whom the provision
    or the sentences before it in the paragraph speak of.
    """
    draft = drafts[index]
    found = _named(draft)
    if found is None and (end := _other_end(drafts, index)) is not None:
        found = _named(end)
    elif found is None:
        found = _counted(drafts, index) or _by_contrast(drafts, index)
    if found is None and not _names_breach(draft):
        found = _carried(text, draft)
    return found or None


def _other_end(drafts: Sequence[Draft], index: int) -> Draft | None:
    """Return the upper end of a range of which an amount is the lower one (`from 900 pesos to 5,000 for companies`)."""
    draft = drafts[index]
    if draft.quantity.approximation is not Approximation.AT_LEAST:
        return None
    for other in drafts[index + 1 : index + 1 + _ENDS]:
        before = is_preposition(other.analysis, other.chunk - 1, _TO)
        if other.sentence == draft.sentence and other.unit == draft.unit and before:
            return other if other.quantity.approximation is Approximation.AT_MOST else None
    return None


def _counted(drafts: Sequence[Draft], index: int) -> str | None:
    """Return the payer whom a bare number counts: `90 women marched; four were fined 200 lei each`."""
    draft = drafts[index]
    verb = verb_before(draft.analysis, draft.chunk)
    if verb < 0 or draft.analysis.chunks[verb].word not in word_set("payers", "fining"):
        return None
    fined = (after(draft.analysis, verb + 1), subject_of(draft.analysis, verb))
    for other in drafts[max(0, index - _NEIGHBOURS) : index]:
        if other.sentence == draft.sentence and other.chunk in fined and other.quantity.measure is None:
            return _PAYING_UNITS.get(other.unit)
    return None


def _names_breach(draft: Draft) -> bool:
    """Tell whether a breach is what carries a fine, whoever commits it: `violations carry fines of 600 lei`."""
    verb = verb_before(draft.analysis, draft.chunk)
    if _makes_punishable(draft):
        return True
    subject = subject_of(draft.analysis, verb) if verb >= 0 else -1
    return subject >= 0 and singular(draft.analysis.chunks[subject].word) in word_set("payers", "breaches")


def _makes_punishable(draft: Draft) -> bool:
    """Tell whether a deed is what is punishable: `Showing the flag is punishable by a fine of 400 rubles`."""
    words = draft.analysis.sentence.words
    clause = words[: draft.analysis.chunks[draft.chunk].first]
    after = max((at for at, word in enumerate(clause) if word == ";"), default=-1)
    return "punishable" in clause[after + 1 :]


def _named(draft: Draft) -> str | None:
    """Return the payer that the clause of a fine names; "" for a violator, null where it names none."""
    for read in _READERS:
        if (found := read(draft)) is not None:
            return found
    return None


def _within(draft: Draft) -> str | None:
    """Read `fined a Guayaquil daily $347,600`, where payer and amount make one phrase."""
    analysis = draft.analysis
    figure = analysis.readings[draft.quantity.reading].figure
    chunk = analysis.chunks[draft.chunk]
    words = [word for word in analysis.sentence.words[chunk.first : figure.first] if word.isalpha()]
    return _class_of(words[-1], strict=False) if len(words) > 1 else None


def _beside(draft: Draft) -> str | None:
    """Read `a fine of 500 pesos for an individual`, `on the NGO`: the payer after the amount and its equivalent."""
    analysis, index = draft.analysis, draft.chunk
    at = after(analysis, index + 1)
    if not is_phrase(analysis, at + 1):
        return None
    if is_preposition(analysis, at, _TO):
        return payer_class(analysis, at + 1, strict=True)
    if not is_preposition(analysis, at, _UPON):
        return None
    opener = analysis.sentence.words[analysis.chunks[at + 1].first]
    if opener in _PER_HEAD and not _deals_out(analysis, index):
        return None
    return payer_class(analysis, at + 1, strict=False)


def _deals_out(analysis: Analysis, index: int) -> bool:
    """Tell whether an amount before has a payer of its own: `900 francs for the leader and 90 for each participant`."""
    return any(
        is_preposition(analysis, at, _UPON)
        and is_phrase(analysis, at + 1)
        and analysis.sentence.words[analysis.chunks[at + 1].first] not in _PER_HEAD
        and back(analysis, at - 1) >= 0
        and analysis.chunks[back(analysis, at - 1)].number >= 0
        and payer_class(analysis, at + 1, strict=False) is not None
        for at in range(1, index - 1)
    )


def _adjacent(draft: Draft) -> str | None:
    """Read `fined two women 120 euros`, `and organizations of up to 10 million`, `and its editor, Omar Sy, 5,000`."""
    analysis, index = draft.analysis, draft.chunk
    at = back(analysis, index - 1)
    if kind_at(analysis, at) is Kind.COMMA:
        name = back(analysis, at - 1)
        payer = back(analysis, name - 2)
        closed = is_phrase(analysis, name) and kind_at(analysis, name - 1) is Kind.COMMA and is_phrase(analysis, payer)
        return payer_class(analysis, base_of(analysis, payer), strict=False) if closed else None
    if is_preposition(analysis, at, _OF):
        return _elliptic(analysis, back(analysis, at - 1))
    return payer_class(analysis, base_of(analysis, at), strict=False) if is_phrase(analysis, at) else None


def _elliptic(analysis: Analysis, fine: int) -> str | None:
    """Read `and organizations of up to …`, `and a legal entity to a fine of …`: the verb is left out."""
    if not is_phrase(analysis, fine):
        return None
    found = payer_class(analysis, fine, strict=True)
    payer = back(analysis, fine - 2)
    if found is not None or kind_at(analysis, fine - 1) is not Kind.PREPOSITION or not is_phrase(analysis, payer):
        return found
    joined = kind_at(analysis, back(analysis, payer - 1)) in {Kind.CONJUNCTION, Kind.COMMA, Kind.SEMICOLON}
    return payer_class(analysis, payer, strict=True) if joined else None


def _upon(draft: Draft) -> str | None:
    """Read `set the penalty for journalists at one million`: the payer after the noun of the fine."""
    analysis, index = draft.analysis, draft.chunk
    for at in range(index - 1, 0, -1):
        kind = analysis.chunks[at].kind
        if at == index - 1 and kind is Kind.VERB and analysis.chunks[at].word == "be":
            # `The fine laid on the station was 900 dinars`
            continue
        if kind in {Kind.VERB, Kind.SEMICOLON, Kind.COMMA, Kind.SUBORDINATOR}:
            return None
        if is_phrase(analysis, at) and is_preposition(analysis, at - 1, _UPON):
            found = payer_class(analysis, at, strict=False)
            if found is not None:
                return found
    return None


def _governed(draft: Draft) -> str | None:
    """Return the payer that is object or subject of the verb which governs the amount."""
    analysis, index = draft.analysis, draft.chunk
    verb = verb_before(analysis, index)
    if verb < 0:
        return None
    chunk = analysis.chunks[verb]
    if chunk.word in word_set("payers", "fining") and not chunk.passive:
        place = after(analysis, verb + 1)
        if is_phrase(analysis, place) and place < index:
            return payer_class(analysis, place, strict=False)
    elif chunk.word in word_set("payers", "imposing") and not chunk.passive:
        return None
    subject = subject_of(analysis, verb)
    return (
        None if subject < 0 else payer_class(analysis, subject, strict=chunk.word not in word_set("payers", "fining"))
    )


def _fined(draft: Draft) -> str | None:
    """Read `fined the station, owned by a trader, 900 dinars`: the object of the verb that fines, over an aside."""
    relation = None if draft.match is None else draft.match.relation
    if relation is None or draft.analysis.chunks[relation.chunk].kind is not Kind.VERB:
        return None
    verb = draft.analysis.chunks[relation.chunk]
    place = after(draft.analysis, relation.chunk + 1)
    fines = verb.word in word_set("payers", "fining") and not verb.passive
    told = fines and place < draft.chunk and is_phrase(draft.analysis, place)
    return payer_class(draft.analysis, place, strict=False) if told else None


def _agent(draft: Draft) -> str | None:
    """Read `interference by members of associations, with a fine of …`, `if committed by the leader`."""
    analysis, index = draft.analysis, draft.chunk
    for at in range(index - 1, max(0, index - _FAR), -1):
        if analysis.chunks[at].kind is Kind.SEMICOLON:
            return None
        if is_phrase(analysis, at) and is_preposition(analysis, at - 1, _BY):
            found = payer_class(analysis, at, strict=True)
            if found is not None:
                return found
    return None


# In the order in which they are asked.
_READERS = (_within, _beside, _adjacent, _upon, _governed, _fined, _agent)


def _by_contrast(drafts: Sequence[Draft], index: int) -> str | None:
    """Return `individual` where the rule names who pays another fine (`…; organizations may be fined 50,000`)."""
    draft = drafts[index]
    if draft.force.modality is not Modality.STATUTORY:
        return None
    for other in drafts[max(0, index - _NEIGHBOURS) : index + _NEIGHBOURS]:
        same = other is not draft and other.sentence == draft.sentence and other.unit == draft.unit
        if same and other.equivalent_of < 0 and other.force.modality is Modality.STATUTORY and _named(other):
            return "individual"
    return None


def _carried(text: str, draft: Draft) -> str | None:
    """Return whom the clauses and sentences before speak of, the nearest first."""
    verb = verb_before(draft.analysis, draft.chunk)
    found = _spoken_of(draft.analysis, draft.chunk if verb < 0 else verb)
    if found is not None:
        return found
    start = draft.analysis.sentence.start
    before = text[max(0, start - _CARRIED_TEXT) : start]
    for first, last in reversed(list(sentence_spans(before))):
        sentence = tokenize(before, first, last)
        if not any(map(_may_pay, sentence.words)):
            continue
        analysis = bare_analysis(sentence)
        found = _spoken_of(analysis, len(analysis.chunks))
        if found is not None:
            return found
    return None


@lru_cache(maxsize=4096)
def _may_pay(word: str) -> bool:
    """Tell whether a word may be that of a payer, so that a sentence without any need not be read."""
    officials = word_set("payers", "leaders") | word_set("payers", "officers")
    return singular(word) in officials or word == "group" or _class_of(word, strict=True) is not None


def _spoken_of(analysis: Analysis, end: int) -> str | None:
    for at in _participants(analysis, end):
        found = payer_class(analysis, at, strict=True)
        if found is not None:
            return found
    return None


def _participants(analysis: Analysis, end: int) -> Iterator[int]:
    """Yield the subjects and objects of verbs from right to left, but nobody's members, staff or other belongings."""
    for at in range(end - 1, max(-1, end - _FAR), -1):
        before = back(analysis, at - 1)
        if not is_phrase(analysis, at) or analysis.sentence.words[analysis.chunks[at].first] in POSSESSIVES:
            continue
        if kind_at(analysis, before) is not Kind.PREPOSITION or analysis.chunks[before].word in {"against", "upon"}:
            yield at


def payer_class(analysis: Analysis, index: int, *, strict: bool) -> str | None:
    """Return the kind of payer that a phrase names, "" for a violator, null for what cannot pay or is a pronoun.

    A strict reading leaves out those who fine: courts, regulators, ministers.
    """
    chunk = analysis.chunks[index]
    if (
        chunk.number >= 0
        and (counting := analysis.quantities[chunk.number]) is not None
        and counting.measure is not None
    ):
        # An amount, not payers.
        return None
    noun = head_of(chunk)
    if noun in word_set("payers", "leaders") or noun in word_set("payers", "officers"):
        borne = index + 2
        of_association = (
            is_preposition(analysis, index + 1, _OF)
            and is_phrase(analysis, borne)
            and head_of(analysis.chunks[borne]) in word_set("payers", "associations")
        )
        if of_association or noun in word_set("payers", "leaders"):
            return "leader"
    if noun == "group" and is_preposition(analysis, index + 1, _OF) and is_phrase(analysis, index + 2):
        # `a group of 30 women`
        return _class_of(analysis.chunks[index + 2].word, strict=strict)
    found = _class_of(chunk.word, strict=strict)
    return found if found is not None else _class_of_name(analysis, index, strict=strict)


def _class_of_name(analysis: Analysis, index: int, *, strict: bool) -> str | None:
    """Read `the newspaper El Faro`, `editor Bat Enkh`: a common noun before a name tells what bears it."""
    chunk, sentence = analysis.chunks[index], analysis.sentence
    if not is_capital(analysis, chunk.last):
        return None
    for token in range(chunk.last - 1, chunk.first - 1, -1):
        if sentence.words[token] in POSSESSIVES or sentence.words[token] in {"'s", "’"}:
            return None
        found = _class_of(sentence.words[token], strict=strict) if sentence.surfaces[token].isalpha() else None
        if found is not None:
            return found
    return None


def _class_of(word: str, *, strict: bool) -> str | None:
    noun = singular(word)
    if word in word_set("payers", "anaphors") or noun in word_set("statements", "law_nouns") - word_set(
        "payers", "violators"
    ):
        return None
    if noun in word_set("payers", "violators"):
        return _NOBODY
    if strict and noun in word_set("payers", "not_payers"):
        return None
    for key, kind in (("employers", "employer"), ("organizations", "organization"), ("individuals", "individual")):
        if noun in word_set("payers", key) or word in word_set("payers", key):
            return kind
    kind_of_noun = noun_class(word)
    if kind_of_noun == "person":
        return "individual"
    return "organization" if kind_of_noun in {"organization", "party"} else None
