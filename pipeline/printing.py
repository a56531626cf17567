"""Text of a source on a terminal: shown, never obeyed."""

import re

_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
_BLANK = re.compile(r"\s+")


def printable(text: str) -> str:
    """Return the text with characters that steer a terminal or turn the direction of writing made visible."""
    return _CONTROL.sub(lambda found: f"\\x{ord(found[0]):02x}", text.replace("\r\n", "\n"))


def one_line(text: str) -> str:
    """Return the text on one line, printable."""
    return printable(_BLANK.sub(" ", text).strip())


def marked(text: str, start: int, end: int) -> str:
    """Return the text on one line with the characters between two offsets in double brackets."""
    return one_line(f"{text[:start]}[[{text[start:end]}]]{text[end:]}")
