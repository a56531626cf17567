"""The source of a statement: which phrase names it, how far its name reaches, how it is written (CODING.md 5)."""

from functools import cache

from pipeline.facts.source_names import NAME_LINKS, is_capital, name_of_source
from pipeline.language.chunks import Chunk, Kind, VerbForm
from pipeline.language.lexicon import Tag, lexicon, word_set, words_of
from pipeline.language.nouns import noun_class, singular
from pipeline.numerals.numeral import Role
from pipeline.numerals.phrases import is_phrase, is_plain_phrase, kind_at, phrase_text
from pipeline.numerals.quantities import Analysis

# Events and numbers state nothing; bodies and their papers do.
_MUTE_CLASSES = frozenset({"person_event", "case", "vote", "seat"})


@cache
def figure_nouns() -> frozenset[str]:
    """Return the nouns of figures and papers that state for whoever made them (`data`, `report`)."""
    return frozenset(words_of("statements", "source_nouns"))


@cache
def _papers() -> frozenset[str]:
    return frozenset(words_of("statements", "papers"))


@cache
def _mute() -> frozenset[str]:
    return frozenset((*words_of("statements", "not_sources"), *words_of("context", "weekdays")))


def is_figures(phrase: Chunk) -> bool:
    """Tell whether a phrase names figures or a paper, not who made them."""
    return phrase.word in figure_nouns() or singular(phrase.word) in figure_nouns()


def source_at(analysis: Analysis, text: str, first: int) -> tuple[str, int]:
    """Return the name of the source that begins at a chunk, and the last chunk of it."""
    last = _name_end(analysis, first)
    phrase = analysis.chunks[first]
    if is_figures(phrase):
        maker = _maker(analysis, text, first)
        if maker is not None:
            return maker
    named = last + 4
    if _is_abbreviated(analysis, first, last) and _is_name_at(analysis, named):
        # `the nongovernmental organization (NGO) Vigil`
        return source_at(analysis, text, named)
    owner = last + 2
    if _is_owner(analysis, owner):
        # `the Ministry of Labor’s annual report`: the name ends at the possessive.
        return phrase_text(analysis, text, phrase.first, analysis.chunks[owner].genitive - 1), owner
    return name_of_source(analysis, text, phrase, analysis.chunks[last].last), last


def _is_abbreviated(analysis: Analysis, first: int, last: int) -> bool:
    """Tell whether a common noun stands at a chunk, with its abbreviation in parentheses behind it."""
    kinds = tuple(kind_at(analysis, last + step) for step in (1, 2, 3))
    common = first == last and not is_capital(analysis, analysis.chunks[first].head)
    return common and kinds == (Kind.OPEN, Kind.NOUN_PHRASE, Kind.CLOSE)


def _is_name_at(analysis: Analysis, index: int) -> bool:
    return is_plain_phrase(analysis, index) and is_capital(analysis, analysis.chunks[index].head)


def _is_owner(analysis: Analysis, index: int) -> bool:
    """Tell whether the end of a name, after its preposition, owns figures or a paper."""
    if not is_phrase(analysis, index) or kind_at(analysis, index - 1) is not Kind.PREPOSITION:
        return False
    owner = analysis.chunks[index]
    return analysis.chunks[index - 1].word in {"of", "for"} and owner.genitive > 0 and is_figures(owner)


def _maker(analysis: Analysis, text: str, first: int) -> tuple[str, int] | None:
    """Return who made the figures: `the institute’s data`, `data from the ministry`, `a report issued by the group`."""
    phrase, chunks = analysis.chunks[first], analysis.chunks
    if phrase.genitive > phrase.first and phrase.number < 0:
        owner = name_of_source(analysis, text, phrase, phrase.genitive - 1)
        if singular(analysis.sentence.words[phrase.genitive - 1]) not in _mute():
            return owner, first
    named = _abbreviated_maker(analysis, first)
    if named >= 0:
        return name_of_source(analysis, text, chunks[named], chunks[first - 4].last), first
    at = first + 1
    if kind_at(analysis, at) is Kind.VERB and chunks[at].form is VerbForm.PAST_OR_PARTICIPLE:
        at = _over_date(analysis, at + 1)
    elif singular(phrase.word) in _papers():
        return None
    if (
        kind_at(analysis, at) is Kind.PREPOSITION
        and chunks[at].word in {"by", "from", "of"}
        and is_phrase(analysis, at + 1)
    ):
        maker = chunks[at + 1]
        if (
            maker.number >= 0
            or not may_state(analysis, maker)
            or (chunks[at].word == "of" and not _is_body(analysis, maker))
        ):
            return None
        return source_at(analysis, text, at + 1)
    return None


