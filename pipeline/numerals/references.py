"""Numbers that point at a law, an article, a page, a footnote or the item of a list."""

from functools import cache
from itertools import pairwise

from pipeline.language.lexicon import Tag, lexicon, word_set, words_of
from pipeline.language.morphology import regular_singular
from pipeline.language.sentences import Sentence
from pipeline.numerals.context import DASHES, context_words, counts_known, counts_next, word_after, word_before
from pipeline.numerals.party_figures import follows_result, is_given_to_party
from pipeline.numerals.words import Figure, Form, number_words

_LARGEST_LABEL, _LARGEST_FOOTNOTE = 30, 999
_LINKS = frozenset({"and", "or", ",", "to", "-", "–", "(", ")", "through", "as", "well", "&"})


@cache
def _abbreviations() -> frozenset[str]:
    return frozenset(words_of("context", "reference_abbreviations"))


def reference_noun(sentence: Sentence, first: int) -> tuple[int, str] | None:
    """Return the noun that makes the number at a token a reference and its place; null where none stands before it.

    An abbreviation of `number` gives `no`, a paragraph sign `§`.
    """
    before = sentence.words[first - 1] if first else ""
    if before in {"#", "§", "№"}:
        return first - 1, "no"
    if before == "." and first >= 2 and sentence.words[first - 2] in _abbreviations():  # noqa: PLR2004 - the word and its stop
        return first - 2, "no"
    if before in {"n°", "nº", "nr"} or (before in {"°", "º"} and first >= 2 and sentence.words[first - 2] == "n"):  # noqa: PLR2004
        return first - 1, "no"
    if before in context_words().references:
        return first - 1, before
    # `Bill C-51`: a letter and a hyphen between the noun and its number.
    lettered = before in DASHES and first > 2 and len(sentence.words[first - 2]) == 1  # noqa: PLR2004 - noun, letter, dash
    if lettered and sentence.surfaces[first - 2].isupper():
        noun = sentence.words[first - 3]
        return (first - 3, noun) if noun in context_words().references else None
    return None


def reference_rule(sentence: Sentence, figure: Figure, previous: Figure | None, *, after_reference: bool) -> str | None:
    """Return in words why a figure is a reference, null where it is none.

    `previous` is the figure before it in the sentence, `after_reference` whether that one is a reference.
    """
    if figure.form in {Form.SECTION, Form.CALENDAR}:
        return "a number of a section or law"
    if figure.form not in {Form.DIGITS, Form.CARDINAL, Form.RANGE, Form.CODE} or figure.scaled or figure.sign >= 0:
        return None
    noun = _follows_noun(sentence, figure)
    of_party = noun is not None and (
        is_given_to_party(sentence, figure) or (not after_reference and follows_result(sentence, figure, previous))
    )
    if noun is not None and not of_party:
        return f"the number follows {noun!r}"
    if previous is not None and after_reference and continues(sentence, figure, previous):
        return "the number is coordinated with one"
    if figure.form is Form.DIGITS and _is_footnote(sentence, figure):
        return "the mark of a footnote"
    return _label(sentence, figure, after_reference=after_reference)


def continues(sentence: Sentence, figure: Figure, previous: Figure) -> bool:
    """Tell whether a figure is coordinated with the reference before it: `Articles 174, 180, and 404`."""
    link = sentence.words[previous.last + 1 : figure.first]
    if not link or link == (")",) or not set(link) <= _LINKS:
        # `(2) 40 trades`: what a label stands before is no further one.
        return False
    return not (counts_next(sentence, figure) if link in {(",",), ("and",)} else counts_known(sentence, figure))


def is_plural_reference(sentence: Sentence, previous: Figure) -> bool:
    """Tell whether several references are announced: `Resolutions 1325 and 1820`."""
    found = reference_noun(sentence, previous.first)
    return found is not None and sentence.words[found[0]].endswith("s")


def _follows_noun(sentence: Sentence, figure: Figure) -> str | None:
    found = reference_noun(sentence, figure.first)
    if found is None:
        return None
    place, noun = found
    if ends_title(sentence, place) or _wins_seats(sentence, place):
        return None
    capital = sentence.surfaces[place][0].isupper()
    if figure.form is Form.CARDINAL:
        return sentence.words[place] if capital and noun != "no" and not counts_next(sentence, figure) else None
    if noun != "no" and (counts_known(sentence, figure) or (not capital and _opens_clause(sentence, figure, place))):
        return None
    if (
        noun != "no"
        and not capital
        and counts_next(sentence, figure)
        and place
        and noun in word_set("context", "common_reference_nouns")
    ):
        return None
    return sentence.words[place]


def ends_title(sentence: Sentence, noun: int) -> bool:
    """Tell whether a noun closes the name of a party or group, which is no text: `State of Law`, `Law and Order`."""
    first = noun - 2
    if first < 0 or not sentence.surfaces[first][0].isupper() or not sentence.surfaces[noun][0].isupper():
        return False
    return " ".join(sentence.words[first : noun + 1]) in word_set("context", "named_like_texts")


