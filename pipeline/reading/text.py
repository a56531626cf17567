"""Plain text: from the bytes of a file to its characters and blocks, or a sentence that says why not.

Line ends are kept as they stand and a byte-order mark is not counted, so that an offset is a place in the file's own
text.
"""

import codecs
import unicodedata

from pipeline.errors import SourceError
from pipeline.reading.blocks import Block, SourceText
from pipeline.reading.paragraphs import split_paragraphs
from pipeline.reading.signatures import recognise

# UTF-32 first: its mark begins with that of UTF-16.
MARKED_ENCODINGS: tuple[tuple[bytes, str, str], ...] = (
    (codecs.BOM_UTF32_LE, "utf-32-le", "UTF-32"),
    (codecs.BOM_UTF32_BE, "utf-32-be", "UTF-32"),
    (codecs.BOM_UTF16_LE, "utf-16-le", "UTF-16"),
    (codecs.BOM_UTF16_BE, "utf-16-be", "UTF-16"),
)

FEW_HIGH_BYTES = 3
LARGEST_SHARE_OF_HIGH_BYTES = 0.10
"""Above it a single-byte text is not in a western European alphabet, and windows-1252 would make letter salad of it."""

FEW_CONTROL_CHARACTERS = 3
LARGEST_SHARE_OF_CONTROL_CHARACTERS = 0.01

SAVE_AS_UTF8 = "save it as plain text in UTF-8"


def read(data: bytes, name: str) -> SourceText:
    """Return the text of a file with that name, as it stands, and its blocks.

    Raises SourceError as `decode` does.
    """
    return as_source(decode(data, name))


def as_source(text: str) -> SourceText:
    """Return a plain text with its blocks, of which nothing is known but where they stand."""
    return SourceText(text, tuple(Block(span.start, span.end) for span in split_paragraphs(text)))


def decode(data: bytes, name: str) -> str:
    """Return the text of a file with that name, as it stands.

    Raises SourceError where the bytes are empty, binary, cut off, of another format, or in an encoding that cannot be
    told.
    """
    if not data:
        raise SourceError(f"{name} is empty; put the report's text into it or remove it.")
    other = recognise(data)
    if other:
        raise SourceError(f"{name} is {other}, not plain text; {SAVE_AS_UTF8}.")
    text = decoded(data, name)
    if not any(not character.isspace() and unicodedata.category(character) != "Cf" for character in text):
        raise SourceError(f"{name} holds no text, only blanks; put the report's text into it or remove it.")
    return text


def decoded(data: bytes, name: str, declared: str | None = None) -> str:
    """Return the characters of a file; `declared` is the encoding that it gives itself, believed where it is not UTF-8.

    Raises SourceError where the bytes are cut off, binary, or in an encoding that cannot be told.
    """
    text = _unchecked(data, name, declared)
    _refuse_binary(text, name)
    return text


def _unchecked(data: bytes, name: str, declared: str | None) -> str:
    for mark, encoding, title in MARKED_ENCODINGS:
        if data.startswith(mark):
            return _decoded_as_marked(data[len(mark) :], name, encoding, title)
    _refuse_nul(data, name)
    try:
        return data.removeprefix(codecs.BOM_UTF8).decode("utf-8")
    except UnicodeDecodeError as error:
        if declared is not None and declared != "utf-8":
            return _decoded_as_declared(data, name, declared)
        return _decoded_without_utf8(data, name, error)


def _decoded_as_declared(data: bytes, name: str, declared: str) -> str:
    try:
        return data.decode(declared)
    except UnicodeDecodeError as error:
        raise SourceError(
            f"{name} says that it is in {declared} and is not at byte {error.start}; copy it again, or {SAVE_AS_UTF8}."
        ) from error


def _decoded_as_marked(data: bytes, name: str, encoding: str, title: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        if error.end == len(data):
            message = f"{name} ends in the middle of a character of {title}; it was cut off, so copy it again."
        else:
            message = f"{name} begins as {title} and is not at byte {error.start}; copy it again, or {SAVE_AS_UTF8}."
        raise SourceError(message) from error


def _decoded_without_utf8(data: bytes, name: str, error: UnicodeDecodeError) -> str:
    """Return the text in windows-1252, where all that is known of the bytes speaks for it."""
    offset = len(data) - len(error.object) + error.start
    if error.reason == "unexpected end of data":
        raise SourceError(
            f"{name} ends in the middle of a character of UTF-8; it was cut off, so copy it again."
        ) from error
    if data.startswith(codecs.BOM_UTF8) or _is_mostly_utf8(data):
        raise SourceError(
            f"{name} is UTF-8 with a damaged character at byte {offset}; copy it again, or repair that character."
        ) from error
    high = len(data) - len(data.translate(None, bytes(range(0x80, 0x100))))
    if high > max(FEW_HIGH_BYTES, LARGEST_SHARE_OF_HIGH_BYTES * len(data)):
        raise SourceError(
            f"{name} is in an encoding that cannot be told for certain (byte {offset} is not UTF-8); {SAVE_AS_UTF8}."
        ) from error
    try:
        return data.decode("windows-1252")
    except UnicodeDecodeError as second:
        raise SourceError(
            f"{name} is neither UTF-8 nor windows-1252 (see byte {second.start}); {SAVE_AS_UTF8}."
        ) from second


def _is_mostly_utf8(data: bytes) -> bool:
    """Return whether what is beyond ASCII is whole UTF-8 more often than not: by chance, windows-1252 seldom is."""
    whole = sum(not character.isascii() for character in data.decode("utf-8", "ignore"))
    broken = data.decode("utf-8", "replace").count("\ufffd")
    return whole >= broken


def _refuse_nul(data: bytes, name: str) -> None:
    offset = data.find(b"\0")
    if offset >= 0:
        raise SourceError(
            f"{name} is not text: byte {offset} is a NUL, as in binary files or unmarked UTF-16; {SAVE_AS_UTF8}."
        )


def _refuse_binary(text: str, name: str) -> None:
    if "\0" in text:
        raise SourceError(f"{name} is not text: character {text.index(chr(0))} is a NUL; {SAVE_AS_UTF8}.")
    controls = sum(text.count(chr(code)) for code in range(1, 32) if not chr(code).isspace())
    if controls > max(FEW_CONTROL_CHARACTERS, LARGEST_SHARE_OF_CONTROL_CHARACTERS * len(text)):
        raise SourceError(f"{name} is not text: it has {controls} control characters; {SAVE_AS_UTF8}.")
