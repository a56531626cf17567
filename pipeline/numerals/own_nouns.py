"""The noun in the phrase of its number: `12 senior members`, `660 and 1,140 detainees`, `a 76-seat chamber`."""

from dataclasses import replace

from pipeline.language.chunks import Kind, VerbForm
from pipeline.language.lexicon import Tag, lexicon, values_of, word_set
from pipeline.language.neighbours import is_adjective
from pipeline.language.nouns import class_of, noun_class, singular, singular_at
from pipeline.numerals.counted import Counted, Source, counting_words
from pipeline.numerals.phrases import (
    is_bare,
    is_capitalized,
    is_chunk,
    is_phrase,
    is_plain_phrase,
    last_token,
    noun_of,
    phrase_text,
)
from pipeline.numerals.quantities import Analysis, Quantity

_BODIES = frozenset({None, "place", "organization", "party"})
# Numbers of one list, the last with the unit of all.
_MOST_LISTED = 6
_SERIAL = frozenset({"consecutive", "successive", "separate", "additional", "renewable", "nonconsecutive", "staggered"})
_TELLING_WHEN = frozenset({"later", "ago", "earlier", "before", "after", "old", "prior"})


def hyphenated_noun(analysis: Analysis, quantity: Quantity) -> Counted:
    """Return the word that a hyphen joins to a number (`a 76-seat chamber`: seats; `a five-pointed star`: points)."""
    at = analysis.readings[quantity.reading].figure.last + 2
    word = analysis.sentence.words[at]
    noun = _noun_of_adjective(word) or singular(word)
    return Counted(analysis.sentence.surfaces[at], noun, noun_class(word), Source.OWN, quantity.chunk)


def _noun_of_adjective(word: str) -> str | None:
    """Return the noun of which an adjective tells how many there are: `chambered`, `storied`, `wheeled`, `sided`."""
    if not word.endswith("ed") or len(word) < _SHORTEST_ADJECTIVE:
        return None
    if word.endswith("ied"):
        return f"{word[:-3]}y"
    stems = (word[:-1], word[:-2])
    return next((stem for stem in stems if lexicon().tags.get(stem, 0) & Tag.NOUN), stems[-1])


_SHORTEST_ADJECTIVE = 5


def noun_of_sized(analysis: Analysis, quantity: Quantity, text: str) -> Counted | None:
    """Read `five 24-hour hotlines`, `two 12-year terms`: the noun stands behind another number, which only sizes it."""
    index, words = quantity.chunk + 1, analysis.sentence.words
    bare = is_bare(analysis, quantity) or _is_serial(analysis, quantity)
    if not bare or not is_phrase(analysis, index) or analysis.chunks[index].number < 0:
        return None
    chunk = analysis.chunks[index]
    other, figure = analysis.quantities[chunk.number], analysis.readings[chunk.number].figure
    if other is None or words[figure.last + 1 : figure.last + 2] not in {("-",), ("‑",)} or figure.first != chunk.first:
        return None
    first = (other.measure.last if other.measure is not None else figure.last + 2) + 1
    if first > chunk.head:
        return None
    noun = words[chunk.head]
    capital = is_capitalized(analysis.sentence.surfaces[chunk.head])
    counted = phrase_text(analysis, text, first, chunk.head)
    return Counted(counted, singular(noun), class_of(words, chunk.head), Source.OWN, index, capital=capital)


def _is_serial(analysis: Analysis, quantity: Quantity) -> bool:
    """Tell whether only an adjective stands between a number and the next: `two consecutive five-year terms`."""
    chunk = analysis.chunks[quantity.chunk]
    return chunk.word in _SERIAL and chunk.head == analysis.readings[quantity.reading].figure.last + 1


def shared_noun(analysis: Analysis, quantity: Quantity, text: str) -> Counted | None:
    """Read `660 and 1,140 detainees`, `20 sex trafficking and 13 labor trafficking victims`: the noun stands once."""
    chunks, index = analysis.chunks, quantity.chunk
    index += _is_paired(analysis, quantity)
    if index + 2 >= len(chunks) or not (is_bare(analysis, quantity) or awaits_noun(analysis, quantity)):
        return None
    link, following = chunks[index + 1], chunks[index + 2]
    if link.kind is Kind.COMMA and (last := _last_of_list(analysis, index)) >= 0:
        link, following = chunks[last - 1], chunks[last]
    if link.word not in {"and", "to", "or"} or following.number < 0:
        return None
    other = analysis.quantities[following.number]
    if other is None or other.measure is not None:
        return None
    # `52 tax evasion and 18 perjury`: neither has a noun.
    found = None if awaits_noun(analysis, other) else own_noun(analysis, other, text)
    named = is_capitalized(analysis.sentence.surfaces[chunks[index].head])
    # `20 Syrian and 30 Iraqi refugees` share a noun, `20,000 Sudanese and 30,000 Chadians` do not.
    return None if named and found is not None and found.capital else found


