"""The word lists of reading are whole."""

import re
from collections import Counter

import pytest

from pipeline.errors import CodebookError
from pipeline.reading.lexicon import load_words

READ_IN_TEXT = ("phrases", "openings", "labels", "lines", "patterns")


def test_each_word_of_furniture_stands_once_in_lower_case_with_a_reason() -> None:
    lists = load_words("furniture.yaml")
    families = [family for kind in lists.values() for family in kind]
    words = [word for kind in READ_IN_TEXT for family in lists[kind] for word in family["words"]]

    assert set(lists) == {"phrases", "openings", "labels", "lines", "patterns", "classes", "hidden"}
    assert len(words) > 100
    assert all(family["reason"].strip() for family in families)
    assert [word for word, times in Counter(words).items() if times > 1] == []
    plain = [word for kind in set(lists) - {"patterns"} for family in lists[kind] for word in family["words"]]
    assert [word for word in plain if word != word.lower() or word != word.strip()] == []
    assert [pattern for family in lists["patterns"] for pattern in family["words"] if re.fullmatch(pattern, "")] == []


def test_each_word_of_headings_stands_once_in_lower_case() -> None:
    lists = load_words("headings.yaml")

    assert len(lists) == 5
    for name, words in lists.items():
        assert len(words) > 5, name
        assert [word for word, times in Counter(words).items() if times > 1 or word != word.lower()] == [], name


def test_words_that_yaml_takes_for_truth_values_stay_words() -> None:
    assert "on" in load_words("headings.yaml")["small_words"]


def test_a_missing_list() -> None:
    with pytest.raises(CodebookError, match=r"schemas/lexicon/absent\.yaml cannot be read; restore it"):
        load_words("absent.yaml")
