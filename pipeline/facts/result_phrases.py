"""Phrases that name somebody in election results: where a name begins and ends, over its short form and its halves."""

from functools import cache

from pipeline.facts.clauses import base_of, is_capital, is_preposition, name_end
from pipeline.language.chunks import QUOTES, Kind
from pipeline.language.lexicon import Tag, lexicon, word_set
from pipeline.language.nouns import noun_class, singular
from pipeline.numerals.phrases import is_plain_phrase, kind_at
from pipeline.numerals.quantities import Analysis
from pipeline.record import record

WITHIN = frozenset({"of", "in", "on", "from"})
"""Prepositions of what a winner belongs to or stands in."""
_PARTICLES = frozenset({
    "al", "bin", "ben", "ibn", "el", "de", "da", "di", "du", "van", "von", "der", "ould", "ag", "y", "e", "dos", "del",
    "la", "le", "ul",
})  # fmt: skip
_OF = frozenset({"of"})
_FOR = frozenset({"for"})
_STROKES = frozenset({"/", "+"})
_JOINTS = frozenset({"'s", "'", "’", "-", "–"}) | _STROKES
_LEANING = frozenset({"pro", "anti"})
# Tokens of `Pro-Western` after its first.
_PREFIXED = 2


@record
class Named:
    """Tokens of a phrase that names somebody; `end` is the last token with complements (`Party of Justice`)."""

    first: int
    last: int
    head: int
    end: int


def named_chunk(analysis: Analysis, index: int) -> Named | None:
    """Return the phrase at an index as a name with its complements; null outside the sentence."""
    if not 0 <= index < len(analysis.chunks):
        return None
    chunk = analysis.chunks[index]
    if (bearer := _before_short_form(analysis, index)) >= 0:
        return named_chunk(analysis, bearer)
    if _goes_on_behind_stroke(analysis, index) and (whole := named_chunk(analysis, index + 2)) is not None:
        return whole
    tail = analysis.chunks[name_end(analysis, index)]
    classed = (
        tail is not chunk and tail.word in word_set("elections", "party_heads") and not is_capital(analysis, tail.last)
    )
    end = tail.last - 1 if classed else tail.last
    borne = index + 2
    if is_preposition(analysis, index + 1, _OF) and is_plain_phrase(analysis, borne):
        complement = analysis.chunks[borne]
        if set(analysis.sentence.words[complement.first : complement.last + 1]) & word_set("elections", "group_words"):
            end = max(end, complement.last)
    return Named(_first_of(analysis, index), chunk.last, chunk.head, end)


def _before_short_form(analysis: Analysis, index: int) -> int:
    """Return the name before its short form and `party`: `the Pact for Renewal (PNR) party`; -1 where none stands."""
    chunk, opening = analysis.chunks[index], index - 3
    alone = chunk.first == chunk.last and chunk.word in word_set("elections", "party_heads")
    if not alone or opening < 1 or analysis.chunks[opening].kind is not Kind.OPEN or is_capital(analysis, chunk.last):
        return -1
    named = is_plain_phrase(analysis, opening - 1) and is_capital(analysis, analysis.chunks[opening - 1].last)
    return base_of(analysis, opening - 1) if named else -1


def _goes_on_behind_stroke(analysis: Analysis, index: int) -> bool:
    """Tell whether a name goes on behind a stroke: `the Congress/Union`, `the UDF+PAX coalition`."""
    last = index + 2
    if last >= len(analysis.chunks) or not _is_stroke(analysis, index + 1):
        return False
    named = is_capital(analysis, analysis.chunks[index].last)
    return named and is_plain_phrase(analysis, last) and is_capital(analysis, analysis.chunks[last].first)


def _is_stroke(analysis: Analysis, index: int) -> bool:
    """Tell whether a mark joins two halves of a name: a stroke, or a dash without spaces (`Union–Farmers’ Party`)."""
    mark, sentence = analysis.chunks[index], analysis.sentence
    if mark.word in _STROKES:
        return True
    if mark.word != "–" or not 0 < mark.first < len(sentence.words) - 1:
        return False
    before, behind = mark.first - 1, mark.first + 1
    return sentence.ends[before] == sentence.starts[mark.first] and sentence.ends[mark.first] == sentence.starts[behind]


