"""Numbers that are part of a proper name: `Channel 4`, `COVID-19`, `391st Battalion`, `12 Lenin Street`."""

from collections.abc import Sequence

from pipeline.language.lexicon import Tag, lexicon, values_of, word_set
from pipeline.language.neighbours import adjectives
from pipeline.language.nouns import noun_class, singular
from pipeline.language.sentences import Sentence
from pipeline.numerals.context import DASHES, closes, context_words, counts_next, word_after
from pipeline.numerals.dates import month_before, names_movement
from pipeline.numerals.party_figures import goes_on_with_party, is_given_to_party
from pipeline.numerals.references import ends_title
from pipeline.numerals.words import Figure, Form

HYPHENATED = "the number is joined by a hyphen to a name"
_BANDS = frozenset({"gang", "cartel", "militia", "clan", "syndicate", "mafia"})
# Capitalized words between an ordinal and the word that heads its name, that word included.
_MOST_WORDS = 4
_CODES = frozenset({"US", "EUR", "USD"})


def name_rule(sentence: Sentence, figure: Figure, *, after_quantity: bool) -> str | None:
    """Return in words why a figure is part of a name, null where it is none.

    `after_quantity` tells whether a number before it in the sentence counts, so that a noun may be left out here.
    """
    if figure.form is Form.CODE:
        return "the number of a telephone, a book or a file"
    if names_a_plan(sentence, figure):
        return "a year in the name of a plan"
    if (joined := _joined_to_letters(sentence, figure)) is not None:
        return joined
    if figure.form is Form.ORDINAL:
        return _ordinal_name(sentence, figure)
    if figure.form not in {Form.DIGITS, Form.CARDINAL} or figure.sign >= 0:
        return None
    if month_before(sentence, figure.first) and names_movement(sentence, figure):
        return "a date in a proper name"
    if figure.form is Form.CARDINAL and _in_capitals(sentence, figure):
        return "a number in a proper name"
    if figure.form is Form.DIGITS and (named := _digits_of_name(sentence, figure)) is not None:
        return named
    return _numbered_name(sentence, figure, after_quantity=after_quantity)


def _joined_to_letters(sentence: Sentence, figure: Figure) -> str | None:
    surfaces, words = sentence.surfaces, context_words()
    at, after_at = figure.first - 1, figure.last + 1
    if at >= 0 and figure.sign < 0 and sentence.ends[at] == figure.start and figure.form is not Form.CALENDAR:
        before = surfaces[at]
        if (
            figure.form is not Form.DECADE
            and before[0].isalpha()
            and before[-1].isalpha()
            and before not in _CODES
            and before.upper() != "FY"
        ):
            return "the number is joined to letters"
        if (
            before in DASHES
            and at >= 1
            and sentence.ends[at - 1] == sentence.starts[at]
            and figure.form in {Form.DIGITS, Form.DECADE}
        ):
            prefix = surfaces[at - 1]
            if prefix[0].isupper() and prefix.lower() not in words.months and prefix.lower() not in _TIMES:
                return HYPHENATED
    if after_at >= len(surfaces) or figure.scaled or sentence.starts[after_at] != figure.end:
        return None
    letters = surfaces[after_at]
    if letters == "s" and at > 0 and surfaces[at] in DASHES and sentence.words[at - 1] in {"under", "over"}:
        return None
    if letters[0].isalpha() and figure.form is Form.DIGITS and letters.lower() not in words.units:
        return "the number is joined to letters"
    return None


# Before a year: `Post-2003 governments`, `Mid-1990`.
_TIMES = frozenset(["pre", "post", "mid", "late", "early", "since", "until", "around", "circa", "fy"])


def _ordinal_name(sentence: Sentence, figure: Figure) -> str | None:
    """Read `391st Battalion`, `Fifth Avenue`, `26th of July Movement` as names; `the First` stays an ordinal."""
    surfaces, words = sentence.surfaces, context_words()
    tail = surfaces[figure.last + 1 : figure.last + 4]
    if not tail:
        return None
    if tail[0] == "of" and len(tail) == 3 and tail[1].lower() in words.months and tail[2][0].isupper():  # noqa: PLR2004
        return "an ordinal in a proper name"
    capital = surfaces[figure.first][0].isupper() or surfaces[figure.first][0].isdecimal()
    if capital and _closes_name(surfaces, figure.last + 1):
        return "an ordinal in a proper name"
    word, before = surfaces[figure.first], surfaces[figure.first - 1] if figure.first > 1 else ""
    if word[0].isupper() and before[:1].isupper() and tail[0] in word_set("elections", "party_words"):
        # `the Samoa First party`
        return "an ordinal in a proper name"
    day = [word.lower() for word in tail if word not in DASHES][:2]
    if capital and day[:1] == ["day"] and len(day) == 2 and day[1].startswith("adventist"):  # noqa: PLR2004
        return "an ordinal in a proper name"
    return None


