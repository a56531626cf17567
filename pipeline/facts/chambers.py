"""The elected body that a number of seats, candidates or members belongs to."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from pipeline.facts.chamber_sizes import sized_alike
from pipeline.facts.clauses import is_capital, is_preposition, subject_of
from pipeline.facts.drafts import Draft
from pipeline.facts.steps import after, back
from pipeline.language.chunks import Kind
from pipeline.language.lexicon import word_set, words_of
from pipeline.language.nouns import singular
from pipeline.numerals.dates import months
from pipeline.numerals.phrases import is_phrase, kind_at, phrase_text
from pipeline.numerals.quantities import Analysis

_WINNING = frozenset({"win", "secure", "obtain", "gain", "take", "receive", "capture", "garner"})
_GIVING = frozenset({"give", "hand", "award", "leave", "allot", "grant"})
_VOTES = frozenset({"election", "elections", "ballot", "vote", "poll", "polls"})
_SEATS = frozenset({"seat", "member", "deputy", "mandate"})
_IN = frozenset({"in", "of", "on", "for", "to"})
_OF = frozenset({"of"})
_FOR = frozenset({"for"})
_CONSISTING = frozenset({"consist", "have", "comprise", "include", "contain", "compose", "number", "total", "hold"})
_JOINTS = frozenset({"'s", "’", "-", "al", "e", "ul"})
_MARKS_OF_OWNER = frozenset({"'s", "’"})
_NEIGHBOURS = 60
_FAR = 60
"""Chunks beyond which no body is taken to be that of a number: a bound on time."""
_LOOKBACK = 3000
"""Characters of the paragraph before a number in which its body is looked for."""
_NAME = r"(?:[A-ZÀ-ÞĀ-Ž][^\W\d_]+(?:[’'][^\W\d_]+)?\b)"
_ELECTED_TO = re.compile(
    rf"\b(?:[Ee]lections? (?:to|for)|[Ss]eats? (?:in|on)|[Mm]embers? (?:of|to)) the (?:\d+-(?:seat|member) )?"
    rf"(?P<name>{_NAME}(?: {_NAME})*(?: of (?:the )?{_NAME})?)(?!\s[a-z]*(?:elections?|polls?|vote)\b)"
)


@cache
def _bodies() -> frozenset[str]:
    return frozenset(words_of("nouns", "body")) - word_set("elections", "not_bodies")


def chamber_of(text: str, drafts: Sequence[Draft], index: int) -> str | None:
    """Return the body whose seats or members are told of: named in the sentence, else before it in the paragraph.

    A short form (`the assembly`) is given as the paragraph names it in full.
    """
    draft = drafts[index]
    name = _stated(draft, text) or _of_subject(draft, text) or _nearest(draft.analysis, text, draft.chunk)
    if name is None:
        name = _of_size(text, drafts, index) or _earlier(text, drafts, index)
    if name is None or _is_of_other_chamber(draft, name):
        return None
    end = draft.analysis.sentence.end
    before = text[max(0, end - _LOOKBACK) : end]
    if draft.counted.head == "deputy" and "senate" in name.lower():
        # `130 seats in the Chamber of Deputies and 24 in the Senate. The Front ended up with 70 deputies.`
        name = next(_named_so(before, "deputies"), name)
    return _in_full(before, name)


def _of_size(text: str, drafts: Sequence[Draft], index: int) -> str | None:
    """Return the body told of before whose size is that of the whole: `the 147-member Assembly …; 76 of 147 seats`."""
    named = (_stated(other, text) or _of_subject(other, text) for other in sized_alike(drafts, index))
    return next((name for name in named if name is not None), None)


def _is_of_other_chamber(draft: Draft, name: str) -> bool:
    """Tell whether senators are counted where no senate is named: theirs is another chamber."""
    return draft.counted.head == "senator" and "senate" not in name.lower()


def _earlier(text: str, drafts: Sequence[Draft], index: int) -> str | None:
    draft = drafts[index]
    start = draft.analysis.sentence.start
    last = _end_of_stretch(draft.analysis, draft.chunk)
    end = draft.analysis.sentence.ends[draft.analysis.chunks[last - 1].last]
    here = _ELECTED_TO.search(text, start, end)
    if here is not None and _is_body_name(here.group("name")):
        return here.group("name")
    seen = draft.analysis
    for other in reversed(drafts[max(0, index - _NEIGHBOURS) : index]):
        if other.analysis is not seen:
            seen = other.analysis
            found = _nearest(seen, text, len(seen.chunks))
            if found is not None:
                return found
    told = list(_ELECTED_TO.finditer(text, max(0, start - _LOOKBACK), start))
    for mention in reversed(told):
        if _is_body_name(mention.group("name")):
            return mention.group("name")
    return _last_body(text[max(0, start - _LOOKBACK) : start])


def _is_body_name(name: str) -> bool:
    words = name.lower().split()
    return not _is_party(words) and not months().keys() & set(words)


@cache
def _body_pattern() -> re.Pattern[str]:
    nouns = "|".join(re.escape(noun.title()) for noun in sorted(_bodies(), key=len, reverse=True))
    common = "|".join(sorted(_bodies() - word_set("elections", "generic")))
    voted = rf"(?:{common})(?= (?:elections?|vote|polls?|ballot)\b)"
    return re.compile(rf"\b(?:{_NAME} )*(?:{nouns})(?: of {_NAME}(?: {_NAME})*)?\b|\bparliament\b|\b{voted}")


def _last_body(before: str) -> str | None:
    """Return the body that the paragraph named last, in a sentence without numbers."""
    for mention in reversed(list(_body_pattern().finditer(before))):
        name = mention.group().removeprefix("The ")
        if not _is_party(name.split()):
            return name
    return None


def _stated(draft: Draft, text: str) -> str | None:
    """Read the body that the number's own phrase names: `the 76-seat Great Hural`, `24 Senate seats`, `seats in X`."""
    analysis = draft.analysis
    if _is_body(analysis, draft.chunk):
        return _body_name(analysis, text, draft.chunk)
    if (own := _in_own_phrase(analysis, draft.chunk)) is not None:
        return own
    at = draft.chunk + 1
    while is_preposition(analysis, at, _IN) and is_phrase(analysis, at + 1):
        chunk = analysis.chunks[at + 1]
        if _is_body(analysis, at + 1):
            back_to = analysis.sentence.words[chunk.first] == "that" and chunk.word in word_set("elections", "generic")
            if back_to and (told := _last_body(text[: analysis.sentence.starts[chunk.first]])) is not None:
                # `the 36-member Senate; … won 25 seats in that chamber`
                return told
            return _body_name(analysis, text, at + 1)
        if (own := _in_own_phrase(analysis, at + 1)) is not None:
            return own
        capital = is_capital(analysis, chunk.last) and chunk.number < 0
        seats = analysis.chunks[at - 1]
        if (
            capital
            and singular(seats.word) in {"seat", "member", "deputy"}
            and analysis.chunks[at].word in {"in", "of"}
        ):
            words = analysis.sentence.words[chunk.first : chunk.last + 1]
            if not _is_party(words):
                return _with_complement(analysis, text, at + 1)
        at += 2
    return None


