"""Ways through the chunks of a sentence: from a verb to its subject, from a complement to the noun that bears it."""

from functools import cache

from pipeline.facts.steps import after, back
from pipeline.language.chunking import chunk
from pipeline.language.chunks import Chunk, Kind, VerbForm
from pipeline.language.lexicon import Tag, lexicon, word_set, words_of
from pipeline.language.nouns import noun_class, singular
from pipeline.language.sentences import Sentence
from pipeline.numerals.phrases import is_phrase, is_plain_phrase, kind_at, phrase_text
from pipeline.numerals.quantities import Analysis

# A phrase after one of these belongs to the noun before it (`members of the association`, `rallies in the capital`).
_ATTACHING = frozenset({
    "of", "in", "for", "from", "at", "on", "with", "to", "against", "among", "within", "under", "near", "toward",
    "towards",
})  # fmt: skip
_NAMING = frozenset({"of", "for"})
_TO = frozenset({"to"})
# `executions in the Middle East and North Africa rose`
_JOINING = frozenset({"of", "for", "in", "from"})
# Only between capitals: `the Movement toward Justice`.
_NAMING_ANYTHING = _NAMING | {"toward", "towards"}


@cache
def _party_words() -> frozenset[str]:
    return frozenset(words_of("elections", "party_words"))


_REACH = 24
_FAR = 100
"""Chunks beyond which nothing governs a number: a bound on time, wide of any sentence that is read aloud."""
_AGES = frozenset({"age", "ages"})
_UNFINITE = frozenset({VerbForm.INFINITIVE, VerbForm.GERUND})


def bare_analysis(sentence: Sentence) -> Analysis:
    """Return the chunks of a sentence without reading its numerals, for a look back at what it speaks of."""
    return Analysis(sentence, (), chunk(sentence, ()), (), ())


def is_preposition(analysis: Analysis, index: int, words: frozenset[str]) -> bool:
    """Tell whether one of some prepositions stands at an index."""
    chunks = analysis.chunks
    return 0 <= index < len(chunks) and chunks[index].kind is Kind.PREPOSITION and chunks[index].word in words


def is_pronoun(phrase: Chunk) -> bool:
    """Tell whether a phrase is a pronoun."""
    return phrase.first == phrase.last and bool(lexicon().tags.get(phrase.word, 0) & Tag.PRONOUN)


def is_capital(analysis: Analysis, token: int) -> bool:
    """Tell whether a token begins with a capital as part of a name, not as what opens a sentence."""
    word = analysis.sentence.words[token]
    if not analysis.sentence.surfaces[token][0].isupper() or word in {"the", "a", "an"}:
        return False
    return token > 0 or not lexicon().tags.get(word, 0) & Tag.DETERMINER


def is_gerund(analysis: Analysis, verb: Chunk) -> bool:
    """Tell whether a verb group is a gerund, a passive one too (`for being convicted of theft`)."""
    return verb.form is VerbForm.GERUND or analysis.sentence.words[verb.first] == "being"


def head_of(phrase: Chunk) -> str:
    """Return the head noun of a phrase in the singular."""
    return singular(phrase.word)


def text_of(analysis: Analysis, text: str, index: int) -> str:
    """Return the words of a phrase without an opening determiner."""
    phrase = analysis.chunks[index]
    return phrase_text(analysis, text, phrase.first, phrase.last)


def base_of(analysis: Analysis, phrase: int) -> int:
    """Return the phrase that bears a complement (`the leader` in `the leader of the association`), else itself."""
    at = _first_half(analysis, phrase)
    while is_preposition(analysis, at - 1, _ATTACHING):
        before = back(analysis, at - 2)
        if not is_phrase(analysis, before):
            return at
        at = _first_half(analysis, before)
    return at


def over_ages(analysis: Analysis, phrase: int) -> int:
    """Return the phrase whose ages stand after it (`children ages 14 to 16`, `children between the ages of 14 and 16`).

    It is the phrase itself where it tells no age.
    """
    at = phrase
    while at > 0 and (
        analysis.chunks[at].word in _AGES or _is_bare_number(analysis, at) or _leads_to_age(analysis, at)
    ):
        at -= 1
    told = any(analysis.chunks[step].word in _AGES for step in range(at + 1, phrase + 1))
    number = analysis.chunks[phrase]
    younger = at == phrase - 1 and "than" in analysis.sentence.words[analysis.chunks[at].last : number.last]
    return at if (told or younger) and is_plain_phrase(analysis, at) else phrase


