"""What a threshold holds for, and whether the text says that it holds no longer."""

from collections.abc import Sequence

from pipeline.facts.clauses import is_preposition
from pipeline.facts.drafts import Draft
from pipeline.facts.fact import Modality
from pipeline.facts.fact_modality import RULES_ONLY
from pipeline.facts.matching import Match
from pipeline.facts.steps import back, stands_bare
from pipeline.language.chunks import Kind, VerbForm
from pipeline.language.lexicon import lexicon, word_set
from pipeline.language.nouns import singular
from pipeline.numerals.figures import change_verbs
from pipeline.numerals.phrases import is_phrase, kind_at, phrase_text

THRESHOLDS = frozenset(
    {"party.membership_threshold", "association.membership_threshold", "association.branch_threshold"}
)
_EACH = frozenset({"each", "every", "per"})
_REACH = 7
_AT = frozenset({"at"})
_OF = frozenset({"of"})
_SETTING = frozenset({"be", "stand", "require", "set", "have", "need"})
_FORMERLY = frozenset({"previously", "formerly", "hitherto", "earlier", "originally"})
_FORMER = frozenset({"previous", "former", "old", "prior", "earlier"})
# `instead of the 40,000 required before`, `20,000 members, down from 40,000`.
_REPLACED = frozenset({
    ("instead", "of"), ("place", "of"), ("down", "from"), ("up", "from"), ("rather", "than"), ("increased", "from"),
    ("raised", "from"), ("reduced", "from"), ("lowered", "from"), ("extended", "from"), ("shortened", "from"),
})  # fmt: skip
# Words from `to` or `from` to its number.
_LINK = 3
_TIMES = frozenset({"hour", "day", "week", "month", "year"})
_LIMITS = frozenset({
    "maximum", "minimum", "fine", "penalty", "limit", "threshold", "amount", "ceiling", "quota", "term", "sentence",
    "number", "period", "requirement",
})  # fmt: skip


def per_of(draft: Draft, text: str) -> str | None:
    """Return what a threshold holds for each of: `600 members from each region`, `700 in every one of the regions`."""
    analysis = draft.analysis
    words = analysis.sentence.words
    start = analysis.chunks[draft.chunk].last + 1
    for at in range(start, min(start + _REACH, len(words) - 1)):
        if words[at] in {";", ",", "."}:
            return None
        if words[at] in _EACH:
            return _unit_after(draft, text, at)
    return None


def _unit_after(draft: Draft, text: str, at: int) -> str | None:
    analysis = draft.analysis
    chunk = analysis.chunks[analysis.chunk_at[at]]
    if chunk.kind is Kind.NOUN_PHRASE and chunk.last > at:
        if analysis.sentence.words[at + 1] == "one":
            chunk = analysis.chunks[min(analysis.chunk_at[at] + 2, len(analysis.chunks) - 1)]
            return singular(chunk.word)
        return phrase_text(analysis, text, at + 1, chunk.head)
    following = analysis.chunk_at[at] + 1
    if kind_at(analysis, following) is Kind.PREPOSITION:
        following += 1
    if (
        is_phrase(analysis, following + 2)
        and stands_bare(analysis, following)
        and is_preposition(analysis, following + 1, _OF)
    ):
        # `in each of two-thirds of the provinces`
        following += 2
    if kind_at(analysis, following) is Kind.NOUN_PHRASE:
        return singular(analysis.chunks[following].word)
    return None


def is_superseded(drafts: Sequence[Draft], index: int, found: Match, matches: Sequence[Match | None]) -> bool:
    """Tell whether a limit that a rule sets no longer holds.

    It is the first of `reduced from 40,000 to 20,000`, stands after `previously`, or a later clause changes it.
    """
    draft = drafts[index]
    if found.indicator.unit == "person" and found.indicator.indicator_id not in THRESHOLDS:
        return False
    if draft.force.modality is Modality.PROPOSED:
        return False
    sets_rule = draft.force.modality is Modality.STATUTORY or found.indicator.indicator_id in THRESHOLDS | RULES_ONLY
    if not sets_rule:
        return False
    if _formerly(draft):
        return True
    if _after_new(drafts, index):
        return True
    successor = _successor(drafts, index)
    if successor < 0 or drafts[successor].force.modality is Modality.PROPOSED:
        return False
    coded = matches[successor] is not None
    return (coded and _from_to(draft, drafts[successor])) or _changed_later(draft, drafts[successor])


def _successor(drafts: Sequence[Draft], index: int) -> int:
    """Return the next number of the sentence in the same unit that is no equivalent; -1 where there is none."""
    for at in range(index + 1, len(drafts)):
        if drafts[at].sentence != drafts[index].sentence:
            return -1
        if drafts[at].equivalent_of < 0:
            units = {drafts[at].unit, drafts[index].unit}
            # `from six days to 48 hours`
            return at if len(units) == 1 or units <= _TIMES else -1
    return -1


