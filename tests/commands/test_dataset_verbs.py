"""The verbs that read the built tables: `explain`, `cite`, `review`."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml
from pyarrow import parquet

from schemas.dataset import DATASET

Run = Callable[..., tuple[int, str, str]]


class TestExplain:
    """`tallybook explain`."""

    @pytest.mark.parametrize("name", ["f-aaa", "n-aaa", "road:16", "road:17", "some/where/road.txt:16"])
    def test_tells_a_fact_by_any_of_its_names(self, run: Run, dataset: Path, name: str) -> None:
        status, out, err = run("explain", name, "--dataset", dataset)

        assert (status, err) == (0, "")
        assert out.splitlines()[0] == "Police detained [[53]] protesters."
        assert "detention.persons_detained, by detain" in out
        assert "2020-06-06 to ..." in out
        assert "  because    They were detained.\n  because    No other verb is near.\n" in out
        assert "  considered The noun 'protesters' also calls up assembly.participants" in out

    def test_tells_the_details_that_the_row_has_and_no_others(self, run: Run, dataset: Path) -> None:
        lines = run("explain", "f-aaa", "--dataset", dataset)[1].splitlines()
        told = {line[:12].strip(): line[12:].strip() for line in lines[1:]}

        assert told["in US$"] == "10 to 12.5, as the text says"
        assert (told["payer"], told["category"], told["of note"]) == ("individual", "women", "a suspended sentence")
        assert told.keys().isdisjoint({"party", "person", "also"})

    def test_tells_why_a_number_has_no_fact(self, run: Run, dataset: Path) -> None:
        out = run("explain", "n-bba", "--dataset", dataset)[1]

        assert "nothing asks for lanes" in out
        assert "value 12.5, lane" in out

    def test_says_what_was_considered_of_a_number_without_a_fact(self, run: Run, dataset: Path) -> None:
        lines = run("explain", "n-bbb", "--dataset", dataset)[1].splitlines()

        assert any(line.startswith("  considered The verb 'has' calls up ") for line in lines)

    def test_says_that_the_row_is_of_another_reading(self, run: Run, dataset: Path) -> None:
        path = dataset / "facts.parquet"
        table = parquet.read_table(path)
        place = table.column_names.index("indicator")
        parquet.write_table(table.set_column(place, "indicator", [["justice.persons_fined"]]), path)
        out = run("explain", "f-aaa", "--dataset", dataset)[1]

        assert out.endswith(
            "  considered This program reads detention.persons_detained here: the dataset is of another version, or a "
            "reviewer corrected the row.\n"
        )

    def test_marks_the_number_meant_and_not_its_twin(self, run: Run, dataset: Path) -> None:
        marked = [run("explain", name, "--dataset", dataset)[1].splitlines()[0] for name in ("n-bba", "n-bbb")]

        assert "[[12.5]] is a lot" in marked[0]
        assert "has [[12.5]] lanes" in marked[1]

    def test_text_of_a_source_cannot_steer_the_terminal(self, run: Run, dataset: Path) -> None:
        out = run("explain", "n-bba", "--dataset", dataset)[1]

        assert "\x1b" not in out
        assert "\\x1b[31m" in out

    @pytest.mark.parametrize(
        ("name", "nearest"),
        [
            ("f-aab", "f-aaa"),
            ("n-aab", "n-aaa"),
            ("raod:16", "road"),
            ("road:15", "road:16 (53)"),
            ("road:x", "OFFSET"),
        ],
    )
    def test_an_unknown_name_gets_the_nearest(self, run: Run, dataset: Path, name: str, nearest: str) -> None:
        status, out, err = run("explain", name, "--dataset", dataset)

        assert (status, out) == (2, "")
        assert name.split(":", maxsplit=1)[0] in err
        assert nearest in err


class TestCite:
    """`tallybook cite`."""

    def test_names_source_place_words_address_and_row(self, run: Run, dataset: Path) -> None:
        assert run("cite", "f-aaa", "--dataset", dataset)[1].splitlines() == [
            "Ministry. Roads. 2021-03-30. [Excerpt.] Retrieved 2021-04-01.",
            "1 > Roads, page 12, paragraph 1.",
            '"Police detained [[53]] protesters."',
            "https://example.org/#:~:text=Police",
            f"The tallybook maintainers. {DATASET.title}. Version 0.0.test, row f-aaa (detention.persons_detained).",
        ]

    def test_the_beginning_of_an_id_is_enough(self, run: Run, dataset: Path) -> None:
        assert run("cite", "f-a", "--dataset", dataset) == run("cite", "f-aaa", "--dataset", dataset)

    def test_a_beginning_of_many_ids_lists_them(self, run: Run, dataset: Path) -> None:
        status, out, err = run("explain", "n-bb", "--dataset", dataset)

        assert (status, out) == (2, "")
        assert err == ("tallybook: n-bb: 3 ids begin so, n-bba, n-bbb, n-bbc; write more of the one you mean.\n")

    def test_a_number_without_a_fact_cannot_be_cited(self, run: Run, dataset: Path) -> None:
        status, out, err = run("cite", "n-bba", "--dataset", dataset)

        assert (status, out) == (2, "")
        assert "f-aaa" in err


class TestReview:
    """`tallybook review`."""

    def test_groups_by_head_noun_and_verb_most_frequent_first(self, run: Run, dataset: Path) -> None:
        lines = run("review", "--dataset", dataset)[1].splitlines()

        assert lines[0] == "  1. 2, lane / have: nothing asks for lanes"
        assert lines[2] == "  2. 1, lot / be: nothing asks for lanes"
        assert lines[-1] == "3 uncoded quantities in 2 groups."

    def test_says_what_it_does_not_show(self, run: Run, dataset: Path) -> None:
        out = run("review", "--limit", "1", "--dataset", dataset)[1]

        assert "lots" not in out
        assert out.endswith("3 uncoded quantities in 2 groups, 1 groups not shown (--limit).\n")

    def test_drafts_an_entry_of_the_codebook(self, run: Run, dataset: Path) -> None:
        status, out, err = run("review", "--draft", "1", "--dataset", dataset)
        (entry,) = yaml.safe_load(out)

        assert (status, err) == (0, "")
        assert (entry["id"], entry["unit"], entry["heads"]) == ("family.lane", "lane", ["lane"])
        assert entry["events"] == [{"verbs": ["have"]}]
        assert [example["gives"] for example in entry["examples"]] == [
            [{"numeral": "12.5", "counted": "lanes of roads"}],
            [{"numeral": "12.5", "counted": "lanes"}],
        ]
        assert (entry["examples"][0]["country"], entry["examples"][0]["year"]) == ("GBR", 2020)
        assert "\x1b" not in out

    def test_has_no_draft_of_a_group_that_is_not_there(self, run: Run, dataset: Path) -> None:
        status, out, err = run("review", "--draft", "3", "--dataset", dataset)

        assert (status, out) == (2, "")
        assert err == "tallybook: --draft 3: there are 2 groups; see them with tallybook review.\n"


class TestBrokenTables:
    """A dataset that is not whole."""

    def test_a_file_that_is_no_table(self, run: Run, dataset: Path) -> None:
        (dataset / "facts.parquet").write_bytes(b"PAR1 and no more")
        status, out, err = run("cite", "f-aaa", "--dataset", dataset)

        assert (status, out) == (2, "")
        assert "facts.parquet" in err

    def test_a_table_that_lacks_a_column(self, run: Run, dataset: Path) -> None:
        path = dataset / "facts.parquet"
        parquet.write_table(parquet.read_table(path).drop_columns(["quote"]), path)
        status, out, err = run("cite", "f-aaa", "--dataset", dataset)

        assert (status, out) == (2, "")
        assert "quote" in err

    def test_a_quote_that_is_not_in_its_paragraph(self, run: Run, dataset: Path) -> None:
        path = dataset / "facts.parquet"
        table = parquet.read_table(path)
        place = table.column_names.index("quote")
        parquet.write_table(table.set_column(place, "quote", [["Police detained 54 protesters."]]), path)
        status, out, err = run("cite", "f-aaa", "--dataset", dataset)

        assert (status, out) == (2, "")
        assert "p-1" in err


@pytest.mark.parametrize("line", [["explain", "road:16"], ["cite", "f-aaa"], ["review"]])
def test_the_verbs_do_without_pandas(line: list[str], dataset: Path) -> None:
    code = (
        "import sys, pipeline.commands.main as m\n"
        f"assert m.main({[*line, '--dataset', str(dataset)]!r}) == 0\n"
        "print(sorted({'pandas', 'pandera', 'dvc', 'rich'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert done.stdout.splitlines()[-1] == "[]"