def _last_of_list(analysis: Analysis, index: int) -> int:
    """Return the number with the noun of three or more: the last of `killed 12, 15, and nine inmates`; -1 for none."""
    at, commas = index, 0
    for _ in range(_MOST_LISTED):
        comma = is_chunk(analysis, at + 1, Kind.COMMA)
        closes = is_chunk(analysis, at + 1 + comma, Kind.CONJUNCTION)
        step, commas = at + 1 + comma + closes, commas + comma
        if not comma or not is_phrase(analysis, step) or analysis.chunks[step].number < 0:
            return -1
        other = analysis.quantities[analysis.chunks[step].number]
        if other is None or not is_bare(analysis, other):
            return step if closes and commas > 1 else -1
        at = step
    return -1


def _is_paired(analysis: Analysis, quantity: Quantity) -> bool:
    """Tell whether a participle after a bare number stands for a noun: `two confirmed and 29 potential victims`."""
    at = quantity.chunk + 1
    told = is_bare(analysis, quantity) and is_chunk(analysis, at, Kind.VERB)
    return told and analysis.sentence.words[analysis.chunks[at].head] in counting_words().paired_participles


def noun_of_listed(analysis: Analysis, quantity: Quantity, text: str) -> Counted | None:
    """Read `1,075 xenophobic, racist, or anti-Semitic offenses`: the noun stands after the last of its adjectives."""
    at, chunks = quantity.chunk, analysis.chunks
    if is_bare(analysis, quantity) or not _awaits_plural(analysis, quantity):
        return None
    joined = is_chunk(analysis, at + 1, Kind.CONJUNCTION)
    if joined and (_is_modifier(analysis, at) or _are_of_two_bodies(analysis, at) or _makes_compound(analysis, at)):
        return _noun_of_two_modifiers(analysis, quantity, text)
    for _ in range(_MOST_LISTED):
        comma = is_chunk(analysis, at + 1, Kind.COMMA)
        closes = is_chunk(analysis, at + 1 + comma, Kind.CONJUNCTION)
        step = at + 1 + comma + closes
        if not comma or not is_plain_phrase(analysis, step):
            return None
        word = chunks[step].word
        if singular(word) != word:
            listed = closes and at > quantity.chunk
            return noun_of(analysis, step, text, Source.OWN) if listed else None
        at = step
    return None


def _is_modifier(analysis: Analysis, index: int) -> bool:
    """Tell whether a phrase ends in a word that narrows a noun: an adjective, a participle, a people’s name."""
    chunk, tags = analysis.chunks[index], lexicon().tags.get(analysis.chunks[index].word, 0)
    named = is_capitalized(analysis.sentence.surfaces[chunk.head])
    return named or bool(tags & Tag.VERB_PARTICIPLE) or is_adjective(chunk.word, tags)


def _are_of_two_bodies(analysis: Analysis, index: int) -> bool:
    """Tell whether persons follow two nouns that say where they belong: `85 prison and jail inmates`."""
    second = index + 2
    if noun_class(analysis.chunks[index].word) not in _BODIES or not is_plain_phrase(analysis, second):
        return False
    phrase = analysis.chunks[second]
    opener = analysis.sentence.words[phrase.first]
    tags = lexicon().tags.get(opener, 0)
    narrows = tags & Tag.VERB_PARTICIPLE or is_adjective(opener, tags)
    return not narrows and noun_class(phrase.word) == "person"


