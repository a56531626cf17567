"""What the first bytes of a file say it is, for a file that is not the text it is said to be."""

SIGNATURES: tuple[tuple[bytes, str], ...] = (
    (b"%PDF-", "a PDF document"),
    (b"PK\x03\x04", "a zip archive or an office document (docx, odt, epub)"),
    (b"PK\x05\x06", "an empty zip archive"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old or an encrypted office document (doc, xls)"),
    (b"{\\rtf", "a rich text document (rtf)"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ\x00", "an xz archive"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive"),
    (b"Rar!\x1a\x07", "a rar archive"),
    (b"\x28\xb5\x2f\xfd", "a zstandard archive"),
    (b"Salted__", "an encrypted file (openssl)"),
    (b"-----BEGIN PGP MESSAGE-----", "an encrypted message (PGP)"),
    (b"age-encryption.org/", "an encrypted file (age)"),
    (b"\x89PNG\r\n\x1a\n", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"II*\x00", "a TIFF image"),
    (b"MM\x00*", "a TIFF image"),
    (b"PAR1", "a Parquet table"),
    (b"SQLite format 3\x00", "an SQLite database"),
)

MARKUP: tuple[bytes, ...] = (b"<!doctype html", b"<html", b"<head", b"<?xml")

MARKUP_WINDOW = 512
"""Bytes at the start in which the first tag of a web page must stand, after blank lines."""


def recognise(data: bytes) -> str | None:
    """Return what the bytes are, with its article (`a PDF document`), or null where nothing says they are no text."""
    opening = data[:MARKUP_WINDOW].removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    return recognise_binary(data) or ("a web page (HTML or XML)" if opening.startswith(MARKUP) else None)


def recognise_binary(data: bytes) -> str | None:
    """Return what the bytes are where their first ones say that they are no text of any kind, else null."""
    return next((name for signature, name in SIGNATURES if data.startswith(signature)), None)
