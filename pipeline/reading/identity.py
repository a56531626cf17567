"""Names that stay: short, printable, and the same for as long as the words they name are the same."""

import hashlib
from functools import lru_cache

LENGTH = 12
"""Characters of a hash in an id: 60 bits, so that a collision stays unlikely over millions of paragraphs."""

DIGEST_BYTES = 8
_LETTERS = "abcdefghijklmnopqrstuvwxyz234567"
"""Of base 32, in lower case: five bits each."""
_PAIRS = tuple(left + right for left in _LETTERS for right in _LETTERS)
_SHIFTS = tuple(8 * DIGEST_BYTES - 10 * (place + 1) for place in range(LENGTH // 2))


def paragraph_id(document_id: str, text: str, occurrence: int) -> str:
    """Return the id of a paragraph, the `occurrence`-th (from 0) of its document that has this very text."""
    return f"p-{_hash(document_id, str(occurrence), text)}"


def numeral_id(paragraph: str, offset: int) -> str:
    """Return the id of the numeral that begins `offset` characters into the paragraph with that id."""
    return f"n-{_letters_of_place(paragraph, offset)}"


def fact_id(paragraph: str, offset: int) -> str:
    """Return the id of the fact of that numeral: the same letters after another prefix, so that the two match."""
    return f"f-{_letters_of_place(paragraph, offset)}"


@lru_cache(maxsize=1024)
def _letters_of_place(paragraph: str, offset: int) -> str:
    """Return what the ids of a numeral and of its fact share; asked for by each, and by those that point at them."""
    return _hash(paragraph, str(offset))


def _hash(*parts: str) -> str:
    encoded = [part.encode("utf-8", "surrogatepass") for part in parts]
    # The length in front keeps ("ab", "c") and ("a", "bc") apart.
    told = b"".join([len(data).to_bytes(8, "big") + data for data in encoded])
    bits = int.from_bytes(hashlib.blake2b(told, digest_size=DIGEST_BYTES).digest(), "big")
    return "".join([_PAIRS[bits >> shift & 1023] for shift in _SHIFTS])
