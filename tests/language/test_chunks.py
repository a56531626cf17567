"""Sentences as rows of chunks: which words stand together, and what they are."""

import pytest

from pipeline.language.chunking import chunk
from pipeline.language.chunks import Chunk, Kind, Span, VerbForm
from pipeline.language.sentences import tokenize

_KINDS = {
    "np": Kind.NOUN_PHRASE,
    "date": Kind.DATE,
    "verb": Kind.VERB,
    "prep": Kind.PREPOSITION,
    "and": Kind.CONJUNCTION,
    "sub": Kind.SUBORDINATOR,
    "rel": Kind.RELATIVE,
    "comma": Kind.COMMA,
    "open": Kind.OPEN,
    "close": Kind.CLOSE,
    "adv": Kind.ADVERB,
}

# Chunks divided by strokes, each after its kind; figures of four digits are years.
ROWS = (
    "np The police | verb detained | np 12 protesters | prep in | np the capital",
    "np The 14 senior members | prep of | np the party | verb had not yet been released",
    "np A 76-seat chamber | verb opened",
    "np The newly elected deputies | verb met",
    "np The ministry | verb reported | sub that | np 30 inmates | verb died",
    "np Women | comma , | rel who | verb hold | np 20 seats | comma , | verb protested",
    "np Courts | verb acquitted | np nine men | and and | verb fined | np the others",
    "prep In | date 2019 | np courts | verb sentenced | np 7 men",
    "prep In | date September | np courts | verb sentenced | np 7 men",
    "np All the prisoners | verb went | prep to | np court",
    "np The journalist's two brothers | verb fled",
    "np The fine | open ( | np 300 dollars | close ) | verb was paid",
    "adv Reportedly | np police | verb did not intervene",
    "np They | verb hoped | verb to return | adv home",
    "np The law | verb bans | np public gatherings",
    "np The data | verb show | np 12 cases",
    "np The toll | prep of | np 276 | verb exceeds | np the number | prep of | np victims",
    "np 12 security forces personnel | verb fled",
    "np Guards | verb shot | np 12 dead | prep following | np clashes",
    "np The following 12 men | verb fled",
    "np 70 persons | verb fled | prep with | np 400 | verb arriving | prep by | np sea",
    "np The agency | verb helped | np 12 refugees | verb return | adv home",
    "np The law | verb sets | np fines | and and | verb may add | np others",
    "np The law | verb sets | np terms | prep of | np 5 years’ imprisonment",
    "np The police | verb fine | np drivers",
    "np Police station chiefs | verb met",
    "np Police records | verb list | adv only | np 6 deaths",
    "np The report | comma , | verb issued | prep in | date May | comma , | verb documents | np 88 cases",
    "np The officers’ arrest | verb followed",
    "np The 12 prisoners | verb had either been pardoned",
    "prep In | np 7 provinces | np women | verb voted",
    "np The 300 refugees | verb live | prep in | np camps",
    "np The 300 migrants | verb work | prep in | np mines",
    "np The workers strike | prep in | date May | verb ended",
    "prep During | np the year | np courts | verb sentenced | np 7 men",
    "prep By | np the year end | comma , | np courts | verb had sentenced | np 7 men",
    "prep In | np the Senate | np women | verb held | np 9 seats",
    "np 12 human rights activists | verb met",
    "prep Among | np the 40 wounded | verb were | np children",
    "np 58 persons | verb were | np dead | and and | np 40 | verb injured",
    "np The number | verb rose | prep to | np 30 | np last year",
    "np Police | verb held | np 30 such suspects",
    "np They | verb died | adv ahead | prep of | np a march",
)


def _chunks(text: str) -> tuple[tuple[Chunk, ...], list[str]]:
    sentence = tokenize(text, 0, len(text))
    spans = [
        Span(at, at, "date" if len(word) == len("2019") else "number")
        for at, word in enumerate(sentence.words)
        if word.isdigit()
    ]
    chunks = chunk(sentence, spans)
    return chunks, [text[sentence.starts[found.first] : sentence.ends[found.last]] for found in chunks]


@pytest.mark.parametrize("row", ROWS)
def test_rows(row: str) -> None:
    expected = [tuple(part.strip().split(" ", 1)) for part in row.split("|")]
    text = " ".join(words for _, words in expected).replace("( ", "(").replace(" )", ")").replace(" ,", ",")

    chunks, words = _chunks(text)

    assert [(found.kind, part) for found, part in zip(chunks, words, strict=True)] == [
        (_KINDS[kind], part) for kind, part in expected
    ]


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("the 14 senior members", "members"),
        ("a 76-seat chamber", "chamber"),
        ("the journalist's two brothers", "brothers"),
        ("those", "those"),
    ],
)
def test_heads_of_noun_phrases(text: str, word: str) -> None:
    chunks, _ = _chunks(text)

    assert [found.word for found in chunks] == [word]


def test_quotation_marks_part_no_phrase_and_end_none() -> None:
    _, words = _chunks("Some 200 “foreign agents” were registered")

    assert words == ["Some 200 “foreign agents", "were registered"]


def test_a_number_counts_the_word_that_it_is_hyphenated_with() -> None:
    (seats,), _ = _chunks("a 76-seat chamber")
    (members,), _ = _chunks("the 76 members")

    assert seats.hyphenated
    assert not members.hyphenated
    assert seats.number == members.number == 0


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They were released.", Chunk(Kind.VERB, 1, 2, 2, "release", passive=True)),
        ("They had been released.", Chunk(Kind.VERB, 1, 3, 3, "release", passive=True, perfect=True)),
        ("They did not attend.", Chunk(Kind.VERB, 1, 3, 3, "attend", negated=True)),
        ("They may attend.", Chunk(Kind.VERB, 1, 2, 2, "attend", modal="may")),
        ("They were to attend.", Chunk(Kind.VERB, 1, 3, 3, "attend", modal="to")),
        ("They were attending.", Chunk(Kind.VERB, 1, 2, 2, "attend")),
        ("They left.", Chunk(Kind.VERB, 1, 1, 1, "leave", form=VerbForm.PAST_OR_PARTICIPLE)),
        ("They wrote.", Chunk(Kind.VERB, 1, 1, 1, "write")),
        ("They were few.", Chunk(Kind.VERB, 1, 1, 1, "be")),
        ("They have attended.", Chunk(Kind.VERB, 1, 2, 2, "attend", perfect=True)),
        ("Police began killing them.", Chunk(Kind.VERB, 2, 2, 2, "kill", form=VerbForm.GERUND)),
        ("Those held may attend.", Chunk(Kind.VERB, 2, 3, 3, "attend", modal="may")),
        ("Lawyers who spoke may attend.", Chunk(Kind.VERB, 2, 2, 2, "speak")),
        ("They hoped to attend.", Chunk(Kind.VERB, 2, 3, 3, "attend", form=VerbForm.INFINITIVE)),
    ],
)
def test_verb_groups(text: str, expected: Chunk) -> None:
    chunks, _ = _chunks(text)

    assert expected in chunks