def _formerly(draft: Draft) -> bool:
    """Read `previously 200,000 drams`, `the threshold had previously been 20,000`, `formerly three years`."""
    analysis = draft.analysis
    at = draft.chunk - 1
    words = analysis.sentence.words
    figure = analysis.readings[draft.quantity.reading].figure
    if figure.first and words[figure.first - 1] in _FORMERLY:
        return True
    if _of_former_law(words[: figure.first]):
        return True
    if words[figure.first - 1 : figure.first] == (",",) and words[figure.first - 2] in _FORMERLY | {"before", "then"}:
        # `before, 3,000 had sufficed`
        return True
    opening = analysis.chunks[draft.chunk].first
    if is_preposition(analysis, at, _OF) and kind_at(analysis, at - 1) is Kind.NOUN_PHRASE:
        # `in place of the quota of 30 percent`
        opening = analysis.chunks[at - 1].first
    if words[max(0, opening - 2) : opening] in _REPLACED or words[max(0, figure.first - 2) : figure.first] in _REPLACED:
        return True
    while kind_at(analysis, at) in {Kind.ADVERB, Kind.DATE} or is_preposition(analysis, at, _AT):
        # `had previously stood at 5,000`
        at -= 1
    if kind_at(analysis, at) is not Kind.VERB or analysis.chunks[at].word not in _SETTING:
        return False
    clause = at
    while clause > 0 and analysis.chunks[clause - 1].kind not in {Kind.SEMICOLON, Kind.COMMA, Kind.CONJUNCTION}:
        clause -= 1
    return bool(_FORMERLY & set(words[analysis.chunks[clause].first : figure.first]))


def _of_former_law(before: Sequence[str]) -> bool:
    """Tell whether the clause opens with a law that holds no longer (`Under the previous code, the limit was …`)."""
    at = max((place for place, word in enumerate(before) if word in {";", "while", "whereas", "but"}), default=-1)
    opening = before[at + 1 : at + 1 + _REACH]
    led = opening[:1] == ("under",) or (opening[:1] == ("the",) and not _FORMER.isdisjoint(opening[1:2]))
    return (
        led
        and not _FORMER.isdisjoint(opening)
        and any(singular(word) in word_set("statements", "law_nouns") for word in opening)
    )


def _from_to(draft: Draft, successor: Draft) -> bool:
    words = draft.analysis.sentence.words
    figure = draft.analysis.readings[draft.quantity.reading].figure
    following = draft.analysis.readings[successor.quantity.reading].figure
    between = words[figure.last + 1 : following.first]
    opened = "from" in words[max(0, figure.first - 4) : figure.first]
    return opened and "to" in between and not {";", "."} & set(between) and not _is_span(draft)


def _after_new(drafts: Sequence[Draft], index: int) -> bool:
    """Read `raised the fine to 900 dinars from 400`: the limit that holds stands before the one that held."""
    draft = drafts[index]
    before = next((one for one in reversed(drafts[:index]) if one.equivalent_of < 0), None)
    if before is None or before.sentence != draft.sentence or before.unit != draft.unit:
        return False
    words = draft.analysis.sentence.words
    figure = draft.analysis.readings[draft.quantity.reading].figure
    earlier = draft.analysis.readings[before.quantity.reading].figure
    between = words[earlier.last + 1 : figure.first]
    linked = "from" in between[-_LINK:] and "to" in words[max(0, earlier.first - _LINK) : earlier.first]
    return linked and between[:1] != ("to",) and not {";", "."} & set(between) and not _is_span(draft)


def _is_span(draft: Draft) -> bool:
    """Tell whether `from … to` opens a range of what a rule allows (`fines range from 10,000 baht to 100,000`)."""
    analysis = draft.analysis
    words = analysis.sentence.words[: analysis.chunks[draft.chunk].first]
    lemmas = {lexicon().lemmas.get(word, word) for word in words[-14:]}
    return "range" in lemmas or "vary" in lemmas or not (lemmas & change_verbs() or lemmas & {"reduction", "increase"})


def _changed_later(draft: Draft, successor: Draft) -> bool:
    """Read `set fines of between 10,000 and 50,000 …; when parliament …, it raised the maximum to 1 million`."""
    analysis = draft.analysis
    at = back(analysis, successor.chunk - 1)
    if kind_at(analysis, at) is not Kind.PREPOSITION or analysis.chunks[at].word != "to":
        return False
    limit = back(analysis, at - 1)
    verb = back(analysis, limit - 1)
    if kind_at(analysis, limit) is not Kind.NOUN_PHRASE or kind_at(analysis, verb) is not Kind.VERB:
        return False
    chunk = analysis.chunks[verb]
    raised = chunk.word in change_verbs() and chunk.form is not VerbForm.INFINITIVE and verb > draft.chunk
    return raised and singular(analysis.chunks[limit].word) in _LIMITS
