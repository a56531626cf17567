"""Clauses that equate a noun with a number: `arrests totaled 1,277`, `put the dead at 46`, `a staff of 34`."""

from dataclasses import replace

from pipeline.language.chunks import Chunk, Kind, VerbForm
from pipeline.language.lexicon import Tag, lexicon
from pipeline.language.nouns import noun_class, singular
from pipeline.numerals.counted import Counted, Source, counting_words
from pipeline.numerals.equated_subjects import equated_subject
from pipeline.numerals.figures import change_verbs
from pipeline.numerals.phrases import is_bare, is_chunk, is_phrase, is_plain_phrase, noun_of
from pipeline.numerals.quantities import Analysis, Quantity

_LINKS = frozenset({"at", "to", "as", "from"})
_BETWEEN_CHANGED = frozenset({Kind.ADVERB, Kind.DATE, Kind.PREPOSITION, Kind.NOUN_PHRASE, Kind.COMMA, Kind.OPEN})
# Behind a comma or a parenthesis: `nearly doubled, to 1,204`.
_MOVING = frozenset({"to", "from"})
# What rises and falls without being counted.
_GRADED = frozenset({"rate", "ratio", "score", "index", "price", "average"})
# `bringing the number of refugees to 56,600`.
_BRINGING = frozenset({"bring", "take", "push"})
_LIMITING = frozenset({"limit", "restrict", "cap"})
# These tell how many of the persons are meant: `the majority of refugees`, `most refugees`.
_MOST = frozenset({"majority", "bulk", "most", "many", "some", "rest", "remainder"})
_NO_AGE = 130
_OF_COUNTS = frozenset({"some", "least", "estimated", "many"})
_DURING = frozenset({"during", "in", "over", "within", "of", "throughout", "by"})
_SPANS = frozenset({"year", "month", "quarter", "period", "course", "decade", "end", "time"})
# Chunks between a number and its verb, or its noun of change: a phrase and its complements.
_REACH = 20


def of_collective(analysis: Analysis, quantity: Quantity, text: str) -> Counted | None:
    """Read `a staff of 34`, `a capacity of 30,169`: the noun before `of` names what the bare number counts."""
    index = quantity.chunk - 2
    if not is_chunk(analysis, index + 1, Kind.PREPOSITION, "of") or not is_phrase(analysis, index):
        return None
    if singular(analysis.chunks[index].word) not in counting_words().collectives or not is_bare(analysis, quantity):
        return None
    found = noun_of(analysis, index, text, Source.SUBJECT)
    return Counted(found.text, found.head, "person", Source.SUBJECT, index)


def equated(analysis: Analysis, quantity: Quantity, text: str) -> Counted | None:
    """Return the noun that the clause of a number says it of; null where the clause equates nothing with it."""
    chunks, index = analysis.chunks, quantity.chunk
    number = _number_in_apposition(analysis, quantity)
    if number >= 0:
        return number_of(analysis, number, text)
    if (told := _told_in_number(analysis, index, text) or _told_in_aside(analysis, quantity, text)) is not None:
        return told
    if _follows_share(analysis, quantity):
        return None
    at = _over_mark(analysis, index)
    while at >= 0 and (
        chunks[at].kind in {Kind.ADVERB, Kind.DATE}
        or (chunks[at].kind is Kind.PREPOSITION and chunks[at].word in _LINKS)
        or (at < index - 1 and (_is_margin(analysis, at) or _is_span(analysis, at)))
    ):
        # `rose 14 percent to 1,250`, `fell by 12 to 88`, `rose during the year to 204`: by how much it rose stands
        # between, or when.
        at -= 1
    if at < 0:
        return None
    if chunks[at].kind is Kind.VERB and _equates(chunks[at], linked=at < index - 1):
        subject = equated_subject(analysis, at)
        return number_of(analysis, subject, text) if subject >= 0 else None
    return _placed(analysis, index, text)


def equated_again(analysis: Analysis, quantity: Quantity, text: str) -> Counted | None:
    """Return whom `the number of` counts where its number tells the noun again: `rose from 12 persons to 14 persons`.

    Null for others, whose own noun says who they are.
    """
    link = quantity.chunk - 1
    while is_chunk(analysis, link, Kind.ADVERB):
        link -= 1
    plain = analysis.chunks[quantity.chunk].last == analysis.readings[quantity.reading].figure.last + 1
    if not plain or not is_chunk(analysis, link, Kind.PREPOSITION) or analysis.chunks[link].word not in _MOVING:
        return None
    at = quantity.chunk - 1
    while at >= 0 and (analysis.chunks[at].kind in _BETWEEN_CHANGED or _is_span(analysis, at)):
        at -= 1
    if at < 1 or not _equates(analysis.chunks[at], linked=True) or analysis.chunks[at].kind is not Kind.VERB:
        return None
    subject = equated_subject(analysis, at)
    named = subject >= 0 and singular(analysis.chunks[subject].word) in counting_words().quantity_nouns
    return number_of(analysis, subject, text) if named else None


