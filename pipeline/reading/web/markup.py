"""The markup of a web page: from bytes to characters, and what must hold before it is parsed."""

import re

from pipeline.errors import SourceError
from pipeline.reading.signatures import recognise_binary
from pipeline.reading.text import decoded
from pipeline.reading.web import elements

DECLARATION_WINDOW = 4096
"""Bytes at the start in which a page names its encoding; browsers look at 1,024."""

MOST_NESTED = 5000
MOST_OPEN_STYLES = 200
MOST_OPTIONS = 5000
"""Elements in one another, elements of style that are never closed, and options of one list. Browsers cut off far below
the first, and no report comes near the others. Beyond them the work of a parser grows with the square of the page."""

_META = re.compile(rb"<meta[^>]{0,1000}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_.:-]{1,40})", re.IGNORECASE)
_XML = re.compile(rb"\s*<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([A-Za-z0-9_.:-]{1,40})")
_TAG = re.compile(r"<(/?)([A-Za-z][A-Za-z0-9:-]*)([^<>]*)")
_EMPTY_ELEMENT = re.compile(r"<([A-Za-z][A-Za-z0-9]*)((?:\s[^<>]*)?)/>")
_FRAME = re.compile(r"<(?:html|body)\b", re.IGNORECASE)
_FRAME_END = re.compile(r"</(?:html|body)\s*>", re.IGNORECASE)
_CUT_TAG = re.compile(r"<[A-Za-z/!][^<>]*$")
_VOID = frozenset(
    {
        "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr",
    }
)  # fmt: skip
_SELF_CLOSING = frozenset(
    {
        "body", "colgroup", "dd", "dt", "head", "html", "li", "option", "p", "tbody", "td", "tfoot", "th",
        "thead", "tr",
    }
)  # fmt: skip
"""What the next of its kind closes."""
_STYLES = frozenset({"a", "b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u"})
_DRAWINGS = frozenset({"svg", "math"})
_NEVER_DRAWN = elements.BLOCKS | _STYLES | _VOID | {"span", "sub", "sup", "ruby", "var"}
"""What ends a drawing in which it stands."""
_STYLE_LIMITS = frozenset(["td", "th", "caption", "table", "template", "object", "marquee", "applet"])

_ENCODINGS = {
    **dict.fromkeys(("utf-8", "utf8", "unicode-1-1-utf-8", "utf-16", "utf-16le", "utf-16be"), "utf-8"),
    **dict.fromkeys(("iso-8859-1", "iso8859-1", "latin1", "us-ascii", "ascii", "windows-1252", "cp1252"), "cp1252"),
    **dict.fromkeys(("gb2312", "gbk", "gb_2312-80", "gb18030"), "gb18030"),
    **dict.fromkeys(("shift_jis", "shift-jis", "sjis", "windows-31j"), "cp932"),
    **dict.fromkeys(("ks_c_5601-1987", "euc-kr", "windows-949"), "cp949"),
    **{f"windows-{page}": f"cp{page}" for page in (874, *range(1250, 1259))},
    **{f"iso-8859-{part}": f"iso8859_{part}" for part in (2, 3, 4, 5, 6, 7, 8, 10, 13, 14, 15, 16)},
    "iso-8859-9": "cp1254", "iso-8859-11": "cp874", "big5": "big5hkscs", "euc-jp": "euc_jp", "koi8-r": "koi8_r",
    "koi8-u": "koi8_u", "ibm866": "cp866", "macintosh": "mac_roman", "x-mac-cyrillic": "mac_cyrillic",
}  # fmt: skip
"""Names that pages give to encodings, and what browsers read them as (a page of UTF-16 has a mark, or is none)."""


def decode_markup(data: bytes, name: str) -> str:
    """Return the markup of a page, ready to be parsed.

    Raises SourceError where the bytes are empty, binary, cut off, of another format or no markup, in an encoding that
    cannot be told, or nested beyond what any page is.
    """
    if not data:
        raise SourceError(f"{name} is empty; save the page again, or remove the file.")
    other = recognise_binary(data)
    if other:
        raise SourceError(f"{name} is {other}, not a web page; give it the suffix of its format.")
    markup = decoded(data, name, _declared(data[:DECLARATION_WINDOW]))
    if not _TAG.search(markup):
        raise SourceError(f"{name} has no HTML in it; if it is plain text, give it the suffix .txt.")
    _refuse_cut_off(markup, name)
    if markup.lstrip().startswith("<?xml"):
        markup = _EMPTY_ELEMENT.sub(_opened_and_closed, markup)
    _refuse_nested(markup, name)
    return markup


def _declared(head: bytes) -> str | None:
    found = _XML.match(head) or _META.search(head)
    return _ENCODINGS.get(found[1].decode("ascii").lower()) if found else None


def _opened_and_closed(found: re.Match[str]) -> str:
    """Return an element without contents as HTML writes it: only there, `<a id="x"/>` opens what is never closed."""
    return found[0] if found[1].lower() in _VOID else f"<{found[1]}{found[2]}></{found[1]}>"


def _refuse_cut_off(markup: str, name: str) -> None:
    end = markup[-DECLARATION_WINDOW:]
    if _CUT_TAG.search(end):
        raise SourceError(f"{name} ends inside a tag; it was cut off, so save the page again.")
    if _FRAME.search(markup) and not _FRAME_END.search(markup):
        raise SourceError(
            f"{name} opens <html> or <body> and does not close it; it was cut off, so save the page again, or add the "
            "closing tag if nothing is missing."
        )


def _refuse_nested(markup: str, name: str) -> None:
    """Raise SourceError where the parser would need more than linear time."""
    nested = styles = options = 0
    limits: list[int] = []
    in_drawing = False
    for tag in _TAG.finditer(markup):
        element, step = tag[2].lower(), -1 if tag[1] else 1
        if element in _DRAWINGS:
            in_drawing = step > 0
        elif element in _NEVER_DRAWN:
            in_drawing = False
        if in_drawing and tag[3].endswith("/"):
            continue
        if element in _STYLES:
            styles = max(0, styles + step)
        elif element in _STYLE_LIMITS and step > 0:
            limits.append(styles)
            styles = 0
        elif element in _STYLE_LIMITS and limits:
            styles = limits.pop()
        if element not in _VOID and element not in _SELF_CLOSING:
            nested = max(0, nested + step)
        options = 0 if element == "select" else options + (element == "option" and step > 0)
        if nested > MOST_NESTED or styles > MOST_OPEN_STYLES or options > MOST_OPTIONS:
            what = "options in a list" if options > MOST_OPTIONS else "elements open in one another"
            raise SourceError(
                f"{name} has far more {what} than a report, at character {tag.start()}; save its text as a .txt file "
                "in UTF-8."
            )
