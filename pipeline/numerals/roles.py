"""The role of each figure of a sentence: date, ordinal, reference, name, idiom, or a quantity."""

from dataclasses import dataclass, replace
from functools import cache

from pipeline.language.lexicon import Tag, lexicon, values_of, words_of
from pipeline.language.morphology import regular_singular
from pipeline.language.sentences import Sentence
from pipeline.numerals.dates import merge_dates, month_before, names_movement
from pipeline.numerals.figures import figures_of, is_year
from pipeline.numerals.idioms import idiom_of
from pipeline.numerals.numeral import Role
from pipeline.numerals.words import Figure, Form

_DASHES = frozenset("-–—‑")


@dataclass(frozen=True, slots=True)
class Reading:
    """A figure and what it is: its role, and the rule that said so with a clause for the reader."""

    figure: Figure
    role: Role
    rule: str


@dataclass(frozen=True, slots=True)
class ContextWords:
    """The word lists of `schemas/lexicon/context.yaml` that the roles look up."""

    months: frozenset[str]
    references: frozenset[str]
    name_heads: frozenset[str]
    name_nouns: frozenset[str]
    symbols: frozenset[str]
    units: frozenset[str]
    parts_of_year: frozenset[str]


@cache
def context_words() -> ContextWords:
    """Return the context lists, read once."""
    units = {unit for key in ("time", "distance", "area", "mass") for unit in values_of("units", key)}
    return ContextWords(
        months=frozenset(values_of("context", "months")),
        references=frozenset(words_of("context", "reference_nouns")),
        name_heads=frozenset(words_of("context", "name_heads")),
        name_nouns=frozenset(words_of("context", "name_nouns")),
        symbols=frozenset(values_of("units", "currency_symbols")),
        units=frozenset((*units, *words_of("units", "percent"), *words_of("units", "times"))),
        parts_of_year=frozenset(words_of("context", "part_of_year")),
    )


def readings_of(sentence: Sentence, *, opens_paragraph: bool) -> tuple[Reading, ...]:
    """Return the figures of a sentence with their roles, in text order; dates are merged to one entry each."""
    figures = figures_of(sentence)
    if not figures:
        return ()
    readings: list[Reading] = []
    for position, figure in enumerate(merge_dates(sentence, figures)):
        if figure.unit == "date":
            readings.append(Reading(replace(figure, unit=None), Role.DATE, "calendar date: a day, month or year"))
            continue
        readings.append(_read(sentence, figure, readings, enumerates=opens_paragraph and position == 0))
    return tuple(readings)


def _read(sentence: Sentence, figure: Figure, earlier: list[Reading], *, enumerates: bool) -> Reading:
    for rule in (_as_date, _as_name, _as_reference):
        reading = rule(sentence, figure, earlier)
        if reading is not None:
            return reading
    if enumerates and figure.first == 0 and _enumerates(sentence, figure):
        return Reading(figure, Role.REFERENCE, "list item: the number opens a paragraph as its label")
    if figure.form is Form.ORDINAL:
        return Reading(figure, Role.ORDINAL, "ordinal: it ranks or orders, it does not count")
    if (idiom := idiom_of(sentence, figure)) is not None:
        return Reading(figure, Role.IDIOM, f"idiom: {idiom}")
    return Reading(figure, Role.QUANTITY, "quantity: a number that counts or measures")


def _before(sentence: Sentence, figure: Figure, distance: int = 1) -> str:
    at = figure.first - distance
    return sentence.words[at] if at >= 0 else ""


def _after(sentence: Sentence, figure: Figure, distance: int = 1) -> str:
    at = figure.last + distance
    return sentence.words[at] if at < len(sentence.words) else ""


def _has_currency(sentence: Sentence, figure: Figure) -> bool:
    return _before(sentence, figure) in context_words().symbols or _before(sentence, figure) in {"us", "usd", "eur"}


def _as_date(sentence: Sentence, figure: Figure, _earlier: list[Reading]) -> Reading | None:
    words, before, after = context_words(), _before(sentence, figure), _after(sentence, figure)
    if figure.form is Form.TIME or after in {"a.m.", "p.m.", "a.m", "p.m", "am", "pm", "o'clock"}:
        return Reading(figure, Role.DATE, "clock time")
    if figure.form is Form.DECADE:
        return Reading(figure, Role.DATE, "calendar date: a decade")
    if figure.form is Form.SECTION and sentence.words[figure.first].count("/") == 2:  # noqa: PLR2004 - 31/12/2019
        return Reading(figure, Role.DATE, "calendar date: written with strokes")
    if after in words.parts_of_year and figure.form is not Form.RANGE and _part_of_year(sentence, figure):
        return Reading(figure, Role.DATE, "span of a year: a part of the year that dates, not a length of time")
    if figure.form is Form.FRACTION and sentence.words[figure.last] in {"half", "quarter"} and _counts_part(sentence, figure):
        return Reading(figure, Role.DATE, "span of a year: a half or quarter of it")
    if is_year(figure, sentence) and not _has_currency(sentence, figure) and not _numbered(sentence, figure):
        return Reading(figure, Role.DATE, "calendar date: a year")
    if figure.form is Form.RANGE and figure.low is not None and is_year(replace(figure, last=figure.first, form=Form.DIGITS), sentence):
        return Reading(figure, Role.DATE, "calendar date: a span of years")
    return None


