"""Numerals that count nothing: `no one`, `one another`, `one-stop`, `one of the largest`, `one reason`."""

from collections.abc import Sequence
from functools import cache

from pipeline.language.lexicon import Tag, lexicon, word_set
from pipeline.language.neighbours import is_adjective
from pipeline.language.nouns import noun_class
from pipeline.language.sentences import Sentence
from pipeline.numerals.words import Figure, Form, number_words

# Adjectives between an article and `one`.
_ADJECTIVES = 2
_AFTER_PRONOUNS = (
    Tag.PREPOSITION | Tag.CONJUNCTION | Tag.SUBORDINATOR | Tag.RELATIVE | Tag.BE | Tag.HAVE | Tag.MODAL | Tag.ADVERB
)


def idiom_of(sentence: Sentence, figure: Figure) -> str | None:
    """Return in words why a numeral counts nothing, null where it counts."""
    words = sentence.words
    before = words[figure.first - 1] if figure.first else ""
    after = words[figure.last + 1] if figure.last + 1 < len(words) else ""
    if (phrase := _phrase_over(sentence, figure)) is not None:
        return f"'{phrase}' counts nothing"
    if figure.form is Form.RANGE and figure.low == figure.high:
        return "even chances count nothing"
    if figure.form is Form.FRACTION and after == "-" and figure.first == figure.last and words[figure.last] == "half":
        follows = words[figure.last + 2] if figure.last + 2 < len(words) else ""
        return "half is part of a compound" if follows in {"brother", "sister", "hearted", "staff"} else None
    if after == "-" and figure.last + 2 < len(words) and sentence.starts[figure.last + 1] == figure.end:
        compound = words[figure.last + 2]
        if figure.form is Form.CARDINAL and compound in word_set("context", "idiom_hyphen") and figure.value == 1:
            return f"'one-{compound}' is a fixed compound"
    if figure.form is not Form.CARDINAL or figure.value != 1 or figure.first != figure.last:
        return None
    return _idiom_of_one(sentence, figure, before, after)


@cache
def _phrases() -> dict[str, tuple[tuple[tuple[str, ...], int], ...]]:
    """Return the fixed phrases by a number word in them, with its place."""
    table: dict[str, list[tuple[tuple[str, ...], int]]] = {}
    for phrase in word_set("context", "idiom_phrases"):
        parts = tuple(phrase.split())
        for place, part in enumerate(parts):
            if part[0].isdecimal() or part in number_words().starts:
                table.setdefault(part, []).append((parts, place))
    return {word: tuple(found) for word, found in table.items()}


def _phrase_over(sentence: Sentence, figure: Figure) -> str | None:
    """Return the fixed phrase in which a number stands, hyphens and commas in the text aside."""
    phrases = _phrases().get(sentence.words[figure.first])
    if phrases is None:
        return None
    said = frozenset(sentence.words)
    for parts, place in phrases:
        if not said.issuperset(parts):
            continue
        before = _plain(sentence.words[max(0, figure.first - 2 * place) : figure.first])
        after = _plain(sentence.words[figure.first : figure.first + 2 * (len(parts) - place)])
        if before[len(before) - place :] == parts[:place] and after[: len(parts) - place] == parts[place:]:
            return " ".join(parts)
    return None