def _in_own_phrase(analysis: Analysis, index: int) -> str | None:
    """Read `47 senate seats`: the common noun of a body just before what is counted."""
    chunk, words = analysis.chunks[index], analysis.sentence.words
    if chunk.number < 0 or chunk.head <= chunk.first or singular(chunk.word) not in _SEATS:
        return None
    body = words[chunk.head - 1]
    return body if body in _bodies() and body not in word_set("elections", "generic") else None


def _of_subject(draft: Draft, text: str) -> str | None:
    """Read `the Senate consists of 100 members`, `the chamber has 40 seats`, `and the House of Assembly 60`."""
    analysis = draft.analysis
    before = back(analysis, draft.chunk - 1)
    if kind_at(analysis, before) is Kind.OPEN:
        # `the Council of Elders (40 seats)`
        before = back(analysis, before - 1)
        composed = is_preposition(analysis, before - 1, _OF) and _is_composed(analysis, before - 2)
        before = before - 2 if composed else before
    if is_preposition(analysis, before, _OF):
        before = back(analysis, before - 1)
    if _is_body(analysis, before):
        return _body_name(analysis, text, before)
    if 0 <= before < len(analysis.chunks) and analysis.chunks[before].kind is Kind.VERB:
        subject = subject_of(analysis, before)
        if _is_body(analysis, subject) and analysis.chunks[before].word in _CONSISTING:
            return _body_name(analysis, text, subject)
    return None


def _nearest(analysis: Analysis, text: str, near: int) -> str | None:
    """Return the body of a sentence that stands nearest to a chunk, the one after it before the one before."""
    window = range(max(0, near - _FAR), _end_of_stretch(analysis, near))
    # `of the 110 members, 19 are women; the senate’s 30 members`: what stands behind owns the number in its phrase.
    owned = [at for at in window if at > near and analysis.chunks[at].number >= 0 and _owning_body(analysis, at)]
    places = [at for at in window if at not in owned and _is_body(analysis, at)]
    if not places:
        return None
    named = [at for at in places if is_capital(analysis, analysis.chunks[at].head)] or places
    best = min(named, key=lambda at: (abs(at - near) if at >= near else abs(at - near) + 1, at))
    return _body_name(analysis, text, best)