def _is_bare_number(analysis: Analysis, at: int) -> bool:
    chunk = analysis.chunks[at]
    return chunk.number >= 0 and chunk.last == analysis.readings[chunk.number].figure.last


def _leads_to_age(analysis: Analysis, at: int) -> bool:
    return kind_at(analysis, at) in {Kind.PREPOSITION, Kind.CONJUNCTION} and is_phrase(analysis, at + 1)


def _first_half(analysis: Analysis, phrase: int) -> int:
    """Return `Justice` for the last word of `Party of Justice and Development`, else the phrase itself."""
    joined = kind_at(analysis, phrase - 1) is Kind.CONJUNCTION and is_preposition(analysis, phrase - 3, _JOINING)
    if joined and _is_named(analysis, phrase) and _is_named(analysis, phrase - 2) and not _opens(analysis, phrase):
        return phrase - 2
    return phrase


def name_end(analysis: Analysis, phrase: int) -> int:
    """Return the last chunk of a name that opens at a phrase: `Party of Justice and Development`."""
    last = phrase
    bearer = analysis.chunks[phrase]
    words = analysis.sentence.words
    known = any(words[at] in _party_words() and is_capital(analysis, at) for at in range(bearer.first, bearer.last + 1))
    while (_names_on(analysis, last + 1) or _aims_at(analysis, last, known=known)) and _is_named(analysis, last + 2):
        if _opens_with_title(analysis, last + 2):
            # `the Patriotic Movement of President Diallo`: whose it is, and no part of its name.
            return last
        if not known and (_opens(analysis, last + 2) or _has_given_name(analysis, phrase)):
            # `Amina Diallo of the National Party` is a person.
            return last
        last += 2
        conjunct = last + 2
        if (
            kind_at(analysis, last + 1) is Kind.CONJUNCTION
            and _is_named(analysis, conjunct)
            and not _opens(analysis, conjunct)
        ):
            last = conjunct
    return last


def _opens_with_title(analysis: Analysis, index: int) -> bool:
    words = analysis.sentence.words[analysis.chunks[index].first : analysis.chunks[index].last + 1]
    return len(words) > 1 and words[0] in word_set("elections", "titles") - _party_words()


def _names_on(analysis: Analysis, index: int) -> bool:
    """Tell whether a preposition may stand inside a name: `of`, `for`, or one in capitals (`Movement Towards X`)."""
    if is_preposition(analysis, index, _NAMING_ANYTHING):
        return True
    return kind_at(analysis, index) is Kind.PREPOSITION and is_capital(analysis, analysis.chunks[index].first)


def _aims_at(analysis: Analysis, last: int, *, known: bool) -> bool:
    """Tell whether `to` stands inside the name of a party: `the Movement to Socialism`."""
    aims = known and is_preposition(analysis, last + 1, _TO) and is_plain_phrase(analysis, last + 2)
    return aims and not _opens(analysis, last + 2)


def _has_given_name(analysis: Analysis, index: int) -> bool:
    """Tell whether a phrase ends in two capitalized words, as a person's name does."""
    bearer = analysis.chunks[index]
    return bearer.last > bearer.first and is_capital(analysis, bearer.last - 1)


def _is_named(analysis: Analysis, index: int) -> bool:
    if not is_plain_phrase(analysis, index):
        return False
    found = analysis.chunks[index]
    named = analysis.sentence.surfaces[found.last][0].isupper()
    # `Rally of Republicans party`: the common noun after a name belongs to the whole.
    closes = found.word in word_set("elections", "party_heads") or noun_class(found.word) == "place"
    return named or (found.last > found.first and closes and is_capital(analysis, found.last - 1))


def _opens(analysis: Analysis, index: int) -> bool:
    """Tell whether a phrase begins with a determiner, and so is a phrase of its own and no second half of a name."""
    first = analysis.sentence.words[analysis.chunks[index].first]
    return bool(lexicon().tags.get(first, 0) & Tag.DETERMINER)