def _closes_name(surfaces: Sequence[str], at: int) -> bool:
    """Tell whether capitalized words from a place on reach one that heads names: `16th Motorized Cavalry Regiment`."""
    for surface in surfaces[at : at + _MOST_WORDS]:
        if not surface[0].isupper():
            return False
        if surface.lower() in context_words().name_heads:
            return True
    return False


def _digits_of_name(sentence: Sentence, figure: Figure) -> str | None:
    if _names_advocates(sentence, figure):
        return "a number in the name of an organization"
    if _opens_with_zero(sentence.words[figure.first]):
        return "a number with zeros before it counts nothing"
    if _names_band(sentence, figure):
        return "a number in the name of a band"
    return "the number of a house" if _is_address(sentence, figure) else None


def _names_advocates(sentence: Sentence, figure: Figure) -> bool:
    """Read `the NGO Article 19`, `Article 19 documented`: an organization called after an article, not the article."""
    before = sentence.surfaces[max(0, figure.first - 2) : figure.first]
    if before[-1:] != ("Article",):
        return False
    called = len(before) > 1 and noun_class(before[0].lower()) == "organization"
    return called or word_after(sentence, figure) in _DONE_BY_ADVOCATES


# What an article of a law does not do.
_DONE_BY_ADVOCATES = frozenset({
    "called", "claimed", "condemned", "counted", "criticized", "documented", "estimated", "expressed", "filed",
    "launched", "published", "recorded", "registered", "reported", "said", "urged", "warned",
})  # fmt: skip


def _opens_with_zero(word: str) -> bool:
    return word.isdecimal() and word[0] == "0" and len(word) > 2 and word.strip("0") != ""  # noqa: PLR2004 - `05` is a day


def _names_band(sentence: Sentence, figure: Figure) -> bool:
    """Tell whether a number over one and a capital stand before one band: `the 400 Savanna gang`, no `400 gangs`."""
    words, at = sentence.words, figure.last + 1
    if figure.first < 1 or at + 1 >= len(words) or words[figure.first - 1] != "the":
        return False
    return sentence.surfaces[at][0].isupper() and words[at + 1] in _BANDS and figure.value != 1


def _in_capitals(sentence: Sentence, figure: Figure) -> bool:
    """Tell whether a capitalized number word stands in a name: `Channel One`, `the Six-Day War`, `the Three Gorges`."""
    surfaces, first, after = sentence.surfaces, figure.first, figure.last + 1
    if not first or not surfaces[first][0].isupper() or surfaces[first].isupper():
        return False
    before = surfaces[first - 1]
    if before[0].isupper() and sentence.words[first - 1] in context_words().name_nouns | word_set(
        "context", "numbered_names"
    ):
        return True
    if (
        sentence.words[first - 1] == "of"
        and first > 1
        and sentence.words[first - 2] in word_set("context", "numbered_names")
        and surfaces[first - 2][0].isupper()
    ):
        return True
    if after < len(surfaces) and surfaces[after] in DASHES and sentence.starts[after] == figure.end:
        after += 1
    follows = after < len(surfaces) and surfaces[after][0].isupper()
    # In a heading every word has a capital, and the number counts.
    return follows and (before[0].islower() or first == 1)


def _is_address(sentence: Sentence, figure: Figure) -> bool:
    """Read `12 Lenin Street`, `10 Downing Street`: one to three capitals, the last a word for a street."""
    for at in range(figure.last + 1, min(figure.last + 5, len(sentence.surfaces))):
        if not sentence.surfaces[at][0].isupper():
            return False
        if at > figure.last + 1 and sentence.words[at] in context_words().streets:
            # `the 11 Supreme Court justices` sit in no house.
            return noun_class(sentence.words[at + 1] if at + 1 < len(sentence.words) else "") != "person"
    return False


