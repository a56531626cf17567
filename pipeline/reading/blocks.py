"""What a format gives to reading: a text, and the blocks in it with all that the format alone knows of each."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from pipeline.reading.document import Origin

SEPARATOR = "\n\n"
"""Between two blocks of a text that reading makes, as between the paragraphs of a text file."""


class BlockKind(StrEnum):
    """What a block is by the structure of its source."""

    PARAGRAPH = "paragraph"
    ENTRY = "entry"
    """An item of a list or a row of a table, which heads nothing whatever its form."""
    FURNITURE = "furniture"
    """A part of the page around the report: a menu, a form, a running head."""


@dataclass(frozen=True, slots=True)
class Traits:
    """What a format knows of a block beyond its words; a text file knows nothing."""

    kind: BlockKind = BlockKind.PARAGRAPH
    depth: int = 0
    """Of the heading that the block is by its element: 1 for the outermost, 0 for none."""
    stands_out: bool = False
    """Whether all of it is set bold or large."""
    is_link: bool = False
    """Whether all of it leads elsewhere."""
    origin: Origin | None = None


@dataclass(frozen=True, slots=True)
class Piece:
    """A block before it has a place in a text."""

    text: str
    traits: Traits


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of a text that is one paragraph; its end is exclusive, and neither end is blank."""

    start: int
    end: int
    traits: Traits = Traits()


@dataclass(frozen=True, slots=True)
class SourceText:
    """The text of a source and its blocks in order: every character that is not blank lies in exactly one."""

    text: str
    blocks: tuple[Block, ...]
    pictured_pages: tuple[int, ...] = ()
    """Pages of a PDF document that have pictures and no text, so that there may be words that nobody has read."""


def joined(pieces: Iterable[Piece], pictured_pages: tuple[int, ...] = ()) -> SourceText:
    """Return the text that the pieces make, one after another, those that are blank left out."""
    texts: list[str] = []
    blocks: list[Block] = []
    end = 0
    for piece in pieces:
        words = piece.text.strip()
        if words:
            start = end + len(SEPARATOR) if blocks else 0
            end = start + len(words)
            texts.append(words)
            blocks.append(Block(start, end, piece.traits))
    return SourceText(SEPARATOR.join(texts), tuple(blocks), pictured_pages)
