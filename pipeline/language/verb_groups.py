"""Verb groups: `had not yet been released`, `to return`, `detained`."""

from dataclasses import dataclass

from pipeline.language.chunks import QUOTES, Chunk, Kind, TaggedSentence, VerbForm
from pipeline.language.lexicon import Tag, lexicon
from pipeline.language.line import Syntax


@dataclass(slots=True)
class _Group:
    """A verb group while it is read."""

    modal: str | None = None
    negated: bool = False
    be: bool = False
    have: bool = False
    infinitive: bool = False
    main: int = -1
    """Token of the main verb; -1 before it is met."""


def verb_group(tagged: TaggedSentence, first: int) -> Chunk:
    """Read auxiliaries, adverbs and the main verb; `to` opens an infinitive."""
    group = _Group()
    tags = tagged.tags
    last = first
    for at in range(first, len(tags)):
        if not _takes_part(tagged, group, at):
            break
        last = at
    if group.main >= 0:
        return _with_main_verb(tagged, group, first)
    while last > first and not tags[last] & Syntax.VERBAL and not tags[last] & Tag.NEGATION:
        last -= 1
    auxiliary = "be" if group.be else "have" if group.have else "do"
    return Chunk(Kind.VERB, first, last, last, auxiliary, modal=group.modal, negated=group.negated)


def _takes_part(tagged: TaggedSentence, group: _Group, at: int) -> bool:
    """Add a token to a verb group; false where the group ended before it.

    A negation after the main verb counts too (`arrested none`), save in `were found not guilty`.
    """
    word, tag = tagged.sentence.words[at], tagged.tags[at]
    if tag & Tag.MODAL and group.main < 0:
        group.modal = word
    elif tag & Tag.NEGATION and word != "without" and not (word == "not" and group.main >= 0):
        group.negated = True
    elif group.main >= 0:
        return False
    elif not tag & Syntax.VERBAL:
        return bool(tag & Tag.ADVERB) or word in QUOTES or _stands_inside(tagged, group, at)
    elif word == "to":
        # `to return` is an infinitive, `were to return` a plan.
        group.infinitive = not group.be
        group.modal = "to" if group.be else group.modal
    elif tag & Tag.BE:
        group.be = True
    elif tag & Tag.HAVE:
        group.have = True
    elif not tag & Tag.DO:
        group.main = at
    return True


def _stands_inside(tagged: TaggedSentence, group: _Group, at: int) -> bool:
    """Tell whether a word that is no adverb stands between auxiliary and verb (`had since died`, `had by May been`)."""
    words, tags = tagged.sentence.words, tagged.tags
    if not (group.have or group.be) or at + 1 >= len(tags):
        return False
    if words[at] == "since":
        return bool(tags[at + 1] & Syntax.VERBAL)
    if not group.have:
        return False
    for step in range(at + 1, min(at + _INSIDE, len(tags))):
        if words[step] == "been":
            return True
        if tags[step] & Syntax.VERBAL or words[step] in _BOUNDS:
            return False
    return False


# Words from an auxiliary to its `been`, and marks that none are parted by.
_INSIDE = 7
_BOUNDS = frozenset({";", ".", "(", ")", ":"})


def _with_main_verb(tagged: TaggedSentence, group: _Group, first: int) -> Chunk:
    verb, tag = tagged.sentence.words[group.main], tagged.tags[group.main]
    is_participle, is_gerund = tag & Tag.VERB_PARTICIPLE, tag & Tag.VERB_GERUND
    form = VerbForm.FINITE
    if group.infinitive:
        form = VerbForm.INFINITIVE
    elif is_gerund and not group.be:
        form = VerbForm.GERUND
    elif is_participle and not (group.be or group.have or group.modal) and not _is_plain_base(tag):
        form = VerbForm.PAST_OR_PARTICIPLE
    return Chunk(
        Kind.VERB,
        first,
        group.main,
        group.main,
        _lemma(verb, is_base=group.infinitive or (group.modal is not None and not (group.be or group.have))),
        form=form,
        passive=bool(group.be and is_participle and not is_gerund),
        perfect=group.have,
        modal=group.modal,
        negated=group.negated,
    )


def _lemma(verb: str, *, is_base: bool) -> str:
    """Return the lemma of a verb; after a modal or `to` a form of two verbs is the base (`may found a party`)."""
    if is_base and lexicon().tags.get(verb, 0) & Tag.VERB_BASE:
        return verb
    return lexicon().lemmas.get(verb, verb)


def _is_plain_base(tag: int) -> bool:
    """Tell whether a form is a base and a participle and no past, which alone governs (`they become`, `they run`)."""
    return bool(tag & Tag.VERB_BASE) and not tag & Tag.VERB_PAST