def _makes_compound(analysis: Analysis, index: int) -> bool:
    """Tell whether two nouns share the one behind them: `nine theft and arson cases`.

    Nouns for persons are counted themselves: `12 clergy and parish members`.
    """
    second = index + 2
    if not is_plain_phrase(analysis, second) or noun_class(analysis.chunks[index].word) == "person":
        return False
    phrase, words = analysis.chunks[second], analysis.sentence.words
    opener = words[phrase.first]
    tags = lexicon().tags.get(opener, 0)
    plain = singular(opener) == opener and not tags & (Tag.VERB_PARTICIPLE | Tag.VERB_GERUND)
    return phrase.head == phrase.first + 1 and plain and not is_adjective(opener, tags) and words[phrase.head] != opener


def _noun_of_two_modifiers(analysis: Analysis, quantity: Quantity, text: str) -> Counted | None:
    """Read `300 Syrian and Iraqi refugees`, `12 armed and masked men`: the noun stands after the second modifier."""
    second = quantity.chunk + 2
    if not is_plain_phrase(analysis, second):
        return None
    phrase = analysis.chunks[second]
    opener = lexicon().tags.get(analysis.sentence.words[phrase.first], 0)
    closed = opener & (Tag.DETERMINER | Tag.PRONOUN)
    # `four current and former deputy governors`: more may narrow the noun behind an adjective.
    longer = phrase.head > phrase.first + 1 and is_adjective(analysis.sentence.words[phrase.first], opener)
    narrowed = phrase.head == phrase.first + 1 or longer
    if closed or not narrowed or singular(phrase.word) == phrase.word:
        return None
    told = phrase_text(analysis, text, last_token(analysis, quantity) + 1, phrase.last)
    return replace(noun_of(analysis, second, text, Source.OWN), text=told)


def _awaits_plural(analysis: Analysis, quantity: Quantity) -> bool:
    """Tell whether the phrase of a number over one ends in a singular."""
    word = analysis.chunks[quantity.chunk].word
    several = quantity.value is not None and quantity.value > 1
    return several and singular(word) == word and word.isalpha() and word not in counting_words().elided_heads


def shared_time(analysis: Analysis, quantity: Quantity) -> Counted | None:
    """Read `received 12, 10, and four years in prison`: the unit of time stands once, after the last number."""
    if not is_bare(analysis, quantity):
        return None
    at, commas = quantity.chunk, 0
    for _ in range(_MOST_LISTED):
        comma = is_chunk(analysis, at + 1, Kind.COMMA)
        link = at + 1 + comma
        closes = is_chunk(analysis, link, Kind.CONJUNCTION)
        step = link + closes
        commas += comma
        if not (comma or closes) or not is_phrase(analysis, step) or analysis.chunks[step].number < 0:
            return None
        other = analysis.quantities[analysis.chunks[step].number]
        if other is None or not (other.measure is not None or is_bare(analysis, other)):
            return None
        if other.measure is not None:
            # After `and` alone, or a comma in a list of three: `killed 12, and two years later` is no list.
            listed = closes and (not comma or commas > 1)
            return _unit_of_list(analysis, other) if listed else None
        at = step
    return None


def _unit_of_list(analysis: Analysis, last: Quantity) -> Counted | None:
    """Return the unit of time of the last number of a list; null for another unit, and for a distance in time."""
    measure = last.measure
    if measure is None or measure.word is None or measure.unit not in values_of("units", "time").values():
        return None
    following = analysis.sentence.words[measure.last + 1 : measure.last + 2]
    if following and following[0] in _TELLING_WHEN:
        return None
    return Counted(measure.word, measure.unit, None, Source.OWN, last.chunk)


def awaits_noun(analysis: Analysis, quantity: Quantity) -> bool:
    """Tell whether the phrase of a number over one ends in a singular of no known class, which only narrows a noun."""
    return noun_class(analysis.chunks[quantity.chunk].word) is None and _awaits_plural(analysis, quantity)


def own_noun(analysis: Analysis, quantity: Quantity, text: str) -> Counted | None:
    """Return the noun that follows a number in its phrase, with what is coordinated with it; null where it has none."""
    sentence, chunk = analysis.sentence, analysis.chunks[quantity.chunk]
    first = last_token(analysis, quantity) + 1
    head = _head(analysis, quantity.chunk, first)
    if _leaves_noun_out(analysis, quantity, head):
        return None
    if chunk.last < first or head < first or lexicon().tags.get(sentence.words[head], 0) & Tag.PRONOUN:
        return None
    found = Counted(
        phrase_text(analysis, text, first, head),
        singular_at(sentence.words, head),
        class_of(sentence.words, head),
        Source.OWN,
        quantity.chunk,
        capital=is_capitalized(sentence.surfaces[head]),
    )
    return with_coordinated(analysis, found, first, head, text)