def _over_mark(analysis: Analysis, index: int) -> int:
    """Return the chunk before a number, or before the mark that sets a change off: `rose slightly, to 12`, `(to 12)`.

    A number behind `from` and such a mark is one of two: `doubled (from 12 to 24)`.
    """
    link = index - 1
    while is_chunk(analysis, link, Kind.ADVERB):
        link -= 1
    moved = is_chunk(analysis, link, Kind.PREPOSITION) and analysis.chunks[link].word in _MOVING
    before = link - 1
    while is_chunk(analysis, before, Kind.ADVERB):
        before -= 1
    set_off = moved and (is_chunk(analysis, before, Kind.COMMA) or is_chunk(analysis, before, Kind.OPEN))
    return before - 1 if set_off else index - 1


def _follows_share(analysis: Analysis, quantity: Quantity) -> bool:
    """Tell whether a bare number goes on with a share: `slipped from 24 percent to 22`."""
    before = quantity.chunk - 2
    if not is_chunk(analysis, before + 1, Kind.PREPOSITION, "to") or not is_bare(analysis, quantity) or before < 0:
        return False
    if not is_chunk(analysis, before - 1, Kind.PREPOSITION, "from"):
        # `rose 14 percent to 1,470`
        return False
    number = analysis.chunks[before].number
    share = analysis.quantities[number] if number >= 0 else None
    return share is not None and share.measure is not None and share.measure.unit == "percent"


def _told_in_number(analysis: Analysis, index: int, text: str) -> Counted | None:
    """Read `Refugees, about 2,200 in number, …`: the noun before the comma is what the number counts."""
    aside = is_chunk(analysis, index + 1, Kind.PREPOSITION, "in") and is_chunk(analysis, index + 2, Kind.NOUN_PHRASE)
    if not (aside and analysis.chunks[index + 2].word == "number" and is_chunk(analysis, index - 1, Kind.COMMA)):
        return None
    at = index - 2
    while is_phrase(analysis, at) and is_chunk(analysis, at - 1, Kind.PREPOSITION) and is_phrase(analysis, at - 2):
        at -= 2
    return noun_of(analysis, at, text, Source.SUBJECT) if is_plain_phrase(analysis, at) else None


def _told_in_aside(analysis: Analysis, quantity: Quantity, text: str) -> Counted | None:
    """Read `The majority of refugees, about 9,000, …`: a bare number between commas counts the persons before it.

    A small number could be an age, unless its hedge is one that ages do not have (`at least 12`).
    """
    index, value = quantity.chunk, quantity.value or quantity.low or 0
    enclosed = is_chunk(analysis, index - 1, Kind.COMMA) and is_chunk(analysis, index + 1, Kind.COMMA)
    told_of_counts = value >= _NO_AGE or not _OF_COUNTS.isdisjoint((quantity.hedge.words or "").split())
    if not enclosed or not told_of_counts or not is_bare(analysis, quantity):
        return None
    at = index - 2
    while is_chunk(analysis, at - 1, Kind.PREPOSITION) and is_phrase(analysis, at - 2):
        if analysis.chunks[at - 2].word in _MOST:
            break
        at -= 2
    if not is_plain_phrase(analysis, at):
        return None
    word = analysis.chunks[at].word
    names_persons = noun_class(word) == "person" and singular(word) != word
    if not names_persons:
        return None
    found = noun_of(analysis, at, text, Source.SUBJECT)
    opening, _, noun = (found.text or "").partition(" ")
    return replace(found, text=noun) if noun and opening.lower() in _MOST else found


def _is_margin(analysis: Analysis, at: int) -> bool:
    """Tell whether a chunk says by how much something changed: `14 percent`, and both words of `by 12`."""
    if is_chunk(analysis, at, Kind.PREPOSITION, "by"):
        return True
    number = analysis.chunks[at].number
    quantity = analysis.quantities[number] if number >= 0 else None
    if quantity is None:
        return False
    measure = quantity.measure
    if measure is None:
        points = analysis.chunks[at].word in {"point", "points"}
        return (is_bare(analysis, quantity) or points) and is_chunk(analysis, at - 1, Kind.PREPOSITION, "by")
    if measure.unit == "fraction":
        # `fell by half to 90`
        return is_chunk(analysis, at - 1, Kind.PREPOSITION, "by")
    # `rose threefold to 1,250`
    return measure.unit in {"percent", "fold"} and analysis.chunks[at].last == measure.last