def _abbreviated_maker(analysis: Analysis, figures: int) -> int:
    """Return the chunk at which the name before figures begins, its abbreviation between; -1 for none.

    For `National Bureau of Prisons (NBP) data`.
    """
    kinds = tuple(kind_at(analysis, figures - step) for step in (1, 2, 3))
    name = figures - 4
    if kinds != (Kind.CLOSE, Kind.NOUN_PHRASE, Kind.OPEN) or not _is_name_at(analysis, name):
        return -1
    if _opens(analysis, analysis.chunks[figures]):
        return -1
    while kind_at(analysis, name - 1) is Kind.PREPOSITION and _is_name_at(analysis, name - 2):
        name -= 2
    return name


def _over_date(analysis: Analysis, at: int) -> int:
    """Return the chunk behind a date that may stand at an index (`a report released in May by the guild`)."""
    if kind_at(analysis, at) is Kind.PREPOSITION and kind_at(analysis, at + 1) is Kind.DATE:
        return at + 2
    return at + 1 if kind_at(analysis, at) is Kind.DATE else at


def _is_body(analysis: Analysis, phrase: Chunk) -> bool:
    """Tell whether a phrase names who may have made figures, after `of`: a name, or a body (`of the ministry`)."""
    return is_capital(analysis, phrase.head) or noun_class(phrase.word) == "organization" or phrase.word == "police"


def _name_end(analysis: Analysis, first: int) -> int:
    """Return the last chunk of a name: its phrase, its complements, and what is coordinated with it."""
    chunks, last = analysis.chunks, _with_complements(analysis, first)
    if kind_at(analysis, last + 1) is Kind.VERB and is_noun_after_all(analysis, last + 1):
        return last + 1
    listed = _list_end(analysis, first, last)
    if listed > last:
        return listed
    while True:
        at = last + 1
        if kind_at(analysis, at) is Kind.COMMA and kind_at(analysis, at + 1) is Kind.CONJUNCTION:
            at += 1
        if kind_at(analysis, at) is not Kind.CONJUNCTION or chunks[at].word != "and" or not is_phrase(analysis, at + 1):
            return last
        conjunct = _with_complements(analysis, at + 1)
        if _shares_paper(analysis, last, at + 1):
            return at + 1
        named = is_capital(analysis, chunks[last].last) and _is_named(analysis, chunks[at + 1])
        closes = _is_adverbial(analysis, first, conjunct) and may_state(analysis, chunks[at + 1])
        if chunks[at + 1].number >= 0 or not (
            closes
            or (named and _closes(analysis, conjunct))
            or (kind_at(analysis, conjunct + 1) is Kind.VERB and at == last + 1)
        ):
            return last
        last = conjunct


def _is_named(analysis: Analysis, phrase: Chunk) -> bool:
    """Tell whether a phrase is a proper name, with `the` or without an article."""
    first = phrase.first + (analysis.sentence.words[phrase.first] == "the")
    return first <= phrase.last and is_capital(analysis, first)


def _shares_paper(analysis: Analysis, phrase: int, conjunct: int) -> bool:
    """Tell whether two makers share the word for their papers: `press and NGO reports`."""
    left, right = analysis.chunks[phrase], analysis.chunks[conjunct]
    return is_figures(right) and right.head > right.first and not (is_figures(left) or _opens(analysis, right))


def _list_end(analysis: Analysis, first: int, last: int) -> int:
    """Return the last chunk of a list that ends before a verb (`minister of justice, labor, and health said`).

    After a preposition it ends at a comma, since the verb has another subject (`According to police, X and Y fled`).
    """
    at, joined = last + 1, 0
    while kind_at(analysis, at) is Kind.COMMA and is_plain_phrase(analysis, at + 1):
        at, joined = _with_complements(analysis, at + 1) + 1, joined + 1
    if kind_at(analysis, at) is Kind.COMMA:
        at += 1
    if not joined or kind_at(analysis, at) is not Kind.CONJUNCTION or not is_plain_phrase(analysis, at + 1):
        return last
    end = _with_complements(analysis, at + 1)
    if kind_at(analysis, first - 1) is Kind.PREPOSITION:
        return end if _is_adverbial(analysis, first, end) else last
    return end if kind_at(analysis, end + 1) is Kind.VERB else last


def _is_adverbial(analysis: Analysis, first: int, last: int) -> bool:
    """Tell whether all from a preposition to a comma or the end names a source: `According to X and lawyers, …`."""
    ends = {Kind.COMMA, Kind.OTHER, None}
    return kind_at(analysis, first - 1) is Kind.PREPOSITION and kind_at(analysis, last + 1) in ends


def _closes(analysis: Analysis, index: int) -> bool:
    return kind_at(analysis, index + 1) in {
        Kind.COMMA,
        Kind.VERB,
        Kind.ADVERB,
        Kind.OPEN,
        Kind.OTHER,
        Kind.SEMICOLON,
        None,
    }


def _opens(analysis: Analysis, phrase: Chunk) -> bool:
    return bool(lexicon().tags.get(analysis.sentence.words[phrase.first], 0) & Tag.DETERMINER)