def _leaves_noun_out(analysis: Analysis, quantity: Quantity, head: int) -> bool:
    """Tell whether what follows several is what they got: `40 were granted asylum, 17 subsidiary protection`."""
    several = quantity.value is not None and quantity.value > 1
    return several and analysis.sentence.words[head] in word_set("nouns", "mass")


def with_coordinated(analysis: Analysis, found: Counted, first: int, head: int, text: str) -> Counted:
    """Return a counted noun, from a token to its head, with the nouns of its class that are coordinated with it."""
    last = _end_of_coordination(analysis, found.chunk, head)
    if last == head:
        return found
    word = analysis.chunks[analysis.chunk_at[last]].word
    joined = phrase_text(analysis, text, first, last)
    return replace(found, text=joined, head=singular(word), kind=noun_class(word))


def _head(analysis: Analysis, index: int, first: int) -> int:
    """Return the head of a phrase without the words after it that are no noun (`nine persons dead`, `two more`)."""
    words, lists = analysis.sentence.words, counting_words()
    head = analysis.chunks[index].head
    while head >= first and (
        words[head] in lists.elided_heads or words[head] in lists.postpositive or words[head] == "'s"
    ):
        head -= 1
    if head < first and noun_class(words[analysis.chunks[index].head]) == "person":
        # `counted 817 dead`: a noun of its own where no other stands before it.
        return analysis.chunks[index].head
    return head


def _end_of_coordination(analysis: Analysis, index: int, head: int) -> int:
    """Return the last token of nouns of the same class joined to the counted one (`cities and towns`), else its own."""
    kind = noun_class(analysis.sentence.words[head])
    if kind is None or kind == "person_event":
        # `40 deaths and injuries`: the first decides, the second is told beside it.
        return head
    at = index
    while (following := _next_conjunct(analysis, index, at, kind)) >= 0:
        at = following
    if at == index:
        return head
    # A comma alone sets off an apposition (`553 minors, homeless`), and a longer list goes on with something else.
    return analysis.chunks[at].last if is_chunk(analysis, at - 1, Kind.CONJUNCTION) else head


def _next_conjunct(analysis: Analysis, index: int, at: int, kind: str) -> int:
    """Return the chunk after a comma or `and` that names things of the same kind, uncounted; -1 where there is none."""
    step = at + 1
    comma = is_chunk(analysis, step, Kind.COMMA)
    if comma and is_chunk(analysis, step + 1, Kind.CONJUNCTION):
        step += 1
    if not (comma or is_chunk(analysis, step, Kind.CONJUNCTION)) or not is_phrase(analysis, step + 1):
        return -1
    phrase = analysis.chunks[step + 1]
    opener = lexicon().tags.get(analysis.sentence.words[phrase.first], 0)
    if phrase.number >= 0 or opener & (Tag.DETERMINER | Tag.PRONOUN) or noun_class(phrase.word) != kind:
        return -1
    return -1 if _governs_next(analysis, index, step + 1) else step + 1


def _governs_next(analysis: Analysis, index: int, candidate: int) -> bool:
    """Tell whether a noun after `and` is the subject of a verb of its own, so that a new clause begins with it."""
    if not is_chunk(analysis, candidate + 1, Kind.VERB) or analysis.chunks[candidate + 1].form is VerbForm.GERUND:
        # `91,000 refugees and asylum seekers living in camps`: a gerund narrows them.
        return False
    verb = analysis.chunks[candidate + 1]
    done = verb.form is VerbForm.PAST_OR_PARTICIPLE and verb.word not in word_set("verbs", "intransitive")
    if done and not verb.passive and is_chunk(analysis, candidate + 2, Kind.PREPOSITION):
        # `394 refugees and asylum seekers registered with the agency`: so does what was done to them.
        return False
    for at in range(index - 1, max(-1, index - 5), -1):
        if is_chunk(analysis, at, Kind.SUBORDINATOR):
            # `reported that 20 refugees and migrants lived`: what governs the clause governs no object in it.
            return False
        if is_chunk(analysis, at, Kind.VERB):
            # `reported 20 women and girls were missing` leaves `that` out.
            return at != index - 1 or analysis.chunks[at].word not in word_set("statements", "reporting")
    return False