def _numbered(sentence: Sentence, figure: Figure) -> bool:
    """Tell whether a number that looks like a year numbers a text, or counts what follows (`2000 demonstrators`)."""
    before, after = _before(sentence, figure), _after(sentence, figure)
    if before in context_words().references and before not in {"law", "act", "title", "part", "order", "rule", "note"}:
        return True
    if before in {"no", "."} and _before(sentence, figure, 2) in {"no", "nos"}:
        return True
    if before in {"about", "approximately", "some", "than", "over", "nearly", "almost", "least", "least", "to"}:
        return after.endswith("s") or after in {"people", "persons"}
    if after in {"people", "persons"}:
        return True
    return after in context_words().units and before not in {"in", "the"}


def _part_of_year(sentence: Sentence, figure: Figure) -> bool:
    """Tell whether `first nine months` or `last three months of the year` dates: an order word before, a year after."""
    words = sentence.words
    order = _before(sentence, figure)
    tail = words[figure.last + 2 : figure.last + 6]
    of_year = tail[:1] == ("of",) and any(word == "year" or (word.isdecimal() and len(word) == 4) for word in tail)  # noqa: PLR2004
    if order in {"first", "initial", "opening"}:
        return _after(sentence, figure) not in {"day", "days"} or of_year
    return order in {"last", "final", "past", "remaining", "other"} and of_year


def _counts_part(sentence: Sentence, figure: Figure) -> bool:
    order = _before(sentence, figure)
    ordinals = {"first", "second", "third", "fourth", "last", "latter", "1st", "2nd", "3rd", "4th", "final"}
    if order not in ordinals and not (order == "-" and _before(sentence, figure, 2) in ordinals):
        return False
    tail = sentence.words[figure.last + 1 : figure.last + 4]
    return tail[:1] != ("of",) or bool(set(tail) & {"year", "the", *context_words().months}) or any(w.isdecimal() for w in tail)


def _as_name(sentence: Sentence, figure: Figure, earlier: list[Reading]) -> Reading | None:
    rule = _name_rule(sentence, figure, earlier)
    return Reading(figure, Role.NAME, f"name: {rule}") if rule else None


def _name_rule(sentence: Sentence, figure: Figure, earlier: list[Reading]) -> str | None:
    surfaces, words = sentence.surfaces, context_words()
    at, after_at = figure.first - 1, figure.last + 1
    if at >= 0 and sentence.ends[at] == figure.start:
        if surfaces[at][0].isalpha() and surfaces[at] not in {"US", "EUR", "USD"} and surfaces[at][-1].isalpha():
            return "the number is joined to letters"
        if surfaces[at] in _DASHES and at >= 1 and sentence.ends[at - 1] == sentence.starts[at] and figure.form is Form.DIGITS:
            prefix = surfaces[at - 1]
            if prefix[0].isupper() and prefix.lower() not in words.months:
                return "the number is joined by a hyphen to a name"
    next_word = surfaces[after_at] if after_at < len(surfaces) else ""
    adjacent = bool(next_word) and sentence.starts[after_at] == figure.end
    if adjacent and next_word[0].isalpha() and figure.form is Form.DIGITS and next_word.lower() not in words.units:
        return "the number is joined to letters"
    if figure.form is Form.ORDINAL:
        return _ordinal_name(sentence, figure)
    if figure.form not in {Form.DIGITS, Form.CARDINAL} or _has_currency(sentence, figure):
        return None
    if month_before(sentence, figure.first) and names_movement(sentence, figure):
        return "a date in a proper name"
    return _numbered_name(sentence, figure, earlier)


def _ordinal_name(sentence: Sentence, figure: Figure) -> str | None:
    """Read `391st Battalion`, `Fifth Avenue`, `26th of July Movement` as names; `the First` stays an ordinal."""
    surfaces, words = sentence.surfaces, context_words()
    tail = surfaces[figure.last + 1 : figure.last + 4]
    if not tail:
        return None
    if tail[0] == "of" and len(tail) == 3 and tail[1].lower() in words.months and tail[2][0].isupper():  # noqa: PLR2004
        return "an ordinal in a proper name"
    capital = surfaces[figure.first][0].isupper() or surfaces[figure.first][0].isdecimal()
    if capital and tail[0][0].isupper() and tail[0].lower() in words.name_heads:
        return "an ordinal in a proper name"
    return None