def _is_span(analysis: Analysis, at: int) -> bool:
    """Tell whether a chunk tells when something changed: both words of `during the year`."""
    chunk = analysis.chunks[at]
    if chunk.kind is Kind.PREPOSITION:
        return (
            chunk.word in _DURING
            and at + 1 < len(analysis.chunks)
            and (analysis.chunks[at + 1].kind is Kind.DATE or _names_span(analysis.chunks[at + 1]))
        )
    return is_chunk(analysis, at - 1, Kind.PREPOSITION) and _names_span(chunk)


def _names_span(phrase: Chunk) -> bool:
    return phrase.kind is Kind.NOUN_PHRASE and phrase.number < 0 and phrase.word in _SPANS


def _equates(verb: Chunk, *, linked: bool) -> bool:
    """Tell whether a verb says a number of its subject: `arrests totaled 12`, `refugees were estimated at 12`."""
    if verb.passive:
        # `were estimated at 12`, `were cut from 43 to 12`
        return linked and (verb.word in counting_words().placing or verb.word in change_verbs())
    return verb.word in counting_words().equating or (linked and verb.word == "run")


def _number_in_apposition(analysis: Analysis, quantity: Quantity) -> int:
    """Return the chunk of `number` in `the number of inmates, 9,846 in January, fell`; -1 where it is no apposition."""
    last = quantity.chunk - 2
    if not is_chunk(analysis, last + 1, Kind.COMMA) or not is_phrase(analysis, last) or not is_bare(analysis, quantity):
        return -1
    base = last
    while is_chunk(analysis, base - 1, Kind.PREPOSITION, "of") and is_phrase(analysis, base - 2):
        base -= 2
    return base if base != last and analysis.chunks[base].word in {"number", "total", "population"} else -1


def _placed(analysis: Analysis, index: int, text: str) -> Counted | None:
    """Read `put the dead at 46`, `gave the number of Bidoon as 105,700`, `lower the number of branches to five`."""
    chunks = analysis.chunks
    link = chunks[index - 1].word if is_chunk(analysis, index - 1, Kind.PREPOSITION) else ""
    if link == "at" and is_chunk(analysis, index - 3, Kind.PREPOSITION, "with") and is_phrase(analysis, index - 2):
        # `with civilian deaths at 400`.
        return number_of(analysis, index - 2, text)
    if link in _LINKS:
        if link == "at" and _goes_on_placing(analysis, index):
            return number_of(analysis, index - 2, text)
        verb = _shifting_verb(analysis, index, link)
        if verb >= 0 and is_phrase(analysis, verb + 1) and not (link == "to" and chunks[verb + 1].number >= 0):
            # `took 51 percent of the vote to his rival’s 46`: two results.
            return number_of(analysis, verb + 1, text)
    if link in {"to", "from"} and (changed := _change_in(analysis, index, text)) is not None:
        return changed
    for after in (index + 1, index + 3):
        # `reduced from 25,000 to three the number of founding members`.
        if not is_phrase(analysis, after) or not is_chunk(analysis, after + 1, Kind.PREPOSITION):
            continue
        if singular(chunks[after].word) in {"number", "total"}:
            return number_of(analysis, after, text)
    return None


def _goes_on_placing(analysis: Analysis, index: int) -> bool:
    """Tell whether a noun of its own stands before a number that goes on: `… at 900 and the dead at 12`."""
    before = index - 4
    joined = is_phrase(analysis, index - 2) and is_chunk(analysis, index - 3, Kind.CONJUNCTION)
    return joined and is_phrase(analysis, before) and analysis.chunks[before].number >= 0


def _shifting_verb(analysis: Analysis, index: int, link: str) -> int:
    """Return the nearest verb before a number that takes it after `at`, `as`, `to`, `from`; -1 where there is none."""
    verb = _verb_at_or_before(analysis, index - 2, max(0, index - _REACH))
    while verb > 1 and index - verb < _REACH and not _shifts(analysis.chunks[verb], link):
        verb = _verb_at_or_before(analysis, verb - 1, 0)
    return verb if verb >= 0 and _shifts(analysis.chunks[verb], link) else -1


def _verb_at_or_before(analysis: Analysis, last: int, first: int) -> int:
    return next((at for at in range(last, first - 1, -1) if analysis.chunks[at].kind is Kind.VERB), -1)


