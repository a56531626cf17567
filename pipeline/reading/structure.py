"""From the blocks of a text to its paragraphs, each with its kind, the headings over it, and an id that stays."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from pipeline.reading.blocks import Block, BlockKind, SourceText
from pipeline.reading.document import Origin, Paragraph, ParagraphKind
from pipeline.reading.furniture import find_furniture
from pipeline.reading.headings import (
    Heading,
    Rank,
    RunIn,
    find_element_heading,
    find_emphasized_heading,
    find_heading,
    find_run_in,
    find_sentence_case_heading,
    has_number,
    is_prose,
)
from pipeline.reading.identity import paragraph_id


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph of a source before it is known to which document it belongs."""

    start: int
    end: int
    text: str
    is_furniture: bool
    heading: Heading | None
    run_in: RunIn | None
    origin: Origin | None

    @property
    def level(self) -> int:
        """The level of its heading; a heading run into its text is the lowest."""
        return self.heading.level if self.heading else Rank.RUN_IN


def read_lines(source: SourceText) -> tuple[Line, ...]:
    """Return the paragraphs of a source in order; every character that is not blank lies in exactly one."""
    texts = [source.text[block.start : block.end] for block in source.blocks]
    signs = [
        find_heading(text) if block.traits.kind is BlockKind.PARAGRAPH else None
        for text, block in zip(texts, source.blocks, strict=True)
    ]
    furniture = _furniture(texts, source.blocks, signs)
    following_texts = _following(texts, furniture)
    lines: list[Line] = []
    prose_seen = False
    for index, (block, text) in enumerate(zip(source.blocks, texts, strict=True)):
        following = following_texts[index]
        if index + 1 in furniture and _ends_at_furniture(block):
            following = None
        is_body = index not in furniture
        heading = _heading_here(block, text, signs[index], following, prose_seen=prose_seen) if is_body else None
        run_in = find_run_in(text) if is_body and not heading else None
        lines.append(Line(block.start, block.end, text, not is_body, heading, run_in, block.traits.origin))
        prose_seen = prose_seen or (is_body and not heading)
    return tuple(lines)


def number_paragraphs(document_id: str, lines: Sequence[Line]) -> tuple[Paragraph, ...]:
    """Return the lines of one document as its paragraphs, under the headings that stand over them."""
    occurrences: Counter[str] = Counter()
    sections: list[Heading] = []
    paragraphs: list[Paragraph] = []
    title = _title(lines)
    for index, line in enumerate(lines):
        heading = replace(line.heading, level=Rank.TITLE) if line.heading and index == title else line.heading
        if heading:
            sections = _above(sections, heading)
        if line.run_in:
            sections = [*_above(sections, line.run_in.heading), line.run_in.heading]
        paragraphs.append(
            Paragraph(
                paragraph_id=paragraph_id(document_id, line.text, occurrences[line.text]),
                number=index + 1,
                start=line.start,
                end=line.end,
                text=line.text,
                kind=_kind(line),
                section=() if line.is_furniture else tuple(above.text for above in sections),
                run_in=line.run_in.length if line.run_in else 0,
                origin=line.origin,
            )
        )
        occurrences[line.text] += 1
        if heading:
            sections = [*sections, heading]
    return tuple(paragraphs)


def read_paragraphs(document_id: str, source: SourceText) -> tuple[Paragraph, ...]:
    """Return the paragraphs of a source that is one document."""
    return number_paragraphs(document_id, read_lines(source))


def _furniture(texts: Sequence[str], blocks: Sequence[Block], signs: Sequence[Heading | None]) -> frozenset[int]:
    """Return the places of what belongs to the page: by the structure of the source, else by the words at its ends."""
    kept = [index for index, block in enumerate(blocks) if block.traits.kind is not BlockKind.FURNITURE]
    links = frozenset(place for place, index in enumerate(kept) if blocks[index].traits.is_link)
    found = find_furniture([texts[index] for index in kept], [signs[index] for index in kept], links)
    by_structure = frozenset(range(len(blocks))).difference(kept)
    return by_structure.union(kept[place] for place in found)


def _following(texts: Sequence[str], furniture: frozenset[int]) -> list[str | None]:
    """Return for each paragraph the next one that belongs to the report."""
    following: list[str | None] = []
    after: str | None = None
    for index in range(len(texts) - 1, -1, -1):
        following.append(after)
        after = after if index in furniture else texts[index]
    following.reverse()
    return following


def _ends_at_furniture(block: Block) -> bool:
    """Return whether a line heads nothing beyond furniture, unless its element or the edge of a page is between."""
    in_pages = block.traits.origin is not None and bool(block.traits.origin.boxes)
    return not block.traits.depth and not in_pages


def _heading_here(
    block: Block, text: str, sign: Heading | None, following: str | None, *, prose_seen: bool
) -> Heading | None:
    """Return the heading that the paragraph is in its place: one stands over something.

    A title with a number may be an entry of a list (`Jane Doe, 34`), whose number must not be lost to a heading: after
    the first prose it heads only prose, unless it is set as a heading.
    """
    if following is None or block.traits.kind is not BlockKind.PARAGRAPH:
        return None
    if block.traits.depth:
        return find_element_heading(text, block.traits.depth)
    if sign is None and block.traits.stands_out:
        sign = find_emphasized_heading(text)
    if sign is None:
        return find_sentence_case_heading(text, following)
    may_be_entry = sign.level == Rank.TITLE and has_number(text) and not block.traits.stands_out
    return None if may_be_entry and prose_seen and not is_prose(following) else sign


def _title(lines: Sequence[Line]) -> int:
    """Return the place of the heading that is the title of the whole document, which is no section; -1 for none."""
    elements = [index for index, line in enumerate(lines) if line.heading and line.heading.level < Rank.PART]
    outermost = [index for index in elements if lines[index].level == Rank.ELEMENT + 1]
    return elements[0] if len(outermost) == 1 and outermost[0] == elements[0] else -1


def _above(sections: list[Heading], heading: Heading) -> list[Heading]:
    """Return the headings that stay open over a new one."""
    return [above for above in sections if above.level < heading.level]


def _kind(line: Line) -> ParagraphKind:
    if line.is_furniture:
        return ParagraphKind.FURNITURE
    return ParagraphKind.HEADING if line.heading else ParagraphKind.BODY
