"""Bytes become text or a sentence."""

import codecs
import gzip
import zipfile
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.errors import SourceError
from pipeline.reading.text import decode

REPORT = "On June 6, police detained “53” protesters in Sokodé\N{EN DASH}seven of whom were fined.\r\n"


class TestEncodings:
    def test_utf8_is_kept_as_it_stands(self) -> None:
        assert decode(REPORT.encode(), "a.txt") == REPORT

    def test_a_byte_order_mark_is_not_counted(self) -> None:
        assert decode(codecs.BOM_UTF8 + REPORT.encode(), "a.txt") == REPORT

    @pytest.mark.parametrize(
        ("mark", "encoding"),
        [
            (codecs.BOM_UTF16_LE, "utf-16-le"),
            (codecs.BOM_UTF16_BE, "utf-16-be"),
            (codecs.BOM_UTF32_LE, "utf-32-le"),
            (codecs.BOM_UTF32_BE, "utf-32-be"),
        ],
    )
    def test_a_marked_encoding_is_read(self, mark: bytes, encoding: str) -> None:
        assert decode(mark + REPORT.encode(encoding), "a.txt") == REPORT

    def test_windows_1252_is_read_where_its_letters_are_few(self) -> None:
        assert decode(REPORT.encode("windows-1252"), "a.txt") == REPORT

    def test_a_capital_before_a_closing_quote_is_not_taken_for_utf8(self) -> None:
        text = (
            "The party “ÉLAN CAFÉ” won “12” seats; “Été” won, it said, seven seats in the lower chamber of parliament."
        )

        assert decode(text.encode("windows-1252"), "a.txt") == text

    @given(st.text().filter(lambda text: text.strip() and text.isprintable()))
    def test_any_text_comes_back_from_utf8(self, text: str) -> None:
        try:
            assert decode(text.encode(), "a.txt") == text
        except SourceError as error:
            assert "no text" in str(error) or text.startswith(("<", "BZh", "{"))  # noqa: PT017 by chance

    @given(st.binary(max_size=300))
    def test_any_bytes_give_text_or_one_sentence(self, data: bytes) -> None:
        try:
            text = decode(data, "a.txt")
        except SourceError as error:
            assert str(error).startswith("a.txt ")  # noqa: PT017
            assert "\n" not in str(error)  # noqa: PT017
        else:
            assert text.strip()


def _zip() -> bytes:
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("word/document.xml", "<w:document/>")
    return buffer.getvalue()


class TestRefusals:
    @pytest.mark.parametrize(
        ("data", "clause"),
        [
            (b"", "is empty"),
            (b" \r\n\t\n", "holds no text"),
            (codecs.BOM_UTF8, "holds no text"),
            ("\u200b\n\ufeff".encode(), "holds no text"),
            (b"Police detained 12\x00 persons.", "byte 18 is a NUL"),
            ("Police detained 12 persons.".encode("utf-16-le"), "byte 1 is a NUL"),
            (codecs.BOM_UTF16_LE + "a\0b".encode("utf-16-le"), "is a NUL"),
            ("in Sokodé".encode()[:-1], "middle of a character of UTF-8"),
            ((codecs.BOM_UTF16_LE + "Sokodé".encode("utf-16-le"))[:-1], "middle of a character of UTF-16"),
            (codecs.BOM_UTF16_LE + b"\x00\xdcab", "is not at byte 0"),
            ("Sokodé, “12” ".encode() + b"\xff persons in Lom\xc3\xa9", "damaged character at byte 18"),
            (codecs.BOM_UTF8 + b"caf\xe9 and more", "damaged character"),
            ("Полиция задержала 12 человек.".encode("windows-1251"), "cannot be told for certain"),
            (b"twelve persons \x81 were held", "neither UTF-8 nor windows-1252"),
            (b"%PDF-1.7\n1 0 obj", "is a PDF document"),
            (_zip(), "is a zip archive or an office document"),
            (gzip.compress(b"text", mtime=0), "is a gzip archive"),
            (b"-----BEGIN PGP MESSAGE-----\n", "is an encrypted message"),
            (b"Salted__12345678", "is an encrypted file"),
            (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "encrypted office document"),
            (b"\n <!DOCTYPE html><html>12</html>", "is a web page"),
            (codecs.BOM_UTF8 + b"<html>", "is a web page"),
            (b"\x01\x02\x03\x04\x05 text", "control characters"),
        ],
    )
    def test_each_is_one_sentence_with_the_file_and_a_remedy(self, data: bytes, clause: str) -> None:
        with pytest.raises(SourceError) as refusal:
            decode(data, "reports/a.txt")

        sentence = str(refusal.value)
        assert sentence.startswith("reports/a.txt ")
        assert clause in sentence
        assert ";" in sentence
        assert sentence.endswith(".")
        assert "\n" not in sentence