def _end_of_stretch(analysis: Analysis, near: int) -> int:
    """Return the chunk of the semicolon behind which other things are told, one past the last where none is near."""
    last = min(len(analysis.chunks), near + _FAR)
    return next((at for at in range(near, last) if analysis.chunks[at].kind is Kind.SEMICOLON), last)


def _is_party(words: Sequence[str]) -> bool:
    """Tell whether a name is a party's though it holds the word of a body (`Botswana Congress Party`)."""
    return any(
        singular(word.lower()) in word_set("elections", "party_heads") or word.lower() == "brotherhood"
        for word in words
    )


def _is_body(analysis: Analysis, index: int) -> bool:
    """Tell whether a phrase names an elected body, and no party that is named like one."""
    if not is_phrase(analysis, index) or not _names_body(analysis, index):
        return False
    chunk = analysis.chunks[index]
    return not (_is_party(analysis.sentence.words[chunk.first : chunk.last + 1]) or _wins(analysis, index))


def _names_body(analysis: Analysis, index: int) -> bool:
    chunk = analysis.chunks[index]
    if _is_sized(analysis, index) or _owning_body(analysis, index) is not None or _voted_body(analysis, index):
        return True
    if singular(chunk.word) in _bodies():
        # `local councils` are no one body.
        return singular(chunk.word) == chunk.word or is_capital(analysis, chunk.head)
    return any(_is_body_word(analysis, token) for token in range(chunk.first, chunk.last + 1))


def _owning_body(analysis: Analysis, index: int) -> str | None:
    """Read `the lower house’s 500 seats`: the common noun of a body whose seats a phrase tells of."""
    chunk, words = analysis.chunks[index], analysis.sentence.words
    owner = chunk.genitive - 1
    if owner < chunk.first or singular(chunk.word) not in _SEATS or words[owner] not in _bodies():
        return None
    if is_capital(analysis, owner):
        return None
    level = words[owner - 1] in word_set("elections", "levels") and owner > chunk.first
    return " ".join(words[owner - level : owner + 1])


def _voted_body(analysis: Analysis, index: int) -> str | None:
    """Read `the second senate elections`: the common noun of a body before the vote on it."""
    chunk, words = analysis.chunks[index], analysis.sentence.words
    if words[chunk.head] not in _VOTES or chunk.head <= chunk.first or is_capital(analysis, chunk.head - 1):
        return None
    body = words[chunk.head - 1]
    return body if body in _bodies() and body not in word_set("elections", "generic") else None


def _is_sized(analysis: Analysis, index: int) -> bool:
    """Tell whether a phrase names a body of any name by its size (`the 70-seat Great Khural`)."""
    chunk, words = analysis.chunks[index], analysis.sentence.words
    sized = chunk.hyphenated and bool({"seat", "member"} & set(words[chunk.first : chunk.head]))
    return sized and is_capital(analysis, chunk.head)


def _is_body_word(analysis: Analysis, token: int) -> bool:
    return is_capital(analysis, token) and singular(analysis.sentence.words[token]) in _bodies()


def _wins(analysis: Analysis, index: int) -> bool:
    """Tell whether a phrase is the subject of winning, as a party named like a body is (`Congress won 44`)."""
    chunk = analysis.chunks[index]
    if _owning_body(analysis, index) is not None:
        # `the lower house’s 80 seats took …`
        return False
    if analysis.sentence.words[max(0, chunk.first - 2) : chunk.first] == ("followed", "by"):
        return True
    if _is_given(analysis, index):
        return True
    at = after(analysis, index + 1)
    given = kind_at(analysis, index - 1) is Kind.VERB and analysis.chunks[index - 1].word in _GIVING
    if given and is_phrase(analysis, at) and analysis.chunks[at].number >= 0:
        # `gave the Democratic Congress 48 of the 120 seats`
        return True
    if is_preposition(analysis, at, _FOR) and is_phrase(analysis, at + 1):
        # `the Lesotho Congress for Democracy`: no body is for something.
        return analysis.chunks[at + 1].word in word_set("elections", "party_words")
    return kind_at(analysis, at) is Kind.VERB and analysis.chunks[at].word in _WINNING


def _is_given(analysis: Analysis, index: int) -> bool:
    """Tell whether a verb gives a phrase the bare number right behind it: `results gave the Farmers Congress 31`."""
    given = index + 1
    if kind_at(analysis, index - 1) is not Kind.VERB or not is_phrase(analysis, given):
        return False
    return analysis.chunks[given].number >= 0 and analysis.chunks[index - 1].word in word_set("elections", "giving")


