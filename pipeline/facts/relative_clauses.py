"""The relative clauses, glosses, parentheses and comparisons of a sentence, whose dates may be of something else."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from pipeline.facts.clauses import is_gerund
from pipeline.facts.modal_words import is_present
from pipeline.language.chunks import Chunk, Kind, VerbForm
from pipeline.language.lexicon import word_set
from pipeline.numerals.numeral import Role
from pipeline.numerals.quantities import Analysis
from pipeline.record import record

# Prose has no relative clause of more chunks.
_LONGEST_CLAUSE = 60
# Chunks from `with` to the verb of what it sets beside the sentence, and what they may be.
_LONGEST_BEARER = 8
_NOMINAL = frozenset({Kind.NOUN_PHRASE, Kind.PREPOSITION, Kind.ADVERB})
_PRONOUNS = frozenset({"he", "she", "they", "it"})
_RELATIVES = frozenset({"which", "who", "whom", "whose"})
_TIMES = frozenset({"day", "night", "evening", "morning", "afternoon", "weekend", "week", "month", "year", "period"})
_COMPARED = frozenset({"compared", "versus"})
_ENDS = frozenset({Kind.COMMA, Kind.SEMICOLON, Kind.CLOSE})
_FROM_BEFORE = frozenset({("up", "from"), ("down", "from")})


@record
class Clause:
    """A relative clause, offsets in the paragraph."""

    start: int
    end: int
    backstory: bool
    """Whether what it tells had been before, or stands apart, so that its dates are of nothing outside it."""

    def __contains__(self, offset: int) -> bool:
        return self.start <= offset < self.end


def relatives(analysis: Analysis) -> Iterator[Clause]:
    """Yield where each relative clause that tells of something else than the number before it begins and ends.

    It ends at the comma after its verb, at a semicolon, or with the sentence.
    """
    chunks, starts = analysis.chunks, analysis.sentence.starts
    counts = [reading.figure.start for reading in analysis.readings if reading.role is Role.QUANTITY]
    dates = [reading.figure.start for reading in analysis.readings if reading.role is Role.DATE]
    dates += [starts[chunk.first] for chunk in chunks if chunk.kind is Kind.DATE]
    yield from _contact_clauses(analysis)
    yield from _absolutes(analysis)
    for at, chunk in enumerate(chunks):
        if chunk.kind is not Kind.RELATIVE or (chunk.word == "that" and _opens_no_relative(analysis, at)):
            continue
        first = at
        if at and chunks[at - 1].kind is Kind.PREPOSITION:
            first = at - 2 if at > 1 and chunks[at - 2].kind is Kind.NOUN_PHRASE else at - 1
        begin, end = starts[chunks[first].first], _relative_end(analysis, at)
        aside = first > 0 and chunks[first - 1].kind in {Kind.COMMA, Kind.ADVERB}
        inside = chunks[at : at + _LONGEST_CLAUSE]
        backstory = aside and any(starts[other.first] < end and _is_past_perfect(analysis, other) for other in inside)
        # `arrested 90 men, 12 of whom were released in May`: when some were released, not when all were arrested.
        backstory = backstory or (first < at and aside and _tells_of_part(chunks, first, at))
        # `the 27 persons whom the coast guard expelled on May 2`: the clause tells what befell those that are counted.
        of_counted = first == at and at > 0 and (chunks[at - 1].number >= 0 or _is_counted_with(chunks, at - 1))
        # What another number inside is about, unless the date stands before that.
        first_date = min((date for date in dates if begin <= date < end), default=end)
        if backstory or not of_counted or bisect_left(counts, begin) < bisect_left(counts, first_date):
            yield Clause(begin, end, backstory)


def _tells_of_part(chunks: Sequence[Chunk], first: int, relative: int) -> bool:
    """Tell whether a relative clause has a number for subject: `12 of whom were freed`, `of whom 12 fled`."""
    subject = first if chunks[first].number >= 0 else relative + 1
    if subject >= len(chunks) or chunks[subject].number < 0:
        return False
    verb = max(subject, relative) + 1
    return verb < len(chunks) and chunks[verb].kind is Kind.VERB


def _contact_clauses(analysis: Analysis) -> Iterator[Clause]:
    """Yield the clauses that follow their noun with no pronoun between: `protests he had led in July 2020`."""
    chunks, starts = analysis.chunks, analysis.sentence.starts
    for at, chunk in enumerate(chunks[1:-1], start=1):
        bearer = chunks[at - 1]
        follows = bearer.kind is Kind.NOUN_PHRASE and bearer.word != "what" and chunks[at + 1].kind is Kind.VERB
        if follows and chunk.kind is Kind.NOUN_PHRASE and chunk.word in _PRONOUNS and chunk.first == chunk.last:
            yield Clause(starts[chunk.first], _relative_end(analysis, at), backstory=False)


def _absolutes(analysis: Analysis) -> Iterator[Clause]:
    """Yield what `with` sets beside its sentence behind a comma: `, with six crimes occurring in earlier years`."""
    chunks, starts = analysis.chunks, analysis.sentence.starts
    for at, chunk in enumerate(chunks[1:-1], start=1):
        if chunk.kind is not Kind.PREPOSITION or chunk.word != "with" or chunks[at - 1].kind is not Kind.COMMA:
            continue
        ahead = range(at + 1, min(at + _LONGEST_BEARER, len(chunks)))
        verb = next((step for step in ahead if chunks[step].kind not in _NOMINAL), -1)
        if verb > at + 1 and is_gerund(analysis, chunks[verb]):
            yield Clause(starts[chunk.first], _relative_end(analysis, verb), backstory=True)


def glosses(analysis: Analysis) -> Iterator[Clause]:
    """Yield what only says more of a noun: `Founders Day, a feast marking the republic of 1925`, `which ended in 2021`.

    By words alone, since a sentence without numbers is not chunked.
    """
    words, starts = analysis.sentence.words, analysis.sentence.starts
    for at, word in enumerate(words):
        if word in _RELATIVES or (word in {"a", "an"} and words[at - 1 : at] == (",",)):
            ends = (
                starts[other]
                for other in range(at + 1, min(len(words), at + _LONGEST_CLAUSE))
                if words[other] in {",", ";"}
            )
            yield Clause(starts[at], next(ends, analysis.sentence.end), backstory=False)


def _is_counted_with(chunks: Sequence[Chunk], at: int) -> bool:
    """Tell whether a phrase shares the number of the one that `and` joins it to: `12 men and boys who vanished`."""
    joined = at > 1 and chunks[at].kind is Kind.NOUN_PHRASE and chunks[at - 1].kind is Kind.CONJUNCTION
    return joined and chunks[at - 2].number >= 0


def pasts(analysis: Analysis, *, perfect: bool) -> Iterator[Clause]:
    """Yield the relative clauses in the past, simple or perfect, that narrow a phrase with a number right before them.

    For `naturalized 40 refugees who fled in 1972` and `freed 12 men whom they had arrested in 2018`.
    """
    chunks, starts = analysis.chunks, analysis.sentence.starts
    for at, chunk in enumerate(chunks):
        if not at or chunk.kind is not Kind.RELATIVE or chunks[at - 1].number < 0:
            continue
        last = _past_end(analysis, at, perfect=perfect)
        if last > at:
            yield Clause(starts[chunk.first], analysis.sentence.ends[chunks[last].last], backstory=True)


def _past_end(analysis: Analysis, relative: int, *, perfect: bool) -> int:
    """Return the last chunk of a relative clause in the past, its date; -1 where it is in another tense."""
    told = -1
    for at, chunk in enumerate(analysis.chunks[relative : relative + _LONGEST_CLAUSE], relative):
        tells = _is_past_perfect if perfect else _is_simple_past
        if chunk.kind is Kind.VERB and told < 0 and not tells(analysis, chunk):
            return -1
        if chunk.kind in {Kind.SEMICOLON, Kind.COMMA} or (chunk.kind is Kind.VERB and told >= 0):
            return at - 1 if told >= 0 else -1
        told = at if chunk.kind is Kind.VERB else told
        if chunk.kind is Kind.DATE and told >= 0:
            # `As of` dates the number, wherever it stands (`hosted 900 persons who had fled as of May 3`).
            return told if analysis.sentence.words[chunk.first - 2 : chunk.first] == ("as", "of") else at
    return len(analysis.chunks) - 1 if told >= 0 else -1


def asides(analysis: Analysis) -> Iterator[Clause]:
    """Yield the parentheses in which a number stands."""
    starts = analysis.sentence.starts
    opened: int | None = None
    counts = False
    for chunk in analysis.chunks:
        if chunk.kind is Kind.OPEN:
            opened, counts = starts[chunk.first], False
        elif chunk.kind is Kind.CLOSE and opened is not None:
            if counts:
                yield Clause(opened, starts[chunk.first], backstory=False)
            opened = None
        counts = counts or chunk.number >= 0


def set_off_comparisons(analysis: Analysis) -> Iterator[Clause]:
    """Yield what compares with numbers of another time: `won 52 seats, down from 69 in 2014, and the League 38`.

    A comparison ends at the next comma or semicolon, with the parenthesis that it stands in, where `and` leads to a
    verb, or with the sentence.
    """
    chunks, words, starts = analysis.chunks, analysis.sentence.words, analysis.sentence.starts
    # Words that trail the last chunk (`compared with .`) are in none, and compare nothing.
    for at, (word, first) in enumerate(zip(words, analysis.chunk_at, strict=False)):
        if word not in _COMPARED and words[at : at + 2] not in _FROM_BEFORE:
            continue
        last = _comparison_end(chunks, first)
        if any(chunk.number >= 0 for chunk in chunks[first:last]):
            end = starts[chunks[last].first] if last < len(chunks) else analysis.sentence.end
            yield Clause(starts[at], end, backstory=False)


def _comparison_end(chunks: Sequence[Chunk], first: int) -> int:
    """Return the chunk at which a comparison ends, one past the last where nothing ends it."""
    opened = 0
    for at in range(first + 1, min(len(chunks), first + _LONGEST_CLAUSE)):
        kind = chunks[at].kind
        following = chunks[at + 1].kind if at + 1 < len(chunks) else None
        if kind is Kind.OPEN:
            opened += 1
        elif kind is Kind.CLOSE and opened:
            opened -= 1
        elif opened == 0 and (kind in _ENDS or (kind is Kind.CONJUNCTION and following is Kind.VERB)):
            return at
    return len(chunks)


def _is_past_perfect(analysis: Analysis, verb: Chunk) -> bool:
    return verb.kind is Kind.VERB and verb.last > verb.first and analysis.sentence.words[verb.first] == "had"


def _is_simple_past(analysis: Analysis, verb: Chunk) -> bool:
    """Tell whether a verb tells in the simple past what befell (`fled`, `were arrested`), not who counted it."""
    if verb.perfect or verb.modal is not None or verb.word in word_set("statements", "reporting"):
        return False
    return verb.form in {VerbForm.FINITE, VerbForm.PAST_OR_PARTICIPLE} and not is_present(analysis, verb)


def _opens_no_relative(analysis: Analysis, that: int) -> bool:
    """Tell whether `that` points at a time (`that month`), or opens what a verb of reporting says."""
    following = analysis.chunks[that + 1] if that + 1 < len(analysis.chunks) else None
    points = following is not None and following.kind is Kind.NOUN_PHRASE and following.word in _TIMES
    return points or _complements(analysis, that)


def _complements(analysis: Analysis, that: int) -> bool:
    """Tell whether `that` opens what a verb of reporting says (`informed parliament on May 2 that …`)."""
    before = next((chunk for chunk in reversed(analysis.chunks[:that]) if chunk.kind is Kind.VERB), None)
    bearing = that > 0 and analysis.chunks[that - 1].kind is Kind.NOUN_PHRASE
    return before is not None and before.word in word_set("statements", "telling" if bearing else "reporting")


def _relative_end(analysis: Analysis, relative: int) -> int:
    told = False
    for chunk in analysis.chunks[relative + 1 : relative + _LONGEST_CLAUSE]:
        if chunk.kind is Kind.SEMICOLON or (told and chunk.kind in {Kind.COMMA, Kind.CLOSE, Kind.DASH}):
            return analysis.sentence.starts[chunk.first]
        told = told or chunk.kind is Kind.VERB
    return analysis.sentence.end
