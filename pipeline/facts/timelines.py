"""The timeline of a sentence: its dates, and what parts them from its numbers."""

from bisect import bisect_left
from collections.abc import Collection, Iterator, Sequence
from functools import cache
from itertools import takewhile

from pipeline.facts.calendar import Period
from pipeline.facts.lawmaking_dates import LAWMAKING
from pipeline.facts.narrowing_dates import narrowing_dates
from pipeline.facts.relative_clauses import Clause, asides, glosses, pasts, relatives, set_off_comparisons
from pipeline.facts.resumed_dates import resumptions
from pipeline.facts.single_dates import Dating
from pipeline.facts.steps import has_object
from pipeline.language.chunks import Kind, VerbForm
from pipeline.language.lexicon import lexicon, word_set
from pipeline.numerals.numeral import Role
from pipeline.numerals.quantities import Analysis
from pipeline.record import record

_COMPARING = frozenset({"compared", "versus", "unlike"})


_BEYOND = frozenset({"below", "above"})
_MULTIPLES = frozenset({"double", "triple"})
_BESIDE = _COMPARING | _BEYOND | _MULTIPLES | {"than", "times", "against", "from", "to", "comparison", "contrast"}
_POINTS = frozenset({"point", "points"})
_RESUMING = frozenset({"when", "which"})
_UP_OR_DOWN = frozenset({"up", "down"})
_TIME_OPENERS = frozenset({"in", "during", "for", "over", "at", "the"})


# Words from `double` to the date of what it multiplies, at most, and what stands between no such two.
_DATED_WITHIN = 9
_SET_OFF = frozenset({",", ";", "(", "–", "—"})
# Words between `from` and `to` in `from nine in May 2015 to 14`, at most.
_SPAN = 12
# A date tells on no number beyond so many others.
_NEAREST = 16


@cache
def _changes() -> frozenset[str]:
    """Return the words that tell a change, after which `from` leads to what had been before."""
    verbs = word_set("context", "moving_verbs")
    forms = (form for form, verb in lexicon().lemmas.items() if verb in verbs and not form.endswith("ing"))
    return frozenset(forms) | word_set("context", "moving_words")


@record
class Timeline:
    """A sentence's dates, its clause boundaries, and what is carried into it."""

    datings: tuple[Dating, ...]
    boundaries: tuple[int, ...]
    """Offsets at which clauses begin, the sentence's start first."""
    hard: tuple[int, ...]
    """Offsets of the boundaries over which no later date reaches back: semicolons and contrasts."""
    comparisons: tuple[int, ...]
    """Offsets of words that set a number beside one of another time (`compared with`, `up from`)."""
    formers: tuple[int, ...]
    """Offsets of the `from` of `up from` and `down from`, after which stands what a number had been before."""
    relatives: tuple[Clause, ...]
    """The relative clauses that tell of something else, with the number that one may begin with (`12 of whom`)."""
    resumptions: tuple[Clause, ...]
    """The clauses that tell what befell on the date before them (`since 2009, when 40 died`)."""
    narrowings: tuple[Clause, ...]
    """What had been before to those that a number counts, or what a deed was for (`12 men whom they had arrested`)."""
    relative_pasts: tuple[Clause, ...]
    """What befell those that a number counts, told in the simple past (`naturalized 12 refugees who fled in 1972`)."""
    respectively: bool
    """Whether coordinated dates belong to coordinated numbers one by one."""
    has_past_perfect: bool
    """Whether `had` stands in the sentence, as in what went before the events told."""
    makes_law: bool
    """Whether the sentence tells that a law was made or took effect, which dates no event."""
    glosses: tuple[Clause, ...]
    """What only says more of a noun, whose dates are those of what the noun names."""
    asides: tuple[Clause, ...]
    """Parentheses and comparisons between commas with a number of their own, whose dates are that number's."""
    causes: tuple[int, ...]
    """Offsets of what a penalty or charge is for (`for beating a student`), whose dates are not the penalty's."""
    sayings: tuple[int, ...]
    """Offsets of verbs of reporting, whose date is that of an announcement."""
    absolutes: tuple[int, ...]
    """Offsets of `, with`, after which stands what goes along with the events told (`…, with appeals pending`)."""
    end: int
    carried: Period | None

    def clauses_around(self, offset: int) -> tuple[Clause, ...]:
        """Return the relative clauses nearest to an offset."""
        place = bisect_left(self.relatives, offset, key=lambda clause: clause.start)
        return self.relatives[max(0, place - _NEAREST) : place + _NEAREST]

    def around(self, offset: int) -> tuple[Dating, ...]:
        """Return the dates nearest to an offset, in text order."""
        place = bisect_left(self.datings, offset, key=lambda dating: dating.start)
        return self.datings[max(0, place - _NEAREST) : place + _NEAREST]