def _first_of(analysis: Analysis, index: int) -> int:
    """Return the first token of a name that `and` parts: of `the Law and Justice party` the article."""
    chunk, before = analysis.chunks[index], index - 2
    if before >= 0 and _is_stroke(analysis, index - 1) and is_plain_phrase(analysis, before):
        # `the National Congress/Union`
        return analysis.chunks[before].first if is_capital(analysis, analysis.chunks[before].last) else chunk.first
    opened = bool(lexicon().tags.get(analysis.sentence.words[chunk.first], 0) & Tag.DETERMINER)
    joined = not opened and chunk.word in word_set("elections", "party_heads") and is_capital(analysis, chunk.first)
    if joined and analysis.chunks[index - 1].word == "and" and is_plain_phrase(analysis, before):
        first, last = analysis.chunks[before].first, analysis.chunks[before].last
        if analysis.sentence.words[first] == "the" and is_capital(analysis, last):
            return first
    return chunk.first


def named_tokens(analysis: Analysis, first: int, last: int, head: int) -> Named:
    """Return a part of a phrase as a name."""
    del analysis
    return Named(first, last, head, last)


def can_win(analysis: Analysis, index: int) -> bool:
    """Tell whether a phrase may name a winner: it has a capital, or its noun is a party, contender or group."""
    chunk = analysis.chunks[index]
    noun = singular(chunk.word)
    if noun in word_set("elections", "generic") or noun in word_set("elections", "not_bodies"):
        # `the Congress for Democracy` is no body.
        aim = index + 2
        is_party = is_preposition(analysis, index + 1, _FOR) and is_plain_phrase(analysis, aim)
        return is_party and is_capital(analysis, chunk.last) and is_capital(analysis, analysis.chunks[aim].last)
    known = (
        word_set("elections", "contenders")
        | word_set("elections", "party_words")
        | word_set("elections", "groups")
        | word_set("elections", "members")
        | word_set("elections", "placeholders")
    )
    if noun in known - {"seat"}:
        return True
    return (
        any(is_capital(analysis, token) for token in range(chunk.first, chunk.last + 1)) and noun_class(noun) != "place"
    )


def stands_before_class(analysis: Analysis, index: int) -> bool:
    """Tell whether `party` stands behind a name and its meaning in parentheses: `the nationalist Zora (Dawn) party`."""
    closing = index + 3
    enclosed = kind_at(analysis, index + 1) is Kind.OPEN and kind_at(analysis, closing) is Kind.CLOSE
    return enclosed and is_plain_phrase(analysis, closing + 1) and _before_short_form(analysis, closing + 1) >= 0


def run_start(analysis: Analysis, named: Named) -> int:
    """Return the token at which the capitalized words that end a phrase begin."""
    sentence = analysis.sentence
    at = named.last
    while at > named.first and (_joins(analysis, at - 1, named.first) or is_capital(analysis, at - 1)):
        at -= 1
    while at < named.last and not (sentence.surfaces[at][0].isupper() or _opens_with_particle(analysis, at)):
        at += 1
    if sentence.words[at] in _LEANING and sentence.words[at + 1 : at + 2] == ("-",) and at + _PREFIXED < named.last:
        # `Pro-Western Unity`
        return at + _PREFIXED + 1
    behind = at < named.last and sentence.words[at - 1 : at] == ("-",) and sentence.words[at - 2] in _LEANING
    # `the pro-Western Unity`
    return at + 1 if behind else at


def _joins(analysis: Analysis, token: int, first: int) -> bool:
    word = analysis.sentence.words[token]
    if word in {"'s", "'", "’"}:
        return token > first and singular(analysis.sentence.words[token - 1]) in _possessing()
    if word in _PARTICLES and token == first:
        return _opens_with_particle(analysis, token)
    return word in _JOINTS or word in QUOTES or (word in _PARTICLES | {"and"} and token > first)


def _opens_with_particle(analysis: Analysis, token: int) -> bool:
    """Tell whether a hyphen joins a particle to the name behind it: `al-Nur`."""
    words = analysis.sentence.words
    return words[token] in _PARTICLES and words[token + 1 : token + 2] == ("-",)


@cache
def _possessing() -> frozenset[str]:
    return frozenset(singular(word) for word in word_set("elections", "possessing")) | word_set(
        "elections", "possessing"
    )