def _wins_seats(sentence: Sentence, noun: int) -> bool:
    """Tell whether a noun closes the name of a party that is told to have won seats (`the People’s Convention 30`)."""
    words = sentence.words
    before = noun - 2 if noun > 1 and words[noun - 1] == "'s" else noun - 1
    named = words[noun] == "convention" and before >= 0 and sentence.surfaces[before][0].isupper()
    return named and not _SEATS.isdisjoint(words[:noun])


_SEATS = frozenset({"seats", "seat", "votes"})
_UNDER_THE = frozenset({("under", "the"), ("by", "the"), ("in", "the")})


def _opens_clause(sentence: Sentence, figure: Figure, noun: int) -> bool:
    """Tell whether a number is a subject behind a noun with article and adjective: `under the old law 100 had to`."""
    after = sentence.words[figure.last + 1 : figure.last + 2]
    governs = bool(after) and bool(lexicon().tags.get(after[0], 0) & (Tag.BE | Tag.HAVE | Tag.MODAL))
    opened = sentence.words[max(0, noun - 3) : noun - 1] in _UNDER_THE
    return governs and opened and sentence.words[noun] in {"law", "act", "code", "decree"}


def _is_footnote(sentence: Sentence, figure: Figure) -> bool:
    """Read `denied it.12 The` and `denied it.[12] The`: digits glued behind a mark, which close a clause."""
    value, first, last = figure.value or 0, figure.first, figure.last
    if value > _LARGEST_FOOTNOTE or first < 2 or not sentence.surfaces[first].isdecimal():  # noqa: PLR2004 - a word and a mark
        return False
    glued = sentence.ends[first - 1] == figure.start
    before = sentence.surfaces[first - 1]
    if before == "[" and word_after(sentence, figure) == "]":
        return sentence.ends[first - 2] == sentence.starts[first - 1]
    marks = before in {".", ",", "”", "’", '"', "!", "?", ";", ":", ")"}
    ends = last + 1 >= len(sentence.surfaces) or sentence.starts[last + 1] > figure.end
    word = sentence.surfaces[first - 2]
    return (
        glued and marks and ends and sentence.ends[first - 2] == sentence.starts[first - 1] and not word[0].isdecimal()
    )


def _label(sentence: Sentence, figure: Figure, *, after_reference: bool) -> str | None:
    """Read `(1) the right to silence; (2) …` and `1) herders, and 2) their wives`: a small number before an item."""
    if word_after(sentence, figure) != ")" or figure.form is not Form.DIGITS or (figure.value or 0) > _LARGEST_LABEL:
        return None
    opened = word_before(sentence, figure) == "("
    if not opened and _is_enclosed(sentence, figure):
        # `(two in May and 1)`
        return None
    preceding = word_before(sentence, figure, 2) if opened else word_before(sentence, figure)
    if preceding in number_words().starts:
        # `One (1) guard`: the number is told twice.
        return None
    if after_reference or preceding in _BEFORE_LABELS or _opens_list(sentence, figure):
        return "a number in parentheses that labels an item"
    return None


_BEFORE_LABELS = frozenset({"", ":", ";", ",", "and", "or"})


def _is_enclosed(sentence: Sentence, figure: Figure) -> bool:
    """Tell whether a parenthesis before a figure is still open there."""
    before = sentence.words[: figure.first]
    return before.count("(") > before.count(")")


def _opens_list(sentence: Sentence, figure: Figure) -> bool:
    """Tell whether an item follows the first label, and later the second: `covers (1) nurses and (2) guards`."""
    item, later = word_after(sentence, figure, 2), sentence.words[figure.last + 2 :]
    named = item.isalpha() and not lexicon().tags.get(item, 0) & (Tag.CONJUNCTION | Tag.BE | Tag.HAVE | Tag.VERB_PAST)
    return figure.value == 1 and named and ("2", ")") in pairwise(later)


def enumerates(sentence: Sentence, figure: Figure) -> bool:
    """Tell whether a number that opens a paragraph is the label of a list item."""
    if figure.form is not Form.DIGITS or (figure.value or 0) >= 100:  # noqa: PLR2004
        return False
    return word_after(sentence, figure) in {".", ")", "/"} or _opens_footnote(sentence, figure)


def numbers_paragraph(sentence: Sentence, figure: Figure) -> bool:
    """Tell whether a number with a point opens a paragraph before its first word: `5.12 According to the ministry`."""
    after = sentence.surfaces[figure.last + 1 : figure.last + 2]
    return "." in sentence.words[figure.first] and not figure.scaled and bool(after) and after[0][0].isupper()


def _opens_footnote(sentence: Sentence, figure: Figure) -> bool:
    """Read `2 State Labor Inspectorate, data for 2019.`: a number before a name, and nothing that a verb says of it."""
    after = figure.last + 1
    if after >= len(sentence.surfaces) or not sentence.surfaces[after][0].isupper():
        return False
    is_plural = counts_next(sentence, figure) and regular_singular(sentence.words[after]) != sentence.words[after]
    tags = lexicon().tags
    return not is_plural and not any(tags.get(word, 0) & _OF_CLAUSES for word in sentence.words[after:])


_OF_CLAUSES = Tag.BE | Tag.HAVE | Tag.DO | Tag.MODAL | Tag.VERB_PAST