def timeline(analysis: Analysis, found: Sequence[Dating], carried: Period | None) -> Timeline:
    """Return the timeline of a sentence."""
    words, formers = analysis.sentence.words, tuple(_formers(analysis))
    # Clauses part dates, and what had been before from what is.
    boundaries, hard = _boundaries(analysis) if found or formers else ((), ())
    # The `and` of `between June 28 and July 31` opens no clause.
    inside = {offset for dating in found for offset in boundaries if dating.start < offset < dating.end}
    return Timeline(
        datings=tuple(found),
        boundaries=tuple(offset for offset in boundaries if offset not in inside),
        hard=hard,
        comparisons=tuple(_comparisons(analysis)),
        formers=formers,
        relatives=tuple(sorted(relatives(analysis), key=lambda clause: clause.start)) if found else (),
        resumptions=() if not found or _RESUMING.isdisjoint(words) else tuple(resumptions(analysis)),
        narrowings=tuple(_narrowings(analysis)) if found else (),
        relative_pasts=tuple(pasts(analysis, perfect=False)) if found else (),
        respectively="respectively" in words,
        has_past_perfect="had" in words,
        makes_law=not LAWMAKING.isdisjoint(words),
        glosses=tuple(glosses(analysis)) if found else (),
        asides=(*asides(analysis), *set_off_comparisons(analysis)) if found else (),
        causes=tuple(_causes(analysis)) if found else (),
        sayings=tuple(_sayings(analysis)) if found else (),
        absolutes=tuple(_absolutes(analysis)) if found and "with" in words else (),
        end=analysis.sentence.end + 1,
        carried=carried,
    )


def _narrowings(analysis: Analysis) -> Iterator[Clause]:
    if "had" in analysis.sentence.words:
        yield from pasts(analysis, perfect=True)
    yield from narrowing_dates(analysis)


def _formers(analysis: Analysis) -> Iterator[int]:
    """Yield the offsets of `from` after which a former number stands (`up from`, `down from`)."""
    words, starts = analysis.sentence.words, analysis.sentence.starts
    if "from" in words:
        yield from (
            starts[at] for at, word in enumerate(words) if word == "from" and at and words[at - 1] in _UP_OR_DOWN
        )


def _comparisons(analysis: Analysis) -> Iterator[int]:
    """Yield the offsets of words after which a number of another time stands (`compared with`, `up from`)."""
    words, starts = analysis.sentence.words, analysis.sentence.starts
    if _BESIDE.isdisjoint(words):
        return
    changes = not _changes().isdisjoint(words)
    counts = {reading.figure.first for reading in analysis.readings if reading.role is Role.QUANTITY}
    dates = {reading.figure.first for reading in analysis.readings if reading.role is Role.DATE}
    origin = -_SPAN
    for at, word in enumerate(words):
        if word not in _BESIDE:
            continue
        following = words[at + 1] if at + 1 < len(words) else ""
        before = words[at - 1] if at else ""
        # A hedge of two words may stand before the number.
        counts_after = not counts.isdisjoint((at + 1, at + 2, at + 3))
        if (
            word in _COMPARING
            # `By comparison, they held 9,400 in 2010.`
            or (word in {"comparison", "contrast"} and before in {"by", "in"} and following == ",")
            or (word == "than" and (following in _TIME_OPENERS or at + 1 in dates))
            or (word == "times" and following in {"the", "that"})
            # `well below the 59 percent recorded in 2016`
            or (word in _BEYOND and following == "the" and counts_after)
            # `nearly double the 40 arrested in 2016`, no `twice the 300 for which it was built`
            or (word in _MULTIPLES and following == "the" and counts_after and _is_dated(words, at, dates))
            or (word == "against" and before in {",", "(", "–", "—", "as"} and counts_after)
            # `up four points from 2007`
            or (word == "from" and (before in {"up", "down"} or (before in _POINTS and at + 1 in dates)))
            or (word == "from" and changes and counts_after)
            or (word == "to" and counts_after and 0 <= at - origin < _SPAN and not dates.isdisjoint(range(origin, at)))
        ):
            origin = at if word == "from" else -_SPAN
            yield starts[at]


