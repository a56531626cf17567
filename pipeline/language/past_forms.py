"""Whether a form that may be past tense or participle modifies a noun or governs its clause."""

from pipeline.language.lexicon import Tag, lexicon, word_set
from pipeline.language.line import Line, Syntax
from pipeline.language.neighbours import (
    after_number_of_whom,
    governs_behind_those,
    is_adjective,
    lacks_verb,
    noun_may_follow,
)
from pipeline.language.nouns import is_plural_subject, noun_class, person_participles

OPENING = Syntax.OPENER | Syntax.NUMBER | Syntax.ADJECTIVE
"""What opens a noun phrase, or goes on with one whose head is still to come."""
OFFERING = frozenset({"provide", "offer", "receive", "give", "get", "obtain", "extend", "deliver"})
"""Verbs of giving and getting whose object is as often a noun that looks like a verb."""
_GIVING = OFFERING | {"grant", "issue", "deny", "award", "impose", "face", "request"}
_JOINING = frozenset({"and", "or", "but"})
_OPEN_OBJECTS = frozenset({"a", "an", "the", "their", "his"})


def opens_phrase(previous: int) -> bool:
    """Tell whether a token opens or goes on with a noun phrase; a pronoun is one by itself."""
    return bool(previous & OPENING) and not (previous & Tag.PRONOUN and not previous & Tag.DETERMINER)


def past_modifies(line: Line, at: int, *, opened: bool) -> bool:
    """Tell whether a past form modifies a noun: `the detained men`, `of detained men`, `the newly elected members`."""
    previous = line.previous
    if line.words[max(0, at - 2)] == "those" and line.known[at - 1] & Tag.VERB_PARTICIPLE:
        # `those convicted received …`: the participle says who they are, and the verb follows.
        return False
    if _governs_after_rest(line, at) or governs_behind_those(line, at) or _governs_after_each(line, at):
        return False
    if _is_first_modifier(line, at) or _is_second_modifier(line, at) or _modifies_what_is_given(line, at):
        return True
    if not noun_may_follow(line, at):
        # `the accused`, `the 40 wounded`: the noun is left out.
        return bool(previous & Syntax.OPENER and previous & Tag.DETERMINER) or _names_persons(line, at)
    if _opens_subject(line, at):
        return True
    if opened:
        return not (_governs_after_number(line, at) or _governs_after_adjective(line, at))
    if previous & Tag.PREPOSITION:
        return line.words[at - 1] not in {"as", "than"}
    return bool(previous & Tag.ADVERB) and _is_open_before_adverb(line)


def _governs_after_each(line: Line, at: int) -> bool:
    """Tell whether `each` is the subject of a past form: `Each received ten years`, `each paid 900 lei`."""
    if line.words[at - 1] != "each" or at + 1 >= len(line.words):
        return False
    takes = lexicon().lemmas.get(line.words[at]) in word_set("verbs", "never_modify")
    return takes or line.numerals.get(at + 1) is not None or line.words[at + 1] in _OPEN_OBJECTS


def follows_event_in_ing(line: Line, at: int) -> bool:
    """Tell whether a number follows a past form, and a noun in -ing stands before it: `The fighting displaced 900`."""
    return line.numerals.get(at + 1) is not None and line.words[at - 1].endswith("ing")


def _is_first_modifier(line: Line, at: int) -> bool:
    """Tell whether a past form is the first of two modifiers: `12 armed and masked men`, `of elected and chosen`."""
    lemma = lexicon().lemmas.get(line.words[at])
    if (
        not (line.previous & Syntax.NUMBER or line.words[at - 1] == "of")
        or lemma in word_set("verbs", "never_modify")
        or lemma in word_set("verbs", "intransitive")
    ):
        return False
    second = at + 2
    joined = line.words[at + 1] in _JOINING and second < len(line.known)
    modifies = joined and (
        line.known[second] & Tag.VERB_PARTICIPLE or is_adjective(line.words[second], line.known[second])
    )
    return bool(modifies) and noun_may_follow(line, second) and is_plural_subject(line.words[second + 1])


def _is_second_modifier(line: Line, at: int) -> bool:
    """Tell whether a past form after `and` is the second of two modifiers: `3,000 early and forced marriages`."""
    if line.words[at - 1] not in {"and", "or"} or len(line.tags) < 3 or not noun_may_follow(line, at):  # noqa: PLR2004
        return False
    opens = line.tags[-3] & (Syntax.NUMBER | Syntax.OPENER)
    return bool(line.tags[-2] & Syntax.ADJECTIVE and opens)


