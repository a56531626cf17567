"""A walk over the tree of a web page: its blocks in order, each with the elements that decide what it is.

The walk keeps every character that a reader of the page may see, blanks as a browser shows them. It goes by pointers,
not by recursion, so that no page is too deep for it.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from enum import Enum

from selectolax.lexbor import LexborNode

from pipeline.reading.headings import is_prose
from pipeline.reading.note_marks import raised, with_fractions
from pipeline.reading.web import elements

_BLANKS = re.compile(r"[ \t\n\r\f]+")
_UNSHOWN = str.maketrans(dict.fromkeys("\u00ad\u200b\u2060\ufeff"))
"""Places where a word may be broken; they part nothing."""
_NEW_LINE = "\0"
"""Stands for a `br` until blanks are collapsed: the parser lets no NUL through."""
_AROUND_NEW_LINE = re.compile(r" ?\0 ?")
_HIDING_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_RAISING_STYLE = re.compile(r"vertical-align\s*:\s*super", re.IGNORECASE)
_NAME_WORD = re.compile(r"[A-Za-z][a-z]*|[A-Z]+")


class Sign(Enum):
    """Why the contents of an element may be no part of the report."""

    ELEMENT = "element"
    """Its element or its role says that it is furniture."""
    NAME = "name"
    """The name of its class or id says so."""
    HIDDEN = "hidden"
    """The page does not show it, at least not at first."""


@dataclass(frozen=True, slots=True)
class Suspect:
    """An element whose contents may be no part of the report, and the suspect that it stands in, -1 for none."""

    sign: Sign
    outer: int


@dataclass(frozen=True, slots=True)
class WebBlock:
    """A block of the page as it is met, before it is known what belongs to the report."""

    text: str
    element: str
    heading: int
    is_entry: bool
    is_preformatted: bool
    is_bold: bool
    is_link: bool
    is_link_within: bool
    """Whether all of it leads to another place of the same page, as an entry of a table of contents does."""
    suspect: int
    row: int
    """Of a table, counted over the page; 0 outside tables."""


@dataclass(frozen=True, slots=True)
class _Context:
    """What the elements around a place say of it."""

    element: str = "(//body)[1]"
    heading: int = 0
    is_entry: bool = False
    is_bold: bool = False
    link: str | None = None
    is_raised: bool = False
    is_preformatted: bool = False
    in_main: bool = False
    hidden_is_shown: bool = False
    suspect: int = -1
    row: int = 0


@dataclass(slots=True)
class _Open:
    """The block that is being read."""

    texts: list[str] = field(default_factory=list)
    characters: int = 0
    bold: int = 0
    linked: int = 0
    linked_within: int = 0


class Walk:
    """One walk over one page; `blocks` yields, and `suspects` are complete when it has ended."""

    def __init__(self) -> None:
        self.suspects: list[Suspect] = []
        self._counts: Counter[str] = Counter()
        self._open = _Open()
        self._rows = 0

    def blocks(self, root: LexborNode) -> Iterator[WebBlock]:
        """Yield the blocks under a node that have text, in order."""
        contexts = [_Context()]
        node: LexborNode | None = root
        while node is not None:
            context = contexts[-1]
            inner: _Context | None = None
            if node.is_text_node:
                self._add(node.text_content or "", context)
            elif node.is_element_node and node.tag not in elements.UNSEEN:
                inner = self._entered(node, context)
            if node.tag in elements.BLOCKS:
                yield from self._closed(context)
            if inner is not None and node.first_child is not None:
                contexts.append(inner)
                node = node.first_child
                continue
            while node.next is None and node.parent is not None and len(contexts) > 1:
                yield from self._left(node.parent, contexts.pop())
                node = node.parent
            node = node.next if len(contexts) > 1 else None
        yield from self._closed(contexts[0])

    def _left(self, node: LexborNode, inner: _Context) -> Iterator[WebBlock]:
        if node.tag in elements.BLOCKS:
            yield from self._closed(inner)

    def _entered(self, node: LexborNode, context: _Context) -> _Context | None:
        """Return what holds inside an element, or null where its contents are not shown."""
        tag = str(node.tag)
        self._counts[tag] += 1
        if tag in elements.OWN_LINES:
            self._open.texts.append(_NEW_LINE)
            return context if tag == "option" else None
        attributes = node.attributes
        is_block = tag in elements.BLOCKS and not (tag == "button" and context.heading)
        is_hidden = _is_hidden(attributes)
        if is_hidden and not is_block and not context.hidden_is_shown:
            # Prose that is folded away (`Read more`) is text; a sign for a screen reader is none.
            if not is_prose((node.text() or "").strip()):
                return None
            context = replace(context, hidden_is_shown=True)
        if not is_block:
            return self._inline(tag, attributes, context)
        return self._block(tag, attributes, context, is_hidden=is_hidden)

    @staticmethod
    def _inline(tag: str, attributes: dict[str, str | None], context: _Context) -> _Context:
        if tag in elements.BOLD and not context.is_bold:
            return replace(context, is_bold=True)
        if (
            tag == "sup"
            or attributes.get("role") in elements.NOTE_ROLES
            or _RAISING_STYLE.search(attributes.get("style") or "")
        ):
            return replace(context, is_raised=True)
        if tag == "a" and attributes.get("href"):
            return replace(context, link=attributes["href"])
        return context

    def _block(self, tag: str, attributes: dict[str, str | None], context: _Context, *, is_hidden: bool) -> _Context:
        role = attributes.get("role") or ""
        if tag == "tr":
            self._rows += 1
        return replace(
            context,
            element=f"(//{tag})[{self._counts[tag]}]",
            heading=elements.HEADINGS.get(tag, context.heading),
            is_entry=context.is_entry or tag in elements.ENTRIES,
            is_preformatted=context.is_preformatted or tag == "pre",
            in_main=context.in_main or tag in elements.MAIN or role in elements.MAIN_ROLES,
            suspect=self._suspect(tag, role, attributes, context, is_hidden=is_hidden),
            row=self._rows if tag == "tr" else context.row,
        )

    def _suspect(
        self, tag: str, role: str, attributes: dict[str, str | None], context: _Context, *, is_hidden: bool
    ) -> int:
        signs: list[Sign] = []
        is_outer = tag in elements.OUTER_FURNITURE or role == "complementary"
        if tag in elements.FURNITURE or role in elements.FURNITURE_ROLES or (is_outer and not context.in_main):
            signs.append(Sign.ELEMENT)
        elif tag not in elements.NEVER_FURNITURE and _is_named_furniture(attributes):
            signs.append(Sign.NAME)
        if is_hidden:
            # What is named furniture and is hidden besides is furniture, whatever prose a notice of cookies has.
            signs = [*([Sign.ELEMENT] if signs else []), Sign.HIDDEN]
        suspect = context.suspect
        for sign in signs:
            self.suspects.append(Suspect(sign, suspect))
            suspect = len(self.suspects) - 1
        return suspect

    def _add(self, text: str, context: _Context) -> None:
        text = text.translate(_UNSHOWN)
        if context.is_preformatted:
            text = text.replace("\r\n", "\n").replace("\n", _NEW_LINE)
        if context.is_raised:
            text = raised(text)
        characters = len("".join(text.split()))
        self._open.texts.append(text)
        self._open.characters += characters
        self._open.bold += characters if context.is_bold else 0
        if context.link is not None:
            self._open.linked += characters
            self._open.linked_within += characters if context.link.startswith("#") else 0

    def _closed(self, context: _Context) -> Iterator[WebBlock]:
        """Yield the block that ends here, if it has text."""
        block, self._open = self._open, _Open()
        if not block.characters:
            return
        text = _AROUND_NEW_LINE.sub("\n", _BLANKS.sub(" ", "".join(block.texts))).strip()
        if text:
            yield WebBlock(
                text=with_fractions(text),
                element=context.element,
                heading=context.heading,
                is_entry=context.is_entry,
                is_preformatted=context.is_preformatted,
                is_bold=block.bold >= block.characters,
                is_link=block.linked >= block.characters,
                is_link_within=block.linked_within >= block.characters,
                suspect=context.suspect,
                row=context.row,
            )


def _is_hidden(attributes: dict[str, str | None]) -> bool:
    return (
        "hidden" in attributes
        or attributes.get("aria-hidden") == "true"
        or bool(_HIDING_STYLE.search(attributes.get("style") or ""))
        or not elements.hidden_classes().isdisjoint((attributes.get("class") or "").split())
    )


def _is_named_furniture(attributes: dict[str, str | None]) -> bool:
    names = f"{attributes.get('class') or ''} {attributes.get('id') or ''}"
    return any(word.lower() in elements.furniture_words() for word in _NAME_WORD.findall(names))
