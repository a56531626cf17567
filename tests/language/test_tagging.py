"""Words that may be nouns, verbs or modifiers, told apart by what stands beside them."""

import pytest

from pipeline.language.lexicon import Tag
from pipeline.language.line import Syntax
from pipeline.language.sentences import tokenize
from pipeline.language.tagging import word_tags

# The word in question stands between asterisks.
VERBS = (
    "Police *arrested* him.",
    "Courts *fine* drivers.",
    "The law *bans* public gatherings.",
    "The court may *fine* them.",
    "He wanted to *return* home.",
    "The crew did not *strike*.",
    "Minors could not *work* at night.",
    "Most schools *remain* closed.",
    "Parliament *set* the age.",
    "The act sets the age and *permits* the use of force.",
    "The men *killed* were farmers.",
    "They were later *released*.",
    "After *killing* two men he fled.",
    "The persons who *report* abuses lost their jobs.",
    "It also *arrested* students.",
    "Two of whom *face* trial fled.",
    "A clerk who withholds a passport *faces* a fine.",
    "Those who insult the king *face* a fine.",
    "Those convicted *face* fines.",
    "The two parties each *held* seats.",
    "They later *detained* supporters of the strike.",
)
NOUNS = (
    "The *arrests* continued.",
    "He paid a *fine*.",
    "The ministry issued its *report*.",
    "The *killing* of a farmer led to protests.",
    "He was brought to *trial*.",
    "She lost the right to *vote*.",
    "The human rights *report* was late.",
    "Police ended the *march*.",
    "They found the *remains* of a boat.",
    "They did not fear the *strike*.",
    "The men whom *police* arrested fled.",
)
MODIFIERS = (
    "The *detained* men fled.",
    "The newly *elected* members met.",
    "The *ruling* party won.",
    "The government-*run* newspaper closed.",
    "The *armed* men fled.",
    "In June *armed* men seized a bus.",
    "The *additional* seats were filled.",
)


def _tag_of_marked(text: str) -> int:
    before, word, after = text.split("*")
    plain = before + word + after
    sentence = tokenize(plain, 0, len(plain))
    return word_tags(sentence, {})[sentence.starts.index(len(before))]


@pytest.mark.parametrize("text", VERBS)
def test_verbs(text: str) -> None:
    assert _tag_of_marked(text) & Syntax.VERBAL


@pytest.mark.parametrize("text", NOUNS)
def test_nouns(text: str) -> None:
    tag = _tag_of_marked(text)

    assert tag & Syntax.HEAD
    assert not tag & Syntax.VERBAL


@pytest.mark.parametrize("text", MODIFIERS)
def test_modifiers(text: str) -> None:
    assert _tag_of_marked(text) & Syntax.ADJECTIVE


@pytest.mark.parametrize(
    ("text", "tag"),
    [
        ("The men *that* fled were armed.", Tag.RELATIVE),
        ("The ministry said *that* the men fled.", Tag.SUBORDINATOR),
        ("In *that* year he left.", Tag.DETERMINER),
    ],
)
def test_that_is_relative_after_a_noun_and_opens_a_clause_after_a_verb(text: str, tag: int) -> None:
    assert _tag_of_marked(text) & tag


@pytest.mark.parametrize(
    ("text", "is_verbal"),
    [
        ("They hoped *to* return home.", True),
        ("They were *to* return home.", True),
        ("They went *to* court.", False),
        ("According *to* police, he fled.", False),
    ],
)
def test_to_opens_an_infinitive_before_a_verb(text: str, is_verbal: bool) -> None:  # noqa: FBT001 - an expectation
    assert bool(_tag_of_marked(text) & Syntax.VERBAL) is is_verbal


def test_a_month_that_opens_a_sentence_is_told_from_a_modal() -> None:
    assert _tag_of_marked("He left in *May* again.") & Syntax.MONTH
    assert _tag_of_marked("*May* they return?") & Tag.MODAL


def test_a_floating_quantifier_leaves_the_verb_group_whole() -> None:
    assert _tag_of_marked("They were *each* sentenced.") == Tag.ADVERB
    assert _tag_of_marked("They sentenced *each* man.") & Tag.DETERMINER