def _numbered_name(sentence: Sentence, figure: Figure, earlier: list[Reading]) -> str | None:
    """Read `Channel 4`, `Group of 75`, `kwanliso 15`: a number that follows a noun which it does not count."""
    surfaces, words = sentence.surfaces, context_words()
    at = figure.first - 1
    if at < 0 or figure.scaled or not surfaces[at][0].isalpha():
        return None
    before, lower = surfaces[at], sentence.words[at]
    if lower == "of" and at >= 1 and surfaces[at - 1][0].isupper() and at - 1 > 0 and _closes(sentence, figure):
        return "a number in a proper name" if sentence.words[at - 1] in {"group", "committee", "council", "party"} else None
    if lower in words.months or lower in words.references or lexicon().tags.get(lower, 0) & ~int(Tag.NOUN | Tag.VERB_BASE):
        return None
    if _counts_next(sentence, figure):
        return None
    # `the Justice Coalition 12` after `won 33 seats` leaves the noun out: the number counts, it is no name.
    elliptic = any(reading.role is Role.QUANTITY for reading in earlier) and _closes(sentence, figure)
    if lower in words.name_nouns and figure.form is Form.DIGITS:
        return "a number after the noun that it numbers"
    if elliptic or figure.form is Form.CARDINAL:
        return None
    if before[0].isupper() and at > 0:
        return "a number after a proper noun"
    if lower not in lexicon().tags and not lower.endswith(("ed", "ing", "ly", "s")):
        return "a number after the noun that it numbers"
    return None


def _closes(sentence: Sentence, figure: Figure) -> bool:
    after = sentence.surfaces[figure.last + 1] if figure.last + 1 < len(sentence.surfaces) else "."
    return not after[0].isalnum() or after in {"and", "or", "but", "in", "on", "for", "to", "while", "at", "against", "from"}


def _counts_next(sentence: Sentence, figure: Figure) -> bool:
    """Tell whether the number counts the word after it: a plural, a unit, or a word of percent or currency."""
    word = _after(sentence, figure)
    if not word or not word[0].isalpha():
        return word in {"%", "-"}
    tags = lexicon().tags.get(word, 0)
    if word in context_words().units or word in {"million", "dozen"}:
        return True
    closed = Tag.PREPOSITION | Tag.CONJUNCTION | Tag.BE | Tag.HAVE | Tag.MODAL | Tag.SUBORDINATOR | Tag.RELATIVE | Tag.DETERMINER
    if tags & closed or (tags & Tag.VERB_PAST and not tags & Tag.NOUN):
        return False
    if sentence.surfaces[figure.last + 1][0].isupper() or word.endswith("ly"):
        return False
    irregular = word in lexicon().singulars and lexicon().singulars[word] != word
    return irregular or regular_singular(word) != word or figure.value == 1 or not _singular_noun_ends(sentence, figure)


def _singular_noun_ends(sentence: Sentence, figure: Figure) -> bool:
    """Tell whether the phrase after the number ends in a singular noun, which a number over one cannot count."""
    for at in range(figure.last + 1, min(figure.last + 5, len(sentence.words))):
        word = sentence.words[at]
        if not word[0].isalpha():
            return True
        if regular_singular(word) != word or word in lexicon().singulars:
            return False
        tags = lexicon().tags.get(word, 0)
        if tags & (Tag.PREPOSITION | Tag.BE | Tag.HAVE | Tag.MODAL | Tag.RELATIVE | Tag.VERB_PAST):
            return True
    return True


def _as_reference(sentence: Sentence, figure: Figure, earlier: list[Reading]) -> Reading | None:
    words = context_words()
    if figure.form is Form.SECTION:
        return Reading(figure, Role.REFERENCE, "reference: a number of a section or law")
    if figure.form not in {Form.DIGITS, Form.CARDINAL, Form.RANGE} or figure.scaled or _has_currency(sentence, figure):
        return None
    before = _before(sentence, figure)
    noun = before
    if before == "." and _before(sentence, figure, 2) in {"no", "nos", "art", "arts", "sec", "secs", "para", "paras", "p", "pp"}:
        noun = "no"
    if before == "#":
        noun = "no"
    if noun in words.references and not _counts_next(sentence, figure):
        capital = sentence.surfaces[figure.first - 1][0].isupper()
        if figure.form is not Form.CARDINAL or (capital and noun != "no"):
            return Reading(figure, Role.REFERENCE, f"reference: the number follows {before!r}")
    if earlier and earlier[-1].role is Role.REFERENCE and not _counts_next(sentence, figure):
        link = sentence.words[earlier[-1].figure.last + 1 : figure.first]
        if link and set(link) <= {"and", "or", ",", "to", "-", "–", "(", ")", "through"}:
            return Reading(figure, Role.REFERENCE, "reference: the number is coordinated with one")
    if before == "(" and _after(sentence, figure) == ")" and figure.form is Form.DIGITS and (figure.value or 0) <= 30:  # noqa: PLR2004
        preceding = _before(sentence, figure, 2)
        if preceding in {"", ":", ";", ",", "and", "or"} or (earlier and earlier[-1].role is Role.REFERENCE):
            return Reading(figure, Role.REFERENCE, "reference: a number in parentheses that labels an item")
    return None


def _enumerates(sentence: Sentence, figure: Figure) -> bool:
    after = _after(sentence, figure)
    return figure.form is Form.DIGITS and after in {".", ")", "/"} and (figure.value or 0) < 100  # noqa: PLR2004