def subject_of(analysis: Analysis, verb: int) -> int:
    """Return the phrase that heads the subject of a verb; -1 where the sentence names none.

    Goes back over asides, relative clauses and the objects of verbs before it: `winning 36` has the subject of the
    clause before the comma, `which won 54` its antecedent, and `to pay` in `ordered the daily to pay` the daily.
    """
    at, crossed = verb, False
    direct = back(analysis, verb - 1)
    closing = kind_at(analysis, direct) is Kind.COMMA
    for _ in range(_REACH):
        at = back(analysis, at - 1)
        kind = kind_at(analysis, at)
        if kind is None or kind is Kind.SEMICOLON:
            return -1
        if kind is not Kind.NOUN_PHRASE:
            crossed = True
            continue
        phrase = base_of(analysis, at)
        if kind_at(analysis, direct) is Kind.RELATIVE:
            # The antecedent, whatever its own part in the clause before.
            return phrase
        before = back(analysis, phrase - 1)
        step = _beyond(analysis, verb, before, crossed=crossed)
        explained = kind_at(analysis, before) is Kind.COMMA and is_phrase(analysis, back(analysis, before - 1))
        if step < 0 and closing and explained:
            # What stands between the commas explains the phrase before them.
            closing, at = False, before
            continue
        if step < 0 and crossed and kind_at(analysis, before) is Kind.RELATIVE:
            # `The penalty for rape where death occurred was 22 years`: the clause within has a subject of its own.
            closing, at = False, before
            continue
        if step < 0 and closing and (opening := _before_listed_aside(analysis, before)) >= 0:
            # `The Accord, led by the Union and the Farmers, won`
            closing, at = False, opening
            continue
        if step < 0 and closing and _opens_aside(analysis, before):
            # `The penalty for fraud, including tax fraud, was two years`
            closing, at = False, back(analysis, before - 1)
            continue
        if step < 0:
            return phrase
        closing, crossed, at = False, True, step
    return -1


def _before_listed_aside(analysis: Analysis, conjunction: int) -> int:
    """Return the comma before a participle that governs a list of which a conjunction joins the last; -1 for none."""
    if kind_at(analysis, conjunction) is not Kind.CONJUNCTION:
        return -1
    at = back(analysis, conjunction - 1)
    while is_phrase(analysis, at) and kind_at(analysis, back(analysis, at - 1)) in {Kind.COMMA, Kind.PREPOSITION}:
        at = back(analysis, at - 1)
        verb = back(analysis, at - 1)
        if kind_at(analysis, at) is Kind.PREPOSITION and kind_at(analysis, verb) is Kind.VERB:
            comma = back(analysis, verb - 1)
            bare = analysis.chunks[verb].form is VerbForm.PAST_OR_PARTICIPLE
            return comma if bare and kind_at(analysis, comma) is Kind.COMMA and comma > 0 else -1
        at = verb
    return -1


def _opens_aside(analysis: Analysis, preposition: int) -> bool:
    """Tell whether a preposition behind a comma opens what is set beside the phrase before that comma."""
    comma = back(analysis, preposition - 1)
    return kind_at(analysis, preposition) is Kind.PREPOSITION and comma > 0 and kind_at(analysis, comma) is Kind.COMMA


def _beyond(analysis: Analysis, verb: int, before: int, *, crossed: bool) -> int:
    """Return where to go on back, where a phrase is the object of a verb or preposition; -1 where it is a subject."""
    chunks = analysis.chunks
    kind = kind_at(analysis, before)
    if kind is Kind.PREPOSITION:
        outer = back(analysis, before - 1)
        return before if kind_at(analysis, outer) in {Kind.VERB, Kind.NOUN_PHRASE} else -1
    if kind is not Kind.VERB:
        return -1
    if chunks[verb].form is VerbForm.INFINITIVE and not crossed:
        return -1
    narrows = kind_at(analysis, back(analysis, before - 1)) is Kind.RELATIVE
    if (
        not (crossed or narrows)
        and chunks[before].word in word_set("statements", "reporting")
        and chunks[before].form not in _UNFINITE
    ):
        # A clause is said, but in `outlets that publish lies may be fined` the object is no subject.
        return -1
    return before


def apposition_of(analysis: Analysis, phrase: int) -> int:
    """Return the phrase that explains another between commas (`the incumbent, Amina Diallo, won`); -1 for none."""
    at = after(analysis, phrase + 1)
    while is_preposition(analysis, at, _ATTACHING) and is_phrase(analysis, at + 1):
        at = after(analysis, at + 2)
    if kind_at(analysis, at) is not Kind.COMMA or not is_plain_phrase(analysis, at + 1):
        return -1
    end = after(analysis, at + 2)
    while is_preposition(analysis, end, _ATTACHING) and is_phrase(analysis, end + 1):
        end = after(analysis, end + 2)
    return at + 1 if kind_at(analysis, end) is Kind.COMMA else -1


def verb_before(analysis: Analysis, index: int) -> int:
    """Return the nearest verb before a chunk in its stretch between semicolons; -1 where there is none."""
    for at in range(index - 1, max(-1, index - _FAR), -1):
        kind = analysis.chunks[at].kind
        if kind is Kind.VERB:
            return at
        if kind is Kind.SEMICOLON:
            return -1
    return -1