def _modifies_what_is_given(line: Line, at: int) -> bool:
    """Tell whether a past form right after a verb of giving modifies its object: `granted expedited citizenship`."""
    gives = line.previous & Syntax.VERBAL and lexicon().lemmas.get(line.words[at - 1]) in _GIVING
    return bool(gives) and noun_may_follow(line, at)


def _opens_subject(line: Line, at: int) -> bool:
    """Tell whether a past form opens a clause right before a plural: `Convicted smugglers faced`, `if detained men`.

    Without a subject before it, it governs nothing.
    """
    opens = not at or line.previous & Tag.SUBORDINATOR or line.words[at - 1] == ";"
    fronted = line.words[at - 1] == "," or line.previous & (Syntax.DATED | Syntax.MONTH)
    if not opens and fronted and line.tags[0] & Tag.PREPOSITION:
        # `Under the law, convicted smugglers faced …`, `In June armed men seized …`
        opens = not any(tag & Syntax.VERBAL for tag in line.tags)
    return bool(opens) and is_plural_subject(line.words[at + 1]) and not lacks_verb(line, at)


def _names_persons(line: Line, at: int) -> bool:
    """Tell whether a participle that is a noun of persons too (`wounded`) is counted as one: `the 40 wounded`."""
    if line.words[at - 1] == "of" and line.words[at] in person_participles():
        # `the number of wounded`
        return True
    first = len(line.tags) - 1
    while first >= 0 and line.tags[first] & Syntax.NUMBER:
        first -= 1
    counted = 0 <= first < len(line.tags) - 1 and bool(line.tags[first] & Tag.DETERMINER)
    # `seven were killed and another 20 injured`
    goes_on = first > 0 and line.words[first] == "another" and line.words[first - 1] in _JOINING
    return counted and not goes_on and line.words[at] in person_participles()


def _governs_after_rest(line: Line, at: int) -> bool:
    """Tell whether a past form after a word that leaves its noun out governs: `another fined 50 euros`."""
    before = line.words[at - 1]
    if before in {"another", "others", "many", "some", "most", "few"}:
        return line.numerals.get(at + 1) is not None
    counted = before == "more" and line.numerals.get(at - 2) is not None
    return counted and (
        lexicon().lemmas.get(line.words[at]) in word_set("verbs", "never_modify") or line.words[at + 1] in _OPEN_OBJECTS
    )


def _governs_after_number(line: Line, at: int) -> bool:
    """Tell whether a past form after a bare number governs (`seven received prison terms`), not modifies."""
    return bool(line.previous & Syntax.NUMBER) and (
        after_number_of_whom(line, at)
        or _opens_gapped_clause(line, at)
        or lexicon().lemmas.get(line.words[at]) in word_set("verbs", "never_modify")
        or line.words[at + 1] in _OPEN_OBJECTS
    )


def _opens_gapped_clause(line: Line, at: int) -> bool:
    """Tell whether a bare number behind a semicolon or a fronted whole is the subject of a clause without other verb.

    For `of 24 stations, 12 suspended operations`, where the noun is left out.
    """
    first = len(line.tags) - 1
    while first > 0 and line.tags[first] & Syntax.NUMBER:
        first -= 1
    # A comma may stand in a list of objects: `40 guns, 12 stolen cars`.
    parted = first > 0 and (line.words[first] == ";" or (line.words[first] == "," and line.words[0] == "of"))
    return parted and noun_class(line.words[at + 1]) != "person" and lacks_verb(line, at)


def _governs_after_adjective(line: Line, at: int) -> bool:
    """Tell whether a past form governs after a noun that looks like an adjective (`the judiciary said courts …`)."""
    headed = line.previous & Syntax.ADJECTIVE and line.previous & Syntax.HEAD
    lemma = lexicon().lemmas.get(line.words[at])
    return bool(headed) and (
        lemma in word_set("verbs", "never_modify") or (lacks_verb(line, at) and not _narrows_events(line, at, lemma))
    )


def _narrows_events(line: Line, at: int, lemma: str | None) -> bool:
    """Tell whether a past form between a counted adjective and a plural narrows it: `6 possible enforced abortions`."""
    counted = len(line.tags) > 1 and line.tags[-2] & Syntax.NUMBER
    told = noun_class(line.words[at + 1]) in {"person_event", "case"}
    return bool(counted) and told and lemma not in word_set("statements", "reporting")


def _is_open_before_adverb(line: Line) -> bool:
    """Tell whether a determiner, numeral or preposition stands before the adverb (`the newly elected members`).

    In `It also arrested students` a pronoun does.
    """
    return len(line.tags) > 1 and (opens_phrase(line.tags[-2]) or bool(line.tags[-2] & Tag.PREPOSITION))
