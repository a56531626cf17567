"""Where sentences end, and what their tokens are."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.language.sentences import sentence_spans, tokenize
from pipeline.reading.note_marks import RAISED, without_bracketed

TWO_SENTENCES = (
    "Police held 53 men.|Courts fined seven.",
    "He was freed in 2019.|In May he fled.",
    "He came at 3 p.m.|The crowd left.",
    "He left in the 1990s.|12 men stayed.",
    "The ministry denied it.[12]|The press agreed.",
    "The ministry denied it.¹²|The press agreed.",
    "The ministry denied it.12|The press agreed.",
    "“We deny it.”|The press agreed.",
    "Was it so?|No one knew.",
)
ONE_SENTENCE = (
    "Mr. Smith was fined.",
    "Gen. Smith and Lt. Col. Jones were fined.",
    "He lives in St. Petersburg today.",
    "The U.S. Embassy was closed.",
    "Under Art. 10 speech is free.",
    "Law No. 12 applies.",
    "See p. 12 of the annex.",
    "See pp. 12-15 of the annex.",
    "Under s. 34 appeals are free.",
    "He was held on Sept. 5 in the capital.",
    "He paid Rs. 500 to the guard.",
    "He paid S/. 500 to the guard.",
    "He came at 5 p.m. Tuesday with friends.",
    "See section 7.a. for details.",
    "J. Smith was fined.",
)
TOKENS = (
    ("1,204 men", ("1,204", "men")),
    ("10\u00a0000 men", ("10\u00a0000", "men")),
    ("the 1990s", ("the", "1990s")),
    ("fined³ 12 men 63,125⁴ tenge.", ("fined", "12", "men", "63,125", "tenge", ".")),
    ("fined[3] 12 men 63,125[14] tenge.[5]", ("fined", "12", "men", "63,125", "tenge", ".")),
    ("“[12] men” [3]", ("“", "[", "12", "]", "men", "”", "[", "3", "]")),
    ("12 km², 3m²", ("12", "km²", ",", "3", "m²")),
    ("12\t140", ("12", "\t", "140")),
    ("the '90s", ("the", "'90s")),
    ("2½ years", ("2", "½", "years")),
    ("section 7.a. for", ("section", "7.a.", "for")),
    ("Law 6/2010", ("law", "6/2010")),
    ("7:30 p.m.", ("7:30", "p.m.")),
    ("the 21st day", ("the", "21st", "day")),
    ("re-elected twice", ("reelected", "twice")),
    ("the U.S. envoy", ("the", "u.s.", "envoy")),
    ("men’s rights", ("men", "'s", "rights")),
    ("N'Djamena fell", ("n'djamena", "fell")),
    ("2019-12-31", ("2019-12-31",)),
    (".5 percent", (".5", "percent")),
    ("50-50", ("50", "-", "50")),
)


@pytest.mark.parametrize("marked", TWO_SENTENCES)
def test_two_sentences(marked: str) -> None:
    text = marked.replace("|", " ")

    assert [text[start:end] for start, end in sentence_spans(text)] == marked.split("|")


@pytest.mark.parametrize("text", ONE_SENTENCE)
def test_one_sentence(text: str) -> None:
    assert list(sentence_spans(text)) == [(0, len(text))]


@pytest.mark.parametrize(("text", "words"), TOKENS)
def test_tokens(text: str, words: tuple[str, ...]) -> None:
    assert tokenize(text, 0, len(text)).words == words


@given(st.text())
def test_tokens_hold_every_character_that_is_no_space_and_no_mark_of_a_note(text: str) -> None:
    sentence = tokenize(text, 0, len(text))
    kept = "".join(without_bracketed(text).translate(dict.fromkeys(map(ord, RAISED), " ")).split())

    assert kept == "".join("".join(sentence.surfaces).split()).translate(dict.fromkeys(map(ord, RAISED)))
    assert all(
        text[a:b] == surface for a, b, surface in zip(sentence.starts, sentence.ends, sentence.surfaces, strict=True)
    )


@given(st.text(alphabet=st.sampled_from("aB1. !?”[]\n()")))
def test_sentences_lose_only_space(text: str) -> None:
    spans = list(sentence_spans(text))

    assert "".join(text.split()) == "".join("".join(text[start:end] for start, end in spans).split())