def _is_dated(words: Sequence[str], multiple: int, dates: Collection[int]) -> bool:
    """Tell whether a date stands behind the number that a multiple leads to, with no comma before it."""
    near = takewhile(lambda at: words[at] not in _SET_OFF, range(multiple, min(len(words), multiple + _DATED_WITHIN)))
    return any(at in dates for at in near)


def _causes(analysis: Analysis) -> Iterator[int]:
    for at, chunk in enumerate(analysis.chunks[:-1]):
        following = analysis.chunks[at + 1]
        gerund = following.kind is Kind.VERB and following.form is VerbForm.GERUND
        if chunk.kind is Kind.PREPOSITION and ((chunk.word in {"for", "of"} and gerund) or chunk.word == "over"):
            yield analysis.sentence.starts[chunk.first]


def _absolutes(analysis: Analysis) -> Iterator[int]:
    words, starts = analysis.sentence.words, analysis.sentence.starts
    yield from (starts[at] for at, word in enumerate(words) if word == "with" and words[at - 1 : at] == (",",))


def _sayings(analysis: Analysis) -> Iterator[int]:
    reporting = word_set("statements", "reporting")
    for chunk in analysis.chunks:
        if chunk.kind is Kind.VERB and chunk.word in reporting:
            yield analysis.sentence.starts[chunk.first]


def _boundaries(analysis: Analysis) -> tuple[tuple[int, ...], tuple[int, ...]]:
    chunks, starts = analysis.chunks, analysis.sentence.starts
    soft, hard = [analysis.sentence.start], [analysis.sentence.start]
    for at, chunk in enumerate(chunks):
        if chunk.kind is Kind.SEMICOLON or (
            chunk.kind is Kind.SUBORDINATOR and chunk.word in {"while", "whereas", "although", "though"}
        ):
            soft.append(starts[chunk.first])
            hard.append(starts[chunk.first])
        elif chunk.kind is Kind.CONJUNCTION and _opens_clause(analysis, at):
            soft.append(starts[chunk.first])
    return tuple(soft), tuple(hard)


def _is_gapped(analysis: Analysis, number: int) -> bool:
    """Tell whether a number and a participle share the verb before them: `12 were killed and 30 injured on May 3`."""
    chunks = analysis.chunks
    if number + 1 >= len(chunks) or chunks[number].number < 0 or chunks[number + 1].kind is not Kind.VERB:
        return False
    verb = chunks[number + 1]
    bare = verb.form is VerbForm.PAST_OR_PARTICIPLE and verb.first == verb.last and not has_object(analysis, number + 1)
    before = next((chunk for chunk in reversed(chunks[:number]) if chunk.kind is Kind.VERB), None)
    return bare and before is not None and before.passive


def _opens_clause(analysis: Analysis, conjunction: int) -> bool:
    """Tell whether a clause, with or without its own subject, begins after a conjunction."""
    chunks, at = analysis.chunks, conjunction + 1
    while at < len(chunks) and chunks[at].kind in {
        Kind.ADVERB,
        Kind.COMMA,
        Kind.SUBORDINATOR,
        Kind.DATE,
        Kind.PREPOSITION,
    }:
        at += 1
    if at >= len(chunks):
        return False
    if chunks[at].kind is Kind.VERB:
        return chunks[at].form is not VerbForm.INFINITIVE
    if _is_gapped(analysis, at):
        return False
    limit = min(len(chunks), at + 9)
    while at < limit and chunks[at].kind in {Kind.NOUN_PHRASE, Kind.PREPOSITION, Kind.ADVERB, Kind.DATE}:
        at += 1
    return (
        at < limit
        and chunks[at].kind is Kind.VERB
        and chunks[at].form in {VerbForm.FINITE, VerbForm.PAST_OR_PARTICIPLE}
    )