def _numbered_name(sentence: Sentence, figure: Figure, *, after_quantity: bool) -> str | None:
    """Read `Channel 4`, `Group of 75`, `kwanliso 15`: a number that follows a noun which it does not count."""
    surfaces, words = sentence.surfaces, context_words()
    at = figure.first - 1
    if at < 0 or figure.scaled or "," in sentence.words[figure.first]:
        # Thousands are separated in amounts and counts, never in a number that names.
        return None
    if surfaces[at] == "." and at > 1 and sentence.words[at - 1] == "no":
        return "a number after the place that it names" if _is_facility(sentence, at - 2) else None
    if not surfaces[at][0].isalpha():
        return None
    lower = sentence.words[at]
    if (
        lower == "of"
        and at > 1
        and surfaces[at - 1][0].isupper()
        and sentence.words[at - 1] in word_set("context", "numbered_names")
    ):
        named = closes(sentence, figure) or sentence.words[at - 2] == "the"
        return "a number in a proper name" if named and noun_class(word_after(sentence, figure)) != "person" else None
    is_verb = lexicon().tags.get(lower, 0) & ~int(Tag.NOUN | Tag.VERB_BASE) and lower not in words.name_nouns
    if lower in words.references and ends_title(sentence, at) and not after_quantity:
        return "a number in a proper name"
    if lower in words.months or lower in words.references or is_verb:
        return None
    return None if counts_next(sentence, figure) else _after_noun(sentence, figure, after_quantity=after_quantity)


def _after_noun(sentence: Sentence, figure: Figure, *, after_quantity: bool) -> str | None:
    """Read a number that counts nothing after it as the name of the noun before: `Block 4`, `Xinjiang 13`."""
    at = figure.first - 1
    before, lower = sentence.surfaces[at], sentence.words[at]
    # `the Justice Coalition 12` after `won 33 seats` leaves the noun out: the number counts, it is no name.
    elliptic = after_quantity and closes(sentence, figure)
    if elliptic and goes_on_with_party(sentence, at):
        return None
    infinitive = at > 0 and sentence.words[at - 1] == "to" and lexicon().tags.get(lower, 0) & Tag.VERB_BASE
    if infinitive and not closes(sentence, figure):
        # `ordered to block 22 Russian websites`, but `moved to block 22`.
        return None
    # `in the upper house 20 of 31`, but `Room 305 of the ministry`
    divided = word_after(sentence, figure) == "of" and word_after(sentence, figure, 2)[:1].isdecimal()
    if lower in context_words().name_nouns and figure.form is Form.DIGITS and not divided:
        return "a number after the noun that it numbers"
    if elliptic or figure.form is Form.CARDINAL or _parts(sentence, figure) or _is_subject(sentence, figure):
        return None
    if is_given_to_party(sentence, figure):
        return None
    if before[0].isupper() and at > 0:
        return None if _counts_people(sentence, figure) else "a number after a proper noun"
    if lower in adjectives() or lower in values_of("units", "time"):
        # `During the year 40 NGOs closed`: a time is over before what is counted.
        return None
    common = lower in lexicon().singulars or noun_class(lower) is not None
    if lower not in lexicon().tags and not common and not lower.endswith(("ed", "ing", "ly", "s")):
        return "a number after the noun that it numbers"
    return None


def _counts_people(sentence: Sentence, figure: Figure) -> bool:
    """Tell whether a number counts persons named by their people: `In Aden 200 Somali migrants were held`."""
    people, at = figure.last + 1, figure.last + 2
    if at >= len(sentence.words) or not sentence.surfaces[people][0].isupper():
        return False
    word = sentence.words[at]
    return sentence.surfaces[at][0].islower() and singular(word) != word and noun_class(word) == "person"


def _is_subject(sentence: Sentence, figure: Figure) -> bool:
    """Tell whether a verb in the plural follows a number behind a place: `In Guinea 44 were killed`."""
    placed = figure.first > 1 and sentence.words[figure.first - 2] in {"in", "at", "near", "from", "for"}
    return placed and word_after(sentence, figure) in {"were", "are", "have"}


def _parts(sentence: Sentence, figure: Figure) -> bool:
    """Tell whether a number is a part of something: `In Guinea 25 of the 114 deputies …`, `In Paris 40 of them …`."""
    whole = word_after(sentence, figure, 2)
    determined = lexicon().tags.get(whole, 0) & (Tag.DETERMINER | Tag.PRONOUN | Tag.RELATIVE)
    return word_after(sentence, figure) == "of" and (bool(determined) or whole[:1].isdecimal())


def _is_facility(sentence: Sentence, at: int) -> bool:
    """Tell whether the noun before `No.` is a place or body, which is named by its number, not a text."""
    word = sentence.words[at]
    return word in context_words().name_nouns or (
        sentence.surfaces[at][0].isupper() and noun_class(word) in {"organization", "place"}
    )


def names_a_plan(sentence: Sentence, figure: Figure) -> bool:
    """Tell whether a year is part of the name of a plan or event: `Vision 2030`, `the 2030 Agenda`."""
    first, after = figure.first, figure.last + 1
    surfaces, words, plans = sentence.surfaces, sentence.words, context_words().plans
    before = first > 0 and words[first - 1] in plans and surfaces[first - 1][0].isupper()
    return before or (after < len(words) and words[after] == "agenda" and surfaces[after][0].isupper())