def _is_lone_adjective(analysis: Analysis, first: int) -> bool:
    """Tell whether an adjective shares the noun of the phrase that `and` joins to it: `local and foreign reporters`."""
    phrase = analysis.chunks[first]
    joined = kind_at(analysis, first + 1) is Kind.CONJUNCTION and is_plain_phrase(analysis, first + 2)
    return joined and phrase.word in word_set("statements", "origins")


def _with_complements(analysis: Analysis, first: int) -> int:
    first = first + 2 if _is_lone_adjective(analysis, first) else first
    chunks, last = analysis.chunks, first
    while (
        kind_at(analysis, last + 1) is Kind.PREPOSITION
        and is_phrase(analysis, last + 2)
        and _belongs(analysis, first, last + 2)
    ):
        last += 2
        conjunct = last + 2
        inside = (
            kind_at(analysis, last + 1) is Kind.CONJUNCTION
            and chunks[last + 1].word == "and"
            and is_phrase(analysis, conjunct)
        )
        if (
            inside
            and chunks[conjunct].number < 0
            and _is_named(analysis, chunks[conjunct])
            and is_capital(analysis, chunks[last].head)
        ):
            last = conjunct
    return last


def _belongs(analysis: Analysis, head: int, complement: int) -> bool:
    """Tell whether a complement is part of a name: with `of`, or a proper name after an office, group or name."""
    phrase, link = analysis.chunks[complement], analysis.chunks[complement - 1].word
    if phrase.number >= 0 or link not in NAME_LINKS:
        return False
    if link in {"of", "for"}:
        # `the commission of inquiry`, but `the Ministry of Labor’s annual report`.
        body = phrase.genitive < 0 and noun_class(analysis.chunks[head].word) == "organization"
        return body or not is_figures(phrase)
    if link in {"by", "from"} and is_figures(analysis.chunks[head]):
        return True
    if not is_capital(analysis, phrase.head):
        return link in {"against", "on"} and _holds_name(analysis, analysis.chunks[head])
    return not _opens(analysis, phrase) or link in {"in", "of", "against"}


def _holds_name(analysis: Analysis, phrase: Chunk) -> bool:
    """Tell whether a capitalized word stands in a phrase, which opens no sentence (`the UN special rapporteur`)."""
    first = phrase.first + (phrase.first == 0 and phrase.head > 0)
    return any(is_capital(analysis, at) for at in range(first, phrase.head + 1))


def may_state(analysis: Analysis, phrase: Chunk) -> bool:
    """Tell whether a phrase can be a source: no pronoun, bare number, event, time or place of events."""
    if phrase.number >= 0:
        bare = phrase.head <= analysis.readings[phrase.number].figure.last
        if bare or analysis.sentence.words[phrase.last] == "percent":
            return False
        quantity = analysis.quantities[phrase.number]
        if quantity is not None and quantity.measure is not None:
            return False
    if lexicon().tags.get(phrase.word, 0) & (Tag.PRONOUN | Tag.RELATIVE):
        return False
    word = singular(phrase.word)
    if _takes_up(analysis, phrase) or analysis.sentence.words[phrase.first] in {"no", "neither"}:
        return False
    if is_figures(phrase) or is_press_article(analysis, phrase) or _is_numbered_name(analysis, phrase):
        return True
    return word not in _mute() and (noun_class(phrase.word) not in _MUTE_CLASSES or is_capital(analysis, phrase.head))


def is_press_article(analysis: Analysis, phrase: Chunk) -> bool:
    """Tell whether a phrase is an article of the press, and none of a law, which has a number and no determiner."""
    numbered = phrase.last + 1 < len(analysis.sentence.words) and analysis.sentence.words[phrase.last + 1][0].isdigit()
    return phrase.word == "article" and phrase.number < 0 and not numbered and _opens(analysis, phrase)


def _takes_up(analysis: Analysis, phrase: Chunk) -> bool:
    """Tell whether figures are those that the text told before (`these data`, `this figure`)."""
    opener = analysis.sentence.words[phrase.first]
    mere = singular(phrase.word) in {"figure", "number", "total", "count"}
    return is_figures(phrase) and (opener in {"these", "those"} or (mere and opener in {"this", "that"}))


def _is_numbered_name(analysis: Analysis, phrase: Chunk) -> bool:
    """Tell whether a number is part of the name that a phrase is (`Article 19 documented`)."""
    return is_capital(analysis, phrase.head) and any(
        reading.role is Role.NAME and phrase.first <= reading.figure.first <= phrase.last
        for reading in analysis.readings
    )


def is_noun_after_all(analysis: Analysis, at: int) -> bool:
    """Tell whether a word taken for a verb must head the subject of the verb after it (`society monitors reported`)."""
    chunk = analysis.chunks[at]
    noun = (
        chunk.first == chunk.last
        and chunk.form is VerbForm.FINITE
        and bool(lexicon().tags.get(analysis.sentence.words[chunk.head], 0) & Tag.NOUN)
    )
    return noun and is_phrase(analysis, at - 1) and kind_at(analysis, at + 1) is Kind.VERB
