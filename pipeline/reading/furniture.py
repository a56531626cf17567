"""Page furniture: banners, menus, forms and footers that a report brings along from the page on which it stood.

To call prose furniture loses its numbers; to call furniture prose only leaves an odd number for review. So a paragraph
is furniture only at an end of the document, outside the first and the last prose, and on evidence: words of web pages
(`schemas/lexicon/furniture.yaml`).
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from pipeline.errors import CodebookError
from pipeline.reading.headings import Heading, Rank, has_number, is_prose
from pipeline.reading.lexicon import load_words

LONGEST_FURNITURE = 400
"""Characters; what is longer is not looked at, it is an account of something."""

MOST_WORDS_WITH_AN_OPENING = 15

MOST_LINES_WITHOUT_EVIDENCE = 3
"""How many lines behind or between lines of furniture pass for furniture on the evidence of their neighbors alone."""

_STEP_NUMBER = re.compile(r"\d{1,2}\s*[/|\u203a\u00bb>]\s+")
"""`01 / Select …`: the number of a step in a form, in front of its label."""


@dataclass(frozen=True, slots=True)
class _Vocabulary:
    phrases: re.Pattern[str]
    openings: re.Pattern[str]
    labels: re.Pattern[str]
    lines: frozenset[str]
    patterns: re.Pattern[str]


@cache
def _vocabulary() -> _Vocabulary:
    lists = load_words("furniture.yaml")
    try:
        words = {
            kind: [str(word) for family in families for word in family["words"]] for kind, families in lists.items()
        }
        return _Vocabulary(
            phrases=_any_of(words["phrases"], after=""),
            openings=_any_of(words["openings"], after=r"(?!\w)"),
            labels=_any_of(words["labels"], after=r"(?!\w)"),
            lines=frozenset(words["lines"]),
            patterns=re.compile("|".join(f"(?:{pattern})" for pattern in words["patterns"])),
        )
    except (KeyError, TypeError, re.error) as error:
        raise CodebookError(
            f"schemas/lexicon/furniture.yaml is not built as it should be ({error}); restore it from the repository."
        ) from error


def _any_of(words: Sequence[str], after: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, words))}){after}")


def find_furniture(
    texts: Sequence[str], headings: Sequence[Heading | None], links: frozenset[int] = frozenset()
) -> frozenset[int]:
    """Return the indices of the paragraphs that are page furniture, given their texts and their headings by form.

    `links` are those that only lead elsewhere. A document without prose has none: nothing in it shows where the report
    begins and where it ends.
    """
    first = next((index for index in range(len(texts)) if _belongs_to_report(texts[index], headings[index])), None)
    if first is None:
        return frozenset()
    last = next(index for index in range(len(texts) - 1, -1, -1) if _belongs_to_report(texts[index], headings[index]))
    if not any(is_prose(texts[index]) for index in range(first, last + 1)):
        return frozenset()
    front = {index for index in range(first) if index in links or is_furniture(texts[index])}
    return frozenset(front.union(_tail(texts, headings, links, last)))


def _tail(texts: Sequence[str], headings: Sequence[Heading | None], links: frozenset[int], last: int) -> Iterator[int]:
    """Yield the furniture behind the last prose, with what stands between and behind it: links to other pages.

    A line there with a number in it must have the form of a title, as such links have; else it may be data.
    """
    evident = [index for index in range(last + 1, len(texts)) if index in links or is_furniture(texts[index])]
    if not evident:
        return
    yield from evident
    # Before the first: one title without a number that heads nothing else.
    before = evident[0] - 1
    if before > last and headings[before] and not has_number(texts[before]):
        yield before
    for index, following in zip(evident, [*evident[1:], len(texts)], strict=True):
        if following - index - 1 <= MOST_LINES_WITHOUT_EVIDENCE:
            between = range(index + 1, following)
            yield from (place for place in between if headings[place] or not has_number(texts[place]))


def _belongs_to_report(text: str, heading: Heading | None) -> bool:
    """Return whether the paragraph is prose or a numbered heading, and shows nothing of a page around it."""
    numbered = heading is not None and heading.level not in {Rank.TITLE, Rank.CAPITALS}
    return (numbered or is_prose(text)) and not is_furniture(text)


def is_furniture(text: str) -> bool:
    """Return whether the words of a paragraph are those of a page around a report, wherever it stands."""
    if len(text) > LONGEST_FURNITURE:
        return False
    vocabulary = _vocabulary()
    line = " ".join(text.split()).lower().replace("\u2019", "'")
    if vocabulary.phrases.search(line):
        return True
    label = _STEP_NUMBER.sub("", line, count=1) if _STEP_NUMBER.match(line) else line
    if label.rstrip(" .:\u2026>\u00bb\u203a") in vocabulary.lines or vocabulary.patterns.fullmatch(line):
        return True
    if vocabulary.openings.match(label) and len(label.split()) <= MOST_WORDS_WITH_AN_OPENING:
        return True
    return bool(vocabulary.labels.match(label)) and not is_prose(text)
