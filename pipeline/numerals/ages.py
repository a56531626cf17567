"""Numbers that are ages, though no word for years stands beside them: `aged 14`, `under five`, `Jane Doe, 34,`."""

from collections.abc import Sequence

from pipeline.language.lexicon import Tag, lexicon, word_set
from pipeline.language.nouns import noun_class
from pipeline.language.sentences import Sentence
from pipeline.numerals.figures import change_verbs
from pipeline.numerals.words import Figure, Form, number_words

_OLDEST = 120
_WINDOW = 8
_AGE = frozenset({"age", "ages", "aged"})
_LINKS = frozenset(["is", "was", "at", "to", "of", "from", "remains", "be", "as", "being"])
_COMPARED = frozenset(
    {("younger", "than"), ("older", "than"), ("under", "age"), ("over", "age"), ("young", "as"), ("old", "as")}
)
_BOUNDED = frozenset({"older", "younger", "over", "under", "above", "below", "up"})
_SIDES = frozenset({"under", "over", "below", "above"})
_BEING = frozenset({"is", "was", "are", "were"})
_SAID_OF = frozenset({"he", "she", "they", "who"})
_BESIDE = frozenset({"those", "anyone", "persons", "everyone", "aged"})
_CLOSED = (
    Tag.PREPOSITION
    | Tag.CONJUNCTION
    | Tag.BE
    | Tag.HAVE
    | Tag.MODAL
    | Tag.RELATIVE
    | Tag.SUBORDINATOR
    | Tag.VERB_PAST
    | Tag.DO
    | Tag.PRONOUN
    | Tag.DETERMINER
    | Tag.ADVERB
)
_PERSON_STARTS = frozenset(
    {"the", "a", "an", "who", "was", "is", "from", "of", "and", "had", "has", "died", "whose", "were"}
)


def _is_extreme(words: Sequence[str], first: int) -> bool:
    """Read `the youngest of them 14`, `the eldest of whom was 71`, `the oldest prisoner, who was 80`."""
    at = first - 1
    if words[at] in _OF_WHOM:
        # `the youngest of 14 siblings`
        return False
    while at > 0 and first - at <= _EXTREME_REACH and words[at] in _TOLD_OF_EXTREME:
        at -= 1
    if at > 0 and words[at] not in _EXTREMES and noun_class(words[at]) == "person":
        at -= 1
    return words[at] in _EXTREMES


_EXTREMES = frozenset({"youngest", "oldest", "eldest"})
_OF_WHOM = frozenset({"of", "among"})
_TOLD_OF_EXTREME = _OF_WHOM | {
    "them",
    "whom",
    "these",
    "those",
    "was",
    "is",
    "being",
    "only",
    "just",
    ",",
    "who",
    "barely",
}
_EXTREME_REACH = 6


def is_age(sentence: Sentence, figure: Figure) -> bool:
    """Tell whether a number is an age in years by the words around it."""
    if figure.form not in {Form.DIGITS, Form.CARDINAL, Form.RANGE} or figure.sign >= 0 or figure.scaled:
        return False
    largest = figure.value if figure.value is not None else figure.high
    if largest is None or largest > _OLDEST:
        return False
    words, first, last = sentence.words, figure.first, figure.last
    if words[max(0, first - 2) : first] in _COMPARED:
        return True
    if words[last + 1 : last + 2] in {("and",), ("or",)} and words[last + 2 : last + 3] and words[last + 2] in _BOUNDED:
        return not _opens_number(words, last + 3)
    if _is_side(sentence, figure):
        return True
    if not _nothing_counted(sentence, figure):
        return _is_told_as_age(words[max(0, first - 2) : first]) and not _plural(words, last + 1)
    return (
        _follows_age(words, _before_adverbs(words, first))
        or _turned(words, first)
        or _in_apposition(sentence, figure)
        or _is_range_of_ages(sentence, figure)
        or _is_extreme(words, first)
        or _is_said_of_one(words, first, largest)
    )


def _is_said_of_one(words: tuple[str, ...], first: int, value: float) -> bool:
    """Read `he was 15 when`, `the victim was only 13`: of one person a number over one can only be the age."""
    at = first - 1
    while at > 0 and words[at] in _BEFORE_AGES:
        at -= 1
    if at < 1 or words[at] not in {"is", "was"} or value <= 1:
        return False
    return words[at - 1] in _ONE_PERSON


_BEFORE_AGES = frozenset({"about", "at", "barely", "just", "least", "only", "reportedly", "still", "then"})
_ONE_PERSON = frozenset({
    "he", "she", "boy", "girl", "child", "daughter", "defendant", "detainee", "man", "son", "student", "suspect",
    "teenager", "victim", "woman",
})  # fmt: skip