def _body_name(analysis: Analysis, text: str, index: int) -> str:
    """Return the name of a body without what describes it (`the opposition-led National Assembly`)."""
    if is_preposition(analysis, index - 1, _OF) and _is_composed(analysis, index - 2):
        # `House of Assembly`
        index -= 2
    if (common := _owning_body(analysis, index) or _voted_body(analysis, index)) is not None:
        return common
    chunk, sentence = analysis.chunks[index], analysis.sentence
    if _is_sized(analysis, index) or (singular(chunk.word) in _bodies() and is_capital(analysis, chunk.head)):
        return _with_complement(analysis, text, index)
    inner = [token for token in range(chunk.first, chunk.last + 1) if _is_body_word(analysis, token)]
    if inner:
        first = last = inner[0]
        while first > chunk.first and is_capital(analysis, first - 1):
            first -= 1
        while last + 1 in inner:
            # `the Verkhovna Rada’s 450 seats`
            last += 1
        return phrase_text(analysis, text, first, last)
    aside = index + 2
    if (
        kind_at(analysis, index + 1) is Kind.OPEN
        and is_phrase(analysis, aside)
        and kind_at(analysis, aside + 1) is Kind.CLOSE
    ):
        # `a 90-seat parliament (the Supreme Assembly)`
        named = analysis.chunks[aside]
        if singular(named.word) in _bodies() and is_capital(analysis, named.head):
            return _with_complement(analysis, text, aside)
    first = chunk.head
    if first > chunk.first and sentence.words[first - 1] in word_set("elections", "levels"):
        first -= 1
    return phrase_text(analysis, text, first, chunk.head)


def _owns_in_name(analysis: Analysis, token: int) -> bool:
    """Tell whether the possessive of a word is part of a name: `the Supreme People’s Assembly`."""
    word = analysis.sentence.words[max(0, token)]
    return bool({word, singular(word)} & word_set("elections", "possessing"))


def _is_composed(analysis: Analysis, index: int) -> bool:
    if not is_phrase(analysis, index):
        return False
    chunk = analysis.chunks[index]
    return singular(chunk.word) in word_set("elections", "composed") and is_capital(analysis, chunk.head)


def _with_complement(analysis: Analysis, text: str, index: int) -> str:
    """Return the capitalized words that end in a body's noun, with the complement of a composed name."""
    chunk = analysis.chunks[index]
    first = chunk.head
    while first > chunk.first and (is_capital(analysis, first - 1) or analysis.sentence.words[first - 1] in _JOINTS):
        if analysis.sentence.words[first - 1] in _MARKS_OF_OWNER and not _owns_in_name(analysis, first - 2):
            # `the Canton’s Legislative Council`
            break
        first -= 1
    while not is_capital(analysis, first) and first < chunk.head:
        first += 1
    last, complement = chunk.last, index + 2
    while (
        singular(chunk.word) in word_set("elections", "composed")
        and is_preposition(analysis, complement - 1, _OF)
        and is_phrase(analysis, complement)
        and is_capital(analysis, analysis.chunks[complement].last)
    ):
        last, complement = analysis.chunks[complement].last, complement + 2
    if last == chunk.last and singular(chunk.word) in word_set("elections", "composed"):
        last = max(last, _before_its_event(analysis, index))
    return phrase_text(analysis, text, first, last)


def _before_its_event(analysis: Analysis, index: int) -> int:
    """Return the last token of a complement that narrows a noun: `House of Representatives elections`; -1 for none."""
    if not is_preposition(analysis, index + 1, _OF) or not is_phrase(analysis, index + 2):
        return -1
    complement = analysis.chunks[index + 2]
    narrows = complement.last > complement.first and is_capital(analysis, complement.first)
    return complement.first if narrows and not is_capital(analysis, complement.first + 1) else -1


def _in_full(before: str, name: str) -> str | None:
    """Return the fullest form in which the paragraph names a body that is told of by its common noun."""
    if name[0].isupper() or name in {"parliament", "legislature"}:
        return name
    noun = name.rsplit(" ", maxsplit=1)[-1]
    forms = [form for form in _named_so(before, noun) if not _is_party(form.split())]
    if forms:
        return max(reversed(forms), key=len)
    return None if name in word_set("elections", "generic") and " " not in name and name != "assembly" else name


def _named_so(before: str, noun: str) -> Iterator[str]:
    for mention in _body_pattern().finditer(before):
        name = mention.group().removeprefix("The ")
        if noun == "body" or noun in name.lower().split():
            yield name
