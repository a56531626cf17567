"""Web pages: from the bytes of a saved page to its text and blocks.

What a reader of the page sees is its text: also the menus, banners and footers around the report, which are known by
their elements and stay as furniture, so that each number of the page has a place in the ledger. Programs, styles, and
what the page hides are no text, unless it is prose that is merely folded away.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from selectolax.lexbor import LexborHTMLParser

from pipeline.errors import SourceError
from pipeline.reading.blocks import BlockKind, Piece, SourceText, Traits, joined
from pipeline.reading.document import Origin
from pipeline.reading.furniture import is_furniture
from pipeline.reading.headings import is_prose
from pipeline.reading.paragraphs import split_broken_lines, split_paragraphs
from pipeline.reading.web.markup import decode_markup
from pipeline.reading.web.walk import Sign, Suspect, Walk, WebBlock

LARGEST_SHARE_OF_FURNITURE = 0.5
"""Of the prose of a page: an element that holds more is no furniture, whatever it is called (a form may wrap all)."""

LONGEST_CELL = 120
MOST_CELLS = 20
"""A row with longer or more cells is there for layout; each of its cells is a block of its own."""

_CELL_SEPARATOR = "\t"


def read(data: bytes, name: str) -> SourceText:
    """Return the text of the web page in the bytes, which come from a file of that name.

    Raises SourceError where the bytes are no whole web page, in no encoding that can be told, or without text.
    """
    body = LexborHTMLParser(decode_markup(data, name)).body
    walk = Walk()
    blocks = [] if body is None else list(walk.blocks(body))
    kinds = _Furniture(blocks, walk.suspects)
    shown = [(block, kinds.of(block)) for block in blocks if not kinds.is_unseen(block)]
    source = joined(_pieces(_rows(shown)))
    if not source.blocks:
        raise SourceError(f"{name} holds no text that a reader would see; save the page again once its text shows.")
    return source


class _Furniture:
    """Which of the suspect elements of a page are furniture, and which are not shown."""

    def __init__(self, blocks: Sequence[WebBlock], suspects: Sequence[Suspect]) -> None:
        prose = [0] * len(suspects)
        total = 0
        for block in blocks:
            if is_prose(block.text) and not block.is_link and not is_furniture(block.text):
                total += len(block.text)
                if block.suspect >= 0:
                    prose[block.suspect] += len(block.text)
        # A suspect comes after the one that it stands in, so that one pass from the end adds all up.
        for place in range(len(suspects) - 1, -1, -1):
            if suspects[place].outer >= 0:
                prose[suspects[place].outer] += prose[place]
        self._furniture: list[bool] = []
        self._unseen: list[bool] = []
        for place, suspect in enumerate(suspects):
            outer_furniture = suspect.outer >= 0 and self._furniture[suspect.outer]
            most = LARGEST_SHARE_OF_FURNITURE * total if suspect.sign is Sign.ELEMENT else 0
            self._furniture.append(outer_furniture or (suspect.sign is not Sign.HIDDEN and prose[place] <= most))
            outer_unseen = suspect.outer >= 0 and self._unseen[suspect.outer]
            is_unseen = suspect.sign is Sign.HIDDEN and (self._furniture[place] or not prose[place])
            self._unseen.append(outer_unseen or is_unseen)

    def is_unseen(self, block: WebBlock) -> bool:
        return block.suspect >= 0 and self._unseen[block.suspect]

    def of(self, block: WebBlock) -> BlockKind:
        # The title of a report stands in the header of many pages.
        if block.heading != 1 and block.suspect >= 0 and self._furniture[block.suspect]:
            return BlockKind.FURNITURE
        if block.is_link_within and not block.heading:
            return BlockKind.FURNITURE
        return BlockKind.ENTRY if block.is_entry else BlockKind.PARAGRAPH


def _rows(blocks: Iterable[tuple[WebBlock, BlockKind]]) -> Iterator[tuple[WebBlock, BlockKind]]:
    """Yield the blocks, those of a row of a table as one."""
    for row, group in groupby(blocks, key=lambda pair: pair[0].row):
        cells = list(group)
        if row and 1 < len(cells) <= MOST_CELLS and not any(_is_layout(block) for block, _ in cells):
            text = _CELL_SEPARATOR.join(" ".join(block.text.split("\n")) for block, _ in cells)
            yield replace(cells[0][0], text=text, is_bold=False, is_link=False, heading=0), cells[0][1]
        else:
            yield from cells


def _is_layout(cell: WebBlock) -> bool:
    return len(cell.text) > LONGEST_CELL or is_prose(cell.text)


def _pieces(blocks: Iterable[tuple[WebBlock, BlockKind]]) -> Iterator[Piece]:
    for block, kind in blocks:
        traits = Traits(
            kind=kind,
            depth=block.heading,
            stands_out=block.is_bold,
            is_link=block.is_link,
            origin=Origin(element=block.element),
        )
        if block.heading or "\n" not in block.text:
            yield Piece(block.text, traits)
            continue
        split = split_paragraphs if block.is_preformatted else split_broken_lines
        for span in split(block.text):
            yield Piece(block.text[span.start : span.end], traits)