def _shifts(verb: Chunk, link: str) -> bool:
    """Tell whether a verb places its object `at` or `as` a number, or moves it `to` or `from` one."""
    if link in {"at", "as"}:
        return verb.word in counting_words().placing
    return verb.word in change_verbs() or (link == "to" and verb.word in _BRINGING | _LIMITING)


def _change_in(analysis: Analysis, index: int, text: str) -> Counted | None:
    """Read `an increase in civilian deaths over the period, from 2,666 to 2,798`."""
    changes = counting_words().changes
    for at in range(index - 2, max(-1, index - 2 - _REACH), -1):
        if analysis.chunks[at].kind is Kind.SEMICOLON:
            return None
        if not is_phrase(analysis, at) or analysis.chunks[at].word not in changes:
            continue
        if is_chunk(analysis, at + 1, Kind.PREPOSITION) and is_plain_phrase(analysis, at + 2):
            changed = analysis.chunks[at + 2].word
            # `a decrease in comparison to 137,116` says of nothing what it counts.
            known = singular(changed) != changed or noun_class(changed) is not None or changed in _GRADED
            return number_of(analysis, at + 2, text) if known or changed in counting_words().quantity_nouns else None
    return None


def _befell_persons(analysis: Analysis, index: int) -> bool:
    """Tell whether a participle after `the number` says what befell those counted, and not how the number went."""
    if not is_chunk(analysis, index, Kind.VERB):
        return False
    verb = analysis.chunks[index]
    moves = verb.word in counting_words().equating or verb.word in change_verbs()
    return verb.form is VerbForm.PAST_OR_PARTICIPLE and not moves


def _names_people(word: str) -> bool:
    return noun_class(word) == "person" or singular(word) != word


def _names_those(analysis: Analysis, index: int) -> bool:
    """Tell whether a phrase is `those` with a participle (`put those expelled at 52,000`)."""
    phrase = analysis.chunks[index]
    return phrase.last == phrase.first + 1 and analysis.sentence.words[phrase.first] == "those"


def _those(analysis: Analysis, index: int) -> Counted:
    """Return persons of whom a participle tells what befell them."""
    phrase = analysis.chunks[index]
    told = " ".join(analysis.sentence.surfaces[phrase.first : phrase.last + 1])
    return Counted(told, "person", "person", Source.SUBJECT, index)


def number_of(analysis: Analysis, index: int, text: str) -> Counted | None:
    """Return the noun of a phrase, or that which `the number of` counts; null for a pronoun and a bare `the number`.

    `an increase in deaths`, `a rise in the number of deaths` count deaths too.
    """
    phrase, quantity_nouns = analysis.chunks[index], counting_words().quantity_nouns | counting_words().changes
    if singular(phrase.word) in quantity_nouns:
        at = index
        while is_chunk(analysis, at + 1, Kind.PREPOSITION) and is_phrase(analysis, at + 2):
            if analysis.chunks[at + 1].word not in {"of", "in"}:
                break
            at += 2
            if phrase.word == "population" and not _names_people(analysis.chunks[at].word):
                # `the population of the camp fell from 463,000`
                return noun_of(analysis, index, text, Source.SUBJECT)
            if _names_those(analysis, at):
                return _those(analysis, at)
            if singular(analysis.chunks[at].word) not in quantity_nouns:
                return noun_of(analysis, at, text, Source.SUBJECT)
        if _befell_persons(analysis, index + 1):
            # `the number arrested rose to 30`.
            return Counted(None, None, "person", Source.SUBJECT, index)
        if phrase.word not in {"population", "toll"} or phrase.head == phrase.first:
            return None
    if lexicon().tags.get(phrase.word, 0) & Tag.PRONOUN:
        return None
    if _names_those(analysis, index):
        return _those(analysis, index)
    found = noun_of(analysis, index, text, Source.SUBJECT)
    return found if found.text is not None else None


def number_announced(analysis: Analysis, index: int, text: str) -> Counted | None:
    """Read `Estimates of the number of refugees varied: the mayor spoke of 900`: what is estimated before the colon."""
    colon = next((at for at in range(index - 1, 0, -1) if analysis.chunks[at].kind is Kind.SEMICOLON), -1)
    if colon < 0 or analysis.sentence.words[analysis.chunks[colon].first] != ":":
        return None
    before = analysis.chunks[:colon]
    if any(chunk.number >= 0 for chunk in before):
        return None
    for at in range(colon):
        counts = is_plain_phrase(analysis, at) and singular(analysis.chunks[at].word) in counting_words().quantity_nouns
        if counts and is_chunk(analysis, at + 1, Kind.PREPOSITION, "of"):
            return number_of(analysis, at, text)
    return None