def _plain(words: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(word for word in words if word not in {"-", "–", ",", "‑"})


def _idiom_of_one(sentence: Sentence, figure: Figure, before: str, after: str) -> str | None:
    words = sentence.words
    joined = after == "-" and sentence.starts[figure.last + 1] == figure.end
    determined = before in {"no", "every", "any", "each", "some", "this", "that", "which", "the", "another"}
    if determined and not (joined or noun_class(after)):
        return f"'{before} one' is a pronoun"
    formed = before in _FORMING and words[max(0, figure.first - 2)] == "to" and not after[:1].isalpha()
    if formed or after in {"another", "'s"} or (not joined and _follows_adjective(sentence, figure, after)):
        return "'one' is a pronoun"
    if after in {"can", "may", "must", "should", "might", "could"}:
        return "'one' stands for anybody"
    if after == "of" and words[max(0, figure.first - 2) : figure.first] == ("both", "or"):
        return "'one' selects among alternatives"
    if after == "of":
        return _selection(sentence, figure.last + 2, before)
    if after == "or" and words[figure.last + 2 : figure.last + 3] in {("more",), ("both",), ("another",), ("the",)}:
        return None if words[figure.last + 2] == "more" else "'one' selects among alternatives"
    following = words[figure.last + 2 : figure.last + 5]
    # `increased from one day to seven days`
    changes = before == "from" and following[:1] == ("to",) and following[1:2] != ("the",)
    if after in word_set("context", "idiom_nouns") and not (changes or _tells_rate(following)):
        return f"'one {after}' selects or enumerates, it does not count"
    window = words[figure.last + 1 : figure.last + 7]
    if "another" in window and ("to" in window or "after" in window) and before in {"from", ""}:
        return "'one … another' enumerates"
    if before == "in" and figure.first == 1 and after in {"case", "incident", "instance", "such", "example"}:
        return "'in one case' introduces an example"
    return None


def _tells_rate(words: tuple[str, ...]) -> bool:
    """Tell whether what follows `one day` makes it so much time: `one day of rest`, `one day after the vote`."""
    return words[:1] in _MAKING_TIME or words[:2] in {
        ("of", "rest"),
        ("of", "leave"),
        ("a", "week"),
    }


# `The law requires 20 members to form one.`
_FORMING = frozenset({"form", "join", "found", "create", "establish", "organize", "hold", "register", "start", "set"})
_MAKING_TIME = frozenset({(word,) for word in ("off", "per", "weekly", "after", "before", "earlier", "later", "prior")})
_ARTICLES = frozenset({"a", "an", "the"})


def _follows_adjective(sentence: Sentence, figure: Figure, after: str) -> bool:
    """Tell whether `one` stands for a noun after an article and adjectives: `to form a provincial one`."""
    article = figure.first - 1
    while article >= 0 and article > figure.first - 1 - _ADJECTIVES and sentence.words[article] not in _ARTICLES:
        if not sentence.words[article].isalpha():
            return False
        article -= 1
    adjectives = sentence.words[article + 1 : figure.first]
    opened = article >= 0 and sentence.words[article] in _ARTICLES
    modify = bool(adjectives) and all(_modifies(word) for word in adjectives)
    closing = _AFTER_PRONOUNS | Tag.VERB_PAST if sentence.words[max(0, article)] == "the" else _AFTER_PRONOUNS
    closes = not after or not after[0].isalpha() or bool(lexicon().tags.get(after, 0) & closing)
    return opened and modify and (closes or after in number_words().starts) and after != "of"


def _modifies(word: str) -> bool:
    """Tell whether a word may narrow a noun: an adjective or a participle (`the existing elected one`)."""
    tags = lexicon().tags.get(word, 0)
    return is_adjective(word, tags) or bool(tags & (Tag.VERB_PARTICIPLE | Tag.VERB_GERUND))


def _is_bare_number(words: Sequence[str], at: int) -> bool:
    """Tell whether a number without a noun is the subject of a verb of being or having."""
    counts = words[at].isdecimal() or words[at] in number_words().starts
    following = lexicon().tags.get(words[at + 1], 0) if at + 1 < len(words) else 0
    return counts and bool(following & (Tag.BE | Tag.HAVE))


_SINGULAR_BEING = frozenset({"is", "was", "became", "becomes", "remains", "remained"})
_PLACING = frozenset({"in", "at", "to", "into", "from", "near", "inside", "outside", "through", "for", "by", "with"})
# Words from `of` to the noun of what one is chosen from.
_TO_NOUN = 7


def _names_person(sentence: Sentence, index: int) -> bool:
    """Tell whether the noun behind `one of` is one of persons: the last before what cannot stand in its phrase."""
    words, kind = sentence.words, None
    for at in range(index, min(index + _TO_NOUN, len(words))):
        tags = lexicon().tags.get(words[at], 0)
        if at > index and (not words[at][0].isalpha() or tags & _AFTER_PRONOUNS):
            break
        if words[at] in {"them", "whom", "these", "those"}:
            return True
        kind = noun_class(words[at])
    return kind in {"person", "party", "seat"}


def _selection(sentence: Sentence, index: int, before: str) -> str | None:
    """Read `one of the largest cities`, `one of the methods`: a choice among things; `one of the detainees` counts.

    What somebody is said to be is a choice too (`he was one of 12 defendants`), and where something is (`at one of the
    embassies`).
    """
    words = sentence.words
    if before in _SINGULAR_BEING or (before in _PLACING and not _names_person(sentence, index)):
        return "'one of the …' selects, it does not count"
    for at in range(index, min(index + 6, len(words))):
        word = words[at]
        if _is_bare_number(words, at):
            # `one of the five was charged`
            return None
        if word in word_set("context", "selectors") or (word.endswith("est") and len(word) > 5):  # noqa: PLR2004 - `arrest` is five and more
            return "'one of the …' selects, it does not count" if word not in {"arrest", "protest", "request"} else None
        if word in {"which", "whom"} and at == index:
            # `202 films, one of which it banned`
            return None
        kind = noun_class(word)
        if kind in {"person", "organization", "place", "party", "seat"}:
            return None
        if kind is not None or word in {",", "that", "which", "who", "in", "on", "by", "for"}:
            break
        if word in {"them", "whom", "which", "these", "those"}:
            return None
    return "'one of the …' selects, it does not count"