def _is_told_as_age(before: tuple[str, ...]) -> bool:
    """Tell whether the two words before a number end in `age` or `age of`, so that it is one whatever follows."""
    return before[-1:] in {("aged",), ("age",), ("ages",)} or before in {("age", "of"), ("ages", "of")}


def _before_adverbs(words: tuple[str, ...], first: int) -> int:
    """Return where a number would stand without the adverbs before it (`is generally 16`)."""
    while first > 1 and words[first - 1].endswith("ly"):
        first -= 1
    return first


def _is_range_of_ages(sentence: Sentence, figure: Figure) -> bool:
    """Read `children from 16 to 17`, `marrying between 15 and 20`, `minors who are 16`: years beside persons."""
    words, first = sentence.words, figure.first
    if first < 2:  # noqa: PLR2004 - the noun and what joins it
        return False
    if words[first - 1] in {"is", "are", "was", "were"}:
        return words[first - 2] == "who"
    marries = lexicon().lemmas.get(words[first - 2]) == "marry"
    joined = figure.form is Form.RANGE and words[first - 1] in {"from", "between"}
    return joined and (marries or noun_class(words[first - 2]) == "person" or words[first - 2] in _BESIDE)


def _opens_number(words: tuple[str, ...], at: int) -> bool:
    return at < len(words) and (words[at][0].isdecimal() or words[at] in number_words().starts or words[at] == "a")


def _plural(words: tuple[str, ...], at: int) -> bool:
    return at < len(words) and words[at].endswith("s") and noun_class(words[at]) is not None


def _nothing_counted(sentence: Sentence, figure: Figure) -> bool:
    """Tell whether what follows a number is no noun that it could count."""
    after = sentence.words[figure.last + 1] if figure.last + 1 < len(sentence.words) else "."
    if after in {"%", "percent", "per", "-", "$"}:
        return False
    return not after[0].isalpha() or bool(lexicon().tags.get(after, 0) & _CLOSED)


def _is_side(sentence: Sentence, figure: Figure) -> bool:
    """Read `children under five`, `persons over 60`, `under-18s`."""
    words, first = sentence.words, figure.first
    before = words[first - 1] if first else ""
    if before == "-" and first > 1 and words[first - 2] in _SIDES:
        return words[figure.last + 1 : figure.last + 2] in {
            ("s",),
            ("mortality",),
            ("children",),
            ("child",),
            ("year",),
        }
    if before not in _SIDES or first < 2:  # noqa: PLR2004 - the noun and the preposition
        return False
    said = first > 2 and words[first - 2] in _BEING  # noqa: PLR2004 - a subject before the verb
    beside = words[first - 3] if said else words[first - 2]
    # `if the victim is under 14`
    person = noun_class(beside) == "person" or beside in (_SAID_OF if said else _BESIDE)
    # `Children under 14 face fines`: no plural that could be counted follows.
    return person and (_nothing_counted(sentence, figure) or not _plural(words, figure.last + 1))


def _follows_age(words: tuple[str, ...], first: int) -> bool:
    """Read `the age of 65`, `aged between 6 and 12`, `the minimum age for work is 15`."""
    for at in range(first - 1, max(-1, first - _WINDOW - 1), -1):
        word = words[at]
        if word in _AGE:
            return True
        if not (
            word in word_set("context", "after_age")
            or lexicon().lemmas.get(word) in change_verbs()
            or word[0].isdecimal()
            or word in number_words().cardinals
        ) and (not word[0].isalpha() or words[first - 1] not in _LINKS or not _may_qualify(word)):
            return False
    return False


def _may_qualify(word: str) -> bool:
    """Tell whether a word may tell what an age is for: `the legal age for light work is 13`."""
    tags = lexicon().tags.get(word, 0)
    return not tags or bool(tags & (Tag.NOUN | Tag.PREPOSITION))


def _turned(words: tuple[str, ...], first: int) -> bool:
    """Read `until they turn 18`, `may vote at 18`, `2 percent married before 15`."""
    before = words[first - 1] if first else ""
    if before in {"turn", "turns", "turned", "turning"}:
        return True
    return before in {"at", "before", "by"} and words[max(0, first - 2) : first - 1] in {
        ("vote",),
        ("work",),
        ("marry",),
        ("retire",),
        ("married",),
    }


def _in_apposition(sentence: Sentence, figure: Figure) -> bool:
    """Read `Jane Doe, 34, was held`, `a rapper, 24, was held`: between commas, after a person."""
    words, first, last = sentence.words, figure.first, figure.last
    if first < 2 or words[first - 1] != "," or words[last + 1 : last + 2] != (",",):  # noqa: PLR2004 - a name and its comma
        return False
    name = sentence.surfaces[first - 2]
    following = words[last + 2] if last + 2 < len(words) else ""
    described = words[max(0, first - 3) : first - 2] in {("a",), ("an",)}
    return (name[0].isupper() or described or noun_class(name.lower()) == "person") and following in _PERSON_STARTS
