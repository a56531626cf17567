"""Sources are found, none passed over, and read with their sidecars."""

import hashlib
from pathlib import Path

import pytest

from pipeline.errors import SidecarError, SourceError
from pipeline.reading import formats
from pipeline.reading.document import Sidecar
from pipeline.reading.source import document_from_text, find_sources, read_document

SIDECAR = Sidecar("T", "P", "KAZ", 2020, "https://example.org", "L")
YAML = "title: T\npublisher: P\ncountry: KAZ\nyear: 2020\nurl: https://example.org\nlicence: L\n"
TEXT = "\ufeffPolice detained 12 persons \u2013 six of them in “Almaty”.\r\n\r\nThree 😀 were fined 63,125 tenge.\r\n"


def put(path: Path, text: str = "Police detained 12 persons.") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode())
    return path


class TestReadDocument:
    def test_offsets_count_code_points_of_the_decoded_text(self, tmp_path: Path) -> None:
        path = put(tmp_path / "report.v2.txt", TEXT)
        put(tmp_path / "report.v2.yaml", YAML)

        document = read_document(path)

        assert document.text == TEXT.removeprefix("\ufeff")
        assert (document.document_id, document.path) == ("report.v2", str(path))
        assert document.sha256 == hashlib.sha256(TEXT.encode()).hexdigest()
        assert document.sidecar == SIDECAR
        assert [p.number for p in document.paragraphs] == [1, 2]
        assert [document.text[p.start : p.end] for p in document.paragraphs] == [p.text for p in document.paragraphs]
        assert document.paragraphs[1].text == "Three 😀 were fined 63,125 tenge."

    def test_a_text_gives_the_paragraphs_of_its_file(self, tmp_path: Path) -> None:
        path = put(tmp_path / "report.txt")

        read = read_document(path, SIDECAR)
        made = document_from_text("report", "Police detained 12 persons.", SIDECAR)

        assert (made.paragraphs, made.sha256, made.text) == (read.paragraphs, read.sha256, read.text)

    def test_one_changed_digit_is_found_by_the_hash(self, tmp_path: Path) -> None:
        path = put(tmp_path / "report.txt")
        put(tmp_path / "report.yaml", f"{YAML}sha256: {hashlib.sha256(path.read_bytes()).hexdigest()}\n")
        read_document(path, require_sha256=True)

        put(path, "Police detained 13 persons.")

        with pytest.raises(SourceError, match=r"report\.txt is not the file of its description: its sha256 is "):
            read_document(path)

    def test_the_hash_can_be_required(self, tmp_path: Path) -> None:
        path = put(tmp_path / "report.txt")
        put(tmp_path / "report.yaml", YAML)

        with pytest.raises(SidecarError, match=r"report\.yaml lacks the key `sha256`"):
            read_document(path, require_sha256=True)
        with pytest.raises(SidecarError, match="lacks `sha256`"):
            read_document(path, SIDECAR, require_sha256=True)

    def test_without_a_sidecar(self, tmp_path: Path) -> None:
        with pytest.raises(SidecarError, match=r"report\.yaml is missing"):
            read_document(put(tmp_path / "report.txt"))

    @pytest.mark.parametrize(
        ("name", "clause"),
        [
            ("report.DOCX", "a Word document, which cannot be read yet; save its text as report.txt in UTF-8"),
            ("report.csv", "has the suffix .csv and is not known as a source; give it the suffix of its format"),
            ("report", "has no suffix"),
            ("report.yaml", "is a description, not a source"),
        ],
    )
    def test_another_format(self, tmp_path: Path, name: str, clause: str) -> None:
        with pytest.raises(SourceError, match=clause):
            read_document(put(tmp_path / name), SIDECAR)

    def test_what_cannot_be_opened(self, tmp_path: Path) -> None:
        with pytest.raises(SourceError, match="does not exist; check the path"):
            read_document(tmp_path / "absent.txt", SIDECAR)
        (tmp_path / "folder.txt").mkdir()
        with pytest.raises(SourceError, match="is a folder"):
            read_document(tmp_path / "folder.txt", SIDECAR)

    def test_too_large(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(formats, "LARGEST_SOURCE", 20)

        with pytest.raises(SourceError, match="is too large: 27 bytes, and at most 20 are read; split it"):
            read_document(put(tmp_path / "report.txt"), SIDECAR)


class TestFindSources:
    def test_files_and_folders_sorted_by_code_points_each_once(self, tmp_path: Path) -> None:
        names = ["a.txt", "B.txt", "é.txt", "z.TXT", "inner/c.txt"]
        sources = [put(tmp_path / name) for name in names]
        put(tmp_path / "a.yaml", YAML)
        put(tmp_path / ".DS_Store", "\0")
        put(tmp_path / ".gitignore", "")

        found = find_sources([sources[0], tmp_path, tmp_path / "inner" / ".." / "a.txt"])

        assert [str(path.relative_to(tmp_path)) for path in found] == [
            "B.txt",
            "a.txt",
            "inner/c.txt",
            "z.TXT",
            "é.txt",
        ]

    def test_a_document_of_a_format_that_is_not_read_is_a_source_whose_reading_fails(self, tmp_path: Path) -> None:
        word = put(tmp_path / "b.docx", "PK")
        put(tmp_path / "b.yaml", YAML)

        assert find_sources([tmp_path]) == [word]
        with pytest.raises(SourceError, match=r"b\.docx is a Word document, which cannot be read yet; save its text"):
            read_document(word)

    @pytest.mark.parametrize(
        ("name", "clause"),
        [
            ("b.csv", "b.csv has the suffix .csv"),
            ("README", "README has no suffix"),
            ("b.yaml", "b.yaml describes no source"),
            ("a.yml", "a.yml has the suffix .yml"),
            (".b.txt", ".b.txt is hidden"),
            (".a.yaml", ".a.yaml is hidden"),
            ("inner/b.csv", "b.csv has the suffix .csv"),
            ("inner/a.yaml", "a.yaml describes no source"),
            (".adding-b.txt", "is left from an addition that was broken off; delete it"),
            (".adding-b.yaml", "is left from an addition that was broken off; delete it"),
            ("b\n.txt", "has a name that cannot be printed"),
        ],
    )
    def test_any_other_file_of_a_folder_is_named(self, tmp_path: Path, name: str, clause: str) -> None:
        put(tmp_path / "a.txt")
        put(tmp_path / name)

        with pytest.raises(SourceError, match=clause) as refusal:
            find_sources([tmp_path])

        assert ";" in str(refusal.value)
        assert "\n" not in str(refusal.value)

    def test_two_of_one_name(self, tmp_path: Path) -> None:
        first, second = put(tmp_path / "a" / "x.txt"), put(tmp_path / "b" / "x.txt")

        with pytest.raises(SourceError, match=f"{first} and {second} have the same name"):
            find_sources([second, first])

    def test_what_is_not_there(self, tmp_path: Path) -> None:
        with pytest.raises(SourceError, match=r"absent does not exist"):
            find_sources([tmp_path / "absent"])
        with pytest.raises(SourceError, match="holds no source"):
            find_sources([tmp_path])

    def test_a_link_that_leads_back(self, tmp_path: Path) -> None:
        put(tmp_path / "a.txt")
        (tmp_path / "loop").symlink_to(tmp_path, target_is_directory=True)

        with pytest.raises(SourceError, match="leads back to a folder"):
            find_sources([tmp_path])

    def test_a_link_that_leads_nowhere(self, tmp_path: Path) -> None:
        (tmp_path / "a.txt").symlink_to(tmp_path / "absent.txt")

        (found,) = find_sources([tmp_path])
        with pytest.raises(SourceError, match="does not exist"):
            read_document(found, SIDECAR)
